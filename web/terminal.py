"""A page of results as lines for a terminal.

What would steer a terminal is taken out of the text of letters. Knows nothing of options or HTML.
"""

from collections.abc import Iterator, Sequence

import click

from corpus import Letter, gettext, label, ngettext, printable
from search import Hit, InitiativeHit, Mark, Note, OtherLanguage, Results, Synonym

_BEGIN, _END = "«", "»"  # around what matched, where it cannot be made bold


def result_lines(results: Results, *, styled: bool) -> Iterator[str]:
    """The notes, how much was found, and the hits; matches are bold if `styled`, else in « »."""
    yield from map(_note, results.notes)
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


def no_such_letter(letter_id: str) -> str:
    """What there is to say where an index does not have a letter."""
    return gettext("There is no letter “%(id)s” in the index.", id=printable(letter_id))


def _note(note: Note) -> str:
    from web.messages import NOTES  # few queries have notes

    return gettext("Note: %(note)s", note=gettext(NOTES[note.kind], **dict(note.values)))


def _suggestions(results: Results) -> Iterator[str]:
    for text in (printable(suggestion.text) for suggestion in results.suggestions):
        if results.corrected:
            yield gettext("No letter matches: %(query)s", query=printable(results.query))
            yield gettext("These are the letters for: %(query)s", query=text)
        else:
            yield gettext("Did you mean: %(query)s", query=text)


def _synonyms(synonym: Synonym) -> str:
    names = printable(gettext(", ").join(synonym.names))
    typed = printable(synonym.typed)
    return gettext("Also looked for: %(names)s (for %(typed)s)", names=names, typed=typed)


def _other_language(other: OtherLanguage, *, styled: bool) -> Iterator[str]:
    yield ""
    words = "; ".join(f"{term.typed}: {', '.join(term.renderings)}" for term in other.terms)
    yield ngettext(
        "In the other language, %(num)s letter with %(words)s",
        "In the other language, %(num)s letters with %(words)s",
        other.total,
        words=printable(words),
    )
    for number, hit in enumerate(other.hits, start=1):
        yield ""
        yield from _hit(number, hit, styled=styled)


def _count(results: Results) -> str:
    found = _found_initiatives(results) if results.unit == "initiative" else _found_letters(results)
    if len(results.hits) == results.total:
        return found
    return found + gettext(", the first %(num)s shown", num=len(results.hits))


def _found_letters(results: Results) -> str:
    if not results.total:
        return gettext("No letter was found. Fewer or other words may help.")
    took = f"{results.took_ms:.1f}"
    return ngettext(
        "%(num)s letter in %(ms)s ms", "%(num)s letters in %(ms)s ms", results.total, ms=took
    )


def _found_initiatives(results: Results) -> str:
    if not results.total:
        return gettext("No initiative was found. Fewer or other words may help.")
    took = f"{results.took_ms:.1f}"
    return ngettext(
        "%(num)s initiative in %(ms)s ms",
        "%(num)s initiatives in %(ms)s ms",
        results.total,
        ms=took,
    )


def _found_initiative(number: int, hit: Hit, *, styled: bool) -> Iterator[str]:
    (its,) = hit.initiatives
    letter = hit.letter
    head = marked_line(its.head, its.start, its.marks, styled=styled)
    yield f"{number}. " + (head if its.number is None else f"[{its.number}] {head}")
    for snippet in hit.snippets:
        yield "   " + marked_line(snippet.text, snippet.start, snippet.marks, styled=styled)
    title = hit.title.text if hit.title else gettext("(no title)")
    about = (title, letter.id, letter.date or gettext("no date"))
    yield faint("   → " + " · ".join(map(printable, about)), styled=styled)


def _hit(number: int, hit: Hit, *, styled: bool) -> Iterator[str]:
    letter, title = hit.letter, hit.title
    named = (
        marked_line(title.text, title.start, title.marks, styled=styled)
        if title and letter.text[title.start : title.end] == title.text
        else printable(title.text if title else gettext("(no title)"))
    )
    yield f"{number}. {named}"
    yield faint("   " + about_letter(letter), styled=styled)
    for snippet in hit.snippets:
        yield "   " + marked_line(snippet.text, snippet.start, snippet.marks, styled=styled)
    yield from (_initiative(initiative, styled=styled) for initiative in hit.initiatives)


def about_letter(letter: Letter) -> str:
    """Its id, languages, date and genre in a line."""
    languages = " ".join(map(label, letter.languages))
    about = (letter.id, languages, letter.date or gettext("no date"), label(letter.genre))
    return " · ".join(map(printable, about))


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
