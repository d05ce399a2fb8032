"""Dates among typed words: one day in any form finds letters that say it in any other."""

import datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from search.equivalents.dates import Date, find_dates
from search.equivalents.forms import ways_of

A_DAY = (
    "2020年2月3日",
    "2020 年 2 月 3 日",
    "二〇二〇年二月三日",
    "二零二零年二月三号",
    "２０２０年２月３日",
    "2020-02-03",
    "2020/2/3",
    "2020.02.03",
    "20200203",
    "3 February 2020",
    "3 Feb. 2020",
    "3rd of February, 2020",
    "3-Feb-2020",
    "February 3, 2020",
    "Feb. 3rd, 2020",
    "FEB 3 2020",
    "民国109年2月3日",
    "中華民國一〇九年二月三日",
    "民國一百零九年2月3日",
)
A_MONTH = (
    "2020年2月",
    "二〇二〇年二月份",
    "2020-02",
    "2020/02",
    "2020.2",
    "February 2020",
    "Feb. 2020",
    "民國109年2月",
    "民国一〇九年二月",
)


def dates(text: str) -> list[tuple[str, tuple[Date, ...]]]:
    return [(text[one.start : one.end], one.dates) for one in find_dates(text)]


@pytest.mark.parametrize("form", A_DAY)
@pytest.mark.parametrize("around", ["{}", "letters of {} please", "（{}）", "疫情 {}，口罩"])
def test_a_day_is_recognised_in_any_usual_form(form: str, around: str) -> None:
    assert dates(around.format(form))[0] == (form, (Date(2020, 2, 3),))


@pytest.mark.parametrize("form", A_MONTH)
def test_a_month_is_recognised_in_any_usual_form(form: str) -> None:
    assert dates(form) == [(form, (Date(2020, 2, None),))]


@pytest.mark.parametrize(
    ("text", "year"),
    [("民國一〇九年", 2020), ("民国109年", 2020), ("民國元年", 1912), ("中华民国二十六年", 1937)],
)
def test_a_year_of_the_republic_is_a_date_by_itself(text: str, year: int) -> None:
    assert dates(text) == [(text, (Date(year, 0, None),))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("02/03/2020", [(2020, 3, 2), (2020, 2, 3)], id="two-days"),
        pytest.param("3.3.2020", [(2020, 3, 3)], id="the-same-day-either-way"),
        pytest.param("23/02/2020", [(2020, 2, 23)], id="day-first"),
        pytest.param("02/23/2020", [(2020, 2, 23)], id="month-first"),
        pytest.param("29/02/2021", [], id="not-in-the-calendar"),
    ],
)
def test_a_form_of_two_countries_means_both_unless_one_cannot_be(
    text: str, expected: list[tuple[int, int, int]]
) -> None:
    assert [date for _, read in dates(text) for date in read] == expected


@pytest.mark.parametrize("text", ["2月3日", "二月三日", "February 3rd", "3 Feb", "Feb. 3"])
def test_a_day_without_a_year_is_of_any_year(text: str) -> None:
    assert dates(text) == [(text, (Date(0, 2, 3),))]


@pytest.mark.parametrize(
    "text",
    [
        "2020", "2020年", "covid 19", "COVID-19 2020", "2019-nCoV", "2019-20", "1202A", "N95",
        "192.168.2.2020", "13126561039", "1,000", "3.5", "2020-13", "2020-02-30", "2021年2月29日",
        "2020-02-03-04", "9月", "二月二", "month 2020", "maybe 2020", "010-2020-0203", "2/3",
        "民国初年", "民国0年", "民国百年", "109年",
    ],
)  # fmt: skip
def test_other_numbers_are_no_dates(text: str) -> None:
    assert dates(text) == []


def test_shorter_dates_are_kept_where_words_were_typed_apart() -> None:
    assert dates("2020年2月 3日") == [
        ("2020年2月 3日", (Date(2020, 2, 3),)),
        ("2020年2月", (Date(2020, 2, None),)),
    ]
    assert ("February 2020", (Date(2020, 2, None),)) in dates("3 February 2020")


@given(st.dates(min_value=datetime.date(1800, 1, 1), max_value=datetime.date(2199, 12, 31)))
def test_every_day_of_the_calendar_is_recognised(day: datetime.date) -> None:
    forms = (
        day.isoformat(),
        f"{day.year}/{day.month}/{day.day}",
        f"{day.year}年{day.month}月{day.day}日",
        f"{day:%Y%m%d}",
        f"{day.day} {day:%B} {day.year}",
        f"{day:%b} {day.day}, {day.year}",
    )

    assert {dates(form)[0] for form in forms} == {
        (form, (Date(day.year, day.month, day.day),)) for form in forms
    }


@given(st.text("0123456789年月日-./ 二〇三十百民国元FebruaryMarch,thof\u3000０", max_size=60))
def test_whatever_is_typed_dates_are_of_the_calendar_and_where_they_say(text: str) -> None:
    for one in find_dates(text):
        assert 0 <= one.start < one.end <= len(text)
        for year, month, day in one.dates:
            assert datetime.date(year or 2000, month or 1, day or 1)


@given(st.dates(), st.sampled_from(["day", "month", "year", "day of any year"]))
@example(day=datetime.date(2911, 1, 2), what="day")
@example(day=datetime.date(2911, 1, 2), what="year")
def test_whenever_it_is_a_date_is_written_in_several_ways(day: datetime.date, what: str) -> None:
    dates = {
        "day": Date(day.year, day.month, day.day),
        "month": Date(day.year, day.month, None),
        "year": Date(day.year, 0, None),
        "day of any year": Date(0, day.month, day.day),
    }

    assert len(ways_of(dates[what])) > 1
