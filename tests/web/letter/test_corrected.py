"""A letter of which a `letters.toml` says more: found by it, shown with it, and with its source."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from flask.testing import FlaskClient

from corpus.commands import show
from index import reindex
from web.app import create_app
from web.settings import Settings

LETTER = """各会员单位：

请大家做好防护，减少聚集。

一、戴口罩。
二、勤洗手。

中国化工学会
2020年2月3日
"""
CORRECTIONS = """["信.txt"]
title = "关于疫情防控的呼吁"
date = "2021-03"
issuers = ["中国石化联合会", "中国化工学会"]
signatories = []
genre = "condolence"
initiatives = false
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corrected")
    (folder / "信.txt").write_text(LETTER, encoding="utf-8")
    (folder / "letters.toml").write_text(CORRECTIONS, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def corrected(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    index_dir = tmp_path_factory.mktemp("index")
    reindex(folder, index_dir, jobs=1)
    return create_app(Settings(index_dir=index_dir)).test_client()


@pytest.mark.parametrize(
    "query",
    ["title:呼吁", "issuer:石化", "date:2021-03", "genre:condolence", "呼吁", "石化联合会"],
)
def test_what_was_said_by_hand_finds_the_letter(corrected: FlaskClient, query: str) -> None:
    answer = corrected.get("/api/v1/search", query_string={"q": query}).get_json()

    assert [hit["id"] for hit in answer["results"]] == ["信"]
    assert answer["results"][0]["title"]["text"] == "关于疫情防控的呼吁"
    assert {value["value"] for value in answer["facets"]["issuer"]} == {
        "中国石化联合会", "中国化工学会",
    }  # fmt: skip


@pytest.mark.parametrize("query", ["initiative:口罩", "date:2020", "genre:proposal"])
def test_what_was_overruled_does_not(corrected: FlaskClient, query: str) -> None:
    answer = corrected.get("/api/v1/search", query_string={"q": query}).get_json()

    assert answer["total"] == 0


def test_it_is_completed(corrected: FlaskClient) -> None:
    answer = corrected.get("/api/v1/suggest?q=中国石化").get_json()

    assert "中国石化联合会" in [one["text"] for one in answer["suggestions"]]


def test_the_api_says_which_fields(corrected: FlaskClient) -> None:
    letter = corrected.get("/api/v1/letters/信").get_json()

    assert letter["text"].startswith(LETTER)
    assert letter["corrected"] == [
        "date", "genre", "initiatives", "issuers", "signatories", "title",
    ]  # fmt: skip
    for field in (letter["title"], *letter["issuers"]):
        assert letter["text"][field["start"] : field["end"]] == field["text"]


def test_the_page_of_the_letter_has_the_words_in_its_head_alone(corrected: FlaskClient) -> None:
    page = corrected.get("/letters/信?ui=en&q=呼吁").text

    head, _, article = page.partition("各会员单位：")
    assert "<mark>呼吁</mark>" in head
    assert "中国石化联合会" in head
    text = article.partition("2020年2月3日")[2].partition("</article>")[0]
    assert "呼吁" not in text
    assert "石化" not in text


def test_the_page_says_what_comes_from_it(corrected: FlaskClient) -> None:
    page = " ".join(corrected.get("/understood/信?ui=en").text.split())

    rows = {
        row.partition("</th>")[0].rpartition(">")[2]: row for row in page.split('scope="row"')[1:]
    }
    for field in ("Title", "Date", "Issued by", "Signed by", "Genre", "Initiatives"):
        assert "letters.toml" in rows[field], field
    for field in ("To", "Language"):
        assert "letters.toml" not in rows[field].partition("</tr>")[0], field
    assert "March 2021" in rows["Date"]
    assert "Nothing" in rows["Initiatives"]
    assert "Nothing" in rows["Signed by"]
    assert page.count("呼吁") == page.partition("<ol")[0].count("呼吁")


def test_the_page_says_so_in_chinese(corrected: FlaskClient) -> None:
    page = corrected.get("/understood/信?ui=zh").text

    assert "Nothing" not in page
    assert "letters.toml" in page


def test_the_terminal_says_what_comes_from_it(folder: Path) -> None:
    said = CliRunner().invoke(show, [str(folder / "信.txt"), "--letters-dir", str(folder)]).stdout

    lines = {line[:13].strip(): line[13:] for line in said.splitlines() if line[:1] != " "}
    assert lines["Title"] == "关于疫情防控的呼吁 [letters.toml]"
    assert lines["Date"] == "2021-03 [letters.toml]"
    assert lines["Issuers"] == "中国石化联合会 [letters.toml]; 中国化工学会 [letters.toml]"
    assert lines["Signatories"] == "- [letters.toml]"
    assert lines["Genre"] == "condolence [letters.toml]"
    assert lines["Initiatives"] == "- [letters.toml]"
    assert lines["Addressee"] == "各会员单位 [line 1]"
    assert lines["Languages"] == "zh-Hans"
    assert lines["Body"].endswith(f"of {len(LETTER)}")
