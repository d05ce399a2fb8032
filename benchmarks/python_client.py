"""A client for machines without wrk: threads that ask in turns over connections that stay open."""

from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from itertools import cycle, islice
from math import inf
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
    return _summary(parts, perf_counter() - begin)


def ask_once(host: str, port: int, paths: Sequence[str]) -> dict[str, float]:
    """The same from one client that asks for each address once."""
    begin = perf_counter()
    return _summary([_ask_all(host, port, paths, end=inf)], perf_counter() - begin)


def _summary(parts: Sequence[tuple[list[float], int]], seconds: float) -> dict[str, float]:
    times = [time for taken, _ in parts for time in taken]
    return {
        "p50_ms": percentile(times, 50),
        "p95_ms": percentile(times, 95),
        "p99_ms": percentile(times, 99),
        "requests": len(times),
        "failed": sum(failed for _, failed in parts),
        "seconds": seconds,
    }


def _one(
    host: str, port: int, paths: Sequence[str], *, first: int, end: float
) -> tuple[list[float], int]:
    return _ask_all(host, port, islice(cycle(paths), first % len(paths), None), end=end)


def _ask_all(host: str, port: int, paths: Iterable[str], *, end: float) -> tuple[list[float], int]:
    connection = HTTPConnection(host, port, timeout=30)
    taken: list[float] = []
    failed = 0
    for path in paths:
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
