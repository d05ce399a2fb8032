"""`letters search`, as people and programs run it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from index import reindex
from web.cli import main

LETTERS = Path(__file__).parents[2] / "corpus" / "letters"


@pytest.fixture(scope="module")
def index_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("searching") / "index"
    reindex(LETTERS, folder)
    return folder


def run(index_dir: Path, *arguments: str) -> str:
    result = CliRunner().invoke(main, ["search", *arguments, "--index-dir", str(index_dir)])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_hits_are_ranked_and_marked(index_dir: Path) -> None:
    lines = run(index_dir, "复工复产").splitlines()

    assert lines[0].startswith("2 letters in ")
    assert lines[2] == "1. «复工复产»合作联盟倡议书"
    assert "2020-cec-resumption-of-work-proposal.zh · zh-Hans · no date · proposal" in lines[3]


def test_initiatives_that_matched_are_listed(index_dir: Path) -> None:
    assert "→ 3. Help each other." in run(index_dir, "initiative:3", "--lang", "en")


def test_options_narrow_and_order(index_dir: Path) -> None:
    shown = run(index_dir, "epidemic 疫情", "--lang", "en", "--sort", "-date", "--limit", "2")

    assert shown.startswith("3 letters")
    assert shown.index("2020-02-20-ciesc") < shown.index("2020-02-03-siu")
    assert "\n3. " not in shown


def test_notes_and_no_hits_say_what_to_do(index_dir: Path) -> None:
    shown = run(index_dir, '"蜻蜓')

    assert shown.startswith("Note: A quotation mark has no partner")
    assert "No letter was found" in shown


def test_json_is_that_of_the_api(index_dir: Path) -> None:
    answer = json.loads(run(index_dir, "novel coronavirus", "--json", "--limit", "1"))

    assert list(answer) == [
        "query", "unit", "total", "page", "per_page", "took_ms", "results", "facets",
        "suggestions", "corrected", "other_language",
    ]  # fmt: skip
    assert len(answer["results"]) == 1
    assert "<mark>" in answer["results"][0]["snippets"][0]["html"]


def test_without_an_index_the_command_to_run_is_named(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["search", "x", "--index-dir", str(tmp_path / "none")])

    assert result.exit_code == 1
    assert "letters reindex" in result.stderr
