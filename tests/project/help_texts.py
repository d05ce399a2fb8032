"""What the catalogue of messages has of a source file: marked messages and the help of commands.

`make messages` extracts with it; a test compares the catalogue with what it finds.
"""

import ast
import inspect
from collections.abc import Iterator
from io import BytesIO
from typing import IO, Any

from babel.messages.extract import extract_python

from web.command_help import EXAMPLES

MAKERS = ("command", "group")  # of click, as decorators


def extract(
    file: IO[bytes], keywords: Any, comment_tags: Any, options: Any
) -> Iterator[tuple[Any, ...]]:
    """Babel's own messages of a Python file, then its texts of help, a paragraph each."""
    source = file.read()
    yield from extract_python(BytesIO(source), keywords, comment_tags, options)
    for line, text in _help_texts(ast.parse(source)):
        yield from ((line, "gettext", message, []) for message in messages(text))


def messages(text: str) -> list[str]:
    """The paragraphs of a text of help, each in one line, without examples."""
    paragraphs = inspect.cleandoc(text).split("\n\n")
    return [words.replace("\n", " ") for words in paragraphs if not words.startswith(EXAMPLES)]


def _help_texts(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and any(map(_makes_command, node.decorator_list)):
            yield node.lineno, ast.get_docstring(node) or ""
        elif isinstance(node, ast.keyword) and node.arg == "help":
            yield from _constant(node.value)


def _makes_command(decorator: ast.expr) -> bool:
    return isinstance(decorator, ast.Call) and ast.unparse(decorator.func) in {
        f"click.{maker}" for maker in MAKERS
    }


def _constant(value: ast.expr) -> Iterator[tuple[int, str]]:
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        yield value.lineno, value.value
