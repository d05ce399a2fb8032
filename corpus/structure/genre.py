"""Which kind of letter it is, told by the words letters of that kind are named by.

Knows the wording of titles and of appeals, nothing of places in the text.
"""

import re

from corpus.letter import Genre

# In the order in which they are tried: the more special names first.
GENRE_WORDS: dict[Genre, re.Pattern[str]] = {
    "joint_statement": re.compile(
        r"[联聯]合(?:[声聲]明|宣言)|共同[声聲]明|Joint (?:Statement|Declaration)", re.I
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
    "open_letter": re.compile(r"公[开開]信|致.{1,40}信|\bOpen Letter|\bLetter (?:to|from)\b", re.I),
    "notice": re.compile(
        r"通知|公告|通告|通[报報]|[启啟]事|延期|\bNotice|\bNotification|\bAnnounce|\bCancel|\bPostpon",
        re.I,
    ),
}
ONE_THANKS = 0.5  # a single word of thanks is politeness in a letter of any other kind
# Words that make a line a title: the last word of a Chinese one, a capitalised English one.
STRONG_NAMES = re.compile(
    r"倡\s?[议議]\s?[书書]|公[开開]信|建[议議][书書]|呼[吁籲][书書]|[号號]召[书書]|[请請][愿願][书書]|承[诺諾][书書]"
    r"|感[谢謝]信|慰[问問]信|慰[问問]电|[联聯]合[声聲]明|致[^，。；：:,;]{2,30}(?:的信|[书書]|信)"
)
NAMES_AT_END = re.compile(
    r"(?:倡[议議]|[声聲]明|通知|公告|通告|通[报報]|宣言|公[约約]|[决決]定|意[见見]|函|提案|[号號]召|寄[语語]|[贺賀]信|的信|致[辞辭]|[启啟]事)"
    r"(?:\s?[（(【\[][^）)】\]]{1,12}[）)】\]])?[”」』》]?$"
)
MENU_NAMES = re.compile(r"(?:通知|公告|声明|通告)+")
ENGLISH_NAMES = re.compile(
    r"\b(?:Proposals?|Initiatives?|(?:Open |Joint )?(?:Letters?|Statement|Declaration)|Notice"
    r"|Notification|Announcement|Appeal|Recommendations|Petition|Message|Condolences?|Gratitude"
    r"|Manifesto|Resolution|Circular|Call (?:for|to|on)|PROPOSAL|INITIATIVE|(?:OPEN )?LETTER"
    r"|STATEMENT|NOTICE|ANNOUNCEMENT|APPEAL|DECLARATION)\b"
)


def names_genre(line: str) -> bool:
    """Whether a short line is worded as the title of a letter."""
    if STRONG_NAMES.search(line) or ENGLISH_NAMES.search(line):
        return True
    return bool(NAMES_AT_END.search(line)) and not MENU_NAMES.fullmatch(line)


def understand_genre(title: str, opening: str, ending: str) -> Genre:
    """The genre that the title names, else the one that the letter's own words name most often.

    `opening` and `ending` are the first and last words of the body.
    """
    for genre, words in GENRE_WORDS.items():
        if words.search(title):
            return genre
    counts: dict[Genre, float] = {
        genre: len(words.findall(opening)) + len(words.findall(ending))
        for genre, words in GENRE_WORDS.items()
    }
    if counts["thank_you"] == 1:
        counts["thank_you"] = ONE_THANKS
    most = max(counts.values())
    return next(genre for genre, count in counts.items() if count == most) if most else "other"
