"""What holds for every text whatever is in it."""

import json
import re
import time
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import (
    Excerpt,
    Initiative,
    Letter,
    LetterId,
    Party,
    Span,
    UnreadableLetter,
    from_record,
    read_text,
    to_compact,
    to_record,
)
from corpus.excerpts import in_one_line
from corpus.formats import read_plain_text
from corpus.formats.front_matter import read_front_matter

HAN = re.compile("[\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]")
PIECES = [
    "---", "title: 倡议书", "date: 2020-02-03", "issuers:", "  - 东湖学会", "translation_of: b",
    "lang: zh-Hans", "signatories: [张三, 李四]", "#", "# 标题", "=====", "Home > News", "打印",
    "Proposal on Reopening and", "关于复工的倡议书", "——致会员", "Dear Prof. Li,", "各位会员：",
    "一、消毒。", "二、测温", "三、", "1. Be calm.", "2. Be kind. Finally, we thank you.", "(1) x",
    "（一）关爱", "（二）捐赠", "①", "First, stay.", "Second, wash.", "I. We", "II. You", "A. a",
    "请大家做好防护，减少聚集，共渡难关。", "We ask all of our members to stay at home, please.",
    "此致", "敬礼", "Sincerely yours,", "Dai Houliang", "会长：张三", "东湖学会", "Tea Union",
    "President of the Council of the Tea Union", "2020年2月3日", "February 3, 2020", "\u00a0",
    "电话：13126561039", "版权所有", "（本译文为非官方译文。）", "", " ", "\t",
]  # fmt: skip
LINES = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=30)), max_size=40)
TEXTS = st.one_of(
    LINES.map("\n".join),
    LINES.map(lambda lines: "---\ntitle: a\n" + "\n".join(lines)),
    st.text(),
)


def read(text: str) -> Letter | None:
    try:
        return read_text(text, letter_id=LetterId("a"), source="a.txt")
    except UnreadableLetter:
        return None


def excerpts(letter: Letter) -> list[Excerpt | Party]:
    found = (letter.title, letter.date_text, letter.addressee)
    return [*(each for each in found if each), *letter.issuers, *letter.signatories]


@given(st.binary(max_size=400))
def test_reading_bytes_gives_text_or_unreadable_letter(raw: bytes) -> None:
    try:
        text = read_plain_text(raw, "a.txt").text
    except UnreadableLetter:
        return

    assert text.strip()
    assert not set(text) & {"\r", "\0"}


@given(TEXTS)
def test_every_excerpt_is_cut_from_the_text(text: str) -> None:
    letter = read(text)
    if letter is None:
        return

    for excerpt in excerpts(letter):
        assert 0 <= excerpt.start < excerpt.end <= len(letter.text)
        assert excerpt.text == in_one_line(letter.text[excerpt.start : excerpt.end])
        assert excerpt.text
    assert all(party.name in party.text for party in letter.issuers + letter.signatories)
    assert 0 <= letter.body.start <= letter.body.end <= len(letter.text)
    assert letter.languages


@given(TEXTS)
def test_initiatives_are_slices_in_order_and_inside_their_parents(text: str) -> None:
    letter = read(text)
    if letter is None:
        return

    open_items: list[Initiative] = []
    for initiative in letter.initiatives:
        assert initiative.text == letter.text[initiative.start : initiative.end]
        assert letter.body.start <= initiative.start < initiative.end <= letter.body.end
        assert initiative.head in in_one_line(initiative.text)
        del open_items[initiative.level - 1 :]
        assert len(open_items) == initiative.level - 1
        parent = open_items[-1] if open_items else None
        assert initiative.parent == (parent and parent.number)
        assert parent is None or parent.start < initiative.start < initiative.end <= parent.end
        open_items.append(initiative)
    starts = [initiative.start for initiative in letter.initiatives]
    assert starts == sorted(set(starts))


@given(TEXTS)
def test_what_is_masked_is_ascending_and_holds_no_han_character_but_of_ids(text: str) -> None:
    letter = read(text)
    if letter is None:
        return

    ends = [0, *(end for span in letter.masked for end in (span.start, span.end))]
    assert ends == sorted(ends)
    assert len(letter.searchable) == len(letter.text)
    block = read_front_matter(letter.text)
    ids = [span for key in ("translation_of", "id") for span in block.fields.get(key, ())] \
        if block else []  # fmt: skip
    for found in HAN.finditer(letter.text):
        in_id = any(span.start <= found.start() < span.end for span in ids)
        assert in_id or letter.searchable[found.start()] == found.group()


@given(TEXTS)
def test_a_letter_comes_back_from_its_record(text: str) -> None:
    letter = read(text)
    if letter is None:
        return

    record = json.loads(json.dumps(to_compact(letter)))

    assert from_record(record, letter.text) == letter
    json.dumps(to_record(letter), ensure_ascii=False).encode("utf-8")


SPANS = st.lists(st.integers(0, 20), min_size=2, max_size=2).map(sorted)


@given(
    spans=st.lists(SPANS, min_size=6, max_size=6),
    names=st.lists(st.text(max_size=5), min_size=4, max_size=4),
    number=st.none() | st.integers(1, 9),
)
def test_a_record_keeps_every_field(
    spans: Sequence[Sequence[int]], names: Sequence[str], number: int | None
) -> None:
    text = "各位 会员：\n请 做好防护。Thanks all."

    def cut(n: int) -> tuple[str, int, int]:
        start, end = spans[n]
        return in_one_line(text[start:end]), start, end

    letter = Letter(
        id=LetterId(names[0]), source=names[1], languages=("zh-Hans", "en"), genre="other",
        title=Excerpt(*cut(0)), alt_titles=(names[2],), date="2020-02", date_text=Excerpt(*cut(1)),
        issuers=(Party(names[3], *cut(2)), Party(cut(2)[0], *cut(2))), addressee=Excerpt(*cut(3)),
        signatories=(Party(names[2], *cut(4)),), body=Span(*spans[5]),
        initiatives=(
            Initiative(number=number, level=2, parent=number, kind="quoted", head=names[2],
                       text=text[slice(*spans[5])], start=spans[5][0], end=spans[5][1]),
        ),
        translation_of=LetterId(names[3]), translation=names[0], masked=(Span(*spans[0]),),
        text=text,
    )  # fmt: skip

    assert from_record(json.loads(json.dumps(to_compact(letter))), text) == letter


def test_five_megabytes_are_read_within_two_seconds() -> None:
    letter = (
        "一、坚定信心。我们相信，一定能够战胜疫情，早日恢复正常的经济活动。\n2. Be kind to all.\n\n"
    )
    text = letter * (5_000_000 // len(letter.encode()))
    start = time.process_time()

    read(text)

    assert time.process_time() - start < 2


@pytest.mark.parametrize(
    "piece",
    [
        "a", "-", "#", "# ", "* ", "(", "（", "[a](", " > ", "Home ", "向", "协会向", "协会和倡议",
        "致", "2020 ", "2020-02-", "民国 ", "Dear ", "January ", "。", ". ", "1. x\n",
        "一、甲\n1. 乙\n(1) 丙\n", "会长：张三 ", "3 associations including A, ", "To all:\n", "[",
        '"\\",', "\u00a0", "_", "**", "2020-02-03 ", "2020年2月3日", "February 3, 2020 ", "1",
        "一、", "二〇二〇年二月三日", "Copyright ", "Data ", "电话", "1. ", "?\n",
        "（一）甲\n", "①\n",
    ],
)  # fmt: skip
@pytest.mark.parametrize("head", ["", "# ", "---\ntitle: [", "Proposal of ", "1. a.\n2. b. "])
def test_no_repetition_takes_long(piece: str, head: str) -> None:
    text = f"{head}{piece * (50_000 // len(piece))}\n---\nx"
    start = time.process_time()

    read(text)

    assert time.process_time() - start < 1
