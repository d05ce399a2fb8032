"""Snippets: from a query's needles to what is shown of a letter, with marks.

Needles are matched by the units of analysis, so no offsets are stored and every engine shares one
path. Must not know HTML, engines or how letters are ranked.
"""

from search.snippets.needles import Bond, Needle, Slot, needles
from search.snippets.present import (
    HitParts,
    hit_parts,
    initiative_parts,
    mark_letter,
    page_parts,
    ready_parts,
)
from search.snippets.ready import ReadyLetter, size_of_letter
from search.snippets.sheets import Sheet

__all__ = [
    "Bond",
    "HitParts",
    "Needle",
    "ReadyLetter",
    "Sheet",
    "Slot",
    "hit_parts",
    "initiative_parts",
    "mark_letter",
    "needles",
    "page_parts",
    "ready_parts",
    "size_of_letter",
]
