"""The command `letters suggest`. The JSON is the API's, so the application is made for it alone."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from corpus import gettext, later
from index import index_option
from web.options import json_option
from web.speaking import command_settings

if TYPE_CHECKING:
    from search import Completion

KINDS = (later("title"), later("initiative"), later("issuer"), later("phrase"))


@click.command()
@click.argument("prefix")
@click.option(
    "--limit", default=10, show_default=True, type=click.IntRange(1, 20), help="How many at most."
)
@json_option
@index_option
def suggest(*, prefix: str, limit: int, as_json: bool, index_dir: Path) -> None:
    """Complete what was typed so far.

    Titles, initiatives, issuers and phrases are found from any of their words on, in Chinese, in
    English, or by pinyin.

    \b
    letters suggest 复工
    letters suggest fg
    letters suggest resum
    """  # noqa: D301  # click reads \b as: keep the lines
    from index import LiveIndex
    from search import Searcher

    settings = command_settings(index_dir)
    found = Searcher(LiveIndex(index_dir), custom=settings.custom_dir).complete(prefix, limit)
    if not as_json:
        for line in _lines(found, styled=sys.stdout.isatty()):
            click.echo(line)
        return
    from web.app import create_app
    from web.suggest_api import to_json

    with create_app(settings).test_request_context("/"):
        click.echo(json.dumps(to_json(prefix, found), ensure_ascii=False, indent=2))


def _lines(found: tuple["Completion", ...], *, styled: bool) -> Iterator[str]:
    from web.terminal import faint, marked_line

    if not found:
        yield gettext("Nothing goes on like this.")
    for completion in found:
        text = marked_line(completion.text, 0, completion.marks, styled=styled)
        leads = completion.query or completion.letter_id
        about = f"{gettext(completion.kind)} · {completion.count} · {leads}"
        yield f"{text}  {faint(about, styled=styled)}"
