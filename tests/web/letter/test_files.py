import re
from pathlib import Path
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.http import parse_options_header

from index import reindex
from web.app import create_app
from web.attachments import disposition
from web.settings import Settings

SIU = "2020-02-03-siu-sds-proposal"
GREETING = "致全体会员的倡议书\n\n各会员单位：\n\n请做好防护。\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "letters"
    (folder / "来信").mkdir(parents=True)
    (folder / "来信" / "倡议.txt").write_bytes(GREETING.encode("gb18030"))
    (folder / "plain.md").write_text("# Thanks\n\nWe thank our members.\n", encoding="utf-8")
    (tmp_path / "secret.txt").write_text("A secret beside the folder.", encoding="utf-8")
    return folder


@pytest.fixture
def own(folder: Path) -> FlaskClient:
    reindex(folder, folder.parent / "index", jobs=1)
    return create_app(Settings(index_dir=folder.parent / "index")).test_client()


def name_of(header: str) -> str:
    """The name that a program reads from the header."""
    return parse_options_header(header)[1]["filename"]


def test_a_file_is_given_out_byte_for_byte_to_be_saved(own: FlaskClient) -> None:
    response = own.get(f"/originals/{quote('来信/倡议')}")

    assert response.data == GREETING.encode("gb18030")
    assert response.headers["Content-Type"] == "text/plain"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert name_of(response.headers["Content-Disposition"]) == "倡议.txt"
    assert "default-src 'none'" in response.headers["Content-Security-Policy"]


def test_a_file_that_is_gone_or_changed_is_not_given_out(own: FlaskClient, folder: Path) -> None:
    (folder / "plain.md").write_text("Other words.", encoding="utf-8")
    (folder / "来信" / "倡议.txt").unlink()

    changed = own.get("/originals/plain")
    gone = own.get(f"/originals/{quote('来信/倡议')}?ui=zh")

    assert (changed.status_code, gone.status_code) == (409, 404)
    assert "The file of this letter has changed since it was read." in changed.text
    assert "这封信的文件已不在文件夹中" in gone.text
    assert "Other words" not in changed.text
    assert str(folder) not in changed.text + gone.text


def test_a_link_out_of_the_folder_gives_nothing_away(own: FlaskClient, folder: Path) -> None:
    (folder / "plain.md").unlink()
    (folder / "plain.md").symlink_to(folder.parent / "secret.txt")

    assert own.get("/originals/plain").status_code == 409


@pytest.mark.parametrize(
    "letter_id", ["../secret", "%2e%2e/secret", "/etc/passwd", "nothing", "来信", "%00", "."]
)
def test_no_address_leads_out_of_the_folder(own: FlaskClient, letter_id: str) -> None:
    assert own.get(f"/originals/{letter_id}").status_code in (404, 308)


def test_citations_are_files_of_their_kinds(client: FlaskClient) -> None:
    bib = client.get(f"/citations/{SIU}.zh.bib")
    ris = client.get(f"/citations/{SIU}.ris")

    assert bib.headers["Content-Type"] == "application/x-bibtex; charset=utf-8"
    assert name_of(bib.headers["Content-Disposition"]) == f"{SIU}.zh.bib"
    assert "{安全识别联盟} and {安全证件峰会组委会}" in bib.text
    assert f"url = {{http://localhost/letters/{SIU}.zh}}" in bib.text
    assert ris.headers["Content-Type"] == "application/x-research-info-systems; charset=utf-8"
    assert ris.text.startswith(f"TY  - ELEC\r\nID  - {SIU}\r\n")


def test_a_name_with_every_sign_has_citations(client: FlaskClient) -> None:
    response = client.get(f"/citations/{quote('来信/某协会 100%')}.bib")

    assert response.status_code == 200
    assert name_of(response.headers["Content-Disposition"]) == "来信-某协会 100%.bib"


@pytest.mark.parametrize("suffix", [".bib", ".ris"])
def test_there_is_no_citation_of_no_letter(client: FlaskClient, suffix: str) -> None:
    assert client.get(f"/citations/nothing{suffix}").status_code == 404


@given(st.text(st.characters() | st.sampled_from('"\\;\r\n%\u202e倡'), max_size=400))
def test_any_name_makes_one_sound_header(name: str) -> None:
    header = disposition(name)

    assert re.fullmatch(r"attachment; filename=\"[\w .()-]+\"(; filename\*=UTF-8''[!-~]+)?", header)
    assert header.isascii()
    assert not set(name_of(header)) & set('"\\/\r\n\u202e')
