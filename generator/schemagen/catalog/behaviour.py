"""Policies and triggers of a live database in, those of the model by the oid of their table out."""

from __future__ import annotations

from collections.abc import Sequence

from schemagen.catalog.session import Connection, fetch
from schemagen.catalog.sql_text import trigger_condition
from schemagen.model.names import QualifiedName
from schemagen.model.schema import Policy, PolicyCommand, Trigger, TriggerTiming

# A policy for PUBLIC lists the role 0.
_POLICIES = """
SELECT p.polrelid, p.polname::text, p.polcmd::text, p.polpermissive, t.relowner = ANY (p.polroles),
       ARRAY(SELECT r.rolname::text FROM pg_roles AS r
             WHERE r.oid = ANY (p.polroles) AND r.oid <> t.relowner ORDER BY r.rolname COLLATE "C"),
       pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid), d.description
FROM pg_policy AS p
JOIN pg_class AS t ON t.oid = p.polrelid
JOIN pg_namespace AS n ON n.oid = t.relnamespace
LEFT JOIN pg_description AS d ON d.classoid = 'pg_policy'::regclass AND d.objoid = p.oid
WHERE n.nspname = ANY (%(schemas)s)
ORDER BY p.polrelid, p.polname
"""

_COMMANDS: dict[str, PolicyCommand] = {"*": "all", "r": "select", "a": "insert", "w": "update", "d": "delete"}


def read_policies(connection: Connection, schemas: Sequence[str]) -> dict[int, list[Policy]]:
    """The policies of every table by its oid, ordered by name; the owner of the table is said by `owner`."""
    policies: dict[int, list[Policy]] = {}
    for table, name, command, permissive, owner, roles, using, check, comment in fetch(connection, _POLICIES, schemas):
        policies.setdefault(table, []).append(
            Policy(
                name=name,
                command=_COMMANDS[command],
                roles=tuple(roles),
                using=using,
                check=check,
                permissive=permissive,
                owner=owner,
                comment=comment,
            )
        )
    return policies


# Triggers of foreign keys are internal; those of partitions are copies of their parent's.
_TRIGGERS = """
SELECT g.tgrelid, g.tgname::text, g.tgtype, f.proname::text, fn.nspname::text, g.tgargs,
       ARRAY(SELECT a.attname::text FROM unnest(g.tgattr::int2[]) WITH ORDINALITY AS k (number, place)
             JOIN pg_attribute AS a ON a.attrelid = g.tgrelid AND a.attnum = k.number ORDER BY k.place),
       CASE WHEN g.tgqual IS NOT NULL THEN pg_get_triggerdef(g.oid) END, d.description
FROM pg_trigger AS g
JOIN pg_class AS t ON t.oid = g.tgrelid
JOIN pg_namespace AS n ON n.oid = t.relnamespace
JOIN pg_proc AS f ON f.oid = g.tgfoid
JOIN pg_namespace AS fn ON fn.oid = f.pronamespace
LEFT JOIN pg_description AS d ON d.classoid = 'pg_trigger'::regclass AND d.objoid = g.oid
WHERE NOT g.tgisinternal AND t.relkind IN ('r', 'p') AND NOT t.relispartition
  AND n.nspname = ANY (%(schemas)s)
ORDER BY g.tgrelid, g.tgname
"""

# The bits of pg_trigger.tgtype, from src/include/catalog/pg_trigger.h.
_ROW, _BEFORE, _INSTEAD = 1, 2, 64
_EVENTS = (("insert", 4), ("update", 16), ("delete", 8), ("truncate", 32))


def read_triggers(connection: Connection, schemas: Sequence[str]) -> dict[int, list[Trigger]]:
    """The triggers of every table by its oid, ordered by name, without those of constraints."""
    triggers: dict[int, list[Trigger]] = {}
    for table, name, bits, function, function_schema, arguments, update_of, definition, comment in fetch(
        connection, _TRIGGERS, schemas
    ):
        timing: TriggerTiming = "before" if bits & _BEFORE else "instead of" if bits & _INSTEAD else "after"
        triggers.setdefault(table, []).append(
            Trigger(
                name=name,
                timing=timing,
                events=tuple(event for event, bit in _EVENTS if bits & bit),
                function=QualifiedName(function_schema, function),
                # Every argument ends in a zero byte.
                arguments=tuple(bytes(arguments).decode().split("\0")[:-1]),
                update_of=tuple(update_of),
                for_each_row=bool(bits & _ROW),
                when=trigger_condition(definition) if definition is not None else None,
                comment=comment,
            )
        )
    return triggers
