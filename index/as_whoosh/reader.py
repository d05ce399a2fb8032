"""A snapshot as a Whoosh reader: one reader a segment, and Whoosh's own over several of them."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from corpus import Letter
from index.as_whoosh.matcher import Listing, PostingsMatcher
from index.as_whoosh.schema import COLUMNS, INDEXED, LABELS, NUMBERS
from index.as_whoosh.stock import columns, reading
from index.as_whoosh.terms import (
    NO_LENGTHS,
    LabelTerms,
    NumberTerms,
    Terms,
    TextTerms,
    find,
)
from index.as_whoosh.values import LabelValues, NumberValues
from index.kept import read_letter
from index.snapshot import LiveSegment, Snapshot

Term = tuple[str, bytes]
REMEMBERED: Final = 4096  # terms with their numbers: Whoosh looks for each one five times a query


def make_reader(snapshot: Snapshot, schema: Any) -> Any:
    """The `whoosh.reading.IndexReader` of a snapshot; its numbers of letters are Whoosh's."""
    generation = snapshot.generation
    readers = [SegmentReader(live, schema, generation) for live in snapshot.segments]
    if not readers:
        return NoLetters(schema, generation)
    return readers[0] if len(readers) == 1 else reading.MultiReader(readers, generation)


class NoLetters(reading.EmptyReader):  # type: ignore[misc]
    """The reader of an index without letters."""

    def __init__(self, schema: Any, generation: int) -> None:
        super().__init__(schema)
        self._generation = generation

    def generation(self) -> int:
        """The number of the generation."""
        return self._generation


class SegmentReader(reading.IndexReader):  # type: ignore[misc]
    """Reads one live segment. Counts of terms and lengths have deleted letters in them.

    Terms are given as text or as bytes, and come as bytes, as everywhere in Whoosh.
    """

    def __init__(self, live: LiveSegment, schema: Any, generation: int) -> None:
        self.schema = schema
        self._live = live.live
        self._segment = live.segment
        self._generation = generation
        self._terms: dict[str, Terms] = {}
        self._number = lru_cache(REMEMBERED)(self._find_bytes)

    def generation(self) -> int:
        """The number of the generation."""
        return self._generation

    # Letters

    def has_deletions(self) -> bool:
        """Whether letters are deleted that are still in the segment."""
        return self._live is not None and not self._live.all()

    def is_deleted(self, docnum: int) -> bool:
        """Whether a letter is deleted; a number after the last one, which Whoosh tries, is not."""
        return self._live is not None and docnum < len(self._live) and not self._live[docnum]

    def doc_count_all(self) -> int:
        """How many letters the segment has, deleted ones too."""
        return self._segment.count

    def doc_count(self) -> int:
        """How many letters are not deleted."""
        return self._segment.count if self._live is None else int(self._live.sum())

    def stored_fields(self, docnum: int) -> dict[str, Any]:
        """Labels, title, date and the whole text of a letter; what it has not got is left out.

        Labels of which a letter may have several are lists. Title, date and text are stored under
        names that are no fields: they are searched in the fields of their views.
        """
        letter = read_letter(self._segment, docnum)
        found: dict[str, Any] = {"text": letter.text, "date": letter.date}
        found["title"] = letter.title.text if letter.title else None
        for label in (label for label in LABELS if label.stored):
            values = self._segment.labels(label.name).of(docnum)
            found[label.name] = next(iter(values), None) if label.single else list(values)
        return {name: value for name, value in found.items() if value}

    def letters(self) -> Iterator[Letter]:
        """The letters that are not deleted."""
        return (read_letter(self._segment, docnum) for docnum in self.all_doc_ids())

    # Terms

    def terms_of(self, fieldname: str) -> Terms:
        """The terms of a field; TermNotFound if the schema or the segment has no such field."""
        found = self._terms.get(fieldname)
        if found is None:
            found = self._terms[fieldname] = self._open_terms(fieldname)
        return found

    def _open_terms(self, fieldname: str) -> Terms:
        if fieldname not in INDEXED:
            raise reading.TermNotFound(f"No field {fieldname!r}")
        if fieldname in COLUMNS:
            return TextTerms(self._segment.column(COLUMNS[fieldname]))
        if fieldname in NUMBERS:
            to_term = self.schema[fieldname].to_bytes
            return NumberTerms(self._segment.numbers(fieldname), to_term)
        return LabelTerms(self._segment.labels(fieldname))

    def __contains__(self, term: tuple[str, Any]) -> bool:
        try:
            return self._find(*term)[1] >= 0
        except reading.TermNotFound:
            return False

    def _find(self, fieldname: str, text: Any) -> tuple[Terms, int]:
        return self._number(fieldname, self._text_to_bytes(fieldname, text))

    def _find_bytes(self, fieldname: str, term: bytes) -> tuple[Terms, int]:
        terms = self.terms_of(fieldname)
        return terms, find(terms.names, term)

    def _find_existing(self, fieldname: str, text: Any) -> tuple[Terms, int]:
        terms, number = self._find(fieldname, text)
        if number < 0:
            raise reading.TermNotFound(f"{fieldname}:{text!r}")
        return terms, number

    def indexed_field_names(self) -> list[str]:
        """The fields that have terms."""
        return [name for name in INDEXED if len(self.terms_of(name).names)]

    def all_terms(self) -> Iterator[Term]:
        """Every field and term, sorted."""
        yield from self.terms_from(INDEXED[0], b"")

    def terms_from(self, fieldname: str, prefix: Any) -> Iterator[Term]:
        """The terms of a field from this one on, then those of the fields after it."""
        names = self.terms_of(fieldname).names
        first = names.at_or_after(self._text_to_bytes(fieldname, prefix))
        for name in (name for name in INDEXED if name >= fieldname):
            names = self.terms_of(name).names
            yield from ((name, names.term(number)) for number in range(first, len(names)))
            first = 0

    def term_info(self, fieldname: str, text: Any) -> Any:
        """The `whoosh.reading.TermInfo` of a term; TermNotFound if no letter has it."""
        terms, number = self._find_existing(fieldname, text)
        found = terms.postings(number)
        lengths = terms.lengths[found.ids] if len(terms.lengths) else np.ones(1)
        return reading.TermInfo(
            weight=float(found.frequencies.sum(dtype=np.int64)),
            df=len(found),
            minlength=float(lengths.min()),
            maxlength=float(lengths.max()),
            maxweight=float(found.frequencies.max()),
            minid=int(found.ids[0]),
            maxid=int(found.ids[-1]),
        )

    def frequency(self, fieldname: str, text: Any) -> float:
        """How often the letters have a term."""
        terms, number = self._find(fieldname, text)
        return float(terms.postings(number).frequencies.sum(dtype=np.int64)) if number >= 0 else 0.0

    def doc_frequency(self, fieldname: str, text: Any) -> int:
        """How many letters have a term."""
        terms, number = self._find(fieldname, text)
        return terms.size(number) if number >= 0 else 0

    def postings(self, fieldname: str, text: Any, scorer: Any = None) -> PostingsMatcher:
        """The letters of a term that are not deleted; TermNotFound if there is no such term."""
        terms, number = self._find_existing(fieldname, text)
        listing = self._list(terms, number)
        term = (fieldname, terms.names.term(number))
        return PostingsMatcher(term, listing, self.schema[fieldname].format, scorer)

    def _list(self, terms: Terms, number: int) -> Listing:
        found = terms.postings(number)
        kept = np.ones(len(found), np.bool_) if self._live is None else self._live[found.ids]
        ids = found.ids[kept]
        lengths = terms.lengths[ids] if len(terms.lengths) else np.ones(1)
        return Listing(
            ids=ids.tolist(),
            frequencies=found.frequencies[kept].tolist(),
            min_length=float(lengths.min(initial=np.inf)),
            max_length=float(lengths.max(initial=0)),
            read_positions=lambda: _positions(terms, number, kept),
        )

    # Lengths

    def letters_with(self, fieldname: str) -> int:
        """How many letters have tokens in a field, deleted ones too."""
        return self.terms_of(fieldname).filled if fieldname in INDEXED else 0

    def field_length(self, fieldname: str) -> int:
        """The tokens of all letters in a field."""
        return self.terms_of(fieldname).tokens if fieldname in INDEXED else 0

    def min_field_length(self, fieldname: str) -> int:
        """The tokens of the shortest letter in a field."""
        lengths = self._lengths(fieldname)
        return int(lengths.min()) if len(lengths) else 0

    def max_field_length(self, fieldname: str) -> int:
        """The tokens of the longest letter in a field."""
        return int(self._lengths(fieldname).max(initial=0))

    def doc_field_length(self, docnum: int, fieldname: str, default: int = 0) -> float:
        """The tokens of a letter in a field, as the byte that is kept of them tells."""
        lengths = self._lengths(fieldname)
        return float(lengths[docnum]) if len(lengths) else default

    def _lengths(self, fieldname: str) -> NDArray[np.float32]:
        return self.terms_of(fieldname).lengths if fieldname in INDEXED else NO_LENGTHS

    def has_vector(self, docnum: int, fieldname: str) -> bool:  # noqa: ARG002 - Whoosh's signature
        """No field has the terms of each letter beside it."""
        return False

    def vector(self, docnum: int, fieldname: str, format_: Any = None) -> Any:  # noqa: ARG002
        """Raises KeyError: see `has_vector`."""
        raise KeyError(f"No vectors are stored for field {fieldname!r}")

    # Values

    def has_column(self, fieldname: str) -> bool:
        """Whether letters can be sorted by a field in one step."""
        return fieldname in self.schema and self.schema[fieldname].column_type is not None

    def column_reader(
        self,
        fieldname: str,
        column: Any = None,  # noqa: ARG002 - Whoosh's signature; here a field has one column
        reverse: bool = False,
        translate: bool = True,
    ) -> Any:
        """One value a letter; KeyError if there are none for the field."""
        if not self.has_column(fieldname):
            raise KeyError(f"No column for field {fieldname!r}")
        field = self.schema[fieldname]
        values: Any
        if fieldname in NUMBERS:
            values = NumberValues(self._segment.numbers(fieldname))
        else:
            values = LabelValues(self._segment.labels(fieldname))
        if reverse:
            values.set_reverse()
        if translate:
            return columns.TranslatingColumnReader(values, field.from_column_value)
        return values


def _positions(terms: Terms, number: int, kept: NDArray[np.bool_]) -> list[list[int]]:
    """The positions of a term in each letter that is kept."""
    found = terms.positions(number)
    ends = [0, *np.cumsum(found.counts).tolist()]
    values = found.values.tolist()
    every = [values[first:end] for first, end in pairwise(ends)]
    return [every[row] for row in np.flatnonzero(kept).tolist()]
