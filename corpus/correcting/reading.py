"""The `letters.toml` of a folder: which letters beside it it corrects, and what is wrong with it.

The one owner of TOML. Never raises, whatever is in the file.
"""

import re
import stat
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from corpus.correcting.complaints import Complaint, Fault, complain
from corpus.correcting.correction import Correction
from corpus.correcting.keys import KEYS, SAME
from corpus.errors import UnreadableLetter
from corpus.formats.text import decode

LARGEST_MB = 4  # of one file: some 25,000 letters, which take a second
LARGEST = LARGEST_MB * 1024 * 1024
MOST = 50  # complaints about one file that are told one by one
GUESSED = 5  # complaints about one file for which all names are searched for one that is like it
WHERE = re.compile(r" \(at line (\d+), column \d+\)")  # as tomllib ends what it says
# A key of more parts than any that means something, on which tomllib would take quadratic time.
PART = r"""(?:[\w-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')"""
TOO_LONG = re.compile(rf"(?<![\w-]){PART}(?:[ \t]*\.[ \t]*{PART}){{32}}")
DEEP = "it is nested too deeply"
DOTS = 8  # in a name, at which it may have been cut
_OFFERED = [key for key in KEYS if key not in SAME]
_A_TABLE = {"wanted": "its lines below it in a table", "wanted_zh": "一个表，各项写在它下面"}

Table = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Corrections:
    """What one `letters.toml` says, by the names of files, and what of it does not count."""

    of: Mapping[str, Correction] = field(default_factory=dict)
    complaints: tuple[Complaint, ...] = ()


NO_CORRECTIONS = Corrections()


def read_corrections(path: str, source: str, names: Collection[str]) -> Corrections:
    """What the file at `path` says of the letters that are beside it, by these names (NFC).

    `source` is what complaints call it. Takes 40 microseconds a letter that it names.
    """
    try:
        text = _load(path, source)
        if isinstance(text, Complaint):
            return Corrections({}, (text,))
        return _Reader(source, text, names).read()
    except OSError as error:
        problem = error.strerror or "unknown"
        return Corrections({}, (complain(source, "unreadable", problem=problem),))


def _load(path: str, source: str) -> str | Complaint:
    """The text of the file, or what is wrong with it; empty is as good as none."""
    file = Path(path)
    if not stat.S_ISREG(file.stat().st_mode):
        return complain(source, "unreadable", problem="it is not an ordinary file")
    with file.open("rb") as opened:
        raw = opened.read(LARGEST + 1)
    if len(raw) > LARGEST:
        return complain(source, "too_large", limit_mb=LARGEST_MB)
    try:
        return decode(raw, source=source) if raw.strip() else ""
    except UnreadableLetter as error:
        return "" if error.reason == "empty" else complain(source, "undecodable")


class _Reader:
    """One file while it is read."""

    def __init__(self, source: str, text: str, names: Collection[str]) -> None:
        self._source = source
        self._text = text
        self._lines = text.split("\n")
        self._names = names
        self._complaints: list[Complaint] = []
        self._count = 0

    def read(self) -> Corrections:
        """Read it all. What is wrong with one letter leaves the others as they are."""
        import tomllib  # few folders have such a file

        if TOO_LONG.search(self._text):
            return Corrections({}, (self._not_toml(ValueError(DEEP)),))
        try:
            tables = tomllib.loads(self._text)
        except (ValueError, RecursionError) as error:  # too many digits, too many brackets
            return Corrections({}, (self._not_toml(error),))
        found = {}
        for name, table in tables.items():
            if isinstance(table, dict) and (known := self._known(name)):
                found[known] = self._correction(name, table)
            else:
                self._misplaced(name, table)
        if self._count > MOST:
            self._complaints.append(complain(self._source, "more", count=self._count - MOST))
        return Corrections({name: c for name, c in found.items() if c}, tuple(self._complaints))

    def _not_toml(self, error: ValueError | RecursionError) -> Complaint:
        problem = str(error) if isinstance(error, ValueError) else DEEP
        place = WHERE.search(problem)
        line = int(place[1]) if place else 0
        return complain(self._source, "not_toml", line=line, problem=WHERE.sub("", problem))

    def _known(self, name: str) -> str | None:
        normal = unicodedata.normalize("NFC", name)
        return normal if normal in self._names else None

    def _correction(self, name: str, table: Table) -> Correction | None:
        said: dict[str, tuple[str, ...]] = {}
        for written, value in table.items():
            key = written.lower()
            if key not in KEYS:
                near = get_close_matches(key, KEYS, n=1)
                self._complain(
                    "unknown_key", (name, written),
                    likely=near[0] if near else "", key=written, keys=", ".join(_OFFERED),
                )  # fmt: skip
            elif (values := KEYS[key].read(value)) is None:
                wanted, wanted_zh = KEYS[key].wanted, KEYS[key].wanted_zh
                self._complain(
                    "wrong_value", (name, written),
                    key=written, wanted=wanted, wanted_zh=wanted_zh,
                )  # fmt: skip
            else:
                said[SAME.get(key, key)] = values
        return Correction(tuple(sorted(said.items()))) if said else None

    def _misplaced(self, name: str, value: object) -> None:
        """What is no table of a letter that is there."""
        if not isinstance(value, dict):
            if self._known(name):
                self._complain("wrong_value", (name,), key=f'"{name}"', **_A_TABLE)
            else:
                self._complain("no_table", ("", name), key=name)
            return
        dotted = next(filter(self._known, _dotted(name, value)), None)
        if dotted:
            self._complain("unquoted", (dotted,), name=dotted)
        else:
            self._complain("no_letter", (name,), likely=self._like(name), name=name)

    def _complain(
        self, fault: Fault, where: tuple[str, ...], likely: str = "", **values: str
    ) -> None:
        self._count += 1
        if self._count <= MOST:
            line = self._line(*where)
            said = complain(self._source, fault, line=line, likely=likely, **values)
            self._complaints.append(said)

    def _like(self, name: str) -> str:
        """The name of a letter that was probably meant."""
        if self._count >= GUESSED:
            return ""
        bare = _bare(name.rpartition("/")[2])
        same = (known for known in self._names if _bare(known) == bare)
        return next(same, "") or next(iter(get_close_matches(name, self._names, n=1)), "")

    def _line(self, name: str, key: str = "") -> int:
        """The line where a table, or a key in it, is likely to stand; 0 where it is not found."""
        within, at = not name, 0
        for number, line in enumerate(self._lines, start=1):
            if line.lstrip().startswith("["):
                within = bool(name) and name in line
                at = number if within else at
            if within and at and not key:
                return at
            if within and key and line.lstrip().strip("\"'").startswith(key):
                return number
        return at or (self._line("", name) if name else 0)


def _bare(name: str) -> str:
    """A name without capitals and what follows its last dot."""
    stem, _, suffix = name.casefold().rpartition(".")
    return stem or suffix


def _dotted(name: str, table: Table) -> Iterator[str]:
    """The names that were cut at their dots, being written without quotation marks."""
    for _ in range(DOTS):
        parts = [(part, value) for part, value in table.items() if isinstance(value, dict)]
        yield from (f"{name}.{part}" for part, _ in parts)
        if len(parts) != 1:
            return
        name, table = f"{name}.{parts[0][0]}", parts[0][1]
