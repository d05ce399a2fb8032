"""Did you mean: another spelling of a query, of words that are in the collection.

Owns what counts as doubtful, which words it may stand for, and how they are weighed. Must not know
pages, and never changes what is searched.
"""

from search.spelling.speller import Speller, Spelling

__all__ = ["Speller", "Spelling"]
