"""Initiatives where somebody said by hand on which lines they begin."""

from pathlib import Path

import pytest

from corpus.letter import Initiative
from tests.corpus.test_corrections import corrected

PLAIN = """给各位邻居的一封信

各位邻居：

疫情当前，我们请大家：

戴口罩。出门请戴好口罩，
并且随身多带一个。

勤洗手，用流动的水。

十、少聚会
亲友之间多打电话。

祝各位平安。
东湖社区
2020年2月3日
"""


def told(folder: Path, beginnings: str, text: str = PLAIN) -> list[Initiative]:
    return list(corrected(folder, f"initiatives = [{beginnings}]", text).initiatives)


def test_lines_that_begin_so_begin_initiatives(tmp_path: Path) -> None:
    items = told(tmp_path, '"戴口罩", "勤洗手，", "十、"')

    assert [item.text for item in items] == [
        "戴口罩。出门请戴好口罩，\n并且随身多带一个。",
        "勤洗手，用流动的水。",
        "十、少聚会",
    ]
    assert [item.head for item in items] == ["戴口罩。", "勤洗手，用流动的水。", "少聚会"]
    assert [item.number for item in items] == [None, None, 10]
    assert {(item.level, item.parent, item.kind) for item in items} == {(1, None, "proposal")}


def test_a_single_one_reaches_to_the_closing(tmp_path: Path) -> None:
    (item,) = told(tmp_path, '"十、"')

    assert item.text == "十、少聚会\n亲友之间多打电话。"


@pytest.mark.parametrize(
    "beginnings",
    [
        pytest.param("", id="none"),
        pytest.param('"口罩"', id="no-beginning"),
        pytest.param('"戴口罩。出门请戴好口罩， 并且"', id="over-lines"),
    ],
)
def test_what_begins_no_line_begins_none(tmp_path: Path, beginnings: str) -> None:
    assert told(tmp_path, beginnings) == []


def test_each_begins_after_the_one_before(tmp_path: Path) -> None:
    text = "各位邻居：\n\n戴口罩。\n戴口罩。\n勤洗手。\n"

    items = told(tmp_path, '"戴口罩", "戴口罩", "戴口罩"', text)

    assert [item.start for item in items] == [text.index("戴"), text.rindex("戴")]


def test_white_space_makes_no_difference(tmp_path: Path) -> None:
    (item,) = told(tmp_path, '"1.  Wear"', "Dear neighbours,\n\n  1.\u3000Wear masks.\n")

    assert (item.number, item.head) == (1, "Wear masks.")
