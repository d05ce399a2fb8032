"""The command `letters search`. The JSON is the API's, so the application is made for it alone."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from corpus import later
from index import index_option
from web import garbage
from web.options import json_option, language_option, sort_option, synonyms_option
from web.speaking import command_settings


@click.command()
@click.argument("query")
@click.option(
    "--limit", default=10, show_default=True, type=click.IntRange(1, 100), help="How many of them."
)
@sort_option
@language_option
@click.option(
    "--unit",
    default="letter",
    show_default=True,
    type=click.Choice(["letter", "initiative"]),
    help="What to list: letters, or their initiatives that match.",
)
@synonyms_option(
    later("Look for other names of the same thing too, such as COVID-19 for 新冠肺炎.")
)
@json_option
@index_option
@garbage.put_off()
def search(
    *,
    query: str,
    limit: int,
    sort: str,
    lang: Sequence[str],
    unit: str,
    synonyms: bool,
    as_json: bool,
    index_dir: Path,
) -> None:
    """Search from the command line.

    \b
    letters search 复工复产
    letters search '"novel coronavirus" lang:en'
    letters search 口罩 --unit initiative
    """  # noqa: D301  # click reads \b as: keep the lines
    from index import LiveIndex
    from search import FACETS, Request, Searcher

    settings = command_settings(index_dir)
    request = Request(
        q=query,
        per_page=limit,
        sort=sort,  # type: ignore[arg-type]  # click has checked it
        langs=tuple(lang),
        facets=FACETS if as_json else (),
        unit=unit,  # type: ignore[arg-type]  # and this
        synonyms=synonyms,
    )
    results = Searcher(LiveIndex(index_dir), custom=settings.custom_dir).search(request)
    if not as_json:
        from web.terminal import result_lines

        for line in result_lines(results, styled=sys.stdout.isatty()):
            click.echo(line)
        return
    from web.app import create_app
    from web.present import results_to_json

    app = create_app(settings)
    with app.test_request_context("/"):
        click.echo(json.dumps(results_to_json(results), ensure_ascii=False, indent=2))
