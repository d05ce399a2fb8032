"""Lists of several terms joined into one, as if they were one term. Knows nothing of weights."""

from collections.abc import Sequence

import numpy as np

from index import Postings
from search.embedded import sets
from search.embedded.space import Space


def joined(lists: Sequence[Postings], count: int, space: Space) -> Postings:
    """The letters of any of the lists, ascending, with their frequencies summed.

    Sums of over 2**24 are rounded to 24 bits.
    """
    ids = np.concatenate([each.ids for each in lists]).astype(np.intp)
    frequencies = np.concatenate([each.frequencies for each in lists])
    sums = space.sums
    np.add.at(sums, ids, frequencies.astype(np.float32))
    if len(ids) * sets.DENSE < count:
        rows = sets.distinct(sets.in_order([ids]))
    else:
        rows = np.flatnonzero(sums)
    summed = sums[rows]
    sums[rows] = 0
    narrow = np.min_scalar_type(int(summed.max(initial=0)))
    return Postings(rows.astype(np.int32), summed.astype(narrow))
