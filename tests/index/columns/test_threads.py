"""Many threads may read a segment at once, also what none has read before."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from index.columns import open_segment
from tests.index.columns.plain import assert_holds, build
from tests.index.columns.test_blobs import records
from tests.index.columns.test_build import MASKS, THANKS


def test_threads_read_a_fresh_segment(tmp_path: Path) -> None:
    letters = [MASKS, THANKS, *records(1000, "倡议")]
    build(tmp_path / "a", letters)
    segment = open_segment(tmp_path / "a")

    with ThreadPoolExecutor(8) as threads:
        readings = [threads.submit(assert_holds, segment, letters) for _ in range(8)]

    assert [reading.result() for reading in readings] == [None] * 8
