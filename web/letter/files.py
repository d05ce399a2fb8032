"""What of a letter can be saved: its own file, and citations for reference managers."""

import unicodedata
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime

from flask import Blueprint, Response, abort

from corpus import Letter
from search import LetterView
from web.addresses import public_letter_address
from web.attachments import attachment
from web.citing import Reference, bibtex, reference_of, ris, to_bibtex, to_ris
from web.collection import searcher, state
from web.headers import revalidated
from web.interface import gettext

files = Blueprint("files", __name__)
# What a browser may be told of a file. It is told to save them all, but one that showed a letter
# that is HTML, or SVG, would run what is in it.
_TYPES: Mapping[str, str] = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".epub": "application/epub+zip",
    ".md": "text/markdown",
    ".mht": "multipart/related",
    ".mhtml": "multipart/related",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".pdf": "application/pdf",
    ".txt": "text/plain",
}
_UNKNOWN = "application/octet-stream"


def today() -> date:
    """The day on which a letter is read, by the server's clock and zone."""
    return datetime.now(tz=UTC).astimezone().date()


def state_today() -> str:
    """What an answer with the date of access depends on."""
    return f"{state()} {today()}"


@files.get("/originals/<path:letter_id>")
@revalidated(state)
def original(letter_id: str) -> Response:
    """The file of a letter, byte for byte as it lies in the folder."""
    found = searcher().original(_normal(letter_id))
    if found is None:
        abort(404, description=gettext("There is no letter at this address."))
    if found.state == "missing":
        abort(404, description=gettext("The file of this letter is no longer in the folder."))
    if found.state == "changed":
        abort(409, description=gettext("The file of this letter has changed since it was read."))
    suffix = "." + found.name.rpartition(".")[2].lower()
    return attachment(found.content, found.name, _TYPES.get(suffix, _UNKNOWN))


@files.get("/citations/<path:letter_id>.bib")
@revalidated(state_today)
def citation_bibtex(letter_id: str) -> Response:
    """A letter as an entry of BibTeX."""
    return _citation(letter_id, to_bibtex, ".bib", bibtex.CONTENT_TYPE)


@files.get("/citations/<path:letter_id>.ris")
@revalidated(state_today)
def citation_ris(letter_id: str) -> Response:
    """A letter as a record of RIS."""
    return _citation(letter_id, to_ris, ".ris", ris.CONTENT_TYPE)


def reference_to(view: LetterView, versions: list[Letter]) -> Reference:
    """What citations of a letter say, with the title of its English version if it has one."""
    english = (other.title for other in versions if other.languages[:1] == ("en",))
    title = next((found.text for found in english if found), "")
    return reference_of(
        view.letter,
        url=public_letter_address(view.letter.id),
        accessed=today(),
        translated_title=title,
    )


def versions_of(view: LetterView) -> list[Letter]:
    """The other versions of a letter, in the order of its pairs."""
    return list(searcher().letters(tuple(pair.id for pair in view.pairs)))


def _citation(
    letter_id: str, write: Callable[[Reference], str], suffix: str, content_type: str
) -> Response:
    view = searcher().letter(_normal(letter_id))
    if view is None:
        abort(404, description=gettext("There is no letter at this address."))
    text = write(reference_to(view, versions_of(view)))
    name = view.letter.id.replace("/", "-") + suffix
    return attachment(text.encode("utf-8", "replace"), name, content_type)


def _normal(letter_id: str) -> str:
    return unicodedata.normalize("NFC", letter_id)
