"""A phase that moves or seeds rows in, whether it notices that other people's triggers undo its work, out."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from schemagen.model.names import QualifiedName
from schemagen.model.project import RowReference
from schemagen.prove.changes import Changes
from schemagen.prove.rehearsal import OTHERS, SCHEMA_OF_OTHERS, Connection, Rehearsal, refused
from schemagen.prove.report import Finding, NotTried
from schemagen.prove.statement_text import identifier, qualified
from schemagen.records import dataclass

_SWALLOW = (
    f"CREATE FUNCTION {OTHERS}.swallow() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'",
    f"GRANT EXECUTE ON FUNCTION {OTHERS}.swallow() TO PUBLIC",
)


def meddled_forward(connection: Connection, changes: Changes, file: str, sql: str) -> Iterator[Finding]:
    """Rehearse a forward file while a trigger swallows or renames the rows that it makes."""
    for move in changes.moves[:1]:
        if move.junction in changes.before.tables:
            what = "a trigger swallows the links"
            meddling = _Meddling(move.junction, "INSERT", _SWALLOW, "swallow", move.column)
            yield from _rehearse(connection, meddling, what, file, sql)
        if move.reference in changes.before.tables:
            assign = f"NEW.{identifier(move.name_column)} := left(md5(random()::text), 8)"
            create = f"CREATE FUNCTION {OTHERS}.rename() RETURNS trigger LANGUAGE plpgsql"
            rename = (f"{create} AS $rename$ BEGIN {assign}; RETURN NEW; END $rename$",)
            what = "a trigger gives other names to the rows that it makes"
            meddling = _Meddling(move.reference, "INSERT", rename, "rename", move.reference.name)
            yield from _rehearse(connection, meddling, what, file, sql)
    for name in _referred(changes):
        what = "a trigger swallows rows that others of the seed refer to"
        meddling = _Meddling(name, "INSERT", (*_SWALLOW, f"DELETE FROM {qualified(name)}"), "swallow", name.name)
        yield from _rehearse(connection, meddling, what, file, sql)


def meddled_back(
    connection: Connection, changes: Changes, file: str, sql: str, leaving: Collection[QualifiedName]
) -> Iterator[Finding]:
    """Rehearse a rollback while a trigger keeps rows that it deletes; `leaving` are seeded tables that have some."""
    for move in changes.moves[:1]:
        for name in (move.junction, move.reference):
            what = "a trigger keeps rows that the move made"
            meddling = _Meddling(name, "DELETE", _SWALLOW, "swallow", name.name)
            yield from _rehearse(connection, meddling, what, file, sql)
    if changes.seeds and changes.project.seeds:
        what = "a trigger keeps rows of the seed"
        if not leaving:
            yield NotTried(file, what, "the seed has made no row that would go again")
        for name in [*leaving][-1:]:
            meddling = _Meddling(name, "DELETE", _SWALLOW, "swallow", name.name)
            yield from _rehearse(connection, meddling, what, file, sql)


@dataclass(frozen=True, slots=True)
class _Meddling:
    """A trigger before an event on each row of a table, what makes its function, and what the refusal must name."""

    table: QualifiedName
    event: str
    statements: tuple[str, ...]
    function: str
    named: str


def _rehearse(connection: Connection, meddling: _Meddling, what: str, file: str, sql: str) -> Iterator[Finding]:
    trigger = f"CREATE TRIGGER other_trigger BEFORE {meddling.event} ON {qualified(meddling.table)} FOR EACH ROW"
    with Rehearsal(connection) as stage:
        stage.attempt(*SCHEMA_OF_OTHERS)
        for statement in meddling.statements:
            stage.attempt(statement)
        if stage.attempt(f"{trigger} EXECUTE FUNCTION {OTHERS}.{meddling.function}()"):
            yield from refused(file, stage.run(sql), what, [(meddling.named,)])
        else:
            yield NotTried(file, what, f"{meddling.table} takes no such trigger")


def _referred(changes: Changes) -> list[QualifiedName]:
    """Seeded tables that stand already, whose seed rows another seed row names; one is enough."""
    seeds = changes.project.seeds if changes.seeds else ()
    seeded = {seed.table for seed in seeds}
    found = [
        value.target
        for seed in seeds
        for row in seed.rows
        for _, value in row.values
        if isinstance(value, RowReference) and value.target in seeded and value.target in changes.before.tables
    ]
    return list(dict.fromkeys(found))[:1]
