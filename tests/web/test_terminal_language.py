"""The language of the terminal: real processes, in the environment that a person has."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from corpus import columns
from web.cli import COMMANDS
from web.speaking import terminal_language

PROGRAM = "from web.cli import main; main(prog_name='letters')"
CHINESE = {"LANG": "zh_CN.UTF-8"}
ENGLISH = {"LANG": "en_GB.UTF-8"}
OURS = ("LETTERS_LANG", "LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE")


def run(index_dir: Path, environment: dict[str, str], *arguments: str) -> list[str]:
    """The lines of a command's output and of its errors."""
    own = {name: value for name, value in os.environ.items() if name not in OURS}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments],
        env=own | environment | {"LETTERS_INDEX": str(index_dir), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return [*done.stdout.splitlines(), *done.stderr.splitlines()]


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_TW.Big5"}, "zh"),
        ({"LC_MESSAGES": "en_GB.UTF-8", "LANG": "zh_CN.UTF-8"}, "en"),
        ({"LC_ALL": "zh_CN.UTF-8", "LC_MESSAGES": "C", "LANG": "C"}, "zh"),
        ({"LC_ALL": "", "LANG": "zh_CN"}, "zh"),
        ({"LETTERS_LANG": "en", "LC_ALL": "zh_CN.UTF-8"}, "en"),
        ({"LETTERS_LANG": "zh", "LC_ALL": "C"}, "zh"),
        ({"LETTERS_LANG": "fr", "LC_ALL": "zh_CN.UTF-8"}, "zh"),
    ],
)
def test_the_setting_then_the_locale_chooses(environment: dict[str, str], language: str) -> None:
    assert terminal_language(environment) == language


def test_results_are_told_in_the_readers_language(index_dir: Path) -> None:
    searching = ("search", '"复工复产', "--limit", "1")
    chinese = run(index_dir, CHINESE, *searching)
    english = run(index_dir, ENGLISH, *searching)

    assert chinese[0] == "提示：引号不成对，引号后的内容已作普通词处理。"
    assert chinese[1].startswith("找到 3 封信，用时 ")
    assert chinese[1].endswith(" 毫秒，显示前 1 项")
    assert chinese[4].split(" · ")[1:] == ["简体中文", "无日期", "倡议书"]
    assert english[0].startswith("Note: A quotation mark has no partner")
    assert english[1].startswith("3 letters in ")
    assert english[1].endswith(" ms, the first 1 shown")
    assert english[4].split(" · ")[1:] == ["zh-Hans", "no date", "proposal"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["search", "蜻蜓"], "没有找到信件。少用几个词，或换个说法试试。"),
        (["suggest", "蜻蜓"], "没有可以补全的内容。"),
        (["explain", "复工", "nope"], "错误：索引中没有信件“nope”。"),
        (["export", "蜻蜓", "--format", "ris"], "已导出 0 封信，共 0 封。"),
    ],
)
def test_one_language_alone(index_dir: Path, arguments: list[str], told: str) -> None:
    assert run(index_dir, {"LETTERS_LANG": "zh"}, *arguments) == [told]


def test_an_index_is_told_of_in_columns_and_in_one_language(tmp_path: Path) -> None:
    folder, index_dir = tmp_path / "letters", tmp_path / "index"
    folder.mkdir()
    (folder / "letter.txt").write_text("关于防疫的倡议书\n\n一、请佩戴口罩。\n", encoding="utf-8")
    (folder / "empty.txt").write_bytes(b"")

    made = run(index_dir, CHINESE, "reindex", str(folder))
    state = run(index_dir, CHINESE, "status")
    english = run(index_dir, ENGLISH, "status")

    assert made[0].startswith(f"已为 {folder} 中的 1 封信建立索引，用时 ")
    assert made[1:] == ["有 1 个文件无法读取：", "  empty.txt：其中没有文字"]
    assert state[0] == "信件        1 封：1 简体中文"
    assert state[1] == f"文件夹      {folder}"
    assert state[2].strip() == "此后没有变动"
    assert state[-2:] == made[1:]
    assert english[-1] == "  empty.txt: there are no words in it"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["search"], "错误：缺少参数 'QUERY'."),
        (
            ["search", "复工", "--limit", "0"],
            "错误：'--limit' 的值无效：0 不在范围 1<=x<=100 之内。",
        ),
        (["search", "复工", "--limit", "x"], "错误：'--limit' 的值无效：'x' 不是有效的数字。"),
        (["search", "复工", "--xyzzy"], "错误：没有选项 '--xyzzy'。"),
        (
            ["search", "复工", "--limt"],
            "错误：没有选项 '--limt'。 您是不是要找：'--limit', '--unit'？",
        ),
        (["searhc"], "错误：没有命令 'searhc'。 您是不是要找：'search'？"),
        (["xyzzy"], "错误：没有命令 'xyzzy'。"),
    ],
)
def test_wrong_usage_is_told_in_chinese(tmp_path: Path, arguments: list[str], told: str) -> None:
    usage, hint, _, error = run(tmp_path, CHINESE, *arguments)

    assert usage.startswith("用法：letters")
    assert usage.partition(" [选项] ")[2] in ("QUERY", "命令 [参数]...")
    assert hint.startswith("运行“letters")
    assert error == told


@pytest.mark.parametrize("arguments", [["--help"], ["reindex", "--help"], ["export", "-h"]])
def test_help_is_in_chinese_within_eighty_columns(tmp_path: Path, arguments: list[str]) -> None:
    lines = run(tmp_path, CHINESE, *arguments)
    words = [line for line in lines if line.strip() and not line.startswith("  letters ")]

    assert max(map(columns, lines)) <= 78
    assert "选项：" in lines
    assert lines[-1].endswith("。")
    assert [line for line in words if is_english(line)] == []


def is_english(line: str) -> bool:
    """Whether a line has three words of English after one another."""
    return re.search(r"[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}", line) is not None


def test_descriptions_stand_in_one_column(tmp_path: Path) -> None:
    chinese = run(tmp_path, CHINESE, "status", "--help")
    options = chinese[chinese.index("选项：") + 1 :]
    words = ("索引", "var/index", "只输出", "显示本")
    begins = [columns(line.partition(word)[0]) for line, word in zip(options, words, strict=True)]

    assert begins == [20, 20, 20, 20]


def test_english_help_is_as_it_was_written(tmp_path: Path) -> None:
    english = run(tmp_path, ENGLISH, "--help")

    assert english[0] == "Usage: letters [OPTIONS] COMMAND [ARGS]..."
    assert english[-len(COMMANDS) :] == [
        f"  {name:10}{home.help}" for name, home in COMMANDS.items()
    ]


def test_judged_sets_and_golden_queries_are_told_in_chinese(tmp_path: Path) -> None:
    folder = tmp_path / "letters"
    folder.mkdir()
    (folder / "masks.txt").write_text("关于口罩的倡议书\n\n一、请佩戴口罩。\n", encoding="utf-8")
    golden = tmp_path / "golden.jsonl"
    golden.write_text('{"q": "口罩", "relevant": ["masks"]}\n', encoding="utf-8")

    made = run(tmp_path / "index", CHINESE, "reindex", str(folder), "--golden", str(golden))
    (folder / "masks.txt").write_text("改期通知\n\n年会改期举行。\n", encoding="utf-8")
    refused = run(tmp_path / "index", CHINESE, "reindex", str(folder), "--golden", str(golden))
    golden.write_text('{"relevant": ["masks"]}\n', encoding="utf-8")
    unusable = run(tmp_path / "index", CHINESE, "reindex", str(folder), "--golden", str(golden))
    head, missing = run(tmp_path, CHINESE, "evaluate", str(folder))

    assert made[-1] == "1 条基准查询：nDCG@10 1.0000"
    assert refused[0] == "  1.000 -> 0.000  口罩（应找到：masks）"
    assert refused[1].startswith(
        "错误：新索引找到的更少：1 条基准查询的 nDCG@10 从 1.0000 降到 0.0000"
    )
    assert unusable == [f"错误：{golden} 第 1 行：缺少 'q'"]
    assert head.split()[:3] == ["评测集", "文档", "查询"]
    assert head.endswith(" p50 毫秒 p95 毫秒")
    assert columns(head) == 76
    assert missing.startswith(f"错误：缺少 {folder}")
