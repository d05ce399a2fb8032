"""How many mistakes in titles are mended by the first suggestion, and how many right ones get one.

`python -m benchmarks.spelling --sets FOLDER` with judged sets in it (see `letters evaluate`).
Titles are sought whole and in pieces of 2 to 6 words or 4 to 10 characters, in three collections:
the documents that have them, the titles alone, and the documents of the other half, where what is
right is mostly new. Sets without titles are asked their queries, which are headings. Milliseconds
are of the processor.
"""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from statistics import quantiles
from tempfile import TemporaryDirectory
from time import thread_time
from typing import Any, Final

import click

from benchmarks.misspelling import CHINESE, ENGLISH, Kind, misspell
from corpus import Letter, LetterId, UnreadableLetter, read_text
from index import LiveIndex, build
from search import Searcher
from search.evaluate import UnusableSet, load

RESULTS: Final = Path(__file__).with_name("results") / "spelling.json"
ITEMS: Final = 500
SEED: Final = 20260203
SETS: Final[dict[str, tuple[Kind, ...]]] = {
    "csl-kw": CHINESE, "tidb-mixed": CHINESE, "cranfield": ENGLISH,
}  # fmt: skip
_UNITS: Final = re.compile(r"[A-Za-z0-9_.'-]+|\s+|.")
_ROW: Final = "{:11}{:14}{:8}{:>8}{:>8}{:>8}{:>9}{:>9}{:>9}{:>9}"
_HEAD: Final = ("set", "collection", "query", "items", "mended", "given", "p50 ms", "p95 ms",
                "right 50", "right 95")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Item:
    """A query as it is meant, and spelt wrong."""

    meant: str
    wrong: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """Shares of the items, from 0 to 1, and milliseconds for wrong and for right queries."""

    mended: float
    given: float
    wrong_ms: Sequence[float]
    right_ms: Sequence[float]


@click.command()
@click.option(
    "--sets",
    required=True,
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="The folder that has the judged sets as folders.",
)
@click.option("--items", default=ITEMS, show_default=True, help="Queries of each kind.")
@click.option("--results", type=click.Path(path_type=Path), default=RESULTS, show_default=True)
def main(sets: Path, items: int, results: Path) -> None:
    """Measure how well misspelt titles are mended."""
    click.echo(_ROW.format(*_HEAD))
    found: list[dict[str, Any]] = []
    for name, kinds in SETS.items():
        try:
            letters, titles = read_set(sets / name)
        except UnusableSet as error:
            raise click.ClickException(str(error)) from error
        for collection, held, asked in collections(letters, titles):
            for length, cut in (("whole", None), ("piece", piece)):
                drawn = draw(asked, kinds, cut, items)
                found.append(
                    {"set": name, "collection": collection, "query": length}
                    | to_record(drawn, ask(drawn, held))
                )
                click.echo(_ROW.format(*_shown(found[-1])))
    results.parent.mkdir(parents=True, exist_ok=True)
    record = {"date": f"{datetime.now(UTC):%Y-%m-%d}", "seed": SEED, "found": found}
    results.write_text(json.dumps(record, indent=1) + "\n", "utf-8")
    click.echo(f"wrote {results}", err=True)


def read_set(folder: Path) -> tuple[tuple[Letter, ...], list[str]]:
    """The documents as letters and their titles; without titles, the queries."""
    judged = load(folder)
    titles = [letter.title.text for letter in judged.letters if letter.title]
    return judged.letters, titles or list(judged.queries.values())


def collections(
    letters: Sequence[Letter], titles: Sequence[str]
) -> Iterator[tuple[str, Sequence[Letter], Sequence[str]]]:
    """Names of collections with their letters, and the titles that are sought there."""
    yield "documents", letters, titles
    yield "titles", tuple(_as_letters(titles)), titles
    if any(letter.title for letter in letters):
        new = [letter.title.text for letter in letters[1::2] if letter.title]
        yield "other half", letters[::2], new


def _as_letters(titles: Sequence[str]) -> Iterator[Letter]:
    for number, title in enumerate(titles):
        with suppress(UnreadableLetter):
            yield read_text(title, letter_id=LetterId(f"title-{number}"), source=str(number))


def piece(title: str, chance: Random) -> str:
    """Some words of an English title that follow each other, some characters of a Chinese one."""
    words, joint = title.split(), " "
    size = chance.randint(2, 6)
    if not title.isascii():
        words, joint = _UNITS.findall(title), ""
        size = chance.randint(4, 10)
    begin = chance.randrange(max(len(words) - size, 0) + 1)
    return joint.join(words[begin : begin + size]).strip()


def draw(
    titles: Sequence[str],
    kinds: Sequence[Kind],
    cut: Callable[[str, Random], str] | None,
    items: int,
) -> list[Item]:
    """Items by chance, the same each time."""
    chance = Random(SEED)
    drawn: list[Item] = []
    while len(drawn) < items:
        meant = chance.choice(titles).strip()
        if cut is not None:
            meant = cut(meant, chance)
        wrong = misspell(meant, chance.choice(kinds), chance)
        if wrong is not None:
            drawn.append(Item(meant, wrong))
    return drawn


def ask(items: Sequence[Item], letters: Sequence[Letter]) -> Outcome:
    """Ask for the items in a collection of these letters."""
    with TemporaryDirectory(prefix="letters-spelling-") as scratch:
        build(letters, Path(scratch))
        return measure(Searcher(LiveIndex(Path(scratch))), items)


def to_record(items: Sequence[Item], outcome: Outcome) -> dict[str, Any]:
    """What was found, as it is kept: shares in percent, times in milliseconds."""
    cuts = {
        name: quantiles(times, n=100)
        for name, times in (("wrong", outcome.wrong_ms), ("right", outcome.right_ms))
    }
    return {
        "items": len(items),
        "mended": round(100 * outcome.mended, 1),
        "given": round(100 * outcome.given, 1),
        **{
            f"{name}_p{cut}_ms": round(times[cut - 1], 3)
            for name, times in cuts.items()
            for cut in (50, 95)
        },
    }


def _shown(record: dict[str, Any]) -> Iterator[str]:
    for name, value in record.items():
        if name.endswith("ms"):
            yield f"{value:.3f}"
        else:
            yield f"{value}%" if name in ("mended", "given") else str(value)


def measure(searcher: Searcher, items: Sequence[Item]) -> Outcome:
    """Ask for each item spelt wrong and spelt right; queries are parsed before the clock starts."""
    collection = searcher.collection()

    def ask(text: str) -> tuple[str | None, float]:
        collection.prepare(text)
        begin = thread_time()
        found = collection.suggest(text)
        return (found[0].text if found else None), 1000 * (thread_time() - begin)

    right, wrong = [ask(one.meant) for one in items], [ask(one.wrong) for one in items]
    mended = sum(found == one.meant for (found, _), one in zip(wrong, items, strict=True))
    return Outcome(
        mended=mended / len(items),
        given=sum(found is not None for found, _ in right) / len(items),
        wrong_ms=[time for _, time in wrong],
        right_ms=[time for _, time in right],
    )


if __name__ == "__main__":
    main()
