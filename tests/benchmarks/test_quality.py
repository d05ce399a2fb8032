"""Engines that rank, on a judged set of our own: each finds what it is asked for."""

import importlib.util
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from benchmarks.quality.__main__ import main
from benchmarks.quality.rankers import RANKERS
from search.evaluate import load

DOCS = {
    "口罩": "关于口罩的倡议书。做好口罩和消毒用品的储备，员工应当佩戴口罩。",
    "复工": "复工复产倡议书。企业应当有序复工，确保生产安全。",
    "work": "Proposal on the resumption of work: enterprises resume production in good order.",
    "masks": "Letter of thanks for the masks that our members received from overseas friends.",
}
QUERIES = {
    "口罩": "消毒用品的储备",
    "复工": "企业有序复工",
    "work": "resumption of work",
    "masks": "masks",
}


def write(folder: Path, docs: dict[str, str], queries: dict[str, str]) -> Path:
    folder.mkdir(parents=True)
    rows: dict[str, list[dict[str, object]]] = {
        "docs": [{"id": name, "title": "", "text": text} for name, text in docs.items()],
        "queries": [{"id": name, "text": text} for name, text in queries.items()],
        "qrels": [{"qid": name, "did": name, "rel": 1} for name in queries],
    }
    for name, its in rows.items():
        lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in its)
        (folder / f"{name}.jsonl").write_text("".join(lines), "utf-8")
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "sets" / "own", DOCS, QUERIES)


def _needs(name: str) -> object:
    installed = importlib.util.find_spec(name) is not None or name not in ("bm25s", "tantivy")
    why = f"{name} is not installed; make quality installs it"
    return pytest.param(name, marks=pytest.mark.skipif(not installed, reason=why))


@pytest.mark.parametrize("name", [_needs(name) for name in RANKERS])
def test_an_engine_finds_what_each_query_is_about(name: str, folder: Path, tmp_path: Path) -> None:
    judged = load(folder)
    place = tmp_path / "index"
    place.mkdir()

    rank = RANKERS[name][1](judged, place)

    assert {query: rank(text)[0] for query, text in QUERIES.items()} == {q: q for q in QUERIES}
    assert not rank("zzzz")


def test_the_table_has_both_halves_of_the_queries(folder: Path, tmp_path: Path) -> None:
    results = tmp_path / "quality.json"
    arguments = [str(folder.parent), "--peers", "letters,fts5", "--results", str(results)]

    done = CliRunner().invoke(main, arguments)

    assert done.exit_code == 0, done.output
    assert "| own | 1.0000 | 1.0000 | 1.0000 | 1.0000 |" in done.stdout
    of_set = json.loads(results.read_text("utf-8"))["sets"]["own"]
    assert (of_set["docs"], of_set["queries"], of_set["fts5"]) == (4, 4, 1.0)


def test_queries_in_the_other_language_are_scored_by_what_is_found_there(tmp_path: Path) -> None:
    chinese = {name: text for name, text in DOCS.items() if not text.isascii()}
    english = {"口罩": "masks", "复工": "resumption of work"}
    folder = write(tmp_path / "sets" / "across", chinese, english)
    results = tmp_path / "quality.json"

    done = CliRunner().invoke(
        main, [str(folder.parent), "--peers", "letters,fts5", "--results", str(results)]
    )

    assert done.exit_code == 0, done.output
    of_set = json.loads(results.read_text("utf-8"))["sets"]["across"]
    assert (of_set["letters"], of_set["fts5"]) == (1.0, 0.0)


def test_what_is_not_asked_anew_stays(folder: Path, tmp_path: Path) -> None:
    results = tmp_path / "quality.json"
    for peers in ("fts5", "letters"):
        CliRunner().invoke(main, [str(folder.parent), "--peers", peers, "--results", str(results)])

    record = json.loads(results.read_text("utf-8"))

    assert list(record["engines"]) == ["letters", "fts5"]
    assert {"letters": 1.0, "fts5": 1.0}.items() <= record["sets"]["own"].items()
