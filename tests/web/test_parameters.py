from urllib.parse import parse_qsl, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from werkzeug.datastructures import MultiDict

from web.dates import Days, read_date
from web.parameters import MAX_QUERY, SearchParameters, read_leniently


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2020", 20200101, 20201231),
        ("2020-02", 20200201, 20200229),
        ("2019-02", 20190201, 20190228),
        ("2020-12", 20201201, 20201231),
        ("2020-02-20", 20200220, 20200220),
    ],
)
def test_a_part_of_a_date_covers_its_whole_span(text: str, first: int, last: int) -> None:
    assert read_date(text) == Days(first, last)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "20",
        "2020-2",
        "2020-13",
        "2020-00",
        "2020-02-30",
        "2020-02-00",
        "0000",
        "２０２０",
        "2020-02\n",
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"^"):
        read_date(text)


def test_parameters_become_a_request() -> None:
    request = SearchParameters(
        q="复工", page=2, lang=("zh", "en"), date_from="2020", date_to="2020-02", sort="-date"
    ).to_request()

    assert (request.q, request.page, request.langs, request.sort) == (
        "复工",
        2,
        ("zh", "en"),
        "-date",
    )
    assert (request.date_from, request.date_to) == (20200101, 20200229)


@pytest.mark.parametrize(
    "wrong",
    [
        {"page": "0"}, {"page": "1.5"}, {"page": "99999999999999999999"}, {"per_page": "101"},
        {"sort": "foo"}, {"lang": ("fr",)}, {"genre": ("song",)}, {"issuer": ("",)},
        {"date_from": "2020-13"}, {"date_to": "yesterday"}, {"facet": ("none",)},
        {"translate": "perhaps"}, {"q": "字" * (MAX_QUERY + 1)}, {"foo": "1"},
    ],
    ids=str,
)  # fmt: skip
def test_an_unusable_parameter_is_named(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError) as caught:
        SearchParameters.model_validate(wrong)

    assert {fault["loc"][0] for fault in caught.value.errors()} == set(wrong)


def test_the_page_leaves_out_what_it_cannot_use_and_says_what() -> None:
    arguments = MultiDict(
        [
            ("q", "口罩"),
            ("page", "0"),
            ("sort", "foo"),
            ("lang", "en"),
            ("utm_source", "x"),
            ("genre", ""),
        ]
    )

    parameters, unusable = read_leniently(arguments)

    assert parameters == SearchParameters(q="口罩", lang=("en",))
    assert set(unusable) == {"page", "sort"}


def test_one_bad_value_of_several_leaves_out_the_parameter() -> None:
    parameters, unusable = read_leniently(MultiDict([("lang", "en"), ("lang", "fr")]))

    assert (parameters.lang, unusable) == ((), ("lang",))


def test_the_page_cuts_a_query_that_is_too_long() -> None:
    parameters, unusable = read_leniently(MultiDict([("q", "字" * (MAX_QUERY + 1))]))

    assert (len(parameters.q), unusable) == (MAX_QUERY, ())


some = st.builds(
    SearchParameters,
    q=st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
    page=st.integers(1, 100),
    per_page=st.integers(1, 100),
    sort=st.sampled_from(["relevance", "date", "-date"]),
    lang=st.lists(st.sampled_from(["zh", "en"]), unique=True).map(tuple),
    issuer=st.lists(st.sampled_from(["中国化工学会", "CEC & Co", "a=b"]), unique=True).map(tuple),
    date_from=st.sampled_from(["2019", "2020", "2020-02"]),
    translate=st.booleans(),
)


@given(some)
def test_an_address_says_it_all(parameters: SearchParameters) -> None:
    address = urlencode(parameters.to_pairs())

    assert read_leniently(MultiDict(parse_qsl(address, keep_blank_values=True))) == (parameters, ())


@given(
    st.lists(st.tuples(st.sampled_from([*SearchParameters.model_fields, "x"]), st.text(max_size=9)))
)
def test_no_address_is_too_strange_for_the_page(pairs: list[tuple[str, str]]) -> None:
    parameters, _ = read_leniently(MultiDict(pairs))

    assert parameters.page >= 1
    parameters.to_request()
