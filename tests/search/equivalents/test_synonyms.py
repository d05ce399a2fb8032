"""Names of one thing: whichever is typed finds letters that use another, the typed one first."""

from collections.abc import Callable, Mapping
from itertools import chain
from pathlib import Path

import pytest

from index import LiveIndex, View, reindex
from index.analysis import tokens
from search import Request, Searcher, Synonym
from search.equivalents import Synonyms, keyed
from search.translation import glossary, read_concepts
from tests.search.equivalents.finding import found

OWN = Path(glossary.__file__).with_name(glossary.FILE)
TEXTS = {
    "covid": "Letter of thanks\n\nThe COVID-19 outbreak has shown what friends are.",
    "joined": "Notice\n\nBecause of covid19 the office stays closed until further notice.",
    "ncov": "Statement\n\nThe 2019-nCoV outbreak calls for calm and for science.",
    "novel": "Proposal\n\nThe novel coronavirus spreads; members are asked to stay home.",
    "novel-apart": "Report\n\nA novel about a coronavirus was read by the members.",
    "short": "倡议书\n\n为防控新冠肺炎，请各单位减少聚集。",
    "long": "公開信\n\n新型冠狀病毒肺炎疫情牽動人心，本會呼籲各界支援。",
    "virus": "通知\n\n新型冠状病毒传播期间，请佩戴防护用品。",
    "crown": "公告\n\n新任冠军获得奖励，肺炎疫苗免费接种。",
    "flu": "Notice\n\nFlu shots are free for all members this winter.",
    "influenza": "Notice\n\nInfluenza shots are free for all members this winter.",
    "soe": "公开信\n\n国企应当带头减免租金。",
    "state": "公开信\n\n国有企业应当带头减免租金。",
    "enterprises": "公开信\n\n一国有许多企业，应当带头减免租金。",
}
COVID = {"covid", "joined", "ncov", "novel", "short", "long", "virus"}


@pytest.fixture(scope="module")
def searcher(collection_of: Callable[[Mapping[str, str]], Searcher]) -> Searcher:
    return collection_of(TEXTS)


@pytest.mark.parametrize(
    "q",
    [
        "COVID-19", "covid19", "ＣＯＶＩＤ－１９", "2019-nCoV", "novel coronavirus",
        "Novel Coronaviruses",
        "新冠肺炎", "新冠", "新型冠状病毒", "新型冠狀病毒肺炎", "新冠病毒",
    ],
)  # fmt: skip
def test_one_disease_is_found_by_all_its_names(searcher: Searcher, q: str) -> None:
    assert set(found(searcher, q)) >= COVID


@pytest.mark.parametrize(
    ("q", "first"),
    [
        pytest.param("COVID-19", {"covid", "joined"}, id="joined-form"),
        pytest.param("2019-nCoV", {"ncov"}, id="rare"),
        pytest.param("novel coronavirus", {"novel", "novel-apart"}, id="several-words"),
        pytest.param("新冠肺炎", {"short"}, id="chinese"),
        pytest.param("新型冠状病毒", {"virus", "long"}, id="chinese-long"),
        pytest.param("flu", {"flu"}, id="flu"),
        pytest.param("influenza", {"influenza"}, id="influenza"),
        pytest.param("国企", {"soe"}, id="short-form"),
        pytest.param("国有企业", {"state"}, id="long-form"),
        pytest.param("flu shots", {"flu"}, id="beside-other-words"),
    ],
)
def test_the_name_that_was_typed_wins_a_tie(searcher: Searcher, q: str, first: set[str]) -> None:
    assert set(found(searcher, q)[: len(first)]) == first


def test_a_synonym_counts_like_the_word_beside_others(searcher: Searcher) -> None:
    assert found(searcher, "influenza shots")[:2] == ["influenza", "flu"]
    assert found(searcher, "减免 国企")[:2] == ["soe", "state"]


@pytest.mark.parametrize(
    "q", ['"flu"', "“国企”", "title:flu", "标题:国企", "fl*", "lang:en -flu shots", "flu~"]
)
def test_what_is_quoted_excluded_or_in_a_field_stands_as_typed(searcher: Searcher, q: str) -> None:
    plain = searcher.search(Request(q=q, per_page=100, synonyms=False))

    assert found(searcher, q) == [hit.letter.id for hit in plain.hits]


def test_a_chinese_name_ends_where_words_end(searcher: Searcher) -> None:
    assert "state" not in found(searcher, "中国企盼")


def test_synonyms_can_be_switched_off(searcher: Searcher) -> None:
    results = searcher.search(Request(q="flu", synonyms=False))

    assert [hit.letter.id for hit in results.hits] == ["flu"]
    assert results.synonyms == ()


def test_the_names_in_letters_are_told(searcher: Searcher) -> None:
    (told,) = searcher.search(Request(q="members and Flu")).synonyms
    (covid,) = searcher.search(Request(q="novel coronavirus")).synonyms

    assert told == Synonym("Flu", ("influenza",))
    assert covid.typed == "novel coronavirus"
    assert {"新冠肺炎", "COVID-19", "2019-nCoV"} <= set(covid.names)
    assert not {"novel coronavirus", "SARS-CoV-2"} & set(covid.names)


def test_the_name_in_the_letter_is_marked(searcher: Searcher) -> None:
    hits = {str(hit.letter.id): hit for hit in searcher.search(Request(q="新冠肺炎")).hits}

    def marked(letter_id: str) -> list[str]:
        hit = hits[letter_id]
        return [hit.letter.text[m.start : m.end] for one in hit.snippets for m in one.marks]

    assert "COVID-19" in marked("covid")
    assert "novel coronavirus" in marked("novel")
    assert "新型冠狀病毒肺炎" in marked("long")


def test_the_admins_own_glossary_has_synonyms_too(tmp_path: Path) -> None:
    letters, custom = tmp_path / "letters", tmp_path / "custom"
    letters.mkdir()
    custom.mkdir()
    (letters / "a.txt").write_text("通知\n\n理事会改期举行。", encoding="utf-8")
    (custom / "glossary.tsv").write_text("董监事会 = 理事会\tgoverning board\n", encoding="utf-8")
    reindex(letters, tmp_path / "index")

    searcher = Searcher(LiveIndex(tmp_path / "index"), custom=custom)

    assert found(searcher, "董监事会") == ["a"]
    assert searcher.search(Request(q="flu")).total == 0


def test_every_name_of_the_glossary_is_cut_as_letters_are() -> None:
    groups = keyed(group for concept in read_concepts(OWN) for group in concept.synonyms())
    names = set(chain.from_iterable(groups.values()))
    synonyms = Synonyms(groups)
    missed = [
        name
        for name in names
        if not any(one.end - one.start == len(name) for one in synonyms.find(tokens(name)))
    ]

    assert len(names) > 200
    assert missed == []
    assert "WHO" not in names  # who is a word of every other question


def test_groups_that_share_a_name_are_one() -> None:
    groups = keyed([("a b", "c"), ("d", "e"), ("e", "c"), ("国", "国家"), ("的", "of")])

    assert set(groups) == {"a b", "c", "d", "e"}
    assert {frozenset(names) for names in groups.values()} == {frozenset({"a b", "c", "d", "e"})}
    assert set(chain.from_iterable(groups.values())) == {"a b", "c", "d", "e"}


def test_names_are_found_over_the_stems_of_words() -> None:
    synonyms = Synonyms(keyed([("face mask", "respirator")]))
    text = "Face masks, and masks for the face"

    assert [(one.start, one.end) for one in synonyms.find(tokens(text))] == [(0, 10)]
    assert [token.term for token in tokens("masks") if token.view is View.WORDS] == ["mask"]
