"""A database in, everything that a migration could change in it out, for the comparison before and after."""

from __future__ import annotations

from typing import Any

from acceptance.deployment import Database

# By catalog, the column with the number of the object that a row is about: below 16384 it came with the server.
CATALOGS = {
    "pg_namespace": "16384",
    "pg_class": "oid",
    "pg_attribute": "attrelid",
    "pg_attrdef": "adrelid",
    "pg_constraint": "oid",
    "pg_index": "indexrelid",
    "pg_trigger": "tgrelid",
    "pg_policy": "polrelid",
    "pg_proc": "oid",
    "pg_type": "oid",
    "pg_description": "objoid",
    "pg_depend": "objid",
    "pg_default_acl": "oid",
}
# ANALYZE and CREATE INDEX write these in place, whether their transaction is committed or not.
IN_PLACE = ("relpages", "reltuples", "relallvisible", "relallfrozen", "relhasindex", "relfrozenxid", "relminmxid")


def state(database: Database) -> dict[str, Any]:
    """A digest of each catalog, stricter than a dump since it has the objects' numbers, and every row."""
    in_place = "".join(f" - '{name}'" for name in IN_PLACE)
    digests = ", ".join(
        f"(SELECT md5(string_agg(row, E'\\n' ORDER BY row COLLATE \"C\")) "
        f"FROM (SELECT {f'(to_jsonb(c){in_place})' if catalog == 'pg_class' else 'c'}::text AS row "
        f"FROM {catalog} AS c WHERE {number} >= 16384) AS rows)"
        for catalog, number in CATALOGS.items()
    )
    ((*found,),) = database.rows(f"SELECT {digests}")
    return dict(zip(CATALOGS, found, strict=True)) | database.contents()
