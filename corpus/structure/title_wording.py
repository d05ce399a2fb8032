"""What tells a line that it can be a title, by its wording alone.

Knows how titles are worded in both languages, nothing of where in a text a line stands.
"""

import re

from corpus.structure import dates
from corpus.structure.chrome import is_chrome
from corpus.structure.genre import names_genre, names_genre_loosely
from corpus.structure.lines import Line
from corpus.structure.numbering import read_marker
from corpus.structure.organisations import is_organisation
from corpus.structure.wording import SENTENCE_MARKS, is_salutation, without_junk

MAIN_HEADINGS = 2  # levels of headings that can be a title by themselves
LONGEST_TITLE = 160  # characters
LINK = re.compile(r"\]\(|https?://")
GOES_ON = re.compile(
    r"(?:\b(?:and|or|of|for|on|to|the|with|in|from|by|against|about)|[&,、，与與和及的——-])$", re.I
)
# A line that only goes on what the line above has begun: PETITION / to the Legislative Council.
GOES_ON_FROM_ABOVE = re.compile(
    r"(?:to|on|of|for|from|by|adopted|issued|regarding|concerning|against|about)\s[^.!?:：]{3,120}"
)
SENTENCE_BEGINS = re.compile(r"(?:We|I|In|On|As|It|This|The following|You|Our|My|If|When|After)\b")
SLUG = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)+")  # the name of a file or a repository
# A line like `Initiative of ORGANISATION` says whose letter it is and not what it is about.
ISSUER_ONLY = re.compile(
    r"(?:Initiative|Proposal|Letter|Statement|Notice|Announcement|Appeal)\s(?:of|from|by)\s", re.I
)
# A title in small letters, above all sentences: Open letter to the fishermen of the bay
BEGINS_AS_TITLE = re.compile(
    r"(?:An? |The |Our )?(?:open letter|joint (?:letter|statement|declaration)|letter|statement"
    r"|petition|appeal|message|declaration|manifesto|resolution|pledge|call to action|demands)"
    r"\s(?:to|on|for|from|by|of|against|about)\s",
    re.IGNORECASE,
)
SUBJECT = re.compile(r"\b(?:on|for|about|regarding|concerning|to|against|towards?)\s")
TEMPLATES = ("文", "本", "板")  # how the next ends
TEMPLATE = re.compile(r"[的之相关關优優秀精选選]{0,6}(?:范文|範文|范本|範本|模板|全文)$")
# A dash, or the section of a page: News - Joint Declaration
ABOVE_TITLES = re.compile(
    r"[—–\s\u2190-\u2bff\ufe0f\U0001f000-\U0001faff-]*"
    r"(?:(?:News|Blog|Press [Rr]eleases?|Statements?)\s[|–—-]\s)?"
)
BULLETS = frozenset("•·●○◆◇■□▪▫◦‣►▶★☆➢")
NO_WORD = re.compile(r"[\W_]+")
LONGEST_GOES_ON = 8  # characters: `against` and what stands before it


def can_be_title(words: str) -> bool:
    """Whether a line is short enough for a title, and no sentence, bullet or part of a page."""
    if len(words) > LONGEST_TITLE or words[0] in BULLETS or is_chrome(words):
        return False
    if "。" in words or "；" in words:
        return False
    return words[-1] not in SENTENCE_MARKS.replace("!", "").replace("！", "") + "：:，.,"


def begins_as_title(words: str) -> bool:
    """Whether a line names a letter and what it is about: Open letter to the fishermen."""
    return bool(BEGINS_AS_TITLE.match(words)) and not is_organisation(words)


def names_genre_at_top(words: str) -> bool:
    """Whether the first line of a letter names its genre, in small letters too."""
    return not SENTENCE_BEGINS.match(words) and names_genre_loosely(words)


def heads_letter(words: str, level: int) -> bool:
    """Whether a heading is a title: no salutation, link or number; a lower one names its genre."""
    if not words or len(words) > LONGEST_TITLE or LINK.search(words):
        return False
    if is_salutation(words) or read_marker(words) or SLUG.fullmatch(words):
        return False
    return level <= MAIN_HEADINGS or names_genre(words)


def section_end(words: str) -> int:
    """Where a title begins on its line: after a dash or the name of a page's section."""
    before = ABOVE_TITLES.match(words)
    return before.end() if before else 0


def without_date(line: Line) -> str:
    """The words of a line without a date or a note about templates at its end."""
    found = list(dates.iter_dates(line.text))
    words = without_junk(line.text)
    if found and found[-1].end == len(words):
        words = words[: found[-1].start].rstrip(" \t\u00a0\u3000:：|-")
    words = words.rstrip(",，")
    return (TEMPLATE.sub("", words) if words.endswith(TEMPLATES) else words) or line.text


def goes_on(words: str) -> bool:
    """Whether a title breaks off and goes on in the next line."""
    return bool(GOES_ON.search(words, max(0, len(words) - LONGEST_GOES_ON)))


def names_issuer_only(words: str) -> bool:
    """Whether a title says whose letter it is and not what it is about."""
    return bool(ISSUER_ONLY.match(words)) and not SUBJECT.search(words)


def folded(words: str) -> str:
    """Words in small letters with nothing between them, to compare titles by."""
    return NO_WORD.sub("", words.casefold())
