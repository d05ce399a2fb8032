"""Which sentences of a letter a passage may be taken from, the best first.

Knows letters and places of needles; which of the sentences are shown is decided elsewhere.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from corpus import Excerpt, Letter
from search.snippets.matching import Occurrence
from search.snippets.sentences import cuts
from search.snippets.windows import Run

_NEVER_BROKEN: Final = 2  # code points; an occurrence that holds an end of a sentence is longer
_AROUND_TITLE: Final = " \t\n\u00a0\u3000#*=_"

Stretch = tuple[int, int]


class Regions:
    """The sentences of a letter: those of the body, then those around it, none that is masked.

    `text` is the letter's `searchable`. Sentences are cut when they are first asked for.
    """

    def __init__(self, letter: Letter, text: str) -> None:
        self._text = text
        self._title = letter.title
        self._masked = letter.masked
        body = letter.body
        self._tiers = (((body.start, body.end),), ((0, body.start), (body.end, len(text))))
        self._parts: dict[Stretch, _Part] = {}

    def tiers(self, occurrences: Sequence[Occurrence]) -> Iterator[list[Run]]:
        """Runs of sentences where occurrences are: in the body, then around it, never of the title.

        No sentence ends within an occurrence.
        """
        for tier in self._tiers:
            runs: list[Run] = []
            for start, end in self._unmasked(tier):
                inside = _within(occurrences, start, end)
                if inside:
                    runs += self._part(start, end).runs_around(inside)
            yield runs

    def run_of(self, start: int, end: int, occurrences: Sequence[Occurrence]) -> Run:
        """The sentences of a stretch, none ending within an occurrence; those ascend."""
        sentences = Run(self._text, cuts(self._text, start, end))
        return _unbroken(self._text, sentences, _within(occurrences, start, end))

    def first_runs(self) -> Iterator[Run]:
        """All runs of sentences in the order in which one begins a letter: the title comes last."""
        for tier in self._tiers:
            for start, end in self._unmasked(tier):
                yield from self._part(start, end).runs
        for start, end in self._unmasked(((0, len(self._text)),)):
            yield Run(self._text, cuts(self._text, start, end))

    def _unmasked(self, stretches: Iterable[Stretch]) -> Iterable[Stretch]:
        """What of these is not masked."""
        for start, end in stretches:
            for span in self._masked:
                if span.start < end and start < span.end:
                    if start < span.start:
                        yield start, span.start
                    start = span.end
            if start < end:
                yield start, end

    def _part(self, start: int, end: int) -> "_Part":
        found = self._parts.get((start, end))
        if found is None:
            found = self._parts[start, end] = _Part(self._text, start, end, self._title)
        return found


class _Part:
    """A part of a letter that is all body or all around it, and not masked."""

    def __init__(self, text: str, start: int, end: int, title: Excerpt | None) -> None:
        self._text = text
        self._title = title
        self._sentences = Run(text, cuts(text, start, end))
        self.runs = list(_without_title(text, self._sentences, title))

    def runs_around(self, occurrences: Sequence[Occurrence]) -> list[Run]:
        """The runs of its sentences, with those in one that an occurrence reaches over."""
        unbroken = _unbroken(self._text, self._sentences, occurrences)
        if unbroken is self._sentences:
            return self.runs
        return list(_without_title(self._text, unbroken, self._title))


def _within(occurrences: Sequence[Occurrence], start: int, end: int) -> Sequence[Occurrence]:
    """The occurrences that begin within a part; they ascend."""
    first = bisect_left(occurrences, (start,))
    return occurrences[first : bisect_left(occurrences, (end,), first)]


def _unbroken(text: str, sentences: Run, occurrences: Sequence[Occurrence]) -> Run:
    """The sentences with those joined into one that an occurrence reaches over."""
    inside = set()
    for start, end, _ in occurrences:
        if end - start <= _NEVER_BROKEN:
            continue
        i = bisect_right(sentences, start)
        while 0 < i < len(sentences) - 1 and sentences[i] < end:
            inside.add(sentences[i])
            i += 1
    if not inside:
        return sentences
    return Run(text, [place for place in sentences if place not in inside])


def _without_title(text: str, sentences: Run, title: Excerpt | None) -> Iterator[Run]:
    """The sentences before, between and after those that are the title or a line of it."""
    if title is None:
        yield sentences
        return
    begin = 0
    for i in sorted(_title_sentences(text, sentences, title)):
        if begin < i:
            yield Run(text, sentences[begin : i + 1])
        begin = i + 1
    if begin < len(sentences) - 1:
        yield Run(text, sentences[begin:])


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
