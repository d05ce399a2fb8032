"""Which script a query is typed in, so that of letters that fit alike those in it come first."""

from collections.abc import Iterator
from typing import Final, Literal

from search import plan, tree

Script = Literal["zh-Hans", "zh-Hant"]
_SIMPLIFIED: Final = "gb2312"
_TRADITIONAL: Final = "big5"


def preferred(node: tree.Node) -> plan.HasLabel | None:
    """The letters that come first among equals; None where nothing typed tells the scripts apart.

    What is excluded is typed in a script as well.
    """
    script = script_of("".join(_texts(node)))
    return plan.HasLabel("lang", (script,)) if script else None


def script_of(text: str) -> Script | None:
    """The script whose national standard has more of the characters.

    Both standards write a Han character in two bytes and leave out those that only the other has.

    >>> script_of("減租 masks"), script_of("减租"), script_of("口罩 masks")
    ('zh-Hant', 'zh-Hans', None)
    """
    if text.isascii():
        return None
    simplified, traditional = (
        len(text.encode(standard, "ignore")) for standard in (_SIMPLIFIED, _TRADITIONAL)
    )
    if simplified == traditional:
        return None
    return "zh-Hans" if simplified > traditional else "zh-Hant"


def _texts(node: tree.Node) -> Iterator[str]:
    match node:
        case tree.Words(text) | tree.Phrase(text) | tree.Prefix(text) | tree.Fuzzy(text):
            yield text
        case tree.And(children) | tree.Or(children):
            for child in children:
                yield from _texts(child)
        case tree.InField(_, child) | tree.Not(child):
            yield from _texts(child)
