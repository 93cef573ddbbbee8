"""A session that runs a file in, what it locks, when and for how long out.

Whoever waits for a lock while it holds another can be caught in a deadlock. So all locks that keep other people waiting
must come by one statement, which is looked at here between the statements, from beside. Weaker locks than these let
people read and write.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any, TypeAlias

import psycopg

from schemagen.model.names import QualifiedName
from schemagen.prove.rehearsal import ends_transaction
from schemagen.prove.report import Difference, TableLock
from schemagen.records import dataclass, field
from schemagen.syntax.split import Statement

Connection: TypeAlias = "psycopg.Connection[Any]"

_MODES = ("ShareUpdateExclusiveLock", "ShareLock", "ShareRowExclusiveLock", "ExclusiveLock", "AccessExclusiveLock")
"""From weak to strong, those that keep a reader or a writer waiting, or another migration."""

_TABLES = """
SELECT c.oid, n.nspname::text, c.relname::text
FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p') AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_' AND n.nspname <> %s
"""
_HELD = """
SELECT relation, max(array_position(%s::text[], mode)) FROM pg_locks
WHERE pid = %s AND granted AND relation = ANY (%s) AND mode = ANY (%s::text[])
GROUP BY relation
"""

_STRIDE = 10

Held: TypeAlias = "dict[QualifiedName, int]"
"""The strongest lock by table, as its place in `_MODES` from 1."""


def standing_tables(connection: Connection, bookkeeping: str) -> dict[int, QualifiedName]:
    """The tables that are there now by oid, without those of the migrations themselves."""
    rows = connection.execute(_TABLES, [bookkeeping]).fetchall()
    return {oid: QualifiedName(schema, name) for oid, schema, name in rows}


def held_locks(connection: Connection, pid: int, tables: Mapping[int, QualifiedName]) -> Held:
    """The locks on these tables that keep others waiting and that the session holds now."""
    modes = list(_MODES)
    rows = connection.execute(_HELD, [modes, pid, list(tables), modes]).fetchall()
    return {tables[oid]: mode for oid, mode in rows}


def mode_name(place: int) -> str:
    """The lock as PostgreSQL's commands write it: `ACCESS EXCLUSIVE`."""
    words = _MODES[place - 1].removesuffix("Lock")
    return "".join(f" {c}" if c.isupper() else c for c in words).strip().upper()


@dataclass(slots=True)
class LockWatch:
    """Looks before each statement at what the ones before it have locked; `before` is what `run_file` asks.

    `connection` is a superuser's beside the session `pid`. The time that looking takes is in no figure.
    """

    connection: Connection
    pid: int
    tables: Mapping[int, QualifiedName]
    file: str
    late: list[Difference] = field(default_factory=list)
    """Locks that were taken, or made stronger, while the file held others."""
    _held: Held = field(default_factory=dict)
    _strongest: Held = field(default_factory=dict)
    _since: dict[QualifiedName, float] = field(default_factory=dict)
    _seconds: dict[QualifiedName, float] = field(default_factory=dict)
    _unseen: list[Statement] = field(default_factory=list)
    """The statements since the last look."""
    _looked: float = 0.0
    """Seconds that the statements before the last look have taken."""
    _running: float = 0.0
    """Seconds that the statements before this one have taken."""
    _resumed: float | None = None

    def before(self, statement: Statement) -> bool:
        if self._resumed is not None:
            self._running += time.monotonic() - self._resumed
        if self.tables and self._is_time_for_a_look(statement):
            self._look()
        self._unseen.append(statement)
        self._resumed = time.monotonic()
        return True

    def _is_time_for_a_look(self, statement: Statement) -> bool:
        """A lock stays until the end of its transaction: once the first is there, not every statement needs one."""
        if not self._held or len(self._unseen) >= _STRIDE or ends_transaction(statement):
            return True
        return bool(self._unseen) and ends_transaction(self._unseen[-1])

    def _look(self) -> None:
        now = held_locks(self.connection, self.pid, self.tables)
        more = {table: mode for table, mode in now.items() if mode > self._held.get(table, 0)}
        if self._held and more:
            said = ", ".join(f"{mode_name(mode)} on {table}" for table, mode in sorted(more.items()))
            first, last = self._unseen[0], self._unseen[-1]
            where = f"{self.file}:{first.line}:{first.column}"
            wanted = "no lock is taken, or made stronger, while the file holds others"
            until = "" if first is last else f", in line {last.line} at the latest"
            self.late.append(Difference(where, wanted, f"{said} is taken{until}"))
        for table in now:
            # It may have had the lock from the very start of what it ran since the last look.
            self._since.setdefault(table, self._looked)
        for table in self._held.keys() - now.keys():
            self._seconds[table] = self._seconds.get(table, 0.0) + self._running - self._since.pop(table)
        self._strongest |= {table: mode for table, mode in more.items() if mode > self._strongest.get(table, 0)}
        self._held = now
        self._unseen.clear()
        self._looked = self._running

    def locks(self) -> tuple[TableLock, ...]:
        """What was locked, and for how many seconds; to be asked when the session has ended."""
        now = self._running + (time.monotonic() - self._resumed if self._resumed is not None else 0.0)
        held = {table: now - since for table, since in self._since.items()}
        return tuple(
            TableLock(str(table), mode_name(mode), self._seconds.get(table, 0.0) + held.get(table, 0.0))
            for table, mode in sorted(self._strongest.items())
        )
