"""What readers may expect of terms: reference cases of both languages."""

import pytest

from index.analysis import Token, View, tokens


def terms(text: str, view: View) -> list[str]:
    return [t.term for t in tokens(text) if t.view == view]


def places(text: str, view: View) -> list[tuple[str, int, str]]:
    return [(t.term, t.position, text[t.start : t.end]) for t in tokens(text) if t.view == view]


@pytest.mark.parametrize(
    "text", ["COVID-19", "ＣＯＶＩＤ－１９", "Covid19", "covid_19", "covid‑19"]
)
def test_spellings_of_one_name_share_its_terms(text: str) -> None:
    assert terms(text, View.WORDS) == ["covid19", "covid", "19"]
    assert terms(text, View.UNITS) == ["covid", "19"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("2019-nCoV", ["2019ncov", "2019", "ncov"], id="virus"),
        pytest.param("N95", ["n95", "n", "95"], id="mask"),
        pytest.param("e-mails", ["email", "e", "mail"], id="joined form has its own stem"),
        pytest.param("info@example.org", ["info", "exampl", "org"], id="address"),
        pytest.param("proposals", ["propos"], id="stem"),
        pytest.param("China's don’t", ["china", "dont"], id="apostrophes"),
        pytest.param("C++", ["c"], id="plus signs"),
        pytest.param("snake_case", ["snakecas", "snake", "case"], id="low line"),
        pytest.param("標題 标题", ["标题", "标题"], id="traditional"),
        pytest.param("复工\n复产", ["复工", "复产"], id="wrapped line"),
        pytest.param("防\n疫", ["防疫"], id="wrapped word"),
        pytest.param("二〇二〇年", ["二", "〇", "二", "〇", "年"], id="zero"),
        pytest.param("人々𠀋", ["人", "々", "𠀋"], id="rare characters"),
        pytest.param("マスクを 한국어", ["マスク", "を", "한국어"], id="kana and Hangul"),
        pytest.param("😷", [], id="emoji"),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert terms(text, View.WORDS) == words


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        pytest.param("1,000,000", ["1000000"], id="thousands"),
        pytest.param("$1,500,000, not", ["1500000", "not"], id="thousands before a comma"),
        pytest.param("1,234.56", ["1234.56"], id="thousands and a fraction"),
        pytest.param(",".join(["111"] * 12), ["111" * 12], id="twelve groups"),
        pytest.param(",".join(["111"] * 13), ["111"] * 13, id="a row of groups"),
        pytest.param("3.14.", ["3.14"], id="fraction"),
        pytest.param("1.2.3", ["1", "2", "3"], id="version"),
        pytest.param("2020.02.03", ["2020", "02", "03"], id="date"),
        pytest.param("10,20,300", ["10", "20", "300"], id="list"),
        pytest.param("1234,567", ["1234", "567"], id="first group too long"),
        pytest.param("100，200", ["100", "200"], id="wide comma"),
        pytest.param("v.1.5", ["v", "1", "5"], id="after a full stop"),
        pytest.param("1.2020年", ["1", "2020", "年"], id="item that begins with a year"),
        pytest.param("1.5年", ["1.5", "年"], id="year and a half"),
        pytest.param("٣.٥", ["3.5"], id="other digits"),
    ],
)
def test_numbers(text: str, numbers: list[str]) -> None:
    assert terms(text, View.UNITS) == numbers


def test_a_sentence_end_and_a_blank_line_leave_a_position_free() -> None:
    text = "复工。Yes!? No\n \nmasks\r\n\r\nhelp\nus"

    assert [(term, p) for term, p, _ in places(text, View.UNITS)] == [
        ("复", 0),
        ("工", 1),
        ("yes", 3),
        ("no", 5),
        ("masks", 7),
        ("help", 9),
        ("us", 10),
    ]


def test_tokens_of_several_units_stand_at_the_first() -> None:
    assert places("Wear N95 口罩", View.WORDS) == [
        ("wear", 0, "Wear"),
        ("n95", 1, "N95"),
        ("n", 1, "N"),
        ("95", 2, "95"),
        ("口罩", 3, "口罩"),
    ]


def test_bigrams_cross_line_ends_but_not_punctuation() -> None:
    assert places("复工\r\n复产，再\n\n生", View.BIGRAMS) == [
        ("复工", 0, "复工"),
        ("工复", 1, "工\r\n复"),
        ("复产", 2, "复产"),
    ]


def test_bigrams_see_through_format_characters() -> None:
    assert places("口\u200b罩", View.BIGRAMS) == [("口罩", 0, "口\u200b罩")]


def test_characters_that_fold_to_several_keep_their_place() -> None:
    assert places("㍿ﬁt", View.UNITS)[3:] == [("社", 3, "㍿"), ("fit", 4, "ﬁt")]


def test_han_is_told_from_latin() -> None:
    assert {t.term: t.is_han for t in tokens("covid19 口罩 を 힘 😷")} == {
        **dict.fromkeys(["covid19", "covid", "19", "😷"], False),
        **dict.fromkeys(["口罩", "口", "罩", "を", "힘"], True),
    }


def test_a_token_says_all_of_itself() -> None:
    assert tokens("a口罩")[-1] == Token(
        term="罩", view=View.UNITS, position=2, start=2, end=3, is_han=True
    )


def test_a_long_word_is_cut_into_pieces() -> None:
    assert terms("x" * 100, View.UNITS) == ["x" * 64, "x" * 36]
    assert terms("x" * 64 + "'s", View.UNITS) == ["x" * 64, "s"]
