"""The digest that says whether a file of the folder is still the one that was indexed."""

import hashlib
from collections.abc import Iterable

_BYTES = 8


def digest_of(content: bytes) -> int:
    """64 bits of the digest of a file's content, as a signed number."""
    return digest_in_blocks([content])


def digest_in_blocks(blocks: Iterable[bytes]) -> int:
    """The same of a content that comes in pieces."""
    digest = hashlib.blake2b(digest_size=_BYTES)
    for block in blocks:
        digest.update(block)
    return int.from_bytes(digest.digest(), "big", signed=True)
