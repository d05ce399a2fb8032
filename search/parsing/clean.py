"""What was typed becomes text that can be shown: one character for one, so that spans hold.

Knows nothing of the syntax of queries.
"""

import re

from search.parsing.notes import NoteKind
from search.tree import Note

REPLACEMENT = "\ufffd"
# Control characters but for white space, and the characters that turn the direction of text round
# (embeddings, overrides, isolates: Unicode 16, section 23.3).
_CONTROLS = "\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069"
# Lone surrogates, noncharacters, and what a decoder has already put in place of broken bytes.
_BROKEN = "\ud800-\udfff\ufdd0-\ufdef\ufffd-\uffff"
_UNSHOWABLE = re.compile(f"([{_CONTROLS}])|[{_BROKEN}]")


def clean(typed: str, max_length: int | None) -> tuple[str, list[Note]]:
    """Cut to `max_length` code points and replace what cannot be shown by a space or U+FFFD."""
    notes: list[Note] = []
    text = typed
    if max_length is not None and len(typed) > max_length:
        text = typed[:max_length]
        notes.append(Note(NoteKind.CUT, max_length, max_length, (("limit", str(max_length)),)))
    places = [found.start() for found in _UNSHOWABLE.finditer(text)]
    if places:
        values = (("count", str(len(places))),)
        notes.append(Note(NoteKind.REPLACED, places[0], places[-1] + 1, values))
        text = _UNSHOWABLE.sub(lambda found: " " if found[1] else REPLACEMENT, text)
    return text, notes
