"""Laws of the keys and marks of names."""

from hypothesis import given
from hypothesis import strategies as st

from index import key_marks, name_key, name_keys, name_marks, without_acronym

NAMES = st.one_of(
    st.text(),
    st.sampled_from(
        [
            "The Security  Identification Union (SIU)",
            "security identification union",
            "中国化工学会（CIESC）",
            "中國化工學會",
            "the ",
            "（AB）",
            "Société Générale\0",
        ]
    ),
)


@given(st.lists(NAMES))
def test_keys_of_many_names_are_those_of_each(names: list[str]) -> None:
    assert name_keys(names) == [name_key(name) for name in names]


@given(NAMES)
def test_a_key_is_its_own_key_but_for_articles_and_acronyms(name: str) -> None:
    key = name_key(name)

    if not key.startswith("the ") and without_acronym(key) == key:
        assert name_key(key) == key


@given(st.lists(NAMES, unique=True))
def test_marks_agree_where_keys_do_and_tell_spellings_apart(names: list[str]) -> None:
    keys, marks = name_keys(names), name_marks(names)

    shared = key_marks(marks).tolist()
    assert len(set(zip(keys, shared, strict=True))) == len(set(keys)) == len(set(shared))
    assert len(set(marks.tolist())) == len(names)


def test_spellings_of_one_name_have_one_key() -> None:
    spellings = ["中國化工學會（CIESC）", "中国化工学会", "中国化工学会 (CIESC)"]

    assert set(name_keys(spellings)) == {"中国化工学会"}
    assert name_key("The  Union (SIU)") == name_key("union")
    assert name_key("中国化工学会（北京）") != name_key("中国化工学会")
