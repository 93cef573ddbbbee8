"""The locks that the linter knows against those that PostgreSQL 15 took, statement by statement."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from schemagen.lint.database import Database
from schemagen.lint.lock_modes import Cost, TableLock, stronger
from schemagen.lint.locks import table_locks
from schemagen.lint.parse import parse_file
from schemagen.lint.replay import replay
from schemagen.lint.session import Session
from schemagen.lint.source import SourceFile

# Measured by running each statement and reading pg_locks; the file holds the fixture too.
MEASURED = json.loads((Path(__file__).parent / "locks_pg15.json").read_text(encoding="utf-8"))
BLOCKING = {"Share", "ShareRowExclusive", "Exclusive", "AccessExclusive"}
RELATIONS = {"t", "r", "nn", "fkt", "p", "p1", "p2", "pd", "mv", "v"}


def _fixture() -> tuple[Database, Session]:
    database, session = Database(), Session()
    file = parse_file(SourceFile("fixture.sql", MEASURED["fixture"]))
    assert not file.faults
    for statement in file.statements:
        replay(statement, database, session)
    return database, session


def _locks(statement: str) -> list[TableLock]:
    database, session = _fixture()
    (parsed,) = parse_file(SourceFile("statement.sql", statement)).statements
    return list(table_locks(parsed, database, session))


def _spelled(mode: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", " ", mode).upper()


@pytest.mark.parametrize("row", MEASURED["rows"], ids=lambda row: row["stmt"])
def test_modes_are_those_that_were_measured(row: dict[str, Any]) -> None:
    strongest: dict[str, str] = {}
    for lock in _locks(row["stmt"]):
        name = lock.table.name
        strongest[name] = stronger(lock.mode, strongest.get(name, lock.mode))
    if row["stmt"] == "drop table r cascade":
        # A table that is gone has no entry of its own in the measurement.
        assert strongest.pop("r") == "ACCESS EXCLUSIVE"
    if row["stmt"] in ("drop table fkt", "drop view v"):
        assert strongest.pop(row["stmt"].split()[-1]) == "ACCESS EXCLUSIVE"
    measured = {name: _spelled(mode) for name, mode in row["locks"].items() if mode in BLOCKING and name in RELATIONS}
    assert strongest == measured


# Elsewhere the measurement cannot tell new, empty storage from a rewrite.
ALTERED = [row for row in MEASURED["rows"] if row["stmt"].startswith("alter table")]


@pytest.mark.parametrize("row", ALTERED, ids=lambda row: row["stmt"])
def test_rewrites_are_those_that_were_measured(row: dict[str, Any]) -> None:
    statement = row["stmt"]
    # Moving to the tablespace where the table is already is the one no-op of the list.
    expected = bool({"t", "nn", "fkt"} & set(row["rewritten"])) or "set tablespace" in statement
    assert any(lock.cost is Cost.REWRITE for lock in _locks(statement)) == expected


@pytest.mark.parametrize(
    ("statement", "cost"),
    [
        ("alter table t alter column a set not null", Cost.SCAN),
        ("alter table nn alter column a set not null", Cost.BRIEF),
        ("alter table t add constraint c check (a > 0)", Cost.SCAN),
        ("alter table t add constraint c check (a > 0) not valid", Cost.BRIEF),
        ("alter table t add constraint k foreign key (a) references r (id)", Cost.SCAN),
        ("alter table t add constraint k foreign key (a) references r (id) not valid", Cost.BRIEF),
        ("alter table t add column x int references r (id)", Cost.BRIEF),
        ("alter table t add column x int default 1 references r (id)", Cost.SCAN),
        ("alter table t add constraint u unique (c)", Cost.BUILD),
        ("alter table t add constraint u unique using index t_a_uidx", Cost.BRIEF),
        ("create index on t (b)", Cost.BUILD),
        ("alter table p attach partition p2 for values from (10) to (20)", Cost.SCAN),
    ],
)
def test_what_holds_a_lock_for_long(statement: str, cost: Cost) -> None:
    assert max(lock.cost for lock in _locks(statement)) is cost
