"""Characters for the glyphs of a font, where a program wrote down a look-alike.

Some write radicals for Han characters that look the same (⼀ for 一) and one sign for two letters
(ﬁ for fi). Knows characters, no format.
"""

import re
import unicodedata

# U+2E80-U+2EFF of EquivalentUnifiedIdeograph.txt, Unicode 14.0; those from U+2F00 on, and the
# ligatures, are Unicode's own compatibility decompositions.
RADICALS = (
    "⺁⺂⺃⺄⺅⺆⺈⺉⺊⺋⺌⺍⺎⺏⺐⺒⺓⺔⺕⺖⺗⺘⺙⺛⺜⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺫⺬⺭⺯⺰⺱"
    "⺲⺳⺴⺶⺹⺺⺻⺼⺾⺿⻀⻁⻂⻃⻄⻅⻆⻈⻉⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻟⻠⻢⻣⻤⻥⻦"
    "⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳"
)
CHARACTERS = (
    "厂乛乚乙亻冂刀刂卜㔾小小兀尣尢巳幺彑彐忄心扌攵旡日月歺母民氵氺灬爫爫丬牛犭王目示礻糹纟罓"
    "罒㓁冗羊耂肀聿肉艹艹艹虎衤覀西见角讠贝车辶辶辶邑钅長镸长门阝雨青韦页风飞食飠饣马骨鬼鱼鸟"
    "卤麦黄黾斉齐歯齿竜龙龜亀龟"
)
_SUPPLEMENT = str.maketrans(RADICALS, CHARACTERS)
_LOOK_ALIKE = re.compile("[\u2e80-\u2fdf\ufb00-\ufb06]")


def as_characters(words: str) -> str:
    """Words with characters in place of their look-alikes.

    >>> as_characters("⼀、⺠⽣，ﬁrst")
    '一、民生，first'
    """
    if not _LOOK_ALIKE.search(words):
        return words
    return _LOOK_ALIKE.sub(_character, words)


def _character(found: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", found[0]).translate(_SUPPLEMENT)
