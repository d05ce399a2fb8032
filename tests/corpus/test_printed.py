"""Printed pages: lines become paragraphs again, and what pages alone have is left out."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import UnreadableLetter
from corpus.formats.pdf import read
from corpus.formats.pdf_layout import Line, Page, to_lines
from tests.corpus.printing import pdf, words

LONG = "We ask all of our members to wash their hands often and to wear masks when they meet"
REST = "others, and we thank them."


def text(*pages: str) -> str:
    return read(pdf(*pages), "a.pdf").text


def reason(raw: bytes) -> str:
    with pytest.raises(UnreadableLetter) as refused:
        read(raw, "a.pdf")
    return refused.value.reason


@pytest.mark.parametrize(
    ("pages", "shown"),
    [
        pytest.param(
            [words(LONG, 72, 700) + words(REST, 72, 686)], f"{LONG} {REST}", id="a paragraph"
        ),
        pytest.param(
            [words(LONG, 72, 700) + words(REST, 72, 660) + words(REST, 72, 646)],
            f"{LONG}\n\n{REST}\n{REST}",
            id="space between",
        ),
        pytest.param(
            [words(LONG, 72, 700) + words(REST, 96, 686)], f"{LONG}\n{REST}", id="indented"
        ),
        pytest.param(
            [words(LONG + ".", 72, 700) + words("2. Stay.", 72, 686)],
            f"{LONG}.\n2. Stay.",
            id="numbered",
        ),
        pytest.param(
            [words(f"1. {LONG}", 72, 700) + words(REST, 86, 686)],
            f"1. {LONG} {REST}",
            id="hanging",
        ),
        pytest.param(
            [words("1.", 72, 700) + words(LONG, 96, 700) + words(REST, 96, 686)],
            f"1. {LONG} {REST}",
            id="a number set apart",
        ),
        pytest.param(
            [words("Dear Sirs,", 72, 700) + words(LONG, 72, 686)],
            f"Dear Sirs,\n{LONG}",
            id="a short line",
        ),
        pytest.param(
            [words("APPEAL", 72, 700, 20) + words(LONG, 72, 680)], f"APPEAL\n{LONG}", id="sizes"
        ),
        pytest.param(
            [words("Masks", 72, 700) + words("300", 300, 700) + words("Gloves", 72, 686)],
            "Masks\t300\nGloves",
            id="a table",
        ),
        pytest.param(
            [words(LONG, 72, 100) + words("1", 300, 40), words(REST, 72, 700)],
            f"{LONG} {REST}",
            id="over two pages",
        ),
        pytest.param(
            [
                words("East Lake", 72, 760) + words(REST, 72, 700) + words("Page 1 of 2", 280, 30),
                words("East Lake", 72, 760) + words(LONG, 72, 700),
            ],
            f"{REST}\n{LONG}",
            id="running heads",
        ),
        pytest.param(
            [
                words("1/2/20, 3:04 PM", 24, 768, 8)
                + words(LONG, 72, 700)
                + words("https://a.example/letter", 24, 15, 8)
                + words("1/1", 575, 15, 8)
            ],
            LONG,
            id="by a browser",
        ),
    ],
)
def test_lines_of_a_page_become_paragraphs(pages: list[str], shown: str) -> None:
    assert text(*pages) == shown


def test_two_columns_are_read_one_after_the_other() -> None:
    left = [f"Left {n} of those who write to all members" for n in range(6)]
    right = [f"Right {n} of those who sign it and send it" for n in range(6)]
    rows = enumerate(zip(left, right, strict=True))

    page = "".join(words(a, 60, 700 - 14 * n) + words(b, 330, 700 - 14 * n) for n, (a, b) in rows)

    assert text(page).split() == " ".join([*left, *right]).split()


def test_a_title_of_the_file_is_believed_where_it_is_printed() -> None:
    page = words("Appeal", 72, 700) + words("Thank you.", 72, 650)

    printed, other = (read(pdf(page, title=title), "a") for title in ("Appeal", "Word - 1.doc"))

    (place,) = printed.declared["title"]
    assert printed.text[place.start : place.end] == "Appeal"
    assert "title" not in other.declared


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        pytest.param(pdf("/P Do"), "only_pictures", id="a scan"),
        pytest.param(pdf(""), "empty", id="an empty page"),
        pytest.param(pdf(words(LONG, 72, 700))[:-300], "damaged", id="cut short"),
        pytest.param(b"%PDF-1.7\n%%EOF", "damaged", id="nothing in it"),
        pytest.param(
            pdf(
                "BT /F 12 Tf 72 700 Td <00010002> Tj ET",
                font="/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts"
                "[<</Type/Font/Subtype/CIDFontType2/BaseFont/A/CIDSystemInfo"
                "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>]",
            ),
            "unmapped",
            id="glyphs without characters",
        ),
    ],
)
def test_a_document_without_words_says_why(raw: bytes, said: str) -> None:
    assert reason(raw) == said


LINES = st.builds(
    lambda words, x0, width, baseline, size: Line(
        words=words,
        x0=x0,
        x1=x0 + width,
        baseline=baseline,
        size=size,
        ends=tuple(x0 + width * (n + 1) / len(words) for n in range(len(words))),
    ),
    words=st.sampled_from(["一、提高", "认识。", "A1", "(1)", "1. A", "•", "“二”："]),
    x0=st.integers(0, 600),
    width=st.integers(0, 600),
    baseline=st.integers(-10, 800),
    size=st.sampled_from([0.1, 8, 12, 14.5]),
)
PAGES = st.builds(Page, st.just(600.0), st.just(800.0), st.lists(LINES, max_size=6).map(tuple))


@given(st.lists(PAGES, max_size=3))
def test_no_word_of_a_page_is_lost_but_in_its_margins(pages: list[Page]) -> None:
    lines = [line for page in pages for line in page.lines]
    inner = Counter(char for line in lines if 96 <= line.baseline <= 704 for char in line.words)

    shown = Counter("".join(to_lines(pages)))

    del shown[" "], shown["\t"], inner[" "]
    assert inner <= shown <= Counter(char for line in lines for char in line.words)
