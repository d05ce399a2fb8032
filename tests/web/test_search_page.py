import re
from collections.abc import Callable
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient

from search.parsing import SYNTAX

Read = Callable[[str], dict[str, str]]


def page(client: FlaskClient, address: str, **headers: str) -> str:
    response = client.get(address, headers=headers)
    assert response.status_code == 200
    return response.get_data(as_text=True)


def marks(text: str) -> set[str]:
    return {mark.lower() for mark in re.findall(r"<mark>(.*?)</mark>", text)}


def titles(text: str) -> list[str]:
    found = re.findall(r"<article class=\"result\">\s*<h\d>(.*?)</h\d>", text, re.DOTALL)
    return [re.sub(r"<[^>]*>", "", title).strip() for title in found]


def test_the_start_page_shows_the_newest_letters_with_the_undated_last(client: FlaskClient) -> None:
    text = page(client, "/")

    assert "Newest letters" in text
    assert titles(text)[0] == "Letter of thanks to the café owners"
    assert "致全体会员的倡议书" in titles(text)[1]
    assert "倡议书" in titles(text)[-1] or "Proposal" in titles(text)[-1]
    assert len(titles(text)) == 10


@pytest.mark.parametrize(
    ("query", "marked"),
    [("复工复产", "复工复产"), ('"novel coronavirus"', "novel coronavirus"), ("標題 疫情", "疫情")],
)
def test_a_query_marks_what_it_found(client: FlaskClient, query: str, marked: str) -> None:
    response = client.get("/", query_string={"q": query})

    assert marked in marks(response.get_data(as_text=True))


def test_a_snippet_says_its_language(client: FlaskClient) -> None:
    text = page(client, "/?q=疫情")

    assert re.search(r'<p class="snippet" lang="zh-Hans">[^\n]*<mark>疫情</mark>', text)


def test_matched_initiatives_are_links_to_their_place(client: FlaskClient, links: Read) -> None:
    found = links(page(client, "/?q=互帮互助"))

    address = next(address for words, address in found.items() if words.startswith("3 互帮互助"))
    assert address.endswith("#initiative-3")
    assert 'id="initiative-3"' in page(client, address)


def test_filters_combine_and_are_removed_one_at_a_time(client: FlaskClient, links: Read) -> None:
    first = links(page(client, "/?q=疫情+epidemic"))["Simplified Chinese"]
    both = links(page(client, first))["Proposal"]
    narrowed = page(client, both)

    assert "lang=zh-Hans" in both
    assert "genre=proposal" in both
    assert all(re.search(r"[\u4e00-\u9fff]", title) for title in titles(narrowed))
    without = links(narrowed)["Simplified Chinese ×"]
    assert "lang=" not in without
    assert "genre=proposal" in without


def test_several_filters_are_taken_off_at_once(client: FlaskClient, links: Read) -> None:
    both = links(page(client, "/?q=疫情+epidemic&lang=zh&genre=proposal&sort=date"))
    one = links(page(client, "/?q=疫情+epidemic&lang=zh"))

    assert both["Remove all filters"] == f"/?q={quote('疫情')}+epidemic&sort=date"
    assert "Remove all filters" not in one


@pytest.mark.parametrize(
    ("address", "title"),
    [
        ("/", "Letters"),
        ("/?q=复工", "复工 – 3 letters – Letters"),
        ("/?q=疫情&per_page=2&page=2", "疫情 – 5 letters – Page 2 – Letters"),
        ("/?q=zzzyyy", "zzzyyy – 0 letters – Letters"),
        ("/?unit=initiative&q=互帮互助", "互帮互助 – 1 initiative – Letters"),
    ],
)
def test_the_title_tells_what_was_found(client: FlaskClient, address: str, title: str) -> None:
    assert f"<title>{title}</title>" in page(client, address)


def test_a_year_narrows_and_another_takes_its_place(client: FlaskClient, links: Read) -> None:
    narrowed = page(client, "/?q=疫情&date_from=2020-02&date_to=2020-02-10")

    assert "February 2020 – February 10, 2020 ×" in links(narrowed)
    assert "date_from=" not in links(narrowed)["February 2020 – February 10, 2020 ×"]


def test_sorting_by_date_keeps_the_query(client: FlaskClient, links: Read) -> None:
    address = links(page(client, "/?q=疫情&lang=zh"))["Oldest first"]

    assert "sort=date" in address
    assert "lang=zh" in address
    assert "安全" in page(client, address)


def test_paging_goes_forth_and_back(client: FlaskClient, links: Read) -> None:
    first = page(client, "/?q=疫情+epidemic&per_page=2")
    second = page(client, links(first)["Next"])

    assert len(titles(first)) == 2
    assert set(titles(first)).isdisjoint(titles(second))
    assert titles(page(client, links(second)["Previous"])) == titles(first)


def test_a_page_beyond_the_last_says_so_and_leads_back(client: FlaskClient, links: Read) -> None:
    text = page(client, "/?q=疫情&page=99")

    assert "There is no page 99" in text
    assert titles(page(client, links(text)["Go to the first page"]))


def test_no_hits_offers_ways_on_that_all_find_something(client: FlaskClient, links: Read) -> None:
    text = page(client, '/?q="zzzyyy"&lang=en')

    assert "No letter matches <bdi>&quot;zzzyyy&quot;</bdi>" in text
    assert "Search all letters, without the filters" in links(text)
    assert "Look for the words on their own: zzzyyy" in links(text)
    examples = re.search(r'<ul class="examples chips".*?</ul>', text, re.DOTALL)
    assert examples
    assert len(links(examples[0])) >= 3
    for address in links(examples[0]).values():
        assert titles(page(client, address))


STRANGE = {
    "a quotation mark": '"',
    "a field alone": "title:",
    "operators alone": "AND AND",
    "operators in a row": "NOT OR x",
    "an operator of another engine": "a REQUIRE b",
    "parentheses without end": "(" * 5000,
    "a NUL": "复\0工",
    "a right-to-left override": "\u202e复工",
    "signs": "?!…",
    "a stray asterisk": "* *",
    "markup": "<script>alert(1)</script>",
}


@pytest.mark.parametrize("query", STRANGE.values(), ids=STRANGE.keys())
def test_a_strange_query_gives_a_page(client: FlaskClient, query: str) -> None:
    response = client.get("/", query_string={"q": query})
    text = response.get_data(as_text=True)

    assert response.status_code == 200
    assert "<script>" not in text
    if query not in ("a REQUIRE b", STRANGE["markup"]):
        assert '<div class="notes"' in text


def test_bytes_that_are_no_text_are_replaced_with_a_note(client: FlaskClient) -> None:
    for broken in ("%ff%fe", "%ed%a0%80", "%e5%a4"):
        text = page(client, f"/?q={quote('复工')}{broken}")
        assert "Characters that cannot be shown were replaced." in text
        assert "\ufffd" in text


def test_a_query_that_is_too_long_is_cut_with_a_note(client: FlaskClient) -> None:
    assert "Only the first 4000 characters" in page(client, "/?q=" + "a" * 4001)


def test_parameters_that_cannot_be_used_are_named(client: FlaskClient) -> None:
    text = page(client, "/?q=复工&page=0&sort=best&unknown=1")

    assert "were left out: page, sort." in text


@pytest.mark.parametrize("example", SYNTAX, ids=lambda example: str(example.query))
def test_every_published_query_is_on_the_help_page_and_works(
    client: FlaskClient, links: Read, example: object
) -> None:
    query = getattr(example, "query", "")

    address = links(page(client, "/help"))[" ".join(query.split())]

    assert '<div class="notes"' not in page(client, address)


@pytest.mark.parametrize(
    ("address", "accepted", "language"),
    [
        ("/", "zh-CN,zh;q=0.9,en;q=0.8", "zh-Hans"),
        ("/", "zh-TW", "zh-Hans"),
        ("/", "en-GB", "en"),
        ("/", "fr", "en"),
        ("/?ui=zh", "en", "zh-Hans"),
        ("/?ui=en", "zh", "en"),
        ("/?ui=fr", "zh", "zh-Hans"),
    ],
)
def test_the_address_and_then_the_browser_choose_the_language(
    client: FlaskClient, address: str, accepted: str, language: str
) -> None:
    response = client.get(address, headers={"Accept-Language": accepted})

    assert f'<html lang="{language}">' in response.get_data(as_text=True)
    assert response.headers["Content-Language"] == language
    assert "Accept-Language" in response.headers["Vary"]


def test_the_language_switch_keeps_the_view_and_every_link_keeps_the_language(
    client: FlaskClient, links: Read
) -> None:
    switched = links(page(client, "/?q=epidemic&lang=en&sort=date"))["简体中文"]
    text = page(client, switched)

    assert "封信" in text
    assert links(text)["English"].startswith("/?q=")
    own = [
        address
        for words, address in links(text).items()
        if address.startswith("/") and words != "English"
    ]
    assert own
    assert all("ui=zh" in address for address in own)
    assert '<input type="hidden" name="ui" value="zh">' in text


def test_dates_are_written_as_the_language_writes_them(client: FlaskClient) -> None:
    assert "2020年2月3日" in page(client, "/?ui=zh")
    assert "February 3, 2020" in page(client, "/?ui=en")


def test_a_snippet_that_is_cut_within_a_sentence_says_so(client: FlaskClient) -> None:
    text = page(client, "/?q=epidemic")
    snippets = re.findall(r'<p class="snippet" lang="en">(.*?)</p>', text, re.DOTALL)
    whole = [words for words in snippets if not words.startswith("… ")]

    assert len(whole) < len(snippets)
    assert all(words[0].isupper() or words[0].isdigit() for words in whole)
