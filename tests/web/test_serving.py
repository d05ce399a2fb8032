"""The server as a real process: it starts, answers with several workers, and stops when told to."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import quote

import pytest

PATIENCE = 60  # seconds


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        assert isinstance(port, int)
        return port


@contextmanager
def serving(index_dir: Path, port: int, *options: str) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", "from web.cli import main; main()", "serve", f"--port={port}"]
    process = subprocess.Popen(
        [*command, f"--index-dir={index_dir}", *options],
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)  # the workers too
        process.communicate()


def get(port: int, address: str) -> tuple[HTTPResponse, str]:
    """Ask until the server is there."""
    deadline = time.monotonic() + PATIENCE
    while True:
        connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        try:
            connection.request("GET", address)
            response = connection.getresponse()
            return response, response.read().decode()
        except OSError:
            assert time.monotonic() < deadline
            time.sleep(0.05)
        finally:
            connection.close()


def stop(process: subprocess.Popen[str], how: signal.Signals) -> str:
    process.send_signal(how)
    _, said = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0
    return said


def test_it_serves_with_several_workers_and_stops_on_sigterm(index_dir: Path) -> None:
    port = free_port()
    with serving(index_dir, port, "--workers=2", "--access-log") as process:
        _, text = get(port, "/?q=" + quote("复工"))
        response, answer = get(port, "/api/v1/search?q=%ff" + quote("复工"))
        said = stop(process, signal.SIGTERM)

    assert "<mark>复工</mark>" in text
    assert response.status == 200
    assert json.loads(answer)["total"] >= 1
    assert f"http://127.0.0.1:{port}" in said
    assert re.search(r'"GET /" 200 [\d.]+ ms', said)
    assert "Traceback" not in said
    assert "WARNING" not in said


def test_it_stops_even_when_told_while_workers_start(index_dir: Path) -> None:
    port = free_port()
    with serving(index_dir, port, "--workers=2") as process:
        assert process.stderr
        assert f"http://127.0.0.1:{port}" in process.stderr.readline()
        stop(process, signal.SIGTERM)


def test_without_an_index_it_starts_and_shows_how_to_make_one(tmp_path: Path) -> None:
    port = free_port()
    with serving(tmp_path, port) as process:
        response, text = get(port, "/")
        said = stop(process, signal.SIGINT)

    assert response.status == 503
    assert "letters reindex" in text
    assert "letters reindex" in said
    assert "Traceback" not in said


@pytest.mark.skipif(sys.platform == "win32", reason="a taken port is told otherwise on Windows")
def test_a_taken_port_is_told_in_a_line(index_dir: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        with serving(index_dir, port) as process:
            _, said = process.communicate(timeout=PATIENCE)

    assert process.returncode == 1
    assert said.strip() == (
        f"Error: Port {port} is taken. Choose another: letters serve --port {port + 1}"
    )
