"""Letters as pages of the web print them: below introductions, captions and titles again."""

import pytest

from tests.corpus.reading import read

DUTIES = "疫情当前，复工在即，请各单位做好消毒和测温，减少聚集，错峰用餐，随时上报员工的健康情况。"
DUTIES_HANT = (
    "颱風過後，河堤多處受損，請各位街坊留意安全，切勿走近岸邊，並協助清理渠口的垃圾和樹枝。"
)
DUTY = (
    "The harbour froze before the boats were in, and so we ask every skipper to share what fuel"
    " and what room there is until the ice has gone."
)


@pytest.mark.parametrize(
    ("above", "first"),
    [
        pytest.param(
            "节约用水倡议书\n水是生命之源。下面是小编整理的节约用水倡议书，欢迎大家阅读参考！\n节约用水倡议书\n",
            "亲爱的同学们：",
            id="a collection of samples",
        ),
        pytest.param(
            "致街坊的公開信\n編者按：本刊收到居民組織的來信，現全文刊登如下。\n",
            "各位街坊：",
            id="an editor",
        ),
        pytest.param("派出所的一封信\n近日，湖滨派出所写了一封给街坊的公开信，提醒大家。\n",
                     "亲爱的市民朋友们：", id="a reporter"),
        pytest.param("防汛倡议书\n文章插图\n相关稿件\n", "全体村民朋友：", id="a caption"),
        pytest.param("防汛倡議書\n圖：堤上\n防汛倡議書\n", "各位會員：", id="a title again"),
        pytest.param("错峰倡议书\n新闻来源：东湖报\n查看次数：2\n", "各会员单位：", id="labels"),
        pytest.param("复工倡议书\nA+ A- 打印\n", "各会员单位：", id="sizes of letters"),
        pytest.param("复工倡议书\n东湖 2020-03-19 10:48 4\n", "各会员单位：", id="a stamp"),
    ],
)  # fmt: skip
def test_a_chinese_letter_begins_at_its_salutation(above: str, first: str) -> None:
    duties = DUTIES_HANT if "議" in above or "開" in above else DUTIES

    letter = read(f"{above}{first}\n{duties}\n特此倡议。\n")

    assert letter.title
    assert letter.addressee
    assert letter.addressee.text == first[:-1]
    assert letter.text[letter.body.start :].startswith(first)


@pytest.mark.parametrize(
    ("above", "first"),
    [
        pytest.param(
            "Fishermen’s appeal\nFour unions wrote to the ministry this week. The letter reads:\n",
            "Dear Minister,",
            id="the letter reads",
        ),
        pytest.param(
            "Sixty boat builders sent this letter on Monday, and we have reproduced it below.\n\n",
            "Dear Minister,",
            id="reproduced below",
        ),
        pytest.param(
            "Teachers, nurses and skippers write to the minister about the frozen harbour.\n",
            "Dear Minister",
            id="a standfirst, and no comma",
        ),
        pytest.param("Skip to main content\n\n", "Dear Minister –", id="a control, and a dash"),
        pytest.param("Letter to Wick\nLocation: Wick, Caithness\n", "Dear Minister,", id="label"),
        pytest.param("Six hundred boat builders are without fuel since the bay froze.\n",
                     "Dear Minister,", id="no writer speaks yet"),
        pytest.param("Menu\nSearch\nBoats\nBy: Ann Jones, Ben Smith\nThe full statement of the six"
                     " unions of the bay is as follows:\n", "Dear Minister,", id="as follows"),
    ],
)  # fmt: skip
def test_an_english_letter_begins_below_what_a_page_says_of_it(above: str, first: str) -> None:
    letter = read(f"{above}{first}\n\n{DUTY}\n\nYours,\n")

    assert letter.addressee
    assert letter.addressee.text == "Dear Minister"
    assert letter.text[letter.body.start :].startswith(first)


def test_a_salutation_that_its_sentence_follows_begins_a_letter() -> None:
    told = "Builders wrote this letter to the senate, and it is printed below."

    letter = read(f"{told}\n\nDear Mr. Abel: {DUTY}\n\n{DUTY}\n")

    assert letter.addressee
    assert letter.addressee.text == "Dear Mr. Abel"
    assert letter.text[letter.body.start :].startswith("Dear Mr. Abel: The harbour")


def test_a_first_line_that_leads_on_names_nobody() -> None:
    lead = "If you find it hard to write to the port office, here’s a letter that you may copy:"

    assert (
        read(f"{lead}\n\nThe ice is a foot thick, and no boat has left for a week.\n").addressee
        is None
    )


@pytest.mark.parametrize(
    ("told", "salutation"),
    [
        ("We wrote a letter in May, and the answer was that the ice would go.", "To all members:"),
        ("By Friday every boat must be back in the bay", "Dear Minister,"),
        ("为做好防疫工作，本会经理事会讨论，特发出如下倡议。", "各会员单位："),
        ("疫情当前，我们向全社会发表以下声明，请大家转告。", "各会员单位："),
        ("近日有不少来信询问复工事宜，现将有关建议的内容说明。", "各会员单位："),
        ("協會建議大家在家辦公，詳情如下。", "各會員單位："),
        ("本会整理了关于错峰用餐的建议，请大家转发。", "各会员单位："),
    ],
)
def test_a_letter_that_speaks_of_letters_is_not_cut(told: str, salutation: str) -> None:
    duties = DUTY if told.isascii() else DUTIES

    letter = read(f"Letter on the Ice\n{told}\n\n{salutation}\n\n{duties}\n\n{duties}\n")

    assert letter.text[letter.body.start :].startswith(told)


@pytest.mark.parametrize(
    "below",
    [
        "免责声明：本文来自网络，版权归原作者所有。",
        "以上内容仅供参考，希望对各位读者有所帮助！",
        "因篇幅问题不能全部显示，请点此查看更多内容",
        "已有0人发表了评论",
    ],
)
def test_a_chinese_letter_ends_with_its_date_whatever_a_page_says_below(below: str) -> None:
    letter = read(
        f"倡议书\n各会员单位：\n{DUTIES}\n{DUTIES}\n东湖茶业协会\n2020年3月1日\n{below}\n"
    )

    assert letter.text[letter.body.start : letter.body.end].endswith("\n2020年3月1日")
    assert [party.name for party in letter.issuers] == ["东湖茶业协会"]
    assert letter.date == "2020-03-01"


@pytest.mark.parametrize(
    "postscript",
    [
        "附：请于三月五日前将报名表寄到协会秘书处，以便统计。",
        "又及：昨天寄来的口罩已经收到，谢谢各位的支持与帮助。",
        "注：本倡议书自发布之日起实行，由秘书处负责解释说明。",
    ],
)
def test_a_postscript_below_the_date_is_the_letters_own(postscript: str) -> None:
    signed = "东湖茶业协会\n2020年3月1日"

    letter = read(f"倡议书\n各会员单位：\n{DUTIES}\n{DUTIES}\n{signed}\n{postscript}\n")

    assert letter.text[letter.body.start : letter.body.end].endswith(postscript)
    assert [party.name for party in letter.issuers] == ["东湖茶业协会"]


@pytest.mark.parametrize(
    "below",
    [
        "【防汛倡议书】相关文章：",
        "發佈留言",
        "Post a Comment",
        "Leave a Reply",
        "3 thoughts on “Harbour”",
        "You may also like…",
        "Related articles",
    ],
)
def test_a_form_for_comments_ends_a_letter(below: str) -> None:
    own = f"Dear Minister,\n\n{DUTY} {DUTY}\n\nYours,\nThe River Union"

    letter = read(f"{own}\n{below}\n{DUTY} Log in to answer.")

    assert letter.text[letter.body.start : letter.body.end] == own


@pytest.mark.parametrize(
    "line",
    ["12 comments reached us from the six unions of the bay.", "分享到朋友圈，让大家都看到。"],
)
def test_a_sentence_about_comments_is_the_letters_own(line: str) -> None:
    own = f"Dear Minister,\n\n{DUTY}\n\n{line}\n\nThe River Union"

    letter = read(own)

    assert letter.text[letter.body.start : letter.body.end] == own


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("湖东商会\n声 明\n", "声 明"),
        ("聲明\n", "聲明"),
        ("公示公告\n严正声明\n", "严正声明"),
        ("关于在湖边设立急救点的建议\n", "关于在湖边设立急救点的建议"),
        ("就街市重建之回應\n", "就街市重建之回應"),
        ("给业主的一封道歉信相关范文\n", "给业主的一封道歉信"),
        ("会长的话\n\n会长的话\n", "会长的话"),
        ("Home\nOpen letter to the fishermen\n", "Open letter to the fishermen"),
        ("Open letter to the Water Board\n", "Open letter to the Water Board"),
        ("• News\nA joint statement on the ice\n", "A joint statement on the ice"),
        ("News - Joint Statement on Ice\n", "Joint Statement on Ice"),
        ("📨 An open letter to the port\n", "An open letter to the port"),
        ("Statement on the ice, 3 March 2020\n", "Statement on the ice"),
    ],
)  # fmt: skip
def test_a_title_is_found_where_a_page_has_more_above_it(head: str, title: str) -> None:
    letter = read(f"{head}{DUTY if title.isascii() else DUTIES}\n")

    assert letter.title
    assert letter.title.text == title


@pytest.mark.parametrize(
    "head",
    [
        "Click here to download the letter and its signatories\nMarch 3, 2020\nDear all,\n",
        "湖畔版主 今日心情\n各位邻居：\n",
        "公告\n首页 > 公告\n",
    ],
)
def test_no_title_is_made_of_a_control(head: str) -> None:
    assert read(f"{head}{DUTIES}\n").title is None


def test_below_a_note_that_asks_to_sign_stands_the_letter() -> None:
    note = "Dear colleagues,\n\nPlease sign the letter below.\n\nBest wishes,\nAnna Jones"
    own = f"Dear Minister,\n\n{DUTY}\n\nYours,\nThe River Union"

    letter = read(f"{note}\n\n* * * * *\n\n{own}")

    assert letter.text[letter.body.start : letter.body.end] == own
    assert [party.name for party in letter.issuers] == ["The River Union"]


def test_curly_quotes_do_not_make_a_letter_foreign() -> None:
    plain = f"Dear Minister,\n\nThank you for the stove. {DUTY}\n\nDon't wait.\n"

    assert read(plain).genre == read(plain.replace("'", "’")).genre == "open_letter"
