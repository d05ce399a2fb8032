"""The process that parses: it is ended when it must be, and the next file is read all the same."""

import fcntl
import os
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from corpus import UnreadableLetter
from corpus.formats.apart import Limits, Parser

PAGE = "<html><body><p>各会员单位：请做好防护。</p></body></html>".encode()
ROOT = Path(__file__).parents[2]


@pytest.fixture
def parser() -> Iterator[Parser]:
    parser = Parser(Limits(cpu_s=1, wall_s=20))
    yield parser
    parser.close()


def reason(parser: Parser, raw: bytes) -> str:
    with pytest.raises(UnreadableLetter) as refused:
        parser.read("html", raw, "a.html")
    return refused.value.reason


def process_id(parser: Parser) -> int:
    assert parser._process
    return parser._process.pid


def test_one_process_reads_many_files(parser: Parser) -> None:
    texts = [parser.read("html", PAGE, "a.html").text]
    first = process_id(parser)

    texts += [parser.read("html", PAGE, "b.html").text for _ in range(3)]

    assert texts == ["各会员单位：请做好防护。"] * 4
    assert process_id(parser) == first


def test_a_fault_of_the_file_does_not_end_the_process(parser: Parser) -> None:
    assert reason(parser, b"<html>") == "empty"
    first = process_id(parser)

    assert parser.read("html", PAGE, "a.html").text
    assert process_id(parser) == first


def test_reading_that_takes_too_long_is_ended(parser: Parser) -> None:
    many = b"<html><body>" + b"<p>Thank <b>you</b> all.</p>\n" * 200_000

    assert reason(parser, many) == "too_slow"
    assert parser.read("html", PAGE, "a.html").text


def test_a_process_that_waits_is_ended(parser: Parser) -> None:
    parser.read("html", PAGE, "a.html")
    parser.limits = Limits(wall_s=0.2)
    os.kill(process_id(parser), signal.SIGSTOP)

    assert reason(parser, PAGE) == "too_slow"
    parser.limits = Limits()
    assert parser.read("html", PAGE, "a.html").text


def test_reading_that_takes_too_much_memory_is_ended() -> None:
    parser = Parser(Limits(memory_mb=120))
    many = b"<html><body>" + b"<p><b>Thank</b> <i>you</i>" * 500_000

    try:
        assert reason(parser, many) == "too_much_memory"
        assert parser.read("html", PAGE, "a.html").text
    finally:
        parser.close()


def kill_when_asked(parser: Parser) -> None:
    """Kill the process of a parser, which is stopped, as soon as it has something to read."""
    assert parser._process
    assert parser._process.stdin
    while not fcntl.ioctl(parser._process.stdin, termios.FIONREAD, b"\0" * 4).strip(b"\0"):
        time.sleep(0.001)
    parser._process.kill()


def test_a_process_that_is_killed_while_it_reads_is_replaced(parser: Parser) -> None:
    parser.read("html", PAGE, "a.html")
    os.kill(process_id(parser), signal.SIGSTOP)

    with ThreadPoolExecutor() as threads:
        killed = threads.submit(kill_when_asked, parser)
        assert reason(parser, PAGE) == "broke_off"
        killed.result()

    assert parser.read("html", PAGE, "a.html").text


def test_a_process_that_was_killed_while_it_waited_loses_no_file(parser: Parser) -> None:
    parser.read("html", PAGE, "a.html")
    assert parser._process
    parser._process.kill()
    parser._process.wait()

    assert parser.read("html", PAGE, "a.html").text


def test_a_process_that_nobody_asks_ends_and_is_replaced() -> None:
    parser = Parser(Limits(idle_s=0.1))
    parser.read("html", PAGE, "a.html")
    assert parser._process

    assert parser._process.wait(60) == 0
    assert parser.read("html", PAGE, "a.html").text
    parser.close()


def is_alive(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs a system with /proc")
@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGTERM])
def test_no_process_is_left_when_its_parent_is_killed(end: signal.Signals) -> None:
    program = (
        "import sys, time\nfrom corpus.formats.apart import Parser\nparser = Parser()\n"
        f"parser.read('html', {PAGE!r}, 'a')\nprint(parser._process.pid, flush=True)\n"
        "time.sleep(60)"
    )
    parent = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, cwd=ROOT)
    with parent:
        assert parent.stdout
        child = int(parent.stdout.readline())
        assert is_alive(child)
        os.kill(child, signal.SIGSTOP)  # busy, so that it would not notice that nobody asks

        parent.send_signal(end)
        parent.wait()

        os.kill(child, signal.SIGCONT)
        until = time.monotonic() + 60
        while is_alive(child) and time.monotonic() < until:
            time.sleep(0.01)
        assert not is_alive(child)
