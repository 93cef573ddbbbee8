"""Tables that may be there already: in, the finished schema; out, findings where nothing could ever be kept.

What is there before the first migration can need nothing that only the migrations make: such a table would be refused
in every database, or the migrations would be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from schemagen.model.columns import DataType
from schemagen.model.expressions import Expression
from schemagen.model.names import QualifiedName
from schemagen.model.schema import Schema, Table
from schemagen.render.sql import identifier
from schemagen.resolve.context import Context
from schemagen.resolve.layout import NewTable
from schemagen.resolve.phases import type_needs
from schemagen.syntax.references import NotSql, Reference, expression_references


def check_kept_tables(context: Context, new: Mapping[QualifiedName, NewTable], after: Schema) -> None:
    """Reports each thing that a table with `if_exists: keep` needs and that cannot be there before it."""
    for name, made in new.items():
        if made.draft.if_exists != "keep":
            continue
        at = (*made.draft.loc, "if_exists")
        table = after.tables[name]
        for needed, help_ in dict.fromkeys(_impossible(context, table, after)):
            message = f"'{name.name}' can never be there already: it needs {needed}, which these migrations make"
            context.error("kept-table", message, at, help_)
        # To compare it, it is made once more in another schema.
        in_full = re.compile(
            rf'(?<![\w"])"?{re.escape(name.schema)}"?\s*\.\s*"?{re.escape(name.name)}"?\s*\.', re.IGNORECASE
        )
        if any(in_full.search(sql) for sql in _expressions(table)):
            message = (
                f"what is there cannot be compared with '{name.name}': an expression names its columns with the schema"
            )
            context.error("kept-table", message, at, f"write {identifier(name.name)}.column, or remove if_exists")


_EXISTING = "remove if_exists, or declare it under existing"
_KEEP_TOO = "remove if_exists, or write if_exists: keep there too"


def _impossible(context: Context, table: Table, after: Schema) -> Iterator[tuple[str, str]]:
    for column in table.columns:
        yield from _type(column.type, after)
    for key in table.foreign_keys:
        yield from _relation(key.target, after)
    for trigger in table.triggers:
        yield from _function(trigger.function, after)
    for sql in _expressions(table):
        try:
            references = expression_references(sql)
        except NotSql:
            # That it does not parse is reported where it stands.
            continue
        for reference in references:
            yield from _reference(reference, context.schema, after)


def _expressions(table: Table) -> Iterator[str]:
    for column in table.columns:
        if isinstance(column.default, Expression):
            yield column.default.sql
        if column.generated is not None:
            yield column.generated.sql
    for check in table.checks:
        yield check.expression
    for index in table.indexes:
        yield from (element.expression for element in index.elements if element.expression is not None)
    for policy in table.policies:
        yield from (sql for sql in (policy.using, policy.check) if sql is not None)
    for trigger in table.triggers:
        if trigger.when is not None:
            yield trigger.when


def _reference(reference: Reference, schema: str, after: Schema) -> Iterator[tuple[str, str]]:
    name = QualifiedName(reference.schema or schema, reference.name)
    match reference.kind:
        case "relation":
            yield from _relation(name, after)
        case "function":
            yield from _function(name, after)
        case "type":
            yield from _type(DataType(name.name, name.schema), after)


def _type(type_: DataType, after: Schema) -> Iterator[tuple[str, str]]:
    yield from ((needed, _EXISTING) for needed, _content in type_needs(after, type_))


def _relation(name: QualifiedName, after: Schema) -> Iterator[tuple[str, str]]:
    table = after.tables.get(name)
    if table is not None and table.managed and table.if_exists != "keep":
        yield f"the table '{name.name}'", _KEEP_TOO
    view = after.views.get(name)
    if view is not None and view.managed:
        yield f"the view '{name.name}'", _EXISTING


def _function(name: QualifiedName, after: Schema) -> Iterator[tuple[str, str]]:
    function = after.functions.get(name)
    if function is None or not function.managed:
        return
    if function.serves is None:
        yield f"the function '{name.name}'", _EXISTING
    else:
        # It is made and kept with its table.
        yield from _relation(function.serves, after)
