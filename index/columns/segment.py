"""A segment that is open for reading. Knows how it is laid out, not what it is for."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from index.analysis.tokens import View
from index.columns.blobs import Blobs
from index.columns.column import TermColumn
from index.columns.labels import Labels
from index.columns.mapped import ArrayFile
from index.columns.ragged import Ragged, read_ragged
from index.columns.stems import FORMS, Stems
from index.fields import Column

if TYPE_CHECKING:
    from index.columns.completions.reading import Completions


class Segment:
    """An immutable batch of letters as columns; made by `open_segment`.

    Letters are numbered from 0. Whatever is read is checked at its first use: `DamagedSegment` is
    raised if it is not what was written. May be used by many threads at once. Arrays are views of
    the file and cannot be written to.
    """

    def __init__(self, path: Path) -> None:
        self._file = ArrayFile(path)
        self.path = path
        self.count: int = self._file.about["count"]
        self._read: dict[tuple[str, str], Any] = {}

    @property
    def written(self) -> int:
        """When it was written, in seconds since 1970."""
        return self._file.written

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns that were written."""
        return tuple(map(_column, self._file.about["columns"]))

    def names(self, kind: str) -> tuple[str, ...]:
        """The names of all "numbers", "labels", "ragged" or "blobs"."""
        return tuple(self._file.about[kind])

    def column(self, column: Column) -> TermColumn:
        """A column; KeyError if the segment was written without it."""
        found: TermColumn | None = self._read.get(("column", str(column)))
        if found is None:
            found = self._read["column", str(column)] = TermColumn(self._file, column, self.count)
        return found

    def numbers(self, name: str) -> NDArray[np.int64]:
        """One number a letter; KeyError if there are none of that name."""
        return self._file.array(f"numbers/{name}").all()

    def labels(self, name: str) -> Labels:
        """Labels of that name; KeyError if there are none."""
        found: Labels | None = self._read.get(("labels", name))
        if found is None:
            found = self._read["labels", name] = Labels(self._file, f"labels/{name}")
        return found

    def ragged(self, name: str) -> Ragged:
        """Any number of integers a letter; KeyError if there are none of that name."""
        return read_ragged(self._file, f"ragged/{name}")

    def blobs(self, name: str) -> Blobs:
        """The blobs of that name; KeyError if there are none."""
        found: Blobs | None = self._read.get(("blobs", name))
        if found is None:
            found = self._read["blobs", name] = Blobs(self._file, f"blobs/{name}")
        return found

    def blob(self, name: str, row: int) -> bytes:
        """The blob of one letter; KeyError or IndexError if there is none."""
        return self.blobs(name)[row]

    def completions(self, name: str) -> "Completions":
        """The strings that can be completed; KeyError if there are none of that name."""
        from index.columns.completions.reading import Completions  # few processes need it

        found: Completions | None = self._read.get(("completions", name))
        if found is None:
            if name not in self._file.about["completions"]:
                raise KeyError(name)
            found = Completions(self._file, f"completions/{name}")
            self._read["completions", name] = found
        return found

    @property
    def completion_names(self) -> tuple[str, ...]:
        """The names of all that can be completed."""
        return tuple(self._file.about["completions"])

    @property
    def stems(self) -> NDArray[np.int32]:
        """For each term of text.U the number of its stem in text.W, or -1."""
        found = self.stored_stems
        if found is not None:
            return np.maximum(found.numbers, -1)
        forms = len(self.column(FORMS).terms) if FORMS in self.columns else 0
        return np.full(forms, -1, np.int32)

    @property
    def stored_stems(self) -> Stems | None:
        """The stems as they are stored, for merging; None if the segment was written without."""
        return Stems(self._file) if "stems" in self._file else None

    def let_go(self) -> None:
        """Take no memory for what was read so far, where the system can be asked to."""
        self._file.let_go()

    def is_as_opened(self) -> bool:
        """Whether nobody wrote to the file since it was opened, which makes it unsafe to read."""
        return self._file.is_as_opened()

    def verify(self) -> None:
        """Check every byte; takes a second for about a gigabyte."""
        self._file.verify()


def open_segment(path: Path) -> Segment:
    """Open a segment file; `DamagedSegment` if its directory is not what was written."""
    return Segment(path)


def _column(name: str) -> Column:
    field, view = name.rsplit(".", 1)
    return Column(field, View(view))
