"""What was understood of a letter, for people: plain lines for a terminal.

Knows what a letter has; how wide words are on a terminal, `corpus.printing` knows.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal

from corpus.correcting import CORRECTIONS
from corpus.labels import label
from corpus.letter import Excerpt, Initiative, InitiativeKind, Letter, Party
from corpus.messages import gettext, later
from corpus.pairs import Pair
from corpus.printing import columns, printable, wrap

LABELS = 13  # columns
WIDTH = 96  # columns, the labels included
NOTHING = "-"
TRANSLATIONS = (later("official"), later("unofficial"))
KINDS: dict[InitiativeKind, str] = {
    "proposal": later("initiative"),
    "section": later("section"),
    "question": later("question"),
    "rule": later("rule"),
    "step": later("step"),
    "fact": later("fact"),
    "action": later("action"),
    "aim": later("aim"),
    "quoted": later("quoted"),
    "decision": later("decision"),
    "notice_point": later("notice_point"),
}

Part = Literal["label", "number"]
Paint = Callable[[Part, str], str]  # gives words of a part their colour


def plain(_part: Part, words: str) -> str:
    """Words without colour."""
    return words


def to_report(letter: Letter, pairs: Sequence[Pair] = (), paint: Paint = plain) -> str:
    """A letter's parts with a label each, and from where, then its initiatives as an outline."""
    parts = [
        (gettext("Id"), letter.id),
        (gettext("File"), letter.source),
        (gettext("Languages"), _by_hand(letter, "lang", _listed(map(label, letter.languages)))),
        (gettext("Genre"), _by_hand(letter, "genre", label(letter.genre))),
        (gettext("Title"), _from(letter, "title", [letter.title])),
        (gettext("Other titles"), gettext("; ").join(letter.alt_titles) or NOTHING),
        (gettext("Date"), _date(letter)),
        (gettext("Issuers"), _from(letter, "issuers", letter.issuers)),
        (gettext("Addressee"), _from(letter, "addressee", [letter.addressee])),
        (gettext("Signatories"), _from(letter, "signatories", letter.signatories)),
        (gettext("Body"), _body(letter)),
        (gettext("Translation"), _translation(letter)),
        (gettext("Versions"), gettext("; ").join(map(_version, pairs)) or NOTHING),
        (
            gettext("Initiatives"),
            _by_hand(letter, "initiatives", str(len(letter.initiatives) or NOTHING)),
        ),
    ]
    lines = [line for name, value in parts for line in _labelled(name, value, paint)]
    lines += [line for initiative in letter.initiatives for line in _item(initiative, paint)]
    return "\n".join(lines)


def _labelled(name: str, value: str, paint: Paint) -> Iterator[str]:
    for n, line in enumerate(wrap(printable(value), WIDTH - LABELS)):
        shown = "" if n else name
        yield paint("label", shown + " " * (LABELS - columns(shown))) + line


def _item(initiative: Initiative, paint: Paint) -> Iterator[str]:
    indent = " " * (LABELS + 4 * (initiative.level - 1))
    number = NOTHING if initiative.number is None else f"{initiative.number}."
    words = f"{printable(initiative.head)} [{gettext(KINDS[initiative.kind])}]"
    for n, line in enumerate(wrap(words, WIDTH - len(indent) - 4)):
        yield indent + paint("number", f"{'' if n else number:<4}") + line


def _from(letter: Letter, field: str, found: Sequence[Excerpt | Party | None]) -> str:
    """The words of a field, each with the place where it was found."""
    told = []
    for words in found:
        if words is None:
            continue
        name = words.name if isinstance(words, Party) else words.text
        told.append(f"{name} [{_place(letter, field, words.start)}]")
    return gettext("; ").join(told) or _by_hand(letter, field, NOTHING)


def _by_hand(letter: Letter, field: str, value: str) -> str:
    """A value that has no place in the text, with its source if somebody said it."""
    return f"{value} [{CORRECTIONS}]" if field in letter.corrected else value


def _place(letter: Letter, field: str, start: int) -> str:
    if field in letter.corrected:
        return CORRECTIONS
    if letter.masked and start < letter.masked[-1].end:
        return gettext("front matter")
    count = letter.text.count("\n", 0, start) + 1
    return gettext("line %(number)s", number=count)


def _date(letter: Letter) -> str:
    if letter.date is None or letter.date_text is None:
        return _by_hand(letter, "date", letter.date or NOTHING)
    said = f"{letter.date_text.text}, " if letter.date_text.text != letter.date else ""
    return f"{letter.date} [{said}{_place(letter, 'date', letter.date_text.start)}]"


def _body(letter: Letter) -> str:
    start, end = letter.body.start, letter.body.end
    return gettext(
        "characters %(start)s to %(end)s of %(all)s",
        start=start,
        end=end,
        all=len(letter.own_text),
    )


def _translation(letter: Letter) -> str:
    if letter.translation_of is None:
        return _by_hand(letter, "translation_of", NOTHING)
    kind, original = letter.translation, letter.translation_of
    said = (
        gettext("%(kind)s translation of %(id)s", kind=gettext(kind), id=original)
        if kind
        else gettext("translation of %(id)s", id=original)
    )
    return _by_hand(letter, "translation_of", said)


def _version(pair: Pair) -> str:
    return gettext("%(id)s (%(language)s)", id=pair.id, language=label(pair.lang))


def _listed(words: Iterable[str]) -> str:
    return gettext(", ").join(words)
