"""What every format hands over: text, and what the file says of itself. Knows no format."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from corpus.letter import Span


@dataclass(frozen=True, slots=True)
class Document:
    """The text of a file, before anything in it is understood.

    `start` is where the letter proper begins; `declared` are the fields of the file's own
    description (lower-case key to the places of its values, none for a value that is left
    empty); `masked` are the parts of the text that are syntax and not words. `said` is what
    somebody said of the letter by hand, the values of some fields; `added` are words that were
    said so and stand nowhere in the file: they follow its text.
    """

    text: str
    start: int = 0
    declared: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    masked: tuple[Span, ...] = ()
    said: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    added: Span | None = None

    @property
    def own_text(self) -> str:
        """The text of the file itself."""
        return self.text[: self.added.start] if self.added else self.text
