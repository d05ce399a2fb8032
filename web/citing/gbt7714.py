"""Citations as GB/T 7714-2015 wants them for electronic resources (clause 8.1 to 8.8, annex A)."""

from web.citing.authors import initials
from web.citing.reference import Author, Citation, Reference

_NAMED = 3  # authors that are named before "et al." (clause 8.1.2)
_MARK = "[EB/OL]"  # an electronic bulletin, online (annex B)


def to_gbt7714(reference: Reference) -> Citation:
    """One entry of a numbered list.

    Authors. Title[EB/OL]. (date of the letter)[date of access]. Address. Without an author the
    title comes first (clause 8.1.4).
    """
    day = reference.date or ("n.d." if reference.is_english else "缺日期")
    title = reference.title if reference.is_titled else f"[{reference.title}]"
    before = f"{_stopped(_authors(reference))} " if reference.authors else ""
    after = f"{_MARK}. ({day})[{reference.accessed.isoformat()}]. {reference.url}."
    return Citation(before, title, after)


def _authors(reference: Reference) -> str:
    names = [_name(author) for author in reference.authors[:_NAMED]]
    if len(reference.authors) > _NAMED:
        names.append("et al" if reference.is_english else "等")
    return ", ".join(names)


def _name(author: Author) -> str:
    """Family name first, in capitals, then initials; a name in pinyin is left in full."""
    if not author.family:
        return author.name
    if author.family.isupper():
        return f"{author.family} {author.given}"
    return f"{author.family.upper()} {initials(author.given, ' ')}"


def _stopped(words: str) -> str:
    return words if words.endswith(".") else f"{words}."
