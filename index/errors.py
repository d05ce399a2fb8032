"""What can go wrong with an index, for the operator: each error says which command mends it."""

from pathlib import Path

from corpus import gettext


class IndexFault(Exception):
    """The index cannot do what was asked; the text says what to run."""


class NoIndex(IndexFault):
    """There is no index yet."""

    def __init__(self, index_dir: Path) -> None:
        super().__init__(
            gettext(
                "There is no index in %(folder)s yet. Make it: letters reindex", folder=index_dir
            )
        )


class StaleIndex(IndexFault):
    """The index was made by another version of the program, or with what is not installed here."""

    def __init__(self, reason: str) -> None:
        super().__init__(gettext("%(why)s Make the index anew: letters reindex --full", why=reason))
        self.why = reason


class DamagedIndex(IndexFault):
    """A file of a generation is missing or is not what was written."""

    def __init__(self, file: Path, reason: str, *, generation: int | None = None) -> None:
        if generation is None:
            self.why = gettext("The index is damaged: %(file)s: %(why)s.", file=file, why=reason)
        else:
            self.why = gettext(
                "Generation %(number)s of the index is damaged: %(file)s: %(why)s.",
                number=generation,
                file=file,
                why=reason,
            )
        self.file = file
        self.generation = generation
        super().__init__(
            gettext(
                "%(why)s Make it anew: letters reindex --full, or go back to the one before: "
                "letters rollback",
                why=self.why,
            )
        )


class IndexBusy(IndexFault):
    """Another process is writing the index."""

    def __init__(self, pid: str) -> None:
        super().__init__(
            gettext("Another reindex is running (pid %(pid)s). Try again when it is done.", pid=pid)
        )
        self.pid = pid


class ReindexFailed(IndexFault):
    """A reindex could not be done; the live index is as it was."""


class ReindexRefused(IndexFault):
    """What was asked for could lose letters; nothing was changed."""


class NothingBefore(IndexFault):
    """There is no generation before the current one to go back to."""

    def __init__(self, index_dir: Path) -> None:
        super().__init__(
            gettext(
                "In %(folder)s no sound generation is older than the current one: there is none "
                "to go back to. To make the index anew: letters reindex --full",
                folder=index_dir,
            )
        )
