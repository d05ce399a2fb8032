"""All that a search finds, beyond a page."""

from pathlib import Path

import pytest

from index import LiveIndex, reindex
from search import Request, Searcher

LETTERS = {
    "a": "关于复工的倡议书\n\n各会员单位：\n\n请做好复工准备。\n\n2020年2月3日\n",
    "b": "关于口罩的倡议书\n\n各会员单位：\n\n请佩戴口罩复工。\n\n2020年3月1日\n",
    "c": "Letter of thanks\n\nDear members,\n\nWe thank you for the masks.\n",
}


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    folder, place = (tmp_path_factory.mktemp(name) for name in ("letters", "index"))
    for name, text in LETTERS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    reindex(folder, place, jobs=1)
    return Searcher(LiveIndex(place))


@pytest.mark.parametrize("q", ["", "复工", "masks", "zzzyyy", "lang:zh"])
def test_it_is_what_all_pages_have_together(searcher: Searcher, q: str) -> None:
    found = searcher.match_set(Request(q=q, page=7), 100)
    paged = [searcher.best(Request(q=q, page=page, per_page=1)) for page in (1, 2, 3)]

    assert [match.id for match in found] == [one for page in paged for one in page]
    assert len(found) == found.total == searcher.count(Request(q=q))


def test_it_ends_at_the_limit_and_says_how_many_there_are(searcher: Searcher) -> None:
    found = searcher.match_set(Request(sort="-date"), 2)

    assert [match.id for match in found] == ["b", "a"]
    assert (len(found), found.total) == (2, 3)


def test_it_stays_what_it_was_while_letters_come_and_go(tmp_path: Path) -> None:
    folder, place = tmp_path / "letters", tmp_path / "index"
    folder.mkdir()
    for name, text in LETTERS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    reindex(folder, place, jobs=1)
    searcher = Searcher(LiveIndex(place))

    found = searcher.match_set(Request(sort="date"), 10)
    (folder / "a.txt").unlink()
    reindex(folder, place, jobs=1)

    assert [match.letter.id for match in found] == ["a", "b", "c"]
    assert searcher.count(Request()) == 2


def test_a_letter_was_changed_when_its_file_was_written_to(searcher: Searcher) -> None:
    for match in searcher.match_set(Request(), 10):
        source = Path(match.snapshot.manifest.folder) / match.letter.source
        assert abs(match.changed.timestamp() - source.stat().st_mtime) <= 60
