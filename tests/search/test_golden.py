"""The golden queries over the shipped letters, and the guard that asks them before a swap."""

import json
from collections import defaultdict
from pathlib import Path

import ir_measures
import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from index import LiveIndex, Snapshot, reindex
from search import golden
from search.golden import GoldenQuery, UnusableGolden, load_golden, mean, ndcg
from search.reindexing import reindex as command

SHIPPED = Path(__file__).parents[1] / "golden" / "shipped.jsonl"
LETTERS = Path(__file__).parents[2] / "corpus" / "letters"
MASKS = "关于口罩的倡议书\n\n一、做好口罩和消毒用品的储备。"
WORK = "复工复产倡议书\n\n一、企业有序复工，员工佩戴口罩。"


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    index_dir = tmp_path_factory.mktemp("index")
    reindex(LETTERS, index_dir)
    return LiveIndex(index_dir).snapshot()


def test_every_kind_of_query_finds_the_shipped_letters(shipped: Snapshot) -> None:
    queries = load_golden(SHIPPED)
    scores = golden.score(shipped, queries)
    of_kind = defaultdict(list)
    for query, score in zip(queries, scores, strict=True):
        of_kind[query.kind].append(score)

    assert len(queries) >= 60
    assert mean(scores) >= 0.98
    assert {kind: mean(its) for kind, its in of_kind.items() if mean(its) < 0.95} == {}


@given(
    found=st.lists(st.sampled_from("abcdefghijklmn"), unique=True, max_size=12),
    relevant=st.dictionaries(st.sampled_from("abcdefgh"), st.integers(1, 3), min_size=1),
)
def test_ndcg_is_that_of_the_evaluation(found: list[str], relevant: dict[str, int]) -> None:
    run = {"q": {letter: -float(place) for place, letter in enumerate(found)}}
    measure = ir_measures.parse_measure("nDCG@10")
    expected = ir_measures.calc_aggregate([measure], {"q": relevant}, run)[measure] if found else 0

    assert ndcg(found, relevant) == pytest.approx(expected)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "letters"
    folder.mkdir()
    (folder / "masks.txt").write_text(MASKS, "utf-8")
    (folder / "work.txt").write_text(WORK, "utf-8")
    return folder


def run(folder: Path, *options: str) -> Result:
    arguments = [str(folder), "--index-dir", str(folder.parent / "index"), *options]
    return CliRunner().invoke(command, arguments)


def write_golden(path: Path, *queries: dict[str, object]) -> str:
    path.parent.mkdir(exist_ok=True)
    path.write_text("".join(json.dumps(query) + "\n" for query in queries), "utf-8")
    return str(path)


def found_now(folder: Path) -> set[str]:
    snapshot = LiveIndex(folder.parent / "index").snapshot()
    return {snapshot.id(number) for number in range(snapshot.count)}


def test_an_index_that_finds_less_is_refused_and_the_live_one_stays(folder: Path) -> None:
    queries = write_golden(
        folder.parent / "golden.jsonl",
        {"q": "复工", "relevant": ["work"]},
        {"q": "口罩 储备", "relevant": {"masks": 2}},
    )
    first = run(folder, "--golden", queries)
    (folder / "work.txt").unlink()

    refused = run(folder, "--golden", queries)

    assert first.exit_code == 0, first.output
    assert "2 golden queries: nDCG@10 1.0000" in first.stderr
    assert refused.exit_code == 1
    assert "fell from 1.0000 to 0.5000" in refused.stderr
    assert "1.000 -> 0.000  复工 (wanted: work)" in refused.stderr
    assert "口罩" not in refused.stderr
    assert found_now(folder) == {"masks", "work"}


def test_a_fall_within_the_tolerance_is_allowed(folder: Path) -> None:
    queries = write_golden(
        folder.parent / "golden.jsonl",
        {"q": "复工", "relevant": ["work"]},
        {"q": "口罩 储备", "relevant": ["masks"]},
    )
    run(folder, "--golden", queries)
    (folder / "work.txt").unlink()

    allowed = run(folder, "--golden", queries, "--tolerance", "0.5")

    assert allowed.exit_code == 0, allowed.output
    assert "nDCG@10 0.5000, before 1.0000" in allowed.stderr
    assert found_now(folder) == {"masks"}


def test_golden_queries_beside_the_admins_own_words_are_asked_unbidden(folder: Path) -> None:
    write_golden(folder / ".letters" / "golden.jsonl", {"q": "复工", "relevant": ["work"]})
    run(folder)
    (folder / "work.txt").write_text("改期通知\n\n年会改期举行。", "utf-8")

    assert run(folder).exit_code == 1
    assert run(folder, "--tolerance", "1").exit_code == 0


@pytest.mark.parametrize(
    ("line", "told"),
    [
        pytest.param("口罩", "line 1", id="not JSON"),
        pytest.param('{"relevant": ["a"]}', "'q' is missing", id="no query"),
        pytest.param('{"q": "口罩", "relevant": []}', "relevant needs letters", id="no letters"),
        pytest.param('{"q": "口罩", "relevant": {"a": 0}}', "grades of 1 or more", id="grade 0"),
        pytest.param('["口罩"]', "line 1", id="no object"),
        pytest.param("", "no golden query", id="empty"),
    ],
)
def test_a_file_that_cannot_be_used_is_told_by_its_line(folder: Path, line: str, told: str) -> None:
    file = folder.parent / "golden.jsonl"
    file.write_text(line, "utf-8")

    with pytest.raises(UnusableGolden, match=told):
        load_golden(file)
    refused = run(folder, "--golden", str(file))
    assert (refused.exit_code, told in refused.output) == (1, True)
    assert not (folder.parent / "index").exists()


def test_what_is_found_in_the_other_language_can_be_golden(shipped: Snapshot) -> None:
    wanted = {"2020-02-20-ciesc-letter-to-scej": 1}

    scores = golden.score(
        shipped,
        [
            GoldenQuery(q="疫苗", relevant=wanted, other_language=True),
            GoldenQuery(q="疫苗", relevant=wanted),
        ],
    )

    assert scores == (1.0, 0.0)
