"""The `letters` command as a process of its own, as an operator runs it."""

import os
import shutil
import sys
from pathlib import Path

from benchmarks.processes import Run, run
from benchmarks.scratch import Scratch


class CommandFailed(Exception):
    """A command of the project failed; the text is what it said."""


def letters(scratch: Scratch, *arguments: str) -> Run:
    """Run `letters ...` over the scratch letters and index; raises CommandFailed."""
    done = run([command(), *arguments], environment(scratch))
    if done.status != 0:
        raise CommandFailed(
            f"letters {' '.join(arguments)} ended with {done.status}: {done.output}"
        )
    return done


def command() -> str:
    """The path of the command: beside the Python that runs, or on the path of commands."""
    beside = Path(sys.executable).with_name("letters")
    found = str(beside) if beside.is_file() else shutil.which("letters")
    if found is None:
        raise CommandFailed("there is no command `letters`: make install")
    return found


def environment(scratch: Scratch) -> dict[str, str]:
    """The environment of this process with the settings of the scratch collection and no others."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("LETTERS_")}
    return own | {
        "LETTERS_DIR": str(scratch.letters),
        "LETTERS_INDEX": str(scratch.index_dir),
    }
