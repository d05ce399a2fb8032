"""The benchmark of growth: the same queries of rare words, over a collection and one of a tenth.

A word that is rare in the one has ten times the letters in the other, and is still rare.
"""

from collections.abc import Sequence
from contextlib import ExitStack
from typing import Any

from benchmarks import python_client
from benchmarks.commands import letters
from benchmarks.letters import Drafter
from benchmarks.queries import Query
from benchmarks.results import label
from benchmarks.scratch import Say, Scratch
from benchmarks.serving import HOST, figures, serving, to_path

TIMES = 10  # letters of the larger collection for each of the smaller one


def run(
    drafter: Drafter, queries: Sequence[Query], scratches: tuple[Scratch, Scratch], say: Say
) -> dict[str, Any]:
    """Serve both, the smaller first, and ask them in turns for each query of a rare word once."""
    paths = [to_path(query) for query in queries if query.kind == "rare"]
    with ExitStack() as servers:
        ports = []
        for scratch in scratches:
            scratch.write_letters(drafter, say)
            say(f"bringing the index of {scratch.size:,} letters up to date")
            letters(scratch, "reindex")
            ports.append(servers.enter_context(serving(scratch, workers=1))[0])
        say(f"asking {len(paths)} queries of both")
        python_client.ask_once(HOST, ports, [to_path(q) for q in queries if q.kind != "rare"])
        small, large = map(figures, python_client.ask_once(HOST, ports, paths))
    return {
        "letters": scratches[1].size,
        "queries": len(paths),
        f"rare_{label(scratches[0].size)}": small,
        f"rare_{label(scratches[1].size)}": large,
        "ratio_p50": round(large["p50_ms"] / small["p50_ms"], 2),
        "ratio_p95": round(large["p95_ms"] / small["p95_ms"], 2),
    }
