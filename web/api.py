"""The JSON API under /api/v1: its routes, its description in OpenAPI, and a page about it.

Must not know how answers are found, nor how the pages for people look.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from flask import Response, current_app, jsonify, render_template, request
from flask.typing import ResponseReturnValue
from flask_openapi3 import APIBlueprint, Info, OpenAPI, Tag
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from web.collection import searcher, state
from web.headers import revalidated
from web.interface import gettext
from web.parameters import SearchParameters, read_strictly
from web.present import letter_to_json, results_to_json
from web.problems import PROBLEM_TYPE, parameter_problem, problem
from web.schemas import LetterAnswer, SearchAnswer

_PROBLEM = {"schema": {"$ref": "#/components/schemas/Problem"}}
_DESCRIPTION = (
    "Search over open letters, proposals and initiatives in Chinese and English. "
    "Offsets count code points of the text named beside them, from 0, end exclusive. "
    "Messages are in the language that Accept-Language asks for, Chinese or English."
)
INFO = Info(title="Letters", version="1", description=_DESCRIPTION)
TAG = Tag(name="search", description="Find letters and read them.")


class CheckedBlueprint(APIBlueprint):
    """Views that are described by flask-openapi3, which takes .2 ms to check what they are asked.

    It makes the schema of their parameters anew each time; this checks by the model at once.
    """

    @staticmethod
    def create_view_func(
        func: Callable[..., ResponseReturnValue],
        header: None,  # noqa: ARG004 - no view of ours reads any of these
        cookie: None,  # noqa: ARG004
        path: type[BaseModel] | None,
        query: type[BaseModel] | None,
        *_others: object,
        **_options: object,
    ) -> Callable[..., ResponseReturnValue]:
        """The view with its parameters read and checked; a 422 names those that cannot be used."""

        @wraps(func)
        def view(**values: str) -> ResponseReturnValue:
            given: dict[str, BaseModel] = {}
            try:
                if path:
                    given["path"] = path.model_validate(values)
                if query:
                    given["query"] = read_strictly(query, request.args)
            except ValidationError as error:
                return parameter_problem(error)
            return func(**given)

        return view


api = CheckedBlueprint("api", __name__, url_prefix="/api/v1", abp_tags=[TAG])


def _problem(description: str) -> dict[str, Any]:
    return {"description": description, "content": {PROBLEM_TYPE: _PROBLEM}}


UNUSABLE = _problem("A parameter is unknown or cannot be used; it is named.")
NO_LETTER = _problem("No such letter.")
NO_INDEX = _problem("There is no index yet.")


class NoParameters(BaseModel):
    """An address that takes no parameters."""

    model_config = ConfigDict(extra="forbid")


class LetterPath(BaseModel):
    """Which letter."""

    letter_id: str = Field(description="The letter's id; it may have slashes.")


@api.get(
    "/search",
    operation_id="search",
    summary="One page of letters or initiatives, best first, with marked snippets and facets",
    responses={200: SearchAnswer, 422: UNUSABLE, 503: NO_INDEX},
)
@revalidated(state)
def search(query: SearchParameters) -> Response:
    """A query is never an error: what cannot be understood is read as words, and a note says so."""
    return jsonify(results_to_json(searcher().search(query.to_request())))


@api.get(
    "/letters/<path:letter_id>",
    operation_id="letter",
    summary="A letter with all that was understood of it",
    responses={200: LetterAnswer, 404: NO_LETTER, 422: UNUSABLE, 503: NO_INDEX},
)
@revalidated(state)
def letter(path: LetterPath, query: NoParameters) -> Response:  # noqa: ARG001 - for its check
    """Every span points into the letter's text."""
    view = searcher().letter(path.letter_id)
    if view is None:
        return problem(404, detail=gettext("There is no letter with this id."))
    return jsonify(letter_to_json(view))


@api.get("/openapi.json", operation_id="openapi", summary="This description", doc_ui=False)
def description() -> Response:
    """The API in OpenAPI 3.1."""
    return jsonify(_described())


@api.get("/docs", doc_ui=False)
def documentation() -> str:
    """The same for people to read."""
    return render_template("api.html", api=_described())


def _described() -> dict[str, Any]:
    described = cast("OpenAPI", current_app).api_doc
    return {**described, "servers": [{"url": request.url_root.rstrip("/")}]}
