"""The lock files pin everything by hash, name no place to get it from, and are up to date."""

import re
import tomllib
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.project.sources import ROOT

PIN = re.compile(r"^([a-z0-9][a-z0-9-]*)==([\w.!+]+)(?: ; .+)? \\$", re.MULTILINE)
LINE = re.compile(
    r" *#[^/]*"  # a reason, with no address and no path
    r"|[a-z0-9][a-z0-9-]*==[\w.!+]+(?: ; [\w.<>!=' ()]+)? \\"
    r"|    --hash=sha256:[0-9a-f]{64}(?: \\)?"
)
LOCKS = (
    "requirements.lock",
    "requirements-bench.lock",
    "requirements-build.lock",
    "requirements-dev.lock",
)


def _text(lock: str) -> str:
    return (ROOT / lock).read_text("utf-8")


def _pins(lock: str) -> dict[str, str]:
    return dict(PIN.findall(_text(lock)))


def _project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def _stale(requirements: list[str], pins: dict[str, str]) -> list[str]:
    """Requirements that the pins do not meet."""
    wanted = [Requirement(line) for line in requirements]
    return [
        str(need)
        for need in wanted
        if not need.specifier.contains(pins.get(canonicalize_name(need.name), "0"))
    ]


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_pins_hashes_and_reasons_alone(lock: str) -> None:
    lines = _text(lock).splitlines()

    assert [line for line in lines if not LINE.fullmatch(line)] == []


@pytest.mark.parametrize(
    "line", ["-i https://a.example", "a @ file:///b", "# via -r /c/d", "a==1", "a>=1 \\"]
)
def test_anything_else_in_a_lock_is_seen(line: str) -> None:
    assert not LINE.fullmatch(line)


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_a_hash(lock: str) -> None:
    bare = re.findall(r"^[a-z0-9].*\n(?!    --hash=)", _text(lock), re.MULTILINE)

    assert bare == []
    assert _pins(lock)


def test_the_locks_meet_what_the_project_asks_for() -> None:
    groups = _project()["dependency-groups"]
    dev = [line for line in groups["dev"] if isinstance(line, str)]

    assert _stale(_project()["project"]["dependencies"], _pins("requirements.lock")) == []
    assert _stale(groups["bench"], _pins("requirements-bench.lock")) == []
    assert _stale(groups["build"], _pins("requirements-build.lock")) == []
    assert _stale(dev, _pins("requirements-dev.lock")) == []


def test_people_and_tests_run_the_same_versions() -> None:
    dev = _pins("requirements-dev.lock").items()

    assert dev >= _pins("requirements.lock").items()
    assert dev >= _pins("requirements-build.lock").items()
    bench = _pins("requirements-bench.lock")
    assert [name for name, pin in dev if bench.get(name, pin) != pin] == []


def test_an_unmet_requirement_is_seen() -> None:
    assert _stale(["Flask_Babel>=4"], {"flask-babel": "4.0"}) == []
    assert _stale(["flask>=9", "absent>=1"], {"flask": "3.1"}) == ["flask>=9", "absent>=1"]
