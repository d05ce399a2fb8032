"""Corrections by hand: what the `letters.toml` of a folder says of the letters beside it.

Reading it never raises: what is wrong with it is a complaint, and what is right counts.
"""

from corpus.correcting.complaints import Complaint, complain_of_name
from corpus.correcting.correction import CORRECTIONS, Correction, lay_over
from corpus.correcting.reading import NO_CORRECTIONS, Corrections, read_corrections
from corpus.correcting.unmet import iter_unmet

__all__ = [
    "CORRECTIONS", "NO_CORRECTIONS", "Complaint", "Correction", "Corrections", "complain_of_name",
    "iter_unmet", "lay_over", "read_corrections",
]  # fmt: skip
