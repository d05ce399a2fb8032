"""The analysis of letters as a Whoosh analyzer. Knows nothing of fields or of an index."""

from collections.abc import Iterator
from typing import Any

from index.analysis import Segmenter, View, analyse
from index.as_whoosh.stock import analysis


class ViewAnalyzer(analysis.Analyzer):  # type: ignore[misc]
    """One view of a text as Whoosh tokens: the same terms and positions as in the index.

    As everywhere in Whoosh, one token object is yielded over and over.
    """

    def __init__(self, view: View, segmenter: Segmenter) -> None:
        self.view = view
        self.segmenter = segmenter

    def __call__(
        self,
        value: str,
        positions: bool = False,
        chars: bool = False,
        keeporiginal: bool = False,
        start_pos: int = 0,
        start_char: int = 0,
        **options: Any,
    ) -> Iterator[Any]:
        """The tokens of a text; `startchar` and `endchar` are places in it, end exclusive."""
        found = analyse((value,), self.segmenter).view(self.view)
        places = (array.tolist() for array in (found.term, found.position, found.start, found.end))
        token = analysis.Token(positions, chars, **options)
        for term, position, start, end in zip(*places, strict=True):
            token.text = found.vocabulary[term]
            token.pos = start_pos + position
            token.startchar = start_char + start
            token.endchar = start_char + end
            if keeporiginal:
                token.original = value[start:end]
            yield token
