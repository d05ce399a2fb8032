"""The benchmark of engines: the same words, the same queries, one thread, everything warm.

A search is timed from the words of a query to the numbers of the best letters.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.peers import OURS, WHOOSH, Built, Peer, build_peers
from benchmarks.queries import KINDS, Kind, Query
from benchmarks.racing import Times, percentile, race, times_of
from benchmarks.scratch import Say
from benchmarks.tokens import Words

RIVALS = ("tantivy", "tantivy, no totals", WHOOSH)


def run(
    words: Words, queries: Sequence[Query], *, names: Sequence[str], scratch: Path, say: Say
) -> dict[str, Any]:
    """Build every engine over the words and race them; the record for the results."""
    built, missing = _build(names, words, scratch, say)
    peers = [peer for each in built for peer in each.peers]
    searches = {peer.name: [peer.search(query) for query in queries] for peer in peers}
    say(f"racing {', '.join(searches)} with {len(queries)} queries")
    times = race(searches)
    return {
        "letters": len(words),
        "text_megabytes": round(words.bytes / 1e6, 1),
        "tokens": len(words.term),
        "vocabulary": len(words.vocabulary),
        "engines": {
            peer.name: _describe(peer, each, queries, times[peer.name])
            for each in built
            for peer in each.peers
        },
        "missing": missing,
        "ratios": _ratios(queries, times),
        "agreement": _agreement(peers, queries),
    }


def _build(
    names: Sequence[str], words: Words, scratch: Path, say: Say
) -> tuple[list[Built], dict[str, str]]:
    built, missing = [], {}
    for each in build_peers(names, words, scratch):
        if isinstance(each, Built):
            say(f"built {each.peers[0].name} in {each.cpu_seconds:.1f} s of CPU time")
            built.append(each)
        else:
            say(f"left out {each.name}: {each.why}")
            missing[each.name] = each.why
    return built, missing


def _describe(peer: Peer, built: Built, queries: Sequence[Query], times: Times) -> dict[str, Any]:
    kinds = {kind: _summary(times, _numbers(queries, kind)) for kind in KINDS}
    return {
        "version": peer.version,
        "note": peer.note,
        "build_cpu_s": round(built.cpu_seconds, 2),
        "megabytes": round(built.bytes / 1e6, 1),
        "all": _summary(times, range(len(queries))),
        "kinds": {kind: summary for kind, summary in kinds.items() if summary},
    }


def _summary(times: Times, queries: Iterable[int]) -> dict[str, float] | None:
    """Milliseconds at the median and at 95%: warm, right after other engines, and at first."""
    asked = list(queries)
    warm, cool, first = (times_of(each, asked) for each in (times.warm, times.cool, times.first))
    if not warm:
        return None
    return {
        "p50": round(percentile(warm, 50), 4),
        "p95": round(percentile(warm, 95), 4),
        "cool_p50": round(percentile(cool, 50), 4),
        "cool_p95": round(percentile(cool, 95), 4),
        "first_p50": round(percentile(first, 50), 4),
    }


def _numbers(queries: Sequence[Query], kind: Kind) -> list[int]:
    return [number for number, query in enumerate(queries) if query.kind == kind]


def _ratios(queries: Sequence[Query], times: Mapping[str, Times]) -> dict[str, Any]:
    """Our time through theirs, over the queries that both answer; below 1 is faster."""
    if OURS not in times:
        return {}
    return {
        rival: _ratios_to(times[OURS], times[rival], queries) for rival in RIVALS if rival in times
    }


def _ratios_to(ours: Times, theirs: Times, queries: Sequence[Query]) -> dict[str, Any]:
    every = range(len(queries))
    return {
        "p50": _ratio(ours.warm, theirs.warm, every, 50),
        "p95": _ratio(ours.warm, theirs.warm, every, 95),
        "cool_p50": _ratio(ours.cool, theirs.cool, every, 50),
        "cool_p95": _ratio(ours.cool, theirs.cool, every, 95),
        "kinds_p50": {
            kind: _ratio(ours.warm, theirs.warm, _numbers(queries, kind), 50) for kind in KINDS
        },
    }


def _ratio(
    ours: Mapping[int, float], theirs: Mapping[int, float], queries: Iterable[int], share: float
) -> float | None:
    both = [query for query in queries if query in ours and query in theirs]
    if not both:
        return None
    mine, others = (percentile(times_of(times, both), share) for times in (ours, theirs))
    return round(mine / others, 3)


def _agreement(peers: Sequence[Peer], queries: Sequence[Query]) -> dict[str, Any]:
    """How much of our best ten letters others have among theirs, and how often totals are equal."""
    ours = next((peer for peer in peers if peer.name == OURS), None)
    if ours is None:
        return {}
    return {
        peer.name: {kind: _compare(ours, peer, queries, kind) for kind in KINDS}
        for peer in peers
        if peer is not ours
    }


def _compare(
    ours: Peer, other: Peer, queries: Sequence[Query], kind: Kind
) -> dict[str, float] | None:
    shared, equal = [], []
    for query in queries:
        mine, theirs = ours.search(query), other.search(query)
        if query.kind != kind or mine is None or theirs is None:
            continue
        one, two = mine(), theirs()
        most = max(len(one.best), len(two.best), 1)
        shared.append(len(set(one.best) & set(two.best)) / most if one.best or two.best else 1.0)
        if two.total is not None:
            equal.append(one.total == two.total)
    if not shared:
        return None
    found = {"best_shared": round(sum(shared) / len(shared), 3)}
    return found | ({"totals_equal": round(sum(equal) / len(equal), 3)} if equal else {})
