"""Letters that would do harm, on every kind of page and in every file: they are shown as text."""

import csv
import io
import re
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page

from index import reindex
from tests.web import chromium
from tests.web.xml_reading import read_xml
from web.app import create_app
from web.settings import Settings

OVERRIDE = "\u202e"
CALCULATED = ("=", "+", "-", "@", "\t", "\r")
LETTERS = {
    "来信/<b>甲.txt": f"""=HYPERLINK("http://evil.example","关于口罩的倡议书")

各会员单位<img src=x onerror=alert(1)>：

一、+86 佩戴口罩<script>alert(2)</script>。
二、@SUM(1+1)*cmd|' /C calc'!A0 口罩
三、-2+3 复工{OVERRIDE}，见 javascript:alert(3) 与 http://a.cn/?"onmouseover="alert(4)

=某某协会
2021年3月1日
""",
    "来信/<b>甲.en.txt": f"""---
title: "<svg/onload=alert(5)> of the {OVERRIDE}masks proposal"
translation_of: 来信/<b>甲
issuers:
  - "@<b onclick=alert(6)>Union</b>"
---
<svg/onload=alert(5)> of the {OVERRIDE}masks proposal

Dear members,

1. Wear masks </p></main><script>alert(7)</script>.
2. <a href="javascript:alert(8)">resume</a> "]]><!-- work with masks.
3. Be calm.

1 March 2021
""",
    "again.txt": """</title><script>alert(9)</script>关于口罩的公开信

一、+86 佩戴口罩<script>alert(2)</script>。

2022年3月1日
""",
    "long.txt": "公开信\n\n" + "安全，<i>" * 175_000,
}
A, B = quote("来信/<b>甲"), quote("来信/<b>甲.en")
PAGES = (
    "/",
    "/?q=口罩+masks",
    "/?q=口罩&unit=initiative",
    "/?q=口罩&issuer=" + quote("=某某协会"),
    f"/letters/{A}?q=口罩",
    f"/letters/{B}?q=masks",
    "/letters/again?q=口罩",
    "/letters/long",
    f"/versions/{A}",
    f"/understood/{A}",
    f"/understood/{B}",
    f"/elsewhere/{A}",
    f"/initiatives/1/{A}?q=口罩",
    "/browse",
    "/browse/issuers?initial=%23",
    "/browse/initiatives",
    "/help",
    "/?q=" + quote(f'"><script>alert(1)</script>{OVERRIDE}\x00'),
    "/?q=x&lang=" + quote('"><img src=x onerror=alert(1)>'),
    "/nothing/" + quote("<script>alert(1)</script>"),
)
# What a page must not have got from a letter: ours has none of these.
INTRUDERS = """() => [...document.querySelectorAll(
  "script:not([src]):not([type='application/ld+json']), body img, iframe, body i:not(dd i), b, " +
  "svg[onload], [onclick], [onerror], [onmouseover], a[href^='javascript:' i], title > *")]
  .map((element) => element.outerHTML.slice(0, 80))"""


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    place = tmp_path_factory.mktemp("hostile")
    for name, text in LETTERS.items():
        path = place / "letters" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    reindex(place / "letters", place / "index", jobs=1)
    return create_app(Settings(index_dir=place / "index"))


@pytest.fixture(scope="module")
def watched(browser: Browser, app: Flask) -> Iterator[Page]:
    """A page with JavaScript on, at the hostile letters."""
    with chromium.served(app) as site:
        context = browser.new_context(base_url=site, locale="zh-CN")
        yield context.new_page()
        context.close()


@pytest.mark.parametrize("address", PAGES)
def test_nothing_of_a_letter_becomes_part_of_a_page(watched: Page, address: str) -> None:
    dialogs: list[str] = []
    said: list[str] = []
    watched.on("dialog", lambda dialog: dialogs.append(dialog.message))
    watched.on("console", lambda message: said.append(message.text))

    watched.goto(address)

    assert watched.evaluate(INTRUDERS) == []
    assert dialogs == []
    assert [line for line in said if "404" not in line] == []
    assert watched.locator("main").count() == 1
    assert watched.locator("footer.site").count() == 1


def test_an_override_of_direction_ends_with_the_words_that_have_it(watched: Page) -> None:
    """Where it leaks, what follows on the line is turned round: the badges stand before it."""
    watched.goto(f"/initiatives/1/{B}")

    title = watched.locator(".byline .of").bounding_box()
    badge = watched.locator(".byline .badge").first.bounding_box()
    assert title
    assert badge
    assert badge["x"] > title["x"]


def test_no_cell_of_a_spreadsheet_is_calculated(app: Flask) -> None:
    text = app.test_client().get("/export.csv").get_data(as_text=True)
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))

    assert len(rows) == len(LETTERS) + 1
    assert not [cell for row in rows for cell in row if cell.startswith(CALCULATED)]
    assert any(cell.startswith("'=HYPERLINK") for row in rows for cell in row)


def test_feeds_and_files_stay_what_they_are(app: Flask) -> None:
    client = app.test_client()
    feed = client.get("/feed.atom?q=口罩+masks").get_data()
    found = client.get("/export.jsonl").get_data(as_text=True).splitlines()
    cited = client.get("/export.ris").get_data(as_text=True)
    entries = client.get("/export.bib").get_data(as_text=True)

    assert read_xml(feed).tag.endswith("feed")
    assert len(found) == len(LETTERS)
    assert len(re.findall(r"^TY  - ", cited, re.M)) == len(LETTERS)
    assert len(re.findall(r"^ER  - ", cited, re.M)) == len(LETTERS)
    assert len(re.findall(r"^@misc\{", entries, re.M)) == len(LETTERS)
    assert entries.count("{") == entries.count("}")
    assert read_xml(client.get("/opensearch.xml").get_data()).tag.endswith("OpenSearchDescription")
