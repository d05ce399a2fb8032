"""Texts and queries to try: words that are hard to mark, with anything between them."""

from hypothesis import strategies as st

from search import tree
from tests.index.analysis.texts import FRAGMENTS, SENTENCES, mixed_text

WORDS = (
    *("covid", "COVID-19", "covid19", "anti-COVID-19", "19", "2019-nCoV", "n", "N95", "e-mail"),
    *("email", "e-mails", "china", "China's", "don't", "dont", "1,000", "1000", "3.5", "proposal"),
    *("proposals", "proposing", "the", "复工", "復工", "复工复产", "复", "工", "口罩", "联合会"),
    *("疫情防控", "什么", "我们", "的", "a", "a a", "複\n工", "复\r\n工", "🙂", "カタカナ", "ｶﾅ"),
)
BETWEEN = ("", " ", "-", "_", "'", ".", ",", "，", "、", "。", "\n", "\r\n", "\n\n", "/", "  ")


def texts() -> st.SearchStrategy[str]:
    """Words and real sentences with anything between them."""
    pieces = st.sampled_from((*WORDS, *BETWEEN, *BETWEEN, *FRAGMENTS, *SENTENCES))
    return st.lists(pieces, max_size=25).map("".join) | mixed_text


def queries() -> st.SearchStrategy[tree.Node]:
    """Trees of words, phrases, prefixes and fuzzy words."""
    typed = st.lists(st.sampled_from((*WORDS, *BETWEEN, *FRAGMENTS)), min_size=1, max_size=6)
    text = typed.map("".join) | typed.map(" ".join)
    leaf = st.builds(
        lambda kind, text: kind(text, 0, 0),
        st.sampled_from((tree.Words, tree.Words, tree.Phrase, tree.Prefix, tree.Fuzzy)),
        text,
    )
    return st.recursive(
        leaf,
        lambda child: (
            st.builds(
                lambda kind, children: kind(tuple(children), 0, 0),
                st.sampled_from((tree.And, tree.Or)),
                st.lists(child, min_size=1, max_size=3),
            )
            | st.builds(lambda child: tree.Not(child, 0, 0), child)
        ),
        max_leaves=4,
    )
