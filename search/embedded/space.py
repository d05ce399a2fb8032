"""Room to compute in: arrays with an entry a letter, which a thread uses again and again.

Arrays of this size that are new each time cost more than what is done with them: the system clears
their pages first. Knows nothing of what they are used for.
"""

from functools import cached_property

import numpy as np
from numpy.typing import NDArray


class Space:
    """Arrays for one segment of `count` letters and one thread, made when they are first used.

    `marks` and `sums` hold zeros between uses; whoever changes them clears them. The others hold
    anything.
    """

    def __init__(self, count: int) -> None:
        self._count = count

    @cached_property
    def marks(self) -> NDArray[np.bool_]:
        """False between uses."""
        return np.zeros(self._count, np.bool_)

    @cached_property
    def sums(self) -> NDArray[np.float32]:
        """Zeros between uses."""
        return np.zeros(self._count, np.float32)

    @cached_property
    def places(self) -> NDArray[np.intp]:
        """Numbers that are not negative, of any use before."""
        return np.zeros(self._count, np.intp)

    @cached_property
    def totals(self) -> NDArray[np.float32]:
        """Any numbers."""
        return np.empty(self._count, np.float32)

    @cached_property
    def frequencies(self) -> NDArray[np.float32]:
        """Any numbers."""
        return np.empty(self._count, np.float32)

    @cached_property
    def norms(self) -> NDArray[np.float32]:
        """Any numbers."""
        return np.empty(self._count, np.float32)
