"""Laws of initiatives, for letters of any words with initiatives of any shape."""

import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import accumulate
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus import Initiative, Letter, LetterId, read_text
from index import View, analysis, build, open_snapshot
from search import Request, Searcher, plan
from search.collection import Collection
from search.embedded import outlines
from search.embedded.initiatives import Branch
from search.embedded.leaf import Leaf
from search.engine import Window
from search.initiatives import rank_initiatives
from search.ranking import K1, VIEW_BOOSTS, B
from tests.search.embedded.test_initiatives import Still

WORDS = ("企业", "复工", "口罩", "业复", "工口", " masks ", " epidemic ", " we ", "，", "。\n")
Key = tuple[LetterId, int]


@st.composite
def letters(draw: st.DrawFn) -> list[Letter]:
    """One to three letters; parts of initiatives are cut from within them."""
    texts = draw(
        st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=24), min_size=1, max_size=3)
    )
    return [_letter(draw, f"{n}", words) for n, words in enumerate(texts)]


def _letter(draw: st.DrawFn, name: str, words: list[str]) -> Letter:
    head = "---\nlang: zh\n---\n"
    text = head + "".join(words)
    letter = read_text(text, letter_id=LetterId(name), source=name)
    bounds = list(accumulate(map(len, words), initial=len(head)))
    spans = list(_spans(draw, bounds, 1))
    initiatives = (_initiative(letter.text, *span) for span in spans)
    return replace(letter, initiatives=tuple(initiatives))


def _spans(draw: st.DrawFn, bounds: list[int], level: int) -> Iterator[tuple[int, int, int]]:
    """Spans between words, those of the next level within them."""
    places = st.integers(0, len(bounds) - 1)
    cuts = sorted(draw(st.lists(places, max_size=6 if level == 1 else 4)))
    for low, high in zip(cuts[::2], cuts[1::2], strict=False):
        if low < high:
            yield bounds[low], bounds[high], level
            if level < 3:
                yield from _spans(draw, bounds[low : high + 1], level + 1)


def _initiative(text: str, start: int, end: int, level: int) -> Initiative:
    return Initiative(
        number=None,
        level=level,
        parent=None,
        kind="proposal",
        head=text[start:end].strip()[:10],
        text=text[start:end],
        start=start,
        end=end,
    )


@contextmanager
def collection_of(its: list[Letter]) -> Iterator[Collection]:
    with TemporaryDirectory() as folder:
        build(its, Path(folder))
        yield Searcher(Still(open_snapshot(Path(folder)))).collection()


def frequency(letter: Letter, initiative: Initiative, word: str) -> int:
    """How often the units of a word stand side by side in an initiative."""
    units = [
        token
        for token in analysis.tokens(letter.text)
        if token.view is View.UNITS
        and initiative.start <= token.start
        and token.end <= initiative.end
    ]
    at = {token.position: token.term for token in units}
    wanted = [token.term for token in analysis.tokens(word) if token.view is View.UNITS]
    return sum(
        all(at.get(position + n) == unit for n, unit in enumerate(wanted)) for position in at
    )


def expected(its: list[Letter], word: str) -> dict[Key, int]:
    return {
        (letter.id, ordinal): count
        for letter in its
        for ordinal, initiative in enumerate(letter.initiatives)
        if (count := frequency(letter, initiative, word))
    }


def ranked(collection: Collection, q: str) -> tuple[dict[Key, float], int]:
    window = Window(size=1_000, facets=())
    found = rank_initiatives(collection, collection.prepare(q), Request(q=q), window)
    keys = zip(map(collection.snapshot.id, found.numbers), found.ordinals.tolist(), strict=True)
    return dict(zip(keys, found.scores.tolist(), strict=True)), found.total


@pytest.mark.parametrize("by_counting", [True, False])
@given(its=letters(), word=st.sampled_from(["企", "企业", "业复", "口罩", "masks", "工口罩"]))
@settings(max_examples=15, deadline=None)
def test_each_initiative_counts_what_stands_within_it(
    by_counting: bool, its: list[Letter], word: str
) -> None:
    units = [token.term for token in analysis.tokens(word) if token.view is View.UNITS]
    spot = plan.HasPhrase("text", tuple(plan.Slot((u,), place) for place, u in enumerate(units)))

    with collection_of(its) as collection, pytest.MonkeyPatch.context() as patch:
        patch.setattr(outlines, "_COUNTED", 10**6 if by_counting else 0)
        (leaf,) = map(Leaf, collection.snapshot.segments)
        branch = Branch(leaf)
        ids, frequencies = branch.frequencies(spot)
        owners = branch.outlines.owners[ids]
        keys = zip(
            map(collection.snapshot.id, owners), branch.outlines.ordinals(ids).tolist(), strict=True
        )
        assert dict(zip(keys, frequencies.tolist(), strict=True)) == expected(its, word)


@given(its=letters(), words=st.sets(st.sampled_from(["企业", "复工", "masks"]), min_size=1))
@settings(max_examples=15, deadline=None)
def test_exactly_the_initiatives_that_hold_a_term_are_found(
    its: list[Letter], words: set[str]
) -> None:
    holding = {key for word in words for key in expected(its, word)}

    with collection_of(its) as collection:
        found, total = ranked(collection, " OR ".join(f'"{word}"' for word in words))
        assert set(found) == holding
        assert total == len(holding)

        letters = Searcher(Still(collection.snapshot)).search(
            Request(q=" ".join(words), translate=False)
        )
        assert {letter for letter, _ in found} <= {hit.letter.id for hit in letters.hits}


@given(its=letters())
@settings(max_examples=15, deadline=None)
def test_scores_are_those_of_the_formula_and_give_the_order(its: list[Letter]) -> None:
    lengths = {
        (letter.id, ordinal): _length(letter, initiative)
        for letter in its
        for ordinal, initiative in enumerate(letter.initiatives)
    }
    counts = expected(its, "口罩")
    average = max(sum(lengths.values()) / max(len(lengths), 1), 1e-9)
    idf = math.log1p((len(lengths) - len(counts) + 0.5) / (len(counts) + 0.5))
    weight = VIEW_BOOSTS[View.WORDS][0] + VIEW_BOOSTS[View.BIGRAMS][0]

    with collection_of(its) as collection:
        found, _ = ranked(collection, "口罩")

        for key, score in found.items():
            norm = K1 * (1 - B + B * lengths[key] / average)
            by_hand = weight * idf * (K1 + 1) * counts[key] / (counts[key] + norm)
            assert score == pytest.approx(by_hand, rel=1e-5)
        assert list(found.values()) == sorted(found.values(), reverse=True)


def _length(letter: Letter, initiative: Initiative) -> int:
    """Positions from the first unit of an initiative to its last."""
    inside = [
        token.position
        for token in analysis.tokens(letter.text)
        if token.view is View.UNITS
        and initiative.start <= token.start
        and token.end <= initiative.end
    ]
    return max(inside) - min(inside) + 1 if inside else 0
