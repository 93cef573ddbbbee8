"""Types of a live database in, data types, enums and domains of the model out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from schemagen.catalog.session import Connection, Row, fetch, not_of_extension
from schemagen.model.columns import DataType
from schemagen.model.constraints import Check
from schemagen.model.expressions import Expression
from schemagen.model.names import QualifiedName
from schemagen.model.schema import Domain, Enum


def type_columns(typmod: str, dimensions: str) -> str:
    """Four columns of a query that joins TYPE_JOIN: schema, raw name, printed name and dimensions."""
    return f"""
    CASE WHEN element_space.nspname = 'pg_catalog' THEN NULL ELSE element_space.nspname::text END,
    element.typname::text, format_type(element.oid, {typmod}),
    CASE WHEN element.oid <> whole.oid THEN greatest({dimensions}, 1) ELSE 0 END"""


def type_join(oid: str) -> str:
    """The joins that type_columns() reads: `whole` is the type itself, `element` what an array is made of."""
    return f"""
    JOIN pg_type AS whole ON whole.oid = {oid}
    JOIN pg_type AS element
      ON element.oid =
         CASE WHEN whole.typcategory = 'A' AND whole.typelem <> 0 THEN whole.typelem ELSE whole.oid END
    JOIN pg_namespace AS element_space ON element_space.oid = element.typnamespace"""


_PRINTED = re.compile(r"(?P<name>.*?)(?:\((?P<modifiers>[^()]*)\))?(?P<zone> with(?:out)? time zone)?\Z", re.S)
_INTERVAL = "interval "


def data_type(schema: str | None, raw_name: str, printed: str, dimensions: int) -> DataType:
    """The data type from the four columns of type_columns().

    `printed` is what format_type() says: built-in types take their name from it, all types their modifiers.
    """
    match = _PRINTED.match(printed)
    if match is None:
        raise ValueError(f"format_type() printed {printed!r}")
    modifiers = tuple(part.strip() for part in (match["modifiers"] or "").split(",") if part.strip())
    if schema is not None:
        return DataType(raw_name, schema, modifiers, dimensions)
    name = match["name"] + (match["zone"] or "")
    if name.startswith(_INTERVAL):
        return DataType("interval", None, (name[len(_INTERVAL) :], *modifiers), dimensions)
    return DataType(name, None, modifiers, dimensions)


_ENUMS = f"""
SELECT n.nspname::text, t.typname::text, d.description,
       ARRAY(SELECT e.enumlabel::text FROM pg_enum AS e WHERE e.enumtypid = t.oid ORDER BY e.enumsortorder)
FROM pg_type AS t
JOIN pg_namespace AS n ON n.oid = t.typnamespace
LEFT JOIN pg_description AS d ON d.classoid = 'pg_type'::regclass AND d.objoid = t.oid AND d.objsubid = 0
WHERE t.typtype = 'e' AND n.nspname = ANY (%(schemas)s) AND {not_of_extension("pg_type", "t.oid")}
ORDER BY n.nspname, t.typname
"""


def read_enums(connection: Connection, schemas: Sequence[str]) -> dict[QualifiedName, Enum]:
    """Every enum of the schemas, by name."""
    found = (
        Enum(name=QualifiedName(schema, name), values=tuple(values), comment=comment)
        for schema, name, comment, values in fetch(connection, _ENUMS, schemas)
    )
    return {enum.name: enum for enum in found}


_DOMAINS = f"""
SELECT t.oid, n.nspname::text, t.typname::text, t.typnotnull, t.typdefaultbin IS NOT NULL,
       pg_get_expr(t.typdefaultbin, 0), d.description,
       CASE WHEN t.typcollation <> base.typcollation THEN collation_space.nspname::text END,
       CASE WHEN t.typcollation <> base.typcollation THEN c.collname::text END,
       {type_columns("t.typtypmod", "t.typndims")}
FROM pg_type AS t
JOIN pg_namespace AS n ON n.oid = t.typnamespace
JOIN pg_type AS base ON base.oid = t.typbasetype
LEFT JOIN pg_collation AS c ON c.oid = t.typcollation
LEFT JOIN pg_namespace AS collation_space ON collation_space.oid = c.collnamespace
LEFT JOIN pg_description AS d ON d.classoid = 'pg_type'::regclass AND d.objoid = t.oid AND d.objsubid = 0
{type_join("t.typbasetype")}
WHERE t.typtype = 'd' AND n.nspname = ANY (%(schemas)s) AND {not_of_extension("pg_type", "t.oid")}
ORDER BY n.nspname, t.typname
"""

_DOMAIN_CHECKS = """
SELECT c.contypid, c.conname::text, pg_get_expr(c.conbin, 0), d.description
FROM pg_constraint AS c
JOIN pg_type AS t ON t.oid = c.contypid
JOIN pg_namespace AS n ON n.oid = t.typnamespace
LEFT JOIN pg_description AS d ON d.classoid = 'pg_constraint'::regclass AND d.objoid = c.oid
WHERE c.contype = 'c' AND n.nspname = ANY (%(schemas)s)
ORDER BY c.conname
"""


def read_domains(connection: Connection, schemas: Sequence[str]) -> dict[QualifiedName, Domain]:
    """Every domain of the schemas with its checks, by name."""
    checks: dict[int, list[Check]] = {}
    for oid, name, expression, comment in fetch(connection, _DOMAIN_CHECKS, schemas):
        checks.setdefault(oid, []).append(Check(name=name, expression=expression, comment=comment))
    domains = (_domain(row, checks) for row in fetch(connection, _DOMAINS, schemas))
    return {domain.name: domain for domain in domains}


def _domain(row: Row, checks: dict[int, list[Check]]) -> Domain:
    oid, schema, name, not_null, has_default, default, comment, collation_schema, collation, *type_parts = row
    return Domain(
        name=QualifiedName(schema, name),
        type=data_type(*type_parts),
        nullable=not not_null,
        default=Expression(default) if has_default else None,
        checks=tuple(checks.get(oid, ())),
        collation=QualifiedName(collation_schema, collation) if collation else None,
        comment=comment,
    )
