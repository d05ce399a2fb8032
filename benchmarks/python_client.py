"""A client for machines without wrk: threads that ask in turns over connections that stay open."""

from collections.abc import Iterable, Sequence
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
    return _summary(parts, perf_counter() - begin)


def ask_once(host: str, ports: Sequence[int], paths: Sequence[str]) -> list[dict[str, float]]:
    """The same of each server, from one client that asks them in turns for each address once."""
    connections = [HTTPConnection(host, port, timeout=30) for port in ports]
    turns = [[_ask(connection, path) for connection in connections] for path in paths]
    for connection in connections:
        connection.close()
    return [_of_one_client(list(answers)) for answers in zip(*turns, strict=True)]


def _of_one_client(answers: Sequence[tuple[float, bool]]) -> dict[str, float]:
    times = [milliseconds for milliseconds, _ in answers]
    failed = sum(not is_sound for _, is_sound in answers)
    return _summary([(times, failed)], sum(times) / 1000)


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
        if perf_counter() > end and taken:
            break
        milliseconds, is_sound = _ask(connection, path)
        taken.append(milliseconds)
        failed += not is_sound
    connection.close()
    return taken, failed


def _ask(connection: HTTPConnection, path: str) -> tuple[float, bool]:
    """Milliseconds until all of the answer is here, and whether it is what was wanted."""
    begin = perf_counter()
    connection.request("GET", path)
    answer = connection.getresponse()
    answer.read()
    return 1000 * (perf_counter() - begin), answer.status == 200
