"""Whoosh's writer makes generations of letters, as a reindex does."""

from pathlib import Path

import pytest
from whoosh.fields import UnknownFieldError
from whoosh.index import LockError
from whoosh.query import Term
from whoosh.writing import IndexingError

from corpus import Letter, UnreadableLetter
from index import build, open_snapshot, reindex
from index.as_whoosh import LetterIndex, open_whoosh_index
from index.as_whoosh import writer as as_whoosh_writer


@pytest.fixture
def opened(letters: dict[str, Letter], tmp_path: Path) -> LetterIndex:
    build(letters.values(), tmp_path)
    return open_whoosh_index(tmp_path)


def _ids(opened: LetterIndex, field: str, term: str) -> set[str]:
    with opened.searcher() as searcher:
        return {hit["id"] for hit in searcher.search(Term(field, term), limit=None)}


def test_a_letter_is_found_after_the_commit_and_not_before(opened: LetterIndex) -> None:
    writer = opened.writer()
    writer.add_document(id="新/信", text="请为医院捐款。\n一、捐款到账户。")
    before = _ids(opened, "text_w", "捐款")
    writer.commit()

    assert before == set()
    assert _ids(opened, "text_w", "捐款") == {"新/信"}
    assert opened.doc_count() == 6


def test_what_is_said_of_a_letter_stands_in_its_text(opened: LetterIndex) -> None:
    said = {
        "title": "捐款倡议",
        "date": "2021-03",
        "lang": ["zh-Hans"],
        "genre": "notice",
        "issuer": ["甲会", '乙 "会"'],
        "translation_of": "2020/masks",
    }

    with opened.writer() as writer:
        writer.add_document(id="a", text="请捐款。", **said)

    with opened.searcher() as searcher:
        stored = searcher.document(id="a")
    assert {name: stored[name] for name in said} == said
    assert stored["source"] == "a.md"
    assert stored["text"].endswith("---\n请捐款。")
    letter = open_snapshot(opened._live.index_dir).letter(5)
    assert letter.title is not None
    assert letter.text[letter.title.start : letter.title.end] == "捐款倡议"


def test_the_stored_fields_of_a_hit_make_the_same_letter(opened: LetterIndex) -> None:
    def letter(opened: LetterIndex) -> Letter:
        snapshot = open_snapshot(opened._live.index_dir)
        number = snapshot.find("2020/work")
        assert number is not None
        return snapshot.letter(number)

    before = letter(opened)
    with opened.writer() as writer, opened.searcher() as searcher:
        writer.update_document(**searcher.document(id="2020/work"))

    assert letter(opened) == before
    assert opened.doc_count() == 5


def test_one_value_of_a_hit_can_be_changed(opened: LetterIndex) -> None:
    with opened.writer() as writer, opened.searcher() as searcher:
        stored = searcher.document(id="2020/work")
        writer.update_document(**{**stored, "genre": "notice", "date": "2020-02-09"})

    with opened.searcher() as searcher:
        changed = searcher.document(id="2020/work")
    assert changed | {"text": ""} == stored | {"genre": "notice", "date": "2020-02-09", "text": ""}


@pytest.mark.parametrize(
    "said",
    [
        pytest.param({"date": "yesterday"}, id="no date"),
        pytest.param({"date": "2021-02-30"}, id="no such day"),
        pytest.param({"lang": "fr"}, id="no language of ours"),
        pytest.param({"genre": "poem"}, id="no genre"),
        pytest.param({"issuer": ["a \"b' c, d"]}, id="no way to quote"),
        pytest.param({"id": ""}, id="no id"),
        pytest.param({"text": None}, id="no text"),
    ],
)
def test_what_no_letter_can_have_is_refused(opened: LetterIndex, said: dict[str, object]) -> None:
    with opened.writer() as writer, pytest.raises(ValueError, match="letter"):
        writer.add_document(**{"id": "a", "text": "请捐款。", **said})

    assert opened.doc_count() == 5


def test_a_field_that_there_is_not_is_refused(opened: LetterIndex) -> None:
    with opened.writer() as writer:
        with pytest.raises(UnknownFieldError, match="author"):
            writer.add_document(id="a", text="x", author="b")
        with pytest.raises(IndexingError):
            writer.add_field("author", None)


def test_a_text_without_words_is_refused_as_a_file_is(opened: LetterIndex) -> None:
    with opened.writer() as writer, pytest.raises(UnreadableLetter):
        writer.add_document(id="a", text=" \n ")


def test_an_id_is_of_one_letter(opened: LetterIndex) -> None:
    with opened.writer() as writer:
        writer.add_document(id="new", text="一封信。")
        for taken in ("new", "undated"):
            with pytest.raises(IndexingError, match=taken):
                writer.add_document(id=taken, text="另一封信。")

    assert opened.doc_count() == 6


def test_an_update_takes_the_place_of_a_letter_new_or_old(opened: LetterIndex) -> None:
    with opened.writer() as writer:
        writer.update_document(id="undated", text="Donations, please.")
        writer.update_document(id="new", text="请捐款。")
        writer.update_document(id="new", text="请捐口罩。")

    assert opened.doc_count() == 6
    assert _ids(opened, "text_w", "donat") == {"undated"}
    assert _ids(opened, "text_b", "捐款") == set()
    assert _ids(opened, "text_b", "捐口") == {"new"}


def test_letters_are_deleted_by_a_term_and_by_a_query(opened: LetterIndex) -> None:
    opened.delete_by_term("lang", "en")
    opened.delete_by_query(Term("text_u", "工"))

    with opened.searcher() as searcher:
        assert {stored["id"] for stored in searcher.all_stored_fields()} == {
            "2019/旧信", "2020/masks",
        }  # fmt: skip
    assert opened.doc_count() == 2


def test_a_deleted_letter_can_come_back_before_the_commit(opened: LetterIndex) -> None:
    with opened.writer() as writer:
        writer.delete_document(0)
        writer.delete_document(0, delete=False)
        writer.delete_document(1)
        writer.add_document(id="2020/work", text="复工。")
        with pytest.raises(IndexingError, match="place"):
            writer.delete_document(1, delete=False)

    assert opened.doc_count() == 5


def test_numbers_of_no_letter_cannot_be_deleted(opened: LetterIndex) -> None:
    with opened.writer() as writer:
        writer.delete_document(4)

    with opened.writer() as writer:
        for number in (-1, 4, 5):
            with pytest.raises(IndexingError, match="number"):
                writer.delete_document(number)


def test_a_cancelled_writer_leaves_the_index_as_it_was(opened: LetterIndex) -> None:
    files = sorted(opened._live.index_dir.iterdir())
    writer = opened.writer()
    writer.add_document(id="a", text="请捐款。")
    writer.delete_document(0)

    writer.cancel()

    assert opened.doc_count() == 5
    assert {*opened._live.index_dir.iterdir()} - {*files} <= {opened._live.index_dir / "lock"}
    with pytest.raises(IndexingError, match="closed"):
        writer.add_document(id="a", text="请捐款。")


def test_an_error_within_the_writer_leaves_the_index_as_it_was(opened: LetterIndex) -> None:
    def fail_midway() -> None:
        with opened.writer() as writer:
            writer.delete_document(0)
            raise KeyError

    with pytest.raises(KeyError):
        fail_midway()

    assert opened.doc_count() == 5


def test_there_is_one_writer_at_a_time(opened: LetterIndex, tmp_path: Path) -> None:
    with opened.writer(), pytest.raises(LockError, match="writing"):
        opened.writer(timeout=0.02, delay=0.01)

    opened.writer().cancel()


def test_readers_go_on_with_their_generation_until_they_refresh(opened: LetterIndex) -> None:
    searcher = opened.searcher()
    opened.delete_by_term("id", "undated")

    assert searcher.doc_count() == 5
    assert not searcher.up_to_date()
    assert searcher.refresh().doc_count() == 4
    assert opened.searcher().up_to_date()


def test_nothing_to_do_makes_no_generation(opened: LetterIndex) -> None:
    before = opened.latest_generation()

    opened.writer().commit()
    opened.optimize()

    assert opened.latest_generation() == before


def test_optimizing_leaves_one_segment_without_deleted_letters(opened: LetterIndex) -> None:
    for name in "abc":
        with opened.writer() as writer:
            writer.add_document(id=name, text=f"第{name}封信。")
    opened.delete_by_term("id", "2020/work")
    assert opened.doc_count_all() > opened.doc_count()

    opened.optimize()

    assert opened.doc_count_all() == opened.doc_count() == 7
    assert opened.reader().is_atomic()


def test_many_letters_are_written_in_portions(
    opened: LetterIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(as_whoosh_writer, "MOST_WAITING", 20)
    with opened.writer() as writer:
        for number in range(12):
            writer.add_document(id=f"n{number}", text=f"第{number}封信，请捐款。")
        writer.update_document(id="n3", text="请捐口罩。")
        writer.update_document(id="n11", text="请捐口罩。")

    assert opened.doc_count() == 17
    assert len(_ids(opened, "text_b", "捐款")) == 10
    assert _ids(opened, "text_b", "捐口") == {"n3", "n11"}


def test_the_letters_of_another_index_are_added(opened: LetterIndex, tmp_path: Path) -> None:
    build([], tmp_path / "other")
    other = open_whoosh_index(tmp_path / "other")

    with other.writer() as writer:
        writer.add_reader(opened.reader())

    assert list(other.reader().letters()) == list(opened.reader().letters())


def test_a_reindex_brings_back_what_is_in_the_folder(tmp_path: Path) -> None:
    folder, index_dir = tmp_path / "letters", tmp_path / "index"
    folder.mkdir()
    for name in "abc":
        (folder / f"{name}.txt").write_text(f"第{name}封信。", encoding="utf-8")
    reindex(folder, index_dir)
    opened = open_whoosh_index(index_dir)
    with opened.writer() as writer:
        writer.add_document(id="d", text="第四封信。")
        writer.update_document(id="a", source="a.txt", text="改了的信。")
        writer.delete_by_term("id", "b")

    report = reindex(folder, index_dir)

    assert report.letters == 3
    with opened.searcher() as searcher:
        assert {stored["text"] for stored in searcher.all_stored_fields()} == {
            "第a封信。", "第b封信。", "第c封信。",
        }  # fmt: skip
