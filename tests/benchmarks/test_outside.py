"""Processes and requests: what is measured from outside is what was done."""

import os
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from time import perf_counter
from urllib.parse import parse_qs, urlsplit

import pytest

from benchmarks import growing, python_client
from benchmarks.__main__ import main
from benchmarks.commands import CommandFailed, environment, letters
from benchmarks.letters import Drafter
from benchmarks.processes import memory, run
from benchmarks.queries import Narrowing, Query
from benchmarks.scratch import Scratch, size_on_disk
from benchmarks.serving import HOST, Asker, to_path

MEGABYTE = 1 << 20
SPEND = "import subprocess, sys, time; held = b'x' * {mb} * 2**20; {then}; time.sleep(.3)"


class _Server(ThreadingHTTPServer):
    def __init__(self) -> None:
        super().__init__((HOST, 0), _Handler)
        self.asked: list[str] = []


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        assert isinstance(self.server, _Server)
        self.server.asked.append(self.path)
        body = b"found" * 10
        self.send_response(200 if self.path != "/missing" else 404)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


@pytest.fixture
def server() -> Iterator[_Server]:
    server = _Server()
    thread = Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def port(server: _Server) -> int:
    return server.server_address[1]


def test_memory_counts_children(tmp_path: Path) -> None:
    inner = SPEND.format(mb=40, then="pass")
    outer = SPEND.format(mb=20, then=f"subprocess.run([sys.executable, '-c', {inner!r}])")

    done = run([sys.executable, "-c", outer], dict(os.environ))

    assert done.status == 0
    assert 60 * MEGABYTE < done.peak_bytes < 160 * MEGABYTE
    assert done.seconds > 0.5
    assert 0 < done.cpu_seconds < done.seconds


def test_output_and_status_are_kept() -> None:
    done = run([sys.executable, "-c", "print('said'); raise SystemExit(3)"], dict(os.environ))

    assert (done.status, done.output) == (3, "said\n")


def test_private_memory_is_part_of_all() -> None:
    private = memory(os.getpid(), "Private_Clean", "Private_Dirty")

    assert 0 < private < memory(os.getpid(), "Rss")


def test_commands_see_the_scratch_collection_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LETTERS_CUSTOM", "somewhere")
    scratch = Scratch(tmp_path, 3)

    found = environment(scratch)

    assert "LETTERS_CUSTOM" not in found
    assert found["LETTERS_DIR"] == str(tmp_path / "letters")
    with pytest.raises(CommandFailed, match="ended with"):
        letters(scratch, "reindex", "--no-such-option")


def test_letters_are_written_once(drafter: Drafter, tmp_path: Path) -> None:
    said: list[str] = []
    scratch = Scratch(tmp_path, 3)

    sizes = [scratch.write_letters(drafter, said.append) for _ in range(2)]

    assert sizes == [size_on_disk(scratch.letters)] * 2
    assert len(said) == 1
    Scratch(tmp_path, 4).write_letters(drafter, said.append)
    assert len(said) == 2


def test_the_python_client_counts_every_request(server: _Server, port: int) -> None:
    begin = perf_counter()
    found = python_client.ask(HOST, port, ["/a", "/b"], clients=2, seconds=0.1)
    took = perf_counter() - begin

    assert found["requests"] == len(server.asked)
    assert set(server.asked) == {"/a", "/b"}
    assert found["failed"] == 0
    assert 0 < found["p50_ms"] <= found["p95_ms"] <= found["p99_ms"]
    assert 0.1 <= found["seconds"] <= took


def test_two_servers_are_asked_in_turns(port: int) -> None:
    found = python_client.ask_once(HOST, [port, port], ["/a", "/missing", "/b"])

    assert [(each["requests"], each["failed"]) for each in found] == [(3, 1), (3, 1)]


def test_growth_is_measured_on_two_servers(
    drafter: Drafter, queries: list[Query], tmp_path: Path
) -> None:
    said: list[str] = []
    smaller, larger = Scratch(tmp_path / "30", 30), Scratch(tmp_path / "300", 300)
    for scratch in (smaller, larger):
        scratch.root.mkdir()

    found = growing.run(drafter, queries, (smaller, larger), said.append)

    assert (found["letters"], found["queries"]) == (300, 4)
    ratio = found["rare_300"]["p50_ms"] / found["rare_30"]["p50_ms"]
    assert found["ratio_p50"] == pytest.approx(ratio, abs=0.01)
    assert said[-1] == "asking 4 queries of both"


def test_a_failed_request_ends_the_benchmark(
    port: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    asker = Asker(port, tmp_path)

    assert "Python" in asker.client
    assert asker.once("/a") == 50
    assert asker.ask(["/a"], clients=1, seconds=0)["requests_a_second"] > 0
    with pytest.raises(CommandFailed, match="404"):
        asker.once("/missing")
    with pytest.raises(CommandFailed, match="requests failed"):
        asker.ask(["/missing"], clients=1, seconds=0)


def test_addresses_ask_for_what_was_typed() -> None:
    narrowing = Narrowing("zh-Hans", 20050101, 20091231)
    query = Query(kind="filter", words=("口罩",), typed="口罩 masks", narrowing=narrowing)

    asked = urlsplit(to_path(query))

    assert asked.path == "/api/v1/search"
    assert parse_qs(asked.query) == {
        "q": ["口罩 masks"],
        "translate": ["false"],
        "lang": ["zh-Hans"],
        "date_from": ["2005-01-01"],
        "date_to": ["2009-12-31"],
    }


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        pytest.param(["engine", "--size", "lots"], "not a size", id="size"),
        pytest.param(["engine", "--size", "100"], "500 or more", id="too small"),
        pytest.param(["engine", "--peers", "letters,magic"], "no such engine: magic", id="peers"),
        pytest.param(["sideways"], "sideways", id="what"),
    ],
)
def test_wrong_usage_is_said(
    arguments: list[str], complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)

    assert ended.value.code == 2
    assert complaint in capsys.readouterr().err
