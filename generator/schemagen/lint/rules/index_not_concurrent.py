"""CREATE INDEX on a table that stood before: nobody can write to it for as long as the index is built.

    CREATE INDEX orders_total_idx ON public.orders (total);                  -- SHARE for the whole build
    CREATE INDEX CONCURRENTLY orders_total_idx ON public.orders (total);     -- outside of a transaction

CONCURRENTLY cannot run in a transaction, so it cannot be undone with the rest of a file. An index on a table that the
files make is built before anybody uses it and is not reported.
"""

from schemagen.diagnostics import Severity
from schemagen.lint.nodes import Node
from schemagen.lint.rule import Context, Rule
from schemagen.lint.table_findings import held_locks, record

rule = Rule(__name__, Severity.ERROR)


@rule.on("IndexStmt")
def _builds(context: Context, fields: Node) -> None:
    for held in held_locks(context):
        rule.report(
            context,
            held.message,
            object=str(held.table),
            help=f"CREATE INDEX CONCURRENTLY in a file without a transaction, or {record(rule.name, held.table)}",
            lock=held.mode,
        )
