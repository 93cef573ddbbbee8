"""A script of its own: commands as JSON lines on its input, programs run and replies as JSON lines out.

It stands between the proof and its server. When the proof ends in whatever way, its end of the pipe closes, and
the supervisor ends the server and deletes the folder; when the supervisor itself is killed, Linux ends the
server. It imports nothing of the package, since it is started as `python -I -S` for the sake of speed.
"""

from __future__ import annotations

import contextlib
import ctypes
import json
import os
import select
import signal
import sys
import time
from typing import Any

_CLONE_NEWUSER = 0x10000000
_PR_SET_PDEATHSIG = 1


class Supervisor:
    """One run: `folder` is deleted at the end, `parent` is the process whose end ends it all."""

    def __init__(self, folder: str, parent: int) -> None:
        self.folder = folder
        self.parent = parent
        self.job: int | None = None
        self.server: int | None = None

    def loop(self) -> None:
        """Obey until the input closes or the parent is gone."""
        wake, waker = os.pipe()
        os.set_blocking(waker, False)
        signal.set_wakeup_fd(waker, warn_on_full_buffer=False)
        received = b""
        while True:
            # The parent is looked for now and then as well: a process it forked may keep the pipe open.
            ready, _, _ = select.select([0, wake], [], [], 1.0)
            if wake in ready:
                os.read(wake, 4096)
            self.reap()
            if os.getppid() != self.parent:
                return
            if 0 in ready:
                chunk = os.read(0, 65536)
                if not chunk:
                    return
                *lines, received = (received + chunk).split(b"\n")
                for line in lines:
                    self.obey(json.loads(line))

    def obey(self, command: dict[str, Any]) -> None:
        """Start a program: {"kind": "job" or "server", "argv", "identity", "user", "group", "log", "environment"}."""
        try:
            pid = start(command)
        except OSError as error:
            reply({"failed": str(error)})
            return
        if command["kind"] == "server":
            self.server = pid
            reply({"started": pid})
        else:
            self.job = pid

    def reap(self) -> None:
        """Report the programs that have ended."""
        while True:
            try:
                pid, status = os.waitpid(-1, os.WNOHANG)
            except ChildProcessError:
                return
            if pid == 0:
                return
            code = os.waitstatus_to_exitcode(status)
            if pid == self.server:
                self.server = None
                reply({"server_exit": code})
            elif pid == self.job:
                self.job = None
                reply({"exit": code})

    def finish(self) -> None:
        """End what runs and delete the folder. Nothing of the data is kept, so the server need not save it."""
        if self.job is not None:
            kill(self.job, signal.SIGKILL)
        if self.server is not None:
            kill(self.server, signal.SIGQUIT)
            # The server itself kills backends that do not listen after five seconds.
            if not gone_within(self.server, 10.0):
                kill(self.server, signal.SIGKILL)
                gone_within(self.server, 5.0)
        import shutil

        for _ in range(3):
            shutil.rmtree(self.folder, ignore_errors=True)
            if not os.path.exists(self.folder):  # noqa: PTH110 - importing pathlib costs 5 of 38 ms of the start
                return
            time.sleep(0.05)


def start(command: dict[str, Any]) -> int:
    """Fork and execute; the answer is the process id. Raises OSError when the program could not be executed."""
    supervisor = os.getpid()
    failure, told = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            execute(command, supervisor)
        except BaseException as error:
            os.write(told, str(error).encode("utf-8", "replace"))
        finally:
            os._exit(127)
    os.close(told)
    with os.fdopen(failure, "rb") as stream:
        message = stream.read()
    if message:
        os.waitpid(pid, 0)
        raise OSError(message.decode("utf-8", "replace"))
    return pid


def execute(command: dict[str, Any], supervisor: int) -> None:
    """In the child: become who the command names, tie the life to the supervisor's, execute."""
    for number in (signal.SIGINT, signal.SIGHUP, signal.SIGTERM, signal.SIGCHLD, signal.SIGPIPE):
        signal.signal(number, signal.SIG_DFL)
    os.setsid()
    log = os.open(command["log"], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    nothing = os.open(os.devnull, os.O_RDONLY)
    for source, target in ((nothing, 0), (log, 1), (log, 2)):
        os.dup2(source, target)
    # Older servers look up the current folder, which another user may not be allowed to do.
    os.chdir("/")
    libc = ctypes.CDLL(None, use_errno=True)
    if command["identity"] == "namespace":
        enter_user_namespace(libc, command["user"], command["group"])
    elif command["identity"] == "nobody":
        os.setgroups([])
        os.setgid(command["group"])
        os.setuid(command["user"])
    if sys.platform == "linux":
        # After the change of user, which clears it.
        number = signal.SIGQUIT if command["kind"] == "server" else signal.SIGKILL
        libc.prctl(_PR_SET_PDEATHSIG, int(number), 0, 0, 0)
        if os.getppid() != supervisor:
            os._exit(127)
    os.execve(command["argv"][0], command["argv"], command["environment"])


def enter_user_namespace(libc: ctypes.CDLL, user: int, group: int) -> None:
    """Stay the same user and be known by another number, `user`, in here. Raises OSError."""
    user_outside, group_outside = os.geteuid(), os.getegid()
    if sys.platform != "linux":
        raise OSError("user namespaces exist on Linux only")
    if libc.unshare(_CLONE_NEWUSER) != 0:
        code = ctypes.get_errno()
        raise OSError(code, f"unshare: {os.strerror(code)}")
    for name, text in (
        ("setgroups", "deny"),
        ("uid_map", f"{user} {user_outside} 1"),
        ("gid_map", f"{group} {group_outside} 1"),
    ):
        fd = os.open(f"/proc/self/{name}", os.O_WRONLY)
        os.write(fd, text.encode())
        os.close(fd)


def kill(pid: int, number: int) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, number)


def gone_within(pid: int, seconds: float) -> bool:
    """Wait for a child of ours to end."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        with contextlib.suppress(ChildProcessError):
            if os.waitpid(pid, os.WNOHANG)[0] == 0:
                time.sleep(0.002)
                continue
        return True
    return False


def reply(message: dict[str, Any]) -> None:
    # The parent may be gone already; the loop finds out by itself.
    with contextlib.suppress(OSError):
        os.write(1, json.dumps(message).encode() + b"\n")


def stop_by_signal(number: int, frame: object) -> None:
    raise SystemExit(0)


def main() -> None:
    os.umask(0o077)
    # The lock of the folder is held here too, for as long as there is something to tidy up, but not by the
    # server, which must not keep it alive.
    folder, lock_fd, parent = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    os.set_inheritable(lock_fd, False)
    for number in (signal.SIGINT, signal.SIGHUP, signal.SIGPIPE):
        signal.signal(number, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, stop_by_signal)
    signal.signal(signal.SIGCHLD, lambda number, frame: None)
    supervisor = Supervisor(folder, parent)
    try:
        supervisor.loop()
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        supervisor.finish()


if __name__ == "__main__":
    main()
