"""What the operator has set, read once at a door. Knows nothing of Flask or of searching."""

from collections.abc import Mapping
from dataclasses import dataclass
from gettext import gettext
from pathlib import Path
from typing import Literal, get_args
from urllib.parse import urlsplit

InterfaceLanguage = Literal["zh", "en"]
INTERFACE_LANGUAGES: tuple[InterfaceLanguage, ...] = get_args(InterfaceLanguage)
DEFAULT_INDEX = Path("var/index")
DEFAULT_LETTERS = Path("corpus/letters")
CUSTOM = ".letters"  # the folder of the admin's own files, within that of the letters


class SettingsError(Exception):
    """A setting cannot be used; the text names it and says what it can be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The settings of page and API.

    `custom_dir` has the admin's own glossary. `language` is None where the browser chooses.
    `public_url` has no slash at its end and may have a path; None takes the address of each
    request. `trusted_proxies` counts the proxies in front.
    """

    index_dir: Path = DEFAULT_INDEX
    custom_dir: Path = DEFAULT_LETTERS / CUSTOM
    language: InterfaceLanguage | None = None
    public_url: str | None = None
    trusted_proxies: int = 0


def read_settings(environment: Mapping[str, str]) -> Settings:
    """Read the settings from environment variables. Raises SettingsError for one that is wrong."""
    return Settings(
        index_dir=Path(environment.get("LETTERS_INDEX") or DEFAULT_INDEX),
        custom_dir=_custom_dir(environment),
        language=_language(environment.get("LETTERS_LANG", "")),
        public_url=_public_url(environment.get("LETTERS_PUBLIC_URL", "")),
        trusted_proxies=_count("LETTERS_TRUSTED_PROXIES", environment),
    )


def _custom_dir(environment: Mapping[str, str]) -> Path:
    if custom := environment.get("LETTERS_CUSTOM"):
        return Path(custom)
    return Path(environment.get("LETTERS_DIR") or DEFAULT_LETTERS) / CUSTOM


def _language(value: str) -> InterfaceLanguage | None:
    for language in INTERFACE_LANGUAGES:
        if value == language:
            return language
    if value:
        raise SettingsError(
            gettext("LETTERS_LANG is '%(value)s'; it can be zh or en, or unset.") % {"value": value}
        )
    return None


def _public_url(value: str) -> str | None:
    if not value:
        return None
    try:
        parts = urlsplit(value)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname)
        usable = usable and not parts.query and not parts.fragment
    except ValueError:
        usable = False
    if not usable:
        raise SettingsError(
            gettext(
                "LETTERS_PUBLIC_URL is '%(value)s'; it must look like "
                "https://example.org/letters, without a query."
            )
            % {"value": value}
        )
    return value.rstrip("/")


def _count(name: str, environment: Mapping[str, str]) -> int:
    value = environment.get(name) or "0"
    if not (value.isascii() and value.isdigit()):
        raise SettingsError(
            gettext("%(name)s is '%(value)s'; it must be a whole number, 0 or more.")
            % {"name": name, "value": value}
        )
    return int(value)
