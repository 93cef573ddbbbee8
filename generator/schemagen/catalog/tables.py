"""Tables and columns of a live database in, columns of the model by the oid of their table out."""

from __future__ import annotations

from collections.abc import Sequence

from schemagen.catalog.session import Connection, Row, fetch, not_of_extension
from schemagen.catalog.types import data_type, type_columns, type_join
from schemagen.model.columns import Column, DataType, Identity
from schemagen.model.expressions import Expression
from schemagen.model.names import QualifiedName
from schemagen.model.schema import RowSecurity
from schemagen.records import dataclass

_TABLES = f"""
SELECT c.oid, n.nspname::text, c.relname::text, c.relrowsecurity, c.relforcerowsecurity, d.description
FROM pg_class AS c
JOIN pg_namespace AS n ON n.oid = c.relnamespace
LEFT JOIN pg_description AS d ON d.classoid = 'pg_class'::regclass AND d.objoid = c.oid AND d.objsubid = 0
WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND n.nspname = ANY (%(schemas)s)
  AND {not_of_extension("pg_class", "c.oid")}
ORDER BY n.nspname, c.relname
"""


@dataclass(frozen=True, slots=True)
class TableHead:
    """What pg_class says about a table."""

    name: QualifiedName
    row_security: RowSecurity
    comment: str | None


def read_table_heads(connection: Connection, schemas: Sequence[str]) -> dict[int, TableHead]:
    """Every table of the schemas by oid, ordered by name; partitions are not among them."""
    heads: dict[int, TableHead] = {}
    for oid, schema, name, enabled, forced, comment in fetch(connection, _TABLES, schemas):
        security: RowSecurity = "off" if not enabled else "forced" if forced else "enabled"
        heads[oid] = TableHead(QualifiedName(schema, name), security, comment)
    return heads


# A column without a collation of its own has the one of its type. The sequence of an identity column hangs
# on it with an internal dependency.
_COLUMNS = f"""
SELECT a.attrelid, a.attname::text, NOT a.attnotnull, pg_get_expr(def.adbin, def.adrelid),
       a.attgenerated::text, a.attidentity::text, d.description,
       CASE WHEN a.attcollation <> whole.typcollation THEN collation_space.nspname::text END,
       CASE WHEN a.attcollation <> whole.typcollation THEN c.collname::text END,
       {type_columns("a.atttypmod", "a.attndims")},
       s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle
FROM pg_attribute AS a
JOIN pg_class AS t ON t.oid = a.attrelid
JOIN pg_namespace AS n ON n.oid = t.relnamespace
{type_join("a.atttypid")}
LEFT JOIN pg_attrdef AS def ON def.adrelid = a.attrelid AND def.adnum = a.attnum
LEFT JOIN pg_collation AS c ON c.oid = a.attcollation
LEFT JOIN pg_namespace AS collation_space ON collation_space.oid = c.collnamespace
LEFT JOIN pg_description AS d
  ON d.classoid = 'pg_class'::regclass AND d.objoid = a.attrelid AND d.objsubid = a.attnum
LEFT JOIN pg_depend AS dep
  ON a.attidentity <> '' AND dep.classid = 'pg_class'::regclass AND dep.refclassid = 'pg_class'::regclass
 AND dep.refobjid = a.attrelid AND dep.refobjsubid = a.attnum AND dep.deptype = 'i'
LEFT JOIN pg_sequence AS s ON s.seqrelid = dep.objid
WHERE t.relkind IN ('r', 'p') AND n.nspname = ANY (%(schemas)s) AND a.attnum > 0 AND NOT a.attisdropped
ORDER BY a.attrelid, a.attnum
"""


def read_columns(connection: Connection, schemas: Sequence[str]) -> dict[int, list[Column]]:
    """The columns of every table of the schemas in their order, by the oid of the table."""
    columns: dict[int, list[Column]] = {}
    # A table repeats few types, and two thousand tables have tens of thousands of columns.
    types: dict[Row, DataType] = {}
    for row in fetch(connection, _COLUMNS, schemas):
        oid, name, nullable, expression, generated, identity, comment, collation_schema, collation = row[:9]
        type_ = types.get(row[9:13])
        if type_ is None:
            type_ = types[row[9:13]] = data_type(*row[9:13])
        columns.setdefault(oid, []).append(
            Column(
                name=name,
                type=type_,
                nullable=nullable,
                default=Expression(expression) if expression is not None and not generated else None,
                generated=Expression(expression) if expression is not None and generated else None,
                identity=_identity(identity, row[13:]) if identity else None,
                collation=QualifiedName(collation_schema, collation) if collation else None,
                comment=comment,
            )
        )
    return columns


def _identity(kind: str, options: Row) -> Identity:
    start, increment, minimum, maximum, cache, cycle = options
    return Identity(
        always=kind == "a",
        start=start,
        increment=increment,
        minimum=minimum,
        maximum=maximum,
        cache=cache,
        cycle=cycle,
    )
