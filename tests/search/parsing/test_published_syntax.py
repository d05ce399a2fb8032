"""Every line of the published syntax is read as it says, without a note."""

from collections.abc import Callable

from search.parsing import SYNTAX, Meaning, parse

Read = Callable[[str], str]

READ_AS = {
    "复工 resumption": "[复工 resumption]",
    '"novel coronavirus"': '"novel coronavirus"',
    "“复工复产”": '"复工复产"',
    "「復工復產」": '"復工復產"',
    "『復工復產』": '"復工復產"',
    "口罩 -通知": "([口罩] & -[通知])",
    'epidemic -"novel coronavirus"': '([epidemic] & -"novel coronavirus")',
    "epidemic NOT market": "([epidemic] & -[market])",
    "企业 -genre:notice": "([企业] & -genre=notice)",
    "口罩 AND 消毒": "([口罩] & [消毒])",
    "口罩 OR masks": "([口罩] | [masks])",
    "(口罩 OR masks) AND 消毒": "(([口罩] | [masks]) & [消毒])",
    "（口罩 OR 消毒） -通知": "(([口罩] | [消毒]) & -[通知])",
    "resum*": "resum*",
    "epidemc~": "epidemc~",
    "2020年2月3日": "[2020年2月3日]",
    "Feb. 3rd, 2020": "[Feb. 3rd, 2020]",
    '"February 2020"': '"February 2020"',
    "民國109年2月3日": "[民國109年2月3日]",
    "第三条倡议": "[第三条倡议]",
    "倡议三": "[倡议三]",
    "third proposal": "[third proposal]",
    "title:proposal": "title:[proposal]",
    "标题：“复工复产”": 'title:"复工复产"',
    "title:(复工 OR resum*)": "(title:[复工] | title:resum*)",
    "initiative:3": "initiative#3",
    "倡议:第三条": "initiative#3",
    "initiative:III": "initiative#3",
    "initiative:third": "initiative#3",
    "initiative:口罩": "initiative:[口罩]",
    "issuer:alliance": "issuer:[alliance]",
    "发起：联盟": "issuer:[联盟]",
    "to:members": "to:[members]",
    "致：会员单位": "to:[会员单位]",
    "signed:president": "signed:[president]",
    "署名:联合会": "signed:[联合会]",
    "date:2020": "20200101..20201231",
    "date:2020-02": "20200201..20200229",
    "date:2020-02-03": "20200203..20200203",
    "日期：2020年2月": "20200201..20200229",
    "日期:2020年2月3日": "20200203..20200203",
    "date:3 February 2020": "20200203..20200203",
    "date:2020-02-03..2020-03": "20200203..20200331",
    "date:2020-02..": "20200201..99999999",
    "date:..2020-03": "0..20200331",
    "date:>=2020-02": "20200201..99999999",
    "date:<2021": "0..20210100",
    "日期：2020年2月至3月": "20200201..20200331",
    "lang:zh": "lang=zh-Hans,zh-Hant",
    "lang:zh-Hant": "lang=zh-Hant",
    "语言:中文": "lang=zh-Hans,zh-Hant",
    "语言：英文": "lang=en",
    "genre:proposal": "genre=proposal",
    "genre:open_letter": "genre=open_letter",
    "体裁:倡议书": "genre=proposal",
    "体裁：公开信": "genre=open_letter",
    '口罩 title:倡议 "resumption of work" date:2020-02 -lang:en': (
        '([口罩] & title:[倡议] & "resumption of work" & 20200201..20200229 & -lang=en)'
    ),
}


def test_every_published_line_is_read_as_it_says(read: Read) -> None:
    assert {example.query: read(example.query) for example in SYNTAX} == READ_AS


def test_no_published_line_needs_a_note() -> None:
    assert [example.query for example in SYNTAX if parse(example.query).notes] == []


def test_every_meaning_has_a_line() -> None:
    assert {example.meaning for example in SYNTAX} == set(Meaning)
