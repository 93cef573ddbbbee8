"""The command as a process: signals, pipes that close early and terminals that cannot show a name."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

_WAITING = """
import sys, time, click
from schemagen.cli.command_folder import schemagen
from schemagen.cli.main import main

def wait():
    try:
        print("ready", flush=True)
        time.sleep(60)
    finally:
        print("cleaned up", flush=True)

schemagen.get_command = lambda ctx, name: click.Command("wait", callback=wait)
schemagen.list_commands = lambda ctx: ["wait"]
sys.exit(main(["wait"]))
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
@pytest.mark.parametrize(
    ("name", "code", "word"),
    [("SIGINT", 130, "interrupted"), ("SIGTERM", 143, "terminated"), ("SIGHUP", 129, "terminated")],
)
def test_signal_cleans_up_and_says_so(name: str, code: int, word: str) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _WAITING],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # Tests that run in the background of a shell inherit an ignored SIGINT, which the command would respect.
        preexec_fn=lambda: signal.signal(getattr(signal, name), signal.SIG_DFL),  # noqa: PLW1509 - no threads here
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        # The line is written just before the sleep begins; the signal may arrive in either.
        time.sleep(0.05)
        process.send_signal(getattr(signal, name))
        output, error = process.communicate(timeout=20)
    assert (process.returncode, output) == (code, "cleaned up\n")
    assert error.strip() == f"schemagen: {word}"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such pipes")
def test_reader_that_leaves_early_is_no_error() -> None:
    script = '"$1" -m schemagen completion bash | true; "$1" -m schemagen --help | head -c 1'
    command = ["bash", "-c", script, "-", sys.executable]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.stderr == ""


_UNREADABLE = """
import sys, click
from schemagen.cli.command_folder import schemagen
from schemagen.cli.main import main

def read():
    open("\\u00fc-\\udc80")

schemagen.get_command = lambda ctx, name: click.Command("read", callback=read)
schemagen.list_commands = lambda ctx: ["read"]
sys.exit(main(["read"]))
"""


def test_name_that_the_terminal_cannot_show_is_escaped(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", _UNREADABLE],
        capture_output=True,
        check=False,
        cwd=tmp_path,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        encoding="ascii",
    )
    assert run.returncode == 2
    assert run.stderr == "schemagen: \\xfc-\\udc80: No such file or directory\n"
