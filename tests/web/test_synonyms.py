"""Other names of the same thing at the doors: in the JSON, on the page and in the terminal."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from flask.testing import FlaskClient

import corpus
from web.cli import main
from web.schemas import Query

SIU = "2020-02-03-siu-sds-proposal"


def test_the_json_names_what_was_looked_for(client: FlaskClient) -> None:
    answer = client.get("/api/v1/search?q=COVID-19").get_json()

    (synonym,) = answer["query"]["synonyms"]
    Query.model_validate(answer["query"], strict=True)
    assert synonym["from"] == "COVID-19"
    assert {"novel coronavirus", "新冠肺炎"} <= set(synonym["to"])
    assert SIU in {result["id"] for result in answer["results"]}


def test_it_can_be_switched_off_in_the_api(client: FlaskClient) -> None:
    answer = client.get("/api/v1/search?q=COVID-19&synonyms=false").get_json()

    assert answer["query"]["synonyms"] == []
    assert SIU not in {result["id"] for result in answer["results"]}


def test_the_page_says_so_and_leads_to_what_was_typed_and_back(client: FlaskClient) -> None:
    with_names = client.get("/?q=COVID-19&ui=en").get_data(as_text=True)
    without = client.get("/?q=COVID-19&ui=en&synonyms=false&translate=false").get_data(as_text=True)

    assert "Also looked for:" in with_names
    assert ">novel coronavirus</bdi>" in with_names
    assert 'href="/?q=COVID-19&amp;synonyms=false' in with_names
    assert "Also looked for:" not in without
    assert ">Look for them</a>" in without
    assert f"/letters/{SIU}?" not in without


def test_the_letter_marks_what_the_search_looked_for(client: FlaskClient) -> None:
    with_names = client.get(f"/letters/{SIU}?q=COVID-19").get_data(as_text=True)
    without = client.get(f"/letters/{SIU}?q=COVID-19&synonyms=false").get_data(as_text=True)

    assert "<mark id=" in with_names
    assert "<mark id=" not in without


def test_addresses_of_letters_say_that_other_names_were_left_out(client: FlaskClient) -> None:
    plain = client.get("/api/v1/search?q=covid19").get_json()["results"]
    typed = client.get("/api/v1/search?q=covid19&synonyms=false").get_json()["results"]

    assert not any("synonyms" in result["url"] for result in plain)
    assert all(result["url"].endswith("?q=covid19&synonyms=false") for result in typed)


def test_an_explanation_follows_the_search(client: FlaskClient) -> None:
    address = f"/api/v1/letters/{SIU}/explain?q=COVID-19"

    with_names = client.get(address).get_json()
    without = client.get(f"{address}&synonyms=false").get_json()

    assert with_names["found_by"] == "query"
    assert "novel coronavirus" in with_names["query"]["synonyms"][0]["to"]
    assert without["found_by"] != "query"
    assert without["query"]["synonyms"] == []
    assert without["unmet"][0]["text"] == "COVID-19"


def test_a_score_without_other_names_is_explained(client: FlaskClient) -> None:
    q = "q=COVID-19 resumption&synonyms=false"
    results = client.get(f"/api/v1/search?{q}").get_json()["results"]

    for result in results:
        explained = client.get(f"/api/v1/letters/{result['id']}/explain?{q}").get_json()
        assert explained["score"] == pytest.approx(result["score"], rel=1e-5)
        assert explained["url"] == result["url"]


def test_a_page_without_other_names_says_nothing_of_them(client: FlaskClient) -> None:
    assert "Also looked for:" not in client.get("/?q=alliance&ui=en").get_data(as_text=True)


def test_the_terminal_tells_them_and_leaves_them_out(tmp_path: Path) -> None:
    runner = CliRunner(env={"LETTERS_INDEX": str(tmp_path)})
    letters = Path(corpus.__file__).parent / "letters"
    assert runner.invoke(main, ["reindex", str(letters)]).exit_code == 0

    told = runner.invoke(main, ["search", "COVID-19"]).stdout
    typed = runner.invoke(main, ["search", "COVID-19", "--no-synonyms"]).stdout
    record = json.loads(
        runner.invoke(main, ["search", "COVID-19", "--no-synonyms", "--json"]).stdout
    )

    explained = runner.invoke(main, ["explain", "COVID-19", SIU]).stdout
    unexplained = runner.invoke(main, ["explain", "COVID-19", SIU, "--no-synonyms"]).stdout

    assert "gives 100% of the score" in explained
    assert "of the score" not in unexplained
    assert "novel coronavirus" in told.splitlines()[1]
    assert "Also looked for" not in typed
    assert SIU not in {result["id"] for result in record["results"]}
