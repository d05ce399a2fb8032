"""The shapes of similar letters in the API, for its documentation and its tests."""

from pydantic import Field

from web.schemas import Excerpt, ListedLetter, Shape


class SimilarResult(ListedLetter):
    """A letter that is like another one."""

    score: float
    title: Excerpt | None
    shared: list[str] = Field(description="The most telling words of both, the best first.")
    is_version: bool = Field(description="Whether it is a translation of the other, or vice versa.")
    message: str = Field(description="Why it is here, for people.")


class SimilarAnswer(Shape):
    """The letters most like one, the most alike first."""

    id: str
    url: str
    results: list[SimilarResult]
