"""A few letters in both languages, indexed once, and the dictionary as it is installed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from corpus import Letter, read_text
from corpus import LetterId as Id
from index import LiveIndex, build
from index.analysis import user_cache_folder
from search import Searcher
from search.translation.dictionary import Dictionary, open_dictionary

LETTERS = {
    "en-work": "Proposal for the resumption of work\n\nWe ask every company to wear masks.",
    "en-fresno": "A letter from Fresno\n\nThe farmers of Fresno thank Peyton for his donation.",
    "en-lavoisier": "On oxygen\n\nLavoisier named the gas, and Zhong Nanshan spoke of ventilators.",
    "zh-work": "复工倡议书\n\n请各企业有序复工，员工须佩戴口罩。",
    "zh-names": "关于博物馆的公开信\n\n林迪斯法恩岛的居民和拉瓦锡基金会感谢特斯拉公司。",
    "hant-work": "復工倡議書\n\n請各企業有序復工，員工須佩戴口罩。",
    "both": "复工倡议书 Proposal\n\n请各企业有序复工，员工返岗须先报备，并遵守当地政府的各项"
    "防控要求，戴好口罩。\n\nThe resumption of work is asked of all companies. "
    "Please let your staff return to their desks only with masks on.",
}


@pytest.fixture(scope="session")
def dictionary() -> Dictionary:
    return open_dictionary([user_cache_folder()])


@pytest.fixture(scope="session")
def make_searcher(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Searcher]:
    def make(letters: dict[str, str], custom: Path | None = None) -> Searcher:
        folder = tmp_path_factory.mktemp("bilingual")
        build([_letter(name, text) for name, text in letters.items()], folder)
        return Searcher(LiveIndex(folder), custom=custom)

    return make


@pytest.fixture(scope="session")
def bilingual(make_searcher: Callable[..., Searcher]) -> Searcher:
    return make_searcher(LETTERS)


def _letter(name: str, text: str) -> Letter:
    return read_text(text, letter_id=Id(name), source=name)
