"""Which characters are written without spaces between them, as Han characters are.

Knows characters, no format.
"""

import re

WIDE = "\u2e80-\u303f\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef"
_WIDE_CHAR = re.compile(f"[{WIDE}\U00020000-\U0003ffff]")
_EITHER = "“”‘’—…"  # wide or not, by what stands beside them


def join(before: str, after: str) -> str:
    """Two lines as one: a space between them unless one side is wide, or a hyphen was there.

    >>> join("凝聚", "共识"), join("to win", "the battle"), join("self-", "help")
    ('凝聚共识', 'to win the battle', 'self-help')
    """
    if not before or not after:
        return before + after
    if before[-1] == "\xad":
        return before[:-1] + after
    beside = before.rstrip(_EITHER)[-1:], after.lstrip(_EITHER)[:1]
    is_close = before[-1] == "-" or any(map(is_wide, beside))
    return f"{before}{'' if is_close else ' '}{after}"


def is_wide(char: str) -> bool:
    """Whether a character stands without spaces."""
    return bool(_WIDE_CHAR.match(char))
