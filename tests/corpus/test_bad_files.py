"""Files that are damaged, hostile or no letters: each has a reason, none stops the others."""

import io
import zipfile
from pathlib import Path

import pytest

from corpus import UnreadableLetter, read_letters
from corpus.formats.assembling import assemble
from corpus.formats.recognise import SUFFIXES
from corpus.reasons import WORDINGS
from tests.corpus.printing import pdf, words

FIXTURES = Path(__file__).parent / "fixtures"
WORD = (
    b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
)
WORD_END = b"</w:body></w:document>"
OPEN = (
    b'<o:document-content xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    b' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><o:body><o:text>'
)
OPEN_END = b"</o:text></o:body></o:document-content>"
VALUES = dict.fromkeys(
    ["limit_mb", "limit_s", "limit", "supported", "folder", "names", "problem", "found", "format"],
    "1",
)
ENTITIES = b'<!DOCTYPE x [<!ENTITY a "%s"><!ENTITY b "%s"><!ENTITY c "%s"><!ENTITY d "%s">]>' % (
    b"x" * 1000,
    b"&a;" * 1000,
    b"&b;" * 1000,
    b"&c;" * 1000,
)


def reason(tmp_path: Path, name: str, raw: bytes) -> str:
    (tmp_path / name).write_bytes(raw)
    with pytest.raises(UnreadableLetter) as refused:
        read_letters(tmp_path / name, tmp_path)
    assert refused.value.path == name
    return refused.value.reason


def packed(name: str, part: str, content: bytes) -> bytes:
    """A document with another content."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(FIXTURES / name) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new,
    ):
        for each in old.infolist():
            new.writestr(each.filename, content if each.filename == part else old.read(each))
    return out.getvalue()


def word(content: bytes, before: bytes = b"") -> bytes:
    raw = before + WORD + content + WORD_END
    return packed("pandoc.en.docx", "word/document.xml", raw)


def open_document(content: bytes, before: bytes = b"") -> bytes:
    raw = before + OPEN + content + OPEN_END
    return packed("pandoc.en.odt", "content.xml", raw)


@pytest.mark.parametrize("name", ["pandoc.en.docx", "pandoc.en.odt", "office.en.pdf"])
@pytest.mark.parametrize("part", [0.01, 0.3, 0.9])
def test_a_file_that_is_cut_short_is_damaged(name: str, part: float, tmp_path: Path) -> None:
    raw = (FIXTURES / name).read_bytes()

    assert reason(tmp_path, name, raw[: int(part * len(raw))]) == "damaged"


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    paragraphs = b"<w:p><w:r><w:t>Thank you.</w:t></w:r></w:p>" * 1_600_000

    assert reason(tmp_path, "a.docx", word(paragraphs)) == "unpacks_too_large"


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("a.html", b"<html><body>" + b"<table><tr><td>" * 10_000 + b"deep"),
        ("a.docx", word(b"<w:tbl><w:tr><w:tc>" * 10_000 + b"</w:tc></w:tr></w:tbl>" * 10_000)),
        (
            "a.odt",
            open_document(
                b"<text:list><text:list-item>" * 10_000 + b"</text:list-item></text:list>" * 10_000
            ),
        ),
    ],
)
def test_tables_nested_without_end_are_too_deep(name: str, raw: bytes, tmp_path: Path) -> None:
    assert reason(tmp_path, name, raw) == "too_deep"


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("a.docx", word(b"<w:p><w:r><w:t>&d;</w:t></w:r></w:p>", ENTITIES)),
        ("a.odt", open_document(b"<text:p>&d;</text:p>", ENTITIES)),
    ],
)
def test_entities_that_multiply_are_refused(name: str, raw: bytes, tmp_path: Path) -> None:
    assert reason(tmp_path, name, raw) in ("damaged", "empty")


@pytest.mark.parametrize("name", ["a.docx", "a.odt"])
def test_entities_fetch_no_file(name: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("password")
    before = f'<!DOCTYPE x [<!ENTITY a SYSTEM "{secret.as_uri()}">]>'.encode()
    content = b"<w:p><w:r><w:t>Dear &a;</w:t></w:r></w:p>"
    if name == "a.docx":
        raw = word(content, before)
    else:
        raw = open_document(b"<text:p>Dear &a;</text:p>", before)
    (tmp_path / name).write_bytes(raw)

    (letter,) = read_letters(tmp_path / name, tmp_path)

    assert letter.text == "Dear"


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("a.pdf", (FIXTURES / "refused" / "encrypted.pdf").read_bytes()),
        (
            "a.odt",
            packed("pandoc.en.odt", "META-INF/manifest.xml", b"<manifest:encryption-data/>"),
        ),
    ],
)
def test_what_wants_a_password_says_so(name: str, raw: bytes, tmp_path: Path) -> None:
    assert reason(tmp_path, name, raw) == "encrypted"


@pytest.mark.parametrize("suffix", sorted(SUFFIXES))
def test_a_file_of_200_mb_is_not_even_opened(suffix: str, tmp_path: Path) -> None:
    name = f"a{suffix}"
    with (tmp_path / name).open("wb") as file:
        file.truncate(200_000_000)  # takes no room on the disk

    with pytest.raises(UnreadableLetter) as refused:
        read_letters(tmp_path / name, tmp_path)

    assert refused.value.reason == "too_large"


def test_a_text_that_no_letter_is_so_long_as_is_refused() -> None:
    with pytest.raises(UnreadableLetter) as refused:
        assemble(["Thank you all for this."] * 250_000, source="a.docx")

    assert refused.value.reason == "too_long"


def test_the_next_file_is_read_after_each_bad_one(tmp_path: Path) -> None:
    bad = [b"%PDF-1.7\n%%EOF", b"<html>" + b"<b>" * 10_000, word(b"")[:900], b"PK\3\4"]
    (tmp_path / "good.pdf").write_bytes(pdf(words("Dear Sirs,", 72, 700)))

    for raw in bad:
        reason(tmp_path, "bad.docx", raw)
        (letter,) = read_letters(tmp_path / "good.pdf", tmp_path)
        assert letter.text == "Dear Sirs,"


def test_each_reason_is_worded_in_both_languages() -> None:
    for english, chinese in WORDINGS.values():
        assert english.isascii()
        assert any("\u4e00" <= char <= "\u9fff" for char in chinese)
        assert "{" not in english.format(**VALUES) + chinese.format(**VALUES)
