"""The initiatives of two versions of a letter side by side. Knows letters alone.

Lists are aligned level by level in their order: an item may be missing on either side, and what
stands below two items is aligned only where these are.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from corpus.letter import Initiative, Letter
from corpus.pairs import AlignedInitiatives, are_translations

LARGEST = 40_000  # pairs of one list and the other: two of 200 items; longer ones go by order
LOOKED_AT = 600  # characters of an item that are compared
ALIKE = 0.3  # share of characters that two items of one language have in common by chance
ANY_LANGUAGE = re.compile(r"[A-Za-z]{2,}|\d{2,}")  # names and numbers that translations keep
SAME_NUMBER = 0.3  # what equal numbers are worth beside equal words, which are worth 1
LIKELY = 0.1  # for any two items of translations: they are more often kept than left out


@dataclass(frozen=True, slots=True)
class _Item:
    """An initiative with its place among those of the letter, from 1, and those below it."""

    ordinal: int
    initiative: Initiative
    below: "list[_Item]"


def align_initiatives(letter: Letter, other: Letter) -> tuple[AlignedInitiatives, ...]:
    """The initiatives of both, in order, each beside the one that says the same, if there is one.

    Linear in the number of initiatives, but for lists of up to 200 items.
    """
    is_translated = are_translations(letter.languages[0], other.languages[0])
    return tuple(_align(_tree(letter), _tree(other), is_translated=is_translated))


def _tree(letter: Letter) -> list[_Item]:
    first: list[_Item] = []
    above: list[_Item] = []
    for ordinal, initiative in enumerate(letter.initiatives, start=1):
        item = _Item(ordinal, initiative, [])
        while above and above[-1].initiative.level >= initiative.level:
            above.pop()
        (above[-1].below if above else first).append(item)
        above.append(item)
    return first


def _align(
    here: Sequence[_Item], there: Sequence[_Item], *, is_translated: bool
) -> Iterator[AlignedInitiatives]:
    for mine, theirs in _beside(here, there, is_translated=is_translated):
        yield AlignedInitiatives(_place(mine), _place(theirs))
        below = (mine.below if mine else (), theirs.below if theirs else ())
        yield from _align(*below, is_translated=is_translated)


def _place(item: _Item | None) -> int | None:
    return None if item is None else item.ordinal


Beside = tuple[_Item | None, _Item | None]


def _beside(
    here: Sequence[_Item], there: Sequence[_Item], *, is_translated: bool
) -> Sequence[Beside]:
    """The items of two lists in order, those that belong together in one place."""
    if is_translated and _numbers(here) == _numbers(there):
        return list(zip(here, there, strict=True))
    if len(here) * len(there) > LARGEST:
        return list(zip_longest(here, there))
    return _best(here, there, _likenesses(here, there, is_translated=is_translated))


def _numbers(items: Sequence[_Item]) -> list[int | None]:
    return [item.initiative.number for item in items]


def _likenesses(
    here: Sequence[_Item], there: Sequence[_Item], *, is_translated: bool
) -> list[list[float]]:
    words = [[_words(item, is_translated=is_translated) for item in side] for side in (here, there)]
    return [
        [
            (_overlap(mine, theirs) if is_translated else _dice(mine, theirs))
            + (LIKELY if is_translated else -ALIKE)
            + SAME_NUMBER * (a.initiative.number == b.initiative.number)
            for b, theirs in zip(there, words[1], strict=True)
        ]
        for a, mine in zip(here, words[0], strict=True)
    ]


def _words(item: _Item, *, is_translated: bool) -> frozenset[str]:
    """What of an item is compared: names and numbers, or all pairs of characters."""
    text = item.initiative.text[:LOOKED_AT].casefold()
    if is_translated:
        return frozenset(ANY_LANGUAGE.findall(text))
    letters = "".join(char for char in text if char.isalnum())
    return frozenset(letters[at : at + 2] for at in range(len(letters) - 1))


def _dice(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other) or 1)


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / (min(len(one), len(other)) or 1)


def _best(
    here: Sequence[_Item], there: Sequence[_Item], alike: Sequence[Sequence[float]]
) -> list[Beside]:
    """The alignment in order whose likenesses add up to most (Needleman and Wunsch 1970)."""
    best = [[0.0] * (len(there) + 1) for _ in range(len(here) + 1)]
    for i in range(len(here) - 1, -1, -1):
        for j in range(len(there) - 1, -1, -1):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + alike[i][j])
    rows: list[Beside] = []
    i = j = 0
    while i < len(here) and j < len(there):
        if alike[i][j] > 0 and best[i][j] == best[i + 1][j + 1] + alike[i][j]:
            rows.append((here[i], there[j]))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            rows.append((here[i], None))
            i += 1
        else:
            rows.append((None, there[j]))
            j += 1
    return [*rows, *((item, None) for item in here[i:]), *((None, item) for item in there[j:])]
