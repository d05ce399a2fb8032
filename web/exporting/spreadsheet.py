"""Letters as CSV (RFC 4180) that opens right in a spreadsheet, and runs nothing there.

Must not know Flask. A byte-order mark says that it is UTF-8; every cell is quoted, so that nothing
within one begins another.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator

from corpus import Letter
from web.exporting.found import FoundLetter

HEADS = (
    "id", "title", "date", "languages", "genre", "issuers", "addressee", "signatories",
    "initiatives", "translation_of", "url",
)  # fmt: skip
BYTE_ORDER_MARK = "\ufeff"
MOST = 32_767  # characters of a cell: what Excel takes

# A spreadsheet calculates what begins so, also behind blanks and in full width (OWASP, CSV
# Injection).
_FORMULA = re.compile(r"[\s\ufeff\u200b-\u200f\u2060]*[=+\-@＝＋－＠|%]")
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def to_csv(letters: Iterable[FoundLetter]) -> Iterator[str]:
    """The file in pieces: a row for the names of the columns and one for each letter."""
    yield BYTE_ORDER_MARK + _row(HEADS)
    for found in letters:
        yield _row(_cells(found.letter, found.address))


def harmless(text: str) -> str:
    r"""A cell that a spreadsheet shows and does not calculate: an apostrophe before a formula.

    >>> harmless("=cmd|'/c calc'!A1"), harmless("复工复产"), harmless("a\r\nb")
    ("'=cmd|'/c calc'!A1", '复工复产', 'a\nb')
    """
    cell = _CONTROLS.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
    if _FORMULA.match(cell):
        cell = "'" + cell
    return cell if len(cell) <= MOST else cell[: MOST - 1] + "…"


def _row(cells: Iterable[str]) -> str:
    line = io.StringIO()
    csv.writer(line, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerow(cells)
    return line.getvalue()


def _cells(letter: Letter, address: str) -> Iterator[str]:
    cells = (
        letter.id,
        letter.title.text if letter.title else "",
        letter.date or "",
        "; ".join(letter.languages),
        letter.genre,
        _lines(party.name for party in letter.issuers),
        letter.addressee.text if letter.addressee else "",
        _lines(party.name for party in letter.signatories),
        _lines(_item(one.number, one.head) for one in letter.initiatives),
        letter.translation_of or "",
        address,
    )
    return map(harmless, cells)


def _item(number: int | None, head: str) -> str:
    return head if number is None else f"{number}. {head}"


def _lines(values: Iterable[str]) -> str:
    return "\n".join(values)
