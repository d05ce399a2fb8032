"""The file of an indexed letter as it lies in the folder, if it is still the one that was read."""

import logging
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from corpus import UnreadableLetter, load_original
from index.digests import digest_of
from index.snapshot import Snapshot

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Original:
    """The file of a letter: its own name, and its bytes where it is as it was indexed.

    It is `missing` where it cannot be read any more; the log says why.
    """

    name: str
    state: Literal["as_indexed", "changed", "missing"]
    content: bytes = b""


def read_original(snapshot: Snapshot, letter_id: str) -> Original | None:
    """The file that a letter was read from; None if the index has no such letter.

    Its bytes are given out only if their digest is the one that was indexed, so nothing that came
    into the folder since, through a link say, is ever shown.
    """
    number = snapshot.find(letter_id)
    if number is None:
        return None
    source = snapshot.source(number)
    name = source.rpartition("/")[2]
    try:
        content = load_original(source, Path(snapshot.manifest.folder))
    except UnreadableLetter as error:
        logger.warning("The file of a letter cannot be given out: %s", error)
        return Original(name, "missing")
    if digest_of(content) != snapshot.digest(number):
        return Original(name, "changed")
    return Original(name, "as_indexed", content)
