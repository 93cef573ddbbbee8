"""A view in, the tables that it reads out, also through other views."""

from __future__ import annotations

from collections.abc import Mapping

from schemagen.model.names import QualifiedName
from schemagen.model.schema import Table, View
from schemagen.syntax.expressions import query_relations


def tables_read(
    view: View, views: Mapping[QualifiedName, View], tables: Mapping[QualifiedName, Table], schema: str
) -> list[Table]:
    """The tables in the order in which they are named; `schema` is that of names without one."""
    found: dict[QualifiedName, None] = {}
    pending, seen = [view], {view.name}
    while pending:
        for named, relation in query_relations(pending.pop().query):
            name = QualifiedName(named or schema, relation)
            if name in tables:
                found[name] = None
            elif name in views and name not in seen:
                seen.add(name)
                pending.append(views[name])
    return [tables[name] for name in found]
