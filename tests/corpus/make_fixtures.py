"""Makes the letters of `fixtures/`: our own letters, as other programs write them.

Run it with `make fixtures`; it needs pandoc, LibreOffice Writer, Chromium, mutt, qpdf and the font
WenQuanYi Micro Hei, which the tests do not. Fixtures that are there are made anew, and differ in
dates and numbers that programs put in.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from string import Template
from tempfile import TemporaryDirectory
from threading import Thread

from playwright.sync_api import sync_playwright

FIXTURES = Path(__file__).parent / "fixtures"
SOURCES = Path(__file__).parent / "made_from"  # a page around letters, and lists
LETTERS = Path(__file__).parents[2] / "corpus" / "letters"
ENGLISH, CHINESE = "2020-icmia-proposal.txt", "2020-icmia-proposal.zh.md"
# A font that takes little space in a file.
FONT = "<style>body { font-family: Liberation Serif, WenQuanYi Micro Hei }</style>"
# The other letters, each in a format; they are laid out in other ways.
OTHERS = {
    "2020-02-03-siu-sds-proposal": "docx",
    "2020-02-20-ciesc-letter-to-scej": "odt",
    "2020-cec-resumption-of-work-proposal": "pdf",
}
WORDS = {
    "en": {
        "home": "Home", "about": "About us", "news": "News", "join": "Join us", "hits": "Hits:",
        "size": "Font size:", "big": "Large", "small": "Small", "share": "Share:",
        "latest": "Latest news", "source": "Source: ICMIA", "site": "ICMIA",
        "title": "Proposal of China Integrated Circuit Material Innovation Alliance",
    },
    "zh": {
        "home": "首页", "about": "关于我们", "news": "新闻中心", "join": "加入我们",
        "hits": "浏览次数：",
        "size": "字号：", "big": "大", "small": "小", "share": "分享到：", "latest": "最新消息",
        "source": "来源：秘书处", "site": "集成电路材料联盟",
        "title": "中国集成电路材料产业技术创新联盟倡议书",
    },
}  # fmt: skip


def run(*words: str | Path) -> None:
    subprocess.run([*map(str, words)], check=True, stdout=subprocess.DEVNULL)


def convert(source: Path, kind: str, name: str, room: Path) -> None:
    """Let LibreOffice write a file in another format."""
    run("soffice", f"-env:UserInstallation=file://{room}/office", "--headless", "--convert-to",
        kind, "--outdir", room / "out", source)  # fmt: skip
    suffix = kind.partition(":")[0]
    shutil.move(room / "out" / f"{source.stem}.{suffix}", FIXTURES / name)


def markdown(name: str) -> str:
    """A letter as Markdown: its lines without indents, a blank line after each."""
    text = (LETTERS / name).read_text("utf-8")
    if text.startswith("---"):
        text = text.split("\n---\n", 1)[1]
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    around = ("Page view", "Contact Us")
    return "\n\n".join(line for line in lines if not line.startswith(around))


def pages(language: str, letter: str, room: Path) -> None:
    """A page without a site, by pandoc; and one with all that stands around a letter."""
    source = room / f"{language}.md"
    source.write_text(letter, "utf-8")
    run("pandoc", "-s", "--metadata", f"title={WORDS[language]['title']}", source,
        "-o", FIXTURES / f"pandoc.{language}.html")  # fmt: skip
    run("pandoc", source, "-o", room / "content.html")
    content = (room / "content.html").read_text("utf-8")
    charset = "gb2312" if language == "zh" else "utf-8"
    site = Template((SOURCES / "site.html").read_text("utf-8"))
    page = site.substitute(lang=language, charset=charset, content=content, **WORDS[language])
    encoding = "gb18030" if language == "zh" else charset
    (FIXTURES / f"site.{language}.html").write_bytes(page.encode(encoding))


def documents(language: str, room: Path) -> None:
    source = room / f"{language}.md"
    for suffix in ("docx", "odt"):
        run("pandoc", source, "-o", FIXTURES / f"pandoc.{language}.{suffix}")
    for kind, origin in (("odt", "docx"), ("docx", "odt"), ("pdf", "odt")):
        convert(FIXTURES / f"pandoc.{language}.{origin}", kind, f"office.{language}.{kind}", room)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a folder: browsers print it on the page."""
    handler = partial(SimpleHTTPRequestHandler, directory=folder)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def print_page(language: str, room: Path) -> None:
    """A page with the date, its title and its address around it, as a browser prints it."""
    page = room / f"{language}.html"
    title = f"title={WORDS[language]['title']}"
    run("pandoc", "-s", "--metadata", title, "-V", f"header-includes={FONT}",
        room / f"{language}.md", "-o", page)  # fmt: skip
    with served(room) as address:
        run("chromium", "--headless", "--no-sandbox", "--disable-gpu",
            f"--print-to-pdf={FIXTURES / f'chromium.{language}.pdf'}",
            f"{address}/{page.name}")  # fmt: skip


def save_page(language: str) -> None:
    """The page of a site as Chromium saves it in one file."""
    with (
        served(FIXTURES) as address,
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=shutil.which("chromium")) as browser,
    ):
        page = browser.new_page()
        page.goto(f"{address}/site.{language}.html")
        saved = page.context.new_cdp_session(page).send("Page.captureSnapshot")["data"]
    (FIXTURES / f"chromium.{language}.mht").write_bytes(saved.encode())


def mail(language: str, letter: str, room: Path) -> None:
    """An e-mail as mutt sends it: plain text in English, HTML in Chinese in a national encoding."""
    body, out = room / f"{language}.body", FIXTURES / f"mutt.{language}.eml"
    body.write_text(letter, "utf-8")
    settings = [
        "set copy=no", "set hostname=letters.example", "set from=office@letters.example",
        f"set sendmail='tee {out}'", "set sendmail_wait=0", "set crypt_use_gpgme=no",
        "set realname=ICMIA",
    ]  # fmt: skip
    if language == "zh":
        run("pandoc", "-f", "markdown", body, "-t", "html", "-o", body)
        settings += ["set content_type=text/html", "set send_charset=gb2312"]
    options = [word for setting in settings for word in ("-e", setting)]
    subject = WORDS[language]["title"]
    command = ["mutt", "-n", "-F", os.devnull, *options, "-s", subject, "members@letters.example"]
    out.unlink(missing_ok=True)
    with body.open("rb") as words:
        subprocess.run(
            command,
            check=True,
            cwd=room,  # tee takes the address for a file to write, too
            stdin=words,
            stdout=subprocess.DEVNULL,
            env={**os.environ, "LC_ALL": "C.UTF-8"},
        )
    out.chmod(0o644)


def others(room: Path) -> None:
    """The other letters, as LibreOffice writes them."""
    (FIXTURES / "others").mkdir(exist_ok=True)
    for name, suffix in OTHERS.items():
        for letter in (f"{name}.txt", f"{name}.zh.md"):
            written = room / Path(letter).with_suffix(".odt")
            source = room / letter
            source.write_text(markdown(letter), "utf-8")
            run("pandoc", "-f", "markdown", source, "-o", written)
            convert(written, suffix, f"others/{written.stem}.{suffix}", room)


def main() -> None:
    FIXTURES.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder:
        room = Path(folder)
        for language, name in (("en", ENGLISH), ("zh", CHINESE)):
            pages(language, markdown(name), room)
            documents(language, room)
            print_page(language, room)
            save_page(language)
            mail(language, markdown(name), room)
        others(room)
        (FIXTURES / "refused").mkdir(exist_ok=True)
        run("qpdf", "--encrypt", "secret", "owner", "256", "--", FIXTURES / "office.en.pdf",
            FIXTURES / "refused" / "encrypted.pdf")  # fmt: skip
        for suffix in ("docx", "odt", "pdf", "html"):
            convert(SOURCES / "numbered.fodt", suffix, f"numbered.zh.{suffix}", room)


if __name__ == "__main__":
    main()
