"""Explanations in sentences that need no knowledge of how search works, in both languages."""

from collections.abc import Iterator, Sequence

from corpus import printable
from index import View
from search.explaining import (
    RANKED,
    Closeness,
    ExplainedWord,
    Explanation,
    Shared,
    Unmet,
    UnmetKind,
)
from web.interface import (
    gettext,
    later,
    list_in_words,
    ngettext,
    number_in_words,
    share_in_words,
)

_WORDS = 8  # of a query that have a sentence of their own
_RENDERINGS = 3  # of a word that are named
FIELDS: dict[str, str] = {
    "title": later("the title"),
    "text": later("the text"),
    "initiative": later("the initiatives"),
    "issuer": later("the names of the issuers"),
    "to": later("the addressee"),
    "signed": later("the signatures"),
}
VIEWS: dict[View, str] = {
    View.WORDS: later("words"),
    View.BIGRAMS: later("pairs of characters"),
    View.UNITS: later("single characters and words as written"),
}
UNMET: dict[UnmetKind, str] = {
    UnmetKind.WORDS: later("It has none of the words “%(text)s”."),
    UnmetKind.PHRASE: later("It does not have these words side by side: %(text)s."),
    UnmetKind.PREFIX: later("It has no word that begins as in “%(text)s”."),
    UnmetKind.FUZZY: later("It has no word like “%(text)s”."),
    UnmetKind.FIELD: later("“%(text)s” is not in %(field)s."),
    UnmetKind.ALTERNATIVES: later("None of these alternatives fits it: %(text)s."),
    UnmetKind.INITIATIVE_NUMBER: later("It has no initiative of this number: %(text)s."),
    UnmetKind.DATE: later("Its date does not fit: %(text)s."),
    UnmetKind.LABEL: later("Its language or genre does not fit: %(text)s."),
    UnmetKind.EXCLUDED: later("It has “%(text)s”, which the query excludes."),
    UnmetKind.NO_WORDS: later("The query has no word or number to look for, only signs."),
}


def sentences(found: Explanation) -> tuple[str, ...]:
    """All there is to say: how the letter ranks, what counted, and what keeps it out."""
    return tuple(_sentences(found))


def unmet_in_words(unmet: Unmet) -> str:
    """What keeps a letter out."""
    name = FIELDS[unmet.field or "text"]
    return gettext(UNMET[unmet.kind], text=printable(unmet.text), field=gettext(name))


def share(part: float, found: Explanation) -> float:
    """A part of the score as a part of one."""
    return part / found.score if found.score else 0.0


def _sentences(found: Explanation) -> Iterator[str]:
    if found.found_by != "query":
        yield gettext("The query as typed does not find this letter.")
        yield from map(unmet_in_words, found.unmet)
    if found.found_by == "other_language":
        yield gettext("It is found by what the words are called in the other language.")
    if found.found_by:
        yield _standing(found)
        yield from _words(found)
    if found.closeness:
        yield _closeness(found.closeness, found)
    if found.shared:
        yield _shared(found.shared, found)


def _standing(found: Explanation) -> str:
    total, score = number_in_words(found.total), f"{found.score:.3f}"
    if not found.words:
        return gettext(
            "The query has no words to rank by: the letters found (%(total)s) count alike.",
            total=total,
        )
    if found.rank is None:
        return gettext(
            "Of the letters found (%(total)s) it comes after the first %(limit)s; "
            "its score is %(score)s.",
            total=total,
            limit=RANKED,
            score=score,
        )
    return gettext(
        "Of the letters found (%(total)s) it is number %(rank)s; its score is %(score)s.",
        total=total,
        rank=found.rank,
        score=score,
    )


def _words(found: Explanation) -> Iterator[str]:
    counted = [word for word in found.words if word.terms]
    yield from (_word(word, found) for word in counted[:_WORDS])
    if rest := counted[_WORDS:]:
        parts = share_in_words(share(sum(word.score for word in rest), found))
        yield ngettext(
            "%(num)s more word gives %(share)s of the score.",
            "%(num)s more words give %(share)s of the score.",
            len(rest),
            share=parts,
        )
    if missing := [word for word in found.words if not word.terms]:
        yield _missing(missing)


def _word(word: ExplainedWord, found: Explanation) -> str:
    typed, part = printable(word.typed), share_in_words(share(word.score, found))
    if word.renderings:
        named = ", ".join(map(printable, word.renderings[:_RENDERINGS]))
        return gettext(
            "Words for “%(word)s” in the other language, such as %(renderings)s, give %(share)s "
            "of the score.",
            word=typed,
            renderings=named,
            share=part,
        )
    times = dict(word.times)
    if not times:
        return gettext(
            "Only parts of “%(word)s” are in the letter; they give %(share)s of the score.",
            word=typed,
            share=part,
        )
    fields = [gettext(name) for field, name in FIELDS.items() if field in times]
    return ngettext(
        "“%(word)s” is %(num)s time in %(fields)s and gives %(share)s of the score.",
        "“%(word)s” is %(num)s times in %(fields)s and gives %(share)s of the score.",
        times.get("text") or max(times.values()),
        word=typed,
        fields=list_in_words(fields),
        share=part,
    )


def _missing(words: Sequence[ExplainedWord]) -> str:
    named = [gettext("“%(word)s”", word=printable(word.typed)) for word in words[:_WORDS]]
    more = "…" if len(words) > _WORDS else ""
    return gettext("Not in the letter: %(words)s.", words=list_in_words(named) + more)


def _closeness(close: Closeness, found: Explanation) -> str:
    return ngettext(
        "The place where the query is closest together, within %(num)s character or word, "
        "gives %(share)s of the score: “%(text)s”.",
        "The place where the query is closest together, within %(num)s characters or words, "
        "gives %(share)s of the score: “%(text)s”.",
        close.length,
        share=share_in_words(share(close.score, found)),
        text=printable(close.text),
    )


def _shared(shared: Shared, found: Explanation) -> str:
    return gettext(
        "Words that it shares with the letters found first, such as %(words)s, give %(share)s of "
        "the score.",
        words=list_in_words([gettext("“%(word)s”", word=printable(word)) for word in shared.words]),
        share=share_in_words(share(shared.score, found)),
    )
