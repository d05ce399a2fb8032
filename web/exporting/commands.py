"""The command `letters export`. The files are the page's, so the application is made for it."""

from collections.abc import Sequence
from pathlib import Path
from typing import IO

import click

from corpus import ngettext
from index import index_option
from web.options import language_option, sort_option
from web.speaking import command_settings

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

    settings = command_settings(index_dir)
    request = Request(q=query, sort=sort, langs=tuple(lang))  # type: ignore[arg-type]  # click has checked it
    searcher = Searcher(LiveIndex(index_dir), custom=settings.custom_dir)
    found = searcher.match_set(request, MOST_LETTERS)
    with create_app(settings).test_request_context("/", base_url=settings.public_url):
        for piece in iter_export(found, FORMATS[name]):
            output.write(piece.encode())
    told = ngettext(
        "Exported %(num)s of %(total)s letter.",
        "Exported %(num)s of %(total)s letters.",
        len(found),
        total=f"{found.total:,}",
    )
    click.echo(told, err=True)
