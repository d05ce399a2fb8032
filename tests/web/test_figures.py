"""What is promised of the page of results, in a browser: its weight, its stillness, its reach."""

import pytest
from playwright.sync_api import Browser, Page, Response, expect

from tests.web.chromium import NARROWEST

HEAVIEST = 40_000  # bytes of the page and all that it loads, as they are sent
RESULTS = "/?q=epidemic+疫情&ui=en"
LETTER = "/letters/2020-02-03-siu-sds-proposal"
_WATCH = """
window.shifts = 0;
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) window.shifts += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""


@pytest.fixture
def watched(lively_page: Page) -> Page:
    lively_page.add_init_script(_WATCH)
    return lively_page


@pytest.mark.parametrize(
    "address",
    [RESULTS, "/", "/browse", RESULTS.replace("en", "zh"), f"{LETTER}?q=epidemic", f"{LETTER}.zh"],
)
def test_a_page_is_light_and_stays_where_it_is(watched: Page, address: str) -> None:
    answers: list[Response] = []
    watched.on("response", lambda answer: answers.append(answer))

    watched.goto(address, wait_until="networkidle")

    weight = sum(answer.request.sizes()["responseBodySize"] for answer in answers)
    assert len(answers) >= 4
    assert 5_000 < weight < HEAVIEST
    assert watched.evaluate("window.shifts") == 0


def test_a_wide_screen_at_four_hundred_percent_scrolls_one_way(browser: Browser, site: str) -> None:
    context = browser.new_context(
        viewport={"width": NARROWEST, "height": 256}, device_scale_factor=4, locale="zh-CN"
    )
    page = context.new_page()

    for address in (RESULTS, "/browse/issuers", "/browse/initiatives"):
        page.goto(site + address)
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROWEST
    context.close()


def test_the_keyboard_alone_reaches_every_link_and_shows_where_it_is(lively_page: Page) -> None:
    lively_page.goto(RESULTS)
    wanted = lively_page.evaluate(
        """() => [...document.querySelectorAll("a[href], button, summary, input[type=search]")]
             .filter(e => !e.closest("details:not([open])") || e.matches("summary")).length"""
    )

    reached = set()
    for _ in range(wanted):
        lively_page.keyboard.press("Tab")
        reached.add(
            lively_page.evaluate(
                """() => {
                  const all = [...document.querySelectorAll("*")], e = document.activeElement;
                  const style = getComputedStyle(e), inner = e.querySelector("rect");
                  const ring = style.outlineStyle != "none" || style.outlineWidth != "0px" ||
                    (inner && getComputedStyle(inner).stroke != "none");
                  return `${all.indexOf(e)} ${Boolean(ring)}`;
                }"""
            )
        )

    assert len(reached) == wanted
    assert all(one.endswith(" true") for one in reached)


@pytest.mark.parametrize(
    "words", [("Narrow down", "Filters", "en"), ("缩小范围", "筛选条件", "zh")]
)
def test_time_is_narrowed_by_a_click_without_a_script(page: Page, words: tuple[str, ...]) -> None:
    aside, filters, language = words
    page.goto(f"/?q=epidemic+疫情&ui={language}")
    before = page.get_by_role("heading", level=1).inner_text()

    page.get_by_role("complementary", name=aside).locator("svg a").first.click()

    expect(page.get_by_role("heading", level=1)).not_to_have_text(before)
    page.get_by_role("list", name=filters).get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(before)


def test_dates_can_be_typed_and_the_rest_of_the_search_stays(page: Page) -> None:
    page.goto("/?q=epidemic+疫情&lang=zh-Hans&ui=en")
    page.get_by_text("Choose dates").click()
    page.get_by_label("Earliest").fill("2020-02-10")
    page.get_by_role("button", name="Apply").click()

    filters = page.get_by_role("list", name="Filters")
    expect(filters).to_contain_text("Simplified Chinese")
    expect(filters).to_contain_text("February 10, 2020 – …")
    expect(page.get_by_role("searchbox")).to_have_value("epidemic 疫情")


def test_the_other_language_is_switched_off_and_on(page: Page) -> None:
    page.goto("/?q=复工&ui=en")
    page.get_by_role("link", name="Leave the other language out").click()
    expect(page.locator(".other")).to_have_count(0)

    page.get_by_role("link", name="Look for letters in the other language as well").click()
    expect(page.locator(".other")).to_be_visible()


def test_a_reader_browses_to_a_letter(page: Page) -> None:
    page.goto("/?ui=zh")
    page.get_by_role("link", name="浏览", exact=True).click()
    page.get_by_role("link", name="全部发起单位").click()
    page.get_by_role("link", name="A", exact=True).click()
    page.get_by_role("link", name="安全识别联盟").click()

    expect(page.get_by_role("list", name="筛选条件")).to_contain_text("安全识别联盟")
    page.locator(".result h2 a").first.click()
    expect(page.locator("article.letter dl").first).to_contain_text("Security Identification Union")
