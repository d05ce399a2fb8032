"""The index: letters as columns, kept as generations, open for reading while others reindex.

`reindex` brings an index up to date with a folder of letters, `open_snapshot` opens the live
generation, `LiveIndex` holds the newest one for a server. Knows nothing of queries and the web.

What only writes is imported when it is first asked for: it takes as long as what reads.
"""

from typing import TYPE_CHECKING

from corpus import opened_later
from index.analysis import (
    Folded,
    Ground,
    Segmenter,
    Spans,
    Token,
    View,
    find_joined,
    fold,
    is_unspaced,
    join,
    plain_term,
    stem,
    tokens,
)
from index.columns import (
    DECODED_LENGTHS,
    DamagedSegment,
    Labels,
    Lexicon,
    Positions,
    Postings,
    Ragged,
    Segment,
    TermColumn,
    spread,
)
from index.errors import (
    DamagedIndex,
    IndexBusy,
    IndexFault,
    NoIndex,
    NothingBefore,
    ReindexRefused,
    StaleIndex,
)
from index.fields import ALL_VIEWS, FIELDS, Column, Field
from index.generations import Manifest, SegmentEntry, Stamp, Unreadable
from index.kept import OTHER_NAME
from index.live import LiveIndex
from index.naming import key_marks, name_key, name_keys, name_marks, without_acronym
from index.snapshot import LiveSegment, Snapshot, open_snapshot

if TYPE_CHECKING:
    from index.loose import build
    from index.options import custom_or_default, index_option
    from index.originals import Original, read_original
    from index.updating import Counts, Progress, Report, reindex
else:
    __getattr__ = opened_later(
        __name__,
        {
            "Counts": "updating",
            "Original": "originals",
            "Progress": "updating",
            "Report": "updating",
            "build": "loose",
            "custom_or_default": "options",
            "index_option": "options",
            "read_original": "originals",
            "reindex": "updating",
        },
    )


__all__ = [
    "ALL_VIEWS", "DECODED_LENGTHS", "FIELDS", "OTHER_NAME", "Column", "Counts", "DamagedIndex",
    "DamagedSegment", "Field", "Folded", "Ground", "IndexBusy", "IndexFault", "Labels",
    "Lexicon", "LiveIndex", "LiveSegment", "Manifest", "NoIndex", "NothingBefore", "Original",
    "Positions", "Postings", "Progress", "Ragged", "ReindexRefused", "Report", "Segment",
    "SegmentEntry", "Segmenter", "Snapshot", "Spans", "StaleIndex", "Stamp", "TermColumn",
    "Token", "Unreadable", "View", "build", "custom_or_default", "find_joined", "fold",
    "index_option", "is_unspaced", "join", "key_marks", "name_key", "name_keys", "name_marks",
    "open_snapshot", "plain_term", "read_original", "reindex", "spread", "stem", "tokens",
    "without_acronym",
]  # fmt: skip
