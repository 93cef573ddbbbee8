"""SQL of operations: in, operations in order; out, sections of text that each make sense to a reviewer alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from schemagen.emit.kept_tables import keepable, keepable_table, unless_kept
from schemagen.emit.preflight import is_recorded, recorded_key
from schemagen.emit.sql_moves import move_sql
from schemagen.emit.sql_seeds import seed_sql
from schemagen.model.columns import Column, Identity
from schemagen.model.constraints import Check, Constraint, Exclude, ForeignKey, Index, PrimaryKey, Unique
from schemagen.model.names import QualifiedName
from schemagen.model.project import Project
from schemagen.model.schema import Domain, Enum, Extension, Function, Grant, Policy, Table, Trigger, View
from schemagen.plan.hazards import Hazard, hazards
from schemagen.plan.operations import Alter, Create, Drop, MoveArray, Operation, SeedRows
from schemagen.plan.phases import PhasePlan
from schemagen.records import dataclass, replace
from schemagen.render.environment import macro
from schemagen.syntax.ignore_comments import ignore_comment

_OBJECTS = "sql/objects.sql.j2"
CONSTRAINT_KINDS: Mapping[type, str] = {
    PrimaryKey: "primary_key",
    Unique: "unique",
    Check: "check",
    Exclude: "exclude",
    ForeignKey: "foreign_key",
}
_KINDS: Mapping[type, str] = {
    Table: "table", Enum: "enum", Domain: "domain", Function: "function", View: "view", Extension: "extension",
    Index: "index", Trigger: "trigger", Policy: "policy",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class TablePart:
    """One clause of an ALTER TABLE."""

    verb: str
    kind: str
    subject: Column | Constraint


def sections(
    plan: PhasePlan, operations: Iterable[Operation], *, forced_later: frozenset[QualifiedName] = frozenset()
) -> list[str]:
    """One text per object or per table that changes; data operations come from their own emitters.

    Tables in `forced_later` are made without FORCE, because the same file writes rows into them first.
    """
    texts: list[str] = []
    optional = keepable(plan.forward)
    for (kind, table), group in groupby(operations, key=_section):
        members = list(group)
        if kind == "alter":
            assert table is not None
            text = _alter_table(plan, table, members)
            # Foreign keys and policies that a circle puts off belong to the table like all others.
            texts.append(unless_kept(plan.project.bookkeeping, table, text) if table in optional else text)
        else:
            texts += [_unless_kept(plan, operation, forced_later, optional) for operation in members]
    return [text.strip("\n") for text in texts if text.strip()]


def _unless_kept(
    plan: PhasePlan,
    operation: Operation,
    forced_later: frozenset[QualifiedName],
    optional: tuple[QualifiedName, ...],
) -> str:
    """What is made or dropped by itself; where it belongs to a table that may be kept, only if that is not."""
    text = _whole(plan, operation, forced_later)
    table = keepable_table(operation, optional)
    if table is None:
        return text
    return ignore_lines(plan, [operation]) + unless_kept(plan.project.bookkeeping, table, text)


def _section(operation: Operation) -> tuple[str, QualifiedName | None]:
    match operation:
        case Create(_, QualifiedName() as table) | Drop(_, QualifiedName() as table):
            return "alter", table
        case Alter(name=name):
            return "alter", name
        case _:
            return "whole", None


def _whole(plan: PhasePlan, operation: Operation, forced_later: frozenset[QualifiedName]) -> str:
    match operation:
        case MoveArray(move, back):
            return move_sql(move, plan.standing, plan.project, back=back)
        case SeedRows(seed, remove):
            return seed_sql(seed, plan.standing, plan.project, plan.phase.number, back=remove)
        case Create(Table() as table):
            heading = f"-- {macro_name(table.name)}"
            if table.name in forced_later:
                table = replace(table, row_security="enabled")
            kinds = {c.name: CONSTRAINT_KINDS[type(c)] for c in table.constraints}
            made = macro(_OBJECTS, "create_table")(table, plan.project.bookkeeping, kinds)
            return f"{heading}\n{made}"
        case Create(Function() | View() as subject):
            return macro(_OBJECTS, f"create_{_KINDS[type(subject)]}")(subject, plan.project.bookkeeping)
        case Create(subject):
            return macro(_OBJECTS, f"create_{_KINDS[type(subject)]}")(subject)
        case Drop(subject):
            dropped = macro(_OBJECTS, f"drop_{_KINDS[type(subject)]}")(subject)
            if isinstance(subject, Table):
                key = subject.primary_key.columns if subject.primary_key is not None else ()
                kept = macro("sql/archive.sql.j2", "table")
                kept_rows = kept(plan.project.bookkeeping, plan.phase.number, subject.name, key)
                if subject.name in _filled(plan.project):
                    kept_rows += macro("sql/archive.sql.j2", "forget_made_rows")(plan.project.bookkeeping, subject.name)
                return kept_rows + ignore_lines(plan, [operation]) + dropped
            # What was there before a rollback is what stands after the phase.
            return ignore_lines(plan, [operation]) + dropped
        case Alter():
            raise AssertionError("parts of tables are grouped before")


def _filled(project: Project) -> frozenset[QualifiedName]:
    """The tables in which seeds or moves make rows that the bookkeeping lists."""
    moved = (name for move in project.moves for name in (move.reference, move.junction))
    return frozenset([*moved, *(seed.table for seed in project.seeds)])


def macro_name(name: QualifiedName) -> str:
    """A name in a comment line: as in SQL, so that it can be searched for."""
    return macro("sql/names.sql.j2", "heading")(name)


def _alter_table(plan: PhasePlan, table: QualifiedName, operations: list[Operation]) -> str:
    """All that changes on one table: columns and constraints in one ALTER TABLE each way, then the rest in order."""
    blocks: list[str] = []
    clauses: list[TablePart] = []
    gathered: list[Operation] = []
    comments: list[str] = []

    def flush() -> None:
        if clauses:
            blocks.append(ignore_lines(plan, gathered) + macro(_OBJECTS, "alter_table")(table, tuple(clauses)))
            clauses.clear()
            gathered.clear()

    def add(operation: Operation, text: str) -> None:
        flush()
        blocks.append(ignore_lines(plan, [operation]) + text)

    for operation in operations:
        match operation:
            case Create(Column(if_exists="keep") as column):
                add(operation, macro("sql/keep.sql.j2", "forward")(table, column, plan.project.bookkeeping))
            case Drop(Column(if_exists="keep") as column):
                add(operation, macro("sql/keep.sql.j2", "back")(table, column, plan.project.bookkeeping))
            case Create(Column() as column):
                gathered.append(operation)
                clauses.append(TablePart("create", "column", column))
                if column.identity:
                    comments.append(macro(_OBJECTS, "own_sequence")(plan.project.bookkeeping, table, column))
                if column.comment:
                    comments.append(macro(_OBJECTS, "column_comment")(table, column))
            case Create(PrimaryKey() | Unique() | Check() | Exclude() | ForeignKey() as constraint):
                gathered.append(operation)
                clauses.append(TablePart("create", CONSTRAINT_KINDS[type(constraint)], constraint))
                if getattr(constraint, "comment", None):
                    comments.append(macro(_OBJECTS, "part_comment")(table, constraint))
            case Drop(Column() | PrimaryKey() | Unique() | Check() | Exclude() | ForeignKey() as part):
                gathered.append(operation)
                clauses.append(TablePart("drop", "column" if isinstance(part, Column) else "constraint", part))
            case Create(subject):
                add(operation, macro(_OBJECTS, f"create_{_KINDS[type(subject)]}")(subject, table))
            case Drop(subject):
                add(operation, macro(_OBJECTS, f"drop_{_KINDS[type(subject)]}")(subject, table))
            case Alter():
                add(operation, "".join(_alter(operation)))
            case _:
                raise AssertionError(f"{operation.summary} is no part of a table")
    flush()
    blocks += _first_values(plan, table, operations)
    return f"-- {macro_name(table)}\n" + "".join([*blocks, *comments])


def ignore_lines(plan: PhasePlan, operations: Iterable[Operation]) -> str:
    """The comments that take the hazards of one statement on purpose, each on a line of its own above it."""
    found = dict.fromkeys(h for operation in operations for h in hazards(operation, plan.before))
    return "".join(f"-- {comment_of(hazard)}\n" for hazard in found)


def comment_of(hazard: Hazard) -> str:
    """The comment that takes a hazard on purpose, without the dashes in front."""
    return ignore_comment(hazard.rule, f"{hazard.object.schema}.{hazard.object.name}", hazard.reason)


def _first_values(plan: PhasePlan, table: QualifiedName, operations: list[Operation]) -> Iterator[str]:
    """Computed defaults of new columns are recorded on the way forward and forgotten on the way back."""
    key = recorded_key(plan.before.tables[table]) if table in plan.before.tables else ()
    if not key:
        return
    new = [o.subject for o in operations if isinstance(o, Create) and isinstance(o.subject, Column)]
    gone = [o.subject for o in operations if isinstance(o, Drop) and isinstance(o.subject, Column)]
    names = [column.name for column in new if is_recorded(column, plan.after)]
    if names:
        record = macro("sql/first_values.sql.j2", "record")
        yield record(table, key, names, plan.phase.number, plan.project.bookkeeping)
    if any(is_recorded(column, plan.after) for column in gone):
        yield macro("sql/first_values.sql.j2", "forget")(table, plan.phase.number, plan.project.bookkeeping)


def _alter(operation: Alter) -> Iterator[str]:
    match operation.what:
        case "row security":
            yield macro(_OBJECTS, "row_security")(operation.name, operation.before, operation.after)
        case "comment":
            yield macro(_OBJECTS, "table_comment")(operation.name, operation.after)
        case "grants":
            old, new = set(_grants(operation.before)), set(_grants(operation.after))
            privileges = macro(_OBJECTS, "privileges")
            lost = [grant for grant in _grants(operation.before) if grant not in new]
            gained = [grant for grant in _grants(operation.after) if grant not in old]
            yield privileges("revoke", "from", lost, "table", operation.name)
            yield privileges("grant", "to", gained, "table", operation.name)
        case _:
            raise ValueError(f"{operation.summary} cannot be written as a migration yet")


def _grants(value: object) -> tuple[Grant, ...]:
    return value if isinstance(value, tuple) else ()


def new_objects(operations: Iterable[Operation]) -> Iterator[tuple[str, QualifiedName, tuple[Grant, ...]]]:
    """Kind, name and privileges of what a file makes, for the assertion before COMMIT."""
    for operation in operations:
        match operation:
            case Create(Table() as table):
                yield "table", table.name, table.grants or ()
            case Create(View() as view):
                yield "table", view.name, view.grants
            case Create(Function() as function):
                yield "function", function.name, function.grants
            case _:
                pass


def new_sequences(operations: Iterable[Operation]) -> Iterator[tuple[QualifiedName, str]]:
    """Table and column of every identity sequence that a file makes; nobody but the owner needs it for an insert."""
    for operation in operations:
        match operation:
            case Create(Table() as table):
                yield from ((table.name, column.name) for column in table.columns if column.identity)
            case Create(Column(identity=Identity()) as column, QualifiedName() as name):
                yield name, column.name
            case _:
                pass


def expected_privileges(grants: Iterable[Grant]) -> list[str]:
    """Privileges as assert_privileges compares them: `role privilege [column]`, sorted by code point."""
    return sorted(
        f"{grant.role} {privilege}" + (f" {column}" if column else "")
        for grant in grants
        for privilege in grant.privileges
        for column in (grant.columns or ("",))
    )
