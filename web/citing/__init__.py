"""Citations of a letter: GB/T 7714 and APA for readers, BibTeX and RIS for their programs.

Pure functions of a `Reference`. Must not know Flask, templates or the interface's language: a
citation is written in the language that its form asks for, whoever reads it.
"""

from web.citing.apa import to_apa
from web.citing.bibtex import to_bibtex
from web.citing.from_letter import reference_of
from web.citing.gbt7714 import to_gbt7714
from web.citing.reference import Author, Citation, Reference
from web.citing.ris import to_ris

__all__ = [
    "Author",
    "Citation",
    "Reference",
    "reference_of",
    "to_apa",
    "to_bibtex",
    "to_gbt7714",
    "to_ris",
]
