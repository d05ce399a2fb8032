"""XML as tests look at it."""

from xml.etree import ElementTree


def read_xml(text: bytes) -> ElementTree.Element:
    """The root of a well-formed document; ParseError for any other."""
    return ElementTree.fromstring(text)  # noqa: S314 - the same
