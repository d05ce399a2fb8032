"""One collection of real sentences in the states an index goes through: split, deleted, merged."""

import random
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from corpus import Genre, Letter, LetterId, read_letters, read_text
from index import Snapshot, build, open_snapshot
from index.as_whoosh import LetterIndex, open_whoosh_index
from tests.project.sources import ROOT

SHIPPED = ROOT / "corpus" / "letters"
SENTENCE = re.compile(r"[^。！？；.!?\n]{8,}[。！？；.!?]?")
GENRES: tuple[Genre, ...] = ("proposal", "open_letter", "notice", "thank_you", "other")
ISSUERS = ("中国电子商会", "中国防护用品协会", "Members of the Society", "甲企业")
LETTERS = 60
NUMBERINGS = (
    ("", "", "", "", ""),
    ("1. ", "2. ", "3. ", "4. ", "5. "),
    ("一、", "（一）", "（二）", "（三）", "二、"),
)


@cache
def sentences() -> tuple[str, ...]:
    """Every sentence of the shipped letters and their translations."""
    files = sorted(path for path in SHIPPED.iterdir() if path.suffix in {".txt", ".md"})
    texts = [letter.text[letter.body.start :] for f in files for letter in read_letters(f, SHIPPED)]
    return tuple(found[0].strip() for text in texts for found in SENTENCE.finditer(text))


@cache
def make_letters(seed: int = 1) -> tuple[Letter, ...]:
    """Small letters of real sentences, with titles, dates, issuers and initiatives."""
    chance, words = random.Random(seed), sentences()
    return tuple(_letter(f"{number % 7}/{number}", words, chance) for number in range(LETTERS))


def _letter(name: str, words: Sequence[str], chance: random.Random) -> Letter:
    first = chance.randrange(len(words))
    chosen = [words[(first + i) % len(words)] for i in range(chance.randint(1, 5))]
    head = [f"title: {chance.choice(words)[:14]}", f"genre: {chance.choice(GENRES)}"]
    date = f"20{chance.randint(19, 21)}-{chance.randint(1, 12):02}"
    match chance.randrange(4):
        case 0 | 1:
            head.append(f"date: {date}-{chance.randint(1, 28):02}")
        case 2:
            head.append(f"date: {date}")
    issuers = chance.sample(ISSUERS, chance.randint(0, 2))
    if issuers:
        head.append(f"issuers: [{', '.join(issuers)}]")
    numbers = chance.choice(NUMBERINGS)
    chosen = [number + sentence for number, sentence in zip(numbers, chosen, strict=False)]
    text = "\n".join(["---", *head, "---", *chosen])
    return read_text(text, letter_id=LetterId(name), source=f"{name}.md")


def make_states(folder: Path) -> dict[str, Snapshot]:
    """Snapshots of the collection by the names of their states."""
    letters = make_letters()
    whole, split = folder / "whole", folder / "split"
    build(letters, whole)
    states = {"one segment": open_snapshot(whole)}
    _delete(open_whoosh_index(whole), letters[::3])
    states["one segment, a third deleted"] = open_snapshot(whole)

    build(letters[:20], split)
    opened = open_whoosh_index(split)
    for first, end in ((20, 21), (21, 33), (33, 40), (40, 60)):
        _add(opened, letters[first:end])
    states["five segments"] = open_snapshot(split)
    _delete(opened, [*letters[3:40:4], *letters[21:33], *letters[55:]])
    states["four segments with deleted letters"] = open_snapshot(split)
    _add(opened, make_letters(seed=2)[:12])
    states["after updates"] = open_snapshot(split)
    opened.writer().commit()
    states["merged"] = open_snapshot(split)
    _add(opened, make_letters(seed=3)[30:38])
    _delete(opened, letters[45:50])
    states["changed after merging"] = open_snapshot(split)
    opened.optimize()
    states["optimized"] = open_snapshot(split)
    return states


def _add(opened: LetterIndex, letters: Sequence[Letter]) -> None:
    writer = opened.writer()
    for letter in letters:
        writer.update_document(id=letter.id, text=letter.text)
    writer.commit(merge=False)


def _delete(opened: LetterIndex, letters: Sequence[Letter]) -> None:
    writer = opened.writer()
    for letter in letters:
        writer.delete_by_term("id", letter.id)
    writer.commit(merge=False)
