"""Whoosh is loaded for those who ask for it, and its warnings are not theirs to see."""

import subprocess
import sys
from pathlib import Path

from tests.project.sources import ROOT


def _run(code: str, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, *options, "-c", code]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True)


def test_compiling_whoosh_anew_warns_nobody(tmp_path: Path) -> None:
    done = _run("import index.as_whoosh", "-W", "error", "-X", f"pycache_prefix={tmp_path}")

    assert (done.returncode, done.stderr) == (0, "")


def test_the_index_does_not_load_whoosh() -> None:
    done = _run("import sys, index; print('whoosh' in sys.modules)")

    assert (done.stdout, done.stderr) == ("False\n", "")
