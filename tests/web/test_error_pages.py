"""What a reader sees of every error, in both languages: what it is, and where to go on."""

from pathlib import Path

import pytest
from flask import Flask, abort
from flask.testing import FlaskClient

from web.app import create_app
from web.settings import Settings


@pytest.fixture(scope="module")
def failing(index_dir: Path) -> Flask:
    """An application with addresses that answer with each error."""
    app = create_app(Settings(index_dir=index_dir))
    app.add_url_rule("/bug", view_func=lambda: str(1 // 0))
    app.add_url_rule("/abort/<int:code>", view_func=abort)
    return app


TITLES = {
    400: ("Bad request", "请求有误"),
    404: ("Not found", "找不到页面"),
    405: ("Method not allowed", "不支持的请求方法"),
    413: ("Too large", "内容过大"),
    414: ("Address too long", "网址过长"),
    418: ("Bad request", "请求有误"),
    500: ("Something went wrong", "出错了"),
    503: ("Cannot be searched now", "暂时还不能检索"),
}


@pytest.mark.parametrize("status", TITLES)
def test_an_error_is_told_in_the_language_of_the_page(failing: Flask, status: int) -> None:
    for language, title in zip(("en", "zh"), TITLES[status], strict=True):
        response = failing.test_client().get(f"/abort/{status}?ui={language}")
        text = response.get_data(as_text=True)

        assert response.status_code == status
        assert f"<h1>{title}</h1>" in text
        assert 'role="search"' in text
        assert ('class="ways"' in text) == (status < 500)
        if language == "zh":
            assert "browser (or proxy)" not in text
            assert "The server" not in text


def test_a_bug_is_a_page_of_its_own(failing: Flask) -> None:
    response = failing.test_client().get("/bug?ui=zh")

    assert response.status_code == 500
    assert "ZeroDivisionError" not in response.get_data(as_text=True)
    assert "已记录" in response.get_data(as_text=True)


def test_what_can_only_be_read_says_so(client: FlaskClient) -> None:
    response = client.post("/?ui=zh", data={"q": "复工"})

    assert response.status_code == 405
    assert "GET" in response.headers["Allow"]
    assert "这个网址只能读取" in response.get_data(as_text=True)
