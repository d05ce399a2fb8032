"""Letters as citations for reference managers, one after the other: BibTeX and RIS."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime

from web.citing import Reference, reference_of, to_bibtex, to_ris
from web.exporting.found import FoundLetter


def to_bibtex_file(letters: Iterable[FoundLetter]) -> Iterator[str]:
    """A file of BibTeX in pieces, an entry each, with an empty line between them."""
    for found in letters:
        yield to_bibtex(_reference(found, _today())) + "\n"


def to_ris_file(letters: Iterable[FoundLetter]) -> Iterator[str]:
    """A file of RIS in pieces, a record each, with an empty line between them."""
    for found in letters:
        yield to_ris(_reference(found, _today())) + "\r\n"


def _reference(found: FoundLetter, accessed: date) -> Reference:
    return reference_of(found.letter, url=found.address, accessed=accessed)


def _today() -> date:
    return datetime.now(tz=UTC).astimezone().date()
