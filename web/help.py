"""The syntax of queries for the help page: the published examples, grouped by what they mean."""

from dataclasses import dataclass
from itertools import groupby

from search.parsing import SYNTAX, Meaning
from web.interface import gettext, later

MEANINGS: dict[Meaning, str] = {
    Meaning.ANY_WORD: later("Letters with any of the words; those with more of them rank higher."),
    Meaning.PHRASE: later("These words side by side, in this order. Any quotation marks will do."),
    Meaning.EXCLUDE: later("Leaves out letters with what follows the minus sign or NOT."),
    Meaning.BOTH: later("Both must be in the letter."),
    Meaning.EITHER: later("One of them is enough. This is also what a space means."),
    Meaning.GROUP: later("Parentheses keep alternatives together."),
    Meaning.PREFIX: later("Words that begin like this."),
    Meaning.FUZZY: later("Words that are written almost like this."),
    Meaning.ANY_FORM_OF_DATE: later(
        "Letters dated so, and letters that say this day or month, however either is written."
        " 02/03/2020 is both 2 March and 3 February."
    ),
    Meaning.NAMED_INITIATIVE: later(
        "Letters with these words, and letters that have an initiative of this number."
    ),
    Meaning.IN_TITLE: later("In the title."),
    Meaning.INITIATIVE_NUMBER: later("Letters that have an initiative of this number."),
    Meaning.IN_INITIATIVE: later("In one of the initiatives."),
    Meaning.ISSUED_BY: later("Who issued the letter."),
    Meaning.ADDRESSED_TO: later("Whom the letter addresses."),
    Meaning.SIGNED_BY: later("Who signed the letter."),
    Meaning.DATED: later("The date of the letter, or a part of it."),
    Meaning.DATED_BETWEEN: later("From one date to another; one end may be left open."),
    Meaning.LANGUAGE: later(
        "The language of the letter; zh is simplified and traditional Chinese."
    ),
    Meaning.GENRE: later("The genre of the letter."),
    Meaning.TOGETHER: later("All of this can be combined."),
}


@dataclass(frozen=True, slots=True)
class SyntaxRow:
    """What a query can ask for, with queries that do."""

    meaning: str
    queries: tuple[str, ...]


def syntax_rows() -> tuple[SyntaxRow, ...]:
    """The published syntax in its order, in the interface's language."""
    return tuple(
        SyntaxRow(meaning_in_words(meaning), tuple(example.query for example in examples))
        for meaning, examples in groupby(SYNTAX, key=lambda example: example.meaning)
    )


def meaning_in_words(meaning: Meaning) -> str:
    """What an example asks for, in the interface's language."""
    return gettext(MEANINGS[meaning])
