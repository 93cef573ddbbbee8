"""What must be so before a migration changes anything: in, a phase's plan; out, facts for the template."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from schemagen.model.columns import Column, DataType
from schemagen.model.constraints import Check, Exclude, ForeignKey, Index, PrimaryKey, Unique
from schemagen.model.expressions import Expression, Literal
from schemagen.model.names import QualifiedName
from schemagen.model.project import ArrayMove, Phase
from schemagen.model.schema import Domain, Enum, Extension, Function, Policy, Schema, Table, Trigger, View, first_value
from schemagen.plan.losses import Loss, loss
from schemagen.plan.operations import Alter, Create, Drop, MoveArray, Operation
from schemagen.plan.phases import PhasePlan
from schemagen.records import dataclass
from schemagen.render import sql
from schemagen.syntax.ignore_comments import ignore_comment

_LOCK = "lock-on-existing-table"


@dataclass(frozen=True, slots=True)
class ColumnFact:
    """A column that must be there with this type, must not be there, or is about to go."""

    table: QualifiedName
    name: str
    type: DataType
    nullable: bool = True
    default_sql: str | None = None
    initial: str = "NULL"
    may_be_kept: bool = False
    recorded_by: tuple[str, ...] = ()
    """The primary key by which the first values of a computed default were recorded; empty where they were not."""


@dataclass(frozen=True, slots=True)
class KeyFact:
    """Columns that a foreign key points to and that must be unique."""

    table: QualifiedName
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PartFact:
    """A constraint, trigger or policy on an existing table that must not be there yet."""

    kind: str
    table: QualifiedName
    name: str


@dataclass(frozen=True, slots=True)
class LinkFact:
    """A foreign key of a junction that a move relies on; whatever it is called by now, it must be there."""

    table: QualifiedName
    name: str
    column: str
    target: QualifiedName


@dataclass(frozen=True, slots=True)
class EarlierPhase:
    """A phase that must have been applied from this build."""

    number: int
    name: str
    file: str
    build: str


@dataclass(frozen=True, slots=True)
class DroppedTable:
    """A table that a rollback drops or archives; `forced` means FORCE hides its rows from the owner."""

    name: QualifiedName
    forced: bool


@dataclass(frozen=True, slots=True)
class DroppedValues:
    """Columns of one existing table that a rollback drops and that people may have written into.

    `key` is the primary key by which an archive keeps the values, empty where there is none; `listing` is the column of
    the archive that lists, for each row, the columns that people had set.
    """

    table: QualifiedName
    key: tuple[str, ...]
    columns: tuple[ColumnFact, ...]
    listing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Preflight:
    """Everything that the preflight of one file looks at; names are raw."""

    title: str
    number: int
    build: str
    bookkeeping: str
    postgres: int
    repeatable: bool
    creates_bookkeeping: bool
    earlier: tuple[EarlierPhase, ...]
    roles: tuple[str, ...]
    extensions: tuple[str, ...]
    schemas: tuple[str, ...]
    functions: tuple[str, ...]
    tables: tuple[QualifiedName, ...]
    columns: tuple[ColumnFact, ...]
    owned: tuple[QualifiedName, ...]
    referenced: tuple[QualifiedName, ...]
    keys: tuple[KeyFact, ...]
    unforced: tuple[QualifiedName, ...]
    needed_links: tuple[LinkFact, ...]
    new_relations: tuple[QualifiedName, ...]
    new_types: tuple[QualifiedName, ...]
    new_rows: tuple[QualifiedName, ...]
    new_functions: tuple[QualifiedName, ...]
    new_extensions: tuple[str, ...]
    new_columns: tuple[ColumnFact, ...]
    kept_columns: tuple[ColumnFact, ...]
    new_parts: tuple[PartFact, ...]
    dropped_tables: tuple[DroppedTable, ...]
    dropped_columns: tuple[ColumnFact, ...]
    dropped_values: tuple[DroppedValues, ...]
    dropped_extensions: tuple[str, ...]
    narrowed_tables: tuple[tuple[QualifiedName, str], ...]
    """Existing tables that lose columns: locked before anything is looked at, each with the comment that says so."""
    dropped_views: tuple[QualifiedName, ...]
    own_parts: tuple[str, ...]
    """Constraints, indexes, triggers and policies that the phase adds to existing tables, by name."""


def preflight(plan: PhasePlan, build: str, earlier: Iterable[EarlierPhase]) -> Preflight:
    """The facts of one phase, for its forward file and its rollback alike."""
    operations = plan.forward
    new_tables = [o.subject for o in operations if isinstance(o, Create) and isinstance(o.subject, Table)]
    new_columns = list(_new_columns(operations, plan))
    moved = [(o.move.table, o.move) for o in operations if isinstance(o, MoveArray)]
    dropped_columns = [c for c, column in reversed(new_columns) if loss(Drop(column, c.table)) is Loss.BY_ARCHIVE]
    changed = dict.fromkeys([*_changed_tables(operations, plan.before), *(name for name, _ in moved)])
    targets = _foreign_targets(operations, plan.before)
    wanted = dict.fromkeys([*changed, *(key.table for key in targets)])
    existing = tuple(name for name in wanted if not plan.before.tables[name].managed)
    return Preflight(
        title=phase_title(plan.phase, plan.project.name),
        number=plan.phase.number,
        build=build,
        bookkeeping=plan.project.bookkeeping,
        postgres=plan.project.postgres,
        repeatable=plan.phase.holds == ("seed",),
        creates_bookkeeping=plan.phase.number == 1,
        earlier=tuple(earlier),
        # The first phase asks for all that the specification declares, the others for those that they name.
        roles=tuple(sorted(_roles(operations) | set(plan.project.before.roles if plan.phase.number == 1 else ()))),
        extensions=_needed_extensions(plan),
        schemas=tuple(dict.fromkeys(name.schema for name in _new_names(operations))),
        functions=tuple(sorted(_needed_functions(operations, plan.before))),
        # What an earlier phase made and this one moves rows into must be there still.
        tables=tuple(
            dict.fromkeys(
                [*existing, *(n for _, m in moved for n in (m.junction, m.reference) if n in plan.before.tables)]
            )
        ),
        columns=tuple(_needed_columns(plan, targets, existing, moved)),
        owned=tuple(name for name in changed if name in existing),
        referenced=tuple(dict.fromkeys(k.table for k in targets if k.table in existing and k.table not in changed)),
        keys=tuple(dict.fromkeys([*(key for key in targets if key.table in existing), *_needed_pairs(plan, moved)])),
        unforced=tuple(
            name for name in changed if name in existing and plan.before.tables[name].row_security != "forced"
        ),
        needed_links=tuple(dict.fromkeys(_needed_links(plan, moved))),
        new_relations=tuple(_new_relations(operations)),
        new_types=tuple(
            o.subject.name for o in operations if isinstance(o, Create) and isinstance(o.subject, Enum | Domain)
        ),
        new_rows=tuple(table.name for table in new_tables),
        new_functions=tuple(
            o.subject.name for o in operations if isinstance(o, Create) and isinstance(o.subject, Function)
        ),
        new_extensions=tuple(
            o.subject.name for o in operations if isinstance(o, Create) and isinstance(o.subject, Extension)
        ),
        new_columns=tuple(
            [c for c, column in new_columns if column.if_exists == "refuse"]
            + [ColumnFact(name, move.renamed_to, DataType("text")) for name, move in moved]
        ),
        kept_columns=tuple(c for c, column in new_columns if column.if_exists == "keep"),
        new_parts=tuple(_new_parts(operations)),
        dropped_tables=tuple(DroppedTable(t.name, t.row_security == "forced") for t in reversed(new_tables)),
        dropped_columns=tuple(dropped_columns),
        dropped_extensions=tuple(
            o.subject.name for o in operations if isinstance(o, Create) and isinstance(o.subject, Extension)
        ),
        dropped_values=tuple(_dropped_values(dropped_columns, plan.before)),
        narrowed_tables=tuple(
            (name, ignore_comment(_LOCK, f"{name.schema}.{name.name}", "nobody may set a value that is about to go"))
            for name in dict.fromkeys(c.table for c, _ in new_columns)
        ),
        dropped_views=tuple(
            o.subject.name for o in operations if isinstance(o, Create) and isinstance(o.subject, View)
        ),
        own_parts=tuple(
            o.subject.name
            for o in operations
            if isinstance(o, Create) and o.table is not None and isinstance(o.subject.name, str)
        ),
    )


def phase_title(phase: Phase, project_name: str) -> str:
    """`pharma_roles phase 1 (reference_tables)`, as every message begins."""
    return f"{project_name} phase {phase.number} ({phase.name})"


def _new_columns(operations: Iterable[Operation], plan: PhasePlan) -> Iterator[tuple[ColumnFact, Column]]:
    for operation in operations:
        match operation:
            case Create(Column() as column, QualifiedName() as table):
                recorded = recorded_key(plan.before.tables[table]) if is_recorded(column, plan.after) else ()
                default = None if column.default is None else sql.default(column.default, column.type)
                first = first_value(column, plan.after.domains)
                given = f"({sql.default(first, column.type)})" if isinstance(first, Literal) else "NULL"
                initial = f"{given}::{sql.data_type(column.type)}"
                keep = column.if_exists == "keep"
                fact = ColumnFact(table, column.name, column.type, column.nullable, default, initial, keep, recorded)
                yield fact, column


def _dropped_values(columns: Iterable[ColumnFact], before: Schema) -> Iterator[DroppedValues]:
    by_table: dict[QualifiedName, list[ColumnFact]] = {}
    for column in columns:
        by_table.setdefault(column.table, []).append(column)
    for name, dropped in by_table.items():
        key = recorded_key(before.tables[name])
        taken = {*key, *(column.name for column in dropped)}
        yield DroppedValues(name, key, tuple(dropped), fresh_name("changed_columns", taken))


def fresh_name(name: str, taken: set[str]) -> str:
    """The name, with a number where it is taken."""
    number = 1
    candidate = name
    while candidate in taken:
        number += 1
        candidate = f"{name}_{number}"
    return candidate


def _changed_tables(operations: Iterable[Operation], before: Schema) -> Iterator[QualifiedName]:
    for operation in operations:
        match operation:
            case Create(_, QualifiedName() as table) | Drop(_, QualifiedName() as table) if table in before.tables:
                yield table
            case Alter(name) if name in before.tables:
                yield name


def _foreign_targets(operations: Iterable[Operation], before: Schema) -> tuple[KeyFact, ...]:
    keys: dict[KeyFact, None] = {}
    for operation in operations:
        match operation:
            case Create(Table() as table):
                found: tuple[ForeignKey, ...] = table.foreign_keys
            case Create(ForeignKey() as key):
                found = (key,)
            case _:
                found = ()
        for key in found:
            if key.target in before.tables:
                keys[KeyFact(key.target, key.target_columns)] = None
    return tuple(keys)


def _roles(operations: Iterable[Operation]) -> set[str]:
    roles: set[str] = set()
    for operation in operations:
        match operation:
            case Create(Table() as table):
                roles |= {role for policy in table.policies for role in policy.roles}
                roles |= {grant.role for grant in table.grants or ()}
            case Create(Policy() as policy):
                roles |= set(policy.roles)
            case Create(View() | Function() as subject):
                roles |= {grant.role for grant in subject.grants}
            case Alter(after=tuple() as grants):
                roles |= {grant.role for grant in grants}
            case _:
                pass
    return roles - {"public"}


_WORD = re.compile(r"[^\W\d]\w*")


def _words_of_policies(operations: Iterable[Operation]) -> set[str]:
    words: set[str] = set()
    for operation in operations:
        match operation:
            case Create(Table(policies=policies)):
                for policy in policies:
                    words |= set(_WORD.findall(f"{policy.using or ''} {policy.check or ''}"))
            case Create(Policy() as policy):
                words |= set(_WORD.findall(f"{policy.using or ''} {policy.check or ''}"))
            case Create(Check(expression=text)):
                words |= set(_WORD.findall(text))
            case _:
                pass
    return words


def _needed_columns(
    plan: PhasePlan,
    targets: tuple[KeyFact, ...],
    existing: tuple[QualifiedName, ...],
    moved: list[tuple[QualifiedName, ArrayMove]],
) -> Iterator[ColumnFact]:
    """Columns of existing tables that this phase names: targets of keys, what policies read, arrays that move."""
    words = _words_of_policies(plan.forward)
    named = {(key.table, column) for key in targets for column in key.columns}
    named |= {(table, move.column) for table, move in moved}
    named |= {(table, move.tenant_column) for table, move in moved if move.tenant_column is not None}
    for operation in plan.forward:
        if isinstance(operation, Create) and isinstance(operation.subject, Index) and operation.table is not None:
            named |= {(operation.table, e.column) for e in operation.subject.elements if e.column is not None}
    for name in existing:
        for column in plan.before.tables[name].columns:
            if (name, column.name) in named or column.name in words:
                yield ColumnFact(name, column.name, column.type)


def _filled_junctions(
    plan: PhasePlan, moved: Iterable[tuple[QualifiedName, ArrayMove]]
) -> Iterator[tuple[Table, ArrayMove]]:
    """Junctions of moves that an earlier phase made; those of people have keys of their own."""
    for _, move in moved:
        junction = plan.before.tables.get(move.junction)
        if junction is not None and junction.managed:
            yield junction, move


def _needed_links(plan: PhasePlan, moved: Iterable[tuple[QualifiedName, ArrayMove]]) -> Iterator[LinkFact]:
    for junction, move in _filled_junctions(plan, moved):
        for key in junction.foreign_keys:
            if key.columns in ((move.role_link,), (move.reference_link,)):
                yield LinkFact(junction.name, key.name, key.columns[0], key.target)


def _needed_pairs(plan: PhasePlan, moved: Iterable[tuple[QualifiedName, ArrayMove]]) -> Iterator[KeyFact]:
    """By the key over both links a move knows that a link is there already."""
    for junction, move in _filled_junctions(plan, moved):
        for key in junction.constraints:
            if isinstance(key, PrimaryKey | Unique) and set(key.columns) == {move.role_link, move.reference_link}:
                yield KeyFact(junction.name, key.columns)


def _needed_functions(operations: Iterable[Operation], before: Schema) -> set[str]:
    used: set[str] = set()
    for operation in operations:
        match operation:
            case Create(Table() as table):
                triggers: tuple[Trigger, ...] = table.triggers
            case Create(Trigger() as trigger):
                triggers = (trigger,)
            case _:
                triggers = ()
        for trigger in triggers:
            known = before.functions.get(trigger.function)
            if known is not None and not known.managed:
                used.add(f"{sql.qualified(trigger.function)}()")
    return used


def _needed_extensions(plan: PhasePlan) -> tuple[str, ...]:
    # Which extension a default or a type comes from is not known without a server, so the first phase asks for all.
    if plan.phase.number != 1:
        return ()
    return tuple(name for name, extension in plan.before.extensions.items() if not extension.managed)


def _new_names(operations: Iterable[Operation]) -> Iterator[QualifiedName]:
    for operation in operations:
        if isinstance(operation, Create) and operation.table is None:
            name = operation.subject.name
            if isinstance(name, QualifiedName):
                yield name


def _new_relations(operations: Iterable[Operation]) -> Iterator[QualifiedName]:
    """Tables, views and indexes share one namespace; a primary key, unique or exclusion constraint is an index too."""
    for operation in operations:
        match operation:
            case Create(Table() as table):
                yield table.name
                schema = table.name.schema
                for constraint in table.constraints:
                    if isinstance(constraint, PrimaryKey | Unique | Exclude):
                        yield QualifiedName(schema, constraint.name)
                for index in table.indexes:
                    yield QualifiedName(schema, index.name)
            case Create(View() as view):
                yield view.name
            case Create(Index() | PrimaryKey() | Unique() | Exclude() as index, QualifiedName() as name):
                yield QualifiedName(name.schema, index.name)
            case _:
                pass


def _new_parts(operations: Iterable[Operation]) -> Iterator[PartFact]:
    for operation in operations:
        match operation:
            case Create(Check() | ForeignKey() as constraint, QualifiedName() as table):
                yield PartFact("constraint", table, constraint.name)
            case Create(Trigger() as trigger, QualifiedName() as table):
                yield PartFact("trigger", table, trigger.name)
            case Create(Policy() as policy, QualifiedName() as table):
                yield PartFact("policy", table, policy.name)
            case _:
                pass


def is_recorded(column: Column, schema: Schema) -> bool:
    """Whether a column's values are computed, so that the first ones are known only once it is there."""
    return isinstance(first_value(column, schema.domains), Expression) or column.identity is not None


def recorded_key(table: Table) -> tuple[str, ...]:
    """The columns by which the rows of a table are told apart; empty for a table without a primary key."""
    return table.primary_key.columns if table.primary_key is not None else ()
