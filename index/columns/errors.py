"""What can go wrong with a segment file. Knows nothing of the command that mends it."""

from pathlib import Path


class DamagedSegment(Exception):
    """A segment file is not what was written: cut short, changed, or of another version.

    `path` is the file, `what` a part of a sentence that says what does not fit.
    """

    def __init__(self, path: Path, what: str) -> None:
        super().__init__(f"{path}: {what}")
        self.path = path
        self.what = what
