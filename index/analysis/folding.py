"""Folding: text as it is compared, with the way back to the text as it is written.

Capitals, accents, width, compatibility forms and traditional characters make no difference after
folding; format characters are gone. Knows nothing of tokens. The result is used for matching
only; it is never shown.
"""

import functools
import itertools
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

import numpy as np
from numpy.typing import NDArray

from index.analysis.tables import (
    ACTION_SHIFT,
    ATTACH,
    CODE_MASK,
    DROP,
    EXTENDS,
    KIND_MASK,
    KIND_SHIFT,
    SPECIAL,
    entries_of,
    entry_of,
    expansions,
)

SEPARATOR: Final = "\0"  # ends each text of a batch; between units, like any control character
ENCODING: Final = "utf-32-le"
CODE_POINT: Final = np.dtype("<u4")
Number = TypeVar("Number", np.uint32, np.int64)
Run = tuple[int, int]  # the first and the first after the last
REMEMBERED_CLUSTER: Final = 8  # code points; longer ones are folded anew each time


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text: its character i was made of `source[starts[i]:ends[i]]`.

    Both arrays ascend, though not always strictly: a character that folds to several gives each
    of them the same place.
    """

    text: str
    starts: NDArray[np.int32]
    ends: NDArray[np.int32]


@dataclass(frozen=True, slots=True, kw_only=True)
class FoldedBatch:
    """Folded texts in one array of code points, each ended by a separator.

    `begins` says where each text begins, with the total length last. `starts` and `ends` are
    places in the source texts joined in the same way, which begin at `source_begins`; they are
    None where folding changed no length, and every character is at its own place.
    """

    codes: NDArray[np.uint32]
    kinds: NDArray[np.uint8]
    begins: NDArray[np.int64]
    source_begins: NDArray[np.int64]
    starts: NDArray[np.int64] | None
    ends: NDArray[np.int64] | None


def fold(text: str) -> Folded:
    """The text folded for comparison; never raises, and folding twice changes nothing more.

    >>> fold("ＣＯＶＩＤ 標題 Naïve").text
    'covid 标题 naive'
    """
    if text.isascii():
        places = np.arange(len(text) + 1, dtype=np.int32)
        return Folded(text.lower(), places[:-1], places[1:])
    batch = fold_batch((text,))
    places = np.arange(len(batch.codes), dtype=np.int32)
    starts = places if batch.starts is None else batch.starts.astype(np.int32)
    ends = places + 1 if batch.ends is None else batch.ends.astype(np.int32)
    return Folded(decode(batch.codes[:-1]), starts[:-1], ends[:-1])


def fold_texts(texts: Sequence[str]) -> list[str]:
    """Texts folded without the way back, all at once."""
    batch = fold_batch(texts)
    whole, bounds = decode(batch.codes), batch.begins.tolist()
    return [whole[first : end - 1] for first, end in itertools.pairwise(bounds)]


def decode(codes: NDArray[np.uint32]) -> str:
    """Code points as text, lone surrogates too."""
    return codes.astype(CODE_POINT, copy=False).tobytes().decode(ENCODING, "surrogatepass")


def encode(text: str) -> NDArray[np.uint32]:
    """Text as code points, lone surrogates too."""
    return np.frombuffer(text.encode(ENCODING, "surrogatepass"), CODE_POINT)


def fold_batch(texts: Sequence[str]) -> FoldedBatch:
    """All texts folded at once, each as if it were alone; linear in their length."""
    lengths = np.fromiter(map(len, texts), np.int64, len(texts))
    begins = np.zeros(len(texts) + 1, np.int64)
    np.cumsum(lengths + 1, out=begins[1:])
    source = encode("".join(itertools.chain.from_iterable(zip(texts, itertools.repeat(SEPARATOR)))))
    entries = entries_of(source)
    if entries.max(initial=0) < SPECIAL:
        return _batch(entries, begins, begins, None)
    special = np.flatnonzero(entries >= SPECIAL)
    places = _compose(source, *_drop(entries, special), begins)
    folded_begins = np.searchsorted(places.starts, begins)
    return _batch(places.entries, folded_begins, begins, places)


@dataclass(frozen=True, slots=True)
class _Places:
    """Entries of the table, each with the place in the source that it stands for."""

    entries: NDArray[np.uint32]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]


def _batch(
    entries: NDArray[np.uint32],
    begins: NDArray[np.int64],
    source_begins: NDArray[np.int64],
    places: _Places | None,
) -> FoldedBatch:
    return FoldedBatch(
        codes=entries & np.uint32(CODE_MASK),
        kinds=(entries >> np.uint32(KIND_SHIFT)).astype(np.uint8) & np.uint8(KIND_MASK),
        begins=begins,
        source_begins=source_begins,
        starts=None if places is None else places.starts,
        ends=None if places is None else places.ends,
    )


def _drop(
    entries: NDArray[np.uint32], special: NDArray[np.int64]
) -> tuple[_Places, NDArray[np.int64]]:
    """What is left without format characters and accents, and which rows of it are special.

    An accent belongs to the letter before it, whose place then includes it.
    """
    action = entries[special] >> ACTION_SHIFT
    gone = (action == DROP) | (action == ATTACH)
    if not gone.any():
        starts = np.arange(len(entries))
        return _Places(entries, starts, starts + 1), special
    is_kept = np.ones(len(entries), np.bool_)
    is_kept[special[gone]] = False
    starts = np.flatnonzero(is_kept)
    ends = starts + 1
    attached = special[action == ATTACH]
    # An accent with no letter before it gives its place to a separator, where it does no harm:
    # in the first text to the last one, for the owner is then -1.
    ends[np.searchsorted(starts, attached) - 1] = attached + 1
    return _Places(entries[starts], starts, ends), np.searchsorted(starts, special[~gone])


def _compose(
    source: NDArray[np.uint32],
    places: _Places,
    special: NDArray[np.int64],
    begins: NDArray[np.int64],
) -> _Places:
    """Characters that fold to several, or together with their neighbours, put in place."""
    if not len(special):
        return places
    extends = (places.entries[special] & EXTENDS) != 0
    extends &= np.isin(special, np.searchsorted(places.starts, begins), invert=True)
    extending = special[extends]
    is_first = np.ones(len(extending), np.bool_)
    np.not_equal(extending[1:], extending[:-1] + 1, out=is_first[1:])
    bases = extending[is_first] - 1
    is_head = np.zeros(len(places.entries), np.bool_)
    is_head[special[~extends]] = is_head[bases] = True
    heads = np.flatnonzero(is_head)
    tails = heads + 1
    is_last = np.append(is_first[1:], True)[: len(extending)]
    tails[np.searchsorted(heads, bases)] = extending[is_last] + 1
    text = decode(source[places.starts])
    folded = [fold_cluster(text[a:b]) for a, b in zip(heads.tolist(), tails.tolist(), strict=True)]
    return _splice(places, heads, tails, folded)


def _splice(
    places: _Places, heads: NDArray[np.int64], tails: NDArray[np.int64], folded: list[str]
) -> _Places:
    """Each cluster, from its head to its tail, replaced by its folded text."""
    lengths = np.fromiter(map(len, folded), np.int64, len(folded))
    ends = np.cumsum(lengths).tolist()
    kept = list(zip([0, *tails.tolist()], [*heads.tolist(), len(places.entries)], strict=True))
    put = list(zip([0, *ends[:-1]], ends, strict=True))
    return _Places(
        _alternate(places.entries, kept, entries_of(encode("".join(folded))), put),
        _alternate(places.starts, kept, np.repeat(places.starts[heads], lengths), put),
        _alternate(places.ends, kept, np.repeat(places.ends[tails - 1], lengths), put),
    )


def _alternate(
    values: NDArray[Number], kept: Sequence[Run], others: NDArray[Number], put: Sequence[Run]
) -> NDArray[Number]:
    """Runs of values, and between two of them a run of others."""
    pieces = [values[: kept[0][1]]]
    for (first, end), (begin, after) in zip(put, kept[1:], strict=True):
        pieces += [others[first:end], values[begin:after]]
    return np.concatenate(pieces)


def fold_cluster(cluster: str) -> str:
    """A character with those that extend it, folded together."""
    if len(cluster) > REMEMBERED_CLUSTER:
        return _fold_cluster(cluster)
    return _fold_short_cluster(cluster)


def _fold_cluster(cluster: str) -> str:
    several = expansions()
    folded = "".join(several.get(c) or chr(entry_of(c) & CODE_MASK) for c in cluster)
    if len(cluster) == 1:
        return folded
    # Normal forms of assigned characters never change, so any Python's will do. Its ordering of
    # marks is quadratic, so a long row of them is put in order first.
    return unicodedata.normalize("NFC", _in_canonical_order(folded))


_fold_short_cluster = functools.lru_cache(maxsize=4096)(_fold_cluster)


def _in_canonical_order(text: str) -> str:
    rows = itertools.groupby(text, key=lambda c: unicodedata.combining(c) > 0)
    return "".join(
        "".join(sorted(row, key=unicodedata.combining) if is_marks else row)
        for is_marks, row in rows
    )
