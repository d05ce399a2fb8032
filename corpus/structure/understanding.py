"""From the text of a file to a `Letter`: one line a part. Knows neither files nor formats."""

from collections.abc import Sequence

from corpus.excerpts import excerpt_at, party_at
from corpus.formats.document import Document
from corpus.letter import Excerpt, Genre, Initiative, Language, Letter, LetterId, Party
from corpus.structure import declared
from corpus.structure.body import Body, find_body
from corpus.structure.dates import Date, choose_date
from corpus.structure.genre import understand_genre
from corpus.structure.header import Header, find_header
from corpus.structure.initiatives import find_initiatives, told_initiatives
from corpus.structure.issuing import find_issuers
from corpus.structure.languages import understand_languages
from corpus.structure.lines import Line, split_lines
from corpus.structure.opening import find_addressee
from corpus.structure.organisations import has_contact, is_organisation
from corpus.structure.signature import Signature, above_signature, find_signature
from corpus.structure.title import Headline, find_headline
from corpus.structure.title_wording import folded

OPENING, ENDING = 800, 400  # characters of the body whose words tell the genre


def understand(document: Document, *, letter_id: LetterId, source: str) -> Letter:
    """The letter that a document is. Never raises; linear in the length of the text.

    What the file declares of itself overrules what is understood from its words.
    """
    text = document.own_text
    lines = split_lines(text, document.start)
    header = find_header(lines)
    headline = find_headline(text, lines, header)
    title = _title(document, headline)
    body = find_body(text, lines, headline, header)
    addressee = _addressee(document, lines, body, headline, header)
    genre = declared.declared_genre(document) or _genre(text, title, body, addressee)
    signature = find_signature(text, lines, body)
    date = _date(document, lines, body)
    return Letter(
        id=letter_id,
        source=source,
        languages=declared.declared_languages(document) or _languages(lines, body),
        genre=genre,
        title=title,
        alt_titles=_alt_titles(text, headline, title),
        date=declared.said_date(document) if "date" in document.said else date and date.value,
        date_text=date and excerpt_at(text, date.start, date.end),
        issuers=_issuers(document, lines, body, headline, header, signature),
        addressee=addressee,
        signatories=_signatories(document, signature),
        body=body.span,
        initiatives=_initiatives(document, lines, above_signature(lines, body, signature), genre),
        translation_of=declared.declared_id(document, "translation_of"),
        translation=declared.declared_words(document, "translation"),
        masked=document.masked,
        corrected=tuple(document.said),
        added=document.added,
        text=document.text,
    )


def _title(document: Document, headline: Headline) -> Excerpt | None:
    """The declared title, as the letter prints it where it does; to the letter if said by hand."""
    place = headline.title
    printed = excerpt_at(document.text, place.start, place.end) if place else None
    if "title" not in document.declared:
        return printed
    said = declared.declared_excerpt(document, "title")
    if (
        "title" not in document.said
        and said
        and printed
        and folded(said.text) == folded(printed.text)
    ):
        return printed
    return said


def _alt_titles(text: str, headline: Headline, title: Excerpt | None) -> tuple[str, ...]:
    spans = (*headline.others, *((headline.title,) if headline.title else ()))
    words = (excerpt_at(text, span.start, span.end).text for span in spans)
    return tuple(w for w in words if title is None or folded(w) != folded(title.text))


def _genre(text: str, title: Excerpt | None, body: Body, addressee: Excerpt | None) -> Genre:
    """The genre that words tell; what speaks to somebody and says nothing of it is a letter."""
    span = body.span
    opening = text[span.start : min(span.start + OPENING, span.end)]
    ending = text[max(span.start + OPENING, span.end - ENDING) : span.end]
    told = understand_genre(
        title.text if title else "", opening, ending, is_addressed=addressee is not None
    )
    return "open_letter" if told == "other" and addressee else told


def _date(document: Document, lines: Sequence[Line], body: Body) -> Date | None:
    """The date that the file says or its words tell; None if somebody said one by hand."""
    if "date" in document.said:
        return None
    if "date" in document.declared:
        said = declared.declared_date(document)
        if said or not document.declared["date"]:
            return said
    return choose_date(document.own_text, lines, body.span.start)


def _languages(lines: Sequence[Line], body: Body) -> tuple[Language, ...]:
    words = [line.text for line in lines]
    within = words[body.first : body.after] or words
    return understand_languages("\n".join(within), within)


def _issuers(
    document: Document,
    lines: Sequence[Line],
    body: Body,
    headline: Headline,
    header: Header,
    signature: Signature,
) -> tuple[Party, ...]:
    said = declared.declared_parties(document, "issuers")
    if said is not None:
        return said
    return (
        signature.organisations
        or declared.declared_authors(document)
        or _sender(document.own_text, header)
        or _told(document, lines, body, headline, header)
    )


def _told(
    document: Document, lines: Sequence[Line], body: Body, headline: Headline, header: Header
) -> tuple[Party, ...]:
    """Who issues the letter by its title, first sentences and letterhead; not whom it is to."""
    to = header.addressee
    found = find_issuers(document.own_text, lines, body, title=headline.title)
    return tuple(party for party in found if not to or not to.start <= party.start < to.end)


def _sender(text: str, header: Header) -> tuple[Party, ...]:
    place = header.sender
    party = party_at(text, place.start, place.end) if place else None
    return (party,) if party and is_organisation(party.name) else ()


def _addressee(
    document: Document, lines: Sequence[Line], body: Body, headline: Headline, header: Header
) -> Excerpt | None:
    if "addressee" in document.declared:
        return declared.declared_excerpt(document, "addressee")
    text = document.own_text
    to = header.addressee
    written = excerpt_at(text, to.start, to.end) if to else None
    if written and not has_contact(written.text):
        return written
    return find_addressee(text, lines, body, title=headline.title) or written


def _signatories(document: Document, signature: Signature) -> tuple[Party, ...]:
    said = declared.declared_parties(document, "signatories")
    return signature.persons if said is None else said


def _initiatives(
    document: Document, lines: Sequence[Line], body: Body, genre: Genre
) -> tuple[Initiative, ...]:
    """Those of the letter, unless somebody said by hand where they begin, or that it has none."""
    text = document.own_text
    if "initiatives" in document.said:
        return told_initiatives(text, lines, body, document.said["initiatives"])
    return find_initiatives(text, lines, body, genre=genre)
