"""The command line: judged sets in, a table of nDCG@10 out, beside other engines."""

import json
import zlib
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from statistics import fmean
from tempfile import TemporaryDirectory
from typing import Any

import click

from benchmarks.quality.rankers import RANKERS, Ranker
from search.evaluate import JudgedSet, load, per_query

RESULTS = Path(__file__).parents[1] / "results" / "quality.json"
Scores = Mapping[str, float]  # by the id of a query


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--sets", help="Names of judged sets, with commas.  [default: all in FOLDER]")
@click.option("--peers", default=",".join(RANKERS), show_default=True, help="With commas.")
@click.option("--most", type=int, help="Queries of each set that are asked.  [default: all]")
@click.option("--results", type=click.Path(path_type=Path), default=RESULTS, show_default=True)
def main(folder: Path, sets: str | None, peers: str, most: int | None, results: Path) -> None:
    """Score how well engines rank the judged sets of a folder.

    Constants of this project were learned on one half of the queries of each set, which its id
    decides, and are shown on both. Peers have none to learn; what RESULTS has of engines and sets
    that are not asked stays. Of sets whose queries are in the other language than the documents,
    this project's group of the other language is scored.
    """
    names = (
        sets.split(",") if sets else sorted(each.name for each in folder.iterdir() if each.is_dir())
    )
    found = {name: _score(folder / name, peers.split(","), most) for name in names}
    record = _record(found, peers.split(","), results)
    results.parent.mkdir(parents=True, exist_ok=True)
    results.write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", "utf-8")
    click.echo(f"wrote {results}", err=True)
    click.echo(table(record))


def _record(
    found: Mapping[str, dict[str, Any]], peers: Sequence[str], results: Path
) -> dict[str, Any]:
    """What was found, put over what was found before."""
    before = json.loads(results.read_text("utf-8")) if results.is_file() else {}
    sets = before.get("sets", {})
    asked = {*before.get("engines", {}), *peers}
    return {
        "date": f"{datetime.now(UTC):%Y-%m-%d}",
        "measure": "nDCG@10",
        "engines": {name: said for name, (said, _) in RANKERS.items() if name in asked},
        "sets": {name: sets.get(name, {}) | found.get(name, {}) for name in {**sets, **found}},
    }


def _score(folder: Path, peers: Sequence[str], most: int | None) -> dict[str, Any]:
    judged = load(folder)
    found: dict[str, Any] = {"docs": judged.docs, "queries": len(judged.queries)}
    asked = sorted(judged.queries, key=_shuffled)[:most]
    for name in peers:
        scores = _ask(judged, name, asked)
        found[name] = round(fmean(scores.values()), 4)
        if name == "letters":
            found["tuning"] = _mean(scores, half=0)
            found["confirming"] = _mean(scores, half=1)
        click.echo(f"{folder.name}: {name} {found[name]:.4f}", err=True)
    return found


def _ask(judged: JudgedSet, name: str, queries: Sequence[str]) -> Scores:
    with TemporaryDirectory(prefix="letters-quality-") as scratch:
        rank: Ranker = RANKERS[name][1](judged, Path(scratch))
        run = {
            query: {
                letter: -float(place) for place, letter in enumerate(rank(judged.queries[query]))
            }
            for query in queries
        }
    return per_query(judged.judged, run)


def _shuffled(query: str) -> int:
    """A number that has nothing to do with what a query asks."""
    return zlib.crc32(query.encode())


def _mean(scores: Scores, *, half: int) -> float | None:
    its = [score for query, score in scores.items() if _shuffled(query) % 2 == half]
    return round(fmean(its), 4) if its else None


def table(record: Mapping[str, Any]) -> str:
    """The results as a table of Markdown."""
    engines = list(record["engines"])
    columns = ["letters", "tuning", "confirming", *(name for name in engines if name != "letters")]
    lines = [f"| set | {' | '.join(columns)} |", "|---" * (len(columns) + 1) + "|"]
    for name, scores in record["sets"].items():
        values = [scores.get(column) for column in columns]
        shown = (f"{value:.4f}" if value is not None else "" for value in values)
        lines.append(f"| {name} | {' | '.join(shown)} |")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
