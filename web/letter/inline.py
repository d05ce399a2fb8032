"""A stretch of a letter as HTML: its marks numbered, its addresses linked, its initiatives targets.

Owns what stands within a line of the page. Every character of the text comes out, escaped, and in
linear time whatever the number of marks, links and targets.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from search import Mark
from web.interface import gettext
from web.marking import escaped, iter_addresses

STEPS = 1_000  # marks that can be stepped through; each takes some 200 bytes of the page


@dataclass(frozen=True, slots=True)
class Target:
    """Where an initiative begins: its place in the text, its name in addresses, its number."""

    start: int
    name: str
    label: str


class Inline:
    """A letter's text with what is set into it. Made once for each page."""

    def __init__(
        self,
        text: str,
        marks: Sequence[Mark],
        targets: Sequence[Target],
        *,
        shows_targets: bool = True,
    ) -> None:
        """Marks and targets are places in the text, ascending; marks do not overlap."""
        self._shows_targets = shows_targets
        self._text = text
        self._starts = [mark.start for mark in marks]
        self._ends = [mark.end for mark in marks]
        self._steps = min(len(marks), STEPS)
        self._targets = targets
        self._places = [target.start for target in targets]
        self._link = str(escaped(gettext("Link to initiative %(number)s")))
        self._words = (str(escaped(gettext("Previous match"))), str(escaped(gettext("Next match"))))

    def targets(self, start: int, end: int) -> Sequence[Target]:
        """The initiatives that begin within a stretch."""
        return self._targets[bisect_left(self._places, start) : bisect_left(self._places, end)]

    def html(self, start: int, end: int) -> Markup:
        """A stretch of the text."""
        pieces: list[str] = []
        done = start
        for link_start, link_end, href in iter_addresses(self._text[start:end]):
            first, last = start + link_start, start + link_end
            pieces += self._with_targets(done, first)
            pieces += map(self._target, self.targets(first, last))
            pieces += [f'<a href="{escaped(href)}" rel="nofollow noopener">']
            pieces += self._marked(first, last)
            pieces += ["</a>", *self._steps_of(first, last)]
            done = last
        pieces += self._with_targets(done, end)
        return Markup("".join(pieces))  # noqa: S704  # every piece is escaped or ours

    def _with_targets(self, start: int, end: int) -> Iterator[str]:
        done = start
        for target in self.targets(start, end):
            yield from self._marked_with_steps(done, target.start)
            yield self._target(target)
            done = target.start
        yield from self._marked_with_steps(done, end)

    def _marked_with_steps(self, start: int, end: int) -> Iterator[str]:
        for number in self._within(start, end):
            last = min(self._ends[number], end)
            yield from self._marked(start, last)
            yield from self._steps_of(start, last)
            start = last
        yield str(escaped(self._text[start:end]))

    def _marked(self, start: int, end: int) -> Iterator[str]:
        for number in self._within(start, end):
            first, last = max(self._starts[number], start), min(self._ends[number], end)
            yield str(escaped(self._text[start:first]))
            yield self._opening(number) if first == self._starts[number] else "<mark>"
            yield str(escaped(self._text[first:last]))
            yield "</mark>"
            start = last
        yield str(escaped(self._text[start:end]))

    def _within(self, start: int, end: int) -> range:
        """The marks of which a part lies in a stretch."""
        if start >= end:
            return range(0)
        return range(bisect_right(self._ends, start), bisect_left(self._starts, end))

    def _opening(self, number: int) -> str:
        return f'<mark id="mark-{number + 1}">' if number < self._steps else "<mark>"

    def _steps_of(self, start: int, end: int) -> Iterator[str]:
        """After the first piece of each numbered mark, the ways to the one before and after it."""
        for number in range(bisect_left(self._starts, start), bisect_left(self._starts, end)):
            if number < self._steps:
                before, after = (number - 1) % self._steps + 1, (number + 1) % self._steps + 1
                yield (
                    f'<span class="step" data-at="{number + 1} / {self._steps}">'
                    f'<a href="#mark-{before}" aria-label="{self._words[0]}"></a>'
                    f'<a href="#mark-{after}" aria-label="{self._words[1]}"></a></span>'
                )

    def _target(self, target: Target) -> str:
        if not self._shows_targets:
            return ""
        name = escaped(target.name)
        words = self._link.replace("%(number)s", str(escaped(target.label)))
        return f'<a id="{name}" class="permalink" href="#{name}" aria-label="{words}"></a>'
