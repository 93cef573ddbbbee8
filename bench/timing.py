"""Commands in, seconds out: whole processes from start to end, the contenders taking turns."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from settings import SETTINGS, Clock

ROOT = Path(__file__).resolve().parent.parent
SPECIFICATION = "spec/pharma_roles.yaml"

SCHEMAGEN = (sys.executable, "-c", "from schemagen.cli.main import entry\nentry()")
"""What the installed command `schemagen` does, also where the package is not installed."""

Timed = Callable[[], float]
"""Does something once and answers the seconds that count."""


class CommandFailed(Exception):
    """A command that was to be measured did not succeed; the message holds the end of what it printed."""


def take_turns(contenders: Mapping[str, Timed], runs: int) -> dict[str, list[float]]:
    """Run every contender once to warm up, then `runs` times in turn; the seconds of each, in the order of rounds."""
    for contender in contenders.values():
        contender()
    seconds: dict[str, list[float]] = {name: [] for name in contenders}
    for _ in range(runs):
        for name, contender in contenders.items():
            seconds[name].append(contender())
    return seconds


def process(
    argv: Sequence[str],
    *,
    cwd: Path = ROOT,
    environment: Mapping[str, str] | None = None,
    prepare: Callable[[], None] | None = None,
    clock: Clock | None = None,
) -> Timed:
    """A contender that is a process of its own; `prepare` runs before each start and does not count.

    `clock` is that of the settings unless given. The contender raises CommandFailed when the process ends with
    another code than 0.
    """

    def run() -> float:
        if prepare is not None:
            prepare()
        return run_process(argv, cwd, environment, clock)[0]

    return run


def run_process(
    argv: Sequence[str], cwd: Path, environment: Mapping[str, str] | None = None, clock: Clock | None = None
) -> tuple[float, str]:
    """The seconds that a process took, by the clock of the settings unless given, and what it printed.

    Raises CommandFailed when it ends with another code than 0.
    """
    counted = clock or SETTINGS.clock
    before = _now(counted)
    done = subprocess.run(argv, cwd=cwd, env=surroundings(environment), capture_output=True, text=True, check=False)
    seconds = _now(counted) - before
    if done.returncode != 0:
        said = (done.stdout + done.stderr)[-2000:]
        raise CommandFailed(f"{' '.join(argv[-4:])}: exit code {done.returncode}\n{said}")
    return seconds, done.stdout


def _now(clock: Clock) -> float:
    if clock == "wall":
        return time.perf_counter()
    # Of all processes that have ended; each ends before the next one starts.
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def surroundings(more: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment of a measured process: it finds schemagen in this checkout and may write bytecode."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPATH": str(ROOT / "generator")} | dict(more or {})


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """A folder that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="schemagen-bench-") as name:
        yield Path(name)


def median(seconds: Sequence[float]) -> float:
    """The middle one of the runs."""
    return statistics.median(seconds)
