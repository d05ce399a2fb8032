"""The whole way from what was typed to a query: clean, scan, resolve, put together."""

from search.parsing.clean import clean
from search.parsing.grammar import to_tree
from search.parsing.notes import NoteKind, in_order
from search.parsing.resolve import resolve
from search.parsing.scan import scan
from search.parsing.tokens import has_words
from search.tree import Everything, Node, Note, Query, Words

MAX_LENGTH = 4000


def parse(text: str, max_length: int | None = MAX_LENGTH) -> Query:
    """Read a query. Never raises, whatever the text is; linear in its length.

    What cannot be understood is searched as words and told in a note (`NoteKind`). All spans are
    code points of `Query.text`, which is the text typed, cut to `max_length`, with characters that
    cannot be shown replaced one for one.

    >>> parse("口罩 复工").tree
    Words(text='口罩 复工', start=0, end=5)
    """
    shown, told = clean(text, max_length)
    tree, notes = _read(shown)
    return Query(shown, tree, (*told, *in_order(notes)))


def _read(text: str) -> tuple[Node, list[Note]]:
    if not text or text.isspace():
        return Everything(0, len(text)), []
    whole = _whole(text)
    if not has_words(text):
        return whole, [Note(NoteKind.NOTHING_TO_SEARCH, whole.start, whole.end)]
    scanned, notes = scan(text)
    tokens, put_back = resolve(scanned)
    tree, misread = to_tree(text, tokens)
    return _widened(tree, text, whole), [*notes, *put_back, *misread]


def _whole(text: str) -> Words:
    words = text.strip()
    start = text.index(words)
    return Words(words, start, start + len(words))


def _widened(tree: Node | None, text: str, whole: Words) -> Node:
    """Plain words that are all there is to search keep the signs around them, as typed."""
    if tree is None:
        return whole
    is_all = isinstance(tree, Words) and not has_words(text[: tree.start] + text[tree.end :])
    return whole if is_all else tree
