"""Access control lists of a live database in, grants of the model in one normal form out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from schemagen.catalog.session import Connection, fetch
from schemagen.model.schema import Grant

PUBLIC = "public"
"""How a grant to everybody names its role."""

_ORDER = (
    *("select", "insert", "update", "delete", "truncate", "references", "trigger", "maintain"),
    *("usage", "execute"),
)

_RELATION_GRANTS = f"""
SELECT c.oid, CASE WHEN acl.grantee = 0 THEN '{PUBLIC}' ELSE r.rolname::text END, lower(acl.privilege_type),
       NULL
FROM pg_class AS c
JOIN pg_namespace AS n ON n.oid = c.relnamespace
CROSS JOIN aclexplode(c.relacl) AS acl
LEFT JOIN pg_roles AS r ON r.oid = acl.grantee
WHERE c.relkind IN ('r', 'p', 'v') AND n.nspname = ANY (%(schemas)s) AND acl.grantee <> c.relowner
UNION ALL
SELECT c.oid, CASE WHEN acl.grantee = 0 THEN '{PUBLIC}' ELSE r.rolname::text END, lower(acl.privilege_type),
       a.attname::text
FROM pg_class AS c
JOIN pg_namespace AS n ON n.oid = c.relnamespace
JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attacl IS NOT NULL AND NOT a.attisdropped
CROSS JOIN aclexplode(a.attacl) AS acl
LEFT JOIN pg_roles AS r ON r.oid = acl.grantee
WHERE c.relkind IN ('r', 'p', 'v') AND n.nspname = ANY (%(schemas)s) AND acl.grantee <> c.relowner
"""

_FUNCTION_GRANTS = f"""
SELECT p.oid, CASE WHEN acl.grantee = 0 THEN '{PUBLIC}' ELSE r.rolname::text END, lower(acl.privilege_type),
       NULL
FROM pg_proc AS p
JOIN pg_namespace AS n ON n.oid = p.pronamespace
CROSS JOIN aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) AS acl
LEFT JOIN pg_roles AS r ON r.oid = acl.grantee
WHERE n.nspname = ANY (%(schemas)s) AND acl.grantee <> p.proowner
"""


def read_relation_grants(connection: Connection, schemas: Sequence[str]) -> dict[int, tuple[Grant, ...]]:
    """Grants on tables, views and their columns by the oid of the relation, without the owner's own."""
    return _read(connection, _RELATION_GRANTS, schemas)


def read_function_grants(connection: Connection, schemas: Sequence[str]) -> dict[int, tuple[Grant, ...]]:
    """Grants on functions by oid, without the owner's own; PUBLIC has EXECUTE where nothing was said."""
    return _read(connection, _FUNCTION_GRANTS, schemas)


def _read(connection: Connection, query: str, schemas: Sequence[str]) -> dict[int, tuple[Grant, ...]]:
    found: dict[int, list[tuple[str, str, str | None]]] = {}
    for oid, role, privilege, column in fetch(connection, query, schemas):
        found.setdefault(oid, []).append((role, privilege, column))
    return {oid: _group(entries) for oid, entries in found.items()}


def normal_grants(grants: Iterable[Grant]) -> tuple[Grant, ...]:
    """The same privileges in the one form that catalog gives them: compare grants only after this.

    One grant per role and list of columns; roles and columns by name, privileges in PostgreSQL's order.
    """
    return _group(_entries(grants))


def changed_grants(found: Iterable[Grant], old: Iterable[Grant], new: Iterable[Grant]) -> tuple[Grant, ...]:
    """What `found` becomes when the difference between `old` and `new` is granted and revoked, in normal form."""
    before, after = _entries(old), _entries(new)
    return _group((_entries(found) - (before - after)) | (after - before))


def _entries(grants: Iterable[Grant]) -> set[tuple[str, str, str | None]]:
    return {
        (grant.role, privilege.lower(), column)
        for grant in grants
        for privilege in grant.privileges
        for column in grant.columns or (None,)
    }


def _group(entries: Iterable[tuple[str, str, str | None]]) -> tuple[Grant, ...]:
    columns: dict[tuple[str, str], set[str]] = {}
    whole: dict[str, set[str]] = {}
    for role, privilege, column in entries:
        if column is None:
            whole.setdefault(role, set()).add(privilege)
        else:
            columns.setdefault((role, privilege), set()).add(column)
    grouped: dict[tuple[str, tuple[str, ...]], set[str]] = {(role, ()): whole[role] for role in whole}
    for (role, privilege), names in columns.items():
        grouped.setdefault((role, tuple(sorted(names))), set()).add(privilege)
    return tuple(
        Grant(role=role, privileges=tuple(sorted(privileges, key=_rank)), columns=names)
        for (role, names), privileges in sorted(grouped.items())
    )


def _rank(privilege: str) -> tuple[int, str]:
    return (_ORDER.index(privilege) if privilege in _ORDER else len(_ORDER), privilege)
