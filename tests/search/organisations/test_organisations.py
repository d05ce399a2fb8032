"""Organisations under many names: what is learned, what is not, and what follows for searching."""

import logging
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from index import LiveIndex, reindex
from search import Request, Searcher
from search.organisations import UnusableAliases, read_sayings

CollectionOf = Callable[[Mapping[str, str]], Searcher]
UNION = "Security Identification Union"
SHORT = "SIU"
CHEMISTS, CHEMISTS_ZH = "Chemical Industry and Engineering Society of China", "中国化工学会"


def english(issuer: str, says: str = "Please wear masks.") -> str:
    return f"Proposal on Masks\n\nTo all members:\n\n{says}\n\n{issuer}\nFebruary 3, 2020\n"


def chinese(issuer: str, says: str = "请大家佩戴口罩。") -> str:
    return f"关于口罩的倡议书\n\n各位会员：\n\n{says}\n\n{issuer}\n2020年2月3日\n"


def issuers(searcher: Searcher, *chosen: str) -> dict[str, int]:
    found = searcher.search(Request(issuers=chosen))
    return {one.value: one.count for one in found.facets["issuer"]}


def ids(searcher: Searcher, q: str = "", *chosen: str) -> set[str]:
    return {hit.letter.id for hit in searcher.search(Request(q=q, issuers=chosen)).hits}


@pytest.fixture(scope="module")
def taught(collection_of: CollectionOf) -> Searcher:
    return collection_of(
        {
            "full": english(UNION, f"{UNION} ({SHORT}) asks you to wear masks."),
            "again": english(UNION),
            "zh": chinese(CHEMISTS_ZH, f"{CHEMISTS_ZH}（CIESC）请大家佩戴口罩。"),
            "en": english(f"{CHEMISTS} (CIESC)"),
            "other": chinese("北方商会"),
        }
    )


def test_an_issuer_is_found_by_its_acronym(taught: Searcher) -> None:
    assert ids(taught, f"issuer:{SHORT}") == {"full", "again"}
    assert ids(taught, "issuer:siu -issuer:CIESC") == {"full", "again"}


def test_an_organisation_has_one_value_in_the_facet(taught: Searcher) -> None:
    counts = issuers(taught)

    assert sorted(counts.values()) == [1, 2, 2]
    assert counts[UNION] == 2


def test_its_best_name_is_known_in_both_languages(taught: Searcher) -> None:
    found = taught.search(Request()).facets["issuer"]

    (names,) = [one.names for one in found if "zh" in one.names]
    assert names == {"en": CHEMISTS, "zh": CHEMISTS_ZH}


@pytest.mark.parametrize("name", [CHEMISTS_ZH, f"{CHEMISTS} (CIESC)", "CIESC", CHEMISTS])
def test_any_of_its_names_filters_by_all_of_them(taught: Searcher, name: str) -> None:
    assert ids(taught, "", name) == {"zh", "en"}
    assert ids(taught, f'issuer:"{name}"') == {"zh", "en"}


def test_the_name_that_was_asked_for_is_the_one_that_is_counted(taught: Searcher) -> None:
    assert issuers(taught, CHEMISTS_ZH)[CHEMISTS_ZH] == 2


def test_a_letter_of_both_names_counts_once(collection_of: CollectionOf) -> None:
    both = english(f"{CHEMISTS} (CIESC)\n{CHEMISTS_ZH}（CIESC）")
    found = collection_of({"both": both, "zh": chinese(CHEMISTS_ZH)})

    assert list(issuers(found).values()) == [2]


def test_one_acronym_of_two_organisations_joins_neither(collection_of: CollectionOf) -> None:
    other = "Swiss Ice Union"
    found = collection_of(
        {
            "one": english(UNION, f"{UNION} ({SHORT}) asks you."),
            "two": english(other, f"The {other} ({SHORT}) asks you."),
        }
    )

    assert issuers(found) == {UNION: 1, other: 1}
    assert ids(found, "", UNION) == {"one"}
    assert ids(found, f"issuer:{SHORT}") == {"one", "two"}


def test_one_acronym_of_names_that_do_not_translate_each_other_joins_neither(
    collection_of: CollectionOf,
) -> None:
    found = collection_of(
        {
            "en": english(UNION, f"{UNION} ({SHORT}) asks you."),
            "zh": chinese("南方渔业协会", f"南方渔业协会（{SHORT}）请大家佩戴口罩。"),
        }
    )

    assert len(issuers(found)) == 2


def test_brackets_that_are_no_names_teach_nothing(collection_of: CollectionOf) -> None:
    found = collection_of(
        {
            "society": chinese("中国化工学会", "中国化工学会（北京）和会员（COVID-19）。"),
            "branch": chinese("中国化工学会（北京）"),
            "ours": chinese("北方商会", "北方商会（以下简称“商会”）和会员（以下简称“我会”）。"),
            "signed": chinese("南方商会", "南方商会（以下简称“商会”）请大家备足口罩。"),
            "wrong": english(UNION, f"{UNION} (NATO) asks you. {UNION} (see below)."),
        }
    )

    assert set(issuers(found).values()) == {1}
    assert ids(found, "issuer:NATO") == set()


def test_a_short_name_joins_unless_two_have_it(collection_of: CollectionOf) -> None:
    power = "中国电力企业联合会"
    found = collection_of(
        {
            "long": chinese(power, f"{power}（以下简称“中电企联合会”）请大家佩戴口罩。"),
            "short": chinese("中电企联合会"),
        }
    )

    assert list(issuers(found).values()) == [2]


def test_a_changed_letter_teaches_a_name_and_a_removed_one_takes_it_back(tmp_path: Path) -> None:
    letters = tmp_path / "letters"
    letters.mkdir()
    for name in ("one", "two"):
        (letters / f"{name}.txt").write_text(english(UNION), encoding="utf-8")
    reindex(letters, tmp_path / "index")
    searcher = Searcher(LiveIndex(tmp_path / "index"))
    before = ids(searcher, f"issuer:{SHORT}")

    (letters / "one.txt").write_text(english(UNION, f"{UNION} ({SHORT}) asks."), encoding="utf-8")
    reindex(letters, tmp_path / "index")
    after = ids(Searcher(LiveIndex(tmp_path / "index")), f"issuer:{SHORT}")
    (letters / "one.txt").unlink()
    reindex(letters, tmp_path / "index")

    assert before == set()
    assert after == {"one", "two"}
    assert ids(Searcher(LiveIndex(tmp_path / "index")), f"issuer:{SHORT}") == set()


def indexed(tmp_path: Path, aliases: str) -> Searcher:
    letters, custom = tmp_path / "letters", tmp_path / "custom"
    letters.mkdir()
    custom.mkdir()
    (custom / "aliases.tsv").write_text(aliases, encoding="utf-8")
    (letters / "zh.txt").write_text(
        chinese(CHEMISTS_ZH, f"{CHEMISTS_ZH}（CIESC）请您。"), encoding="utf-8"
    )
    (letters / "en.txt").write_text(english(f"{CHEMISTS} (CIESC)"), encoding="utf-8")
    (letters / "north.txt").write_text(chinese("北方商会"), encoding="utf-8")
    (letters / "chamber.txt").write_text(english("Northern Chamber"), encoding="utf-8")
    reindex(letters, tmp_path / "index")
    return Searcher(LiveIndex(tmp_path / "index"), custom=custom)


def test_the_admin_says_what_is_one_and_what_it_is_called(tmp_path: Path) -> None:
    searcher = indexed(tmp_path, "# ours\n北方商会\tNorthern Chamber\tNorth China Chamber\n")

    assert ids(searcher, "issuer:北方商会") == {"north", "chamber"}
    assert ids(searcher, 'issuer:"North China Chamber"') == {"north", "chamber"}
    (names,) = [o.names for o in searcher.search(Request()).facets["issuer"] if "北方商会" in
                o.names.values()]  # fmt: skip
    assert names == {"zh": "北方商会", "en": "Northern Chamber"}


def test_the_admin_says_what_is_not_one(tmp_path: Path) -> None:
    searcher = indexed(tmp_path, f"!{CHEMISTS_ZH}\t{CHEMISTS}\n")

    assert len(issuers(searcher)) == 4


def test_a_line_with_one_name_is_named_and_the_rest_goes_on(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    searcher = indexed(tmp_path, "北方商会\tNorthern Chamber\n\n南方商会\n")

    with caplog.at_level(logging.WARNING):
        assert len(issuers(searcher)) == 3
    assert "aliases.tsv, line 3" in caplog.text
    with pytest.raises(UnusableAliases, match="line 3"):
        read_sayings(tmp_path / "custom")
