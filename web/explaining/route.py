"""The address of the API that explains why a letter has its score."""

from flask import Response, jsonify
from pydantic import BaseModel, ConfigDict, Field

from web.api import NO_INDEX, NO_LETTER, TAG, UNUSABLE, CheckedBlueprint, LetterPath
from web.collection import searcher, state
from web.explaining.present import explanation_to_json
from web.explaining.schemas import ExplanationAnswer
from web.headers import revalidated
from web.interface import gettext
from web.parameters import MAX_QUERY
from web.problems import problem

explanations = CheckedBlueprint("explanations", __name__, url_prefix="/api/v1", abp_tags=[TAG])


class QueryParameter(BaseModel):
    """The query of an explanation."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    q: str = Field(default="", max_length=MAX_QUERY, description="The query.")
    synonyms: bool = Field(
        default=True,
        description="Whether other names of the same thing, from the glossary, are looked for.",
    )


@explanations.get(
    "/letters/<path:letter_id>/explain",
    operation_id="explain",
    summary="Why a letter has its score for a query, in words and in numbers that add up to it",
    responses={200: ExplanationAnswer, 404: NO_LETTER, 422: UNUSABLE, 503: NO_INDEX},
)
@revalidated(state)
def explain(path: LetterPath, query: QueryParameter) -> Response:
    """The score is that of a search for the query alone, without filters."""
    found = searcher().explain(path.letter_id, query.q, synonyms=query.synonyms)
    if found is None:
        return problem(404, detail=gettext("There is no letter with this id."))
    return jsonify(explanation_to_json(found, synonyms=query.synonyms))
