from pathlib import Path

from corpus import Language, LetterId, Pair, Version, find_pairs, pair_up, read_letters

ZH: Language = "zh-Hans"


def version(letter_id: str, of: str | None = None, lang: Language = "en") -> Version:
    return Version(LetterId(letter_id), lang, None if of is None else LetterId(of))


def paired(*versions: Version) -> dict[str, list[str]]:
    return {key: [pair.id for pair in pairs] for key, pairs in pair_up(versions).items()}


def test_a_translation_and_its_original_know_each_other() -> None:
    pairs = pair_up([version("a"), version("a.zh", "a", ZH), version("b")])

    assert pairs == {"a": (Pair(LetterId("a.zh"), ZH),), "a.zh": (Pair(LetterId("a"), "en"),)}


def test_translations_of_one_letter_know_each_other_even_without_it() -> None:
    assert paired(version("fr", "a"), version("zh", "a"), version("x", "y")) == {
        "fr": ["zh"],
        "zh": ["fr"],
    }


def test_a_translation_of_a_translation_belongs_to_the_letter() -> None:
    assert paired(version("c", "b"), version("b", "a"), version("a")) == {
        "a": ["b", "c"],
        "b": ["a", "c"],
        "c": ["a", "b"],
    }


def test_letters_that_translate_each_other_or_themselves_do_no_harm() -> None:
    assert paired(version("a", "b"), version("b", "a"), version("c", "c"), version("d", "b")) == {
        "a": ["b", "d"],
        "b": ["a", "d"],
        "d": ["a", "b"],
    }


def test_the_versions_of_a_letter_are_found_in_its_folder(tmp_path: Path) -> None:
    block = "---\nlang: zh-Hans\ntranslation_of: a\n---\n请做好防护。"
    (tmp_path / "a.txt").write_text("Please stay at home.")
    (tmp_path / "b.md").write_text(block, encoding="utf-8")
    (tmp_path / "c.md").write_text(block, encoding="utf-16")
    (tmp_path / "d.txt").write_text("Not paired: translation_of nothing.")
    (tmp_path / "e.txt").write_bytes(b"translation_of \0\0")
    (letter,) = read_letters(tmp_path / "b.md", tmp_path)

    pairs = find_pairs(letter, tmp_path)

    assert pairs == (Pair(LetterId("a"), "en"), Pair(LetterId("c"), ZH, "version"))
