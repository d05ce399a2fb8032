"""The formats that results are exported in, and an export in pieces of a size to send.

Memory holds one letter and one piece at a time, however many letters there are.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from search import MatchSet
from web.addresses import public_letter_address
from web.citing import bibtex, ris
from web.exporting.citations import to_bibtex_file, to_ris_file
from web.exporting.found import FoundLetter
from web.exporting.json_lines import to_json_lines
from web.exporting.spreadsheet import to_csv
from web.pieces import in_pieces

MOST_LETTERS = 100_000  # in one export, the first in the order of the search


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """A format: its name, how its files end, its media type, and what writes it in pieces."""

    name: str
    suffix: str
    media_type: str
    write: Callable[[Iterable[FoundLetter]], Iterator[str]]


FORMATS = {
    one.name: one
    for one in (
        ExportFormat("csv", "csv", "text/csv; charset=utf-8; header=present", to_csv),
        ExportFormat("jsonl", "jsonl", "application/jsonl; charset=utf-8", to_json_lines),
        ExportFormat("bibtex", "bib", bibtex.CONTENT_TYPE, to_bibtex_file),
        ExportFormat("ris", "ris", ris.CONTENT_TYPE, to_ris_file),
    )
}
BY_SUFFIX = {one.suffix: one for one in FORMATS.values()}


def iter_export(found: MatchSet, to: ExportFormat) -> Iterator[str]:
    """The file of an export. Needs a request, for addresses; raises DamagedSegment."""
    letters = (FoundLetter(match.letter, public_letter_address(match.id)) for match in found)
    return in_pieces(to.write(letters))
