"""A statement takes a lock on a table that people may be using, and they wait until the transaction ends.

Reported for tables that stood before the files (those that no file makes), when the lock keeps readers or writers
out: SHARE, SHARE ROW EXCLUSIVE, EXCLUSIVE, ACCESS EXCLUSIVE. It is an error where the lock lasts as long as the table
is large (a scan, an index, a rewrite), a warning for a change of the catalog, a note for a foreign key from a new,
empty table. Within a transaction the first lock on a table is reported, later ones where they are stronger or last.

    ALTER TABLE public.orders ADD CHECK (total >= 0);                        -- reads all rows under the lock
    ALTER TABLE public.orders ADD CHECK (total >= 0) NOT VALID;              -- brief; VALIDATE in a later transaction

Where the lock is what you want, say so directly above the statement:

    -- schemagen: ignore lock-on-existing-table on public.orders: a change of the catalog, under lock_timeout
    ALTER TABLE public.orders ADD COLUMN note text;

Building and dropping indexes are rules of their own: index-not-concurrent, drop-index-not-concurrent.
"""

from schemagen.diagnostics import Severity
from schemagen.lint.lock_modes import Cost
from schemagen.lint.locks import LOCKING_STATEMENTS
from schemagen.lint.nodes import Node
from schemagen.lint.rule import Context, Rule
from schemagen.lint.table_findings import HeldLock, held_locks, record

rule = Rule(__name__, Severity.WARNING)


@rule.on(*(tag for tag in LOCKING_STATEMENTS if tag != "IndexStmt"))
def _locks(context: Context, fields: Node) -> None:
    tag = context.statement.tag
    if fields is not context.statement.fields or fields.get("removeType") == "OBJECT_INDEX":
        return
    for held in held_locks(context):
        new_table = tag == "CreateStmt" and held.cost is Cost.BRIEF
        rule.report(
            context,
            held.message,
            object=str(held.table),
            help=_advice(held),
            lock=held.mode,
            severity=Severity.INFO if new_table else held.severity,
            shown=held.new,
        )


def _advice(held: HeldLock) -> str:
    if held.cost is Cost.SCAN:
        return f"add it NOT VALID and VALIDATE it in a later transaction, or {record(rule.name, held.table)}"
    if held.cost is Cost.BUILD:
        return f"build the index CONCURRENTLY first and add it USING INDEX, or {record(rule.name, held.table)}"
    if held.cost is Cost.REWRITE:
        return f"make a new column, fill it in batches and switch, or {record(rule.name, held.table)}"
    return f"set a lock_timeout and keep the transaction short; {record(rule.name, held.table)}"
