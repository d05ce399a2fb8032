"""A client for machines without wrk: threads that ask in turns over connections that stay open."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from itertools import cycle, islice
from time import perf_counter

from benchmarks.racing import percentile


def ask(
    host: str, port: int, paths: Sequence[str], *, clients: int, seconds: float
) -> dict[str, float]:
    """Milliseconds and counts as wrk's script gives them."""
    begin = perf_counter()
    with ThreadPoolExecutor(clients) as pool:
        parts = list(
            pool.map(
                lambda first: _one(host, port, paths, first=first * 37, end=begin + seconds),
                range(clients),
            )
        )
    times = [time for taken, _ in parts for time in taken]
    return {
        "p50_ms": percentile(times, 50),
        "p95_ms": percentile(times, 95),
        "p99_ms": percentile(times, 99),
        "requests": len(times),
        "failed": sum(failed for _, failed in parts),
        "seconds": perf_counter() - begin,
    }


def _one(
    host: str, port: int, paths: Sequence[str], *, first: int, end: float
) -> tuple[list[float], int]:
    connection = HTTPConnection(host, port, timeout=30)
    taken: list[float] = []
    failed = 0
    for path in islice(cycle(paths), first % len(paths), None):
        begin = perf_counter()
        if begin > end and taken:
            break
        connection.request("GET", path)
        answer = connection.getresponse()
        answer.read()
        taken.append(1000 * (perf_counter() - begin))
        failed += answer.status != 200
    connection.close()
    return taken, failed
