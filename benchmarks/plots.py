"""Bar charts as SVG, readable on light and dark pages. Knows nothing of what is charted."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

WIDTH, LEFT, RIGHT = 760, 110, 70
BAR, GAP, TOP = 11, 12, 78
COLOURS = ("#0b6bcb", "#d9822b", "#a26b1f", "#7a4fb5", "#2f8f5b", "#b8466b", "#6b7785")
_STYLE = (
    "text{font:12px system-ui,sans-serif;fill:#1f2328}.q{fill:#59636e;font-size:11px}"
    ".t{font-size:15px;font-weight:600}line{stroke:#d1d9e0}"
    "@media(prefers-color-scheme:dark){text{fill:#e6edf3}.q{fill:#9198a1}line{stroke:#3d444d}}"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """Groups of bars, one bar a series; None where a series has no value.

    `logarithmic`: a bar twice as long is not twice the value; the axis says so.
    """

    title: str
    subtitle: str
    unit: str
    series: Sequence[str]
    groups: Mapping[str, Sequence[float | None]]
    logarithmic: bool = True


def to_svg(chart: Chart) -> str:
    """The chart as a document; ValueError if it has no value above zero."""
    values = [value for group in chart.groups.values() for value in group if value]
    scale = _Scale.over(values, logarithmic=chart.logarithmic)
    rows, y = [], float(TOP)
    for name, group in chart.groups.items():
        rows.append(_group(chart, name, group, scale, y))
        y += BAR * len(group) + GAP
    body = [_legend(chart.series), _grid(scale, y, chart.unit), *rows]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {y + 22:.0f}" role="img" '
        f'aria-label="{escape(chart.title)}"><style>{_STYLE}</style>'
        f'<text class="t" x="8" y="22">{escape(chart.title)}</text>'
        f'<text class="q" x="8" y="40">{escape(chart.subtitle)}</text>{"".join(body)}</svg>\n'
    )


@dataclass(frozen=True, slots=True)
class _Scale:
    low: float
    high: float
    logarithmic: bool

    @classmethod
    def over(cls, values: Sequence[float], *, logarithmic: bool) -> "_Scale":
        if not values:
            raise ValueError("a chart needs a value above zero")
        if not logarithmic:
            return cls(0.0, max(values), logarithmic=False)
        return cls(10 ** math.floor(math.log10(min(values)) - 0.3), max(values), logarithmic=True)

    def x(self, value: float) -> float:
        low, high, at = self.low, self.high, value
        if self.logarithmic:
            low, high, at = math.log10(low), math.log10(high), math.log10(max(value, low))
        return LEFT + (WIDTH - LEFT - RIGHT) * (at - low) / (high - low)

    def ticks(self) -> list[float]:
        if not self.logarithmic:
            step = 10 ** math.floor(math.log10(self.high))
            return [step * n for n in range(int(self.high / step) + 1)]
        first, last = (math.floor(math.log10(end)) for end in (self.low, self.high))
        return [10.0**power for power in range(first, last + 1)]


def _group(chart: Chart, name: str, group: Sequence[float | None], scale: _Scale, y: float) -> str:
    middle = y + BAR * len(group) / 2 + 4
    parts = [f'<text x="{LEFT - 8}" y="{middle:.1f}" text-anchor="end">{escape(name)}</text>']
    for at, value in enumerate(group):
        if value:
            x, top = scale.x(value), y + BAR * at
            label = f"{value:.3g}" if value < 1000 else f"{value:,.0f}"
            colour = COLOURS[at % len(COLOURS)]
            title = f"{escape(chart.series[at])}: {label} {escape(chart.unit)}"
            parts.append(
                f'<rect x="{LEFT}" y="{top:.1f}" width="{max(x - LEFT, 1):.1f}" '
                f'height="{BAR - 1}" fill="{colour}"><title>{title}</title></rect>'
                f'<text class="q" x="{x + 4:.1f}" y="{top + BAR - 2:.1f}">{label}</text>'
            )
    return "".join(parts)


def _legend(series: Sequence[str]) -> str:
    parts, x = [], 8.0
    for at, name in enumerate(series):
        colour = COLOURS[at % len(COLOURS)]
        parts.append(f'<rect x="{x:.0f}" y="52" width="10" height="10" fill="{colour}"/>')
        parts.append(f'<text x="{x + 14:.0f}" y="61">{escape(name)}</text>')
        x += 30 + 6.6 * len(name)
    return "".join(parts)


def _grid(scale: _Scale, bottom: float, unit: str) -> str:
    parts = []
    for tick in scale.ticks():
        x = scale.x(tick)
        parts.append(f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{TOP - 6}" y2="{bottom:.1f}"/>')
        parts.append(
            f'<text class="q" x="{x:.1f}" y="{bottom + 14:.1f}" text-anchor="middle">'
            f"{tick:g} {escape(unit)}</text>"
        )
    return "".join(parts)
