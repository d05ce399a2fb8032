"""Versions of letters: the shipped ones without what they declare, and traps."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from corpus import Pair
from search import Searcher

CollectionOf = Callable[[Mapping[str, str]], Searcher]
LETTERS = Path(__file__).parents[3] / "corpus" / "letters"
CEC = "2020-cec-resumption-of-work-proposal"
MASKS = """关于捐赠口罩的倡议书

各位会员：

一、请在3月15日前登记可以捐赠的口罩数量，每户不少于20只。

二、口罩统一送到长安街118号仓库，联系电话68391234。

三、运输由顺达物流公司（SDWL）承担，车辆每日8时30分发出，请提前打包并写明单位名称。

四、捐赠名单在协会网站公布，欢迎各位会员监督，如有疑问请及时与秘书处联系。

北方商会
2020年3月2日
"""
LATER = MASKS.replace("二〇", "二零").replace("四、捐赠名单", "四、完整的捐赠名单").replace(
    "3月15日", "3月18日"
)  # fmt: skip
NEXT_YEAR = MASKS.replace("2020年3月2日", "2021年3月2日")
MEETING = "年会通知\n\n各位会员：\n\n年会定于3月15日在长安街118号举行，请准时参加。\n\n北方商会\n"


def undeclared() -> dict[str, str]:
    """The shipped letters without front matter, under their ids."""
    found = {}
    for path in LETTERS.iterdir():
        if path.suffix in {".txt", ".md"}:
            text = re.sub(r"\A---\n.*?\n---\n", "", path.read_text("utf-8"), flags=re.DOTALL)
            found[path.name.removesuffix(path.suffix)] = text
    return found


def pairs(searcher: Searcher, letter_id: str) -> tuple[Pair, ...]:
    view = searcher.letter(letter_id)
    assert view
    return view.pairs


def ids(searcher: Searcher, letter_id: str) -> list[str]:
    return [pair.id for pair in pairs(searcher, letter_id)]


@pytest.fixture(scope="module")
def shipped(collection_of: CollectionOf) -> Searcher:
    return collection_of(undeclared())


def test_translations_are_found_where_nothing_declares_them(shipped: Searcher) -> None:
    for letter_id in undeclared():
        other = letter_id.removesuffix(".zh") if letter_id.endswith(".zh") else f"{letter_id}.zh"

        (pair,) = pairs(shipped, letter_id)

        assert (pair.id, pair.relation, pair.is_declared) == (other, "translation", False)


def test_declared_versions_say_so_and_are_found_once(searcher: Searcher) -> None:
    (pair,) = pairs(searcher, CEC)

    assert (pair.id, pair.is_declared) == (f"{CEC}.zh", True)


def test_initiatives_of_versions_stand_side_by_side(searcher: Searcher) -> None:
    view = searcher.letter(CEC)
    assert view
    (pair,) = view.pairs

    count = len(view.letter.initiatives)
    assert count
    assert [row.here for row in pair.initiatives if row.here] == list(range(1, count + 1))
    assert all(row.here == row.there for row in pair.initiatives)


def test_a_letter_that_was_sent_again_with_changes_is_a_version(
    collection_of: CollectionOf,
) -> None:
    found = collection_of({"masks": MASKS, "later": LATER, "meeting": MEETING})

    (pair,) = pairs(found, "masks")
    assert (pair.id, pair.relation) == ("later", "version")
    assert [(row.here, row.there) for row in pair.initiatives] == [(n, n) for n in range(1, 5)]
    assert ids(found, "later") == ["masks"]
    assert ids(found, "meeting") == []


def test_a_letter_in_the_other_script_is_a_version(collection_of: CollectionOf) -> None:
    traditional = MASKS.translate(
        str.maketrans("关于书各会员请记数统长仓库联", "關於書各會員請記數統長倉庫聯")
    )
    found = collection_of({"masks": MASKS, "traditional": traditional})

    assert [(p.id, p.relation) for p in pairs(found, "masks")] == [("traditional", "version")]


def test_the_same_words_of_another_year_are_another_letter(collection_of: CollectionOf) -> None:
    found = collection_of({"masks": MASKS, "next": NEXT_YEAR})

    assert ids(found, "masks") == []


def test_a_letter_on_the_same_subject_is_no_translation(collection_of: CollectionOf) -> None:
    english = (
        "Proposal on Donating Masks\n\nTo all members:\n\n"
        "1. Register the masks that you can donate by 20 April, at least 50 a household.\n\n"
        "2. Send them to the warehouse at 77 Harbour Road, telephone 55512399.\n\n"
        "3. The lists are published by the XYZ bureau.\n\nSouthern Chamber\nMarch 2, 2020\n"
    )
    found = collection_of({"masks": MASKS, "english": english})

    assert ids(found, "masks") == []
    assert ids(found, "english") == []
