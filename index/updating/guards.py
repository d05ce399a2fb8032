"""What a reindex refuses unless it is told to do so: whatever could lose letters by mistake."""

from pathlib import Path

from corpus import gettext, later
from index.errors import ReindexRefused

REMOVAL_FLAG = "--allow-removals"
_ONLY = later(
    "In %(folder)s the letter of the index cannot be found or read any more. Nothing was changed. "
    "If it is to be removed: letters reindex %(flag)s"
)
_MOST = later(
    "In %(folder)s %(vanished)s of the %(all)s letters of the index cannot be found or read any "
    "more. Nothing was changed. If they are to be removed: letters reindex %(flag)s"
)


def check_removals(folder: Path, *, vanished: int, letters: int) -> None:
    """ReindexRefused if more than half of the letters of an index would go.

    A folder that is not mounted, or half copied, looks like one whose letters were removed.
    """
    if 2 * vanished > letters:
        raise ReindexRefused(
            gettext(
                _MOST if letters > 1 else _ONLY,
                folder=folder,
                vanished=f"{vanished:,}",
                all=f"{letters:,}",
                flag=REMOVAL_FLAG,
            )
        )


def check_folder(folder: Path, *, letters: int) -> None:
    """ReindexRefused if the folder of an index is not there."""
    if letters and not folder.is_dir():
        raise ReindexRefused(
            gettext(
                "The folder of letters is not there: %(folder)s. Nothing was changed. If all its "
                "letters are to be removed from the index: letters reindex %(flag)s",
                folder=folder,
                flag=REMOVAL_FLAG,
            )
        )
