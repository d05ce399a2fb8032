"""Stems of English words, remembered: the stemmer takes longer than all that is done with them."""

from functools import lru_cache

from index.analysis import stem
from search.vocabulary import function_words

_REMEMBERED = 1 << 16  # words

stem_of = lru_cache(_REMEMBERED)(stem)


@lru_cache(_REMEMBERED >> 1)
def stems_that_say(phrase: str) -> tuple[str, ...]:
    """The stems of a folded phrase without its function words, each once.

    >>> stems_that_say("resumption of work")
    ('resumpt', 'work')
    """
    grammar = function_words()
    return tuple(dict.fromkeys(stem_of(word) for word in phrase.split() if word not in grammar))
