"""What our readers do where Whoosh's own gives no example."""

from typing import Any

import pytest
from whoosh.reading import TermNotFound

from index.as_whoosh.reader import make_reader
from index.as_whoosh.schema import make_schema
from tests.index.as_whoosh.conftest import MakeSnapshot


@pytest.fixture
def reader(make_snapshot: MakeSnapshot) -> Any:
    snapshot = make_snapshot([5])
    return make_reader(snapshot, make_schema(snapshot.segmenter))


@pytest.mark.parametrize("field", ["text_u", "issuer"])
@pytest.mark.parametrize("prefix", [b"", b"\xe4", b"\xe5\x8f", b"\xff", b"m\x80"], ids=repr)
def test_terms_are_found_by_any_bytes(reader: Any, field: str, prefix: bytes) -> None:
    every = list(reader.lexicon(field))

    found = [term for name, term in reader.terms_from(field, prefix) if name == field]

    assert found == [term for term in every if term >= prefix]
    assert (field, prefix) not in reader


def test_lone_surrogates_are_terms_that_nobody_has(reader: Any) -> None:
    assert ("text_u", "\ud800") not in reader
    assert reader.doc_frequency("text_u", "\ud800") == 0
    with pytest.raises(TermNotFound):
        reader.postings("text_u", "\ud800")


def test_what_is_no_field_has_no_terms(reader: Any) -> None:
    assert ("author", "x") not in reader
    assert reader.field_length("author") == 0
    assert reader.doc_field_length(0, "author", default=7) == 7
    assert not reader.has_column("author")
    for ask in (reader.term_info, reader.postings):
        with pytest.raises(TermNotFound):
            ask("author", "x")


def test_postings_step_forward_and_never_back(reader: Any) -> None:
    matcher = reader.postings("text_u", "罩")
    every = list(matcher.all_ids())
    matcher.skip_to(every[1])
    copy = matcher.copy()
    matcher.skip_to(0)

    assert (matcher.id(), copy.id()) == (every[1], every[1])
    matcher.next()
    assert (matcher.id(), copy.id()) == (every[2], every[1])
    matcher.reset()
    assert matcher.id() == every[0]


def test_there_are_no_vectors_and_the_reader_says_so(reader: Any) -> None:
    assert not reader.has_vector(0, "text_u")
    with pytest.raises(KeyError, match="text_u"):
        reader.vector(0, "text_u")
