"""Functions whose bodies cannot run are differences, though the files make them without a look at the bodies."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from schemagen.build import build
from schemagen.prove.run import prove
from schemagen.prove.server import ScratchServer
from scratch import scratch_server

BODIES = {
    "good": {"returns": "integer", "body": "select count(*)::int from labels"},
    "no_table": {"returns": "integer", "body": "select count(*)::int from lables"},
    "other_type": {"returns": "integer", "body": "select 'x'::text"},
    "no_type": {"returns": "integer", "language": "plpgsql", "body": "declare n lables.id%type; begin return n; end"},
}
FOUND = {
    "function no_table()": 'relation "lables" does not exist',
    "function other_type()": "return type mismatch in function declared to return integer",
    "function no_type()": 'relation "lables" does not exist',
}


@pytest.fixture(scope="module")
def server() -> Iterator[ScratchServer]:
    with scratch_server(None) as running:
        yield running


def test_bodies_are_read(server: ScratchServer) -> None:
    specification = {
        "schemagen": 1,
        "name": "bodies",
        "version": "1.0.0",
        "description": "Functions with and without mistakes in their bodies",
        "postgres": 15,
        "migrations": {"first_version": 1},
        "tables": {"labels": {"columns": {"id": {"type": "integer", "primary_key": True}}}},
        "functions": BODIES,
    }
    built = build("s.json", lambda path: json.dumps(specification).encode(), only=frozenset({"migrations"}))
    assert built.project is not None
    report = prove(built.project, built.files, server, progress=lambda step: None, obstacles="none")
    found = {d.object: d.actual for d in report.differences}
    assert {name: said[: len(FOUND.get(name, said))] for name, said in found.items()} == FOUND
