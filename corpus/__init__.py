"""Letters and the reading of them: a file becomes a `Letter`. Knows nothing of searching."""

from corpus.errors import CorpusError, Reason, UnreadableFolder, UnreadableLetter
from corpus.folder import FoundFile, identify, scan
from corpus.letter import (
    Excerpt,
    Genre,
    Initiative,
    InitiativeKind,
    Language,
    Letter,
    LetterId,
    Party,
    Span,
)
from corpus.pairs import Pair, Version, find_pairs, pair_up, version_of
from corpus.read import find_file, read_found, read_letters, read_text
from corpus.records import from_record, to_compact
from corpus.report import printable
from corpus.show import to_record

__all__ = [
    "CorpusError",
    "Excerpt",
    "FoundFile",
    "Genre",
    "Initiative",
    "InitiativeKind",
    "Language",
    "Letter",
    "LetterId",
    "Pair",
    "Party",
    "Reason",
    "Span",
    "UnreadableFolder",
    "UnreadableLetter",
    "Version",
    "find_file",
    "find_pairs",
    "from_record",
    "identify",
    "pair_up",
    "printable",
    "read_found",
    "read_letters",
    "read_text",
    "scan",
    "to_compact",
    "to_record",
    "version_of",
]
