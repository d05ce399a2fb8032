"""Engines side by side: each indexes the same words and answers the same queries.

One file an engine, imported only when it is asked for, so that none need be installed.
"""

from benchmarks.peers.peer import TOP, Answer, Built, Peer, Search
from benchmarks.peers.registry import OURS, PEERS, WHOOSH, build_peers

__all__ = [
    "OURS",
    "PEERS",
    "TOP",
    "WHOOSH",
    "Answer",
    "Built",
    "Peer",
    "Search",
    "build_peers",
]
