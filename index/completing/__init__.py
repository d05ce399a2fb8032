"""What can be completed while typing: names that letters have, and phrases that many share.

`names_of` and `phrases_of` make completions of a batch of letters; the rest says how those who
show them find the words of a letter again. Knows nothing of how they are kept and found.
"""

from index.completing.names import NAMES, CompletionKind, names_of, shorten, written_names
from index.completing.phrases import PHRASES, phrases_of

__all__ = [
    "NAMES", "PHRASES", "CompletionKind", "names_of", "phrases_of", "shorten", "written_names",
]  # fmt: skip
