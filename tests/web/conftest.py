import shutil
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import Browser, Page

import corpus
from index import reindex
from tests.web import chromium
from web.app import create_app
from web.settings import Settings

COLLECTION = Path(corpus.__file__).parent / "letters"
HOSTILE = """<script>alert('复工')</script>致全体会员的倡议书

各会员单位：

疫情当前，复工在即，我会倡议如下：

一、请佩戴口罩 <img src=x onerror=alert(1)>，做好复工准备。

二、请访问 http://example.org/a?b=1&c=2 或 javascript:alert(1)，来信请寄 office@example.org。

三、</p></article><h1>假标题</h1>请勿轻信谣言。

\u202e某某行业协会\u202c
2020年3月1日
"""
ACCENTED = """Letter of thanks to the café owners

Dear members,

We thank the café owners of our street for the masks which they gave.

March 2, 2020
"""
Links = dict[str, str]


@pytest.fixture(scope="session")
def letters_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("collection") / "letters"
    shutil.copytree(COLLECTION, folder)
    (folder / "来信").mkdir()
    (folder / "来信" / "某协会 100%.txt").write_text(HOSTILE, encoding="utf-8")
    (folder / "café.txt").write_text(ACCENTED, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def index_dir(letters_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    index_dir = tmp_path_factory.mktemp("index")
    reindex(letters_folder, index_dir, jobs=1)
    return index_dir


@pytest.fixture(scope="session")
def app(index_dir: Path) -> Flask:
    app = create_app(Settings(index_dir=index_dir))
    app.testing = True
    return app


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


class _LinkReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: Links = {}
        self.address = ""
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.address, self.words = dict(attrs).get("href") or "", ""

    def handle_data(self, data: str) -> None:
        self.words += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self.links.setdefault(" ".join(self.words.split()), self.address)


@pytest.fixture(scope="session")
def links() -> Callable[[str], Links]:
    """Reads the addresses of a page's links by their words; the first of the same words counts."""

    def read(page: str) -> Links:
        reader = _LinkReader()
        reader.feed(page)
        return reader.links

    return read


@pytest.fixture
def empty_place(tmp_path: Path) -> Path:
    """Where an index could be."""
    return tmp_path / "index"


@pytest.fixture
def no_index(empty_place: Path) -> FlaskClient:
    return create_app(Settings(index_dir=empty_place)).test_client()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium.launched() as browser:
        yield browser


@pytest.fixture(scope="module")
def site(app: Flask) -> Iterator[str]:
    """The address of a server over the letters of these tests."""
    with chromium.served(app) as address:
        yield address


@pytest.fixture
def page(browser: Browser, site: str) -> Iterator[Page]:
    """A page with JavaScript off, in English."""
    context = browser.new_context(base_url=site, java_script_enabled=False, locale="en-GB")
    yield context.new_page()
    context.close()


@pytest.fixture
def lively_page(browser: Browser, site: str) -> Iterator[Page]:
    """The same with JavaScript on."""
    context = browser.new_context(base_url=site, locale="en-GB")
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def accessible() -> Callable[[Page], None]:
    """Checks the page that is open, which has JavaScript on: see `assert_accessible`."""
    return chromium.assert_accessible
