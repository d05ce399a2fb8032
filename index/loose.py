"""An index of letters that are in no folder, such as those of a judged set."""

from collections.abc import Iterable
from pathlib import Path

from corpus import Letter
from index.analysis import open_segmenter
from index.building import write_segments
from index.documents import Document, FileState
from index.generations import Manifest, exclusive, publish, stage
from index.parts import merge_parts, new_part, to_manifest
from index.stamps import make_stamp
from index.tiers import plan_full

_NO_FILE = FileState(0, 0, 0)


def build(letters: Iterable[Letter], index_dir: Path) -> Manifest:
    """Index these letters and no others, as the live generation of `index_dir`."""
    segmenter = open_segmenter()
    with exclusive(index_dir):
        staging = stage(index_dir)
        documents = (Document(letter, _NO_FILE) for letter in letters)
        staged = write_segments(documents, staging=staging, label="0", segmenter=segmenter)
        parts = [new_part(segment) for segment in staged]
        template = Manifest(
            number=staging.number,
            previous=None,
            created="",
            folder="",
            letters=0,
            segments=(),
            stamp=make_stamp(segmenter),
        )
        groups = plan_full([part.size for part in parts])
        manifest = to_manifest(merge_parts(parts, groups, staging), template, staging)
        publish(index_dir, manifest)
    return manifest
