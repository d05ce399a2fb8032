"""BM25 with Lucene's conventions as a Whoosh scoring model. Knows nothing of how letters match."""

import math
from dataclasses import dataclass
from typing import Any

from index.as_whoosh.stock import scoring

# Robertson & Zaragoza 2009, "The Probabilistic Relevance Framework"; Lucene's own defaults.
K1 = 1.2
B = 0.75


@dataclass(frozen=True, slots=True)
class FieldStatistics:
    """How many letters have tokens in a field, and how many tokens these are.

    Deleted letters count until their segment is merged.
    """

    letters: int
    tokens: int

    @property
    def average_length(self) -> float:
        """Tokens a letter, of those that have some."""
        return self.tokens / max(self.letters, 1)


def field_statistics(reader: Any, fieldname: str) -> FieldStatistics:
    """The statistics of a field in a reader of ours, over all its segments."""
    readers = [leaf for leaf, _ in reader.leaf_readers()]
    return FieldStatistics(
        letters=sum(leaf.letters_with(fieldname) for leaf in readers),
        tokens=sum(leaf.field_length(fieldname) for leaf in readers),
    )


class LuceneBM25(scoring.WeightingModel):  # type: ignore[misc]
    """idf (k1 + 1) tf / (tf + k1 (1 - b + b length / average length)), for readers of ours.

    idf is log(1 + (N - df + .5) / (df + .5)) as in Lucene's BM25Similarity; N and the average
    length are of letters that have tokens in the field. Lengths are those of one byte.
    """

    def __init__(self, *, k1: float = K1, b: float = B) -> None:
        self.k1 = k1
        self.b = b

    def supports_block_quality(self) -> bool:
        """Blocks of postings that cannot score enough may be skipped."""
        return True

    def idf(self, searcher: Any, fieldname: str, text: Any) -> float:
        """The inverse document frequency of a term over the whole index."""
        reader = searcher.get_parent().reader()
        letters = field_statistics(reader, fieldname).letters
        frequency = reader.doc_frequency(fieldname, text)
        return math.log(1 + (letters - frequency + 0.5) / (frequency + 0.5))

    def scorer(self, searcher: Any, fieldname: str, text: Any, qf: float = 1) -> Any:  # noqa: ARG002
        """The scorer of a term; fields without lengths score how often the term occurs."""
        if not searcher.schema[fieldname].scorable:
            return scoring.WeightScorer.for_(searcher, fieldname, text)
        return LuceneScorer(self, searcher, fieldname, text)


class LuceneScorer(scoring.WeightLengthScorer):  # type: ignore[misc]
    """Scores the letters of one term."""

    def __init__(self, model: LuceneBM25, searcher: Any, fieldname: str, text: Any) -> None:
        parent = searcher.get_parent()
        average = field_statistics(parent.reader(), fieldname).average_length
        self._factor = parent.idf(fieldname, text) * (model.k1 + 1)
        self._base = model.k1 * (1 - model.b)
        self._slope = model.k1 * model.b / average
        self.setup(searcher, fieldname, text)

    def _score(self, weight: float, length: float) -> float:
        return float(self._factor * weight / (weight + self._base + self._slope * length))
