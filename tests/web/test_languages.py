import pytest

from corpus import Language
from web.languages import language_of

BOTH: tuple[Language, ...] = ("zh-Hans", "en")


@pytest.mark.parametrize(
    ("text", "languages", "expected"),
    [
        ("关于抗击疫情的倡议书", BOTH, "zh-Hans"),
        ("Proposal on combating the epidemic", BOTH, "en"),
        ("SIU & SDS 联盟和组委会将尽快联合有关机构", BOTH, "zh-Hans"),
        ("COVID-19", BOTH, "en"),
        ("Contact us by WeChat (微信) or by telephone, at any time of the day", BOTH, "en"),
        ("關於復工的倡議", ("en", "zh-Hant"), "zh-Hant"),
        ("中文", ("en",), "en"),
        ("2020", ("zh-Hans",), "zh-Hans"),
        ("", BOTH, "en"),
    ],
)
def test_a_piece_has_one_of_its_letters_languages(
    text: str, languages: tuple[Language, ...], expected: str
) -> None:
    assert language_of(text, languages) == expected
