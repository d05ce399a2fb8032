"""The Python files of the project, parsed once, for tests that read the code itself."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("corpus", "index", "search", "web")

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True)
class Source:
    """One Python file: its path under the project, its dotted name, its text and its tree."""

    path: str
    module: str
    text: str
    tree: ast.Module

    @property
    def room(self) -> str:
        return self.module.partition(".")[0]


def source(path: str, text: str) -> Source:
    """Parse one file; `path` is relative to the project, with `/` between folders."""
    module = path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    return Source(path, module, text, ast.parse(text, path))


@lru_cache
def sources(*folders: str) -> tuple[Source, ...]:
    """Every Python file of these folders, by path."""
    paths = sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))
    return tuple(
        source(path.relative_to(ROOT).as_posix(), path.read_text("utf-8")) for path in paths
    )


def imports(tree: ast.AST) -> Iterator[str]:
    """Dotted names a file imports, however deep; `from a import b` gives `a.b`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Call):
            yield from _imported_by_call(node)


def _imported_by_call(call: ast.Call) -> Iterator[str]:
    named = ast.unparse(call.func).rpartition(".")[2] in {"import_module", "__import__"}
    match call.args:
        case [ast.Constant(value=str(module)), *_] if named:
            yield module
