from dataclasses import replace

import pytest

from tests.web.citing.references import CHINESE, ENGLISH, SUMMIT, UNION, people
from web.citing import Author, Reference, to_apa, to_gbt7714
from web.citing.authors import read_signatory

GROUPS = (UNION, SUMMIT, Author("Alliance of Clubs"), Author("Forum of Towns"))


def test_gbt_names_organisations_date_and_access() -> None:
    assert to_gbt7714(CHINESE).text == (
        "安全识别联盟, 安全证件峰会组委会. 关于抗击新型冠状病毒、共迎未来市场挑战的倡议书[EB/OL]. "
        "(2020-02-03)[2026-11-21]. https://letters.example.org/letters/siu.zh."
    )


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        pytest.param(replace(CHINESE, date=None), "(缺日期)[2026-11-21]", id="undated-zh"),
        pytest.param(replace(ENGLISH, date=None), "(n.d.)[2026-11-21]", id="undated-en"),
        pytest.param(replace(ENGLISH, date="2020-02"), "(2020-02)[2026-11-21]", id="month"),
        pytest.param(
            replace(CHINESE, authors=tuple(map(Author, ["甲会", "乙会", "丙会", "丁会"]))),
            "甲会, 乙会, 丙会, 等. 关于",
            id="four-zh",
        ),
        pytest.param(
            replace(ENGLISH, authors=GROUPS),
            "Alliance of Clubs, et al. Proposal",
            id="four-en",
        ),
        pytest.param(
            replace(ENGLISH, authors=people("Jane A. Smith", "Yaohua WANG")),
            "SMITH J A, WANG Yaohua. Proposal",
            id="people",
        ),
        pytest.param(
            replace(ENGLISH, authors=(Author("Green Motors Co., Ltd."),)),
            "Ltd. Proposal",
            id="one-full-stop",
        ),
    ],
)
def test_gbt_in_the_forms_of_the_standard(reference: Reference, expected: str) -> None:
    assert expected in to_gbt7714(reference).text


def test_gbt_begins_with_the_title_where_nobody_is_named() -> None:
    cited = to_gbt7714(replace(CHINESE, authors=()))

    assert (cited.before, cited.title) == ("", CHINESE.title)


def test_apa_names_organisations_and_sets_the_title_in_italics() -> None:
    cited = to_apa(ENGLISH)

    assert cited.text == (
        "Security Identification Union & Security Document Summit Committee. (2020, February 3). "
        "Proposal on Combating Novel Coronavirus [Proposal]. "
        "https://letters.example.org/letters/siu"
    )
    assert (cited.title, cited.is_italic) == (ENGLISH.title, True)


def test_apa_gives_a_chinese_title_its_marks_and_its_translation() -> None:
    cited = to_apa(replace(CHINESE, translated_title=ENGLISH.title, translation="unofficial"))

    assert cited.title == "《关于抗击新型冠状病毒、共迎未来市场挑战的倡议书》"
    assert not cited.is_italic
    assert cited.after.startswith(
        " [Proposal on Combating Novel Coronavirus] [Proposal, unofficial translation]. https://"
    )


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        pytest.param(replace(ENGLISH, date=None), " (n.d.). Proposal", id="undated"),
        pytest.param(
            replace(ENGLISH, date=None), ". Retrieved November 21, 2026, from https:", id="read-on"
        ),
        pytest.param(replace(ENGLISH, date="2020-02"), " (2020, February). ", id="month"),
        pytest.param(replace(ENGLISH, date="2020"), " (2020). ", id="year"),
        pytest.param(replace(ENGLISH, authors=GROUPS), "Clubs, & Forum of Towns. (", id="groups"),
        pytest.param(
            replace(ENGLISH, authors=people("Jane A. Smith", "Jean-Paul Roy", "Yaohua WANG")),
            "Smith, J. A., Roy, J.-P., & Wang, Y. (2020",
            id="people",
        ),
        pytest.param(
            replace(ENGLISH, authors=tuple(Author(f"Club {n}") for n in range(1, 23))),
            "Club 18, Club 19, . . . Club 22. (",
            id="more-than-twenty",
        ),
        pytest.param(
            replace(ENGLISH, authors=(Author("Green Motors Co., Ltd."),)),
            "Ltd. (2020, February 3). Proposal",
            id="one-full-stop",
        ),
    ],
)
def test_apa_in_the_forms_of_the_manual(reference: Reference, expected: str) -> None:
    assert expected in to_apa(reference).text


def test_apa_begins_with_the_title_where_nobody_is_named() -> None:
    assert to_apa(replace(ENGLISH, authors=())).text == (
        "Proposal on Combating Novel Coronavirus [Proposal]. (2020, February 3). "
        "https://letters.example.org/letters/siu"
    )


def test_a_letter_without_a_title_is_described() -> None:
    untitled = replace(ENGLISH, title="Letter of thanks to Prof. Adschiri", is_titled=False)

    assert (
        "(2020, February 3). [Letter of thanks to Prof. Adschiri]. https" in to_apa(untitled).text
    )
    assert to_gbt7714(untitled).title == "[Letter of thanks to Prof. Adschiri]"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Jane Smith", Author("Jane Smith", "Smith", "Jane")),
        ("Prof. Jane  Smith", Author("Jane Smith", "Smith", "Jane")),
        ("WANG Yaohua", Author("WANG Yaohua", "WANG", "Yaohua")),
        ("王耀华", Author("王耀华")),
        ("China Electricity Council", Author("China Electricity Council")),
        ("The undersigned, members of the board", Author("The undersigned, members of the board")),
        ("Martin Luther King Jr.", Author("Martin Luther King Jr.")),
        ("Dr", Author("Dr")),
    ],
)
def test_only_certain_names_are_taken_apart(name: str, expected: Author) -> None:
    assert read_signatory(name) == expected
