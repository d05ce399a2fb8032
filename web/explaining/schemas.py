"""The shapes of an explanation in the API, for its documentation and its tests."""

from typing import Literal

from pydantic import Field

from search.explaining import K1, FieldName, FoundBy, UnmetKind
from web.schemas import Mark, Query, Shape

ViewName = Literal["words", "pairs", "units"]
FORMULA = (
    f"weight × idf × {K1 + 1:g} × frequency / (frequency + {K1:g} × length_factor), "
    "where idf is ln(1 + (letters - document_frequency + .5) / (document_frequency + .5))"
)


class Term(Shape):
    """One part of a word's score."""

    terms: list[str] = Field(description="Ways to write it, whose frequencies are summed.")
    kind: Literal["term", "prefix", "nearly", "ways"]
    view: ViewName = Field(
        description="Words and stems, pairs of Chinese characters, or single characters and words "
        "as written."
    )
    field: str
    frequency: int = Field(description="How often the letter has it.")
    document_frequency: int = Field(description="How many letters have it.")
    letters: int = Field(description="How many letters have anything in this view of the field.")
    idf: float
    length_factor: float = Field(description="1 for a letter of average length.")
    weight: float
    score: float = Field(description=FORMULA + ".")


class Times(Shape):
    """How often a word stands in a field."""

    field: str
    times: int


class Word(Shape):
    """A word of the query; its score is the sum of its terms'."""

    typed: str
    renderings: list[str] = Field(description="What was looked for in the other language.")
    times: list[Times] = Field(description="Where the whole word stands; every field is text too.")
    score: float
    share: float = Field(description="Its part of the letter's score, 0 to 1.")
    terms: list[Term]


class CloseUnit(Shape):
    """A character or word of the query in the closest passage; its score is weight × idf."""

    unit: str
    mark: Mark
    idf: float
    weight: float
    score: float


class Closeness(Shape):
    """Where the query stands closest in the letter; its score is the sum of its units'."""

    text: str
    start: int
    end: int
    length: int = Field(description="Characters and words from the first unit to the last.")
    score: float
    share: float
    units: list[CloseUnit]


class Shared(Shape):
    """What the letter gains by words that the letters found first share."""

    words: list[str] = Field(description="Those of them in the letter that give most.")
    score: float
    share: float


class Unmet(Shape):
    """A part of the query that keeps the letter out; offsets are of the query."""

    kind: str = Field(json_schema_extra={"enum": [kind.value for kind in UnmetKind]})
    text: str
    start: int
    end: int
    field: FieldName | None
    message: str


class ExplanationAnswer(Shape):
    """Why a letter has its score for a query, or why it is not found."""

    id: str
    url: str
    query: Query
    found_by: FoundBy | None = Field(description="Null if the letter is not found.")
    rank: int | None = Field(description="From 1; null far down and where nothing is ranked.")
    total: int = Field(description="How many letters are found with it.")
    score: float = Field(description="The sum of the scores of words, closeness and shared words.")
    sentences: list[str] = Field(description="All this for people.")
    words: list[Word]
    closeness: Closeness | None
    shared: Shared | None = Field(description="Only for longer queries in Latin script.")
    unmet: list[Unmet]
