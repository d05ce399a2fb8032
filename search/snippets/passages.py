"""Choosing the passages of a letter to show: sentences, by the needles that stand in them.

Knows runs of sentences and places of needles, not what a letter is.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from search.snippets.clusters import columns, trimmed
from search.snippets.crop import crop
from search.snippets.matching import Occurrence

WIDTH: Final = 160  # columns of a passage: 160 Latin letters or 80 Han characters
_WIDEST: Final = 240  # columns of a single sentence that is still shown whole
_LONGEST: Final = 4 * WIDTH  # code points, white space included, that are looked at for that

Run = Sequence[int]
"""Where neighbouring sentences begin, ascending, and the end of the last."""


class Stretch(NamedTuple):
    """A part of a text: code points, end exclusive."""

    start: int
    end: int


class _Window(NamedTuple):
    """Sentences, or a part of a long one, with its occurrences: `first` to before `last`."""

    start: int
    end: int
    first: int
    last: int
    is_part: bool


class _Worth(NamedTuple):
    """How good a window is, what counts most first."""

    gained: int
    weight: int
    occurrences: int


def choose(
    text: str,
    tiers: Iterable[Sequence[Run]],
    occurrences: Sequence[Occurrence],
    weights: Sequence[int],
    limit: int,
) -> list[Stretch]:
    """The passages that say most, at most `limit`, in text order; they do not overlap.

    The best has needles of the greatest weight, then the most occurrences, then comes first; for
    the next one, needles already shown count only between equals. A later tier of runs is for
    what the earlier ones do not have. `weights` are those of needles by their numbers, in whole
    numbers so that sums are exact; occurrences ascend. Linear.
    """
    chosen: list[Stretch] = []
    shown: set[int] = set()
    for tier in tiers:
        runs, is_first = list(tier), not chosen
        while len(chosen) < limit:
            best = _best(_all_windows(text, runs, occurrences), occurrences, weights, shown)
            if best is None or not (best[0].gained or is_first):
                break
            passage = _passage(text, best[1], occurrences, runs)
            if passage.start == passage.end:
                break  # a single sign, longer than a passage may be
            chosen.append(passage)
            shown.update(o.needle for o in occurrences[best[1].first : best[1].last])
            runs = [part for run in runs for part in _without(run, passage)]
        if len(chosen) >= limit:
            break
    return sorted(chosen)


def beginning(text: str, runs: Iterable[Run]) -> Stretch | None:
    """The first sentences that are not blank, as many as fit."""
    for run in runs:
        for i in range(len(run) - 1):
            start, end = trimmed(text, run[i], run[i + 1])
            if start < end:
                return _beginning(text, run, i, Stretch(start, end))
    return None


def _beginning(text: str, run: Run, i: int, first: Stretch) -> Stretch:
    if not _fits(text, *first, _WIDEST):
        return Stretch(*crop(text, first, (first.start, first.start), WIDTH))
    reach = i + 1
    while reach + 1 < len(run) and _fits(text, first.start, run[reach + 1], WIDTH):
        reach += 1
    return Stretch(*trimmed(text, first.start, run[reach]))


def _all_windows(
    text: str, runs: Iterable[Run], occurrences: Sequence[Occurrence]
) -> Iterator[_Window]:
    starts = [occurrence.start for occurrence in occurrences]
    for run in runs:
        yield from _windows(text, run, occurrences, starts)


def _windows(
    text: str, run: Run, occurrences: Sequence[Occurrence], starts: Sequence[int]
) -> Iterator[_Window]:
    """From each sentence with an occurrence, with as many of the next ones as fit."""
    first, end = bisect_left(starts, run[0]), bisect_left(starts, run[-1])
    reach = 0  # the sentences before this one fit
    while first < end:
        i = bisect_right(run, starts[first]) - 1
        following = bisect_left(starts, run[i + 1], first, end)
        if _fits(text, run[i], run[i + 1], _WIDEST):
            reach = max(reach, i + 1)
            while reach + 1 < len(run) and _fits(text, run[i], run[reach + 1], WIDTH):
                reach += 1
            last = bisect_left(starts, run[reach], first, end)
            yield _Window(run[i], run[reach], first, last, is_part=False)
        else:
            part = Stretch(run[i], run[i + 1])
            yield from _parts(text, part, occurrences, range(first, following))
        first = following


def _parts(
    text: str, sentence: Stretch, occurrences: Sequence[Occurrence], inside: range
) -> Iterator[_Window]:
    """From each occurrence in a long sentence, with as many of the next ones as fit."""
    last = inside.start
    for first in inside:
        last = max(last, first + 1)
        start = occurrences[first].start
        while last < inside.stop and _fits(text, start, occurrences[last].end, WIDTH):
            last += 1
        yield _Window(*sentence, first, last, is_part=True)


def _fits(text: str, start: int, end: int, width: int) -> bool:
    return end - start <= _LONGEST and columns(text[start:end].rstrip()) <= width


def _best(
    windows: Iterable[_Window],
    occurrences: Sequence[Occurrence],
    weights: Sequence[int],
    shown: set[int],
) -> tuple[_Worth, _Window] | None:
    """The best window, the first of equals. Both ends of windows only move forward."""
    counts = Counter[int]()
    gained = weight = added = removed = 0
    best: tuple[_Worth, _Window] | None = None
    for window in windows:
        for needle, _, _ in occurrences[removed : min(window.first, added)]:
            counts[needle] -= 1
            if not counts[needle]:
                weight -= weights[needle]
                gained -= 0 if needle in shown else weights[needle]
        for needle, _, _ in occurrences[max(window.first, added) : window.last]:
            if not counts[needle]:
                weight += weights[needle]
                gained += 0 if needle in shown else weights[needle]
            counts[needle] += 1
        removed, added = window.first, max(added, window.last)
        worth = _Worth(gained, weight, window.last - window.first)
        if best is None or worth > best[0]:
            best = worth, window
    return best


def _passage(
    text: str, window: _Window, occurrences: Sequence[Occurrence], runs: Iterable[Run]
) -> Stretch:
    if window.is_part:
        inside = occurrences[window.first : window.last]
        around = Stretch(inside[0].start, max(occurrence.end for occurrence in inside))
        return Stretch(*crop(text, (window.start, window.end), around, WIDTH))
    start = window.start
    if columns(text[start : window.end]) < WIDTH // 2:
        run = next(run for run in runs if run[0] <= start < run[-1])
        i = bisect_left(run, start)
        while i and _fits(text, run[i - 1], window.end, WIDTH):
            i -= 1
        start = run[i]
    return Stretch(*trimmed(text, start, window.end))


def _without(run: Run, passage: Stretch) -> list[Run]:
    """What is left of a run on both sides of a passage."""
    if passage.end <= run[0] or run[-1] <= passage.start:
        return [run]
    left = [*run[: bisect_left(run, passage.start)], passage.start]
    right = [passage.end, *run[bisect_right(run, passage.end) :]]
    return [part for part in (left, right) if len(part) > 1]
