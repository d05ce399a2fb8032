"""What queries match, worked out the slow way, from the words alone."""

from benchmarks.queries import Query
from benchmarks.tokens import Words


def matches(words: Words, queries: list[Query]) -> list[set[int]]:
    """Of each query the numbers of the letters that it matches."""
    letters = [line.split(" ") for line in words.lines()]
    return [
        {
            number
            for number, letter in enumerate(letters)
            if _fits(letter, query) and _is_wanted(words, number, query)
        }
        for query in queries
    ]


def _fits(letter: list[str], query: Query) -> bool:
    wanted = list(query.words)
    match query.kind:
        case "and":
            return set(wanted) <= set(letter)
        case "phrase":
            places = range(len(letter) - len(wanted) + 1)
            return any(letter[at : at + len(wanted)] == wanted for at in places)
        case "prefix":
            return any(word.startswith(wanted[0]) for word in letter)
        case _:
            return not set(wanted).isdisjoint(letter)


def _is_wanted(words: Words, number: int, query: Query) -> bool:
    narrowing = query.narrowing
    if narrowing is None:
        return True
    within = narrowing.first <= words.dates[number] <= narrowing.last
    return within and words.languages[number][0] == narrowing.language
