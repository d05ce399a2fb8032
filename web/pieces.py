"""Long answers in pieces of a size to send, so that memory holds one of them."""

from collections.abc import Iterable, Iterator

SIZE = 65_536  # characters: fewer, larger pieces cost less to send


def in_pieces(texts: Iterable[str]) -> Iterator[str]:
    """The same text in pieces of about this size."""
    held: list[str] = []
    size = 0
    for text in texts:
        held.append(text)
        size += len(text)
        if size >= SIZE:
            yield "".join(held)
            held, size = [], 0
    if held:
        yield "".join(held)
