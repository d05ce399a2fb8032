"""The other language at the doors: in the JSON, on the page and in the terminal."""

import re
from pathlib import Path

from click.testing import CliRunner
from flask.testing import FlaskClient

import corpus
from web.cli import main
from web.schemas import OtherLanguage

CEC = "2020-cec-resumption-of-work-proposal"


def test_the_json_names_the_words_and_has_the_letters(client: FlaskClient) -> None:
    answer = client.get("/api/v1/search?q=复工").get_json()

    other = answer["other_language"]
    OtherLanguage.model_validate(other, strict=True)
    assert {"from": "复工", "to": other["terms"][0]["to"]} == other["terms"][0]
    assert "resumption of work" in other["terms"][0]["to"]
    assert other["total"] >= len(other["results"]) > 0
    assert {result["lang"] for result in other["results"]} == {"en"}
    assert all(result["url"].endswith("?q=%E5%A4%8D%E5%B7%A5") for result in other["results"])


def test_it_can_be_switched_off_and_is_null_where_nothing_is_found(client: FlaskClient) -> None:
    for address in ("q=复工&translate=false", "q=复工&lang=zh", "q=", "q=蜻蜓"):
        assert client.get(f"/api/v1/search?{address}").get_json()["other_language"] is None


def test_the_page_shows_a_group_of_its_own_with_marks(client: FlaskClient) -> None:
    text = client.get("/?q=resumption+of+work&ui=en").get_data(as_text=True)

    main_results, group = text.split('<section class="other"')
    assert "letters in the other language" in group
    assert "<bdi>复工</bdi>" in group
    assert "<mark>复工" in group
    assert "<mark>复工" not in main_results


def test_the_group_is_on_the_first_page_alone(client: FlaskClient) -> None:
    def shown(address: str) -> bool:
        return 'class="other"' in client.get(address).get_data(as_text=True)

    assert shown("/?q=倡议&per_page=1")
    assert not shown("/?q=倡议&per_page=1&page=2")
    assert not shown("/?q=倡议&translate=false")


def test_letters_that_lead_from_the_group_are_marked(client: FlaskClient) -> None:
    text = client.get(f"/letters/{CEC}?q=复工").get_data(as_text=True)

    assert re.search("<mark[^>]*>return to work</mark>", text)


def test_the_terminal_shows_it_below(tmp_path: Path) -> None:
    runner = CliRunner(env={"LETTERS_INDEX": str(tmp_path)})
    assert (
        runner.invoke(main, ["reindex", str(Path(corpus.__file__).parent / "letters")]).exit_code
        == 0
    )

    shown = runner.invoke(main, ["search", "复工"]).stdout

    head, group = shown.split("In the other language, ")
    assert "复工: resumption of work" in group
    assert "«return to work»" in group
    assert "«return to work»" not in head
