"""An index folder as a Whoosh index: the newest generation, whoever made it."""

from pathlib import Path
from typing import Any

from index.as_whoosh.reader import make_reader
from index.as_whoosh.schema import make_schema
from index.as_whoosh.stock import whoosh_index
from index.as_whoosh.writer import LetterWriter
from index.generations import pointer_state
from index.live import LiveIndex


class LetterIndex(whoosh_index.Index):  # type: ignore[misc]
    """Letters as a `whoosh.index.Index`; its readers and searchers are of the newest generation."""

    def __init__(self, index_dir: Path) -> None:
        self._live = LiveIndex(index_dir)
        self._live.snapshot()

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self._live.index_dir)!r})"

    @property
    def schema(self) -> Any:
        """The `whoosh.fields.Schema` of letters."""
        return make_schema(self._live.snapshot().segmenter)

    def latest_generation(self) -> int:
        """The number of the newest generation that can be read."""
        return self._live.snapshot().generation

    def last_modified(self) -> float:
        """When the newest generation became current, in seconds since 1970."""
        state = pointer_state(self._live.index_dir)
        return state[1] / 1e9 if state else -1

    def is_empty(self) -> bool:
        """Whether there are no letters."""
        return not self._live.snapshot().segments

    def optimize(self) -> None:
        """Merge segments into as few as can be."""
        self.writer().commit(optimize=True)

    def reader(self, reuse: Any = None) -> Any:  # noqa: ARG002 - segments are reused in any case
        """A `whoosh.reading.IndexReader` of the newest generation; it stays as it is."""
        snapshot = self._live.snapshot()
        return make_reader(snapshot, make_schema(snapshot.segmenter))

    def writer(self, *, timeout: float = 0.0, delay: float = 0.1) -> LetterWriter:
        """A `whoosh.writing.IndexWriter`; see `LetterWriter`."""
        return LetterWriter(self._live.index_dir, timeout=timeout, delay=delay)


def open_whoosh_index(path: str | Path) -> LetterIndex:
    """The index in a folder, which `letters reindex` made, as a `whoosh.index.Index`.

    Raises NoIndex, StaleIndex or DamagedIndex.
    """
    return LetterIndex(Path(path).absolute())
