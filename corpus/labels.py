"""The codes of languages and genres as readers see them. A code is its own English label."""

from corpus.messages import gettext, later

CODES = (
    later("zh-Hans"),
    later("zh-Hant"),
    later("en"),
    later("proposal"),
    later("open_letter"),
    later("notice"),
    later("thank_you"),
    later("condolence"),
    later("joint_statement"),
    later("other"),
)


def label(code: str) -> str:
    """A language or genre in the reader's language."""
    return gettext(code)
