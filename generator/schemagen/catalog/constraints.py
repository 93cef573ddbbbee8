"""Constraints and indexes of a live database in, those of the model by the oid of their table out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from schemagen.catalog.session import Connection, Row, fetch
from schemagen.catalog.sql_text import index_keys
from schemagen.model.constraints import (
    Check,
    Constraint,
    Exclude,
    ForeignKey,
    Index,
    IndexElement,
    PrimaryKey,
    ReferentialAction,
    Unique,
)
from schemagen.model.names import QualifiedName

# PostgreSQL 18 lists NOT NULL here too (contype 'n'); that is a property of the column.
_CONSTRAINTS = """
SELECT c.conrelid, c.contype::text, c.conname::text, d.description, c.conindid,
       ARRAY(SELECT a.attname::text FROM unnest(c.conkey) WITH ORDINALITY AS k (number, place)
             JOIN pg_attribute AS a ON a.attrelid = c.conrelid AND a.attnum = k.number ORDER BY k.place),
       CASE WHEN c.contype = 'c' THEN pg_get_expr(c.conbin, c.conrelid) END,
       target_space.nspname::text, target.relname::text,
       CASE WHEN c.contype = 'f' THEN
         ARRAY(SELECT a.attname::text FROM unnest(c.confkey) WITH ORDINALITY AS k (number, place)
               JOIN pg_attribute AS a ON a.attrelid = c.confrelid AND a.attnum = k.number
               ORDER BY k.place) END,
       c.confdeltype::text, c.confupdtype::text, c.condeferrable, c.condeferred,
       CASE WHEN c.contype = 'x' THEN
         ARRAY(SELECT o.oprname::text FROM unnest(c.conexclop) WITH ORDINALITY AS k (oid, place)
               JOIN pg_operator AS o ON o.oid = k.oid ORDER BY k.place) END
FROM pg_constraint AS c
JOIN pg_class AS t ON t.oid = c.conrelid
JOIN pg_namespace AS n ON n.oid = t.relnamespace
LEFT JOIN pg_class AS target ON target.oid = c.confrelid
LEFT JOIN pg_namespace AS target_space ON target_space.oid = target.relnamespace
LEFT JOIN pg_description AS d ON d.classoid = 'pg_constraint'::regclass AND d.objoid = c.oid
WHERE c.contype IN ('p', 'u', 'c', 'f', 'x') AND n.nspname = ANY (%(schemas)s)
ORDER BY c.conrelid, position(c.contype::text IN 'pucfx'), c.conname
"""

_ACTIONS: dict[str, ReferentialAction] = dict(zip("arcnd", get_args(ReferentialAction), strict=True))


def read_constraints_and_indexes(
    connection: Connection, schemas: Sequence[str]
) -> tuple[dict[int, list[Constraint]], dict[int, list[Index]]]:
    """Constraints and the indexes that belong to none, both by the oid of their table and ordered by name."""
    indexes = _read_indexes(connection, schemas)
    constraints: dict[int, list[Constraint]] = {}
    of_constraint: set[int] = set()
    for row in fetch(connection, _CONSTRAINTS, schemas):
        table, kind, index = row[0], row[1], row[4]
        # A foreign key notes the index of the table it points to, which stays an index of its own.
        if kind in "pux":
            of_constraint.add(index)
        constraints.setdefault(table, []).append(_constraint(row, indexes))
    free: dict[int, list[Index]] = {}
    for oid, (table, found) in indexes.items():
        if oid not in of_constraint:
            free.setdefault(table, []).append(found)
    return constraints, free


def _constraint(row: Row, indexes: dict[int, tuple[int, Index]]) -> Constraint:
    (_, kind, name, comment, index, columns, expression, target_schema, target, target_columns,
     on_delete, on_update, deferrable, deferred, operators) = row  # fmt: skip
    match kind:
        case "p":
            return PrimaryKey(name=name, columns=tuple(columns), comment=comment)
        case "u":
            nulls = indexes[index][1].nulls_not_distinct
            return Unique(name=name, columns=tuple(columns), nulls_not_distinct=nulls, comment=comment)
        case "c":
            return Check(name=name, expression=expression, comment=comment)
        case "x":
            built = indexes[index][1]
            pairs = tuple(zip(built.elements, operators, strict=True))
            return Exclude(name=name, method=built.method, elements=pairs, where=built.where, comment=comment)
        case _:
            return ForeignKey(
                name=name,
                columns=tuple(columns),
                target=QualifiedName(target_schema, target),
                target_columns=tuple(target_columns),
                on_delete=_ACTIONS[on_delete],
                on_update=_ACTIONS[on_update],
                deferrable=deferrable,
                initially_deferred=deferred,
                comment=comment,
            )


_INDEXES = """
SELECT i.indexrelid, i.indrelid, x.relname::text, m.amname::text, i.indisunique, {nulls_not_distinct},
       pg_get_expr(i.indpred, i.indrelid), d.description,
       CASE WHEN i.indexprs IS NOT NULL THEN pg_get_indexdef(i.indexrelid) END
FROM pg_index AS i
JOIN pg_class AS x ON x.oid = i.indexrelid
JOIN pg_am AS m ON m.oid = x.relam
JOIN pg_class AS t ON t.oid = i.indrelid
JOIN pg_namespace AS n ON n.oid = t.relnamespace
LEFT JOIN pg_description AS d ON d.classoid = 'pg_class'::regclass AND d.objoid = x.oid AND d.objsubid = 0
WHERE t.relkind IN ('r', 'p') AND n.nspname = ANY (%(schemas)s)
ORDER BY x.relname
"""

# The numbers of collation and class end before those of the columns when there are included ones.
_INDEX_KEYS = """
SELECT i.indexrelid, k.place <= i.indnkeyatts, a.attname::text,
       CASE WHEN k.number = 0 THEN pg_get_indexdef(i.indexrelid, k.place::integer, false) END,
       k.option & 1 <> 0, k.option & 2 <> 0,
       CASE WHEN NOT o.opcdefault THEN o.opcname::text END,
       CASE WHEN k.collated <> coalesce(a.attcollation, 100) THEN collation_space.nspname::text END,
       CASE WHEN k.collated <> coalesce(a.attcollation, 100) THEN c.collname::text END
FROM pg_index AS i
JOIN pg_class AS t ON t.oid = i.indrelid
JOIN pg_namespace AS n ON n.oid = t.relnamespace
CROSS JOIN unnest(i.indkey::int2[], i.indclass::oid[], i.indcollation::oid[], i.indoption::int2[])
           WITH ORDINALITY AS k (number, class, collated, option, place)
LEFT JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = k.number AND k.number <> 0
LEFT JOIN pg_opclass AS o ON o.oid = k.class
LEFT JOIN pg_collation AS c ON c.oid = k.collated
LEFT JOIN pg_namespace AS collation_space ON collation_space.oid = c.collnamespace
WHERE t.relkind IN ('r', 'p') AND n.nspname = ANY (%(schemas)s)
ORDER BY i.indexrelid, k.place
"""


def _read_indexes(connection: Connection, schemas: Sequence[str]) -> dict[int, tuple[int, Index]]:
    """Every index, those of constraints included: its oid to the oid of its table and the index."""
    keys: dict[int, list[Row]] = {}
    for row in fetch(connection, _INDEX_KEYS, schemas):
        keys.setdefault(row[0], []).append(row)
    newer = connection.info.server_version >= 150000
    query = _INDEXES.format(nulls_not_distinct="i.indnullsnotdistinct" if newer else "false")
    indexes: dict[int, tuple[int, Index]] = {}
    for oid, table, name, method, unique, nulls_not_distinct, where, comment, definition in fetch(
        connection, query, schemas
    ):
        printed = index_keys(definition) if definition is not None else []
        rows = keys[oid]
        indexes[oid] = (
            table,
            Index(
                name=name,
                elements=tuple(_element(row, printed[n : n + 1]) for n, row in enumerate(rows) if row[1]),
                method=method,
                unique=unique,
                nulls_not_distinct=nulls_not_distinct,
                include=tuple(row[2] for row in rows if not row[1]),
                where=where,
                comment=comment,
            ),
        )
    return indexes


def _element(row: Row, printed: list[str]) -> IndexElement:
    """One key; `printed` holds it as the whole definition shows it, when the index has expressions."""
    _, _, column, expression, descending, nulls_first, operator_class, collation_schema, collation = row
    if expression is not None and collation is not None:
        # The catalog does not say which collation the expression has by itself; the printed key names
        # one only when it is another.
        rest = printed[0][len(expression) :] if printed else ""
        if not rest.startswith(" COLLATE "):
            collation = None
    return IndexElement(
        column=column,
        expression=expression,
        collation=QualifiedName(collation_schema, collation) if collation is not None else None,
        operator_class=operator_class,
        descending=descending,
        nulls_first=None if nulls_first == descending else nulls_first,
    )
