"""Dates of both languages, whole and in part, and from one to another."""

import datetime
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.parsing import parse
from search.parsing.dates import days_of
from search.tree import DateRange

Read = Callable[[str], str]
Told = Callable[[str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    "value",
    [
        "2020-02-03",
        "2020-2-3",
        "2020/2/3",
        "2020.02.03",
        "20200203",
        "2020年2月3日",
        "2020年02月03号",
        "2020年2月3號",
        "二〇二〇年二月三日",
        "二零二零年二月三日",
        "２０２０－０２－０３",
        "2020 年 2 月 3 日",
        "3 February 2020",
        "3rd of February 2020",
        "February 3, 2020",
        "Feb. 3rd, 2020",
        "3-Feb-2020",
        "FEB 3 2020",
        "2020 February 3",
        "2020-Feb-03",
        "2020-02-03T00:00",
        "2020-02-03T08:30:00Z",
        "2020-02-03T08:30:00.123+08:00",
        "2020-02-03 08:30",
        "20200203T0830",
        "2020‐02‐03",
        "民国109年2月3日",
        "中華民國一〇九年二月三日",
        "民國一百零九年 2 月 3 日",
        "=2020-02-03",
    ],
)
def test_a_day_in_any_usual_form(value: str, read: Read) -> None:
    assert read(f'date:"{value}"') == "20200203..20200203"


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2020", "20200101..20201231"),
        ("2020年", "20200101..20201231"),
        ("2020-02", "20200201..20200229"),
        ("2021.2", "20210201..20210228"),
        ("202002", "20200201..20200229"),
        ("2020年2月份", "20200201..20200229"),
        ("二〇二〇年十二月", "20201201..20201231"),
        ("二〇二〇年十一月二十三日", "20201123..20201123"),
        ("2020-02-03..2020-03", "20200203..20200331"),
        ("2020-02..", "20200201..99999999"),
        ("..2020-03", "0..20200331"),
        ("2020-02...2020-03", "20200201..20200331"),
        ("2020-02…2020-03", "20200201..20200331"),
        ("2020-02~2020-03", "20200201..20200331"),
        ("2020年2月至3月", "20200201..20200331"),
        ("2020年2月3日到2020年3月", "20200203..20200331"),
        ("2021..2020", "20200101..20211231"),
        ("2020-02,", "20200201..20200229"),
        ("民國一〇九年", "20200101..20201231"),
        ("民国元年", "19120101..19121231"),
        ("民國109年2月至3月", "20200201..20200331"),
        ("2020 Feb", "20200201..20200229"),
        ("Feb, 2020", "20200201..20200229"),
        ("2020-2021", "20200101..20211231"),
        ("2020/2021", "20200101..20211231"),
        ("2020-02-03-2020-03-01", "20200203..20200301"),
        ("2020/2/3-2020/3/1", "20200203..20200301"),
        ("2020-02/2020-03", "20200201..20200331"),
        ("2020-02—2020-03", "20200201..20200331"),
        ("2020-02――2020-03", "20200201..20200331"),
        ("2020-02–2020-03", "20200201..20200331"),
        ("2020-02－2020-03", "20200201..20200331"),
        ("2020-02−2020-03", "20200201..20200331"),
        ("2020-02〜2020-03", "20200201..20200331"),
        ("2020-02～", "20200201..99999999"),
        ("2020年2月3日-3月1日", "20200203..20200301"),
        ("2020年2月3日至5日", "20200203..20200205"),
        ("2020年2-3月", "20200201..20200331"),
        ("从2020年2月到3月", "20200201..20200331"),
        ("2020年2月至2020年3月之间", "20200201..20200331"),
        ("[2020-02 TO 2020-03]", "20200201..20200331"),
        ("[2020-02 TO *]", "20200201..99999999"),
        (">=2020-02", "20200201..99999999"),
        ("≥2020-02", "20200201..99999999"),
        ("＞＝2020-02", "20200201..99999999"),
        ("=>2020-02", "20200201..99999999"),
        (">2020-02", "20200230..99999999"),
        ("<2021", "0..20210100"),
        ("<=2020-02", "0..20200229"),
        ("≤2020年2月", "0..20200229"),
        (">=2020-02,<2021", "20200201..20210100"),
        ("2020年2月以来", "20200201..99999999"),
        ("自2020年2月起", "20200201..99999999"),
        ("2020年2月至今", "20200201..99999999"),
        ("2020年2月之后", "20200230..99999999"),
        ("2021年以前", "0..20210100"),
        ("截至2020年2月", "0..20200229"),
    ],
)
def test_a_part_of_a_date_covers_its_whole_span(value: str, days: str, read: Read) -> None:
    assert read(f"date:{value}") == days
    assert read(f"口罩 日期：{value} 消毒") == f"(([口罩] | [消毒]) & {days})"


def test_spans_are_written_out_in_quotes(read: Read) -> None:
    assert read('date:"Feb 2020 to 3 March 2020"') == "20200201..20200303"
    assert read('date:"Sept. 2020"') == "20200901..20200930"
    assert read("date:(2020-02 OR 2021)") == "(20200201..20200229 | 20210101..20211231)"
    assert read("date:(2020-02 。)") == "20200201..20200229"
    assert read("date:(2020-02 2021)") == "(20200201..20200229 | 20210101..20211231)"


@pytest.mark.parametrize(
    "value",
    [
        "3 February 2020",
        "Feb. 3rd, 2020",
        "2020 年 2 月 3 日",
        "2020-02-03 .. 2020-02-03",
        "3 Feb 2020 to 3 February 2020",
        "2020-02-03 - 2020-02-03",
        "2020-02-03 to 2020-02-03",
        "from 2020-02-03 until 2020-02-03",
        "between 2020-02-03 and 2020-02-03",
        ">= 2020-02-03 <= 2020-02-03",
        "[2020-02-03 TO 2020-02-03]",
        "2020 Feb 3",
    ],
)
def test_a_date_of_several_words_needs_no_quotes(value: str, read: Read) -> None:
    assert read(f"date:{value}") == "20200203..20200203"
    assert read(f"(日期：{value} 口罩)") == "([口罩] & 20200203..20200203)"
    assert read(f"口罩 -date:{value}") == "([口罩] & -20200203..20200203)"


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("1 to 3 February 2020", "20200201..20200203"),
        ("February to March 2020", "20200201..20200331"),
        ("Feb-Mar 2020", "20200201..20200331"),
        ("February 3-5, 2020", "20200203..20200205"),
        ("28 February - 3 March 2020", "20200228..20200303"),
        (">= 2020-02", "20200201..99999999"),
        ("since February 2020", "20200201..99999999"),
        ("after 2020-02", "20200230..99999999"),
        ("before 2021", "0..20210100"),
        ("until March 2020", "0..20200331"),
    ],
)
def test_two_dates_share_what_both_have_and_one_may_be_a_bound(
    value: str, days: str, read: Read, notes: Told
) -> None:
    assert read(f"date:{value} 口罩") == f"([口罩] & {days})"
    assert notes(f"date:{value} 口罩") == []


def test_a_minus_that_touches_a_date_excludes_it(read: Read) -> None:
    assert read("date:2020 -2021") == "(20200101..20201231 & -[2021])"
    assert read("date:2020-02 -date:2020-02-03") == "(20200201..20200229 & -20200203..20200203)"


@pytest.mark.parametrize("beside", ["口罩", "2021", "masks", "to members", "3"])
def test_words_after_a_date_that_belong_to_none_stay_words(beside: str, read: Read) -> None:
    assert read(f"date:2020-02 {beside}") == f"([{beside}] & 20200201..20200229)"


@pytest.mark.parametrize(
    "value",
    [
        "2020-02-30",
        "2021-02-29",
        "2020-13",
        "2020-00",
        "0000-01",
        "2020年13月",
        "2020年2月31日",
        "soon",
        "3/2/2020",
        "20",
        "20201301",
        "2020-02-03-04",
        "2020..soon",
        "1..2..3",
        "2020年2月3",
        "foo-2020",
        "2020-02/03",
        "2月",
        "1" * 500,
        "2020-02-03T8点",
        "109年2月3日",
        "民国百年",
        "-2020",
        "2020-",
        ">soon",
        ">2021,<2020",
        "2020-02<2021",
        "2020-0..2021-3",
        "[2020",
        "yesterday",
    ],
)
def test_what_is_no_date_is_words_with_a_note(value: str, read: Read, notes: Told) -> None:
    assert read(f"date:{value} 口罩") == f"[{value} 口罩]"
    assert notes(f"date:{value} 口罩") == [("not_a_date", value)]


def test_a_wrong_date_never_excludes(read: Read, notes: Told) -> None:
    assert read("口罩 -date:2020-13") == "[口罩]"
    assert notes("口罩 -date:2020-13") == [("ignored_exclusion", "2020-13")]


@given(st.dates(min_value=datetime.date(1000, 1, 1)))
def test_every_day_of_the_calendar_is_read_in_every_form(day: datetime.date) -> None:
    number = day.year * 10000 + day.month * 100 + day.day
    forms = (
        day.isoformat(),
        f"{day.year}/{day.month}/{day.day}",
        f"{day.year}年{day.month}月{day.day}日",
        f"{day:%Y%m%d}",
        f"{day.day} {day:%B} {day.year}",
        f"{day:%b} {day.day}, {day.year}",
    )

    assert {days_of(form) for form in forms} == {(number, number)}


@given(
    st.text("0123456789年月日-./~至到.. 二〇三十民国元FebruaryMarch,th<>=–以前后来T:", max_size=40)
)
def test_days_are_in_order_whatever_is_typed(value: str) -> None:
    tree = parse(f'date:"{value}"').tree

    if isinstance(tree, DateRange):
        assert 0 <= tree.first <= tree.last <= 99999999
