"""The files of a folder of letters, and the ids that their names make.

Opens none of them but the `letters.toml` that says more of those beside it.
"""

import os
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

from corpus.correcting import (
    CORRECTIONS,
    NO_CORRECTIONS,
    Complaint,
    Correction,
    Corrections,
    complain_of_name,
    read_corrections,
)
from corpus.errors import UnreadableFolder, UnreadableLetter
from corpus.formats import READ, SUFFIXES
from corpus.letter import LetterId

CORRECTIONS_NAMES = (CORRECTIONS, "letter.toml")  # the second, and capitals, are complained of


class FoundFile(NamedTuple):
    """A file that may hold letters, as the folder lists it.

    `path` opens it; `source` is its path relative to the folder, with `/`, as text that can be
    shown; `id` is that of its first letter. `size` in bytes and `mtime_ns` tell a changed file;
    `correction` is what the `letters.toml` beside it says of it. (A frozen dataclass takes five
    times as long to make, a sixth of a scan.)
    """

    id: LetterId
    path: str
    source: str
    size: int
    mtime_ns: int
    correction: Correction | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """The files of a folder in the order of their source, and what does not count beside them."""

    files: tuple[FoundFile, ...]
    complaints: tuple[Complaint, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A folder on the way: `path` opens it, `source` and `id` begin those of what is in it."""

    path: str
    source: str = ""
    id: str = ""

    def below(self, name: str) -> "Place":
        """A folder in it."""
        shown = shown_name(name)
        return Place(
            os.path.join(self.path, name),  # noqa: PTH118  (a Path each costs a third of a scan)
            f"{self.source}{shown}/",
            f"{self.id}{normal(shown)}/",
        )

    @property
    def begin(self) -> str:
        """How the paths of what is in it begin."""
        return os.path.join(self.path, "")  # noqa: PTH118


def scan(folder: Path) -> tuple[FoundFile, ...]:
    """The files of a folder that can hold letters, as `list_letters` lists them."""
    return list_letters(folder).files


def list_letters(folder: Path) -> Listing:
    """The files of a folder that can hold letters, at any depth, with what is said of them by hand.

    What begins with a dot is skipped. Links are followed, each folder is listed once, and real
    folders before links, so that a loop ends and a second name of a folder adds nothing.
    Raises `UnreadableFolder` if the folder or one within it cannot be listed: a part of the
    letters would look removed. 100,000 files take a third of a second, half of it their stat.
    """
    if not folder.is_dir():
        raise UnreadableFolder(str(folder), "no_folder")
    found: list[FoundFile] = []
    complaints: list[Complaint] = []
    real, links = [Place(str(folder))], list[Place]()
    listed: set[tuple[int, int]] = set()
    while real or links:
        place = real.pop() if real else links.pop(0)
        identity = _identity(place)
        if identity is None or identity in listed:
            continue
        listed.add(identity)
        files, folders, wrong = scan_place(place)
        found += files
        complaints += wrong
        for entry in folders:
            (links if entry.is_symlink() else real).append(place.below(entry.name))
    files_in_order = tuple(sorted(found, key=attrgetter("source", "path")))
    return Listing(files_in_order, tuple(sorted(complaints)))


def identify(path: Path, folder: Path) -> FoundFile:
    """The file at `path` as `scan(folder)` lists it; one outside the folder as of its own folder.

    Raises `UnreadableLetter` (vanished, unreadable, unsupported).
    """
    if path.suffix.lower() not in SUFFIXES:
        raise UnreadableLetter(str(path), "unsupported", supported=READ)
    absolute, root = Path(os.path.abspath(path)), Path(os.path.abspath(folder))  # noqa: PTH100
    place = Place(str(absolute.parent))
    if absolute.is_relative_to(root):
        place = Place(str(root))
        for name in absolute.parent.relative_to(root).parts:
            place = place.below(name)
    try:
        status = path.stat()
        every = os.listdir(absolute.parent)
    except FileNotFoundError as error:
        raise UnreadableLetter(str(path), "vanished") from error
    except OSError as error:
        problem = error.strerror or "unknown"
        raise UnreadableLetter(str(path), "unreadable", problem=problem) from error
    ids = ids_of({absolute.name, *filter(is_letter_name, every)})
    own_id = ids[absolute.name]
    corrections = corrections_at(place, every)
    return found_at(place, place.begin, absolute.name, own_id, status, corrections)


def shown_name(name: str) -> str:
    r"""A file name as text: names in GB18030, as old archives leave them, are decoded.

    Any other byte that is not UTF-8 is shown as `\xff`.
    """
    if name.isascii():
        return name
    raw = os.fsencode(name)
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("utf-8", "backslashreplace")


def scan_place(
    place: Place,
) -> tuple[Iterator[FoundFile], list[os.DirEntry[str]], tuple[Complaint, ...]]:
    """The files of one folder, and the folders in it with links to some, in the order of names.

    Beside them what is wrong with its `letters.toml`.
    """
    entries = _entries(place)
    folders = sorted(filter(_is_folder, entries), key=attrgetter("name"))
    corrections = corrections_at(place, [entry.name for entry in entries])
    return _files(place, entries, corrections), folders, corrections.complaints


def _entries(place: Place) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(place.path) as entries:
            return [entry for entry in entries if entry.name[0] != "."]
    except FileNotFoundError:
        return []
    except OSError as error:
        problem = error.strerror or "unknown"
        raise UnreadableFolder(place.path, "unreadable", problem=problem) from error


def _identity(place: Place) -> tuple[int, int] | None:
    try:
        status = os.stat(place.path)  # noqa: PTH116
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def is_letter_name(name: str) -> bool:
    """Whether a file of this name is for reading as a letter."""
    return name[0] != "." and _split(name)[1].lower() in SUFFIXES


def _split(name: str) -> tuple[str, str]:
    """What is before the suffix of a name that does not begin with a dot, and the suffix."""
    stem, dot, suffix = name.rpartition(".")
    return (stem, dot + suffix) if dot else (name, "")


def _files(
    place: Place, entries: Iterable[os.DirEntry[str]], corrections: Corrections
) -> Iterator[FoundFile]:
    letters = [entry for entry in entries if is_letter_name(entry.name)]
    ids = ids_of({entry.name for entry in letters})
    begin = place.begin
    for entry in letters:
        try:
            if entry.is_file():
                name = entry.name
                yield found_at(place, begin, name, ids[name], entry.stat(), corrections)
        except OSError:
            continue  # gone since it was listed


def found_at(
    place: Place,
    begin: str,
    name: str,
    own_id: str,
    status: os.stat_result,
    corrections: Corrections,
) -> FoundFile:
    """A file of a place; what comes in beside it is made once a folder."""
    shown = shown_name(name)
    return FoundFile(
        LetterId(place.id + own_id),
        begin + name,
        place.source + shown,
        status.st_size,
        status.st_mtime_ns,
        corrections.of.get(normal(shown)) if corrections.of else None,
    )


def is_corrections_name(name: str) -> bool:
    """Whether a file of this name is, or would have to be, the `letters.toml` of its folder."""
    return name[-5:].lower() == ".toml" and name.lower() in CORRECTIONS_NAMES


def corrections_at(place: Place, names: Iterable[str]) -> Corrections:
    """What the folder's `letters.toml` says; `names` are those of all that is in it."""
    every = list(names)
    present = sorted(filter(is_corrections_name, every))
    if not present:
        return NO_CORRECTIONS
    others = [name for name in present if name != CORRECTIONS]
    wrong = [complain_of_name(place.source + name) for name in others]
    if CORRECTIONS not in present:
        return Corrections({}, tuple(wrong))
    folders = {entry.name for entry in filter(_is_folder, _entries(place))}
    letters = {normal(shown_name(n)) for n in every if is_letter_name(n) and n not in folders}
    read = read_corrections(place.begin + CORRECTIONS, place.source + CORRECTIONS, letters)
    return Corrections(read.of, (*wrong, *read.complaints))


def ids_of(names: set[str]) -> dict[str, str]:
    """The ids of the files of one folder: the name without suffix, with it where two share one."""
    whole = {name: normal(shown_name(name)) for name in names}
    stems = {name: _split(shown)[0] for name, shown in whole.items()}
    return stems if len(set(stems.values())) == len(stems) else _set_apart(whole, stems)


def _set_apart(whole: Mapping[str, str], stems: Mapping[str, str]) -> dict[str, str]:
    """Ids where some share a stem; shorter names choose first.

    So `a.txt.md` gives way to `a.txt` beside `a.md`.
    """
    counts = Counter(stems.values())
    ids: dict[str, str] = {}
    taken: set[str] = set()
    for name in sorted(whole, key=lambda name: (len(name), name)):
        stem = stems[name] if counts[stems[name]] == 1 else whole[name]
        choices = (stem, whole[name], shown_name(name), os.fsencode(name).hex())
        ids[name] = next(choice for choice in choices if choice not in taken)
        taken.add(ids[name])
    return ids


def normal(name: str) -> str:
    """A shown name as it stands in ids."""
    return name if name.isascii() else unicodedata.normalize("NFC", name)
