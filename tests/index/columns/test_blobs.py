"""Blobs come back whatever they were compressed with, and share dictionaries where that pays."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from index.columns import Segment, SegmentBuilder, merge, open_segment
from index.columns.blobs import Blobs
from tests.index.columns.plain import WITH_POSITIONS, Letter, build, to_rows


def records(count: int, word: str) -> list[Letter]:
    """Letters whose blobs have much in common and are of 300 bytes each."""
    tail = f"{word}：请勤洗手、常通风、少聚集，出门佩戴口罩，不信谣不传谣。" * 3
    return [
        Letter(text=f'{{"id": "2020/{at:06}", "body": "{tail}"}}'.encode()) for at in range(count)
    ]


def write(builder: SegmentBuilder, letters: Sequence[Letter], path: Path) -> Segment:
    builder.add(to_rows(letters))
    builder.write(path)
    return open_segment(path)


def texts(segment: Segment) -> list[bytes]:
    return [segment.blob("text", row) for row in range(segment.count)]


def kept_with(blobs: Blobs) -> set[int]:
    return set(blobs.by.tolist())


def test_dictionary_makes_many_short_blobs_smaller(tmp_path: Path) -> None:
    letters = records(1500, "倡议")
    alone = records(20, "倡议")

    segment, small = build(tmp_path / "a", letters), build(tmp_path / "b", alone)

    assert texts(segment) == [letter.text for letter in letters]
    assert kept_with(segment.blobs("text")) == {1}
    assert kept_with(small.blobs("text")) == {0}
    assert segment.blobs("text").sizes.sum() / 1500 < small.blobs("text").sizes.sum() / 20 / 3


def test_segments_of_one_builder_share_a_dictionary(tmp_path: Path) -> None:
    builder = SegmentBuilder(positions=WITH_POSITIONS)
    letters, more = records(1500, "倡议"), records(10, "建议")

    segments = [write(builder, letters, tmp_path / "a"), write(builder, more, tmp_path / "b")]
    merge(segments, [np.arange(1500) % 2 == 0, None], tmp_path / "merged")
    merged = open_segment(tmp_path / "merged")

    assert segments[0].blobs("text").dictionaries == segments[1].blobs("text").dictionaries
    assert merged.blobs("text").dictionaries == segments[0].blobs("text").dictionaries
    assert texts(merged) == [letter.text for letter in [*letters[::2], *more]]


def test_merging_many_small_segments_makes_a_dictionary(tmp_path: Path) -> None:
    letters = [records(600, f"第{at}组") for at in range(4)]
    segments = [build(tmp_path / str(at), batch) for at, batch in enumerate(letters)]

    merge(segments, [None] * 4, tmp_path / "merged")
    merged = open_segment(tmp_path / "merged")

    assert all(kept_with(segment.blobs("text")) == {0} for segment in segments)
    assert kept_with(merged.blobs("text")) == {1}
    assert texts(merged) == [letter.text for batch in letters for letter in batch]


def test_merging_keeps_dictionaries_few(tmp_path: Path) -> None:
    letters = [records(1000 + at, f"第{at}组") for at in range(10)]
    segments = [build(tmp_path / str(at), batch) for at, batch in enumerate(letters)]

    merge(segments, [None] * 10, tmp_path / "merged")
    merged = open_segment(tmp_path / "merged")

    assert len(merged.blobs("text").dictionaries) == 8
    assert 0 not in kept_with(merged.blobs("text"))
    assert texts(merged) == [letter.text for batch in letters for letter in batch]


def test_blobs_without_anything_in_common(tmp_path: Path) -> None:
    noise = np.random.default_rng(7).bytes(5_000_000)
    letters = [Letter(text=noise), Letter(), Letter(text=noise[:300_000])]

    segment = build(tmp_path / "a", letters)

    assert texts(segment) == [letter.text for letter in letters]


def test_row_that_is_not_there(tmp_path: Path) -> None:
    segment = build(tmp_path / "a", [Letter(text=b"a")])

    for row in (-1, 1):
        with pytest.raises(IndexError):
            segment.blob("text", row)
    with pytest.raises(KeyError):
        segment.blob("none", 0)
