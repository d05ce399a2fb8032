"""Which language the interface speaks, that it is remembered, and that it is the only one."""

import json
import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from playwright.sync_api import Browser, Page, expect

import web
from tests.web.combobox.test_combobox import type_and_wait

SIU = "2020-02-03-siu-sds-proposal"
PAGES = [
    "/?ui=zh",
    "/?ui=zh&q=复工+masks&lang=en&date_from=2020",
    "/?ui=zh&q=epidemic&unit=initiative",
    "/?ui=zh&q=复工付产",
    '/?ui=zh&q="zzzyyy" AND (x&sort=9',
    f"/letters/{SIU}?ui=zh&q=epidemic",
    "/letters/2020-icmia-proposal.zh?ui=zh&q=疫情",
    "/letters/2020-icmia-proposal?ui=zh",
    f"/versions/{SIU}?ui=zh",
    f"/understood/{SIU}?ui=zh",
    "/elsewhere/2020-icmia-proposal?ui=zh",
    "/initiatives/1/2020-icmia-proposal.zh?ui=zh&q=疫情",
    "/?ui=zh&q=疫情&unit=initiative",
    "/browse?ui=zh",
    "/browse/issuers?ui=zh",
    "/browse/initiatives?ui=zh",
    "/help?ui=zh",
    "/nothing?ui=zh",
]
# Names, which are the same in every language, and the other language's own name.
NAMES = {"AND", "API", "APA", "AR", "BibTeX", "CSV", "English", "Enter", "Esc", "JSON", "Lines"}
NAMES |= {"RIS", "GB", "T", "NOT", "OR", "SIU", "SDS", "COVID", "nCoV", "novel", "coronavirus"}
# Text and attributes of a page that are in the page's own language and in the Latin script alone.
FOREIGN = """() => {
  const words = [];
  const own = (element) => element.closest("[lang]").lang === document.documentElement.lang;
  const note = (element, text) => {
    const letters = "bdi, pre, code, mark, time, script, style, [id^=citation-]";
    if (own(element) && !element.closest(letters)) words.push(text);
  };
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) note(walker.currentNode.parentElement, walker.currentNode.data);
  for (const element of document.querySelectorAll("*"))
    for (const name of ["aria-label", "title", "placeholder", "alt"])
      if (element.hasAttribute(name)) note(element, element.getAttribute(name));
  return words.map((word) => word.trim()).filter((word) => /[A-Za-z]{2}/.test(word));
}"""


def untranslated(texts: list[str]) -> list[str]:
    """Those with words in Latin letters beside names, and no Chinese."""
    return [
        text
        for text in texts
        if set(re.findall(r"[A-Za-z]+", text)) - NAMES and not re.search("[\u4e00-\u9fff]", text)
    ]


@pytest.mark.parametrize("address", PAGES)
def test_a_chinese_page_says_nothing_in_english(lively_page: Page, address: str) -> None:
    lively_page.goto(address)

    assert untranslated(lively_page.evaluate(FOREIGN)) == []


def test_nor_do_its_scripts(lively_page: Page) -> None:
    lively_page.goto("/?ui=zh")
    type_and_wait(lively_page, "propos")

    assert lively_page.locator("[role=listbox] [role=group]").count() > 1
    assert untranslated(lively_page.evaluate(FOREIGN)) == []


def test_an_untranslated_string_is_seen(lively_page: Page) -> None:
    lively_page.goto("/?ui=zh")
    lively_page.evaluate(
        "document.querySelector('h1').textContent = 'Newest letters';"
        "document.querySelector('nav').title = 'Site';"
    )

    assert untranslated(lively_page.evaluate(FOREIGN)) == ["Newest letters", "Site"]


@pytest.mark.parametrize(
    "script",
    sorted((Path(web.__file__).parent / "static").glob("*.js")),
    ids=lambda path: path.name,
)
def test_a_script_has_no_words_of_its_own(script: Path) -> None:
    """What it shows comes from the page, where it is translated."""
    code = re.sub(r"(?m)//.*$|/\\*(?s:.)*?\\*/", "", script.read_text("utf-8"))
    strings = [json.loads(f'"{text}"') for text in re.findall(r'"((?:[^"\\\n]|\\.)*)"', code)]
    shown = [
        text for text in strings if re.search(r"[A-Za-z]{2,} [A-Za-z]{2,}|[\u00c0-\ufffc]", text)
    ]

    assert strings
    assert [text for text in shown if not re.search(r"[\[\]#.>=]", text)] == []


def test_a_choice_is_remembered(client: FlaskClient) -> None:
    chinese = {"Accept-Language": "zh", "Sec-Fetch-Site": "same-origin"}
    cookie = client.get("/?ui=en", headers=chinese).headers["Set-Cookie"]

    assert '<html lang="en">' in client.get("/help", headers=chinese).get_data(as_text=True)
    assert {"HttpOnly", "SameSite=Lax", "Path=/"} <= set(cookie.split("; "))
    client.get("/?ui=zh", headers=chinese)
    assert '<html lang="zh-Hans">' in client.get("/help").get_data(as_text=True)


def test_a_link_from_elsewhere_changes_no_choice(client: FlaskClient) -> None:
    for origin in ("cross-site", "none", "same-site"):
        answer = client.get("/?ui=zh", headers={"Sec-Fetch-Site": origin})
        assert '<html lang="zh-Hans">' in answer.get_data(as_text=True)
        assert "Set-Cookie" not in answer.headers
    assert '<html lang="en">' in client.get("/").get_data(as_text=True)


def test_a_cookie_with_nonsense_is_passed_over(client: FlaskClient) -> None:
    client.set_cookie("ui", "klingon")

    assert '<html lang="en">' in client.get("/").get_data(as_text=True)


def test_answers_in_different_languages_are_kept_apart(client: FlaskClient) -> None:
    english = client.get("/")
    client.set_cookie("ui", "zh")
    chinese = client.get("/", headers={"If-None-Match": english.headers["ETag"]})

    assert {"Accept-Language", "Cookie"} <= set(english.vary)
    assert chinese.status_code == 200


@pytest.mark.parametrize("scripted", [True, False], ids=["with JavaScript", "without"])
def test_the_switch_keeps_the_view_and_the_next_visit_remembers(
    browser: Browser, site: str, scripted: bool
) -> None:
    context = browser.new_context(base_url=site, locale="en-GB", java_script_enabled=scripted)
    page = context.new_page()
    page.goto("/?q=epidemic&lang=en")
    page.get_by_role("link", name="简体中文").click()

    expect(page.locator("html")).to_have_attribute("lang", "zh-Hans")
    expect(page).to_have_url(re.compile("q=epidemic&lang=en"))
    page.goto("/help")
    expect(page.locator("html")).to_have_attribute("lang", "zh-Hans")
    context.close()


def test_a_page_names_itself_in_the_other_language(client: FlaskClient) -> None:
    text = client.get("/?q=复工&ui=zh").get_data(as_text=True)
    alternates = dict(re.findall(r'rel="alternate" hreflang="([^"]*)" href="([^"]*)"', text))
    (canonical,) = re.findall(r'rel="canonical" href="([^"]*)"', text)

    assert alternates == {
        "zh-Hans": "http://localhost/?q=%E5%A4%8D%E5%B7%A5&amp;ui=zh",
        "en": "http://localhost/?q=%E5%A4%8D%E5%B7%A5&amp;ui=en",
    }
    assert canonical == "http://localhost/?q=%E5%A4%8D%E5%B7%A5"


def test_the_key_can_be_turned_off(lively_page: Page) -> None:
    lively_page.goto("/help?ui=en")
    lively_page.get_by_role("checkbox", name="Single keys").uncheck()
    lively_page.reload()
    lively_page.keyboard.press("/")

    expect(lively_page.get_by_role("combobox")).not_to_be_focused()
    expect(lively_page.get_by_role("checkbox", name="Single keys")).not_to_be_checked()
