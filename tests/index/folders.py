"""Small real folders of letters for the tests of the index, and what an index of them shows."""

import os
from pathlib import Path

import numpy as np

from corpus import Letter
from index import Report, Segment, Snapshot
from index.fields import Column

MASKS = """关于佩戴口罩的倡议书

各位居民：

一、出门请佩戴口罩，勤洗手。

二、保持一米以上的距离。

社区居民委员会
2020年2月3日
"""

WORK = """Proposal on the Resumption of Work

To all members:

1. Wear masks at work and take the temperature of every worker.

2. Do not travel while the outbreak lasts.

China Example Federation
February 20, 2020
"""

SCHOOL = """致家長的一封公開信

各位家長：

学校将於三月一日開學，請大家準備好口罩。

實驗小學
2020年2月
"""

LONG_AGO = 1_580_000_000  # seconds: January 2020, a time that is not too recent to be trusted

Postings = dict[tuple[Column, str], tuple[int, tuple[int, ...]]]


def write(folder: Path, **letters: str) -> Path:
    """Put letters into a folder, each under the name of its argument."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in letters.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def age(folder: Path) -> None:
    """Give all files of a folder a time that is long past."""
    for path in folder.rglob("*.*"):
        os.utime(path, (LONG_AGO, LONG_AGO))


def counts(report: Report) -> tuple[int, int, int, int]:
    """What a report counts: added, changed, removed, unchanged."""
    found = report.counts
    return found.added, found.changed, found.removed, found.unchanged


def overwrite(path: Path, content: bytes | bytearray) -> None:
    """Do to a file of an index what nobody should: its permissions would not allow it."""
    path.chmod(0o644)
    path.write_bytes(content)


def letters_of(snapshot: Snapshot) -> dict[str, Letter]:
    """The live letters by their ids."""
    return {str(letter.id): letter for letter in map(snapshot.letter, live_numbers(snapshot))}


def live_numbers(snapshot: Snapshot) -> list[int]:
    """The numbers of the letters that are in the index."""
    return [
        part.base + row
        for part in snapshot.segments
        for row in range(part.segment.count)
        if part.live is None or part.live[row]
    ]


def postings_of(snapshot: Snapshot) -> dict[str, Postings]:
    """Of each live letter all its terms, with how often and where they stand in it."""
    shown: dict[str, Postings] = {}
    for part in snapshot.segments:
        by_row = _postings(part.segment)
        for row in range(part.segment.count):
            if part.live is None or part.live[row]:
                (letter_id,) = part.segment.labels("id").of(row)
                shown[letter_id] = by_row[row]
    return shown


def _postings(segment: Segment) -> list[Postings]:
    by_row: list[Postings] = [{} for _ in range(segment.count)]
    for name in segment.columns:
        column = segment.column(name)
        assert column is not None
        for number, term in enumerate(column.terms):
            found = column.postings(number)
            places = [()] * len(found.ids)
            if column.has_positions:
                positions = column.positions(number, np.arange(len(found.ids)))
                ends = np.cumsum(positions.counts)[:-1]
                places = [tuple(part.tolist()) for part in np.split(positions.values, ends)]
            for at, row in enumerate(found.ids.tolist()):
                by_row[row][name, term] = (int(found.frequencies[at]), places[at])
    return by_row
