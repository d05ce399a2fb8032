"""Texts and queries to try: words that are hard to mark, with anything between them."""

from hypothesis import strategies as st

from search import tree
from tests.index.analysis.texts import FRAGMENTS, SENTENCES

# A text and a query of one subject have much in common, so that much is marked, and much is not.
SUBJECTS = (
    ("复", "工", "产", "復", "複", "，", "。", "\n", "\r\n", " ", "a"),
    ("联", "合", "会", "联合会", "联合", "合会", "\n", "、", "中国"),
    ("covid", "COVID", "19", "-", "_", " ", "/", "anti", "２０１９", "n", "ncov", "e", "mail", "s"),
    ("e-mail", "email", "emails", "'s", "-", " ", ".", "e", "mail", "\n", "’s"),
    ("don't", "dont", "don", "t", "'", "’", "china", "s", " ", "China's", "-"),
    ("1", "000", "1,000", "1000", ",", ".", "3.5", "35", "年", " ", "-", "2020"),
    ("a", "b", "c", " ", "!", "? ", "\n\n", "-", ", ", "。"),
    ("mask", "masks", "masked", "maks", "mas", "task", "ma", " ", "-", ".", "m", "mass", "mosks"),
    ("proposal", "proposals", "proposing", "propose", "the", "papers", " ", "的", "什么", "我们"),
    ("カ", "タ", "ナ", "ｶ", "ﾅ", "ﾞ", "か", "한", "국", "ไ", "ท", "ย", " ", "🙂", "👍🏽", "\n"),
    FRAGMENTS,
)
subjects = st.sampled_from(SUBJECTS)


def texts(subject: tuple[str, ...]) -> st.SearchStrategy[str]:
    """Pieces of a subject, and now and then a sentence or something else."""
    piece = st.sampled_from(subject)
    rare = st.sampled_from((*SENTENCES, *FRAGMENTS))
    return st.lists(st.one_of(piece, piece, piece, piece, rare), max_size=25).map("".join)


def queries(subject: tuple[str, ...]) -> st.SearchStrategy[tree.Node]:
    """Trees of words, phrases, prefixes and fuzzy words of a subject."""
    text = st.lists(st.sampled_from(subject), min_size=1, max_size=6).map("".join)
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


@st.composite
def pages(draw: st.DrawFn, most: int = 3) -> tuple[list[str], tree.Node]:
    """Some texts and a query of the same subject."""
    subject = draw(subjects)
    return draw(st.lists(texts(subject), min_size=1, max_size=most)), draw(queries(subject))
