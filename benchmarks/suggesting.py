"""The benchmark of completions while typing: what a person types of a name, letter by letter.

Names are those of letters drawn at random; a third of the Chinese ones are typed as pinyin and a
third by its first letters.
"""

from collections.abc import Iterator, Sequence
from itertools import takewhile
from random import Random
from time import thread_time
from typing import Final

import numpy as np

from benchmarks.letters import Drafter, to_letter
from benchmarks.racing import percentile
from benchmarks.scratch import Scratch
from corpus import Letter
from index import LiveIndex, View
from index.analysis import Readings, is_unspaced, load_readings, tokens
from search import Searcher

LETTERS: Final = 60  # from which names are drawn
LONGEST: Final = 8  # characters typed
ROUNDS: Final = 3  # of which the fastest counts


def measure(drafter: Drafter, scratch: Scratch, seed: int = 1) -> dict[str, float]:
    """Milliseconds of a thread's own time, warm, without HTTP."""
    chance = Random(seed)
    prefixes = sorted(
        {
            typed[:size]
            for _ in range(LETTERS)
            for typed in _typed(to_letter(drafter.draft(chance.randrange(scratch.size))), chance)
            for size in range(1, LONGEST + 1)
        }
    )
    chance.shuffle(prefixes)
    searcher = Searcher(LiveIndex(scratch.index_dir))
    rounds = [[_time(searcher, prefix) for prefix in prefixes] for _ in range(ROUNDS + 1)]
    warm = [min(times) for times in zip(*rounds[1:], strict=True)]
    return {
        "prefixes": len(prefixes),
        "p50_ms": round(percentile(warm, 50), 3),
        "p95_ms": round(percentile(warm, 95), 3),
        "most_ms": round(max(warm), 3),
    }


def _time(searcher: Searcher, prefix: str) -> float:
    begin = thread_time()
    searcher.complete(prefix)
    return 1000 * (thread_time() - begin)


def _typed(letter: Letter, chance: Random) -> Iterator[str]:
    """What is typed of each name of a letter, from one of its words on."""
    names = [*([letter.title.text] if letter.title else []), *(p.name for p in letter.issuers)]
    for name in [*names, *(initiative.head for initiative in letter.initiatives[:1])]:
        words = [token for token in tokens(name) if token.view is View.WORDS]
        if words:
            yield _by_hand(name[chance.choice(words).start :], chance.randrange(3))


def _by_hand(text: str, way: int) -> str:
    """A text as it is, as pinyin, or by the first letters of that."""
    han = "".join(takewhile(is_unspaced, text))
    if not han or way == 0:
        return text
    syllables = _syllables(han, load_readings())
    return "".join(syllables if way == 1 else (one[:1] for one in syllables))


def _syllables(han: str, readings: Readings) -> Sequence[str]:
    numbers = readings.of_rows(np.array([list(map(ord, han))], np.uint32))
    return [readings.syllables[number] for number in numbers[0].tolist()]
