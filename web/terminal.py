"""A page of results as lines for a terminal.

What would steer a terminal is taken out of the text of letters. Knows nothing of options or HTML.
"""

from collections.abc import Iterator, Sequence

import click

from corpus import printable
from search import Hit, InitiativeHit, Mark, OtherLanguage, Results, Synonym

_BEGIN, _END = "«", "»"  # around what matched, where it cannot be made bold


def result_lines(results: Results, notes: Sequence[str], *, styled: bool) -> Iterator[str]:
    """The notes, how much was found, and the hits; matches are bold if `styled`, else in « »."""
    yield from (f"Note: {note}" for note in notes)
    yield from _suggestions(results)
    yield _count(results)
    yield from map(_synonyms, results.synonyms)
    first = (results.page - 1) * results.per_page + 1
    for number, hit in enumerate(results.hits, start=first):
        yield ""
        shown = _found_initiative if results.unit == "initiative" else _hit
        yield from shown(number, hit, styled=styled)
    if results.other_language:
        yield from _other_language(results.other_language, styled=styled)


def _suggestions(results: Results) -> Iterator[str]:
    for text in (printable(suggestion.text) for suggestion in results.suggestions):
        if results.corrected:
            yield f"No letter matches 没有匹配: {printable(results.query)}"
            yield f"These are the letters for 以下结果来自: {text}"
        else:
            yield f"Did you mean 您是不是要找: {text}"


def _synonyms(synonym: Synonym) -> str:
    names = printable(", ".join(synonym.names))
    return f"Also looked for 同时查找: {names} ({printable(synonym.typed)})"


def _other_language(other: OtherLanguage, *, styled: bool) -> Iterator[str]:
    yield ""
    words = "; ".join(f"{term.typed}: {', '.join(term.renderings)}" for term in other.terms)
    letters = "1 letter" if other.total == 1 else f"{other.total:,} letters"
    yield f"In the other language, {letters} with {printable(words)}"
    for number, hit in enumerate(other.hits, start=1):
        yield ""
        yield from _hit(number, hit, styled=styled)


def _count(results: Results) -> str:
    unit = results.unit
    if not results.total:
        return f"No {unit} was found. Fewer or other words may help; 少用几个词，或换个说法试试。"
    letters = f"1 {unit}" if results.total == 1 else f"{results.total:,} {unit}s"
    shown = f", the first {len(results.hits)} shown" if len(results.hits) < results.total else ""
    return f"{letters} in {results.took_ms:.1f} ms{shown}"


def _found_initiative(number: int, hit: Hit, *, styled: bool) -> Iterator[str]:
    (its,) = hit.initiatives
    letter = hit.letter
    head = marked_line(its.head, its.start, its.marks, styled=styled)
    yield f"{number}. " + (head if its.number is None else f"[{its.number}] {head}")
    for snippet in hit.snippets:
        yield "   " + marked_line(snippet.text, snippet.start, snippet.marks, styled=styled)
    title = hit.title.text if hit.title else "(no title)"
    about = (title, letter.id, letter.date or "no date")
    yield faint("   → " + " · ".join(map(printable, about)), styled=styled)


def _hit(number: int, hit: Hit, *, styled: bool) -> Iterator[str]:
    letter, title = hit.letter, hit.title
    named = (
        marked_line(title.text, title.start, title.marks, styled=styled)
        if title and letter.text[title.start : title.end] == title.text
        else printable(title.text if title else "(no title)")
    )
    yield f"{number}. {named}"
    about = (letter.id, " ".join(letter.languages), letter.date or "no date", letter.genre)
    yield faint("   " + " · ".join(map(printable, about)), styled=styled)
    for snippet in hit.snippets:
        yield "   " + marked_line(snippet.text, snippet.start, snippet.marks, styled=styled)
    yield from (_initiative(initiative, styled=styled) for initiative in hit.initiatives)


def _initiative(initiative: InitiativeHit, *, styled: bool) -> str:
    number = "•" if initiative.number is None else f"{initiative.number}."
    head = marked_line(initiative.head, initiative.start, initiative.marks, styled=styled)
    return f"   → {number} {head}"


def marked_line(text: str, start: int, marks: Sequence[Mark], *, styled: bool) -> str:
    """A slice of a letter that starts at `start`, in one line, with its marks."""
    pieces, done = [], start
    for mark in marks:
        pieces.append(_plain(text[done - start : mark.start - start]))
        matched = _plain(text[mark.start - start : mark.end - start])
        pieces.append(click.style(matched, bold=True) if styled else f"{_BEGIN}{matched}{_END}")
        done = mark.end
    return "".join([*pieces, _plain(text[done - start :])]).strip()


def _plain(text: str) -> str:
    """Printable, with the blanks at its ends kept as one."""
    words = printable(text)
    before = " " if text[:1].isspace() and words else ""
    after = " " if text[-1:].isspace() else ""
    return before + words + after


def faint(line: str, *, styled: bool) -> str:
    """A line that says less than others, if `styled`."""
    return click.style(line, dim=True) if styled else line
