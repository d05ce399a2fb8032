"""The glossary: the project's own lines can be used, and a line that cannot is named."""

from itertools import chain
from pathlib import Path

import pytest

from index.analysis import fold
from search.translation import UnusableGlossary, glossary, read_concepts
from search.translation.glossary import open_glossary, stems_of, to_glossary

OWN = Path(glossary.__file__).with_name(glossary.FILE)


def test_every_line_of_the_projects_glossary_has_both_languages() -> None:
    concepts = read_concepts(OWN)

    assert len(concepts) > 300
    for concept in concepts:
        assert all("\u4e00" <= name[-1] <= "\u9fff" for group in concept.chinese for name in group)
        assert all(name.isascii() for group in concept.english for name in group)


def test_no_name_stands_twice_in_a_cell_and_no_chinese_name_in_two_lines() -> None:
    chinese = [name for one in read_concepts(OWN) for group in one.chinese for name in group]

    assert len(set(chinese)) == len(chinese)
    for concept in read_concepts(OWN):
        english = [name for group in concept.english for name in group]
        assert len(set(english)) == len(english), concept


def test_ways_to_write_the_same_are_kept_apart_from_what_is_near(tmp_path: Path) -> None:
    path = tmp_path / "glossary.tsv"
    path.write_text(
        "# comment\n\n复工 = 復工\tresumption of work = back to work ; restart\n", "utf-8"
    )

    (concept,) = read_concepts(path)

    assert concept.chinese == (("复工", "復工"),)
    assert concept.english == (("resumption of work", "back to work"), ("restart",))


def test_names_are_found_in_any_writing() -> None:
    found = to_glossary(read_concepts(OWN))

    assert [one.written for one in found.english.get("新冠肺炎", ())][:2] == ["COVID-19", "covid19"]
    assert "新冠肺炎" in {one.text for one in found.chinese.get("covid 19", ())}
    assert "新冠肺炎" in {one.text for one in found.chinese.get("2019 ncov", ())}
    assert "复工" in {one.text for one in found.chinese.get("resumpt of work", ())}


def test_a_compiled_glossary_says_the_same(tmp_path: Path) -> None:
    concepts = read_concepts(OWN)
    compiled, read = open_glossary(None, [tmp_path]), to_glossary(concepts)
    (path,) = tmp_path.iterdir()
    made = path.stat().st_mtime_ns
    mapped = open_glossary(None, [tmp_path])

    for concept in concepts:
        for name in chain.from_iterable(concept.chinese):
            folded = fold(name).text
            assert compiled.english.get(folded, ()) == read.english.get(folded, ()) != ()
        for name in chain.from_iterable(concept.english):
            stems = stems_of(fold(name).text)
            assert mapped.chinese.get(stems, ()) == read.chinese.get(stems, ())
    assert path.stat().st_mtime_ns == made


@pytest.mark.parametrize(
    "line", ["口罩 mask", "口罩\t", "\tmask", "口罩\tmask\tmasks", " = \tmask"]
)
def test_a_line_that_cannot_be_used_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "glossary.tsv"
    path.write_text(f"防护\tprotection\n{line}\n", encoding="utf-8")

    with pytest.raises(UnusableGlossary, match="line 2"):
        read_concepts(path)


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    path = tmp_path / "glossary.tsv"
    path.write_bytes(b"\xff\xfe\xff")

    with pytest.raises(UnusableGlossary, match="cannot be read"):
        read_concepts(path)
