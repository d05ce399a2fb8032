"""What generated letters say beside their source: layouts, frames, and parts of derived names.

The words are data, in `data/`. Knows nothing of sources, sizes or chance.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from corpus import Genre, Language

LANGUAGES: tuple[Language, ...] = ("zh-Hans", "zh-Hant", "en")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The frames of one language; `{slots}` are named in data/en.toml."""

    titles: Mapping[Genre, tuple[str, ...]]
    salutations: tuple[str, ...]
    openings: tuple[str, ...]
    frames: tuple[str, ...]
    closings: tuple[str, ...]
    numbering: tuple[str, ...]
    contact: str
    months: tuple[str, ...]
    bodies: tuple[str, ...]
    parts: Mapping[str, tuple[str, ...]]


@cache
def load_wording(language: Language) -> Wording:
    """The wording of one language."""
    path = Path(__file__).parent / "data" / f"{language}.toml"
    found: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    return Wording(
        titles={genre: tuple(titles) for genre, titles in found["titles"].items()},
        salutations=tuple(found["salutations"]),
        openings=tuple(found["openings"]),
        frames=tuple(found["frames"]),
        closings=tuple(found["closings"]),
        numbering=tuple(found["numbering"]),
        contact=found["contact"],
        months=tuple(found.get("months", ())),
        bodies=tuple(found["bodies"]),
        parts={name: tuple(parts.split()) for name, parts in found["parts"].items()},
    )
