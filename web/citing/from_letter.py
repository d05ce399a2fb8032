"""A letter as a `Reference`: who counts as its author, and what it is called without a title."""

from datetime import date

from corpus import Letter
from web.citing.authors import read_organisation, read_signatory
from web.citing.reference import Author, Reference
from web.citing.wording import describe
from web.languages import language_of


def reference_of(
    letter: Letter, *, url: str, accessed: date, translated_title: str = ""
) -> Reference:
    """What citations of a letter say; `translated_title` is its title in an English version.

    Its issuers are its authors or, if it names none, those who signed it. It is cited in the
    language of its title.
    """
    addressee = letter.addressee.text if letter.addressee else ""
    own_title = " ".join(letter.title.text.split()) if letter.title else ""
    language = language_of(own_title or addressee, letter.languages)
    return Reference(
        id=letter.id,
        title=own_title or describe(language, letter.genre, addressee),
        is_titled=bool(own_title),
        authors=_authors(letter),
        date=letter.date,
        language=language,
        genre=letter.genre,
        url=url,
        accessed=accessed,
        translated_title=translated_title if language != "en" else "",
        translation=(letter.translation or "translation") if letter.translation_of else "",
    )


def _authors(letter: Letter) -> tuple[Author, ...]:
    if letter.issuers:
        found = [read_organisation(party.name) for party in letter.issuers]
    else:
        found = [read_signatory(party.name) for party in letter.signatories]
    return tuple(dict.fromkeys(author for author in found if author.name))
