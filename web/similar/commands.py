"""The command `letters similar`. Its words are the API's, so the application is made for it."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from corpus import gettext, printable
from index import index_option
from web.options import json_option
from web.speaking import command_settings

if TYPE_CHECKING:
    from search import Searcher
    from search.similar import SimilarLetters
    from web.present import Json


@click.command()
@click.argument("letter_id", metavar="ID")
@click.option(
    "--limit", default=10, show_default=True, type=click.IntRange(1, 100), help="How many letters."
)
@click.option(
    "--initiative",
    type=click.IntRange(min=1),
    help="Where else this initiative of the letter is, by its place from 1, instead.",
)
@json_option
@index_option
def similar(
    *, letter_id: str, limit: int, initiative: int | None, as_json: bool, index_dir: Path
) -> None:
    """List the letters most like one letter.

    Each with the telling words that both have; other versions of the letter are marked.
    With --initiative the letters that ask for the same as one initiative of it.
    """
    from index import LiveIndex
    from search import Searcher
    from web.app import create_app

    settings = command_settings(index_dir)
    searcher = Searcher(LiveIndex(index_dir), custom=settings.custom_dir)
    app = create_app(settings)
    with app.test_request_context("/"):
        if initiative is None:
            answer, lines = _letters(searcher, letter_id, limit)
        else:
            answer, lines = _initiatives(searcher, letter_id, initiative, limit)
        text = json.dumps(answer, ensure_ascii=False, indent=2) if as_json else "\n".join(lines)
        click.echo(text)


def _letters(searcher: "Searcher", letter_id: str, limit: int) -> tuple["Json", Iterable[str]]:
    from web.similar.present import similar_to_json
    from web.terminal import no_such_letter

    found = searcher.similar(letter_id, limit)
    if found is None:
        raise click.ClickException(no_such_letter(letter_id))
    return similar_to_json(found), _lines(found)


def _initiatives(
    searcher: "Searcher", letter_id: str, place: int, limit: int
) -> tuple["Json", Iterable[str]]:
    from web.recurring.lines import recurring_lines
    from web.recurring.present import recurrences_to_json

    found = searcher.recurrences(letter_id, place, limit)
    if found is None:
        raise click.ClickException(
            gettext(
                "There is no initiative %(place)s of “%(id)s” in the index.",
                place=place,
                id=printable(letter_id),
            )
        )
    return recurrences_to_json(found), recurring_lines(found)


def _lines(found: "SimilarLetters") -> Iterator[str]:
    from web.similar.present import reason
    from web.terminal import about_letter

    if not found.hits:
        yield gettext("No other letter shares a telling word with it.")
    for number, hit in enumerate(found.hits, start=1):
        letter = hit.letter
        title = letter.title.text if letter.title else gettext("(no title)")
        yield f"{number}. {printable(title)}"
        yield "   " + about_letter(letter)
        yield "   " + reason(hit)
