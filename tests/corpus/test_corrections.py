"""Corrections by hand: a `letters.toml` overrules what was understood, and never stops a run."""

import math
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus import (
    Letter,
    Listing,
    from_record,
    identify,
    list_letters,
    load_original,
    read_found,
    scan,
    to_compact,
)
from corpus.correcting import Correction, lay_over
from corpus.correcting.keys import KEYS
from corpus.errors import UnreadableLetter
from corpus.formats import read_plain_text
from corpus.structure.declared import GENRES

LETTER = """首页 > 新闻

关于复工复产的通知

各会员单位：

请大家做好防护，减少聚集。

一、戴口罩。
二、勤洗手。

中国化工学会
2020年2月3日
"""
ENGLISH = "Dear members,\n\nplease wear masks and keep your distance.\n\nCESI Ltd\n"


def put(folder: Path, corrections: str, **letters: str) -> Path:
    for name, text in {"a": LETTER, **letters}.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    (folder / "letters.toml").write_text(corrections, encoding="utf-8")
    return folder


def corrected(folder: Path, corrections: str, text: str = LETTER) -> Letter:
    """The letter `a.txt`, with nothing wrong in what is said of it."""
    listed = list_letters(put(folder, f'["a.txt"]\n{corrections}', a=text))
    assert listed.complaints == ()
    (letter,) = read_found(listed.files[0])
    return letter


def test_what_is_said_by_hand_overrules_what_was_understood(tmp_path: Path) -> None:
    letter = corrected(
        tmp_path,
        """
title = "关于疫情防控的倡议书"
date = 2020-02-04
issuers = ["中国石化联合会", "中国化工学会"]
addressee = "全体会员"
signatories = ["李四"]
genre = "Open letter"
lang = ["zh-CN", "en"]
translation_of = "2020/original"
translation = "unofficial"
initiatives = false
""",
    )

    assert letter.title
    assert letter.addressee
    assert letter.title.text == "关于疫情防控的倡议书"
    assert letter.alt_titles == ("关于复工复产的通知",)
    assert (letter.date, letter.date_text) == ("2020-02-04", None)
    assert [party.name for party in letter.issuers] == ["中国石化联合会", "中国化工学会"]
    assert letter.addressee.text == "全体会员"
    assert [party.name for party in letter.signatories] == ["李四"]
    assert (letter.genre, letter.languages) == ("open_letter", ("zh-Hans", "en"))
    assert (letter.translation_of, letter.translation) == ("2020/original", "unofficial")
    assert letter.initiatives == ()
    assert set(letter.corrected) == set(KEYS) - {"language", "languages"}


def test_words_that_the_letter_has_not_follow_it_and_move_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(LETTER, encoding="utf-8")
    (before,) = read_found(identify(tmp_path / "a.txt", tmp_path))

    letter = corrected(
        tmp_path, 'addressee = "全体会员"\nissuers = ["中国石化联合会", "中国化工学会"]'
    )

    assert letter.own_text == before.text == LETTER
    assert (letter.body, letter.title, letter.initiatives) == (
        before.body, before.title, before.initiatives,
    )  # fmt: skip
    assert letter.added
    assert letter.text[letter.added.start : letter.added.end].split() == [
        "中国石化联合会", "全体会员",
    ]  # fmt: skip
    assert [letter.text[party.start : party.end] for party in letter.issuers] == [
        "中国石化联合会", "中国化工学会",
    ]  # fmt: skip
    assert letter.issuers[1].start == LETTER.index("中国化工学会")
    assert from_record(to_compact(letter), letter.text) == letter


def test_words_have_the_place_where_they_stand_alone(tmp_path: Path) -> None:
    text = "中国化工学会会员：\n\n中国化工学会请大家戴口罩。\n\n**中国化工学会**\n"

    letter = corrected(tmp_path, 'issuers = ["中国化工学会"]', text)

    assert letter.issuers[0].start == text.rindex("中国化工学会")
    assert letter.added is None


@pytest.mark.parametrize(
    ("name", "place"),
    [
        pytest.param("CESI Ltd", ENGLISH.index("CESI"), id="over-words"),
        pytest.param("CES", len(ENGLISH) + 2, id="no-part-of-a-word"),
        pytest.param("keep your distance", ENGLISH.index("keep"), id="within-a-line"),
    ],
)
def test_words_in_latin_script_are_whole_words(tmp_path: Path, name: str, place: int) -> None:
    letter = corrected(tmp_path, f"issuers = '{name}'", ENGLISH)

    assert [(party.name, party.start) for party in letter.issuers] == [(name, place)]


def test_a_letters_toml_is_stronger_than_front_matter(tmp_path: Path) -> None:
    text = f"---\ntitle: 一封信\ndate: 2020-03-01\nissuers: [东湖商会]\n---\n{LETTER}"

    letter = corrected(tmp_path, 'title = "倡议书"\ndate = "2020年2月"', text)

    assert letter.title
    assert (letter.title.text, letter.date) == ("倡议书", "2020-02")
    assert [party.name for party in letter.issuers] == ["东湖商会"]


def test_a_title_is_written_as_it_was_said(tmp_path: Path) -> None:
    letter = corrected(tmp_path, 'title = "Stay At Home!"', "STAY AT HOME\n\nDear all,\n\nDo.\n")

    assert letter.title
    assert letter.title.text == "Stay At Home!"
    assert letter.alt_titles == ()


def test_fields_left_empty_say_that_there_is_none(tmp_path: Path) -> None:
    letter = corrected(tmp_path, 'title = ""\ndate = ""\nissuers = []\naddressee = " "')

    assert (letter.title, letter.date, letter.addressee, letter.issuers) == (None, None, None, ())


def test_it_corrects_the_letters_of_its_own_folder_alone(tmp_path: Path) -> None:
    put(tmp_path, '["a.txt"]\ntitle = "倡议书"\n', b=LETTER)
    (tmp_path / "2020").mkdir()
    (tmp_path / "2020" / "a.txt").write_text(LETTER, encoding="utf-8")

    assert [file.source for file in scan(tmp_path) if file.correction] == ["a.txt"]


def test_it_is_no_letter_and_is_not_given_out(tmp_path: Path) -> None:
    put(tmp_path, '["a.txt"]\ntitle = "倡议书"\n')

    assert [file.source for file in scan(tmp_path)] == ["a.txt"]
    with pytest.raises(UnreadableLetter) as fault:
        load_original("letters.toml", tmp_path)
    assert fault.value.reason == "vanished"


toml_values = st.recursive(
    st.booleans() | st.integers() | st.text(max_size=9) | st.dates() | st.datetimes() | st.times()
    | st.floats(allow_nan=False, allow_infinity=math.inf > 0),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=4,
)  # fmt: skip


@given(st.sampled_from(sorted(KEYS)), toml_values)
def test_every_value_is_strings_in_one_line_or_refused(key: str, value: Any) -> None:
    values = KEYS[key].read(value)

    assert values is None or all(words and words == " ".join(words.split()) for words in values)


names = st.lists(st.text("戴口罩中国 a\n", min_size=1, max_size=6), max_size=4)


@settings(max_examples=200)
@given(st.text("中国戴口罩学会 a\n", max_size=60), names, names)
def test_every_value_has_a_place_and_the_text_stays_before_it(
    text: str, issuers: list[str], title: list[str]
) -> None:
    said = {"issuers": KEYS["issuers"].read(issuers), "title": KEYS["title"].read("".join(title))}
    document = read_plain_text(f"各位：{text}".encode(), "a.txt")

    over = lay_over(document, Correction(tuple((k, v) for k, v in sorted(said.items()) if v)))

    assert over.own_text == document.text
    assert over.text.startswith(document.text)
    for key, values in over.said.items():
        spans = over.declared[key]
        assert [" ".join(over.text[s.start : s.end].split()) for s in spans] == list(values)


def test_the_keys_are_those_of_front_matter(tmp_path: Path) -> None:
    """What can be said in both says the same in both."""
    block = {
        "title": "防疫倡议书", "date": "2020-02-04", "issuers": "石化联合会",
        "addressee": "全体会员", "signatories": "李四", "genre": "notice", "lang": "en",
        "translation_of": "b", "translation": "unofficial",
    }  # fmt: skip
    front = "".join(f"{key}: {value}\n" for key, value in block.items())
    (tmp_path / "b.txt").write_text(f"---\n{front}---\n{LETTER}", encoding="utf-8")
    table = "".join(f'{key} = "{value}"\n' for key, value in block.items())
    assert tomllib.loads(table) == block

    one = corrected(tmp_path, table)
    (other,) = read_found(identify(tmp_path / "b.txt", tmp_path))

    assert said_of(one) == said_of(other)


def said_of(letter: Letter) -> tuple[object, ...]:
    return (
        letter.title and letter.title.text, letter.alt_titles, letter.date,
        [party.name for party in letter.issuers], letter.addressee and letter.addressee.text,
        [party.name for party in letter.signatories], letter.genre, letter.languages,
        letter.translation_of, letter.translation,
    )  # fmt: skip


def test_a_folder_without_one_is_listed_as_ever(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(LETTER, encoding="utf-8")

    listed = list_letters(tmp_path)

    assert listed == Listing(scan(tmp_path), ())
    assert listed.files[0].correction is None


def test_the_example_of_the_readme_is_right(tmp_path: Path) -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    example = readme.split("```toml\n")[1].split("```")[0]
    tables = tomllib.loads(example)
    for name in tables:
        (tmp_path / name).touch()
    (tmp_path / "letters.toml").write_text(example, encoding="utf-8")

    listed = list_letters(tmp_path)

    assert listed.complaints == ()
    assert len([file for file in listed.files if file.correction]) == len(tables) == 3
    shown = {key for table in tables.values() for key in table}
    assert shown == set(KEYS) - {"language", "languages"}
    assert all(genre in example for genre in GENRES)
