"""A migrated database in, the functions out whose bodies the server does not take now that everything stands.

The files make functions without a look at their bodies, which may name tables that follow. Of an SQL function the
server then reads the whole body: tables, columns, types and what it returns. Of a PL/pgSQL function it reads the syntax
and the types of its variables; what the statements in it name is looked up when they are run.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

import psycopg

from schemagen.model.project import Project
from schemagen.prove.report import Difference
from schemagen.prove.statement_text import identifier

Connection: TypeAlias = "psycopg.Connection[Any]"

_DEFINITIONS = """
SELECT p.oid::regprocedure::text, pg_get_functiondef(p.oid)
FROM pg_proc AS p JOIN pg_namespace AS n ON n.oid = p.pronamespace
WHERE n.nspname::text = %s AND p.proname::text = %s AND p.prokind IN ('f', 'p')
ORDER BY 1
"""


def body_differences(connection: Connection, project: Project) -> Iterator[Difference]:
    """Make each function of the specification again as it stands, with a look at its body; nothing of it stays."""
    path = ", ".join(identifier(name) for name in (*project.search_path, "pg_temp"))
    with connection.transaction(force_rollback=True):
        connection.execute(f"SET LOCAL search_path = {path}; SET LOCAL check_function_bodies = on".encode())
        for function in project.after.functions.values():
            if not function.managed:
                continue
            name = function.name
            for shown, definition in connection.execute(_DEFINITIONS, [name.schema, name.name]).fetchall():
                try:
                    with connection.transaction(force_rollback=True):
                        connection.execute(definition.encode())
                except psycopg.Error as error:
                    message = error.diag.message_primary or str(error)
                    more = f" ({error.diag.message_detail})" if error.diag.message_detail else ""
                    yield Difference(f"function {shown}", "the server takes its body", f"{message}{more}")
