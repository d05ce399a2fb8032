"""The route `/api/v1/suggest`: completions while typing, as JSON, with its description.

Owns the shape of the answer. Must not know how completions are found.
"""

from typing import Any, Literal
from urllib.parse import quote

from flask import Response, jsonify, url_for
from pydantic import BaseModel, ConfigDict, Field

from corpus import Language
from search import COMPLETIONS, Completion
from web.addresses import public_letter_address
from web.anchors import name_initiatives
from web.api import NO_INDEX, TAG, UNUSABLE, CheckedBlueprint
from web.collection import searcher, state
from web.headers import revalidated
from web.languages import language_of
from web.parameters import MAX_QUERY
from web.schemas import Shape

_BOTH_LANGUAGES: tuple[Language, ...] = ("zh-Hans", "en")
MOST = 20  # completions; more are no help while typing

suggestions = CheckedBlueprint("suggestions", __name__, url_prefix="/api/v1", abp_tags=[TAG])


class SuggestParameters(BaseModel):
    """What completions can be asked with."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    q: str = Field(
        default="",
        max_length=MAX_QUERY,
        description="What was typed so far: Chinese, English or pinyin. Empty: nothing goes on.",
    )
    limit: int = Field(default=COMPLETIONS, ge=1, le=MOST, description="How many at most.")


class CompletionMark(Shape):
    """What of a suggestion was typed: code points of its text, end exclusive."""

    start: int
    end: int


class CompletionAnswer(Shape):
    """A title, the head of an initiative, an issuer or a phrase that goes on from what was typed.

    A head may be cut and then ends in an ellipsis.
    """

    text: str
    lang: Language = Field(description="The language of the text.")
    kind: Literal["title", "initiative", "issuer", "phrase"]
    count: int = Field(description="How many letters have it; of a phrase, about how many.")
    marks: list[CompletionMark]
    url: str = Field(
        description="The newest letter with this title or initiative; for others, their letters."
    )
    query: str | None = Field(description="What finds the letters of an issuer or a phrase.")


class SuggestAnswer(Shape):
    """Suggestions, the best first."""

    query: str
    suggestions: list[CompletionAnswer]


@suggestions.get(
    "/suggest",
    operation_id="suggest",
    summary="Titles, initiatives, issuers and phrases that go on from what was typed",
    responses={200: SuggestAnswer, 422: UNUSABLE, 503: NO_INDEX},
)
@revalidated(state)
def suggest(query: SuggestParameters) -> Response:
    """Words may be typed in Chinese, in English, or as pinyin: `fugong` and `fg` find 复工."""
    return jsonify(to_json(query.q, searcher().complete(query.q, query.limit)))


def to_json(typed: str, completions: tuple[Completion, ...]) -> dict[str, Any]:
    """The answer to what was typed."""
    return {"query": typed, "suggestions": [_completion(one) for one in completions]}


def _completion(completion: Completion) -> dict[str, Any]:
    return {
        "text": completion.text,
        "lang": language_of(completion.text, _BOTH_LANGUAGES),
        "kind": completion.kind,
        "count": completion.count,
        "marks": [{"start": mark.start, "end": mark.end} for mark in completion.marks],
        "url": _address(completion),
        "query": completion.query or None,
    }


def _address(completion: Completion) -> str:
    if completion.query:
        return f"{url_for('pages.search', _external=True)}?q={quote(completion.query, safe='')}"
    anchor = None
    if completion.ordinal:
        anchor = name_initiatives(completion.initiatives)[completion.ordinal - 1]
    return public_letter_address(completion.letter_id, anchor=anchor)
