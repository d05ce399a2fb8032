"""Whatever is done to a folder, in whatever steps: an incremental index is what a full one is."""

import os
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from index import open_snapshot, reindex
from index.updating import Since
from tests.index.folders import MASKS, SCHOOL, WORK, letters_of, postings_of

NAMES = ("masks.txt", "masks.md", "work.txt", "b/school.txt", "b/學校.txt")
AT = ("", "b/")
TEXTS = (MASKS, WORK, SCHOOL, WORK.replace("masks", "gowns"), "两行字\n口罩\n", "x" * 30, "")
CORRECTIONS = (
    '["masks.txt"]\ntitle = "戴口罩"\nissuers = ["居民委员会"]\n',
    '["masks.txt"]\nissuers = ["居民委员会"]\ntitle = "戴口罩"\n["school.txt"]\ndate = 2020-03-01',
    '["masks.txt"]\ndate = 2020-02-04\n["work.txt"]\ninitiatives = false\n',
    '["masks.md"]\nlang = "en"\n["masks.txt"]\nlang = ""\n',
    '["school.txt"]\ntitle = "复课"\n["學校.txt"]\ntitel = "复课"\n["nobody.pdf"]\ndate = ""\n',
    '["masks.txt"]\ninitiatives = ["各位居民", "三、", "x"]\n["work.txt"]\ninitiatives = ["2."]\n',
    "[school.txt]\ntitle = ''\n",
    "",
)
OLD = 1_580_000_000_000_000_000  # nanoseconds: a time that is not too recent to be trusted


@st.composite
def edits(draw: st.DrawFn) -> tuple[str, str | None, int]:
    """A file, the text it gets (None: it is removed) and the time of the change."""
    name, texts = draw(
        st.sampled_from(
            [*((name, TEXTS) for name in NAMES), *((f"{at}letters.toml", CORRECTIONS) for at in AT)]
        )
    )
    return draw(
        st.tuples(
            st.just(name),
            st.none() | st.sampled_from(texts),
            st.integers(1, 3).map(lambda hours: OLD + hours * 3_600_000_000_000),
        )
    )


def edit(folder: Path, changes: Iterable[tuple[str, str | None, int]]) -> None:
    before = {path: path.stat() for path in folder.rglob("*.*")}
    for name, text, time_ns in changes:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if text is None:
            path.unlink(missing_ok=True)
            continue
        path.write_text(text, encoding="utf-8")
        # A change that leaves size and time alone, long after, is one that nobody could see.
        if path in before and before[path].st_size == len(text.encode()):
            time_ns = before[path].st_mtime_ns + 1
        os.utime(path, ns=(time_ns, time_ns))


@settings(max_examples=15)
@given(st.lists(st.lists(edits(), max_size=3), min_size=1, max_size=5))
def test_looking_only_where_something_changed_gives_the_same_index(
    steps: list[list[tuple[str, str | None, int]]],
) -> None:
    with TemporaryDirectory() as scratch:
        folder, grown, anew = (Path(scratch) / name for name in ("letters", "grown", "anew"))
        folder.mkdir()
        report = reindex(folder, grown)
        for changes in steps:
            edit(folder, changes)
            assert report.generation is not None
            paths = frozenset(str(folder / name) for name, _, _ in changes)
            since = Since(report.generation, paths)
            report = reindex(folder, grown, allow_removals=True, since=since)
        full = reindex(folder, anew)
        one, other = open_snapshot(grown), open_snapshot(anew)

        assert letters_of(one) == letters_of(other)
        assert postings_of(one) == postings_of(other)
        assert report.unreadable == full.unreadable == one.manifest.unreadable
        assert reindex(folder, grown).generation == report.generation


@settings(max_examples=15)
@given(st.lists(st.lists(edits(), max_size=4), min_size=1, max_size=6))
def test_an_incremental_index_is_what_a_full_one_is(
    steps: list[list[tuple[str, str | None, int]]],
) -> None:
    with TemporaryDirectory() as scratch:
        folder, grown, anew = (Path(scratch) / name for name in ("letters", "grown", "anew"))
        folder.mkdir()
        for changes in steps:
            edit(folder, changes)
            report = reindex(folder, grown, allow_removals=True)
        full = reindex(folder, anew)
        one, other = open_snapshot(grown), open_snapshot(anew)

        assert letters_of(one) == letters_of(other)
        assert postings_of(one) == postings_of(other)
        assert one.count == other.count == len(letters_of(one))
        assert report.letters == full.letters
        assert report.unreadable == full.unreadable == one.manifest.unreadable
        assert reindex(folder, grown).generation == report.generation
