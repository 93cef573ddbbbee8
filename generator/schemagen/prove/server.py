"""An engine in, a running PostgreSQL server out that nobody else can reach and that ends with its owner."""

from __future__ import annotations

import os
import pwd
import tempfile
import time
from pathlib import Path
from types import TracebackType

from schemagen.prove import data_folder, private_tree
from schemagen.prove.engine import Engine
from schemagen.prove.scratch_folder import ScratchFolder, sweep
from schemagen.prove.supervision import Identity, Supervision, give, nobody
from schemagen.records import dataclass

_MEMORY_FOLDER = Path("/dev/shm")
_MEMORY_NEEDED = 256 * 1024 * 1024
_LONGEST_SOCKET_FOLDER = 103 - len("/.s.PGSQL.5432")
_PORT = 5432
_START_SECONDS = 60.0


class ScratchServerError(Exception):
    """The server could not be started; the message says why, with the end of its log."""


class ScratchServer:
    """A server of one's own: trust for everybody who can enter its folder, which is its owner alone.

    Nothing is kept: the data folder goes with `stop`, with the end of the `with` block, or with the death of
    this process.
    """

    def __init__(
        self, engine: Engine, supervision: Supervision, socket_dir: Path, sockets: ScratchFolder | None
    ) -> None:
        self.engine = engine
        self.version = engine.version
        self._supervision = supervision
        self._socket_dir = socket_dir
        self._sockets = sockets

    @classmethod
    def start(cls, engine: Engine, parent: Path | None = None) -> ScratchServer:
        """Start a server in a new folder below `parent`, by default in memory, else in the temporary folder.

        As root, which PostgreSQL refuses, it runs in a user namespace, else as the account nobody. Raises
        ScratchServerError.
        """
        place = parent if parent is not None else _default_parent(runs_copies=bool(engine.stand_ins) or _is_root())
        for folder in {place, _MEMORY_FOLDER, Path(tempfile.gettempdir())}:
            sweep(folder)
        try:
            scratch = ScratchFolder.make(place.resolve())
        except OSError as error:
            raise ScratchServerError(f"cannot write to {place}: {error.strerror}") from error
        sockets: ScratchFolder | None = None
        try:
            supervision = Supervision(scratch)
        except OSError as error:
            scratch.remove()
            raise ScratchServerError(f"cannot start another Python: {error}") from error
        try:
            socket_dir = scratch.path / "socket"
            # To libpq a comma separates two hosts.
            if len(os.fsencode(socket_dir)) > _LONGEST_SOCKET_FOLDER or "," in str(socket_dir):
                sockets = ScratchFolder.make(Path("/tmp"))
                socket_dir = sockets.path / "socket"
            socket_dir.mkdir(mode=0o700)
            start = _Start(engine, scratch.path, socket_dir, supervision)
            start.choose_identity()
            start.start()
            return cls(engine, supervision, socket_dir, sockets)
        except OSError as error:
            _end(supervision, sockets)
            raise ScratchServerError(f"the scratch server did not start: {error}") from error
        except BaseException:
            _end(supervision, sockets)
            raise

    def conninfo(self, dbname: str = "postgres", user: str = "postgres") -> str:
        """The connection string for libpq; what PG* variables would change about the connection is spelled out."""
        parameters = {
            "host": str(self._socket_dir),
            "port": str(_PORT),
            "dbname": dbname,
            "user": user,
            "client_encoding": "UTF8",
            "options": "",
            "sslmode": "disable",
            "gssencmode": "disable",
            "application_name": "schemagen",
        }
        return " ".join(f"{name}='{_quoted(value)}'" for name, value in parameters.items())

    def stop(self) -> None:
        """End the server and delete its folder; a second call does nothing."""
        _end(self._supervision, self._sockets)

    def __enter__(self) -> ScratchServer:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()


@dataclass(slots=True)
class _Start:
    """The steps from an empty folder to a server that answers."""

    engine: Engine
    folder: Path
    socket_dir: Path
    supervision: Supervision
    identity: Identity = "self"
    whole: Engine | None = None

    def choose_identity(self) -> None:
        """Find out as whom this engine can be executed here. Raises ScratchServerError."""
        if not _is_root():
            # In a container the user may be a mere number, which initdb refuses.
            if not _has_account() and self._can_run(self.engine, "namespace"):
                self.identity = "namespace"
            return
        choices: tuple[Identity, ...] = ("namespace", "nobody")
        for identity in choices:
            if self._can_run(self.engine, identity):
                self.identity = identity
                return
        # A folder of binaries that only root can read, as in a root's virtual environment: copy it.
        self.identity = "nobody"
        reason = ""
        try:
            self.whole = private_tree.build(self.engine, self._shared("engine"), whole=True)
            self._hand_over(self.folder / "engine")
            if self._can_run(self.whole, "nobody"):
                return
        except OSError as error:
            reason = f": {error.strerror}"
        raise ScratchServerError(
            "PostgreSQL refuses to run as root, and here neither a user namespace can be entered nor the "
            f"account nobody be used{reason}; run as an ordinary user\n{self.supervision.log_tail()}".rstrip()
        )

    def start(self) -> None:
        """Provide a data folder and start on it; a cached one that does not start is made anew."""
        programs = self.whole or self.engine
        server = programs
        if self.engine.stand_ins and self.whole is None:
            server = private_tree.build(self.engine, self._shared("engine"), whole=False)
            self._hand_over(self.folder / "engine")
        data = self.folder / "data"
        self._hand_over(self.socket_dir)
        if data_folder.from_cache(self.engine, data):
            self._hand_over(data)
            if self._serve(server, data):
                return
            data_folder.drop_from_cache(self.engine)
            # The server that failed may have left its process id file.
            data = self.folder / "data-new"
        data.mkdir(mode=0o700)
        self._hand_over(data)
        if not data_folder.initialise(programs, data, lambda argv: self.supervision.run(argv, self.identity)):
            raise ScratchServerError(f"initdb of {self.engine.label} failed:\n{self.supervision.log_tail()}")
        data_folder.into_cache(self.engine, data)
        if not self._serve(server, data):
            raise ScratchServerError(f"{self.engine.label} did not start:\n{self.supervision.log_tail()}")

    def _serve(self, server: Engine, data: Path) -> bool:
        """Start and wait until the server says that it is ready; whether it did."""
        argv = [str(server.bin_dir / "postgres"), "-D", str(data), *_settings(self.socket_dir)]
        if not self.supervision.serve(argv, self.identity):
            return False
        until = time.monotonic() + _START_SECONDS
        while time.monotonic() < until:
            if _is_ready(data):
                return True
            if self.supervision.server_ended(0.003):
                return False
        raise ScratchServerError(
            f"{self.engine.label} was not ready after {_START_SECONDS:.0f} s:\n{self.supervision.log_tail()}"
        )

    def _can_run(self, engine: Engine, identity: Identity) -> bool:
        programs = [engine.bin_dir / "postgres", engine.bin_dir / "initdb"]
        return all(self.supervision.run([str(program), "--version"], identity) == 0 for program in programs)

    def _shared(self, name: str) -> Path:
        """A new folder below the scratch folder."""
        path = self.folder / name
        path.mkdir(mode=0o700)
        return path

    def _hand_over(self, path: Path) -> None:
        """Give a folder to the user who runs the server, and let that user pass through the one above."""
        if self.identity == "nobody":
            give(path, *nobody())
            path.parent.chmod(0o711)


def _settings(socket_dir: Path) -> list[str]:
    """Fast instead of safe, since nothing is kept, and the same on every machine."""
    settings = {
        "listen_addresses": "",
        "port": str(_PORT),
        # The value is a list: quotes keep a comma in the path from splitting it.
        "unix_socket_directories": '"' + str(socket_dir).replace('"', '""') + '"',
        "unix_socket_permissions": "0700",
        "fsync": "off",
        "synchronous_commit": "off",
        "full_page_writes": "off",
        "autovacuum": "off",
        "jit": "off",
        "wal_level": "minimal",
        "max_wal_senders": "0",
        # The default of 64 does not hold the locks of 250 tables made in one transaction.
        "max_locks_per_transaction": "1024",
        "max_connections": "40",
        # Files inside of the data folder, which go with it, instead of segments that outlive a killed server.
        "dynamic_shared_memory_type": "mmap",
        "timezone": "UTC",
        "log_timezone": "UTC",
        "lc_messages": "C",
        # Errors of the statements under proof go to the client; the log is for failures to start.
        "log_min_error_statement": "panic",
        "log_min_messages": "fatal",
    }
    return [argument for name, value in settings.items() for argument in ("-c", f"{name}={value}")]


def _is_ready(data: Path) -> bool:
    """Whether the server has written its last status line (since PostgreSQL 10) and accepts connections."""
    try:
        lines = (data / "postmaster.pid").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return False
    return len(lines) >= 8 and lines[7].strip() == "ready"


def _default_parent(*, runs_copies: bool) -> Path:
    """Memory when there is enough of it, and when programs may be executed there if that is needed."""
    try:
        status = os.statvfs(_MEMORY_FOLDER)
    except OSError:
        return Path(tempfile.gettempdir())
    executable = not (runs_copies and status.f_flag & os.ST_NOEXEC)
    roomy = status.f_bavail * status.f_frsize >= _MEMORY_NEEDED
    fits = roomy and executable and os.access(_MEMORY_FOLDER, os.W_OK | os.X_OK)
    return _MEMORY_FOLDER if fits else Path(tempfile.gettempdir())


def _end(supervision: Supervision, sockets: ScratchFolder | None) -> None:
    supervision.finish()
    if sockets is not None:
        sockets.remove()


def _is_root() -> bool:
    return os.geteuid() == 0


def _has_account() -> bool:
    try:
        pwd.getpwuid(os.geteuid())
    except KeyError:
        return False
    return True


def _quoted(value: str) -> str:
    return value.replace("\\", "\\\\").replace("'", "\\'")
