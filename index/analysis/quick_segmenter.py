"""A segmenter that answers at once: the words of the first short texts come from a mapped file.

Loading a dictionary takes 100 ms and 40 MB, more than everything else that a query needs. Once so
much was cut that loading it would have taken less, it is loaded.
"""

import logging
from typing import Final

from index.analysis.cutting import Dictionary, cut
from index.analysis.errors import UnusableDictionary
from index.analysis.segmenter import Segmenter

_WORTH_LOADING: Final = 10_000  # characters: 4 us each here; loading takes 100 ms
logger = logging.getLogger(__name__)


class QuickSegmenter:
    """Cuts as another segmenter does, and like it in many threads."""

    def __init__(self, native: Segmenter, dictionary: Dictionary) -> None:
        """`dictionary` has the words of `native`, which has none of the admin's own."""
        self._native = native
        self._dictionary = dictionary
        self._left = _WORTH_LOADING
        self.name, self.version, self.custom = native.name, native.version, native.custom

    @property
    def is_loaded(self) -> bool:
        """Whether the dictionary of the other segmenter is in memory."""
        return self._native.is_loaded

    def load(self) -> None:
        """Load it now."""
        self._native.load()

    def cut(self, text: str) -> list[str]:
        """The words and the spaces of the text, in order."""
        self._left -= len(text)
        if self._left < 0 or self._native.is_loaded:
            return self._native.cut(text)
        try:
            return cut(text, self._dictionary)
        except UnusableDictionary as error:
            logger.warning("The compiled dictionary is not used: %s", error)
            self._left = 0
            return self._native.cut(text)
