"""What holds for any query over the shipped letters and over letters made of their sentences.

Half of the letters that are made are in traditional characters.
"""

import random
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from opencc import OpenCC

from index import Token, View
from index.analysis import tokens
from index.values import field_text
from search import Request, Searcher, Unit
from search.equivalents.dates import find_dates
from search.translation import glossary, read_concepts
from search.vocabulary import function_words
from tests.search.embedded.states import SHIPPED, make_letters, sentences

OWN = Path(glossary.__file__).with_name(glossary.FILE)
QUOTES, PIECES = 500, 150
LONGEST = 12  # units of a quote
SIGNS = re.compile('["“”„‟«»「」『』＂]')  # of quotations, which would end one
FORMS = ("{}", "“{}”", "标题：{}", "倡议:{}", "{} -口罩", "({}) OR title:{}", "{}*")
HAN = re.compile(r"[\u3400-\u9fff]")
to_traditional = OpenCC("s2t").convert


def texts() -> Mapping[str, str]:
    """The letters by their names."""
    shipped = {path.stem: path.read_text("utf-8") for path in SHIPPED.glob("2020*")}
    made = {str(number): letter.text for number, letter in enumerate(make_letters())}
    return shipped | {
        name: to_traditional(text) if int(name) % 2 else text for name, text in made.items()
    }


@pytest.fixture(scope="module")
def letters(collection_of: Callable[[Mapping[str, str]], Searcher]) -> Searcher:
    return collection_of(texts())


@pytest.fixture(scope="module")
def units_of(letters: Searcher) -> dict[str, list[Token]]:
    """The units of every letter, in their order."""
    snapshot = letters.collection().snapshot
    found = (snapshot.letter(number) for number in range(len(texts())))
    return {letter.id: units(field_text(letter, "text")) for letter in found}


def units(text: str) -> list[Token]:
    return [token for token in tokens(text) if token.view is View.UNITS]


def find(searcher: Searcher, q: str) -> set[str]:
    return set(searcher.best(Request(q=q, per_page=100, facets=())))


def written(run: list[Token]) -> str:
    """The units of a run, each in its place and between two signs that no unit has."""
    places = [""] * (run[-1].position - run[0].position + 1)
    for unit in run:
        places[unit.position - run[0].position] = unit.term
    return "\n" + "\n".join(places) + "\n"


def pasted(quote: str) -> str:
    """A pattern for the units of a quote in a letter as `written`: no blank line stands for sure.

    Where the quote has a line end, or a blank beside which is punctuation or a Han character on
    both sides, the letter may have a blank line or none. Sentence ends stay.
    """
    pattern, before = "\n", None
    for unit in units(re.sub(r"\s", " ", quote)):
        if before:
            between = quote[before.end : unit.start]
            beside = quote[before.end - 1], quote[unit.start]
            loose = any(
                (
                    "\n" in between,
                    between.isspace() and all(map(HAN.match, beside)),
                    re.search(r"[^\w\s]\s", between),
                )
            )
            pattern += "\n" * (unit.position - before.position - 1)
            pattern += "\n?" * (loose and unit.position == before.position + 1)
        pattern += re.escape(unit.term) + "\n"
        before = unit
    return pattern


def quotes(
    searcher: Searcher, units_of: Mapping[str, list[Token]], *, over_paragraphs: bool = False
) -> Iterator[str]:
    """Random stretches of random letters from one unit's beginning to another's end."""
    chance, snapshot = random.Random(5), searcher.collection().snapshot
    while True:
        letter = snapshot.letter(chance.randrange(len(units_of)))
        its = units_of[letter.id]
        first = chance.randrange(len(its))
        last = min(first + chance.randrange(LONGEST), len(its) - 1)
        if (its[last].position - its[first].position > last - first) is not over_paragraphs:
            continue
        quote = field_text(letter, "text")[its[first].start : its[last].end]
        if not SIGNS.search(quote) and not find_dates(quote):  # a date is found in other forms too
            yield quote


def test_a_quote_finds_exactly_the_letters_that_contain_it(
    letters: Searcher, units_of: dict[str, list[Token]]
) -> None:
    sizes = []
    whole = {name: written(its) for name, its in units_of.items()}
    for _, quote in zip(range(QUOTES), quotes(letters, units_of), strict=False):
        said = written(units(quote))
        wanted = {name for name, its in whole.items() if said in its}
        assert find(letters, f'"{quote}"') == wanted, quote
        sizes.append(len(wanted))

    assert min(sizes) > 0
    assert len(set(sizes)) > 10  # of common words and of rare ones


@pytest.mark.parametrize("end", ["as it is", "\n", "\r\n", "\n\n", " ", "\n \u3000\u3000"])
def test_a_quote_over_the_ends_of_paragraphs_finds_what_contains_it(
    letters: Searcher, units_of: dict[str, list[Token]], end: str
) -> None:
    whole = {name: written(its) for name, its in units_of.items()}
    is_found, several = 0, quotes(letters, units_of, over_paragraphs=True)
    for _, quote in zip(range(QUOTES // 5), several, strict=False):
        q = quote if end == "as it is" else re.sub(r"\s*\n\s*", end, quote)
        wanted = {name for name, its in whole.items() if re.search(pasted(q), its)}
        assert find(letters, f'"{q}"') == wanted, q
        is_found += bool(wanted)

    assert is_found == QUOTES // 5 if end != " " else is_found > QUOTES // 10


def pieces(seed: int) -> Iterator[str]:
    """Random pieces of sentences of letters."""
    chance = random.Random(seed)
    while True:
        sentence = chance.choice(sentences())
        first = chance.randrange(len(sentence))
        yield sentence[first : first + chance.choice((1, 2, 4, 9, 30))]


def test_the_traditional_form_finds_what_the_simplified_one_does(letters: Searcher) -> None:
    differ = 0
    for piece, form in zip(pieces(6), FORMS * (PIECES // len(FORMS)), strict=False):
        simplified = form.replace("{}", SIGNS.sub("", piece))
        traditional = to_traditional(simplified)
        assert find(letters, traditional) == find(letters, simplified), simplified
        differ += traditional != simplified

    assert differ > PIECES / 4


def test_a_word_more_never_removes_a_letter(letters: Searcher) -> None:
    """But for function words and lone characters: they count where a query has nothing else."""
    chance = random.Random(7)
    names = [name for concept in read_concepts(OWN) for names in concept.english for name in names]
    found = re.findall(r"[a-z]+|[0-9]+|[\u3400-\u9fff]{1,4}", " ".join(sentences()).lower())
    words = [*found, *names]
    counting = [word for word in found if len(word) > 1 and word not in function_words()]
    grew = 0
    for _ in range(PIECES):
        before = [chance.choice(counting), *chance.choices(words, k=chance.randint(0, 4))]
        chance.shuffle(before)
        after = list(before)
        after.insert(chance.randint(0, len(before)), chance.choice(words))
        fewer, more = find(letters, " ".join(before)), find(letters, " ".join(after))
        assert fewer <= more, after
        grew += fewer < more

    assert grew > PIECES / 4


@settings(max_examples=100)
@given(
    st.text(max_size=60)
    | st.lists(
        st.sampled_from(
            (*'"“”()（）:：-*~ \u3000', "AND", "OR", "NOT", "标题", "date", "initiative", "三", "3",
             "2020", "二月", "COVID-19", "新冠", "novel", "coronavirus", "\x00", "\ud800", "\u202e")
        )
    ).map("".join),
    st.sampled_from((("letter", True), ("letter", False), ("initiative", True))),
)  # fmt: skip
def test_nothing_that_is_typed_raises(letters: Searcher, q: str, asked: tuple[Unit, bool]) -> None:
    unit, synonyms = asked
    results = letters.search(Request(q=q, unit=unit, synonyms=synonyms))

    assert len(results.hits) <= results.total
    for hit in results.hits[:2]:
        letters.explain(hit.letter.id, q)
