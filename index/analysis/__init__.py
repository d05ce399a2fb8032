"""Analysis: text becomes terms, the same way for letters and for queries.

`fold` makes text comparable, `analyse` gives the tokens of a batch of letters in arrays, `tokens`
those of one query, `fingerprint` names all that decides them.
"""

from index.analysis.baring import bare, bare_each, bare_text
from index.analysis.batch import analyse, default_segmenter, fingerprint, is_unspaced, tokens
from index.analysis.errors import SegmenterError
from index.analysis.folding import Folded, fold, fold_texts
from index.analysis.grammar import function_words
from index.analysis.ground import Ground, Spans
from index.analysis.joined import find_joined, join
from index.analysis.readings import Readings, load_readings
from index.analysis.segmenter import Segmenter, open_segmenter, user_cache_folder
from index.analysis.stems import stem
from index.analysis.tokens import Analysis, Token, TokenColumns, View
from index.analysis.versions import installed_version
from index.analysis.views import plain_term

__all__ = [
    "Analysis",
    "Folded",
    "Ground",
    "Readings",
    "Segmenter",
    "SegmenterError",
    "Spans",
    "Token",
    "TokenColumns",
    "View",
    "analyse",
    "bare",
    "bare_each",
    "bare_text",
    "default_segmenter",
    "find_joined",
    "fingerprint",
    "fold",
    "fold_texts",
    "function_words",
    "installed_version",
    "is_unspaced",
    "join",
    "load_readings",
    "open_segmenter",
    "plain_term",
    "stem",
    "tokens",
    "user_cache_folder",
]
