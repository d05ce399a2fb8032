"""Files whose time changed but not their content: remembered, so that they are read once.

The memory is a file beside the generations that may be lost at any time: then the content of
those files is looked at again.
"""

import json
from collections.abc import Mapping
from pathlib import Path

from index.documents import FileState
from index.generations import write_durably

NAME = "touched.json"

Touched = Mapping[str, FileState]  # by source


def read_touched(index_dir: Path) -> Touched:
    """What is remembered; nothing if it cannot be read."""
    try:
        entries = json.loads((index_dir / NAME).read_bytes())
        return {source: FileState(*map(int, state)) for source, state in entries.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def write_touched(index_dir: Path, touched: Touched) -> None:
    """Remember these and no others; writes nothing if they are remembered already."""
    if touched != read_touched(index_dir):
        entries = {source: [s.size, s.mtime_ns, s.digest] for source, s in touched.items()}
        write_durably(index_dir / NAME, json.dumps(entries).encode())
