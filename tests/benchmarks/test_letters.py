"""Generated letters: always the same, of the sizes and languages asked for, read as letters."""

import doctest
import json
from collections import Counter
from pathlib import Path

import pytest

from benchmarks import letters, results, sources
from benchmarks.letters import Draft, Drafter, to_letter, write_folder
from benchmarks.sources import NoSource, open_source
from benchmarks.tokens import Words, collect
from corpus import read_found, scan


@pytest.fixture(scope="module")
def drafts(drafter: Drafter) -> list[Draft]:
    return list(drafter.drafts(300))


@pytest.mark.parametrize("module", [letters, results, sources], ids=lambda module: module.__name__)
def test_examples_are_true(module: object) -> None:
    assert doctest.testmod(module).failed == 0  # type: ignore[arg-type]


def test_a_letter_is_the_same_in_every_run_and_size(drafts: list[Draft]) -> None:
    again = Drafter(open_source())

    assert [again.draft(number) for number in (7, 299, 0)] == [drafts[7], drafts[299], drafts[0]]
    assert list(again.drafts(3, first=5)) == drafts[5:8]


def test_another_seed_gives_other_letters(drafts: list[Draft]) -> None:
    assert Drafter(open_source(), seed=1).draft(7).text != drafts[7].text


def test_letters_have_one_to_three_kilobytes(drafts: list[Draft]) -> None:
    sizes = [len(draft.text.encode()) for draft in drafts]

    assert min(sizes) >= 1_000
    assert max(sizes) < 3_000 + 4 * sources.LONGEST_SENTENCE
    assert 1_800 < sum(sizes) / len(sizes) < 2_500


def test_languages_have_their_shares(drafts: list[Draft]) -> None:
    shares = Counter(
        "mixed" if len(draft.languages) > 1 else draft.languages[0] for draft in drafts
    )

    assert 100 < shares["zh-Hans"] < 170
    assert 100 < shares["en"] < 170
    assert 15 < shares["mixed"] < 50


def test_letters_are_read_as_what_they_were_drafted_as(drafts: list[Draft]) -> None:
    read = [to_letter(draft) for draft in drafts]

    dated = [
        letter.date == f"{d.date // 10_000}-{d.date // 100 % 100:02}-{d.date % 100:02}"
        for letter, d in zip(read, drafts, strict=True)
    ]
    assert sum(dated) > 0.9 * len(drafts)
    assert sum(letter.title is not None for letter in read) > 0.9 * len(drafts)
    assert sum(len(letter.initiatives) > 1 for letter in read) > 0.4 * len(drafts)
    single = [(x, d) for x, d in zip(read, drafts, strict=True) if len(d.languages) == 1]
    assert sum(x.languages == d.languages for x, d in single) > 0.95 * len(single)


def test_the_vocabulary_grows_with_the_collection(drafter: Drafter, words: Words) -> None:
    more = collect(drafter.drafts(2 * len(words)))

    assert len(words.vocabulary) > 3_000
    assert len(more.vocabulary) > 1.3 * len(words.vocabulary)
    assert (more.frequency == 1).sum() > 0.3 * len(more.vocabulary)


def test_files_hold_the_letters(drafts: list[Draft], tmp_path: Path) -> None:
    written = write_folder(iter(drafts[:3]), tmp_path)

    found = list(scan(tmp_path))
    assert [file.source for file in found] == [draft.source for draft in drafts[:3]]
    assert [read_found(file)[0] for file in found] == [to_letter(draft) for draft in drafts[:3]]
    assert written == sum(file.size for file in found)


def test_judged_sets_give_their_sentences(tmp_path: Path) -> None:
    said = {
        "cmrc": "各会员单位应当严格落实消毒措施。口罩由联盟统一采购并分发。",
        "drcd": "各會員單位應當嚴格落實消毒措施。",
        "cisi": "Masks are bought by the alliance and handed out to all members.",
    }
    for name, text in said.items():
        (tmp_path / name).mkdir()
        row = json.dumps({"id": "1", "title": "", "text": text})
        (tmp_path / name / "docs.jsonl").write_text(row, "utf-8")

    found = open_source(tmp_path)

    texts = "".join(draft.text for draft in Drafter(found).drafts(40))
    assert found.name == "cisi cmrc drcd"
    assert all(part in texts for part in said["cmrc"].split("。"))
    assert said["drcd"] in texts
    assert said["cisi"] in texts


def test_a_folder_without_both_languages_is_refused(tmp_path: Path) -> None:
    (tmp_path / "cisi").mkdir()
    (tmp_path / "cisi" / "docs.jsonl").write_text('{"title": "", "text": "A."}', "utf-8")

    with pytest.raises(NoSource, match="both languages"):
        open_source(tmp_path)
