"""Where benchmarks keep what they make: letters as files, and the index over them.

Letters are always the same for a source, a seed and a size, so those of an earlier run serve again.
"""

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.letters import Drafter, write_folder

Say = Callable[[str], None]
ROOT = Path(__file__).parents[1] / "var" / "bench"


@dataclass(frozen=True, slots=True)
class Scratch:
    """The folder of one size of collection."""

    root: Path
    size: int

    @property
    def letters(self) -> Path:
        """The folder of letters."""
        return self.root / "letters"

    @property
    def index_dir(self) -> Path:
        """The folder of the index."""
        return self.root / "index"

    @property
    def engines(self) -> Path:
        """Where engines that race keep their indexes, empty."""
        shutil.rmtree(self.root / "engines", ignore_errors=True)
        return self.root / "engines"

    def write_letters(self, drafter: Drafter, say: Say) -> int:
        """See that the letters are there; the answer is how many bytes of text."""
        marker = self.root / "letters.json"
        wanted = {"source": drafter.source_name, "seed": drafter.seed, "size": self.size}
        if marker.is_file():
            found = json.loads(marker.read_text("utf-8"))
            if found.items() >= wanted.items():
                return int(found["bytes"])
        say(f"writing {self.size:,} letters to {self.letters}")
        marker.unlink(missing_ok=True)
        shutil.rmtree(self.letters, ignore_errors=True)
        shutil.rmtree(self.index_dir, ignore_errors=True)
        size = write_folder(drafter.drafts(self.size), self.letters)
        marker.write_text(json.dumps(wanted | {"bytes": size}), "utf-8")
        return size


def size_on_disk(folder: Path) -> int:
    """Bytes of all files in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
