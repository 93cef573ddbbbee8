"""The engines that tests run on in, scratch servers and empty databases on them out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest

from schemagen.prove import engine
from schemagen.prove.server import ScratchServer

MACHINE_15 = Path("/usr/lib/postgresql/15/bin")

ENGINES = [
    pytest.param(None, id="embedded"),
    pytest.param(
        MACHINE_15,
        id="machine15",
        marks=pytest.mark.skipif(not MACHINE_15.is_dir(), reason="PostgreSQL 15 is not installed here"),
    ),
]
"""Parameters for a fixture: the engine of the package, and a 15 where one is installed."""

ONE_ENGINE = [
    pytest.param(None, id="embedded", marks=[pytest.mark.slow] if MACHINE_15.is_dir() else []),
    ENGINES[1],
]
"""The same for what takes long: in `make test` the 15 alone, where there is one."""


@contextmanager
def scratch_server(bin_dir: Path | None) -> Iterator[ScratchServer]:
    """A server of its own, by default of the embedded engine."""
    with ScratchServer.start(engine.find(bin_dir, frozenset(), engine.OLDEST_MAJOR)) as server:
        yield server


def copy_database(admin: psycopg.Connection[Any], name: str, template: str) -> None:
    """A database like another one; files are copied as a whole, which takes half of the time that the log takes."""
    strategy = " STRATEGY file_copy" if admin.info.server_version >= 150000 else ""
    admin.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"{strategy}'.encode())


@contextmanager
def scratch_database(server: ScratchServer, name: str) -> Iterator[psycopg.Connection[Any]]:
    """A superuser's connection, in autocommit, to a new and empty database that goes afterwards."""
    with psycopg.connect(server.conninfo(), autocommit=True) as admin:
        copy_database(admin, name, "template0")
        try:
            with psycopg.connect(server.conninfo(name), autocommit=True) as connection:
                yield connection
        finally:
            admin.execute(f'DROP DATABASE "{name}" WITH (FORCE)'.encode())
