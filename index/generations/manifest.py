"""A generation as a value, and as the small JSON file that lists its files. Opens no other file."""

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import Any

from corpus import gettext

FORMAT = 1  # goes up when a program could not read the manifests of the one before
CORRECTIONS = "corrections"  # a reason


class OtherFormat(ValueError):
    """A manifest of another version of the program."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileEntry:
    """An immutable file beside the manifest: its size in bytes and the sha256 of its content."""

    name: str
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SegmentEntry:
    """A segment of `letters` rows, `dead` of which are not in this generation.

    `tombstones` is a file of one bit a row, set for the dead ones; None when all rows live.
    """

    file: FileEntry
    letters: int
    dead: int = 0
    tombstones: FileEntry | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """What an index was made with; two that are equal read and search alike."""

    schema: str
    analysis: str
    segmenter: str
    words: str


@dataclass(frozen=True, slots=True, order=True)
class Unreadable:
    """A file that could not be read as a letter: `reason` is a key, the others say it in words.

    With the reason CORRECTIONS it is a `letters.toml` with something in it that does not count, or
    a letter of which it says what is not so.
    """

    source: str
    reason: str
    text: str
    chinese: str = ""

    @property
    def in_both(self) -> str:
        """For records, which are read by people of both languages."""
        return f"{self.text}（{self.chinese}）" if self.chinese else self.text

    @property
    def is_lost(self) -> bool:
        """Whether no letter of the file is in the index."""
        return self.reason != CORRECTIONS


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """A generation: the state of an index that stays as it is.

    `previous` is the generation it was made from, `created` a UTC time in ISO 8601, `folder` the
    absolute folder of the letters, `letters` the number of live ones. `words` is a copy of the
    admin's own words, if there were any, since queries need the words that made the index.
    """

    number: int
    previous: int | None
    created: str
    folder: str
    letters: int
    segments: tuple[SegmentEntry, ...]
    stamp: Stamp
    words: FileEntry | None = None
    unreadable: tuple[Unreadable, ...] = ()

    @property
    def files(self) -> tuple[FileEntry, ...]:
        """Every file that this generation needs."""
        named = [entry for s in self.segments for entry in (s.file, s.tombstones)] + [self.words]
        return tuple(entry for entry in named if entry is not None)


def to_json(manifest: Manifest) -> str:
    """The manifest as it stands in its file, with a checksum over everything else in it."""
    content: dict[str, Any] = {"format": FORMAT, **asdict(manifest)}
    return json.dumps(content | {"sha256": _digest(content)}, indent=1) + "\n"


def from_json(text: str) -> Manifest:
    """The manifest of a file's text; ValueError says what is wrong with it, OtherFormat if new."""
    content = json.loads(text)
    if not isinstance(content, dict):  # wrong in the text, as other JSON is, and not in the call
        raise ValueError(gettext("it is not a manifest"))  # noqa: TRY004
    if content.get("format", FORMAT) != FORMAT:
        raise OtherFormat(gettext("it was written by another version of the program"))
    if content.pop("sha256", None) != _digest(content):
        raise ValueError(gettext("its checksum does not fit its content"))
    del content["format"]
    return Manifest(
        **{
            **content,
            "segments": tuple(_segment(entry) for entry in content["segments"]),
            "stamp": Stamp(**content["stamp"]),
            "words": _file(content["words"]),
            "unreadable": tuple(Unreadable(**entry) for entry in content["unreadable"]),
        }
    )


def _segment(entry: dict[str, Any]) -> SegmentEntry:
    parts = {"file": FileEntry(**entry["file"]), "tombstones": _file(entry["tombstones"])}
    return SegmentEntry(**{**entry, **parts})


def _file(entry: dict[str, Any] | None) -> FileEntry | None:
    return None if entry is None else FileEntry(**entry)


def _digest(content: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()
