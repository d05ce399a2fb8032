"""Letters as immutable, memory-mapped columns: token columns in, segment files out.

Knows nothing of letters, queries or generations. Letters are numbered from 0 within a segment,
terms from 0 within a column in the order of their UTF-8 bytes. A segment may be read by many
threads at once; a builder is for one. Arrays that are read are views of the file or new ones;
they are as narrow as their type says, so widen small unsigned ones before adding them up.

    builder = SegmentBuilder(positions=frozenset({Column("text", View.UNITS)}))
    builder.add(rows: Rows) -> None               # a batch; tokens ascend by letter and position
    builder.size -> int, builder.count -> int     # bytes held (an estimate), letters held
    builder.write(path, *, stem: Callable[[str], str] | None = None) -> SegmentFile
        # a new file, not yet synced to the disk; the builder is empty afterwards
    SegmentFile: name, bytes, checksum            # sha256 of the content, in hexadecimal

    segment = open_segment(path) -> Segment       # DamagedSegment(path, what) here and at any use
    segment.path, segment.count, segment.columns: tuple[Column, ...]
    segment.names("numbers" | "labels" | "ragged" | "blobs") -> tuple[str, ...]
    segment.column(column) -> TermColumn          # KeyError if no batch had it in its tokens
    segment.numbers(name) -> int64 array, one a letter
    segment.labels(name) -> Labels
    segment.ragged(name) -> Ragged: offsets, values (int32, or int64 where that is too narrow)
    segment.blob(name, row) -> bytes
    segment.completions(name) -> Completions      # strings that go on from what is typed
    segment.stems -> int32 array: for each term of text.U its stem's number in text.W, or -1
    segment.verify() -> None                      # reads and checks every byte

    TermColumn: lengths (uint8 a letter), exact_lengths (unsigned), tokens (their sum),
                filled (letters that have tokens), has_positions, terms: Lexicon
      .document_frequency(term) -> int, .document_frequencies(first, end) -> int64 array
      .total_frequency(term) -> int
      .postings(term) -> Postings                 # ids (int32, ascending), frequencies (unsigned)
      .postings_range(first, end) -> Postings     # neighbouring terms, such as those of a prefix
      .ids(term), .ids_range(first, end)          # the same without frequencies, in half the time
      .positions(term, rows) -> Positions         # rows: ascending places in postings(term).ids
      .positions_range(first, end) -> int32 array
      .first_position(term) -> int                # where a term's positions start among all
      .positions_at(runs: places) -> int64 array  # so that those of several terms are read at once
    Positions: counts (one a row), values (flat, ascending in each row)
    Lexicon: len, iteration, `in`
      .find(term: str) -> int (-1: none), .term(number) -> str
      .range(prefix) -> (first, end), .at_or_after(term) -> int
    Labels: values: Lexicon, offsets, ordinals    # letter i: ordinals[offsets[i]:offsets[i + 1]]
      .find(value) -> int (-1: none), .rows(ordinal) -> int32 array, .of(row) -> tuple[str, ...]

    merge(segments, live: Sequence[bool array | None], path) -> SegmentFile
    spread(starts, counts) -> places of runs, in a row
    encode_lengths(lengths) -> uint8 array, DECODED_LENGTHS: 256 float32

What writes is imported when it is first asked for: it takes as long as what reads.
"""

from typing import TYPE_CHECKING

from corpus import opened_later
from index.columns.column import TermColumn
from index.columns.errors import DamagedSegment
from index.columns.labels import Labels
from index.columns.layout import ArrayWriter, SegmentFile
from index.columns.lengths import DECODED_LENGTHS, encode_lengths
from index.columns.lexicon import Lexicon
from index.columns.mapped import ArrayFile
from index.columns.positions import Positions
from index.columns.postings import Postings
from index.columns.ragged import Ragged
from index.columns.runs import spread
from index.columns.segment import Segment, open_segment

if TYPE_CHECKING:
    from index.columns.builder import SegmentBuilder
    from index.columns.completions.batch import CompletionRows
    from index.columns.completions.reading import Best, Completions
    from index.columns.completions.sounds import Sound, fitting
    from index.columns.merging import merge
    from index.columns.rows import Rows
else:
    __getattr__ = opened_later(
        __name__,
        {
            "Best": "completions.reading",
            "CompletionRows": "completions.batch",
            "Completions": "completions.reading",
            "Rows": "rows",
            "Sound": "completions.sounds",
            "fitting": "completions.sounds",
            "merge": "merging",
            "SegmentBuilder": "builder",
        },
    )


__all__ = [
    "DECODED_LENGTHS",
    "ArrayFile",
    "ArrayWriter",
    "Best",
    "CompletionRows",
    "Completions",
    "DamagedSegment",
    "Labels",
    "Lexicon",
    "Positions",
    "Postings",
    "Ragged",
    "Rows",
    "Segment",
    "SegmentBuilder",
    "SegmentFile",
    "Sound",
    "TermColumn",
    "encode_lengths",
    "fitting",
    "merge",
    "open_segment",
    "spread",
]
