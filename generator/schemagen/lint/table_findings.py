"""The locks of one statement in, one set of facts per table that existed before out, as rules report them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from schemagen.diagnostics import Severity
from schemagen.lint.lock_modes import Cost, TableLock, blocks, stronger
from schemagen.lint.locks import table_locks
from schemagen.lint.nodes import Node
from schemagen.lint.rule import Context
from schemagen.model.names import QualifiedName
from schemagen.syntax.ignore_comments import ignore_comment

_MEANWHILE = {
    Cost.BRIEF: "",
    Cost.SCAN: "; the table is read to its end meanwhile",
    Cost.BUILD: "; an index is built meanwhile",
    Cost.REWRITE: "; every row is written anew meanwhile",
}


@dataclass(slots=True)
class HeldLock:
    """The strongest lock of a statement on one table, with everything that it is taken for."""

    table: QualifiedName
    mode: str
    actions: list[str]
    cost: Cost

    @property
    def message(self) -> str:
        return (
            f"{self.table}, which existed before, {', '.join(self.actions)}: this takes {self.mode}, and until the "
            f"transaction ends {blocks(self.mode)}{_MEANWHILE[self.cost]}"
        )

    @property
    def severity(self) -> Severity:
        """An error where the lock lasts as long as the table is large, else a warning."""
        return Severity.WARNING if self.cost is Cost.BRIEF else Severity.ERROR


def held_locks(context: Context, tag: str, fields: Node) -> Iterator[HeldLock]:
    """The locks of the current statement on tables that existed before the files, one per table.

    Nothing for a statement in the body of a function, which runs some other time.
    """
    if not context.statement.executed:
        return
    held: dict[QualifiedName, HeldLock] = {}
    for lock in table_locks(tag, fields, context.database, context.session):
        relation = context.database.relations.get(lock.table)
        if relation is not None and not relation.existed_before:
            continue
        _add(held, lock)
    yield from held.values()


def _add(held: dict[QualifiedName, HeldLock], lock: TableLock) -> None:
    known = held.get(lock.table)
    if known is None:
        held[lock.table] = HeldLock(lock.table, lock.mode, [lock.action], lock.cost)
        return
    known.mode = stronger(known.mode, lock.mode)
    known.cost = max(known.cost, lock.cost)
    if lock.action not in known.actions:
        known.actions.append(lock.action)


def record(rule: str, table: QualifiedName) -> str:
    """The advice for somebody who takes the lock on purpose."""
    return f"take it on purpose with `-- {ignore_comment(rule, str(table), 'WHY')}` above the statement"
