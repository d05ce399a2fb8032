"""What is explained of the shipped letters: which words count, and what is missing."""

import pytest

from index import View
from search import Searcher
from search.explaining import ExplainedWord, Explanation, UnmetKind

CEC = "2020-cec-resumption-of-work-proposal"
CIESC = "2020-02-20-ciesc-letter-to-scej"
WORDS, PHRASE, FIELD = UnmetKind.WORDS, UnmetKind.PHRASE, UnmetKind.FIELD


def explained(searcher: Searcher, q: str, letter_id: str) -> Explanation:
    found = searcher.explain(letter_id, q)
    assert found is not None
    return found


def word(found: Explanation, typed: str) -> ExplainedWord:
    return next(one for one in found.words if one.typed == typed)


def test_pairs_and_characters_belong_to_the_word_they_begin_in(searcher: Searcher) -> None:
    found = explained(searcher, "复工复产", f"{CEC}.zh")

    pairs = {
        one.typed: {t.terms[0] for t in one.terms if t.view is View.BIGRAMS} for one in found.words
    }

    assert pairs == {"复工": {"复工", "工复"}, "复产": {"复产"}}
    assert dict(word(found, "复工").times) == {"text": 6, "title": 1, "initiative": 1}


def test_a_joined_form_is_one_word_with_its_parts(searcher: Searcher) -> None:
    (one,) = explained(searcher, "COVID-19", CEC).words

    assert one.typed == "COVID-19"
    assert {term.terms[0] for term in one.terms} == {"covid19", "covid", "19"}
    assert dict(one.times)["text"] == 3


def test_forms_of_one_word_are_one_word(searcher: Searcher) -> None:
    found = explained(searcher, "resumption Resumptions 復工", CEC)

    assert [one.typed for one in found.words] == ["resumption", "復工"]
    assert {term.terms[0] for term in found.words[0].terms} == {"resumpt", "resumption"}
    assert found.words[1].terms == ()


def test_a_unit_of_two_words_counts_for_each(searcher: Searcher) -> None:
    found = explained(searcher, "复工 复产", f"{CEC}.zh")

    shares = [
        term.weight
        for one in found.words
        for term in one.terms
        if (term.terms, term.field) == (("复",), "text")
    ]

    assert shares == [1.0, 1.0]


def test_the_closest_passage_is_quoted_with_its_units(searcher: Searcher) -> None:
    close = explained(searcher, "新冠肺炎 疫情 防控", f"{CEC}.zh").closeness

    assert close is not None
    assert close.text == "防控新冠肺炎（COVID-19）疫情"
    assert {unit.unit for unit in close.units} == set("新冠肺炎疫情防控")
    assert close.length == 10


def test_english_queries_have_no_passage(searcher: Searcher) -> None:
    assert explained(searcher, "resumption of work", CEC).closeness is None


def test_prefixes_and_words_in_fields_count_as_typed(searcher: Searcher) -> None:
    found = explained(searcher, "resum* title:alliance", CEC)

    assert {one.typed: [t.field for t in one.terms] for one in found.words} == {
        "resum*": ["text"],
        "alliance": ["title", "title"],
    }


def test_a_letter_found_in_the_other_language_has_the_words_that_found_it(
    searcher: Searcher,
) -> None:
    found = explained(searcher, "疫情", CIESC)

    assert found.found_by == "other_language"
    assert [one.kind for one in found.unmet] == [WORDS]
    (one,) = found.words
    assert "epidemic situation" in one.renderings
    assert found.score == pytest.approx(one.score)
    assert found.score > 0


@pytest.mark.parametrize(
    ("q", "expected"),
    [
        pytest.param("蜻蜓", [(WORDS, "蜻蜓")], id="word"),
        pytest.param("蜻蜓 butterfly", [(WORDS, "蜻蜓 butterfly")], id="words"),
        pytest.param("work “蜻蜓”", [(PHRASE, "“蜻蜓”")], id="phrase"),
        pytest.param("drago*", [(UnmetKind.PREFIX, "drago*")], id="prefix"),
        pytest.param("dragonfly~", [(UnmetKind.FUZZY, "dragonfly~")], id="fuzzy"),
        pytest.param("title:masks work", [(FIELD, "masks")], id="field"),
        pytest.param(
            "title:(masks OR gloves)", [(UnmetKind.ALTERNATIVES, "masks OR gloves")], id="or"
        ),
        pytest.param("work -resumption", [(UnmetKind.EXCLUDED, "resumption")], id="excluded"),
        pytest.param(
            "work NOT (蜻蜓 OR resumption)",
            [(UnmetKind.EXCLUDED, "resumption")],
            id="one-of-the-excluded",
        ),
        pytest.param("initiative:99", [(UnmetKind.INITIATIVE_NUMBER, "initiative:99")], id="item"),
        pytest.param("date:2019", [(UnmetKind.DATE, "date:2019")], id="date"),
        pytest.param("work lang:zh", [(UnmetKind.LABEL, "lang:zh")], id="language"),
        pytest.param("。！", [(UnmetKind.NO_WORDS, "。！")], id="signs"),
        pytest.param(
            "“蜻蜓” AND lang:zh AND work",
            [(PHRASE, "“蜻蜓”"), (UnmetKind.LABEL, "lang:zh")],
            id="several",
        ),
    ],
)
def test_what_keeps_a_letter_out_is_named(
    searcher: Searcher, q: str, expected: list[tuple[UnmetKind, str]]
) -> None:
    found = explained(searcher, q, CEC)

    assert found.found_by is None
    assert (found.score, found.words, found.rank) == (0.0, (), None)
    assert [(one.kind, one.text) for one in found.unmet] == expected
    assert all(q[one.start : one.end] == one.text for one in found.unmet)


@pytest.mark.parametrize("q", ["", "lang:en", "initiative:3"])
def test_a_query_without_words_ranks_nothing(searcher: Searcher, q: str) -> None:
    found = explained(searcher, q, CEC)

    assert (found.found_by, found.score, found.words) == ("query", 0.0, ())


def test_no_letter_no_explanation(searcher: Searcher) -> None:
    assert searcher.explain("no-such-letter", "复工") is None


def test_a_date_in_any_form_is_one_word(searcher: Searcher) -> None:
    found = explained(searcher, "masks 3 February 2020", "2020-02-03-siu-sds-proposal.zh")

    date = word(found, "3 February 2020")

    assert [(term.kind, term.terms) for term in date.terms] == [("ways", ("3 February 2020",))]
    assert found.score == pytest.approx(sum(one.score for one in found.words))
