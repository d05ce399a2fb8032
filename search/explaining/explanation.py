"""The values of an explanation, in numbers and keys; doors put them in words."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from corpus import Letter
from index import View
from search.results import Mark, Synonym
from search.tree import FieldName, Query

FoundBy = Literal["query", "other_language"]
TermKind = Literal["term", "prefix", "nearly", "ways"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplainedTerm:
    """One part of a score: weight idf (K1 + 1) frequency / (frequency + K1 length_factor).

    `terms` are scored as one, their frequencies summed: ways to write a word, or what was typed of
    a prefix, of a word written nearly so, or of a date or what else letters say in several ways.
    Of `letters` letters with anything in this view of the field, `document_frequency` have it. The
    weight is that of this word alone, where two words of the query share the term.
    """

    terms: tuple[str, ...]
    kind: TermKind
    view: View
    field: str
    frequency: int
    document_frequency: int
    letters: int
    idf: float
    length_factor: float
    weight: float
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplainedWord:
    """A word of the query with what it adds to the score: the sum of its terms'.

    `times` says how often the whole word stands in each field that has it; all fields are parts of
    the text. It is empty where at most parts of the word count, and where `renderings` do: what was
    looked for in the other language.
    """

    typed: str
    renderings: tuple[str, ...] = ()
    times: tuple[tuple[str, int], ...] = ()
    terms: tuple[ExplainedTerm, ...] = ()
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class CloseUnit:
    """A character or word of the query in the closest passage; it adds its weight times its idf."""

    unit: str
    mark: Mark
    idf: float
    weight: float
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Closeness:
    """The passage where the query's characters and words stand closest: `letter.text[start:end]`.

    It is `length` units long; `score` is the sum of what its units add.
    """

    text: str
    start: int
    end: int
    length: int
    units: tuple[CloseUnit, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Shared:
    """What a letter gains by words that the letters found first share; `words` are some of them.

    They are in this letter, as some letter writes them: first those that were not typed, of these
    those that give most.
    """

    words: tuple[str, ...]
    score: float


class UnmetKind(StrEnum):
    """Why a part of a query keeps a letter out."""

    WORDS = "words"  # none of these words is in it
    PHRASE = "phrase"
    PREFIX = "prefix"
    FUZZY = "fuzzy"
    FIELD = "field"  # not in the field that is named
    ALTERNATIVES = "alternatives"  # none of the alternatives
    INITIATIVE_NUMBER = "initiative_number"
    DATE = "date"
    LABEL = "label"  # another language or genre
    EXCLUDED = "excluded"  # it has what is excluded
    NO_WORDS = "no_words"  # the query has nothing to look for


@dataclass(frozen=True, slots=True, kw_only=True)
class Unmet:
    """A condition that the letter does not meet; `text` is the query's from `start` to `end`."""

    kind: UnmetKind
    text: str
    start: int
    end: int
    field: FieldName | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Why a letter has its score for a query, or why it is not found.

    `score` is the sum of the words', of `closeness` and of `shared`, as the letter is ranked, 0 if
    it is not found. `rank` is its place, from 1, among the `total` letters found; None if it is far
    down or the query has no words to rank by. `unmet` is empty if the query itself finds the
    letter.
    """

    letter: Letter
    query: Query
    synonyms: tuple[Synonym, ...]
    found_by: FoundBy | None
    score: float
    rank: int | None
    total: int
    words: tuple[ExplainedWord, ...] = ()
    closeness: Closeness | None = None
    shared: Shared | None = None
    unmet: tuple[Unmet, ...] = ()
