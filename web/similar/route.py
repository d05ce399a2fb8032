"""The address of the API that lists the letters most like one."""

from flask import Response, jsonify
from pydantic import BaseModel, ConfigDict, Field

from web.api import NO_INDEX, NO_LETTER, TAG, UNUSABLE, CheckedBlueprint, LetterPath
from web.collection import searcher, state
from web.headers import revalidated
from web.interface import gettext
from web.problems import problem
from web.similar.present import similar_to_json
from web.similar.schemas import SimilarAnswer

likenesses = CheckedBlueprint("likenesses", __name__, url_prefix="/api/v1", abp_tags=[TAG])


class LimitParameter(BaseModel):
    """How many letters are wanted."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    limit: int = Field(default=10, ge=1, le=100, description="How many letters.")


@likenesses.get(
    "/letters/<path:letter_id>/similar",
    operation_id="similar",
    summary="The letters most like one letter, with the telling words that they share",
    responses={200: SimilarAnswer, 404: NO_LETTER, 422: UNUSABLE, 503: NO_INDEX},
)
@revalidated(state)
def similar(path: LetterPath, query: LimitParameter) -> Response:
    """Other versions of the letter are marked as such."""
    found = searcher().similar(path.letter_id, query.limit)
    if found is None:
        return problem(404, detail=gettext("There is no letter with this id."))
    return jsonify(similar_to_json(found))
