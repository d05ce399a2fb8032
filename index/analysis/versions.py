"""Which version of a library is installed: by the name of its folder of metadata.

That takes a tenth of a millisecond; `importlib.metadata` reads the whole metadata and takes 40 to
be imported, which is half of what opening an index may take.
"""

import functools
import os
import sys
from contextlib import suppress
from typing import Final

_SUFFIX: Final = ".dist-info"


def installed_version(name: str) -> str | None:
    """The version of a library, None if it is not installed.

    `name` is as in names of folders: lower case, `_` for other signs.

    >>> installed_version("numpy") is not None
    True
    """
    return _named_by_folders().get(name) or _by_metadata(name)


@functools.cache
def _named_by_folders() -> dict[str, str]:
    """The version of every library; of two the one that is imported."""
    found: dict[str, str] = {}
    for folder in sys.path:
        with suppress(OSError):
            for entry in os.listdir(folder or "."):
                name, _, version = entry.removesuffix(_SUFFIX).partition("-")
                if version and entry.endswith(_SUFFIX):
                    found.setdefault(name, version)
    return found


def _by_metadata(name: str) -> str | None:
    """The same of a library that was installed in another way, as an egg or in an archive."""
    import importlib.metadata

    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return None
