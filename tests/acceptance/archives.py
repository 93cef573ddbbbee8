"""A database in, what its archives say and hold out; written against the documented shape of an archive."""

from __future__ import annotations

from typing import Any, NamedTuple

from acceptance.deployment import Database, file_text, must_succeed
from acceptance.facts import BOOKKEEPING
from schemagen.prove.psql import PsqlResult, run_file

PREFIX = f"{BOOKKEEPING}_archive_"
DROPPED = "rows of a dropped table"
VALUES = "values of dropped columns"
LINKS_SINCE = "links added or changed since the move"
LINKS_DELETED = "links deleted since the move"
MADE_ROWS = "rows that the move made"
ORIGINALS = "original arrays"


class Kept(NamedTuple):
    """One line of a table of contents."""

    archive: str
    phase: int
    table: str
    kind: str
    relation: str
    rows: int
    restored: int
    done: bool


def archives(database: Database) -> list[str]:
    """The archives that there are, by name, the oldest first."""
    query = f"SELECT nspname::text FROM pg_namespace WHERE nspname LIKE '{PREFIX}%' ORDER BY length(nspname), nspname"
    return [name for (name,) in database.rows(query)]


def contents(database: Database) -> list[Kept]:
    """What all archives say that they hold, in order."""
    found = []
    for archive in archives(database):
        query = (
            "SELECT phase, table_name, kind, relation, row_count, restored_rows, restored_at IS NOT NULL "
            f"FROM {archive}.contents ORDER BY number"
        )
        found += [Kept(archive, *row) for row in database.rows(query)]
    return found


def rows(database: Database, kept: Kept, columns: str = "*", where: str = "true") -> list[tuple[Any, ...]]:
    """The rows of one relation of an archive."""
    return sorted(database.rows(f"SELECT {columns} FROM {kept.archive}.{kept.relation} WHERE {where}"), key=repr)


def columns(database: Database, kept: Kept) -> list[str]:
    """The names of the columns of one relation of an archive."""
    query = f"SELECT attname::text FROM pg_attribute WHERE attrelid = '{kept.archive}.{kept.relation}'::regclass"
    return [name for (name,) in database.rows(f"{query} AND attnum > 0 AND NOT attisdropped ORDER BY attnum")]


def restore(database: Database, phase: int, which: str = "all", *, succeeds: bool = True) -> PsqlResult:
    """Run a forward file in a session that asks for archives."""
    text = f"SET schemagen.restore = '{which}';\n{file_text(database.files, phase)}"
    result = run_file(database.conninfo(), text, stop_on_error=True)
    if succeeds:
        must_succeed(result)
    return result


def said(result: PsqlResult) -> str:
    """Notices and their hints."""
    return "\n".join(f"{notice.text} {notice.hint}" for notice in result.notices)


def nothing_but_rows(database: Database) -> None:
    """No archive has an object beside tables, a privilege of somebody else, or a tie to anything outside."""
    schemas = f"(SELECT oid FROM pg_namespace WHERE nspname LIKE '{PREFIX}%')"
    in_archives = f"relnamespace IN {schemas} AND relname NOT IN ('contents', 'contents_pkey')"
    own = f"(SELECT oid FROM pg_class WHERE {in_archives})"
    for query in (
        f"SELECT relname FROM pg_class WHERE {in_archives} AND relkind <> 'r'",
        f"SELECT relname FROM pg_class WHERE oid IN {own} AND (relrowsecurity OR relforcerowsecurity)",
        f"SELECT relname FROM pg_class WHERE oid IN {own} AND relpersistence <> 'p'",
        f"SELECT indexrelid FROM pg_index WHERE indrelid IN {own}",
        f"SELECT rulename FROM pg_rewrite WHERE ev_class IN {own}",
        f"SELECT conname FROM pg_constraint WHERE conrelid IN {own} OR confrelid IN {own}",
        f"SELECT tgname FROM pg_trigger WHERE tgrelid IN {own}",
        f"SELECT polname FROM pg_policy WHERE polrelid IN {own}",
        f"SELECT adnum FROM pg_attrdef WHERE adrelid IN {own}",
        f"SELECT attname FROM pg_attribute WHERE attrelid IN {own} AND attnum > 0 AND NOT attisdropped "
        "AND (attnotnull OR attidentity <> '' OR attgenerated <> '' OR attacl IS NOT NULL)",
        f"SELECT typname FROM pg_attribute JOIN pg_type ON pg_type.oid = atttypid WHERE attrelid IN {own} "
        "AND NOT attisdropped AND typnamespace <> 'pg_catalog'::regnamespace",
        f"SELECT prrelid FROM pg_publication_rel WHERE prrelid IN {own}",
        f"SELECT stxname FROM pg_statistic_ext WHERE stxrelid IN {own}",
        f"SELECT grantee FROM pg_namespace, aclexplode(nspacl) WHERE oid IN {schemas} AND grantee <> nspowner",
        f"SELECT grantee FROM pg_class, aclexplode(relacl) WHERE relnamespace IN {schemas} AND grantee <> relowner",
    ):
        assert database.rows(query) == [], query
