"""Letters in, one segment file out: gathers batches in memory and writes them in one go."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from index.analysis.tokens import View
from index.columns.blobs import BlobsWriter
from index.columns.completions.batch import CompletionRows, join_rows
from index.columns.completions.writing import write_completions
from index.columns.dictionaries import Packer
from index.columns.gather import Gathered, WrittenColumn
from index.columns.labels import write_labels
from index.columns.layout import ArrayWriter, SegmentFile
from index.columns.numbering import Numbering
from index.columns.ragged import flatten, write_ragged
from index.columns.rows import NEWNESS, Rows
from index.columns.stems import FORMS, STEMS, stems_of, write_stems
from index.fields import Column

KINDS: Final = ("numbers", "labels", "ragged", "blobs")
_LABEL: Final = 100  # bytes of a label's str in a tuple, measured with tracemalloc
_INTEGER: Final = 40  # bytes of an int in a tuple
_BYTES: Final = 40  # bytes of an empty bytes in a list


class SegmentBuilder:
    """Gathers letters and writes them as a segment. Not to be shared between threads.

    Only the columns of `positions` keep the positions of their tokens. Segments that one builder
    writes share the dictionaries of their blobs, so that these are copied when segments merge.
    """

    def __init__(self, *, positions: frozenset[Column]) -> None:
        self._positions = positions
        self._names: dict[str, list[str]] = {}
        self._packers: dict[str, Packer] = {}
        self._clear()

    @property
    def size(self) -> int:
        """An estimate of the memory held, in bytes; writing takes 1.5 times as much more."""
        tokens = sum(gathered.size for gathered in self._columns.values())
        tokens += sum(numbering.size for numbering in self._numberings.values())
        return self._size + tokens + sum(packer.size for packer in self._packers.values())

    @property
    def count(self) -> int:
        """How many letters are held."""
        return self._count

    def add(self, rows: Rows) -> None:
        """Take a batch of letters.

        ValueError if its names are not those of the batches before, or if something in it has
        another number of letters or is not in their order.
        """
        self._names = self._checked_names(rows)
        self._add_tokens(rows)
        self._add_values(rows)
        for name, strings in rows.completions.items():
            self._completions.setdefault(name, []).append((self._count, strings))
            self._size += strings.size
        self._count += rows.count

    def write(self, path: Path, *, stem: Callable[[str], str] | None = None) -> SegmentFile:
        """Write what was added to a new file; the builder is empty afterwards.

        `stem` is called once for each term of text.U that is a word of letters.
        """
        with ArrayWriter(path) as writer:
            columns = self._write_columns(writer)
            if stem is not None and FORMS in columns:
                self._write_stems(writer, stem, columns)
            self._write_values(writer)
            self._write_completions(writer)
            abouts = {str(column): written.about for column, written in columns.items()}
            names = self._names or {kind: [] for kind in KINDS}
            written = writer.finish(
                {"count": self._count, "columns": abouts, "completions": [*self._completions]}
                | names
            )
        self._clear()
        return written

    def _checked_names(self, rows: Rows) -> dict[str, list[str]]:
        names = {kind: sorted(getattr(rows, kind)) for kind in KINDS}
        if self._names and self._names != names:
            raise ValueError(f"the batches of a segment have the same names, not {names}")
        for kind in KINDS:
            for name, values in getattr(rows, kind).items():
                if len(values) != rows.count:
                    raise ValueError(f"{kind} {name}: {len(values)} for {rows.count} letters")
        for column, tokens in rows.tokens.items():
            text = tokens.text
            if len(text) and not (text[0] >= 0 and text[-1] < rows.count):
                raise ValueError(f"{column}: tokens of letters that are not in the batch")
            if (text[1:] < text[:-1]).any():
                raise ValueError(f"{column}: tokens that are not in the order of letters")
        return names

    def _clear(self) -> None:
        self._count = 0
        self._size = 0
        self._names = {}
        self._columns: dict[Column, Gathered] = {}
        self._numberings: dict[View, Numbering] = {}
        self._numbers: dict[str, list[NDArray[np.int64]]] = {}
        self._labels: dict[str, list[tuple[str, ...]]] = {}
        self._ragged: dict[str, list[tuple[int, ...]]] = {}
        self._completions: dict[str, list[tuple[int, CompletionRows]]] = {}
        self._packers = {name: Packer(packer.dictionary) for name, packer in self._packers.items()}

    def _add_tokens(self, rows: Rows) -> None:
        known: dict[tuple[View, int], NDArray[np.int32]] = {}  # by the view and the vocabulary
        for column, tokens in rows.tokens.items():
            key = column.view, id(tokens.vocabulary)
            if key not in known:
                numbering = self._numberings.setdefault(column.view, Numbering())
                known[key] = numbering.number(tokens.vocabulary)
            gathered = self._columns.get(column)
            if gathered is None:
                gathered = Gathered(keeps_positions=column in self._positions)
                self._columns[column] = gathered
            gathered.add(tokens, self._count, rows.count, known[key])

    def _write_columns(self, writer: ArrayWriter) -> dict[Column, WrittenColumn]:
        orders = {view: numbering.in_order() for view, numbering in self._numberings.items()}
        written = {}
        for column in sorted(self._columns):
            terms, place = orders[column.view]
            gathered = self._columns[column]
            written[column] = gathered.write(
                writer, column, count=self._count, terms=terms, place=place
            )
        return written

    def _add_values(self, rows: Rows) -> None:
        for name, numbers in rows.numbers.items():
            self._numbers.setdefault(name, []).append(np.asarray(numbers, np.int64))
        for name, labels in rows.labels.items():
            self._labels.setdefault(name, []).extend(labels)
            self._size += _LABEL * sum(map(len, labels))
        for name, ragged in rows.ragged.items():
            self._ragged.setdefault(name, []).extend(map(tuple, ragged))
            self._size += _INTEGER * sum(map(len, ragged))
        for name, blobs in rows.blobs.items():
            self._packers.setdefault(name, Packer()).add(blobs)
            self._size += _BYTES * len(blobs)

    def _write_stems(
        self,
        writer: ArrayWriter,
        stem: Callable[[str], str],
        columns: dict[Column, WrittenColumn],
    ) -> None:
        forms = columns[FORMS].terms
        stems = stems_of(forms, stem)
        numbers = np.full(len(forms), -1, np.int32)
        if STEMS in columns:
            numbers[list(stems)] = columns[STEMS].terms.find_all(list(stems.values()))
        missing = {form: text for form, text in stems.items() if numbers[form] < 0}
        write_stems(writer, numbers, missing)

    def _write_values(self, writer: ArrayWriter) -> None:
        for name, numbers in self._numbers.items():
            writer.add(f"numbers/{name}", np.concatenate(numbers))
        for name, labels in self._labels.items():
            write_labels(writer, f"labels/{name}", labels)
        for name, ragged in self._ragged.items():
            write_ragged(writer, f"ragged/{name}", flatten(ragged))
        for name in self._names.get("blobs", ()):
            packer = self._packers[name]
            blobs = BlobsWriter(writer)
            blobs.append_frames(packer.finish(), by=1 if packer.dictionary else 0)
            blobs.finish(
                f"blobs/{name}", [packer.dictionary.as_bytes()] if packer.dictionary else []
            )

    def _write_completions(self, writer: ArrayWriter) -> None:
        for name, batches in self._completions.items():
            firsts, strings = zip(*batches, strict=True)
            newness = np.concatenate(self._numbers[NEWNESS])
            write_completions(writer, f"completions/{name}", join_rows(strings, firsts), newness)
