"""The language that the commands speak, and the binding of its catalogue, which pages share.

Knows the environment; must not know what any command says.
"""

import gettext
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from web.settings import INTERFACE_LANGUAGES, InterfaceLanguage, Settings, read_settings

CATALOGUES = Path(__file__).parent / "translations"
DOMAIN = "messages"  # gettext's own default, which Click asks
_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")  # the first that is set counts (POSIX)
_CHOICE = "LANGUAGE"  # where gettext looks first


def terminal_language(environment: Mapping[str, str]) -> InterfaceLanguage:
    """The language of LETTERS_LANG, else of the terminal's locale, else English.

    >>> terminal_language({"LANG": "zh_CN.UTF-8"}), terminal_language({"LANG": "de_DE.UTF-8"})
    ('zh', 'en')
    """
    for language in INTERFACE_LANGUAGES:
        if environment.get("LETTERS_LANG") == language:
            return language
    locale = next(filter(None, map(environment.get, _LOCALE)), "")
    return "zh" if locale.lower().startswith("zh") else "en"


@contextmanager
def speaking(language: InterfaceLanguage) -> Iterator[None]:
    """Let this process, and what it starts, say everything in a language."""
    before = os.environ.get(_CHOICE)
    gettext.bindtextdomain(DOMAIN, str(CATALOGUES))
    os.environ[_CHOICE] = language
    try:
        yield
    finally:
        if before is None:
            del os.environ[_CHOICE]
        else:
            os.environ[_CHOICE] = before


def command_settings(index_dir: Path) -> Settings:
    """The settings of a command that answers in the terminal's language from one index."""
    language = terminal_language(os.environ)
    return replace(read_settings(os.environ), index_dir=index_dir, language=language)
