"""Names and numbers that no list holds: made of parts, a few of them common, most of them rare.

A vocabulary of letters grows with every letter: people, places, firms, goods, telephone numbers.
Each kind of name is numbered without end, and numbers are drawn from a heavy-tailed (Pareto)
distribution, so that the number of distinct names grows with a power of the number of letters.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

from benchmarks.wording import Wording
from corpus import Language

# A name's number is SCALE * (u ** (-1 / SHAPE) - 1) for a u between 0 and 1: half of the draws are
# below 90, one in a hundred is above 300,000; distinct names grow as the draws to the power of 2/3.
SCALE, SHAPE = 30, 0.5
MOST = 1 << 40
_SPREAD = 7919  # a prime: neighbouring numbers have names with other parts


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """The names of one letter, as numbers, the same in every language it is written in."""

    places: tuple[int, int]
    goods: tuple[int, int, int]
    people: tuple[int, int]
    bodies: tuple[int, int]
    year: int
    month: int
    day: int
    count: int
    code: int


def draw_cast(chance: Random) -> Cast:
    """The names of a letter; the more recent half of 2001 to 2024 is the likelier."""
    return Cast(
        places=(draw(chance), draw(chance)),
        goods=(draw(chance), draw(chance), draw(chance)),
        people=(draw(chance), draw(chance)),
        bodies=(draw(chance), draw(chance)),
        year=max(chance.randint(2001, 2024), chance.randint(2001, 2024)),
        month=chance.randint(1, 12),
        day=chance.randint(1, 28),
        count=draw(chance) % 100_000 + 2,
        code=draw(chance),
    )


def draw(chance: Random) -> int:
    """The number of a name, from 0."""
    return min(int(SCALE * ((1.0 - chance.random()) ** (-1 / SHAPE) - 1)), MOST)


def slots(cast: Cast, language: Language, wording: Wording) -> dict[str, str]:
    """What each slot of a frame is filled with, in one language."""
    parts, is_english = wording.parts, language == "en"
    place, place2 = (_place(number, parts, is_english=is_english) for number in cast.places)
    trade, thing, thing2 = (
        _join(number, parts, "first", "middle", "last") for number in cast.goods
    )
    person, person2 = (_person(number, parts, is_english=is_english) for number in cast.people)
    org, other = (
        _pick(number, wording.bodies).format(
            place=where, trade=trade, thing=thing, Trade=trade.title(), Thing=thing.title()
        )
        for number, where in zip(cast.bodies, (place, place2), strict=True)
    )
    area, line = 10 + cast.places[0] % 900, 10_000_000 + cast.bodies[0] * _SPREAD % 90_000_000
    return {
        "org": org, "other": other, "place": place, "place2": place2, "trade": trade,
        "thing": thing, "thing2": thing2, "person": person, "person2": person2,
        "count": str(cast.count), "year": str(cast.year - cast.code % 5),
        "code": f"{chr(65 + cast.code % 26)}{cast.code + 100}",
        "phone": f"0{area}-{line}",
    }  # fmt: skip


def _place(number: int, parts: Mapping[str, tuple[str, ...]], *, is_english: bool) -> str:
    if is_english:
        return _join(number, parts, "syllables", "syllables", "places").capitalize()
    return _join(number, parts, "place_first", "place_second", "places")


def _person(number: int, parts: Mapping[str, tuple[str, ...]], *, is_english: bool) -> str:
    if is_english:
        surname, rest = _split(number, parts["surnames"])
        return f"{_join(rest, parts, 'syllables', 'syllables').capitalize()} {surname}"
    return _join(number, parts, "surnames", "given", "given")


def _join(number: int, parts: Mapping[str, tuple[str, ...]], *kinds: str) -> str:
    """One part of each kind; the same number gives the same parts."""
    rest, joined = number * _SPREAD, []
    for kind in kinds:
        part, rest = _split(rest, parts[kind])
        joined.append(part)
    return "".join(joined)


def _split(number: int, parts: tuple[str, ...]) -> tuple[str, int]:
    rest, place = divmod(number, len(parts))
    return parts[place], rest


def _pick(number: int, parts: tuple[str, ...]) -> str:
    return _split(number, parts)[0]
