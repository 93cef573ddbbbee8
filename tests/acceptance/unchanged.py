"""A database in, everything that a migration could change in it out, for the comparison before and after."""

from __future__ import annotations

from typing import Any

from acceptance.deployment import Database

CATALOGS = (
    "pg_namespace",
    "pg_class",
    "pg_attribute",
    "pg_attrdef",
    "pg_constraint",
    "pg_index",
    "pg_trigger",
    "pg_policy",
    "pg_proc",
    "pg_type",
    "pg_description",
    "pg_default_acl",
    "pg_depend",
)
# ANALYZE and CREATE INDEX write these in place, whether their transaction is committed or not.
IN_PLACE = ("relpages", "reltuples", "relallvisible", "relallfrozen", "relhasindex", "relfrozenxid", "relminmxid")


def state(database: Database) -> dict[str, Any]:
    """A digest of each catalog, stricter than a dump since it has the objects' numbers, and every row."""
    dropped = "".join(f" - '{name}'" for name in IN_PLACE)
    digests = ", ".join(
        f"(SELECT md5(string_agg(row, E'\\n' ORDER BY row COLLATE \"C\")) "
        f"FROM (SELECT (to_jsonb(c){dropped})::text AS row FROM {catalog} AS c) AS rows)"
        for catalog in CATALOGS
    )
    ((*found,),) = database.rows(f"SELECT {digests}")
    return dict(zip(CATALOGS, found, strict=True)) | database.contents()
