"""The language of a piece of a letter, for `lang` attributes. Knows nothing of the interface."""

import re

from corpus import Language

_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af]")
_ENOUGH = 400  # characters of a text that are looked at
_LATIN_FOR_HAN = 8  # characters of English prose that say as much as one Han character, and more


def language_of(text: str, languages: tuple[Language, ...]) -> Language:
    """The language of a piece of a letter, out of the letter's languages.

    >>> language_of("各位业主：大家好 2020", ("zh-Hans", "en"))
    'zh-Hans'
    """
    chinese = [language for language in languages if language != "en"]
    if not chinese or "en" not in languages:
        return languages[0] if languages else "en"
    head = text[:_ENOUGH]
    han = len(_HAN.findall(head))
    others = sum(not character.isspace() for character in head) - han
    return chinese[0] if han and han * _LATIN_FOR_HAN >= others else "en"
