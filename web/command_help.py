"""The help of commands in the reader's language, whichever room a command is from.

Rooms write their help in English; here it is looked up in the catalogue when it is shown, which
Click asks for its own words. Knows Click; must not know any command, and imports no room.
"""

import inspect
from copy import copy
from gettext import gettext
from typing import Final

import click

EXAMPLES: Final = "\b"  # begins a paragraph of them, whose lines stay as they are


def later(message: str) -> str:
    """Name a message that is translated where it is used."""
    return message


_HELP: Final = later("Show this message and exit.")
_OPTIONS: Final = later("[OPTIONS]")
_COMMAND: Final = later("COMMAND [ARGS]...")
METAVARS: Final = (
    later("FILE"),
    later("FILENAME"),
    later("INTEGER RANGE"),
    later("PATH"),
    later("SECONDS"),
    later("TEXT"),
)


class ReadersContext(click.Context):
    """A context of a command that shows help and usage in the reader's language."""

    def make_formatter(self) -> click.HelpFormatter:
        """A formatter that knows how wide Chinese characters are."""
        from web.help_columns import HelpInColumns  # who searches needs none of it

        return HelpInColumns(width=self.terminal_width, max_width=self.max_content_width)

    def get_help(self) -> str:
        """The whole help."""
        return _translated(self).get_help(self)

    def get_usage(self) -> str:
        """The line of usage, which stands above what was wrong with it."""
        return _translated(self).get_usage(self)


def with_readers_help(command: click.Command) -> click.Command:
    """The same command, with its help in the reader's language."""
    own = copy(command)
    own.context_class = ReadersContext
    return own


def in_readers_language(text: str) -> str:
    """A command's text, each of its paragraphs looked up but for examples.

    A paragraph is a message in one line.
    """
    paragraphs = inspect.cleandoc(text).split("\n\n")
    return "\n\n".join(
        words if words.startswith(EXAMPLES) else gettext(words.replace("\n", " "))
        for words in paragraphs
    )


def _translated(ctx: click.Context) -> click.Command:
    """A copy of the command, to show; its option --help is one of its own."""
    own = copy(ctx.command)
    own.help = in_readers_language(own.help) if own.help else None
    own.params = [_shown(param, ctx) for param in ctx.command.get_params(ctx)]
    own.add_help_option = False
    own.options_metavar = gettext(_OPTIONS)
    if isinstance(own, click.Group):
        own.subcommand_metavar = gettext(_COMMAND)
    return own


def _shown(param: click.Parameter, ctx: click.Context) -> click.Parameter:
    if not isinstance(param, click.Option):
        return param
    own = copy(param)
    words = _HELP if param is ctx.command.get_help_option(ctx) else param.help
    own.help = gettext(words) if words else None
    own.metavar = gettext(param.make_metavar(ctx))
    return own
