"""Every constant of ranking, once, with where it comes from. Knows nothing of postings.

"Learned" means: chosen on one half of the queries of thirteen judged sets (Chinese, English, mixed;
1,613 to 38 queries each) and confirmed on the other half, 2026-01.
"""

from index import Column, View

# BM25 as in Robertson & Zaragoza 2009, "The Probabilistic Relevance Framework", with the idf of
# Lucene's BM25Similarity. Learned; flat around K1 .9-1.2 and B .75-.9.
K1 = 1.0
B = 0.75
B_LATIN = 0.6  # for queries without Han characters

# What a term weighs in each view: (of Han characters, of Latin letters or digits). Learned.
VIEW_BOOSTS: dict[View, tuple[float, float]] = {
    View.WORDS: (0.7, 1.9),
    View.BIGRAMS: (0.7, 0.0),
    View.UNITS: (1.0, 0.5),
}

# A word that phrases a request ("papers", "describe") weighs less than its subject. Learned.
REQUEST_WEIGHT = 0.4

# What the words and numbers of a date weigh beside the date, which is one word: they decide which
# form comes first, and which letters where none is of that date. 2, 3 and 2020 by themselves say
# little. Set, not learned: judged queries have hardly any dates.
DATE_PARTS = 0.1

# The passage bonus, for queries with Han characters: PASSAGE times the greatest idf sum of distinct
# query units that stand within WINDOW units of each other, over the best RERANK letters. Learned;
# ranking 20 or 100 letters again gives the same figures.
PASSAGE = 0.75
WINDOW = 25
RERANK = 20

# A preferred letter's score is raised by this share: more than sums of numbers of 24 bits differ
# by their order (6e-8 an addition), and less than anybody could call a better fit.
PREFERENCE = 1e-6

TEXT_WORDS = Column("text", View.WORDS)
TEXT_BIGRAMS = Column("text", View.BIGRAMS)
TEXT_UNITS = Column("text", View.UNITS)
