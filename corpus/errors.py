"""What can be wrong with a letter or a folder of letters. Knows no files.

Each error carries a key and values beside its text.
"""

from typing import Any

from corpus.messages import Wording, in_one_language
from corpus.reasons import WORDINGS, Reason

__all__ = ["CorpusError", "Reason", "UnreadableFolder", "UnreadableLetter"]


class CorpusError(Exception):
    """Something named by `path` could not be read, for `reason`.

    `reason` is a key of `WORDINGS`; `values` are what its text mentions.
    """

    def __init__(self, path: str, reason: Reason, **values: str | int) -> None:
        self.path = path
        self.reason = reason
        self.values = values
        super().__init__(path, reason)

    def __str__(self) -> str:
        """The path and the explanation."""
        return f"{self.path}: {self.explanation}"

    def __reduce__(self) -> tuple[Any, ...]:
        """Lets the error pass between processes, which an exception with options does not."""
        return _again, (type(self), self.path, self.reason, self.values)

    @property
    def wording(self) -> Wording:
        """The reason and what to do about it, without the path."""
        return Wording(*(words.format(**self.values) for words in WORDINGS[self.reason]))

    @property
    def explanation(self) -> str:
        """The same in the reader's language."""
        return in_one_language(self.wording)


class UnreadableLetter(CorpusError):
    """A letter that cannot be read. The others of its folder still can."""


class UnreadableFolder(CorpusError):
    """A folder that cannot be listed, so that nobody can say which letters are in it."""


def _again(
    kind: type[CorpusError], path: str, reason: Reason, values: dict[str, str | int]
) -> CorpusError:
    return kind(path, reason, **values)
