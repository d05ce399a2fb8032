"""Takes the README's pictures of the pages, from the shipped letters: make pictures."""

import threading
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright
from werkzeug.serving import make_server

import web
from index import reindex
from tests.web.conftest import COLLECTION
from tests.web.test_browser import OPTIONS, chromium
from web.app import create_app
from web.settings import Settings

PICTURES = Path(web.__file__).parent / "pictures"
SHOTS = {
    "results.png": "/?q=复工&ui=zh",
    "letter.png": "/letters/2020-02-03-siu-sds-proposal?q=novel+coronavirus&ui=en",
}


def take(folder: Path) -> None:
    """Write every picture into the folder."""
    with TemporaryDirectory() as scratch:
        reindex(COLLECTION, Path(scratch))
        server = make_server("127.0.0.1", 0, create_app(Settings(index_dir=Path(scratch))))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium(), args=OPTIONS)
            page = browser.new_page(viewport={"width": 1100, "height": 1000})
            for name, address in SHOTS.items():
                page.goto(f"http://127.0.0.1:{server.server_port}{address}")
                page.screenshot(path=folder / name)
            browser.close()
        server.shutdown()


if __name__ == "__main__":
    PICTURES.mkdir(exist_ok=True)
    take(PICTURES)
