"""The glossary: terms of open letters in both languages, as data, and the admin's own.

A line is a Chinese cell, a tab and an English cell. ` = ` stands between ways to write the same
thing, ` ; ` between things that are only near each other; either way each of one side translates
each of the other. Ways to write the same are synonyms within a language; with a third cell `=` the
first group of both cells is one, for what letters of both languages call alike. Empty lines and
lines that begin with # are left out. Knows nothing of queries.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Final, NamedTuple, Protocol

from index.analysis import fingerprint, fold
from search.equivalents import keyed
from search.translation.glosses import content
from search.translation.keeping import kept_tables
from search.translation.stems import stem_of
from search.translation.tables import Table, pack
from search.translation.words import Rendering

FILE: Final = "glossary.tsv"
_RULES: Final = 2  # raise it whenever a glossary is compiled in another way
_BETWEEN_NEAR: Final = re.compile(r"\s+;\s+|；")
_BETWEEN_SAME: Final = re.compile(r"\s+=\s+|＝")
_SHARED: Final = "\t="
_WORD: Final = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")


class UnusableGlossary(Exception):
    """A line of a glossary cannot be used; the text names file and line."""


class Concept(NamedTuple):
    """One line: in each language groups of names, those within a group the same thing.

    `is_shared`: letters of both languages use the first group of either.
    """

    chinese: tuple[tuple[str, ...], ...]
    english: tuple[tuple[str, ...], ...]
    is_shared: bool = False

    def synonyms(self) -> tuple[tuple[str, ...], ...]:
        """The groups of names that are looked for together."""
        if self.is_shared:
            shared = self.chinese[0] + self.english[0]
            return (shared, *self.chinese[1:], *self.english[1:])
        return self.chinese + self.english


class Named(Protocol):
    """Renderings by name, likeliest first."""

    def get(self, name: str, default: tuple[Rendering, ...], /) -> tuple[Rendering, ...]:
        """The renderings of a name, or the default."""
        ...


@dataclass(frozen=True, slots=True)
class Glossary:
    """Named of both languages by those of the other: folded Chinese, stems of English.

    `same` has the names of a group by the key of each, as `search.equivalents` makes them.
    """

    english: Named
    chinese: Named
    same: Mapping[str, tuple[str, ...]]


def read_concepts(path: Path) -> tuple[Concept, ...]:
    """The lines of a glossary. Raises UnusableGlossary where one has not two cells."""
    return tuple(_concepts(path))


def _concepts(path: Path) -> Iterator[Concept]:
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UnusableGlossary(f"{path} cannot be read: {error}") from error
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [_names(cell) for cell in line.removesuffix(_SHARED).split("\t")]
        if len(cells) != 2 or not all(cells):
            raise UnusableGlossary(
                f"{path}, line {number}: write Chinese, a tab, English, as in 口罩<tab>mask"
            )
        yield Concept(cells[0], cells[1], is_shared=line.endswith(_SHARED))


def _names(cell: str) -> tuple[tuple[str, ...], ...]:
    groups = (
        tuple(name for one in _BETWEEN_SAME.split(group) if (name := " ".join(one.split())))
        for group in _BETWEEN_NEAR.split(cell)
    )
    return tuple(group for group in groups if group)


def to_glossary(concepts: Iterable[Concept]) -> Glossary:
    """The glossary of some concepts; names of earlier ones come first."""
    listed = tuple(concepts)
    english, chinese = _to_names(listed)
    return Glossary(_renderings(english), _renderings(chinese), _to_same(listed))


def _to_same(concepts: Iterable[Concept]) -> dict[str, tuple[str, ...]]:
    return keyed(group for concept in concepts for group in concept.synonyms())


_Written = dict[str, dict[str, str]]  # by name its renderings, folded and as they are written


def _to_names(concepts: Iterable[Concept]) -> tuple[_Written, _Written]:
    english: dict[str, dict[str, str]] = {}
    chinese: dict[str, dict[str, str]] = {}
    for concept in concepts:
        han = {fold(name).text: name for group in concept.chinese for name in group}
        latin = {_words_of(name): name for group in concept.english for name in group}
        for name in han:
            english.setdefault(name, {}).update(latin)
        for name in latin:
            chinese.setdefault(stems_of(name), {}).update(han)
    return english, chinese


def _words_of(name: str) -> str:
    """An English name as its folded words: Co., Ltd. is co ltd."""
    return " ".join(_WORD.findall(fold(name).text))


def _renderings(names: _Written) -> dict[str, tuple[Rendering, ...]]:
    return {name: _ranked(found.items()) for name, found in names.items()}


def _ranked(found: Iterable[tuple[str, str]]) -> tuple[Rendering, ...]:
    return tuple(
        Rendering(text, 1 / rank, written) for rank, (text, written) in enumerate(found, start=1)
    )


class _Compiled:
    """Named of a compiled table: a rendering and how it is written, then the next, between tabs."""

    def __init__(self, table: Table) -> None:
        self._table = table

    def get(self, name: str, default: tuple[Rendering, ...], /) -> tuple[Rendering, ...]:
        found = self._table.get(name)
        if found is None:
            return default
        cells = found.split("\t")
        return _ranked(zip(cells[::2], cells[1::2], strict=True))


def _compile(concepts: Iterable[Concept]) -> bytes:
    listed = tuple(concepts)
    english, chinese = _to_names(listed)
    tables = {
        kind: {name: "\t".join(chain.from_iterable(found.items())) for name, found in names.items()}
        for kind, names in (("english", english), ("chinese", chinese))
    }
    same = {key: "\t".join(names) for key, names in _to_same(listed).items()}
    return pack({**tables, "same": same})


def stems_of(phrase: str) -> str:
    """The stems of a folded English phrase, as keys are written."""
    return " ".join(map(stem_of, content(phrase)))


def open_glossary(custom: Path | None, folders: Sequence[Path]) -> Glossary:
    """The project's glossary and, before it, the admin's own if the folder has one.

    The project's is compiled into the first of `folders` that can be written to.
    """
    ours, own = Path(__file__).with_name(FILE), custom / FILE if custom is not None else None
    if own is not None and own.is_file():
        return to_glossary((*read_concepts(own), *read_concepts(ours)))
    stamp = (str(_RULES), fingerprint(), hashlib.sha256(ours.read_bytes()).hexdigest())
    tables = kept_tables("glossary", stamp, folders, lambda: _compile(read_concepts(ours)))
    same = {key: tuple(names.split("\t")) for key, names in tables["same"].items()}
    return Glossary(_Compiled(tables["english"]), _Compiled(tables["chinese"]), same)
