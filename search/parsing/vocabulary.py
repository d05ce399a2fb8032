"""The names of fields, languages and genres that a reader may write, from `names.toml`."""

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import ascii_lowercase
from typing import Literal, cast

from search.tree import FieldName

Key = FieldName | Literal["date", "lang", "genre"]
_FILLING = re.compile(r"[\s\-_'’]+")
_SEPARATORS = re.compile(r"[,，、|/]")


_FULL_WIDTH = {ord(char): ord(char) + 0xFEE0 for char in ascii_lowercase}


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Folded names; the values of a label are alternatives.

    `field` matches the name of a field, its colon and at most one space on either side, in any case
    and width; group 1 is the name, group 2 the space.
    """

    field: re.Pattern[str]
    fields: dict[str, Key]
    labels: dict[Literal["lang", "genre"], dict[str, tuple[str, ...]]]


@cache
def vocabulary() -> Vocabulary:
    """Read the names once."""
    source = Path(__file__).with_name("names.toml").read_text(encoding="utf-8")
    names = tomllib.loads(source)
    fields = {fold(alias): cast("Key", key) for key, row in names["field"].items() for alias in row}
    typed = "|".join(sorted({*fields, *(name.translate(_FULL_WIDTH) for name in fields)}))
    return Vocabulary(
        field=re.compile(rf"((?i:{typed}))\s?[:：](\s?)"),
        fields=fields,
        labels={
            label: {fold(n): tuple(row["values"]) for row in names[label] for n in row["names"]}
            for label in ("lang", "genre")
        },
    )


def fold(name: str) -> str:
    """The form in which names are compared.

    >>> fold("Open_Letter"), fold("ＺＨ-Hans")
    ('openletter', 'zhhans')
    """
    return _FILLING.sub("", unicodedata.normalize("NFKC", name)).casefold()


def field_named(name: str) -> Key:
    """The field that a name means which the pattern of fields has matched."""
    return vocabulary().fields[fold(name)]


def name_typed(text: str) -> str:
    """The name before the colon of a field, as it was typed.

    >>> name_typed("标题 ："), name_typed("title:()")
    ('标题', 'title')
    """
    return re.split("[:：]", text, maxsplit=1)[0].strip()


def label_values(label: Literal["lang", "genre"], text: str) -> tuple[str, ...]:
    """The languages or genres named, as alternatives; none where one of them is unknown.

    >>> label_values("lang", "zh"), label_values("genre", "公开信,notice")
    (('zh-Hans', 'zh-Hant'), ('open_letter', 'notice'))
    """
    names = vocabulary().labels[label]
    found = [names.get(fold(part), ()) for part in _SEPARATORS.split(text)]
    return tuple(dict.fromkeys(value for values in found for value in values)) if all(found) else ()
