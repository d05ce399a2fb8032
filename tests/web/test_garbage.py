"""The garbage collector is put off for a while, and never for good."""

import gc
import socket
from pathlib import Path

import pytest
from click.testing import CliRunner

from web.cli import main
from web.garbage import put_off


def test_it_is_put_off_until_the_end() -> None:
    with put_off():
        assert not gc.isenabled()

    assert gc.isenabled()


def test_an_error_puts_it_on_again() -> None:
    with pytest.raises(ValueError, match="nothing"), put_off():
        raise ValueError("nothing")

    assert gc.isenabled()


def test_a_server_that_cannot_start_leaves_it_on(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])

        result = CliRunner().invoke(main, ["serve", "--port", port, "--index-dir", str(tmp_path)])

    assert result.exit_code == 1
    assert gc.isenabled()
