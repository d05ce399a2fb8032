"""Other names of the same thing at the doors: in the JSON, on the page and in the terminal."""

import json
from pathlib import Path

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

    assert "novel coronavirus" in told.splitlines()[1]
    assert "Also looked for" not in typed
    assert SIU not in {result["id"] for result in record["results"]}
