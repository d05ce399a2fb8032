"""The `letters` command: gathers the commands of all rooms, each imported when it is called.

Knows of each command its name, its home and its one line of help; a test holds the lines true.
"""

import importlib
import os
from dataclasses import dataclass
from gettext import gettext
from types import ModuleType
from typing import Any

import click

from web import command_help, garbage
from web.settings import SettingsError
from web.speaking import speaking, terminal_language


@dataclass(frozen=True, slots=True)
class Home:
    """The module that has a command, and the command's line in `letters --help`."""

    module: str
    help: str


COMMANDS = {
    "reindex": Home("search.reindexing", "Bring the index up to date with the folder of letters."),
    "watch": Home(
        "index.watching", "Keep the index up to date whenever the folder of letters changes."
    ),
    "serve": Home("web.commands", "Serve the page and the API until stopped."),
    "search": Home("web.searching", "Search from the command line."),
    "suggest": Home("web.suggesting", "Complete what was typed so far."),
    "show": Home("corpus.commands", "Show what was understood of one letter."),
    "explain": Home(
        "web.explaining.commands", "Explain why a letter has its score, in words and numbers."
    ),
    "similar": Home("web.similar.commands", "List the letters most like one letter."),
    "export": Home("web.exporting.commands", "Write all results of a search to a file."),
    "status": Home(
        "index.commands", "Show the state of the index: letters, folder, generation, size."
    ),
    "verify": Home(
        "index.commands", "Check every byte of the index, and its letters against the folder."
    ),
    "rollback": Home("index.commands", "Go back to the generation before."),
    "evaluate": Home("search.commands", "Score how well judged sets are ranked."),
}


class LazyGroup(click.Group):
    """A group whose commands are imported when they are asked for."""

    context_class = command_help.ReadersContext

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The names, in the order in which people need them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import a command; None if there is none of this name."""
        home = COMMANDS.get(cmd_name)
        if home is None:
            return None
        command = getattr(_imported(home.module), cmd_name)
        assert isinstance(command, click.Command)  # noqa: S101
        return command_help.with_readers_help(command)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the arguments name; raises NoSuchCommand, with those like it."""
        try:
            return super().resolve_command(ctx, args)
        except click.NoSuchCommand as error:
            raise click.NoSuchCommand(error.command_name, possibilities=COMMANDS, ctx=ctx) from None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the commands without importing them."""
        with formatter.section(gettext("Commands")):
            formatter.write_dl([(name, gettext(home.help)) for name, home in COMMANDS.items()])

    def main(self, *args: Any, **options: Any) -> Any:
        """Run the command that the arguments name, in the reader's language, one thread for numpy.

        No room multiplies matrices, and starting threads for that takes as long as all of numpy.
        """
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
        with speaking(terminal_language(os.environ)):
            return super().main(*args, **options)

    def invoke(self, ctx: click.Context) -> object:
        """Turn an operator's error into one line and exit status 1; bugs keep their traceback."""
        try:
            return super().invoke(ctx)
        except _operators_errors() as error:
            raise click.ClickException(str(error)) from error


def _imported(module: str) -> ModuleType:
    with garbage.put_off():
        return importlib.import_module(module)


def _operators_errors() -> tuple[type[Exception], ...]:
    """The roots of the rooms' errors; imported only once something went wrong."""
    reading, indexing = importlib.import_module("corpus"), importlib.import_module("index")
    return (SettingsError, reading.CorpusError, indexing.IndexFault)


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="letters", message="%(version)s")
def main() -> None:
    """Search open letters, proposals and initiatives in Chinese and English."""
