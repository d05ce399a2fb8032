"""Which sentences of a letter a passage may be taken from, the best first.

Knows letters and places of needles; which of the sentences are shown is decided elsewhere.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from corpus import Excerpt, Letter
from search.snippets.matching import Occurrence
from search.snippets.passages import Run
from search.snippets.sentences import cuts


def tiers(letter: Letter, text: str, occurrences: Sequence[Occurrence] = ()) -> Iterator[list[Run]]:
    """Runs of sentences: those of the body, then those around it, neither with the title.

    `text` is the letter's `searchable`. No run goes over what is masked.
    """
    body = letter.body
    yield _runs(letter, text, (body.start, body.end), occurrences)
    yield [
        *_runs(letter, text, (0, body.start), occurrences),
        *_runs(letter, text, (body.end, len(text)), occurrences),
    ]


def all_runs(letter: Letter, text: str) -> list[Run]:
    """Runs of all sentences, those of the title too."""
    return [cuts(text, start, end) for start, end in _unmasked(letter, 0, len(text))]


def _runs(
    letter: Letter, text: str, within: tuple[int, int], occurrences: Sequence[Occurrence]
) -> list[Run]:
    runs: list[Run] = []
    for start, end in _unmasked(letter, *within):
        sentences = _unbroken(cuts(text, start, end), occurrences)
        runs += _without_title(text, sentences, letter.title) if letter.title else [sentences]
    return runs


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
    for _, start, end in occurrences:
        i = bisect_right(sentences, start)
        while 0 < i < len(sentences) - 1 and sentences[i] < end:
            inside.add(sentences[i])
            i += 1
    return [place for place in sentences if place not in inside] if inside else sentences


def _without_title(text: str, sentences: Run, title: Excerpt) -> Iterator[Run]:
    """The sentences before, between and after those that are the title or lines of it."""
    run: list[int] = [sentences[0]]
    for start, end in pairwise(sentences):
        if _is_title(text, start, end, title):
            if len(run) > 1:
                yield run
            run = [end]
        else:
            run.append(end)
    if len(run) > 1:
        yield run


def _is_title(text: str, start: int, end: int, title: Excerpt) -> bool:
    if start < title.end and title.start < end:
        return True
    if end - start > 2 * len(title.text):
        return False
    sentence = " ".join(text[start:end].split())
    return sentence != "" and sentence in title.text
