"""What a run of reindex says while it runs, and when it is done."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from index.generations import Unreadable

Step = Literal["read", "merge"]
Progress = Callable[[Step, int, int], None]  # step, done, total; read counts files, merge letters


def silent(step: Step, done: int, total: int) -> None:
    """Progress that nobody wants to hear of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Letters, compared with the index before: by id, and by what they are read from."""

    added: int
    changed: int
    removed: int
    unchanged: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a run did, or with `dry_run` would do.

    `generation` is the live one, None if there is none; `letters` how many are in it. `full` says
    that everything was read, and `why` for what reason unless it was asked for or new. `warning`
    says that the generation before was damaged. `unreadable` are files, not letters; `taken_out`
    are the sources of those whose letters were in the index before and are in it no more, since
    nobody knows what they say now.
    """

    folder: Path
    generation: int | None
    letters: int
    counts: Counts
    unreadable: tuple[Unreadable, ...]
    taken_out: tuple[str, ...]
    full: bool
    why: str | None
    warning: str | None
    dry_run: bool
    seconds: float


def count_changes(before: Mapping[str, int], after: Mapping[str, int], *, kept: int) -> Counts:
    """Compare the letters that were replaced with those that replace them; `kept` were not.

    Both map the id of a letter to the digest of what it is read from.
    """
    both = before.keys() & after.keys()
    changed = sum(before[letter_id] != after[letter_id] for letter_id in both)
    return Counts(
        added=len(after) - len(both),
        changed=changed,
        removed=len(before) - len(both),
        unchanged=kept + len(both) - changed,
    )
