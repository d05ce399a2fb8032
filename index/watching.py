"""The command `letters watch`. Knows the command line and signals alone."""

import json
import logging
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType

import click

from index import records, wording
from index.commands import operators_errors
from index.display import Display
from index.generations import Unreadable
from index.options import (
    custom_option,
    custom_or_default,
    folder_argument,
    index_option,
    jobs_option,
    json_option,
)
from index.updating import Report
from index.updating.watch import EVERY_S, News, Watch
from index.updating.watch import watch as keep_up_to_date

SIGNALS = (signal.SIGINT, signal.SIGTERM)


@click.command()
@folder_argument
@jobs_option
@click.option(
    "--every",
    type=click.FloatRange(min=1),
    metavar="SECONDS",
    default=EVERY_S,
    show_default=True,
    help="How often to look at the whole folder, too; on a network drive the only way.",
)
@index_option
@custom_option
@json_option
def watch(
    *,
    folder: Path,
    jobs: int | None,
    every: float,
    index_dir: Path,
    custom_dir: Path | None,
    as_json: bool,
) -> None:
    """Keep the index up to date whenever the folder of letters changes.

    Begins like `letters reindex`; then what changes is found a tenth of a second later, until
    SIGTERM or Ctrl-C. Each update is a line, with --json an object. An update that fails, or that
    `letters reindex` would refuse, is told and tried again; the live index stays as it was.
    """
    watched = Watch(
        folder=folder,
        index_dir=index_dir,
        custom=custom_or_default(custom_dir, folder),
        jobs=jobs,
        every=every,
        display=Display,
    )
    logging.basicConfig(format="%(message)s")
    with operators_errors(), _until_told() as stop:
        known: frozenset[Unreadable] = frozenset()
        for news in keep_up_to_date(watched, stop):
            _tell(news, known, as_json=as_json)
            known = frozenset(news.unreadable) if isinstance(news, Report) else known


@contextmanager
def _until_told() -> Iterator[threading.Event]:
    """An event that a signal to stop sets; it also interrupts whatever is under way."""
    stop = threading.Event()

    def interrupt(_number: int, _frame: FrameType | None) -> None:
        stop.set()
        raise KeyboardInterrupt

    before = {number: signal.signal(number, interrupt) for number in SIGNALS}
    try:
        with suppress(KeyboardInterrupt):
            yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _tell(news: News, known: frozenset[Unreadable], *, as_json: bool) -> None:
    """An update on stdout; on stderr what was in the way, and letters that cannot be read now."""
    if isinstance(news, Report):
        fresh = [fault for fault in news.unreadable if fault not in known]
        lines = [json.dumps(records.of_report(news), ensure_ascii=False)] if as_json else None
        for line in lines or wording.report_lines(news):
            click.echo(line)
        for line in () if as_json else wording.unreadable_lines(fresh, news.taken_out):
            click.echo(line, err=True)
    elif as_json:
        click.echo(json.dumps(records.of_fault(news), ensure_ascii=False))
    else:
        click.echo(wording.fault_line(news), err=True)
