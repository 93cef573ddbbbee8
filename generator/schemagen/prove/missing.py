"""A phase that ran in, what people can have dropped or renamed since of all that its rollback names out."""

from __future__ import annotations

from collections.abc import Iterator

from schemagen.model.columns import Column
from schemagen.model.constraints import Index
from schemagen.model.names import QualifiedName
from schemagen.model.schema import Domain, Enum, Extension, Function, Policy, Table, Trigger, View
from schemagen.plan.operations import Create
from schemagen.prove.changes import Changes
from schemagen.prove.rehearsal import Named
from schemagen.prove.statement_text import identifier, qualified

Missing = tuple[Named, str]
"""What the refusal must name in one line, and the statement that renames or drops it."""

_HIDDEN = "schemagen_hidden_"
_PARTS: dict[type, str] = {Index: "index", Trigger: "trigger", Policy: "policy"}


def missing_wholes(changes: Changes) -> Iterator[Missing]:
    """Tables, views, types, functions and extensions; of a table that moves and seeds work with they need the rest."""
    names: dict[tuple[str, QualifiedName], None] = {}
    for operation in changes.operations:
        match operation:
            case Create(Table() as table):
                names["table", table.name] = None
            case Create(View() as view):
                names["view", view.name] = None
            case Create(Enum() | Domain() as type_):
                names["type", type_.name] = None
            case Create(Function() as function):
                names["function", function.name] = None
            case Create(Extension() as extension):
                drop = f"DROP EXTENSION {identifier(extension.name)} CASCADE"
                yield ("extension", extension.name, "missing"), drop
            case Create(_, QualifiedName() as name):
                names["table", name] = None
            case _:
                pass
    for move in changes.moves:
        names |= {("table", name): None for name in (move.table, move.junction, move.reference)}
    names |= {("table", seed.table): None for seed in (changes.project.seeds if changes.seeds else ())}
    for number, (kind, name) in enumerate(names):
        rename = f"ALTER {kind.upper()} {qualified(name)} RENAME TO {_HIDDEN}{number}"
        yield (kind, name.name, "missing"), rename


def missing_parts(changes: Changes) -> Iterator[Missing]:
    """Columns, constraints, indexes, triggers and policies of tables that stand before and after."""
    columns: dict[tuple[QualifiedName, str], None] = {}
    for number, operation in enumerate(changes.operations):
        match operation:
            case Create(Column() as column, QualifiedName() as table):
                columns[table, column.name] = None
            case Create(part, QualifiedName() as table) if isinstance(part.name, str):
                kind = _PARTS.get(type(part), "constraint")
                yield (kind, part.name, table.name, "missing"), _rename(kind, part.name, table, f"{_HIDDEN}{number}")
            case _:
                pass
    for move in changes.moves:
        columns |= {(move.table, move.renamed_to): None, (move.reference, move.name_column): None}
        columns |= {(move.junction, link): None for link in (move.role_link, move.reference_link)}
    for seed in changes.project.seeds if changes.seeds else ():
        columns |= {(seed.table, column): None for column in seed.key}
    for number, (table, name) in enumerate(columns):
        rename = f"RENAME COLUMN {identifier(name)} TO {_HIDDEN}{number}"
        yield ("column", name, table.name, "missing"), f"ALTER TABLE {qualified(table)} {rename}"


def taken_again(changes: Changes) -> Iterator[Missing]:
    """Columns that bear the names which moved arrays had, and are to have again."""
    for move in changes.moves:
        add = f"ALTER TABLE {qualified(move.table)} ADD COLUMN {identifier(move.column)} text"
        yield ("column", move.column, move.table.name, "there again"), add


def other_arguments(changes: Changes) -> Iterator[Missing]:
    """Functions that bear the names of those which the phase made."""
    for operation in changes.operations:
        match operation:
            case Create(Function() as function):
                head = f"CREATE FUNCTION {qualified(function.name)} (other regclass, another regclass)"
                named = "function", function.name.name, "arguments"
                yield named, f"{head} RETURNS integer LANGUAGE sql AS 'SELECT 1'"
            case _:
                pass


def _rename(kind: str, name: str, table: QualifiedName, hidden: str) -> str:
    match kind:
        case "index":
            return f"ALTER INDEX {identifier(table.schema, name)} RENAME TO {hidden}"
        case "constraint":
            return f"ALTER TABLE {qualified(table)} RENAME CONSTRAINT {identifier(name)} TO {hidden}"
        case _:
            return f"ALTER {kind.upper()} {identifier(name)} ON {qualified(table)} RENAME TO {hidden}"
