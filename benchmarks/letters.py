"""Generated letters: of 1 to 3 KB, in Chinese, English or both, in the layouts of real ones.

Letter `n` of a seed is always the same, whatever the size of the collection. Body sentences come
from a source; titles, frames, issuers, dates and contacts are worded here with derived names.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from benchmarks.names import Cast, draw_cast, slots
from benchmarks.sources import Source
from benchmarks.wording import Wording, load_wording
from corpus import Genre, Language, Letter, LetterId, read_text

SEED = 2020
CHINESE, ENGLISH = 0.45, 0.45  # the rest are mixed
TRADITIONAL = 0.2  # of the letters with Chinese, where the source has traditional characters
SMALLEST, LARGEST = 1000, 3000  # bytes of UTF-8; the last sentence may go over
A_FOLDER = 1000  # letters
_DIGITS = "〇一二三四五六七八九"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A generated letter with what is known of it beforehand; `date` is YYYYMMDD."""

    number: int
    text: str
    languages: tuple[Language, ...]
    genre: Genre
    date: int

    @property
    def source(self) -> str:
        """The path of its file in a folder of letters."""
        return f"{self.number // A_FOLDER:04}/letter-{self.number:07}.txt"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Voice:
    """One language of a letter: its wording, and the names of the letter in it."""

    language: Language
    wording: Wording
    slots: dict[str, str]

    def say(self, frame: str) -> str:
        return frame.format_map(self.slots)

    @property
    def is_english(self) -> bool:
        return self.language == "en"


class Drafter:
    """Drafts letters from a source."""

    def __init__(self, source: Source, *, seed: int = SEED) -> None:
        self.source_name = source.name
        self.seed = seed
        self._source = source

    def drafts(self, size: int, first: int = 0) -> Iterator[Draft]:
        """`size` letters, in the order of their numbers."""
        return (self.draft(number) for number in range(first, first + size))

    def draft(self, number: int) -> Draft:
        """The letter of a number."""
        chance = Random(self.seed << 40 | number)
        cast = draw_cast(chance)
        voices = self._voices(chance, cast)
        main = voices[0]
        genre = chance.choices(list(main.wording.titles), weights=(6, 2, 1, 1))[0]
        head, tail = _head(chance, voices, genre, cast), _tail(chance, voices, cast)
        room = chance.randint(SMALLEST, LARGEST) - len(head.encode()) - len(tail.encode())
        text = f"{head}{self._items(chance, voices, room)}\n\n{tail}\n"
        date = cast.year * 10_000 + cast.month * 100 + cast.day
        languages = tuple(voice.language for voice in voices)
        return Draft(number=number, text=text, languages=languages, genre=genre, date=date)

    def _voices(self, chance: Random, cast: Cast) -> tuple[_Voice, ...]:
        kind = chance.random()
        has_traditional = "zh-Hant" in self._source.pools and chance.random() < TRADITIONAL
        chinese: Language = "zh-Hant" if has_traditional else "zh-Hans"
        if kind < CHINESE:
            languages: tuple[Language, ...] = (chinese,)
        elif kind < CHINESE + ENGLISH:
            languages = ("en",)
        else:
            languages = (chinese, "en") if chance.random() < 0.5 else ("en", chinese)
        return tuple(_voice(language, cast) for language in languages)

    def _items(self, chance: Random, voices: tuple[_Voice, ...], room: int) -> str:
        """Numbered paragraphs until the room is filled, in bytes."""
        style = chance.choice(voices[0].wording.numbering)
        items: list[str] = []
        said: set[str] = set()
        while room > 0:
            sentences = self._passage(chance, chance.choice(voices), room, said)
            items.append(_number(style, len(items) + 1) + sentences)
            room -= len(items[-1].encode())
        return "\n\n".join(items)

    def _passage(self, chance: Random, voice: _Voice, room: int, said: set[str]) -> str:
        """Sentences that the letter has not `said` yet, and then perhaps one with its names."""
        passage: list[str] = []
        for sentence in self._source.pools[voice.language].take(chance):
            if room > 0 and sentence not in said:
                said.add(sentence)
                passage.append(sentence)
                room -= len(sentence.encode())
        if not passage or chance.random() < self._source.derived:
            passage.append(voice.say(chance.choice(voice.wording.frames)))
        return (" " if voice.is_english else "").join(passage)


def write_folder(drafts: Iterator[Draft], folder: Path) -> int:
    """Write letters as files, 1,000 a folder; the answer is how many bytes of text."""
    written = 0
    for draft in drafts:
        path = folder / draft.source
        if draft.number % A_FOLDER == 0 or not written:
            path.parent.mkdir(parents=True, exist_ok=True)
        written += path.write_bytes(draft.text.encode())
    return written


def to_letter(draft: Draft) -> Letter:
    """The letter as it is read, with all that is understood of it."""
    letter_id = LetterId(draft.source.removesuffix(".txt"))
    return read_text(draft.text, letter_id=letter_id, source=draft.source)


def _voice(language: Language, cast: Cast) -> _Voice:
    wording = load_wording(language)
    return _Voice(language=language, wording=wording, slots=slots(cast, language, wording))


def _head(chance: Random, voices: tuple[_Voice, ...], genre: Genre, cast: Cast) -> str:
    """Title, here and there with a date under it or printed twice; salutation; opening."""
    main = voices[0]
    at = chance.randrange(len(main.wording.titles[genre]))
    titles = [v.say(v.wording.titles[genre][at % len(v.wording.titles[genre])]) for v in voices]
    layout = chance.random()
    if layout < 0.05:
        titles.append(titles[0])
    lines = ["\n".join(titles)]
    if layout > 0.85:
        lines.append(_date(chance, main, cast))
    lines += [main.say(chance.choice(main.wording.salutations))]
    lines += [main.say(chance.choice(main.wording.openings))]
    return "\n\n".join(lines) + "\n\n"


def _tail(chance: Random, voices: tuple[_Voice, ...], cast: Cast) -> str:
    main = voices[0]
    lines = [main.say(chance.choice(main.wording.closings)), ""]
    lines += [voice.slots["org"] for voice in voices]
    if chance.random() < 0.3:
        lines.append(main.slots["other"])
    lines.append(_date(chance, main, cast))
    if chance.random() < 0.4:
        lines += ["", main.say(main.wording.contact)]
    return "\n".join(lines)


def _date(chance: Random, voice: _Voice, cast: Cast) -> str:
    year, month, day = cast.year, cast.month, cast.day
    if chance.random() < 0.25:
        return f"{year}-{month:02}-{day:02}"
    if not voice.is_english:
        return f"{year}年{month}月{day}日"
    name = voice.wording.months[month - 1]
    return f"{name} {day}, {year}" if chance.random() < 0.7 else f"{day} {name} {year}"


def _number(style: str, number: int) -> str:
    return style.format(n=number, han=_han(number))


def _han(number: int) -> str:
    """A number in Chinese up to 99, and in digits beyond.

    >>> [_han(number) for number in (3, 10, 14, 20, 35, 100)]
    ['三', '十', '十四', '二十', '三十五', '100']
    """
    tens, ones = divmod(number, 10)
    if tens > 9:
        return str(number)
    ten = "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return (ten if tens else "") + (_DIGITS[ones] if ones else "")
