"""Checks of the catalog: in, the plan of a phase; out, one check for each kind of object that the phase makes.

What the migrations make themselves must be there exactly; of a table that was there before only what they added
counts. Names stay raw: the queries compare them with the catalog's own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from schemagen.emit.check import NO_ROWS, Check, counted
from schemagen.emit.definitions import definition_names
from schemagen.model.columns import Column
from schemagen.model.constraints import Check as CheckConstraint
from schemagen.model.constraints import Constraint, Exclude, ForeignKey, Index, PrimaryKey, Unique
from schemagen.model.names import QualifiedName
from schemagen.model.schema import Domain, Enum, Extension, Function, Grant, Policy, Table, Trigger, View
from schemagen.plan.operations import Alter, Create, MoveArray, Operation
from schemagen.plan.phases import PhasePlan
from schemagen.records import dataclass, field
from schemagen.render.environment import macro
from schemagen.render.sql_clauses import format_type

Row = tuple[str | tuple[str, ...] | None, ...]

_TEMPLATE = "checks/objects.sql.j2"
_CONSTRAINTS: dict[type, str] = {
    PrimaryKey: "primary key",
    Unique: "unique",
    CheckConstraint: "check",
    ForeignKey: "foreign key",
    Exclude: "exclude",
}
_PUBLIC = "public"


@dataclass(slots=True)
class Objects:
    """Everything that a phase adds, as rows of the queries; `made` are the tables that it makes itself."""

    made: list[QualifiedName] = field(default_factory=list)
    others: list[Row] = field(default_factory=list)
    labels: list[Row] = field(default_factory=list)
    columns: list[Row] = field(default_factory=list)
    constraints: list[Row] = field(default_factory=list)
    indexes: list[Row] = field(default_factory=list)
    triggers: list[Row] = field(default_factory=list)
    policies: list[Row] = field(default_factory=list)
    row_security: list[Row] = field(default_factory=list)
    granted_on: list[Row] = field(default_factory=list)
    privileges: list[Row] = field(default_factory=list)
    taken: list[Row] = field(default_factory=list)
    renamed: list[Row] = field(default_factory=list)


def phase_objects(operations: Iterable[Operation]) -> Objects:
    """What stands after these operations and did not before."""
    found = Objects()
    for operation in operations:
        _add(found, operation)
    return found


def object_checks(plan: PhasePlan) -> Iterator[Check]:
    """The checks of one phase, in the order in which a person would look."""
    o = phase_objects(plan.forward)
    made: list[Row] = [tuple(name) for name in o.made]
    on = _on(o, plan)
    if o.others:
        yield _check("objects", f"{counted(len(o.others), 'object')} beside tables: {_kinds(o.others)}", o.others)
    if o.labels:
        yield _check("labels", f"{counted(len(o.labels), 'enum')} with these labels in this order", o.labels)
    if made:
        yield _check("tables", f"{counted(len(made), 'table')}: {', '.join(name.name for name in o.made)}", made)
    if o.columns:
        yield _check("columns", f"{counted(len(o.columns), 'column')}{on}", o.columns, made)
    if o.renamed:
        yield _check("renamed", f"{counted(len(o.renamed), 'array column')} renamed and kept", o.renamed)
    if made or o.constraints:
        yield _check("constraints", f"{counted(len(o.constraints), 'constraint')}{on}, validated", o.constraints, made)
    if made or o.indexes:
        title = f"{counted(len(o.indexes), 'index')}{on}, valid, those of keys included"
        yield _check("indexes", title, o.indexes, made)
    if made or o.triggers:
        yield _check("triggers", f"{counted(len(o.triggers), 'trigger')}{on}, enabled", o.triggers, made)
    if o.row_security:
        title = f"row level security of {counted(len(o.row_security), 'table')}"
        yield _check("row_security", title, o.row_security)
    if made or o.policies:
        count = len({row[:3] for row in o.policies})
        title = f"{counted(count, 'policy')}{on}, for these commands and roles"
        yield _check("policies", title, o.policies, made)
    if o.granted_on or o.privileges or o.taken:
        title = (
            f"privileges on {counted(len(o.granted_on), 'object')}, for nobody else" if o.granted_on else "privileges"
        )
        yield _check("privileges", title, o.privileges, o.granted_on, o.taken)
    names = definition_names(plan.forward)
    if names:
        schemas = sorted({schema for _, schema, _, _ in names})
        yield Check(
            name="definitions",
            title="expressions and definitions read as they did when the phase was applied",
            expects=f"{NO_ROWS}. Policies, checks, defaults, indexes, triggers, views, functions and domains are "
            "compared with what the server itself printed in the transaction that made them. Who changes the record "
            "in the bookkeeping too is not found out here; another major version may print the same differently.",
            sql=_sql("definitions_kept", plan.project.bookkeeping, schemas, names),
        )


def _check(name: str, title: str, *arguments: object) -> Check:
    return Check(name=name, title=title, expects=NO_ROWS, sql=_sql(name, *arguments))


def _sql(name: str, *arguments: object) -> str:
    query: Callable[..., str] = macro(_TEMPLATE, name)
    return query(*arguments).strip("\n")


def _on(o: Objects, plan: PhasePlan) -> str:
    """Where parts are: on the tables of the phase and no others, or those added to a table that was there."""
    added = {operation.table for operation in plan.forward if isinstance(operation, Create) and operation.table}
    added -= set(o.made)
    to = f" added to {', '.join(sorted(name.name for name in added))}" if added else ""
    if o.made and added:
        return f" on the new tables and no others there, and those{to}"
    return " on the new tables and no others there" if o.made else to


def _kinds(rows: Iterable[Row]) -> str:
    return ", ".join(f"{kind} {name}" for kind, _, name in rows)


def _add(o: Objects, operation: Operation) -> None:
    match operation:
        case Create(Table() as table):
            _add_table(o, table)
        case Create(Enum() as enum):
            o.others.append(("enum", *enum.name))
            o.labels.append((*enum.name, enum.values))
        case Create(Domain() as domain):
            o.others.append(("domain", *domain.name))
        case Create(Function() as function):
            o.others.append(("function", *function.name))
            o.granted_on.append(("function", *function.name))
            o.privileges += _grants("function", function.name, function.grants)
        case Create(View() as view):
            o.others.append(("view", *view.name))
            o.granted_on.append(("table", *view.name))
            o.privileges += _grants("table", view.name, view.grants)
        case Create(Extension() as extension):
            o.others.append(("extension", "", extension.name))
        case Create(part, QualifiedName() as table_name):
            _add_part(o, table_name, part)
        case Alter(name=name, what="row security", after=str() as state):
            o.row_security.append((*name, state))
        case Alter(name=name, what="grants", before=before, after=after):
            old, new = (
                set(_grants("table", name, grants if isinstance(grants, tuple) else ())) for grants in (before, after)
            )
            o.privileges += sorted(new - old, key=repr)
            o.taken += sorted(old - new, key=repr)
        case MoveArray(move):
            o.renamed.append((*move.table, move.column, move.renamed_to))
        case _:
            return


def _add_table(o: Objects, table: Table) -> None:
    o.made.append(table.name)
    key = table.primary_key
    for column in table.columns:
        o.columns.append((*table.name, column.name, column_definition(column, key)))
        if column.identity is not None:
            o.granted_on.append(("sequence", *table.name))
    for part in (*table.constraints, *table.indexes, *table.triggers, *table.policies):
        _add_part(o, table.name, part)
    o.row_security.append((*table.name, table.row_security))
    o.granted_on.append(("table", *table.name))
    o.privileges += _grants("table", table.name, table.grants or ())


def _add_part(o: Objects, table: QualifiedName, part: object) -> None:
    match part:
        case Column():
            o.columns.append((*table, part.name, column_definition(part, None)))
            if part.identity is not None:
                o.granted_on.append(("sequence", *table))
        case PrimaryKey() | Unique() | CheckConstraint() | ForeignKey() | Exclude():
            o.constraints.append((*table, part.name, _CONSTRAINTS[type(part)]))
            index = _index_of(part)
            if index is not None:
                o.indexes.append((*table, part.name, index))
        case Index():
            o.indexes.append((*table, part.name, ("unique " if part.unique else "") + part.method))
        case Trigger():
            o.triggers.append((*table, part.name, "enabled"))
        case Policy():
            definition = ("" if part.permissive else "restrictive ") + part.command
            roles: tuple[str | None, ...] = (*part.roles, *((None,) if part.owner else ()))
            for role in roles or (_PUBLIC,):
                o.policies.append((*table, part.name, definition, role))


def _index_of(constraint: Constraint) -> str | None:
    match constraint:
        case PrimaryKey() | Unique():
            return "unique btree"
        case Exclude():
            return constraint.method
        case _:
            return None


def column_definition(column: Column, key: PrimaryKey | None) -> str:
    """A column as the query of the catalog prints it: `character varying(255) not null default`."""
    required = not column.nullable or column.identity is not None or (key is not None and column.name in key.columns)
    words = [format_type(column.type)]
    if column.collation is not None:
        words.append(f"collate {column.collation.schema}.{column.collation.name}")
    if required:
        words.append("not null")
    if column.identity is not None:
        words.append("identity always" if column.identity.always else "identity by default")
    if column.generated is not None:
        words.append("generated")
    elif column.default is not None:
        words.append("default")
    return " ".join(words)


def _grants(kind: str, name: QualifiedName, grants: Iterable[Grant]) -> list[Row]:
    return [
        (kind, *name, grant.role, privilege, column)
        for grant in grants
        for privilege in grant.privileges
        for column in grant.columns or ("",)
    ]
