"""Letters as JSON Lines: one letter a line, as the API has it, with its whole text."""

from collections.abc import Iterable, Iterator

from flask import current_app

from corpus import to_record
from web.exporting.found import FoundLetter


def to_json_lines(letters: Iterable[FoundLetter]) -> Iterator[str]:
    """The file in pieces."""
    for found in letters:
        record = to_record(found.letter)
        del record["pairs"]
        original = found.letter.translation_of
        line = {
            "id": record.pop("id"),
            "url": found.address,
            **record,
            "translation_of": original,
        }
        yield current_app.json.dumps(line) + "\n"
