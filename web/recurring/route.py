"""The addresses of the page and the API that say where else an initiative is."""

import unicodedata

from flask import Blueprint, Response, abort, jsonify, render_template, request
from pydantic import Field

from web.api import NO_INDEX, NO_LETTER, TAG, UNUSABLE, CheckedBlueprint, LetterPath
from web.collection import searcher, state
from web.headers import revalidated
from web.interface import gettext
from web.parameters import read_leniently
from web.problems import problem
from web.recurring.present import recurrences_to_json, show_initiative
from web.recurring.schemas import RecurringAnswer
from web.similar.route import LimitParameter

recurring = CheckedBlueprint("recurring", __name__, url_prefix="/api/v1", abp_tags=[TAG])
initiatives = Blueprint("initiatives", __name__)


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
