import pytest

from corpus.structure.genre import understand_genre
from corpus.structure.languages import understand_languages
from tests.corpus.reading import read

HANS = "我们倡议大家科学防控，有序复工，共渡难关。"
HANT = "我們倡議大家科學防控，有序復工，共渡難關。"
ENGLISH = "We ask all of our members to stay at home and to wash their hands often."


@pytest.mark.parametrize(
    ("lines", "languages"),
    [
        pytest.param([HANS], ("zh-Hans",), id="simplified"),
        pytest.param([HANT], ("zh-Hant",), id="traditional"),
        pytest.param([ENGLISH], ("en",), id="English"),
        pytest.param([HANS * 2, ENGLISH], ("zh-Hans", "en"), id="both"),
        pytest.param([ENGLISH * 3, HANT], ("en", "zh-Hant"), id="more English"),
        pytest.param([HANS, HANT], ("zh-Hant", "zh-Hans"), id="both scripts"),
        pytest.param([HANT + "里程"], ("zh-Hant",), id="a character of both"),
        pytest.param([f"IBM 与 Linux 举办 Call for Code 大赛。{HANS}"], ("zh-Hans",), id="names"),
        pytest.param(["中文", ENGLISH], ("en",), id="a link to the other language"),
        pytest.param([HANS, "https://example.org/a/very/long/address/of/some/other/web/site/index"],
                     ("zh-Hans",), id="an address"),
        pytest.param(["你好"], ("zh-Hans",), id="nothing that tells"),
        pytest.param(["Déjà vu — café"], ("en",), id="Latin letters"),
        pytest.param(["2020 ☎ 1234"], ("en",), id="no words"),
    ],
)  # fmt: skip
def test_languages_are_told_by_characters_and_words(
    lines: list[str], languages: tuple[str, ...]
) -> None:
    assert understand_languages("\n".join(lines), lines) == languages


def test_menus_do_not_count_as_a_language() -> None:
    text = f"Home About Us Contact Us News Products Services Login Search\n各位会员：\n{HANS}\n"

    assert read(text).languages == ("zh-Hans",)


@pytest.mark.parametrize(
    ("title", "opening", "ending", "genre"),
    [
        ("共同抗疫倡议书", "", "", "proposal"),
        ("Proposal on Reopening", "", "", "proposal"),
        ("致海外校友的公开信", "", "", "open_letter"),
        ("A Letter to Overseas Members", "Thank you", "", "open_letter"),
        ("致全体队员的慰问信", "", "", "condolence"),
        ("感谢信", "", "", "thank_you"),
        ("关于取消年会的公告", "", "", "notice"),
        ("五國學會聯合聲明", "", "", "joint_statement"),
        ("", "商会向全体会员发出倡议：", "感谢您的支持！", "proposal"),
        ("", "We sincerely thank you for your help.", "Thanks again.", "thank_you"),
        ("", "衷心感谢各位！", "", "thank_you"),
        ("", "年会延期举行，特此通知。", "", "notice"),
        ("", "We met in May.", "", "other"),
    ],
)
def test_the_genre_is_what_the_title_or_the_words_name(
    title: str, opening: str, ending: str, genre: str
) -> None:
    assert understand_genre(title, opening, ending, is_addressed=False) == genre
