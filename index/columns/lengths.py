"""Lengths of texts in one byte each. Knows nothing of what is counted.

The code is Lucene's `SmallFloat.intToByte4` (Apache Lucene 9, org.apache.lucene.util): lengths
below 40 are exact, longer ones keep the four leading bits, rounded down.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

_EXACT: Final = 24  # codes below are the length itself: 255 - longToInt4(2**31 - 1)


def _decode(code: int) -> int:
    if code < _EXACT:
        return code
    bits, shift = (code - _EXACT) & 7, ((code - _EXACT) >> 3) - 1
    return _EXACT + (bits if shift < 0 else (bits | 8) << shift)


_DECODED: Final = np.array([_decode(code) for code in range(256)], np.int64)
DECODED_LENGTHS: Final[NDArray[np.float32]] = _DECODED.astype(np.float32)
DECODED_LENGTHS.flags.writeable = False


def encode_lengths(lengths: NDArray[np.int64]) -> NDArray[np.uint8]:
    """The code of each length: the greatest whose decoded length is not above it.

    >>> DECODED_LENGTHS[encode_lengths(np.array([0, 39, 42, 1000]))].tolist()
    [0.0, 39.0, 42.0, 984.0]
    """
    return (np.searchsorted(_DECODED, lengths, side="right") - 1).astype(np.uint8)
