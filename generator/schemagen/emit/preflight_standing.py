"""What a rollback names, and so needs to be there still: in, its operations; out, facts for its preflight."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from schemagen.emit.kept_tables import keepable, keepable_table
from schemagen.emit.preflight_facts import PartFact, Standing
from schemagen.emit.sql_data import identity_columns
from schemagen.emit.sql_moves import move_facts
from schemagen.model.columns import Column
from schemagen.model.constraints import Index
from schemagen.model.names import QualifiedName
from schemagen.model.project import ArrayMove, Project
from schemagen.model.schema import Domain, Enum, Extension, Function, Policy, Schema, Table, Trigger, View
from schemagen.plan.operations import Alter, Drop, MoveArray, Operation, SeedRows
from schemagen.plan.phases import PhasePlan
from schemagen.records import dataclass, field


@dataclass(slots=True)
class _Found:
    """Each thing once, in the order in which the rollback names it."""

    relations: dict[tuple[str, QualifiedName], None] = field(default_factory=dict)
    columns: dict[tuple[QualifiedName, str], None] = field(default_factory=dict)
    returning: dict[tuple[QualifiedName, str], None] = field(default_factory=dict)
    parts: dict[PartFact, None] = field(default_factory=dict)
    types: dict[QualifiedName, None] = field(default_factory=dict)
    functions: dict[QualifiedName, None] = field(default_factory=dict)
    extensions: dict[str, None] = field(default_factory=dict)

    def table(self, name: QualifiedName, columns: Iterable[str | None] = ()) -> None:
        self.relations[("table", name)] = None
        self.columns |= {(name, column): None for column in columns if column is not None}


def standing(plan: PhasePlan) -> Standing:
    """What the rollback of a phase drops, alters or reads by name, but for tables that may have been there before.

    Parts of a table that goes as a whole go with it, whatever became of them.
    """
    optional = keepable(plan.forward)
    found = _Found()
    for name in optional:
        if plan.after.tables[name].row_security == "forced":
            # It is looked at in any case.
            found.table(name)
    for operation in plan.back:
        if keepable_table(operation, optional) is None:
            _look(operation, plan, found)
    return _standing(found)


def standing_unless_kept(plan: PhasePlan) -> Iterator[tuple[QualifiedName, Standing]]:
    """The same for each table that may have been there before, with what belongs to it: needed only where it goes."""
    optional = keepable(plan.forward)
    for name in optional:
        found = _Found()
        for operation in plan.back:
            if keepable_table(operation, optional) == name:
                _look(operation, plan, found)
        yield name, _standing(found)


def _standing(found: _Found) -> Standing:
    return Standing(
        relations=tuple(found.relations),
        columns=tuple(found.columns),
        returning=tuple(found.returning),
        parts=tuple(found.parts),
        types=tuple(found.types),
        functions=tuple(found.functions),
        extensions=tuple(found.extensions),
    )


def _look(operation: Operation, plan: PhasePlan, found: _Found) -> None:
    match operation:
        case Drop(Table() as table):
            found.table(table.name)
        case Drop(View() as view):
            found.relations[("view", view.name)] = None
        case Drop(Enum() | Domain() as type_):
            found.types[type_.name] = None
        case Drop(Function() as function):
            found.functions[function.name] = None
        case Drop(Extension() as extension):
            found.extensions[extension.name] = None
        case Drop(Column() as column, QualifiedName() as name):
            key = plan.before.tables[name].primary_key
            found.table(name, (*(key.columns if key is not None else ()), column.name))
        case Drop(part, QualifiedName() as name) if isinstance(part.name, str):
            found.table(name)
            found.parts[PartFact(_kind(part), name, part.name)] = None
        case Alter(name):
            found.table(name)
        case MoveArray(move):
            found.returning[move.table, move.column] = None
            for table_name, columns in _read_by_move(move, plan.standing, plan.project):
                found.table(table_name, columns)
        case SeedRows(seed):
            table = plan.after.tables[seed.table]
            found.table(seed.table, (*(c.name for c in identity_columns(table, seed.key)), *seed.key))
        case _:
            raise AssertionError(f"{operation.summary} is no part of a rollback")


def _kind(part: object) -> str:
    words = {Index: "index", Trigger: "trigger", Policy: "policy"}
    return words.get(type(part), "constraint")


def _read_by_move(
    move: ArrayMove, schema: Schema, project: Project
) -> Iterator[tuple[QualifiedName, tuple[str | None, ...]]]:
    facts = move_facts(move, schema, project)
    yield move.table, (facts.source_key, move.renamed_to, facts.source_tenant)
    common = (*(column.name for column in facts.common_columns), *facts.common_written)
    yield move.junction, (move.role_link, move.reference_link, *common, *facts.junction_identity)
    identity = (column.name for column in facts.reference_identity)
    overflow = move.overflow_column
    yield move.reference, (facts.reference_key, move.name_column, overflow, facts.reference_tenant, *identity)
