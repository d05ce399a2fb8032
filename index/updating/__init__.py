"""Bringing an index up to date with its folder: only what changed is read, and nothing is lost.

`reindex` does it; the rest compares a folder with an index. Knows nothing of the command line.
Not imported here, as few need it and it takes a while: `watch`, which goes on doing it.
"""

from index.updating.census import Census, take_census
from index.updating.comparison import Changes, compare, set_twins_apart
from index.updating.reading import correction_of, digest_file
from index.updating.reports import Counts, Progress, Report, Step
from index.updating.run import reindex
from index.updating.survey import Approve, Since
from index.updating.touched import read_touched
from index.updating.workers import WorkerLost

__all__ = [
    "Approve", "Census", "Changes", "Counts", "Progress", "Report", "Since", "Step", "WorkerLost",
    "compare", "correction_of", "digest_file", "read_touched", "reindex", "set_twins_apart",
    "take_census",
]  # fmt: skip
