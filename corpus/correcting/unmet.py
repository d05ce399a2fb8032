"""What a `letters.toml` says of a letter that only the letter itself can show to be wrong."""

from collections.abc import Iterator

from corpus.correcting.complaints import Complaint, complain
from corpus.correcting.correction import Correction
from corpus.letter import Letter
from corpus.structure.initiatives import begins


def iter_unmet(letter: Letter, correction: Correction | None) -> Iterator[Complaint]:
    """A complaint for each beginning of an initiative with which no line begins."""
    said = dict(correction.fields).get("initiatives", ()) if correction else ()
    lines = (_line_at(letter.text, item.start) for item in letter.initiatives)
    line = next(lines, None)
    for beginning in said:
        if line is not None and begins(line, beginning):
            line = next(lines, None)
        else:
            yield complain(letter.source, "no_line", beginning=beginning)


def _line_at(text: str, start: int) -> str:
    end = text.find("\n", start)
    return text[text.rfind("\n", 0, start) + 1 : len(text) if end < 0 else end].strip()
