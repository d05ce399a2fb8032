"""What readers do on the page of a letter, in Chromium, with and without JavaScript."""

import random
import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page, expect

import web
from tests.web.conftest import COLLECTION
from web.letter.fragments import text_fragment

SIU = "2020-02-03-siu-sds-proposal"
FRAGMENT_JS = (Path(web.__file__).parent / "static" / "fragment.js").read_text(encoding="utf-8")
SELECT = """([lang, words]) => {
  for (const p of document.querySelectorAll(`.text > p:lang(${lang})`)) {
    const walker = document.createTreeWalker(p, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.data.indexOf(words);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + words.length);
      document.getSelection().removeAllRanges();
      document.getSelection().addRange(range);
      return true;
    }
  }
  return false;
}"""


@pytest.fixture
def copying(lively_page: Page) -> Page:
    lively_page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    return lively_page


def copied(page: Page) -> str:
    expect(page.locator(".said")).not_to_be_empty()
    return str(page.evaluate("navigator.clipboard.readText()"))


@pytest.mark.parametrize(
    ("interface", "first", "following"),
    [("en", "Go to the first", "Next match"), ("zh", "跳到第一处", "下一处")],
)
def test_marks_are_stepped_through_by_links_alone(
    page: Page, interface: str, first: str, following: str
) -> None:
    page.goto(f"/letters/{SIU}?q=epidemic&ui={interface}")

    page.get_by_role("link", name=first).click()
    expect(page.locator("#mark-1")).to_be_in_viewport()
    page.get_by_role("link", name=following).click()
    page.get_by_role("link", name=following).click()

    expect(page).to_have_url(re.compile(r"#mark-3$"))
    expect(page.locator("#mark-3")).to_be_in_viewport()
    expect(page.get_by_role("link", name=following)).to_have_count(1)


def test_n_and_p_step_through_marks_but_not_while_typing(lively_page: Page) -> None:
    lively_page.goto(f"/letters/{SIU}?q=epidemic")

    lively_page.keyboard.press("n")
    lively_page.keyboard.press("n")
    lively_page.keyboard.press("n")
    lively_page.keyboard.press("p")
    expect(lively_page.locator("#mark-2")).to_be_in_viewport()
    expect(lively_page).to_have_url(re.compile(r"#mark-2$"))

    lively_page.locator("#q").press("n")
    assert lively_page.url.endswith("#mark-2")


def test_single_keys_are_turned_off_and_on(lively_page: Page) -> None:
    lively_page.goto(f"/letters/{SIU}?q=epidemic")
    lively_page.get_by_role("link", name="Turn off").click()
    lively_page.get_by_role("checkbox", name="Single keys").uncheck()
    lively_page.go_back()
    expect(lively_page.get_by_text("Keys:")).to_be_hidden()

    lively_page.keyboard.press("n")
    lively_page.keyboard.press("/")

    assert "#mark" not in lively_page.url
    expect(lively_page.locator("#q")).not_to_be_focused()


def test_without_a_script_nothing_offers_to_copy(page: Page) -> None:
    page.goto(f"/letters/{SIU}")
    page.get_by_text("Cite this letter").click()

    expect(page.locator("#citation-1")).to_be_visible()
    expect(page.get_by_role("button", name="Copy")).to_have_count(0)


@pytest.mark.parametrize(
    ("interface", "summary", "button"),
    [("en", "Cite this letter", "Copy the citation: APA"), ("zh", "引用这封信", "复制引文：APA")],
)
def test_a_citation_is_copied(copying: Page, interface: str, summary: str, button: str) -> None:
    copying.goto(f"/letters/{SIU}?ui={interface}")
    copying.get_by_text(summary).click()
    copying.get_by_role("button", name=button).click()

    assert copied(copying).startswith("Security Identification Union & Security Document Summit")


def test_the_link_of_an_initiative_is_copied_and_leads_to_it(copying: Page) -> None:
    copying.goto(f"/letters/{SIU}.zh?q=疫情")
    copying.get_by_role("button", name="Copy the link to initiative 4.2").click()
    link = copied(copying)

    assert link.endswith(f"/letters/{SIU}.zh#initiative-4-2")
    copying.goto(link)
    expect(copying.locator("#initiative-4-2")).to_be_in_viewport()


@pytest.mark.parametrize(
    ("letter", "lang", "words", "expected"),
    [
        pytest.param(SIU, "en", "help each other during such special", "during such", id="en"),
        pytest.param(SIU, "en", "Security Document Summit Committee", "hereafter", id="twice"),
        pytest.param(f"{SIU}.zh", "zh", "友好国际", "", id="none"),
        pytest.param(f"{SIU}.zh", "zh", "互帮互助，并将本单位", "本单位", id="zh"),
        pytest.param(f"{SIU}.zh", "zh", "最后，希望我们携手并肩", "携手并肩", id="zh-end"),
    ],
)
def test_a_link_to_selected_words_leads_to_them(
    copying: Page, letter: str, lang: str, words: str, expected: str
) -> None:
    copying.set_viewport_size({"width": 1000, "height": 400})
    copying.goto(f"/letters/{letter}")
    found = copying.evaluate(SELECT, [lang, words])
    if not expected:
        assert not found
        expect(copying.get_by_role("button", name="Copy a link to these words")).to_be_hidden()
        return
    copying.get_by_role("button", name="Copy a link to these words").click()
    link = copied(copying)

    assert expected in unquote(link)
    copying.goto("about:blank")
    copying.goto(link)
    copying.wait_for_function("scrollY > 0")
    shown = copying.locator(".text > p", has_text=words).first
    expect(shown).to_be_in_viewport()


@pytest.fixture
def spans() -> list[tuple[str, int, int]]:
    chance = random.Random(2020)
    texts = [path.read_text(encoding="utf-8") for path in sorted(COLLECTION.iterdir())]
    texts += ["a-b & c, d\n" * 9, "复工 masks，\U00020000\U00020001 x\n" * 5, "Über-ÜBER, über.\n"]
    found = []
    for text in texts:
        for _ in range(25):
            start = chance.randrange(len(text))
            found.append((text, start, min(start + chance.randrange(400), len(text))))
    return found


def test_the_script_makes_the_same_fragments_as_the_server(
    lively_page: Page, spans: list[tuple[str, int, int]]
) -> None:
    units = [
        [text, *(len(text[:at].encode("utf-16-le")) // 2 for at in (start, end))]
        for text, start, end in spans
    ]
    lively_page.evaluate(f"() => {{ {FRAGMENT_JS} }}")

    made = lively_page.evaluate("all => all.map((one) => textFragment(...one))", units)

    assert made == [text_fragment(*span) for span in spans]


@pytest.mark.parametrize(
    ("interface", "side", "there"),
    [("en", "Versions side by side", "Initiative 4.2 in its letter"),
     ("zh", "各版本对照", "在原信中查看第 4.2 条倡议")],
)  # fmt: skip
def test_versions_are_read_side_by_side_and_on_a_phone_one_under_the_other(
    page: Page, interface: str, side: str, there: str
) -> None:
    page.goto(f"/letters/{SIU}?ui={interface}")
    page.get_by_role("link", name=side).click()
    links = page.get_by_role("link", name=there)
    expect(links).to_have_count(2)
    page.wait_for_load_state()  # before its styles, a page has its links one under the other

    wide = [box["y"] for box in (one.bounding_box() for one in links.all()) if box]
    page.set_viewport_size({"width": 320, "height": 700})
    narrow = [box["y"] for box in (one.bounding_box() for one in links.all()) if box]

    assert abs(wide[0] - wide[1]) < 10
    assert narrow[1] - narrow[0] > 50
    links.last.click()
    expect(page).to_have_url(re.compile(r"\.zh(\?ui=\w+)?#initiative-4-2$"))


def test_a_field_leads_to_its_words_in_the_file_and_in_the_letter(page: Page) -> None:
    page.set_viewport_size({"width": 1000, "height": 400})
    page.goto(f"/understood/{SIU}")
    page.get_by_role("row", name="Date").get_by_role("link", name="The text, line").click()
    expect(page.locator("mark#date")).to_be_in_viewport()

    page.get_by_role("row", name="Date").get_by_role("link", name="In the letter").click()
    expect(page.locator(".text > p.closing", has_text="February 3, 2020")).to_be_in_viewport()


def test_a_file_and_a_citation_are_saved(page: Page) -> None:
    page.goto(f"/letters/{SIU}.zh")
    with page.expect_download() as file:
        page.get_by_role("link", name="Save the file").click()
    page.get_by_text("Cite this letter").click()
    with page.expect_download() as record:
        page.get_by_role("link", name="RIS").click()

    assert file.value.suggested_filename == f"{SIU}.zh.md"
    assert record.value.suggested_filename == f"{SIU}.zh.ris"
