"""An explanation as lines for a terminal: sentences, then the numbers behind them."""

from collections.abc import Iterator

from corpus import printable
from search.explaining import K1, Closeness, ExplainedTerm, ExplainedWord, Explanation
from web.explaining.wording import FIELDS, VIEWS, sentences
from web.interface import gettext, later

_SHOWN = 3  # ways to write a term that are named
_HEAD = f"{'score':>9}{'weight':>8}{'idf':>8}{'tf':>6}{'df':>8}{'N':>8}{'length':>8}"
_SIGNS = {"term": "", "prefix": "*", "nearly": "~", "ways": ""}
LEGEND = later(
    "score = weight × idf × %(factor)s tf / (tf + %(k1)s length): tf is how often the letter has "
    "it, df how many of N letters have it, length 1 for a letter of average length."
)


def explanation_lines(found: Explanation) -> Iterator[str]:
    """The letter, what there is to say, and a table that adds up to the score."""
    title = found.letter.title
    yield printable(f"{title.text} · {found.letter.id}" if title else found.letter.id)
    yield from sentences(found)
    if not any(word.terms for word in found.words):
        return
    yield ""
    yield _HEAD
    for word in found.words:
        yield from _word(word)
    if found.closeness:
        yield from _closeness(found.closeness)
    if found.shared:
        yield f"{found.shared.score:9.4f}  {printable(', '.join(found.shared.words))}, …"
    yield f"{found.score:9.4f}"
    yield gettext(LEGEND, factor=f"{K1 + 1:g}", k1=f"{K1:g}")


def _word(word: ExplainedWord) -> Iterator[str]:
    if word.terms:
        yield f"{word.score:9.4f}  {printable(word.typed)}"
    yield from map(_term, word.terms)


def _term(term: ExplainedTerm) -> str:
    numbers = (
        f"{term.score:9.4f}{term.weight:8.3f}{term.idf:8.4f}{term.frequency:6}"
        f"{term.document_frequency:8}{term.letters:8}{term.length_factor:8.4f}"
    )
    named = ", ".join(term.terms[:_SHOWN]) + _SIGNS[term.kind]
    more = "…" if len(term.terms) > _SHOWN else ""
    where = f"{gettext(FIELDS[term.field])} · {gettext(VIEWS[term.view])}"
    return f"{numbers}  {printable(named)}{more} · {where}"


def _closeness(close: Closeness) -> Iterator[str]:
    yield f"{close.score:9.4f}  “{printable(close.text)}”"
    for unit in close.units:
        yield f"{unit.score:9.4f}{unit.weight:8.3f}{unit.idf:8.4f}  {printable(unit.unit)}"
