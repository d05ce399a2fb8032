import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from click.testing import CliRunner

from index.analysis import user_cache_folder
from index.dictionaries import prepare_dictionary
from web.cli import COMMANDS, main

HEAVY = (
    "numpy",
    "flask",
    "whoosh",
    "jieba",
    "rjieba",
    "pydantic",
    "granian",
    "corpus",
    "index",
    "search",
)
NOT_FOR_SEARCHING = (
    "corpus.formats",
    "corpus.structure",
    "flask",
    "importlib.metadata",
    "index.building",
    "index.columns.builder",
    "index.generations.commit",
    "index.updating",
    "jieba",
    "numpy.ma",
    "search.explaining",
    "search.similar",
    "search.spelling.proposing",
    "search.translation.compiling",
    "tempfile",
    "whoosh",
)


def test_help_lists_every_command_in_a_line() -> None:
    shown = CliRunner().invoke(main, ["--help"]).output

    for name, home in COMMANDS.items():
        assert f"  {name}" in shown
        assert home.help in shown


@pytest.mark.parametrize("name", COMMANDS)
def test_the_line_of_help_is_the_commands_own(name: str) -> None:
    command = main.get_command(main.make_context("letters", [], resilient_parsing=True), name)

    assert command is not None
    assert command.name == name
    assert command.get_short_help_str(limit=200) == COMMANDS[name].help


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name: str) -> None:
    result = CliRunner().invoke(main, [name, "--help"])

    assert result.exit_code == 0
    assert COMMANDS[name].help in " ".join(result.output.split())


def test_help_and_version_import_nothing_heavy() -> None:
    program = (
        "import sys; from web.cli import main; main(['--help'], standalone_mode=False); "
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert done.stdout.splitlines()[-1] == "[]"


@pytest.fixture
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of compiled dictionaries that no other process changes; what there is, is copied."""
    kept, own = user_cache_folder(), tmp_path / "letters"
    own.mkdir()
    for path in kept.glob("*.bin"):
        with suppress(FileNotFoundError):
            shutil.copy(path, own)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))


@pytest.mark.usefixtures("own_cache")
def test_a_search_imports_and_loads_only_what_it_needs(index_dir: Path) -> None:
    searching = ["search", "复工 resumption", f"--index-dir={index_dir}"]
    prepare_dictionary(index_dir)
    CliRunner().invoke(main, searching)  # compiles the dictionaries, where they are not yet
    program = (
        f"import sys; from web.cli import main; main({searching!r}, standalone_mode=False); "
        f"print([name for name in {NOT_FOR_SEARCHING!r} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert "«复工»" in done.stdout
    assert done.stdout.splitlines()[-1] == "[]"


def test_an_unknown_command_is_wrong_usage() -> None:
    assert CliRunner().invoke(main, ["nonsense"]).exit_code == 2


@pytest.mark.parametrize(("typed", "meant"), [("serch", "search"), ("re-index", "reindex")])
def test_a_mistyped_command_is_answered_with_those_like_it(typed: str, meant: str) -> None:
    result = CliRunner().invoke(main, [typed])

    assert result.exit_code == 2
    assert f"'{meant}'" in result.stderr


def test_an_operators_error_is_one_line_and_status_1(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LETTERS_TRUSTED_PROXIES", "many")

    result = CliRunner().invoke(main, ["serve"])

    assert result.exit_code == 1
    assert result.output.splitlines() == [
        "Error: LETTERS_TRUSTED_PROXIES is 'many'; it must be a whole number, 0 or more."
    ]
