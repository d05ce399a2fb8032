"""The index: letters as columns, kept as generations, open for reading while others reindex.

`reindex` brings an index up to date with a folder of letters, `open_snapshot` opens the live
generation, `LiveIndex` holds the newest one for a server. Knows nothing of queries and the web.
"""

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
    lay_ground,
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
from index.live import LiveIndex
from index.loose import build
from index.snapshot import LiveSegment, Snapshot, open_snapshot
from index.updating import Counts, Progress, Report, reindex

__all__ = [
    "ALL_VIEWS", "DECODED_LENGTHS", "FIELDS", "Column", "Counts", "DamagedIndex", "DamagedSegment",
    "Field", "Folded", "Ground", "IndexBusy", "IndexFault", "Labels", "Lexicon", "LiveIndex",
    "LiveSegment", "Manifest", "NoIndex", "NothingBefore", "Positions", "Postings", "Progress",
    "Ragged", "ReindexRefused", "Report", "Segment", "SegmentEntry", "Segmenter", "Snapshot",
    "Spans", "StaleIndex", "Stamp", "TermColumn", "Token", "Unreadable", "View", "build",
    "find_joined", "fold", "is_unspaced", "join", "lay_ground", "open_snapshot", "plain_term",
    "reindex", "stem", "tokens",
]  # fmt: skip
