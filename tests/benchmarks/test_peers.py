"""Engines side by side: they index the same words, so what they find can be held to the words."""

import importlib.util
from pathlib import Path

import pytest

from benchmarks.peers import OURS, PEERS, TOP, Built, build_peers
from benchmarks.peers.registry import Candidate, Missing
from benchmarks.queries import Query
from benchmarks.tokens import Words


def _needs(name: str) -> object:
    installed = importlib.util.find_spec(PEERS[name].needs) is not None
    why = f"{PEERS[name].needs} is not installed; {PEERS[name].install}"
    return pytest.param(name, marks=pytest.mark.skipif(not installed, reason=why))


@pytest.mark.parametrize("name", [_needs(name) for name in PEERS])
def test_an_engine_finds_what_the_words_say(
    name: str, words: Words, queries: list[Query], wanted: list[set[int]], tmp_path: Path
) -> None:
    (built,) = build_peers([name], words, tmp_path)

    assert isinstance(built, Built)
    assert built.bytes > 0
    for peer in built.peers:
        searches = [peer.search(query) for query in queries]
        assert name != OURS or None not in searches
        assert searches.count(None) < len(searches) / 2
        for search, matched in zip(searches, wanted, strict=True):
            if search is not None:
                answer = search()
                assert len(answer.best) == min(len(matched), TOP)
                assert set(answer.best) <= matched
                assert answer.total in ((len(matched),) if name == OURS else (None, len(matched)))


def test_an_engine_that_is_not_installed_is_named(
    words: Words, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    absent = Candidate("absent", "no_such_engine", "nobody makes it")
    monkeypatch.setattr("benchmarks.peers.registry.PEERS", {"absent": absent})

    (missing,) = build_peers(["absent"], words, tmp_path)

    assert missing == Missing("absent", "no_such_engine cannot be imported; nobody makes it")
