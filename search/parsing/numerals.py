"""Numbers as both languages write them: 3, 三, 第三条, III, third. Knows nothing of queries.

The patterns are compiled by `re` when they are first wanted, as few searches do.
"""

import re
import unicodedata

MAX_NUMBER = 999
REPUBLIC = 1911  # the year before its first
_LONGEST = 20  # characters of a value that may still be a number
_DIGITS = {digit: value for value, row in enumerate(
    ("〇零○", "一壹", "二贰貳两兩", "三叁參", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖")
) for digit in row}  # fmt: skip
_HAN = r"(?:([{0}])百)?[零〇]?(?:([{0}])?([十廿卅]))?([{0}])?".format("".join(_DIGITS))
_TENS = {"十": 10, "廿": 20, "卅": 30}
_WRITTEN = r"(?i)(?:第|其|no\.?\s*|#)?(.+?)(?:st|nd|rd|th|[.)、])?"
_ITEM = r"第\s*(.+?)\s*[条條项項点點款则則个個]"
_ROMAN = r"(X{0,3})(IX|IV|V?I{0,3})"
_SMALL_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_CARDINALS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    "twenty",
)  # fmt: skip
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth", "twentieth",
)  # fmt: skip
_ENGLISH = {word: n for words in (_CARDINALS, _ORDINALS) for n, word in enumerate(words, 1)}


def number_of(text: str) -> int | None:
    """The number, from 1 to `MAX_NUMBER`, that the text is, or None.

    Roman numerals count in capitals up to XXXIX and in small letters up to x, so that `Xi` and
    `xi` stay a name.

    >>> [number_of(word) for word in ("3", "三", "第三条", "III", "third", "3rd", "二十三", "Xi")]
    [3, 3, 3, 3, 3, 3, 23, None]
    """
    if len(text) > _LONGEST:
        return None
    plain = unicodedata.normalize("NFKC", text).strip().strip("()").strip()
    item = re.fullmatch(_ITEM, plain) or re.fullmatch(_WRITTEN, plain)
    if not item:
        return None
    digits = item[1]
    number = _arabic(digits) or han_number(digits) or _roman(digits) or _ENGLISH.get(plain.lower())
    return number if number and number <= MAX_NUMBER else None


def han_number(text: str) -> int | None:
    """A number below 1,000 in Han characters: 三, 十二, 二十三, 廿三, 一百零五.

    >>> [han_number(text) for text in ("十", "十二", "廿三", "一百零五", "一百二十", "百", "")]
    [10, 12, 23, 105, 120, None, None]
    """
    found = re.fullmatch(_HAN, text)
    if not text or not found:
        return None
    hundreds, tens_before, ten, ones = found.groups()
    tens = _TENS[ten] * (_DIGITS[tens_before] if tens_before else 1) if ten else 0
    return 100 * _DIGITS.get(hundreds or "", 0) + tens + _DIGITS.get(ones or "", 0)


def han_digits(text: str) -> str:
    """Han digits one by one as Arabic ones: 二〇二〇 is 2020; other characters stay."""
    return "".join(str(_DIGITS[c]) if c in _DIGITS else c for c in text)


def republic_year(text: str) -> int:
    """The year that a year of the Republic (民国) is; 0 where the text is no number.

    >>> [republic_year(text) for text in ("109", "一〇九", "一百零九", "元", "百")]
    [2020, 2020, 2020, 1912, 0]
    """
    if text == "元":
        return REPUBLIC + 1
    digits = han_digits(text)
    number = int(digits) if digits.isdecimal() else han_number(text)
    return REPUBLIC + number if number else 0


def _arabic(text: str) -> int | None:
    return (
        int(text)
        if text.isascii() and text.isdigit() and len(text) <= len(str(MAX_NUMBER))
        else None
    )


def _roman(text: str) -> int | None:
    if text in _SMALL_ROMAN:
        return _SMALL_ROMAN.index(text) + 1
    found = re.fullmatch(_ROMAN, text)
    if not found or not text:
        return None
    ones = found[2].lower()
    return 10 * len(found[1]) + (_SMALL_ROMAN.index(ones) + 1 if ones else 0)
