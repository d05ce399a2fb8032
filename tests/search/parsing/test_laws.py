"""Laws of parsing for any text at all, most of it made of the signs that mean something."""

from collections.abc import Iterator

from hypothesis import assume, given
from hypothesis import strategies as st

from search.parsing import NoteKind, parse
from search.parsing.notes import MAX_NOTES
from search.parsing.scan import MAX_DEPTH, MAX_OPERATORS
from search.tree import And, Fuzzy, InField, Node, Not, Or, Phrase, Prefix, Words

SIGNS = [
    " ",
    " ",
    "\u3000",
    "\n",
    '"',
    "“",
    "”",
    "「",
    "」",
    "『",
    "』",
    "＂",
    "(",
    ")",
    "（",
    "）",
    "-",
    "－",
    "–",
    "*",
    "＊",
    "~",
    "～",
    ":",
    "：",
    "..",
    ",",
    "，",
    "。",
    "？",
    "?",
    ".",
    " AND ",
    " OR ",
    " NOT ",
    "AND",
    "OR",
    "NOT",
    "title:",
    "标题：",
    "initiative:",
    "倡议:",
    "to:",
    "致：",
    "date:",
    "日期：",
    "lang:",
    "genre:",
    "体裁：",
    "2020",
    "2020-02",
    "2020年2月",
    "三",
    "III",
    "zh",
    "notice",
    "公开信",
    "复工",
    "口罩",
    "a",
    "work",
    "é",
    "\x00",
    "\ud800",
    "\u202e",
    "❤",
    "_",
]
QUERIES = st.lists(st.sampled_from(SIGNS), max_size=40).map("".join) | st.text(max_size=60)


def iter_nodes(node: Node) -> Iterator[Node]:
    yield node
    match node:
        case And(children) | Or(children):
            for child in children:
                yield from iter_nodes(child)
        case Not(child) | InField(_, child):
            yield from iter_nodes(child)


def depth(node: Node) -> int:
    match node:
        case And(children) | Or(children):
            return 1 + max(map(depth, children))
        case Not(child) | InField(_, child):
            return 1 + depth(child)
    return 1


@given(QUERIES)
def test_every_node_stands_where_it_says(query: str) -> None:
    parsed = parse(query)

    for node in iter_nodes(parsed.tree):
        assert 0 <= node.start <= node.end <= len(parsed.text) == len(query)
        if isinstance(node, Words):
            assert parsed.text[node.start : node.end] == node.text
        elif isinstance(node, Phrase | Prefix | Fuzzy):
            assert node.text in parsed.text[node.start : node.end]


@given(QUERIES)
def test_a_node_spans_its_children(query: str) -> None:
    for node in iter_nodes(parse(query).tree):
        children = node.children if isinstance(node, And | Or) else ()
        children += (node.child,) if isinstance(node, Not | InField) else ()
        assert all(node.start <= child.start and child.end <= node.end for child in children)


@given(QUERIES)
def test_every_leaf_has_something_to_look_for_unless_nothing_has(query: str) -> None:
    parsed = parse(query)
    leaves = [
        n.text for n in iter_nodes(parsed.tree) if isinstance(n, Words | Phrase | Prefix | Fuzzy)
    ]

    nothing = any(note.kind is NoteKind.NOTHING_TO_SEARCH for note in parsed.notes)
    assert all(leaves)
    assert nothing or all(any(char.isalnum() for char in leaf) for leaf in leaves)


@given(QUERIES)
def test_trees_are_flat_small_and_shallow(query: str) -> None:
    nodes = list(iter_nodes(parse(query * 20, max_length=None).tree))

    for node in nodes:
        if isinstance(node, And | Or):
            assert len(node.children) > 1
            assert not any(isinstance(child, type(node)) for child in node.children)
        assert not (isinstance(node, Not) and isinstance(node.child, Not))
    assert len(nodes) < 20 * MAX_OPERATORS
    assert depth(nodes[0]) <= 2 * MAX_DEPTH + 5


@given(QUERIES)
def test_the_same_text_gives_the_same_query(query: str) -> None:
    assert parse(query) == parse(query)


@given(QUERIES)
def test_notes_are_of_known_kinds_and_stand_in_the_text(query: str) -> None:
    notes = parse(query).notes

    assert all(NoteKind(note.kind) and 0 <= note.start < note.end <= len(query) for note in notes)
    assert len(notes) <= MAX_NOTES + 2
    assert len({(note.kind, note.values) for note in notes}) == len(notes)


@given(QUERIES, st.sampled_from(["口罩", "masks", "“复工 复产”"]))
def test_an_exclusion_at_the_end_excludes(query: str, word: str) -> None:
    """Only an operator, a field or a quotation that is left open may take it for its own."""
    alone = parse(query)
    assume(not alone.notes and not any(sign in query for sign in '"“”＂「『(（'))

    node = parse(f"{query} -{word}").tree

    parts = node.children if isinstance(node, And) else (node,)
    assert any(isinstance(part, Not) and part.start == len(query) + 1 for part in parts)
