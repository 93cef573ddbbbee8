"""Files while others work on the same tables: those that schemagen writes hold nobody up, and each fault is named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import psycopg
import pytest

from schemagen.build import Build, build
from schemagen.model.names import QualifiedName
from schemagen.prove.baseline import BASELINES, create_database, create_roles, drop_database
from schemagen.prove.load import Deadlock, Load
from schemagen.prove.load_trial import LoadTrial
from schemagen.prove.locks import standing_tables
from schemagen.prove.report import ProofStep
from schemagen.prove.round_trip import Reporter
from schemagen.prove.running import running_file
from schemagen.prove.server import ScratchServer
from scratch import scratch_database, scratch_server

FOLDER = Path(__file__).parent / "small_shop"
DATABASE = "shop_under_load"
TIMEOUT_MS = 500


def _with_short_timeout(path: str) -> bytes:
    text = (FOLDER / path).read_text(encoding="utf-8")
    return text.replace("\nmigrations:\n", f"\nmigrations:\n  lock_timeout: {TIMEOUT_MS}ms\n").encode()


@pytest.fixture(scope="module")
def shop() -> Build:
    built = build("shop.yaml", _with_short_timeout, only=frozenset({"migrations"}))
    assert built.project is not None
    assert built.project.lock_timeout_ms == TIMEOUT_MS
    return built


@pytest.fixture(scope="module")
def server() -> Iterator[ScratchServer]:
    with scratch_server(None) as running:
        yield running


class Stop(Exception):
    """A difference was found; there is no need to go on."""


def under_load(server: ScratchServer, shop: Build, texts: Mapping[str, str]) -> list[ProofStep]:
    """The steps up to the first that finds something."""
    heard: list[ProofStep] = []

    def hear(step: ProofStep) -> None:
        heard.append(step)
        if step.differences:
            raise Stop

    assert shop.project is not None
    with psycopg.connect(server.conninfo(), autocommit=True) as admin:
        create_roles(admin, shop.project)
        create_database(admin, DATABASE)
        try:
            LoadTrial(shop.project, texts, server, Reporter(hear), BASELINES[0], DATABASE).run()
        except Stop:
            pass
        finally:
            drop_database(admin, DATABASE)
    return heard


def texts_of(shop: Build) -> dict[str, str]:
    return {path.rsplit("/", 1)[-1]: text for path, text in shop.files.items()}


@pytest.mark.slow
def test_files_as_they_are_written_hold_nobody_up(shop: Build, server: ScratchServer) -> None:
    steps = under_load(server, shop, texts_of(shop))
    assert [step.differences for step in steps] == [()] * 8
    for step in steps:
        assert step.load is not None
        assert step.load.statements > 0
        assert step.load.waited <= step.load.locked + TIMEOUT_MS / 1000 + 1


LOCKS = r"DO \$locks\$.*?\$locks\$;"
FAULTS = {
    "one lock after the other": (
        "3_shop_moves.sql",
        LOCKS,
        "LOCK TABLE public.goods IN ACCESS EXCLUSIVE MODE; LOCK TABLE public.colours IN ACCESS EXCLUSIVE MODE;",
        "others: no deadlock: work on public.colours, then on others",
    ),
    "waits for one while it holds another": (
        "1_shop_tables.rollback.sql",
        LOCKS,
        "LOCK TABLE public.colours, public.good_colours, public.goods IN ACCESS EXCLUSIVE MODE;",
        "others: no deadlock: work on public.good",
    ),
    "no lock timeout": (
        "2_shop_columns.sql",
        r"SET LOCAL lock_timeout = '\w+'",
        "SET LOCAL lock_timeout = 0",
        f"table public.goods is not free: it gives up by its lock timeout, {TIMEOUT_MS} ms: it still waits",
    ),
    "gives up in words of its own": (
        "3_shop_moves.sql",
        r"USING ERRCODE = 'lock_not_available',\s+DETAIL",
        "USING DETAIL",
        "is not free: it gives up by its lock timeout",
    ),
    "changes something before it gives up": (
        "2_shop_columns.sql",
        r"\nBEGIN ISOLATION",
        "\nCREATE TABLE left_behind (); BEGIN ISOLATION",
        "given up: table public.left_behind",
    ),
    "a lock for longer than its lock timeout": (
        "2_shop_columns.sql",
        r"\nCOMMIT;",
        f"\nSELECT pg_sleep({TIMEOUT_MS / 1000 + 0.1}); COMMIT;",
        f"table public.goods: locked for no longer than the lock timeout, {TIMEOUT_MS} ms",
    ),
}


IN_EVERY_RUN = {"one lock after the other", "a lock for longer than its lock timeout"}


@pytest.mark.parametrize(
    ("file", "old", "new", "named"),
    [
        pytest.param(*fault, id=title, marks=() if title in IN_EVERY_RUN else pytest.mark.slow)
        for title, fault in FAULTS.items()
    ],
)
def test_fault_is_named(shop: Build, server: ScratchServer, file: str, old: str, new: str, named: str) -> None:
    texts = texts_of(shop)
    broken, places = re.subn(old, lambda match: new, texts[file], count=1, flags=re.DOTALL)
    assert places == 1, f"{file} has no {old} any more: break something else"
    steps = under_load(server, shop, {**texts, file: broken})
    found = [f"{d.object}: {d.expected}: {d.actual}" for step in steps for d in step.differences]
    assert any(named in line for line in found), found


def test_who_waits_for_a_file_and_how_long(server: ScratchServer) -> None:
    """Only waits for the file count, and through others too; the rows stay as they are."""
    with scratch_database(server, "at_work") as connection:
        connection.execute("CREATE TABLE shelves (id integer); INSERT INTO shelves SELECT generate_series(1, 5)")
        connection.execute("CREATE TABLE books (id integer GENERATED ALWAYS AS IDENTITY)")
        names = [QualifiedName("public", name) for name in ("books", "shelves", "gone")]
        tables = standing_tables(connection, "own")
        conninfo = server.conninfo("at_work")
        with Load(conninfo, names) as load:
            text = "BEGIN; SELECT pg_sleep(0.2); LOCK TABLE shelves IN EXCLUSIVE MODE; SELECT pg_sleep(0.4); COMMIT;"
            with running_file(conninfo, text, connection) as running:
                running.go()
                observed = running.look_on(tables, load.processes, 20)
                assert running.result().errors == ()
            assert observed.ended
            assert 0.39 < observed.locked < 5
            assert 0.2 < observed.waited < observed.locked + 0.1
            assert "shelves" in observed.statement
            assert load.take().statements > 0
            # Waiting for one another is nothing that a file has to do with.
            with connection.transaction(), running_file(conninfo, "SELECT pg_sleep(0.3);", connection) as running:
                connection.execute("LOCK TABLE shelves, books IN ACCESS EXCLUSIVE MODE")
                running.go()
                assert running.look_on(tables, load.processes, 20).waited == 0
        assert connection.execute("SELECT sum(id) FROM shelves").fetchone() == (15,)


def test_whose_deadlock_it_is() -> None:
    told = "Process 12 waits for ShareLock on transaction 5; blocked by process 345.\nProcess 345 waits for ..."
    assert Deadlock("DELETE", told).is_with(345)
    assert not Deadlock("DELETE", told).is_with(34)
