"""The commands of this room: reindex, status, verify, rollback. Knows the command line alone.

`letters watch` has a file of its own, watching.py. To reindex, searching adds golden queries that
approve of the new index.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from corpus import CorpusError, printable
from index import records, wording
from index.dictionaries import prepare_dictionary
from index.display import Display
from index.errors import IndexFault
from index.generations import exclusive, roll_back
from index.options import (
    custom_option,
    custom_or_default,
    folder_argument,
    index_option,
    jobs_option,
    json_option,
)
from index.snapshot import open_snapshot
from index.status import take_status
from index.updating import Approve
from index.updating import reindex as bring_up_to_date
from index.verify import verify as check

SOME_UNREADABLE = 3  # exit status: done, but some letters could not be read


@click.command()
@folder_argument
@click.option("--full", is_flag=True, help="Read every letter anew.")
@click.option("--dry-run", is_flag=True, help="Say what would be done, and do nothing.")
@jobs_option
@click.option(
    "--allow-removals", is_flag=True, help="Go on even if most letters, or the folder, are gone."
)
@index_option
@custom_option
@json_option
def reindex(
    *,
    folder: Path,
    full: bool,
    dry_run: bool,
    jobs: int | None,
    allow_removals: bool,
    index_dir: Path,
    custom_dir: Path | None,
    as_json: bool,
    approve: Approve | None = None,
) -> None:
    """Bring the index up to date with the folder of letters.

    Only what changed is read. FOLDER is that of LETTERS_DIR unless it is given; an index of
    another folder is replaced with --full alone. A running server takes the new index over by
    itself, and keeps the old one if anything fails.

    Exit status 3: done, but some letters could not be read; each is named with its reason.
    """
    with operators_errors(), Display() as display:
        report = bring_up_to_date(
            folder,
            index_dir,
            full=full,
            dry_run=dry_run,
            jobs=jobs,
            allow_removals=allow_removals,
            approve=approve,
            progress=display,
            custom=custom_or_default(custom_dir, folder),
        )
        if not dry_run:
            prepare_dictionary(index_dir)
    _say(records.of_report(report), wording.report_lines(report), as_json=as_json)
    for line in wording.unreadable_lines(report.unreadable, report.taken_out):
        click.echo(line, err=True)
    if report.unreadable:
        raise SystemExit(SOME_UNREADABLE)


@click.command()
@index_option
@json_option
def status(*, index_dir: Path, as_json: bool) -> None:
    """Show the state of the index: letters, folder, generation, size."""
    with operators_errors():
        found = take_status(index_dir, open_snapshot(index_dir))
    _say(records.of_status(found), wording.status_lines(found), as_json=as_json)


@click.command()
@index_option
@json_option
def verify(*, index_dir: Path, as_json: bool) -> None:
    """Check every byte of the index, and its letters against the folder.

    Exit status 1 if anything is damaged or not up to date.
    """
    with operators_errors():
        verdict = check(index_dir)
    _say(records.of_verdict(verdict), wording.verdict_lines(verdict), as_json=as_json)
    if not verdict.is_well:
        raise SystemExit(1)


@click.command()
@index_option
@json_option
def rollback(*, index_dir: Path, as_json: bool) -> None:
    """Go back to the generation before.

    A running server takes it over by itself. The next reindex brings the letters up to date again.
    """
    with operators_errors():
        if not index_dir.is_dir():
            open_snapshot(index_dir)
        with exclusive(index_dir):
            manifest = roll_back(index_dir)
    _say(records.of_manifest(manifest), wording.rollback_lines(manifest), as_json=as_json)


def _say(record: dict[str, Any], lines: Iterator[str], *, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(record, ensure_ascii=False, indent=2))
        return
    for line in lines:
        click.echo(line)


@contextmanager
def operators_errors() -> Iterator[None]:
    """Turn what an operator can mend into one line and exit status 1."""
    try:
        yield
    except (IndexFault, CorpusError) as error:
        raise click.ClickException(printable(str(error))) from error
