"""Where sentences end, in both languages."""

from itertools import pairwise

import pytest
from hypothesis import given

from search.snippets.sentences import cuts
from tests.index.analysis.texts import mixed_text


def sentences(text: str) -> list[str]:
    return [text[a:b].strip() for a, b in pairwise(cuts(text, 0, len(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "一、坚定信心。我们相信，一定能够战胜疫情！谢谢大家？是的；好。",
            ["一、坚定信心。", "我们相信，一定能够战胜疫情！", "谢谢大家？", "是的；", "好。"],
            id="chinese",
        ),
        pytest.param(
            "Thank you! Masks are needed. Will you help?",
            ["Thank you!", "Masks are needed.", "Will you help?"],
            id="english",
        ),
        pytest.param(
            "他说：“加油！”然后走了。（完。）再见",
            ["他说：“加油！”", "然后走了。", "（完。）", "再见"],
            id="closing-quotes-and-brackets",
        ),
        pytest.param(
            'He said "Stop." Then he left (at last.) We know.',
            ['He said "Stop."', "Then he left (at last.)", "We know."],
            id="closing-ascii",
        ),
        pytest.param("第3.5节自2019.1.29起。", ["第3.5节自2019.1.29起。"], id="numbers"),
        pytest.param(
            "See www.cec.org.cn or e.g. this.", ["See www.cec.org.cn or e.g. this."], id="web"
        ),
        pytest.param(
            "Dear Prof. Adschiri of the U.S. Embassy, Mr. Li, see No. 5 of Jan. 3.",
            ["Dear Prof. Adschiri of the U.S. Embassy, Mr. Li, see No. 5 of Jan. 3."],
            id="abbreviations",
        ),
        pytest.param(
            "He said no. That is art. It began in 2020. Then COVID-19. All stopped.",
            ["He said no.", "That is art.", "It began in 2020.", "Then COVID-19.", "All stopped."],
            id="not-abbreviations",
        ),
        pytest.param(
            "1. Be confident. We can.\n  2. Help each other.",
            ["1. Be confident.", "We can.", "2. Help each other."],
            id="numbers-of-items",
        ),
        pytest.param(
            "Wait... what?! No. 好!是", ["Wait... what?!", "No.", "好!", "是"], id="rows-of-signs"
        ),
        pytest.param(
            "各会员单位：\n为武汉\n\n捐赠", ["各会员单位：", "为武汉", "捐赠"], id="line-ends"
        ),
        pytest.param(
            "we ask all\nmembers to help", ["we ask all\nmembers to help"], id="small-letter"
        ),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_lines_that_are_wrapped_by_hand_go_on() -> None:
    wrapped = (
        "为引导和帮助企业等会员单位科学精准防控新冠肺炎疫情、有序\n"
        "复工复产，十六家行业协会成立合作联盟。\n"
        "In order to guide and help enterprises to return to work,\n"
        "CEC and its members established an alliance.\n"
    )

    assert len(sentences(wrapped)) == 2


def test_an_item_after_a_long_line_begins_a_sentence() -> None:
    text = "现就新型冠状病毒感染的肺炎疫情防控期间有序复工复产向各会员单位提出\n一、坚定信心"

    assert sentences(text)[1] == "一、坚定信心"


@given(mixed_text)
def test_sentences_make_up_the_text(text: str) -> None:
    found = cuts(text, 0, len(text))

    assert found[0] == 0
    assert found[-1] == len(text)
    assert all(a < b for a, b in pairwise(found)) or not text


@given(mixed_text, mixed_text)
def test_a_part_of_a_text_is_cut_within_it(before: str, text: str) -> None:
    whole = before + text

    found = cuts(whole, len(before), len(whole))

    assert found == sorted(found)
    assert (found[0], found[-1]) == (len(before), len(whole))
