"""The matches of a search along time, as the places and sizes of an SVG.

The whole span is cut into at most twelve stretches, each a link wide enough for a finger; the
months within are drawn one by one. A stretch that is chosen shows the months of its years. Must
not know templates or how anything was counted.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from search import Results
from web.addresses import within_dates
from web.interface import date_in_words, ngettext
from web.parameters import SearchParameters

WIDTH, HEIGHT = 288, 56  # user units of the SVG, and CSS pixels where there is room
_MOST = 12  # stretches: 24 of 288 units each, the least that WCAG 2.2 asks of a target
_STEPS = (1, 3, 12, 24, 60, 120, 240, 600, 1200, 12_000)  # months of a stretch
_MOST_BARS = 288  # one a unit of width
_FILLED = 0.8  # of a month's width
_LOWEST = 2  # units of height of a month that has any letter


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A part of the time that has letters, as a link; `bars` is an SVG path."""

    left: float
    width: float
    bars: str
    label: str
    address: str
    is_chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The stretches in the order of time, and how the first and the last month are called.

    `bar_width` is that of one bar. `everything` leads to all dates; it is empty if none is chosen.
    """

    stretches: tuple[Stretch, ...]
    first: str
    last: str
    bar_width: float
    undated: int
    everything: str


def show_timeline(results: Results, parameters: SearchParameters) -> Timeline | None:
    """The months of a search's matches; None where they offer no choice."""
    counts = {_number(one.value): one.count for one in results.facets.get("month", ())}
    is_narrowed = bool(parameters.date_from or parameters.date_to)
    if not counts or (len(counts) == 1 and not is_narrowed):
        return None
    chosen = _chosen(parameters, counts) if is_narrowed else range(0)
    drawing = _draw(counts, chosen)
    undated = 0 if is_narrowed or parameters.year else results.total - sum(counts.values())
    return Timeline(
        stretches=tuple(_iter_stretches(drawing, parameters, chosen)),
        first=date_in_words(_ends(drawing.first, drawing.step)[0]),
        last=date_in_words(_ends(drawing.end - drawing.step, drawing.step)[1]),
        bar_width=round(drawing.bar_width * _FILLED, 2),
        undated=undated,
        everything=within_dates(parameters, "", "") if is_narrowed else "",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Drawing:
    """The months from `first` to before `end` in stretches of `step`, with a bar each `unit`."""

    first: int
    end: int
    step: int
    unit: int
    bars: dict[int, int]

    @property
    def bar_width(self) -> float:
        return WIDTH * self.unit / (self.end - self.first)

    def path(self, begin: int) -> str:
        """The bars of a stretch as upright lines."""
        tallest = max(self.bars.values(), default=0)
        lines = []
        for month in range(begin, begin + self.step, self.unit):
            if count := self.bars.get(month, 0):
                middle = ((month - self.first) / self.unit + 0.5) * self.bar_width
                top = HEIGHT - max(count / tallest * HEIGHT, _LOWEST)
                lines.append(f"M{middle:.4g} {HEIGHT}V{top:.3g}")
        return "".join(lines)

    def count(self, begin: int) -> int:
        return sum(self.bars.get(n, 0) for n in range(begin, begin + self.step, self.unit))


def _draw(counts: dict[int, int], chosen: range) -> _Drawing:
    first, last = _span(counts, chosen)
    step = next(step for step in _STEPS if last // step - first // step < _MOST)
    first, end = first // step * step, last // step * step + step
    unit = next(unit for unit in _STEPS if step % unit == 0 and (end - first) // unit <= _MOST_BARS)
    bars: dict[int, int] = {}
    for month, count in counts.items():
        if first <= month < end:
            bars[month // unit * unit] = bars.get(month // unit * unit, 0) + count
    return _Drawing(first=first, end=end, step=step, unit=unit, bars=bars)


def _iter_stretches(
    drawing: _Drawing, parameters: SearchParameters, chosen: range
) -> Iterator[Stretch]:
    step = drawing.step
    width = WIDTH * step / (drawing.end - drawing.first)
    for begin in range(drawing.first, drawing.end, step):
        if not (count := drawing.count(begin)):
            continue
        is_all = range(begin, begin + step) == chosen
        ends = _ends(begin, step)
        yield Stretch(
            left=round(width * (begin - drawing.first) / step, 2),
            width=round(width, 2),
            bars=drawing.path(begin),
            label=_label(_name(*ends), count, parameters),
            address=within_dates(parameters, *(("", "") if is_all else ends)),
            is_chosen=begin in chosen and begin + step - 1 in chosen,
        )


def _label(name: str, count: int, parameters: SearchParameters) -> str:
    if parameters.unit == "initiative":
        return ngettext(
            "%(when)s: %(num)s initiative", "%(when)s: %(num)s initiatives", count, when=name
        )
    return ngettext("%(when)s: %(num)s letter", "%(when)s: %(num)s letters", count, when=name)


def _chosen(parameters: SearchParameters, counts: dict[int, int]) -> range:
    """The months that a range of dates has any day of; an open end reaches to the last letters."""
    first = _number(parameters.date_from) if parameters.date_from else min(counts)
    last = _number(parameters.date_to, 11) if parameters.date_to else max(counts)
    return range(first, max(first, last) + 1)


def _span(counts: dict[int, int], chosen: range) -> tuple[int, int]:
    """The first and last month to show: those with letters, or the years of those chosen."""
    if not chosen:
        return _with_its_year(min(counts), max(counts))
    within = [month for month in counts if month in chosen] or chosen
    return min(within) // 12 * 12, max(within) // 12 * 12 + 11


def _with_its_year(first: int, last: int) -> tuple[int, int]:
    """Few months are shown among others, so that no bar is wider than one of twelve."""
    if first // 12 == last // 12:
        return first // 12 * 12, first // 12 * 12 + 11
    return first, max(last, first + 11)


def _number(value: str, month: int = 0) -> int:
    """A date's month counted from year 0; `month`, from 0, is that of a year alone."""
    year, *parts = value.split("-")
    return int(year) * 12 + (int(parts[0]) - 1 if parts else month)


def _ends(begin: int, step: int) -> tuple[str, str]:
    """The first and last month of a stretch as an address has them, years where they are whole."""
    last = begin + step - 1
    if step % 12 == 0:
        return _year(begin), _year(last)
    return f"{_year(begin)}-{begin % 12 + 1:02}", f"{_year(last)}-{last % 12 + 1:02}"


def _year(month: int) -> str:
    return f"{max(month // 12, 1):04}"  # there is no year 0


def _name(first: str, last: str) -> str:
    begin, end = date_in_words(first), date_in_words(last)
    return begin if begin == end else f"{begin} – {end}"
