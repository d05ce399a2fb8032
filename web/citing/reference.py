"""What a citation says of a letter, and what a written citation is. Knows no style of citing."""

import datetime
from dataclasses import dataclass

from corpus import Genre, Language


@dataclass(frozen=True, slots=True)
class Author:
    """Who wrote a letter; `family` and `given` are empty where the name is not to be taken apart.

    So it is for organisations, and for Chinese names in characters, which no style turns around.
    """

    name: str
    family: str = ""
    given: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A letter as the source of a quotation.

    `title` is what the letter calls itself, or a description of it where `is_titled` is false.
    `date` is YYYY-MM-DD or a part of it. `translated_title` is the English title of a version of
    it. `translation` says of what kind a translation it is, and is empty for an original.
    """

    id: str
    title: str
    is_titled: bool
    authors: tuple[Author, ...]
    date: str | None
    language: Language
    genre: Genre
    url: str
    accessed: datetime.date
    translated_title: str = ""
    translation: str = ""

    @property
    def is_english(self) -> bool:
        """Whether it is cited with English words, and not with Chinese ones."""
        return self.language == "en"


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation in three pieces, so that a page can set the title off and say its language."""

    before: str
    title: str
    after: str
    is_italic: bool = False

    @property
    def text(self) -> str:
        """The whole citation in plain text."""
        return self.before + self.title + self.after
