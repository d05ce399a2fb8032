"""Tables of what was measured, from the records in benchmarks/results: they say nothing else.

`python -m tests.project.measured` (make readme) writes them into docs/ranking.md; a test compares.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import fmean
from typing import Any

ROOT = Path(__file__).parents[2]
RANKING = ROOT / "docs" / "ranking.md"
RESULTS = ROOT / "benchmarks" / "results"
KINDS: Mapping[str, Sequence[str]] = {
    "Chinese questions, for a paragraph 中文提问找段落": ("cmrc", "drcd", "xquad-zh"),
    "Chinese questions, for a sentence 中文提问找句子": ("cmrc-sent", "drcd-sent"),
    "Chinese keywords 中文关键词": ("csl-kw",),
    "Chinese and English mixed 中英混合": ("tidb-mixed", "mixed-pool"),
    "English questions 英文提问": ("xquad-en", "xquaden-sent"),
    "English topics, judged 英文主题，人工评判": ("cranfield", "cisi", "npl"),
}


def filled(page: str, blocks: Mapping[str, str]) -> str:
    """A page with what stands between `<!-- name -->` and `<!-- /name -->` as it should be."""
    for name, text in blocks.items():
        before, begin, rest = page.partition(f"<!-- {name} -->\n")
        _, end, after = rest.partition(f"<!-- /{name} -->")
        page = f"{before}{begin}{text}\n{end}{after}" if end else page
    return page


def of_ranking() -> dict[str, str]:
    """The tables of docs/ranking.md."""
    return {"quality": quality(), "spelling": spelling()}


def quality_by_kind() -> str:
    """The mean of sets of a kind, beside other engines."""
    record = _read("quality")
    engines = record["engines"]
    rows = [
        [kind, *(f"{fmean(record['sets'][name][one] for name in sets):.3f}" for one in engines)]
        for kind, sets in KINDS.items()
    ]
    return _table(["queries 检索内容", *_names(engines)], rows)


def quality() -> str:
    """All sets, with both halves of the queries; an engine that was not asked has none."""
    record = _read("quality")
    engines = record["engines"]
    columns = ["letters", "tuning", "confirming", *(name for name in engines if name != "letters")]
    rows = [
        [name, str(scores["queries"]), *_scores(scores, columns)]
        for name, scores in record["sets"].items()
    ]
    names = ["this project", "choosing half", "confirming half", *_names(engines)[1:]]
    return _table(["set", "queries", *names], rows)


def spelling() -> str:
    """How many mistakes are mended."""
    rows = [
        [row["set"], row["collection"], row["query"], f"{row['mended']}%", f"{row['given']}%",
         f"{row['wrong_p50_ms']:.1f}", f"{row['right_p50_ms']:.2f}"]
        for row in _read("spelling")["found"]
    ]  # fmt: skip
    return _table(
        ["set", "collection", "query", "mended", "needless", "ms, wrong", "ms, right"], rows
    )


def _names(engines: Mapping[str, str]) -> list[str]:
    return ["Letters" if name == "letters" else said for name, said in engines.items()]


def _scores(scores: Mapping[str, Any], columns: Sequence[str]) -> Iterator[str]:
    for column in columns:
        value = scores.get(column)
        yield "" if value is None else f"{value:.4f}"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _read(name: str) -> dict[str, Any]:
    record: dict[str, Any] = json.loads((RESULTS / f"{name}.json").read_text("utf-8"))
    return record


if __name__ == "__main__":
    RANKING.write_text(filled(RANKING.read_text("utf-8"), of_ranking()), "utf-8")
