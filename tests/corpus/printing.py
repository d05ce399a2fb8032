"""Small PDF documents for tests: words at places, in points from the left and from the bottom."""

from collections.abc import Sequence

PICTURE = (
    b"<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray"
    b"/Length 1>>stream\n\0\nendstream"
)


def words(text: str, x: float, y: float, size: int = 12) -> str:
    """What prints words in Helvetica."""
    return f"BT /F {size} Tf {x} {y} Td ({text}) Tj ET "


def pdf(*pages: str, title: str = "", font: str = "/BaseFont/Helvetica/Subtype/Type1") -> bytes:
    """A document with these contents of pages, each on letter paper."""
    contents = [f"<</Length {len(page)}>>stream\n{page}\nendstream".encode() for page in pages]
    first = 6  # the number of the first page; each is followed by its content
    kids = " ".join(f"{first + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>".encode(),
        f"<</Type/Font{font}>>".encode(),
        f"<</Title({title})>>".encode(),
        PICTURE,
    ]
    for n, content in enumerate(contents):
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F 3 0 R>>"
            b"/XObject<</P 5 0 R>>>>/Contents %d 0 R>>" % (first + 2 * n + 1)
        )
        objects.append(content)
    return _written(objects)


def _written(objects: Sequence[bytes]) -> bytes:
    raw, places = b"%PDF-1.7\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(raw))
        raw += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return raw + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R/Info 4 0 R>>\n"
        b"startxref\n%d\n%%%%EOF\n" % (size, table, size, len(raw))
    )
