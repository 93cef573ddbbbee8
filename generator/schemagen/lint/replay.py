"""A statement and the database before it in, the same database after it out."""

from __future__ import annotations

from collections.abc import Callable

from schemagen.lint.constraints import add_constraint, column_constraints, not_null_column
from schemagen.lint.database import Database, Index, Key, Place, Relation, place_of
from schemagen.lint.nodes import Node, name_parts, strings
from schemagen.lint.parse import Statement
from schemagen.lint.replay_alter import alter_table, move_to_schema, rename
from schemagen.lint.replay_drop import drop
from schemagen.lint.replay_functions import alter_function, create_function, made_in
from schemagen.lint.session import Session
from schemagen.lint.tables import column_refs, default_index_name, resolve_range
from schemagen.model.names import QualifiedName


def replay(statement: Statement, database: Database, session: Session) -> None:
    """Change database and session as the statement would; statements that change neither are passed over."""
    apply = _APPLY.get(statement.tag)
    if apply is not None and (apply is not _select or statement.tree.mentions("intoClause")):
        apply(statement, statement.fields, database, session)


def _create_table(statement: Statement, fields: Node, database: Database, session: Session) -> None:
    name = resolve_range(fields["relation"], database, session, create=True)
    if fields.get("if_not_exists") and name in database.relations:
        return
    relation = Relation(name, "table", Place(statement), known=True, row_security=False, forced=False)
    database.add_relation(relation)
    for parent in fields.get("inhRelations", ()):
        relation.partition_of = resolve_range(parent["RangeVar"], database, session)
        relation.known = False
        relation.default_partition = bool(fields.get("partbound", {}).get("is_default"))
    constraints: list[tuple[str | None, Node]] = []
    for element in fields.get("tableElts", ()):
        if "ColumnDef" in element:
            column = element["ColumnDef"]
            database.add_column(relation, column["colname"], place_of(statement, column))
            constraints += column_constraints(column)
        elif "Constraint" in element:
            constraints.append((None, element["Constraint"]))
        else:
            # LIKE brings columns that stand somewhere else.
            relation.known = False
    for column_name, constraint in constraints:
        add_constraint(statement, relation, column_name, constraint, database, session)


def _create_table_as(statement: Statement, fields: Node, database: Database, session: Session) -> None:
    kind = "materialized view" if fields.get("objtype") == "OBJECT_MATVIEW" else "table"
    name = resolve_range(fields["into"]["rel"], database, session, create=True)
    if not (fields.get("if_not_exists") and name in database.relations):
        database.add_relation(Relation(name, kind, Place(statement), known=False, row_security=False, forced=False))


def _select(statement: Statement, fields: Node, database: Database, session: Session) -> None:
    # SELECT INTO makes a table; in a body PL/pgSQL's INTO is not part of the query.
    if "intoClause" in fields:
        name = resolve_range(fields["intoClause"]["rel"], database, session, create=True)
        database.add_relation(Relation(name, "table", Place(statement), known=False, row_security=False, forced=False))


def _create_view(statement: Statement, fields: Node, database: Database, session: Session) -> None:
    name = resolve_range(fields["view"], database, session, create=True)
    if not (fields.get("replace") and name in database.relations):
        database.add_relation(Relation(name, "view", Place(statement), known=True))


def _create_sequence(statement: Statement, fields: Node, database: Database, session: Session) -> None:
    name = resolve_range(fields["sequence"], database, session, create=True)
    if not (fields.get("if_not_exists") and name in database.relations):
        database.add_relation(Relation(name, "sequence", Place(statement), known=True))


def _create_index(statement: Statement, fields: Node, database: Database, session: Session) -> None:
    relation = database.relation(resolve_range(fields["relation"], database, session))
    elements = [item["IndexElem"] for item in fields.get("indexParams", ())]
    name = fields.get("idxname") or default_index_name(relation, elements)
    if fields.get("if_not_exists") and name in relation.indexes:
        return
    leading: list[str] = []
    # Whoever looks for a value looks for no null, so rows without one need not be in the index.
    whole = "whereClause" not in fields or not_null_column(fields["whereClause"]) == elements[0].get("name", "")
    # BRIN says in which parts of a table a value cannot be, not where it is: nothing is looked up by it.
    whole = whole and fields.get("accessMethod") != "brin"
    for element in elements:
        if "name" not in element or not whole:
            break
        leading.append(element["name"])
    uses = {element["name"] for element in elements if "name" in element}
    for expression in (*(element["expr"] for element in elements if "expr" in element), fields.get("whereClause")):
        uses.update(column_refs(expression))
    for included in fields.get("indexIncludingParams", ()):
        uses.add(included["IndexElem"].get("name", ""))
    database.add_index(relation, Index(name, tuple(leading), Place(statement), frozenset(uses)))


def _create_policy(statement: Statement, fields: Node, database: Database, session: Session) -> None:
    relation = database.relation(resolve_range(fields["table"], database, session))
    database.add_policy(relation, fields["policy_name"], Place(statement))


def _create_trigger(statement: Statement, fields: Node, database: Database, session: Session) -> None:
    relation = database.relation(resolve_range(fields["relation"], database, session))
    if not (fields.get("replace") and fields["trigname"] in relation.triggers):
        database.add_trigger(relation, fields["trigname"], Place(statement))


def _create_type(statement: Statement, fields: Node, database: Database, session: Session) -> None:
    parts = strings(fields.get("typeName")) or name_parts({"RangeVar": fields.get("typevar", {})})
    database.journal.create(Key("type", made_in(parts, session)), Place(statement))


def _create_domain(statement: Statement, fields: Node, database: Database, session: Session) -> None:
    name = made_in(strings(fields["domainname"]), session)
    database.journal.create(Key("type", name), Place(statement))
    kinds = {item["Constraint"]["contype"] for item in fields.get("constraints", ())}
    if kinds & {"CONSTR_CHECK", "CONSTR_NOTNULL"}:
        database.checked_domains.add(name)


def _create_schema(statement: Statement, fields: Node, database: Database, session: Session) -> None:
    name = fields.get("schemaname") or fields.get("authrole", {}).get("rolename", "")
    if not fields.get("if_not_exists"):
        database.journal.create(Key("schema", QualifiedName("", name)), Place(statement))


def _create_extension(statement: Statement, fields: Node, database: Database, session: Session) -> None:
    if not fields.get("if_not_exists"):
        database.journal.create(Key("extension", QualifiedName("", fields["extname"])), Place(statement))


def _set(statement: Statement, fields: Node, database: Database, session: Session) -> None:
    session.set(fields)


def _transaction(statement: Statement, fields: Node, database: Database, session: Session) -> None:
    session.transaction(fields)


_APPLY: dict[str, Callable[[Statement, Node, Database, Session], None]] = {
    "CreateStmt": _create_table,
    "CreateTableAsStmt": _create_table_as,
    "SelectStmt": _select,
    "ViewStmt": _create_view,
    "CreateSeqStmt": _create_sequence,
    "IndexStmt": _create_index,
    "CreatePolicyStmt": _create_policy,
    "CreateTrigStmt": _create_trigger,
    "CreateFunctionStmt": create_function,
    "AlterFunctionStmt": alter_function,
    "CreateEnumStmt": _create_type,
    "CompositeTypeStmt": _create_type,
    "CreateRangeStmt": _create_type,
    "CreateDomainStmt": _create_domain,
    "CreateSchemaStmt": _create_schema,
    "CreateExtensionStmt": _create_extension,
    "AlterTableStmt": alter_table,
    "RenameStmt": rename,
    "AlterObjectSchemaStmt": move_to_schema,
    "DropStmt": drop,
    "VariableSetStmt": _set,
    "TransactionStmt": _transaction,
}
