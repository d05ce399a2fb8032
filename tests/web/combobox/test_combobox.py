"""Suggestions under the search box, in a real Chromium: keys, mouse, touch, and input methods."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, CDPSession, Locator, Page, Route, expect

from tests.web import chromium


@pytest.fixture
def start(lively_page: Page) -> Page:
    lively_page.goto("/?ui=en")
    return lively_page


def box(page: Page) -> Locator:
    return page.get_by_role("combobox")


def options(page: Page) -> Locator:
    return page.get_by_role("listbox").get_by_role("option")


def type_and_wait(page: Page, typed: str) -> None:
    """Put words into the box, in one go: a list that follows each key would change under a test."""
    box(page).click()
    page.keyboard.insert_text(typed)
    expect(options(page).first).to_be_visible()


def active(page: Page) -> str:
    """The words of the option that the box points to."""
    return str(
        box(page).evaluate(
            "box => document.getElementById(box.getAttribute('aria-activedescendant'))"
            "?.textContent ?? ''"
        )
    )


def test_what_is_typed_opens_a_list_in_groups_and_marks_it(start: Page) -> None:
    type_and_wait(start, "propos")

    expect(box(start)).to_have_attribute("aria-expanded", "true")
    expect(box(start)).to_have_attribute("aria-controls", "suggestions")
    assert start.get_by_role("group").count() >= 2
    expect(start.get_by_role("group", name="Titles").get_by_role("option").first).to_contain_text(
        "Proposal on Combating"
    )
    assert options(start).locator("mark").first.inner_text().lower() == "propos"
    expect(start.get_by_role("status").last).to_have_text(re.compile(r"^\d+ suggestions$"))


def test_arrow_keys_go_round_and_leave_what_was_typed(start: Page) -> None:
    type_and_wait(start, "epidemic")
    words = options(start).all_text_contents()

    start.keyboard.press("ArrowDown")
    assert active(start) == words[0]
    expect(options(start).first).to_have_attribute("aria-selected", "true")
    start.keyboard.press("ArrowUp")
    assert active(start) == ""
    start.keyboard.press("ArrowUp")
    assert active(start) == words[-1]
    start.keyboard.press("ArrowDown")
    assert active(start) == ""
    expect(box(start)).to_have_value("epidemic")
    expect(box(start)).to_be_focused()


def test_enter_follows_the_option_that_is_chosen(start: Page) -> None:
    type_and_wait(start, "Proposal on Combating")
    start.keyboard.press("ArrowDown")
    start.keyboard.press("Enter")

    start.wait_for_url("**/letters/**")
    expect(start.get_by_role("heading", level=1)).to_contain_text("Proposal on Combating")
    expect(start).to_have_url(re.compile("ui=en"))


def test_enter_without_a_choice_searches_for_what_was_typed(start: Page) -> None:
    type_and_wait(start, "epidemic")
    start.keyboard.press("Enter")

    start.wait_for_url("**/?q=epidemic**")


def test_escape_closes_the_list_first_and_empties_the_box_second(start: Page) -> None:
    type_and_wait(start, "epidemic")
    start.keyboard.press("Escape")

    expect(start.get_by_role("listbox")).to_be_hidden()
    expect(box(start)).to_have_value("epidemic")
    start.keyboard.press("ArrowDown")
    expect(start.get_by_role("listbox")).to_be_visible()
    start.keyboard.press("Escape")
    start.keyboard.press("Escape")
    expect(box(start)).to_have_value("")


def test_tab_goes_on_to_the_button_and_closes_the_list(start: Page) -> None:
    type_and_wait(start, "epidemic")
    start.keyboard.press("Tab")

    expect(start.get_by_role("button", name="Search")).to_be_focused()
    expect(start.get_by_role("listbox")).to_be_hidden()


def test_a_click_beside_the_list_closes_it(start: Page) -> None:
    type_and_wait(start, "epidemic")
    start.get_by_role("contentinfo").click()

    expect(start.get_by_role("listbox")).to_be_hidden()
    expect(box(start)).to_have_attribute("aria-expanded", "false")


def test_a_click_follows_an_option(start: Page) -> None:
    type_and_wait(start, "复工复产")
    phrase = start.get_by_role("group", name="Phrases").get_by_role("option").first
    words = phrase.inner_text()
    phrase.click()

    start.wait_for_url("**/?q=**")
    expect(box(start)).to_have_value(f'"{words}"')


def test_a_finger_follows_an_option(browser: Browser, site: str) -> None:
    context = browser.new_context(
        base_url=site, locale="zh-CN", has_touch=True, viewport={"width": 360, "height": 640}
    )
    page = context.new_page()
    page.goto("/")
    box(page).tap()
    page.keyboard.insert_text("fg")
    expect(options(page).first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    options(page).first.tap()

    page.wait_for_url(re.compile(r"/(letters/|\?q=)"))
    context.close()


@pytest.fixture
def input_method(start: Page) -> Iterator[CDPSession]:
    session = start.context.new_cdp_session(start)
    yield session
    session.detach()


def compose(session: CDPSession, text: str) -> None:
    place = {"selectionStart": len(text), "selectionEnd": len(text)}
    session.send("Input.imeSetComposition", {"text": text, **place})


def test_enter_in_an_input_method_is_its_own(start: Page, input_method: CDPSession) -> None:
    address = start.url
    box(start).click()
    for typed in ("f", "fu", "fu g", "fu go", "fu gon", "fu gong"):
        compose(input_method, typed)
    start.keyboard.press("ArrowDown")
    start.keyboard.press("Enter")

    start.wait_for_timeout(150)
    assert start.url == address
    expect(start.get_by_role("listbox")).to_be_hidden()

    input_method.send("Input.insertText", {"text": "复工"})
    expect(options(start).first).to_be_visible()
    expect(box(start)).to_have_value("复工")
    key = {"key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 229}
    input_method.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", **key})
    start.wait_for_timeout(150)
    assert start.url == address

    start.keyboard.press("Enter")
    start.wait_for_url("**/?q=%E5%A4%8D%E5%B7%A5**")


def test_an_answer_that_comes_late_is_dropped(start: Page) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        if route.request.url.endswith("q=epi"):
            held.append(route)
        else:
            route.continue_()

    start.route("**/api/v1/suggest?**", hold)
    box(start).click()
    with start.expect_request("**/suggest?q=epi"):
        start.keyboard.insert_text("epi")
    start.keyboard.insert_text("demic")
    expect(options(start).first).to_be_visible()
    before = options(start).all_text_contents()

    assert len(held) == 1
    held[0].fulfill(json={"query": "epi", "suggestions": []})
    start.wait_for_timeout(100)
    assert options(start).all_text_contents() == before


def test_fast_typing_asks_once(start: Page) -> None:
    asked: list[str] = []
    start.on("request", lambda request: asked.append(request.url))
    box(start).evaluate(
        """(box, typed) => {
            box.focus();
            for (const letter of typed) {
                box.value += letter;
                box.dispatchEvent(new InputEvent("input", {bubbles: true, data: letter}));
            }
        }""",
        "coronavirus",  # faster than any machine is slow: the pauses between keys are none
    )
    expect(options(start).first).to_be_visible()

    assert len([url for url in asked if "/suggest?" in url]) == 1


def test_suggestions_are_text_whatever_a_letter_says(start: Page) -> None:
    dialogs: list[str] = []
    start.on("dialog", lambda dialog: dialogs.append(dialog.message))
    type_and_wait(start, "alert")

    titles = start.get_by_role("group", name="Titles").get_by_role("option")
    expect(titles).to_have_text("<script>alert('复工')</script>致全体会员的倡议书")
    assert start.get_by_role("listbox").locator("script, img").count() == 0
    assert dialogs == []


def test_characters_beyond_the_first_plane_are_marked_whole(start: Page) -> None:
    answer = {
        "text": "𠮷野家😀复工",
        "lang": "zh-Hans",
        "kind": "phrase",
        "count": 1,
        "marks": [{"start": 1, "end": 5}],
        "url": "/?q=1",
        "query": "1",
    }
    start.route("**/suggest?**", lambda r: r.fulfill(json={"query": "", "suggestions": [answer]}))
    type_and_wait(start, "x")

    assert options(start).locator("mark").inner_text() == "野家😀复"
    expect(start.get_by_role("status").last).to_have_text("1 suggestion")


def test_a_server_that_is_away_leaves_a_plain_box(start: Page) -> None:
    start.route("**/suggest?**", lambda route: route.abort())
    box(start).click()
    start.keyboard.type("epidemic")
    start.wait_for_timeout(150)

    expect(start.get_by_role("listbox")).to_be_hidden()
    start.keyboard.press("Enter")
    start.wait_for_url("**/?q=epidemic**")


def test_a_slash_leads_to_the_box_but_not_while_typing(start: Page) -> None:
    start.keyboard.press("/")
    expect(box(start)).to_be_focused()
    expect(box(start)).to_have_value("")

    start.keyboard.type("1/2")
    expect(box(start)).to_have_value("1/2")


def test_without_javascript_it_is_a_plain_search_box(page: Page) -> None:
    page.goto("/")

    expect(page.get_by_role("searchbox")).not_to_have_attribute("role", "combobox")
    assert page.get_by_role("listbox").count() == 0


@pytest.mark.parametrize("language", ["zh", "en"])
def test_an_open_list_is_accessible(lively_page: Page, language: str) -> None:
    lively_page.goto(f"/help?ui={language}")
    type_and_wait(lively_page, "疫情")
    lively_page.keyboard.press("ArrowDown")

    chromium.assert_accessible(lively_page)
