"""What commands say, by way of the catalogue of messages that the door has bound.

The catalogue is that of the standard library's gettext, which Click's own words come from too.
Knows no language but the one that messages are written in, English, and no catalogue's place.
"""

import gettext as catalogue
from typing import NamedTuple


class Wording(NamedTuple):
    """A sentence for records that people of both languages read, with the places of its values."""

    english: str
    chinese: str


def gettext(message: str, **values: object) -> str:
    """A message in the reader's language, its `%(name)s` filled in."""
    wording = catalogue.gettext(message) if message else message
    return wording % values if values else wording


def ngettext(one: str, many: str, number: int, **values: object) -> str:
    """The same for a message that depends on a number; `%(num)s` is the number."""
    return catalogue.ngettext(one, many, number) % {"num": f"{number:,}", **values}


def pgettext(meaning: str, message: str) -> str:
    """A message that other places mean otherwise."""
    return catalogue.pgettext(meaning, message)


def later(message: str) -> str:
    """Name a message that is translated where it is used."""
    return message


def in_one_language(wording: Wording) -> str:
    """What stands in both languages, in the reader's."""
    return wording.chinese if gettext("english") == "chinese" else wording.english
