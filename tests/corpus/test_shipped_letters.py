"""What is understood of the letters that the project ships: exactly what a reader finds in them."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from corpus import Letter, Span, read_letters

FOLDER = Path(__file__).parents[2] / "corpus" / "letters"


@dataclass(frozen=True, kw_only=True)
class Understood:
    languages: tuple[str, ...] = ("en",)
    genre: str = "proposal"
    title: str | None
    alt_titles: tuple[str, ...] = ()
    date: str | None = None
    date_text: str | None = None
    issuers: tuple[str, ...]
    addressee: str
    signatories: tuple[str, ...] = ()
    body: tuple[str, str]  # its first and last words
    initiatives: tuple[tuple[int, int, int | None, str, str], ...] = ()  # ... first and last words
    heads: tuple[str, ...] = field(default=())


ORIGINALS = {
    "2020-02-03-siu-sds-proposal.txt": Understood(
        title="Proposal on Combating Novel Coronavirus and Meeting Future Market Challenges",
        alt_titles=("Initiative of Security Identification Union",),
        date="2020-02-03",
        date_text="February 3, 2020",
        issuers=("Security Identification Union", "Security Document Summit Committee"),
        addressee="Dear Sirs",
        signatories=("WANG Yaohua", "XU Wencai", "YANG Wentian", "MA Pizhong", "YU Rui"),
        body=("Dear Sirs:", "February 3, 2020"),
        initiatives=(
            (1, 1, None, "1. Be confident.", "as soon as possible;"),
            (2, 1, None, "2. Self-encouragement.", "impacts caused by the epidemic;"),
            (3, 1, None, "3. Help each other.", "or contact SIU & SDS."),
            (4, 1, None, "4. Jointly meet", "can provide support as well."),
            (1, 2, 4, "(1) SIU & SDS will join", "the research reports, etc.;"),
            (2, 2, 4, "(2) SIU & SDS will focus", "for enterprises in the industry;"),
            (3, 2, 4, "(3) SIU & SDS will strengthen", "can provide support as well."),
        ),
        heads=("Be confident.", "Self-encouragement.", "Help each other."),
    ),
    "2020-icmia-proposal.txt": Understood(
        title="Proposal of China Integrated Circuit Material Innovation Alliance",
        issuers=("China Integrated Circuit Material Innovation Alliance",),
        addressee="To all members",
        body=("To all members:", "Tel: 13126561039"),
        initiatives=(
            (1, 1, None, "1. Raise awareness", "deployment are implemented."),
            (2, 1, None, "2. Obey the overall", "control of epidemic."),
            (3, 1, None, "3. Give full play", "prevention and control battle."),
            (4, 1, None, "4. Help each other", "and international purchasing."),
        ),
        heads=("Raise awareness, build consensus, and firm confidence",),
    ),
    "2020-02-20-ciesc-letter-to-scej.txt": Understood(
        genre="thank_you",
        title=None,
        date="2020-02-20",
        date_text="February 20, 2020",
        issuers=("Chemical Industry and Engineering Society of China (CIESC)",),
        addressee="Prof. Tadafumi Adschiri "
        "President of The Society of Chemical Engineers, Japan (SCEJ)",
        signatories=("Dai Houliang",),
        body=("February 20, 2020", "Engineering Society of China (CIESC)"),
    ),
    "2020-cec-resumption-of-work-proposal.txt": Understood(
        title="Proposal of cooperation alliance for resumption of work",
        issuers=("cooperation alliance", "CEC"),
        addressee="the society and the industry",
        body=("In order to guide", "building materials, non-ferrous metals."),
        initiatives=(
            (1, 1, None, "1. Conscientiously", "at the top of all work."),
            (2, 1, None, "2. Adhere to principle", "of industry associations."),
            (3, 1, None, "3. Adhere to the cooperation", "reflected by enterprises."),
            (4, 1, None, "4. It is necessary", "social responsibility."),
            (5, 1, None, "5. Adhere to the promotion", "through hard working."),
        ),
    ),
}
TRANSLATIONS = {
    "2020-02-03-siu-sds-proposal.zh.md": Understood(
        languages=("zh-Hans",),
        title="关于抗击新型冠状病毒、共迎未来市场挑战的倡议书",
        alt_titles=("安全识别联盟倡议",),
        date="2020-02-03",
        date_text="2020-02-03",
        issuers=("安全识别联盟", "安全证件峰会组委会"),
        addressee="各有关单位",
        signatories=("WANG Yaohua", "XU Wencai", "YANG Wentian", "MA Pizhong", "YU Rui"),
        body=("各有关单位：", "2020年2月3日"),
        initiatives=(
            (1, 1, None, "一、坚定信心。", "正常的经济活动。"),
            (2, 1, None, "二、自强自励。", "带来的困难和影响。"),
            (3, 1, None, "三、互帮互助。", "或与联盟和组委会联系。"),
            (4, 1, None, "四、共迎挑战。", "希望海外企业给予支持。"),
            (1, 2, 4, "（一）联盟和组委会将尽快", "发布研究报告等；"),
            (2, 2, 4, "（二）联盟和组委会将着力", "技术升级机会；"),
            (3, 2, 4, "（三）联盟和组委会将加强", "希望海外企业给予支持。"),
        ),
        heads=("坚定信心。", "自强自励。", "互帮互助。", "共迎挑战。"),
    ),
    "2020-icmia-proposal.zh.md": Understood(
        languages=("zh-Hans",),
        title="中国集成电路材料产业技术创新联盟倡议书",
        issuers=("中国集成电路材料产业技术创新联盟",),
        addressee="各会员单位",
        body=("各会员单位：", "电话：13126561039"),
        initiatives=(
            (1, 1, None, "一、提高认识", "落到实处。"),
            (2, 1, None, "二、服从安排", "疫情防控阻击战。"),
            (3, 1, None, "三、释放产能", "贡献我们的力量。"),
            (4, 1, None, "四、守望相助", "支援疫区人民。"),
        ),
        heads=("提高认识，凝聚共识，坚定信心",),
    ),
    "2020-02-20-ciesc-letter-to-scej.zh.md": Understood(
        languages=("zh-Hans",),
        genre="thank_you",
        title=None,
        date="2020-02-20",
        date_text="2020-02-20",
        issuers=("中国化工学会",),
        addressee="日本化学工学会（SCEJ）会长阿尻雅文（Tadafumi Adschiri）教授",
        signatories=("戴厚良",),
        body=("尊敬的日本化学工学会", "2020年2月20日"),
    ),
    "2020-cec-resumption-of-work-proposal.zh.md": Understood(
        languages=("zh-Hans",),
        title="复工复产合作联盟倡议书",
        issuers=("中国电力企业联合会", "复工复产合作联盟"),
        addressee="全社会和全行业",
        body=("为引导和帮助企业", "等领域的全国性行业协会。"),
        initiatives=(
            (1, 1, None, "一、认真贯彻", "各项工作的首位。"),
            (2, 1, None, "二、坚持以行业为根", "桥梁作用。"),
            (3, 1, None, "三、坚持资源整合", "反映的共性问题。"),
            (4, 1, None, "四、要充分发挥", "企业社会责任。"),
            (5, 1, None, "五、坚持弘扬", "而努力奋斗。"),
        ),
    ),
}
ALL = {**ORIGINALS, **TRANSLATIONS}


def read(name: str) -> Letter:
    (letter,) = read_letters(FOLDER / name, FOLDER)
    return letter


@pytest.mark.parametrize("name", ALL)
def test_a_shipped_letter_is_understood_as_its_readers_do(name: str) -> None:
    expected = ALL[name]

    letter = read(name)

    assert (letter.title.text if letter.title else None) == expected.title
    assert letter.alt_titles == expected.alt_titles
    assert letter.date == expected.date
    assert (letter.date_text.text if letter.date_text else None) == expected.date_text
    assert tuple(party.name for party in letter.issuers) == expected.issuers
    assert letter.addressee
    assert letter.addressee.text == expected.addressee
    assert tuple(party.name for party in letter.signatories) == expected.signatories
    assert letter.languages == expected.languages
    assert letter.genre == expected.genre


@pytest.mark.parametrize("name", ALL)
def test_the_body_is_the_letter_without_the_page_around_it(name: str) -> None:
    first, last = ALL[name].body

    letter = read(name)

    body = letter.text[letter.body.start : letter.body.end]
    assert body.startswith(first)
    assert body.endswith(last)


@pytest.mark.parametrize("name", ALL)
def test_the_initiatives_are_all_there_with_their_bounds(name: str) -> None:
    expected = ALL[name]

    initiatives = read(name).initiatives

    assert [(i.number, i.level, i.parent) for i in initiatives] == [
        row[:3] for row in expected.initiatives
    ]
    for initiative, (*_, first, last) in zip(initiatives, expected.initiatives, strict=True):
        assert initiative.text.startswith(first)
        assert initiative.text.endswith(last)
        assert initiative.kind == "proposal"
    heads = tuple(i.head for i in initiatives)
    assert heads[: len(expected.heads)] == expected.heads


@pytest.mark.parametrize("name", TRANSLATIONS)
def test_a_translation_names_its_original_and_masks_only_syntax(name: str) -> None:
    letter = read(name)

    masked = "".join(letter.text[span.start : span.end] for span in letter.masked)
    assert letter.translation_of == name.removesuffix(".zh.md")
    assert letter.translation == "unofficial"
    assert "translation_of: " in masked
    assert "zh-Hans" in masked
    assert all(party.name in letter.searchable for party in letter.issuers)
    assert letter.masked[0].start == 0


def test_a_title_over_two_lines_covers_both() -> None:
    letter = read("2020-02-03-siu-sds-proposal.txt")

    assert letter.title
    assert (letter.title.start, letter.title.end) == (71, 149)


def test_a_title_printed_twice_is_the_first_and_no_body() -> None:
    letter = read("2020-icmia-proposal.txt")

    assert letter.title
    assert letter.title.start == 23
    assert letter.body == Span(168, 4412)
