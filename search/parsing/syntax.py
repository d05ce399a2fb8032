"""The published syntax, line by line: what README and the help page show, and the tests hold."""

from dataclasses import dataclass
from enum import StrEnum


class Meaning(StrEnum):
    """What an example asks for; put in words, in both languages, where it is shown."""

    ANY_WORD = "any_word"
    PHRASE = "phrase"
    EXCLUDE = "exclude"
    BOTH = "both"
    EITHER = "either"
    GROUP = "group"
    PREFIX = "prefix"
    FUZZY = "fuzzy"
    IN_TITLE = "in_title"
    INITIATIVE_NUMBER = "initiative_number"
    IN_INITIATIVE = "in_initiative"
    ISSUED_BY = "issued_by"
    ADDRESSED_TO = "addressed_to"
    SIGNED_BY = "signed_by"
    DATED = "dated"
    DATED_BETWEEN = "dated_between"
    LANGUAGE = "language"
    GENRE = "genre"
    ANY_FORM_OF_DATE = "any_form_of_date"
    NAMED_INITIATIVE = "named_initiative"
    TOGETHER = "together"


@dataclass(frozen=True, slots=True)
class SyntaxExample:
    """A query to show, and what it means."""

    query: str
    meaning: Meaning


SYNTAX: tuple[SyntaxExample, ...] = (
    SyntaxExample("复工 resumption", Meaning.ANY_WORD),
    SyntaxExample('"novel coronavirus"', Meaning.PHRASE),
    SyntaxExample("“复工复产”", Meaning.PHRASE),
    SyntaxExample("「復工復產」", Meaning.PHRASE),
    SyntaxExample("『復工復產』", Meaning.PHRASE),
    SyntaxExample("口罩 -通知", Meaning.EXCLUDE),
    SyntaxExample('epidemic -"novel coronavirus"', Meaning.EXCLUDE),
    SyntaxExample("epidemic NOT market", Meaning.EXCLUDE),
    SyntaxExample("企业 -genre:notice", Meaning.EXCLUDE),
    SyntaxExample("口罩 AND 消毒", Meaning.BOTH),
    SyntaxExample("口罩 OR masks", Meaning.EITHER),
    SyntaxExample("(口罩 OR masks) AND 消毒", Meaning.GROUP),
    SyntaxExample("（口罩 OR 消毒） -通知", Meaning.GROUP),
    SyntaxExample("resum*", Meaning.PREFIX),
    SyntaxExample("epidemc~", Meaning.FUZZY),
    SyntaxExample("2020年2月3日", Meaning.ANY_FORM_OF_DATE),
    SyntaxExample("Feb. 3rd, 2020", Meaning.ANY_FORM_OF_DATE),
    SyntaxExample('"February 2020"', Meaning.ANY_FORM_OF_DATE),
    SyntaxExample("民國109年2月3日", Meaning.ANY_FORM_OF_DATE),
    SyntaxExample("第三条倡议", Meaning.NAMED_INITIATIVE),
    SyntaxExample("倡议三", Meaning.NAMED_INITIATIVE),
    SyntaxExample("third proposal", Meaning.NAMED_INITIATIVE),
    SyntaxExample("title:proposal", Meaning.IN_TITLE),
    SyntaxExample("标题：“复工复产”", Meaning.IN_TITLE),
    SyntaxExample("title:(复工 OR resum*)", Meaning.IN_TITLE),
    SyntaxExample("initiative:3", Meaning.INITIATIVE_NUMBER),
    SyntaxExample("倡议:第三条", Meaning.INITIATIVE_NUMBER),
    SyntaxExample("initiative:III", Meaning.INITIATIVE_NUMBER),
    SyntaxExample("initiative:third", Meaning.INITIATIVE_NUMBER),
    SyntaxExample("initiative:口罩", Meaning.IN_INITIATIVE),
    SyntaxExample("issuer:alliance", Meaning.ISSUED_BY),
    SyntaxExample("发起：联盟", Meaning.ISSUED_BY),
    SyntaxExample("to:members", Meaning.ADDRESSED_TO),
    SyntaxExample("致：会员单位", Meaning.ADDRESSED_TO),
    SyntaxExample("signed:president", Meaning.SIGNED_BY),
    SyntaxExample("署名:联合会", Meaning.SIGNED_BY),
    SyntaxExample("date:2020", Meaning.DATED),
    SyntaxExample("date:2020-02", Meaning.DATED),
    SyntaxExample("date:2020-02-03", Meaning.DATED),
    SyntaxExample("日期：2020年2月", Meaning.DATED),
    SyntaxExample("日期:2020年2月3日", Meaning.DATED),
    SyntaxExample("date:3 February 2020", Meaning.DATED),
    SyntaxExample("date:2020-02-03..2020-03", Meaning.DATED_BETWEEN),
    SyntaxExample("date:2020-02..", Meaning.DATED_BETWEEN),
    SyntaxExample("date:..2020-03", Meaning.DATED_BETWEEN),
    SyntaxExample("date:>=2020-02", Meaning.DATED_BETWEEN),
    SyntaxExample("date:<2021", Meaning.DATED_BETWEEN),
    SyntaxExample("日期：2020年2月至3月", Meaning.DATED_BETWEEN),
    SyntaxExample("lang:zh", Meaning.LANGUAGE),
    SyntaxExample("lang:zh-Hant", Meaning.LANGUAGE),
    SyntaxExample("语言:中文", Meaning.LANGUAGE),
    SyntaxExample("语言：英文", Meaning.LANGUAGE),
    SyntaxExample("genre:proposal", Meaning.GENRE),
    SyntaxExample("genre:open_letter", Meaning.GENRE),
    SyntaxExample("体裁:倡议书", Meaning.GENRE),
    SyntaxExample("体裁：公开信", Meaning.GENRE),
    SyntaxExample('口罩 title:倡议 "resumption of work" date:2020-02 -lang:en', Meaning.TOGETHER),
)
