"""Numbers of lists in the numerals that documents ask for. Knows no document."""

from typing import Literal

Numerals = Literal[
    "decimal", "padded", "chinese", "stems", "circled", "upper_roman", "lower_roman",
    "upper_letter", "lower_letter",
]  # fmt: skip

DIGITS = "〇一二三四五六七八九"
STEMS = "甲乙丙丁戊己庚辛壬癸"
ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
MOST = 3999  # the greatest Roman number; greater ones are written in digits
LAST_CIRCLED = 20


def count(number: int, numerals: Numerals) -> str:
    """A number as a list writes it; one that the numerals do not reach in digits.

    >>> [count(12, kind) for kind in ("chinese", "circled", "lower_roman", "upper_letter")]
    ['十二', '⑫', 'xii', 'L']
    """
    if not 0 < number <= MOST:
        return str(number)
    match numerals:
        case "padded":
            return f"{number:02}"
        case "chinese":
            return _chinese(number)
        case "stems" if number <= len(STEMS):
            return STEMS[number - 1]
        case "circled" if number <= LAST_CIRCLED:
            return chr(ord("①") + number - 1)
        case "upper_roman":
            return _roman(number)
        case "lower_roman":
            return _roman(number).lower()
        case "upper_letter":
            return _letters(number)
        case "lower_letter":
            return _letters(number).lower()
    return str(number)


def _chinese(number: int) -> str:
    if number >= 100:  # lists as long as that are rare, and written digit by digit
        return "".join(DIGITS[int(digit)] for digit in str(number))
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else f"{DIGITS[tens]}十"
    return head + (DIGITS[ones] if ones else "")


def _roman(number: int) -> str:
    pieces = []
    for value, numeral in ROMAN:
        times, number = divmod(number, value)
        pieces.append(numeral * times)
    return "".join(pieces)


def _letters(number: int) -> str:
    """A to Z, then AA, BB: as word processors go on."""
    times, letter = divmod(number - 1, len(LETTERS))
    return LETTERS[letter] * (times + 1)
