"""A database at its baseline in, the same with rows in every existing table out; the same rows every time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

import psycopg

from schemagen.model.constraints import ForeignKey
from schemagen.model.names import QualifiedName
from schemagen.model.phases import schemas_by_phase
from schemagen.model.project import ArrayMove, Project
from schemagen.model.sample_values import sample_value
from schemagen.model.schema import Schema, Table, leaves_null
from schemagen.prove.as_it_will_be import as_it_will_be, constrained_tables
from schemagen.prove.changes import Changes
from schemagen.prove.element_checks import Elements, checks_of_elements
from schemagen.prove.sample_arrays import arrays_to_move, holds_text
from schemagen.prove.sample_rows import ROWS, Kind, SampleRows, Texts, attempts, more_attempts, number_of_rows
from schemagen.prove.statement_text import identifier, names, qualified
from schemagen.records import dataclass, field, replace

Connection: TypeAlias = "psycopg.Connection[Any]"

_ORDINARY: tuple[Kind, ...] = ("ordinary",)
_BESIDE: tuple[Kind, ...] = ("edges", "nulls")


def insert_samples(connection: Connection, project: Project, rows: int = 0, also: Iterable[Table] = ()) -> list[str]:
    """Insert rows into every table that is there before, those that others point to first; at least `rows` into each.

    Tables that the migrations want to be empty stay so, and others have no row that would need one of theirs.
    `also` are tables that the migrations make and that are there all the same.
    `connection` is a superuser's, in autocommit, so that policies hide nothing. Returns sentences about tables
    for which no row was found that the server accepts.
    """
    found = {table.name: table for table in also}
    before = replace(project.before, tables={**project.before.tables, **found})
    sampler = _Sampler(connection, project, before, rows)
    without = set(tables_without_rows(project))
    for table in _in_order_of_need(before):
        if any(_needs_row(table, key) and key.target in without for key in table.foreign_keys):
            without.add(table.name)
        if table.name not in without:
            sampler.fill(table)
    return sampler.notes


@dataclass(frozen=True, slots=True)
class _Planned:
    """A row to be made, by its number and kind, and which of its `attempts` are tried, in their order; None for all."""

    number: int
    kind: Kind
    attempts: tuple[int, ...] | None = None


@dataclass(slots=True)
class _Sampler:
    connection: Connection
    project: Project
    before: Schema
    rows: int
    maker: SampleRows = field(init=False)
    constrained: frozenset[QualifiedName] = field(init=False)
    notes: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.maker = SampleRows(self.project, self.before)
        self.constrained = constrained_tables(self.project)

    def fill(self, table: Table) -> None:
        moves = [move for move in self.project.moves if move.table == table.name]
        arrays = {move.column: self._arrays(move, table) for move in moves}
        kinds = max((len(found) for found in arrays.values()), default=0)
        ordinary = max(number_of_rows(self.project, table), ROWS * kinds, self.rows - len(_BESIDE))
        every = [_Planned(number, kind) for number, kind in enumerate((*(_ORDINARY * ordinary), *_BESIDE))]
        chosen = every
        refused: set[str] = set()
        if table.name in self.constrained:
            # With the constraints that it is to get; what they refuse would only keep the files from being run.
            with as_it_will_be(self.connection, self.project, self.project.before):
                self.connection.execute("SET LOCAL session_replication_role TO origin")
                chosen = self._insert_all(table, every, arrays, refused)
            self.maker.rows.pop(table.name, None)
        self._insert_all(table, chosen, arrays, refused)
        inserted = self.maker.rows[table.name]
        if not inserted:
            self.notes.append(f"table {table.name} has no sample row: {'; '.join(sorted(refused))}")
        elif len(inserted) < len(every):
            self.notes.append(
                f"table {table.name} has {len(inserted)} of {len(every)} sample rows: {'; '.join(sorted(refused))}"
            )

    def _insert_all(
        self, table: Table, rows: list[_Planned], arrays: dict[str, list[str | None]], refused: set[str]
    ) -> list[_Planned]:
        """Insert the rows; those that the server took, as it took them. Why it did not others goes to `refused`."""
        inserted = self.maker.rows.setdefault(table.name, [])
        taken: list[_Planned] = []
        for planned in rows:
            row = self.maker.row(table, planned.number, planned.kind)
            for column, found in arrays.items():
                # Three rows, of two tenants and of all, get the same array.
                row[column] = found[planned.number // ROWS % len(found)]
            reasons = []
            make = more_attempts if table.name in self.constrained else attempts
            tried = make(table, row, set(arrays))
            for place in planned.attempts if planned.attempts is not None else range(len(tried)):
                reason = self._insert(table, tried[place], inserted)
                if reason is None:
                    taken.append(replace(planned, attempts=(place,)))
                    break
                reasons.append(reason)
            else:
                refused |= {*reasons[-1:]}
        return taken

    def _arrays(self, move: ArrayMove, table: Table) -> list[str | None]:
        type_ = table.column(move.column).type
        if holds_text(type_):
            if not checks_of_elements(self.project.after, move):
                return arrays_to_move(self.project, move, type_)
            with as_it_will_be(self.connection, self.project, self.project.before):
                elements = Elements(self.connection, self.project.after, move)
                found = arrays_to_move(self.project, move, type_, elements.fits, elements.likely())
            if not elements.accepted:
                checks = ", ".join(check.name for check in checks_of_elements(self.project.after, move))
                self.notes.append(f"no element of {table.name}.{move.column} was found that fits {checks}")
            return found
        return [None, *(sample_value(self.before, type_, (), move.column, number) for number in range(6))]

    def _insert(self, table: Table, row: Texts, inserted: list[Texts]) -> str | None:
        """Insert the row; why that was refused, or None."""
        # Names may hold a percent sign, which psycopg would take for a parameter.
        head = f"INSERT INTO {qualified(table.name)} {names(row) if row else ''}".replace("%", "%%")
        values = f"VALUES ({', '.join(['%s'] * len(row))})" if row else "DEFAULT VALUES"
        returned = ", ".join(f"{identifier(column.name)}::text" for column in table.columns).replace("%", "%%")
        query = f"{head} {values} RETURNING {returned}".encode()
        try:
            with self.connection.transaction():
                found = self.connection.execute(query, list(row.values())).fetchone()
        except psycopg.Error as error:
            return error.diag.message_primary or str(error)
        if found is not None:
            inserted.append(dict(zip((column.name for column in table.columns), found, strict=True)))
        return None


def tables_without_rows(project: Project) -> list[QualifiedName]:
    """Tables that get columns which their rows would have to be null in, and may not."""
    states = schemas_by_phase(project)
    changes = [Changes(project, phase, *states[phase.number - 1 : phase.number + 1]) for phase in project.phases]
    found = [(table.name, column) for change in changes for table, column in change.columns]
    wanted = dict.fromkeys(name for name, column in found if leaves_null(column, project.after.domains))
    return [name for name in wanted if name in project.before.tables]


def _needs_row(table: Table, key: ForeignKey) -> bool:
    return key.target != table.name and not any(table.column(name).nullable for name in key.columns)


def _in_order_of_need(schema: Schema) -> Iterator[Table]:
    """Tables after those that they point to; where they point in a circle, the order of the specification."""
    done: set[QualifiedName] = set()
    waiting = list(schema.tables.values())
    while waiting:
        ready = [
            table
            for table in waiting
            if all(key.target in done | {table.name} or key.target not in schema.tables for key in table.foreign_keys)
        ]
        chosen = ready or waiting[:1]
        yield from chosen
        done |= {table.name for table in chosen}
        waiting = [table for table in waiting if table.name not in done]
