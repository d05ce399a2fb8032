"""Which words of a query count, where they are looked up, and what they weigh."""

import pytest

from index import Column, View
from index.analysis import tokens
from search.parsing import parse
from search.plan import (
    AllOf,
    AnyOf,
    HasInitiative,
    HasLabel,
    HasNearly,
    HasPhrase,
    HasPrefix,
    HasTerm,
    Match,
    NoneOf,
    Nothing,
    Plan,
    ScoreExpansion,
    ScoreTerm,
    Slot,
)
from search.ranking import B_LATIN, REQUEST_WEIGHT, VIEW_BOOSTS, B
from search.rewriting import Lexis, rewrite
from search.tree import InField, Words

TEXT_W, TEXT_B, TEXT_U = (Column("text", view) for view in View)
FORMS = {"mask": ("mask", "masks", "masked")}


def plan_of(query: str) -> Plan:
    return rewrite(parse(query).tree, Lexis(tokens, lambda stem: FORMS.get(stem, ())))


def scored(query: str) -> list[ScoreTerm]:
    return [term for term in plan_of(query).scores if isinstance(term, ScoreTerm)]


def terms_of(plan: Plan) -> set[str]:
    found = plan.match.children if isinstance(plan.match, AnyOf) else (plan.match,)
    return {f"{term.column.view}:{term.term}" for term in found if isinstance(term, HasTerm)}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        pytest.param("复工复产", {"W:复工", "W:复产", "B:复工", "B:工复", "B:复产"}, id="han"),
        pytest.param("novel masks", {"W:novel", "W:mask"}, id="latin-words-are-stemmed"),
        pytest.param("企业的口罩", {"W:企业", "W:口罩", "B:企业", "B:业的", "B:的口", "B:口罩"},
                     id="grammar"),
        pytest.param("the masks of", {"W:mask"}, id="function-words-do-not-find"),
        pytest.param("the", {"W:the"}, id="unless-nothing-else-is-left"),
        pytest.param("what did WHO say", {"W:who", "W:say"}, id="capitals-make-a-name"),
        pytest.param("ＷＨＯ 口罩", {"W:who", "W:口罩", "B:口罩"}, id="beside-han-characters-too"),
        pytest.param("who made masks", {"W:made", "W:mask"}, id="small-letters-do-not"),
        pytest.param("WHO MADE MASKS", {"W:made", "W:mask"}, id="nor-where-all-is-in-capitals"),
        pytest.param("罩", {"U:罩"}, id="a-single-character-alone"),
        pytest.param("罩 masks", {"W:mask"}, id="not-beside-something-longer"),
        pytest.param("COVID-19", {"W:covid19", "W:covid"}, id="a-number-within-a-joined-form"),
        pytest.param("COVID-19 19", {"W:covid19", "W:covid", "W:19"}, id="and-by-itself"),
        pytest.param("2019-20", {"W:201920", "W:2019", "W:20"}, id="joined-numbers"),
    ],
)  # fmt: skip
def test_what_plain_words_find(query: str, expected: set[str]) -> None:
    assert terms_of(plan_of(query)) == expected


def test_two_han_characters_in_quotes_need_no_positions() -> None:
    assert plan_of("“复工”").match == HasTerm(TEXT_B, "复工")


def test_a_phrase_has_a_slot_for_every_unit() -> None:
    found = plan_of('"COVID-19 口罩"').match

    assert found == HasPhrase(
        "text",
        (Slot(("covid",), 0), Slot(("19",), 1), Slot(("口",), 2), Slot(("罩",), 3)),
        ("口罩",),
    )


def test_a_phrase_over_the_end_of_a_sentence_keeps_the_gap() -> None:
    found = plan_of("“口罩。我们”").match

    assert isinstance(found, HasPhrase)
    assert [slot.offset for slot in found.slots] == [0, 1, 3, 4]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        pytest.param("initiative:3", HasInitiative(3), id="number"),
        pytest.param("lang:zh", HasLabel("lang", ("zh-Hans", "zh-Hant")), id="both-scripts"),
        pytest.param("title:masks", HasTerm(Column("title", View.WORDS), "mask"), id="any-form"),
        pytest.param("标题:复工", HasTerm(Column("title", View.BIGRAMS), "复工"), id="bigram"),
        pytest.param(
            "initiative:masks",
            HasPhrase("text", (Slot(("masks", "mask", "masked"), 0),), (), in_initiative=True),
            id="forms-within-initiatives",
        ),
        pytest.param("epidemc~", HasNearly(TEXT_U, "epidemc", 2), id="fuzzy"),
        pytest.param(
            "resum*",
            AnyOf((HasPrefix(TEXT_U, "resum"), HasPrefix(TEXT_W, "resum"))),
            id="prefix",
        ),
        pytest.param("复工*", HasTerm(TEXT_B, "复工"), id="han-prefix-is-a-phrase"),
        pytest.param("!!!", Nothing(), id="no-token"),
    ],
)
def test_what_conditions_find(query: str, expected: object) -> None:
    assert plan_of(query).match == expected


def test_words_and_conditions_must_all_hold() -> None:
    found = plan_of("masks lang:en -“复工”").match

    assert isinstance(found, AllOf)
    assert set(found.children) == {
        HasTerm(TEXT_W, "mask"),
        HasLabel("lang", ("en",)),
        NoneOf(HasTerm(TEXT_B, "复工")),
    }


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        pytest.param("-masks", HasTerm(TEXT_W, "mask"), id="in-any-form"),
        pytest.param("-复工", HasTerm(TEXT_B, "复工"), id="as-it-stands"),
        pytest.param(
            "-COVID-19", HasPhrase("text", (Slot(("covid",), 0), Slot(("19",), 1))), id="whole"
        ),
    ],
)
def test_exclusions_shut_out_what_contains_the_words(query: str, expected: Match) -> None:
    assert plan_of(query).match == NoneOf(expected)


def test_an_emoji_is_sought_in_a_field_as_it_stands() -> None:
    node = InField("title", Words("🙂", 6, 7), 0, 7)

    found = rewrite(node, Lexis(tokens, lambda _: ())).match

    assert found == HasTerm(Column("title", View.UNITS), "🙂")


def test_excluded_words_do_not_score() -> None:
    terms = {term.alternatives[0] for term in scored("口罩 -masks")}

    assert "mask" not in terms
    assert "口罩" in terms


def test_every_view_scores_with_its_weight() -> None:
    weights = {
        (str(term.column), term.alternatives[0]): term.weight for term in scored("口罩 masks")
    }

    assert weights["text.W", "口罩"] == VIEW_BOOSTS[View.WORDS][0]
    assert weights["text.B", "口罩"] == VIEW_BOOSTS[View.BIGRAMS][0]
    assert weights["text.U", "罩"] == VIEW_BOOSTS[View.UNITS][0]
    assert weights["text.W", "mask"] == VIEW_BOOSTS[View.WORDS][1]
    assert weights["title.W", "mask"] < weights["text.W", "mask"]


def test_a_repeated_word_weighs_twice_and_a_request_word_less() -> None:
    weights = {
        term.alternatives[0]: term.weight
        for term in scored("masks masks papers")
        if term.column == TEXT_W
    }

    assert weights["mask"] == 2 * VIEW_BOOSTS[View.WORDS][1]
    assert weights["paper"] == pytest.approx(REQUEST_WEIGHT * VIEW_BOOSTS[View.WORDS][1])


def test_a_prefix_scores_as_one_word() -> None:
    scores = plan_of("resum*").scores

    assert [type(score) for score in scores] == [ScoreExpansion]


def test_length_counts_less_in_queries_without_han_characters() -> None:
    assert (plan_of("masks").b, plan_of("口罩 masks").b) == (B_LATIN, B)


def test_the_passage_bonus_is_for_queries_with_han_characters() -> None:
    assert plan_of("novel masks").units == ()
    assert plan_of("口罩的").units == (("口", 1.0), ("罩", 1.0))
