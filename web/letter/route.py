"""The pages beside that of a letter: its versions side by side, and what was understood of it."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from flask import Blueprint, abort, render_template, request

from corpus import Letter, LetterId, Pair
from search import LetterView
from web.collection import searcher, state
from web.headers import revalidated
from web.interface import date_in_words, gettext
from web.letter.fragments import text_fragment
from web.letter.page import show_versions
from web.letter.reading import find_letter
from web.letter.side_by_side import show_side_by_side
from web.letter.understood import Reading, read_fields, show_text
from web.parameters import SearchParameters
from web.titles import heading

_LINKED = 30  # fields that lead into the letter's page; finding words in it takes linear time
beside = Blueprint("beside", __name__)


@beside.get("/versions/<path:letter_id>")
@revalidated(state)
def versions(letter_id: str) -> str:
    """A letter and another version of it, which `with` names; the first one otherwise."""
    view = find_letter(letter_id)
    pair = _wanted(view, request.args.get("with", ""))
    others = searcher().letters(tuple(other.id for other in view.pairs))
    other = next((other for other in others if other.id == pair.id), None)
    if other is None:
        abort(404, description=gettext("This letter has no other version."))
    return render_template(
        "versions.html",
        letter=view.letter,
        other=other,
        heading=heading(view.letter),
        other_heading=heading(other),
        rows=show_side_by_side(view.letter, other, pair.initiatives),
        versions=show_versions(view, others, SearchParameters()),
    )


@beside.get("/understood/<path:letter_id>")
@revalidated(state)
def understood(letter_id: str) -> str:
    """What was understood of a letter, and the words of its file that say so."""
    letter = find_letter(letter_id).letter
    fields = read_fields(letter)
    return render_template(
        "understood.html",
        letter=letter,
        heading=heading(letter),
        fields=list(zip_longest(fields, _fragments(letter, fields[:_LINKED]), fillvalue="")),
        lines=show_text(letter),
    )


def _wanted(view: LetterView, letter_id: str) -> Pair:
    pairs = {pair.id: pair for pair in view.pairs}
    found = pairs.get(LetterId(letter_id)) if letter_id else next(iter(view.pairs), None)
    if found is None:
        abort(404, description=gettext("This letter has no other version."))
    return found


def _fragments(letter: Letter, fields: Sequence[Reading]) -> Iterator[str]:
    """The words of fields as text fragments of the letter's page, where its head comes first."""
    head = "\n".join(_shown_before(letter)) + "\n"
    page = head + letter.own_text
    for field in fields:
        place = field.place
        yield text_fragment(page, len(head) + place.start, len(head) + place.end) if place else ""


def _shown_before(letter: Letter) -> list[str]:
    """What the page of a letter says above its text."""
    parties = [party.name for party in (*letter.issuers, *letter.signatories)]
    addressee = [letter.addressee.text] if letter.addressee else []
    heads = [initiative.head for initiative in letter.initiatives]
    dates = [date_in_words(letter.date)] if letter.date else []
    return [heading(letter).text, *dates, *parties, *addressee, *heads]
