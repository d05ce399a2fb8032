"""Parts of a segment file damaged in turn: answers are right, or those of the sound index."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from index import DamagedIndex, LiveIndex, reindex
from index.columns.layout import FOOTER
from search import Request, Results, Searcher

QUERIES = (
    "口罩 masks", '"wear masks"', "title:倡议", "initiative:2", "issuer:协会", "resum*", "epidemc~",
    "date:2020-02", "lang:en", "genre:proposal", "signed:president", "-口罩", "",
)  # fmt: skip
EVERY = 9  # arrays; the columns' own test takes all of them
LETTERS = {
    "a.txt": "关于佩戴口罩的倡议书\n\n各会员单位：\n\n一、出门请佩戴口罩。\n\n二、勤洗手。\n\n"
    "某某行业协会\n2020年2月3日\n",
    "b.txt": "Proposal on the Resumption of Work\n\nTo all members:\n\n1. Wear masks.\n\n"
    "2. Resume work.\n\nChina Example Federation\nPresident\nFebruary 20, 2020\n",
}
NEWER = (
    "A second proposal\n\nWear masks, resume the work; 请佩戴口罩，注意防疫。\n\nMarch 1, 2020\n"
)


@pytest.fixture(scope="module")
def index_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three letters, one of them in the second generation alone."""
    scratch = tmp_path_factory.mktemp("damage")
    folder = scratch / "letters"
    folder.mkdir()
    for name, text in LETTERS.items():
        (folder / name).write_text(text, encoding="utf-8")
    reindex(folder, scratch / "index", jobs=1)
    (folder / "c.txt").write_text(NEWER, encoding="utf-8")
    reindex(folder, scratch / "index", jobs=1)
    return scratch / "index"


def answers(index_dir: Path) -> list[object]:
    searcher = Searcher(LiveIndex(index_dir))
    return [shown(searcher.search(Request(q=q, translate=False))) for q in QUERIES]


def shown(results: Results) -> object:
    hits = [(hit.letter, hit.score, hit.snippets, hit.initiatives) for hit in results.hits]
    return results.total, hits, results.facets


def regions(content: bytes) -> Iterator[tuple[str, int]]:
    """A place in the middle of every array of a segment file, and in its directory."""
    _, place, length, _, _ = FOOTER.unpack(content[-FOOTER.size :])
    directory = json.loads(content[place : place + length])
    places = sorted((at, name) for name, (_, count, at) in directory["arrays"].items() if count)
    ends = [at for at, _ in places[1:]] + [place]
    yield from ((name, (at + end) // 2) for (at, name), end in zip(places, ends, strict=True))
    yield "directory", place + length // 2


def test_a_byte_changed_in_any_part_never_makes_an_answer_wrong(
    index_dir: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = index_dir / "segment-000002-0-0"
    content = path.read_bytes()
    path.chmod(0o644)
    newer = answers(index_dir)
    path.write_bytes(b"")
    older = answers(index_dir)
    assert newer != older

    fallen = 0
    for name, place in list(regions(content))[::-EVERY]:
        path.write_bytes(content[:place] + bytes([content[place] ^ 0x55]) + content[place + 1 :])
        caplog.clear()
        for new, old, answer in zip(newer, older, answers(index_dir), strict=True):
            assert answer in (new, old), name
        fallen += str(path) in caplog.text
    path.write_bytes(content)

    assert fallen > 5
    assert answers(index_dir) == newer


@pytest.mark.parametrize(
    ("content", "what"),
    [
        pytest.param(None, "cannot be read|missing", id="missing"),
        pytest.param(b"", "0 bytes", id="empty"),
        pytest.param(b"letters\x00\x01" + bytes(200), "bytes and not", id="another size"),
    ],
)
def test_an_index_with_no_sound_generation_names_file_generation_and_command(
    tmp_path: Path, content: bytes | None, what: str
) -> None:
    folder = tmp_path / "letters"
    folder.mkdir()
    (folder / "a.txt").write_text(LETTERS["a.txt"], encoding="utf-8")
    reindex(folder, tmp_path / "index", jobs=1)
    path = tmp_path / "index" / "segment-000001-0-0"
    path.unlink()
    if content is not None:
        path.write_bytes(content)

    with pytest.raises(
        DamagedIndex, match=rf"Generation 1 .*{path.name}.*({what}).*letters reindex"
    ):
        answers(tmp_path / "index")


def test_a_segment_of_another_version_names_both_versions(tmp_path: Path) -> None:
    folder = tmp_path / "letters"
    folder.mkdir()
    (folder / "a.txt").write_text(LETTERS["a.txt"], encoding="utf-8")
    reindex(folder, tmp_path / "index", jobs=1)
    path = tmp_path / "index" / "segment-000001-0-0"
    content = path.read_bytes()
    path.chmod(0o644)
    path.write_bytes(content[:8] + b"\x01" + content[9:])

    with pytest.raises(DamagedIndex, match=r"Generation 1 .*its format is 1, this program's \d"):
        answers(tmp_path / "index")
    reindex(folder, tmp_path / "index", jobs=1)
    assert answers(tmp_path / "index")
