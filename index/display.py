"""How far a reindex is, on stderr: a bar on a terminal, a line now and then elsewhere."""

import sys
import time
from contextlib import ExitStack
from types import TracebackType
from typing import TYPE_CHECKING, Self

import click

from corpus import gettext, ngettext
from index.updating import Step
from index.wording import count

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

PATIENCE = 0.7  # seconds before anything is said: short runs need no bar
INTERVAL = 10.0  # seconds between lines where there is no terminal


class Display:
    """A `Progress` that people see; a context that takes the bar away at its end."""

    def __init__(self) -> None:
        self._started = self._said = time.monotonic()
        self._bars = ExitStack()
        self._bar: ProgressBar[int] | None = None
        self._is_terminal = sys.stderr.isatty()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._bars.close()

    def __call__(self, step: Step, done: int, total: int) -> None:
        """Show it, unless the run has only begun."""
        now = time.monotonic()
        if now - self._started < PATIENCE:
            return
        if step == "merge":
            self._bars.close()
            if done < total:
                letters = count(total, "letter")
                click.echo(
                    gettext("Merging %(letters)s into one segment", letters=letters), err=True
                )
        elif self._is_terminal:
            self._draw(done, total)
        elif now - self._said >= INTERVAL:
            self._said = now
            told = ngettext(
                "Read %(done)s of %(num)s file",
                "Read %(done)s of %(num)s files",
                total,
                done=f"{done:,}",
            )
            click.echo(told, err=True)

    def _draw(self, done: int, total: int) -> None:
        if self._bar is None:
            bar = click.progressbar(length=total, label=gettext("Reading letters"), file=sys.stderr)
            self._bar = self._bars.enter_context(bar)
        self._bar.update(done - self._bar.pos)
