"""The field table as a Whoosh schema: one Whoosh field for each column, label and number.

Knows which fields there are and how their terms are written, not where postings come from.
"""

from dataclasses import dataclass
from typing import Any, Final

from index.analysis import Segmenter, View
from index.as_whoosh.analyzer import ViewAnalyzer
from index.as_whoosh.stock import fields
from index.fields import FIELDS, POSITIONS, Column


@dataclass(frozen=True, slots=True)
class LabelField:
    """A label of letters; `single` if no letter has two values of it, so that it can sort.

    `stored` is False for what follows from other fields.
    """

    name: str
    single: bool
    stored: bool = True


LABELS: Final = (
    LabelField("id", single=True),
    LabelField("source", single=True),
    LabelField("lang", single=False),
    LabelField("genre", single=True),
    LabelField("issuer", single=False),
    LabelField("year", single=True, stored=False),
    LabelField("translation_of", single=True),
)
NUMBERS: Final = ("date_first", "date_last")  # YYYYMMDD; 0 for no date


def field_name(column: Column) -> str:
    """What a column is called in Whoosh.

    >>> field_name(Column("title", View.WORDS))
    'title_w'
    """
    return f"{column.field}_{column.view.value.lower()}"


COLUMNS: Final = {
    field_name(column): column
    for column in (Column(field.name, view) for field in FIELDS for view in field.views)
}
INDEXED: Final = tuple(sorted((*COLUMNS, *(label.name for label in LABELS), *NUMBERS)))


def make_schema(segmenter: Segmenter) -> Any:
    """The `whoosh.fields.Schema` of letters whose texts are cut by that segmenter."""
    analyzers = {view: ViewAnalyzer(view, segmenter) for view in View}
    return fields.Schema(
        **{
            name: TextField(analyzers[column.view], phrases=column in POSITIONS)
            for name, column in COLUMNS.items()
        },
        **{label.name: ValueField(label) for label in LABELS},
        **{name: NumberField() for name in NUMBERS},
    )


class TextField(fields.TEXT):  # type: ignore[misc]
    """A view of a field of text; `phrases` says whether it keeps positions."""

    def __init__(self, analyzer: ViewAnalyzer, *, phrases: bool) -> None:
        super().__init__(
            analyzer=analyzer, phrase=phrases, multitoken_query="phrase" if phrases else "default"
        )

    def to_bytes(self, value: Any) -> bytes:
        """A term as the lexicon has it, lone surrogates too."""
        return to_bytes(value)

    def from_bytes(self, bs: bytes) -> str:
        """The term of its bytes."""
        return from_bytes(bs)


class ValueField(fields.ID):  # type: ignore[misc]
    """A label: each value is a term as it stands."""

    def __init__(self, label: LabelField) -> None:
        super().__init__(stored=label.stored, unique=label.name == "id", sortable=label.single)

    def to_bytes(self, value: Any) -> bytes:
        """A value as the lexicon has it, lone surrogates too."""
        return to_bytes(value)

    def from_bytes(self, bs: bytes) -> str:
        """The value of its bytes."""
        return from_bytes(bs)


class NumberField(fields.NUMERIC):  # type: ignore[misc]
    """A number a letter, without terms of lower precision: there are few different dates."""

    def __init__(self) -> None:
        super().__init__(int, 32, signed=False, shift_step=0, sortable=True, default=0)


def to_bytes(value: Any) -> bytes:
    """A term as bytes of UTF-8; of a list the first, as Whoosh's own fields do."""
    if isinstance(value, list | tuple):
        value = value[0]
    return value if isinstance(value, bytes) else str(value).encode("utf-8", "surrogatepass")


def from_bytes(raw: bytes) -> str:
    """The term of its bytes."""
    return raw.decode("utf-8", "surrogatepass")
