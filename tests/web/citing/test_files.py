import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.web.citing.references import CHINESE, ENGLISH, people
from web.citing import Author, to_bibtex, to_ris

SIGNS = '\\{}$&#_%~^",@=-'
texts = st.text(st.characters() | st.sampled_from(SIGNS + "\r\n\u2028倡议"), min_size=1)
NAMES = {
    "textbackslash": "\\",
    "textbraceleft": "{",
    "textbraceright": "}",
    "textasciitilde": "~",
    "textasciicircum": "^",
}
NEVER = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def in_one_line(text: str) -> str:
    return " ".join(NEVER.sub(" ", text).split())


def as_set(value: str) -> str:
    """What TeX prints of a field."""
    named = re.sub(r"\\(text\w+)\{\}", lambda found: f"\0{ord(NAMES[found[1]])}\0", value)
    bare = re.sub(r"\\([#$%&_])", r"\1", re.sub(r"[{}]", "", named))
    return re.sub("\0(\\d+)\0", lambda found: chr(int(found[1])), bare)


def value_of(entry: str, name: str) -> str:
    return next(
        line.split(" = ", 1)[1].removesuffix(",")
        for line in entry.split("\n")
        if line.startswith(f"  {name} = ")
    )


def is_balanced(text: str) -> bool:
    """As BibTeX counts: a brace counts even after a backslash."""
    depth = 0
    for sign in text:
        depth += (sign == "{") - (sign == "}")
        if depth < 0:
            return False
    return depth == 0


def test_a_bibtex_entry_of_organisations() -> None:
    assert to_bibtex(replace(ENGLISH, translation="unofficial")) == (
        "@misc{2020-02-03-siu-sds-proposal,\n"
        "  author = {{Security Identification Union} and {Security Document Summit Committee}},\n"
        "  title = {{Proposal on Combating Novel Coronavirus}},\n"
        "  howpublished = {Proposal},\n"
        "  year = {2020},\n"
        "  month = feb,\n"
        "  day = {3},\n"
        "  url = {https://letters.example.org/letters/siu},\n"
        "  urldate = {2026-11-21},\n"
        "  langid = {english},\n"
        "  note = {Unofficial translation},\n"
        "}\n"
    )


def test_a_bibtex_entry_leaves_out_what_is_not_known() -> None:
    entry = to_bibtex(replace(CHINESE, date=None, authors=()))

    assert "author" not in entry
    assert "year" not in entry
    assert "  langid = {chinese-simplified},\n" in entry
    assert "day" not in to_bibtex(replace(ENGLISH, date="2020-02"))


def test_a_person_is_written_family_name_first() -> None:
    entry = to_bibtex(replace(ENGLISH, authors=people("Jane A. Smith")))

    assert value_of(entry, "author") == "{{Smith}, {Jane A.}}"


@given(texts, texts)
def test_a_bibtex_entry_is_sound_and_says_what_the_letter_says(title: str, name: str) -> None:
    entry = to_bibtex(replace(ENGLISH, title=title, authors=(Author(name),)))

    assert is_balanced(entry)
    assert not re.search(r"(?<!\\)[#$%&_~^]", value_of(entry, "title"))
    assert as_set(value_of(entry, "title")) == in_one_line(title)
    assert as_set(value_of(entry, "author")) == in_one_line(name)


@given(texts)
def test_keys_are_safe_and_differ_as_ids_differ(letter_id: str) -> None:
    key = re.match(r"@misc\{(.*),\n", to_bibtex(replace(ENGLISH, id=letter_id)))

    assert key
    assert re.fullmatch(r"[A-Za-z0-9.:/-]+", key[1])
    assert key[1] != re.match(r"@misc\{(.*),\n", to_bibtex(replace(ENGLISH, id=letter_id + "#")))[1]  # type: ignore[index]


def test_an_address_stays_as_it_is_in_bibtex() -> None:
    entry = to_bibtex(replace(ENGLISH, url="https://a.example/x_y%20z?a=1&b=2#c~{d}"))

    assert value_of(entry, "url") == "{https://a.example/x_y%20z?a=1&b=2#c~%7Bd%7D}"


def test_a_ris_record_of_organisations() -> None:
    assert to_ris(replace(CHINESE, translated_title=ENGLISH.title)).split("\r\n") == [
        "TY  - ELEC",
        "ID  - 2020-02-03-siu-sds-proposal.zh",
        "AU  - 安全识别联盟",
        "AU  - 安全证件峰会组委会",
        "TI  - 关于抗击新型冠状病毒、共迎未来市场挑战的倡议书",
        "TT  - Proposal on Combating Novel Coronavirus",
        "PY  - 2020",
        "DA  - 2020/02/03/",
        "M3  - 倡议书",
        "LA  - zh-Hans",
        "UR  - https://letters.example.org/letters/siu.zh",
        "Y2  - 2026/11/21/",
        "ER  - ",
        "",
    ]


def test_a_ris_record_leaves_out_what_is_not_known() -> None:
    assert "DA  - 2020/02//" in to_ris(replace(ENGLISH, date="2020-02"))
    assert not re.search("^(DA|PY|AU)", to_ris(replace(ENGLISH, date=None, authors=())), re.M)


@given(texts, texts)
def test_no_word_of_a_letter_makes_a_line_of_ris(title: str, name: str) -> None:
    record = to_ris(replace(ENGLISH, title=title, authors=(Author(name),)))
    lines = record.split("\r\n")

    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in lines[:-1])
    assert [line[:2] for line in lines[:-1]].count("ER") == 1
    assert f"TI  - {in_one_line(title)}" in lines
    assert f"AU  - {in_one_line(name)}" in lines
