"""The journeys of a reader, in a real headless Chromium against a real server, JavaScript off."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

WIDTHS = [320, 360, 768, 1200, 1440]


def test_a_reader_searches_in_chinese_and_lands_on_an_initiative(page: Page) -> None:
    page.goto("/?ui=zh")
    page.get_by_role("searchbox", name="搜索信件").fill("复工复产")
    page.get_by_role("button", name="搜索").click()

    expect(page.get_by_role("heading", level=1)).to_contain_text("封信")
    marks = page.locator(".snippet mark")
    expect(marks.first).to_be_visible()
    assert set(marks.all_inner_texts()) & {"复工复产", "复工", "复产"}

    page.locator(".initiatives a").first.click()
    expect(page).to_have_url(re.compile(r"#initiative-\d"))
    target = page.locator(":target")
    expect(target).to_be_in_viewport()
    expect(page.locator(".text mark").first).to_be_attached()
    expect(page.locator("html")).to_have_attribute("lang", "zh-Hans")


def test_a_reader_searches_in_english_and_reads_a_letter_and_its_translation(page: Page) -> None:
    page.goto("/")
    page.get_by_role("searchbox", name="Search the letters").fill('"novel coronavirus"')
    page.keyboard.press("Enter")

    expect(page.locator(".snippet mark").first).to_have_text(re.compile("novel coronavirus", re.I))
    page.get_by_role("link", name="Proposal on Combating Novel Coronavirus").click()
    expect(page.locator(".text mark").first).to_be_visible()
    page.get_by_role("link", name="Jointly meet the challenge").click()
    expect(page.locator("#initiative-4")).to_be_in_viewport()

    page.locator("dl").get_by_role("link", name="关于抗击新型冠状病毒").click()
    expect(page.get_by_text("Unofficial translation", exact=True)).to_be_visible()
    page.get_by_role("link", name="Back to the results").click()
    expect(page.get_by_role("searchbox")).to_have_value('"novel coronavirus"')


def test_filters_are_put_on_and_taken_off_by_links(page: Page) -> None:
    page.goto("/?q=epidemic+疫情")
    before = page.get_by_role("heading", level=1).inner_text()

    page.get_by_role("complementary").get_by_role("link", name="Simplified Chinese").click()
    expect(page.get_by_role("heading", level=1)).not_to_have_text(before)
    page.get_by_role("list", name="Filters").get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(before)


def test_the_language_is_switched_on_the_spot(page: Page) -> None:
    page.goto("/?q=epidemic")
    page.get_by_role("link", name="简体中文").click()

    expect(page.get_by_role("button", name="搜索")).to_be_visible()
    expect(page.get_by_role("searchbox")).to_have_value("epidemic")
    page.get_by_role("link", name="English", exact=True).first.click()
    expect(page.get_by_role("button", name="Search")).to_be_visible()


def test_the_first_tab_offers_to_skip_to_the_content(page: Page) -> None:
    page.goto("/?q=epidemic")
    page.keyboard.press("Tab")

    skip = page.get_by_role("link", name="Skip to the content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()


ADDRESSES = [
    "/",
    "/?q=epidemic+疫情&lang=en",
    "/?q=zzzyyy" + "w" * 90,
    "/letters/2020-02-03-siu-sds-proposal?q=epidemic",
    "/letters/2020-icmia-proposal.zh?q=疫情#mark-2",
    "/versions/2020-icmia-proposal",
    "/versions/2020-02-03-siu-sds-proposal.zh?ui=zh",
    "/understood/2020-02-03-siu-sds-proposal.zh",
    "/understood/2020-icmia-proposal?ui=zh",
    "/?q=疫情&date_from=2020-02&date_to=2020-02&year=2020&ui=zh",
    "/?q=epidemic&unit=initiative",
    "/browse",
    "/browse/issuers",
    "/browse/initiatives?ui=zh",
    "/?q=企业&unit=initiative",
    "/initiatives/1/2020-icmia-proposal.zh?q=疫情",
    "/initiatives/1/2020-icmia-proposal?ui=zh",
    "/elsewhere/2020-icmia-proposal",
    "/letters/2020-cec-resumption-of-work-proposal.zh?ui=zh",
    "/?q=coronavirsu+title:&page=7",
    "/help",
    "/api/v1/docs",
    "/nothing",
]


@pytest.fixture(scope="module")
def wide(browser: Browser) -> Iterator[Page]:
    """One page for the tests that only look."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("address", ADDRESSES)
def test_nothing_scrolls_sideways(wide: Page, site: str, address: str) -> None:
    wide.goto(site + address)

    for width in WIDTHS:
        wide.set_viewport_size({"width": width, "height": 700})
        assert wide.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_rule_of_accessibility_is_broken(
    wide: Page, site: str, accessible: Callable[[Page], None], address: str
) -> None:
    wide.goto(site + address)

    accessible(wide)


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_policy_stops_nothing_that_a_page_needs(
    browser: Browser, site: str, address: str
) -> None:
    context = browser.new_context()
    page = context.new_page()
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("request", lambda request: asked.append(request.url))

    page.goto(site + address)

    assert [line for line in said if "404" not in line] == []
    assert all(url.startswith(site) for url in asked)
    styled = page.get_by_role("banner").evaluate("e => getComputedStyle(e).borderBottomStyle")
    assert styled == "solid"
    context.close()


def test_a_hostile_letter_runs_nothing(browser: Browser, site: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: dialogs.append(dialog.message))

    page.goto(f"{site}/?q=复工+script")
    page.get_by_role("link", name="致全体会员的倡议书").first.click()

    expect(page.locator(".text")).to_contain_text("<img src=x onerror=alert(1)>")
    assert dialogs == []
    context.close()
