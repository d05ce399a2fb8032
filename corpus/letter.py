"""What a letter is: frozen values with their places in the text. Knows no files and no search."""

from dataclasses import dataclass
from typing import Literal, NewType

Language = Literal["zh-Hans", "zh-Hant", "en"]
Genre = Literal[
    "proposal", "open_letter", "notice", "thank_you", "condolence", "joint_statement", "other"
]
InitiativeKind = Literal[
    "proposal", "section", "question", "rule", "step", "fact", "action", "aim", "quoted",
    "decision", "notice_point",
]  # fmt: skip
LetterId = NewType("LetterId", str)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a letter's text: code points, 0-based, end exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Words of a letter and where they stand.

    `text` is `letter.text[start:end]` in one line: line breaks, no-break spaces and runs of
    white space are single spaces, as in `" ".join(letter.text[start:end].split())`.
    """

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Party:
    """A person or an organisation named by the letter: its name, and the words that name it.

    `text` is made of `letter.text[start:end]` as in an `Excerpt`; `name` is often the same, or
    the part of it that names the party itself.
    """

    name: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Initiative:
    """One numbered thing that a letter asks for, or another numbered part of it.

    `text` is `letter.text[start:end]`, its number included; `head` is its first sentence or
    heading without the number. `parent` is the number of the item of the level above.
    """

    number: int | None
    level: int
    parent: int | None
    kind: InitiativeKind
    head: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter as it was read and understood. Every span points into `text`.

    `date` is `YYYY-MM-DD` or `YYYY-MM`. `text` is never rewritten; `masked` are the parts of it
    that are syntax and not words (of front matter), in ascending order. `corrected` are the fields
    that a `letters.toml` says; `added` are those of its words that the file has not, after all
    that the file has.
    """

    id: LetterId
    source: str
    languages: tuple[Language, ...]
    genre: Genre
    title: Excerpt | None
    alt_titles: tuple[str, ...] = ()
    date: str | None
    date_text: Excerpt | None
    issuers: tuple[Party, ...] = ()
    addressee: Excerpt | None = None
    signatories: tuple[Party, ...] = ()
    body: Span
    initiatives: tuple[Initiative, ...] = ()
    translation_of: LetterId | None = None
    translation: str | None = None
    masked: tuple[Span, ...] = ()
    corrected: tuple[str, ...] = ()
    added: Span | None = None
    text: str

    @property
    def own_text(self) -> str:
        """The text of the file itself, without words that were added by hand."""
        return self.text[: self.added.start] if self.added else self.text

    @property
    def searchable(self) -> str:
        """`text` with newlines for what is masked, so that every offset still holds."""
        if not self.masked:
            return self.text
        pieces, done = [], 0
        for span in self.masked:
            pieces += [self.text[done : span.start], "\n" * (span.end - span.start)]
            done = span.end
        return "".join([*pieces, self.text[done:]])
