"""Where in some texts what was typed stands: as it was typed, or else as it is read."""

from collections.abc import Sequence

import numpy as np

from index.columns import Sound, fitting
from search.completing.typed import Typed

Place = tuple[int, int]  # characters, end exclusive; nothing is (0, 0)
NOWHERE: Place = (0, 0)


def find_places(texts: Sequence[str], typed: Typed) -> list[Place]:
    """One place for each of some bare texts, the first that begins a word."""
    places = [_written(text, typed.bare) for text in texts]
    for sounds in typed.readings:
        missing = [at for at, place in enumerate(places) if place == NOWHERE]
        if missing:
            read = _read([texts[at] for at in missing], sounds)
            for at, place in zip(missing, read, strict=True):
                places[at] = place
    return places


def _written(text: str, typed: str) -> Place:
    at = text.find(typed)
    while at > 0 and _goes_on(text[at - 1]) and _goes_on(text[at]):
        at = text.find(typed, at + 1)
    return NOWHERE if at < 0 else (at, at + len(typed))


def _goes_on(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _read(texts: Sequence[str], sounds: Sequence[Sound]) -> list[Place]:
    """Where Han characters are first read so; all texts at once."""
    width = len(sounds) + 1
    joined = "".join(text + "\0" * width for text in texts)
    codes = np.array(list(map(ord, joined)), np.uint32)
    rows = np.lib.stride_tricks.sliding_window_view(codes, width)
    fits = np.append(np.flatnonzero(fitting(rows, sounds)), len(codes))
    begins = np.cumsum([0, *(len(text) + width for text in texts)])
    first = fits[np.searchsorted(fits, begins[:-1])]
    return [
        (at, at + len(sounds)) if at < len(text) else NOWHERE
        for text, at in zip(texts, (first - begins[:-1]).tolist(), strict=True)
    ]
