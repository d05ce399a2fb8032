"""The shapes of recurring initiatives in the API, for its documentation and its tests."""

from pydantic import Field

from web.schemas import Excerpt, ListedLetter, Shape


class Recurring(ListedLetter):
    """The initiative of another letter, and this letter."""

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
