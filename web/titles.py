"""What a letter is called on a page: its title, or for one without, whom it is written to or by."""

from dataclasses import dataclass

from markupsafe import Markup

from corpus import Letter
from search import Mark
from web.interface import gettext
from web.languages import language_of
from web.marking import escaped, marked_excerpt


@dataclass(frozen=True, slots=True)
class Heading:
    """A letter's name: safe HTML for the page, plain text for its `<title>`, and its language.

    `language` is empty where the words are the interface's own.
    """

    html: Markup
    text: str
    language: str


def heading(letter: Letter, marks: tuple[Mark, ...] = ()) -> Heading:
    """The name of a letter, with what matched in its title marked."""
    if letter.title:
        text = " ".join(letter.title.text.split())
        language = language_of(text, letter.languages)
        html = marked_excerpt(text, letter.text, letter.title.start, marks)
        return Heading(html, text, language)
    if letter.addressee:
        return _named(gettext("Letter to %(name)s"), letter.addressee.text, letter)
    if letter.issuers:
        return _named(gettext("Letter from %(name)s"), letter.issuers[0].name, letter)
    return Heading(escaped(letter.id), letter.id, "")


def _named(wording: str, name: str, letter: Letter) -> Heading:
    language = language_of(name, letter.languages)
    quoted = Markup('<bdi lang="{}">{}</bdi>').format(language, escaped(name))
    before, _, after = wording.partition("%(name)s")
    html = Markup("").join([before, quoted, after])
    return Heading(html, f"{before}{name}{after}", "")
