"""Judged sets are scored as a third party scores them, and unusable ones are refused by name."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from search.commands import evaluate as command
from search.evaluate import UnusableSet, evaluate

pytest.importorskip("ir_measures", reason="the extra `evaluation` is not installed here")

DOCS = [
    {"id": "d1", "title": "复工复产倡议书", "text": "企业应有序复工，做好防护。"},
    {"id": "d2", "title": "", "text": "Masks and gloves were sent to Wuhan."},
    {"id": "d3", "title": "Thanks", "text": "We thank everybody who sent masks."},
    {"id": "empty", "title": "", "text": ""},
]
QUERIES = [{"id": "q1", "text": "复工"}, {"id": "q2", "text": "masks to Wuhan"}]
QUERIES += [{"id": "q3", "text": "蜻蜓"}, {"id": "not judged", "text": "masks"}]
QRELS = [
    {"qid": f"q{number}", "did": did, "rel": 1} for number, did in ((1, "d1"), (2, "d3"), (3, "d1"))
]


def write_set(folder: Path, **files: list[dict[str, object]]) -> Path:
    folder.mkdir(exist_ok=True)
    for name, rows in files.items():
        lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        (folder / f"{name}.jsonl").write_text(lines, encoding="utf-8")
    return folder


@pytest.fixture
def judged(tmp_path: Path) -> Path:
    return write_set(tmp_path / "small", docs=DOCS, queries=QUERIES, qrels=QRELS)  # type: ignore[arg-type]


def test_the_measures_are_means_over_the_queries(judged: Path) -> None:
    scored = evaluate(judged)

    # q1's letter comes first, q2's second (1 / log2(3) and 1 / 2), q3's not at all
    assert scored.measures["nDCG@10"] == pytest.approx((1 + 0.63093) / 3, abs=1e-4)
    assert scored.measures["RR@10"] == pytest.approx(1.5 / 3)
    assert scored.measures["R@10"] == pytest.approx(2 / 3)
    assert (scored.name, scored.docs, scored.queries) == ("small", 4, 3)
    assert 0 < scored.p50_ms <= scored.p95_ms


def test_the_command_prints_the_json_of_the_contract(judged: Path) -> None:
    result = CliRunner().invoke(command, [str(judged), "--json"])

    assert result.exit_code == 0
    assert list(json.loads(result.stdout)) == [
        "set", "docs", "queries", "nDCG@10", "R@10", "RR@10", "p50_ms", "p95_ms"
    ]  # fmt: skip


def test_a_set_of_one_query_has_its_time(judged: Path) -> None:
    scored = evaluate(write_set(judged, qrels=QRELS[:1]))

    assert scored.queries == 1
    assert scored.p50_ms == scored.p95_ms > 0


@pytest.mark.parametrize(
    ("missing", "says"),
    [
        pytest.param({"docs": DOCS, "queries": QUERIES}, "qrels.jsonl is missing", id="file"),
        pytest.param({"docs": DOCS, "queries": [{"id": "q"}], "qrels": QRELS}, "text", id="key"),
        pytest.param({"docs": DOCS, "queries": QUERIES, "qrels": []}, "no judged", id="judgments"),
    ],
)
def test_what_is_no_judged_set_is_refused(
    tmp_path: Path, missing: dict[str, list[dict[str, object]]], says: str
) -> None:
    with pytest.raises(UnusableSet, match=says):
        evaluate(write_set(tmp_path / "bad", **missing))


def test_the_other_language_is_scored_in_place_of_the_main_ranking(tmp_path: Path) -> None:
    qrels = [{"qid": "q1", "did": "en", "rel": 1}, {"qid": "q2", "did": "zh", "rel": 1}]
    queries = [{"id": "q1", "text": "复工"}, {"id": "q2", "text": "enterprises"}]
    docs = [
        {"id": "en", "title": "", "text": "The company will begin the resumption of work."},
        {"id": "zh", "title": "", "text": "企业应有序复工，做好防护。"},
    ]
    folder = write_set(tmp_path / "both", docs=docs, queries=queries, qrels=qrels)  # type: ignore[arg-type]

    assert evaluate(folder).measures["RR@10"] == 0
    assert evaluate(folder, other_language=True).measures["RR@10"] == 1
    shown = CliRunner().invoke(command, [str(folder), "--json", "--other-language"])
    assert json.loads(shown.stdout)["nDCG@10"] == 1
