"""Where the compiled dictionary of segmenters is kept, and when it is made.

It is made by `letters reindex`, once for each version of the segmenter, in the user's cache or, if
that cannot be written to, beside the index. Without it everything works, only not at once.
"""

import hashlib
import logging
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from time import time
from typing import Final

from index.analysis import Segmenter, open_segmenter, user_cache_folder
from index.analysis.cutting import cut
from index.analysis.errors import UnusableDictionary
from index.analysis.jieba_model import model_version, read_model
from index.analysis.quick_segmenter import QuickSegmenter
from index.word_tree import WordTree, write_word_tree

_LAYOUT: Final = 1  # raise it whenever the file is written in another way
_SAMPLE: Final = 97  # of so many words of the dictionary one is cut for comparison
_TOGETHER: Final = 3  # words in a run
_OLD: Final = 30 * 24 * 3600  # seconds after which a file is taken for one of a version before

logger = logging.getLogger(__name__)


def at_once(segmenter: Segmenter, index_dir: Path) -> Segmenter:
    """The same segmenter, which needs not be loaded for short texts if that was prepared."""
    if segmenter.custom or segmenter.is_loaded:
        return segmenter
    for path in _paths(segmenter, index_dir):
        try:
            if path.is_file():
                return QuickSegmenter(segmenter, WordTree(path))
        except (OSError, UnusableDictionary) as error:
            logger.warning("The compiled dictionary is not used: %s", error)
    return segmenter


def prepare_dictionary(index_dir: Path) -> Path | None:
    """Compile the dictionary of the segmenter unless there is one; takes a second.

    None if no folder can be written to, or if the segmenter turns out to have other words.
    """
    segmenter = open_segmenter()
    if model_version() is None:
        return None
    for path in _paths(segmenter, index_dir):
        try:
            return path if path.is_file() or _make(path, segmenter) else None
        except OSError as error:
            logger.debug("%s cannot be written: %s", path, error)
    return None


def _paths(segmenter: Segmenter, index_dir: Path) -> Iterator[Path]:
    parts = (str(_LAYOUT), str(model_version()), segmenter.name, segmenter.version)
    name = f"words-{hashlib.sha256(' '.join(parts).encode()).hexdigest()[:16]}.bin"
    for folder in (user_cache_folder(), index_dir / "dictionaries"):
        yield folder / name


def _make(path: Path, segmenter: Segmenter) -> bool:
    """Write the file under its name once it is known to be right; old ones go."""
    path.parent.mkdir(parents=True, exist_ok=True)
    staged = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        model = read_model()
        write_word_tree(staged, model)
        words = [word for word in model.frequencies if len(word) > 1][::_SAMPLE]
        if not _is_same(words, WordTree(staged), segmenter):
            logger.info("%s has other words than jieba: it is loaded each time.", segmenter.name)
            return False
        staged.replace(path)
    finally:
        staged.unlink(missing_ok=True)
    _sweep(path)
    return True


def _sweep(path: Path) -> None:
    """Remove files that were made long before; newer ones may be another version's."""
    for other in path.parent.glob("words-*.bin"):
        with suppress(FileNotFoundError):  # another process sweeps too
            if other != path and other.stat().st_mtime < time() - _OLD:
                other.unlink()


def _is_same(words: list[str], tree: WordTree, segmenter: Segmenter) -> bool:
    """Whether both cut words without a space between, and their characters in reverse, alike."""
    runs = ["".join(words[at : at + _TOGETHER]) for at in range(0, len(words), _TOGETHER)]
    text = " ".join([*runs, *(run[::-1] for run in runs)])
    han = "".join(character for character in text if character == " " or "一" <= character <= "鿕")
    return cut(han, tree) == segmenter.cut(han)
