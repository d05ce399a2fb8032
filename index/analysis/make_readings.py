"""Makes the files of readings from pypinyin's; run it again when that has better ones.

A development tool, as pypinyin takes .3 s and 56 MB to load:
`python -m index.analysis.make_readings`.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from index.analysis.folding import fold
from index.analysis.readings import FIRST, LAST, PAIRS_FILE, SINGLES_FILE

_NOT_TYPED = frozenset({"", "m", "n", "ng", "hm", "hng", "ê"})  # interjections, and none
_WHOLE = 1_000  # how much more a phrase of just two characters says of them than a longer one


def single_readings() -> dict[str, str]:
    """The most usual syllable of each folded character, without its tone."""
    from pypinyin import Style, pinyin

    found = {}
    for character in map(chr, range(FIRST, LAST + 1)):
        readings = pinyin(character, style=Style.NORMAL, heteronym=True)[0]
        typed = [typed_syllable(reading) for reading in readings if reading.isascii()]
        usual = next((syllable for syllable in typed if syllable not in _NOT_TYPED), None)
        if usual and fold(character).text == character:
            found[character] = usual
    return found


def pair_readings(singles: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """Two characters that are read otherwise than each alone, as pypinyin's phrases have them."""
    from pypinyin.contrib.tone_convert import to_normal
    from pypinyin.phrases_dict import phrases_dict

    counts: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for phrase, readings in phrases_dict.items():
        folded = fold(phrase).text
        if len(folded) == len(readings):
            syllables = [typed_syllable(to_normal(reading[0])) for reading in readings]
            for at in range(len(folded) - 1):
                read = (syllables[at], syllables[at + 1])
                counts[folded[at : at + 2]][read] += _WHOLE if len(folded) == 2 else 1
    usual = {pair: max(sorted(read), key=read.__getitem__) for pair, read in counts.items()}
    known = set(singles.values())
    return {
        pair: read
        for pair, read in sorted(usual.items())
        if set(read) <= known and set(pair) <= singles.keys() and not _is_plain(pair, read, singles)
    }


def typed_syllable(reading: str) -> str:
    """A syllable as it is typed: v for ü, but lue and nue.

    >>> [typed_syllable(s) for s in ("lü", "lve", "fu")]
    ['lv', 'lue', 'fu']
    """
    return reading.replace("ü", "v").replace("ve", "ue")


def _is_plain(pair: str, read: Sequence[str], singles: Mapping[str, str]) -> bool:
    return all(singles[one] == syllable for one, syllable in zip(pair, read, strict=True))


def single_lines(singles: Mapping[str, str]) -> str:
    """The file of single readings: a syllable, and the characters that are read so."""
    by_syllable: dict[str, list[str]] = defaultdict(list)
    for character, syllable in singles.items():
        by_syllable[syllable].append(character)
    return "".join(f"{one} {''.join(by_syllable[one])}\n" for one in sorted(by_syllable))


def pair_lines(pairs: Mapping[str, tuple[str, str]]) -> str:
    """The file of readings of pairs."""
    return "".join(f"{pair} {' '.join(read)}\n" for pair, read in pairs.items())


def main() -> None:
    """Write both files."""
    singles = single_readings()
    SINGLES_FILE.write_text(single_lines(singles), encoding="utf-8")
    PAIRS_FILE.write_text(pair_lines(pair_readings(singles)), encoding="utf-8")


if __name__ == "__main__":
    main()
