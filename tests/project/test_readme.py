"""The README tells the truth: its tables, examples, pictures and links."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.project.readme import README, ROOT, blocks, filled
from web.cli import COMMANDS, main


@pytest.fixture(scope="module")
def readme() -> str:
    return README.read_text(encoding="utf-8")


def test_tables_and_examples_are_what_the_program_says(readme: str) -> None:
    assert all(f"<!-- {name} -->" in readme for name in blocks())
    assert readme == filled(readme), "run: make readme"


def test_pictures_and_files_are_there(readme: str) -> None:
    targets = re.findall(r"\]\((?!https?:)([^)#]+)\)", readme)

    assert targets
    assert [target for target in targets if not (ROOT / target).exists()] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_explains_itself_as_listed(command: str) -> None:
    shown = CliRunner().invoke(main, [command, "--help"])

    assert shown.exit_code == 0
    assert COMMANDS[command].help.split(":")[0].rstrip(".") in " ".join(shown.output.split())


def test_commands_in_the_text_exist(readme: str) -> None:
    named = set(re.findall(r"`letters (\w+)", readme)) - {"COMMAND"}
    targets = set(re.findall(r"^make (\w+)", readme, re.MULTILINE))
    makefile = Path(ROOT / "Makefile").read_text(encoding="utf-8")

    assert named <= set(COMMANDS)
    assert targets
    assert all(re.search(rf"^{target}:", makefile, re.MULTILINE) for target in targets)
