"""Initiatives side by side: items left out, added, nested, and of other languages."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from corpus import Letter, LetterId, align_initiatives, read_text
from corpus.aligning import LARGEST

ENGLISH = """Proposal on the Resumption of Work

To all members:

1. Wear masks at work and report any fever to the hotline 12345.

2. Resume production by 10 March and keep 2 metres apart.

(1) Workshops are disinfected daily.

(2) Meetings move online.

3. Donate 500 protective suits to hospitals in Hubei.
"""
CHINESE = """关于复工复产的倡议书

各会员单位：

一、上班佩戴口罩，发热者请拨打热线12345报告。

二、3月10日前恢复生产，保持两米距离。

（一）车间每日消毒。

（二）会议改为线上举行。

三、向湖北的医院捐赠500套防护服。
"""
SHORTER = """关于复工复产的倡议书

各会员单位：

一、上班佩戴口罩，发热者请拨打热线12345报告。

二、向湖北的医院捐赠500套防护服。

三、请大家互相转告这份倡议。
"""


def read(text: str, name: str = "a") -> Letter:
    return read_text(text, letter_id=LetterId(name), source=f"{name}.txt")


def rows(one: str, other: str) -> list[tuple[int | None, int | None]]:
    return [(row.here, row.there) for row in align_initiatives(read(one), read(other, "b"))]


def test_the_items_of_a_translation_stand_beside_each_other_at_every_level() -> None:
    assert rows(ENGLISH, CHINESE) == [(n, n) for n in range(1, 6)]


def test_an_item_that_a_translation_leaves_out_stands_alone() -> None:
    without_last = SHORTER[: SHORTER.index("三、")]

    assert rows(ENGLISH, without_last) == [(1, 1), (2, None), (3, None), (4, None), (5, 2)]


def test_versions_are_aligned_by_what_items_say_and_not_by_their_numbers() -> None:
    assert rows(CHINESE, SHORTER) == [
        (1, 1), (2, None), (3, None), (4, None), (5, 2), (None, 3),
    ]  # fmt: skip


def test_what_is_aligned_one_way_is_aligned_the_other_way() -> None:
    there = sorted((b, a) for a, b in rows(SHORTER, CHINESE) if a and b)

    assert there == sorted((a, b) for a, b in rows(CHINESE, SHORTER) if a and b)


def test_a_letter_without_initiatives_has_none_beside_it() -> None:
    assert rows("Thank you all.", CHINESE) == [(None, n) for n in range(1, 6)]
    assert rows("Thank you all.", "谢谢大家。") == []


def test_lists_too_long_to_compare_are_aligned_by_order() -> None:
    letter = read("倡议书\n\n" + "\n\n".join(f"{n}. 请备足第{n}号口罩。" for n in range(1, 90)))
    long = replace(letter, initiatives=letter.initiatives * 3)
    count = len(long.initiatives)

    assert count**2 > LARGEST
    assert [(r.here, r.there) for r in align_initiatives(long, long)] == [
        (n, n) for n in range(1, count + 1)
    ]


@given(st.lists(st.sampled_from("一二三四五"), max_size=6), st.lists(st.sampled_from("三四五六")))
def test_every_initiative_of_both_has_one_place_in_order(here: list[str], there: list[str]) -> None:
    one, other = (
        "倡议书\n\n" + "\n\n".join(f"{n}、请做第{word}件事。" for n, word in enumerate(words, 1))
        for words in (here, there)
    )
    found = rows(one, other)

    for side, text in enumerate((one, other)):
        places = [row[side] for row in found if row[side] is not None]
        assert places == list(range(1, len(read(text).initiatives) + 1))
