"""The locks of one statement in, one set of facts per table that existed before out, as rules report them."""

from __future__ import annotations

from schemagen.diagnostics import Severity
from schemagen.lint.lock_modes import Cost, TableLock, blocks, stronger
from schemagen.lint.rule import Context
from schemagen.model.names import QualifiedName
from schemagen.records import dataclass
from schemagen.syntax.ignore_comments import ignore_comment

_MEANWHILE = {
    Cost.BRIEF: "",
    Cost.SCAN: "; the table is read to its end meanwhile",
    Cost.BUILD: "; an index is built meanwhile",
    Cost.REWRITE: "; every row is written anew meanwhile",
}


@dataclass(slots=True)
class HeldLock:
    """The strongest lock of a statement on one table, with everything that it is taken for.

    It is not `new` when the transaction has such a lock already and the statement does not make it last much longer.
    """

    table: QualifiedName
    mode: str
    actions: list[str]
    cost: Cost
    new: bool = True

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


def held_locks(context: Context) -> list[HeldLock]:
    """The locks of the current statement on tables that existed before the files, one per table."""
    held: dict[QualifiedName, HeldLock] = {}
    for lock in context.locks:
        _add(held, lock)
    for lock_held in held.values():
        before = context.session.lock_held(lock_held.table)
        covered = before is not None and stronger(before, lock_held.mode) == before
        lock_held.new = not covered or lock_held.cost is not Cost.BRIEF
    return list(held.values())


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
