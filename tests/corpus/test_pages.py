"""Pages of the web: what of their layout is kept, and what is not the letter."""

import pytest

from corpus import UnreadableLetter
from corpus.formats.html import read


def text(markup: str, encoding: str = "utf-8") -> str:
    return read(f"<html><body>{markup}</body></html>".encode(encoding), "a.html").text


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        pytest.param("<ol><li>Stay.<li>Wash.</ol>", "1. Stay.\n2. Wash.", id="numbers"),
        pytest.param("<ol start=3><li>c<li value=7>g<li>h</ol>", "3. c\n7. g\n8. h", id="start"),
        pytest.param("<ol type=I><li>a<li>b</ol>", "I. a\nII. b", id="Roman"),
        pytest.param("<ol><li><p>a</p><p>b</p></ol>", "1. a\nb", id="paragraphs in an item"),
        pytest.param("<ul><li>a<li>b</ul>", "• a\n• b", id="bullets"),
        pytest.param("<ol><li>a<ol><li>b</ol><li>c</ol>", "1. a\n(1) b\n2. c", id="nested"),
        pytest.param("<ol><li>一、消毒<li>二、测温</ol>", "一、消毒\n二、测温", id="own numbers"),
        pytest.param("<ul><li>1. a<li>2. b</ul>", "1. a\n2. b", id="own numbers, no bullets"),
        pytest.param("a<br>b<br><br>c", "a\nb\nc", id="line breaks"),
        pytest.param("<p>各位\n 会员</p><p>a\n b</p>", "各位会员\n\na b", id="source breaks"),
        pytest.param("<pre>a\n  b</pre>", "a\nb", id="as it was typed"),
        pytest.param(
            "<table><tr><th>物资<th>数量<tr><td>口罩<td><p>300</p></table>",
            "物资\t数量\n口罩\t300",
            id="table",
        ),
        pytest.param(
            f"<table><tr><td>x<td><p>{'Thank you. ' * 30}</p><p>b</p></table>",
            f"x\n\n{'Thank you. ' * 29}Thank you.\n\nb",
            id="table for layout",
        ),
        pytest.param("<h1>倡议书</h1>各位<b>会员</b>：", "倡议书\n\n各位会员：", id="heading"),
        pytest.param("a&nbsp;&amp;&lt;b&gt;", "a\u00a0&<b>", id="entities"),
        pytest.param(f"<p>a\u00ad\x01b\u2028{'c' * 99}", f"ab {'c' * 99}", id="control characters"),
        pytest.param("<ruby>汉<rp>(</rp><rt>hàn</rt></ruby>字", "汉字", id="pinyin above"),
        pytest.param("<div style='display: none'>a</div>b<p hidden>c", "b", id="hidden"),
        pytest.param("<a href='javascript:alert(1)'>a</a><img onerror=x>", "a", id="links"),
        pytest.param("<scr<script>ipt>alert(1)</script>b", "ipt>alert(1)b", id="broken script"),
    ],
)  # fmt: skip
def test_a_page_keeps_its_lines(markup: str, shown: str) -> None:
    assert text(markup) == shown


@pytest.mark.parametrize("declared", ["utf-8", "gb2312", "big5", "nonsense", "utf-7"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_declared_encoding_may_lie(declared: str, encoding: str) -> None:
    markup = f"<meta charset={declared}><p>各会员单位：请做好防护，减少聚集。</p>"

    assert text(markup, encoding) == "各会员单位：请做好防护，减少聚集。"


def test_a_character_that_is_cut_in_two_costs_only_itself() -> None:
    raw = "<html><body><p>各会员单位：请做好防护，减少聚集。</p><p>东湖".encode()[:-1]

    assert read(raw, "a.html").text.startswith("各会员单位：请做好防护，减少聚集。\n\n东")


@pytest.mark.parametrize(
    ("head", "title"),
    [
        pytest.param(
            "<title>致全体会员的信 - 东湖学会</title>", "致全体会员的信", id="with its site"
        ),
        pytest.param("<title>东湖学会</title>", None, id="of the site"),
        pytest.param(
            "<meta property=og:title content=致全体会员的信>", "致全体会员的信", id="shared"
        ),
        pytest.param("", None, id="none"),
    ],
)
def test_a_title_of_the_page_is_believed_where_it_is_printed(head: str, title: str | None) -> None:
    markup = f"<html><head>{head}</head><body><div>致全体会员的信</div><p>谢谢大家。</p>"

    document = read(markup.encode(), "a.html")

    places = document.declared.get("title", ())
    assert [document.text[place.start : place.end] for place in places] == [title] * bool(title)


@pytest.mark.parametrize("tag", ["table><tr><td", "div", "ul><li", "b", "p><font"])
def test_markup_that_is_nested_too_deeply_says_so(tag: str) -> None:
    with pytest.raises(UnreadableLetter) as refused:
        text(f"<{tag}>" * 10_000 + "deep")

    assert refused.value.reason == "too_deep"
