"""Doors of rooms: names that are imported when they are first asked for."""

import importlib
import sys
from collections.abc import Callable, Mapping


def opened_later(room: str, names: Mapping[str, str]) -> Callable[[str], object]:
    """The `__getattr__` of a room, whose `names` are in the modules that are said of them.

    Each is looked up once: it stands in the room afterwards.
    """

    def find(name: str) -> object:
        if name not in names:
            raise AttributeError(f"module {room!r} has no attribute {name!r}")
        found = getattr(importlib.import_module(f"{room}.{names[name]}"), name)
        return vars(sys.modules[room]).setdefault(name, found)

    return find
