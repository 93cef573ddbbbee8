"""Commands for the supervisor in, what became of the programs it ran out."""

from __future__ import annotations

import contextlib
import json
import os
import pwd
import select
import subprocess
import sys
from pathlib import Path
from typing import Any, Literal

from schemagen.prove import supervisor
from schemagen.prove.scratch_folder import ScratchFolder

Identity = Literal["self", "namespace", "nobody"]
"""Who a program runs as: the user who asked, the same user known by the number of the account nobody in a
user namespace, or the account nobody itself."""

_KEPT_VARIABLES = ("PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "LOCALE_ARCHIVE")


class Supervision:
    """The supervisor process of one scratch folder; see `supervisor` for what it promises."""

    def __init__(self, folder: ScratchFolder) -> None:
        self._folder = folder
        self.log = folder.path / "log"
        # A session of its own: Ctrl-C in the terminal goes to the proof, which then closes the pipe.
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-S", supervisor.__file__, str(folder.path), str(folder.lock_fd), str(os.getpid())],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            pass_fds=(folder.lock_fd,),
            start_new_session=True,
        )
        self._received = b""

    def run(self, argv: list[str], identity: Identity) -> int:
        """Run a program to its end; its exit code, 127 where it could not be executed as `identity`."""
        self._send("job", argv, identity)
        answer = self._receive(None)
        return int(answer["exit"]) if answer is not None and "exit" in answer else 127

    def serve(self, argv: list[str], identity: Identity) -> bool:
        """Start the server; whether it could be executed."""
        self._send("server", argv, identity)
        answer = self._receive(None)
        return answer is not None and "started" in answer

    def server_ended(self, seconds: float) -> bool:
        """Wait so long for the server to end; whether it did."""
        return self._receive(seconds) is not None

    def finish(self) -> None:
        """End the server, if one runs, and delete the folder; a second call does nothing."""
        stdin, stdout = self._process.stdin, self._process.stdout
        with contextlib.suppress(OSError):
            if stdin is not None:
                stdin.close()
        try:
            self._process.wait(timeout=30)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        if stdout is not None:
            stdout.close()
        self._folder.remove()

    def log_tail(self) -> str:
        """The last lines that initdb or the server wrote."""
        try:
            return "\n".join(self.log.read_text(encoding="utf-8", errors="replace").splitlines()[-12:])
        except OSError:
            return ""

    def _send(self, kind: str, argv: list[str], identity: Identity) -> None:
        environment = {name: os.environ[name] for name in _KEPT_VARIABLES if name in os.environ}
        environment |= {"LC_ALL": "C", "TZ": "UTC", "HOME": str(self._folder.path)}
        user, group = nobody()
        command = {
            "kind": kind,
            "argv": argv,
            "identity": identity,
            "user": user,
            "group": group,
            "log": str(self.log),
            "environment": environment,
        }
        if self._process.stdin is not None:
            # A supervisor that is gone shows as an end of its output, where the caller waits for the answer.
            with contextlib.suppress(BrokenPipeError):
                self._process.stdin.write(json.dumps(command).encode() + b"\n")
                self._process.stdin.flush()

    def _receive(self, seconds: float | None) -> dict[str, Any] | None:
        """The next reply; None after so many seconds. An end of the output counts as a reply without content."""
        if self._process.stdout is None:
            return {}
        descriptor = self._process.stdout.fileno()
        while b"\n" not in self._received:
            if not select.select([descriptor], [], [], seconds)[0]:
                return None
            chunk = os.read(descriptor, 65536)
            if not chunk:
                return {}
            self._received += chunk
        line, self._received = self._received.split(b"\n", 1)
        answer: dict[str, Any] = json.loads(line)
        return answer


def nobody() -> tuple[int, int]:
    """User and group of the account nobody; initdb refuses numbers that no account has."""
    try:
        account = pwd.getpwnam("nobody")
    except KeyError:
        return 65534, 65534
    return account.pw_uid, account.pw_gid


def give(path: Path, user: int, group: int) -> None:
    """Hand a folder with all that is in it to another user. Raises OSError."""
    os.chown(path, user, group)
    for folder, folders, files in os.walk(path):
        for name in (*folders, *files):
            os.chown(Path(folder) / name, user, group, follow_symlinks=False)
