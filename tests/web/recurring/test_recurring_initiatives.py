"""Where else an initiative is, as people and programs are told."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from flask.testing import FlaskClient

from corpus import LetterId, read_text
from index import build
from web.app import create_app
from web.cli import main
from web.recurring.schemas import RecurringAnswer
from web.schemas import Problem
from web.settings import Settings

MASKS = "不哄抬口罩和<b>消毒液</b>的价格，维护会员企业的合法权益。"
LETTERS = {
    "来信/某协会 100%": f"倡议书\n\n各会员单位：\n\n一、{MASKS}\n二、按时复工复产。\n",
    "copy": f"关于口罩的倡议书\n\n我们倡议：\n\n1. 感谢医护人员。\n2. {MASKS}\n",
}
COPY = "/api/v1/letters/copy/initiatives/2/recurring"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("recurring")
    build([read_text(t, letter_id=LetterId(n), source=n) for n, t in LETTERS.items()], made)
    return made


@pytest.fixture
def its(folder: Path) -> FlaskClient:
    return create_app(Settings(index_dir=folder)).test_client()


def run(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["similar", *arguments, "--index-dir", str(folder)])


def test_an_answer_has_the_published_shape(its: FlaskClient) -> None:
    answer = its.get(COPY).get_json()

    RecurringAnswer.model_validate(answer, strict=True)
    (one,) = answer["results"]
    assert (one["id"], one["place"], one["number"], one["resemblance"]) == (
        "来信/某协会 100%", 1, 1, 1.0,
    )  # fmt: skip
    page, _, anchor = one["url"].partition("#")
    assert f'id="{anchor}"' in its.get(page).get_data(as_text=True)


def test_each_listed_initiative_leads_to_its_page(its: FlaskClient) -> None:
    listed = its.get("/?q=价格&unit=initiative&lang=zh").get_data(as_text=True)
    addresses = re.findall(r'href="(/initiatives/[^"]+)"', listed)

    assert len(addresses) == 2
    for address in addresses:
        page = its.get(address.replace("&amp;", "&")).get_data(as_text=True)
        assert "Also asked for in" in page
        assert "&lt;b&gt;" in page
        assert "<b>" not in page
        assert re.search(r'href="/letters/[^"]+#initiative-[12]"', page)


def test_a_page_without_others_says_so_in_both_languages(its: FlaskClient) -> None:
    english = its.get("/initiatives/1/copy").get_data(as_text=True)
    chinese = its.get("/initiatives/1/copy", headers={"Accept-Language": "zh"})

    assert "No other letter asks for the same" in english
    assert "没有其他信件提出同样的倡议" in chinese.get_data(as_text=True)


def test_a_letter_leads_to_those_of_its_initiatives_that_others_ask_for_too(
    its: FlaskClient,
) -> None:
    letter = its.get("/letters/copy").get_data(as_text=True)
    (address,) = re.findall(r'href="(/elsewhere/[^"]+)"', letter)
    page = its.get(address).get_data(as_text=True)

    assert page.count("Compare the wording</a>") == 1
    assert 'href="/initiatives/2/copy"' in page
    assert "感谢医护人员" not in page
    assert "&lt;b&gt;消毒液" in page
    assert "No other letter asks for any" in its.get(f"{address}?page=2").get_data(as_text=True)
    chinese = its.get(address, headers={"Accept-Language": "zh"}).get_data(as_text=True)
    assert "其他信件中的相同倡议" in chinese
    assert its.get("/elsewhere/nothing").status_code == 404


@pytest.mark.parametrize("address", ["/initiatives/9/copy", "/initiatives/0/copy"])
def test_what_is_not_there_is_not_found(its: FlaskClient, address: str) -> None:
    assert its.get(address).status_code == 404


def test_the_api_names_what_is_wrong(its: FlaskClient) -> None:
    missing = its.get("/api/v1/letters/copy/initiatives/9/recurring")
    unusable = its.get(f"{COPY}?limit=0")

    assert missing.status_code == 404
    assert Problem.model_validate(missing.get_json()).status == 404
    assert unusable.get_json()["parameters"][0]["name"] == "limit"


def test_the_terminal_lists_them(folder: Path, its: FlaskClient) -> None:
    shown = run(folder, "copy", "--initiative", "2")

    assert shown.output.startswith("1. [1] 不哄抬口罩")
    assert "100% the same" in shown.output
    assert "No other letter" in run(folder, "copy", "--initiative", "1").output
    assert json.loads(run(folder, "copy", "--initiative", "2", "--json").output)["place"] == 2
    assert run(folder, "copy", "--initiative", "7").exit_code == 1
