"""Where units stand apart: the positions that no unit has, at sentence ends and blank lines.

A phrase that has one, as a quotation over the end of a sentence does, is found by the positions of
its units, which leave open whether a unit stands between. That is looked up in the text.
"""

import numpy as np

from index import Ground
from search import plan
from search.embedded import sets
from search.embedded.leaf import ROW_BITS, Leaf, Places
from search.embedded.sets import Mask, Rows
from search.ranking import TEXT_UNITS

MOST = 200  # letters whose texts are read, for 25 ms; further ones are not looked at


def keep_apart(leaf: Leaf, places: Places, phrase: plan.HasPhrase) -> Places:
    """The places of a phrase where nothing stands at its `stops` and `ends`.

    In letters after the first `MOST` nothing is looked up: what needs no more than sentence ends
    that were typed is kept, and what supposes blank lines is not.
    """
    if phrase.field != TEXT_UNITS.field or not (phrase.stops or phrase.ends) or not len(places):
        return places
    rows = places >> ROW_BITS
    known = sets.distinct(rows)[:MOST]
    unseen = rows > known[-1]
    kept = _are_free(leaf, places, phrase.stops + phrase.ends, known)
    kept[unseen] = not phrase.ends
    found: Places = places[kept]
    return found


def _are_free(leaf: Leaf, places: Places, offsets: tuple[int, ...], rows: Rows) -> Mask:
    free = np.concatenate([_free(leaf, row) for row in rows.tolist()])
    kept = np.ones(len(places), np.bool_)
    for offset in offsets:
        kept &= np.isin(places + offset, free)
    return kept


def _free(leaf: Leaf, row: int) -> Places:
    """The places of a letter that no unit has, though units stand before and after."""
    found = leaf.gaps(row)
    if found is None:
        text = leaf.source.letter(row).searchable
        positions = Ground([text]).units.position.astype(np.int64)
        after = positions[:-1][np.diff(positions) > 1] + 1
        found = leaf.remember_gaps(row, (row << ROW_BITS) + after)
    return found
