"""What was typed, as it is compared: its bare form, and the ways to read its letters as pinyin."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

from index.analysis import Readings, bare_text, load_readings
from index.columns import Sound

LONGEST: Final = 240  # characters; nothing that is completed is longer
LONGEST_SOUND: Final = 60  # characters that may be pinyin
WAYS: Final = 4  # to read letters as pinyin: those of the longest syllables and no much longer
_LONGEST_SYLLABLE: Final = 6  # zhuang
_INITIALS: Final = frozenset("abcdefghjklmnopqrstwxyz")
_VOWELS: Final = frozenset("aeiouv")
_HISSES: Final = ("zh", "ch", "sh")


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed. `readings` are for what has letters and otherwise only Han characters."""

    bare: str
    readings: tuple[tuple[Sound, ...], ...]


def read_typed(text: str) -> Typed:
    """The forms of what was typed; the bare one is empty if nothing in it can be compared."""
    bare = bare_text(text[:LONGEST])
    ways = tuple(islice(_readings(bare), WAYS))
    fewest, letters = min(map(len, ways), default=0), len(bare) - bare.count(" ")
    return Typed(bare, tuple(way for way in ways if len(way) <= fewest + 1 or len(way) == letters))


def _readings(text: str) -> Iterator[tuple[Sound, ...]]:
    is_pinyin = any(map(_is_letter, text)) and len(text) <= LONGEST_SOUND
    if is_pinyin and all(_is_letter(one) or _is_han(one) or one == " " for one in text):
        yield from _Reader(text, load_readings()).ways(0)


class _Reader:
    """Reads a text of letters and Han characters; what cannot be read to its end is remembered."""

    def __init__(self, text: str, readings: Readings) -> None:
        self._text = text
        self._readings = readings
        self._dead: set[int] = set()

    def ways(self, at: int) -> Iterator[tuple[Sound, ...]]:
        """The ways to read what is left, each once; no syllable goes on after a space."""
        if at == len(self._text):
            yield ()
            return
        if self._text[at] == " ":
            yield from self.ways(at + 1)
            return
        if at in self._dead:
            return
        is_dead = True
        for sound, end in self._first(at):
            for rest in self.ways(end):
                is_dead = False
                yield (sound, *rest)
        if is_dead:
            self._dead.add(at)

    def _first(self, at: int) -> Iterator[tuple[Sound, int]]:
        """The character at a place, or the syllables that may begin there, with their ends."""
        text, readings = self._text, self._readings
        if _is_han(text[at]):
            yield Sound(0, 0, ord(text[at])), at + 1
            return
        begun = readings.starting(text[at:])
        if begun[0] < begun[1]:
            yield Sound(*begun), len(text)
        for end in range(min(len(text) - 1, at + _LONGEST_SYLLABLE), at + 1, -1):
            number = readings.find(text[at:end])
            if number:
                yield Sound(number, number + 1), end
        if text[at : at + 2] in _HISSES and at + 2 < len(text):
            yield Sound(*readings.starting(text[at : at + 2])), at + 2
        if text[at] in _INITIALS and at + 1 < len(text) and self._may_begin(at):
            yield Sound(*readings.starting(text[at])), at + 1

    def _may_begin(self, at: int) -> bool:
        """Whether a letter stands for a character: a vowel only where all before it do."""
        before = self._text[:at]
        return self._text[at] not in _VOWELS or not any(one in _VOWELS for one in before)


def _is_letter(character: str) -> bool:
    return "a" <= character <= "z"


def _is_han(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fd5"
