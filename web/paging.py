"""The pages of something long, as links: the first, the last, those around, and one step on.

Must not know what is on the pages.
"""

from collections.abc import Callable
from dataclasses import dataclass

_BESIDE = 2  # page numbers shown on either side of the current one


@dataclass(frozen=True, slots=True)
class PageLink:
    """A page; one without a number stands for those left out."""

    number: int | None
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paging:
    """Links to pages; `before` and `after` are empty where there is no such page."""

    current: int
    links: tuple[PageLink, ...]
    before: str
    after: str


def show_paging(current: int, last: int, address_of: Callable[[int], str]) -> Paging | None:
    """The pages around one; None if there is one page alone. A page beyond the last has no step."""
    if last <= 1:
        return None
    return Paging(
        current=current,
        links=tuple(_links(current, last, address_of)),
        before=address_of(current - 1) if 1 < current <= last else "",
        after=address_of(current + 1) if current < last else "",
    )


def _links(current: int, last: int, address_of: Callable[[int], str]) -> list[PageLink]:
    near = range(current - _BESIDE, current + _BESIDE + 1)
    links: list[PageLink] = []
    before = 0
    for number in sorted({1, last, *(page for page in near if 1 <= page <= last)}):
        if number > before + 1:
            links.append(PageLink(None))
        links.append(PageLink(number, address_of(number)))
        before = number
    return links
