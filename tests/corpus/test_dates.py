import pytest

from corpus.structure.dates import iter_dates
from tests.corpus.reading import read


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("2020年2月3日", "2020-02-03"),
        ("2020 年 2 月 3 日", "2020-02-03"),
        ("２０２０年２月３日", "2020-02-03"),
        ("2020年12月31号", "2020-12-31"),
        ("2020年2月", "2020-02"),
        ("2020年2月份", "2020-02"),
        ("二〇二〇年二月三日", "2020-02-03"),
        ("二○二○年十二月二十九日", "2020-12-29"),
        ("民國109年2月3日", "2020-02-03"),
        ("民國一百零九年二月三日", "2020-02-03"),
        ("2020-02-03", "2020-02-03"),
        ("2020.2.3", "2020-02-03"),
        ("2020/02/03", "2020-02-03"),
        ("2020-02", "2020-02"),
        ("February 3, 2020", "2020-02-03"),
        ("Feb. 3rd, 2020", "2020-02-03"),
        ("FEBRUARY 3 2020", "2020-02-03"),
        ("3 February 2020", "2020-02-03"),
        ("23rd of September, 2020", "2020-09-23"),
        ("28th day of November 2015", "2015-11-28"),
        ("Sept 2020", "2020-09"),
        ("May 2020", "2020-05"),
        ("2020年2月29日", "2020-02-29"),
        ("March 3,2020", "2020-03-03"),
    ],
)
def test_a_date_is_read_in_every_form(words: str, value: str) -> None:
    text = f"于{words}，致信。" if not words.isascii() else f"Signed on {words}, in Wuhan."

    (date,) = iter_dates(text)

    assert text[date.start : date.end] == words
    assert date.value == value


@pytest.mark.parametrize(
    "words",
    [
        "2019-nCoV", "1202A", "13126561039", "+86-010-85621202", "996", "620日", "2月25日",
        "2021年2月29日", "2020-13-01", "2020年0月1日", "In 2003 and in 2009", "IADL-28",
        "Sept. 4-6, 2020", "Marx 2020", "Mayor 2020", "2020版", "1.2020", "12345-2020-02-03",
        "二十年二月", "3020年1月1日",
    ],
)  # fmt: skip
def test_what_is_no_date_is_none(words: str) -> None:
    assert list(iter_dates(words)) == []


def test_the_date_alone_on_a_late_line_is_the_letters() -> None:
    letter = read(
        "关于延期举办年会的通知\n发布时间：2020-06-28\n各位代表：\n原定2020年9月4日举行的年会延期。\n"
        "具体时间另行通知，请大家谅解。\n东湖学会\n2020年6月23日\n"
    )

    assert letter.date == "2020-06-23"
    assert letter.date_text
    assert letter.text[letter.date_text.start :].startswith("2020年6月23日\n")


def test_a_place_beside_the_date_does_not_hide_it() -> None:
    letter = read("Dear all,\n\nOn March 9, 2020 we met here in town.\n\nBeijing, March 12, 2020\n")

    assert letter.date == "2020-03-12"


def test_a_date_above_the_salutation_is_the_letters() -> None:
    letter = read(
        "February 20, 2020\n\nDear Prof. Li,\n\nThe meeting of May 4, 2020 is put off, and so is "
        "the one of June 4, 2020, because the hall is closed.\n"
    )

    assert letter.date == "2020-02-20"


def test_the_date_of_the_page_counts_where_the_letter_has_none() -> None:
    letter = read(
        "东湖学会倡议书\n发布时间：2020-02-02 点击量：512\n各位会员：\n请做好防护工作。\n"
    )

    assert letter.date == "2020-02-02"


def test_a_letter_without_a_date_has_none() -> None:
    letter = read("各位会员：\n请在4月12日前报名，电话13126561039，感谢支持。\n")

    assert letter.date is None
    assert letter.date_text is None


@pytest.mark.parametrize(
    ("line", "value"),
    [
        pytest.param("中州茶叶协会,2020年2月3日", "2020-02-03", id="after a half-width comma"),
        pytest.param("24/09/2019", "2019-09-24", id="day first"),
        pytest.param("9/24/2019", "2019-09-24", id="month first"),
        pytest.param("28-11-2015", "2015-11-28", id="dashes"),
        pytest.param("2.6.2022", "2022-06-02", id="stops"),
        pytest.param("5/5/2020", "2020-05-05", id="one day in either order"),
        pytest.param("113年5月20日", "2024-05-20", id="Republic without its name"),
        pytest.param("5/6/2020", None, id="two days"),
        pytest.param("28.11/2015", None, id="two signs"),
        pytest.param("63年5月20日", None, id="either era"),
        pytest.param("31.11.2015", None, id="no such day"),
    ],
)
def test_a_line_that_is_a_date_in_another_form_dates_the_letter(
    line: str, value: str | None
) -> None:
    letter = read(f"各位会员：\n请大家做好防护工作，减少外出，感谢支持。\n东湖学会\n{line}\n")

    assert letter.date == value


def test_a_date_that_begins_with_its_day_is_no_part_of_the_body() -> None:
    letter = read("Open Letter\n24/09/2019\nDear Mayor,\nPlease mend the old bridge at last.\n")

    assert letter.text[letter.body.start :].startswith("Dear Mayor,")


@pytest.mark.parametrize(
    "words",
    [
        "Our union was formed in November 2014.",
        "The hearing is scheduled for 3 June 2021.",
        "We have waited since 3 June 2021.",
        "On 3 June 2021, the council closed the bridge.",
        "东湖学会成立于2014年11月3日。",
        "年会原定2021年6月3日召开。",
        "报名时间：2021年6月3日",
        "- 註冊時間\n- 2014-9-27",
        "Member since\n27 September 2014",
    ],
)
def test_the_date_of_something_else_is_not_the_letters(words: str) -> None:
    assert read(f"Dear all,\n{words}\nPlease help us to mend the bridge.\n").date is None


@pytest.mark.parametrize(
    "words",
    [
        "Adopted in Port Callan on 3 June 2021.",
        "本公约制定于2021年6月3日，由东湖学会全体会员共同遵守。",
        "Created on 3 June 2021 by admin, 512 views, 3 answers",
        "3 June 2021 the Mayor of Port Callan said",
        "[The Answer of the Port Callan Boatmen to the Speech of the Mayor on 3 June 2021]",
    ],
)
def test_a_date_within_a_line_may_be_the_letters(words: str) -> None:
    assert read(f"{words}\nPlease help us to mend the bridge.\n").date == "2021-06-03"
