"""What is found, for the tests of this folder."""

from search import Request, Searcher


def found(searcher: Searcher, q: str) -> list[str]:
    """The ids of all letters found, best first."""
    return [hit.letter.id for hit in searcher.search(Request(q=q, per_page=100)).hits]
