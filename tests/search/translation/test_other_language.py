"""What a reader gets of the other language, beside the letters that have the words as typed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search import OtherLanguage, Request, Searcher

CEC = "2020-cec-resumption-of-work-proposal"
SIU = "2020-02-03-siu-sds-proposal"


def other(searcher: Searcher, q: str, **options: object) -> OtherLanguage | None:
    return searcher.search(Request(q=q, **options)).other_language  # type: ignore[arg-type]


def ids(found: OtherLanguage | None) -> list[str]:
    return [hit.letter.id for hit in found.hits] if found else []


def marked(found: OtherLanguage | None, letter_id: str) -> set[str]:
    assert found
    (hit,) = (hit for hit in found.hits if hit.letter.id == letter_id)
    title = hit.title.marks if hit.title else ()
    marks = [*title, *(mark for snippet in hit.snippets for mark in snippet.marks)]
    return {hit.letter.text[mark.start : mark.end] for mark in marks}


@pytest.mark.parametrize(
    ("q", "letter", "marks"),
    [
        pytest.param("复工", CEC, {"return to work", "resumption of production"}, id="simplified"),
        pytest.param("復工", CEC, {"return to work", "resumption of production"}, id="traditional"),
        pytest.param("复工", SIU, {"resumption of business"}, id="other-words-for-it"),
        pytest.param("resumption of work", f"{CEC}.zh", {"复工复产"}, id="english-phrase"),
        pytest.param('"novel coronavirus"', f"{SIU}.zh", {"新型冠状病毒"}, id="in-quotes"),
        pytest.param("倡議書", CEC, {"initiative", "Proposal"}, id="traditional-proposal"),
        pytest.param("title:proposal", f"{CEC}.zh", {"倡议书"}, id="in-a-field"),
        pytest.param("互帮互助", "2020-icmia-proposal", {"Help each other"}, id="idiom"),
    ],
)
def test_letters_of_the_other_language_are_found_and_marked(
    searcher: Searcher, q: str, letter: str, marks: set[str]
) -> None:
    found = other(searcher, q)

    assert letter in ids(found)
    assert marked(found, letter) & marks


def test_the_words_that_were_looked_for_are_named_as_they_are_written(searcher: Searcher) -> None:
    found = other(searcher, "COVID-19 倡議")

    assert found
    terms = {term.typed: term.renderings for term in found.terms}
    assert "新冠肺炎" in terms["COVID-19"]
    assert "initiative" in terms["倡議"]


@pytest.mark.parametrize(
    ("q", "expected"),
    [
        pytest.param("复工", ["en-work"], id="not-the-letter-in-both-languages"),
        pytest.param("復工", ["en-work"], id="traditional-the-same"),
        pytest.param("masks", ["hant-work", "zh-work"], id="both-chinese-scripts"),
        pytest.param("弗雷斯诺", ["en-fresno"], id="foreign-name-by-its-sound"),
        pytest.param("培顿的捐款", ["en-fresno"], id="name-within-words"),
        pytest.param("Lindisfarne", ["zh-names"], id="english-name-by-its-sound"),
        pytest.param("Tesla", ["zh-names"], id="another-name"),
        pytest.param("钟南山", ["en-lavoisier"], id="chinese-name-in-pinyin"),
        pytest.param("口罩 -企业", ["en-work"], id="exclusion"),
        pytest.param("口罩 AND 呼吸机", [], id="all-of-several-words"),
        pytest.param("口罩 OR 呼吸机", ["en-lavoisier", "en-work"], id="any-of-several-words"),
        pytest.param('"resumption of work" mask', ["hant-work", "zh-work"], id="phrase-and-word"),
        pytest.param("mask date:1999", [], id="conditions-hold"),
        pytest.param("口罩 lang:zh", [], id="another-language-is-asked-for"),
        pytest.param("2020", [], id="number"),
        pytest.param("的 了", [], id="words-of-grammar"),
        pytest.param("the of", [], id="english-words-of-grammar"),
        pytest.param("", [], id="nothing"),
        pytest.param("蜻蜓", [], id="word-that-no-letter-has"),
        pytest.param("qwxzv", [], id="word-that-is-none"),
    ],
)
def test_which_letters_are_found(bilingual: Searcher, q: str, expected: list[str]) -> None:
    assert sorted(ids(other(bilingual, q))) == expected


def test_a_query_in_both_languages_finds_what_it_does_not_find_itself(
    make_searcher: Callable[..., Searcher],
) -> None:
    letters = {
        "zh": "关于呼吸机的公开信\n\n医院需要呼吸机，请各位支持。",
        "en": "An open letter\n\nEverybody who has masks should send them to the hospital.",
        "seen": "An open letter on ventilators\n\nVentilators are needed.",
    }
    searcher = make_searcher(letters)

    found = other(searcher, "口罩 ventilators")

    assert sorted(ids(found)) == ["en", "zh"]


def test_a_letter_with_all_words_as_typed_needs_no_translation(
    make_searcher: Callable[..., Searcher],
) -> None:
    letters = {"typed": "关于抗疫的公开信\n\n抗击 COVID-19。", "other": "公开信\n\n抗击新冠肺炎。"}
    searcher = make_searcher(letters)

    assert ids(other(searcher, "COVID-19")) == ["other"]


def test_nothing_is_translated_where_it_is_not_wanted(searcher: Searcher) -> None:
    assert other(searcher, "复工")
    assert other(searcher, "复工", translate=False) is None


def test_filters_hold_and_the_main_results_stay_as_they_are(searcher: Searcher) -> None:
    assert other(searcher, "复工", langs=("zh",)) is None
    with_it = searcher.search(Request(q="复工"))
    without = searcher.search(Request(q="复工", translate=False))
    assert [hit.letter.id for hit in with_it.hits] == [hit.letter.id for hit in without.hits]
    assert with_it.total == without.total


def test_a_letter_reached_by_a_translation_is_marked_with_it(searcher: Searcher) -> None:
    view = searcher.letter(CEC, "复工")

    assert view
    assert "return to work" in {view.letter.text[mark.start : mark.end] for mark in view.marks}


def test_the_admins_glossary_comes_first(
    make_searcher: Callable[..., Searcher], tmp_path: Path
) -> None:
    (tmp_path / "glossary.tsv").write_text("哥德堡计划\tProject Gothenburg\n", encoding="utf-8")
    letters = {"en": "A letter\n\nProject Gothenburg begins in May.", "no": "Another project."}

    found = other(make_searcher(letters, custom=tmp_path), "哥德堡计划")

    assert found
    assert ids(found) == ["en"]
    assert found.terms[0].renderings == ("Project Gothenburg",)


def test_a_glossary_that_cannot_be_used_is_left_out(
    make_searcher: Callable[..., Searcher], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "glossary.tsv").write_text("口罩 mask\n", encoding="utf-8")

    found = other(make_searcher({"en": "A letter\n\nWear masks."}, custom=tmp_path), "口罩")

    assert ids(found) == ["en"]
    assert "line 1" in caplog.text


@given(st.text(max_size=60) | st.text('复工口罩疫情maskwork "()*~:-，。“”', max_size=40))
def test_whatever_is_typed_every_mark_is_a_slice_of_a_letter_in_the_other_language(
    bilingual: Searcher, q: str
) -> None:
    found = other(bilingual, q)

    for hit in found.hits if found else ():
        for snippet in hit.snippets:
            assert hit.letter.text[snippet.start : snippet.end] == snippet.text
            for mark in snippet.marks:
                assert snippet.start <= mark.start < mark.end <= snippet.end


@pytest.mark.parametrize("text", ["口罩", "特斯拉", "mask ", "fresno ", "的", "(", "口 "])
def test_four_thousand_characters_are_translated_in_little_time(
    bilingual: Searcher, text: str
) -> None:
    q = (text * 4000)[:4000]

    assert searcher_answers(bilingual, q)


def searcher_answers(searcher: Searcher, q: str) -> bool:
    return searcher.search(Request(q=q)).took_ms < 5_000  # seconds even on a busy machine
