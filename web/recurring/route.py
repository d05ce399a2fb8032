"""The addresses of the page and the API that say where else an initiative is."""

import unicodedata

from flask import Blueprint, Response, abort, jsonify, render_template, request, url_for
from pydantic import Field

from web.addresses import with_language
from web.api import NO_INDEX, NO_LETTER, TAG, UNUSABLE, CheckedBlueprint, LetterPath
from web.collection import searcher, state
from web.headers import revalidated
from web.interface import gettext
from web.letter.reading import find_letter
from web.paging import show_paging
from web.parameters import read_leniently
from web.problems import problem
from web.recurring.present import recurrences_to_json, show_initiative, show_repeated
from web.recurring.schemas import RecurringAnswer
from web.requests import number_asked
from web.similar.route import LimitParameter
from web.titles import heading

recurring = CheckedBlueprint("recurring", __name__, url_prefix="/api/v1", abp_tags=[TAG])
initiatives = Blueprint("initiatives", __name__)
PLACES_A_PAGE = 20  # initiatives of a letter: 5 to 15 ms each among 10,000 letters (2026-11)


class InitiativePath(LetterPath):
    """An initiative of a letter."""

    place: int = Field(description="Its place among the letter's initiatives, from 1.")


@recurring.get(
    "/letters/<path:letter_id>/initiatives/<int:place>/recurring",
    operation_id="recurring",
    summary="Where else one initiative is, word for word or nearly so",
    responses={200: RecurringAnswer, 404: NO_LETTER, 422: UNUSABLE, 503: NO_INDEX},
)
@revalidated(state)
def elsewhere(path: InitiativePath, query: LimitParameter) -> Response:
    """At most one initiative of each other letter."""
    found = searcher().recurrences(path.letter_id, path.place, query.limit)
    if found is None:
        return problem(404, detail=gettext("There is no such initiative."))
    return jsonify(recurrences_to_json(found))


@initiatives.get("/elsewhere/<path:letter_id>")
@revalidated(state)
def of_letter(letter_id: str) -> str:
    """The initiatives of a letter that other letters have too, some places at a time."""
    letter = find_letter(letter_id).letter
    page, total = number_asked("page", 1), len(letter.initiatives)
    places = range(1, total + 1)[(page - 1) * PLACES_A_PAGE : page * PLACES_A_PAGE]
    found = [searcher().recurrences(letter.id, place) for place in places]
    return render_template(
        "elsewhere.html",
        letter=letter,
        heading=heading(letter),
        total=total,
        repeated=[show_repeated(one) for one in found if one and one.found],
        paging=show_paging(
            page, -(-total // PLACES_A_PAGE), lambda page: _address(letter_id, page)
        ),
    )


@initiatives.get("/initiatives/<int:place>/<path:letter_id>")
@revalidated(state)
def initiative(place: int, letter_id: str) -> str:
    """One initiative, and the letters that ask for the same."""
    parameters, _ = read_leniently(request.args)
    found = searcher().recurrences(unicodedata.normalize("NFC", letter_id), place)
    if found is None:
        abort(404, description=gettext("There is no such initiative."))
    return render_template(
        "initiative.html",
        parameters=parameters,
        shown=show_initiative(found.letter, found.ordinal, parameters),
        found=[show_initiative(one.letter, one.ordinal, parameters) for one in found.found],
    )


def _address(letter_id: str, page: int) -> str:
    base = url_for("initiatives.of_letter", letter_id=letter_id)
    return with_language(base, [("page", str(page))] if page > 1 else [])
