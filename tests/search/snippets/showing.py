"""What is shown of letters, written so that a test can be read: marks in brackets."""

from collections import defaultdict
from collections.abc import Sequence

from corpus import Letter, LetterId, Span, read_text
from index.analysis import View, stem, tokens
from search.parsing import parse
from search.results import Mark
from search.rewriting import Lexis
from search.snippets import HitParts, Needle, hit_parts, needles
from search.tree import Node


def needles_over(texts: Sequence[str], node: Node) -> tuple[Needle, ...]:
    """The needles of a query in a collection of these texts, longer terms weighing more."""
    forms = forms_in(texts)
    return needles(node, Lexis(tokens, lambda root: forms.get(root, ())), lambda t: float(len(t)))


def forms_in(texts: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The written forms of each stem."""
    forms: dict[str, dict[str, None]] = defaultdict(dict)
    for text in texts:
        for token in tokens(text):
            if token.view is View.UNITS:
                forms[stem(token.term)][token.term] = None
    return {root: tuple(written) for root, written in forms.items()}


def letter_of(text: str) -> Letter:
    """A letter as it is read from a file with this text."""
    return read_text(text, letter_id=LetterId("one"), source="one.txt")


def bare_letter(text: str) -> Letter:
    """A letter of nothing but a body."""
    whole = letter_of("口罩")
    return Letter(
        id=whole.id,
        source=whole.source,
        languages=whole.languages,
        genre=whole.genre,
        title=None,
        date=None,
        date_text=None,
        body=Span(0, len(text)),
        text=text,
    )


def shown(text: str, typed: str, *, limit: int = 2) -> HitParts:
    """What is shown of a letter to what is typed."""
    return hit_parts(letter_of(text), needles_over([text], parse(typed).tree), limit=limit)


def snippets(parts: HitParts) -> list[str]:
    """The snippets with their marks in brackets."""
    return [in_brackets(s.text, s.start, s.marks) for s in parts.snippets]


def in_brackets(text: str, start: int, marks: tuple[Mark, ...]) -> str:
    """A stretch of a letter with its marks in brackets."""
    pieces, done = [], start
    for mark in marks:
        pieces += [text[done - start : mark.start - start], "["]
        pieces += [text[mark.start - start : mark.end - start], "]"]
        done = mark.end
    return "".join([*pieces, text[done - start :]])
