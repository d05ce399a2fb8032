"""Which kind of letter it is, told by the words letters of that kind are named by.

Knows the wording of titles and of appeals, nothing of places in the text.
"""

import re

from corpus.letter import Genre
from corpus.structure.languages import has_han
from corpus.structure.organisations import without_glosses

# In the order in which they are tried: the more special names first.
GENRE_WORDS: dict[Genre, re.Pattern[str]] = {
    "joint_statement": re.compile(
        r"[联聯]合(?:[声聲]明|宣言)|(?:[联聯连連]署|共同)[声聲]明|Joint (?:Statement|Declaration)",
        re.I,
    ),
    "condolence": re.compile(
        r"慰[问問]|哀悼|唁[电電]|[讣訃]告|Condolences?|Sympath(?:y|ies)", re.I
    ),
    "thank_you": re.compile(
        r"感[谢謝]|致[谢謝]|[谢謝]意|答[谢謝]|谢谢|謝謝|\bThank|Gratitude|Grateful|Appreciation",
        re.I,
    ),
    "proposal": re.compile(
        r"倡[议議]|提案|建[议議][书書]|(?:如下|以下|下列)建[议議]|建[议議]如下|[号號]召|呼[吁籲]|公[约約]"
        r"|\bPropos(?:al|e)|\bInitiatives?\b"
        r"|\bAppeals?\b|\bPetition|\bManifesto|\bCall (?:for|to|on|upon)\b",
        re.I,
    ),
    "open_letter": re.compile(
        r"公[开開]信|[联聯]名信|致[^，。；：!！]{1,40}信(?![息任用念心誉譽仰赖賴号號])"
        r"|\bOpen Letter|\bLetter (?:to|from)\b",
        re.I,
    ),
    "notice": re.compile(
        r"通知|公告|通告|通[报報]|[启啟]事|延期|\bNotice|\bNotification|\bAnnounce|\bCancel|\bPostpon",
        re.I,
    ),
}
# What a body is told by where its title names nothing: in passing, notice and announce say little.
BODY_WORDS: dict[Genre, re.Pattern[str]] = GENRE_WORDS | {
    "notice": re.compile(
        r"通知|公告|通告|通[报報]|[启啟]事|延期|延[后後]|推[迟遲]|改期|[诚誠]邀|[参參][赛賽]|大[赛賽]|挑[战戰][赛賽]"
        r"|[报報]名|\bNotice|\bNotification|\bAnnounce|\b[Cc]ancel|\b[Pp]ostpon"
        r"|\b[Rr]egistration\b|\b[Hh]ackathon|\binvite you to (?:take part|participate|join)"
    ),
}
OPEN = re.compile(r"公[开開]信|[联聯]名信|\bOpen Letter", re.IGNORECASE)
THANKING = re.compile(
    r"[说說]一?[声聲][谢謝][谢謝]|(?:表示|致以|道一[声聲]).{0,12}(?:感[谢謝]|[谢謝]意)|[向给給].{0,20}致敬"
    r"|衷心(?:地)?感[谢謝]"
    r"|\b(?:salute|pay tribute to|[Rr]espect(?:ed)?(?: to)? all|heartfelt thanks)\b"
)
THANKING_WORDS = ("谢", "謝", "致敬", "salute", "tribute", "espect", "thanks")
THANKS_AT_END = re.compile(r"With (?:\w+ ){0,3}gratitude|衷心感[谢謝]", re.IGNORECASE)
STRONG_THANKS = 2
ADDRESSED = 1.5  # an English text that speaks to somebody, and appeals to them, is a letter
ONE_THANKS = 0.5  # a single word of thanks is politeness in a letter of any other kind
# Words that make a line a title: the last word of a Chinese one, a capitalised English one.
STRONG_NAMES = re.compile(
    r"倡\s?[议議]\s?[书書]|公[开開]信|建[议議][书書]|呼[吁籲][书書]|[号號]召[书書]|[请請][愿願][书書]|承[诺諾][书書]"
    r"|[联聯]名信|[请請][愿願]信|[陈陳]情[书書]|意[见見][书書]|告知[书書]|[邀][请請](?:函|信)|[贺賀][电電信]|道歉信|致歉信|[声聲]明[书書]"
    r"|感[谢謝]信|慰[问問]信|慰[问問]电|[联聯]合[声聲]明|致[^，。；：:,;]{2,30}(?:的信|[书書]|信)"
)
NAMES_AT_END = re.compile(
    r"(?:倡[议議]|[声聲]明|通知|公告|通告|通[报報]|宣言|公[约約]|[决決]定|意[见見]|函|提案|[号號]召|寄[语語]|[贺賀]信|的(?:一封)?信|致[辞辭]|[启啟]事|[的之](?:建[议議]|回[应應])|立[场場][书書])"
    r"(?:\s?[（(【\[][^）)】\]]{1,12}[）)】\]])?[”」』》]?$"
)
LOOSE_NAMES = re.compile(
    r"\b(?:open letter|joint (?:statement|declaration)|appeals?|petition|call (?:for|to|on)"
    r"|statement|letter (?:to|from|of)|manifesto|declaration|resolution|proposal|thank you)\b",
    re.IGNORECASE,
)
# Characters set apart in a heading: 倡 议 书.
SET_APART = re.compile(r"(?<=[\u4e00-\u9fff])[ \u00a0\u3000]{1,4}(?=[\u4e00-\u9fff])")
LONGEST_SET_APART = 20  # characters
MENU_NAMES = re.compile(r"(?:通知|公告|公示|[声聲]明|通告)+")
ENGLISH_NAMES = re.compile(
    r"\b(?:Proposals?|Initiatives?|(?:Open |Joint )?(?:Letters?|Statement|Declaration)|Notice"
    r"|Notification|Announcement|Appeal|Recommendations|Petition|Message|Condolences?|Gratitude"
    r"|Manifesto|Resolution|Circular"
    r"|Position Paper|Call (?:for|to|on)|PROPOSAL|INITIATIVE|(?:OPEN )?LETTER|STATEMENT|NOTICE"
    r"|ANNOUNCEMENT|APPEAL|DECLARATION)\b"
)


def names_genre(line: str) -> bool:
    """Whether a short line is worded as the title of a letter."""
    is_set_apart = False
    if has_han(line):
        written = line = without_glosses(line)
        line = SET_APART.sub("", line) if len(line) <= LONGEST_SET_APART else line
        is_set_apart = line != written
    elif line.isupper():
        line = line.title()
    if STRONG_NAMES.search(line) or ENGLISH_NAMES.search(line):
        return True
    return bool(NAMES_AT_END.search(line)) and (is_set_apart or not is_bare_name(line))


def is_bare_name(line: str) -> bool:
    """Whether a line is the name of a genre alone, as menus have it: 声明, 通知公告."""
    return bool(MENU_NAMES.fullmatch(line))


def names_genre_loosely(line: str) -> bool:
    """Whether the first line of a letter names its genre, in small letters too."""
    return bool(LOOSE_NAMES.search(line))


def understand_genre(title: str, opening: str, ending: str, *, is_addressed: bool) -> Genre:
    """The genre that the title names, else the one that the letter's own words name most often.

    `opening` and `ending` are the first and last words of the body.
    """
    named = _in_title(title)
    if named and not (named == "open_letter" and not OPEN.search(title)):
        return named
    counts = _counts(opening, ending)
    if named:  # a letter to somebody may be one of thanks
        thanks = THANKS_AT_END.search(ending or opening) or counts["thank_you"] > 1
        return "thank_you" if thanks else named
    if is_addressed and not has_han(opening):
        counts["open_letter"] += ADDRESSED
    if _gives_thanks(title):
        counts["thank_you"] += STRONG_THANKS
    most = max(counts.values())
    return next(genre for genre, count in counts.items() if count == most) if most else "other"


def _in_title(title: str) -> Genre | None:
    """What a title calls the letter: Chinese ones at their end, English ones at their head."""
    title = without_glosses(title)
    places: list[tuple[int, Genre]] = []
    for genre, words in GENRE_WORDS.items():
        found = list(words.finditer(title))
        if found:
            is_weak = genre == "open_letter" and not OPEN.search(title)
            at = -found[-1].end() if has_han(title) else found[0].start()
            places.append((len(title) + 1 if is_weak else at, genre))
    return min(places, key=lambda place: place[0])[1] if places else None


def _gives_thanks(words: str) -> bool:
    return any(map(words.__contains__, THANKING_WORDS)) and bool(THANKING.search(words))


def _counts(opening: str, ending: str) -> dict[Genre, float]:
    counts: dict[Genre, float] = {
        genre: len(words.findall(opening)) + len(words.findall(ending))
        for genre, words in BODY_WORDS.items()
    }
    if counts["thank_you"] == 1:
        counts["thank_you"] = ONE_THANKS
    counts["thank_you"] += STRONG_THANKS * any(map(_gives_thanks, (opening, ending)))
    return counts
