"""The command `letters explain`. Its words are the API's, so the application is made for it."""

import json
from pathlib import Path

import click

from corpus import later
from index import index_option
from web.options import json_option, synonyms_option
from web.speaking import command_settings


@click.command()
@click.argument("query")
@click.argument("letter_id", metavar="ID")
@synonyms_option(
    later("As the search did: with other names of the same thing, or only what was typed.")
)
@json_option
@index_option
def explain(*, query: str, letter_id: str, synonyms: bool, as_json: bool, index_dir: Path) -> None:
    """Explain why a letter has its score, in words and numbers.

    Says of each word of QUERY what it adds to the score of the letter ID, or why the query does
    not find the letter.

    \b
    letters explain 复工复产 2020-cec-resumption-of-work-proposal.zh
    """  # noqa: D301  # click reads \b as: keep the lines
    from index import LiveIndex
    from search import Searcher
    from web.app import create_app
    from web.explaining.lines import explanation_lines
    from web.explaining.present import explanation_to_json
    from web.terminal import no_such_letter

    settings = command_settings(index_dir)
    searcher = Searcher(LiveIndex(index_dir), custom=settings.custom_dir)
    found = searcher.explain(letter_id, query, synonyms=synonyms)
    if found is None:
        raise click.ClickException(no_such_letter(letter_id))
    app = create_app(settings)
    with app.test_request_context("/"):
        if as_json:
            record = explanation_to_json(found, synonyms=synonyms)
            click.echo(json.dumps(record, ensure_ascii=False, indent=2))
        else:
            click.echo("\n".join(explanation_lines(found)))
