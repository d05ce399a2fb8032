import pytest

from corpus import Initiative
from corpus.structure.outline import MOST_MARKED
from tests.corpus.reading import read


def initiatives(text: str) -> tuple[Initiative, ...]:
    return read(text).initiatives


def outline(text: str) -> list[tuple[int | None, int, int | None]]:
    return [(i.number, i.level, i.parent) for i in initiatives(text)]


@pytest.mark.parametrize(
    "numbers",
    [
        pytest.param(("一、", "二、", "三、"), id="一、"),
        pytest.param(("（一）", "（二）", "（三）"), id="（一）"),
        pytest.param(("(一)", "(二)", "(三)"), id="(一)"),
        pytest.param(("一）", "二）", "三）"), id="一）"),
        pytest.param(("壹、", "贰、", "叁、"), id="壹、"),
        pytest.param(("壹、", "貳、", "參、"), id="貳、"),
        pytest.param(("第壹條 ", "第貳條 ", "第參條 "), id="第壹條"),
        pytest.param(("1. ", "2. ", "3. "), id="1."),
        pytest.param(("1.", "2.", "3、"), id="1. and 3、"),
        pytest.param(("１．", "２．", "３．"), id="full width"),
        pytest.param(("1）", "2）", "3）"), id="1）"),
        pytest.param(("(1) ", "(2) ", "(3) "), id="(1)"),
        pytest.param(("①", "②", "③"), id="①"),
        pytest.param(("⑴", "⑵", "⑶"), id="⑴"),
        pytest.param(("Ⅰ、", "Ⅱ、", "Ⅲ、"), id="Ⅰ"),
        pytest.param(("第一，", "第二，", "第三，"), id="第一，"),
        pytest.param(("第一条 ", "第二条 ", "第三条 "), id="第一条"),
        pytest.param(("一是", "二是", "三是"), id="一是"),
        pytest.param(("建议一：", "建议二：", "建议三："), id="建议一"),
        pytest.param(("First, ", "Second, ", "Third, "), id="First,"),
        pytest.param(("Firstly, ", "Secondly, ", "Thirdly, "), id="Firstly,"),
        pytest.param(("Article 1. ", "Article 2. ", "Article 3. "), id="Article"),
        pytest.param(("Demand #1: ", "Demand #2: ", "Demand #3: "), id="Demand #1"),
        pytest.param(("Ask 1: ", "Ask 2: ", "Ask 3: "), id="Ask 1"),
        pytest.param(("1\ufe0f\u20e3 ", "2\ufe0f\u20e3 ", "3\ufe0f\u20e3 "), id="key caps"),
        pytest.param(("Request One: ", "Request Two: ", "Request Three: "), id="Request One"),
        pytest.param(("One. ", "Two. ", "Three. "), id="One."),
        pytest.param(("Article 1\n", "Article 2\n", "Article 3\n"), id="Article alone"),
        pytest.param(("诉求一：", "诉求二：", "诉求三："), id="诉求一"),
        pytest.param(("其一，", "其二，", "其三，"), id="其一"),
        pytest.param(("I. ", "II. ", "III. "), id="I."),
        pytest.param(("(i) ", "(ii) ", "(iii) "), id="(i)"),
        pytest.param(("i. ", "ii. ", "iii. "), id="i."),
        pytest.param(("#1 ", "#2 ", "#3 "), id="#1"),
        pytest.param(("No. 1: ", "No. 2: ", "No. 3: "), id="No. 1"),
        pytest.param(("A. ", "B. ", "C. "), id="A."),
        pytest.param(("a) ", "b) ", "c) "), id="a)"),
        pytest.param(("## 1. ", "## 2. ", "## 3. "), id="headings"),
        pytest.param(("**一、", "**二、", "**三、"), id="bold"),
    ],
)
def test_every_style_of_numbering_is_read(numbers: tuple[str, str, str]) -> None:
    lines = "".join(f"{number}请做好防护。\n" for number in numbers)

    found = initiatives(f"我们倡议如下：\n{lines}谢谢大家的支持与配合，让我们共渡难关。\n")

    assert [i.number for i in found] == [1, 2, 3]
    assert [i.head for i in found] == ["请做好防护。"] * 3
    assert all(i.text.endswith("请做好防护。") for i in found)


def test_later_styles_nest_and_begin_anew_under_each_item() -> None:
    text = (
        "我们倡议：\n一、复工\n1.消毒。\n2.测温。\n（1）早晚各一次。\n（2）做好记录。\n"
        "二、关爱\n1.慰问。\n2.捐赠。\n三、宣传\n"
    )

    assert outline(text) == [
        (1, 1, None), (1, 2, 1), (2, 2, 1), (1, 3, 2), (2, 3, 2),
        (2, 1, None), (1, 2, 2), (2, 2, 2), (3, 1, None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "line",
    [
        "2019-nCoV is the name of the virus.", "1202A, Long Road", "13126561039", "N95口罩", "996",
        "1.5米是安全距离。", "First and last, thank you.", "第一次会议", "I think so.", "2020.1.29",
        "3. 只有这一条。", "二十年前",
    ],
)  # fmt: skip
def test_what_is_no_list_gives_no_items(line: str) -> None:
    assert initiatives(f"各位会员：\n{line}\n请大家做好防护，有序复工。\n") == ()


def test_a_number_out_of_turn_is_no_item() -> None:
    assert outline("我们倡议：\n1. 消毒。\n12. 月发布报告。\n2. 测温。\n") == [
        (1, 1, None),
        (2, 1, None),
    ]


def test_a_list_of_one_does_not_push_others_down() -> None:
    assert outline("我们倡议：\n1. 概况\n一、消毒。\n二、测温。\n") == [(1, 1, None), (2, 1, None)]


def test_an_item_reaches_to_the_next_and_the_last_as_far_as_its_siblings() -> None:
    text = (
        "We propose:\n\n1. Be calm\n\nDo not panic.\n\n2. Be clean\n\nWash your hands.\n\n"
        "3. Be kind\n\nCall your neighbours.\n\nThe epidemic will pass, and spring will come.\n"
    )

    assert [i.text for i in initiatives(text)] == [
        "1. Be calm\n\nDo not panic.",
        "2. Be clean\n\nWash your hands.",
        "3. Be kind\n\nCall your neighbours.",
    ]


def test_a_closing_line_is_not_part_of_the_last_item() -> None:
    text = "We propose:\n1. Be calm\nDo not panic.\n2. Be kind\nThank you all!\n"

    assert initiatives(text)[-1].text == "2. Be kind"


@pytest.mark.parametrize(
    ("glued", "kept"),
    [
        ("2. Be kind. Finally, we hope for spring.", "2. Be kind."),
        ("2. 守望相助。最后，祝大家平安。", "2. 守望相助。"),
    ],
)
def test_a_closing_sentence_glued_to_the_last_item_is_cut_off(glued: str, kept: str) -> None:
    assert initiatives(f"我们倡议：\n1. 保持冷静。\n{glued}\n")[-1].text == kept


def test_a_head_is_the_first_sentence_or_the_line() -> None:
    text = "我们倡议：\n一、严于律己，不聚集。戴口罩。\n二、相信科学\n不信谣。\n三、\n守望相助\n"

    assert [i.head for i in initiatives(text)] == ["严于律己，不聚集。", "相信科学", "守望相助"]


@pytest.mark.parametrize(
    ("head", "lead", "kind"),
    [
        ("复工倡议书", "我们倡议：", "proposal"),
        ("关于年会延期的通知", "现通知如下：", "notice_point"),
        ("关于竞赛的通知", "参赛规则", "rule"),
        ("关于竞赛的通知", "报名步骤：", "step"),
        ("致校长的公开信", "我们的问题如下：", "question"),
        ("关于年会的公告", "理事会决定如下：", "decision"),
        ("感谢信", "我们收到：", "fact"),
    ],
)
def test_the_kind_is_what_the_lead_calls_it_or_the_genre_implies(
    head: str, lead: str, kind: str
) -> None:
    found = initiatives(f"{head}\n各位会员：\n{lead}\n1. 消毒。\n2. 测温。\n")

    assert [i.kind for i in found] == [kind, kind]


def test_items_that_all_ask_are_questions() -> None:
    found = initiatives("致校长的公开信\n校长：\n请答复：\n1. 何时开学？\n2. 如何上课？\n")

    assert [i.kind for i in found] == ["question", "question"]


@pytest.mark.parametrize("lines", ["1. a\n2. b\n", "We ask you.\nWe ask them.\n"])
def test_a_table_of_many_lines_ends_somewhere(lines: str) -> None:
    letter = read("Dear all,\n\n" + lines * MOST_MARKED)

    assert len(letter.initiatives) == MOST_MARKED
    assert letter.initiatives[-1].end < len(letter.text)


@pytest.mark.parametrize(
    "sign",
    [
        "- ",
        "* ",
        "+ ",
        "– ",
        "o ",
        "•",
        "• ",
        "·",
        "●",
        "◆ ",
        "■ ",
        "▪\u00a0",
        "→ ",
        "✅",
        "☑\ufe0f ",
    ],
)
def test_bullets_that_a_line_leads_on_to_are_items_without_a_number(sign: str) -> None:
    text = f"我们倡议：\n\n{sign}减少聚集，错峰出行。\n{sign}做好防护，勤洗手。\n\n谢谢大家！\n"

    found = initiatives(text)

    assert [(i.number, i.level, i.parent, i.kind) for i in found] == [
        (None, 1, None, "proposal")
    ] * 2
    assert [i.head for i in found] == ["减少聚集，错峰出行。", "做好防护，勤洗手。"]
    assert [i.text for i in found] == [f"{sign}减少聚集，错峰出行。", f"{sign}做好防护，勤洗手。"]


def test_a_bullet_reaches_over_the_lines_that_are_set_in_under_it() -> None:
    text = (
        "Dear registry,\n\nWe ask you to:\n\n- answer reports,\n  and say what was done\n"
        "- keep a log\n  of names\n  that moved\n\nWe like the registry very much indeed.\n"
    )

    assert [i.text for i in initiatives(text)] == [
        "- answer reports,\n  and say what was done",
        "- keep a log\n  of names\n  that moved",
    ]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param("See:\n\n- [the form](https://a.example)\n- [the log](https://b.example)",
                     id="links"),
        pytest.param("Signed by:\n\n- Anna Whitcombe, Port Callan High School\n"
                     "- Joseph Adeyemi, Port Callan High School", id="names"),
        pytest.param("We ask all of you:\n\n1. Stay at home\n2. Call your neighbours\n\nBring:\n\n"
                     "- a mask of the right size\n- a book that you like", id="beside numbers"),
        pytest.param("It rained for a whole week.\n\n- the river rose by two metres\n"
                     "- the bridge was closed to cars", id="nothing leads on"),
        pytest.param("We ask you to:\n\n- stay at home this week", id="one alone"),
    ],
)  # fmt: skip
def test_bullets_of_other_things_are_no_items(lines: str) -> None:
    assert all(i.number is not None for i in initiatives(f"Dear all,\n\n{lines}\n"))


@pytest.mark.parametrize(
    ("numbers", "kind"),
    [
        pytest.param(["## <center>01</center>", "## <center>02</center>"], "section", id="tags"),
        pytest.param(["## 01", "## 02"], "section", id="headings"),
        pytest.param(["PART 1", "PART 2"], "section", id="parts"),
        pytest.param(["第一部分", "第二部分"], "section", id="第一部分"),
        pytest.param(["> <font color=red> 1 </font>", "> <font color=red> 2 </font>"], "step",
                     id="quoted"),
    ],
)  # fmt: skip
def test_a_number_alone_on_its_line_heads_what_follows(numbers: list[str], kind: str) -> None:
    text = f"诚邀您报名。\n\n{numbers[0]}\n填写报名表。\n\n{numbers[1]}\n提交作品。\n"

    found = initiatives(text)

    assert [(i.number, i.head) for i in found] == [(1, "填写报名表。"), (2, "提交作品。")]
    assert [i.start for i in found] == [text.index(number) for number in numbers]
    assert {i.kind for i in found} <= {kind, "step"}


@pytest.mark.parametrize(
    ("head", "lead", "kind"),
    [
        ("Open Letter", "We call on all governments to take the following steps:", "proposal"),
        ("关于年会的通知", "现将有关要求通知如下：", "notice_point"),
        ("Recommendations", "You are encouraged to follow this advice:", "proposal"),
        ("感谢信", "我们已采取下列措施：", "action"),
        ("Open Letter", "The board has decided the following:", "decision"),
    ],
)
def test_who_asks_makes_proposals_of_what_follows(head: str, lead: str, kind: str) -> None:
    found = initiatives(f"{head}\n各位会员：\n{lead}\n1. 消毒。\n2. 测温。\n")

    assert [i.kind for i in found] == [kind, kind]


@pytest.mark.parametrize(
    "paragraphs",
    [
        pytest.param(
            ["WE DEMAND that the bridge be mended.", "We also demand a morning ferry.",
             "WE DEMAND an answer. It is overdue."], id="We demand",
        ),
        pytest.param(
            ["我們呼籲市府公開帳目；", "我們要求市長答覆；", "我們敦促議會停止審議。"],
            id="我們呼籲",
        ),
    ],
)  # fmt: skip
def test_paragraphs_that_each_begin_by_asking_are_items_without_number(
    paragraphs: list[str],
) -> None:
    text = "\n\n".join(["The bridge has been closed since spring.", *paragraphs, "We are many."])

    found = initiatives(f"Open Letter\n\n{text}\n")

    assert [(i.number, i.level, i.kind) for i in found] == [(None, 1, "proposal")] * 3
    assert [i.text for i in found] == paragraphs
    two = "\n\n".join([*paragraphs[:2], "It rained.", paragraphs[2]])
    assert initiatives(f"Open Letter\n\n{two}\n") == ()
