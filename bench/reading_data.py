"""A number of junction rows in; out, a migrated database filled with that many, the same ones every time."""

from __future__ import annotations

from typing import Any, LiteralString

import psycopg
from psycopg import sql

TENANTS = 10
SKILLS_OF_EACH = 1_000
SHARED_SKILLS = 10_000
SKILLS_OF_A_ROLE = 10

_TENANTS: LiteralString = """
INSERT INTO tenants (id, name)
SELECT lpad(to_hex(number), 32, '0')::uuid, 'Tenant ' || number FROM generate_series(0, %(tenants)s - 1) AS number
"""

# Every hundredth skill is about clinical trials. Identifiers are spread like random ones, and yet always the same.
_SKILLS: LiteralString = """
INSERT INTO skills (id, name, description, category, skill_type, tenant_id)
SELECT md5('skill ' || owner || ' ' || number)::uuid,
       'Skill ' || number || CASE WHEN owner < %(tenants)s THEN ' of tenant ' || owner ELSE ' for all' END,
       CASE WHEN number %% 100 = 0 THEN 'Planning of a clinical trial' ELSE 'What a person in the role can do' END,
       'Category ' || number %% 20, (ARRAY['Hard', 'Soft', 'Technical', 'Domain'])[1 + number %% 4],
       CASE WHEN owner < %(tenants)s THEN lpad(to_hex(owner), 32, '0')::uuid END
FROM generate_series(0, %(tenants)s) AS owner,
     generate_series(1, CASE WHEN owner < %(tenants)s THEN %(own)s ELSE %(shared)s END) AS number
"""

_ROLES: LiteralString = """
INSERT INTO org_roles (id, unique_id, role_name, role_title, description, is_active, tenant_id)
SELECT md5('role ' || number)::uuid, 'ROLE-' || lpad(number::text, 7, '0'), 'Role ' || number,
       'Title ' || number %% 500, 'What people in role ' || number || ' do', number %% 10 <> 9,
       lpad(to_hex(number %% %(tenants)s), 32, '0')::uuid
FROM generate_series(1, %(roles)s) AS number
"""

# Half of a role's skills are its tenant's, half are shared; the steps are prime to the numbers of skills, so that no
# role has a skill twice.
_LINKS: LiteralString = """
INSERT INTO role_skills (id, role_id, skill_id, required_proficiency)
SELECT md5('link ' || role || ' ' || number)::uuid, md5('role ' || role)::uuid,
       CASE WHEN number %% 2 = 0
            THEN md5('skill ' || role %% %(tenants)s || ' ' || 1 + (role * 7 + number * 37) %% %(own)s)::uuid
            ELSE md5('skill ' || %(tenants)s || ' ' || 1 + (role * 11 + number * 37) %% %(shared)s)::uuid END,
       (ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert'])[1 + number %% 4]
FROM generate_series(1, %(roles)s) AS role, generate_series(1, %(each)s) AS number
"""

_CONSTRAINTS: LiteralString = """
SELECT conname::text, pg_get_constraintdef(oid) FROM pg_constraint
WHERE conrelid = 'role_skills'::regclass AND contype IN ('p', 'u') ORDER BY contype, conname
"""

_INDEXES: LiteralString = """
SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index
WHERE indrelid = 'role_skills'::regclass
  AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid AND contype IN ('p', 'u')) ORDER BY 1
"""


def tenant(number: int) -> str:
    """The identifier of a tenant, counting from 0."""
    return f"00000000-0000-0000-0000-{number:012x}"


def fill(connection: psycopg.Connection[Any], rows: int) -> None:
    """Make tenants, skills, roles and `rows` links. `connection` is a superuser's, in autocommit.

    Indexes and keys of the junction are dropped and made again by their own definitions, which takes a fraction
    of the time; foreign keys stay and are not asked, since every link is good by its making.
    """
    numbers = {
        "tenants": TENANTS,
        "own": SKILLS_OF_EACH,
        "shared": SHARED_SKILLS,
        "each": SKILLS_OF_A_ROLE,
        "roles": rows // SKILLS_OF_A_ROLE,
    }
    connection.execute("SET session_replication_role TO replica")
    connection.execute("SET maintenance_work_mem TO '512MB'")
    for statement in (_TENANTS, _SKILLS, _ROLES):
        connection.execute(statement, numbers)
    constraints = connection.execute(_CONSTRAINTS).fetchall()
    for name, _ in constraints:
        connection.execute(sql.SQL("ALTER TABLE role_skills DROP CONSTRAINT {}").format(sql.Identifier(name)))
    indexes = connection.execute(_INDEXES).fetchall()
    for name, _ in indexes:
        connection.execute(f"DROP INDEX {name}".encode())
    connection.execute(_LINKS, numbers)
    for name, definition in constraints:
        made = sql.SQL("ALTER TABLE role_skills ADD CONSTRAINT {} ").format(sql.Identifier(name)).as_bytes(connection)
        connection.execute(made + str(definition).encode())
    for _, definition in indexes:
        connection.execute(str(definition).encode())
    connection.execute("RESET session_replication_role")
    connection.execute("VACUUM (ANALYZE)")
    links = connection.execute("SELECT count(*) FROM role_skills").fetchone()
    orphans = connection.execute(
        "SELECT count(*) FROM role_skills WHERE NOT EXISTS (SELECT FROM skills WHERE id = skill_id)"
    ).fetchone()
    assert links == (rows,), f"{links} links were made"
    assert orphans == (0,), f"{orphans} links lead nowhere"
