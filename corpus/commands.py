"""The commands of this room: `letters show`. Knows the command line, not how letters are read."""

import json
import os
from pathlib import Path

import click

from corpus.errors import CorpusError
from corpus.finding_pairs import find_pairs
from corpus.printing import printable
from corpus.read import find_file, read_found
from corpus.report import Part, to_report
from corpus.show import to_record


@click.command()
@click.argument("file_or_id", metavar="FILE_OR_ID")
@click.option("--json", "as_json", is_flag=True, help="Print JSON and nothing else.")
@click.option(
    "--letters-dir",
    envvar="LETTERS_DIR",
    default="corpus/letters",
    show_default=True,
    show_envvar=True,
    type=click.Path(path_type=Path),
    help="The folder of letters.",
)
def show(file_or_id: str, *, as_json: bool, letters_dir: Path) -> None:
    """Show what was understood of one letter.

    And from where: the line, or the file's front matter, which overrules what its words say. In
    colour on a terminal, unless NO_COLOR is set. The letter need not be indexed.

    FILE_OR_ID is the path of a file, or the id of a letter in the folder of letters: its path
    there without the suffix.
    """
    try:
        found = find_file(file_or_id, letters_dir)
        letters = read_found(found)
        letter = next((each for each in letters if each.id == file_or_id), letters[0])
        pairs = find_pairs(letter, letters_dir) if letters_dir.is_dir() else ()
    except CorpusError as error:
        raise click.ClickException(printable(str(error))) from error
    if as_json:
        click.echo(json.dumps(to_record(letter, pairs), ensure_ascii=False, indent=2))
    else:
        report = to_report(letter, pairs, _paint)
        click.echo(report, color=False if os.environ.get("NO_COLOR") else None)


def _paint(part: Part, words: str) -> str:
    return click.style(words, fg="cyan" if part == "number" else "green", bold=part == "label")
