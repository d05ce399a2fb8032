"""The second round: words that the best letters share rank the head of a ranking anew.

Pseudo-relevance feedback (Rocchio 1971; Croft & Harper 1979), above the engines' boundary and the
same for all of them. Knows nothing of texts but the words of the best letters.
"""

from search.feedback.mixing import Feedback, SecondRound

__all__ = ["Feedback", "SecondRound"]
