"""The benchmark of engines: the same words, the same queries, one thread, everything warm."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.peers import OURS, WHOOSH, Built, Peer, build_peers
from benchmarks.queries import KINDS, Kind, Query
from benchmarks.racing import Times, percentile, race
from benchmarks.scratch import Say
from benchmarks.tokens import Words

RIVALS = ("tantivy", "tantivy, no totals", WHOOSH)


def run(
    words: Words, queries: Sequence[Query], *, names: Sequence[str], scratch: Path, say: Say
) -> dict[str, Any]:
    """Build every engine over the words and race them; the record for the results."""
    built, missing = _build(names, words, scratch, say)
    peers = [peer for each in built for peer in each.peers]
    searches = {peer.name: [peer.prepare(query) for query in queries] for peer in peers}
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
    """Milliseconds at the median and at 95%, warm, and the median of the first round."""
    asked = list(queries)
    warm = times.of(asked)
    if not warm:
        return None
    first = [times.first[query] for query in asked if query in times.first]
    return {
        "p50": round(percentile(warm, 50), 4),
        "p95": round(percentile(warm, 95), 4),
        "first_p50": round(percentile(first, 50), 4),
    }


def _numbers(queries: Sequence[Query], kind: Kind) -> list[int]:
    return [number for number, query in enumerate(queries) if query.kind == kind]


def _ratios(queries: Sequence[Query], times: Mapping[str, Times]) -> dict[str, Any]:
    """Our time through theirs, over the queries that both answer; below 1 is faster."""
    if OURS not in times:
        return {}
    return {
        rival: {
            "p50": _ratio(times[OURS], times[rival], range(len(queries)), 50),
            "p95": _ratio(times[OURS], times[rival], range(len(queries)), 95),
            "kinds_p50": {
                kind: _ratio(times[OURS], times[rival], _numbers(queries, kind), 50)
                for kind in KINDS
            },
        }
        for rival in RIVALS
        if rival in times
    }


def _ratio(ours: Times, theirs: Times, queries: Iterable[int], share: float) -> float | None:
    both = [query for query in queries if query in ours.warm and query in theirs.warm]
    if not both:
        return None
    return round(percentile(ours.of(both), share) / percentile(theirs.of(both), share), 3)


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
        mine, theirs = ours.prepare(query), other.prepare(query)
        if query.kind != kind or mine is None or theirs is None:
            continue
        one, two = ours.read(mine()), other.read(theirs())
        most = max(len(one.best), len(two.best), 1)
        shared.append(len(set(one.best) & set(two.best)) / most if one.best or two.best else 1.0)
        if two.total is not None:
            equal.append(one.total == two.total)
    if not shared:
        return None
    found = {"best_shared": round(sum(shared) / len(shared), 3)}
    return found | ({"totals_equal": round(sum(equal) / len(equal), 3)} if equal else {})
