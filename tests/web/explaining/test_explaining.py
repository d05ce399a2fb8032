"""`letters explain` and its address, as people and programs use them."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from flask.testing import FlaskClient

from web.cli import main
from web.explaining.schemas import ExplanationAnswer
from web.schemas import Problem

CEC = "2020-cec-resumption-of-work-proposal"
QUERIES = [
    "复工复产 口罩",
    "“合作联盟”",
    "复* OR title:联盟",
    "resumption",
    "lang:en",
    "",
    "。",
    "\u202e",
]


def explain(client: FlaskClient, q: str, letter_id: str = f"{CEC}.zh") -> dict[str, Any]:
    response = client.get(f"/api/v1/letters/{letter_id}/explain", query_string={"q": q})
    assert response.status_code == 200
    answer = response.get_json()
    assert isinstance(answer, dict)
    return answer


def run(index_dir: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["explain", *arguments, "--index-dir", str(index_dir)])


@pytest.mark.parametrize("letter_id", [CEC, f"{CEC}.zh", "来信/某协会 100%"])
@pytest.mark.parametrize("q", QUERIES)
def test_an_explanation_has_the_published_shape_and_adds_up(
    client: FlaskClient, q: str, letter_id: str
) -> None:
    answer = explain(client, q, letter_id)

    ExplanationAnswer.model_validate(answer, strict=True)
    parts = [*answer["words"], *filter(None, (answer["closeness"], answer["shared"]))]
    assert answer["score"] == pytest.approx(sum(part["score"] for part in parts), rel=1e-5)
    if parts and answer["score"]:
        assert sum(part["share"] for part in parts) == pytest.approx(1)
    assert answer["sentences"]


def test_the_score_is_that_of_the_search(client: FlaskClient) -> None:
    results = client.get("/api/v1/search?q=复工 口罩").get_json()["results"]

    for rank, result in enumerate(results, start=1):
        answer = explain(client, "复工 口罩", result["id"])
        assert answer["score"] == pytest.approx(result["score"], rel=1e-5, abs=1e-6)
        assert answer["rank"] == rank


def test_sentences_need_no_knowledge_of_search(client: FlaskClient) -> None:
    address = f"/api/v1/letters/{CEC}.zh/explain?q=复工复产 口罩"
    chinese = client.get(address, headers={"Accept-Language": "zh"}).get_json()["sentences"]
    english = client.get(address, headers={"Accept-Language": "en"}).get_json()["sentences"]

    assert re.fullmatch(r"“复工”在标题、正文和倡议中出现 6 次，贡献了 \d+% 的得分。", chinese[1])
    assert "信中没有：“口罩”。" in chinese
    assert english[1].startswith(
        "“复工” is 6 times in the title, the text, and the initiatives and gives "
    )
    assert len(chinese) == len(english)


def test_the_command_prints_sentences_and_a_table_that_adds_up(index_dir: Path) -> None:
    lines = run(index_dir, "复工复产", f"{CEC}.zh").output.splitlines()

    table = lines.index("") + 2
    words = [line.split() for line in lines[table:-2]]
    whole = sum(float(row[0]) for row in words if len(row) == 2)
    assert float(lines[-2]) == pytest.approx(whole, abs=0.001)
    assert lines[1].startswith("Of the letters found")
    assert any("复工 · the text · words" in line for line in lines)


def test_the_command_speaks_the_language_that_is_set(
    index_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LETTERS_LANG", "zh")

    assert "按输入的检索词找不到这封信。" in run(index_dir, "口罩", CEC).output


def test_json_is_that_of_the_api(index_dir: Path, client: FlaskClient) -> None:
    answer = json.loads(run(index_dir, "resumption", CEC, "--json").output)

    assert answer == explain(client, "resumption", CEC)


def test_an_unknown_letter_is_an_error(index_dir: Path, client: FlaskClient) -> None:
    result = run(index_dir, "x", "no-such-letter")
    response = client.get("/api/v1/letters/no-such-letter/explain?q=x")

    assert result.exit_code == 1
    assert "no-such-letter" in result.output
    assert response.status_code == 404
    assert Problem.model_validate(response.get_json()).status == 404


@pytest.mark.parametrize("query", ["foo=1", f"q={'a' * 4001}"], ids=["unknown", "too-long"])
def test_a_parameter_that_cannot_be_used_is_named(client: FlaskClient, query: str) -> None:
    response = client.get(f"/api/v1/letters/{CEC}/explain?{query}")

    assert response.status_code == 422
    assert response.get_json()["parameters"][0]["name"] == query.split("=")[0]


def test_what_would_steer_a_terminal_is_taken_out(index_dir: Path) -> None:
    assert "\u202e" not in run(index_dir, "\u202e某某", "来信/某协会 100%").output
