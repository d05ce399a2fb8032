"""What the boosts of titles and initiatives give: `python -m benchmarks.boosts FOLDER`.

FOLDER has letters and a `gold.jsonl` with their titles and initiatives, marked by hand (see
`benchmarks.understanding`). Titles and heads of initiatives are sought, whole and in pieces, among
these letters and generated ones; the golden queries of the project among the shipped letters.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from random import Random
from statistics import fmean
from tempfile import TemporaryDirectory
from typing import Any, Final

import click

from benchmarks.letters import Drafter, to_letter
from benchmarks.sources import SHIPPED, open_source
from benchmarks.spelling import piece
from corpus import Letter, LetterId, UnreadableLetter, read_letters
from index import FIELDS, LiveIndex, build
from search import Request, Searcher, plan
from search.collection import Collection
from search.golden import load_golden, ndcg
from search.ranked import rank

ROOT: Final = Path(__file__).parents[1]
OTHERS: Final = 1_000  # generated letters, of the sentences of the shipped ones
PIECES: Final = 4  # of each title and head
SEED: Final = 20260203
TOP: Final = 10
TITLE: Final = (0.0, 0.2, 0.35, 0.5, 1.0)
INITIATIVE: Final = (0.0, 0.05, 0.1, 0.2, 0.35, 1.0)

Boosts = Mapping[str, float]
Sought = tuple[str, Mapping[str, int]]  # a query, and the grades of the letters it should find
BOOSTS: Final[Boosts] = {field.name: field.boost for field in FIELDS}


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--others", default=OTHERS, show_default=True, help="Generated letters beside them.")
def main(folder: Path, others: int) -> None:
    """Measure what the boosts of titles and initiatives give, as nDCG@10."""
    with TemporaryDirectory(prefix="letters-boosts-") as scratch:
        shipped, marked = Path(scratch) / "shipped", Path(scratch) / "marked"
        build(_shipped(), shipped)
        build(_collection(folder, others), marked)
        kinds = {"golden": (_open(shipped), _golden())}
        kinds |= {name: (_open(marked), asked) for name, asked in _queries(folder).items()}
        click.echo("".join(f"{name:>15}" for name in ("title", "initiative", *kinds)))
        for boosts in _choices():
            scores = [score(collection, asked, boosts) for collection, asked in kinds.values()]
            values = (boosts["title"], boosts["initiative"], *scores)
            click.echo("".join(f"{value:15.4f}" for value in values))


def score(collection: Collection, asked: Sequence[Sought], boosts: Boosts) -> float:
    """The mean nDCG@10 of queries, with other boosts than the project's."""
    return fmean(ndcg(_best(collection, query, boosts), wanted) for query, wanted in asked)


def boosted(wanted: plan.Plan, boosts: Boosts) -> plan.Plan:
    """The plan as it would be, had the fields these boosts."""
    return replace(wanted, scores=tuple(_boosted(term, boosts) for term in wanted.scores))


def _boosted(term: plan.Score, boosts: Boosts) -> plan.Score:
    if not isinstance(term, plan.ScoreTerm) or not BOOSTS[term.column.field]:
        return term
    share = boosts[term.column.field] / BOOSTS[term.column.field]
    return term._replace(weight=share * term.weight)


def _best(collection: Collection, query: str, boosts: Boosts) -> list[LetterId]:
    prepared = collection.prepare(query)
    prepared = replace(prepared, plan=boosted(prepared.plan, boosts))
    found = rank(collection, prepared, Request(q=query, facets=()))
    return [collection.snapshot.id(number) for number in found.numbers[:TOP].tolist()]


def _choices() -> Iterator[Boosts]:
    """One boost after the other, the others as they are."""
    yield from ({**BOOSTS, "title": boost} for boost in TITLE)
    yield from ({**BOOSTS, "initiative": boost} for boost in INITIATIVE)


def _open(place: Path) -> Collection:
    return Searcher(LiveIndex(place)).collection()


def _collection(folder: Path, others: int) -> Iterator[Letter]:
    for row in _rows(folder):
        try:
            yield from read_letters(folder / row["file"], folder)
        except UnreadableLetter as error:
            raise click.ClickException(str(error)) from error
    yield from map(to_letter, Drafter(open_source()).drafts(others))


def _shipped() -> Iterator[Letter]:
    for path in sorted(SHIPPED.iterdir()):
        if path.is_file():
            yield from read_letters(path, SHIPPED)


def _golden() -> list[Sought]:
    queries = load_golden(ROOT / "tests" / "golden" / "shipped.jsonl")
    return [(one.q, one.relevant) for one in queries if not one.other_language]


def _queries(folder: Path) -> dict[str, list[Sought]]:
    """Titles and heads of the letters that are not shipped: generated ones have those's words."""
    shipped = {path.read_bytes() for path in SHIPPED.iterdir() if path.is_file()}
    rows = [row for row in _rows(folder) if (folder / row["file"]).read_bytes() not in shipped]
    heads = [(i["head"], _id(row)) for row in rows for i in row["items"] if i["head"]]
    titles = [(row["title"]["text"], _id(row)) for row in rows if row["title"]]
    chance = Random(SEED)
    return {
        "heads": _sought(heads, [str]),
        "their pieces": _sought(heads, [partial(_piece, chance=chance)] * PIECES),
        "titles": _sought(titles, [str]),
        "title pieces": _sought(titles, [partial(_piece, chance=chance)] * PIECES),
    }


def _piece(text: str, *, chance: Random) -> str:
    return piece(text, chance)


def _sought(texts: Sequence[tuple[str, str]], cuts: Sequence[Callable[[str], str]]) -> list[Sought]:
    return [(cut(text), {letter_id: 1}) for text, letter_id in texts for cut in cuts]


def _id(row: Mapping[str, Any]) -> str:
    return str(Path(row["file"]).with_suffix(""))


def _rows(folder: Path) -> list[dict[str, Any]]:
    lines = (folder / "gold.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


if __name__ == "__main__":
    main()
