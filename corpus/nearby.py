"""What a folder of letters has at some of its paths: what `scan` would list, without the rest."""

import os
import stat
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus.correcting import Complaint, Corrections
from corpus.errors import UnreadableFolder
from corpus.folder import (
    FoundFile,
    Place,
    corrections_at,
    found_at,
    ids_of,
    is_corrections_name,
    is_letter_name,
    normal,
    scan_place,
    shown_name,
)


@dataclass(frozen=True, slots=True)
class Nearby:
    """The files that are at some paths or have their id by the names there.

    `sources` were looked at, and every source that begins with one of `folders`, which end in `/`:
    whichever of them is not among `files` is not in the folder. `complaints` are all that there
    are of these sources.
    """

    files: tuple[FoundFile, ...]
    sources: frozenset[str]
    folders: tuple[str, ...]
    complaints: tuple[Complaint, ...] = ()

    def covers(self, source: str) -> bool:
        """Whether this says if there is a file of that source."""
        return source in self.sources or source.startswith(self.folders)


class LinkOnTheWay(Exception):
    """A path leads through a link, so that its file may have another name: scan the folder."""


def scan_nearby(folder: Path, paths: Iterable[str]) -> Nearby:
    """What `scan(folder)` would list for absolute paths within the folder that may have changed.

    Takes time for the names in the folders of these paths, and for all below paths that are
    folders. Raises LinkOnTheWay, and UnreadableFolder as `scan` does.
    """
    top = _Top(str(folder))
    gone: list[str] = []
    folders: list[Place] = []
    names: dict[str, set[str]] = defaultdict(set)
    for path in paths:
        parent, name = top.locate(path)
        if not name:
            continue
        mode = _mode(os.path.join(parent.path, name))  # noqa: PTH118
        if stat.S_ISDIR(mode):
            folders.append(parent.below(name))
        elif not mode:
            gone.append(parent.below(name).source)
        if is_letter_name(name) or is_corrections_name(name):
            names[parent.path].add(name)
    within = [_whole(place) for place in folders]
    beside = [_related(top.places[path], changed) for path, changed in names.items()]
    return Nearby(
        files=tuple({f.source: f for part in (*within, *beside) for f in part.files}.values()),
        sources=frozenset(source for part in beside for source in part.sources),
        folders=(*gone, *(place.source for place in folders)),
        complaints=tuple(sorted({c for part in (*within, *beside) for c in part.complaints})),
    )


class _Top:
    """The folder itself, and the places of folders within it that were met."""

    def __init__(self, path: str) -> None:
        self.places: dict[str, Place] = {path: Place(path)}
        self._path = path
        self._begin = os.path.join(path, "")  # noqa: PTH118

    def locate(self, path: str) -> tuple[Place, str]:
        """The folder that a path is in, and its name there; no name for what is never a letter.

        If a folder on the way is gone, it is that folder that changed.
        """
        place = self.places[self._path]
        if not path.startswith(self._begin):
            return place, ""
        *way, last = Path(path.removeprefix(self._begin)).parts or ("",)
        if any(name[:1] in ("", ".") for name in (*way, last)):
            return place, ""
        for name in way:
            below = self.places.get(f"{place.begin}{name}")
            if below is None:
                if not stat.S_ISDIR(_mode(f"{place.begin}{name}")):
                    return place, name
                below = self.places[f"{place.begin}{name}"] = place.below(name)
            place = below
        return place, last


def _mode(path: str) -> int:
    """What is at a path, 0 for nothing; LinkOnTheWay for a link to a folder."""
    try:
        mode = os.lstat(path).st_mode
        if not stat.S_ISLNK(mode):
            return mode
        mode = os.stat(path).st_mode  # noqa: PTH116
    except OSError:
        return 0
    if stat.S_ISDIR(mode):
        raise LinkOnTheWay(path)
    return mode


def _whole(place: Place) -> Nearby:
    complaints: list[Complaint] = []
    files = tuple(_without_links(place, complaints))
    return Nearby(files, frozenset(), (place.source,), tuple(complaints))


def _without_links(place: Place, complaints: list[Complaint]) -> Iterator[FoundFile]:
    waiting = [place]
    while waiting:
        at = waiting.pop()
        files, folders, wrong = scan_place(at)
        yield from files
        complaints += wrong
        for entry in folders:
            if entry.is_symlink():
                raise LinkOnTheWay(entry.path)
            waiting.append(at.below(entry.name))


def _related(place: Place, changed: set[str]) -> Nearby:
    """The files of changed names and of those with which they could have to share an id.

    The `letters.toml` of the folder may concern them all, and they may be missing in it.
    """
    every = _list(place)
    corrections = corrections_at(place, every)
    letters = set(filter(is_letter_name, every))
    if not any(map(is_corrections_name, changed)):
        heads = set(map(_head, changed))
        letters = {name for name in letters if _head(name) in heads}
    beside = filter(is_corrections_name, every)
    sources = {place.source + shown_name(name) for name in (*letters, *changed, *beside)}
    files = tuple(_found(place, letters, corrections))
    return Nearby(files, frozenset(sources), (), corrections.complaints)


def _head(name: str) -> str:
    """What every id that a file may get begins with: its name up to the first dot."""
    return normal(shown_name(name)).partition(".")[0]


def _list(place: Place) -> list[str]:
    try:
        return os.listdir(place.path)
    except FileNotFoundError:
        return []
    except OSError as error:
        problem = error.strerror or "unknown"
        raise UnreadableFolder(place.path, "unreadable", problem=problem) from error


def _found(place: Place, letters: set[str], corrections: Corrections) -> Iterator[FoundFile]:
    ids, begin = ids_of(letters), place.begin
    for name in letters:
        try:
            status = os.stat(begin + name)  # noqa: PTH116
        except OSError:
            continue
        if stat.S_ISREG(status.st_mode):
            yield found_at(place, begin, name, ids[name], status, corrections)
