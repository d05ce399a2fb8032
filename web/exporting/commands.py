"""The command `letters export`. The files are the page's, so the application is made for it."""

from collections.abc import Sequence
from dataclasses import replace
from os import environ
from pathlib import Path
from typing import IO

import click

from web.options import index_option, language_option, sort_option
from web.settings import read_settings

FORMAT_NAMES = ("csv", "jsonl", "bibtex", "ris")


@click.command()
@click.argument("query")
@click.option(
    "--format", "name", default="csv", show_default=True, type=click.Choice(FORMAT_NAMES),
    help="A spreadsheet, whole letters as JSON Lines, or citations.",
)  # fmt: skip
@sort_option
@language_option
@click.option(
    "--output",
    default="-",
    type=click.File("wb", atomic=True),
    help="The file to write; standard output unless given.",
)
@index_option
def export(
    *, query: str, name: str, sort: str, lang: Sequence[str], output: IO[bytes], index_dir: Path
) -> None:
    """Write all results of a search to a file.

    \b
    letters export 复工复产 --output letters.csv
    letters export 'lang:en date:2020' --format jsonl
    """  # noqa: D301  # click reads \b as: keep the lines
    from index import LiveIndex
    from search import Request, Searcher
    from web.app import create_app
    from web.exporting.formats import FORMATS, MOST_LETTERS, iter_export

    settings = replace(read_settings(environ), index_dir=index_dir)
    request = Request(q=query, sort=sort, langs=tuple(lang))  # type: ignore[arg-type]  # click has checked it
    searcher = Searcher(LiveIndex(index_dir), custom=settings.custom_dir)
    found = searcher.match_set(request, MOST_LETTERS)
    with create_app(settings).test_request_context("/", base_url=settings.public_url):
        for piece in iter_export(found, FORMATS[name]):
            output.write(piece.encode())
    click.echo(f"Exported {len(found):,} of {found.total:,} letters.", err=True)
