"""The commands of this room: `letters evaluate`."""

import json
from collections.abc import Iterable
from pathlib import Path

import click

from corpus import columns, gettext, later, printable
from search.evaluate import Evaluation, UnusableSet
from search.evaluate import evaluate as evaluate_set

# The heads of the table, each with the columns of the terminal that it takes.
_TABLE = (
    (later("set"), 16),
    (later("docs"), 8),
    (later("queries"), 9),
    ("nDCG@10", 9),
    ("R@10", 8),
    ("RR@10", 8),
    (later("p50 ms"), 9),
    (later("p95 ms"), 9),
)


@click.command()
@click.argument("folders", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print JSON, one object a set.")
@click.option(
    "--other-language",
    is_flag=True,
    help="Score what is found in the other language instead of the main ranking.",
)
def evaluate(folders: tuple[Path, ...], *, as_json: bool, other_language: bool) -> None:
    """Score how well judged sets are ranked.

    A set is a folder of docs.jsonl {id, title, text}, queries.jsonl {id, text} and qrels.jsonl
    {qid, did, rel}. Milliseconds are those of the clock from a query to the ids of its ten best
    letters; each is asked once. Needs the extra `evaluation`, for ir-measures.
    """
    if not as_json:
        click.echo(_line(gettext(head) for head, _ in _TABLE))
    for folder in folders:
        try:
            scored = evaluate_set(folder, other_language=other_language)
        except UnusableSet as error:
            raise click.ClickException(str(error)) from error
        click.echo(json.dumps(to_record(scored)) if as_json else _row(scored))


def to_record(scored: Evaluation) -> dict[str, str | int | float]:
    """The JSON of one evaluation, as `letters evaluate --json` prints it."""
    return {
        "set": scored.name,
        "docs": scored.docs,
        "queries": scored.queries,
        **{name: round(value, 4) for name, value in scored.measures.items()},
        "p50_ms": round(scored.p50_ms, 3),
        "p95_ms": round(scored.p95_ms, 3),
    }


def _row(scored: Evaluation) -> str:
    measures = (f"{value:.4f}" for value in scored.measures.values())
    times = (f"{ms:.2f}" for ms in (scored.p50_ms, scored.p95_ms))
    return _line([printable(scored.name), str(scored.docs), str(scored.queries), *measures, *times])


def _line(cells: Iterable[str]) -> str:
    """A line of the table: the set's name on the left, numbers on the right of their columns."""
    name, *numbers = (
        (cell, " " * (width - columns(cell)))
        for cell, (_, width) in zip(cells, _TABLE, strict=True)
    )
    return "".join(name) + "".join(blank + cell for cell, blank in numbers)
