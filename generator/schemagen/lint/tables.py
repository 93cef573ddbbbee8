"""Parts of statements about tables in, the names they mean out: ranges, columns in expressions, default names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from schemagen.lint.database import Database, Relation
from schemagen.lint.nodes import Node, strings
from schemagen.lint.session import Session
from schemagen.model.names import MAX_NAME_BYTES, QualifiedName


def resolve_range(fields: Node, database: Database, session: Session, *, create: bool = False) -> QualifiedName:
    """The relation that a RangeVar means; with `create` the one that it would make."""
    name = fields.get("relname", "")
    if "schemaname" in fields:
        return QualifiedName(fields["schemaname"], name)
    if not create:
        return session.resolve((name,), database)
    if fields.get("relpersistence") == "t":
        return session.resolve((name,), database, temporary=True)
    return QualifiedName(session.creation_schema, name)


def column_refs(node: Any) -> Iterator[str]:
    """The column names that stand in an expression; the last part of a qualified one."""
    stack = [node]
    while stack:
        item = stack.pop()
        if isinstance(item, list):
            stack.extend(item)
        elif isinstance(item, dict):
            for key, value in item.items():
                if key == "ColumnRef":
                    parts = strings(field for field in value.get("fields", ()) if "String" in field)
                    if parts:
                        yield parts[-1]
                else:
                    stack.append(value)


def default_index_name(relation: Relation, elements: Iterable[Node]) -> str:
    """The name that PostgreSQL gives an index without one."""
    words = [element.get("name") or _expression_name(element) for element in elements]
    return default_name(relation, words, "idx")


def default_name(relation: Relation, words: Iterable[str], suffix: str) -> str:
    """The name that PostgreSQL makes from table, columns and kind (makeObjectName and ChooseRelationName).

    Table and columns are cut in turn, the longer one first, until all fits; a number follows where the name is taken.
    """
    taken = relation.constraints.keys() | relation.indexes.keys()
    label, number = suffix, 0
    while (name := _fit(relation.name.name, "_".join(words), label)) in taken:
        number += 1
        label = f"{suffix}{number}"
    return name


def _fit(table: str, columns: str, label: str) -> str:
    first, second = table.encode(), columns.encode()
    room = MAX_NAME_BYTES - len(label.encode()) - 1 - (1 if second else 0)
    while len(first) + len(second) > room:
        if len(first) > len(second):
            first = first[:-1]
        else:
            second = second[:-1]
    parts = (first.decode(errors="ignore"), second.decode(errors="ignore"), label)
    return "_".join(part for part in parts if part)


def _expression_name(element: Node) -> str:
    call = element.get("expr", {}).get("FuncCall")
    return strings(call["funcname"])[-1] if call else "expr"
