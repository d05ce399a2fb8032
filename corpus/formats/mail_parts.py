"""A message and its parts, for the formats that are one. Knows MIME, not what the parts say."""

import re
from email import message_from_bytes, policy
from email.message import EmailMessage

from corpus.errors import UnreadableLetter

# The parser asks of each line whether it ends any of the parts that it stands in, so that the time
# is lines times depth: 3,000 parts one in another took 11 s. Programs for mail nest three or four.
DEEPEST = 100
BEGIN_OR_END = re.compile(
    rb"^(?:--(?P<ended>[^\r\n]{1,70})--[ \t]*\r?$"
    rb"|(?:Content-Type:|[ \t])[^\r\n]{0,200}?\bboundary[ \t]*=[ \t]*\"?(?P<begun>[^\";\s]{1,70}))",
    re.IGNORECASE | re.MULTILINE,
)


def parse_message(raw: bytes, source: str) -> EmailMessage:
    """The message that bytes are; raises `UnreadableLetter` (too_deep)."""
    if _depth(raw) > DEEPEST:
        raise UnreadableLetter(source, "too_deep")
    return message_from_bytes(raw, policy=policy.default)


def _depth(raw: bytes) -> int:
    """How many parts with parts stand one in another at most, as far as it matters."""
    opened: list[bytes] = []
    for found in BEGIN_OR_END.finditer(raw):
        if found["begun"]:
            opened.append(found["begun"])
            if len(opened) > DEEPEST:
                break
        elif found["ended"] in opened:
            del opened[opened.index(found["ended"]) :]
    return len(opened)
