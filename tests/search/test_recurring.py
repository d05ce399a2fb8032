"""The same initiative in other letters: small letters that copy from each other."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus import LetterId, read_text
from index import LiveIndex, build
from search import Searcher
from search.recurring import RESEMBLANCE, Recurrences

FIRST = "加强行业自律，不哄抬口罩和消毒液的价格，维护会员企业的合法权益。"
NEARLY = "加强行业自律，不哄抬口罩和防护服的价格，维护会员企业的合法权益。"
OTHER = "推迟举行学术会议，利用网络平台开展线上交流。"
MASKS = "Wear masks in every public place and wash hands before each meal."
LETTERS = {
    "one": f"倡议书\n\n各会员单位：\n\n一、{FIRST}\n二、{OTHER}\n",
    "copy": f"致会员单位的倡议书\n\n我们倡议：\n\n1. 感谢医护人员。\n2. {FIRST}\n3. 捐款捐物。\n",
    "nearly": f"通知\n\n现通知如下：\n\n（一）{NEARLY}\n（二）按时复工复产。\n",
    "mixed": "公开信\n\n1. 自律企业加强行业的口罩消毒，权益合法。\n2. 其他。\n",
    "english": f"Proposal\n\nWe propose:\n\n1. {MASKS}\n2. Thank you all.\n",
    "english-too": f"Open letter\n\nFirst, {MASKS}\nSecond, stay at home.\n",
}


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    folder = tmp_path_factory.mktemp("recurring")
    letters = [read_text(text, letter_id=LetterId(n), source=n) for n, text in LETTERS.items()]
    build(letters, folder)
    return Searcher(LiveIndex(folder))


def elsewhere(searcher: Searcher, letter_id: str, ordinal: int) -> Recurrences:
    found = searcher.recurrences(letter_id, ordinal)
    assert found is not None
    return found


def places(found: Recurrences) -> list[tuple[str, int]]:
    return [(one.letter.id, one.ordinal) for one in found.found]


def test_copies_come_first_whatever_their_number(searcher: Searcher) -> None:
    found = elsewhere(searcher, "one", 1)

    assert places(found) == [("copy", 2), ("nearly", 1)]
    assert found.found[0].resemblance == 1
    assert RESEMBLANCE < found.found[1].resemblance < 1


def test_the_same_words_in_another_order_are_another_initiative(searcher: Searcher) -> None:
    assert "mixed" not in dict(places(elsewhere(searcher, "one", 1)))
    assert places(elsewhere(searcher, "mixed", 1)) == []


def test_english_initiatives_recur_too(searcher: Searcher) -> None:
    assert places(elsewhere(searcher, "english", 1)) == [("english-too", 1)]


def test_an_initiative_of_one_letter_alone_is_nowhere_else(searcher: Searcher) -> None:
    assert places(elsewhere(searcher, "one", 2)) == []


@pytest.mark.parametrize(("letter_id", "ordinal"), [("none", 1), ("one", 0), ("one", 3)])
def test_what_is_not_there_is_none(searcher: Searcher, letter_id: str, ordinal: int) -> None:
    assert searcher.recurrences(letter_id, ordinal) is None


def test_a_limit_is_kept(searcher: Searcher) -> None:
    found = searcher.recurrences("one", 1, 1)

    assert found is not None
    assert places(found) == [("copy", 2)]


@given(st.sampled_from([(n, o) for n in LETTERS for o in (1, 2)]))
@settings(max_examples=12, deadline=None)
def test_resemblance_is_mutual(searcher: Searcher, its: tuple[str, int]) -> None:
    for one in elsewhere(searcher, *its).found:
        back = {
            (str(other.letter.id), other.ordinal): other.resemblance
            for other in elsewhere(searcher, one.letter.id, one.ordinal).found
        }
        assert back[its] == one.resemblance
