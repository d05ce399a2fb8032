"""Random plans about a collection: terms that it has and has not, phrases and what is near them."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from corpus import Letter
from index import Column, View
from index.analysis import Token, tokens
from index.documents import date_span
from search import plan
from tests.search.embedded.states import GENRES, ISSUERS

SEARCHED = ("text", "text", "text", "title", "initiative", "issuer")
ABSENT = ("缺席", "席", "absent", "zzz")
DEPTH = 3


@cache
def words_of(letter: Letter, field: str) -> tuple[Token, ...]:
    """The tokens of a part of a letter, as its columns have them."""
    parts = {
        "text": letter.searchable,
        "title": letter.title.text if letter.title else "",
        "initiative": "\n\n".join(initiative.head for initiative in letter.initiatives),
        "issuer": "\n\n".join(party.name for party in letter.issuers),
    }
    return tokens(parts[field])


@dataclass(frozen=True, slots=True)
class PlanMaker:
    """Makes plans by chance, most of them about letters that there are."""

    chance: random.Random
    letters: Sequence[Letter]

    def make(self) -> plan.Plan:
        """A match tree, some score terms and perhaps filters."""
        return plan.Plan(
            match=self.match(DEPTH),
            scores=tuple(self._score() for _ in range(self.chance.randint(0, 6))),
            filters=tuple(
                (name, self._condition()) for name in ("lang", "date") if self.chance.random() < 0.2
            ),
            b=self.chance.choice((0.75, 0.6, 0.0)),
        )

    def match(self, depth: int) -> plan.Match:
        """A tree of at most this depth."""
        kind = self.chance.randrange(16) if depth else self.chance.randrange(10)
        match kind:
            case 0 | 1 | 2:
                return self._term()
            case 3:
                return self._prefix()
            case 4:
                return self._nearly()
            case 5 | 6 | 7:
                return self._phrase()
            case 8:
                return self._condition()
            case 9:
                return self.chance.choice((plan.Anything(), plan.Nothing(), self._initiative()))
            case 10 | 11:
                return plan.NoneOf(self.match(depth - 1))
            case 12 | 13:
                return plan.AllOf(self._children(depth))
            case _:
                return plan.AnyOf(self._children(depth))

    def _children(self, depth: int) -> tuple[plan.Match, ...]:
        return tuple(self.match(depth - 1) for _ in range(self.chance.randint(0, 4)))

    def _token(self, view: View | None = None) -> tuple[Column, str]:
        """A term of some letter with its column."""
        while True:
            field = self.chance.choice(SEARCHED)
            found = words_of(self.chance.choice(self.letters), field)
            found = tuple(token for token in found if view in (None, token.view))
            if found:
                token = self.chance.choice(found)
                return Column(field, token.view), token.term

    def _term(self) -> plan.HasTerm:
        column, term = self._token()
        return plan.HasTerm(column, self._perhaps_absent(term))

    def _perhaps_absent(self, term: str) -> str:
        return self.chance.choice(ABSENT) if self.chance.random() < 0.05 else term

    def _prefix(self) -> plan.HasPrefix:
        column, term = self._token()
        shortest = 1 if self.chance.random() < 0.1 else 2  # shorter ones take long
        return plan.HasPrefix(column, term[: self.chance.randint(shortest, len(term) + 1)])

    def _nearly(self) -> plan.HasNearly:
        column, term = self._token()
        for _ in range(self.chance.randint(0, 2)):
            term = self._mistyped(term)
        return plan.HasNearly(column, term, self.chance.randint(1, 2))

    def _mistyped(self, term: str) -> str:
        at = self.chance.randrange(len(term))
        head, tail = term[:at], term[at:]
        other = self.chance.choice("aes口工")
        swapped = head + tail[1:2] + tail[:1] + tail[2:]
        typed = self.chance.choice((head + other + tail, head + other + tail[1:], swapped))
        return self.chance.choice((typed, head + tail[1:] or typed))

    def _phrase(self) -> plan.HasPhrase:
        field = self.chance.choice(("text", "text", "text", "title"))
        units: list[Token] = []
        while not units:
            found = words_of(self.chance.choice(self.letters), field)
            units = [token for token in found if token.view is View.UNITS]
        first = self.chance.randrange(len(units))
        chosen = units[first : first + self.chance.randint(1, 5)]
        skipped = self.chance.randrange(1, 9)  # leaves a gap, if it is one of the inner places
        kept = [u for i, u in enumerate(chosen) if i != skipped or i == len(chosen) - 1]
        return plan.HasPhrase(
            field,
            tuple(self._slot(u, u.position - kept[0].position) for u in kept),
            bigrams=self._bigrams(kept, field),
            in_initiative=field == "text" and self.chance.random() < 0.25,
        )

    def _bigrams(self, units: Sequence[Token], field: str) -> tuple[str, ...]:
        """The pairs of Han characters that stand side by side, none, or one that is elsewhere."""
        found = words_of(self.chance.choice(self.letters), field)
        others = [token.term for token in found if token.view is View.BIGRAMS]
        pairs = tuple(
            left.term + right.term
            for left, right in pairwise(units)
            if left.end == right.start and len(left.term) == len(right.term) == 1 and left.is_han
        )
        return self.chance.choice((pairs, pairs, (), tuple(others[:1])))

    def _slot(self, unit: Token, offset: int) -> plan.Slot:
        match self.chance.randrange(12):
            case 0:
                _, other = self._token(View.UNITS)
                return plan.Slot(tuple(dict.fromkeys((unit.term, other))), offset)
            case 1:
                length = self.chance.randint(1, 4)
                return plan.Slot((unit.term[:length],), offset, prefix=True)
            case 2:
                _, other = self._token(View.UNITS)
                return plan.Slot((self._perhaps_absent(other),), offset)
            case _:
                return plan.Slot((unit.term,), offset)

    def _initiative(self) -> plan.HasInitiative:
        return plan.HasInitiative(self.chance.randint(0, 5))

    def _condition(self) -> plan.Match:
        choose = self.chance.choices
        match self.chance.randrange(6):
            case 0:
                return plan.HasLabel("lang", tuple(set(choose(("zh-Hans", "en", "fr"), k=2))))
            case 1:
                return plan.HasLabel("genre", tuple(set(choose(GENRES, k=2))))
            case 2:
                return plan.HasLabel("issuer", (self.chance.choice((*ISSUERS, "nobody")),))
            case 3:
                return plan.HasLabel("year", tuple(set(choose(("2019", "2020", "1999"), k=2))))
            case 4:
                return plan.HasLabel("id", (self.chance.choice(self.letters).id,))
            case _:
                return plan.DatedWithin(*sorted(self._day() for _ in range(2)))

    def _day(self) -> int:
        """The first or last day of a letter's date, or any."""
        if self.chance.random() < 0.5:
            return self.chance.choice(date_span(self.chance.choice(self.letters).date))
        year, month, day = (self.chance.randint(*span) for span in ((2018, 2022), (1, 12), (0, 31)))
        return year * 10_000 + month * 100 + day

    def _score(self) -> plan.Score:
        weight = self.chance.choice((1.0, 0.7, 1.9, 0.35))
        match self.chance.randrange(8):
            case 0:
                return plan.ScoreExpansion(self._prefix(), weight)
            case 1:
                return plan.ScoreExpansion(self._nearly(), weight)
            case 2:
                column, term = self._token()
                others = [self._token(column.view)[1] for _ in range(self.chance.randint(1, 3))]
                return plan.ScoreTerm(column, tuple(dict.fromkeys((term, *others))), weight)
            case _:
                column, term = self._token()
                return plan.ScoreTerm(column, (self._perhaps_absent(term),), weight)
