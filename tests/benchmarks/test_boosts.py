"""Boosts are changed in plans, and what that gives is told for each."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from benchmarks.boosts import BOOSTS, boosted, main, score
from index import LiveIndex, reindex
from search import Searcher
from search.collection import Collection

LETTERS = {
    "title": "关于口罩的倡议书\n\n各会员单位：\n\n请加强消毒，做好通风，保护员工。",
    "body": "复工倡议书\n\n各会员单位：\n\n请佩戴口罩。口罩要及时更换，口罩用后要妥善处理。",
}


@pytest.fixture
def collection(tmp_path: Path) -> Collection:
    (tmp_path / "letters").mkdir()
    for name, text in LETTERS.items():
        (tmp_path / "letters" / f"{name}.txt").write_text(text, "utf-8")
    reindex(tmp_path / "letters", tmp_path / "index")
    return Searcher(LiveIndex(tmp_path / "index")).collection()


def test_a_boost_decides_between_title_and_body(collection: Collection) -> None:
    asked = [("口罩", {"title": 1})]

    assert score(collection, asked, {**BOOSTS, "title": 3.0}) == 1.0
    assert score(collection, asked, {**BOOSTS, "title": 0.0}) < 1.0


def test_a_plan_with_the_boosts_that_it_has_stays(collection: Collection) -> None:
    plan = collection.prepare("口罩 title:倡议 mask*").plan

    assert boosted(plan, BOOSTS) == plan


def test_the_table_has_a_row_for_each_boost(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(LETTERS["title"], "utf-8")
    row = {
        "file": "a.txt",
        "title": {"text": "关于口罩的倡议书"},
        "items": [{"head": "请加强消毒"}, {"head": None}],
    }
    (tmp_path / "gold.jsonl").write_text(json.dumps(row) + "\n", "utf-8")

    done = CliRunner().invoke(main, [str(tmp_path), "--others", "20"])

    assert done.exit_code == 0, done.output
    lines = done.stdout.splitlines()
    assert lines[0].split()[:4] == ["title", "initiative", "golden", "heads"]
    assert all(float(line.split()[3]) == 1 for line in lines[1:])
