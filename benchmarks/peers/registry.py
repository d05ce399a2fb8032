"""Which engines there are, and the building of their indexes."""

import importlib
import importlib.util
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage

from benchmarks.peers.peer import Built
from benchmarks.tokens import Words

OURS, WHOOSH = "letters", "whoosh"


@dataclass(frozen=True, slots=True)
class Candidate:
    """The module of an engine here, and the package it needs with how to get it."""

    module: str
    needs: str
    install: str


_GROUP = "make bench installs it"
PEERS: Mapping[str, Candidate] = {
    OURS: Candidate("embedded", "search", ""),
    "tantivy": Candidate("tantivy_rust", "tantivy", _GROUP),
    WHOOSH: Candidate("stock_whoosh", "whoosh", ""),
    "fts5": Candidate("sqlite_fts5", "sqlite3", ""),
    "bm25s": Candidate("bm25s_scipy", "bm25s", _GROUP),
    "xapian": Candidate(
        "xapian_bindings",
        "xapian",
        "its bindings are a package of the system, for the system's own Python",
    ),
}


@dataclass(frozen=True, slots=True)
class Missing:
    """An engine that is not installed, and why it is left out."""

    name: str
    why: str


def build_peers(names: Sequence[str], words: Words, folder: Path) -> Iterator[Built | Missing]:
    """Build the index of each engine in a folder of its own, one after the other."""
    for name in names:
        candidate = PEERS[name]
        if importlib.util.find_spec(candidate.needs) is None:
            yield Missing(name, f"{candidate.needs} cannot be imported; {candidate.install}")
            continue
        module = importlib.import_module(f"benchmarks.peers.{candidate.module}")
        place = folder / name
        place.mkdir(parents=True)
        before = _cpu_seconds()
        peers = module.build(words, place)
        size = sum(path.stat().st_size for path in place.rglob("*") if path.is_file())
        yield Built(peers=peers, cpu_seconds=_cpu_seconds() - before, bytes=size)


def _cpu_seconds() -> float:
    usages = [getrusage(who) for who in (RUSAGE_SELF, RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)
