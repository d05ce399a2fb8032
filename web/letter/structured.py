"""A letter as search engines read it: schema.org's terms, as JSON-LD within the page.

It is data, which no browser runs. Must not know templates.
"""

import json
from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from corpus import Letter, Party
from web.addresses import public_letter_address
from web.messages import genre_label

_CONTEXT = "https://schema.org"
# What could end the element, or begin another, is written as JSON can.
_ESCAPES = str.maketrans(
    {sign: f"\\u{ord(sign):04x}" for sign in ("<", ">", "&", "\u2028", "\u2029")}
)


def structured_data(letter: Letter, versions: Sequence[Letter]) -> Markup:
    """The content of a `<script type="application/ld+json">` about a letter."""
    text = json.dumps(_about(letter, versions), ensure_ascii=False, separators=(",", ":"))
    shown = text.encode("utf-8", "replace").decode().translate(_ESCAPES)
    return Markup(shown)  # noqa: S704  # made safe by the escapes


def _about(letter: Letter, versions: Sequence[Letter]) -> dict[str, Any]:
    address = public_letter_address(letter.id)
    title = " ".join(letter.title.text.split()) if letter.title else None
    original = [one for one in versions if one.id == letter.translation_of]
    translations = [one for one in versions if one.translation_of == letter.id]
    about = {
        "@context": _CONTEXT,
        "@type": ["Article", "Message"],
        "@id": address,
        "url": address,
        "headline": title,
        "alternativeHeadline": list(letter.alt_titles),
        "genre": genre_label(letter.genre),
        "inLanguage": list(letter.languages),
        "datePublished": letter.date,
        "author": [_party(one) for one in letter.issuers or letter.signatories],
        "recipient": {"name": letter.addressee.text} if letter.addressee else None,
        "translationOfWork": [{"@id": public_letter_address(one.id)} for one in original],
        "workTranslation": [{"@id": public_letter_address(one.id)} for one in translations],
    }
    return {name: value for name, value in about.items() if value}


def _party(party: Party) -> dict[str, str]:
    """A name alone: a letter does not say whether a person or an organisation has it."""
    return {"name": " ".join(party.name.split())}
