"""Letters shown lately are kept, but never more of them than there is room for."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from corpus import Letter, LetterId
from search import shelf
from search.shelf import Shelf
from tests.search.snippets.showing import letter_of

TEXT = "关于捐赠口罩的倡议书\n\n一、各单位尽快捐赠口罩。\n二、Masks are needed.\n"


class Reading:
    """Letters by their numbers, and which of them were read."""

    def __init__(self) -> None:
        self.letter = letter_of(TEXT)
        self.read: list[int] = []

    def __call__(self, number: int) -> Letter:
        self.read.append(number)
        return replace(self.letter, id=LetterId(str(number)))


def ids(kept: Shelf, *numbers: int) -> list[str]:
    return [ready.letter.id for ready in kept.take(numbers)]


def test_letters_come_in_the_order_asked_for_and_are_read_once() -> None:
    reading = Reading()
    kept = Shelf(reading)

    assert ids(kept, 3, 1, 3) == ["3", "1", "3"]
    assert ids(kept, 1, 2) == ["1", "2"]
    assert reading.read == [3, 1, 2]


def test_those_taken_seldom_make_room(monkeypatch: pytest.MonkeyPatch) -> None:
    reading = Reading()
    (size,) = [ready.size for ready in Shelf(reading).take([0])]
    two = 2 * (size + 500)  # bytes, with what the cache itself takes for an entry
    monkeypatch.setattr(shelf, "CAPACITY", two * 16 // 15 + 1)  # a sixteenth is for what is new
    kept = Shelf(reading)
    reading.read.clear()

    for number in (1, 2, 1, 3, 3, 1, 3):
        kept.take([number])

    assert reading.read == [1, 2, 3, 3]


def test_a_book_is_read_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    reading = Reading()
    monkeypatch.setattr(shelf, "_LARGEST", 100)
    kept = Shelf(reading)

    assert ids(kept, 1) == ids(kept, 1) == ["1"]
    assert reading.read == [1, 1]


def test_many_threads_take_from_it_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    reading = Reading()
    (size,) = [ready.size for ready in Shelf(reading).take([0])]
    monkeypatch.setattr(shelf, "CAPACITY", 5 * size)
    kept = Shelf(reading)
    wanted = [[(i * i + 3 * j) % 12 for j in range(4)] for i in range(200)]

    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda numbers: ids(kept, *numbers), wanted))

    assert found == [[str(number) for number in numbers] for numbers in wanted]
