"""Versions of one letter: those that declare it, and those that are found to say the same.

Owns where versions are sought and when two letters count as one. Candidates share rare names and
numbers, telling words, or translations of these: no letter is compared with all others. Must not
know pages.
"""

from search.versions.find_versions import versions_of

__all__ = ["versions_of"]
