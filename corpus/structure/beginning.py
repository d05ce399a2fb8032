"""Where the body of a letter begins: below title, menus and credits, and what a page says of it.

Knows the layout of pages and what they say of the letters that they print: 下面是一封公开信.
"""

import re
from collections.abc import Sequence

from corpus.structure.chrome import is_chrome
from corpus.structure.dates import CLOCK, date_line, iter_dates
from corpus.structure.genre import names_genre
from corpus.structure.header import label_of
from corpus.structure.languages import has_han
from corpus.structure.lines import Line
from corpus.structure.numbering import read_marker
from corpus.structure.organisations import has_contact, is_organisation
from corpus.structure.wording import INLINE_SALUTATION, is_prose, is_salutation

BULLETS = "•· "
BYLINE = re.compile(
    r"(?:By:?\s[A-Z][\w’'.-]*+(?:,?\s(?:and\s)?[A-Z][\w’'.-]*+){1,40}"
    r"|\*[^*]+\*|_[^_]+_|\[[^\]]*\]\([^)]*\))$"
)
# A heading of Markdown that only leads to another page.
LINKED_HEADING = re.compile(r"#{1,6}\s[^\n]{0,60}\]\([^)\s]{0,500}\)$")
INTRODUCTION = 12  # lines above a letter in which a page says that it follows
NEAR = 5  # of these lines: below them a page speaks, and no writer
LATE_IN_LINE = 200  # characters at the end of a line that may say so
INTRODUCING = ("全文", "内容", "內容", "原文", "follow", "below", "text", "reads", "begins")
INTRODUCES = re.compile(
    r"(?:全文|信的内容|[内內]容|原文)(?:如下)?[:：]$|(?:全文|[内內]容|原文)如下[。）)]?$"
    r"|\b(?:letter|statement|appeal|declaration|text)\b[^.]{0,40}"
    r"\b(?:is as follows|reads(?: as follows)?|begins|follows)\s?[.:]$"
    r"|\b(?:following (?:open )?(?:letter|statement|appeal)|(?:letter|statement|appeal|text) below"
    r"|full text (?:of|below|follows))\b[^.]{0,100}[.:]$",
    re.IGNORECASE,
)
PARTIES = ("from", "to", "subject")  # labels of a letter and not of a page
ABOVE_SALUTATION = 20  # lines of a page above a letter: title, pictures, an introduction
MOST_INTRODUCING = 3  # of these that are sentences
LONGEST_PAGE_LINE = 40  # characters of a caption or control between a title and a salutation
PAGE_LABEL = re.compile(r"[A-Z][\w ]{1,30}:\s?\S.{0,120}")  # Location: Washington, DC
LONGEST_STAMPED = 60  # characters
NUMBERED = 80  # characters of a line that show whether it begins with a number
LONGEST_INTRODUCTION = 400  # characters of a paragraph that are looked at
# What a page says of the letter that it prints: 下面是小编整理的倡议书，欢迎阅读。
OF_HAN_LETTER = re.compile(
    r"(?:倡[议議]|[声聲]明|建[议議]|[请請][愿願]|呼[吁籲])[书書]?|公[开開]信|公[约約]|[来來]信|信件|[封谢謝歉的]信|一封[^，。；]{0,20}信"
)
# Who writes also says 如下 and 以下 of what follows; these are the words of those who print it.
SAID_OF_HAN_LETTER = re.compile(
    r"小[编編]|[编編]者|[网網][讯訊]|[欢歡]迎(?:大家)?(?:[阅閱]|[参參]考|借[鉴鑒])|[仅僅]供[参參]考|全文|原文"
    r"|[内內]容如下|(?:下面|以下)是|刊登|刊[发發]|[转轉][载載]|[发發]表出[来來]|以[飨饗]|[写寫]了|致信|[发發][来來]"
)
SAID_OF_LETTER = re.compile(
    r"\b(?:letter|statement|petition|appeal|message)\b[^\n]{0,200}?\b(?:below|follow\w*|reads|reproduced"
    r"|published|text|posted|sent|signed)\b"
    r"|\b(?:below|following|full text|text|reproduced|published|posted|sent|signed"
    r"|wrote)\b[^\n]{0,200}?\b(?:letter|statement|petition|appeal|message)\b|\bwrites? to\b",
    re.IGNORECASE,
)
# Who writes a letter may speak of letters as well, and of what stands below only if that is one.
IN_OWN_WORDS = re.compile(r"\b(?:[Ww]e|[Oo]ur|I|[Mm]y)\b")
LEADS_DOWN = re.compile(r"\b(?:below|follows|reads|reproduced)\b", re.IGNORECASE)


def find_beginning(lines: Sequence[Line], number: int, *, titled: bool) -> int:
    """The first line of the body, at or below the line `number`; `titled` letters have a title."""
    number = _past_page(lines, number, titled=titled)
    for introduced in range(number, min(number + INTRODUCTION, len(lines) - 1)):
        if is_salutation(lines[introduced].text):
            break
        words = lines[introduced].text[-LATE_IN_LINE:]
        if not (any(map(words.__contains__, INTRODUCING)) and INTRODUCES.search(words)):
            continue
        if introduced < number + NEAR or not IN_OWN_WORDS.search(words):
            return _past_page(lines, introduced + 1, titled=titled)
    return _below_introduction(lines, number, titled=titled)


def _is_stamped(words: str) -> bool:
    """Whether a line says to the minute when a page was put up."""
    if len(words) > LONGEST_STAMPED or ":" not in words or is_prose(words):
        return False
    date = next(iter_dates(words), None)
    return date is not None and bool(CLOCK.match(words, date.end))


def _below_introduction(lines: Sequence[Line], first: int, *, titled: bool) -> int:
    """The line that a letter begins with below what a page says of it; `first` if that is nothing.

    The letter begins at its salutation, or at the letterhead above that; captions and controls
    that stand between a Chinese title and a salutation are the page's.
    """
    told: list[int] = []
    for number in range(first, min(first + ABOVE_SALUTATION, len(lines))):
        words = lines[number].text
        if INLINE_SALUTATION.match(words) or (is_salutation(words) and number + 1 < len(lines)):
            break
        if is_prose(words):
            told.append(number)
        if len(told) > MOST_INTRODUCING or read_marker(words[:NUMBERED]):
            return first
    else:
        return first
    if told and not (
        _speaks_itself(lines, told, number) or any(introduces(lines[n]) for n in told)
    ):
        return first
    begin = _past_page(lines, told[-1] + 1, titled=titled) if told else first
    between = lines[begin:number]
    if all(map(_is_of_page if has_han(lines[number].text) else _is_labelled, between)):
        return number
    while begin < number and (names_genre(lines[begin].text) or introduces(lines[begin])):
        begin += 1
    return begin


def _speaks_itself(lines: Sequence[Line], told: Sequence[int], salutation: int) -> bool:
    """Whether a page speaks above `Dear NAME`: there a letter has no sentences without a writer."""
    if not lines[salutation].text.startswith(("Dear", "DEAR")):
        return False
    return not any(IN_OWN_WORDS.search(lines[number].text) for number in told)


def introduces(line: Line) -> bool:
    """Whether a line says of a letter that it stands below."""
    words = line.text[:LONGEST_INTRODUCTION]
    if has_han(words):
        return bool(OF_HAN_LETTER.search(words) and SAID_OF_HAN_LETTER.search(words))
    return bool(SAID_OF_LETTER.search(words)) and not (
        IN_OWN_WORDS.search(words) and not LEADS_DOWN.search(words)
    )


def _is_labelled(line: Line) -> bool:
    """Whether a line says something of the page under a label that no memorandum has."""
    if label_of(line.text) in PARTIES or is_prose(line.text):
        return False
    return bool(PAGE_LABEL.fullmatch(line.text))


def _is_of_page(line: Line) -> bool:
    """Whether a line without a sentence can be a caption or a title again, and no letterhead."""
    if not has_han(line.text):
        return False
    if len(line.text) > LONGEST_PAGE_LINE and not names_genre(line.text):
        return False
    return not (is_organisation(line.text) or date_line(line) or has_contact(line.text))


def _past_page(lines: Sequence[Line], number: int, *, titled: bool) -> int:
    while number < len(lines) and _is_before_body(lines[number], titled=titled):
        number += 1
    return number


def _is_before_body(line: Line, *, titled: bool) -> bool:
    if is_chrome(line.text.lstrip(BULLETS) or line.text) or LINKED_HEADING.match(line.text):
        return True
    return titled and bool(BYLINE.match(line.text) or date_line(line) or _is_stamped(line.text))
