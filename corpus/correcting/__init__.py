"""Corrections by hand: what the `letters.toml` of a folder says of the letters beside it.

Reading it never raises: what is wrong with it is a complaint, and what is right counts. What only a
letter can show to be wrong is found in `corpus.correcting.unmet`, for who reads letters.
"""

from corpus.correcting.complaints import Complaint, complain_of_name
from corpus.correcting.correction import CORRECTIONS, Correction, lay_over
from corpus.correcting.reading import NO_CORRECTIONS, Corrections, read_corrections

__all__ = [
    "CORRECTIONS", "NO_CORRECTIONS", "Complaint", "Correction", "Corrections", "complain_of_name",
    "lay_over", "read_corrections",
]  # fmt: skip
