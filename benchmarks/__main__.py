"""The command line of the benchmarks: `python -m benchmarks --help`."""

import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from random import Random
from typing import Any

import click

from benchmarks import building, engine, growing, report, results, serving
from benchmarks.commands import CommandFailed
from benchmarks.letters import SEED, Drafter
from benchmarks.peers import PEERS
from benchmarks.queries import Query, TooFewLetters, draw_queries
from benchmarks.scratch import ROOT, Scratch
from benchmarks.sources import NoSource, open_source
from benchmarks.tokens import Words, collect

LEAST = 500  # letters; with fewer there are not enough queries to draw
ASKED_ONCE = 100  # queries of each class, beside those that are asked again and again
SAMPLE = 100_000  # letters from which queries are drawn, so that larger collections have the same


class Size(click.ParamType[int]):
    """A number of letters: 1k, 10k, 100k, 1m or any other."""

    name = "size"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Read a size, of at least LEAST."""
        text = str(value).lower()
        factor = {"k": 1_000, "m": 1_000_000}.get(text[-1:], 1)
        digits = text if factor == 1 else text[:-1]
        if not digits.isdecimal() or int(digits) * factor < LEAST:
            self.fail(f"{value!r} is not a size of {LEAST} or more, such as 10k or 1m", param, ctx)
        return int(digits) * factor


class Peers(click.ParamType[Sequence[str]]):
    """Names of engines with commas between."""

    name = "peers"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Sequence[str]:
        """Read names, all of them known."""
        names = tuple(str(value).split(","))
        if unknown := set(names) - set(PEERS):
            self.fail(f"no such engine: {', '.join(sorted(unknown))}", param, ctx)
        return names


@dataclass(kw_only=True)
class Session:
    """One run of the command: a collection, its queries, and where everything goes."""

    drafter: Drafter
    size: int
    results: Path
    scratch: Scratch

    @cached_property
    def sample(self) -> Words:
        """The letters that queries are drawn from."""
        size = min(self.size, SAMPLE)
        say(f"analysing {size:,} letters")
        return collect(self.drafter.drafts(size))

    @cached_property
    def queries(self) -> list[Query]:
        """The same for every benchmark."""
        return draw_queries(self.sample, self.drafter)

    def run(self, what: str, names: Sequence[str]) -> None:
        """Do what was asked for."""
        if what == "letters":
            self.scratch.write_letters(self.drafter, say)
            click.echo(self.scratch.letters)
        if what in ("all", "engine"):
            self.engine(names)
        if what in ("all", "build"):
            self.build()
        if what in ("all", "http"):
            self.http()
        if what == "growth":
            self.growth()

    def engine(self, names: Sequence[str]) -> None:
        """Race engines over the same words."""
        words = self.sample
        if len(words) < self.size:
            say(f"analysing {self.size:,} letters")
            words = collect(self.drafter.drafts(self.size))
        place = self.scratch.engines
        found = engine.run(words, self.queries, names=names, scratch=place, say=say)
        shutil.rmtree(place)
        self._keep("engine", found)
        _print(report.engine_table(found))

    def build(self) -> None:
        """Measure indexing."""
        found = building.run(self.drafter, self.queries, self.scratch, say)
        self._keep("build", found)
        _print(report.plain_table(found))

    @property
    def others(self) -> list[Query]:
        """Queries that are asked once."""
        others = draw_queries(self.sample, self.drafter, each=ASKED_ONCE, seed=2)
        Random(2).shuffle(others)
        return others

    def http(self) -> None:
        """Measure the server."""
        found = serving.run(self.drafter, self.queries, self.scratch, say, others=self.others)
        self._keep("http", found)
        _print(report.plain_table(found))

    def growth(self) -> None:
        """Measure what a collection costs that is ten times larger."""
        smaller = _scratch(self.size // growing.TIMES)
        found = growing.run(self.drafter, self.others, (smaller, self.scratch), say)
        self._keep("growth", found)
        _print(report.plain_table(found))

    def _keep(self, kind: str, found: dict[str, Any]) -> None:
        path, record = results.write(kind, found, self.drafter.source_name, self.results)
        chart = report.write_chart(kind, record, self.results)
        say(f"wrote {path}" + (f" and {chart}" if chart else ""))


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("what", type=click.Choice(["all", "engine", "build", "http", "growth", "letters"]))
@click.option("--size", type=Size(), default="10k", show_default=True, help="Letters.")
@click.option(
    "--source",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="A folder of judged sets to take sentences from.  [default: the shipped letters]",
)
@click.option("--seed", type=int, default=SEED, show_default=True, help="Of the letters.")
@click.option(
    "--peers", type=Peers(), default=",".join(PEERS), show_default=True, help="Engines that race."
)
@click.option(
    "--results",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=results.FOLDER,
    help="Where results are written.  [default: benchmarks/results]",
)
def main(  # one parameter an option
    *, what: str, size: int, source: Path | None, seed: int, peers: Sequence[str], folder: Path
) -> None:
    """Measure how fast letters are indexed and searched, beside other engines.

    `engine` races engines over the same words, `build` measures indexing, `http` the server, `all`
    does all three. `growth` asks queries of rare words of this collection and of one of a tenth of
    its size; `letters` only writes the letters, for other uses.
    """
    try:
        drafter = Drafter(open_source(source), seed=seed)
        session = Session(drafter=drafter, size=size, results=folder, scratch=_scratch(size))
        session.run(what, peers)
    except (NoSource, TooFewLetters, CommandFailed) as error:
        raise click.ClickException(str(error)) from error


def _scratch(size: int) -> Scratch:
    scratch = Scratch(ROOT / results.label(size), size)
    scratch.root.mkdir(parents=True, exist_ok=True)
    return scratch


def say(line: str) -> None:
    """Progress goes to stderr."""
    click.echo(line, err=True)


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line)


if __name__ == "__main__":
    main(prog_name="python -m benchmarks")
