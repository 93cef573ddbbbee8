"""What must be so before a migration changes anything: in, a phase's plan; out, facts for the template."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from schemagen.emit.kept_tables import keepable, keepable_table
from schemagen.emit.preflight_facts import (
    ColumnFact,
    DroppedTable,
    DroppedValues,
    EarlierPhase,
    OptionalRelation,
    Preflight,
)
from schemagen.emit.preflight_needs import (
    asked_functions,
    empty_tables,
    entered_schemas,
    foreign_targets,
    kept_relations,
    needed_columns,
    needed_extensions,
    needed_functions,
    needed_links,
    needed_pairs,
    new_names,
    new_parts,
    new_relations,
    roles,
)
from schemagen.emit.preflight_rows import row_rules
from schemagen.emit.preflight_standing import standing, standing_unless_kept
from schemagen.model.columns import Column, DataType
from schemagen.model.expressions import Expression, Literal
from schemagen.model.names import QualifiedName
from schemagen.model.project import Phase
from schemagen.model.schema import Domain, Enum, Extension, Function, Schema, Table, View, first_value
from schemagen.plan.losses import Loss, loss
from schemagen.plan.operations import Alter, Create, Drop, MoveArray, Operation
from schemagen.plan.phases import PhasePlan
from schemagen.render import sql
from schemagen.syntax.ignore_comments import ignore_comment

_LOCK = "lock-on-existing-table"


def preflight(plan: PhasePlan, build: str, earlier: Iterable[EarlierPhase]) -> Preflight:
    """The facts of one phase, for its forward file and its rollback alike."""
    operations = plan.forward
    new_tables = [o.subject for o in operations if isinstance(o, Create) and isinstance(o.subject, Table)]
    optional = keepable(operations)
    new_columns = list(_new_columns(operations, plan))
    moved = [(o.move.table, o.move) for o in operations if isinstance(o, MoveArray)]
    dropped_columns = [(c, loss(Drop(column, c.table))) for c, column in reversed(new_columns)]
    changed = dict.fromkeys([*_changed_tables(operations, plan.before), *(name for name, _ in moved)])
    targets = foreign_targets(operations, plan.before)
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
        roles=tuple(sorted(roles(operations) | set(plan.project.before.roles if plan.phase.number == 1 else ()))),
        extensions=needed_extensions(plan),
        schemas=tuple(dict.fromkeys(name.schema for name in new_names(operations))),
        looked_up=_looked_up(plan),
        functions=tuple(sorted(needed_functions(operations, plan.before))),
        entered=tuple(entered_schemas(operations, plan.before, plan.project.search_path)),
        asked=tuple(asked_functions(operations, plan.before, plan.project.search_path)),
        # What an earlier phase made and this one moves rows into must be there still.
        tables=tuple(
            dict.fromkeys(
                [*existing, *(n for _, m in moved for n in (m.junction, m.reference) if n in plan.before.tables)]
            )
        ),
        columns=tuple(needed_columns(plan, targets, existing, moved)),
        owned=tuple(name for name in changed if name in existing),
        referenced=tuple(dict.fromkeys(k.table for k in targets if k.table in existing and k.table not in changed)),
        keys=tuple(dict.fromkeys([*(key for key in targets if key.table in existing), *needed_pairs(plan, moved)])),
        unforced=tuple(
            name for name in changed if name in existing and plan.before.tables[name].row_security != "forced"
        ),
        needed_links=tuple(dict.fromkeys(needed_links(plan, moved))),
        moved_tables=tuple(dict.fromkeys(name for name, _ in moved)),
        new_relations=tuple(new_relations(o for o in operations if keepable_table(o, optional) is None)),
        may_be_kept=optional,
        kept_relations=tuple(kept_relations(operations)),
        kept_functions=tuple(
            OptionalRelation(o.subject.name, table)
            for o in operations
            if isinstance(o, Create)
            and isinstance(o.subject, Function)
            and (table := keepable_table(o, optional)) is not None
        ),
        new_types=tuple(
            o.subject.name for o in operations if isinstance(o, Create) and isinstance(o.subject, Enum | Domain)
        ),
        new_rows=tuple(table.name for table in new_tables),
        new_functions=tuple(
            o.subject.name
            for o in operations
            if isinstance(o, Create) and isinstance(o.subject, Function) and keepable_table(o, optional) is None
        ),
        new_extensions=tuple(
            o.subject.name for o in operations if isinstance(o, Create) and isinstance(o.subject, Extension)
        ),
        new_columns=tuple(
            [c for c, column in new_columns if column.if_exists == "refuse"]
            + [ColumnFact(name, move.renamed_to, DataType("text")) for name, move in moved]
        ),
        kept_columns=tuple(c for c, column in new_columns if column.if_exists == "keep"),
        new_parts=tuple(new_parts(o for o in operations if keepable_table(o, optional) is None)),
        empty_tables=tuple(empty_tables(plan)),
        row_rules=tuple(row_rules(plan)),
        search_path=plan.project.search_path,
        standing=standing(plan),
        standing_unless_kept=tuple(standing_unless_kept(plan)),
        dropped_tables=tuple(DroppedTable(t.name, t.row_security == "forced") for t in reversed(new_tables)),
        dropped_columns=tuple(c for c, _ in dropped_columns),
        dropped_extensions=tuple(
            o.subject.name for o in operations if isinstance(o, Create) and isinstance(o.subject, Extension)
        ),
        dropped_values=tuple(
            _dropped_values((c for c, lost in dropped_columns if lost is Loss.BY_ARCHIVE), plan.before)
        ),
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
                shape = column.nullable, default, initial, keep, column.collation
                fact = ColumnFact(table, column.name, column.type, *shape, recorded)
                yield fact, column


def _looked_up(plan: PhasePlan) -> tuple[str, ...]:
    """The first phase asks for the schemas of the search path; PostgreSQL would pass over those that are not there."""
    if plan.phase.number != 1:
        return ()
    made = {name.schema for name in new_names(plan.forward)}
    return tuple(schema for schema in plan.project.search_path if schema not in {*made, "pg_catalog", "pg_temp"})


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


def is_recorded(column: Column, schema: Schema) -> bool:
    """Whether a column's values are computed, so that the first ones are known only once it is there."""
    return isinstance(first_value(column, schema.domains), Expression) or column.identity is not None


def recorded_key(table: Table) -> tuple[str, ...]:
    """The columns by which the rows of a table are told apart; empty for a table without a primary key."""
    return table.primary_key.columns if table.primary_key is not None else ()
