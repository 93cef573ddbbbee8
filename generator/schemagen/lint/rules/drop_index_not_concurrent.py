"""DROP INDEX locks the whole table, not only the index: readers and writers wait until the transaction ends.

    DROP INDEX public.orders_total_idx;                      -- ACCESS EXCLUSIVE on public.orders
    DROP INDEX CONCURRENTLY public.orders_total_idx;         -- outside of a transaction

Reported for tables that stood before the files. Where no file says which table an index belongs to, the index is
named instead. Not reported where the transaction has locked the table as strongly before.
"""

from schemagen.diagnostics import Severity
from schemagen.lint.lock_modes import ACCESS_EXCLUSIVE, blocks
from schemagen.lint.nodes import Node, name_parts
from schemagen.lint.rule import Context, Rule
from schemagen.lint.table_findings import held_locks, record

rule = Rule(__name__, Severity.WARNING)


@rule.on("DropStmt")
def _drops(context: Context, fields: Node) -> None:
    if fields.get("removeType") != "OBJECT_INDEX" or fields.get("concurrent") or not context.statement.executed:
        return
    for held in held_locks(context):
        advice = f"DROP INDEX CONCURRENTLY in a file without a transaction, or {record(rule.name, held.table)}"
        rule.report(context, held.message, object=str(held.table), help=advice, lock=held.mode, shown=held.new)
    for item in fields.get("objects", ()):
        name = context.session.resolve(name_parts(item), context.database)
        if name not in context.database.index_tables:
            rule.report(
                context,
                f"DROP INDEX {name} takes {ACCESS_EXCLUSIVE} on its table, and until the transaction ends "
                f"{blocks(ACCESS_EXCLUSIVE)}",
                object=str(name),
                at=item,
                help=f"DROP INDEX CONCURRENTLY in a file without a transaction, or {record(rule.name, name)}",
                lock=ACCESS_EXCLUSIVE,
            )
