"""What is marked and shown of the shipped letters."""

from collections.abc import Callable

import pytest

from corpus import Letter
from search.snippets import Needle, hit_parts, mark_letter
from tests.search.snippets.showing import in_brackets, snippets

SIU, CIESC, CEC, ICMIA = (
    "2020-02-03-siu-sds-proposal",
    "2020-02-20-ciesc-letter-to-scej",
    "2020-cec-resumption-of-work-proposal",
    "2020-icmia-proposal",
)
Letters = dict[str, Letter]
NeedlesOf = Callable[[str], tuple[Needle, ...]]


def marked(letter: Letter, needles: tuple[Needle, ...]) -> list[str]:
    return [letter.text[mark.start : mark.end] for mark in mark_letter(letter, needles)]


@pytest.mark.parametrize(
    ("typed", "name", "expected"),
    [
        pytest.param("复工复产", f"{SIU}.zh", ["复工", "复工", "复工复产"], id="bigrams-and-words"),
        pytest.param(
            "复工 复产", f"{SIU}.zh", ["复工", "复工", "复工复产"], id="neighbours-are-one-mark"
        ),
        pytest.param("復工復產", f"{SIU}.zh", ["复工", "复工", "复工复产"], id="traditional"),
        pytest.param("ＣＯＶＩＤ－１９", CIESC, ["COVID-19"], id="full-width"),
        pytest.param("covid19", CIESC, ["COVID-19"], id="typed-joined"),
        pytest.param("resumed", CEC, [], id="another-stem"),
        pytest.param("prevents", CEC, ["prevent"], id="form-of-a-stem"),
        pytest.param('"prevention"', CEC, ["prevention"], id="exact-in-quotes"),
        pytest.param("“合作联盟”", f"{CEC}.zh", ["合作联盟", "合作联盟"], id="phrase"),
        pytest.param("adsch*", CIESC, ["Adschiri", "Adschiri"], id="prefix"),
        pytest.param("hulang~", SIU, [], id="too-different"),
        pytest.param("tadafumy~", CIESC, ["Tadafumi", "Tadafumi"], id="fuzzy"),
        pytest.param("title:联盟", f"{CEC}.zh", ["联盟"], id="within-the-title"),
        pytest.param("to:scej", CIESC, ["SCEJ"], id="within-the-addressee"),
        pytest.param("-复工 疫情警报", f"{SIU}.zh", ["疫情"], id="not-what-is-excluded"),
        pytest.param("initiative:3", SIU, [], id="number"),
        pytest.param("", SIU, [], id="empty"),
    ],
)
def test_what_is_marked_in_a_letter(
    letters: Letters, needles_of: NeedlesOf, typed: str, name: str, expected: list[str]
) -> None:
    found = marked(letters[name], needles_of(typed))

    assert found[: len(expected)] == expected
    assert bool(found) == bool(expected)


@pytest.mark.parametrize(
    ("typed", "name", "expected"),
    [
        pytest.param(
            "复工复产",
            f"{CEC}.zh",
            [
                (
                    "为引导和帮助企业等会员单位科学精准防控新冠肺炎（COVID-19）疫情、有序[复工复产]，在国务院"
                    "国资委（SASAC）的支持和推动下，中国电力企业联合会（CEC）等16家行业协会自愿成立服务企业的"
                    "[复工复产]合作联盟，并向全社会和全行业发出如下倡议："
                ),
                "一、认真贯彻落实政府决策部署，把科学精准防控新冠肺炎疫情、有序[复工复产]摆在各项工作的首位。",
            ],
            id="chinese-sentences",
        ),
        pytest.param(
            '"novel coronavirus" donations',
            SIU,
            [
                (
                    "We are paying close attention to the prevention and control of [novel "
                    "coronavirus] (2019-nCoV) in China."
                ),
                (
                    "Security Identification Union and Security Document Summit Committee "
                    "(hereafter referred to SIU & SDS) is giving [donations] through "
                    "various channels."
                ),
            ],
            id="each-passage-has-something-new",
        ),
        pytest.param(
            "entrepreneurial",
            CEC,
            [
                (
                    "spirit and [entrepreneurial] spirit, inspire the leading enterprises of the "
                    "industry and the [entrepreneurial] initiative and creativity, and advocate"
                )
            ],
            id="a-long-sentence-is-cut-between-words",
        ),
        pytest.param(
            "initiative:3",
            f"{CIESC}.zh",
            [
                (
                    "尊敬的日本化学工学会（SCEJ）会长阿尻雅文（Tadafumi Adschiri）教授：\n\n"
                    "新冠肺炎（COVID-19）疫情发生以来，在习近平主席和中国政府的领导下，中国人民团结一心，全力抗"
                )
            ],
            id="the-beginning-without-marks",
        ),
    ],
)
def test_which_passages_are_shown(
    letters: Letters, needles_of: NeedlesOf, typed: str, name: str, expected: list[str]
) -> None:
    assert snippets(hit_parts(letters[name], needles_of(typed))) == expected


def test_the_title_is_marked_over_its_lines(letters: Letters, needles_of: NeedlesOf) -> None:
    parts = hit_parts(letters[SIU], needles_of("coronavirus market"))

    assert parts.title is not None
    assert parts.title.text == letters[SIU].title.text  # type: ignore[union-attr]
    shown = letters[SIU].text[parts.title.start : parts.title.end]
    assert in_brackets(shown, parts.title.start, parts.title.marks) == (
        "Proposal on Combating Novel [Coronavirus] and\xa0\n\nMeeting Future [Market] Challenges"
    )


def test_no_passage_repeats_the_title(letters: Letters, needles_of: NeedlesOf) -> None:
    parts = hit_parts(letters[ICMIA], needles_of("innovation alliance"))

    title = "Proposal of China Integrated Circuit Material Innovation Alliance"
    assert len(parts.snippets) == 2
    assert not any(title in snippet.text for snippet in parts.snippets)


def test_initiatives_with_marks_are_named_by_their_heads(
    letters: Letters, needles_of: NeedlesOf
) -> None:
    found = hit_parts(letters[f"{CEC}.zh"], needles_of("复工复产 企业家")).initiatives

    assert [(one.ordinal, one.number) for one in found] == [(1, 1), (3, 3), (4, 4), (5, 5)]
    heads = [in_brackets(one.head, one.start, one.marks) for one in found]
    assert heads[0] == (
        "认真贯彻落实政府决策部署，把科学精准防控新冠肺炎疫情、有序[复工复产]摆在各项工作的首位。"
    )


def test_an_initiative_is_shown_by_its_number(letters: Letters, needles_of: NeedlesOf) -> None:
    (only,) = hit_parts(letters[SIU], needles_of("initiative:3")).initiatives

    assert (only.number, only.head, only.marks) == (3, "Help each other.", ())


def test_words_in_initiatives_are_marked_there_alone(
    letters: Letters, needles_of: NeedlesOf
) -> None:
    letter = letters[f"{CEC}.zh"]

    marks = mark_letter(letter, needles_of("initiative:复工复产"))

    (first, *_) = letter.initiatives
    assert [letter.text[mark.start : mark.end] for mark in marks] == ["复工复产"]
    assert first.start < marks[0].start < first.end
