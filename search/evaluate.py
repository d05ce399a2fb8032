"""Evaluation: how well a judged set is ranked, and how long its queries take.

A set is a folder of docs.jsonl {id, title, text}, queries.jsonl {id, text} and qrels.jsonl
{qid, did, rel}. Its documents are indexed like letters, in a folder that is removed afterwards.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from time import perf_counter
from types import ModuleType
from typing import Any

from corpus import Excerpt, Letter, LetterId, Span, UnreadableLetter, gettext, read_text
from index import LiveIndex, build
from search.results import Request
from search.service import Searcher

MEASURES = ("nDCG@10", "R@10", "RR@10")


class UnusableSet(Exception):
    """The folder is not a judged set; the text says what is missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """Scores of one set, 0 to 1 by measure, and milliseconds from a query to ranked ids."""

    name: str
    docs: int
    queries: int
    measures: Mapping[str, float]
    p50_ms: float
    p95_ms: float


@dataclass(frozen=True, slots=True)
class JudgedSet:
    """The documents as letters, queries by id, and judgments by query and document.

    `docs` counts documents without words too, which are no letters.
    """

    docs: int
    letters: tuple[Letter, ...]
    queries: Mapping[str, str]
    judged: Mapping[str, Mapping[str, int]]


def evaluate(folder: Path, *, other_language: bool = False) -> Evaluation:
    """Index the set, run every judged query, and score the rankings.

    With `other_language` what is found in the other language is scored in place of them.
    """
    wanted = load(folder)
    with TemporaryDirectory(prefix="letters-evaluate-") as scratch:
        build(wanted.letters, Path(scratch))
        searcher = Searcher(LiveIndex(Path(scratch)))
        best = searcher.best_in_other_language if other_language else searcher.best
        run, times = _run(best, wanted.queries)
    return Evaluation(
        name=folder.name,
        docs=wanted.docs,
        queries=len(wanted.queries),
        measures=measure(wanted.judged, run),
        p50_ms=_percentile(times, 50),
        p95_ms=_percentile(times, 95),
    )


def load(folder: Path) -> JudgedSet:
    """Read a judged set. Raises UnusableSet where a file or a key is missing."""
    try:
        judged: dict[str, dict[str, int]] = {}
        for row in _rows(folder / "qrels.jsonl"):
            judged.setdefault(str(row["qid"]), {})[str(row["did"])] = int(row["rel"])
        queries = {str(row["id"]): str(row["text"]) for row in _rows(folder / "queries.jsonl")}
        docs = tuple(_rows(folder / "docs.jsonl"))
        letters = tuple(_letters(docs))
    except FileNotFoundError as error:
        raise UnusableSet(
            gettext(
                "%(file)s is missing: a judged set has docs.jsonl, queries.jsonl, qrels.jsonl",
                file=error.filename,
            )
        ) from error
    except KeyError as error:
        why = gettext("%(key)s is missing", key=error)
        raise UnusableSet(gettext("%(file)s: %(why)s", file=folder, why=why)) from error
    except ValueError as error:
        raise UnusableSet(gettext("%(file)s: %(why)s", file=folder, why=error)) from error
    kept = {name: text for name, text in queries.items() if name in judged}
    if not kept or not letters:
        raise UnusableSet(gettext("%(folder)s has no judged query or no document", folder=folder))
    return JudgedSet(len(docs), letters, kept, judged)


def per_query(
    judged: Mapping[str, Mapping[str, int]], run: Mapping[str, Mapping[str, float]]
) -> dict[str, float]:
    """The nDCG@10 of each query of the run, by ir-measures."""
    ir_measures = _scorer()
    wanted = {query: dict(judged[query]) for query in run}
    measure = ir_measures.parse_measure("nDCG@10")
    scored = ir_measures.iter_calc([measure], wanted, {q: dict(hits) for q, hits in run.items()})
    return dict.fromkeys(run, 0.0) | {one.query_id: float(one.value) for one in scored}


def measure(
    judged: Mapping[str, Mapping[str, int]], run: Mapping[str, Mapping[str, float]]
) -> dict[str, float]:
    """The mean of each measure over the queries of the run, by ir-measures."""
    ir_measures = _scorer()
    wanted = {query: dict(judged[query]) for query in run}
    parsed = [ir_measures.parse_measure(name) for name in MEASURES]
    found = ir_measures.calc_aggregate(parsed, wanted, {q: dict(hits) for q, hits in run.items()})
    values = {str(name): float(value) for name, value in found.items()}
    return {name: values[name] for name in MEASURES}


def _percentile(times: Sequence[float], percent: int) -> float:
    """The time that so many queries in a hundred stay below; of one query its own."""
    return quantiles(times, n=100)[percent - 1] if len(times) > 1 else times[0]


def _scorer() -> ModuleType:
    """ir-measures: an extra, as only evaluation needs it."""
    try:
        import ir_measures
    except ImportError as error:
        raise UnusableSet(
            gettext("Evaluation needs the extra `evaluation`: pip install 'letters[evaluation]'")
        ) from error
    return ir_measures


def _run(
    best_of: Callable[[Request], tuple[LetterId, ...]], queries: Mapping[str, str]
) -> tuple[dict[str, dict[str, float]], list[float]]:
    """Of each query the ten best with scores that keep their order, and the milliseconds."""
    run: dict[str, dict[str, float]] = {}
    times = []
    for name, text in queries.items():
        begin = perf_counter()
        best = best_of(Request(q=text, facets=()))
        times.append(1000 * (perf_counter() - begin))
        run[name] = {letter_id: float(-place) for place, letter_id in enumerate(best)}
    return run, times


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def _letters(rows: Iterable[dict[str, Any]]) -> Iterator[Letter]:
    """The documents as letters; one without words cannot be found and is left out."""
    for row in rows:
        with suppress(UnreadableLetter):
            yield _letter(row)


def _letter(row: dict[str, Any]) -> Letter:
    title, text = str(row.get("title") or ""), str(row["text"])
    whole = f"{title}\n\n{text}" if title else text
    begin = len(whole) - len(text)
    letter_id = LetterId(str(row["id"]))
    return Letter(
        id=letter_id,
        source=letter_id,
        languages=read_text(whole, letter_id=letter_id, source=letter_id).languages,
        genre="other",
        title=Excerpt(title, 0, len(title)) if title else None,
        date=None,
        date_text=None,
        body=Span(begin, len(whole)),
        text=whole,
    )
