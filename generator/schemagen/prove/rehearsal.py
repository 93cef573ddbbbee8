"""A database and its files in, what a file says and does when something is in its way out; nothing of it is left.

All happens in one transaction that is rolled back: what stands in the way is made by the superuser, then the file runs
as the ordinary owner in the same transaction, up to the COMMIT that would end it. So dozens of things can be put in a
file's way, rows and objects of other people, missing roles, foreign owners, without a copy of the database for each.
That a file itself keeps to one transaction is for the runs by psql's rules to show, which share nothing with this.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from types import TracebackType
from typing import Any, TypeAlias

import psycopg
from psycopg import pq

from schemagen.model.names import QualifiedName
from schemagen.prove.baseline import OWNER
from schemagen.prove.psql import PsqlResult, run_inside
from schemagen.prove.report import Difference, NotTried
from schemagen.prove.statement_text import identifier, qualified
from schemagen.records import dataclass, field
from schemagen.syntax.split import Statement

Connection: TypeAlias = "psycopg.Connection[Any]"

OTHERS = "schemagen_others"
"""A schema in which a rehearsal makes the tables and views of other people."""

SCHEMA_OF_OTHERS = (
    f"CREATE SCHEMA {OTHERS}",
    f"GRANT USAGE ON SCHEMA {OTHERS} TO {identifier(OWNER)}",
    f"ALTER DEFAULT PRIVILEGES IN SCHEMA {OTHERS} GRANT SELECT ON TABLES TO {identifier(OWNER)}",
)
"""Statements that make it; the owner may read what is in there."""


Named: TypeAlias = tuple[str, ...]
"""Words that one line of a refusal must hold, all of them: names, and a word for the kind of obstacle."""


@dataclass(slots=True)
class Rehearsal:
    """`with Rehearsal(connection) as stage:`; `connection` is a superuser's, in autocommit and idle."""

    connection: Connection
    unguarded: dict[QualifiedName, tuple[int, int]] = field(default_factory=dict)
    """Watched tables that a file read before it had kept others from writing to them, each with the line and column."""

    def __enter__(self) -> Rehearsal:
        self.connection.execute("BEGIN")
        self._take_over()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.connection.pgconn.transaction_status != pq.TransactionStatus.IDLE:
            self.connection.execute("ROLLBACK")
        # A file that ended the transaction has left behind what was set.
        self.connection.execute("RESET SESSION AUTHORIZATION")

    def _take_over(self) -> None:
        """Act as superuser for whom no trigger fires and no foreign key is looked at, until a file is run."""
        self.connection.execute(
            b"RESET SESSION AUTHORIZATION; SET LOCAL session_replication_role = replica; "
            b"SET LOCAL search_path = pg_catalog; SET LOCAL lock_timeout = 0; SET LOCAL statement_timeout = 0"
        )

    def attempt(self, *statements: str) -> bool:
        """Make something that is to be in the way; whether the server took it and an UPDATE found a row."""
        try:
            with self.connection.transaction():
                for statement in statements:
                    if self.connection.execute(statement.encode()).rowcount == 0:
                        raise psycopg.Rollback
                return True
        except psycopg.Error:
            return False
        return False

    def attempt_all(self, statements: Iterable[tuple[Named, str]]) -> list[Named]:
        """Make many such things, at once where that works; what the file must name of those that could be made."""
        wanted = list(statements)
        if self.attempt(";\n".join(statement for _, statement in wanted)):
            return [named for named, _ in wanted]
        return [named for named, statement in wanted if self.attempt(statement)]

    def attempt_each(self, statements: Iterable[str]) -> int:
        """Make each that can be made; how many that were."""
        return sum(self.attempt(statement) for statement in statements)

    def run(self, text: str, watch: Collection[QualifiedName] = ()) -> PsqlResult:
        """Run a file as the owner, up to its first error or its COMMIT; it may be followed by another.

        Of the tables in `watch` it is noted when the file reads them while others could still write to them.
        Without an error the connection is the superuser's again, inside the transaction, for looking at what was done.
        """
        self.connection.execute(
            f"SET LOCAL session_replication_role = origin; RESET search_path; "
            f"SET SESSION AUTHORIZATION {identifier(OWNER)}".encode()
        )
        result = run_inside(self.connection, text, _Watch(self, watch).before if watch else _is_before_commit)
        if self.connection.pgconn.transaction_status == pq.TransactionStatus.INTRANS:
            self._take_over()
        return result


_WATCHED = """
SELECT n.nspname::text, c.relname::text,
       pg_stat_get_xact_numscans(c.oid) + pg_stat_get_xact_tuples_fetched(c.oid),
       EXISTS (SELECT FROM pg_locks AS l WHERE l.pid = pg_backend_pid() AND l.relation = c.oid AND l.mode IN
               ('ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock'))
FROM unnest(%s::oid[]) AS w (oid) JOIN pg_class AS c ON c.oid = w.oid JOIN pg_namespace AS n ON n.oid = c.relnamespace
"""


@dataclass(slots=True)
class _Watch:
    """Compares before each statement what was read by the one before with the locks that it had found."""

    stage: Rehearsal
    tables: Collection[QualifiedName]
    oids: list[int] = field(default_factory=list)
    reads: dict[QualifiedName, int] = field(default_factory=dict)
    locked: dict[QualifiedName, bool] = field(default_factory=dict)
    last: tuple[int, int] = (0, 0)

    def before(self, statement: Statement) -> bool:
        connection = self.stage.connection
        if not self.oids:
            names = [qualified(name) for name in self.tables]
            query = "SELECT to_regclass(n)::oid FROM unnest(%s::text[]) AS n WHERE to_regclass(n) IS NOT NULL"
            self.oids = [oid for (oid,) in connection.execute(query, [names]).fetchall()]
        for schema, table, reads, locked in connection.execute(_WATCHED, [self.oids]).fetchall():
            name = QualifiedName(schema, table)
            if reads > self.reads.get(name, reads) and not self.locked.get(name, False):
                self.stage.unguarded.setdefault(name, self.last)
            self.reads[name], self.locked[name] = reads, locked
        self.last = statement.line, statement.column
        return not ends_transaction(statement)


def unguarded_differences(file: str, stage: Rehearsal) -> list[Difference]:
    """Tables that the last run read before it had locked them."""
    return [
        Difference(f"{file}:{line}:{column}", f"table {name} is read once others cannot write to it", "they still can")
        for name, (line, column) in stage.unguarded.items()
    ]


def _is_before_commit(statement: Statement) -> bool:
    return not ends_transaction(statement)


def ends_transaction(statement: Statement) -> bool:
    """Whether the statement is one of those that end the transaction they are in."""
    words = statement.text.rsplit("\n", 1)[-1].split()
    return bool(words) and words[0].upper() in ("COMMIT", "END", "ROLLBACK", "ABORT")


def failed(result: PsqlResult) -> bool:
    """Whether a file that should have come to its end did not."""
    return bool(result.errors)


def said(result: PsqlResult) -> str:
    """Every word of errors and notices, for looking up names in."""
    parts = [part for m in (*result.errors, *result.notices) for part in (m.text, m.detail, m.hint)]
    return "\n".join(part for part in parts if part)


def refused(file: str, result: PsqlResult, what: str, wanted: Iterable[Named]) -> list[Difference]:
    """Whether the file was refused, each thing named in a line of its own; `what` says in words what was in the way."""
    if not result.errors:
        return [Difference(file, f"is refused: {what}", "it was run")]
    error, told = result.errors[0], said(result)
    missing = [named for named in wanted if not named_on_a_line(named, told)]
    if not missing:
        return []
    shown = "; ".join(" ".join(named) for named in missing[:_SHOWN])
    more = f" and {len(missing) - _SHOWN} more" if len(missing) > _SHOWN else ""
    where = f"{file}:{error.line}:{error.column}"
    return [Difference(where, f"a refusal that names {shown}{more}: {what}", told)]


def not_tried(file: str, what: str, wanted: Iterable[Named], made: Iterable[Named]) -> Iterator[NotTried]:
    """Of what was to be in the way of the file, `wanted`, that which the server did not let be `made`."""
    missing = dict.fromkeys(wanted).keys() - set(made)
    if missing:
        shown = "; ".join(" ".join(named) for named in sorted(missing)[:_SHOWN])
        more = f" and {len(missing) - _SHOWN} more" if len(missing) > _SHOWN else ""
        yield NotTried(file, what, f"the server does not let it be so for {shown}{more}")


def named_on_a_line(named: Named, told: str) -> bool:
    """Whether one line of the text holds all of the words; names may hold what Python takes for a line's end."""
    lines = [told] if any("\n" in word for word in named) else told.split("\n")
    return any(all(is_named(word, line) for word in named) for line in lines)


def is_named(name: str, told: str) -> bool:
    """Whether the name stands in the text as a whole word, in quotes or not."""
    return any(_stands(spelling, told) for spelling in {name, name.replace('"', '""')})


def _stands(word: str, told: str) -> bool:
    start = told.find(word)
    while start >= 0:
        end = start + len(word)
        before, after = told[max(0, start - 1) : start], told[end : end + 1]
        if not any(character.isalnum() or character == "_" for character in before + after):
            return True
        start = told.find(word, start + 1)
    return False


_SHOWN = 5
