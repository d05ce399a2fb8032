"""Simplified and traditional Chinese: the same letters found, and the script typed first."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opencc import OpenCC

from index import LiveIndex, reindex
from search import Request, Searcher

LETTERS = Path(__file__).parents[2] / "corpus" / "letters"
RUNS = tuple(
    dict.fromkeys(
        run
        for path in sorted(LETTERS.glob("*.zh.md"))
        for run in re.findall("[\u3400-\u9fff]{2,}", path.read_text(encoding="utf-8"))
    )
)
SAID = "关于减免商户租金的倡议书\n\n疫情期间商铺停业，请业主减免租金。\n联系人：办公室 {}\n"
to_traditional = OpenCC("s2t").convert


@pytest.fixture(scope="module")
def both_scripts(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    """Letters that are the same but for the script, indexed one after the other."""
    folder = tmp_path_factory.mktemp("scripts")
    letters, generation = folder / "letters", folder / "index"
    letters.mkdir()
    for number, script in enumerate(("hans", "hant", "hans", "hant")):
        text = SAID.format(number)
        text = to_traditional(text) if script == "hant" else text
        (letters / f"{number}-{script}.txt").write_text(text, encoding="utf-8")
        reindex(letters, generation)
    return Searcher(LiveIndex(generation))


def scripts_found(searcher: Searcher, q: str) -> list[str]:
    hits = searcher.search(Request(q=q)).hits
    return [hit.letter.id.split("-")[1] for hit in hits]


AS_INDEXED = ["hans", "hant"] * 2
SIMPLIFIED = ["hans"] * 2 + ["hant"] * 2
TRADITIONAL = SIMPLIFIED[::-1]


@pytest.mark.parametrize(
    ("q", "order"),
    [
        pytest.param("減免租金", TRADITIONAL, id="traditional"),
        pytest.param("减免租金", SIMPLIFIED, id="simplified"),
        pytest.param("「減免租金」", TRADITIONAL, id="traditional-phrase"),
        pytest.param("標題:減免", TRADITIONAL, id="in-a-field"),
        pytest.param("租金 OR (商户 AND 减免)", SIMPLIFIED, id="in-a-group"),
        pytest.param("标题:租金", AS_INDEXED, id="the-name-of-a-field-tells-nothing"),
        pytest.param("租金 genre:proposal", AS_INDEXED, id="nothing-tells"),
    ],
)
def test_on_a_tie_the_script_typed_comes_first(
    both_scripts: Searcher, q: str, order: list[str]
) -> None:
    assert scripts_found(both_scripts, q) == order


def test_a_better_letter_comes_first_in_whichever_script(tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    for name, text in (
        ("a-hans", "关于减免租金的倡议书\n\n请业主减免租金，再减免租金。"),
        ("b-hant", "關於減免租金的倡議書\n\n疫情期間商鋪停業，許多商戶難以為繼，請業主考慮。"),
    ):
        (tmp_path / "letters" / f"{name}.txt").write_text(text, encoding="utf-8")
    reindex(tmp_path / "letters", tmp_path / "index")

    assert scripts_found(Searcher(LiveIndex(tmp_path / "index")), "減免租金") == ["hans", "hant"]


@given(st.sampled_from(RUNS), st.integers(0, 20), st.integers(2, 8))
def test_the_traditional_form_of_a_query_finds_what_the_simplified_one_does(
    searcher: Searcher, run: str, start: int, length: int
) -> None:
    typed = run[start % (len(run) - 1) :][:length]

    for form in ("{}", "“{}”", "标题:{}", "{} -口罩"):
        simplified, traditional = (
            searcher.search(Request(q=form.format(q), per_page=100))
            for q in (typed, to_traditional(typed))
        )
        assert {hit.letter.id for hit in traditional.hits} == {
            hit.letter.id for hit in simplified.hits
        }
        assert traditional.total == simplified.total
