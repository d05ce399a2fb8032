"""Words of a Chinese query with what English letters call them.

Words are cut as analysis cuts them and then joined again where the dictionary has a longer one;
names are sought by their sound. Knows nothing of columns and scores.
"""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from index import Token, View
from index.analysis import fold
from search.ranking import REQUEST_WEIGHT
from search.translation.bilingual import Bilingual
from search.translation.words import Rendering, Word
from search.vocabulary import function_words, request_words

LONGEST: Final = 64  # words of a query that are translated
_JOINED: Final = 4  # words of analysis that one of the dictionary may span
_SINGLE: Final = 0.6  # weight of a single character, whose senses are many (learned)
_NAME_PIECES: Final = 6  # pieces that a name may be cut into
_NAME_SPANS: Final = 48  # spans of a query that are tried as names


class _Piece(NamedTuple):
    """A word of the query, folded, with its place as typed."""

    text: str
    start: int
    end: int
    is_han: bool


def to_english(text: str, languages: Bilingual) -> tuple[Word, ...]:
    """The words of a query that say something, in order."""
    pieces = _joined(languages.tokens_of(text), languages)[:LONGEST]
    reader = _Reader(text, pieces, languages)
    return tuple(word for word in reader.words() if word.renderings or word.kept)


def phrase_to_english(text: str, languages: Bilingual) -> tuple[Word, ...]:
    """The whole text as one word, if the dictionary has it, or else its words."""
    if renderings := languages.english(fold(text).text.strip()):
        return (Word(text, renderings),)
    return to_english(text, languages)


def _joined(tokens: Sequence[Token], languages: Bilingual) -> list[_Piece]:
    words = [token for token in tokens if token.view is View.WORDS]
    pieces: list[_Piece] = []
    place = 0
    while place < len(words) and len(pieces) < LONGEST:
        count = _span(words, place, languages)
        run = words[place : place + count]
        whole = "".join(word.term for word in run)
        pieces.append(_Piece(whole, run[0].start, run[-1].end, run[0].is_han))
        place += count
    return pieces


def _span(words: Sequence[Token], place: int, languages: Bilingual) -> int:
    """How many words from here make one of the dictionary."""
    end = place + 1
    while (
        end < min(len(words), place + _JOINED)
        and words[end].is_han
        and words[place].is_han
        and words[end].start == words[end - 1].end
    ):
        end += 1
    for count in range(end - place, 1, -1):
        if languages.english("".join(word.term for word in words[place : place + count])):
            return count
    return 1


class _Reader:
    """Reads pieces from left to right."""

    def __init__(self, text: str, pieces: Sequence[_Piece], languages: Bilingual) -> None:
        self._text, self._pieces, self._languages = text, pieces, languages
        self._spans_left = _NAME_SPANS

    def words(self) -> Iterator[Word]:
        place = 0
        while place < len(self._pieces):
            end = self._name_run_end(place)
            name = self._name(place, end) if end > place else None
            if name is None:
                yield from self._plain(self._pieces[place])
                place += 1
                continue
            first, last, renderings = name
            for piece in self._pieces[place:first]:
                yield from self._plain(piece)
            yield Word(self._typed(first, last), renderings, is_name=True)
            place = last

    def _typed(self, first: int, last: int) -> str:
        return self._text[self._pieces[first].start : self._pieces[last - 1].end]

    def _plain(self, piece: _Piece) -> Iterator[Word]:
        grammar = function_words()
        if piece.text in grammar:
            return
        typed = self._text[piece.start : piece.end]
        if not piece.is_han:
            yield Word(typed, (), kept=piece.text)
            return
        if renderings := self._languages.english(piece.text):
            yield _word(typed, piece.text, renderings)
            return
        if pinyin := self._languages.names.pinyin(piece.text):
            yield Word(typed, pinyin, is_name=True)
            return
        for part in _longest_parts(piece.text, self._languages):
            if part not in grammar:
                yield _word(part, part, self._languages.english(part))

    def _name_run_end(self, place: int) -> int:
        """Where a run of pieces ends that a foreign name may be in."""
        characters, grammar = self._languages.names.characters, function_words()
        end = place
        while end < len(self._pieces):
            piece = self._pieces[end]
            apart = end > place and piece.start != self._pieces[end - 1].end
            if apart or not piece.is_han or piece.text in grammar:
                break
            if not all(character in characters for character in piece.text):
                break
            end += 1
        return end

    def _name(self, place: int, end: int) -> tuple[int, int, tuple[Rendering, ...]] | None:
        """The likeliest name that begins in a run: near in sound, and long."""
        best: tuple[float, int, int, tuple[Rendering, ...]] | None = None
        for first in range(place, end):
            for last in range(min(end, first + _NAME_PIECES), first, -1):
                if not self._may_be_name(first, last) or self._spans_left == 0:
                    continue
                self._spans_left -= 1
                characters = "".join(piece.text for piece in self._pieces[first:last])
                renderings = self._languages.names.english(characters)
                if renderings:
                    rank = renderings[0].share + _LONGER * len(characters)
                    if best is None or rank > best[0]:
                        best = (rank, first, last, renderings)
        return best[1:] if best else None

    def _may_be_name(self, first: int, last: int) -> bool:
        """Not what the dictionary has: one of its words, or several and nothing else."""
        pieces = self._pieces[first:last]
        if len(pieces) == 1:
            return len(pieces[0].text) > 1 and not self._languages.english(pieces[0].text)
        return any(
            len(piece.text) == 1 or not self._languages.english(piece.text) for piece in pieces
        )


_LONGER: Final = 0.24  # how much nearer a name counts for each of its characters


def _word(typed: str, folded: str, renderings: tuple[Rendering, ...]) -> Word:
    weight = _SINGLE if len(folded) == 1 else 1.0
    weight *= REQUEST_WEIGHT if folded in request_words() else 1.0
    return Word(typed, renderings, weight=weight)


def _longest_parts(word: str, languages: Bilingual) -> Iterator[str]:
    """The longest words of the dictionary from left to right; what none has is passed over."""
    place = 0
    while place < len(word):
        for end in range(min(len(word), place + 8), place, -1):
            if languages.english(word[place:end]):
                yield word[place:end]
                place = end
                break
        else:
            place += 1
