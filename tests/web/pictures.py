"""Takes the README's pictures of the pages, from the shipped letters: make pictures.

With a folder as its argument it takes one of every kind of page, in both languages of the
interface, light and dark, wide and narrow, for looking at: make pictures INTO=folder.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser

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
    "versions.png": "/versions/2020-02-03-siu-sds-proposal?ui=zh",
}


SIU = "/letters/2020-02-03-siu-sds-proposal"
KINDS = {
    "start": "/?",
    "results": "/?q=复工+resumption",
    "narrowed": "/?q=疫情+epidemic&lang=en&date_from=2020-02&date_to=2020-02",
    "initiatives-found": "/?q=疫情&unit=initiative",
    "nothing": "/?q=%22zzzyyy%22&lang=en",
    "notes": "/?q=coronavirsu+title:",
    "browse": "/browse?",
    "issuers": "/browse/issuers?",
    "initiatives": "/browse/initiatives?",
    "letter": f"{SIU}?q=novel+coronavirus",
    "letter-in-chinese": f"{SIU}.zh?q=疫情",
    "versions": SIU.replace("letters", "versions") + "?",
    "understood": SIU.replace("letters", "understood") + "?",
    "elsewhere": SIU.replace("letters", "elsewhere") + "?",
    "initiative": "/initiatives/1/2020-icmia-proposal?q=疫情",
    "help": "/help?",
    "api": "/api/v1/docs?",
    "missing": "/nowhere?",
}


@contextmanager
def site_and_browser() -> Iterator[tuple[str, Browser]]:
    """A server over the shipped letters, and what looks at it."""
    with TemporaryDirectory() as scratch:
        reindex(COLLECTION, Path(scratch))
        app = create_app(Settings(index_dir=Path(scratch)))
        with chromium.served(app) as site, chromium.launched() as browser:
            yield site, browser


def take(folder: Path) -> None:
    """Write the README's pictures into the folder."""
    with site_and_browser() as (site, browser):
        page = browser.new_page(viewport={"width": 1100, "height": 1000})
        for name, address in SHOTS.items():
            page.goto(site + address)
            page.screenshot(path=folder / name)


def take_every_kind(folder: Path) -> None:
    """Write a picture of each kind of page, from top to bottom, in every guise."""
    with site_and_browser() as (site, browser):
        for scheme, width in chromium.ENDS:
            page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
            for kind, address in KINDS.items():
                for language in ("zh", "en"):
                    page.goto(f"{site}{address}&ui={language}")
                    name = f"{kind}.{language}.{scheme}.png"
                    page.screenshot(path=folder / name, full_page=True)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        chosen = Path(sys.argv[1])
        chosen.mkdir(parents=True, exist_ok=True)
        take_every_kind(chosen)
    else:
        PICTURES.mkdir(exist_ok=True)
        take(PICTURES)
