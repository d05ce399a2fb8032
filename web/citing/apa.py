"""Citations in the style of the American Psychological Association, 7th edition (2019).

A web page with its kind in brackets (sections 9.21 and 10.16); a Chinese title stands in 《》, as
Chinese has no italics, with its English translation in brackets (9.38) where there is one.
"""

from web.citing.authors import initials
from web.citing.reference import Author, Citation, Reference
from web.citing.titles import set_off
from web.citing.wording import GENRES, MONTHS, translation_note

_ALL_NAMED = 20  # authors; of more, the first 19 and the last are named (section 9.8)


def to_apa(reference: Reference) -> Citation:
    """Authors. (Date). Title [Kind]. Address. Without an author the title stands first (9.12)."""
    when = f"({_date(reference.date)})."
    title = set_off(reference.title, reference.language) if reference.is_titled else ""
    kind = f"{_kind(reference)}." if title else f"{_kind(reference)}.".lstrip()
    where = _where(reference)
    is_italic = reference.is_english and reference.is_titled
    if not reference.authors:
        return Citation("", title, f"{kind} {when} {where}", is_italic)
    before = f"{_stopped(_authors(reference.authors))} {when} "
    return Citation(before, title, f"{kind} {where}", is_italic)


def _kind(reference: Reference) -> str:
    """What stands in brackets after the title; for a letter without one, in its place (9.22)."""
    described = GENRES["en"][reference.genre] if reference.is_titled else reference.title
    note = translation_note("en", reference.translation).lower()
    inner = f"{described}, {note}" if note else described
    translated = f" [{reference.translated_title}]" if reference.translated_title else ""
    return f"{translated} [{inner}]"


def _where(reference: Reference) -> str:
    """The address, with the day of access where nothing else says when it was read (9.16)."""
    if reference.date:
        return reference.url
    read = reference.accessed
    return f"Retrieved {MONTHS[read.month - 1]} {read.day}, {read.year}, from {reference.url}"


def _date(value: str | None) -> str:
    """A date, or as much of it as is known.

    >>> _date("2020-02-03"), _date("2020-02"), _date(None)
    ('2020, February 3', '2020, February', 'n.d.')
    """
    if value is None:
        return "n.d."
    year, *rest = (int(part) for part in value.split("-"))
    if not rest:
        return str(year)
    month = MONTHS[rest[0] - 1]
    return f"{year}, {month} {rest[1]}" if len(rest) > 1 else f"{year}, {month}"


def _authors(authors: tuple[Author, ...]) -> str:
    names = [_name(author) for author in authors]
    if len(names) > _ALL_NAMED:
        return f"{', '.join(names[: _ALL_NAMED - 1])}, . . . {names[-1]}"
    if len(names) == 1:
        return names[0]
    is_pair_of_groups = len(names) == 2 and not any(author.family for author in authors)
    comma = "" if is_pair_of_groups else ","
    return f"{', '.join(names[:-1])}{comma} & {names[-1]}"


def _name(author: Author) -> str:
    if not author.family:
        return author.name
    family = author.family.capitalize() if author.family.isupper() else author.family
    return f"{family}, {initials(author.given, '. ')}."


def _stopped(words: str) -> str:
    return words if words.endswith(".") else f"{words}."
