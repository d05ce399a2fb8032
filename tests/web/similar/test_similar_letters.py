"""`letters similar` and its address, as people and programs use them."""

import json
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from click.testing import CliRunner, Result
from flask.testing import FlaskClient

from web.cli import main
from web.schemas import Problem
from web.similar.schemas import SimilarAnswer

CEC = "2020-cec-resumption-of-work-proposal"


def similar(client: FlaskClient, letter_id: str, query: str = "") -> dict[str, Any]:
    response = client.get(f"/api/v1/letters/{quote(letter_id)}/similar{query}")
    assert response.status_code == 200
    answer = response.get_json()
    assert isinstance(answer, dict)
    return answer


def run(index_dir: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["similar", *arguments, "--index-dir", str(index_dir)])


@pytest.mark.parametrize("letter_id", [CEC, f"{CEC}.zh", "来信/某协会 100%", "café"])
def test_an_answer_has_the_published_shape(client: FlaskClient, letter_id: str) -> None:
    answer = similar(client, letter_id)

    SimilarAnswer.model_validate(answer, strict=True)
    assert answer["id"] == letter_id
    assert all(client.get(one["url"]).status_code == 200 for one in answer["results"])


def test_each_letter_says_why_it_is_there(client: FlaskClient) -> None:
    address = f"/api/v1/letters/{CEC}.zh/similar?limit=9"
    chinese = client.get(address, headers={"Accept-Language": "zh"}).get_json()["results"]
    english = client.get(address, headers={"Accept-Language": "en"}).get_json()["results"]

    assert chinese[0]["message"].startswith("两封信都有“")
    assert english[0]["message"].startswith("Both letters have “")
    assert {one["id"] for one in english if one["is_version"]} == {CEC}
    assert all(
        one["message"].startswith("It is another version of this letter")
        for one in english
        if one["is_version"]
    )


def test_a_limit_is_kept(client: FlaskClient) -> None:
    whole = similar(client, CEC)["results"]

    assert similar(client, CEC, "?limit=2")["results"] == whole[:2]


def test_the_command_lists_letters_with_what_they_share(index_dir: Path) -> None:
    lines = run(index_dir, f"{CEC}.zh", "--limit", "2").output.splitlines()

    assert lines[0].startswith("1. ")
    assert lines[2].startswith("   Both letters have “")
    assert len(lines) == 6


def test_json_is_that_of_the_api(index_dir: Path, client: FlaskClient) -> None:
    assert json.loads(run(index_dir, CEC, "--json").output) == similar(client, CEC)


def test_an_unknown_letter_is_an_error(index_dir: Path, client: FlaskClient) -> None:
    result = run(index_dir, "no-such-letter")
    response = client.get("/api/v1/letters/no-such-letter/similar")

    assert result.exit_code == 1
    assert "no-such-letter" in result.output
    assert response.status_code == 404
    assert Problem.model_validate(response.get_json()).status == 404


@pytest.mark.parametrize("query", ["limit=0", "limit=101", "limit=x", "q=1"])
def test_a_parameter_that_cannot_be_used_is_named(client: FlaskClient, query: str) -> None:
    response = client.get(f"/api/v1/letters/{CEC}/similar?{query}")

    assert response.status_code == 422
    assert response.get_json()["parameters"][0]["name"] == query.split("=")[0]
