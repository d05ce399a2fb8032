import re
from io import BytesIO
from itertools import chain
from pathlib import Path

import click
import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po

import web
from search.parsing import Meaning, NoteKind
from tests.project.help_texts import messages as of_help
from tests.project.sources import ROOMS
from web.cli import COMMANDS, main
from web.command_help import METAVARS
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
    of_rooms = chain.from_iterable(
        extract_from_dir(
            ROOT / room,
            method_map=[
                ("**.py", "tests.project.help_texts:extract"),
                ("templates/**.*ml", "jinja2"),
            ],
            options_map={"templates/**.*ml": {"trimmed": "true", "silent": "false"}},
            keywords=KEYWORDS,
        )
        for room in ROOMS
    )
    of_click = extract_from_dir(
        Path(click.__file__).parent, method_map=[("*.py", "python")], keywords=KEYWORDS
    )
    return {message for _, _, message, _, _ in chain(of_rooms, of_click)}


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


@pytest.mark.parametrize("name", [None, *COMMANDS])
def test_all_help_of_a_command_can_be_translated(name: str | None) -> None:
    ctx = main.make_context("letters", [], resilient_parsing=True)
    command = main.get_command(ctx, name) if name else main
    assert command is not None
    known = {message.id for message in messages()}
    options = [param for param in command.params if isinstance(param, click.Option)]
    texts = [command.help or "", *(option.help or "" for option in options)]
    metavars = {
        option.make_metavar(ctx)
        for option in options
        if not option.is_flag and not isinstance(option.type, click.Choice)
    }

    assert [said for text in texts for said in of_help(text) if said not in known] == []
    assert {words for words in metavars if len(words) > 1} <= set(METAVARS)
