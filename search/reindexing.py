"""`letters reindex`: the index's command, with golden queries that approve of the new index.

The command line is the index's; what golden queries are, search alone knows.
"""

from pathlib import Path
from typing import Any

import click

from index import commands, custom_or_default
from index.updating import Approve

_OPTIONS = (
    click.Option(
        ["--golden"],
        type=click.Path(path_type=Path, exists=True, dir_okay=False),
        metavar="FILE",
        help="Golden queries; an index that finds less is refused.  "
        "[default: golden.jsonl beside your own words.txt, if it is there]",
    ),
    click.Option(
        ["--tolerance"],
        type=click.FloatRange(0, 1),
        default=0.0,
        show_default=True,
        metavar="X",
        help="How much the mean nDCG@10 of the golden queries may fall.",
    ),
)


def _reindex(*, golden: Path | None, tolerance: float, **options: Any) -> None:
    custom = custom_or_default(options["custom_dir"], options["folder"])
    approve = _guard(golden or custom / "golden.jsonl", tolerance, custom)
    click.get_current_context().invoke(commands.reindex, **options, approve=approve)


reindex = click.Command(
    "reindex",
    callback=_reindex,
    params=[*commands.reindex.params, *_OPTIONS],
    help=commands.reindex.help,
)


def _guard(file: Path, tolerance: float, custom: Path) -> Approve | None:
    """What must approve of the index, if there are golden queries."""
    if not file.is_file():
        return None
    from search.golden import Guard, UnusableGolden, load_golden  # few reindex with them

    try:
        queries = load_golden(file)
    except UnusableGolden as error:
        raise click.ClickException(str(error)) from error
    return Guard(queries, tolerance, custom, say=lambda line: click.echo(line, err=True))
