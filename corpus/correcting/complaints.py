"""What can be wrong with a `letters.toml`, and what to do about it, in both languages.

Knows no files and no TOML.
"""

from typing import Literal, NamedTuple

from corpus.messages import Wording

Fault = Literal[
    "other_name", "unreadable", "too_large", "undecodable", "not_toml", "no_letter", "unquoted",
    "no_table", "unknown_key", "wrong_value", "no_line",
    "more",
]  # fmt: skip

WORDINGS: dict[Fault, Wording] = {
    "other_name": Wording("is not read; call it letters.toml", "不会读取，请改名为 letters.toml"),
    "unreadable": Wording("it cannot be opened: {problem}", "无法打开"),
    "too_large": Wording(
        "it is larger than {limit_mb} MB; put the letters in several folders",
        "大于 {limit_mb} MB，请把信件分到几个文件夹",
    ),
    "undecodable": Wording("its characters are not UTF-8; save it as UTF-8", "请另存为 UTF-8"),
    "not_toml": Wording(
        "it is not TOML: {problem}; words, names and months stand in quotation marks; until this "
        "is mended, nothing in the file counts",
        "不符合 TOML 格式；文字、名称和年月要加引号；改正之前，整个文件都不起作用",
    ),
    "no_letter": Wording('there is no letter "{name}" beside it', "同一文件夹里没有信件“{name}”"),
    "unquoted": Wording(
        'write ["{name}"], in quotation marks', '文件名要加引号，请写成 ["{name}"]'
    ),
    "no_table": Wording(
        '{key} is in no table; write ["NAME OF THE FILE"] in a line above it',
        '{key} 不属于任何文件，请在它上面一行写 ["文件名"]',
    ),
    "unknown_key": Wording(
        "{key} is nothing that can be said of a letter; these can: {keys}",
        "没有 {key} 这一项，可用的有：{keys}",
    ),
    "wrong_value": Wording("{key} wants {wanted}", "{key} 应为{wanted_zh}"),
    "no_line": Wording(
        'no further line of it begins with "{beginning}", as letters.toml says an initiative does',
        "letters.toml 所说的倡议“{beginning}”，后面没有以它开头的行",
    ),
    "more": Wording("{count} more things are wrong with it", "另有 {count} 处错误"),
}
LIKELY = Wording('; did you mean "{likely}"?', "；是否指“{likely}”？")
LINE = Wording("line {line}: ", "第 {line} 行：")


class Complaint(NamedTuple):
    """Something in the `letters.toml` at `source` that does not count: why, and what to do.

    `line` is 0 where it is about the whole file.
    """

    source: str
    line: int
    fault: Fault
    wording: Wording


def complain(
    source: str, fault: Fault, *, line: int = 0, likely: str = "", **values: str | int
) -> Complaint:
    """A complaint in words; `likely` is what was probably meant."""
    said = [
        (LINE[n].format(line=line) if line else "")
        + WORDINGS[fault][n].format(**values)
        + (LIKELY[n].format(likely=likely) if likely else "")
        for n in range(2)
    ]
    return Complaint(source, line, fault, Wording(*said))


def complain_of_name(source: str) -> Complaint:
    """A file that was meant to be a `letters.toml` and is called otherwise."""
    return complain(source, "other_name")
