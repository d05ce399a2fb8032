"""The shapes of the API's answers, for its documentation and its tests.

They describe what `present` makes and serialise nothing themselves.
"""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from corpus import Genre, InitiativeKind, Language, Relation
from search import Reason, Unit


class Shape(BaseModel):
    """An object with these members and no others."""

    model_config = ConfigDict(extra="forbid")


class Mark(Shape):
    """A matched stretch: code points of the letter's text, end exclusive."""

    start: int
    end: int


class Note(Shape):
    """Something to know about the query; `start` and `end` are code points of the query."""

    kind: str
    message: str
    start: int
    end: int


class Synonym(Shape):
    """A name that was typed, and the other names of the same thing that letters use."""

    source: str = Field(alias="from")
    to: list[str]


class Query(Shape):
    """The query as it was understood; `synonyms` were looked for too."""

    text: str
    notes: list[Note]
    synonyms: list[Synonym]


class Title(Shape):
    """A title: its place in the letter's text and what of it matched."""

    text: str
    start: int
    end: int
    marks: list[Mark]


class Snippet(Shape):
    """A passage of the letter; `html` is the text escaped, with `<mark>` as its only tag."""

    text: str
    start: int
    end: int
    marks: list[Mark]
    html: str


class MatchedInitiative(Shape):
    """An initiative in which something matched; `start` is where its head begins."""

    number: int | None
    place: int = Field(description="Its place among the initiatives of its letter, from 1.")
    head: str
    url: str
    start: int
    marks: list[Mark]


class ListedLetter(Shape):
    """What is said of a letter wherever letters are listed."""

    id: str
    url: str
    lang: Language = Field(description="The letter's first language.")
    languages: list[Language]
    date: str | None = Field(description="YYYY-MM-DD, or YYYY-MM where no day is known.")
    genre: Genre
    issuers: list[str]


class Result(ListedLetter):
    """A letter that was found; with the unit "initiative" one initiative of it.

    Then `initiatives` has it alone, and the snippets are passages of it after its head.
    """

    score: float
    title: Title | None
    snippets: list[Snippet]
    initiatives: list[MatchedInitiative]


class FacetValue(Shape):
    """How many of the letters found have this value."""

    value: str
    label: str
    count: int


class Facets(Shape):
    """Counts by facet; those that were not asked for are missing."""

    lang: list[FacetValue] = []
    genre: list[FacetValue] = []
    issuer: list[FacetValue] = []
    year: list[FacetValue] = []
    month: list[FacetValue] = Field(default=[], description="YYYY-MM, in the order of time.")


class Suggestion(Shape):
    """Another query worth trying, spelt with words of the letters."""

    text: str
    reason: Reason = Field(
        description="A word nearly so, or one character that sounds alike, looks alike or fits."
    )


class TranslatedTerm(Shape):
    """A word of the query and what was looked for in the other language."""

    source: str = Field(alias="from")
    to: list[str]


class OtherLanguage(Shape):
    """Letters found in the other language."""

    terms: list[TranslatedTerm]
    total: int
    results: list[Result]


class SearchAnswer(Shape):
    """One page of results."""

    query: Query
    unit: Unit
    total: int = Field(description="How many letters match or, with that unit, initiatives.")
    page: int
    per_page: int
    took_ms: float
    results: list[Result]
    facets: Facets
    suggestions: list[Suggestion]
    corrected: str | None = Field(
        description="The suggestion whose letters these are, where the query itself finds none."
    )
    other_language: OtherLanguage | None


class Excerpt(Shape):
    """Words of the letter and where they stand in its text."""

    text: str
    start: int
    end: int


class Party(Shape):
    """Someone whom the letter names, and the words that name them."""

    name: str
    text: str
    start: int
    end: int


class Span(Shape):
    """A stretch of the letter's text: code points, end exclusive."""

    start: int
    end: int


class Initiative(Shape):
    """A numbered thing that the letter asks for; `parent` is the number of the one above it."""

    number: int | None
    level: int
    parent: int | None
    kind: InitiativeKind
    head: str
    text: str
    start: int
    end: int


class AlignedInitiatives(Shape):
    """An initiative and the same one of the other version, by their places from 1; null: none."""

    here: int | None
    there: int | None


class Pair(Shape):
    """Another version of the letter; in `initiatives` those of both stand in order, side by side.

    `declared`: a file names the other, rather than that both were found to say the same.
    """

    id: str
    lang: Language
    relation: Relation
    declared: bool
    initiatives: list[AlignedInitiatives]


class LetterAnswer(Shape):
    """A letter as it was understood; every span points into `text`.

    `corrected`: the fields that a `letters.toml` says; its words that the letter has not follow
    the letter in `text`.
    """

    id: str
    url: str
    source: str
    languages: list[Language]
    genre: Genre
    title: Excerpt | None
    alt_titles: list[str]
    date: str | None
    date_text: Excerpt | None
    issuers: list[Party]
    addressee: Excerpt | None
    signatories: list[Party]
    body: Span
    initiatives: list[Initiative]
    pairs: list[Pair]
    text: str
    corrected: list[str] | None = None


class BadParameter(Shape):
    """A parameter that is unknown or cannot be used, and why."""

    name: str
    detail: str


class Problem(Shape):
    """Problem details of RFC 9457."""

    type: str
    title: str
    status: int
    detail: str
    parameters: list[BadParameter] | None = None


Ready = Literal["ready"]
