"""The options that several commands of searching have in common."""

from collections.abc import Callable
from typing import Any, Final, TypeVar, get_args

import click

from corpus import Language

LANGUAGES: Final = ("zh", *get_args(Language))
Command = TypeVar("Command", bound=Callable[..., Any])


def json_option(command: Command) -> Command:
    """Whether to answer as the API does."""
    return click.option("--json", "as_json", is_flag=True, help="Print the JSON of the API.")(
        command
    )


def sort_option(command: Command) -> Command:
    """The order of results."""
    return click.option(
        "--sort",
        default="relevance",
        show_default=True,
        type=click.Choice(["relevance", "date", "-date"]),
        help="Best first, oldest first or newest first.",
    )(command)


def language_option(command: Command) -> Command:
    """The languages that results are in."""
    return click.option(
        "--lang", multiple=True, type=click.Choice(LANGUAGES), help="Only these; may be repeated."
    )(command)


def synonyms_option(told: str) -> Callable[[Command], Command]:
    """Whether other names of the same thing count; `told` is what the help says."""
    return click.option("--synonyms/--no-synonyms", default=True, show_default=True, help=told)
