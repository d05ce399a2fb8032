"""Takes the README's pictures of the pages, from the shipped letters: make pictures."""

from pathlib import Path
from tempfile import TemporaryDirectory

import web
from index import reindex
from tests.web import chromium
from tests.web.conftest import COLLECTION
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
        app = create_app(Settings(index_dir=Path(scratch)))
        with chromium.served(app) as site, chromium.launched() as browser:
            page = browser.new_page(viewport={"width": 1100, "height": 1000})
            for name, address in SHOTS.items():
                page.goto(site + address)
                page.screenshot(path=folder / name)


if __name__ == "__main__":
    PICTURES.mkdir(exist_ok=True)
    take(PICTURES)
