"""A database in, what a rollback must bring back out: its catalog and all its rows."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, TypeAlias

import psycopg

from schemagen.catalog.fingerprint import fingerprint, row_fingerprint, sequence_positions, sequence_states
from schemagen.model.names import QualifiedName
from schemagen.prove.differences import row_differences, snapshot_differences
from schemagen.prove.report import Difference
from schemagen.prove.statement_text import qualified
from schemagen.records import dataclass

Connection: TypeAlias = "psycopg.Connection[Any]"

_TABLES = """
SELECT n.nspname::text, c.relname::text
FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p') AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
"""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A database at one moment: definitions, how far sequences counted, rows."""

    catalog: Mapping[str, str]
    sequences: Mapping[str, str]
    rows: Mapping[str, tuple[str, ...]]


def take_snapshot(connection: Connection) -> Snapshot:
    """Look at everything in all schemas of the user; `connection` is a superuser's."""
    tables = [QualifiedName(schema, name) for schema, name in connection.execute(_TABLES).fetchall()]
    return Snapshot(
        catalog=fingerprint(connection),
        sequences=sequence_states(connection),
        rows=row_fingerprint(connection, tables),
    )


@contextmanager
def turning_sequences_back(connection: Connection) -> Iterator[None]:
    """Let sequences count meanwhile; what is rolled back does not turn them back, so that is done here."""
    before = sequence_positions(connection)
    try:
        yield
    finally:
        for name, position in sequence_positions(connection).items():
            if before.get(name, position) != position:
                connection.execute("SELECT setval(%s::regclass, %s, %s)", [qualified(name), *before[name]])


def not_restored(before: Snapshot, now: Snapshot, sequences: Collection[str]) -> list[Difference]:
    """What a rollback left different. Of sequences only those in `sequences` count: those that the baseline has.

    A new table's sequence that rows of a later phase turned does not turn back with them, and nobody needs it to.
    """
    counted = [{key: states[key] for key in sequences if key in states} for states in (before.sequences, now.sequences)]
    return [
        *snapshot_differences(before.catalog, now.catalog),
        *snapshot_differences(counted[0], counted[1]),
        *row_differences(before.rows, now.rows),
    ]
