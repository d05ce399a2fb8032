"""Letters as other programs write them; `make_fixtures` says which ones and how."""

import re
from pathlib import Path

import pytest

from corpus import Letter, UnreadableLetter, read_letters

FIXTURES = Path(__file__).parent / "fixtures"
LETTERS = Path(__file__).parents[2] / "corpus" / "letters"
ENGLISH = "Proposal of China Integrated Circuit Material Innovation Alliance"
CHINESE = "中国集成电路材料产业技术创新联盟倡议书"
WHOLE = sorted(p.name for p in FIXTURES.glob("*.*") if not p.stem.startswith("numbered"))
NUMBERED = sorted(path.name for path in FIXTURES.glob("numbered.*"))
OTHERS = sorted(path.name for path in (FIXTURES / "others").iterdir())
CHROME = (
    "Home", "About", "Hits", "1,024", "Large", "Share", "Weibo", "Latest", "Copyright", "首页",
    "关于我们", "浏览", "字号", "分享", "最新消息", "var hits", "<",
)  # fmt: skip
NO_WORD = re.compile(r"[\W_]+")


def read(path: Path) -> Letter:
    (letter,) = read_letters(path, path.parent)
    return letter


def words(text: str) -> str:
    """Text with nothing between its words, and without the numbers of lists."""
    return NO_WORD.sub("", text)


def original(language: str) -> Letter:
    name = "2020-icmia-proposal.zh.md" if language == "zh" else "2020-icmia-proposal.txt"
    return read(LETTERS / name)


@pytest.mark.parametrize("name", WHOLE)
def test_a_letter_is_the_same_in_every_format(name: str) -> None:
    language = name.split(".")[1]

    letter, same = read(FIXTURES / name), original(language)

    body = words(letter.text[letter.body.start : letter.body.end])
    assert words(same.text[same.body.start : same.body.end]) in body
    assert letter.title is not None
    assert letter.title.text == (CHINESE if language == "zh" else ENGLISH)
    assert [(i.number, i.level) for i in letter.initiatives] == [(n, 1) for n in (1, 2, 3, 4)]
    assert [words(i.head) for i in letter.initiatives] == [words(i.head) for i in same.initiatives]
    assert letter.issuers == () or letter.issuers[0].name == same.issuers[0].name
    assert letter.addressee is not None
    assert same.addressee is not None
    assert letter.addressee.text == same.addressee.text


@pytest.mark.parametrize("name", OTHERS)
def test_the_same_is_understood_of_other_letters(name: str) -> None:
    path = FIXTURES / "others" / name
    suffix = ".md" if path.stem.endswith(".zh") else ".txt"

    letter, same = read(path), read(LETTERS / f"{path.stem}{suffix}")

    assert letter.id == same.id
    assert letter.genre == same.genre
    assert letter.date == same.date
    assert (letter.title and letter.title.text) == (same.title and same.title.text)
    assert [words(i.text) for i in letter.initiatives] == [words(i.text) for i in same.initiatives]
    assert [s.name for s in letter.signatories] == [s.name for s in same.signatories]
    assert {i.name for i in letter.issuers} <= {i.name for i in same.issuers}


@pytest.mark.parametrize("name", [name for name in WHOLE if name.startswith("site.")])
def test_a_page_is_without_its_site(name: str) -> None:
    text = read(FIXTURES / name).text

    for chrome in CHROME:
        assert chrome not in text
    assert "2020-02-09" in text


@pytest.mark.parametrize("name", NUMBERED)
def test_numbers_that_a_program_prints_are_there(name: str) -> None:
    letter = read(FIXTURES / name)

    assert [(i.number, i.level, i.parent) for i in letter.initiatives] == [
        (1, 1, None), (2, 1, None), (1, 2, 2), (2, 2, 2), (3, 1, None),
    ]  # fmt: skip
    assert letter.date == "2020-02-09"
    if not name.endswith((".html", ".pdf")):
        assert "三、释放产能，稳定供应。\n口罩\t300只\n东湖学会" in letter.text
        assert "\n(2) 做好场所消毒。\n" in letter.text


@pytest.mark.parametrize("name", [*WHOLE, *NUMBERED])
@pytest.mark.parametrize("suffix", [".txt", ".md", ".doc", ".html"])
def test_a_wrong_suffix_does_not_matter(name: str, suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes((FIXTURES / name).read_bytes())

    assert read(path).text == read(FIXTURES / name).text


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        pytest.param(
            "a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99, "old_office", id="old"
        ),
        pytest.param("a.txt", b"{\\rtf1 Dear Sirs}", "rich_text", id="rtf"),
        pytest.param("a.html", b"\x89PNG\r\n\x1a\n\0\0", "picture", id="picture"),
        pytest.param(
            "a.docx", b"PK\x03\x04 xl/workbook.xml PK\x05\x06", "archive", id="spreadsheet"
        ),
        pytest.param("a.docx", "Dear Sirs,".encode("utf-16"), None, id="text named docx"),
        pytest.param("a.docx", b"\0\1\2\3" * 9, "not_text", id="bytes named docx"),
        pytest.param(
            "a.html", b"<html><body><ul><li><a href=x>Home</a></ul>", "no_letter", id="no letter"
        ),
        pytest.param("a.html", b"<html><script>alert(1)</script>", "empty", id="script alone"),
        pytest.param("a.html", b"<p>Dear Sirs,<p>Thank you.<p cla", None, id="ends in a tag"),
    ],
)
def test_what_is_no_letter_says_why(
    name: str, content: bytes, reason: str | None, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(content)

    if reason is None:
        assert read(path).text.startswith("Dear Sirs,")
        return
    with pytest.raises(UnreadableLetter) as refused:
        read(path)
    assert refused.value.reason == reason
    assert refused.value.path == name


def test_an_encrypted_document_of_office_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    magic = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    path.write_bytes(magic + b"\0" * 500 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 500)

    with pytest.raises(UnreadableLetter, match="password") as refused:
        read(path)

    assert refused.value.reason == "encrypted"
