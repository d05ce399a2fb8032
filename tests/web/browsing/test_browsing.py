import re
from collections.abc import Callable
from html import unescape

import pytest
from flask.testing import FlaskClient

ITEM = re.compile(r'<li><a href="([^"]*)"><bdi[^>]*>([^<]*)</bdi></a>&nbsp;<span[^>]*>(\d+)<')
Read = Callable[[str], dict[str, str]]


def page(client: FlaskClient, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.get_data(as_text=True)


def test_every_way_of_browsing_leads_to_its_letters(client: FlaskClient, links: Read) -> None:
    found = links(page(client, "/browse?ui=en"))

    assert "10 letters" in page(client, "/browse?ui=en")
    for words in ("Simplified Chinese", "Proposal", "复工复产合作联盟", "2020"):
        narrowed = page(client, found[words])
        assert f"{words} ×" in links(narrowed)
    assert "All issuers from A to Z" in found


def test_all_issuers_are_listed_and_each_leads_to_its_letters(
    client: FlaskClient, links: Read
) -> None:
    first = links(page(client, "/browse/issuers?ui=en"))
    initials = [words for words in first if re.fullmatch("[A-Z#]", words)]

    listed = [item for initial in initials for item in ITEM.findall(page(client, first[initial]))]
    assert {"安全识别联盟", "Security Identification Union"} <= {name for _, name, _ in listed}
    for address, _, count in listed:
        found = page(client, unescape(address)).split('<ul class="filters chips"', 1)[1]
        found = found.split('<section class="other"')[0]
        assert found.count('<article class="result">') == int(count)


def test_initiatives_are_listed_under_their_letters(client: FlaskClient, links: Read) -> None:
    text = page(client, "/browse/initiatives?ui=en")
    groups = text.split('<section class="group">')[1:]

    count = re.search(r"(\d+) initiatives, those of the newest", text)
    assert count
    assert sum(group.count("#initiative-") for group in groups) == min(int(count[1]), 50)
    titles = [" ".join(re.sub("<[^>]*>", "", group.split("</h2>")[0]).split()) for group in groups]
    assert len(set(titles)) == len(titles) > 3
    address = re.findall(r'href="([^"]*#initiative-[^"]*)"', groups[0])[0]
    assert f'id="{address.split("#")[1]}"' in page(client, address.split("#")[0])


def test_those_of_one_number_are_listed_alone(client: FlaskClient, links: Read) -> None:
    third = page(client, links(page(client, "/browse/initiatives?ui=en"))["3"])
    labels = re.findall(r'<span class="number">([^<]*)</span>', third)

    assert "互帮互助" in third
    assert labels
    assert {label.rsplit(".", 1)[-1] for label in labels} == {"3"}


@pytest.mark.parametrize(
    "address",
    [
        "/browse/issuers?initial=%E2%80%AE&page=x",
        "/browse/issuers?initial=A&page=99999",
        "/browse/initiatives?number=-1&page=0",
        "/browse/initiatives?number=99999&page=100000",
        "/browse/initiatives?page=9999999999999999999999",
    ],
)
def test_any_address_gives_a_page(client: FlaskClient, address: str) -> None:
    assert "<h1>" in page(client, address)
