"""Similar letters: the shipped ones cut in halves, and small letters of real sentences."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from corpus import Letter, LetterId, read_letters, read_text
from index import LiveIndex, build
from search import Searcher
from search.similar import SimilarLetters
from search.similar.telling import LONGEST, TERMS, telling_terms
from tests.search.embedded.states import SHIPPED, make_letters

CEC = "2020-cec-resumption-of-work-proposal"
SMALL = {
    "masks": "致会员单位的一封信\n\n请大家佩戴口罩，备足口罩和消毒液。",
    "masks-too": "关于口罩的通知\n\n口罩将统一配发，请勿哄抬口罩价格。",
    "meeting": "会议通知\n\n年会改期举行，请大家谅解。",
    "alone": "Sincere thanks\n\nThank you for the timely assistance.",
}


def read(texts: dict[str, str]) -> tuple[Letter, ...]:
    return tuple(
        read_text(text, letter_id=LetterId(name), source=f"{name}.txt")
        for name, text in texts.items()
    )


def searching(letters: Sequence[Letter], folder: Path) -> Searcher:
    build(letters, folder)
    return Searcher(LiveIndex(folder))


def likes(searcher: Searcher, letter_id: str, limit: int = 10) -> SimilarLetters:
    found = searcher.similar(letter_id, limit)
    assert found is not None
    return found


def ids(found: SimilarLetters) -> list[str]:
    return [hit.letter.id for hit in found.hits]


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    return searching(read(SMALL), tmp_path_factory.mktemp("small"))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    return searching(make_letters(), tmp_path_factory.mktemp("made"))


def test_halves_of_a_letter_are_most_like_each_other(tmp_path: Path) -> None:
    halves = {}
    for path in sorted(SHIPPED.iterdir()):
        if path.suffix in {".txt", ".md"}:
            (letter,) = read_letters(path, SHIPPED)
            lines = letter.text[letter.body.start : letter.body.end].split("\n")
            paragraphs = [line for line in lines if line.strip()]
            halves[f"{letter.id} 0"] = "\n".join(paragraphs[::2])
            halves[f"{letter.id} 1"] = "\n".join(paragraphs[1::2])
    read_halves = read({name: text for name, text in halves.items() if len(text) > 200})
    searcher = searching(read_halves, tmp_path)
    names = [letter.id for letter in read_halves]
    pairs = [name for name in names if f"{name[:-1]}{1 - int(name[-1])}" in names]

    first = [name for name in pairs if ids(likes(searcher, name))[0][:-1] == name[:-1]]

    assert len(pairs) >= 10
    assert len(first) >= 0.8 * len(pairs)


def test_a_letter_is_not_like_itself_and_the_most_alike_come_first(made: Searcher) -> None:
    for letter in make_letters()[:20]:
        found = likes(made, letter.id, 7)

        scores = [hit.score for hit in found.hits]
        assert letter.id not in ids(found)
        assert len(scores) == len(set(ids(found))) <= 7
        assert scores == sorted(scores, reverse=True)
        assert all(hit.shared for hit in found.hits)


def test_shared_words_are_words_of_both(small: Searcher) -> None:
    (hit,) = likes(small, "masks", 1).hits

    assert hit.letter.id == "masks-too"
    assert "口罩" in hit.shared
    for word in hit.shared:
        assert word in SMALL["masks"]
        assert word in SMALL["masks-too"]


def test_what_shares_no_telling_word_is_left_out(small: Searcher) -> None:
    assert likes(small, "alone").hits == ()
    assert "alone" not in ids(likes(small, "masks"))


def test_other_versions_are_there_and_marked(searcher: Searcher) -> None:
    found = likes(searcher, CEC)

    assert [hit.letter.id for hit in found.hits if hit.is_version] == [f"{CEC}.zh"]


def test_there_is_nothing_like_a_letter_that_is_not_there(small: Searcher) -> None:
    assert small.similar("no-such-letter") is None


def test_terms_are_few_and_those_of_long_letters_are_from_their_beginning(tmp_path: Path) -> None:
    words = "".join(f"请备足第{number}号口罩。" for number in range(4_000))
    letters = read({"long": f"公开信\n\n{words}\n防护服", "short": "公开信\n\n口罩与防护服。"})
    snapshot = searching(letters, tmp_path).collection().snapshot
    engine = Searcher(LiveIndex(tmp_path)).collection().engine
    assert len(words) > LONGEST

    terms = telling_terms(letters[0], snapshot.count, engine, snapshot.segmenter)
    written = {term.written for term in terms}

    assert len(terms) <= TERMS
    assert "口罩" in written
    assert "防护服" not in written
