"""What a reindex refuses unless it is told to do so: whatever could lose letters by mistake."""

from pathlib import Path

from index.errors import ReindexRefused

REMOVAL_FLAG = "--allow-removals"


def check_removals(folder: Path, *, vanished: int, letters: int) -> None:
    """ReindexRefused if more than half of the letters of an index would go.

    A folder that is not mounted, or half copied, looks like one whose letters were removed.
    """
    if 2 * vanished > letters:
        which = "the letter" if letters == 1 else f"{vanished} of the {letters} letters"
        raise ReindexRefused(
            f"In {folder} {which} of the index cannot be found or read any more. Nothing was "
            f"changed. If they are to be removed: letters reindex {REMOVAL_FLAG}"
        )


def check_folder(folder: Path, *, letters: int) -> None:
    """ReindexRefused if the folder of an index is not there."""
    if letters and not folder.is_dir():
        raise ReindexRefused(
            f"The folder of letters is not there: {folder}. Nothing was changed. If all its "
            f"letters are to be removed from the index: letters reindex {REMOVAL_FLAG}"
        )
