"""Where the time of searching goes, by class of query: `python -m benchmarks.profile_search`.

The engine alone by default, over one view as it races; with --whole the whole search over an index
of three views, snippets and facets too.
"""

import cProfile
import pstats
import shutil
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import click

from benchmarks.letters import Drafter, to_letter
from benchmarks.peers import OURS, Built, build_peers
from benchmarks.queries import KINDS, Query, draw_queries
from benchmarks.racing import percentile
from benchmarks.sources import open_source
from benchmarks.tokens import collect
from index import LiveIndex, build
from search import Request, Searcher

Step = Callable[[], object]
SECONDS = 3.0


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--size", default=10_000, show_default=True, help="Letters.")
@click.option("--source", type=click.Path(path_type=Path, exists=True), help="Judged sets.")
@click.option("--kind", "kinds", multiple=True, type=click.Choice(KINDS), help="[default: all]")
@click.option("--whole", is_flag=True, help="Parsing, snippets and facets too.")
@click.option("--rows", default=25, show_default=True, help="Functions to show.")
def main(size: int, source: Path | None, kinds: Sequence[str], *, whole: bool, rows: int) -> None:
    """Run the queries of some classes again and again and show what took how long."""
    drafter = Drafter(open_source(source))
    words = collect(drafter.drafts(size))
    queries = [query for query in draw_queries(words, drafter) if query.kind in (kinds or KINDS)]
    with TemporaryDirectory(prefix="letters-profile-") as scratch:
        place = Path(scratch) / "index"
        if whole:
            build(map(to_letter, drafter.drafts(size)), place)
            steps = _searches(place, queries)
        else:
            (ours,) = build_peers([OURS], words, place)
            assert isinstance(ours, Built)  # noqa: S101 - it needs nothing installed
            steps = [step for query in queries if (step := ours.peers[0].search(query))]
        _profile(steps, rows)
        shutil.rmtree(place)


def _searches(index_dir: Path, queries: Sequence[Query]) -> list[Step]:
    searcher = Searcher(LiveIndex(index_dir))
    return [partial(searcher.search, _to_request(query)) for query in queries]


def _to_request(query: Query) -> Request:
    narrowing = query.narrowing
    if narrowing is None:
        return Request(q=query.typed, translate=False)
    return Request(
        q=query.typed,
        translate=False,
        langs=(narrowing.language,),
        date_from=narrowing.first,
        date_to=narrowing.last,
    )


def _profile(steps: Sequence[Step], rows: int) -> None:
    times = [_milliseconds(step) for _ in range(3) for step in steps][2 * len(steps) :]
    half, most = percentile(times, 50), percentile(times, 95)
    click.echo(f"{len(steps)} queries, warm: p50 {half:.3f} ms, p95 {most:.3f} ms")
    profile = cProfile.Profile()
    end = perf_counter() + SECONDS
    while perf_counter() < end:
        for step in steps:
            profile.runcall(step)
    pstats.Stats(profile).sort_stats("tottime").print_stats(rows)


def _milliseconds(step: Step) -> float:
    begin = perf_counter()
    step()
    return 1000 * (perf_counter() - begin)


if __name__ == "__main__":
    main(prog_name="python -m benchmarks.profile_search")
