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
