"""The route of completions and the command that prints the same."""

import html
import json
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from click.testing import CliRunner
from flask.testing import FlaskClient

from web.cli import main
from web.schemas import Problem
from web.suggest_api import MOST, SuggestAnswer


def suggest(client: FlaskClient, **parameters: object) -> list[dict[str, Any]]:
    response = client.get("/api/v1/suggest", query_string=parameters)
    assert response.status_code == 200, response.get_data(as_text=True)
    answer = response.get_json()
    SuggestAnswer.model_validate(answer, strict=True)
    suggestions = answer["suggestions"]
    assert isinstance(suggestions, list)
    return suggestions


@pytest.mark.parametrize("q", ["复工", "fg", "resum", "联", "<b>", "zzzz", "", "\ufffd"])
def test_an_answer_has_the_published_shape(client: FlaskClient, q: str) -> None:
    for one in suggest(client, q=q):
        assert all(one["text"][mark["start"] : mark["end"]] for mark in one["marks"])


def test_pinyin_finds_what_is_written_in_chinese(client: FlaskClient) -> None:
    found = {one["text"]: one for one in suggest(client, q="fgfc")}

    assert found["复工复产"]["kind"] == "phrase"
    assert found["复工复产"]["marks"] == [{"start": 0, "end": 4}]


def test_every_suggestion_leads_to_a_page(client: FlaskClient) -> None:
    found = [one for q in ("fg", "企业", "association") for one in suggest(client, q=q, limit=20)]
    assert {one["kind"] for one in found} == {"title", "initiative", "issuer", "phrase"}

    for one in found:
        page = html.unescape(client.get(one["url"]).get_data(as_text=True))
        address = urlsplit(one["url"])
        if one["kind"] == "initiative":
            assert f'id="{address.fragment}"' in page
        elif one["kind"] == "title":
            assert one["query"] is None
            assert one["text"] in page
        else:
            assert parse_qs(address.query) == {"q": [one["query"]]}
            answer = client.get("/api/v1/search", query_string={"q": one["query"]}).get_json()
            assert answer["total"] > 0


def test_no_more_come_than_were_asked_for(client: FlaskClient) -> None:
    assert len(suggest(client, q="s", limit=2)) == 2


@pytest.mark.parametrize(
    ("parameters", "name"),
    [
        pytest.param({"q": "复" * 4_001}, "q", id="too long"),
        pytest.param({"limit": MOST + 1}, "limit", id="too many"),
        pytest.param({"query": "复工"}, "query", id="unknown"),
    ],
)
def test_a_parameter_that_cannot_be_used_is_named(
    client: FlaskClient, parameters: dict[str, object], name: str
) -> None:
    response = client.get("/api/v1/suggest", query_string=parameters)

    assert response.status_code == 422
    problem = Problem.model_validate(response.get_json())
    assert [one.name for one in problem.parameters or []] == [name]


def test_the_description_has_the_route(client: FlaskClient) -> None:
    described = client.get("/api/v1/openapi.json").get_json()["paths"]["/api/v1/suggest"]["get"]

    assert {one["name"] for one in described["parameters"]} == {"q", "limit"}
    assert {*described["responses"]} == {"200", "422", "503"}


def run(*arguments: str) -> str:
    result = CliRunner().invoke(main, ["suggest", *arguments], catch_exceptions=False)
    assert result.exit_code == 0
    return result.stdout


def test_the_command_prints_what_goes_on(index_dir: Path) -> None:
    lines = run("fg", "--index-dir", str(index_dir)).splitlines()

    assert '«复工»复产合作联盟  issuer · 1 · issuer:"复工复产合作联盟"' in lines
    assert "Nothing goes on" in run("zzzz", "--index-dir", str(index_dir))


def test_the_json_of_the_command_is_that_of_the_api(index_dir: Path) -> None:
    answer = json.loads(run("复工", "--json", "--limit", "2", "--index-dir", str(index_dir)))

    SuggestAnswer.model_validate(answer, strict=True)
    assert len(answer["suggestions"]) == 2
