"""A connection in, what the bookkeeping says out: applied phases with their builds, and archives."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from typing import Any, TypeAlias

import psycopg
from psycopg import sql

from schemagen.records import dataclass

Connection: TypeAlias = "psycopg.Connection[Any]"


@dataclass(frozen=True, slots=True)
class AppliedPhase:
    """A row of the bookkeeping; `applied_at` as the server writes it, in UTC."""

    number: int
    name: str
    build: str
    applied_at: str
    applied_by: str


@dataclass(frozen=True, slots=True)
class Archive:
    """A schema that a rollback left: the tables in it with their number of rows."""

    name: str
    tables: Mapping[str, int]

    @property
    def rows(self) -> int:
        return sum(self.tables.values())


def applied_phases(connection: Connection, bookkeeping: str) -> tuple[AppliedPhase, ...]:
    """The phases in order; empty where there is no bookkeeping. Raises psycopg.Error where it may not be read."""
    there = connection.execute(
        "SELECT EXISTS (SELECT FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace "
        "WHERE n.nspname = %s AND c.relname = 'phases')",
        [bookkeeping],
    ).fetchone()
    if there is None or there[0] is not True:
        return ()
    query = sql.SQL(
        "SELECT number, name, build, to_char(applied_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS') || ' UTC', "
        "applied_by FROM {} ORDER BY number"
    ).format(sql.Identifier(bookkeeping, "phases"))
    return tuple(AppliedPhase(*row) for row in connection.execute(query).fetchall())


def archives(connection: Connection, bookkeeping: str) -> tuple[Archive, ...]:
    """The archives of a project, `<bookkeeping>_archive_<n>`, in the order of their numbers."""
    prefix = f"{bookkeeping}_archive_"
    names = [
        name
        for (name,) in connection.execute(
            "SELECT nspname::text FROM pg_namespace WHERE starts_with(nspname, %s)", [prefix]
        )
        if name.removeprefix(prefix).isdecimal()
    ]
    return tuple(
        Archive(name, _row_counts(connection, name))
        for name in sorted(names, key=lambda n: int(n.removeprefix(prefix)))
    )


def _row_counts(connection: Connection, schema: str) -> dict[str, int]:
    tables = connection.execute(
        "SELECT c.relname::text FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace "
        "WHERE n.nspname = %s AND c.relkind = 'r' AND c.relname <> 'contents' ORDER BY 1",
        [schema],
    ).fetchall()
    counts: dict[str, int] = {}
    for (table,) in tables:
        row = connection.execute(sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(schema, table))).fetchone()
        counts[table] = row[0] if row is not None else 0
    return counts


_HASH = re.compile(r"\b[0-9a-f]{64}\b")


def build_of(text: str) -> str | None:
    """The hash that a forward file carries of its own text; None where the file was changed since it was made."""
    for candidate in dict.fromkeys(_HASH.findall(text)):
        if hashlib.sha256(text.replace(candidate, "0" * 64).encode()).hexdigest() == candidate:
            return str(candidate)
    return None
