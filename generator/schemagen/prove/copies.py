"""A copy of a database of the user's in, the same in the hands of the proof's owner out.

Only the copy is changed. Who owns what in the original may be a superuser, whom nothing binds; here it is the ordinary
owner that runs the files, so that a missing privilege or a policy shows.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, TypeAlias

import psycopg

from schemagen.prove.statement_text import identifier

Connection: TypeAlias = "psycopg.Connection[Any]"

_OBJECTS = """
WITH own AS (SELECT oid FROM pg_namespace WHERE nspname = ANY (%s)),
made AS (SELECT classid, objid FROM pg_depend WHERE deptype = 'e')
SELECT format('ALTER %%s %%s OWNER TO %%s',
              CASE relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'f' THEN 'FOREIGN TABLE'
                           WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END, c.oid::regclass, %s::text)
FROM pg_class AS c
WHERE relnamespace IN (SELECT oid FROM own) AND relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
  AND ('pg_class'::regclass, c.oid) NOT IN (SELECT classid, objid FROM made)
  -- The sequence of a column goes with its table.
  AND NOT EXISTS (SELECT FROM pg_depend AS d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid
                  AND c.relkind = 'S' AND d.deptype IN ('a', 'i'))
UNION ALL
SELECT format('ALTER ROUTINE %%s OWNER TO %%s', p.oid::regprocedure, %s::text)
FROM pg_proc AS p
WHERE pronamespace IN (SELECT oid FROM own) AND prokind <> 'a'
  AND ('pg_proc'::regclass, p.oid) NOT IN (SELECT classid, objid FROM made)
UNION ALL
SELECT format('ALTER %%s %%s OWNER TO %%s', CASE typtype WHEN 'd' THEN 'DOMAIN' ELSE 'TYPE' END, t.oid::regtype,
              %s::text)
FROM pg_type AS t
WHERE typnamespace IN (SELECT oid FROM own) AND typtype IN ('d', 'e')
  AND ('pg_type'::regclass, t.oid) NOT IN (SELECT classid, objid FROM made)
"""


def hand_over(connection: Connection, schemas: Collection[str], owner: str) -> None:
    """Make the role the owner of all tables, views, sequences, functions and types in the schemas.

    `connection` is a superuser's to the copy, in autocommit.
    """
    name = identifier(owner)
    with connection.transaction():
        # So that every name is printed with its schema.
        connection.execute("SET LOCAL search_path TO pg_catalog")
        for (statement,) in connection.execute(_OBJECTS, [list(schemas), name, name, name]).fetchall():
            connection.execute(statement.encode())
