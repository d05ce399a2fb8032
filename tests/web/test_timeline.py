import re
from collections.abc import Callable
from datetime import date
from itertools import pairwise

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from search import FacetValue, Results
from web.parameters import SearchParameters
from web.timeline import HEIGHT, WIDTH, Timeline, show_timeline

Read = Callable[[str], dict[str, str]]
MONTHS = st.dates(min_value=date(1, 1, 1)).map(lambda day: f"{day.year:04}-{day.month:02}")
COUNTS = st.dictionaries(MONTHS, st.integers(1, 10_000), max_size=60)
DATES = st.one_of(st.just(""), MONTHS, MONTHS.map(lambda month: month[:4]))


def timeline_of(counts: dict[str, int], **asked: str) -> Timeline | None:
    values = tuple(FacetValue(month, count) for month, count in sorted(counts.items()))
    given = {name: value for name, value in asked.items() if value}
    results = Results(
        query="", notes=(), total=sum(counts.values()), page=1, per_page=10, took_ms=1.0, hits=(),
        facets={"month": values},
    )  # fmt: skip
    return show_timeline(results, SearchParameters.model_validate(given))


def addresses(timeline: Timeline | None) -> dict[str, str]:
    assert timeline
    return {one.label: one.address for one in timeline.stretches}


@pytest.fixture(autouse=True)
def _in_english(app: Flask) -> object:
    with app.test_request_context("/?ui=en"):
        yield


def test_a_year_is_shown_by_its_months_and_each_narrows_to_itself() -> None:
    timeline = timeline_of({"2020-02": 3, "2020-03": 1, "2020-11": 2})

    assert addresses(timeline) == {
        "February 2020: 3 letters": "/?date_from=2020-02&date_to=2020-02&ui=en",
        "March 2020: 1 letter": "/?date_from=2020-03&date_to=2020-03&ui=en",
        "November 2020: 2 letters": "/?date_from=2020-11&date_to=2020-11&ui=en",
    }


def test_few_months_are_shown_among_others_so_that_no_bar_is_wide() -> None:
    for counts in ({"2019-12": 1, "2020-01": 2}, {"2020-02": 1, "2020-03": 4}):
        timeline = timeline_of(counts)
        assert timeline
        assert [one.width for one in timeline.stretches] == [WIDTH / 12] * 2
        assert timeline.bar_width < WIDTH / 12


def test_many_years_are_shown_by_years_and_one_that_is_chosen_by_its_months() -> None:
    counts = {"2009-05": 1, "2015-01": 2, "2015-12": 3}

    years = addresses(timeline_of(counts))
    months = timeline_of(counts, date_from="2015", date_to="2015")

    assert years["2015: 5 letters"] == "/?date_from=2015&date_to=2015&ui=en"
    assert list(addresses(months)) == ["January 2015: 2 letters", "December 2015: 3 letters"]
    assert months
    assert all(one.is_chosen for one in months.stretches)
    assert months.everything == "/?ui=en"


def test_what_is_chosen_is_taken_off_by_the_same_click() -> None:
    timeline = timeline_of({"2020-02": 3, "2020-03": 1}, date_from="2020-02", date_to="2020-02")

    assert addresses(timeline)["February 2020: 3 letters"] == "/?ui=en"


@given(counts=COUNTS, date_from=DATES, date_to=DATES)
def test_stretches_are_few_apart_and_have_every_letter_of_their_time(
    app: Flask, counts: dict[str, int], date_from: str, date_to: str
) -> None:
    with app.test_request_context("/?ui=en"):
        timeline = timeline_of(counts, date_from=date_from, date_to=date_to)

    if timeline is None:
        return
    assert len(timeline.stretches) <= 12
    for one, other in pairwise(timeline.stretches):
        assert one.left + one.width <= other.left + 0.02
    for one in timeline.stretches:
        assert one.width >= WIDTH / 12 - 0.01
        lines = re.findall(r"M([\d.]+) 56V([\d.e+-]+)", one.bars)
        assert lines
        assert one.bars == "".join(f"M{x} 56V{y}" for x, y in lines)
        for x, y in lines:
            assert one.left - 0.5 <= float(x) <= one.left + one.width + 0.5
            assert 0 <= float(y) < HEIGHT
    if not date_from and not date_to:
        shown = [int(re.sub(r".*: ([\d,]+) .*", r"\1", s.label).replace(",", ""))
                 for s in timeline.stretches]  # fmt: skip
        assert sum(shown) == sum(counts.values())


def test_the_page_shows_the_months_of_its_letters(client: FlaskClient, links: Read) -> None:
    text = client.get("/?q=epidemic+masks&ui=en").get_data(as_text=True)
    svg = re.search(r"<svg[^>]*preserveAspectRatio.*?</svg>", text, re.DOTALL)

    assert svg
    found = re.findall(r'<a href="([^"]*)" aria-label="February 2020: (\d) letters"', svg[0])
    assert len(found) == 1
    narrowed = client.get(found[0][0].replace("&amp;", "&")).get_data(as_text=True)
    assert f"{found[0][1]} letters for" in narrowed
    assert "February 2020 ×" in links(narrowed)
