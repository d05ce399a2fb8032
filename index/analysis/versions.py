"""Which version of a library is installed: by the name of its folder of metadata.

That takes a tenth of a millisecond; `importlib.metadata` reads the whole metadata and takes 40 to
be imported, which is half of what opening an index may take.
"""

import sys
from pathlib import Path
from typing import Final

_SUFFIX: Final = ".dist-info"


def installed_version(name: str) -> str | None:
    """The version of a library, None if it is not installed.

    `name` is as in names of folders: lower case, `_` for other signs.

    >>> installed_version("numpy") is not None
    True
    """
    for folder in sys.path:
        for found in Path(folder or ".").glob(f"{name}-*{_SUFFIX}"):
            return found.name[len(name) + 1 : -len(_SUFFIX)]
    return _by_metadata(name)


def _by_metadata(name: str) -> str | None:
    """The same of a library that was installed in another way, as an egg or in an archive."""
    import importlib.metadata

    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return None
