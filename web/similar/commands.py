"""The command `letters similar`. Its words are the API's, so the application is made for it."""

import json
from collections.abc import Iterator
from dataclasses import replace
from os import environ
from pathlib import Path
from typing import TYPE_CHECKING

import click

from corpus import printable
from web.settings import DEFAULT_INDEX, read_settings

if TYPE_CHECKING:
    from search.similar import SimilarLetters


@click.command()
@click.argument("letter_id", metavar="ID")
@click.option(
    "--limit", default=10, show_default=True, type=click.IntRange(1, 100), help="How many letters."
)
@click.option("--json", "as_json", is_flag=True, help="Print the JSON of the API.")
@click.option(
    "--index-dir",
    envvar="LETTERS_INDEX",
    default=DEFAULT_INDEX,
    show_default=True,
    show_envvar=True,
    type=click.Path(path_type=Path),
    help="Where the index lives.",
)
def similar(*, letter_id: str, limit: int, as_json: bool, index_dir: Path) -> None:
    """List the letters most like one letter.

    Each with the telling words that both have; other versions of the letter are marked.
    LETTERS_LANG chooses the language of these sentences.
    """
    from index import LiveIndex
    from search import Searcher
    from web.app import create_app
    from web.similar.present import similar_to_json

    settings = replace(read_settings(environ), index_dir=index_dir)
    found = Searcher(LiveIndex(index_dir), custom=settings.custom_dir).similar(letter_id, limit)
    if found is None:
        raise click.ClickException(f"There is no letter {letter_id!r} in the index.")
    app = create_app(settings)
    with app.test_request_context("/"):
        if as_json:
            click.echo(json.dumps(similar_to_json(found), ensure_ascii=False, indent=2))
        else:
            click.echo("\n".join(_lines(found)))


def _lines(found: "SimilarLetters") -> Iterator[str]:
    from web.similar.present import reason

    if not found.hits:
        yield "No other letter shares a telling word with it."
    for number, hit in enumerate(found.hits, start=1):
        letter = hit.letter
        yield f"{number}. {printable(letter.title.text if letter.title else '(no title)')}"
        about = (letter.id, " ".join(letter.languages), letter.date or "no date", letter.genre)
        yield "   " + " · ".join(map(printable, about))
        yield "   " + reason(hit)
