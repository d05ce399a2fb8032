"""Letters and the reading of them: a file becomes a `Letter`. Knows nothing of searching.

What reads files is imported when it is first asked for: who searches needs none of it.
"""

from typing import TYPE_CHECKING

from corpus.doors import opened_later
from corpus.errors import CorpusError, Reason, UnreadableFolder, UnreadableLetter
from corpus.labels import label
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
from corpus.messages import Wording, gettext, in_one_language, later, ngettext, pgettext
from corpus.pairs import (
    AlignedInitiatives,
    Pair,
    Relation,
    Version,
    are_translations,
    pair_up,
    version_of,
)
from corpus.records import from_record, to_compact

if TYPE_CHECKING:
    from corpus.aligning import align_initiatives
    from corpus.correcting import CORRECTIONS, Complaint, Correction
    from corpus.correcting.unmet import iter_unmet
    from corpus.finding_pairs import find_pairs
    from corpus.folder import FoundFile, Listing, identify, list_letters, scan
    from corpus.nearby import LinkOnTheWay, Nearby, scan_nearby
    from corpus.originals import load_original
    from corpus.printing import columns, printable, wrap
    from corpus.read import find_file, load, read_found, read_letters, read_raw, read_text
    from corpus.show import to_record
    from corpus.structure.naming import OtherName, find_other_names
    from corpus.structure.persons import is_person
else:
    __getattr__ = opened_later(
        __name__,
        {
            "OtherName": "structure.naming",
            "find_other_names": "structure.naming",
            "align_initiatives": "aligning",
            "CORRECTIONS": "correcting",
            "Complaint": "correcting",
            "Correction": "correcting",
            "FoundFile": "folder",
            "LinkOnTheWay": "nearby",
            "Listing": "folder",
            "Nearby": "nearby",
            "columns": "printing",
            "find_file": "read",
            "find_pairs": "finding_pairs",
            "identify": "folder",
            "is_person": "structure.persons",
            "iter_unmet": "correcting.unmet",
            "list_letters": "folder",
            "load": "read",
            "load_original": "originals",
            "printable": "printing",
            "read_found": "read",
            "read_letters": "read",
            "read_raw": "read",
            "read_text": "read",
            "scan": "folder",
            "scan_nearby": "nearby",
            "to_record": "show",
            "wrap": "printing",
        },
    )


__all__ = [
    "CORRECTIONS",
    "AlignedInitiatives",
    "Complaint",
    "CorpusError",
    "Correction",
    "Excerpt",
    "FoundFile",
    "Genre",
    "Initiative",
    "InitiativeKind",
    "Language",
    "Letter",
    "LetterId",
    "LinkOnTheWay",
    "Listing",
    "Nearby",
    "OtherName",
    "Pair",
    "Party",
    "Reason",
    "Relation",
    "Span",
    "UnreadableFolder",
    "UnreadableLetter",
    "Version",
    "Wording",
    "align_initiatives",
    "are_translations",
    "columns",
    "find_file",
    "find_other_names",
    "find_pairs",
    "from_record",
    "gettext",
    "identify",
    "in_one_language",
    "is_person",
    "iter_unmet",
    "label",
    "later",
    "list_letters",
    "load",
    "load_original",
    "ngettext",
    "opened_later",
    "pair_up",
    "pgettext",
    "printable",
    "read_found",
    "read_letters",
    "read_raw",
    "read_text",
    "scan",
    "scan_nearby",
    "to_compact",
    "to_record",
    "version_of",
    "wrap",
]
