import pytest

from tests.corpus.reading import read


def title(text: str) -> str | None:
    letter = read(text)
    return letter.title.text if letter.title else None


def body(text: str) -> str:
    letter = read(text)
    return letter.text[letter.body.start : letter.body.end]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        pytest.param("共同抗疫倡议书", "共同抗疫倡议书", id="genre at the end"),
        pytest.param("共同抗疫倡議書", "共同抗疫倡議書", id="traditional"),
        pytest.param("倡 议 书", "倡 议 书", id="spaced out"),
        pytest.param("首页 >> 动态 >> 详情\n关于防疫的通知", "关于防疫的通知", id="breadcrumb"),
        pytest.param("通知公告\n关于防疫的通知", "关于防疫的通知", id="menu"),
        pytest.param("关于防疫的公告 2020年06月28日", "关于防疫的公告", id="page date"),
        pytest.param("关于防疫的倡议书范文", "关于防疫的倡议书", id="template"),
        pytest.param("致海外校友的公开信（三）", "致海外校友的公开信（三）", id="series"),
        pytest.param("致科技工作者的倡议书\n以科学之力共克时艰\n——致科技工作者",
                     "致科技工作者的倡议书", id="slogan and subtitle"),
        pytest.param("Home News\n  A Letter to Our Friends", "A Letter to Our Friends", id="menu"),
        pytest.param("Notice on the\nMeetings of March", "Notice on the Meetings of March",
                     id="two lines"),
        pytest.param("OPEN LETTER ON SCHOOLS", "OPEN LETTER ON SCHOOLS", id="capitals"),
        pytest.param("# Staying Healthy #", "Staying Healthy", id="heading"),
        pytest.param("# **Staying Healthy**", "Staying Healthy", id="bold heading"),
        pytest.param("Staying Healthy\n-------", "Staying Healthy", id="underlined heading"),
        pytest.param("Initiative of Tea Union\n\nProposal on Reopening", "Proposal on Reopening",
                     id="issuer first"),
    ],
)  # fmt: skip
def test_a_title_is_found(head: str, expected: str) -> None:
    assert title(f"{head}\n\n各位会员：\n\n请大家做好防护，减少聚集，共渡难关。\n") == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("各位会员：\n协会倡议大家做好防护。\n", id="salutation"),
        pytest.param("Dear Sirs,\n\nThis is our Proposal\n", id="genre word after it"),
        pytest.param("# Dear GitHub,\n\nWe wrote this letter together.\n", id="as heading"),
        pytest.param("当前任务繁重。商会发出倡议：\n有钱出钱，有物出物。\n", id="a sentence"),
        pytest.param("摘要：东湖学会倡议书\n请做好防护，有序复工。\n", id="summary"),
        pytest.param("### See [Dear GitHub 2.0](https://example.org)\n\nHello.\n", id="a link"),
        pytest.param("We met here first, all of us.\n\n## Resources\n\nMore.\n", id="late heading"),
    ],
)
def test_no_title_is_invented(text: str) -> None:
    assert title(text) is None


def test_the_body_leaves_out_the_page_around_it() -> None:
    text = """您当前的位置：首页 > 新闻中心
复工倡议书
来源：秘书处 时间：2020-02-05 浏览：12
打印

各位会员：
请大家做好防护，有序复工，共渡难关。

首页 关于我们 联系我们 新闻中心
通知公告
版权所有 东湖学会 京ICP备05000000号
"""

    assert body(text) == "各位会员：\n请大家做好防护，有序复工，共渡难关。"


def test_the_body_ends_with_the_date_that_closes_it() -> None:
    text = "Dear all,\n\nPlease wash your hands often and stay at home.\n\nTea Union\n"
    after = "\n12 Long Road, Beijing\n"

    assert body(f"{text}May 4, 2020\n{after}") == f"{text}May 4, 2020"


def test_the_body_goes_on_after_a_date_that_more_of_the_letter_follows() -> None:
    text = "各位会员：\n年会取消，敬请谅解。\n2020年6月23日\n\nThe meeting of this year is put off."

    assert body(text) == text


def test_those_who_sign_after_the_date_belong_to_the_body() -> None:
    text = "各位会员：\n请大家有序复工，做好防护。\n2020年6月23日\n联署单位：\n东湖学会\n西湖学会"

    assert body(text) == text


def test_a_note_of_a_translator_is_not_body() -> None:
    text = "各位会员：\n请大家有序复工，做好防护。"

    assert body(f"{text}\n（本译文为非官方译文，仅供参考。）\n") == text


def test_a_sentence_that_mentions_a_page_is_body() -> None:
    text = "欢迎浏览学会网站，了解防疫知识和复工指南。\n请大家有序复工，做好防护。"

    assert body(text) == text


def test_a_file_with_no_letter_in_it_has_an_empty_body() -> None:
    letter = read("---\ntitle: 倡议书\n---\n")

    assert letter.body.start == letter.body.end == len(letter.text)
    assert letter.title
