"""Which sentences of a letter a passage may be taken from, the best first.

Knows letters and places of needles; which of the sentences are shown is decided elsewhere.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from corpus import Excerpt, Letter
from search.snippets.matching import Occurrence
from search.snippets.sentences import cuts
from search.snippets.windows import Run

_NEVER_BROKEN: Final = 2  # code points; an occurrence that holds an end of a sentence is longer
_AROUND_TITLE: Final = " \t\n\u00a0\u3000#*=_"


def tiers(letter: Letter, text: str, occurrences: Sequence[Occurrence]) -> Iterator[list[Run]]:
    """Runs of sentences where occurrences are: in the body, then around it, never of the title.

    `text` is the letter's `searchable`. No run goes over what is masked, and no sentence ends
    within an occurrence.
    """
    for parts in _parts(letter):
        runs: list[Run] = []
        for start, end in parts:
            inside = _within(occurrences, start, end)
            if inside:
                sentences = _unbroken(cuts(text, start, end), inside)
                runs += _without_title(text, sentences, letter.title)
        yield runs


def first_runs(letter: Letter, text: str) -> Iterator[Run]:
    """All runs of sentences in the order in which one begins a letter: the title comes last."""
    for parts in _parts(letter):
        for start, end in parts:
            yield from _without_title(text, cuts(text, start, end), letter.title)
    for start, end in _unmasked(letter, 0, len(text)):
        yield cuts(text, start, end)


def _parts(letter: Letter) -> Iterator[list[tuple[int, int]]]:
    """The body, then what is around it, without what is masked."""
    body = letter.body
    yield [*_unmasked(letter, body.start, body.end)]
    yield [*_unmasked(letter, 0, body.start), *_unmasked(letter, body.end, len(letter.text))]


def _within(occurrences: Sequence[Occurrence], start: int, end: int) -> Sequence[Occurrence]:
    """The occurrences that begin within a part; they ascend."""
    first = bisect_left(occurrences, (start,))
    return occurrences[first : bisect_left(occurrences, (end,), first)]


def _unmasked(letter: Letter, start: int, end: int) -> Iterator[tuple[int, int]]:
    for span in letter.masked:
        if span.start < end and start < span.end:
            if start < span.start:
                yield start, span.start
            start = span.end
    if start < end:
        yield start, end


def _unbroken(sentences: list[int], occurrences: Sequence[Occurrence]) -> list[int]:
    """The sentences with those joined into one that an occurrence reaches over."""
    inside = set()
    for start, end, _ in occurrences:
        if end - start <= _NEVER_BROKEN:
            continue
        i = bisect_right(sentences, start)
        while 0 < i < len(sentences) - 1 and sentences[i] < end:
            inside.add(sentences[i])
            i += 1
    return [place for place in sentences if place not in inside] if inside else sentences


def _without_title(text: str, sentences: Run, title: Excerpt | None) -> Iterator[Run]:
    """The sentences before, between and after those that are the title or a line of it."""
    if title is None:
        yield sentences
        return
    begin = 0
    for i in sorted(_title_sentences(text, sentences, title)):
        if begin < i:
            yield sentences[begin : i + 1]
        begin = i + 1
    if begin < len(sentences) - 1:
        yield sentences[begin:]


def _title_sentences(text: str, sentences: Run, title: Excerpt) -> set[int]:
    """Which sentences overlap the title or say one of its lines again and nothing else."""
    found = {
        i
        for i in range(bisect_right(sentences, title.start) - 1, bisect_left(sentences, title.end))
        if 0 <= i < len(sentences) - 1
    }
    for line in filter(None, map(str.strip, text[title.start : title.end].splitlines())):
        place = text.find(line, sentences[0], sentences[-1])
        while place >= 0:
            i = bisect_right(sentences, place) - 1
            if text[sentences[i] : sentences[i + 1]].strip(_AROUND_TITLE) == line:
                found.add(i)
            place = text.find(line, sentences[i + 1], sentences[-1])
    return found
