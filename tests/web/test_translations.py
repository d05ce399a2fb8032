import re
from io import BytesIO
from itertools import chain
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po

import web
from search.parsing import Meaning, NoteKind
from tests.project.sources import ROOMS
from web.help import MEANINGS
from web.messages import NOTES

ROOT = Path(web.__file__).parents[1]
FOLDER = ROOT / "web" / "translations" / "zh" / "LC_MESSAGES"
KEYWORDS = {
    "gettext": None,
    "pgettext": ((1, "c"), 2),
    "_": None,
    "later": None,
    "ngettext": (1, 2),
}
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]")


def catalog() -> Catalog:
    with (FOLDER / "messages.po").open("rb") as file:
        return read_po(file, locale="zh")


def messages() -> list[Message]:
    return [message for message in catalog() if message.id]


def wordings(message: Message) -> tuple[str, ...]:
    strings = message.string if isinstance(message.string, tuple) else (message.string,)
    return tuple(str(string or "") for string in strings)


def pairs(compiled: Catalog) -> list[tuple[object, object]]:
    return [(message.id, message.string) for message in compiled if message.id]


def in_the_sources() -> set[object]:
    found = chain.from_iterable(
        extract_from_dir(
            ROOT / room,
            method_map=[("**.py", "python"), ("templates/**.*ml", "jinja2")],
            options_map={"templates/**.*ml": {"trimmed": "true", "silent": "false"}},
            keywords=KEYWORDS,
        )
        for room in ROOMS
    )
    return {message for _, _, message, _, _ in found}


def test_every_string_of_the_sources_is_in_the_catalog_and_no_other() -> None:
    assert {message.id for message in messages()} == in_the_sources()


@pytest.mark.parametrize("message", messages(), ids=lambda message: str(message.id)[:40])
def test_every_string_is_translated_with_its_placeholders(message: Message) -> None:
    original = message.id if isinstance(message.id, str) else message.id[1]

    assert not message.fuzzy
    for wording in wordings(message):
        assert wording
        assert set(PLACEHOLDER.findall(wording)) == set(PLACEHOLDER.findall(original))


def test_the_compiled_catalog_is_up_to_date() -> None:
    expected = BytesIO()
    write_mo(expected, catalog())
    expected.seek(0)

    with (FOLDER / "messages.mo").open("rb") as file:
        assert pairs(read_mo(file)) == pairs(read_mo(expected))


def test_every_kind_of_note_and_every_line_of_the_syntax_has_words() -> None:
    assert set(NOTES) == set(NoteKind)
    assert set(MEANINGS) == set(Meaning)
