"""What the page of a letter shows: its lines, its contents, its versions, citations, and its like.

Must not know Flask's requests.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from corpus import Letter, Pair
from search import LetterView
from search.similar import SimilarHit
from web.addresses import letter_address
from web.anchors import label_initiatives, name_initiatives
from web.interface import gettext
from web.languages import language_of
from web.letter.inline import STEPS
from web.letter.lines import Line, end_of_front_matter, iter_lines
from web.marking import marked
from web.parameters import SearchParameters
from web.titles import Heading, heading

_HEAD = 90  # characters of an initiative's head in the contents


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An initiative in the list of contents; `label` is empty for one without a number."""

    label: str
    head: str
    language: str
    anchor: str
    level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownLetter:
    """A letter's lines, contents, and the block of front matter that stands above it, if any.

    Of `mark_count` marks the first `steps` can be stepped through.
    """

    lines: tuple[Line, ...]
    contents: tuple[Entry, ...]
    front_matter: Markup
    mark_count: int
    steps: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """Another version of the letter, what it is to it, and where both stand side by side.

    `is_found` says that no file names the other: that they are alike was found out.
    """

    id: str
    heading: Heading
    language: str
    address: str
    role: str
    is_unofficial: bool
    is_found: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """A letter like this one, and the words that both have, each with its language."""

    letter: Letter
    heading: Heading
    address: str
    shared: tuple[tuple[str, str], ...]


def show_letter(view: LetterView) -> ShownLetter:
    """A letter ready for its template. Linear in the letter's length."""
    letter = view.letter
    begin = end_of_front_matter(letter)
    front_matter = letter.text[:begin]
    marks = [mark for mark in view.marks if begin <= mark.start < len(letter.own_text)]
    return ShownLetter(
        lines=tuple(iter_lines(letter, marks)),
        contents=_contents(letter),
        front_matter=marked(front_matter, 0, view.marks) if front_matter else Markup(),
        mark_count=len(marks),
        steps=min(len(marks), STEPS),
    )


def show_versions(
    view: LetterView, others: Sequence[Letter], parameters: SearchParameters
) -> tuple[Version, ...]:
    """The other versions of a letter, with the search kept in their addresses."""
    pairs = {pair.id: pair for pair in view.pairs}
    return tuple(_version(view.letter, other, pairs[other.id], parameters) for other in others)


def _version(letter: Letter, other: Letter, pair: Pair, parameters: SearchParameters) -> Version:
    return Version(
        id=other.id,
        heading=heading(other),
        language=other.languages[0],
        address=letter_address(other.id, parameters),
        role=_role(letter, other, pair),
        is_unofficial=other.translation == "unofficial",
        is_found=not pair.is_declared,
    )


def _role(letter: Letter, other: Letter, pair: Pair) -> str:
    if letter.translation_of == other.id:
        return gettext("Original")
    return gettext("Translation") if pair.relation == "translation" else gettext("Other version")


def show_alike(hit: SimilarHit) -> Alike:
    """A letter like another one."""
    letter = hit.letter
    return Alike(
        letter=letter,
        heading=heading(letter),
        address=letter_address(letter.id, SearchParameters()),
        shared=tuple((word, language_of(word, letter.languages)) for word in hit.shared),
    )


def _contents(letter: Letter) -> tuple[Entry, ...]:
    names = name_initiatives(letter.initiatives)
    labels = label_initiatives(letter.initiatives)
    return tuple(
        Entry(
            label="" if initiative.number is None else label,
            head=_shortened(initiative.head),
            language=language_of(initiative.head, letter.languages),
            anchor=name,
            level=min(initiative.level, 3),
        )
        for initiative, label, name in zip(letter.initiatives, labels, names, strict=True)
    )


def _shortened(head: str) -> str:
    words = " ".join(head[: 4 * _HEAD].split())
    return words if len(words) <= _HEAD else f"{words[: _HEAD - 1].rstrip()}…"
