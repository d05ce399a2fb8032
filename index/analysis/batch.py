"""Analysis of letters, many at a time, and of queries, one at a time: one path for both."""

import functools
import hashlib
from collections.abc import Sequence
from typing import Final

from index.analysis.ground import Ground
from index.analysis.segmenter import Segmenter, open_segmenter
from index.analysis.stems import stemmer_version
from index.analysis.tables import HAN, KIND_MASK, KIND_SHIFT, digest, entry_of
from index.analysis.tokens import Analysis, Token, View
from index.analysis.views import bigram_columns, name_units, unit_columns, word_columns

RULES_VERSION: Final = 1  # raise it whenever the code of analysis gives other tokens than before


@functools.cache
def default_segmenter() -> Segmenter:
    """The fastest segmenter that is installed, without words of the admin's."""
    return open_segmenter()


def analyse(texts: Sequence[str], segmenter: Segmenter | None = None) -> Analysis:
    """All three views of the texts; each text gives what it gives alone.

    Linear in the length of the texts. Needs some 140 bytes a character while it runs and is
    fastest with half a megabyte at a time, 250 letters or so (measured, 2026-01). Safe to call
    from several threads.
    """
    ground = Ground(texts)
    named = name_units(ground)
    return Analysis(
        words=word_columns(ground, named, segmenter or default_segmenter()),
        bigrams=bigram_columns(ground, named),
        units=unit_columns(ground, named),
    )


def tokens(text: str, segmenter: Segmenter | None = None) -> tuple[Token, ...]:
    """The tokens of one text: words, then bigrams, then units, each in order of position.

    >>> [(str(t.view), t.term) for t in tokens("COVID-19 口罩")]  # doctest: +NORMALIZE_WHITESPACE
    [('W', 'covid19'), ('W', 'covid'), ('W', '19'), ('W', '口罩'), ('B', '口罩'),
     ('U', 'covid'), ('U', '19'), ('U', '口'), ('U', '罩')]
    """
    analysis = analyse((text,), segmenter)
    return tuple(token for view in View for token in _tokens_of(analysis, view))


def _tokens_of(analysis: Analysis, view: View) -> list[Token]:
    columns = analysis.view(view)
    terms = [columns.vocabulary[number] for number in columns.term.tolist()]
    rows = zip(
        terms,
        columns.position.tolist(),
        columns.start.tolist(),
        columns.end.tolist(),
        strict=True,
    )
    return [
        Token(term=term, view=view, position=p, start=a, end=b, is_han=is_unspaced(term))
        for term, p, a, b in rows
    ]


def is_unspaced(term: str) -> bool:
    """Whether a term is of a script without spaces between words: Han, kana, Hangul, Thai..."""
    return _is_unspaced(term[0])


@functools.lru_cache(maxsize=1 << 12)
def _is_unspaced(character: str) -> bool:
    kind = entry_of(character) >> KIND_SHIFT & KIND_MASK
    return kind >= HAN


def fingerprint(segmenter: Segmenter | None = None) -> str:
    """A hash of all that decides which tokens a text has, for the stamp of an index."""
    used = segmenter or default_segmenter()
    parts = (
        str(RULES_VERSION),
        digest(),
        stemmer_version(),
        used.name,
        used.version,
        used.custom,
    )
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]
