"""Merging equals building at once: the law that lets an index be kept in pieces."""

from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.columns import SegmentBuilder, merge, open_segment
from tests.index.columns.plain import BATCHES, UNITS, WORDS, Letter, assert_holds, build


@settings(max_examples=60)
@given(batches=BATCHES, data=st.data())
def test_merging_equals_building_at_once(batches: list[list[Letter]], data: st.DataObject) -> None:
    masks = [
        data.draw(st.none() | st.lists(st.booleans(), min_size=len(b), max_size=len(b)))
        for b in batches
    ]
    kept = [
        letter
        for batch, mask in zip(batches, masks, strict=True)
        for letter, lives in zip(batch, mask or [True] * len(batch), strict=True)
        if lives
    ]

    with TemporaryDirectory() as name:
        folder = Path(name)
        segments = [build(folder / str(at), batch) for at, batch in enumerate(batches)]
        live = [None if mask is None else np.array(mask, bool) for mask in masks]
        written = merge(segments, live, folder / "merged")

        assert written.bytes == (folder / "merged").stat().st_size
        assert_holds(open_segment(folder / "merged"), kept)


def test_stem_that_one_segment_lacks_is_found_in_the_other(tmp_path: Path) -> None:
    alone = Letter(tokens={UNITS: (("masks", 0),)})
    other = Letter(tokens={WORDS: (("mask", 0),)})
    segments = [build(tmp_path / "a", [alone]), build(tmp_path / "b", [other])]

    merge(segments, [None, None], tmp_path / "merged")

    assert segments[0].stems.tolist() == [-1]
    assert open_segment(tmp_path / "merged").stems.tolist() == [0]


def test_merging_nothing(tmp_path: Path) -> None:
    SegmentBuilder(positions=frozenset()).write(tmp_path / "a")
    letter = Letter(tokens={UNITS: (("口", 0),)}, issuers=("学生会",))
    segments = [open_segment(tmp_path / "a"), build(tmp_path / "b", [letter])]

    merge([], [], tmp_path / "none")
    merge(segments, [None, None], tmp_path / "one")
    merge(segments, [None, np.zeros(1, bool)], tmp_path / "dead")

    assert open_segment(tmp_path / "none").count == 0
    assert_holds(open_segment(tmp_path / "one"), [letter])
    assert_holds(open_segment(tmp_path / "dead"), [])


def test_failed_merge_leaves_no_file(tmp_path: Path) -> None:
    segment = build(tmp_path / "a", [Letter(size=1)])

    with pytest.raises(ValueError, match="zip"):
        merge([segment], [], tmp_path / "merged")
    with pytest.raises(IndexError):
        merge([segment], [np.ones(5, bool)], tmp_path / "merged")

    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_segment_that_let_go_reads_the_same_again(tmp_path: Path) -> None:
    letter = Letter(tokens={UNITS: (("口", 0), ("罩", 1))}, issuers=("学生会",))
    segment = build(tmp_path / "a", [letter])
    assert_holds(segment, [letter])

    segment.let_go()

    assert_holds(segment, [letter])
