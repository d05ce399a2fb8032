"""What an index is made with, as fingerprints: an index made with something else reads wrong."""

import hashlib
import json
from pathlib import Path

from corpus import gettext
from index.analysis import Segmenter, SegmenterError, fingerprint, open_segmenter
from index.dictionaries import at_once
from index.errors import StaleIndex
from index.fields import FIELDS
from index.generations import Manifest, Stamp
from index.kept import RECORD

WORDS = "words.txt"  # the admin's own words, in jieba's format, in the folder of LETTERS_CUSTOM


def words_path(custom: Path | None) -> Path | None:
    """The file of the admin's own words, if there is one."""
    path = None if custom is None else custom / WORDS
    return path if path is not None and path.is_file() else None


def make_stamp(segmenter: Segmenter) -> Stamp:
    """The stamp of what this program makes with a segmenter; boosts are free to change."""
    schema = json.dumps([RECORD, [(field.name, field.views) for field in FIELDS]])
    return Stamp(
        schema=hashlib.sha256(schema.encode()).hexdigest()[:16],
        analysis=fingerprint(segmenter),
        segmenter=f"{segmenter.name} {segmenter.version}",
        words=segmenter.custom,
    )


def open_stamped(index_dir: Path, manifest: Manifest) -> Segmenter:
    """The segmenter that made a generation, with the admin's words of that time.

    Its dictionary is loaded when the first word is cut. Raises StaleIndex unless this program
    reads and searches as the one that made the index.
    """
    made = manifest.stamp
    words = index_dir / manifest.words.name if manifest.words else None
    try:
        segmenter = open_segmenter(made.segmenter.partition(" ")[0], words)
    except SegmenterError as error:
        raise StaleIndex(
            gettext("The index was made with %(name)s. %(why)s", name=made.segmenter, why=error)
        ) from error
    here = make_stamp(segmenter)
    if here.segmenter != made.segmenter:
        raise StaleIndex(
            gettext(
                "The index was made with %(name)s; here is %(here)s.",
                name=made.segmenter,
                here=here.segmenter,
            )
        )
    if here != made:
        raise StaleIndex(gettext("The index was made by another version of the program."))
    return at_once(segmenter, index_dir)
