"""Other names of organisations, and what looks like some."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import find_other_names

COMMITTEE = "Security Document Summit Committee"


def names(text: str) -> list[tuple[str, str]]:
    return [(name.full, name.other) for name in find_other_names(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("To the World Health Organization (WHO),", [("World Health Organization", "WHO")]),
        ("在中国电力企业联合会（CEC）的支持下", [("中国电力企业联合会", "CEC")]),
        ("中国科学技术协会（CAST，以下简称“中国科协”）",
         [("中国科学技术协会", "CAST"), ("中国科学技术协会", "中国科协")]),
        (f"the Security Identification Union and {COMMITTEE} (hereafter referred to SIU & SDS)",
         [("Security Identification Union", "SIU"), (COMMITTEE, "SDS")]),
        ("安全识别联盟和安全证件峰会组委会（英文简称“SIU & SDS”）",
         [("安全识别联盟", "SIU"), ("安全证件峰会组委会", "SDS")]),
        ("中国化工学会（Chemical Industry Society of China，简称CIESC）",
         [("中国化工学会", "Chemical Industry Society of China"), ("中国化工学会", "CIESC")]),
        ("The Red Cross Society of China (中国红十字会总会) asks",
         [("Red Cross Society of China", "中国红十字会总会")]),
    ],
)  # fmt: skip
def test_brackets_after_an_organisation_name_it(text: str, found: list[tuple[str, str]]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "新冠肺炎（COVID-19）", "本联盟（以下简称“联盟”）", "中国化工学会（北京）",
        "the Northern Federation (CEO present)", "our members (USA)", "Northern Chamber (SIU)",
        "中国化工学会（以下简称“我会”）", "China Society (see Annex A)", "（CIESC）", "(SIU)",
        "北方商会（以下简称“南商”）", "comité (ABC) x", "王会长（以下简称“王会”）",
    ],
)  # fmt: skip
def test_other_brackets_name_nothing(text: str) -> None:
    assert names(text) == []


@given(st.text("（）()简称A B&协会、，\n“”", max_size=80))
def test_names_are_words_of_the_text(text: str) -> None:
    for full, other in names(text):
        assert other in text
        assert full.split()[0] in text


@pytest.mark.parametrize("piece", ["（A", "(AB) ", "协会（简称会会会）", "A & B (A&B) ", "A " * 9])
def test_no_repetition_takes_long(piece: str) -> None:
    text = piece * (500_000 // len(piece))
    start = time.process_time()

    find_other_names(text)

    assert time.process_time() - start < 1
