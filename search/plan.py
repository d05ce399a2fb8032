"""The plan of a search: a query rewritten into terms of columns, apart for matching and scoring.

Every engine runs plans. Match nodes say which letters are found; score terms say how they rank.
"""

from dataclasses import dataclass
from typing import NamedTuple

from index import Column


@dataclass(frozen=True, slots=True)
class Anything:
    """All letters."""


@dataclass(frozen=True, slots=True)
class Nothing:
    """No letter."""


@dataclass(frozen=True, slots=True)
class HasTerm:
    """Letters with the term in the column."""

    column: Column
    term: str


@dataclass(frozen=True, slots=True)
class HasPrefix:
    """Letters with a term that begins so."""

    column: Column
    prefix: str


@dataclass(frozen=True, slots=True)
class HasNearly:
    """Letters with a term at most `edits` edits away (insert, delete, replace, swap)."""

    column: Column
    term: str
    edits: int


@dataclass(frozen=True, slots=True)
class Slot:
    """One place of a phrase: any of `terms`, `offset` positions after the phrase's first.

    With `prefix` a term need only begin so.
    """

    terms: tuple[str, ...]
    offset: int
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class HasPhrase:
    """Letters with the slots filled in a unit column; `bigrams` are in each such letter too.

    `in_initiative`: the whole phrase stands within one initiative. At the offsets `stops` and
    `ends` no unit stands, but a sentence end that was typed or a blank line that is supposed.
    """

    field: str
    slots: tuple[Slot, ...]
    bigrams: tuple[str, ...] = ()
    in_initiative: bool = False
    stops: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class HasInitiative:
    """Letters with a first-level initiative of this number."""

    number: int


@dataclass(frozen=True, slots=True)
class HasLabel:
    """Letters with one of the values of a label: id, lang, genre, issuer, year."""

    name: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DatedWithin:
    """Letters whose date, or a day of its month, lies within; YYYYMMDD, both included."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class NoneOf:
    """Letters that the child does not match."""

    child: "Match"


@dataclass(frozen=True, slots=True)
class AllOf:
    """Letters that every child matches."""

    children: tuple["Match", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Letters that some child matches."""

    children: tuple["Match", ...]


Match = (
    Anything | Nothing | HasTerm | HasPrefix | HasNearly | HasPhrase | HasInitiative | HasLabel
    | DatedWithin | NoneOf | AllOf | AnyOf
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class OfLetter:
    """Initiatives of the letters that match."""

    match: Match


@dataclass(frozen=True, slots=True)
class AllWithin:
    """Initiatives that every child matches."""

    children: tuple["Within", ...]


@dataclass(frozen=True, slots=True)
class AnyWithin:
    """Initiatives that some child matches."""

    children: tuple["Within", ...]


Spot = HasPhrase | HasPrefix | HasNearly
"""What has places in the units of the text: initiatives in which one of them is."""

Within = Spot | HasInitiative | OfLetter | AllWithin | AnyWithin
"""Which initiatives are found. `HasInitiative` finds those of the number themselves."""


class ScoreTerm(NamedTuple):
    """A term that adds to the score: `alternatives` are ways to write it, scored as one term.

    Their frequencies are summed and the largest of their document frequencies counts. A tuple,
    since a long query has a hundred of them.
    """

    column: Column
    alternatives: tuple[str, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class ScoreExpansion:
    """A prefix or a fuzzy word that adds to the score, its expansions scored as one term."""

    match: HasPrefix | HasNearly
    weight: float


Way = HasTerm | HasPhrase | HasInitiative | DatedWithin


@dataclass(frozen=True, slots=True)
class ScoreWays:
    """Ways to say one thing, scored as one term of the column.

    How often a letter says it in any way is its frequency there, having such an initiative or date
    counts once, and the letters that say it in any way are its document frequency.
    """

    column: Column
    ways: tuple[Way, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class ScoreBest:
    """What is typed and other ways to say it, scored as one: whichever gives a letter more.

    The ways weigh as much as the typed terms together, times the weight of their own; a term that
    is rarer than the ways are together counts in them as if it were as frequent. So the typed form
    wins a tie, and a rare word does not make others rare.
    """

    typed: tuple[ScoreTerm, ...]
    ways: ScoreWays


Single = ScoreTerm | ScoreExpansion | ScoreWays
Score = Single | ScoreBest


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What an engine runs. `filters` are conditions by the name of the facet they belong to.

    `b` is BM25's length normalisation; `units` are what the passage bonus counts, with weights.
    `feedback`: words of the best letters may rank these anew.
    Of letters with the same score those that are `preferred` come first.
    """

    match: Match
    scores: tuple[Score, ...] = ()
    filters: tuple[tuple[str, Match], ...] = ()
    b: float
    units: tuple[tuple[str, float], ...] = ()
    feedback: bool = False
    preferred: Match | None = None


class ScoreSpot(NamedTuple):
    """What adds to the score of the initiatives in which it stands, or that have the number."""

    spot: Spot | HasInitiative
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class InitiativePlan:
    """What an engine runs to find initiatives: those that `within` finds in letters that match.

    `letters` is the plan of the letters; its scores and units are not used. What stands in an
    initiative stands in those around it too.
    """

    letters: Plan
    within: Within
    scores: tuple[ScoreSpot, ...]
