"""Golden queries: what must be found, so that no new generation of an index finds less.

A file of golden queries has a JSON object a line: {"q": the query, "relevant": [ids] or
{id: grade}, "kind": a name for what it tests, "other_language": true to judge what is found in the
other language}. Knows nothing of how generations are made.
"""

import json
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus import LetterId, gettext, ngettext, printable
from index import DamagedSegment, ReindexRefused, Snapshot
from search.results import Request
from search.service import Searcher

TOP = 10  # letters of each query that count
_SHOWN = 20  # queries that are told one by one


class UnusableGolden(Exception):
    """The file has no golden queries; the text says in which line what is wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldenQuery:
    """A query and the grade, above 0, of each letter that it should find."""

    q: str
    relevant: Mapping[str, int]
    kind: str = ""
    other_language: bool = False


@dataclass(frozen=True, slots=True)
class Guard:
    """Refuses a generation that finds less than the live one by more than `tolerance`.

    Both are scored by the mean nDCG@10 of the golden queries, from 0 to 1.
    """

    queries: tuple[GoldenQuery, ...]
    tolerance: float
    custom: Path | None = None
    say: Callable[[str], None] = print

    def __call__(self, candidate: Snapshot, live: Snapshot | None) -> None:
        """Raise ReindexRefused with the queries that fell, or say how the generation scores.

        Without a live generation there is nothing to compare with.
        """
        after = self._scores(candidate)
        told = ngettext(
            "%(num)s golden query: nDCG@%(top)s %(score)s",
            "%(num)s golden queries: nDCG@%(top)s %(score)s",
            len(self.queries),
            top=TOP,
            score=f"{mean(after):.4f}",
        )
        if live is None:
            self.say(told)
            return
        before = self._scores(live)
        if mean(after) < mean(before) - self.tolerance:
            raise ReindexRefused(self._why(before, after))
        self.say(gettext("%(now)s, before %(score)s", now=told, score=f"{mean(before):.4f}"))

    def _scores(self, snapshot: Snapshot) -> tuple[float, ...]:
        return score(snapshot, self.queries, custom=self.custom)

    def _why(self, before: Sequence[float], after: Sequence[float]) -> str:
        """Name the queries that fell, the deepest first, and sum up."""
        both = zip(self.queries, before, after, strict=True)
        fell = sorted(((now - was, was, now, q) for q, was, now in both if now < was), key=_fall)
        for _, was, now, query in fell[:_SHOWN]:
            wanted = gettext(
                "%(query)s  (wanted: %(ids)s)", query=query.q, ids=", ".join(query.relevant)
            )
            self.say(f"  {was:.3f} -> {now:.3f}  {printable(wanted)}")
        more = gettext(", %(num)s of them above", num=_SHOWN) if len(fell) > _SHOWN else ""
        return gettext(
            "The new index finds less: nDCG@%(top)s over %(num)s golden queries fell from "
            "%(before)s to %(after)s, by more than %(tolerance)s; queries that fell: %(fell)s"
            "%(more)s. Nothing was changed. If this is right, mend the golden queries, or allow "
            "it: letters reindex --tolerance 1",
            top=TOP,
            num=len(self.queries),
            before=f"{mean(before):.4f}",
            after=f"{mean(after):.4f}",
            tolerance=f"{self.tolerance:g}",
            fell=len(fell),
            more=more,
        )


def _fall(one: tuple[float, float, float, GoldenQuery]) -> float:
    return one[0]


def load_golden(path: Path) -> tuple[GoldenQuery, ...]:
    """Read a file of golden queries. Raises UnusableGolden."""
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UnusableGolden(
            gettext("%(file)s cannot be read: %(why)s", file=path, why=error)
        ) from error
    numbered = [(n, line) for n, line in enumerate(lines, start=1) if line.strip()]
    if not numbered:
        raise UnusableGolden(gettext("%(file)s has no golden query", file=path))
    return tuple(_read(line, path, number) for number, line in numbered)


def score(
    snapshot: Snapshot, queries: Iterable[GoldenQuery], *, custom: Path | None = None
) -> tuple[float, ...]:
    """The nDCG@10 of each query over a snapshot."""
    searcher = Searcher(_Only(snapshot), custom=custom)
    return tuple(ndcg(best(searcher, query), query.relevant) for query in queries)


def best(searcher: Searcher, query: GoldenQuery) -> tuple[LetterId, ...]:
    """What the query finds, best first."""
    request = Request(q=query.q, per_page=TOP, facets=())
    return (searcher.best_in_other_language if query.other_language else searcher.best)(request)


def ndcg(found: Sequence[str], relevant: Mapping[str, int]) -> float:
    """NDCG@10 with linear gains (Järvelin & Kekäläinen 2002): 1 if nothing could stand better."""
    ideal = _gain(sorted(relevant.values(), reverse=True))
    return _gain([relevant.get(letter_id, 0) for letter_id in found]) / ideal


def mean(scores: Sequence[float]) -> float:
    """Their mean; there must be some."""
    return math.fsum(scores) / len(scores)


def _gain(grades: Sequence[int]) -> float:
    return sum(grade / math.log2(place + 2) for place, grade in enumerate(grades[:TOP]))


def _read(line: str, path: Path, number: int) -> GoldenQuery:
    try:
        row: dict[str, Any] = json.loads(line)
        relevant = row["relevant"]
        grades = relevant if isinstance(relevant, dict) else dict.fromkeys(relevant, 1)
        query = GoldenQuery(
            q=str(row["q"]),
            relevant={str(name): int(grade) for name, grade in grades.items()},
            kind=str(row.get("kind", "")),
            other_language=bool(row.get("other_language", False)),
        )
    except (ValueError, TypeError, AttributeError) as error:
        raise _unusable(path, number, str(error)) from error
    except KeyError as error:
        raise _unusable(path, number, gettext("%(key)s is missing", key=error)) from error
    if not query.relevant or min(query.relevant.values()) < 1:
        why = gettext("relevant needs letters, with grades of 1 or more")
        raise _unusable(path, number, why)
    return query


def _unusable(path: Path, number: int, why: str) -> UnusableGolden:
    told = gettext("%(file)s, line %(number)s: %(why)s", file=path, number=number, why=why)
    return UnusableGolden(told)


@dataclass(frozen=True, slots=True)
class _Only:
    """One snapshot, in place of the newest there is."""

    _snapshot: Snapshot

    def snapshot(self) -> Snapshot:
        return self._snapshot

    def distrust(self, snapshot: Snapshot, damage: DamagedSegment) -> Snapshot:  # noqa: ARG002
        raise damage

    def let_go(self) -> None:
        """It stays open for as long as it is compared."""
