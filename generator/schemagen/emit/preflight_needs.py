"""What a phase needs to be there, and what must not be there yet: in, its operations; out, facts for the preflight."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from schemagen.emit.preflight_facts import (
    AskedFunction,
    ColumnFact,
    EmptyTable,
    EnteredSchema,
    KeyFact,
    LinkFact,
    OptionalRelation,
    PartFact,
)
from schemagen.model.columns import Column
from schemagen.model.constraints import Check, Exclude, ForeignKey, Index, PrimaryKey, Unique
from schemagen.model.names import QualifiedName
from schemagen.model.project import ArrayMove
from schemagen.model.schema import Function, Grant, Policy, Schema, Table, Trigger, View, leaves_null
from schemagen.plan.operations import Alter, Create, Operation
from schemagen.plan.phases import PhasePlan
from schemagen.render import sql
from schemagen.syntax.references import expression_references


def foreign_targets(operations: Iterable[Operation], before: Schema) -> tuple[KeyFact, ...]:
    """The columns of tables that are there before to which new foreign keys point."""
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


def roles(operations: Iterable[Operation]) -> set[str]:
    """The database roles that the operations name."""
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


def needed_columns(
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


def needed_links(plan: PhasePlan, moved: Iterable[tuple[QualifiedName, ArrayMove]]) -> Iterator[LinkFact]:
    """The foreign keys of junctions that a move relies on."""
    for junction, move in _filled_junctions(plan, moved):
        for key in junction.foreign_keys:
            if key.columns in ((move.role_link,), (move.reference_link,)):
                yield LinkFact(junction.name, key.name, key.columns[0], key.target)


def needed_pairs(plan: PhasePlan, moved: Iterable[tuple[QualifiedName, ArrayMove]]) -> Iterator[KeyFact]:
    """By the key over both links a move knows that a link is there already."""
    for junction, move in _filled_junctions(plan, moved):
        for key in junction.constraints:
            if isinstance(key, PrimaryKey | Unique) and set(key.columns) == {move.role_link, move.reference_link}:
                yield KeyFact(junction.name, key.columns)


def needed_functions(operations: Iterable[Operation], before: Schema) -> set[str]:
    """Functions that were there before and that new triggers call, as `name()`."""
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


def asked_functions(operations: Iterable[Operation], before: Schema, path: tuple[str, ...]) -> Iterator[AskedFunction]:
    """Functions without arguments that were there before and that new policies call, with the roles of those.

    `path` are the schemas in which names without one are looked up.
    """
    known = {n for n, function in before.functions.items() if not function.managed and not function.arguments.strip()}
    found: dict[AskedFunction, None] = {}
    for operation in operations if known else ():
        match operation:
            case Create(Table(policies=policies)):
                new: tuple[Policy, ...] = policies
            case Create(Policy() as policy):
                new = (policy,)
            case _:
                new = ()
        for policy in new:
            for name in _called(policy, known, path):
                call = f"{sql.qualified(name)}()"
                found |= {AskedFunction(call, role): None for role in policy.roles}
    yield from sorted(found, key=lambda asked: (asked.function, asked.role))


def entered_schemas(operations: Iterable[Operation], before: Schema, path: tuple[str, ...]) -> Iterator[EnteredSchema]:
    """The schemas that roles must enter for what the operations give them, and for what their policies ask."""
    found: dict[EnteredSchema, None] = {}
    existing = {name for name, function in before.functions.items() if not function.managed}
    for operation in operations:
        policies: tuple[Policy, ...] = ()
        match operation:
            case Create(Table() as table):
                policies = table.policies
                found |= {EnteredSchema(table.name.schema, grant.role): None for grant in table.grants or ()}
            case Create(View() | Function() as subject):
                found |= {EnteredSchema(subject.name.schema, grant.role): None for grant in subject.grants}
            case Create(Policy() as policy):
                policies = (policy,)
            case Alter(name, after=tuple() as grants):
                given = (grant for grant in grants if isinstance(grant, Grant))
                found |= {EnteredSchema(name.schema, grant.role): None for grant in given}
            case _:
                pass
        for policy in policies:
            for called in _called(policy, existing, path):
                found |= {EnteredSchema(called.schema, role): None for role in policy.roles}
    yield from sorted(
        (one for one in found if one.role != "public" and one.schema != "pg_catalog"),
        key=lambda one: (one.schema, one.role),
    )


def _called(policy: Policy, known: set[QualifiedName], path: tuple[str, ...]) -> Iterator[QualifiedName]:
    for condition in filter(None, (policy.using, policy.check)):
        for kind, schema, name in expression_references(condition):
            if kind == "function":
                places = path if schema is None else (schema,)
                yield from [called for place in places if (called := QualifiedName(place, name)) in known][:1]


def needed_extensions(plan: PhasePlan) -> tuple[str, ...]:
    """Extensions that were there before."""
    # Which extension a default or a type comes from is not known without a server, so the first phase asks for all.
    if plan.phase.number != 1:
        return ()
    return tuple(name for name, extension in plan.before.extensions.items() if not extension.managed)


def empty_tables(plan: PhasePlan) -> Iterator[EmptyTable]:
    """Tables that get columns which would be null in every row and take no null."""
    found: dict[QualifiedName, list[str]] = {}
    for operation in plan.forward:
        match operation:
            case Create(Column() as column, QualifiedName() as table) if leaves_null(column, plan.after.domains):
                found.setdefault(table, []).append(column.name)
            case _:
                pass
    for name, columns in found.items():
        yield EmptyTable(name, tuple(columns), plan.before.tables[name].row_security == "forced")


def new_names(operations: Iterable[Operation]) -> Iterator[QualifiedName]:
    """What has a name of its own in a schema and must not be there yet."""
    for operation in operations:
        if isinstance(operation, Create) and operation.table is None:
            name = operation.subject.name
            if isinstance(name, QualifiedName):
                yield name


def kept_relations(operations: Iterable[Operation]) -> Iterator[OptionalRelation]:
    """Tables that may be there already and their indexes, which may then be there too."""
    for operation in operations:
        if isinstance(operation, Create) and isinstance(operation.subject, Table):
            table = operation.subject
            if table.if_exists == "keep":
                yield from (OptionalRelation(name, table.name) for name in new_relations([operation]))


def new_relations(operations: Iterable[Operation]) -> Iterator[QualifiedName]:
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


def new_parts(operations: Iterable[Operation]) -> Iterator[PartFact]:
    """Constraints, triggers and policies of tables that must not be there yet."""
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
