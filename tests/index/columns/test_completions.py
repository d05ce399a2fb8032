"""Completions: the strings that go on from what is typed, beside a plain search of all of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from index.analysis.readings import load_readings
from index.columns import Best, CompletionRows, Completions, Sound
from index.columns.completions.merge import CompletionsSource, merge_completions
from index.columns.completions.order import PADDING, sort_strings
from index.columns.completions.writing import write_completions
from index.columns.layout import ArrayWriter
from index.columns.mapped import ArrayFile

SOME = st.text("复工产重庆行银ab ", min_size=1, max_size=9)
EVERY = 10_000


@dataclass(frozen=True, slots=True)
class Named:
    """A string of a letter; words start at its beginning and at `words`."""

    row: int
    text: str
    words: tuple[int, ...] = ()


named = st.builds(
    Named,
    row=st.integers(0, 5),
    text=SOME,
    words=st.lists(st.integers(1, 8), max_size=3).map(tuple),
)


def rows_of(strings: Sequence[Named]) -> CompletionRows:
    """The strings as they are given to be written."""
    raw = [one.text.encode() + b"\0" for one in strings]
    sizes = np.array([len(one) for one in raw], np.int64)
    begins = np.cumsum(sizes) - sizes
    words = {
        int(begin) + len(one.text[:at].encode())
        for begin, one in zip(begins, strings, strict=True)
        for at in (0, *one.words)
        if at < len(one.text)
    }
    count = len(strings)
    return CompletionRows(
        text=np.frombuffer(b"".join(raw), np.uint8),
        sizes=sizes,
        kind=np.zeros(count, np.uint8),
        words=np.array(sorted(words), np.int64),
        string=np.arange(count),
        row=np.array([one.row for one in strings], np.int32),
        place=np.arange(count, dtype=np.int32),
        weight=np.ones(count, np.int32),
    )


def write(folder: Path, strings: Sequence[Named], name: str = "one") -> Completions:
    path = folder / name
    with ArrayWriter(path) as writer:
        write_completions(writer, "c", rows_of(strings), np.arange(6))
        writer.finish({})
    return Completions(ArrayFile(path), "c")


def texts(completions: Completions, found: Best) -> list[str]:
    return [completions.string(number).decode() for number in found.strings]


def merged_words(strings: Sequence[Named]) -> dict[str, set[int]]:
    """Where words start in each string: those of its first occurrence."""
    first = {one.text: one for one in reversed(strings)}
    return {text: {0, *(at for at in one.words if at < len(text))} for text, one in first.items()}


@given(st.lists(st.text("ab复工", max_size=20), max_size=30))
def test_strings_are_sorted_by_their_bytes_and_equal_ones_keep_their_order(
    strings: list[str],
) -> None:
    raw = [one.encode() + b"\0" for one in strings]
    at = np.cumsum([0, *map(len, raw)])[:-1].astype(np.int64)
    text = np.frombuffer(b"".join(raw) + bytes(PADDING), np.uint8)

    order, fresh = sort_strings(text, at)

    assert order.tolist() == sorted(range(len(raw)), key=raw.__getitem__)
    in_turn = [raw[number] for number in order.tolist()]
    assert fresh.tolist() == [True] * bool(raw) + [a != b for a, b in pairwise(in_turn)]


@settings(max_examples=60)
@given(st.lists(named, min_size=1, max_size=30), SOME)
def test_strings_are_found_by_their_beginning_and_by_their_words(
    strings: list[Named], typed: str
) -> None:
    with TemporaryDirectory() as folder:
        completions = write(Path(folder), strings)
        begun = completions.beginning(typed.encode(), EVERY)
        worded = completions.with_word(typed.encode(), EVERY)
        words = merged_words(strings)

        assert begun.is_all
        assert worded.is_all
        assert {*texts(completions, begun)} == {one for one in words if one.startswith(typed)}
        assert {*texts(completions, worded)} == {
            one for one in words if any(one.startswith(typed, at) for at in words[one])
        }
        letters = {one: len({s.row for s in strings if s.text == one}) for one in words}
        for found in (texts(completions, begun), texts(completions, worded)):
            newest = [max(s.row for s in strings if s.text == one) for one in found]
            keys = [(-letters[one], -new) for one, new in zip(found, newest, strict=True)]
            assert keys == sorted(keys)


@settings(max_examples=60)
@given(st.lists(named, min_size=1, max_size=30), st.sampled_from("fgcqxyh"), st.booleans())
def test_strings_are_found_by_how_their_first_characters_are_read(
    strings: list[Named], letter: str, twice: bool
) -> None:
    readings = load_readings()
    sounds = [Sound(*readings.starting("f")), Sound(*readings.starting(letter))]
    sounds = sounds if twice else sounds[1:]

    with TemporaryDirectory() as folder:
        completions = write(Path(folder), strings)
        found = texts(completions, completions.read_as(sounds, EVERY))

    def is_read_so(text: str) -> bool:
        codes = np.array([[ord(one) for one in text.ljust(12, "\0")]], np.uint32)
        numbers = readings.of_rows(codes)[0].tolist()
        return all(s.first <= n < s.end for s, n in zip(sounds, numbers, strict=False))

    words = merged_words(strings)
    assert {*found} == {t for t in words if any(is_read_so(t[at:]) for at in words[t])}


@settings(max_examples=60)
@given(st.lists(named, max_size=20), st.lists(named, max_size=20), st.integers(0, 5))
def test_merging_is_writing_what_is_live_at_once(
    one: list[Named], two: list[Named], dead: int
) -> None:
    """Letters 0 to 5 of the first segment and of the second are 0 to 11, without the dead one."""
    number = np.array([at - (at > dead) if at != dead else -1 for at in range(12)], np.int32)
    alive = [
        Named(int(number[s.row + add]), s.text, s.words)
        for strings, add in ((one, 0), (two, 6))
        for s in strings
        if number[s.row + add] >= 0
    ]
    newness = np.arange(11)

    with TemporaryDirectory() as name:
        folder = Path(name)
        sources = [
            CompletionsSource(write(folder, one, "a"), number[:6]),
            CompletionsSource(write(folder, two, "b"), number[6:]),
        ]
        with ArrayWriter(folder / "merged") as writer:
            merge_completions(writer, "c", sources, newness)
            writer.finish({})
        with ArrayWriter(folder / "once") as writer:
            write_completions(writer, "c", rows_of(alive), newness)
            writer.finish({})
        merged, once = (Completions(ArrayFile(folder / which), "c") for which in ("merged", "once"))

        assert merged.text.tobytes() == once.text.tobytes()
        for at in range(len(once)):
            assert merged.occurrences(at).rows.tolist() == once.occurrences(at).rows.tolist()


def test_the_best_of_very_many_are_found_as_among_few(tmp_path: Path) -> None:
    strings = [Named(at % 6, f"复工{at:06}") for at in range(20_000)]
    often = [Named(row, f"复工{at:06}") for at in (7, 19_000, 12_345) for row in range(6)]
    completions = write(tmp_path, [*strings, *often])
    expected = {"复工000007", "复工019000", "复工012345"}
    f = load_readings().starting("f")

    for found in (
        completions.beginning("复".encode(), 3),
        completions.with_word("复工0".encode(), 3),
        completions.read_as([Sound(*f)], 3),
    ):
        assert {*texts(completions, found)} == expected
        assert not found.is_all
