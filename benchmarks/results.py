"""Results as files: what was measured, when, on which machine, with which versions."""

import json
import os
import platform
import subprocess
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).with_name("results")
PACKAGES = ("letters", "numpy", "whoosh", "rjieba", "granian", "flask")


def label(size: int) -> str:
    """A size as it is named in files and on the command line.

    >>> label(1000), label(2_000_000), label(1234)
    ('1k', '2m', '1234')
    """
    for unit, letter in ((1_000_000, "m"), (1_000, "k")):
        if size >= unit and size % unit == 0:
            return f"{size // unit}{letter}"
    return str(size)


def write(
    kind: str, found: dict[str, Any], source: str, folder: Path
) -> tuple[Path, dict[str, Any]]:
    """Write the record of one benchmark of `found["letters"]`, in the place of the one before."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{kind}-{label(found['letters'])}.json"
    record = {
        "benchmark": kind,
        "date": datetime.now(UTC).date().isoformat(),
        "commit": _commit(),
        "machine": machine(),
        "source": source,
        "found": found,
    }
    path.write_text(json.dumps(record, indent=1, ensure_ascii=False) + "\n", "utf-8")
    return path, record


def machine() -> dict[str, Any]:
    """What it was measured on."""
    return {
        "processor": _processor(),
        "cores": len(os.sched_getaffinity(0)),
        "memory_gib": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30),
        "system": f"{platform.system()} {platform.release().split('-')[0]}",
        "python": platform.python_version(),
        "packages": {name: version(name) for name in PACKAGES},
    }


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text("utf-8").splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.machine()


def _commit() -> str | None:
    """The commit of the code, with a plus if there was more; None outside of a repository."""
    try:
        done = subprocess.run(
            ["git", "describe", "--always", "--dirty=+", "--exclude=*"],  # noqa: S607
            cwd=FOLDER.parent, capture_output=True, text=True, check=False,
        )  # fmt: skip
    except OSError:
        return None
    return done.stdout.strip() or None
