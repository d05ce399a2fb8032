"""Lists in layouts beside the plain one: long ones, tables, two numbers, numbers alone."""

import pytest

from corpus import Initiative
from tests.corpus.reading import read


def initiatives(text: str) -> tuple[Initiative, ...]:
    return read(text).initiatives


def test_a_list_of_thousands_is_read_to_its_end() -> None:
    rows = "".join(f"{n}. 请第{n}小组检查库房。\n" for n in range(1, 2_501))

    assert [i.number for i in initiatives(f"我们倡议如下：\n{rows}")] == [*range(1, 2_501)]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(
            "序号\t内容\n1\t不办展会\t会议改到线上\n2\t统一接收捐赠\t由商会登记\n", id="tabs"
        ),
        pytest.param(
            "| 序号 | 内容 |\n|---|---|\n| 1 | 不办展会 |\n| 2 | 统一接收捐赠 |\n", id="Markdown"
        ),
    ],
)
def test_rows_of_a_table_are_items_where_the_line_above_asks(rows: str) -> None:
    asked = initiatives(f"各会员：\n商会倡议大家做到：\n{rows}感谢各位的支持，我们一起努力。\n")

    assert [(i.number, i.kind) for i in asked] == [(1, "proposal"), (2, "proposal")]
    assert initiatives(f"各会员：\n以下是收到的物资。\n{rows}") == ()


def test_two_numbers_in_a_paragraph_are_a_list_where_both_ask() -> None:
    text = "First, we urge the port to open. Second, we ask the mayor to listen."

    assert [i.text for i in initiatives(f"Dear Sirs,\n{text}\n")] == [
        "First, we urge the port to open.", "Second, we ask the mayor to listen.",
    ]  # fmt: skip
    assert initiatives("Dear Sirs,\nFirst, it rained. Second, it snowed a lot.\n") == ()


def test_numbers_alone_are_proposals_where_the_line_above_asks_for_what_follows() -> None:
    found = initiatives("We appeal to you for the following:\n\n01\nPay nurses.\n\n02\nAsk us.\n")

    assert [(i.number, i.kind) for i in found] == [(1, "proposal"), (2, "proposal")]


@pytest.mark.parametrize(
    "lines",
    [
        "1. Calls on the ministers to build homes;\n2. Asks the universities for rooms;",
        "一、呼吁各国公开数据；\n二、敦促各方停止指责；",
    ],
)
def test_items_that_ask_by_themselves_are_proposals(lines: str) -> None:
    found = initiatives(f"Assembly of 2018\n\n{lines}\n")

    assert [i.kind for i in found] == ["proposal", "proposal"]


def test_page_numbers_and_papers_of_a_letter_are_no_items() -> None:
    pages = "请做好防护，有序复工。\n1\n请注意消毒，减少聚集。\n2\n"

    assert initiatives(f"各位会员：\n{pages}附件：\n1. 名单\n2. 回执\n") == ()


def test_a_list_goes_on_in_another_bracket() -> None:
    found = initiatives("我们倡议：\n1. 消毒。\n2. 测温。\n3）通风。\n")

    assert [(i.number, i.level, i.parent) for i in found] == [
        (1, 1, None),
        (2, 1, None),
        (3, 1, None),
    ]
