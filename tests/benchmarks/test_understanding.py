"""Understanding is scored against marks made by hand: here on letters that the project ships."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from benchmarks.understanding import EVERYTHING, main, same_name, score, to_record

LETTERS = Path(__file__).parents[2] / "corpus" / "letters"
SIU = "2020-02-03-siu-sds-proposal.txt"
THANKS = "2020-02-20-ciesc-letter-to-scej.txt"
TITLE = "Proposal on Combating Novel Coronavirus and Meeting Future Market Challenges"
MARKED: dict[str, dict[str, Any]] = {
    f"own/{SIU}": {
        "languages": ["en"],
        "genre": "proposal",
        "title": {"text": TITLE},
        "alt_titles": ["Initiative of Security Identification Union"],
        "date": "2020-02-03",
        "orgs": ["security identification union", "Security Document Summit Committee (SDS)"],
        "addressee": "Dear Sirs (enterprises and organizations)",
        "signatories": ["WANG Yaohua", "XU Wencai", "YANG Wentian", "MA Pizhong", "YU Rui"],
        "body_start": 152,
        "body_end": 3430,
        "items": [
            {"n": n, "level": 1, "kind": "proposal", "start": start, "end": end}
            for n, (start, end) in enumerate(
                [(774, 938), (941, 1451), (1454, 2014), (2017, 3020)], start=1
            )
        ]
        + [
            {"n": n, "level": 2, "kind": "proposal", "start": start, "end": end}
            for n, (start, end) in enumerate([(2239, 2531), (2534, 2776), (2779, 3020)], start=1)
        ],
    },
    f"thanks/{THANKS}": {
        "languages": ["en", "mixed"],
        "genre": "thank_you",
        "title": None,
        "alt_titles": [],
        "date": "2020-02-20",
        "orgs": ["Chemical Industry and Engineering Society of China"],
        "addressee": "Prof. Tadafumi Adschiri",
        "signatories": ["Dai Houliang"],
        "body_start": 1,
        "body_end": 3594,
        "items": [],
    },
}


def mark(folder: Path, **changes: Any) -> Path:
    """A folder with both letters and their marks; `changes` are made to the marks of the first."""
    rows = [{"file": file} | row for file, row in MARKED.items()]
    rows[0] |= changes
    for row in rows:
        (folder / row["file"]).parent.mkdir(exist_ok=True)
        shutil.copy(LETTERS / Path(row["file"]).name, folder / row["file"])
    lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    (folder / "gold.jsonl").write_text("".join(lines), "utf-8")
    return folder


def test_what_is_understood_as_marked_scores_one_in_each_folder(tmp_path: Path) -> None:
    found = to_record(score(mark(tmp_path)))

    assert list(found) == [EVERYTHING, "own", "thanks"]
    assert [one.pop("letters") for one in found.values()] == [2, 1, 1]
    for one in found.values():
        assert {value for value in one.values() if value is not None} == {1.0}
    assert found["own"]["no title invented"] is found["thanks"]["title"] is None
    assert found["thanks"]["items of level 1"] is None


@pytest.mark.parametrize(
    ("changes", "field", "expected"),
    [
        pytest.param({"title": {"text": "A Proposal"}}, "title", 0, id="title"),
        pytest.param({"title": {"text": TITLE.replace(" ", "\n", 1)}}, "title", 1, id="lines"),
        pytest.param({"title": None, "alt_titles": []}, "no title invented", 0, id="invented"),
        pytest.param({"title": {"text": "A"}, "alt_titles": [TITLE]}, "title", 1, id="other title"),
        pytest.param({"date": None}, "date", 0, id="date"),
        pytest.param({"orgs": ["Security Identification Union"]}, "issuers", 2 / 3, id="issuers"),
        pytest.param({"signatories": []}, "signatories", 0, id="signatories"),
        pytest.param({"addressee": None}, "addressee", 0, id="addressee"),
        pytest.param({"body_end": 1791}, "body", 2 / 3, id="half of the body"),
        pytest.param({"genre": "notice"}, "genre", 0, id="genre"),
        pytest.param({"languages": ["en", "zh-Hans"]}, "languages", 0, id="languages"),
    ],
)
def test_each_mistake_counts_in_its_own_field(
    changes: dict[str, Any], field: str, expected: float, tmp_path: Path
) -> None:
    found = to_record(score(mark(tmp_path, **changes)))["own"]

    assert found[field] == pytest.approx(expected, abs=0.001)
    others = {key: value for key, value in found.items() if key not in ("letters", field)}
    assert {value for value in others.values() if value is not None} == {1.0}


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        pytest.param({"start": 778}, {}, id="four characters off"),
        pytest.param({"start": 779}, {"items of level 1": 0.75, "items": 0.8571,
                                      "proposals of level 1": 0.75}, id="five characters off"),
        pytest.param({"end": 1000}, {"spans": 0.75}, id="another end"),
        pytest.param({"kind": "rule"}, {"kinds": 0.75, "proposals of level 1": 0.8571}, id="kind"),
        pytest.param({"level": 2}, {"items of level 1": 0.8571, "proposals of level 1": 0.8571},
                     id="level"),
    ],
)  # fmt: skip
def test_items_count_by_their_start_their_span_and_their_kind(
    item: dict[str, Any], expected: dict[str, float], tmp_path: Path
) -> None:
    first, *others = MARKED[f"own/{SIU}"]["items"]

    found = to_record(score(mark(tmp_path, items=[first | item, *others])))["own"]

    shares = {key: found[key] for key in found if key.endswith(("items", "kinds", "spans", "1"))}
    assert shares == pytest.approx(dict.fromkeys(shares, 1.0) | expected, abs=0.001)


def test_names_match_without_brackets_and_by_a_long_part_alone() -> None:
    assert same_name("柳塘学会（LTS）", "柳塘学会")
    assert same_name("The Tea Union", "Tea Union of Asia") is False
    assert same_name("柳塘", "柳塘学会") is False


def test_a_letter_that_cannot_be_read_counts_as_not_understood(tmp_path: Path) -> None:
    folder = mark(tmp_path)
    (folder / "own" / SIU).write_bytes(b"\0\0\0\0")

    assert to_record(score(folder))["own"]["body"] == 0


def test_the_command_prints_a_table_json_and_what_was_missed(tmp_path: Path) -> None:
    folder = mark(tmp_path, genre="notice")

    table = CliRunner().invoke(main, [str(folder), "--missed"])
    record = CliRunner().invoke(main, [str(folder), "--json"])

    assert table.stdout.splitlines()[0] == "| field | all (2) | own (1) | thanks (1) |"
    assert "| genre | 0.500 | 0.000 | 1.000 |" in table.stdout
    assert table.stderr == f"own/{SIU}: genre: 'proposal' instead of 'notice'\n"
    assert json.loads(record.stdout)["all"]["genre"] == 0.5
