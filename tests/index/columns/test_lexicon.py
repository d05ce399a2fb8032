"""A lexicon answers as a sorted list does."""

from bisect import bisect_left
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.columns import Lexicon
from index.columns.layout import ArrayWriter
from index.columns.lexicon import write_lexicon
from index.columns.mapped import ArrayFile
from index.columns.numbering import Numbering
from index.columns.terms import decode, sorted_terms_of, unite

PIECES = st.sampled_from(
    ["国", "际", "international", "inter", "al", "a", "\0", "z", "𠀀", "\ud800"]
)
TERMS = st.lists(PIECES, max_size=5).map("".join)


def write(folder: Path, terms: Sequence[str]) -> Lexicon:
    with ArrayWriter(folder / "lexicon") as writer:
        write_lexicon(writer, "terms", sorted_terms_of(sorted(terms)))
        writer.finish({})
    return Lexicon(ArrayFile(folder / "lexicon"), "terms")


def assert_answers(lexicon: Lexicon, terms: list[str], asked: Sequence[str]) -> None:
    for text in asked:
        at = bisect_left(terms, text)
        after = next(
            (i for i in range(at, len(terms)) if not terms[i].startswith(text)), len(terms)
        )
        is_there = at < len(terms) and terms[at] == text
        assert lexicon.find(text) == (at if is_there else -1)
        assert (text in lexicon) == is_there
        assert lexicon.at_or_after(text) == at
        assert lexicon.range(text) == (at, after)


@settings(max_examples=80)
@given(st.sets(TERMS, max_size=30), st.lists(TERMS, max_size=10))
def test_lexicon_answers_as_a_sorted_list(terms: set[str], asked: list[str]) -> None:
    ordered = sorted(terms)

    with TemporaryDirectory() as folder:
        lexicon = write(Path(folder), ordered)

        assert list(lexicon) == ordered
        assert [lexicon.term(number) for number in range(len(lexicon))] == ordered
        assert lexicon.terms(np.arange(len(lexicon))[::-1]) == ordered[::-1]
        assert_answers(lexicon, ordered, [*ordered, *asked])
        every = [*asked, *ordered[::-1], *ordered]
        assert lexicon.find_all(every) == [lexicon.find(term) for term in every]


def test_lexicon_of_many_pages(tmp_path: Path) -> None:
    terms = sorted({f"{n:x}" for n in range(3000)} | {f"编号{n % 50}第{n}" for n in range(3000)})

    lexicon = write(tmp_path, terms)

    asked = [*terms[::97], "", "a", "fff", "编号7", "编号49第", "编号第", "龥"]
    assert list(lexicon) == terms
    assert_answers(lexicon, terms, asked)


def test_number_that_no_term_has(tmp_path: Path) -> None:
    lexicon = write(tmp_path, ["口罩"])

    for number in (-1, 1):
        with pytest.raises(IndexError):
            lexicon.term(number)


@settings(max_examples=80)
@given(st.lists(st.lists(TERMS, max_size=20), max_size=4))
def test_numbering_gives_each_term_one_number(batches: list[list[str]]) -> None:
    numbering = Numbering()

    numbers = [numbering.number(batch) for batch in batches]
    terms, place = numbering.in_order()

    ordered = sorted({term for batch in batches for term in batch})
    assert list(map(decode, terms)) == ordered
    for batch, number in zip(batches, numbers, strict=True):
        assert [ordered[at] for at in place[number].tolist()] == batch
        assert terms.find_all(batch).tolist() == place[number].tolist()
    assert terms.find_all(["never seen"]).tolist() == [-1]


@settings(max_examples=80)
@given(st.lists(st.sets(TERMS, max_size=20), max_size=4))
def test_union_of_lexicons(parts: list[set[str]]) -> None:
    union, numbers = unite([sorted_terms_of(sorted(part)) for part in parts])

    ordered = sorted(set().union(*parts))
    assert list(map(decode, union)) == ordered
    for part, number in zip(parts, numbers, strict=True):
        assert [ordered[at] for at in number.tolist()] == sorted(part)
