"""Files to letters: opens a file, hands it to the adaptor of its format, understands the text."""

import io
import os
import re
import stat
from pathlib import Path

from corpus.correcting import lay_over
from corpus.errors import UnreadableLetter
from corpus.folder import FoundFile, identify, scan
from corpus.formats import Document, read_plain_text, recognise
from corpus.formats.apart import read_apart
from corpus.letter import Letter, LetterId
from corpus.structure.understanding import understand

LARGEST_LETTER_MB = 32
LARGEST_LETTER = LARGEST_LETTER_MB * 1024 * 1024  # bytes; a book of 1,000 pages has about 3 MB
USUAL_LETTER = 64 * 1024  # bytes that are asked for at once; a longer letter is read piecemeal
LATER_LETTER = re.compile(r"~[1-9]\d{0,5}$")


def read_letters(path: Path, folder: Path) -> tuple[Letter, ...]:
    """The letters of one file, with the ids they have as part of `folder`.

    Raises `UnreadableLetter`, with the reason, and nothing else whatever is in the file.
    """
    return read_found(identify(path, folder))


def read_found(found: FoundFile) -> tuple[Letter, ...]:
    """The letters of a file that `scan` or `identify` found; raises `UnreadableLetter`."""
    return read_raw(load(found), found)


def read_raw(raw: bytes, found: FoundFile) -> tuple[Letter, ...]:
    """The letters of a file whose content is loaded already; raises `UnreadableLetter`."""
    document = lay_over(_to_document(raw, found), found.correction)
    return (understand(document, letter_id=found.id, source=found.source),)


def _to_document(raw: bytes, found: FoundFile) -> Document:
    """Plain text is read here, all else by a process that can be ended."""
    suffix = os.path.splitext(found.path)[1].lower()  # noqa: PTH122
    format_ = recognise(raw, suffix=suffix, source=found.source)
    if format_ == "text":
        return read_plain_text(raw, found.source)
    return read_apart(format_, raw, found.source)


def read_text(text: str, *, letter_id: LetterId, source: str) -> Letter:
    """The letter that a text is, as if in a file of plain text; raises `UnreadableLetter`."""
    raw = text.encode("utf-8", "surrogatepass")
    return understand(read_plain_text(raw, source), letter_id=letter_id, source=source)


def find_file(name: str, folder: Path) -> FoundFile:
    """The file that a path or the id of a letter names.

    Raises `UnreadableLetter` (not_found, not_a_file, unsupported) and `UnreadableFolder`.
    """
    if os.path.isfile(name):  # noqa: PTH113  (answers False for what cannot be a path)
        return identify(Path(name), folder)
    if os.path.exists(name):  # noqa: PTH110
        raise UnreadableLetter(name, "not_a_file")
    wanted = {name, LATER_LETTER.sub("", name)}
    found = next((file for file in scan(folder) if file.id in wanted), None)
    if found is None:
        raise UnreadableLetter(name, "not_found", folder=str(folder))
    return found


def load(found: FoundFile) -> bytes:
    """The content of a file; raises `UnreadableLetter` (vanished, not_a_file, too_large...)."""
    return load_at(found.path, found.source)


def load_at(path: str, source: str) -> bytes:
    """The content of the file at `path`, which errors call `source`; raises as `load` does."""
    try:
        status = os.stat(path)  # noqa: PTH116
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableLetter(source, "not_a_file")
        if status.st_size > LARGEST_LETTER:
            raise UnreadableLetter(source, "too_large", limit_mb=LARGEST_LETTER_MB)
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123
            raw = _read(file)
    except FileNotFoundError as error:
        raise UnreadableLetter(source, "vanished") from error
    except OSError as error:
        problem = error.strerror or "unknown"
        raise UnreadableLetter(source, "unreadable", problem=problem) from error
    if len(raw) > LARGEST_LETTER:
        raise UnreadableLetter(source, "too_large", limit_mb=LARGEST_LETTER_MB)
    return raw


def _read(file: io.FileIO) -> bytes:
    """All bytes of a file, or one more than a letter may have."""
    raw = file.read(USUAL_LETTER)
    while 0 < len(raw) <= LARGEST_LETTER and (more := file.read(len(raw))):
        raw += more
    return raw
