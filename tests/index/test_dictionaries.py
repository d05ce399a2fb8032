"""The compiled dictionary: the words of the segmenter, without loading it."""

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analysis import open_segmenter
from index.analysis.cutting import cut
from index.analysis.jieba_model import JiebaModel, read_model
from index.analysis.quick_segmenter import QuickSegmenter
from index.dictionaries import at_once, prepare_dictionary
from index.word_tree import FIRST, LAST, WordTree

HAN = st.characters(min_codepoint=FIRST, max_codepoint=LAST)
LETTER = " 复工复产合作联盟倡议书 为引导和帮助企业等会员单位科学精准防控新冠肺炎 钟南山弗雷斯诺"


class Unloaded:
    """The segmenter as it is before it is loaded; it says when it is."""

    name, version = "rjieba", open_segmenter("rjieba").version

    def __init__(self, custom: str = "") -> None:
        self.custom = custom
        self.is_loaded = False

    def load(self) -> None:
        self.is_loaded = True

    def cut(self, text: str) -> list[str]:
        self.load()
        return open_segmenter("rjieba").cut(text)


@pytest.fixture(scope="module")
def model() -> JiebaModel:
    return read_model()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A prepared dictionary."""
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("XDG_CACHE_HOME", str(folder))
        found = prepare_dictionary(folder)
    assert found is not None
    return found


@pytest.fixture(scope="module")
def tree(made: Path) -> WordTree:
    return WordTree(made)


@pytest.fixture(scope="module")
def common(model: JiebaModel) -> list[str]:
    """Words of two and three characters, each hundredth by its frequency."""
    words = sorted(model.frequencies, key=lambda word: -model.frequencies[word])
    return [word for word in words if 1 < len(word) < 4 and ord(min(word)) >= FIRST][::100]


@pytest.mark.parametrize("name", ["rjieba", "jieba"])
def test_a_letter_is_cut_as_the_segmenter_cuts_it(name: str, tree: WordTree) -> None:
    assert cut(LETTER, tree) == open_segmenter(name).cut(LETTER)


@given(st.lists(st.text(HAN, min_size=1, max_size=12), max_size=4))
def test_any_han_text_is_cut_as_the_segmenter_cuts_it(tree: WordTree, runs: list[str]) -> None:
    text = " ".join(["", *runs])

    assert cut(text, tree) == open_segmenter("rjieba").cut(text)


@given(st.data())
def test_words_without_some_characters_are_guessed_alike(
    tree: WordTree, common: list[str], data: st.DataObject
) -> None:
    words = data.draw(st.lists(st.sampled_from(common), min_size=1, max_size=6))
    text = "".join(words)
    kept = data.draw(st.lists(st.booleans(), min_size=len(text), max_size=len(text)))
    run = "".join(character for character, keeps in zip(text, kept, strict=True) if keeps)

    assert cut(run, tree) == open_segmenter("rjieba").cut(run)


def test_short_texts_load_nothing(tree: WordTree) -> None:
    native = Unloaded()

    assert QuickSegmenter(native, tree).cut(" 佩戴口罩") == [" ", "佩戴", "口罩"]
    assert not native.is_loaded


def test_when_loading_pays_it_is_loaded(tree: WordTree) -> None:
    native = Unloaded()

    assert QuickSegmenter(native, tree).cut("口罩" * 10_000)[:2] == ["口罩", "口罩"]
    assert native.is_loaded


@pytest.fixture
def cache(tmp_path: Path, made: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that programs of a user keep things in, with a dictionary prepared."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = tmp_path / "cache" / "letters"
    folder.mkdir(parents=True)
    shutil.copy(made, folder)
    return folder


def test_a_dictionary_is_made_once(cache: Path, made: Path, tmp_path: Path) -> None:
    before = (cache / made.name).stat().st_mtime_ns

    assert prepare_dictionary(tmp_path) == cache / made.name
    assert (cache / made.name).stat().st_mtime_ns == before


def test_a_new_dictionary_takes_the_place_of_old_ones(
    cache: Path, made: Path, tmp_path: Path
) -> None:
    old, other = cache / "words-0123456789abcdef.bin", cache / "words-123456789abcdef0.bin"
    (cache / made.name).rename(old)
    shutil.copy(old, other)
    os.utime(old, (0, 0))

    assert prepare_dictionary(tmp_path) == cache / made.name
    assert set(cache.iterdir()) == {cache / made.name, other}  # which another version may use


def test_where_the_cache_cannot_be_written_to_it_is_beside_the_index(
    cache: Path, tmp_path: Path
) -> None:
    shutil.rmtree(cache)
    cache.write_text("not a folder")
    made = prepare_dictionary(tmp_path)

    assert made is not None
    assert made.parent == tmp_path / "dictionaries"


def test_a_prepared_dictionary_is_used_until_the_segmenter_is_loaded(
    cache: Path, tmp_path: Path
) -> None:
    native = Unloaded()
    quick = at_once(native, tmp_path)

    assert quick.cut(" 佩戴口罩") == [" ", "佩戴", "口罩"]
    assert not quick.is_loaded
    quick.load()
    assert quick.is_loaded
    assert at_once(native, tmp_path) is native


def test_without_a_dictionary_the_segmenter_is_what_it_was(cache: Path, tmp_path: Path) -> None:
    shutil.rmtree(cache)
    native = Unloaded()

    assert at_once(native, tmp_path) is native


def test_words_of_the_admin_need_the_segmenter_itself(cache: Path, tmp_path: Path) -> None:
    native = Unloaded(custom="0123456789abcdef")

    assert at_once(native, tmp_path) is native


@pytest.mark.parametrize("place", [100, -100], ids=["in the tree", "in the directory"])
def test_a_damaged_dictionary_is_left_out(
    cache: Path, made: Path, tmp_path: Path, place: int, caplog: pytest.LogCaptureFixture
) -> None:
    content = bytearray(made.read_bytes())
    content[place] ^= 1
    (cache / made.name).write_bytes(content)
    segmenter = at_once(Unloaded(), tmp_path)

    assert segmenter.cut(" 佩戴口罩") == [" ", "佩戴", "口罩"]
    assert segmenter.is_loaded
    assert "not used" in caplog.text
