"""Initiatives as results on the page, the API and in the terminal."""

import re
from pathlib import Path

from click.testing import CliRunner
from flask.testing import FlaskClient

from web.cli import main
from web.schemas import SearchAnswer

API = "/api/v1/search"


def test_the_api_lists_initiatives_with_links_to_them(client: FlaskClient) -> None:
    answer = client.get(API, query_string={"q": "行业自律", "unit": "initiative"}).get_json()

    SearchAnswer.model_validate(answer, strict=True)
    first = answer["results"][0]
    (its,) = first["initiatives"]
    assert answer["unit"] == "initiative"
    assert first["id"] == "2020-cec-resumption-of-work-proposal.zh"
    assert its["number"] == 4
    assert its["url"].endswith("#initiative-4")
    letter = client.get(f"/api/v1/letters/{first['id']}").get_json()
    marked = [letter["text"][m["start"] : m["end"]] for m in its["marks"]]
    assert marked == ["行业", "行业自律", "行业"]
    assert letter["initiatives"][3]["head"] == its["head"]


def test_totals_facets_and_pages_are_of_initiatives(client: FlaskClient) -> None:
    words = {"q": "企业 epidemic", "unit": "initiative", "lang": "zh"}
    one = client.get(API, query_string=words).get_json()
    pages = [
        client.get(API, query_string={**words, "per_page": 3, "page": page}).get_json()["results"]
        for page in range(1, one["total"] // 3 + 2)
    ]

    listed = [hit["initiatives"][0]["url"] for page in pages for hit in page]
    assert len(set(listed)) == len(listed) == one["total"]
    assert sum(value["count"] for value in one["facets"]["genre"]) == one["total"]
    assert {value["value"] for value in one["facets"]["lang"]} > {"zh-Hans"}


def test_an_unknown_unit_is_named(client: FlaskClient) -> None:
    answer = client.get(API, query_string={"unit": "sentence"})

    assert answer.status_code == 422
    assert [one["name"] for one in answer.get_json()["parameters"]] == ["unit"]


def test_the_page_switches_between_letters_and_initiatives(client: FlaskClient) -> None:
    letters = client.get("/?q=企业&lang=zh").get_data(as_text=True)
    switch = re.search(r'href="(/[^"]*unit=initiative[^"]*)"', letters)
    assert switch

    page = client.get(switch[1].replace("&amp;", "&"), headers={"Accept-Language": "zh"})

    html = page.get_data(as_text=True)
    assert "lang=zh" in switch[1]
    assert re.search(r"找到 \d+ 条倡议", html)
    assert re.search(r'href="/letters/[^"]*#initiative-\d', html)
    assert re.search(r'<input type="hidden" name="unit" value="initiative">', html)


def test_a_page_without_initiatives_says_so(client: FlaskClient) -> None:
    html = client.get("/?q=zzzz&unit=initiative").get_data(as_text=True)

    assert "No initiative matches" in html
    assert "unit=" not in re.search(r'href="[^"]*q=zzzz[^"]*"[^>]*>Whole letters', html)[0]  # type: ignore[index]


def test_hostile_heads_are_escaped(client: FlaskClient) -> None:
    html = client.get("/?q=口罩&unit=initiative").get_data(as_text=True)

    assert "&lt;img src=x" in html
    assert "<img" not in html


def test_the_terminal_lists_initiatives(index_dir: Path) -> None:
    found = CliRunner().invoke(
        main,
        [
            "search",
            "行业自律",
            "--unit",
            "initiative",
            "--limit",
            "1",
            "--index-dir",
            str(index_dir),
        ],
    )

    lines = found.stdout.splitlines()
    assert found.exit_code == 0
    assert re.match(r"\d+ initiatives? in ", lines[0])
    assert "1. [4] 要充分发挥«行业»协会的组织作用，加强«行业自律»" in found.stdout
    assert "2020-cec-resumption-of-work-proposal.zh" in found.stdout
