"""Results and charts: complete records, sound SVG."""

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from benchmarks import report, results
from benchmarks.plots import Chart, to_svg

HTTP = {
    "letters": 2000,
    "client": "wrk",
    "one_client": {"p50_ms": 2.0, "p95_ms": 4.5},
    "kinds": {"rare": {"p50_ms": 1.0, "p95_ms": 2.5}, "phrase": {"p50_ms": 3.0, "p95_ms": 9.0}},
}
SVG = "{http://www.w3.org/2000/svg}"


def _chart(**changes: Any) -> Chart:
    groups = {"rare": [0.1, None], "phrase & co": [2.0, 30.0]}
    wanted = {"title": "A <b>", "subtitle": "s", "unit": "ms", "series": ["x", "y"]} | {
        "groups": groups
    }
    return Chart(**(wanted | changes))


def test_a_record_says_where_and_when(tmp_path: Path) -> None:
    path, record = results.write("http", HTTP, "shipped letters", tmp_path / "new")

    assert path.name == "http-2k.json"
    assert json.loads(path.read_text("utf-8")) == record
    assert record["found"] == HTTP
    assert record["machine"]["cores"] >= 1
    assert record["machine"]["packages"]["whoosh"] == "2.7.4"


def test_every_value_is_a_bar_as_long_as_it_is_large() -> None:
    root = ElementTree.fromstring(to_svg(_chart(logarithmic=False)))  # noqa: S314 - our own

    bars = [bar for bar in root.iter(f"{SVG}rect") if bar.find(f"{SVG}title") is not None]
    assert [bar.findtext(f"{SVG}title") for bar in bars] == ["x: 0.1 ms", "x: 2 ms", "y: 30 ms"]
    widths = [float(bar.attrib["width"]) for bar in bars]
    assert widths[2] == pytest.approx(15 * widths[1], rel=0.01)


def test_a_logarithmic_chart_keeps_the_order() -> None:
    root = ElementTree.fromstring(to_svg(_chart()))  # noqa: S314 - our own

    widths = [
        float(bar.attrib["width"])
        for bar in root.iter(f"{SVG}rect")
        if bar.find(f"{SVG}title") is not None
    ]
    assert widths == sorted(widths)
    assert widths[0] > 1


def test_text_is_escaped_and_dark_pages_are_thought_of() -> None:
    drawn = to_svg(_chart())

    assert "A &lt;b&gt;" in drawn
    assert "phrase &amp; co" in drawn
    assert "prefers-color-scheme:dark" in drawn


def test_a_chart_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="above zero"):
        to_svg(_chart(groups={"rare": [None, None]}))


def test_the_chart_of_a_record_stands_beside_it(tmp_path: Path) -> None:
    _, record = results.write("http", HTTP, "shipped letters", tmp_path)

    path = report.write_chart("http", record, tmp_path)

    assert path == tmp_path / "http-2k.svg"
    assert path.read_text("utf-8").count("<title>") == 6
    assert report.write_chart("build", record, tmp_path) is None


def test_a_table_has_every_value() -> None:
    table = list(report.plain_table(HTTP))

    assert table[0].split() == ["letters", "2000"]
    assert [line.split() for line in table[-3:]] == [
        ["phrase"],
        ["p50_ms", "3.0"],
        ["p95_ms", "9.0"],
    ]
