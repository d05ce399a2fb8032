import datetime
from pathlib import Path

import pytest

from corpus import Letter, LetterId, read_text
from tests.web.conftest import COLLECTION
from web.citing import Author, Reference, reference_of

MIXED = """致海外合作院校的公开信

Dear presidents of our partner institutions,

How are you? The situation in your country is much on our minds, and we wish you well.
Two months ago our city went through the same nights, so we know how much a greeting weighs.
When this is over we wish to go on exchanging students and teachers with all of you.
您好！贵国的疫情让我们十分牵挂。两个月前我们这座城市经历过同样的夜晚，因此知道一句问候有多重。
待疫情过去，我们愿继续与贵校互派师生。
"""


def reference(letter: Letter) -> Reference:
    accessed = datetime.date(2026, 11, 21)
    return reference_of(letter, url="https://a.example/letters/a", accessed=accessed)


def shipped(name: str) -> Reference:
    text = next(COLLECTION.glob(f"{name}.*")).read_text(encoding="utf-8")
    return reference(read_text(text, letter_id=LetterId(name), source=Path(name).name))


def test_issuers_are_the_authors() -> None:
    assert shipped("2020-02-03-siu-sds-proposal.zh").authors == (
        Author("安全识别联盟"),
        Author("安全证件峰会组委会"),
    )


def test_those_who_signed_are_the_authors_where_nobody_issued() -> None:
    text = (
        "---\ntitle: Open letter\nsignatories:\n  - WANG Yaohua\n  - Jane Smith\n---\nWe ask you.\n"
    )

    authors = reference(read_text(text, letter_id=LetterId("a"), source="a.md")).authors

    assert authors == (
        Author("WANG Yaohua", "WANG", "Yaohua"),
        Author("Jane Smith", "Smith", "Jane"),
    )


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("2020-02-20-ciesc-letter-to-scej", "Letter of thanks to Prof. Tadafumi Adschiri"),
        ("2020-02-20-ciesc-letter-to-scej.zh", "致日本化学工学会（SCEJ）会长阿尻雅文"),
    ],
)
def test_a_letter_without_a_title_is_described_in_its_language(name: str, title: str) -> None:
    found = shipped(name)

    assert found.title.startswith(title)
    assert not found.is_titled


def test_a_letter_in_two_languages_is_cited_in_that_of_its_title() -> None:
    letter = read_text(MIXED, letter_id=LetterId("a"), source="a.txt")

    assert letter.languages[0] == "en"
    assert reference(letter).language == "zh-Hans"


def test_a_translation_says_so() -> None:
    assert shipped("2020-icmia-proposal.zh").translation == "unofficial"
    assert shipped("2020-icmia-proposal").translation == ""
