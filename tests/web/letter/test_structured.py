"""What search engines read of a letter: data, true, and unable to become anything else."""

import json
import re
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import Page

from corpus import LetterId, read_text
from web.letter.structured import structured_data

SIU = "2020-02-03-siu-sds-proposal"
HOSTILE = """</script><script>alert(1)</script><!-- ]]> & \u2028关于复工的倡议书

各会员单位：

请做好复工准备。

某某行业协会
2020年3月1日
"""


def data(client: FlaskClient, letter: str) -> Any:
    text = client.get(f"/letters/{letter}").get_data(as_text=True)
    (found,) = re.findall(r'<script type="application/ld\+json">([^<]*)</script>', text)
    return json.loads(found)


def test_a_letter_says_what_it_is(client: FlaskClient) -> None:
    letter = data(client, SIU)

    assert letter["@context"] == "https://schema.org"
    assert letter["url"] == f"http://localhost/letters/{SIU}"
    assert letter["headline"].startswith("Proposal on Combating Novel Coronavirus")
    assert letter["datePublished"] == "2020-02-03"
    assert letter["inLanguage"] == ["en"]
    assert all(author["name"] for author in letter["author"])


def test_a_letter_and_its_translation_name_each_other(client: FlaskClient) -> None:
    original, translation = data(client, SIU), data(client, f"{SIU}.zh")

    assert original["workTranslation"] == [{"@id": translation["@id"]}]
    assert translation["translationOfWork"] == [{"@id": original["@id"]}]
    assert "translationOfWork" not in original


@pytest.mark.parametrize("letter", [SIU, f"{SIU}.zh"])
def test_each_version_is_named_with_its_language(client: FlaskClient, letter: str) -> None:
    text = client.get(f"/letters/{letter}?q=epidemic&ui=zh").get_data(as_text=True)

    assert dict(re.findall(r'<link rel="alternate" hreflang="([^"]*)" href="([^"]*)"', text)) == {
        "en": f"http://localhost/letters/{SIU}",
        "zh-Hans": f"http://localhost/letters/{SIU}.zh",
    }


def test_a_letter_without_versions_names_none(client: FlaskClient) -> None:
    assert (
        'rel="alternate"'
        not in client.get("/letters/café").get_data(as_text=True).split("<body")[0]
    )


def test_a_hostile_letter_ends_no_element(app: Flask) -> None:
    letter = read_text(HOSTILE, letter_id=LetterId("</script>"), source="hostile.txt")

    with app.test_request_context("/"):
        text = structured_data(letter, [])

    assert not re.search("[<>&\u2028]", text)
    assert json.loads(text)["headline"].startswith("</script><script>alert(1)</script><!--")


def test_the_policy_has_nothing_to_say_about_data(lively_page: Page) -> None:
    said: list[str] = []
    lively_page.on("console", lambda message: said.append(message.text))
    lively_page.goto(f"/letters/{SIU}")

    assert said == []
    assert lively_page.evaluate(
        "JSON.parse(document.querySelector('script[type=\"application/ld+json\"]').textContent).url"
    )
