"""A place in, a folder out that belongs to this process and is swept away after it, however it ends."""

from __future__ import annotations

import contextlib
import fcntl
import os
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

PREFIX = "schemagen-"
_MARKER = ".schemagen-scratch"


class ScratchFolder:
    """A folder of mode 0700 whose name carries the process id.

    A lock on the marker file inside says that its owner lives. The kernel drops it with the last process that
    holds it, so a process id that was given out again, or one of another container, deceives nobody.
    """

    def __init__(self, path: Path, lock_fd: int) -> None:
        self.path = path
        self.lock_fd = lock_fd

    @classmethod
    def make(cls, parent: Path) -> ScratchFolder:
        """A new folder in `parent`. Raises OSError when it cannot be written."""
        path = Path(tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}-", dir=parent))
        # The marker gets its name only once it is locked: a sweep in between must not take the folder.
        unlocked = path / f"{_MARKER}.new"
        lock_fd = os.open(unlocked, os.O_CREAT | os.O_EXCL | os.O_RDWR | os.O_CLOEXEC, 0o600)
        fcntl.flock(lock_fd, fcntl.LOCK_EX)
        unlocked.rename(path / _MARKER)
        return cls(path, lock_fd)

    def remove(self) -> None:
        """Delete the folder with all that is in it; a second call does nothing."""
        if self.lock_fd >= 0:
            shutil.rmtree(self.path, ignore_errors=True)
            os.close(self.lock_fd)
            self.lock_fd = -1


def sweep(parent: Path) -> None:
    """Delete what processes that are gone left in `parent`: folders this user made here, and no others."""
    with contextlib.suppress(OSError), os.scandir(parent) as entries:
        for entry in entries:
            if not entry.name.startswith(PREFIX):
                continue
            with contextlib.suppress(OSError):
                _sweep_one(Path(entry.path))


def _sweep_one(path: Path) -> None:
    """Delete one folder when its marker is there, is ours and is locked by nobody. Raises OSError."""
    if path.is_symlink() or not path.is_dir() or path.stat().st_uid != os.geteuid():
        return
    lock_fd = os.open(path / _MARKER, os.O_RDWR | os.O_NOFOLLOW | os.O_CLOEXEC)
    try:
        fcntl.flock(lock_fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        _end_server(path / "data")
        shutil.rmtree(path, ignore_errors=True)
    finally:
        os.close(lock_fd)


def _end_server(data: Path) -> None:
    """End a server that still runs in a data folder without an owner."""
    try:
        pid = int((data / "postmaster.pid").read_text(encoding="utf-8").split("\n", 1)[0])
    except (OSError, ValueError):
        return
    for number in (signal.SIGQUIT, signal.SIGKILL):
        for _ in range(300):
            if not _is_server_of(pid, data):
                return
            os.kill(pid, number)
            time.sleep(0.02)


def _is_server_of(pid: int, data: Path) -> bool:
    """Whether a process is the server of a data folder: the number may have been given to another since."""
    try:
        return Path(f"/proc/{pid}/cwd").readlink() == data
    except OSError:
        if Path("/proc/self").exists():
            return False
    command = ["ps", "-o", "args=", "-p", str(pid)]
    try:
        listed = subprocess.run(command, capture_output=True, text=True, timeout=10, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return f"-D {data} " in f"{listed.stdout.strip()} "
