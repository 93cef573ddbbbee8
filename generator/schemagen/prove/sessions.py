"""A file's session in, whether the file brings all its settings with it and takes them away again out.

Who runs a migration has settings of their own: a search path, time-outs, a stricter isolation level, a quieter client.
What a file does must not depend on them, and none of them may be another one afterwards.
"""

from __future__ import annotations

from typing import Any, TypeAlias

import psycopg
from psycopg import pq

from schemagen.model.project import Project
from schemagen.prove.psql import PsqlResult, run_file
from schemagen.prove.rehearsal import ends_transaction
from schemagen.prove.report import Difference
from schemagen.records import dataclass, field
from schemagen.syntax.split import Statement

Connection: TypeAlias = "psycopg.Connection[Any]"

UNUSUAL = (
    *("SET default_transaction_isolation = serializable", "SET client_min_messages = error"),
    *("SET search_path = pg_temp", "SET lock_timeout = 0", "SET statement_timeout = 0"),
    *("SET DateStyle = 'SQL, DMY'", "SET IntervalStyle = sql_standard", "SET TimeZone = 'Asia/Kathmandu'"),
    *("SET extra_float_digits = -3", "SET bytea_output = escape", "SET client_encoding = LATIN1"),
    *("SET xmlbinary = hex", "SET xmloption = document", "SET array_nulls = off", "SET quote_all_identifiers = on"),
    *("SET standard_conforming_strings = off", "SET transform_null_equals = on"),
)

_SETTINGS = "SELECT name, setting FROM pg_settings WHERE name = ANY (%s)"
_OF_TEXT = {
    "DateStyle": "ISO, YMD",
    "IntervalStyle": "postgres",
    "TimeZone": "UTC",
    "extra_float_digits": "1",
    "bytea_output": "hex",
    "xmlbinary": "base64",
    "xmloption": "content",
    "array_nulls": "on",
    "quote_all_identifiers": "off",
    "standard_conforming_strings": "on",
    "transform_null_equals": "off",
}
"""How values and definitions are read and printed: what one run writes down another must be able to compare."""
_OF_SESSION = "SELECT name, setting FROM pg_settings WHERE source = 'session' AND name NOT LIKE 'transaction%'"


def run_in_unusual_session(
    conninfo: str, project: Project, file: str, text: str, stop_on_error: bool
) -> tuple[PsqlResult, list[Difference]]:
    """Run a file as `run_file` does, in a session with settings that nobody expects; what was not as it should be."""
    with psycopg.connect(conninfo, autocommit=True) as connection:
        connection.execute("; ".join(UNUSUAL).encode())
        before: dict[str, str] = dict(connection.execute(_OF_SESSION).fetchall())
        asked = _Asked(connection, project, file)
        result = run_file(connection, text, stop_on_error, asked.before)
        if result.errors:
            return result, []
        after: dict[str, str] = dict(connection.execute(_OF_SESSION).fetchall())
        changed = [name for name in sorted(before.keys() | after.keys()) if before.get(name) != after.get(name)]
        left = [Difference(f"{file}: setting {n}", str(before.get(n)), f"{after.get(n)} afterwards") for n in changed]
        return result, [*asked.found, *left]


@dataclass(slots=True)
class _Asked:
    """Asks for the settings when the file's first block of code begins and when its transaction is about to end."""

    connection: Connection
    project: Project
    file: str
    begun: bool = False
    found: list[Difference] = field(default_factory=list)

    def before(self, statement: Statement) -> bool:
        ends = ends_transaction(statement)
        if self.connection.pgconn.transaction_status != pq.TransactionStatus.INTRANS:
            if ends or _is_block(statement):
                self._tell(statement, "transaction", "a transaction is open", "none is")
            return True
        if ends or (_is_block(statement) and not self.begun):
            self.begun = True
            self._compare(statement)
        return True

    def _compare(self, statement: Statement) -> None:
        wanted = {
            "lock_timeout": str(self.project.lock_timeout_ms),
            "statement_timeout": str(self.project.statement_timeout_ms),
            "transaction_isolation": "read committed",
            "client_encoding": "UTF8",
            "client_min_messages": "notice",
            **_OF_TEXT,
        }
        actual = dict(self.connection.execute(_SETTINGS, [list(wanted)]).fetchall())
        for name, value in wanted.items():
            if actual.get(name) != value:
                self._tell(statement, f"setting {name}", value, str(actual.get(name)))

    def _tell(self, statement: Statement, what: str, expected: str, actual: str) -> None:
        self.found.append(Difference(f"{self.file}:{statement.line}:{statement.column}: {what}", expected, actual))


def _is_block(statement: Statement) -> bool:
    return statement.text.rstrip().endswith("$") and "\nDO $" in f"\n{statement.text}"
