from pathlib import Path

import pytest

from web.settings import Settings, SettingsError, read_settings


def test_nothing_set_is_all_defaults() -> None:
    assert read_settings({}) == Settings(index_dir=Path("var/index"))
    assert read_settings({"LETTERS_LANG": "", "LETTERS_TRUSTED_PROXIES": ""}) == Settings()


def test_the_admins_own_files_are_beside_the_letters() -> None:
    assert read_settings({"LETTERS_DIR": "/srv/letters"}).custom_dir == Path(
        "/srv/letters/.letters"
    )


def test_every_setting_is_read() -> None:
    settings = read_settings({
        "LETTERS_INDEX": "/srv/index",
        "LETTERS_CUSTOM": "/srv/custom",
        "LETTERS_LANG": "zh",
        "LETTERS_PUBLIC_URL": "https://example.org/letters/",
        "LETTERS_TRUSTED_PROXIES": "2",
    })  # fmt: skip

    assert settings == Settings(
        index_dir=Path("/srv/index"),
        custom_dir=Path("/srv/custom"),
        language="zh",
        public_url="https://example.org/letters",
        trusted_proxies=2,
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("LETTERS_LANG", "fr"),
        ("LETTERS_PUBLIC_URL", "example.org"),
        ("LETTERS_PUBLIC_URL", "https://"),
        ("LETTERS_PUBLIC_URL", "https://example.org/?q=1"),
        ("LETTERS_PUBLIC_URL", "http://[::1"),
        ("LETTERS_TRUSTED_PROXIES", "-1"),
        ("LETTERS_TRUSTED_PROXIES", "one"),
        ("LETTERS_TRUSTED_PROXIES", "²"),
    ],
)
def test_a_wrong_setting_is_named_with_what_it_can_be(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=name):
        read_settings({name: value})
