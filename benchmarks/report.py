"""What was found, for people: tables in the terminal and charts for the README."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks.plots import Chart, to_svg
from benchmarks.queries import KINDS
from benchmarks.results import label

Record = Mapping[str, Any]


def engine_table(found: Record) -> Iterator[str]:
    """Milliseconds at the median and at 95% by class of query, and our time through theirs."""
    yield f"{'p50/p95 ms':20}" + "".join(f"{kind:>15}" for kind in (*KINDS, "all"))
    for name, engine in found["engines"].items():
        cells = [_cell(engine["kinds"].get(kind)) for kind in KINDS] + [_cell(engine["all"])]
        yield f"{name:20}" + "".join(f"{cell:>15}" for cell in cells)
    yield f"{'engine':20}{'cool p50/p95 ms':>18}{'first p50 ms':>15}{'build CPU s':>15}{'MB':>15}"
    for name, engine in found["engines"].items():
        every = engine["all"]
        cool = f"{every['cool_p50']:.3f}/{every['cool_p95']:.3f}"
        sizes = f"{engine['build_cpu_s']:15.1f}{engine['megabytes']:15.1f}"
        yield f"{name:20}{cool:>18}{every['first_p50']:15.3f}{sizes}"
    for rival, ratio in found["ratios"].items():
        phrase = ratio["kinds_p50"]["phrase"]
        yield (
            f"letters / {rival}: p50 {ratio['p50']}, p95 {ratio['p95']}, p50 of phrases {phrase}; "
            f"cool p50 {ratio['cool_p50']}, p95 {ratio['cool_p95']}"
        )
    for name, kinds in found["agreement"].items():
        shared = ", ".join(
            f"{kind} {both['best_shared']}"
            + (f" (totals {both['totals_equal']})" if "totals_equal" in both else "")
            for kind, both in kinds.items()
            if both
        )
        yield f"best ten shared with {name}: {shared}"


def plain_table(found: Record, indent: str = "") -> Iterator[str]:
    """Names and values, one a line."""
    for name, value in found.items():
        if isinstance(value, Mapping):
            yield f"{indent}{name}"
            yield from plain_table(value, indent + "  ")
        else:
            yield f"{indent}{name:24}{value}"


def write_chart(kind: str, record: Record, folder: Path) -> Path | None:
    """Draw the chart of one benchmark beside its record; None if there is nothing to compare."""
    chart = _CHARTS[kind](record) if kind in _CHARTS else None
    if chart is None:
        return None
    path = folder / f"{kind}-{label(record['found']['letters'])}.svg"
    path.write_text(to_svg(chart), "utf-8")
    return path


def _engine_chart(record: Record) -> Chart:
    engines = record["found"]["engines"]
    return Chart(
        title=f"Searching {record['found']['letters']:,} letters, milliseconds at the median",
        subtitle=f"same words, one thread, warm, logarithmic; {_circumstances(record)}",
        unit="ms",
        series=list(engines),
        groups={
            kind: [_median(engine, kind) for engine in engines.values()] for kind in (*KINDS, "all")
        },
    )


def _http_chart(record: Record) -> Chart:
    found = record["found"]
    one = {"all": found["one_client"], **found["kinds"]}
    return Chart(
        title=f"HTTP search over {found['letters']:,} letters, one client, milliseconds",
        subtitle=f"ten snippets, facets; asked by {found['client']}; {_circumstances(record)}",
        unit="ms",
        series=["median", "95%"],
        groups={kind: [times["p50_ms"], times["p95_ms"]] for kind, times in one.items()},
        logarithmic=False,
    )


_CHARTS = {"engine": _engine_chart, "http": _http_chart}


def _median(engine: Record, kind: str) -> float | None:
    summary = engine["all"] if kind == "all" else engine["kinds"].get(kind)
    return summary["p50"] if summary else None


def _cell(summary: Mapping[str, float] | None) -> str:
    return f"{summary['p50']:.3f}/{summary['p95']:.3f}" if summary else "-"


def _circumstances(record: Record) -> str:
    machine = record["machine"]
    return f"{machine['processor']}, {machine['cores']} cores, {record['date']}"
