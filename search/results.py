"""What goes into a search and what comes out: frozen values, without HTML and without wording."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from corpus import Genre, Initiative, Language, Letter, LetterId
from search.tree import Note

Sort = Literal["relevance", "date", "-date"]
Unit = Literal["letter", "initiative"]
FacetName = Literal["lang", "genre", "issuer", "year", "month"]
# Why another spelling is suggested: a word is written nearly so; a character sounds the same or
# nearly so; one looks alike; another one fits.
Reason = Literal["spelling", "sound", "shape", "character"]
CompletionKind = Literal["title", "initiative", "issuer", "phrase"]
# Those that are counted unless others are asked for.
FACETS: tuple[FacetName, ...] = ("lang", "genre", "issuer", "year")


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A search as a door asks for it. `page` counts from 1; dates are YYYYMMDD, 0 for none.

    `langs`, `genres`, `issuers` and `years` are alternatives within themselves and conditions
    together. `facets` are the facets to count. With the unit "initiative" it is these that are
    found, counted and listed, one a hit.
    """

    q: str = ""
    page: int = 1
    per_page: int = 10
    sort: Sort = "relevance"
    langs: tuple[str, ...] = ()
    genres: tuple[str, ...] = ()
    issuers: tuple[str, ...] = ()
    years: tuple[str, ...] = ()
    date_from: int = 0
    date_to: int = 0
    facets: tuple[FacetName, ...] = FACETS
    translate: bool = True
    unit: Unit = "letter"
    synonyms: bool = True


@dataclass(frozen=True, slots=True)
class Mark:
    """A matched stretch of the letter's text: code points, end exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Snippet:
    """A passage of a letter: `letter.text[start:end]`; marks are positions in that text."""

    text: str
    start: int
    end: int
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleHit:
    """A letter's title with its place in the letter; `marks` are positions in the letter's text."""

    text: str
    start: int
    end: int
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class InitiativeHit:
    """An initiative with a matched stretch; `ordinal` counts the letter's initiatives from 1.

    `start` is where `head` begins in the letter's text; `marks` are positions in that text.
    """

    number: int | None
    ordinal: int
    head: str
    start: int
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One letter of a page of results; one initiative of a letter where these are what was found.

    Then `initiatives` has it alone, and the snippets are passages of it.
    """

    letter: Letter
    score: float
    title: TitleHit | None
    snippets: tuple[Snippet, ...]
    initiatives: tuple[InitiativeHit, ...]


@dataclass(frozen=True, slots=True)
class FacetValue:
    """How many matching letters have this value; the label is put in words at the door.

    `names`: what an organisation of several names is called best, by language, zh or en.
    """

    value: str
    count: int
    names: Mapping[str, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Completion:
    """A string that goes on from what was typed, and where it leads.

    `marks` are positions in `text` itself. `count` is how many letters have it, of a phrase about
    how many; `letter_id` is the newest of them. Of an initiative, `initiatives` are all of that
    letter and `ordinal` counts them from 1. `query` finds the letters of an issuer or a phrase and
    is empty for other kinds.
    """

    kind: CompletionKind
    text: str
    marks: tuple[Mark, ...]
    count: int
    letter_id: LetterId
    initiatives: tuple[Initiative, ...] = ()
    ordinal: int = 0
    query: str = ""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Another query worth trying."""

    text: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Synonym:
    """A name as typed, and the other names of the same thing that were looked for with it."""

    typed: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TranslatedTerm:
    """A word of the query as typed, and what was looked for in the other language."""

    typed: str
    renderings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherLanguage:
    """Letters of the other language: the best of `total`, marked with the translated words."""

    terms: tuple[TranslatedTerm, ...]
    total: int
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """One page of ranked hits over the whole match set of `total` letters or initiatives.

    `corrected` is the suggestion whose letters are shown, where the query itself finds none.
    `other_language` is None where nothing was found there, and where it was not wanted. `as_typed`:
    other names of the same thing were left out.
    """

    query: str
    notes: tuple[Note, ...]
    total: int
    page: int
    per_page: int
    took_ms: float
    hits: tuple[Hit, ...]
    facets: dict[FacetName, tuple[FacetValue, ...]] = field(default_factory=dict)
    suggestions: tuple[Suggestion, ...] = ()
    corrected: str | None = None
    other_language: OtherLanguage | None = None
    unit: Unit = "letter"
    synonyms: tuple[Synonym, ...] = ()
    as_typed: bool = False

    @property
    def answered(self) -> str:
        """The query whose letters these are."""
        return self.corrected or self.query


__all__ = [
    "FACETS", "Completion", "CompletionKind", "FacetName", "FacetValue", "Genre", "Hit",
    "InitiativeHit", "Language", "LetterId", "Mark", "OtherLanguage", "Reason", "Request",
    "Results", "Snippet", "Sort", "Suggestion", "TitleHit", "TranslatedTerm", "Unit",
]  # fmt: skip
