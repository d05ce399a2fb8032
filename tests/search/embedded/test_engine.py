"""The embedded engine against the definitions: which letters match, and what they score."""

import math
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import Letter, LetterId, read_text
from index import Column, LiveIndex, View, build
from index.analysis import analyse
from search import plan
from search.embedded import EmbeddedEngine
from search.engine import Window
from search.ranking import K1, TEXT_BIGRAMS, TEXT_UNITS, TEXT_WORDS

TEXTS = (
    "关于复工复产的倡议书\n\n一、做好口罩和消毒用品的储备。\n二、企业有序复工，员工佩戴口罩。",
    "Proposal on resuming work\n\n1. Wear masks at work.\n2. Report the epidemic; masks help.",
    "致海外会员的一封信\n\n疫情期间，masks 与口罩同样紧缺。感谢支持！",
    "Letter of thanks\n\nThank you for the masks and for the novel coronavirus supplies.",
    "復工復產倡議\n\n口罩不足時，企業應暫緩復工。",
    "Notice\n\nThe annual meeting is postponed. Work resumes later.",
)
WORDS = ("复工", "口罩", "企业", "mask", "work", "epidem", "没有")
BIGRAMS = ("复工", "工复", "口罩", "罩和")
UNITS = ("口", "罩", "masks", "work", "the", "复")
PHRASES = (("复", "工", "复", "产"), ("novel", "coronavirus"), ("masks", "与"), ("工", "复"))


@pytest.fixture(scope="module")
def letters() -> tuple[Letter, ...]:
    return tuple(
        read_text(text, letter_id=LetterId(str(number)), source=f"{number}.txt")
        for number, text in enumerate(TEXTS)
    )


@pytest.fixture(scope="module")
def engine(letters: tuple[Letter, ...], tmp_path_factory: pytest.TempPathFactory) -> EmbeddedEngine:
    folder: Path = tmp_path_factory.mktemp("index")
    build(letters, folder)
    return EmbeddedEngine(LiveIndex(folder).snapshot())


TERMS = st.one_of(
    st.builds(plan.HasTerm, st.just(TEXT_WORDS), st.sampled_from(WORDS)),
    st.builds(plan.HasTerm, st.just(TEXT_BIGRAMS), st.sampled_from(BIGRAMS)),
    st.builds(plan.HasTerm, st.just(TEXT_UNITS), st.sampled_from(UNITS)),
    st.builds(plan.HasPrefix, st.just(TEXT_UNITS), st.sampled_from(("m", "re", "口", "zz"))),
    st.sampled_from(PHRASES).map(
        lambda units: plan.HasPhrase(
            "text", tuple(plan.Slot((unit,), place) for place, unit in enumerate(units))
        )
    ),
    st.sampled_from((plan.Anything(), plan.Nothing())),
)
TREES: st.SearchStrategy[plan.Match] = st.recursive(
    TERMS,
    lambda children: st.one_of(
        st.builds(plan.NoneOf, children),
        st.lists(children, min_size=1, max_size=3).map(lambda c: plan.AllOf(tuple(c))),
        st.lists(children, min_size=1, max_size=3).map(lambda c: plan.AnyOf(tuple(c))),
    ),
    max_leaves=6,
)


def terms_of(letter: Letter, column: Column) -> list[tuple[str, int]]:
    columns = analyse([letter.searchable]).view(column.view)
    return [
        (columns.vocabulary[term], position)
        for term, position in zip(columns.term.tolist(), columns.position.tolist(), strict=True)
    ]


def holds(letter: Letter, node: plan.Match) -> bool:
    match node:
        case plan.Anything():
            return True
        case plan.Nothing():
            return False
        case plan.HasTerm(column, term):
            return term in dict(terms_of(letter, column))
        case plan.HasPrefix(column, prefix):
            return any(term.startswith(prefix) for term, _ in terms_of(letter, column))
        case plan.HasPhrase(_, slots):
            units = set(terms_of(letter, TEXT_UNITS))
            return any(
                all((slot.terms[0], place + slot.offset) in units for slot in slots)
                for _, place in units
            )
        case plan.NoneOf(child):
            return not holds(letter, child)
        case plan.AllOf(children):
            return all(holds(letter, child) for child in children)
        case plan.AnyOf(children):
            return any(holds(letter, child) for child in children)
        case _:
            raise AssertionError(node)


def bm25(letters: tuple[Letter, ...], letter: Letter, term: plan.ScoreTerm, b: float) -> float:
    """The textbook formula; lengths under 40 are stored exactly."""
    tokens = {each.id: [t for t, _ in terms_of(each, term.column)] for each in letters}
    filled = [found for found in tokens.values() if found]
    frequency = max(sum(t in found for found in filled) for t in term.alternatives)
    if not frequency:
        return 0.0
    average = sum(map(len, filled)) / len(filled)
    tf = sum(tokens[letter.id].count(t) for t in term.alternatives)
    idf = math.log(1 + (len(filled) - frequency + 0.5) / (frequency + 0.5))
    norm = K1 * (1 - b + b * len(tokens[letter.id]) / average)
    return term.weight * idf * (K1 + 1) * tf / (tf + norm)


@given(tree=TREES)
def test_what_is_found_is_what_the_tree_says(
    engine: EmbeddedEngine, letters: tuple[Letter, ...], tree: plan.Match
) -> None:
    found = engine.find(plan.Plan(match=tree, b=0.75), Window(size=10))

    assert found.numbers.tolist() == [n for n, x in enumerate(letters) if holds(x, tree)]
    assert found.total == len(found.numbers)


SCORE_TERMS = st.builds(
    plan.ScoreTerm,
    st.just(TEXT_WORDS),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=3, unique=True).map(tuple),
    st.sampled_from((0.4, 1.0, 1.9)),
)


@given(terms=st.lists(SCORE_TERMS, max_size=4), tree=TREES)
def test_scores_are_those_of_the_formula(
    engine: EmbeddedEngine,
    letters: tuple[Letter, ...],
    terms: list[plan.ScoreTerm],
    tree: plan.Match,
) -> None:
    found = engine.find(plan.Plan(match=tree, scores=tuple(terms), b=0.6), Window(size=10))
    expected = {
        number: sum(bm25(letters, letters[number], term, 0.6) for term in terms)
        for number in found.numbers.tolist()
    }

    assert found.scores.tolist() == pytest.approx(list(expected.values()), rel=1e-5)
    assert found.scores.tolist() == sorted(found.scores.tolist(), reverse=True)


@given(terms=st.lists(SCORE_TERMS, max_size=4), numbers=st.permutations(range(len(TEXTS))))
def test_letters_that_are_named_are_scored_alike(
    engine: EmbeddedEngine, terms: list[plan.ScoreTerm], numbers: list[int]
) -> None:
    everything = plan.Plan(match=plan.Anything(), scores=tuple(terms), b=0.6)
    found = engine.find(everything, Window(size=len(TEXTS)))
    scores = dict(zip(found.numbers.tolist(), found.scores.tolist(), strict=True))

    named = engine.scores(np.array(numbers[:4]), terms, 0.6)

    assert named.tolist() == pytest.approx([scores[n] for n in numbers[:4]], rel=1e-5)


def test_a_window_is_the_head_of_the_whole(engine: EmbeddedEngine) -> None:
    wanted = plan.Plan(
        match=plan.Anything(), scores=(plan.ScoreTerm(TEXT_WORDS, ("口罩",), 1.0),), b=0.75
    )
    whole = engine.find(wanted, Window(size=100))

    heads = [engine.find(wanted, Window(size=size)).numbers.tolist() for size in range(8)]

    assert heads == [whole.numbers.tolist()[:size] for size in range(8)]


def facets_under(engine: EmbeddedEngine, *filters: tuple[str, plan.Match]) -> dict[str, int]:
    wanted = plan.Plan(match=plan.Anything(), filters=filters, b=0.75)
    return dict(engine.find(wanted, Window(size=1, facets=("lang",))).facets["lang"])


def test_a_facet_ignores_its_own_filter_and_obeys_the_others(engine: EmbeddedEngine) -> None:
    english = ("lang", plan.HasLabel("lang", ("en",)))
    masks = ("issuer", plan.HasTerm(Column("text", View.WORDS), "mask"))

    everything = facets_under(engine)

    assert facets_under(engine, english) == everything
    assert facets_under(engine, masks) != everything
    assert facets_under(engine, english, masks) == facets_under(engine, masks)


def test_occurrences_are_the_positions_of_analysis(
    engine: EmbeddedEngine, letters: tuple[Letter, ...]
) -> None:
    numbers = engine.find(plan.Plan(match=plan.Anything(), b=0.75), Window(size=10)).numbers[::-1]

    found = engine.occurrences(numbers, ["口", "masks", "没"])

    seen = set(zip(found.row.tolist(), found.term.tolist(), found.position.tolist(), strict=True))
    assert seen == set(_expected(letters, numbers.tolist(), ["口", "masks", "没"]))


def _expected(
    letters: tuple[Letter, ...], numbers: list[int], units: list[str]
) -> Iterator[tuple[int, int, int]]:
    for row, number in enumerate(numbers):
        for term, position in terms_of(letters[number], TEXT_UNITS):
            if term in units:
                yield row, units.index(term), position


def test_ways_to_say_one_thing_score_as_one_term(
    engine: EmbeddedEngine, letters: tuple[Letter, ...]
) -> None:
    """Two letters say it, one of them twice and in two ways; another has the words apart."""
    ways = (
        plan.HasPhrase("text", (plan.Slot(("novel",), 0), plan.Slot(("coronavirus",), 1))),
        plan.HasTerm(TEXT_WORDS, "epidem"),
        plan.HasPhrase("text", (plan.Slot(("masks",), 0), plan.Slot(("help",), 1))),
        plan.HasInitiative(9),
    )
    scores = (plan.ScoreWays(TEXT_WORDS, ways, 1.9),)

    found = engine.find(plan.Plan(match=plan.Anything(), scores=scores, b=0.6), Window(size=10))

    lengths = {n: len(terms_of(letter, TEXT_WORDS)) for n, letter in enumerate(letters)}
    average = sum(lengths.values()) / len(lengths)
    idf = math.log(1 + (len(letters) - 2 + 0.5) / (2 + 0.5))
    expected = dict.fromkeys(lengths, 0.0)
    for number, tf in ((1, 2), (3, 1)):
        norm = K1 * (1 - 0.6 + 0.6 * lengths[number] / average)
        expected[number] = 1.9 * idf * (K1 + 1) * tf / (tf + norm)
    assert dict(zip(found.numbers.tolist(), found.scores.tolist(), strict=True)) == pytest.approx(
        expected, rel=1e-5
    )
