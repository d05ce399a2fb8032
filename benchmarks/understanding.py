"""How well letters are understood: letters read and marked by hand, against what is read here.

`python -m benchmarks.understanding FOLDER` scores a folder that has a `gold.jsonl`, one row a
letter: `file`, and the keys of `letters show --json` but for `orgs` (names of the issuers),
`signatories` (names), `addressee` (its words), `body_start` and `body_end`, and `items`, where `n`
is the number. Offsets count code points of the decoded file, end exclusive.
"""

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import click

from corpus import Initiative, Letter, LetterId, Span, UnreadableLetter, read_letters

Row = Mapping[str, Any]
NEAR = 4  # characters by which the start of an item may be off
ENOUGH = 0.9  # of an item's span that must agree: the length of what both cover by that of either
SHORTEST_PART = 6  # characters of a name that may stand for the whole
IN_BRACKETS = re.compile(r"[(（\[][^()（）\[\]]*[)）\]]")
BETWEEN = re.compile(r"[\W_]+")
EVERYTHING = "all"


@dataclass(slots=True)
class Tally:
    """Found and right, found, wanted: of them come precision, recall and their harmonic mean."""

    right: float = 0
    found: float = 0
    wanted: float = 0

    def add(self, right: float, found: float, wanted: float) -> None:
        """Count what one letter gives."""
        self.right, self.found, self.wanted = (
            self.right + right, self.found + found, self.wanted + wanted,
        )  # fmt: skip

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall; None where there was nothing to find."""
        both = self.found + self.wanted
        return 2 * self.right / both if both else None


@dataclass(slots=True)
class Score:
    """The tallies of the letters of one folder by field, and what was missed in which letter."""

    letters: int = 0
    fields: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    missed: list[str] = field(default_factory=list)

    def share(self, name: str, row: Row, *, right: bool, said: object, wanted: object) -> None:
        """Count one answer; one that is wrong is kept to be looked at."""
        self.fields[name].add(right, 1, 1)
        if not right:
            self.missed.append(f"{row['file']}: {name}: {said!r} instead of {wanted!r}")


def score(folder: Path) -> dict[str, Score]:
    """The scores of each folder of marked letters, and of all of them. A letter that cannot be read
    counts as one of which nothing is understood.
    """
    scores: dict[str, Score] = defaultdict(Score)
    for line in (folder / "gold.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        letter = _read(folder, row["file"])
        for name in (EVERYTHING, str(Path(row["file"]).parent)):
            scores[name].letters += 1
            _score_letter(letter, row, scores[name])
    return dict(scores)


def _read(folder: Path, file: str) -> Letter:
    try:
        return read_letters(folder / file, folder)[0]
    except UnreadableLetter:
        return Letter(
            id=LetterId(file),
            source=file,
            languages=(),
            genre="other",
            title=None,
            date=None,
            date_text=None,
            body=Span(0, 0),
            text="",
        )


def _score_letter(letter: Letter, row: Row, found: Score) -> None:
    _score_title(letter, row, found)
    found.share("date", row, right=letter.date == row["date"], said=letter.date, wanted=row["date"])
    wanted = tuple(language for language in row["languages"] if language != "mixed")
    right = set(letter.languages) == set(wanted)
    found.share("languages", row, right=right, said=letter.languages, wanted=wanted)
    right = letter.genre == row["genre"]
    found.share("genre", row, right=right, said=letter.genre, wanted=row["genre"])
    _score_addressee(letter, row, found)
    _score_names("issuers", [party.name for party in letter.issuers], row["orgs"], row, found)
    persons = [party.name for party in letter.signatories]
    _score_names("signatories", persons, row["signatories"], row, found)
    _score_body(letter.body, row, found)
    _score_items(letter.initiatives, row, found)


def _score_title(letter: Letter, row: Row, found: Score) -> None:
    said = letter.title.text if letter.title else None
    known = [" ".join(words.split()) for words in row.get("alt_titles", ())]
    if row["title"]:
        wanted = " ".join(row["title"]["text"].split())
        found.share("title", row, right=said in (wanted, *known), said=said, wanted=wanted)
    else:
        right = said is None or said in known
        found.share("no title invented", row, right=right, said=said, wanted=None)


def _score_addressee(letter: Letter, row: Row, found: Score) -> None:
    said, wanted = letter.addressee.text if letter.addressee else None, row["addressee"]
    right = same_name(said, wanted) if said and wanted else said == wanted
    found.share("addressee", row, right=right, said=said, wanted=wanted)


def _score_names(
    name: str, said: Sequence[str], wanted: Sequence[str], row: Row, found: Score
) -> None:
    left = list(wanted)
    for each in said:
        match = next((one for one in left if same_name(each, one)), None)
        if match is not None:
            left.remove(match)
    right = len(wanted) - len(left)
    found.fields[name].add(right, len(said), len(wanted))
    if right < max(len(said), len(wanted)):
        found.missed.append(f"{row['file']}: {name}: {list(said)} instead of {list(wanted)}")


def same_name(one: str, other: str) -> bool:
    """Whether two names name one party: equal without what is in brackets, or one in the other.

    >>> same_name("Tea Union (TU)", "tea union"), same_name("Tea Union", "The Tea Union of Asia")
    (True, True)
    """
    shorter, longer = sorted((_folded(one), _folded(other)), key=len)
    return shorter == longer or (len(shorter) >= SHORTEST_PART and shorter in longer)


def _folded(name: str) -> str:
    folded = unicodedata.normalize("NFKC", name).casefold()
    return BETWEEN.sub("", IN_BRACKETS.sub("", folded)) or BETWEEN.sub("", folded)


def _score_body(said: Span, row: Row, found: Score) -> None:
    shared = max(0, min(said.end, row["body_end"]) - max(said.start, row["body_start"]))
    both = said.end - said.start + row["body_end"] - row["body_start"]
    own = 2 * shared / both if both else 1.0
    found.fields["body"].add(own, 1, 1)
    if own < ENOUGH:
        place = (row["body_start"], row["body_end"])
        found.missed.append(f"{row['file']}: body: {(said.start, said.end)} instead of {place}")


def _score_items(said: Sequence[Initiative], row: Row, found: Score) -> None:
    wanted = row["items"]
    first = [item for item in said if item.level == 1]
    first_wanted = [item for item in wanted if item["level"] == 1]
    pairs = list(_matched(first, first_wanted))
    found.fields["items of level 1"].add(len(pairs), len(first), len(first_wanted))
    found.fields["items"].add(len(list(_matched(said, wanted))), len(said), len(wanted))
    asked = [item for item in first if item.kind == "proposal"]
    asked_wanted = [item for item in first_wanted if item["kind"] == "proposal"]
    asked_pairs = len(list(_matched(asked, asked_wanted)))
    found.fields["proposals of level 1"].add(asked_pairs, len(asked), len(asked_wanted))
    for item, gold in pairs:
        span, place = (item.start, item.end), (gold["start"], gold["end"])
        found.share("spans", row, right=_agree(span, place), said=span, wanted=place)
        kind = gold["kind"]
        found.share("kinds", row, right=item.kind == kind, said=item.kind, wanted=kind)
    if len(pairs) < max(len(first), len(first_wanted)):
        starts = [item.start for item in first], [item["start"] for item in first_wanted]
        found.missed.append(f"{row['file']}: items of level 1: {starts[0]} instead of {starts[1]}")


def _matched(said: Sequence[Initiative], wanted: Sequence[Row]) -> Iterator[tuple[Initiative, Row]]:
    left = list(wanted)
    for item in said:
        match = next((gold for gold in left if abs(gold["start"] - item.start) <= NEAR), None)
        if match is not None:
            left.remove(match)
            yield item, match


def _agree(one: tuple[int, int], other: tuple[int, int]) -> bool:
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared >= ENOUGH * (max(one[1], other[1]) - min(one[0], other[0]))


FIELDS = (
    "title", "no title invented", "date", "issuers", "addressee", "signatories", "body",
    "items of level 1", "proposals of level 1", "spans", "kinds", "items", "genre", "languages",
)  # fmt: skip


def to_record(scores: Mapping[str, Score]) -> dict[str, Any]:
    """Scores as JSON: by folder, by field; None where a folder has nothing of a field."""
    return {
        name: {"letters": one.letters}
        | {key: _rounded(one.fields[key].f1 if key in one.fields else None) for key in FIELDS}
        for name, one in scores.items()
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def to_table(scores: Mapping[str, Score]) -> str:
    """Scores as a table of Markdown, a column a folder."""
    record = to_record(scores)
    lines = [f"| field | {' | '.join(f'{n} ({one.letters})' for n, one in scores.items())} |"]
    lines.append("|---" * (len(record) + 1) + "|")
    for key in FIELDS:
        values = [found[key] for found in record.values()]
        shown = ("" if value is None else f"{value:.3f}" for value in values)
        lines.append(f"| {key} | {' | '.join(shown)} |")
    return "\n".join(lines)


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--json", "as_json", is_flag=True, help="Print JSON and nothing else.")
@click.option("--missed", is_flag=True, help="Name on stderr what was understood wrongly.")
def main(folder: Path, *, as_json: bool, missed: bool) -> None:
    """Score what is understood of the letters of FOLDER against its gold.jsonl.

    Titles, dates, genres, languages, addressees and kinds are shares that are right; issuers,
    signatories and items F1 over all letters; the body F1 by characters, the mean of all letters;
    spans the share of the items found of which nine tenths agree.
    """
    scores = score(folder)
    click.echo(json.dumps(to_record(scores), indent=1) if as_json else to_table(scores))
    if missed and scores[EVERYTHING].missed:
        click.echo("\n".join(scores[EVERYTHING].missed), err=True)


if __name__ == "__main__":
    main()
