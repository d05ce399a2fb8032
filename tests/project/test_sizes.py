"""Files and functions stay small enough to read at a sitting, and names stay plain."""

import ast
import re
from collections.abc import Iterator

from tests.project.sources import ROOMS, Function, Source, source, sources

FILE_LINES = 300
FUNCTION_LINES = 40  # its docstring left out
VAGUE_FILES = {"common", "helpers", "misc", "util", "utils"}
VAGUE_CLASS = re.compile(r"(Manager|Helper|Utils?)$")


def _functions(file: Source) -> Iterator[Function]:
    return (node for node in ast.walk(file.tree) if isinstance(node, Function))


def _lines(node: Function) -> int:
    docstring = ast.get_docstring(node, clean=False) or ""
    last = node.end_lineno or node.lineno
    return last - node.lineno + 1 - len(docstring.splitlines())


def _long_functions(file: Source) -> Iterator[str]:
    for node in _functions(file):
        if _lines(node) > FUNCTION_LINES:
            yield f"{file.path}:{node.lineno} {node.name} has {_lines(node)} lines"


def _locals_named_like_rooms(file: Source) -> Iterator[str]:
    """Names bound as variables or parameters that would hide a room."""
    for node in ast.walk(file.tree):
        match node:
            case ast.Name(id=name, ctx=ast.Store(), lineno=line) if name in ROOMS:
                yield f"{file.path}:{line} {name}"
            case ast.arg(arg=name, lineno=line) if name in ROOMS:
                yield f"{file.path}:{line} {name}"


def _vague_names(file: Source) -> Iterator[str]:
    if set(file.module.split(".")) & VAGUE_FILES:
        yield file.path
    for node in ast.walk(file.tree):
        if isinstance(node, ast.ClassDef) and VAGUE_CLASS.search(node.name):
            yield f"{file.path}:{node.lineno} {node.name}"


def test_no_file_is_long() -> None:
    lines = {file.path: len(file.text.splitlines()) for file in sources(*ROOMS, "tests")}

    assert {path: n for path, n in lines.items() if n > FILE_LINES} == {}


def test_no_function_is_long() -> None:
    assert [long for file in sources(*ROOMS, "tests") for long in _long_functions(file)] == []


def test_no_variable_hides_a_room() -> None:
    hidden = [name for file in sources(*ROOMS) for name in _locals_named_like_rooms(file)]

    assert hidden == []


def test_no_name_is_vague() -> None:
    assert [vague for file in sources(*ROOMS) for vague in _vague_names(file)] == []


def test_each_fault_is_seen() -> None:
    body = "    x = 1\n" * FUNCTION_LINES
    docstring = '    """One.\n\n    Two.\n    """\n'

    assert list(_long_functions(source("web/a.py", "def f():\n" + body)))
    assert not list(_long_functions(source("web/a.py", "def f():\n" + docstring + body[10:])))
    assert list(_locals_named_like_rooms(source("web/a.py", "def f(index): pass")))
    assert list(_locals_named_like_rooms(source("web/a.py", "for search in (): pass")))
    assert list(_vague_names(source("web/a.py", "class IndexManager: pass")))
    assert list(_vague_names(source("web/utils.py", "")))
