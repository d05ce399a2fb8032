"""The page on which a letter is read, put together: its text, versions, citations and its like."""

import unicodedata

from flask import abort, render_template, request

from corpus import Letter
from search import LetterView
from web.addresses import public_letter_address
from web.citing import to_apa, to_gbt7714
from web.collection import searcher
from web.interface import gettext
from web.letter.files import reference_to, versions_of
from web.letter.page import Alike, show_alike, show_letter, show_versions
from web.letter.structured import structured_data
from web.parameters import read_leniently
from web.titles import heading

_ALIKE = 5  # letters that are shown as similar


def render_letter(letter_id: str) -> str:
    """A letter, with the terms of the search in the address marked; aborts with 404 for none."""
    parameters, _ = read_leniently(request.args)
    view = find_letter(letter_id, parameters.q, synonyms=parameters.synonyms)
    versions = versions_of(view)
    reference = reference_to(view, versions)
    return render_template(
        "letter.html",
        parameters=parameters,
        letter=view.letter,
        heading=heading(view.letter, view.marks),
        shown=show_letter(view),
        versions=show_versions(view, versions, parameters),
        reference=reference,
        citations=(("GB/T 7714", to_gbt7714(reference)), ("APA", to_apa(reference))),
        alike=_alike(view),
        structured=structured_data(view.letter, versions),
        alternates=_alternates(view.letter, versions),
    )


def find_letter(letter_id: str, q: str = "", *, synonyms: bool = True) -> LetterView:
    """The letter of an address, in whatever normal form; aborts with 404 where there is none."""
    view = searcher().letter(unicodedata.normalize("NFC", letter_id), q, synonyms=synonyms)
    if view is None:
        abort(404, description=gettext("There is no letter at this address."))
    return view


def _alternates(letter: Letter, versions: list[Letter]) -> dict[str, str]:
    """The address of a letter in each language that it is there in, if there are several."""
    every = [*reversed(versions), letter]  # of several in a language, itself or the first
    found: dict[str, str] = {one.languages[0]: public_letter_address(one.id) for one in every}
    return found if len(found) > 1 else {}


def _alike(view: LetterView) -> list[Alike]:
    """The letters most like one, without its own versions."""
    found = searcher().similar(view.letter.id, _ALIKE + len(view.pairs))
    known = {pair.id for pair in view.pairs}
    hits = [hit for hit in found.hits if hit.letter.id not in known] if found else []
    return [show_alike(hit) for hit in hits[:_ALIKE]]
