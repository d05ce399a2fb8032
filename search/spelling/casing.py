"""A correction with the capitals of what was typed. Knows nothing of spelling."""

from difflib import SequenceMatcher
from typing import Final

_POSSESSIVE: Final = ("'s", "’s", "'S", "’S")
_OPERATORS: Final = frozenset({"AND", "OR", "NOT"})


def recase(typed: str, word: str) -> str:
    """A folded word written as the typed one was, its possessive kept.

    >>> [recase("Coronavirsu", "coronavirus"), recase("TKiV", "tikv"), recase("chna's", "china")]
    ['Coronavirus', 'TiKV', "china's"]
    """
    if typed.endswith(_POSSESSIVE) and not word.endswith("s"):
        return recase(typed[:-2], word) + typed[-2:]
    if typed.islower():
        return word
    written = word.upper() if typed.isupper() and len(typed) > 1 else _letter_by_letter(typed, word)
    return word if written in _OPERATORS else written


def _letter_by_letter(typed: str, word: str) -> str:
    """Letters that were typed keep their case, swapped ones too; a new first one takes it over."""
    spare = [letter for letter in typed if letter.isupper()]
    written = []
    for kind, first, last, begin, end in SequenceMatcher(None, typed.lower(), word).get_opcodes():
        if kind == "equal":
            written.append(typed[first:last])
            for letter in filter(str.isupper, typed[first:last]):
                spare.remove(letter)
        else:
            written.append(word[begin:end])
    text = "".join(written)
    return _raise(text, spare)


def _raise(text: str, spare: list[str]) -> str:
    """Capitals that were typed elsewhere go to their letters."""
    for letter in spare:
        at = text.find(letter.lower())
        if at < 0:
            at = 0
        text = text[:at] + text[at].upper() + text[at + 1 :]
    return text
