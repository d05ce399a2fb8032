"""The README's tables of figures, made of what the benchmarks wrote: nothing in them is typed."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

RESULTS = Path(__file__).parents[2] / "benchmarks" / "results"


def speed(folder: Path = RESULTS) -> str:
    """Searching beside other engines, the server, and building."""
    engine, http, build = (_record(folder, f"{kind}-100k") for kind in ("engine", "http", "build"))
    parts = [_engine(engine), _http(http), _growth(_record(folder, "growth-1m")), _build(build)]
    return "\n\n".join("\n".join(part) for part in parts)


def _record(folder: Path, name: str) -> dict[str, Any]:
    record: dict[str, Any] = json.loads((folder / f"{name}.json").read_text("utf-8"))
    return record


def _measured(record: dict[str, Any]) -> str:
    machine = record["machine"]
    return f"{machine['cores']} cores of {machine['processor']}, {record['date']}"


def _engine(record: dict[str, Any]) -> Iterator[str]:
    found = record["found"]
    kinds = list(next(iter(found["engines"].values()))["kinds"])
    yield (
        f"Milliseconds at the median / at 95%, {found['letters']:,} letters of "
        f"{found['text_megabytes']:.0f} MB, the same words in each engine, one thread, from the "
        "words of a query to the numbers of the best ten letters. Engines take turns at every "
        "query; each searches twice in a row, and the second time counts. “After another” is the "
        "first time, when the processor's caches hold what the engine before it left "
        f"({_measured(record)}):"
    )
    yield ""
    yield from _row("engine", *kinds, "all", "after another", "build, CPU s", "MB")
    yield "|---" * (len(kinds) + 5) + "|"
    for name, engine in found["engines"].items():
        cells = [_times(engine["kinds"].get(kind)) for kind in kinds]
        sizes = (f"{engine['build_cpu_s']:.0f}", f"{engine['megabytes']:.0f}")
        every = engine["all"]
        cool = f"{every['cool_p50']:.2f} / {every['cool_p95']:.2f}"
        yield from _row(name, *cells, _times(every), cool, *sizes)


def _http(record: dict[str, Any]) -> Iterator[str]:
    found = record["found"]
    many = found["16_clients"]["requests_a_second"]
    yield (
        f"The server over the same letters: three views, ten marked results, all facets, "
        f"{found['answer_kilobytes']:.0f} KB an answer, {found['workers']} workers, asked by "
        f"{found['client']} on the same cores. The same {found['queries']} "
        "queries come again and again, so that most answers are kept ones; those of the last "
        "column are asked once each. "
        f"{many:,.0f} requests a second with 16 clients, "
        f"{found['private_megabytes']} MB of private memory in {found['processes']} processes "
        f"({_measured(record)}):"
    )
    yield ""
    yield from _row("one client", *found["kinds"], "all", "each asked once")
    yield "|---" * (len(found["kinds"]) + 3) + "|"
    for name, key in (("median, ms", "p50_ms"), ("95%, ms", "p95_ms")):
        times = [*found["kinds"].values(), found["one_client"], found["asked_once"]]
        yield from _row(name, *(f"{one[key]:.1f}" for one in times))


def _growth(record: dict[str, Any]) -> Iterator[str]:
    found = record["found"]
    before, after = found["rare_100k"]["p50_ms"], found["rare_1m"]["p50_ms"]
    yield (
        f"Queries of rare words, {found['queries']} of them asked once each, take "
        f"{found['ratio_p50']} times as long over {found['letters']:,} letters as over a tenth of "
        f"them: {after:.0f} ms at the median where they take {before:.0f} ({_measured(record)})."
    )


def _build(record: dict[str, Any]) -> Iterator[str]:
    yield f"Building and changing an index of these letters ({_measured(record)}):"
    yield ""
    yield from _row("what", "measured")
    yield "|---|---|"
    for name, show in _BUILD:
        yield from _row(name, show(record["found"]))


_BUILD: Any = (
    ("index alone, letters a second a core", lambda f: f"{f['index_alone']['letters_a_second']:,}"),
    ("from files to live, s", lambda f: f"{f['from_files']['seconds']:.0f}"),
    ("peak memory of all processes, MB", lambda f: f"{f['from_files']['peak_megabytes']:,}"),
    ("size, of the text's", lambda f: f"{f['from_files']['share_of_text']:.2f}"),
    (
        "one letter changed: visible once its path is known, s",
        lambda f: f"{f['one_letter_changed']['path_known_s']:.2f}",
    ),
    (
        "one letter changed: `letters reindex`, s",
        lambda f: f"{f['one_letter_changed']['as_command_s']:.2f}",
    ),
    ("open in a fresh process, ms", lambda f: f"{f['fresh_process']['open_ms']:.0f}"),
    ("its first query, ms", lambda f: f"{f['fresh_process']['first_query_ms']:.0f}"),
    ("`letters search` from the shell, s", lambda f: f"{f['shell_search_s']:.2f}"),
)


def _times(summary: dict[str, float] | None) -> str:
    return f"{summary['p50']:.2f} / {summary['p95']:.2f}" if summary else "-"


def _row(*cells: str) -> Iterator[str]:
    yield f"| {' | '.join(cells)} |"
