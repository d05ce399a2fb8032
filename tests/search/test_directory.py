from functools import partial
from json import dumps
from pathlib import Path

import pytest

from corpus import LetterId, read_text
from index import LiveIndex, build
from search import Searcher
from search.directory import OTHERS

NAMES = (
    "重庆市口罩协会", "重型机械商会", "长沙商会", "Chamber of Commerce", "chemists' union",
    "《长江》编辑部", "安全识别联盟", "Élan vital", "ＡＢＣ公司", "360公司", "Чайка", "……",
)  # fmt: skip


quoted = partial(dumps, ensure_ascii=False)


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    index_dir: Path = tmp_path_factory.mktemp("index")
    letters = [
        read_text(
            f"---\nissuers: [{quoted(name)}, 安全识别联盟]\n---\n各会员单位：请佩戴口罩。\n",
            letter_id=LetterId(str(number)),
            source=f"{number}.md",
        )
        for number, name in enumerate(NAMES)
    ]
    build(letters, index_dir)
    return Searcher(LiveIndex(index_dir))


def names(searcher: Searcher, initial: str) -> list[str]:
    return [one.value for one in searcher.issuers(initial)]


def test_issuers_stand_under_their_first_letter_or_that_of_their_pinyin(
    searcher: Searcher,
) -> None:
    assert searcher.issuer_initials() == ("A", "C", "E", "Z", OTHERS)
    assert names(searcher, "E") == ["Élan vital"]
    assert names(searcher, "Z") == ["重型机械商会"]
    assert set(names(searcher, OTHERS)) == {"360公司", "Чайка", "……"}
    assert names(searcher, "?") == []


def test_they_are_in_the_order_of_the_alphabet_with_their_counts(searcher: Searcher) -> None:
    assert names(searcher, "C") == [
        "Chamber of Commerce", "chemists' union", "《长江》编辑部", "长沙商会", "重庆市口罩协会",
    ]  # fmt: skip
    assert {one.value: one.count for one in searcher.issuers("A")} == {
        "ＡＢＣ公司": 1,
        "安全识别联盟": len(NAMES),
    }
