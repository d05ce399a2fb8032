"""The parameters of a search in an address: one model that reads, checks and documents them.

The API takes it strictly; the page leaves out what it cannot use. Knows nothing of HTML.
"""

from functools import cache
from typing import Annotated, Any, Literal, TypeVar, get_origin

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError
from werkzeug.datastructures import MultiDict

from corpus import Genre
from search import FACETS, FacetName, Request, Sort, Unit
from web.dates import read_date

MAX_QUERY = 4_000  # characters, as published
MAX_PAGE = 100_000
MAX_NAME = 300  # characters of an issuer's name
DEFAULT_PER_PAGE = 10

Model = TypeVar("Model", bound=BaseModel)
LanguageFilter = Literal["zh", "zh-Hans", "zh-Hant", "en"]


def _checked_date(value: str) -> str:
    read_date(value)
    return value


def _without_default(schema: dict[str, Any]) -> None:
    del schema["default"]


PartialDate = Annotated[
    str,
    Field(pattern=r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$", json_schema_extra=_without_default),
    AfterValidator(_checked_date),
]
Year = Annotated[str, Field(pattern=r"^[0-9]{4}$")]
Name = Annotated[str, Field(min_length=1, max_length=MAX_NAME)]


class SearchParameters(BaseModel):
    """What a search can be asked with."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    q: str = Field(
        default="", max_length=MAX_QUERY, description="The query. Empty: the newest letters."
    )
    page: int = Field(default=1, ge=1, le=MAX_PAGE, description="Which page of results, from 1.")
    per_page: int = Field(default=DEFAULT_PER_PAGE, ge=1, le=100, description="Letters on a page.")
    sort: Sort = Field(
        default="relevance", description="Best first, oldest first (date) or newest first (-date)."
    )
    lang: tuple[LanguageFilter, ...] = Field(
        default=(),
        description="Letters in any of these languages; zh is both scripts. May be repeated.",
    )
    genre: tuple[Genre, ...] = Field(
        default=(), description="Letters of any of these genres. May be repeated."
    )
    issuer: tuple[Name, ...] = Field(
        default=(), description="Letters issued by any of these. May be repeated."
    )
    year: tuple[Year, ...] = Field(
        default=(), description="Letters dated in any of these years. May be repeated."
    )
    date_from: PartialDate = Field(
        default="",
        description="Letters of this day or later. YYYY and YYYY-MM begin on their first day.",
    )
    date_to: PartialDate = Field(
        default="",
        description="Letters of this day or earlier. YYYY and YYYY-MM end on their last day.",
    )
    facet: tuple[FacetName, ...] = Field(
        default=FACETS,
        description=(
            "The facets to count; lang, genre, issuer and year if it is left out. May be repeated. "
            "month is in the order of time, and no range of dates narrows it."
        ),
    )
    translate: bool = Field(
        default=True, description="Whether letters in the other language are looked for as well."
    )
    unit: Unit = Field(
        default="letter",
        description=(
            "What is found, counted and listed: letters, or single initiatives of the letters that "
            "match, in which the words stand."
        ),
    )
    synonyms: bool = Field(
        default=True,
        description="Whether other names of the same thing, from the glossary, are looked for.",
    )

    def to_request(self) -> Request:
        """What the search room is asked."""
        return Request(
            q=self.q,
            page=self.page,
            per_page=self.per_page,
            sort=self.sort,
            langs=self.lang,
            genres=self.genre,
            issuers=self.issuer,
            years=self.year,
            date_from=read_date(self.date_from).first if self.date_from else 0,
            date_to=read_date(self.date_to).last if self.date_to else 0,
            facets=self.facet,
            translate=self.translate,
            unit=self.unit,
            synonyms=self.synonyms,
        )

    def to_pairs(self) -> list[tuple[str, str]]:
        """Names and values for an address, in a fixed order, without defaults."""
        pairs = []
        for name, value in self.model_dump(exclude_defaults=True).items():
            values = value if isinstance(value, tuple) else (value,)
            pairs += [(name, _as_text(one)) for one in values]
        return pairs


def read_strictly(model: type[Model], arguments: MultiDict[str, str]) -> Model:
    """Read an address as a model says. Raises ValidationError, also for what the model has not.

    Of a parameter that may not be repeated the first value counts.
    """
    repeated = _repeated(model)
    values = {
        name: tuple(given) if name in repeated else given[0] for name, given in arguments.lists()
    }
    return model.model_validate(values)


def read_leniently(arguments: MultiDict[str, str]) -> tuple[SearchParameters, tuple[str, ...]]:
    """Read what can be used of an address; the names of what cannot be used come second.

    Unknown parameters and empty values are passed over.
    """
    values = _known(arguments)
    values["q"] = values.get("q", "")[:MAX_QUERY]
    try:
        return SearchParameters.model_validate(values), ()
    except ValidationError as error:
        wrong = tuple(dict.fromkeys(str(fault["loc"][0]) for fault in error.errors()))
    kept = {name: value for name, value in values.items() if name not in wrong}
    return SearchParameters.model_validate(kept), wrong


def _known(arguments: MultiDict[str, str]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    repeated = _repeated(SearchParameters)
    for name in SearchParameters.model_fields:
        given = [value for value in arguments.getlist(name) if value]
        if given:
            values[name] = tuple(given) if name in repeated else given[0]
    return values


@cache
def _repeated(model: type[BaseModel]) -> frozenset[str]:
    """The parameters that may stand in an address more than once."""
    fields = model.model_fields.items()
    return frozenset(name for name, field in fields if get_origin(field.annotation) is tuple)


def _as_text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
