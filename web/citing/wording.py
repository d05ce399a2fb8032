"""The few words that citations add, in the languages that their styles ask for.

They do not change with the interface's language, so they are not among its messages.
"""

from collections.abc import Mapping

from corpus import Genre, Language

GENRES: Mapping[Language, Mapping[Genre, str]] = {
    "en": {
        "proposal": "Proposal",
        "open_letter": "Open letter",
        "notice": "Notice",
        "thank_you": "Letter of thanks",
        "condolence": "Letter of sympathy",
        "joint_statement": "Joint statement",
        "other": "Letter",
    },
    "zh-Hans": {
        "proposal": "倡议书",
        "open_letter": "公开信",
        "notice": "通知",
        "thank_you": "感谢信",
        "condolence": "慰问信",
        "joint_statement": "联合声明",
        "other": "信件",
    },
    "zh-Hant": {
        "proposal": "倡議書",
        "open_letter": "公開信",
        "notice": "通知",
        "thank_you": "感謝信",
        "condolence": "慰問信",
        "joint_statement": "聯合聲明",
        "other": "信件",
    },
}
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip


def describe(language: Language, genre: Genre, addressee: str) -> str:
    """What to call a letter without a title.

    >>> describe("zh-Hans", "proposal", "各会员单位")
    '致各会员单位的倡议书'
    """
    kind = GENRES[language][genre]
    if not addressee:
        return kind
    return f"{kind} to {addressee}" if language == "en" else f"致{addressee}的{kind}"


def translation_note(language: Language, translation: str) -> str:
    """That it is a translation and of what kind; empty for an original."""
    if not translation:
        return ""
    is_unofficial = translation == "unofficial"
    if language == "en":
        return "Unofficial translation" if is_unofficial else "Translation"
    if language == "zh-Hant":
        return "非官方譯文" if is_unofficial else "譯文"
    return "非官方译文" if is_unofficial else "译文"
