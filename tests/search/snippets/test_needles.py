"""Which needles a query has."""

import pytest

from index.analysis import tokens
from search.parsing import parse
from search.rewriting import Lexis
from search.snippets import Bond, Needle, Slot, needles

FORMS = {"mask": ("mask", "masks", "masked"), "covid": ("covid",)}
WEIGHTS = {"复工": 2.0, "mask": 3.0}


def needles_of(typed: str) -> tuple[Needle, ...]:
    return needles(
        parse(typed).tree,
        Lexis(tokens, lambda stem: FORMS.get(stem, ())),
        lambda term: WEIGHTS.get(term, 1.0),
    )


def written(needle: Needle) -> str:
    """A needle in one line: the terms of its slots, what it is, and its field."""
    slots = " ".join("/".join(slot.terms) + "*" * slot.begins for slot in needle.slots)
    joined = f" +{'/'.join(needle.joined.terms)}" if needle.joined else ""
    return f"{needle.bond} {slots}{joined}{f' in {needle.field}' if needle.field else ''}"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        pytest.param("复工复产", ["run 复 工", "run 复 产", "run 工 复"], id="words-and-pairs"),
        pytest.param("masked", ["phrase masked/mask/masks +mask"], id="forms-of-a-stem"),
        pytest.param("unheard", ["phrase unheard +unheard"], id="what-was-typed-at-least"),
        pytest.param("人 mask", ["phrase mask/masks/masked +mask"], id="no-single-character"),
        pytest.param("人", ["phrase 人"], id="a-single-character-alone"),
        pytest.param("the mask", ["phrase mask/masks/masked +mask"], id="no-function-word"),
        pytest.param("the", ["phrase the +the"], id="function-words-alone"),
        pytest.param(
            "COVID-19",
            ["phrase  +covid19", "phrase covid +covid", "joined covid 19"],
            id="a-number-only-next-to-its-other-part",
        ),
        pytest.param(
            "covid19",
            ["phrase  +covid19", "phrase covid +covid", "joined covid 19"],
            id="typed-joined",
        ),
        pytest.param(
            "covid-19 19",
            ["phrase  +covid19", "phrase covid +covid", "phrase 19 +19", "joined covid 19"],
            id="a-number-typed-by-itself-too",
        ),
        pytest.param("H7N9", ["phrase  +h7n9", "joined h 7 n 9"], id="no-part-of-one-letter"),
        pytest.param('"the masks"', ["phrase the masks"], id="phrase-as-typed"),
        pytest.param("“复工”", ["run 复 工"], id="two-characters-in-quotes"),
        pytest.param("“复工令”", ["phrase 复 工 令"], id="characters-in-quotes"),
        pytest.param("mas*", ["phrase mas*", "phrase  +mas"], id="prefix-and-joined-forms"),
        pytest.param("title:复工", ["run 复 工 in title"], id="title"),
        pytest.param(
            "initiative:masks", ["phrase masks/mask/masked in initiative"], id="initiative"
        ),
        pytest.param("-复工 lang:zh date:2020", [], id="nothing-to-mark"),
    ],
)
def test_needles(typed: str, expected: list[str]) -> None:
    assert [written(needle) for needle in needles_of(typed)] == expected


def test_a_phrase_keeps_the_gap_of_a_sentence_end() -> None:
    (only,) = needles_of('"Masks! Now"')

    assert [slot.offset for slot in only.slots] == [0, 2]


def test_an_initiative_is_a_needle_that_marks_nothing() -> None:
    assert needles_of("initiative:3") == (Needle(initiative=3),)


def test_a_fuzzy_word_has_its_edits() -> None:
    assert needles_of("mask~")[0].slots == (Slot(("mask",), edits=1),)


def test_needles_weigh_what_their_words_weigh() -> None:
    weights = {written(needle): needle.weight for needle in needles_of("复工 masks papers")}

    assert weights["run 复 工"] == 2.0
    assert weights["phrase masks/mask/masked +mask"] == 3.0
    assert weights["phrase papers +paper"] == pytest.approx(0.4)


def test_the_same_words_are_one_needle() -> None:
    assert len(needles_of("复工 OR 复工 OR (复工 AND 復工)")) == 1
    assert needles_of("复工")[0].bond is Bond.RUN
