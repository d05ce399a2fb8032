"""Where the sentences of generated letters come from: shipped letters, or judged sets.

Knows nothing of layouts. Sentences are kept in the order of their document, so that those that
stand together in a generated letter stood together there.
"""

import json
import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from random import Random

from corpus import Language, read_found, scan

SHIPPED = Path(__file__).parents[1] / "corpus" / "letters"
SETS: Mapping[str, Language] = {
    "cranfield": "en", "cisi": "en", "npl": "en", "xquad-en": "en",
    "cmrc": "zh-Hans", "xquad-zh": "zh-Hans", "csl-kw": "zh-Hans", "drcd": "zh-Hant",
}  # fmt: skip
LONGEST_SENTENCE = 600  # characters; texts without punctuation are cut there
LONGEST_RUN = 4  # sentences that stay together
SHORTEST_SENTENCE = 24  # bytes of UTF-8: eight characters or four short words
_END = re.compile(r"[。！？；.!?;]$")
_NUMBER = re.compile(r"^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．])\s*")
_SENTENCE = re.compile(r".+?(?:[。！？；]+[”」』）]*|[.!?;]+(?=\s)|$)")


class NoSource(Exception):
    """A folder has no letters and no judged sets; the text says what was looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pool:
    """Documents of one language as sentences; `cumulative` are the weights of drawing them."""

    documents: Sequence[Sequence[str]]
    cumulative: Sequence[float]

    def take(self, chance: Random) -> Sequence[str]:
        """Some sentences that follow each other in a document."""
        at = bisect_left(self.cumulative, chance.random() * self.cumulative[-1])
        document = self.documents[at]
        first = chance.randrange(len(document))
        return document[first : first + chance.randint(1, LONGEST_RUN)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Sentences by language; `derived` of the passages end in one with the letter's own names."""

    name: str
    pools: Mapping[Language, Pool]
    derived: float


def open_source(folder: Path | None = None) -> Source:
    """The shipped letters, or the judged sets in a folder. Raises NoSource."""
    return _judged(folder) if folder else _shipped()


def _shipped() -> Source:
    documents: dict[Language, list[list[str]]] = {}
    for found in scan(SHIPPED):
        for letter in read_found(found):
            body = letter.text[letter.body.start : letter.body.end]
            for run in _runs([one for one in sentences(body) if _END.search(one)]):
                documents.setdefault(letter.languages[0], []).append(run)
    pools = {language: _zipf_pool(runs) for language, runs in documents.items()}
    return Source(name="shipped letters", pools=pools, derived=0.7)


def _runs(found: list[str]) -> Iterable[list[str]]:
    return (found[at : at + LONGEST_RUN] for at in range(0, len(found), LONGEST_RUN))


def _zipf_pool(runs: list[list[str]]) -> Pool:
    """Documents drawn by Zipf's law: alike, each of so few would stand in every second letter."""
    Random(len(runs)).shuffle(runs)
    return Pool(documents=runs, cumulative=tuple(accumulate(1 / (n + 2) for n in range(len(runs)))))


def _judged(folder: Path) -> Source:
    documents: dict[Language, list[list[str]]] = {}
    names = []
    for name, language in SETS.items():
        path = folder / name / "docs.jsonl"
        if path.is_file():
            names.append(name)
            documents.setdefault(language, []).extend(_paragraphs(path))
    if not {"en", "zh-Hans"} <= documents.keys():
        raise NoSource(f"{folder} must hold sets of both languages; known are {', '.join(SETS)}")
    pools = {
        language: Pool(documents=runs, cumulative=range(1, len(runs) + 1))
        for language, runs in documents.items()
    }
    return Source(name=" ".join(names), pools=pools, derived=0.2)


def _paragraphs(path: Path) -> Iterable[list[str]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            title = str(row["title"] or "").rstrip(" .")
            found = sentences(f"{title}. {row['text']}" if title else row["text"])
            if found:
                yield found


def sentences(text: str) -> list[str]:
    r"""The sentences of each line of a text, without numbers of items in front.

    >>> sentences("一、我们相信，一定能够战胜疫情！\n\n2. Help each other in this period.")
    ['我们相信，一定能够战胜疫情！', 'Help each other in this period.']
    """
    found = []
    for paragraph in text.splitlines():
        line = _NUMBER.sub("", " ".join(paragraph.split()), count=1)
        found += [match.group().strip()[:LONGEST_SENTENCE] for match in _SENTENCE.finditer(line)]
    return [sentence for sentence in found if len(sentence.encode()) >= SHORTEST_SENTENCE]
