"""Every constant of ranking, once, with where it comes from. Knows nothing of postings.

"Learned" means: chosen on one half of the queries of thirteen judged sets (Chinese, English, mixed;
1,613 to 38 queries each) and confirmed on the other half, 2026-01.
"""

from index import Column, View

# BM25 as in Robertson & Zaragoza 2009, "The Probabilistic Relevance Framework", with the idf of
# Lucene's BM25Similarity. Learned; flat around K1 .9-1.2 and B .75-.9.
K1 = 1.0
B = 0.75  # for initiatives too: of .4, .6, .75 and .9 the two greatest do best (2026-11)
B_LATIN = 0.6  # for queries without Han characters

# What a term weighs in each view: (of Han characters, of Latin letters or digits). Learned.
VIEW_BOOSTS: dict[View, tuple[float, float]] = {
    View.WORDS: (0.7, 1.9),
    View.BIGRAMS: (0.7, 0.0),
    View.UNITS: (1.0, 0.5),
}

# A word that phrases a request ("papers", "describe") weighs less than its subject. Learned.
REQUEST_WEIGHT = 0.4

# What the words and numbers of a date weigh beside the date, which is one word: 2, 3 and 2020 by
# themselves say little. Of .1, .5 and 1 on the one judged set whose questions have dates.
DATE_PARTS = 0.5

# What 第, 三 and 倡议, or "third" and "proposal", weigh beside the initiative of that number. Of
# seven golden queries .1 and .25 have all right, .5 five, 1 three.
NUMBER_PARTS = 0.25

# What a synonym counts beside the word that was typed: enough less that what was typed wins a tie
# in letters of about the same length. Set, not learned.
SYNONYM = 0.9

# The passage bonus, for queries with Han characters: PASSAGE times the greatest idf sum of distinct
# query units that stand within WINDOW units of each other, over the best RERANK letters. Learned;
# ranking 20 or 100 letters again gives the same figures.
PASSAGE = 0.75
WINDOW = 25
RERANK = 20

# A preferred letter's score is raised by this share: more than sums of numbers of 24 bits differ
# by their order (6e-8 an addition), and less than anybody could call a better fit.
PREFERENCE = 1e-6

# The second round, for queries without Han characters that have FEEDBACK_LEAST words or more that
# name a subject. Where the FEEDBACK_ALIKE best letters differ by less than FEEDBACK_GAP of the best
# score, the words of the best FEEDBACK_LETTERS rank the best FEEDBACK_HEAD letters anew: those
# FEEDBACK_WORDS that FEEDBACK_SHARED or more of these have and that weigh most. They add at most
# the share FEEDBACK of the best score. Learned, 2026-11.
FEEDBACK = 0.4
FEEDBACK_LEAST = 4
FEEDBACK_ALIKE = 5
FEEDBACK_GAP = 0.25
FEEDBACK_LETTERS = 8
FEEDBACK_SHARED = 2
FEEDBACK_WORDS = 30
FEEDBACK_HEAD = 50
FEEDBACK_IDF = 2.3  # of a word that a tenth of all letters has: log 10

TEXT_WORDS = Column("text", View.WORDS)
TEXT_BIGRAMS = Column("text", View.BIGRAMS)
TEXT_UNITS = Column("text", View.UNITS)
