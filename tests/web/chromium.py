"""A headless Chromium for tests and pictures, and what is asked of every page that it opens."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from flask import Flask
from playwright.sync_api import Browser, Page, sync_playwright
from werkzeug.serving import make_server

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
Scheme = Literal["light", "dark"]
NARROWEST, WIDEST = 320, 1440  # CSS pixels; the narrowest is also a screen of 1280 at 400%
ENDS: tuple[tuple[Scheme, int], ...] = (("light", WIDEST), ("dark", NARROWEST))
RULES = {
    "resultTypes": ["violations"],
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}


def executable() -> str:
    """The path of Chromium; without one the test is skipped, and fails on a machine of CI."""
    found = next((path for path in map(shutil.which, NAMES) if path), None)
    if found:
        return found
    reason = "These tests need Chromium: install it with `apt-get install chromium`."
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


@contextmanager
def launched() -> Iterator[Browser]:
    """A browser that is closed in the end."""
    path = executable()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=OPTIONS)
        yield browser
        browser.close()


@contextmanager
def served(app: Flask) -> Iterator[str]:
    """The address of a server that runs the application until it is left."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def assert_accessible(page: Page) -> None:
    """No rule of axe-core is broken, light and wide or dark and narrow, and nothing scrolls across.

    Colours do not depend on the width nor places on colours, so two of the four are enough.
    """
    before = page.viewport_size
    for scheme, width in ENDS:
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        results = Axe().run(page, options=RULES)
        assert not results.violations_count, f"{page.url} {scheme}\n{results.generate_report()}"
    page.emulate_media(color_scheme="null")
    if before:
        page.set_viewport_size(before)
