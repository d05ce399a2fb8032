"""The title of a letter: a heading of the file, or a short line near the top that names its genre.

Invents none: a letter whose first lines are a salutation or a sentence has no title.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.letter import Span
from corpus.structure import dates
from corpus.structure.beginning import introduces
from corpus.structure.chrome import is_chrome
from corpus.structure.genre import is_bare_name, names_genre
from corpus.structure.header import Header
from corpus.structure.lines import Line
from corpus.structure.organisations import is_organisation
from corpus.structure.title_wording import (
    GOES_ON_FROM_ABOVE,
    LINK,
    LONGEST_TITLE,
    begins_as_title,
    can_be_title,
    folded,
    goes_on,
    heads_letter,
    names_genre_at_top,
    names_issuer_only,
    section_end,
    without_date,
)
from corpus.structure.wording import is_prose, is_salutation, without_junk

HEAD = 40  # lines: forum pages measured had a title as late as line 9
HEADING = re.compile(r"(#{1,6})\s+")
EMPHASIS = "*_ \t\u00a0\u3000"
UNDERLINE = re.compile(r"={3,}$|-{3,}$")
PAGE_HEAD = 12  # lines from the top in which a page has its title above its date and counters
SHORTEST_PAGE_TITLE = 6  # characters
SUBTITLE = re.compile(r"[—–-]{1,3}\s*\S")
CLOCK = re.compile(r"\d[:：]\d\d")
MOST_TOLD = 3  # sentences above a title: a page may say what follows
MOST_BETWEEN = 5  # lines between a title and the same again
TWICE = range(4, 61)  # characters of a line that a page prints twice as its title


@dataclass(frozen=True, slots=True)
class Headline:
    """The title with its place, the other lines that could be it, and how many lines they take.

    `first` and `after` count lines; where there is no title, both are 0.
    """

    title: Span | None
    others: tuple[Span, ...]
    first: int
    after: int


NO_HEADLINE = Headline(None, (), 0, 0)


@dataclass(frozen=True, slots=True)
class _Candidate:
    span: Span
    words: str
    first: int
    after: int


def find_headline(text: str, lines: Sequence[Line], header: Header) -> Headline:
    """The title of the letter that these lines are, if it has one."""
    heading = _heading(lines)
    candidates = [heading] if heading else _candidates(text, lines)
    subject = header.subject
    if subject and all(each.span.start <= subject.start < each.span.end for each in candidates):
        candidates = [_subject(text, header, subject)]
    if not candidates:
        candidates = _above_its_date(lines) or _printed_twice(lines)
    elif _is_past_prose(lines, candidates[0].first):
        candidates = _above_its_date(lines) or candidates
    if not candidates:
        return NO_HEADLINE
    chosen = _whole(candidates)
    known, others = {folded(chosen.words)}, []
    for candidate in candidates:
        if folded(candidate.words) not in known:
            known.add(folded(candidate.words))
            others.append(candidate.span)
    after = _after(lines, max(candidate.after for candidate in candidates), known)
    return Headline(chosen.span, tuple(others), chosen.first, after)


def _whole(candidates: Sequence[_Candidate]) -> _Candidate:
    """The first that says what the letter is about; what repeats it in more words is whole."""
    first = next((c for c in candidates if not names_issuer_only(c.words)), candidates[0])
    if len(candidates) == 1:
        return first
    begin = folded(first.words) + "for"
    return next((c for c in candidates if folded(c.words).startswith(begin)), first)


def _subject(text: str, header: Header, place: Span) -> _Candidate:
    return _Candidate(place, text[place.start : place.end], header.after - 1, header.after)


def _above_its_date(lines: Sequence[Line]) -> list[_Candidate]:
    """A line near the top under which a page says when it was put up and how often it was read."""
    for number, line in enumerate(lines[: min(PAGE_HEAD, len(lines) - 1)]):
        if is_salutation(line.text) or is_prose(line.text):
            break
        following = lines[number + 1]
        if not (is_chrome(following.text) or dates.date_line(following)):
            continue
        if len(line.text) < SHORTEST_PAGE_TITLE or not can_be_title(line.text):
            continue
        if CLOCK.search(line.text):  # when somebody wrote in a forum
            continue
        if not (is_organisation(line.text) or dates.date_line(line) or LINK.search(line.text)):
            place = Span(line.start, line.end)
            return [_Candidate(place, line.text, number, number + 1)]
    return []


def _is_past_prose(lines: Sequence[Line], number: int) -> bool:
    return any(is_prose(without_junk(line.text)) for line in lines[:number])


def _printed_twice(lines: Sequence[Line]) -> list[_Candidate]:
    """A short line that a page has above its letter and again where the letter begins."""
    seen: set[str] = set()
    for number, line in enumerate(lines[:PAGE_HEAD]):
        if is_prose(line.text) or is_salutation(line.text):
            break
        if len(line.text) not in TWICE or not can_be_title(line.text):
            continue
        if is_organisation(line.text) or dates.date_line(line):
            continue
        if folded(line.text) in seen:
            return [_Candidate(Span(line.start, line.end), line.text, number, number + 1)]
        seen.add(folded(line.text))
    return []


def _heading(lines: Sequence[Line]) -> _Candidate | None:
    """The heading that a Markdown text begins with, if it is worded as a title."""
    number = next((n for n, line in enumerate(lines[:HEAD]) if not is_chrome(line.text)), None)
    if number is None:
        return None
    line = lines[number]
    marks = HEADING.match(line.text)
    underlined = _is_underlined(lines, number)
    if not marks and not underlined:
        return None
    level, begin = (len(marks[1]), marks.end()) if marks else (1, 0)
    words = line.text[begin:].rstrip("# \t").strip(EMPHASIS)
    if not heads_letter(words, level):
        return None
    start = line.start + line.text.index(words, begin)
    return _Candidate(Span(start, start + len(words)), words, number, number + 1 + underlined)


def _is_underlined(lines: Sequence[Line], number: int) -> bool:
    following = lines[number + 1] if number + 1 < len(lines) else None
    return following is not None and following.gap == 0 and bool(UNDERLINE.match(following.text))


def _candidates(text: str, lines: Sequence[Line]) -> list[_Candidate]:
    """Lines before the salutation that are worded as titles; a title may take several lines."""
    found: list[_Candidate] = []
    number = told = 0
    top = _top(lines)
    while number < min(HEAD, len(lines)):
        line = lines[number]
        if is_salutation(line.text) or (found and is_prose(line.text)):
            break
        told += is_prose(line.text) and not introduces(line)
        if told > MOST_TOLD:
            break
        if not can_be_title(line.text) or not _is_worded(lines, number, is_top=number == top):
            number += 1
            continue
        after = _last_line(lines, number) + 1
        end = lines[after - 1].end if after - number > 1 else line.start + len(without_date(line))
        start = line.start + section_end(line.text)
        found.append(_Candidate(Span(start, end), text[start:end], number, after))
        number = after
    return found


def _top(lines: Sequence[Line]) -> int:
    """The first line that is neither the page's nor a date nor the name of an organisation."""
    for number, line in enumerate(lines[:HEAD]):
        if not (is_chrome(line.text) or dates.date_line(line) or is_organisation(line.text)):
            return number
    return 0


def _is_worded(lines: Sequence[Line], number: int, *, is_top: bool) -> bool:
    words = without_date(lines[number])
    if names_genre(words) or (is_bare_name(words) and _begins_letter(lines, number + 1)):
        return True
    if begins_as_title(words[section_end(words) :]):
        return not any(is_prose(line.text) for line in lines[:number])
    return is_top and names_genre_at_top(words)


def _begins_letter(lines: Sequence[Line], number: int) -> bool:
    if number >= len(lines):
        return False
    return is_prose(lines[number].text) or is_salutation(lines[number].text)


def _last_line(lines: Sequence[Line], first: int) -> int:
    """The line on which a title ends: one that breaks off is continued by the next short line."""
    last = first
    while last + 1 < len(lines) and last - first < 2:
        after = lines[last + 1]
        if not (goes_on(lines[last].text) or GOES_ON_FROM_ABOVE.fullmatch(after.text)):
            break
        if not can_be_title(after.text) or is_salutation(after.text) or after.gap > 1:
            break
        last += 1
    return last


def _after(lines: Sequence[Line], after: int, known: set[str]) -> int:
    """Past the lines that only repeat the title or stand under it as its subtitle."""
    after = _past_repeated(lines, after, known)
    while after < len(lines):
        words = lines[after].text
        subtitle = SUBTITLE.match(words) and len(words) <= LONGEST_TITLE and words[-1] not in "。."
        over = after + 1 < len(lines) and SUBTITLE.match(lines[after + 1].text)
        slogan = over and len(words) <= LONGEST_TITLE // 4 and can_be_title(words)
        if not (subtitle or slogan or folded(words) in known):
            break
        after += 1
    return after


def _past_repeated(lines: Sequence[Line], after: int, known: set[str]) -> int:
    """Past the title where a page prints it again below a few lines of its own."""
    past = after
    for number in range(after, min(after + MOST_BETWEEN, len(lines))):
        words = lines[number].text
        if is_prose(words) or is_salutation(words):
            break
        again = folded(words)
        if again in known or (
            len(again) >= SHORTEST_PAGE_TITLE and any(again in title for title in known)
        ):
            past = number + 1
    return past
