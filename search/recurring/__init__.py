"""The same initiative in other letters: word for word, or nearly so.

Owns what counts as the same. Must not know queries nor pages.
"""

from search.recurring.find_recurring import RESEMBLANCE, Recurrence, Recurrences, recurrences

__all__ = ["RESEMBLANCE", "Recurrence", "Recurrences", "recurrences"]
