"""Titles set off by the signs of their language."""

from corpus import Language

_INNER = str.maketrans("《》", "〈〉")


def set_off(title: str, language: Language) -> str:
    """A Chinese title in its own marks, those within it single; others are set in italics instead.

    >>> set_off("关于《民法典》的倡议书", "zh-Hans")
    '《关于〈民法典〉的倡议书》'
    """
    if language == "en":
        return title
    return f"《{title.translate(_INNER)}》"
