"""The queries of the runbook: in, the plan of a phase; out, queries in words, each with the exact answer expected."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from schemagen.emit.check import counted
from schemagen.emit.check_objects import Objects, phase_objects
from schemagen.emit.check_rows import MoveFact, move_fact
from schemagen.emit.kept_tables import keepable
from schemagen.model.names import QualifiedName
from schemagen.model.project import Project
from schemagen.model.schema import Schema, Table, View
from schemagen.plan.operations import Create, MoveArray
from schemagen.plan.phases import PhasePlan
from schemagen.records import dataclass
from schemagen.render.environment import macro
from schemagen.render.sql_clauses import format_type

_TEMPLATE = "docs/queries.sql.j2"

Cells = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A query with its answer: `rows` as psql prints them in full, none for no rows; None for an answer to note.

    `why` says what is different from the query that one would write first, and why.
    """

    title: str
    sql: str
    columns: Cells = ()
    rows: tuple[Cells, ...] | None = ()
    note: str = ""
    why: str = ""


def value(title: str, sql: str, column: str, content: object, why: str = "") -> Query:
    """A query whose answer is one value."""
    return Query(title=title, sql=sql, columns=(column,), rows=((str(content),),), why=why)


def sql(name: str, *arguments: object) -> str:
    """One query from the template."""
    query: Callable[..., str] = macro(_TEMPLATE, name)
    return query(*arguments).strip("\n")


_NAMED = "Tables are named one by one: a pattern on names would catch tables that were there before."


def object_queries(plan: PhasePlan) -> Iterator[Query]:
    """What the phase made, counted by kind."""
    o = phase_objects(plan.forward)
    made = tuple(o.made)
    tables = [plan.after.tables[name] for name in made]
    if made:
        yield value("Tables are there", sql("tables", made), "tables", len(made), _NAMED)
        of_made = [row for row in o.constraints if QualifiedName(str(row[0]), str(row[1])) in o.made]
        yield _constraints(made, of_made)
        yield value(
            "Indexes are there and valid",
            sql("indexes", made),
            "indexes",
            sum(1 for row in o.indexes if QualifiedName(str(row[0]), str(row[1])) in o.made),
            "Those of primary keys and unique constraints are among them.",
        )
        if any(table.foreign_keys for table in tables):
            yield value(
                "Foreign keys have an index",
                sql("foreign_key_columns", made),
                "foreign_keys_without_index",
                sum(1 for table in tables for key in table.foreign_keys if not _has_index(table, key.columns)),
            )
        triggers = sum(1 for row in o.triggers if QualifiedName(str(row[0]), str(row[1])) in o.made)
        if triggers:
            yield Query(
                title="Triggers are there and enabled",
                sql=sql("triggers", made),
                columns=("triggers", "enabled"),
                rows=((str(triggers), str(triggers)),),
                why="Counted in pg_trigger: the information schema shows a trigger once for each of its events.",
            )
        yield _policies(made, tables)
        yield row_security_query(tables)
        yield _privileges(made, tables)
    yield from _added(plan, o)
    views = tuple(o.subject.name for o in plan.forward if isinstance(o, Create) and isinstance(o.subject, View))
    if views:
        yield value("Views are there", sql("views", views), "views", len(views))


def _has_index(table: Table, columns: tuple[str, ...]) -> bool:
    """Whether an index that is not partial begins with one of the columns."""
    leading = [index.leading_columns[:1] for index in table.indexes]
    leading += [c.columns[:1] for c in (*table.uniques, *((table.primary_key,) if table.primary_key else ()))]
    return any(first and first[0] in columns for first in leading)


def _constraints(made: Sequence[QualifiedName], rows: Iterable[tuple[object, ...]]) -> Query:
    counts = Counter(str(row[3]) for row in rows)
    return Query(
        title="Constraints are there and validated",
        sql=sql("constraints", made),
        columns=("kind", "constraints", "validated"),
        rows=tuple((kind, str(counts[kind]), str(counts[kind])) for kind in sorted(counts)),
        why="Counted in pg_constraint by table: joining the information schema on names alone multiplies rows where "
        "two tables have constraints of one name, and does not show whether they are validated.",
    )


def _policies(made: Sequence[QualifiedName], tables: Iterable[Table]) -> Query:
    counts = Counter(policy.command for table in tables for policy in table.policies)
    return Query(
        title="Policies are there",
        sql=sql("policies", made),
        columns=("command", "policies"),
        rows=tuple((command, str(counts[command])) for command in sorted(counts)),
        why="A number of policies proves no isolation, since permissive ones are joined by OR: what each lets through "
        "is compared word by word in the checks.",
    )


def row_security_query(tables: Sequence[Table]) -> Query:
    """How many tables have row level security, and whether it binds their owner."""
    counts = Counter(str(table.row_security) for table in tables)
    return Query(
        title="Row level security is on",
        sql=sql("row_security", [table.name for table in tables]),
        columns=("row_security", "tables"),
        rows=tuple((state, str(counts[state])) for state in sorted(counts)),
        why="`forced` binds the owner of the tables too; rowsecurity of pg_tables does not show that.",
    )


def _privileges(made: Sequence[QualifiedName], tables: Iterable[Table]) -> Query:
    counts = Counter(
        (grant.role, privilege)
        for table in tables
        for grant in table.grants or ()
        if not grant.columns
        for privilege in dict.fromkeys(grant.privileges)
    )
    return Query(
        title="Nobody else has privileges",
        sql=sql("privileges", made),
        columns=("role", "privilege", "tables"),
        rows=tuple((role, privilege, str(number)) for (role, privilege), number in sorted(counts.items())),
        why="Privileges of single columns are in the checks.",
    )


def _added(plan: PhasePlan, o: Objects) -> Iterator[Query]:
    """What tables that were there before have got."""
    for name in added_to(plan):
        of = f"of {name.name}"
        parts = [o_.subject for o_ in plan.forward if isinstance(o_, Create) and o_.table == name]
        columns = [c for c in plan.after.tables[name].columns if any(c is part or c == part for part in parts)]
        if columns:
            yield Query(
                title=f"New columns {of} are there",
                sql=sql("columns", name, [c.name for c in columns], any(c.type.schema is not None for c in columns)),
                columns=("name", "type", "nulls"),
                rows=tuple(
                    (c.name, format_type(c.type), "null allowed" if c.nullable and c.identity is None else "not null")
                    for c in columns
                ),
            )
        constraints = [str(row[2]) for row in o.constraints if row[:2] == tuple(name)]
        if constraints:
            yield Query(
                title=f"New constraints {of} are there and validated",
                sql=sql("added_constraints", name, constraints),
                columns=("name", "validated"),
                rows=tuple((each, "t") for each in sorted(constraints)),
                why="By name and table: a pattern on names shows those that were there before as well.",
            )
        taken = set(constraints)
        indexes = [str(row[2]) for row in o.indexes if row[:2] == tuple(name) and row[2] not in taken]
        if indexes:
            yield Query(
                title=f"New indexes {of} are there and valid",
                sql=sql("added_indexes", name, indexes),
                columns=("name", "valid"),
                rows=tuple((each, "t") for each in sorted(indexes)),
                why="By name: `a AND b OR c` without brackets finds indexes of every table.",
            )


def added_to(plan: PhasePlan) -> list[QualifiedName]:
    """The tables that were there before the phase and get columns, constraints or other parts."""
    parts = (o.table for o in plan.forward if isinstance(o, Create) and o.table is not None)
    # Tables that point to each other get a foreign key of their own beside; they are new all the same.
    return list(dict.fromkeys(table for table in parts if table in plan.before.tables))


def phase_moves(plan: PhasePlan) -> list[MoveFact]:
    """The moves of a phase as the queries need them."""
    return [move_fact(o.move, plan.after) for o in plan.forward if isinstance(o, MoveArray)]


def gone_queries(plan: PhasePlan) -> Iterator[Query]:
    """What must not be there any more after the rollback of the phase, and what must be there again."""
    o = phase_objects(plan.forward)
    optional = keepable(plan.forward)
    made = tuple(name for name in o.made if name not in optional)
    if made:
        why = f"Not asked about: {', '.join(map(str, optional))}; what was there before stays." if optional else ""
        yield value("Tables are gone", sql("tables", made), "tables", 0, why)
    elif optional:
        yield Query(
            title="Tables are gone, unless they were there before",
            sql=sql("tables", optional),
            rows=None,
            note="the number of those that the forward file said it keeps",
        )
    for name in added_to(plan):
        parts = [p.subject for p in plan.forward if isinstance(p, Create) and p.table == name]
        columns = [c for c in plan.after.tables[name].columns if any(c == part for part in parts)]
        leaving = [column.name for column in columns if column.if_exists != "keep"]
        if leaving:
            yield value(f"New columns of {name.name} are gone", sql("column_count", name, leaving), "columns", 0)
    for name in dict.fromkeys(move.table for move in phase_moves(plan)):
        arrays = sorted(move.before for move in phase_moves(plan) if move.table == name)
        yield Query(
            title=f"Arrays of {name.name} have their names back",
            sql=sql("arrays_of", name, arrays),
            columns=("name",),
            rows=tuple((each,) for each in arrays),
        )
    project, number = plan.project, plan.phase.number
    if number == 1:
        yield value("The bookkeeping is gone", sql("bookkeeping_gone", project.bookkeeping), "schemas", 0)
    else:
        yield value("The phase is not recorded any more", sql("recorded", project.bookkeeping, number), "phases", 0)


def bound_roles(project: Project, schema: Schema) -> dict[str, list[QualifiedName]]:
    """Roles whose every way to read a table of tenants goes by the tenant of the session, with those tables."""
    tenant = project.tenant
    found: dict[str, list[QualifiedName]] = {}
    if tenant is None:
        return found
    for table in schema.managed_tables():
        if table.row_security == "off" or not any(column.name == tenant.column for column in table.columns):
            continue
        readers = {grant.role for grant in table.grants or () if "select" in grant.privileges and not grant.columns}
        for role in sorted(readers):
            own = [p for p in table.policies if p.permissive and role in p.roles and p.command in ("select", "all")]
            if own and all(tenant.expression in (policy.using or "") for policy in own):
                found.setdefault(role, []).append(table.name)
    return found


def numbers_in_words(plan: PhasePlan) -> str:
    """`11 tables, 45 constraints, 58 indexes`: what the phase makes, for one line."""
    o = phase_objects(plan.forward)
    parts = [
        (len(o.made), "table"),
        (0 if o.made else len(o.columns), "column"),
        (len(o.constraints), "constraint"),
        (len(o.indexes), "index"),
        (len(o.triggers), "trigger"),
        (len({row[:3] for row in o.policies}), "policy"),
    ]
    return ", ".join(counted(number, word) for number, word in parts if number)
