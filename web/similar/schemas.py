"""The shapes of similar letters in the API, for its documentation and its tests."""

from pydantic import Field

from corpus import Genre, Language
from web.schemas import Excerpt, Shape


class SimilarResult(Shape):
    """A letter that is like another one."""

    id: str
    url: str
    lang: Language = Field(description="The letter's first language.")
    languages: list[Language]
    date: str | None = Field(description="YYYY-MM-DD, or YYYY-MM where no day is known.")
    genre: Genre
    issuers: list[str]
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
