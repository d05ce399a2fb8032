"""The language that the interface speaks: which one, and words, dates and numbers in it.

Owns flask-babel: nothing else imports it. Must not know what any page shows.
"""

from collections.abc import Sequence
from datetime import date
from functools import cache, lru_cache

import flask_babel
from babel.dates import format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal
from flask import Flask, Response, request
from werkzeug.datastructures import LanguageAccept
from werkzeug.http import parse_accept_header

from web.settings import INTERFACE_LANGUAGES, InterfaceLanguage, Settings

LANGUAGE_PARAMETER = "ui"
LANGUAGE_COOKIE = "ui"
_REMEMBERED = 31_536_000  # seconds: a year
_FALLBACK: InterfaceLanguage = "en"
_OURS: dict[str | None, InterfaceLanguage] = {one: one for one in INTERFACE_LANGUAGES}
_HTML_LANGUAGE = {"zh": "zh-Hans", "en": "en"}


def install_interface(app: Flask, settings: Settings) -> None:
    """Let the address, the reader's last choice, the operator, the browser choose the language."""

    def choose() -> InterfaceLanguage:
        chosen = asked_language() or _ours(request.cookies.get(LANGUAGE_COOKIE))
        return chosen or settings.language or _accepted_language()

    @app.after_request
    def remember(response: Response) -> Response:
        asked = asked_language()
        if asked and asked != request.cookies.get(LANGUAGE_COOKIE) and _is_own_choice():
            response.set_cookie(
                LANGUAGE_COOKIE,
                asked,
                max_age=_REMEMBERED,
                path=f"{request.script_root}/",
                secure=request.is_secure,
                httponly=True,
                samesite="Lax",
            )
        return response

    flask_babel.Babel(app, locale_selector=choose, default_locale=_FALLBACK)


def asked_language() -> InterfaceLanguage | None:
    """The language that the address asks for; None if it does not ask for one of ours."""
    return _ours(request.args.get(LANGUAGE_PARAMETER))


def _is_own_choice() -> bool:
    """Whether the reader switched the language here, and did not follow a link from elsewhere.

    Browsers say so where the address is safe (https); where they do not, it is taken for granted.
    """
    return request.headers.get("Sec-Fetch-Site", "same-origin") == "same-origin"


def interface_language() -> InterfaceLanguage:
    """The language of the page that is being made."""
    locale = flask_babel.get_locale()
    return _ours(locale.language if locale else None) or _FALLBACK


def html_language() -> str:
    """The same as the `lang` attribute has it."""
    return _HTML_LANGUAGE[interface_language()]


def gettext(message: str, **values: object) -> str:
    """A message in the interface's language, its `%(name)s` filled in."""
    if not values:
        return _plain(interface_language(), message)
    return str(flask_babel.gettext(message, **values))


def ngettext(one: str, many: str, number: int, **values: object) -> str:
    """The same for a message that depends on a number; `%(num)s` is the number."""
    wording = flask_babel.get_domain().get_translations().ungettext(one, many, number)
    return str(wording % {"num": number_in_words(number), **values})


@cache
def _plain(language: InterfaceLanguage, message: str) -> str:  # noqa: ARG001 - part of the key
    """A message without values; it is asked for in the language of the request."""
    return str(flask_babel.gettext(message))


def later(message: str) -> str:
    """Name a message that is translated where it is used."""
    return message


def number_in_words(number: int) -> str:
    """A whole number with the separators of the interface's language."""
    return _decimal(interface_language(), number)


@lru_cache(10_000)
def _decimal(language: InterfaceLanguage, number: int) -> str:
    return format_decimal(number, locale=language)


def list_in_words(items: Sequence[str]) -> str:
    """Things one after the other, the last with an “and”."""
    return format_list(items, locale=interface_language())


def share_in_words(share: float) -> str:
    """A part of one as a percentage."""
    return "<1%" if 0 < share < 0.01 else f"{share:.0%}"


def date_in_words(value: str) -> str:
    """A date of a letter, YYYY-MM-DD or a part of it, as the interface's language writes it."""
    year, month, day = (*(int(part) for part in value.split("-")), 1, 1)[:3]
    shown = date(year, month, day)
    if len(value) == len("YYYY-MM-DD"):
        return str(flask_babel.format_date(shown, "long"))
    skeleton = "y" if len(value) == len("YYYY") else "yMMMM"
    return str(format_skeleton(skeleton, shown, locale=interface_language()))


def _accepted_language() -> InterfaceLanguage:
    return _best_language(request.headers.get("Accept-Language", ""))


@lru_cache(100)
def _best_language(accepted: str) -> InterfaceLanguage:
    """The best of ours to what a browser says; few browsers differ in it."""
    ranked = parse_accept_header(accepted, LanguageAccept)
    return _ours(ranked.best_match(INTERFACE_LANGUAGES)) or _FALLBACK


def _ours(value: str | None) -> InterfaceLanguage | None:
    return _OURS.get(value)
