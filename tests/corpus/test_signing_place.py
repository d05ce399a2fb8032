"""Signers that no word tells: short lines between the last sentence and the date that closes."""

import pytest

from tests.corpus.reading import read

BODY = "各位邻居：\n\n新学期将至，请大家每天测量体温，少去人多的地方。\n\n"
HANT = "各位鄰居：\n\n新學期將至，請大家每天測量體溫，少去人多的地方。\n\n"
DAY = "2020年2月5日"


@pytest.mark.parametrize(
    ("text", "issuers", "persons"),
    [
        pytest.param(f"{BODY}东湖第九小学少先队大队部\n{DAY}", ["东湖第九小学少先队大队部"], [],
                     id="a part of a school"),
        pytest.param(f"{BODY}东湖市园林绿化科\n东湖市水务处（河长办）\n{DAY}",
                     ["东湖市园林绿化科", "东湖市水务处（河长办）"], [], id="two parts of a town"),
        pytest.param(f"{HANT}東湖市水務處\n{DAY}", ["東湖市水務處"], [], id="traditional"),
        pytest.param(f"{BODY}东湖茶叶商会\n韩孝林\n{DAY}", ["东湖茶叶商会"], ["韩孝林"],
                     id="a body and a person"),
        pytest.param(f"{BODY}东湖茶叶商会 韩孝林\n{DAY}", ["东湖茶叶商会"], ["韩孝林"],
                     id="a body and a person on a line"),
        pytest.param(f"{BODY}韩孝林\n{DAY}", [], ["韩孝林"], id="a person"),
        pytest.param(f"{BODY}韩 冰\n{DAY}", [], ["韩冰"], id="a name set apart"),
        pytest.param(f"{HANT}韓孝林 蕭明\n{DAY}", [], ["韓孝林", "蕭明"], id="two persons"),
        pytest.param(f"{BODY}东湖市水务处 东湖市教育局\n{DAY}", ["东湖市水务处", "东湖市教育局"],
                     [], id="set apart by a space"),
        pytest.param(f"{BODY}东湖 红十字会志愿者协会\n{DAY}", ["东湖 红十字会志愿者协会"], [],
                     id="a space within a name"),
        pytest.param(f"{BODY}东湖茶叶协会\n守护东湖计划\n{DAY}", ["东湖茶叶协会", "守护东湖计划"],
                     [], id="any name under a body"),
        pytest.param(f"{BODY}育才小学全体教师\n{DAY}", ["育才小学全体教师"], [], id="全体"),
        pytest.param(f"{BODY}东湖市水务处 {DAY}", ["东湖市水务处"], [], id="beside the date"),
        pytest.param(f"{BODY}东湖市水务处\n{DAY}\n以上内容仅供参考，希望对您的工作和学习有所帮助！",
                     ["东湖市水务处"], [], id="a sentence of the page below"),
        pytest.param(f"请大家少去人多的地方，一起守护东湖。 东湖区文明办 东湖区民政局 {DAY} 小李",
                     ["东湖区文明办", "东湖区民政局"], [], id="on the line of a sentence"),
        pytest.param("請大家每天測量體溫，少去人多的地方！東湖茶葉協會 韓孝林",
                     ["東湖茶葉協會"], ["韓孝林"], id="on the line of a sentence, traditional"),
        pytest.param(f"{BODY}——东湖茶叶协会\n以上内容仅供参考，希望对您的工作和学习有所帮助！",
                     ["东湖茶叶协会"], [], id="a dash before the name"),
    ],
)  # fmt: skip
def test_short_lines_above_the_closing_date_sign(
    text: str, issuers: list[str], persons: list[str]
) -> None:
    letter = read(text)

    assert [party.name for party in letter.issuers] == issuers
    assert [party.name for party in letter.signatories] == persons


@pytest.mark.parametrize(
    "end",
    [
        pytest.param(f"让我们携手同行\n{DAY}", id="a slogan"),
        pytest.param(f"共建美丽和谐社会\n{DAY}", id="a slogan that ends in 会"),
        pytest.param(f"谢谢\n{DAY}", id="thanks"),
        pytest.param(f"特此函告\n{DAY}", id="a formula"),
        pytest.param(f"一、多通风\n二、勤洗手\n三、少聚会\n{DAY}", id="items"),
        pytest.param(f"● 少去人多的地方\n● 发热时到医务室\n{DAY}", id="bullets"),
        pytest.param("东湖市水务处", id="no date"),
        pytest.param("感谢大家多年以来的关心。东湖协会的工作，离不开每一位邻居的支持！",
                     id="a sentence about a body"),
        pytest.param(f"时间：周六上午\n地点：东湖会议室\n{DAY}", id="labels"),
        pytest.param(f"东湖市水务处\n{DAY}\n一、请大家在周末之前把垃圾分类投放。\n二、不乱扔。",
                     id="items below"),
    ],
)  # fmt: skip
def test_other_lines_above_a_date_do_not_sign(end: str) -> None:
    letter = read(BODY + end)

    assert letter.issuers == ()
    assert letter.signatories == ()
