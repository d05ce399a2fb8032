"""The command of this room: `letters serve`. Imports the application only when it runs."""

from dataclasses import replace
from os import environ
from pathlib import Path

import click

from corpus import gettext
from index import index_option
from web import garbage
from web.settings import read_settings


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="The port."
)
@click.option(
    "--workers",
    default=2,
    show_default=True,
    type=click.IntRange(1, 64),
    help="Processes that answer at the same time; one a core is plenty.",
)
@click.option("--access-log", is_flag=True, help="Log each request to stderr.")
@index_option
def serve(*, host: str, port: int, workers: int, access_log: bool, index_dir: Path) -> None:
    """Serve the page and the API until stopped."""
    settings = replace(read_settings(environ), index_dir=index_dir)
    with garbage.put_off():
        from web import serving  # takes a while, and --help does not need it

    listening = serving.Listening(host=host, port=port, workers=workers, access_log=access_log)
    try:
        serving.serve(
            settings,
            listening,
            lambda: click.echo(
                gettext("Letters: %(address)s  (Ctrl-C stops it)", address=listening.address),
                err=True,
            ),
        )
    except serving.CannotServe as error:
        raise click.ClickException(str(error)) from error
