import html
import re
from collections.abc import Callable
from urllib.parse import quote

import pytest
from flask import Flask
from flask.testing import FlaskClient

from web.collection import searcher

Read = Callable[[str], dict[str, str]]
SIU = "2020-02-03-siu-sds-proposal"
IDS = [
    SIU,
    f"{SIU}.zh",
    "2020-02-20-ciesc-letter-to-scej",
    "2020-02-20-ciesc-letter-to-scej.zh",
    "2020-cec-resumption-of-work-proposal",
    "2020-icmia-proposal",
    "2020-icmia-proposal.zh",
    "来信/某协会 100%",
]


def page(client: FlaskClient, letter_id: str, query: str = "") -> str:
    response = client.get(
        f"/letters/{quote(letter_id)}", query_string={"q": query} if query else {}
    )
    assert response.status_code == 200
    return response.get_data(as_text=True)


def words(text: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", text))


def body(text: str) -> str:
    """What the page shows of the file: front matter and lines, without white space."""
    front = re.findall(r"<pre>(.*?)</pre>", text, re.DOTALL)
    lines = re.findall(r'<p lang="[\w-]+" class="[ \w]+">(.*?)</p>', text)
    return "".join(words("".join([*front, *lines])).split())


@pytest.mark.parametrize("letter_id", IDS)
@pytest.mark.parametrize("query", ["", "疫情 epidemic the 的"])
def test_the_text_is_shown_whole_and_as_it_is(
    app: Flask, client: FlaskClient, letter_id: str, query: str
) -> None:
    with app.app_context():
        view = searcher().letter(letter_id)
    assert view

    assert body(page(client, letter_id, query)) == "".join(view.letter.text.split())


def test_the_terms_of_the_query_are_marked(client: FlaskClient) -> None:
    text = page(client, SIU, "novel coronavirus")

    assert re.search('<mark id="mark-1">novel( coronavirus)?</mark>', text.lower())
    assert "places match <q><bdi>novel coronavirus</bdi></q>." in text


def test_every_initiative_is_a_target_and_in_the_contents(client: FlaskClient) -> None:
    text = page(client, SIU)

    names = re.findall(r'<a id="(initiative-[\w~-]+)" class="permalink"', text)
    assert names == [
        "initiative-1", "initiative-2", "initiative-3", "initiative-4",
        "initiative-4-1", "initiative-4-2", "initiative-4-3",
    ]  # fmt: skip
    assert re.findall(r'<a href="#(initiative-[\w~-]+)">', text) == names


def test_a_target_stands_where_its_initiative_begins(client: FlaskClient) -> None:
    text = page(client, "2020-icmia-proposal.zh")

    assert re.search('<a id="initiative-3" class="permalink"[^>]*></a>三、释放产能', text)


def test_a_letter_and_its_translation_lead_to_each_other(client: FlaskClient, links: Read) -> None:
    original = page(client, SIU)
    title = "关于抗击新型冠状病毒、共迎未来市场挑战的倡议书"
    translation = client.get(links(original)[title]).get_data(as_text=True)

    assert "Simplified Chinese, unofficial" in words(original)
    assert "Unofficial translation" in words(translation)
    assert "<dt>Original</dt>" in translation
    back = "Proposal on Combating Novel Coronavirus and Meeting Future Market Challenges"
    assert links(translation)[back] == f"/letters/{SIU}"


def test_particulars_are_shown_above_the_text(client: FlaskClient) -> None:
    shown = " ".join(words(page(client, f"{SIU}.zh").replace("<", " <")).split())

    assert "Date February 3, 2020" in shown
    assert "Issued by 安全识别联盟 安全证件峰会组委会" in shown
    assert "Signed by WANG Yaohua XU Wencai" in shown


def test_the_way_back_leads_to_the_very_results(client: FlaskClient, links: Read) -> None:
    results = "/?q=%E7%96%AB%E6%83%85&page=2&per_page=2&lang=zh"
    address = next(
        address
        for address in links(client.get(results).get_data(as_text=True)).values()
        if address.startswith("/letters/")
    )

    assert links(client.get(address).get_data(as_text=True))["Back to the results"] == results


def test_every_line_says_its_language(client: FlaskClient) -> None:
    assert set(re.findall(r'<p lang="([\w-]+)"', page(client, SIU))) == {"en"}
    assert set(re.findall(r'<p lang="([\w-]+)"', page(client, f"{SIU}.zh"))) == {"zh-Hans"}


def test_a_hostile_letter_is_shown_as_text(client: FlaskClient) -> None:
    text = page(client, "来信/某协会 100%", "复工 script")

    assert "<script>" not in text
    assert not re.search(r"<[^>]*\son\w+=", text)
    assert "<img" not in text
    assert text.count("<h1") == 1
    assert "&lt;" in text
    assert 'href="javascript:' not in text
    assert '<a href="http://example.org/a?b=1&amp;c=2" rel="nofollow noopener">' in text
    assert '<a href="mailto:office@example.org" rel="nofollow noopener">' in text


def test_an_address_in_another_normal_form_finds_the_letter(client: FlaskClient) -> None:
    assert "the masks which they gave" in page(client, "cafe\u0301")
    assert "the masks which they gave" in page(client, "caf\u00e9")


@pytest.mark.parametrize("letter_id", ["nothing", "../etc/passwd", "%00", "2020", f"{SIU}/"])
def test_an_unknown_letter_is_not_found(client: FlaskClient, letter_id: str) -> None:
    response = client.get(f"/letters/{letter_id}")

    assert response.status_code == 404
    assert "There is n" in response.get_data(as_text=True)
