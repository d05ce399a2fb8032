"""Letters as an index keeps them, read from their segment. Knows nothing of how they got there."""

import json
from typing import Final

from corpus import Letter, from_record
from index.columns import Segment

# Part of every stamp: goes up when what is kept of a letter changes, or how letters are understood.
RECORD: Final = 10
OTHER_NAME: Final = "\t"  # between a full name and another one; no name has it


def read_letter(segment: Segment, row: int) -> Letter:
    """The letter of a row as it was read; raises `DamagedSegment`."""
    record = json.loads(segment.blob("record", row))
    return from_record(record, read_text(segment, row))


def read_text(segment: Segment, row: int) -> str:
    """The text of the letter of a row."""
    return segment.blob("text", row).decode("utf-8", "surrogatepass")


def label_of_each(segment: Segment, name: str) -> list[str]:
    """A label that every letter has once."""
    labels = segment.labels(name)
    values = list(labels.values)
    return [values[ordinal] for ordinal in labels.ordinals.tolist()]
