"""What the pages show where there is little to show: no letters at all, or one."""

import shutil
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from index import reindex
from tests.web.conftest import COLLECTION
from web.app import create_app
from web.settings import Settings

ONE = "2020-icmia-proposal"
PAGES = ("/", "/?q=复工", "/?q=x&unit=initiative", "/browse", "/browse/issuers",
         "/browse/initiatives", "/browse/initiatives?number=3", "/help", "/feed.atom",
         "/export.csv", "/sitemap.xml", "/opensearch.xml")  # fmt: skip


def client_over(letters: Path, place: Path) -> FlaskClient:
    letters.mkdir(exist_ok=True)
    reindex(letters, place, jobs=1)
    return create_app(Settings(index_dir=place)).test_client()


@pytest.fixture
def nothing(tmp_path: Path) -> FlaskClient:
    return client_over(tmp_path / "none", tmp_path / "index-of-none")


@pytest.fixture
def one(tmp_path: Path) -> FlaskClient:
    letters = tmp_path / "one"
    letters.mkdir()
    shutil.copy(COLLECTION / f"{ONE}.txt", letters)
    return client_over(letters, tmp_path / "index-of-one")


@pytest.mark.parametrize("address", ["/", "/?q=复工", "/browse"])
def test_an_empty_collection_says_what_to_do(nothing: FlaskClient, address: str) -> None:
    english = nothing.get(address).get_data(as_text=True)
    chinese = nothing.get(address, headers={"Accept-Language": "zh"}).get_data(as_text=True)

    assert "There are no letters here yet." in english
    assert "<code>letters reindex</code>" in english
    assert "这里还没有信件" in chinese
    assert "fewer or more common words" not in english


def test_every_page_works_without_letters_and_with_one(
    nothing: FlaskClient, one: FlaskClient
) -> None:
    for address in PAGES:
        assert nothing.get(address).status_code == 200, address
        assert one.get(address).status_code == 200, address
    assert "No letter has initiatives" in nothing.get("/browse/initiatives").get_data(as_text=True)
    for address in (f"/letters/{ONE}", f"/elsewhere/{ONE}", f"/understood/{ONE}"):
        assert one.get(address).status_code == 200
    assert one.get(f"/versions/{ONE}").status_code == 404
