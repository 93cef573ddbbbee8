"""ALTER TABLE in, the locks that its commands take, with how long each holds them, out."""

from __future__ import annotations

from collections.abc import Iterator

from schemagen.lint.constraints import KINDS
from schemagen.lint.database import Database, Relation
from schemagen.lint.lock_modes import ACCESS_EXCLUSIVE, SHARE_ROW_EXCLUSIVE, Cost, TableLock
from schemagen.lint.nodes import Node, strings, type_name
from schemagen.lint.session import Session
from schemagen.lint.tables import resolve_range
from schemagen.model.names import QualifiedName

_TABLES = ("OBJECT_TABLE", "OBJECT_VIEW", "OBJECT_MATVIEW", "OBJECT_FOREIGN_TABLE")
# Commands that let readers and writers go on.
_HARMLESS = frozenset({
    "AT_ValidateConstraint", "AT_SetStatistics", "AT_SetOptions", "AT_ResetOptions", "AT_SetRelOptions",
    "AT_ResetRelOptions", "AT_ClusterOn", "AT_DropCluster", "AT_DetachPartitionFinalize",
})  # fmt: skip
_TRIGGERS = frozenset({
    "AT_EnableTrig", "AT_EnableAlwaysTrig", "AT_EnableReplicaTrig", "AT_DisableTrig", "AT_EnableTrigAll",
    "AT_DisableTrigAll", "AT_EnableTrigUser", "AT_DisableTrigUser",
})  # fmt: skip
_ACTIONS = {
    "AT_ColumnDefault": "changes a default",
    "AT_DropNotNull": "lets nulls in",
    "AT_SetStorage": "changes a storage",
    "AT_ChangeOwner": "changes its owner",
    "AT_EnableRowSecurity": "gets row level security",
    "AT_DisableRowSecurity": "loses row level security",
    "AT_ForceRowSecurity": "gets FORCE ROW LEVEL SECURITY",
    "AT_NoForceRowSecurity": "loses FORCE ROW LEVEL SECURITY",
    "AT_ReplicaIdentity": "changes its replica identity",
    "AT_SetLogged": "becomes logged",
    "AT_SetUnLogged": "becomes unlogged",
    "AT_SetTableSpace": "moves to another tablespace",
    "AT_SetAccessMethod": "changes its access method",
    "AT_AlterColumnType": "changes the type of a column",
    "AT_SetNotNull": "refuses nulls",
    "AT_AddIdentity": "gets an identity",
    "AT_DropIdentity": "loses an identity",
}
_REWRITES = frozenset({
    "AT_SetLogged", "AT_SetUnLogged", "AT_SetTableSpace", "AT_SetAccessMethod", "AT_AlterColumnType",
})  # fmt: skip
# Functions of PostgreSQL and its usual extensions that give each row a value of its own.
_VOLATILE = frozenset({
    "gen_random_uuid", "uuid_generate_v1", "uuid_generate_v1mc", "uuid_generate_v4", "uuidv4", "uuidv7", "random",
    "random_normal", "clock_timestamp", "timeofday", "nextval", "gen_random_bytes",
})  # fmt: skip
_SERIAL = frozenset({"smallserial", "serial", "bigserial", "serial2", "serial4", "serial8"})


def alter_table_locks(fields: Node, database: Database, session: Session) -> Iterator[TableLock]:
    """One lock for each command and table; none for commands that let readers and writers go on."""
    if fields.get("objtype") not in _TABLES:
        return
    name = resolve_range(fields["relation"], database, session)
    for item in fields.get("cmds", ()):
        yield from _command(item["AlterTableCmd"], name, database, session)


def _command(command: Node, name: QualifiedName, database: Database, session: Session) -> Iterator[TableLock]:
    subtype = command.get("subtype", "")
    definition = command.get("def", {})
    if subtype in _HARMLESS:
        return
    if subtype in _TRIGGERS:
        yield TableLock(name, SHARE_ROW_EXCLUSIVE, "switches a trigger on or off")
    elif subtype == "AT_AddColumn":
        yield from _add_column(definition["ColumnDef"], name, database, session)
    elif subtype == "AT_AddConstraint":
        yield from _add_constraint(definition["Constraint"], name, database, session)
    elif subtype == "AT_DropColumn":
        column = command.get("name", "")
        yield TableLock(name, ACCESS_EXCLUSIVE, f"loses column {column}")
        for key in database.foreign_keys(name):
            if column in key.uses and key.target is not None and key.target != name:
                yield TableLock(key.target, ACCESS_EXCLUSIVE, f"loses a foreign key from {name}")
    elif subtype == "AT_DropConstraint":
        yield from _drop_constraint(command.get("name", ""), name, database)
    elif subtype in ("AT_AttachPartition", "AT_DetachPartition"):
        yield from _partition(subtype, definition["PartitionCmd"], name, database, session)
    elif subtype == "AT_SetNotNull" and _has_not_null_check(command.get("name", ""), database.relations.get(name)):
        yield TableLock(name, ACCESS_EXCLUSIVE, "refuses nulls")
    else:
        cost = Cost.REWRITE if subtype in _REWRITES else Cost.SCAN if subtype == "AT_SetNotNull" else Cost.BRIEF
        yield TableLock(name, ACCESS_EXCLUSIVE, _ACTIONS.get(subtype, "is altered"), cost)


def _add_column(column: Node, name: QualifiedName, database: Database, session: Session) -> Iterator[TableLock]:
    cost = Cost.REWRITE if rewrites(column, database) else Cost.BRIEF
    yield TableLock(name, ACCESS_EXCLUSIVE, f"gets column {column.get('colname', '')}", cost)
    constraints = [item["Constraint"] for item in column.get("constraints", ())]
    # Without a default every value is null, which no foreign key has to be checked for.
    checked = any(constraint["contype"] == "CONSTR_DEFAULT" for constraint in constraints)
    for constraint in constraints:
        kind = KINDS.get(constraint["contype"])
        if kind == "foreign key":
            target = resolve_range(constraint["pktable"], database, session)
            if target != name:
                cost = Cost.SCAN if checked else Cost.BRIEF
                yield TableLock(target, SHARE_ROW_EXCLUSIVE, f"gets a foreign key from {name}", cost)
        elif kind == "check":
            yield TableLock(name, ACCESS_EXCLUSIVE, "is checked by the column's constraint", Cost.SCAN)
        elif kind is not None:
            yield TableLock(name, ACCESS_EXCLUSIVE, f"gets an index for the column's {kind}", Cost.BUILD)


def rewrites(column: Node, database: Database) -> bool:
    """Whether adding this column writes every row anew; for functions nobody knows, no is assumed."""
    written = type_name(column.get("typeName", {}))
    if written in _SERIAL or column.get("identity"):
        return True
    schema, _, bare = written.rpartition(".")
    if any(domain.name == bare and schema in ("", domain.schema) for domain in database.checked_domains):
        return True
    for item in column.get("constraints", ()):
        constraint = item["Constraint"]
        if constraint["contype"] == "CONSTR_IDENTITY":
            return True
        if constraint["contype"] == "CONSTR_GENERATED" and constraint.get("generated_kind", "s") != "v":
            return True
        if constraint["contype"] == "CONSTR_DEFAULT" and _calls(constraint.get("raw_expr")) & _VOLATILE:
            return True
    return False


def _calls(node: object) -> set[str]:
    """The names of all functions that an expression calls."""
    found: set[str] = set()
    stack = [node]
    while stack:
        item = stack.pop()
        if isinstance(item, list):
            stack.extend(item)
        elif isinstance(item, dict):
            if "FuncCall" in item:
                found.add(strings(item["FuncCall"].get("funcname"))[-1])
            stack.extend(item.values())
    return found


def _add_constraint(fields: Node, name: QualifiedName, database: Database, session: Session) -> Iterator[TableLock]:
    kind = KINDS.get(fields["contype"], "constraint")
    label = f"gets {kind} {fields['conname']}" if "conname" in fields else f"gets a constraint ({kind})"
    checked = not fields.get("skip_validation")
    if kind == "foreign key":
        cost = Cost.SCAN if checked else Cost.BRIEF
        yield TableLock(name, SHARE_ROW_EXCLUSIVE, label, cost)
        target = resolve_range(fields["pktable"], database, session)
        if target != name:
            yield TableLock(target, SHARE_ROW_EXCLUSIVE, f"gets a foreign key from {name}", cost)
    elif kind == "check":
        yield TableLock(name, ACCESS_EXCLUSIVE, label, Cost.SCAN if checked else Cost.BRIEF)
    elif "indexname" in fields:
        yield TableLock(name, ACCESS_EXCLUSIVE, label)
    elif kind == "constraint":
        yield TableLock(name, ACCESS_EXCLUSIVE, "gets a not-null constraint", Cost.SCAN if checked else Cost.BRIEF)
    else:
        yield TableLock(name, ACCESS_EXCLUSIVE, label, Cost.BUILD)


def _drop_constraint(constraint: str, name: QualifiedName, database: Database) -> Iterator[TableLock]:
    yield TableLock(name, ACCESS_EXCLUSIVE, f"loses constraint {constraint}")
    for key in database.foreign_keys(name):
        if key.name == constraint and key.target is not None and key.target != name:
            yield TableLock(key.target, ACCESS_EXCLUSIVE, f"loses a foreign key from {name}")


def _partition(
    subtype: str, definition: Node, parent: QualifiedName, database: Database, session: Session
) -> Iterator[TableLock]:
    child = resolve_range(definition["name"], database, session)
    attach = subtype == "AT_AttachPartition"
    if attach:
        yield TableLock(child, ACCESS_EXCLUSIVE, f"becomes a partition of {parent}", Cost.SCAN)
    elif not definition.get("concurrent"):
        yield TableLock(parent, ACCESS_EXCLUSIVE, f"loses partition {child}")
        yield TableLock(child, ACCESS_EXCLUSIVE, f"is taken out of {parent}")
    else:
        return
    for relation in database.relations.values():
        if relation.partition_of == parent and relation.default_partition:
            cost = Cost.SCAN if attach else Cost.BRIEF
            yield TableLock(relation.name, ACCESS_EXCLUSIVE, f"is checked, being the default of {parent}", cost)


def _has_not_null_check(column: str, relation: Relation | None) -> bool:
    """Whether a validated CHECK (column IS NOT NULL) spares PostgreSQL the scan."""
    if relation is None:
        return False
    return any(c.not_null == column and c.validated for c in relation.constraints.values())
