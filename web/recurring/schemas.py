"""The shapes of recurring initiatives in the API, for its documentation and its tests."""

from pydantic import Field

from corpus import Genre, Language
from web.schemas import Excerpt, Shape


class Recurring(Shape):
    """The initiative of another letter, and this letter."""

    id: str
    url: str
    lang: Language = Field(description="The letter's first language.")
    languages: list[Language]
    date: str | None = Field(description="YYYY-MM-DD, or YYYY-MM where no day is known.")
    genre: Genre
    issuers: list[str]
    title: Excerpt | None
    place: int = Field(description="Its place among the initiatives of its letter, from 1.")
    number: int | None
    head: str
    resemblance: float = Field(
        description="Of the pairs of neighbouring words of either, the share that both have."
    )


class RecurringAnswer(Shape):
    """An initiative and where else it is, the most like first; one of each other letter."""

    id: str
    url: str
    place: int
    number: int | None
    head: str
    results: list[Recurring]
