"""The options that several commands have in common, here and in the rooms above."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])


def index_option(command: Command) -> Command:
    """The option that says where the index is."""
    return click.option(
        "--index-dir",
        envvar="LETTERS_INDEX",
        default="var/index",
        show_default=True,
        show_envvar=True,
        type=click.Path(path_type=Path),
        help="Where the index lives.",
    )(command)


def json_option(command: Command) -> Command:
    """The option that asks for JSON."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON and nothing else.")(
        command
    )


def folder_argument(command: Command) -> Command:
    """The folder of letters."""
    return click.argument(
        "folder", envvar="LETTERS_DIR", default="corpus/letters", type=click.Path(path_type=Path)
    )(command)


def jobs_option(command: Command) -> Command:
    """The option that says how many processes read letters."""
    return click.option(
        "--jobs",
        type=click.IntRange(min=1),
        metavar="N",
        help="Processes that read letters at the same time.  [default: one a core, if it pays]",
    )(command)


def custom_option(command: Command) -> Command:
    """The option that says where the admin's own words are."""
    return click.option(
        "--custom-dir",
        envvar="LETTERS_CUSTOM",
        show_envvar=True,
        type=click.Path(path_type=Path),
        help="The folder of your own words.txt.  [default: FOLDER/.letters]",
    )(command)


def custom_or_default(custom_dir: Path | None, folder: Path) -> Path:
    """The folder of the admin's own words: that of the letters has one of its own."""
    return custom_dir or folder / ".letters"
