"""A fresh process: how long it takes to open an index and to answer the first query.

Run as `python -m benchmarks.fresh INDEX QUERY`; prints one line of JSON, in milliseconds.
"""

import json
import sys
from pathlib import Path
from time import perf_counter

BEGIN = perf_counter()


def measure(index_dir: Path, query: str) -> dict[str, float]:
    """Import, open, ask once and once more."""
    from index import LiveIndex
    from search import Request, Searcher

    marks = [BEGIN, perf_counter()]
    searcher = Searcher(LiveIndex(index_dir))
    searcher.collection()
    marks.append(perf_counter())
    for _ in range(2):
        searcher.search(Request(q=query, translate=False))
        marks.append(perf_counter())
    names = ("import_ms", "open_ms", "first_query_ms", "second_query_ms")
    return {
        name: round(1000 * (after - before), 2)
        for name, before, after in zip(names, marks, marks[1:], strict=False)
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure(Path(sys.argv[1]), sys.argv[2])) + "\n")
