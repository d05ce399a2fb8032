"""Where on a web page the letter is, without the site around it. The only user of trafilatura.

trafilatura says which sentences are the content; this finds the part of the page that holds them,
so that lists, tables and line breaks stay as they are. Knows elements, not encodings.
"""

import re
from collections.abc import Iterator
from typing import Any

from trafilatura import bare_extraction

Element = Any  # of lxml, which has no types

NEVER_SHOWN = (
    "script", "style", "noscript", "template", "head", "iframe", "object", "embed", "svg", "canvas",
    "video", "audio", "map", "button", "input", "select", "textarea", "datalist", "rt", "rp",
)  # fmt: skip
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
AROUND = ("nav", "aside", "footer", "menu", "form")
ROLES = ("navigation", "banner", "contentinfo", "search", "menu", "complementary")
# Names of classes and ids, by their parts: `share-bar`, `bread_crumb`.
CHROME_NAME = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|topbar|menus?|bread|breadcrumbs?|crumbs?|share|sharing"
    r"|social|bdshare\w*|sidebar|footer|copyright|pagination|pager|toolbar|fontsize|print|related"
    r"|recommend\w*|comments?|login|search|banner|ads?|advert\w*|qrcode|hits|counter)(?:$|[\s_-])",
    re.I,
)
LONGEST_CHROME = 600  # characters; more under such a name is the page, badly named
LONGEST_CHROME_WITHIN = 200  # the same for what stands inside the letter
BLOCKS = ("p", "div", "li", "td", "th", "dd", "dt", "pre", "blockquote", "section", "article",
          "h1", "h2", "h3", "h4", "h5", "h6", "span", "font", "center")  # fmt: skip
KEY = 12  # characters by which a block is known again
ENOUGH = 0.9  # of the content; what is elsewhere may be an abstract or a note
FEW_WORDS = 300  # characters beside the content that can be its heading, credits or signature
LINKED = 0.6  # of the characters of a block that is a menu
SPACES = re.compile(r"\s+")


def find_letter(tree: Element) -> Element:
    """The part of a page that is the letter, with what surely is none taken out of it.

    Changes the tree. Takes time linear in its size.
    """
    body = tree.find("body")
    body = tree if body is None else body
    _drop(body, _never_shown)
    content = _content(tree, body)
    region = _with_heading(content, body)
    within = set(content.iter()) if region is not content else set()
    around = set(content.iterancestors())
    spared = within | around
    _drop(region, lambda element: element is not region and _is_chrome(element, spared))
    return region


def _drop(root: Element, is_unwanted: Any) -> None:
    for element in [each for each in root.iter() if each is not root and is_unwanted(each)]:
        element.drop_tree()


def _never_shown(element: Element) -> bool:
    if element.tag in NEVER_SHOWN or element.get("hidden") is not None:
        return True
    return bool(HIDDEN.search(element.get("style") or ""))


def _content(tree: Element, body: Element) -> Element:
    """The smallest element that has most of what trafilatura takes for the content."""
    extracted = bare_extraction(tree, fast=True, favor_recall=True, include_comments=False)
    found = getattr(extracted, "body", None)
    if found is None:
        return body
    keys = {_key(words) for part in found.iter() if (words := _squeezed(part.text or part.tail))}
    weights: dict[Element, int] = {}
    for element in body.iter(*BLOCKS):
        words = _own_words(element)
        if words and _key(words) in keys:
            _weigh(weights, element, len(words))
    return _narrowed(body, weights)


def _own_words(element: Element) -> str:
    """The words that stand in an element itself and not in a part of it, or begin there."""
    own = [element.text, *(child.tail for child in element)]
    return _squeezed("".join(words for words in own if words))


def _squeezed(words: str | None) -> str:
    return SPACES.sub("", words or "")


def _key(words: str) -> str:
    return words[:KEY]


def _weigh(weights: dict[Element, int], element: Element, weight: int) -> None:
    weights[element] = weights.get(element, 0) + weight


def _narrowed(body: Element, own: dict[Element, int]) -> Element:
    """Down from the body as long as one part has nearly all of the weight."""
    total = dict(own)
    for element in reversed(list(body.iter())):
        parent = element.getparent()
        if element is not body and total.get(element):
            _weigh(total, parent, total[element])
    at, whole = body, total.get(body, 0)
    while whole:
        heaviest = max(at, key=lambda child: total.get(child, 0), default=None)
        if heaviest is None or total.get(heaviest, 0) < ENOUGH * whole:
            break
        if heaviest.tag in ("p", "span", "font", "li", "tr", "td", "tbody"):
            break
        at = heaviest
    return at


def _with_heading(content: Element, body: Element) -> Element:
    """The content with what stands beside it, up to where that is more than a few words."""
    region = content
    while region is not body and region.getparent() is not None:
        parent = region.getparent()
        if sum(map(_unlinked, _others(parent, region))) > FEW_WORDS:
            break
        region = parent
    return region


def _others(parent: Element, region: Element) -> Iterator[Element]:
    return (child for child in parent if child is not region)


def _unlinked(element: Element) -> int:
    """Characters of an element outside links, and outside what is a menu by its name."""
    if _is_named_chrome(element):
        return 0
    return _size(element) - sum(map(_size, element.iter("a")))


def _size(element: Element) -> int:
    return sum(len(words.strip()) for words in element.itertext())


def _is_named_chrome(element: Element) -> bool:
    if element.tag in AROUND or element.get("role") in ROLES:
        return True
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return bool(CHROME_NAME.search(names))


def _is_chrome(element: Element, spared: set[Element]) -> bool:
    if element in spared:
        return _is_named_chrome(element) and _size(element) <= LONGEST_CHROME_WITHIN
    if _is_named_chrome(element):
        return _size(element) <= LONGEST_CHROME or _is_linked(element)
    return element.tag in ("ul", "ol", "div", "p", "table", "dl", "section") and _is_linked(element)


def _is_linked(element: Element) -> bool:
    """Whether an element is a menu: several links, and little beside them."""
    links = [_size(link) for link in element.iter("a")]
    return len(links) > 1 and sum(links) >= LINKED * _size(element)
