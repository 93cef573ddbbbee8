"""Engines are found, scratch servers start fast and leave nothing behind, whatever ends their owner."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import stat
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest

from schemagen.prove import data_folder, engine, private_tree, scratch_folder
from schemagen.prove.engine import Engine, EngineNotFound
from schemagen.prove.server import ScratchServer, ScratchServerError
from schemagen.prove.supervision import Identity, Supervision

SOURCE_ROOT = Path(engine.__file__).parents[2]
HOLD = """
import signal, sys, time
from pathlib import Path
# Whoever runs the tests in the background of a shell hands down that it is ignored.
signal.signal(signal.SIGINT, signal.default_int_handler)
from schemagen.prove import engine
from schemagen.prove.server import ScratchServer
server = ScratchServer.start(engine.find(None, frozenset(), 14), Path(sys.argv[1]))
pid = int((server._supervision.log.parent / "data" / "postmaster.pid").read_text().split()[0])
print(server._supervision._process.pid, pid, flush=True)
time.sleep(60)
"""
"""A program that holds a server and says the process ids of its supervisor and of the server."""


@pytest.fixture(scope="module")
def wheel() -> Engine:
    return engine.find(None, frozenset(), engine.OLDEST_MAJOR)


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Path]:
    """A folder for scratch folders, short enough for a socket, open for the account nobody."""
    memory = Path("/dev/shm")
    root = memory if os.access(memory, os.W_OK) and not os.statvfs(memory).f_flag & os.ST_NOEXEC else Path("/tmp")
    folder = root / f"st-{os.getpid()}-{uuid.uuid4().hex[:6]}"
    folder.mkdir(mode=0o755)
    yield folder
    shutil.rmtree(folder)


def query(server: ScratchServer, sql: str, dbname: str = "postgres") -> object:
    with psycopg.connect(server.conninfo(dbname), autocommit=True) as connection:
        row = connection.execute(sql.encode()).fetchone()
        return row[0] if row else None


def holder(place: Path) -> tuple[subprocess.Popen[str], int, int]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(place)],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(SOURCE_ROOT)},
    )
    assert process.stdout is not None
    line = process.stdout.readline()
    process.stdout.close()
    supervisor, server = line.split()
    return process, int(supervisor), int(server)


def runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{pid}/stat")
    # A process whose parent does not collect it is over all the same.
    return not state.exists() or state.read_text().rpartition(")")[2].split()[0] != "Z"


def soon(condition: Callable[[], bool], seconds: float = 15.0) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if condition():
            return True
        time.sleep(0.02)
    return False


def server_pid(parent: Path) -> int:
    (file,) = parent.glob("schemagen-*/data*/postmaster.pid")
    return int(file.read_text().split()[0])


# Engines


def test_an_engine_says_what_it_is(wheel: Engine) -> None:
    answer = subprocess.run([wheel.bin_dir / "postgres", "--version"], capture_output=True, text=True, check=True)
    assert f" {wheel.version}" in answer.stdout
    assert wheel.major == int(wheel.version.split(".")[0]) >= engine.OLDEST_MAJOR
    assert "plpgsql" in wheel.available_extensions
    assert (wheel.share_dir / "postgres.bki").is_file()


def test_the_folder_of_an_installation_will_do_for_its_bin_folder(wheel: Engine) -> None:
    found = engine.find(wheel.bin_dir.parent, frozenset(), wheel.major)
    assert (found.bin_dir, found.origin, found.notes) == (wheel.bin_dir, "explicit", ())


def test_an_explicit_folder_without_a_server_is_not_replaced_by_another(tmp_path: Path) -> None:
    with pytest.raises(EngineNotFound, match=r"holds no program `postgres`[\s\S]*name another folder"):
        engine.find(tmp_path, frozenset(), 15)


def test_an_extension_nobody_has_is_named_with_every_engine(wheel: Engine) -> None:
    with pytest.raises(EngineNotFound, match=rf"{wheel.bin_dir}: .* lacks no_such_extension"):
        engine.find(None, frozenset({"no_such_extension"}), engine.OLDEST_MAJOR)


def test_an_engine_older_than_the_target_is_passed_over() -> None:
    with pytest.raises(EngineNotFound, match=r"PostgreSQL 99 or newer; looked at:\n.* is older than the target 99"):
        engine.find(None, frozenset(), 99)


def test_a_newer_engine_says_so(wheel: Engine) -> None:
    found = engine.find(wheel.bin_dir, frozenset(), wheel.major - 1)
    assert found.notes == (f"the target is PostgreSQL {wheel.major - 1}, the proof runs on {wheel.version}",)


def test_a_stand_in_behaves_like_the_extension(tmp_path: Path) -> None:
    bare = installation_without_uuid_ossp(tmp_path)
    chosen = engine.find(bare, frozenset({"uuid-ossp", "plpgsql"}), engine.OLDEST_MAJOR)
    assert chosen.stand_ins == ("uuid-ossp",)
    assert chosen.notes[-1].endswith("lacks uuid-ossp: a stand-in takes its place")
    with ScratchServer.start(chosen) as server, psycopg.connect(server.conninfo(), autocommit=True) as connection:
        connection.execute('create schema extensions; create extension "uuid-ossp" schema extensions')
        connection.execute("set search_path = extensions")
        for name in ("", "www.example.com", "é" * 200, *("x" * length for length in range(35, 70))):
            row = connection.execute(
                "select uuid_generate_v3(uuid_ns_dns(), %s), uuid_generate_v5(uuid_ns_url(), %s)", (name, name)
            ).fetchone()
            assert row == (uuid.uuid3(uuid.NAMESPACE_DNS, name), uuid.uuid5(uuid.NAMESPACE_URL, name))
        made = connection.execute("select uuid_generate_v1(), uuid_generate_v1mc(), uuid_generate_v4()").fetchone()
        assert made is not None
        assert [value.version for value in made] == [1, 1, 4]
        spaces = connection.execute("select uuid_nil(), uuid_ns_oid(), uuid_ns_x500()").fetchone()
        assert spaces == (uuid.UUID(int=0), uuid.NAMESPACE_OID, uuid.NAMESPACE_X500)
    assert list(tmp_path.rglob("uuid-ossp*")) == []


def installation_without_uuid_ossp(tmp_path: Path) -> Path:
    """The bin folder of a copy of the first engine found, less the extension, if it has it."""
    copy = private_tree.build(engine.find(None, frozenset(), engine.OLDEST_MAJOR), tmp_path, whole=True)
    for file in (copy.share_dir / "extension").glob("uuid-ossp*"):
        file.unlink()
    return copy.bin_dir


# Starting and stopping


def test_a_server_answers_and_goes(wheel: Engine, place: Path) -> None:
    with ScratchServer.start(wheel, place) as server:
        assert str(query(server, "show server_version")).startswith(server.version)
        assert query(server, "select lower('É')") == "é"
        assert query(server, "show listen_addresses") == ""
        assert query(server, "show fsync") == "off"
        assert query(server, "show timezone") == "UTC"
        (folder,) = place.iterdir()
        assert folder.name.startswith(f"schemagen-{os.getpid()}-")
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir() if path.is_dir()}
        assert modes == {"data": 0o700, "socket": 0o700}
        pid = server_pid(place)
        assert runs(pid)
    assert not runs(pid)
    assert list(place.iterdir()) == []
    server.stop()


@pytest.mark.parametrize("error", [KeyboardInterrupt, ValueError, SystemExit])
def test_an_exception_ends_the_server(wheel: Engine, place: Path, error: type[BaseException]) -> None:
    with pytest.raises(error), ScratchServer.start(wheel, place):
        pid = server_pid(place)
        raise error
    assert not runs(pid)
    assert list(place.iterdir()) == []


def test_a_busy_backend_does_not_hold_up_the_end(wheel: Engine, place: Path) -> None:
    server = ScratchServer.start(wheel, place)
    with contextlib.closing(psycopg.connect(server.conninfo(), autocommit=True)) as connection:
        connection.pgconn.send_query(b"do $$ begin loop end loop; end $$")
        backend = connection.info.backend_pid
        server.stop()
        assert not runs(backend)


def test_variables_of_libpq_do_not_reach_the_server(
    wheel: Engine, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = {"PGHOST": "/nowhere", "PGPORT": "1", "PGDATABASE": "x", "PGOPTIONS": "-c search_path=x", "PGUSER": "x"}
    for name, value in (wrong | {"PGSSLMODE": "require", "LC_ALL": "de_DE.UTF-8", "PGDATA": "/nowhere"}).items():
        monkeypatch.setenv(name, value)
    with ScratchServer.start(wheel, place) as server:
        assert query(server, "show search_path") == '"$user", public'


@pytest.mark.parametrize("name", ["deep" * 20, "a, b"])
def test_a_path_no_socket_can_have_is_no_hindrance(wheel: Engine, place: Path, name: str) -> None:
    (place / name).mkdir()
    with ScratchServer.start(wheel, place / name) as server:
        assert query(server, "select 1") == 1
        sockets = server._socket_dir
        assert place not in sockets.parents
    assert not sockets.parent.exists()
    assert list((place / name).iterdir()) == []


def test_quotes_and_spaces_in_a_path(wheel: Engine, place: Path) -> None:
    odd = place / 'it\'s "so" \\ to say'
    odd.mkdir()
    with ScratchServer.start(wheel, odd) as server:
        assert query(server, "select 1") == 1
        assert odd in server._socket_dir.parents


def test_a_server_that_cannot_start_says_why(wheel: Engine, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("schemagen.prove.server._PORT", 99999)
    with pytest.raises(ScratchServerError, match=r"did not start:[\s\S]*99999 is outside the valid range"):
        ScratchServer.start(wheel, place)
    assert list(place.iterdir()) == []


def test_a_place_that_cannot_be_written_is_named(wheel: Engine, place: Path) -> None:
    with pytest.raises(ScratchServerError, match=r"cannot write to .*absent"):
        ScratchServer.start(wheel, place / "absent")


# The end of the owner


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_a_signal_to_the_owner_leaves_nothing(place: Path, number: signal.Signals) -> None:
    process, supervisor, server = holder(place)
    process.send_signal(number)
    process.wait()
    assert soon(lambda: not runs(server) and not runs(supervisor))
    assert list(place.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a process that its parent has died")
def test_the_supervisor_may_be_killed_too(place: Path, wheel: Engine) -> None:
    process, supervisor, server = holder(place)
    os.kill(supervisor, signal.SIGKILL)
    process.kill()
    process.wait()
    assert soon(lambda: not runs(server))
    # Nobody was left to delete the folder: the next one who comes does.
    assert len(list(place.iterdir())) == 1
    with ScratchServer.start(wheel, place):
        assert len(list(place.iterdir())) == 1
    assert list(place.iterdir()) == []


def test_a_sweep_takes_only_what_was_left_behind(place: Path) -> None:
    alive = scratch_folder.ScratchFolder.make(place)
    dead = scratch_folder.ScratchFolder.make(place)
    os.close(dead.lock_fd)
    foreign = place / "schemagen-1-foreign"
    foreign.mkdir()
    target = place / "elsewhere"
    target.mkdir()
    (target / ".schemagen-scratch").touch()
    (place / "schemagen-2-link").symlink_to(target)
    scratch_folder.sweep(place)
    assert {path.name for path in place.iterdir()} == {alive.path.name, foreign.name, target.name, "schemagen-2-link"}
    alive.remove()
    assert not alive.path.exists()


# The cache


def test_the_cache_is_used_and_a_broken_one_replaced(
    wheel: Engine, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = place / "cache"
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    made: list[Path] = []
    initialise = data_folder.initialise
    monkeypatch.setattr(
        data_folder, "initialise", lambda e, data, run: (made.append(data), initialise(e, data, run))[1]
    )
    for _ in ("made by initdb", "from the cache"):
        with ScratchServer.start(wheel, place):
            assert len(made) == 1
    (control,) = cache.glob("schemagen/postgres/*/data/global/pg_control")
    control.write_bytes(bytes(control.stat().st_size))
    with ScratchServer.start(wheel, place) as server:
        assert query(server, "select 1") == 1
        assert len(made) == 2
    shutil.rmtree(control.parents[1] / "base")
    with ScratchServer.start(wheel, place) as server:
        assert query(server, "select 1") == 1
        assert len(made) == 3
    assert len(list(cache.glob("schemagen/postgres/*"))) == 1


def test_two_processes_may_fill_the_cache_at_once(place: Path) -> None:
    variables = {"XDG_CACHE_HOME": str(place / "cache"), "PYTHONPATH": str(SOURCE_ROOT)}
    program = HOLD.replace("time.sleep(60)", "server.stop()")
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", program, str(place)], env=os.environ | variables, stdout=subprocess.PIPE
        )
        for _ in range(2)
    ]
    for process in processes:
        output, _ = process.communicate()
        assert (process.returncode, len(output.split())) == (0, 2)
    (entry,) = (place / "cache" / "schemagen" / "postgres").iterdir()
    assert (entry / "data" / "PG_VERSION").is_file()


@pytest.mark.parametrize("home", ["/proc/nowhere", "/dev/null/x"])
def test_no_cache_is_needed(wheel: Engine, place: Path, monkeypatch: pytest.MonkeyPatch, home: str) -> None:
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setenv("HOME", home)
    with ScratchServer.start(wheel, place) as server:
        assert query(server, "select 1") == 1


def test_a_cache_that_others_can_write_is_not_trusted(
    wheel: Engine, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_to_all = place / "cache" / "schemagen" / "postgres"
    open_to_all.mkdir(parents=True)
    open_to_all.chmod(0o777)
    monkeypatch.setenv("XDG_CACHE_HOME", str(place / "cache"))
    with ScratchServer.start(wheel, place):
        assert list(open_to_all.iterdir()) == []


# Root


@pytest.mark.skipif(os.geteuid() != 0, reason="only root has to be somebody else")
@pytest.mark.parametrize("refused", ["namespace", "original"])
def test_root_without_user_namespaces(
    wheel: Engine, place: Path, monkeypatch: pytest.MonkeyPatch, refused: str
) -> None:
    run = Supervision.run

    def refusing(self: Supervision, argv: list[str], identity: Identity) -> int:
        if identity == "namespace" or (refused == "original" and argv[0].startswith(str(wheel.bin_dir))):
            return 127
        return run(self, argv, identity)

    monkeypatch.setattr(Supervision, "run", refusing)
    monkeypatch.setenv("XDG_CACHE_HOME", str(place / "cache"))
    for _ in ("made by initdb", "from the cache"):
        with ScratchServer.start(wheel, place) as server:
            assert query(server, "select 1") == 1
            # The account nobody, for which the folders were handed over.
            assert Path(f"/proc/{server_pid(place)}").stat().st_uid != 0
    assert [path.name for path in place.iterdir()] == ["cache"]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root has to be somebody else")
def test_root_is_told_when_nothing_works(wheel: Engine, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Supervision, "run", lambda self, argv, identity: 127)
    with pytest.raises(ScratchServerError, match="run as an ordinary user"):
        ScratchServer.start(wheel, place)
    assert list(place.iterdir()) == []
