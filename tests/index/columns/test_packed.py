"""Packed numbers come back, by range and by place, whatever their sizes."""

from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.columns.layout import ArrayWriter
from index.columns.mapped import ArrayFile
from index.columns.packed import PackedReader, PackedWriter, tally

NUMBERS = st.one_of(st.integers(0, 3), st.integers(0, 300), st.integers(0, (1 << 31) - 1))


def pack(folder: Path, *pieces: list[int]) -> tuple[PackedReader, int]:
    """What reads the numbers, and how many bits of each are in the plane."""
    arrays = [np.array(piece, np.int32) for piece in pieces]
    with ArrayWriter(folder / "packed") as writer:
        packed = PackedWriter(writer, tally(np.concatenate(arrays)))
        for array in arrays:
            packed.append(array)
        packed.finish("numbers")
        writer.finish({})
    return PackedReader(ArrayFile(folder / "packed"), "numbers", packed.width), packed.width


@settings(max_examples=60)
@given(st.lists(st.lists(NUMBERS, max_size=600), min_size=1, max_size=3), st.data())
def test_numbers_come_back(pieces: list[list[int]], data: st.DataObject) -> None:
    numbers = [number for piece in pieces for number in piece]
    first = data.draw(st.integers(0, len(numbers)))
    end = data.draw(st.integers(first, len(numbers)))
    places = sorted(data.draw(st.sets(st.integers(0, max(0, len(numbers) - 1)))) if numbers else ())

    with TemporaryDirectory() as folder:
        reader, _ = pack(Path(folder), *pieces)

        assert reader.range(0, len(numbers)).tolist() == numbers
        assert reader.range(first, end).tolist() == numbers[first:end]
        taken = reader.take(np.array(places, np.int64))
        assert taken.tolist() == [numbers[place] for place in places]
        cut = data.draw(st.integers(0, len(places)))
        runs = [np.array(run, np.int64) for run in (places[cut:], places[:cut])]
        taken = reader.take_runs(runs)
        assert taken.tolist() == [numbers[place] for place in places[cut:] + places[:cut]]


@pytest.mark.parametrize(
    ("common", "width"),
    [
        pytest.param(0, 0, id="zeros"),
        pytest.param(1, 1, id="bits"),
        pytest.param(3, 2, id="pairs of bits"),
        pytest.param(15, 4, id="nibbles"),
        pytest.param(254, 8, id="bytes"),
    ],
)
def test_most_numbers_decide_the_width(tmp_path: Path, common: int, width: int) -> None:
    numbers = [at % (common + 1) for at in range(5000)]
    numbers[2000] = 70_000
    places = np.array([3, 1000, 2000, 4999])

    reader, found = pack(tmp_path, numbers)

    assert found == width
    assert reader.range(0, 5000).tolist() == numbers
    assert reader.range(1990, 2010).tolist() == numbers[1990:2010]
    assert reader.take(places).tolist() == [numbers[place] for place in places]
    assert reader.take_runs([places]).tolist() == [numbers[place] for place in places]
