"""Completions while typing: from a few letters to titles, initiatives, issuers and phrases.

What is typed is compared with the beginnings of words, in Han, in Latin letters, and as pinyin.
Knows nothing of ranking letters, nor of addresses and HTML.
"""

from search.completing.complete import complete
from search.completing.written import WrittenNames

__all__ = ["WrittenNames", "complete"]
