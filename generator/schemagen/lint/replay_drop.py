"""DROP in, the database without what it names, and without what goes with that, out."""

from __future__ import annotations

from schemagen.lint.database import Database, Key, Place
from schemagen.lint.nodes import Node, name_parts
from schemagen.lint.parse import Statement
from schemagen.lint.replay_functions import drop_function
from schemagen.lint.session import Session
from schemagen.model.names import QualifiedName

RELATIONS = {
    "OBJECT_TABLE": "table",
    "OBJECT_FOREIGN_TABLE": "table",
    "OBJECT_VIEW": "view",
    "OBJECT_MATVIEW": "materialized view",
    "OBJECT_SEQUENCE": "sequence",
}
_PARTS = {"OBJECT_POLICY": "policy", "OBJECT_TRIGGER": "trigger"}
_WHOLES = {
    "OBJECT_FUNCTION": "function",
    "OBJECT_PROCEDURE": "function",
    "OBJECT_ROUTINE": "function",
    "OBJECT_AGGREGATE": "function",
    "OBJECT_TYPE": "type",
    "OBJECT_DOMAIN": "type",
}


def drop(statement: Statement, fields: Node, database: Database, session: Session) -> None:
    """A DropStmt with all its objects."""
    kind = fields.get("removeType", "OBJECT_ACCESS_METHOD")
    cascade = fields.get("behavior") == "DROP_CASCADE"
    place = Place(statement)
    for item in fields.get("objects", ()):
        parts = name_parts(item)
        if kind in RELATIONS:
            name = session.resolve(parts, database)
            if cascade:
                _drop_foreign_keys_to(name, place, database)
            database.drop_relation(name, RELATIONS[kind], place)
        elif kind == "OBJECT_INDEX":
            _drop_index(parts, place, database, session)
        elif kind in _PARTS:
            relation = database.relation(session.resolve(parts[:-1], database))
            database.drop_part(relation, _PARTS[kind], parts[-1], place)
        elif kind in _WHOLES:
            name = QualifiedName(parts[-2] if len(parts) > 1 else session.creation_schema, parts[-1])
            if _WHOLES[kind] == "function":
                drop_function(name, item, database)
            database.checked_domains.discard(name)
            database.journal.drop(Key(_WHOLES[kind], name), place)
        elif kind == "OBJECT_SCHEMA":
            _drop_schema(parts[-1], place, database, cascade=cascade)
        elif kind == "OBJECT_EXTENSION":
            database.journal.drop(Key("extension", QualifiedName("", parts[-1])), place)


def _drop_index(parts: tuple[str, ...], place: Place, database: Database, session: Session) -> None:
    name = session.resolve(parts, database)
    table = database.index_tables.get(name)
    if table is not None:
        database.drop_part(database.relation(table), "index", name.name, place)
    else:
        database.journal.drop(Key("index", name), place)


def _drop_foreign_keys_to(target: QualifiedName, place: Place, database: Database) -> None:
    for name in database.referencing(target):
        relation = database.relation(name)
        for constraint in [c for c in relation.constraints.values() if c.target == target]:
            database.drop_part(relation, "constraint", constraint.name, place)


def _drop_schema(schema: str, place: Place, database: Database, *, cascade: bool) -> None:
    if cascade:
        for name, relation in [(n, r) for n, r in database.relations.items() if n.schema == schema]:
            database.drop_relation(name, relation.kind, place)
        for function in [name for name in database.functions if name.schema == schema]:
            del database.functions[function]
            database.journal.drop(Key("function", function), place)
        for key in [key for key in database.journal.created if key.owner.schema == schema]:
            database.journal.drop(key, place)
    database.journal.drop(Key("schema", QualifiedName("", schema)), place)
