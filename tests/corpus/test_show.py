import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from corpus import Pair, read_text, to_record
from corpus.commands import show
from corpus.letter import LetterId
from corpus.printing import columns, printable, wrap
from corpus.report import WIDTH, to_report

SHIPPED = Path(__file__).parents[2] / "corpus" / "letters"
KEYS = [
    "id", "source", "languages", "genre", "title", "alt_titles", "date", "date_text", "issuers",
    "addressee", "signatories", "body", "initiatives", "pairs", "text",
]  # fmt: skip


def run(*arguments: str) -> Result:
    return CliRunner().invoke(show, [*arguments, "--letters-dir", str(SHIPPED)])


def test_json_has_the_published_shape() -> None:
    shown = json.loads(run("2020-02-03-siu-sds-proposal", "--json").stdout)

    assert list(shown) == KEYS
    assert shown["title"] == {
        "text": "Proposal on Combating Novel Coronavirus and Meeting Future Market Challenges",
        "start": 71,
        "end": 149,
    }
    assert shown["issuers"][0]["name"] == "Security Identification Union"
    assert list(shown["issuers"][0]) == ["name", "text", "start", "end"]
    assert shown["body"] == {"start": 152, "end": 3430}
    assert list(shown["initiatives"][4]) == [
        "number", "level", "parent", "kind", "head", "text", "start", "end",
    ]  # fmt: skip
    assert (shown["initiatives"][4]["level"], shown["initiatives"][4]["parent"]) == (2, 4)
    (pair,) = shown["pairs"]
    assert (pair["id"], pair["lang"]) == ("2020-02-03-siu-sds-proposal.zh", "zh-Hans")
    assert (pair["relation"], pair["declared"]) == ("translation", True)
    assert shown["text"] == (SHIPPED / shown["source"]).read_text("utf-8")


def test_parts_that_are_missing_are_null() -> None:
    shown = to_record(read_text("We met.", letter_id=LetterId("a"), source="a.txt"))

    assert list(shown) == KEYS
    assert [key for key, value in shown.items() if value is None] == [
        "title", "date", "date_text", "addressee",
    ]  # fmt: skip


def test_a_translation_is_shown_with_its_original() -> None:
    shown = json.loads(run("2020-icmia-proposal.zh", "--json").stdout)

    assert [(pair["id"], pair["lang"]) for pair in shown["pairs"]] == [
        ("2020-icmia-proposal", "en")
    ]


@pytest.mark.parametrize("name", ["2020-icmia-proposal", str(SHIPPED / "2020-icmia-proposal.txt")])
def test_people_see_the_parts_of_a_letter_by_id_or_path(name: str) -> None:
    result = run(name)

    assert result.exit_code == 0
    assert "Title        Proposal of China Integrated Circuit Material" in result.output
    assert "4.  Help each other to overcome difficulties" in result.output


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("no-such-letter", "no-such-letter: there is no such file, and no letter of that id in"),
        (__file__, "it is in none of the formats that are read: .txt, .md"),
        ("bad\x1b[31m", "bad\ufffd[31m: there is no such file"),
    ],
)
def test_what_cannot_be_shown_fails_with_a_clear_message(name: str, message: str) -> None:
    result = run(name)

    assert result.exit_code == 1
    assert message in result.stderr
    assert result.stdout == ""


def test_a_missing_folder_says_which_setting_names_it(tmp_path: Path) -> None:
    result = CliRunner().invoke(show, ["a"], env={"LETTERS_DIR": str(tmp_path / "none")})

    assert result.exit_code == 1
    assert "LETTERS_DIR" in result.stderr


def test_a_file_outside_the_folder_of_letters_is_shown(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("东湖学会倡议书\n\n各位会员：\n\n请做好防护。\n", encoding="utf-8")

    result = CliRunner().invoke(show, [str(path)], env={"LETTERS_DIR": str(tmp_path / "none")})

    assert "Title        东湖学会倡议书 [line 1]\n" in result.output
    assert "Addressee    各位会员 [line 3]\n" in result.output


def test_what_front_matter_says_is_marked_so(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("---\ntitle: 倡议书\ndate: 2020-02-03\n---\n\n请做好防护。\n", encoding="utf-8")

    result = CliRunner().invoke(show, [str(path), "--letters-dir", str(tmp_path)])

    assert "Title        倡议书 [front matter]\n" in result.output
    assert "Date         2020-02-03 [front matter]\n" in result.output


@pytest.mark.parametrize(("setting", "is_coloured"), [("", True), ("1", False)])
def test_a_report_is_coloured_unless_that_is_not_wanted(setting: str, is_coloured: bool) -> None:
    arguments = ["2020-icmia-proposal", "--letters-dir", str(SHIPPED)]
    result = CliRunner().invoke(show, arguments, env={"NO_COLOR": setting}, color=True)

    assert ("\x1b[" in result.output) is is_coloured
    assert "Title" in result.output


def test_initiatives_of_declared_versions_stand_side_by_side() -> None:
    (pair,) = json.loads(run("2020-icmia-proposal", "--json").stdout)["pairs"]

    assert pair["initiatives"][:2] == [{"here": 1, "there": 1}, {"here": 2, "there": 2}]


def test_a_report_is_laid_out_within_its_width_in_both_languages() -> None:
    lines = "一、" + "坚持资源整合、优势互补的合作精神，" * 9 + "\n二、请做好防护。\n"
    text = f"我们倡议如下：\n{lines}"
    letter = read_text(text, letter_id=LetterId("a"), source="a.txt")

    report = to_report(letter, [Pair(LetterId("b"), "en")])

    assert max(map(columns, report.split("\n"))) <= WIDTH
    assert "Versions     b (en)" in report
    assert "坚持资源整合、优势互补的合作精神" in report


def test_words_of_a_letter_cannot_steer_the_terminal() -> None:
    assert printable("a\x1b[2J\u202eb\tc\n d\x00") == "a\ufffd[2J\ufffdb c d\ufffd"


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("stay at home", ["stay at", "home"]),
        ("请做好防护", ["请做好防", "护"]),
        ("防护masks口罩", ["防护", "masks口", "罩"]),
        ("unbreakable", ["unbreaka", "ble"]),
        ("请戴好口罩。", ["请戴好口", "罩。"]),
        ("请戴口罩，要洗手", ["请戴口", "罩，要洗", "手"]),
        ("请读《公告》", ["请读《公", "告》"]),
        ("请看一《公告》", ["请看一", "《公告》"]),
        ("。。。。。。", ["。。。。", "。。"]),
        ("stayhome  [now]", ["stayhome", "[now]"]),
        ("", []),
    ],
)
def test_lines_break_at_spaces_and_between_han_characters(words: str, lines: list[str]) -> None:
    assert list(wrap(words, 8)) == lines


@given(words=st.text("防护做好masks ，。（）《》“”-", max_size=60), width=st.integers(2, 20))
def test_lines_are_never_too_long_and_lose_nothing(words: str, width: int) -> None:
    lines = list(wrap(words, width))

    assert [line for line in lines if columns(line) > width] == []
    assert "".join(lines).replace(" ", "") == words.replace(" ", "")
