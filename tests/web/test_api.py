import html
import re
from typing import Any
from urllib.parse import quote

import pytest
from flask import Flask
from flask.testing import FlaskClient

from corpus import to_record
from search import FACETS
from web.collection import searcher
from web.marking import escaped
from web.parameters import SearchParameters
from web.schemas import LetterAnswer, Problem, SearchAnswer

SIU = "2020-02-03-siu-sds-proposal"
QUERIES = [
    "",
    "复工",
    "epidemic 疫情",
    '"novel coronavirus"',
    "initiative:3",
    "zzzyyy",
    "title: ((",
    "script",
]


def search(client: FlaskClient, **parameters: object) -> dict[str, Any]:
    response = client.get("/api/v1/search", query_string=parameters)
    assert response.status_code == 200, response.get_data(as_text=True)
    answer = response.get_json()
    assert isinstance(answer, dict)
    return answer


@pytest.mark.parametrize("query", QUERIES)
def test_an_answer_has_the_published_shape(client: FlaskClient, query: str) -> None:
    answer = search(client, q=query)

    SearchAnswer.model_validate(answer, strict=True)
    assert answer["query"]["text"] == query
    assert list(answer) == [
        "query", "unit", "total", "page", "per_page", "took_ms", "results", "facets",
        "suggestions", "corrected", "other_language",
    ]  # fmt: skip


@pytest.mark.parametrize("query", ["复工", "epidemic 疫情", "“互帮互助”", "script 复工", "倡议"])
def test_every_mark_is_a_slice_of_the_letter(client: FlaskClient, query: str) -> None:
    answer = search(client, q=query)
    assert answer["results"]

    for result in answer["results"]:
        text = client.get(f"/api/v1/letters/{quote(result['id'])}").get_json()["text"]
        for snippet in result["snippets"]:
            assert text[snippet["start"] : snippet["end"]] == snippet["text"]
            marked = [text[mark["start"] : mark["end"]] for mark in snippet["marks"]]
            assert marked == [
                html.unescape(found) for found in re.findall("<mark>(.*?)</mark>", snippet["html"])
            ]
            assert re.sub("</?mark>", "", snippet["html"]) == escaped(snippet["text"])


def test_a_result_leads_to_its_letter_and_initiative(client: FlaskClient) -> None:
    result = search(client, q="互帮互助", lang="zh")["results"][0]

    assert result["url"].startswith("http://localhost/letters/")
    initiative = next(one for one in result["initiatives"] if one["number"] == 3)
    assert initiative["url"].endswith("#initiative-3")
    response = client.get(initiative["url"])
    assert 'id="initiative-3"' in response.get_data(as_text=True)


def test_an_id_in_chinese_is_percent_encoded_in_its_address(client: FlaskClient) -> None:
    result = next(r for r in search(client, q="")["results"] if r["id"] == "来信/某协会 100%")

    assert result["url"].isascii()
    assert " " not in result["url"]
    assert client.get(result["url"]).status_code == 200


def test_repeated_parameters_are_alternatives(client: FlaskClient) -> None:
    chinese = search(client, q="疫情 epidemic", lang="zh")["total"]
    english = search(client, q="疫情 epidemic", lang="en")["total"]
    both = client.get("/api/v1/search?q=疫情+epidemic&lang=zh&lang=en").get_json()["total"]

    assert chinese
    assert english
    assert both == chinese + english


def test_parts_of_dates_cover_their_span(client: FlaskClient) -> None:
    of_february = {
        r["id"] for r in search(client, date_from="2020-02", date_to="2020-02")["results"]
    }

    assert SIU in of_february
    assert "2020-02-20-ciesc-letter-to-scej" in of_february
    assert "café" not in of_february
    assert "café" in {r["id"] for r in search(client, date_from="2020-03")["results"]}


def test_only_the_facets_that_are_asked_for_are_counted(client: FlaskClient) -> None:
    assert set(search(client)["facets"]) == set(FACETS)
    assert set(search(client, facet="lang")["facets"]) == {"lang"}
    several = client.get("/api/v1/search?facet=genre&facet=year").get_json()["facets"]
    assert set(several) == {"genre", "year"}


def test_words_are_in_the_language_that_is_asked_for(client: FlaskClient) -> None:
    address = "/api/v1/search?q=%22fever&facet=genre"
    chinese = client.get(address, headers={"Accept-Language": "zh"})
    english = client.get(address, headers={"Accept-Language": "en"})

    assert chinese.headers["Content-Language"] == "zh-Hans"
    assert chinese.get_json()["query"]["notes"][0]["message"].startswith("引号")
    assert english.get_json()["query"]["notes"][0]["message"].startswith("A quotation mark")


@pytest.mark.parametrize("letter_id", [SIU, f"{SIU}.zh", "2020-icmia-proposal", "来信/某协会 100%"])
def test_a_letter_is_what_show_prints_with_its_address(
    app: Flask, client: FlaskClient, letter_id: str
) -> None:
    with app.app_context():
        view = searcher().letter(letter_id)
    assert view

    answer = client.get(f"/api/v1/letters/{quote(letter_id)}").get_json()

    LetterAnswer.model_validate(answer, strict=True)
    assert client.get(answer.pop("url")).status_code == 200
    assert answer == to_record(view.letter, view.pairs)
    assert answer["pairs"] or not letter_id.startswith(SIU)


BAD = [
    "page=0", "page=-1", "page=x", "page=", "per_page=101", "per_page=0", "sort=foo", "sort=",
    "lang=fr", "lang=zh&lang=fr", "genre=song", "issuer=",
    "date_from=2020-13", "date_to=2020-02-30",
    "date_from=", "facet=none", "translate=perhaps", "foo=1", "Q=1", f"q={'a' * 4001}",
]  # fmt: skip


@pytest.mark.parametrize("query", BAD, ids=[bad[:20] for bad in BAD])
def test_a_parameter_that_cannot_be_used_is_named(client: FlaskClient, query: str) -> None:
    response = client.get(f"/api/v1/search?{query}")

    assert response.status_code == 422
    assert response.content_type == "application/problem+json"
    problem = Problem.model_validate(response.get_json(), strict=True)
    assert problem.status == 422
    assert {one.name for one in problem.parameters or ()} == {query.split("=")[0]}
    assert all(one.detail for one in problem.parameters or ())


def test_all_bad_parameters_are_named_in_the_language_that_is_asked_for(
    client: FlaskClient,
) -> None:
    address = "/api/v1/search?page=0&sort=foo&bar=1"
    problem = client.get(address, headers={"Accept-Language": "zh-CN"}).get_json()

    assert problem["title"] == "参数有误"
    assert problem["parameters"] == [
        {"name": "page", "detail": "不能小于 1。"},
        {"name": "sort", "detail": "只能是 'relevance', 'date' or '-date' 之一。"},
        {"name": "bar", "detail": "没有这个参数。"},
    ]


@pytest.mark.parametrize("query", ['"', "(" * 4000, "字" * 4000, "\0", "\u202e复工", "a REQUIRE b"])
def test_no_query_is_an_error(client: FlaskClient, query: str) -> None:
    assert client.get("/api/v1/search", query_string={"q": query}).status_code == 200


def test_bytes_that_are_no_text_become_replacements_with_a_note(client: FlaskClient) -> None:
    answer = client.get(f"/api/v1/search?q=%ff{quote('复工')}%ed%a0%80").get_json()

    assert answer["query"]["text"].startswith("\ufffd复工\ufffd")
    assert [note["kind"] for note in answer["query"]["notes"]] == ["replaced"]


@pytest.mark.parametrize(
    ("method", "address", "status"),
    [
        ("GET", "/api/v1/letters/nothing", 404),
        ("GET", "/api/v1/nothing", 404),
        ("GET", "/api/nothing", 404),
        ("POST", "/api/v1/search", 405),
        ("GET", f"/api/v1/letters/{SIU}?foo=1", 422),
    ],
)
def test_every_error_is_problem_details(
    client: FlaskClient, method: str, address: str, status: int
) -> None:
    response = client.open(address, method=method)

    assert response.status_code == status
    assert response.content_type == "application/problem+json"
    problem = Problem.model_validate(response.get_json())
    assert problem.status == status
    assert problem.title
    if status == 405:
        assert "GET" in response.headers["Allow"]


def references(value: object) -> set[str]:
    if isinstance(value, dict):
        own = {value["$ref"]} if isinstance(value.get("$ref"), str) else set()
        return own.union(*(references(one) for one in value.values()))
    if isinstance(value, list):
        return set().union(*(references(one) for one in value))
    return set()


def test_the_description_is_complete(client: FlaskClient) -> None:
    described = client.get("/api/v1/openapi.json").get_json()
    operation = described["paths"]["/api/v1/search"]["get"]

    assert described["openapi"].startswith("3.1")
    assert described["servers"] == [{"url": "http://localhost"}]
    assert set(described["paths"]) == {
        "/api/v1/search",
        "/api/v1/letters/{letter_id}",
        "/api/v1/letters/{letter_id}/explain",
        "/api/v1/letters/{letter_id}/initiatives/{place}/recurring",
        "/api/v1/letters/{letter_id}/similar",
        "/api/v1/suggest",
    }
    assert [one["name"] for one in operation["parameters"]] == list(SearchParameters.model_fields)
    assert all(one["description"] for one in operation["parameters"])
    names = {f"#/components/schemas/{name}" for name in described["components"]["schemas"]}
    assert references(described) <= names


def test_the_page_about_the_api_loads_nothing_from_elsewhere(client: FlaskClient) -> None:
    text = client.get("/api/v1/docs").get_data(as_text=True)

    loading = re.sub(r'<link rel="alternate"[^>]*>', "", text)
    addresses = re.findall(r'(?:href|src|action)="([^"]*)"', loading)
    assert addresses
    assert all(re.match(r"/(?!/)|#", address) for address in addresses)
    for name in (*SearchParameters.model_fields, "SearchAnswer", "Problem"):
        assert name in text


def test_without_an_index_the_api_says_so(no_index: FlaskClient) -> None:
    response = no_index.get("/api/v1/search?q=复工")

    assert response.status_code == 503
    assert response.content_type == "application/problem+json"
    assert "letters reindex" in response.get_json()["detail"]


def test_months_are_counted_when_they_are_asked_for(client: FlaskClient) -> None:
    facets = client.get("/api/v1/search?facet=month&date_to=2020-02").get_json()["facets"]

    assert set(facets) == {"month"}
    assert [(one["value"], one["label"]) for one in facets["month"]] == [
        ("2020-02", "February 2020"),
        ("2020-03", "March 2020"),
    ]


def test_years_are_alternatives_that_stay_on_offer(client: FlaskClient) -> None:
    answer = client.get("/api/v1/search?year=2019&year=2020&facet=year").get_json()

    assert answer["total"] == sum(one["count"] for one in answer["facets"]["year"])
    assert {result["date"][:4] for result in answer["results"]} == {"2020"}
