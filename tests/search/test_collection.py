"""What a collection says again without being asked again."""

from search import Searcher
from search.collection import Collection


def test_answers_are_remembered_but_not_all_of_them(searcher: Searcher) -> None:
    collection, asked = searcher.collection(), list[tuple[int, str]]()

    def ask(of: Collection, number: int, language: str) -> int:
        asked.append((number, language))
        return of.snapshot.count + number

    first = collection.remembered(ask, 1, "zh")
    again = collection.remembered(ask, 1, "zh")
    collection.remembered(ask, 1, "en")
    assert first == again == collection.snapshot.count + 1
    assert asked == [(1, "zh"), (1, "en")]

    for number in range(5_000):
        collection.remembered(ask, number, "zh")
    collection.remembered(ask, 1, "en")
    assert asked.count((1, "en")) == 2
