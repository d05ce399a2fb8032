"""Analysis: text becomes terms, the same way for letters and for queries.

`fold` makes text comparable, `analyse` gives the tokens of a batch of letters in arrays, `tokens`
those of one query, `fingerprint` names all that decides them.
"""

from index.analysis.batch import analyse, default_segmenter, fingerprint, is_unspaced, tokens
from index.analysis.errors import SegmenterError
from index.analysis.folding import Folded, fold
from index.analysis.segmenter import Segmenter, open_segmenter
from index.analysis.stems import stem
from index.analysis.tokens import Analysis, Token, TokenColumns, View

__all__ = [
    "Analysis",
    "Folded",
    "Segmenter",
    "SegmenterError",
    "Token",
    "TokenColumns",
    "View",
    "analyse",
    "default_segmenter",
    "fingerprint",
    "fold",
    "is_unspaced",
    "open_segmenter",
    "stem",
    "tokens",
]
