"""ALTER TABLE, RENAME and SET SCHEMA in, the relation as they leave it out."""

from __future__ import annotations

from schemagen.lint.constraints import add_constraint, column_constraints
from schemagen.lint.database import Constraint, Database, Index, Key, Place, Relation, place_of
from schemagen.lint.nodes import Node, name_parts
from schemagen.lint.parse import Statement
from schemagen.lint.replay_functions import made_in, move_function
from schemagen.lint.session import Session
from schemagen.lint.tables import resolve_range
from schemagen.model.names import QualifiedName
from schemagen.records import replace

_KINDS = {
    "OBJECT_TABLE": "table",
    "OBJECT_VIEW": "view",
    "OBJECT_MATVIEW": "materialized view",
    "OBJECT_SEQUENCE": "sequence",
}


def alter_table(statement: Statement, fields: Node, database: Database, session: Session) -> None:
    """Every command of an AlterTableStmt in order."""
    kind = _KINDS.get(fields.get("objtype", ""))
    if kind is None:
        return
    relation = database.relation(resolve_range(fields["relation"], database, session), kind)
    for item in fields.get("cmds", ()):
        _command(statement, relation, item["AlterTableCmd"], database, session)


def _command(statement: Statement, relation: Relation, command: Node, database: Database, session: Session) -> None:
    definition = command.get("def", {})
    place = place_of(statement, definition or None)
    match command.get("subtype", "AT_AddColumn"):
        case "AT_AddColumn":
            column = definition["ColumnDef"]
            if command.get("missing_ok") and column["colname"] in relation.columns:
                return
            database.add_column(relation, column["colname"], place_of(statement, column))
            for name, constraint in column_constraints(column):
                add_constraint(statement, relation, name, constraint, database, session)
        case "AT_DropColumn":
            database.drop_part(relation, "column", command["name"], place)
        case "AT_AddConstraint":
            add_constraint(statement, relation, None, definition["Constraint"], database, session)
        case "AT_DropConstraint":
            database.drop_part(relation, "constraint", command["name"], place)
        case "AT_ValidateConstraint":
            if (checked := relation.constraints.get(command["name"])) is not None:
                checked.validated = True
        case "AT_EnableRowSecurity" | "AT_DisableRowSecurity" as subtype:
            relation.row_security = subtype == "AT_EnableRowSecurity"
            relation.row_security_at = Place(statement)
        case "AT_ForceRowSecurity" | "AT_NoForceRowSecurity" as subtype:
            relation.forced = subtype == "AT_ForceRowSecurity"
        case "AT_AttachPartition":
            _attach(relation, definition, database, session)


def _attach(relation: Relation, definition: Node, database: Database, session: Session) -> None:
    command = definition["PartitionCmd"]
    child = database.relation(resolve_range(command["name"], database, session))
    child.partition_of = relation.name
    child.default_partition = bool(command.get("bound", {}).get("is_default"))


def rename(statement: Statement, fields: Node, database: Database, session: Session) -> None:
    """A RenameStmt: for comparing files, the old name goes and the new one comes."""
    place = Place(statement)
    kind, new = fields.get("renameType", ""), fields.get("newname", "")
    if kind in _KINDS and "relation" in fields:
        old = resolve_range(fields["relation"], database, session)
        _rename_relation(old, QualifiedName(old.schema, new), _KINDS[kind], place, database)
    elif kind == "OBJECT_INDEX":
        index_name = resolve_range(fields["relation"], database, session)
        table = database.index_tables.get(index_name)
        if table is not None:
            _rename_part(database.relation(table), "index", index_name.name, new, place, database)
    elif kind in _PARTS and "relation" in fields:
        relation = database.relation(resolve_range(fields["relation"], database, session))
        _rename_part(relation, _PARTS[kind], fields["subname"], new, place, database)
    elif kind in _WHOLES:
        name = made_in(name_parts(fields.get("object", {})), session)
        _rename_whole(kind, name, QualifiedName(name.schema, new), fields, place, database)


_PARTS = {
    "OBJECT_COLUMN": "column",
    "OBJECT_TABCONSTRAINT": "constraint",
    "OBJECT_POLICY": "policy",
    "OBJECT_TRIGGER": "trigger",
}
_WHOLES = {
    "OBJECT_FUNCTION": "function",
    "OBJECT_PROCEDURE": "function",
    "OBJECT_ROUTINE": "function",
    "OBJECT_TYPE": "type",
    "OBJECT_DOMAIN": "type",
}


def _rename_whole(
    kind: str, old: QualifiedName, new: QualifiedName, fields: Node, place: Place, database: Database
) -> None:
    """A function or type under its new name."""
    database.journal.drop(Key(_WHOLES[kind], old), place)
    database.journal.create(Key(_WHOLES[kind], new), place)
    if _WHOLES[kind] == "function":
        move_function(old, new, fields.get("object", {}), database)


def _rename_part(relation: Relation, kind: str, old: str, new: str, place: Place, database: Database) -> None:
    """A part under its new name; what uses a column goes on using it."""
    match kind:
        case "column":
            relation.columns.pop(old, None)
            relation.columns[new] = place
            for key, constraint in list(relation.constraints.items()):
                relation.constraints[key] = _with_column(constraint, old, new)
            for key, index in list(relation.indexes.items()):
                relation.indexes[key] = _index_with_column(index, old, new)
        case "constraint":
            if (found := relation.constraints.pop(old, None)) is not None:
                relation.constraints[new] = replace(found, name=new)
        case "index":
            if (found_index := relation.indexes.pop(old, None)) is not None:
                relation.indexes[new] = replace(found_index, name=new)
            database.index_tables.pop(QualifiedName(relation.name.schema, old), None)
            database.index_tables[QualifiedName(relation.name.schema, new)] = relation.name
        case "policy":
            relation.policies[new] = relation.policies.pop(old, None)
        case "trigger":
            relation.triggers[new] = relation.triggers.pop(old, None)
    if not relation.temporary:
        database.journal.drop(Key(kind, relation.name, old), place)
        database.journal.create(Key(kind, relation.name, new), place)


def _with_column(constraint: Constraint, old: str, new: str) -> Constraint:
    if old not in constraint.uses:
        return constraint
    columns = tuple(new if column == old else column for column in constraint.columns)
    return replace(constraint, columns=columns, uses=constraint.uses - {old} | {new})


def _index_with_column(index: Index, old: str, new: str) -> Index:
    if old not in index.uses:
        return index
    columns = tuple(new if column == old else column for column in index.columns)
    return replace(index, columns=columns, uses=index.uses - {old} | {new})


def move_to_schema(statement: Statement, fields: Node, database: Database, session: Session) -> None:
    """SET SCHEMA of a relation, which takes indexes, policies and triggers along, and of functions and types."""
    object_type = fields.get("objectType", "")
    if object_type in _WHOLES:
        whole = made_in(name_parts(fields.get("object", {})), session)
        moved = QualifiedName(fields["newschema"], whole.name)
        _rename_whole(object_type, whole, moved, fields, Place(statement), database)
        return
    kind = _KINDS.get(object_type)
    if kind is None or "relation" not in fields:
        return
    old = resolve_range(fields["relation"], database, session)
    _rename_relation(old, QualifiedName(fields["newschema"], old.name), kind, Place(statement), database)


def _rename_relation(old: QualifiedName, new: QualifiedName, kind: str, place: Place, database: Database) -> None:
    relation = database.relation(old, kind)
    if not relation.temporary:
        for key in list(relation.all_keys()):
            database.journal.drop(key, place)
    database.relations.pop(old, None)
    relation.name = new
    database.relations[new] = relation
    for index in relation.indexes:
        database.index_tables.pop(QualifiedName(old.schema, index), None)
        database.index_tables[QualifiedName(new.schema, index)] = new
    for target in {key.target for key in relation.constraints.values() if key.target is not None}:
        database.referenced_by.setdefault(target, {})[new] = None
    _retarget(old, new, database)
    if not relation.temporary:
        for key in relation.all_keys():
            database.journal.create(key, place)


def _retarget(old: QualifiedName, new: QualifiedName, database: Database) -> None:
    """Foreign keys follow the table that they point to."""
    sources = database.referenced_by.pop(old, {})
    for name in sources:
        source = database.relations.get(name)
        for constraint in source.constraints.values() if source is not None else ():
            if constraint.target == old:
                constraint.target = new
    if sources:
        database.referenced_by.setdefault(new, {}).update(sources)
