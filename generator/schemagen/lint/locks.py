"""A statement and the database before it in, the locks on tables that keep other sessions waiting out.

The modes are those measured on PostgreSQL 15, statement by statement, from pg_locks. Locks that let readers and
writers go on (SHARE UPDATE EXCLUSIVE and weaker: COMMENT, VALIDATE, SET (…), ANALYZE, DML) are left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from schemagen.lint.alter_locks import alter_table_locks
from schemagen.lint.database import Database
from schemagen.lint.lock_modes import ACCESS_EXCLUSIVE, EXCLUSIVE, SHARE, SHARE_ROW_EXCLUSIVE, Cost, TableLock
from schemagen.lint.nodes import Node, name_parts, options
from schemagen.lint.parse import Statement
from schemagen.lint.replay_drop import RELATIONS
from schemagen.lint.session import Session
from schemagen.lint.tables import resolve_range
from schemagen.model.names import QualifiedName


def table_locks(statement: Statement, database: Database, session: Session) -> Iterator[TableLock]:
    """Every lock of a statement, one for each reason, also those on tables that nobody uses yet."""
    find = _LOCKS.get(statement.tag)
    if find is not None:
        yield from find(statement.fields, database, session)


def _create_table(fields: Node, database: Database, session: Session) -> Iterator[TableLock]:
    name = resolve_range(fields["relation"], database, session, create=True)
    for element in fields.get("tableElts", ()):
        constraints = [element] if "Constraint" in element else element.get("ColumnDef", {}).get("constraints", ())
        for item in constraints:
            if "pktable" in item["Constraint"]:
                target = resolve_range(item["Constraint"]["pktable"], database, session)
                if target != name:
                    yield TableLock(target, SHARE_ROW_EXCLUSIVE, f"gets a foreign key from {name}")
    if "partbound" in fields:
        for parent in fields.get("inhRelations", ()):
            target = resolve_range(parent["RangeVar"], database, session)
            yield TableLock(target, ACCESS_EXCLUSIVE, f"gets the partition {name}")
            # A default partition is read to see that it holds no row of the new one.
            default = (r.name for r in database.relations.values() if r.partition_of == target and r.default_partition)
            for partition in default:
                yield TableLock(partition, ACCESS_EXCLUSIVE, f"is checked for rows of {name}", Cost.SCAN)


def _create_index(fields: Node, database: Database, session: Session) -> Iterator[TableLock]:
    if not fields.get("concurrent"):
        table = resolve_range(fields["relation"], database, session)
        yield TableLock(table, SHARE, f"gets index {fields.get('idxname', '')}".rstrip(), Cost.BUILD)


def _create_view(fields: Node, database: Database, session: Session) -> Iterator[TableLock]:
    name = resolve_range(fields["view"], database, session)
    if fields.get("replace") and name in database.relations:
        yield TableLock(name, ACCESS_EXCLUSIVE, "is replaced")


def _on_relation(key: str, mode: str, action: str, name_key: str) -> Callable[..., Iterator[TableLock]]:
    """Locks of a statement about one table: CREATE POLICY, CREATE TRIGGER and their like."""

    def find(fields: Node, database: Database, session: Session) -> Iterator[TableLock]:
        table = resolve_range(fields[key], database, session)
        yield TableLock(table, mode, f"{action} {fields.get(name_key, '')}".rstrip())

    return find


def _drop(fields: Node, database: Database, session: Session) -> Iterator[TableLock]:
    kind = fields.get("removeType", "")
    for item in fields.get("objects", ()):
        parts = name_parts(item)
        if kind in RELATIONS and kind != "OBJECT_SEQUENCE":
            cascade = fields.get("behavior") == "DROP_CASCADE"
            yield from _drop_relation(session.resolve(parts, database), database, cascade=cascade)
        elif kind == "OBJECT_INDEX" and not fields.get("concurrent"):
            table = database.index_tables.get(session.resolve(parts, database))
            if table is not None:
                yield TableLock(table, ACCESS_EXCLUSIVE, f"loses index {parts[-1]}")
        elif kind in _OF_TABLES:
            table = session.resolve(parts[:-1], database)
            yield TableLock(table, ACCESS_EXCLUSIVE, f"loses {_OF_TABLES[kind]} {parts[-1]}")


_OF_TABLES = {"OBJECT_POLICY": "policy", "OBJECT_TRIGGER": "trigger", "OBJECT_RULE": "rule"}


def _drop_relation(name: QualifiedName, database: Database, *, cascade: bool) -> Iterator[TableLock]:
    yield TableLock(name, ACCESS_EXCLUSIVE, "is dropped")
    for key in database.foreign_keys(name):
        if key.target is not None and key.target != name:
            yield TableLock(key.target, ACCESS_EXCLUSIVE, f"loses a foreign key from {name}")
    if cascade:
        for source in database.referencing(name):
            yield TableLock(source, ACCESS_EXCLUSIVE, f"loses its foreign key to {name}")


def _rename(fields: Node, database: Database, session: Session) -> Iterator[TableLock]:
    # An index is renamed under SHARE UPDATE EXCLUSIVE, everything of a table under ACCESS EXCLUSIVE on it.
    if "relation" in fields and fields.get("renameType") not in ("OBJECT_INDEX", "OBJECT_SEQUENCE"):
        table = resolve_range(fields["relation"], database, session)
        old = fields.get("subname", "")
        what = f"{_RENAMED.get(fields.get('renameType', ''), 'part')} {old} is" if old else "it is"
        yield TableLock(table, ACCESS_EXCLUSIVE, f"is changed: {what} renamed to {fields.get('newname', '')}")


_RENAMED = {
    "OBJECT_COLUMN": "column",
    "OBJECT_TABCONSTRAINT": "constraint",
    "OBJECT_POLICY": "policy",
    "OBJECT_TRIGGER": "trigger",
}


def _set_schema(fields: Node, database: Database, session: Session) -> Iterator[TableLock]:
    if "relation" in fields and fields.get("objectType") in RELATIONS:
        table = resolve_range(fields["relation"], database, session)
        yield TableLock(table, ACCESS_EXCLUSIVE, f"is moved to schema {fields['newschema']}")


def _truncate(fields: Node, database: Database, session: Session) -> Iterator[TableLock]:
    for item in fields.get("relations", ()):
        yield TableLock(resolve_range(item["RangeVar"], database, session), ACCESS_EXCLUSIVE, "is emptied")


_LOCK_STATEMENT_MODES = {5: SHARE, 6: SHARE_ROW_EXCLUSIVE, 7: EXCLUSIVE, 8: ACCESS_EXCLUSIVE}


def _lock(fields: Node, database: Database, session: Session) -> Iterator[TableLock]:
    mode = _LOCK_STATEMENT_MODES.get(fields.get("mode", 0))
    if mode is not None:
        for item in fields.get("relations", ()):
            yield TableLock(resolve_range(item["RangeVar"], database, session), mode, "is locked by LOCK TABLE")


def _reindex(fields: Node, database: Database, session: Session) -> Iterator[TableLock]:
    kind = fields.get("kind")
    if "relation" not in fields or "concurrently" in options(fields, "params"):
        return
    name = resolve_range(fields["relation"], database, session)
    table = database.index_tables.get(name, name) if kind == "REINDEX_OBJECT_INDEX" else name
    yield TableLock(table, SHARE, "has its indexes built anew", Cost.BUILD)


def _refresh(fields: Node, database: Database, session: Session) -> Iterator[TableLock]:
    mode = EXCLUSIVE if fields.get("concurrent") else ACCESS_EXCLUSIVE
    yield TableLock(resolve_range(fields["relation"], database, session), mode, "is refreshed", Cost.REWRITE)


def _cluster(fields: Node, database: Database, session: Session) -> Iterator[TableLock]:
    if "relation" in fields:
        table = resolve_range(fields["relation"], database, session)
        yield TableLock(table, ACCESS_EXCLUSIVE, "is written in the order of an index", Cost.REWRITE)


def _vacuum(fields: Node, database: Database, session: Session) -> Iterator[TableLock]:
    if "full" in options(fields):
        for item in fields.get("rels", ()):
            relation = item.get("VacuumRelation", {}).get("relation")
            if relation is not None:
                table = resolve_range(relation, database, session)
                yield TableLock(table, ACCESS_EXCLUSIVE, "is vacuumed in full", Cost.REWRITE)


_LOCKS: dict[str, Callable[[Node, Database, Session], Iterator[TableLock]]] = {
    "CreateStmt": _create_table,
    "IndexStmt": _create_index,
    "ViewStmt": _create_view,
    "AlterTableStmt": alter_table_locks,
    "CreatePolicyStmt": _on_relation("table", ACCESS_EXCLUSIVE, "gets policy", "policy_name"),
    "AlterPolicyStmt": _on_relation("table", ACCESS_EXCLUSIVE, "changes policy", "policy_name"),
    "RuleStmt": _on_relation("relation", ACCESS_EXCLUSIVE, "gets rule", "rulename"),
    "CreateTrigStmt": _on_relation("relation", SHARE_ROW_EXCLUSIVE, "gets trigger", "trigname"),
    "DropStmt": _drop,
    "RenameStmt": _rename,
    "AlterObjectSchemaStmt": _set_schema,
    "TruncateStmt": _truncate,
    "LockStmt": _lock,
    "ReindexStmt": _reindex,
    "RefreshMatViewStmt": _refresh,
    "ClusterStmt": _cluster,
    "VacuumStmt": _vacuum,
}

LOCKING_STATEMENTS = tuple(_LOCKS)
"""The statements that may take such a lock."""
