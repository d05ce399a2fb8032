"""Equivalents: what typed words say that letters may say otherwise, and all the ways to say it.

Owns dates and numbers of initiatives in both languages. They find more letters, never fewer. Must
not know of weights, needles and pages.
"""

from search.equivalents.recognising import said_in
from search.equivalents.said import Said

__all__ = ["Said", "said_in"]
