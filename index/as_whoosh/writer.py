"""Letters into an index by way of Whoosh's writer: each commit is a generation, as of a reindex."""

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any, Final, NoReturn

from index.as_whoosh.keywords import NO_FILE, to_document
from index.as_whoosh.reader import make_reader
from index.as_whoosh.schema import make_schema
from index.as_whoosh.stock import try_for, whoosh_index, writing
from index.building import StagedSegment, write_segments
from index.documents import Document
from index.errors import IndexBusy
from index.generations import exclusive, publish, stage, sweep_debris
from index.parts import bury, merge_parts, new_part, parts_of, to_manifest
from index.snapshot import Snapshot, open_snapshot
from index.tiers import Places, Size, plan_full, plan_merges

MOST_WAITING: Final = 20_000_000  # characters of letters that are held before they are written


class LetterWriter(writing.IndexWriter):  # type: ignore[misc]
    """Adds and deletes letters, seen by others after `commit`; one writer at a time has the index.

    A letter is made of keyword arguments as by `to_document`, and analysed as those of files. Ids
    are unique. The next `letters reindex` brings the index back to what is in its folder.
    """

    def __init__(self, index_dir: Path, *, timeout: float = 0.0, delay: float = 0.1) -> None:
        """Try for `timeout` seconds, every `delay`; `whoosh.index.LockError` if another writes."""
        self._index_dir = index_dir
        self._lock = ExitStack()
        if not try_for(self._acquire, timeout=timeout, delay=delay):
            raise whoosh_index.LockError(f"Another process is writing the index in {index_dir}")
        try:
            self._snapshot = _open(index_dir)
        except BaseException:
            self._lock.close()
            raise
        self.schema = make_schema(self._snapshot.segmenter)
        self._reader = self.reader()
        self._letters_before: int = self._reader.doc_count_all()
        self._staging = stage(index_dir)
        self._deleted: set[int] = set()  # numbers, the new letters' following those before
        self._added: dict[str, int] = {}  # the number of each new letter by its id
        self._waiting: list[Document] = []
        self._characters = 0  # of the waiting letters
        self._written: list[StagedSegment] = []
        self.is_closed = False

    def reader(self) -> Any:
        """A reader of the index as it was when the writer was made."""
        return make_reader(self._snapshot, self.schema)

    def add_document(self, **fields: Any) -> None:
        """Add a letter; IndexingError if there is one of its id, else raises as `to_document`."""
        self._add(to_document(fields))

    def update_document(self, **fields: Any) -> None:
        """Add a letter in the place of the one of its id, if there is one."""
        self._check_open()
        document = to_document(fields)
        number = self._number(document.letter.id)
        if number is not None:
            self._deleted.add(number)
        self._add(document)

    def add_reader(self, reader: Any) -> None:
        """Add the letters of a reader of another index of ours; raises as `add_document`."""
        for leaf, _ in reader.leaf_readers():
            for letter in leaf.letters():
                self._add(Document(letter, NO_FILE))

    def delete_document(self, docnum: int, delete: bool = True) -> None:
        """Delete a letter by its number, or think better of it before the commit.

        IndexingError if the index had no such letter when the writer was made.
        """
        self._check_open()
        if not 0 <= docnum < self._letters_before or self._reader.is_deleted(docnum):
            raise writing.IndexingError(f"There is no letter of number {docnum} in this index")
        if delete:
            self._deleted.add(docnum)
        elif self._snapshot.letter(docnum).id in self._added:
            raise writing.IndexingError(f"Another letter has the place of number {docnum} now")
        else:
            self._deleted.discard(docnum)

    def commit(self, *, optimize: bool = False, merge: bool = True) -> None:
        """Make what was done a generation that readers see, and let others write.

        Segments are merged as by a reindex, with `optimize` to as few as can be, without `merge`
        not at all. Nothing happens if there is nothing to do. Raises OSError if the disk is full.
        """
        self._check_open()
        try:
            self._publish(optimize=optimize, merge=merge)
        finally:
            self.cancel()

    def cancel(self) -> None:
        """Leave the index as it is, and let others write."""
        self._check_open()
        self.is_closed = True
        sweep_debris(self._index_dir)
        self._lock.close()

    def add_field(self, fieldname: str, fieldtype: Any, **kwargs: Any) -> NoReturn:  # noqa: ARG002
        """Raises IndexingError: see `remove_field`."""
        self.remove_field(fieldname)

    def remove_field(self, fieldname: str, **kwargs: Any) -> NoReturn:  # noqa: ARG002
        """Raises IndexingError: the fields of letters are those of the field table."""
        raise writing.IndexingError(f"The fields are the same for all letters: {fieldname!r}")

    def _acquire(self) -> bool:
        try:
            self._lock.enter_context(exclusive(self._index_dir))
        except IndexBusy:
            return False
        return True

    def _check_open(self) -> None:
        if self.is_closed:
            raise writing.IndexingError("This writer is closed")

    def _number(self, letter_id: str) -> int | None:
        """The number of the letter that has an id now."""
        number = self._added.get(letter_id)
        if number is None:
            number = self._snapshot.find(letter_id)
        return None if number in self._deleted else number

    def _add(self, document: Document) -> None:
        self._check_open()
        letter = document.letter
        if self._number(letter.id) is not None:
            raise writing.IndexingError(
                f"There is a letter {letter.id!r} already; update_document takes its place"
            )
        written = sum(staged.letters for staged in self._written)
        self._added[letter.id] = self._letters_before + written + len(self._waiting)
        self._waiting.append(document)
        self._characters += len(letter.text)
        if self._characters > MOST_WAITING:
            self._write()

    def _write(self) -> None:
        self._written += write_segments(
            self._waiting,
            staging=self._staging,
            label=str(len(self._written)),
            segmenter=self._snapshot.segmenter,
        )
        self._waiting, self._characters = [], 0

    def _publish(self, *, optimize: bool, merge: bool) -> None:
        if self._waiting:
            self._write()
        fresh = [new_part(staged) for staged in self._written]
        parts = bury((*parts_of(self._snapshot), *fresh), self._deleted, self._staging)
        sizes = [part.size for part in parts]
        groups = _plan_all(sizes) if optimize else plan_merges(sizes) if merge else ()
        if not (self._added or self._deleted or groups):
            return
        parts = merge_parts(parts, groups, self._staging)
        template = replace(self._snapshot.manifest, previous=self._snapshot.generation)
        publish(self._index_dir, to_manifest(parts, template, self._staging))


def _plan_all(sizes: Sequence[Size]) -> tuple[Places, ...]:
    """The groups that leave few segments and no deleted letters."""
    groups = plan_full(sizes)
    alone = set(range(len(sizes))).difference(*groups)
    return (*groups, *((at,) for at in sorted(alone) if sizes[at].dead))


def _open(index_dir: Path) -> Snapshot:
    sweep_debris(index_dir)
    return open_snapshot(index_dir)
