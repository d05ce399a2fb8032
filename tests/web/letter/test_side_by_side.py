from pathlib import Path

import pytest
from flask.testing import FlaskClient

from corpus import Letter, align_initiatives, read_text
from corpus.letter import LetterId
from index import reindex
from web.app import create_app
from web.letter.side_by_side import Row, show_side_by_side
from web.settings import Settings

ENGLISH = """Proposal on masks

Dear members,

We propose:

1. Wear masks at work. We shall do so too.

2. Keep a distance. (1) At the doors. (2) In the halls.

Thank you!
"""
CHINESE = """关于口罩的倡议书

各会员单位：

我会倡议：

一、上班佩戴口罩。我们也会这样做。

二、保持距离。

三、勤洗手。

谢谢大家！
"""
SIU = "2020-02-03-siu-sds-proposal"


def letter(text: str, name: str) -> Letter:
    return read_text(text, letter_id=LetterId(name), source=f"{name}.txt")


@pytest.fixture
def rows() -> list[Row]:
    here, there = letter(ENGLISH, "en"), letter(CHINESE, "zh")
    return list(show_side_by_side(here, there, align_initiatives(here, there)))


def text_of(row: Row) -> tuple[str, str]:
    here, there = ("".join(str(line.html) for line in cell.lines) for cell in (row.here, row.there))
    return here, there


def test_initiatives_stand_beside_those_that_say_the_same(rows: list[Row]) -> None:
    shown = [text_of(row) for row in rows]

    assert (
        "1. Wear masks at work. We shall do so too.",
        "一、上班佩戴口罩。我们也会这样做。",
    ) in shown
    assert any(here.startswith("2. Keep") and there == "二、保持距离。" for here, there in shown)


def test_what_only_one_version_has_stands_alone(rows: list[Row]) -> None:
    alone = next(row for row in rows if row.there.label == "3")

    assert alone.here.lines == ()
    assert "勤洗手" in text_of(alone)[1]


@pytest.mark.parametrize("side", [0, 1])
def test_every_word_of_both_is_there_once(rows: list[Row], side: int) -> None:
    shown = "".join(text_of(row)[side] for row in rows)

    assert "".join(shown.split()) == "".join((ENGLISH, CHINESE)[side].split())


def test_letters_without_initiatives_are_two_columns() -> None:
    here, there = (
        letter("Thanks\n\nMany thanks to you all.\n", "a"),
        letter("感谢信\n\n谢谢。\n", "b"),
    )

    shown = [text_of(row) for row in show_side_by_side(here, there, ())]

    assert "".join(one for one, _ in shown) == "ThanksMany thanks to you all."


def test_the_page_shows_both_with_links_into_each(client: FlaskClient) -> None:
    text = client.get(f"/versions/{SIU}").text

    assert f'href="/letters/{SIU}#initiative-4-1"' in text
    assert f'href="/letters/{SIU}.zh#initiative-4-1"' in text
    assert '<p lang="zh-Hans"' in text
    assert '<p lang="en"' in text


@pytest.mark.parametrize("address", [f"/versions/{SIU}?with=nothing", "/versions/nothing"])
def test_there_is_no_page_of_no_version(client: FlaskClient, address: str) -> None:
    assert client.get(address).status_code == 404


def test_a_letter_alone_has_no_page_of_versions(tmp_path: Path) -> None:
    folder = tmp_path / "letters"
    folder.mkdir()
    (folder / "a.txt").write_text(ENGLISH, encoding="utf-8")
    reindex(folder, tmp_path / "index", jobs=1)

    response = create_app(Settings(index_dir=tmp_path / "index")).test_client().get("/versions/a")

    assert response.status_code == 404
    assert "This letter has no other version." in response.text
