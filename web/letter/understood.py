"""What was understood of a letter and from where: each field with the words that it was read from.

Must not know how letters are understood: where a field comes from is told by its place.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from corpus import CORRECTIONS, Letter
from web.anchors import label_initiatives
from web.interface import date_in_words, gettext, later
from web.languages import language_of
from web.letter.lines import end_of_front_matter
from web.marking import escaped
from web.messages import genre_label, language_label

_DECLARED = re.compile(r"^(lang(?:uages?)?|genre|translation_of)[ \t]*:[ \t]*\S", re.M | re.I)
_NAMES = {
    "title": later("Title"),
    "date": later("Date"),
    "issuer": later("Issued by"),
    "addressee": later("To"),
    "signatory": later("Signed by"),
    "initiative": later("Initiative"),
    "initiatives": later("Initiatives"),
}
_SAID_AS = {"issuer": "issuers", "signatory": "signatories"}  # by the keys of corrections


@dataclass(frozen=True, slots=True)
class Place:
    """Words of the letter that a field was read from; `name` is that of the place on the page."""

    field: str
    start: int
    end: int
    name: str
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A field: what it is called, what was understood, and from where in words.

    `language` is empty where the value is in the interface's own. `place` is None for what was
    read from no particular words.
    """

    name: str
    value: str
    language: str
    source: str
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of the file, with its number and the words marked that fields were read from."""

    number: int
    html: Markup
    language: str


def read_fields(letter: Letter) -> tuple[Reading, ...]:
    """The fields of a letter but its initiatives, in the order in which it is read."""
    lines = _Lines(letter)
    placed = [_placed(letter, place, lines) for place in places(letter)]
    by_field = {
        name: [reading for field, reading in placed if field == name]
        for name in ("title", "date", "issuer", "addressee", "signatory")
    }
    by_field["date"] += _date_said(letter)
    return (
        *by_field["title"],
        *_other_titles(letter),
        *by_field["date"],
        *by_field["issuer"],
        *by_field["addressee"],
        *by_field["signatory"],
        _languages(letter),
        _genre(letter),
        *_translation(letter),
        *_missing(letter, {**by_field, "initiatives": list(letter.initiatives)}),
    )


def places(letter: Letter) -> list[Place]:
    """The words that fields were read from, in the order of the text."""
    found = []
    if letter.title:
        found.append(Place("title", letter.title.start, letter.title.end, "title"))
    if letter.date_text:
        found.append(Place("date", letter.date_text.start, letter.date_text.end, "date"))
    if letter.addressee:
        found.append(Place("addressee", letter.addressee.start, letter.addressee.end, "addressee"))
    for field, parties in (("issuer", letter.issuers), ("signatory", letter.signatories)):
        found += [
            Place(field, party.start, party.end, f"{field}-{number}", party.name)
            for number, party in enumerate(parties, start=1)
        ]
    return sorted(found, key=lambda place: (place.start, -place.end))


def heads(letter: Letter) -> Iterator[Place]:
    """The heads of the initiatives, as far as the letter has them word for word."""
    labels = label_initiatives(letter.initiatives)
    for number, (item, label) in enumerate(zip(letter.initiatives, labels, strict=True), start=1):
        first = item.head[:40]
        start = letter.text.find(first, item.start, min(item.start + 200, item.end))
        if first and start >= 0:
            end = min(start + len(item.head), item.end)
            yield Place("initiative", start, end, f"head-{number}", label)


def show_text(letter: Letter) -> Iterator[TextLine]:
    """The whole file in lines, without the empty ones; its words are all there. Linear."""
    within = [place for place in places(letter) if not _is_added(letter, place)]
    marked = _Marked(letter.own_text, _apart([*within, *heads(letter)]))
    start = 0
    for number, text in enumerate(letter.own_text.split("\n"), start=1):
        if text.strip():
            yield TextLine(
                number, marked.html(start, start + len(text)), language_of(text, letter.languages)
            )
        start += len(text) + 1


class _Lines:
    """Where a place is, in words."""

    def __init__(self, letter: Letter) -> None:
        self._starts = [0, *(found.end() for found in re.finditer("\n", letter.text))]
        self._begin = end_of_front_matter(letter)

    def source(self, place: Place) -> str:
        number = bisect_right(self._starts, place.start)
        if place.start < self._begin:
            return gettext("Front matter, line %(line)s", line=number)
        return gettext("The text, line %(line)s", line=number)


class _Marked:
    def __init__(self, text: str, spans: Sequence[Place]) -> None:
        self._text = text
        self._spans = spans
        self._ends = [place.end for place in spans]
        self._names = {field: gettext(name) for field, name in _NAMES.items()}

    def html(self, start: int, end: int) -> Markup:
        pieces: list[str] = []
        done = start
        for place in self._spans[bisect_right(self._ends, start) :]:
            first, last = max(place.start, done), min(place.end, end)
            if first >= last:
                break
            number = f" {place.label}" if place.field == "initiative" else ""
            name = self._names[place.field] + number
            pieces += [
                str(escaped(self._text[done:first])),
                f'<mark class="{place.field}"',
                f' id="{place.name}">' if first == place.start else ">",
                str(escaped(self._text[first:last])),
                f'<span class="field">{escaped(name)}</span></mark>',
            ]
            done = last
        pieces.append(str(escaped(self._text[done:end])))
        return Markup("".join(pieces))  # noqa: S704  # every piece is escaped or ours


def _apart(found: Sequence[Place]) -> list[Place]:
    """Places that do not overlap; of those that do, what lies in another is left out."""
    kept: list[Place] = []
    for place in sorted(found, key=lambda place: (place.start, -place.end)):
        start = max(place.start, kept[-1].end) if kept else place.start
        if start == place.start and start < place.end:
            kept.append(place)
    return kept


def _placed(letter: Letter, place: Place, lines: _Lines) -> tuple[str, Reading]:
    words = " ".join(letter.text[place.start : place.end].split())
    value = place.label or words
    language: str = language_of(words, letter.languages)
    if place.field == "date" and letter.date:
        value, language = date_in_words(letter.date), ""
    is_said = _is_said(letter, place.field)
    return place.field, Reading(
        name=gettext(_NAMES[place.field]),
        value=value,
        language=language,
        source=CORRECTIONS if is_said else lines.source(place),
        place=None if _is_added(letter, place) else place,
    )


def _is_said(letter: Letter, field: str) -> bool:
    """Whether a field is what the folder's `letters.toml` says."""
    return _SAID_AS.get(field, field) in letter.corrected


def _is_added(letter: Letter, place: Place) -> bool:
    """Whether words stand nowhere in the file."""
    return place.start >= len(letter.own_text)


def _other_titles(letter: Letter) -> Iterator[Reading]:
    for title in letter.alt_titles:
        yield Reading(
            name=gettext("Other title"),
            value=title,
            language=language_of(title, letter.languages),
            source=gettext("The text"),
        )


def _date_said(letter: Letter) -> Iterator[Reading]:
    """A date that no words of the letter say."""
    if letter.date and not letter.date_text:
        name = _NAMES["date"]
        yield Reading(
            name=gettext(name),
            value=date_in_words(letter.date),
            language="",
            source=CORRECTIONS,
        )


def _declared(letter: Letter) -> set[str]:
    head = letter.text[: end_of_front_matter(letter)]
    return {
        found[1].lower().removesuffix("uages").removesuffix("uage")
        for found in _DECLARED.finditer(head)
    }


def _declaration(letter: Letter, field: str) -> str:
    """What declares a field that is no words of the letter; empty if nothing does."""
    if _is_said(letter, field):
        return CORRECTIONS
    return gettext("Front matter") if field in _declared(letter) else ""


def _languages(letter: Letter) -> Reading:
    return Reading(
        name=gettext("Language"),
        value=gettext(", ").join(map(language_label, letter.languages)),
        language="",
        source=_declaration(letter, "lang") or gettext("Its characters and words"),
    )


def _genre(letter: Letter) -> Reading:
    return Reading(
        name=gettext("Genre"),
        value=genre_label(letter.genre),
        language="",
        source=_declaration(letter, "genre") or gettext("Its title and wording"),
    )


def _translation(letter: Letter) -> Iterator[Reading]:
    if letter.translation_of:
        yield Reading(
            name=gettext("Translation of"),
            value=letter.translation_of,
            language="",
            source=_declaration(letter, "translation_of"),
        )


def _missing(letter: Letter, found: Mapping[str, Sequence[object]]) -> Iterator[Reading]:
    """The fields that no word was found for, or that are said to have none."""
    for field, readings in found.items():
        is_said = _is_said(letter, field)
        if readings or (field == "initiatives" and not is_said):
            continue
        nothing = gettext("Nothing") if is_said else gettext("Nothing found")
        why = CORRECTIONS if is_said else gettext("Nothing in the letter says it clearly enough")
        yield Reading(name=gettext(_NAMES[field]), value=nothing, language="", source=why)
