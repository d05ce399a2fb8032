"""Another spelling at the doors: in the JSON, on the page in both languages, in the terminal."""

import re
from pathlib import Path
from urllib.parse import quote

import pytest
from click.testing import CliRunner
from flask.testing import FlaskClient

import corpus
from web.cli import main
from web.schemas import SearchAnswer


def test_the_json_offers_it_and_says_why(client: FlaskClient) -> None:
    answer = client.get("/api/v1/search?q=复工付产").get_json()

    SearchAnswer.model_validate(answer, strict=False)
    assert answer["query"]["text"] == "复工付产"
    assert answer["suggestions"] == [{"text": "复工复产", "reason": "sound"}]
    assert answer["corrected"] is None


def test_the_json_names_what_was_searched_where_nothing_was_found(client: FlaskClient) -> None:
    answer = client.get("/api/v1/search?q=coronavirsu").get_json()

    assert answer["query"]["text"] == "coronavirsu"
    assert answer["suggestions"] == [{"text": "coronavirus", "reason": "spelling"}]
    assert answer["corrected"] == "coronavirus"
    assert answer["total"] > 0
    assert all(result["url"].endswith("?q=coronavirus") for result in answer["results"])


@pytest.mark.parametrize(("language", "words"), [("en", "Did you mean:"), ("zh", "您是不是要找：")])
def test_the_page_links_to_it(client: FlaskClient, language: str, words: str) -> None:
    text = client.get(f"/?q=复工付产&genre=proposal&page=2&ui={language}").get_data(as_text=True)

    offered = re.search(r'<p class="suggestion".*?</p>', text, re.DOTALL)
    assert offered
    assert words in offered[0]
    assert f'href="/?q={quote("复工复产")}&amp;genre=proposal' in offered[0]
    assert "page=2" not in offered[0]
    assert 'value="复工付产"' in text


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "No letter matches <q><bdi>coronavirsu</bdi></q>."),
        ("zh", "没有公开信匹配<q><bdi>coronavirsu</bdi></q>。"),
    ],
)
def test_the_page_names_both_where_nothing_was_found(
    client: FlaskClient, language: str, words: str
) -> None:
    text = client.get(f"/?q=coronavirsu&ui={language}").get_data(as_text=True)

    assert words in text
    assert ">coronavirus</bdi></a>" in text
    assert 'value="coronavirsu"' in text
    assert "<mark>coronavirus</mark>" in text.lower()
    assert re.search(r'href="/letters/[^"]*\?q=coronavirus&', text)


def test_right_queries_get_none(client: FlaskClient) -> None:
    for q in ("复工复产", "novel coronavirus", "", "蜻蜓"):
        answer = client.get(f"/api/v1/search?q={q}").get_json()
        assert (answer["suggestions"], answer["corrected"]) == ([], None)
        assert 'class="suggestion"' not in client.get(f"/?q={q}").get_data(as_text=True)


def test_what_is_offered_is_escaped(client: FlaskClient) -> None:
    text = client.get("/?q=<script>+coronavirsu").get_data(as_text=True)

    assert "&lt;script&gt; coronavirus</bdi>" in text
    assert "<script> coronavirus" not in text


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", ["Did you mean: %s", "No letter matches: %s", "These are the letters for: %s"]),
        ("zh", ["您是不是要找：%s", "没有信件匹配：%s", "以下结果来自：%s"]),
    ],
)
def test_the_terminal_says_it_in_both_languages(
    tmp_path: Path, language: str, told: list[str]
) -> None:
    runner = CliRunner(env={"LETTERS_INDEX": str(tmp_path), "LETTERS_LANG": language})
    folder = str(Path(corpus.__file__).parent / "letters")
    assert runner.invoke(main, ["reindex", folder, "--index-dir", str(tmp_path)]).exit_code == 0

    offered, corrected = (
        runner.invoke(main, ["search", q, "--index-dir", str(tmp_path)]).stdout.splitlines()
        for q in ("复工付产", "coronavirsu")
    )

    assert offered[0] == told[0] % "复工复产"
    assert corrected[:2] == [told[1] % "coronavirsu", told[2] % "coronavirus"]
