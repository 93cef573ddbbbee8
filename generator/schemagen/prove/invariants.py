"""A migrated database in, what is wrong in it that the model has no words for out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

import psycopg

from schemagen.model.names import QualifiedName
from schemagen.model.project import Project
from schemagen.prove.report import Difference

Connection: TypeAlias = "psycopg.Connection[Any]"

_NOT_SOUND = """
SELECT format('constraint %%I on %%s', k.conname, k.conrelid::regclass), 'validated', 'not valid'
FROM pg_constraint AS k JOIN pg_namespace AS n ON n.oid = k.connamespace
WHERE NOT k.convalidated AND n.nspname = ANY (%(schemas)s)
UNION ALL
SELECT format('index %%s', i.indexrelid::regclass), 'valid', 'not valid'
FROM pg_index AS i JOIN pg_class AS c ON c.oid = i.indexrelid JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE NOT (i.indisvalid AND i.indisready) AND n.nspname = ANY (%(schemas)s)
UNION ALL
SELECT format('trigger %%I on %%s', g.tgname, g.tgrelid::regclass), 'enabled', g.tgenabled::text
FROM pg_trigger AS g JOIN pg_class AS c ON c.oid = g.tgrelid JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE g.tgenabled <> 'O' AND n.nspname = ANY (%(schemas)s)
UNION ALL
SELECT format('table %%s', c.oid::regclass), 'permanent', 'unlogged or temporary'
FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p') AND c.relpersistence <> 'p' AND n.nspname = ANY (%(schemas)s)
"""

# A sequence counts for its table: who may not insert there needs nothing on it, who may needs USAGE at most.
_SEQUENCES = """
SELECT format('sequence %%s', s.oid::regclass), t.oid::regclass::text,
       CASE WHEN x.grantee = 0 THEN 'PUBLIC' ELSE x.grantee::regrole::text END, lower(x.privilege_type)
FROM pg_class AS s
JOIN pg_namespace AS n ON n.oid = s.relnamespace
JOIN pg_depend AS d ON d.classid = 'pg_class'::regclass AND d.objid = s.oid AND d.refclassid = 'pg_class'::regclass
 AND d.deptype IN ('a', 'i')
JOIN pg_class AS t ON t.oid = d.refobjid
JOIN pg_namespace AS tn ON tn.oid = t.relnamespace
JOIN unnest(%(table_schemas)s::text[], %(table_names)s::text[]) AS made (schema, name)
  ON made.schema = tn.nspname AND made.name = t.relname
CROSS JOIN aclexplode(s.relacl) AS x
WHERE s.relkind = 'S' AND x.grantee <> s.relowner AND n.nspname = ANY (%(schemas)s)
  AND NOT (x.grantee <> 0 AND lower(x.privilege_type) IN ('usage', 'select')
           AND has_any_column_privilege(x.grantee, t.oid, 'INSERT'))
ORDER BY 1, 3, 4
"""

_BOOKKEEPING = """
SELECT o.kind || ' ' || o.name, CASE WHEN x.grantee = 0 THEN 'PUBLIC' ELSE x.grantee::regrole::text END,
       lower(x.privilege_type)
FROM (
  SELECT 'schema' AS kind, n.nspname::text AS name, n.nspowner AS owner, n.nspacl AS acl
  FROM pg_namespace AS n WHERE n.nspname = %(bookkeeping)s
  UNION ALL
  SELECT 'relation', c.oid::regclass::text, c.relowner, c.relacl
  FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
  WHERE n.nspname = %(bookkeeping)s AND c.relkind IN ('r', 'p', 'v', 'm', 'S')
  UNION ALL
  SELECT 'routine', p.oid::regprocedure::text, p.proowner, coalesce(p.proacl, acldefault('f', p.proowner))
  FROM pg_proc AS p JOIN pg_namespace AS n ON n.oid = p.pronamespace WHERE n.nspname = %(bookkeeping)s
) AS o
CROSS JOIN aclexplode(o.acl) AS x
WHERE x.grantee <> o.owner
ORDER BY 1, 2, 3
"""

# No specification can ask for it, so the comparison with the model does not look for it.
_GRANTABLE = """
SELECT DISTINCT o.kind || ' ' || o.name, x.grantee::regrole::text, lower(x.privilege_type)
FROM (
  SELECT 'relation' AS kind, c.oid::regclass::text AS name, c.relowner AS owner, c.relacl AS acl
  FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace WHERE (n.nspname, c.relname) IN
       (SELECT * FROM unnest(%(schemas_of_made)s::text[], %(names_of_made)s::text[]))
  UNION ALL
  SELECT 'column', format('%%s.%%I', a.attrelid::regclass, a.attname), c.relowner, a.attacl
  FROM pg_attribute AS a JOIN pg_class AS c ON c.oid = a.attrelid JOIN pg_namespace AS n ON n.oid = c.relnamespace
  WHERE (n.nspname, c.relname) IN (SELECT * FROM unnest(%(schemas_of_made)s::text[], %(names_of_made)s::text[]))
  UNION ALL
  SELECT 'function', p.oid::regprocedure::text, p.proowner, p.proacl
  FROM pg_proc AS p JOIN pg_namespace AS n ON n.oid = p.pronamespace WHERE (n.nspname, p.proname) IN
       (SELECT * FROM unnest(%(function_schemas)s::text[], %(function_names)s::text[]))
) AS o
CROSS JOIN aclexplode(o.acl) AS x
WHERE x.is_grantable AND x.grantee <> o.owner
ORDER BY 1, 2, 3
"""

_MODELLED = (
    *("table", "column", "constraint", "index", "trigger", "policy", "view", "type", "function", "sequence"),
    *("comment", "extension", "schema"),
)
"""The first words of the keys of a fingerprint that the comparison with the model looks after."""


def broken_invariants(connection: Connection, project: Project, schemas: Sequence[str]) -> list[Difference]:
    """What holds after every phase: all is valid and enabled, sequences and bookkeeping are nobody else's."""
    made = [table.name for table in project.after.managed_tables()]
    parameters = {
        "schemas": list(schemas),
        "table_schemas": [name.schema for name in made],
        "table_names": [name.name for name in made],
        "schemas_of_made": [name.schema for name in _relations(project)],
        "names_of_made": [name.name for name in _relations(project)],
        "function_schemas": [name.schema for name in _functions(project)],
        "function_names": [name.name for name in _functions(project)],
        "bookkeeping": project.bookkeeping,
    }
    found = [Difference(*row) for row in connection.execute(_NOT_SOUND.encode(), parameters)]
    for sequence, table, role, privilege in connection.execute(_SEQUENCES.encode(), parameters):
        found.append(Difference(sequence, f"nothing for {role}, as on table {table}", f"{privilege} for {role}"))
    for what, role, privilege in connection.execute(_GRANTABLE.encode(), parameters):
        found.append(Difference(what, f"nothing for {role} to give on", f"{privilege} with grant option"))
    for what, role, privilege in connection.execute(_BOOKKEEPING.encode(), parameters):
        found.append(Difference(what, "nothing for others than the owner", f"{privilege} for {role}"))
    return found


def _relations(project: Project) -> list[QualifiedName]:
    """Tables and views that the migrations make; a function of the same name is another thing."""
    after = project.after
    return [table.name for table in after.managed_tables()] + [v.name for v in after.views.values() if v.managed]


def _functions(project: Project) -> list[QualifiedName]:
    return [function.name for function in project.after.functions.values() if function.managed]


def beyond_the_model(before: Mapping[str, str], now: Mapping[str, str], bookkeeping: str) -> list[Difference]:
    """What a phase made or changed that no specification can ask for, such as a procedure left behind."""
    found: list[Difference] = []
    for key in sorted(before.keys() | now.keys()):
        if key.split(" ", 1)[0] in _MODELLED or before.get(key) == now.get(key):
            continue
        if f" {bookkeeping}." in key or f' "{bookkeeping}".' in key:
            continue
        found.append(Difference(key, before.get(key, "(missing)"), now.get(key, "(missing)")))
    return found
