"""A forward file that makes things in, whether it looks at the privileges on each of them before it is done, out.

While the file runs, each of its last calls is first tried with privileges given and taken that the specification does
not know, and undone. So nothing has to be known of how a file asserts privileges, only that it does.
"""

from __future__ import annotations

import psycopg
from psycopg import pq

from schemagen.model.columns import Column
from schemagen.model.schema import Function, Table, View
from schemagen.plan.operations import Create
from schemagen.prove.changes import Changes
from schemagen.prove.psql import PsqlResult, run_file, statements_of
from schemagen.prove.rehearsal import Connection, is_named
from schemagen.prove.report import Difference
from schemagen.prove.statement_text import identifier, qualified
from schemagen.records import dataclass, field
from schemagen.syntax.split import Statement


def run_with_other_privileges(
    conninfo: str, changes: Changes, file: str, text: str, stop_on_error: bool
) -> tuple[PsqlResult, list[Difference]]:
    """Run a forward file as `run_file` does; what it makes without a look at its privileges is a difference."""
    with psycopg.connect(conninfo, autocommit=True) as connection:
        tries = _Tries(connection, changes, _first_of_the_end(text))
        result = run_file(connection, text, stop_on_error, tries.before)
    if result.errors or not tries.wanted:
        return result, []
    found = [
        Difference(f"{file}: privileges on {name}", f"an error before COMMIT when somebody {what}", "nothing is said")
        for what, names in tries.wanted.items()
        for name in names
        if not any(is_named(name, told) for told in tries.told.get(what, ()))
    ]
    return result, found


def _first_of_the_end(text: str) -> int:
    """The number of the first statement after which no privilege is given or taken any more."""
    statements = statements_of(text)
    changing = [n for n, s in enumerate(statements) if _first_word(s) in ("CREATE", "GRANT", "REVOKE", "ALTER")]
    return max(changing, default=-1) + 1


def _first_word(statement: Statement) -> str:
    lines = [line for line in statement.text.split("\n") if line.strip() and not line.lstrip().startswith("--")]
    return lines[0].split()[0].upper() if lines else ""


@dataclass(slots=True)
class _Tries:
    connection: Connection
    changes: Changes
    begin: int
    number: int = -1
    wanted: dict[str, tuple[str, ...]] = field(default_factory=dict)
    told: dict[str, list[str]] = field(default_factory=dict)
    ways: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for what, pairs in _ways(self.changes).items():
            if pairs:
                self.wanted[what] = tuple(name for name, _ in pairs)
                self.ways[what] = "; ".join(statement for _, statement in pairs)

    def before(self, statement: Statement) -> bool:
        self.number += 1
        inside = self.connection.pgconn.transaction_status == pq.TransactionStatus.INTRANS
        if inside and self.number >= self.begin and _first_word(statement) == "CALL":
            for what, change in self.ways.items():
                try:
                    with self.connection.transaction(force_rollback=True):
                        self.connection.execute(change.encode())
                        self.connection.execute(statement.text.encode())
                except psycopg.Error as error:
                    told = f"{error.diag.message_primary} {error.diag.message_detail}"
                    self.told.setdefault(what, []).append(told)
        return True


def _ways(changes: Changes) -> dict[str, list[tuple[str, str]]]:
    """What somebody does, to which things, and how."""
    more: list[tuple[str, str]] = []
    columns: list[tuple[str, str]] = []
    less: list[tuple[str, str]] = []
    for operation in changes.operations:
        match operation:
            case Create(Table() | View() as relation):
                name = relation.name.name
                more.append((name, f"GRANT TRUNCATE ON {qualified(relation.name)} TO PUBLIC"))
                if isinstance(relation, Table) and relation.columns:
                    column = identifier(relation.columns[0].name)
                    columns.append((name, f"GRANT REFERENCES ({column}) ON {qualified(relation.name)} TO PUBLIC"))
                for grant in (relation.grants or ())[:1]:
                    revoke = f"REVOKE ALL ON {qualified(relation.name)} FROM {identifier(grant.role)}"
                    less.append((name, revoke))
            case Create(Function() as function):
                name = function.name.name
                more.append((name, f"GRANT EXECUTE ON FUNCTION {qualified(function.name)} TO PUBLIC"))
            case _:
                pass
    return {
        "has more privileges": more,
        "has a privilege on a column": columns,
        "has fewer privileges": less,
        "may use the sequence": list(_sequences(changes)),
    }


def _sequences(changes: Changes) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for operation in changes.operations:
        match operation:
            case Create(Table() as table):
                made = [(table, column) for column in table.columns if column.identity is not None]
            case Create(Column() as column) if column.identity is not None and operation.table is not None:
                made = [(changes.after.tables[operation.table], column)]
            case _:
                made = []
        for table, column in made:
            sequence = f"{table.name.name}_{column.name}_seq"
            name = identifier(table.name.schema, sequence)
            found.append((sequence, f"GRANT USAGE ON SEQUENCE {name} TO PUBLIC"))
    return found
