"""What can be wrong with a letter or a folder of letters. Knows no files and no other language.

Each error carries a key and values beside its English text, so that a door can say it in the
reader's language.
"""

from typing import Any, Literal

Reason = Literal[
    "empty", "not_text", "undecodable", "too_large", "not_a_file", "unsupported", "unreadable",
    "vanished", "no_folder", "not_found", "foreign", "encrypted", "damaged", "only_pictures",
    "too_deep", "too_slow", "too_much_memory", "unpacks_too_large", "broke_off",
]  # fmt: skip

ENGLISH: dict[Reason, str] = {
    "empty": "there are no words in it",
    "not_text": "it is not text: it holds {found}",
    "undecodable": "its characters are neither UTF-8, UTF-16, GB18030, Big5 nor Windows-1252",
    "too_large": "it is larger than {limit_mb} MB",
    "not_a_file": "it is not an ordinary file",
    "unsupported": "it is in none of the formats that are read: {supported}",
    "unreadable": "it cannot be opened: {problem}",
    "vanished": "it is no longer there",
    "no_folder": "there is no such folder; LETTERS_DIR names the folder of letters",
    "not_found": "there is no such file, and no letter of that id in {folder}",
    "foreign": "it is {found}, which is not read; save it as one of {supported}",
    "encrypted": "it is encrypted, and wants a password",
    "damaged": "it is damaged or cut short: {problem}",
    "only_pictures": "it has pictures and no words, as a scan has",
    "too_deep": "its parts are nested too deeply",
    "too_slow": "reading it takes more than {limit_s} seconds",
    "too_much_memory": "reading it takes more than {limit_mb} MB of memory",
    "unpacks_too_large": "unpacked it has more than {limit_mb} MB",
    "broke_off": "what reads {format} files broke off: {problem}",
}


class CorpusError(Exception):
    """Something named by `path` could not be read, for `reason`.

    `reason` is a key of `ENGLISH`; `values` are what its text mentions.
    """

    def __init__(self, path: str, reason: Reason, **values: str | int) -> None:
        self.path = path
        self.reason = reason
        self.values = values
        super().__init__(f"{path}: {self.explanation}")

    def __reduce__(self) -> tuple[Any, ...]:
        """Lets the error pass between processes, which an exception with options does not."""
        return _again, (type(self), self.path, self.reason, self.values)

    @property
    def explanation(self) -> str:
        """The reason in English, without the path."""
        return ENGLISH[self.reason].format(**self.values)


class UnreadableLetter(CorpusError):
    """A letter that cannot be read. The others of its folder still can."""


class UnreadableFolder(CorpusError):
    """A folder that cannot be listed, so that nobody can say which letters are in it."""


def _again(
    kind: type[CorpusError], path: str, reason: Reason, values: dict[str, str | int]
) -> CorpusError:
    return kind(path, reason, **values)
