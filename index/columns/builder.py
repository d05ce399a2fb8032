"""Letters in, one segment file out: gathers batches in memory and writes them in one go."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.analysis.tokens import TokenColumns
from index.columns.blobs import compress, write_blobs
from index.columns.column import write_lengths
from index.columns.invert import invert
from index.columns.labels import write_labels
from index.columns.layout import ArrayWriter, SegmentFile
from index.columns.lexicon import encode, write_lexicon
from index.columns.positions import PositionsWriter
from index.columns.postings import PostingsWriter
from index.columns.ragged import flatten, write_ragged
from index.columns.rows import Rows
from index.columns.stems import FORMS, STEMS, stems_of, write_stems
from index.fields import Column

_TERM_BYTES = 130  # a short str, its number and its place in a dict, measured with tracemalloc
_LABEL_BYTES = 100  # a str of a label in a tuple, the same


class _Numbering(dict[str, int]):
    """The number of each term in the order in which terms were first seen."""

    def __missing__(self, term: str) -> int:
        number = self[term] = len(self)
        return number


class _Gathered:
    """The tokens of one column so far."""

    def __init__(self, *, positions: bool) -> None:
        self.numbering = _Numbering()
        self.terms: list[NDArray[np.int32]] = []
        self.lengths: dict[int, NDArray[np.int64]] = {}
        self.positions: list[NDArray[np.int32]] | None = [] if positions else None

    def add(self, tokens: TokenColumns, first: int, count: int) -> int:
        """Take the tokens of the letters from number `first` on; how many bytes that holds."""
        before = len(self.numbering)
        used = np.flatnonzero(np.bincount(tokens.term, minlength=1))
        number = np.zeros(len(used) and used[-1] + 1, np.int32)
        vocabulary = tokens.vocabulary
        if len(tokens.term):
            number[used] = [self.numbering[vocabulary[term]] for term in used.tolist()]
        self.terms.append(number[tokens.term])
        self.lengths[first] = np.bincount(tokens.text, minlength=count)
        if self.positions is not None:
            self.positions.append(tokens.position.astype(np.int32))
        width = 4 if self.positions is None else 8
        return width * len(tokens.term) + 8 * count + _TERM_BYTES * (len(self.numbering) - before)

    def all_lengths(self, count: int) -> NDArray[np.int64]:
        """The tokens of every letter, none for batches that lack the column."""
        lengths = np.zeros(count, np.int64)
        for first, part in self.lengths.items():
            lengths[first : first + len(part)] = part
        return lengths


class SegmentBuilder:
    """Gathers letters and writes them as a segment. Not to be shared between threads.

    Only the columns of `positions` keep the positions of their tokens.
    """

    def __init__(self, *, positions: frozenset[Column]) -> None:
        self._positions = positions
        self._clear()

    @property
    def size(self) -> int:
        """An estimate of the memory held, in bytes; writing takes as much again for a while."""
        return self._size

    @property
    def count(self) -> int:
        """How many letters are held."""
        return self._count

    def add(self, rows: Rows) -> None:
        """Take a batch of letters; ValueError if its names are not those of the batches before."""
        names = {
            kind: set(getattr(rows, kind)) for kind in ("numbers", "labels", "ragged", "blobs")
        }
        if self._count and any(set(getattr(self, f"_{kind}")) != names[kind] for kind in names):
            raise ValueError(f"batches of one segment must have the same names, not {names}")
        for column, tokens in rows.tokens.items():
            gathered = self._columns.get(column)
            if gathered is None:
                keeps = column in self._positions
                gathered = self._columns[column] = _Gathered(positions=keeps)
            self._size += gathered.add(tokens, self._count, rows.count)
        self._add_values(rows)
        self._count += rows.count

    def write(self, path: Path, *, stem: Callable[[str], str] | None = None) -> SegmentFile:
        """Write what was added to a new file; the builder is empty afterwards.

        `stem` is called once for each term of text.U that is a word of letters.
        """
        with ArrayWriter(path) as writer:
            columns, terms = {}, {}
            for column in sorted(self._columns):
                about, names = self._write_column(writer, column)
                columns[str(column)] = about
                if column in (FORMS, STEMS):
                    terms[column] = names
            if stem is not None and FORMS in terms:
                numbers = np.full(len(terms[FORMS]), -1, np.int32)
                stems = stems_of(terms[FORMS], stem)
                write_stems(writer, numbers, stems, terms.get(STEMS, []))
            self._write_values(writer)
            names_of = {kind: list(getattr(self, f"_{kind}")) for kind in _KINDS}
            written = writer.finish({"count": self._count, "columns": columns} | names_of)
        self._clear()
        return written

    def _clear(self) -> None:
        self._count = 0
        self._size = 0
        self._columns: dict[Column, _Gathered] = {}
        self._numbers: dict[str, list[NDArray[np.int64]]] = {}
        self._labels: dict[str, list[tuple[str, ...]]] = {}
        self._ragged: dict[str, list[tuple[int, ...]]] = {}
        self._blobs: dict[str, list[bytes]] = {}

    def _add_values(self, rows: Rows) -> None:
        for name, numbers in rows.numbers.items():
            self._numbers.setdefault(name, []).append(np.asarray(numbers, np.int64))
        for name, labels in rows.labels.items():
            self._labels.setdefault(name, []).extend(labels)
            self._size += _LABEL_BYTES * sum(map(len, labels))
        for name, ragged in rows.ragged.items():
            self._ragged.setdefault(name, []).extend(map(tuple, ragged))
            self._size += 40 * sum(map(len, ragged))
        for name, blobs in rows.blobs.items():
            frames = compress(blobs)
            self._blobs.setdefault(name, []).extend(frames)
            self._size += sum(map(len, frames)) + 40 * len(frames)

    def _write_column(
        self, writer: ArrayWriter, column: Column
    ) -> tuple[dict[str, Any], list[str]]:
        gathered = self._columns.pop(column)
        terms = list(gathered.numbering)
        order = sorted(range(len(terms)), key=terms.__getitem__)
        rank = np.empty(len(terms), np.int64)
        rank[order] = np.arange(len(terms))
        terms = [terms[number] for number in order]
        lengths = gathered.all_lengths(self._count)
        kept = gathered.positions
        positions = None if kept is None else np.concatenate(kept)
        inverted = invert(rank[np.concatenate(gathered.terms)], lengths, len(terms), positions)
        name = str(column)
        write_lexicon(writer, f"{name}/terms", list(map(encode, terms)))
        postings = PostingsWriter(writer)
        postings.append(inverted.sizes, inverted.ids, inverted.frequencies)
        postings.finish(name)
        if inverted.positions is not None:
            keeper = PositionsWriter(writer)
            ends = np.cumsum(inverted.sizes)
            tokens = np.append(0, np.cumsum(inverted.frequencies))
            keeper.append(np.diff(tokens[np.append(0, ends)]), inverted.positions)
            keeper.finish(name)
        about = write_lengths(writer, name, lengths, positions=inverted.positions is not None)
        return about, terms

    def _write_values(self, writer: ArrayWriter) -> None:
        for name, numbers in self._numbers.items():
            writer.add(f"numbers/{name}", np.concatenate(numbers))
        for name, labels in self._labels.items():
            write_labels(writer, f"labels/{name}", labels)
        for name, ragged in self._ragged.items():
            write_ragged(writer, f"ragged/{name}", flatten(ragged))
        for name, frames in self._blobs.items():
            write_blobs(writer, f"blobs/{name}", frames)


_KINDS = ("numbers", "labels", "ragged", "blobs")
