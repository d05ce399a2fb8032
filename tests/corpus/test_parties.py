import pytest

from tests.corpus.reading import read


def issuers(text: str) -> list[str]:
    return [party.name for party in read(text).issuers]


def signatories(text: str) -> list[str]:
    return [party.name for party in read(text).signatories]


BODY = "各位会员：\n请大家做好防护，减少聚集，共渡难关。\n"
ENGLISH = "Dear all,\n\nPlease wash your hands often and stay at home.\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(BODY + "东湖摄影协会\n2020年2月5日", ["东湖摄影协会"], id="above the date"),
        pytest.param(BODY + "东湖摄影协会 2020年2月5日", ["东湖摄影协会"], id="beside the date"),
        pytest.param(BODY + "東湖攝影協會", ["東湖攝影協會"], id="traditional"),
        pytest.param(BODY + "东湖省委 东湖省政府", ["东湖省委", "东湖省政府"], id="two on a line"),
        pytest.param(BODY + "东湖学会\n西湖学会", ["东湖学会", "西湖学会"], id="two lines"),
        pytest.param(BODY + "东湖学会\n电话：13126561039", ["东湖学会"], id="contact after it"),
        pytest.param(BODY + "联系人：会务部\n张某 13426000133\n东湖学会\n2021年10月25日",
                     ["东湖学会"], id="contact before it"),
        pytest.param(BODY + "东湖学会理事长\n李四", ["东湖学会"], id="in a role"),
        pytest.param(ENGLISH + "East Lake Tea Union", ["East Lake Tea Union"], id="English"),
        pytest.param(ENGLISH + "China Society of Tea (CST) Green Tea Branch",
                     ["Green Tea Branch"], id="with its parent"),
        pytest.param(ENGLISH + "Yours sincerely,\nLi Na\nPresident of the Council of the Tea Union",
                     ["Tea Union"], id="English role"),
        pytest.param("Proposal of Tea Union\n\n" + ENGLISH, ["Tea Union"], id="in the title"),
        pytest.param("东湖学会致会员倡议书\n" + BODY, ["东湖学会"], id="in a Chinese title"),
        pytest.param("共筑湖区发展新格局倡议书\n" + BODY, [], id="格局 is no office"),
        pytest.param("顾全大局致会员倡议书\n" + BODY, [], id="大局 is no office"),
        pytest.param(BODY + "东湖安全局\n2020年2月5日", ["东湖安全局"], id="安全局 is one"),
        pytest.param(BODY + "东湖市工商联（总商会）\n东湖市妇联\n东湖区文明办\n2020年2月5日",
                     ["东湖市工商联（总商会）", "东湖市妇联", "东湖区文明办"], id="short names"),
        pytest.param(BODY + "東湖市婦聯\n東湖區環境管理處\n2020年2月5日",
                     ["東湖市婦聯", "東湖區環境管理處"], id="short names, traditional"),
        pytest.param(BODY + "东湖区文明办 东湖区民政局\n2020年2月5日",
                     ["东湖区文明办", "东湖区民政局"], id="short names on a line"),
        pytest.param(BODY + "倡议人：东湖社区居委会\n2020年2月5日", ["东湖社区居委会"],
                     id="倡议人 that is none"),
        pytest.param(BODY + "发起代表：东湖茶叶协会、西湖茶叶协会\n",
                     ["东湖茶叶协会", "西湖茶叶协会"], id="发起代表"),
        pytest.param("消息来源：东湖茶叶协会\n" + BODY, [], id="a source"),
        pytest.param(BODY + "东湖商会会长韩孝林\n2020年2月5日", ["东湖商会"],
                     id="role and name without a space"),
        pytest.param("Open letter to the Water Board\n\n" + ENGLISH, [], id="a title to a board"),
        pytest.param("Farmers’ statement on the River Union\n\n" + ENGLISH, [],
                     id="a title on a union"),
        pytest.param(ENGLISH + "Yours sincerely,\nLi Na\nUnion President", [], id="a role alone"),
        pytest.param(ENGLISH + "Yours sincerely,\nLi Na\nPresident\nBest Foods, Inc. Workers Union",
                     ["Best Foods, Inc. Workers Union"], id="an abbreviation within"),
        pytest.param(ENGLISH + "Yours sincerely,\n\nBest Foods, Inc.", ["Best Foods, Inc."],
                     id="an abbreviation at the end"),
        pytest.param("会员们：\n为此，东湖促进会倡议如下：\n一、消毒。\n二、测温。\n",
                     ["东湖促进会"], id="in the lead"),
        pytest.param("现东湖商会向全体会员发出倡议：\n有钱出钱，有物出物，量力而行。\n",
                     ["东湖商会"], id="in the lead, to somebody"),
        pytest.param("In May 12 trade associations including CEC, of Beijing, put forward "
                     "proposals to the public.\n", ["CEC"], id="counted"),
        pytest.param(BODY, [], id="nobody"),
        pytest.param("Letter of thanks\n\n" + ENGLISH, [], id="a title of something else"),
    ],
)  # fmt: skip
def test_issuers_are_found(text: str, expected: list[str]) -> None:
    assert issuers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(ENGLISH + "Chairman: WANG Yaohua\nHonorary Chairman: XU Wencai, MA Pizhong",
                     ["WANG Yaohua", "XU Wencai", "MA Pizhong"], id="roles"),
        pytest.param(BODY + "会长：张某\n名誉会长：李某某、王某", ["张某", "李某某", "王某"],
                     id="Chinese roles"),
        pytest.param(BODY + "东湖学会理事长\n李四", ["李四"], id="under a role"),
        pytest.param(BODY + "东湖商会会长韩孝林\n2020年2月5日", ["韩孝林"], id="beside a role"),
        pytest.param(BODY + "東湖旅遊組織亞太部主任徐晶", ["徐晶"],
                     id="beside a role, traditional"),
        pytest.param(BODY + "发起人：王小明\n2020年2月5日", ["王小明"], id="发起人"),
        pytest.param(ENGLISH + "Sincerely yours,\nDai Houliang", ["Dai Houliang"],
                     id="valediction"),
        pytest.param(BODY + "此致\n敬礼\n张三", ["张三"], id="Chinese valediction"),
        pytest.param(ENGLISH + "Contact of the Office: Li Na\nTel: 123456", [], id="a contact"),
        pytest.param(ENGLISH + "With best regards\nTea Union", [], id="an organisation"),
    ],
)  # fmt: skip
def test_signatories_are_found(text: str, expected: list[str]) -> None:
    assert signatories(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("各会员单位：\n请做好防护。\n", "各会员单位"),
        ("尊敬的李教授：\n请做好防护。\n", "尊敬的李教授"),
        ("Dear Sirs:\n\nPlease stay at home.\n", "Dear Sirs"),
        ("To all members:\n\nPlease stay at home.\n", "To all members"),
        ("Branches (all of them):\n\nPlease stay at home.\n", "Branches (all of them)"),
        ("Dear friends, we are the organizers.\n", "Dear friends"),
        ("Prof. Li Na\n\nTea Union\n\nDear Prof. Li Na,\n\nThank you.\n", "Prof. Li Na Tea Union"),
        ("商会向全体会员发出倡议：\n有钱出钱，有物出物，量力而行。\n", "全体会员"),
        ("We put forward proposals to the whole trade, all of us.\n", "the whole trade"),
        ("致全省科技工作者的倡议书\n请大家做好防护，减少聚集。\n", "全省科技工作者"),
        ("我们倡议如下：\n一、消毒。\n二、测温。\n", None),
    ],
)
def test_whom_a_letter_speaks_to_is_found(text: str, expected: str | None) -> None:
    addressee = read(text).addressee

    assert (addressee.text if addressee else None) == expected


def test_a_party_says_which_words_name_it() -> None:
    letter = read(ENGLISH + "China Society of Tea (CST)\u00a0Green Tea Branch")

    (party,) = letter.issuers

    assert party.text == "China Society of Tea (CST) Green Tea Branch"
    assert letter.text[party.start : party.end].endswith("(CST)\u00a0Green Tea Branch")
