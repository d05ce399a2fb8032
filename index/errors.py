"""What can go wrong with an index, for the operator: each error says which command mends it."""

from pathlib import Path


class IndexFault(Exception):
    """The index cannot do what was asked; the text says what to run."""


class NoIndex(IndexFault):
    """There is no index yet."""

    def __init__(self, index_dir: Path) -> None:
        super().__init__(f"There is no index in {index_dir} yet. Make it: letters reindex")


class StaleIndex(IndexFault):
    """The index was made by another version of the program, or with what is not installed here."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"{reason} Make the index anew: letters reindex --full")
        self.why = reason


class DamagedIndex(IndexFault):
    """A file of a generation is missing or is not what was written."""

    def __init__(self, file: Path, reason: str, *, generation: int | None = None) -> None:
        where = "The index" if generation is None else f"Generation {generation} of the index"
        self.why = f"{where} is damaged: {file}: {reason}."
        self.file = file
        self.generation = generation
        super().__init__(
            f"{self.why} Make it anew: letters reindex --full, or go back to the one before: "
            "letters rollback"
        )


class IndexBusy(IndexFault):
    """Another process is writing the index."""

    def __init__(self, pid: str) -> None:
        super().__init__(f"Another reindex is running (pid {pid}). Try again when it is done.")
        self.pid = pid


class ReindexFailed(IndexFault):
    """A reindex could not be done; the live index is as it was."""


class ReindexRefused(IndexFault):
    """What was asked for could lose letters; nothing was changed."""


class NothingBefore(IndexFault):
    """There is no generation before the current one to go back to."""

    def __init__(self, index_dir: Path) -> None:
        super().__init__(
            f"In {index_dir} no sound generation is older than the current one: there is none to "
            "go back to. To make the index anew: letters reindex --full"
        )
