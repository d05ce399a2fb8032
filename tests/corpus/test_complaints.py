"""What is wrong with a `letters.toml` is named, with what to do; it never stops a run."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import Complaint, Wording, iter_unmet, list_letters, read_found, scan
from corpus.correcting import Correction, read_corrections
from corpus.correcting.reading import LARGEST, MOST
from tests.corpus.test_corrections import LETTER, put


def in_both(wording: Wording) -> str:
    return f"{wording.english}（{wording.chinese}）"


def complaints(folder: Path, corrections: str) -> list[str]:
    return [in_both(said.wording) for said in list_letters(put(folder, corrections)).complaints]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_it_is_read_as_editors_save_it(tmp_path: Path, encoding: str) -> None:
    put(tmp_path, "")
    text = '["a.txt"]\r\ntitle = "关于防疫的倡议书"\r\nissuers = ["中国化工学会"]\r\n'
    (tmp_path / "letters.toml").write_bytes(text.encode(encoding))

    listed = list_letters(tmp_path)

    assert listed.complaints == ()
    assert listed.files[0].correction == Correction(
        (("issuers", ("中国化工学会",)), ("title", ("关于防疫的倡议书",)))
    )


@pytest.mark.parametrize(
    ("corrections", "words"),
    [
        pytest.param('["a.txt"]\ntitle = 倡议书\n', ("not TOML", "line 2", "不符合"), id="syntax"),
        pytest.param('["a.txt"]\ndate = 2020-02-30\n', ("not TOML", "date"), id="no-such-day"),
        pytest.param('["a.txt"]\ndate = 2020-02\n', ("line 2", "months", "年月"), id="bare-month"),
        pytest.param('["a.txt"]\n["a.txt"]\n', ("not TOML", "twice"), id="table-twice"),
        pytest.param(f"a = {'[' * 100_000}\n", ("not TOML", "nested"), id="nested"),
        pytest.param("a . ''.b" * 50_000 + " = 1\n", ("not TOML", "nested"), id="dots"),
        pytest.param(f"[{'a.' * 50_000}a]\n", ("not TOML", "nested"), id="header-of-dots"),
        pytest.param(f"a = {'1' * 100_000}\n", ("not TOML", "digits"), id="digits"),
        pytest.param('["a.txt"]\ntitel = "x"\n', ("line 2: titel", '"title"', "“title”"), id="key"),
        pytest.param('["a.pdf"]\ndate = 2020-02-03\n', ('"a.pdf"', '"a.txt"'), id="no-file"),
        pytest.param('["A"]\ndate = 2020-02-03\n', ("line 1", '"a.txt"'), id="no-suffix"),
        pytest.param("[a.txt]\ndate = 2020-02-03\n", ('["a.txt"]', "引号"), id="unquoted"),
        pytest.param('title = "x"\n', ("line 1: title", "NAME OF THE FILE"), id="no-table"),
        pytest.param('"a.txt" = "x"\n', ('line 1: "a.txt"', "table"), id="no-table-of-it"),
        pytest.param('[["a.txt"]]\ntitle = "x"\n', ('"a.txt"', "table"), id="tables"),
        pytest.param('["a.txt"]\ntitle = 3\n', ("line 2: title", "quotation"), id="number"),
        pytest.param(f'["a.txt"]\ntitle = "{"x" * 1001}"\n', ("title", "1,000"), id="long"),
        pytest.param('["a.txt"]\ndate = "soon"\n', ("date", "2020-02-03"), id="no-date"),
        pytest.param('["a.txt"]\ndate = 09:30:00\n', ("date", "2020-02-03"), id="time"),
        pytest.param('["a.txt"]\nissuers = [1]\n', ("issuers", "names"), id="no-names"),
        pytest.param('["a.txt"]\ngenre = "poem"\n', ("genre", "proposal"), id="genre"),
        pytest.param('["a.txt"]\nlang = "zh"\n', ("lang", "zh-Hans"), id="chinese"),
        pytest.param('["a.txt"]\nlang = []\n', ("lang", "zh-Hans"), id="no-language"),
        pytest.param('["a.txt"]\ninitiatives = true\n', ("initiatives", "false"), id="true"),
        pytest.param('["a.txt"]\ninitiatives = "一、"\n', ("initiatives", "各条"), id="no-list"),
    ],
)  # fmt: skip
def test_what_does_not_count_is_named(
    tmp_path: Path, corrections: str, words: tuple[str, ...]
) -> None:
    (said,) = complaints(tmp_path, corrections)

    assert all(word in said for word in words), said


def test_what_is_wrong_with_one_field_leaves_the_others(tmp_path: Path) -> None:
    put(tmp_path, '["a.txt"]\ntitel = "x"\ndate = 7\ntitle = "倡议书"\n["b.txt"]\n["c.txt"]\n')

    listed = list_letters(tmp_path)

    assert [said.line for said in listed.complaints] == [2, 3, 5, 6]
    assert listed.files[0].correction == Correction((("title", ("倡议书",)),))


def test_a_broken_one_leaves_the_letters_as_they_were_understood(tmp_path: Path) -> None:
    put(tmp_path, '["a.txt"]\ntitle = "倡议书"\n["b.txt"\n')

    (file,) = list_letters(tmp_path).files

    assert file.correction is None


@pytest.mark.parametrize("name", ["Letters.toml", "LETTERS.TOML", "letter.toml"])
def test_one_under_another_name_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("", encoding="utf-8")

    (said,) = list_letters(tmp_path).complaints

    assert (said.source, said.fault) == (name, "other_name")


def test_one_that_is_no_file_or_too_large_or_no_text_is_named(tmp_path: Path) -> None:
    for name in ("folder", "large", "binary", "nul"):
        (tmp_path / name).mkdir()
    (tmp_path / "folder" / "letters.toml").mkdir()
    (tmp_path / "large" / "letters.toml").write_bytes(b"#" * (LARGEST + 1))
    (tmp_path / "binary" / "letters.toml").write_bytes(b"\xff\xd8\xff\xe0\x81" * 9)
    (tmp_path / "nul" / "letters.toml").write_bytes(b"a = 1\0")

    said = {one.source.split("/")[0]: one.fault for one in list_letters(tmp_path).complaints}

    assert said == {
        "folder": "unreadable", "large": "too_large", "binary": "undecodable",
        "nul": "undecodable",
    }  # fmt: skip


def test_the_beginning_of_no_line_is_named(tmp_path: Path) -> None:
    (file,) = scan(put(tmp_path, '["a.txt"]\ninitiatives = ["二、勤", "口罩", "一、戴"]\n'))
    (letter,) = read_found(file)

    said = list(iter_unmet(letter, file.correction))

    assert [item.head for item in letter.initiatives] == ["勤洗手。"]
    assert [one.source for one in said] == ["a.txt", "a.txt"]
    assert ["口罩" in one.wording.english for one in said] == [True, False]
    assert list(iter_unmet(letter, None)) == []


def test_many_complaints_are_counted(tmp_path: Path) -> None:
    names = "".join(f'["{number}.pdf"]\n' for number in range(MOST + 30))

    said = complaints(tmp_path, names)

    assert len(said) == MOST + 1
    assert any("30 more" in one and "另有 30 处" in one for one in said)


def test_a_name_in_another_composition_is_the_same(tmp_path: Path) -> None:
    put(tmp_path, '["cafe\\u0301.txt"]\ntitle = "倡议书"\n', café=LETTER)

    assert [file.id for file in scan(tmp_path) if file.correction] == ["caf\u00e9"]


@given(
    st.binary(max_size=60) | st.text(max_size=60).map(lambda text: text.encode("utf-8", "replace"))
)
def test_reading_never_raises(tmp_path_factory: pytest.TempPathFactory, raw: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.toml"
    path.write_bytes(raw)

    found = read_corrections(str(path), "any.toml", {"a.txt"})

    assert all(isinstance(said, Complaint) for said in found.complaints)
