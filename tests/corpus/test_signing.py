"""Who signs, in layouts beside the plain one: labels, seals, lists, roles, copies to others."""

import pytest

from corpus import Letter, LetterId, read_text

BODY = "各位家长：\n\n新学期将至，请大家每天测量体温，少去人多的地方。\n\n"
ENGLISH = "Open Letter\n\nDear Mayor Smith,\n\nWe ask you to open the north gate at weekends.\n\n"


def read(text: str) -> Letter:
    return read_text(text, letter_id=LetterId("a"), source="a.txt")


@pytest.mark.parametrize(
    ("end", "issuers"),
    [
        ("北京市律师协会（印章）\n2020年2月6日\n\n抄报：市司法局\n", ["北京市律师协会"]),
        ("联署机构：长江豚类保护协会、江城大学环保社团联合会\n2017年4月22日 于江城\n",
         ["长江豚类保护协会", "江城大学环保社团联合会"]),
        ("发起单位：南方粮油商会、东湖超市联盟\n", ["南方粮油商会", "东湖超市联盟"]),
        ("市出租汽车行业协会　市交通运输局\n二〇一八年十月九日\n",
         ["市出租汽车行业协会", "市交通运输局"]),
        ("北方食品工业协会、南方粮油商会\n", ["北方食品工业协会", "南方粮油商会"]),
        ("北方食品工业协会\n\n抄送：市场监督管理局\n", ["北方食品工业协会"]),
    ],
)  # fmt: skip
def test_organisations_that_sign_in_chinese(end: str, issuers: list[str]) -> None:
    assert [party.name for party in read(BODY + end).issuers] == issuers


@pytest.mark.parametrize(
    ("end", "issuers"),
    [
        ("Signed by: Coastal Society; Bay Fishers Union\nJuly 1, 2021\n",
         ["Coastal Society", "Bay Fishers Union"]),
        ("Submitted on behalf of the Northern Rail Users Group\nSeptember 3, 2015\n",
         ["Northern Rail Users Group"]),
        ("Harbour Sailing Club\n\ncc: City Council\n", ["Harbour Sailing Club"]),
    ],
)  # fmt: skip
def test_organisations_that_sign_in_english(end: str, issuers: list[str]) -> None:
    assert [party.name for party in read(ENGLISH + end).issuers] == issuers


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        (BODY + "患者家属：王小明\n2022年8月15日\n", ["王小明"]),
        (BODY + "发起人：张伟、李娜、王芳\n", ["张伟", "李娜", "王芳"]),
        (ENGLISH + "Respectfully,\n\nAnna Jones, Chair\nPeter Wood, Treasurer\n",
         ["Anna Jones", "Peter Wood"]),
        (BODY + "地点：北京\n联系人：王芳\n", []),
    ],
)  # fmt: skip
def test_persons_that_sign(text: str, persons: list[str]) -> None:
    assert [party.name for party in read(text).signatories] == persons


def test_every_name_is_where_it_says() -> None:
    letter = read(BODY + "联署机构：长江豚类保护协会、 江城大学环保社团联合会 \n")

    assert len(letter.issuers) == 2
    for party in letter.issuers:
        assert letter.text[party.start : party.end] == party.text


@pytest.mark.parametrize(
    ("text", "genre"),
    [
        (BODY, "open_letter"),
        ("图书馆延长开放时间，周末不闭馆。\n", "other"),
        ("各位家长：\n\n学校向大家提出如下建议。\n\n01 每日测量体温。\n", "proposal"),
    ],
)
def test_what_speaks_to_somebody_is_a_letter(text: str, genre: str) -> None:
    assert read(text).genre == genre
