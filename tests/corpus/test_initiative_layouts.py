"""Lists in layouts beside the plain one: long, in tables, over headings, within paragraphs."""

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


def outline(text: str) -> list[tuple[int | None, int, int | None]]:
    return [(i.number, i.level, i.parent) for i in initiatives(text)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "第一章 总则\n第一条 为行业健康发展，制定本公约。\n第二条 本公约适用于全体会员。\n"
            "第二章 自律\n第三条 会员应当守法经营。\n第四条 会员应当公平竞争。\n",
            id="articles over chapters",
        ),
        pytest.param(
            "一、復工\n1. 每日消毒。\n2. 進門測溫。\n二、關愛\n3. 慰問護士。\n4. 接送病人。\n",
            id="digits over sections",
        ),
    ],
)
def test_numbers_that_run_on_over_headings_are_items_under_each(text: str) -> None:
    assert outline(f"各位会员：\n我们倡议如下：\n{text}谢谢大家的支持！\n") == [
        (1, 1, None), (1, 2, 1), (2, 2, 1), (2, 1, None), (3, 2, 2), (4, 2, 2)
    ]  # fmt: skip


def test_the_only_article_of_a_chapter_reaches_to_the_next_chapter() -> None:
    found = initiatives(
        "自律公约\n\n第一章 总则\n第一条 制定本公约。\n第二章 自律\n第二条 守法经营。\n不得造假。\n"
        "第三章 附则\n第三条 本公约自公布之日起施行。\n东湖协会全体会员共同遵守。\n"
    )

    assert [(i.number, i.level) for i in found] == [(1, 1), (1, 2), (2, 1), (2, 2), (3, 1), (3, 2)]
    assert found[3].text == "第二条 守法经营。\n不得造假。"
    assert found[5].text == "第三条 本公约自公布之日起施行。"


@pytest.mark.parametrize("number", ["4", "6"])
def test_a_number_out_of_turn_under_a_later_heading_is_no_item(number: str) -> None:
    text = f"一、复工\n1. 每日消毒。\n2. 进门测温。\n二、关爱\n{number}. 慰问护士。\n"

    assert outline(f"我们倡议：\n{text}") == [(1, 1, None), (1, 2, 1), (2, 2, 1), (2, 1, None)]


DEMANDS = "1) Pay nurses well.\n\n2) Open the books.\n\n"


def test_a_list_that_begins_anew_under_a_heading_is_no_part_of_the_item_above() -> None:
    text = f"To the country:\n\n{DEMANDS}To the town:\n\n1. Mend the road.\n\n2. Write back.\n"

    assert outline(f"Our Demands\n\n{text}") == [
        (1, 1, None), (2, 1, None), (1, 1, None), (2, 1, None)
    ]  # fmt: skip


def test_a_list_under_an_item_stays_there_where_the_outer_one_goes_on() -> None:
    text = f"{DEMANDS}We mean these:\n\n1. the wages\n\n2. the rents\n\n3) Write back.\n"

    assert outline(f"We demand:\n\n{text}") == [
        (1, 1, None), (2, 1, None), (1, 2, 2), (2, 2, 2), (3, 1, None)
    ]  # fmt: skip


def test_a_number_that_a_page_spells_with_a_full_stop_goes_on_with_the_list() -> None:
    text = "一、要端正学风。\n二、要按时上课。\n三。要爱护图书。\n"

    assert outline(f"亲爱的同学们：\n我们倡议：\n{text}") == [(n, 1, None) for n in (1, 2, 3)]


def test_a_translation_of_each_item_with_a_number_of_its_own_is_no_list() -> None:
    text = (
        "一、会费全额退还。\n1. Fees are paid back.\n二、门票仍然有效。\n2. Tickets stay valid.\n"
    )

    assert outline(f"现通知如下：\n{text}") == [(1, 1, None), (2, 1, None)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(
            "The valley has grave problems and, in particular, that", "We propose:", id="that"
        ),
        pytest.param("Our town’s problems are these:", "We ask the mayor to", id="to"),
        pytest.param("目前存在的问题：", "我们要求：", id="colons"),
    ],
)
def test_two_bulleted_lists_without_a_blank_line_between_are_two(first: str, second: str) -> None:
    facts = "- the bridge is closed to carts;\n- the ferry leaves only once a week.\n"
    demands = "- mend the bridge before the winter;\n- let the ferry leave every morning.\n"
    end = "\nThe town has waited for two years, and it will not wait any longer.\n"

    found = initiatives(f"Dear all,\n\n{first}\n{facts}{second}\n{demands}{end}")

    assert [(i.kind, i.text[2:12]) for i in found] == [
        ("fact", "the bridge"), ("fact", "the ferry "),
        ("proposal", "mend the b"), ("proposal", "let the fe"),
    ]  # fmt: skip


def test_a_line_of_an_item_that_ends_in_a_colon_does_not_end_its_list() -> None:
    found = initiatives(
        "We ask the mayor to:\n\n- mend the bridge, and with it\nwhat hangs on it:\nthe road and "
        "the quay;\n- let the ferry leave every morning.\n"
    )

    assert len(found) == 2


@pytest.mark.parametrize(
    "names",
    [
        pytest.param(
            "Groups in other towns 其他城鎮的團體:\n1. Port Callan Harbour Union\n"
            "2. Friends of the Quay\n3. Rivers for All\n",
            id="groups",
        ),
        pytest.param("评审组名单：\n1. 王小明\n2. 李桂兰\n3. 欧阳海\n", id="名单"),
    ],
)
def test_numbered_names_are_no_items(names: str) -> None:
    assert initiatives(f"Open Letter\nThe river is ours, and so is the old bridge.\n{names}") == ()


def test_what_members_are_asked_for_is_no_list_of_names() -> None:
    lines = "1. Support the Workers\n2. Fund the Library.\n"

    assert len(initiatives(f"Dear all,\nWe ask all members:\n{lines}")) == 2


@pytest.mark.parametrize(
    "heads", [("现状", "信念", "倡议"), ("背景说明", "要求"), ("Background", "Demands")]
)
def test_a_list_that_begins_with_the_grounds_is_of_sections(heads: tuple[str, ...]) -> None:
    sections = "".join(f"{n}. {head}\n我们倡议修桥铺路。\n" for n, head in enumerate(heads, 1))

    assert {i.kind for i in initiatives(f"修桥倡议书\n\n{sections}")} == {"section"}


@pytest.mark.parametrize(
    ("head", "lead", "kind"),
    [
        ("致街道办的公开信", "具体问题：", "fact"),
        ("致街道辦的公開信", "目前存在的問題：", "fact"),
        ("关于停止涨价的倡议书", "我们建议停止涨价，理由如下：", "fact"),
        ("Open Letter", "Our town is faced with three major challenges:", "fact"),
        ("Petition", "We ask the board to step down for the following reasons:", "fact"),
        ("Open Letter", "We ask you to look into these problems:", "proposal"),
    ],
)
def test_complaints_and_reasons_are_facts_if_nobody_is_asked_for_them(
    head: str, lead: str, kind: str
) -> None:
    found = initiatives(f"{head}\n各位会员：\n{lead}\n1. 账目不清。\n2. 无人答复。\n")

    assert [i.kind for i in found] == [kind, kind]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "大家做到三点：{0}一是听从调度；{0}二是结伴同行；{0}三是如实登记。再见。", id="一是"
        ),
        pytest.param(
            "我们倡议：{0}第一，听从调度；{0}第二，结伴同行；{0}第三，如实登记。", id="第一，"
        ),
        pytest.param("我们倡议：{0}一、听从调度；{0}二、结伴同行；{0}三、如实登记。", id="一、"),
        pytest.param(
            "我们倡议：{0}（1）听从调度；{0}（2）结伴同行；{0}（3）如实登记。", id="（1）"
        ),
        pytest.param("我们倡议：{0}①听从调度；{0}②结伴同行；{0}③如实登记。", id="①"),
        pytest.param("We ask: {0}First, stay. {0}Second, wash. {0}Third, call.", id="First"),
        pytest.param(
            "我们呼吁各地：{0}首先，听从调度；{0}其次，结伴同行；{0}最后，如实登记。", id="首先"
        ),
        pytest.param("We ask you to {0}(1) stay; {0}(2) wash; and {0}(3) call.", id="(1)"),
    ],
)
def test_a_list_within_a_paragraph_is_read(text: str) -> None:
    paragraph = text.replace("{0}", "")
    places = [len(part) for part in text.split("{0}")[:-1]]
    starts = [sum(places[: n + 1]) for n in range(3)]

    found = initiatives(f"各位会员：\n{paragraph}\n")

    assert [(i.number, i.level, i.kind) for i in found] == [(n, 1, "proposal") for n in (1, 2, 3)]
    assert [i.start - len("各位会员：\n") for i in found] == starts
    assert not found[-1].text.endswith("再见。")


@pytest.mark.parametrize(
    "text",
    [
        "First and last, thank you. We came second to none.",
        "原因有很多，一是天气不好，二是路途太远，大家都没有去成。",
        "第一、二、三批物资已经送到，请大家放心，后续仍会送来。",
        "Between 1. and 2. there is a page, which nobody has read yet.",
    ],
)
def test_numbers_in_passing_are_no_list(text: str) -> None:
    assert initiatives(f"各位会员：\n{text}\n") == ()


@pytest.mark.parametrize("number", ["[{}] ", "{} – ", "{}: ", "{}：", "{} — "])
def test_numbers_as_of_notes_are_items_only_where_the_line_above_asks(number: str) -> None:
    lines = "".join(number.format(n) + "Mend the bridge of our town.\n" for n in (1, 2, 3))

    assert len(initiatives(f"Dear all,\nWe ask the mayor to:\n{lines}")) == 3
    assert initiatives(f"Dear all,\nWe ask the mayor to mend the bridge.\n\n{lines}") == ()
    assert initiatives(f"Dear all,\nThe old song goes:\n{lines}") == ()
