"""Choosing the passages of a letter to show: sentences, by the needles that stand in them.

Knows runs of sentences and places of needles, not what a letter is.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from search.snippets.clusters import columns, trimmed
from search.snippets.crop import crop
from search.snippets.matching import Occurrence
from search.snippets.windows import WIDEST, WIDTH, Run, Window, fits, window_of, windows


class Stretch(NamedTuple):
    """A part of a text: code points, end exclusive."""

    start: int
    end: int


class Weights(dict[int, int]):
    """What sets of needles weigh together; a set is a number with a bit for each needle.

    Weights are rounded to millionths, so that sums are exact whatever their order.
    """

    def __init__(self, weights: Iterable[float]) -> None:
        super().__init__()
        self._of_one = [round(1_000_000 * weight) for weight in weights]

    def __missing__(self, needles: int) -> int:
        total, left = 0, needles
        while left:
            one = left & -left
            total += self._of_one[one.bit_length() - 1]
            left ^= one
        self[needles] = total
        return total


def choose(
    text: str,
    tiers: Iterable[Sequence[Run]],
    occurrences: Sequence[Occurrence],
    weights: Weights,
    limit: int,
) -> list[Stretch]:
    """The passages that say most, at most `limit`, in text order; they do not overlap.

    The best has needles of the greatest weight, then the most occurrences, then comes first; for
    the next one, needles already shown count only between equals. A later tier of runs is for
    what the earlier ones do not have. The occurrences ascend. Linear.
    """
    chosen: list[Stretch] = []
    shown = 0
    for tier in tiers:
        is_first = not chosen
        left = [window for run in tier for window in windows(text, run, occurrences)]
        while left and len(chosen) < limit:
            best, gain = _best(left, weights, shown)
            passage = _passage(text, best, chosen)
            if passage.start == passage.end or not (is_first or gain):
                break
            chosen.append(passage)
            shown |= best.needles
            if len(chosen) < limit:
                left = [rest for window in left if (rest := _without(window, passage))]
        if len(chosen) >= limit:
            break
    return sorted(chosen)


def _best(windows: Sequence[Window], weights: Weights, shown: int) -> tuple[Window, int]:
    """The first of the best, and what its new needles weigh.

    What counts is what the new needles weigh, what all weigh, how many occurrences there are.
    """
    found, most = windows[0], (-1, 0, 0)
    for window in windows:
        needles = window[4]
        worth = weights[needles & ~shown], weights[needles], window[5]
        if worth > most:
            found, most = window, worth
    return found, most[0]


def _without(window: Window, passage: Stretch) -> Window | None:
    """What is left of a window before or after a passage, if an item is."""
    run, start, end, items, _, _ = window
    if passage.end <= start or end <= passage.start:
        return window
    if items[-1].end <= passage.start:
        return window._replace(end=passage.start)
    if passage.end <= items[0].start:
        return window._replace(start=max(start, passage.end))
    before = [item for item in items if item.end <= passage.start]
    if before:
        return window_of(run, start, passage.start, before)
    after = [item for item in items if item.start >= passage.end]
    return window_of(run, max(start, passage.end), end, after) if after else None


def _passage(text: str, window: Window, chosen: Iterable[Stretch]) -> Stretch:
    run, start, end, items, _, _ = window
    if items[0].is_part:
        around = (items[0].start, max(item.end for item in items))
        return Stretch(*crop(text, (start, end), around, WIDTH))
    while (shorter := _without_last_line(text, run, start, end)) >= items[-1].end:
        end = shorter
    if end - start < WIDTH // 2 and columns(text[start:end]) < WIDTH // 2:
        low = max((passage.end for passage in chosen if passage.end <= start), default=run[0])
        first = bisect_left(run, start)
        while first and run[first - 1] >= low and fits(text, run[first - 1], end, WIDTH):
            first -= 1
        start = min(start, run[first])
    return Stretch(*trimmed(text, start, end))


def _without_last_line(text: str, run: Run, start: int, end: int) -> int:
    """Where the sentences without the last would end, if that is a line of its own; else 0.

    A heading, for instance, of what is no longer shown. What is left has half the width at least.
    """
    last = run[bisect_left(run, end) - 1]
    if last <= start or not text[last - 1].isspace():
        return 0
    before = text[start:last]
    shown = before.rstrip()
    return last if "\n" in before[len(shown) :] and columns(shown) >= WIDTH // 2 else 0


def beginning(text: str, runs: Iterable[Run]) -> Stretch | None:
    """The first sentences that are not blank, as many as fit."""
    for run in runs:
        for i in range(len(run) - 1):
            start, end = trimmed(text, run[i], run[i + 1])
            if start < end:
                return _from_sentence(text, run, i, start)
    return None


def _from_sentence(text: str, run: Run, i: int, start: int) -> Stretch:
    """Whole sentences, and a part of the next one where they are few words."""
    end = start
    for following in run[i + 1 :]:
        if not fits(text, start, following, WIDTH if end > start else WIDEST):
            break
        end = following
    if end == run[-1] or columns(text[start:end].rstrip()) >= WIDTH // 2:
        return Stretch(*trimmed(text, start, end))
    following = next(place for place in run if place > end)
    return Stretch(*crop(text, (start, following), (start, start), WIDTH))
