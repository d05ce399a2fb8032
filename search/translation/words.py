"""The values of translation: words of a query with what they are called in the other language."""

from typing import Final, Literal, NamedTuple

MORE: Final = "+"  # in the compiled tables, before a word that translates a longer phrase

Target = Literal["en", "zh"]


class Rendering(NamedTuple):
    """What a word is called in the other language: folded words of English, or Chinese.

    `share` is how likely it is among the word's renderings, 0 to 1. `written` is how a glossary
    writes it. One that says more than the word, as 政府官员 does of an employee, only adds to the
    score: `says_more`.
    """

    text: str
    share: float
    written: str = ""
    says_more: bool = False


class Word(NamedTuple):
    """A word of the query with its renderings, likeliest first.

    `typed` is the word in the query; `kept` its term where letters of the other language may write
    it as typed: a name, a number, an abbreviation. A word with neither says nothing.
    """

    typed: str
    renderings: tuple[Rendering, ...]
    kept: str = ""
    weight: float = 1.0
    is_name: bool = False
