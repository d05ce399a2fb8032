"""What was asked for before is answered alike, and takes no more memory than it may."""

from dataclasses import replace

import pytest

from search import Request, Results, Searcher, answers
from search.answers import Answers, size_of

QUERIES = ("复工", "resumption of work", "initiative:3", "“合作联盟”", "covid", "標題", "xyzzy")


def timeless(answer: Results) -> Results:
    return replace(answer, took_ms=0)


def test_asked_again_the_answer_is_the_same(searcher: Searcher) -> None:
    requests = [Request(q=q, sort=sort) for q in QUERIES for sort in ("relevance", "-date")]
    first = [timeless(searcher.search(request)) for request in requests]

    assert [timeless(searcher.search(request)) for request in requests] == first


def test_what_is_kept_is_not_found_anew_but_for_another_request(searcher: Searcher) -> None:
    kept, found = Answers(), list[Request]()

    def find(request: Request) -> Results:
        found.append(request)
        return searcher.search(request)

    asked = [Request(q="复工"), Request(q="复工", page=2), Request(q="复工", langs=("zh",))]
    for request in [*asked, *asked]:
        kept.of(request, find)

    assert found == asked


def test_an_answer_that_is_kept_says_what_it_took_this_time(searcher: Searcher) -> None:
    kept, request = Answers(), Request(q="复工")
    slow = replace(searcher.search(request), took_ms=60_000)
    kept.of(request, lambda _: slow)

    assert kept.of(request, lambda _: slow).took_ms < slow.took_ms


def test_an_answer_of_books_is_found_each_time(
    searcher: Searcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    request = Request(q="复工")
    answer = searcher.search(request)
    monkeypatch.setattr(answers, "_LARGEST", size_of(answer) - 1)
    kept, found = Answers(), list[Request]()

    def find(asked: Request) -> Results:
        found.append(asked)
        return answer

    assert kept.of(request, find) == kept.of(request, find) == answer
    assert found == [request, request]


def test_more_hits_take_more_memory(searcher: Searcher) -> None:
    sizes = [size_of(searcher.search(Request(q="work", per_page=n))) for n in (1, 2, 4)]

    assert sizes == sorted(set(sizes))
