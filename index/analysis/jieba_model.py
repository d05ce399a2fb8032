"""What jieba knows of Chinese: its words with their frequencies, and how unknown ones are guessed.

Read from the files of the package, to be compiled. rjieba has the same model compiled into it.
"""

import importlib
import importlib.util
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from index.analysis.versions import installed_version

STATES: Final = "BEMS"  # of a character: it begins, ends or continues a word, or is one
_LIBRARY: Final = "jieba"


@dataclass(frozen=True, slots=True, kw_only=True)
class JiebaModel:
    """Words with their frequencies, and the logarithms of a hidden Markov model by STATES."""

    frequencies: dict[str, int]
    start: dict[str, float]
    transitions: dict[str, dict[str, float]]
    emissions: dict[str, dict[str, float]]


def model_version() -> str | None:
    """The version of the model, None where it is not installed."""
    return installed_version(_LIBRARY)


def read_model() -> JiebaModel:
    """The model; takes half a second. ModuleNotFoundError where it is not installed."""
    with warnings.catch_warnings():  # jieba 0.42.1 has invalid escapes and imports pkg_resources
        warnings.simplefilter("ignore")
        start, transitions, emissions = (
            importlib.import_module(f"{_LIBRARY}.finalseg.prob_{name}").P
            for name in ("start", "trans", "emit")
        )
    return JiebaModel(
        frequencies=_frequencies(), start=start, transitions=transitions, emissions=emissions
    )


def _frequencies() -> dict[str, int]:
    spec = importlib.util.find_spec(_LIBRARY)
    folder = Path((spec.submodule_search_locations or [""])[0]) if spec else Path()
    lines = (folder / "dict.txt").read_text(encoding="utf-8").splitlines()
    rows = (line.split(" ") for line in lines)
    return {row[0]: int(row[1]) for row in rows}
