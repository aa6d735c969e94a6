"""The program as a process: how fast it starts, and how it ends."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

import communique
from communique.store import Archive
from tests.store.samples import invented, raw_of
from tests.views.clirun import GOOD, Program

HEAVY = ("fastapi", "htmldate", "jinja2", "lxml", "numpy", "rich", "sqlite3", "trafilatura", "uvicorn")
COMMAND = [sys.executable, "-m", "communique"]


def test_version_and_help(program: Program) -> None:
    assert program("--version").out == f"communique {communique.__version__}\n"
    helped = program("--help")
    assert helped.status == 0
    names = ("read", "add", "search", "show", "commitments", "export", "serve", "register", "demo")
    assert all(f"\n  {name} " in helped.out for name in names)


@pytest.mark.parametrize("name", ["read", "add", "search", "show", "commitments", "export", "serve", "register", "demo"])
def test_every_command_explains_itself(program: Program, name: str) -> None:
    ended = program(name, "--help")
    assert (ended.status, ended.err) == (0, "")
    assert f"communique {name}" in ended.out


def test_help_loads_nothing_heavy() -> None:
    asked = f"print('loaded:', *({set(HEAVY)!r} & sys.modules.keys()), file=sys.stderr)"
    code = f"import sys; from communique.views.cli import run; run(['--help']); {asked}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr == "loaded:\n"


def test_a_closed_pipe_is_silent(good: Path) -> None:
    script = f"{sys.executable} -m communique read good.txt good.txt good.txt good.txt --format json | head -c 10"
    done = subprocess.run(["/bin/sh", "-c", script], cwd=good.parent, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr, len(done.stdout)) == (0, "", 10)


def _interruptible() -> None:
    """A shell that runs the tests in its background hands on an ignored SIGINT; a program at a terminal has it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_interrupting_is_clean(tmp_path: Path) -> None:
    pipe = tmp_path / "rows.jsonl"
    os.mkfifo(pipe)
    process = subprocess.Popen(
        [*COMMAND, "read", str(pipe)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=_interruptible,
    )
    with pipe.open("w", encoding="utf-8"):  # opens once the program reads from it
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (130, "", "")


def test_interrupting_keeps_what_was_added(tmp_path: Path) -> None:
    pipe = tmp_path / "rows.jsonl"
    os.mkfifo(pipe)
    command = [*COMMAND, "add", str(tmp_path / "good.txt"), str(pipe), "--db", "a.db"]
    (tmp_path / "good.txt").write_text(GOOD, "utf-8")
    process = subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, preexec_fn=_interruptible
    )
    with pipe.open("w", encoding="utf-8"):
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (130, "1 added → a.db\n", "")
    with Archive.open(tmp_path / "a.db", read_only=True) as archive:
        assert archive.document_count() == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_is_one_line(good: Path) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run([*COMMAND, "read", str(good)], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 1
    (complaint,) = done.stderr.splitlines()
    assert complaint.startswith("communique: ") and "No space left on device" in complaint


def test_a_terminal_without_unicode_still_shows_something(good: Path) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run([*COMMAND, "read", str(good)], env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "?The ferry will sail again before the summer?" in done.stdout
    command = [*COMMAND, "read", "-", "--format", "json"]
    text = GOOD.replace("ferry", "förry").encode()
    piped = subprocess.run(command, input=text, env=environment, capture_output=True, check=False)
    assert "förry".encode() in piped.stdout


@pytest.fixture
def ferries(tmp_path: Path) -> Path:
    path = tmp_path / "ferries.db"
    with Archive.open(path) as archive:
        archive.add(invented(), raw_of(invented()))
    return path


def test_serve(ferries: Path) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(
        [*COMMAND, "serve", "--db", str(ferries), "--port", str(port)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    address = process.stdout.readline()
    assert f"http://127.0.0.1:{port}/ " in address
    page = _fetched(f"http://127.0.0.1:{port}/")
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, "")  # it is how a server is meant to end
    assert "reopen the ferry line" in page


def _fetched(address: str) -> str:
    for _ in range(200):
        try:
            with urllib.request.urlopen(address, timeout=10) as answer:
                return str(answer.read().decode())
        except OSError:  # the address is printed just before the server listens
            time.sleep(0.05)
    raise AssertionError(f"{address} never answered")


@pytest.mark.parametrize(("host", "message"), [("127.0.0.1", "give another with --port"), ("no.such.invalid", "--host")])
def test_serve_where_it_can_not(program: Program, ferries: Path, host: str, message: str) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        ended = program("serve", "--db", ferries, "--host", host, "--port", str(taken.getsockname()[1]))
    assert (ended.status, ended.out) == (1, "")
    (complaint,) = ended.complaints
    assert message in complaint
