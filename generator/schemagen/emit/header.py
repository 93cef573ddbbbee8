"""The header of a migration file: in, the plan of a phase; out, lines that tell a reviewer what it is and does."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator

from schemagen.emit.force import force_hazards, forced_tables
from schemagen.emit.kept_tables import keepable, kept_force_hazards
from schemagen.emit.locks import file_locks
from schemagen.emit.preflight_needs import empty_tables
from schemagen.emit.preflight_rows import row_rules
from schemagen.emit.sql_moves import checks_of_new_rows
from schemagen.model.columns import Column
from schemagen.model.schema import Policy, Table
from schemagen.plan.hazards import BLOCKS, hazards
from schemagen.plan.losses import Loss, keeps, loss
from schemagen.plan.operations import Alter, Create, Drop, MoveArray, Operation, SeedRows
from schemagen.plan.phases import PhasePlan

_WIDTH = 110
_LABEL = 9
_COUNT, _PLURAL = "\0count", "\0plural"
"""Places in a phrase that no name can hold, since PostgreSQL's names hold no NUL."""
_DEFAULT_LOCK_TABLE = 64 * 100
"""How many locks a server with default settings can hold: max_locks_per_transaction times max_connections."""


def header_lines(plan: PhasePlan, direction: str, operations: tuple[Operation, ...], stem: str) -> Iterator[str]:
    """The comment lines below the title, without the dashes in front."""
    project, forward = plan.project, direction == "forward"
    yield f"Made by schemagen from {project.source}. Do not edit: change the specification and build again."
    yield ""
    yield from _labelled("Does" if forward else "Undoes", _summary(operations))
    yield from _labelled("Needs", _needs(plan) if forward else f"{stem}.sql applied, and no later phase.")
    yield from _labelled("Locks", _locks(plan, operations))
    found = [h for o in operations for h in hazards(o, plan.before)]
    found += force_hazards(forced_tables(operations, plan.after), plan.before)
    found += kept_force_hazards(plan)
    for hazard in dict.fromkeys(found):
        yield from _labelled("Hazard", f"{hazard.rule} on {hazard.object}: {hazard.reason}.")
    if forward and any(_GUARD in f"{p.using} {p.check}" for o in operations for p in _policies(o)):
        yield from _labelled("Policies", _GUARD_NOTE)
    if _lock_count(operations) > _DEFAULT_LOCK_TABLE // 2:
        text = f"about {_lock_count(operations)} locks at once: raise max_locks_per_transaction if it runs out of them."
        yield from _labelled("Memory", text)
    if forward and plan.phase.holds == ("seed",):
        yield from _labelled(
            "Again",
            "it may be run again: it inserts what is missing by natural key, also rows that "
            "somebody deleted or renamed since.",
        )
    if forward:
        optional = keepable(operations)
        if optional:
            names = ", ".join(map(str, optional))
            text = (
                f"{names} where it is there already, if it is exactly what this file would make; so does its rollback."
            )
            yield from _labelled("Keeps", text)
        yield from _labelled("Undo", f"{stem}.rollback.sql")
        if keeps(plan.back):
            yield from _labelled("Restore", _RESTORE)
    else:
        yield from _labelled("Keeps", _keeps(plan, operations))
        for operation in operations:
            if loss(operation) is Loss.LOSSY:
                yield from _labelled("Loses", f"what people made there: {operation.summary}.")
    name = f"{stem}.sql" if forward else f"{stem}.rollback.sql"
    yield from _labelled("Run", f"psql -X -v ON_ERROR_STOP=1 -f {name}")
    yield from _labelled("", "One transaction: it succeeds as a whole, with one row that says so, or changes nothing.")


_RESTORE = (
    "what an earlier rollback of this phase kept comes back with SET schemagen.restore = 'all' in the same session, or "
    "with the names of archives and commas between them; PGOPTIONS can carry the setting."
)


def _keeps(plan: PhasePlan, operations: Iterable[Operation]) -> str:
    """What becomes of everything that a rollback does not undo, and of what people made since."""
    optional = keepable(operations)
    there = f", also {', '.join(map(str, optional))} where the phase found it" if optional else ""
    said = [f"everything that was there before{there}"]
    kept = []
    if any(isinstance(o, Drop) and isinstance(o.subject, Table) for o in operations):
        kept.append("all rows that are left in the tables that it drops")
    if any(isinstance(o, Drop) and isinstance(o.subject, Column) and loss(o) is Loss.BY_ARCHIVE for o in operations):
        kept.append("values that people wrote into the columns that it drops")
    if any(isinstance(o, MoveArray) for o in operations):
        kept.append(
            "links that were added, changed or deleted since the move, and rows that it had made and that people "
            "changed or such links refer to"
        )
    if any(isinstance(o, MoveArray) and o.move.rollback == "rebuilt_arrays" for o in operations):
        kept.append("arrays as they were where they are rebuilt from the links")
    if any(isinstance(o, SeedRows) for o in operations):
        said.append("rows of the seed that people changed or refer to, in their place")
    if kept:
        said.append(f"{', '.join(kept)}: in a schema {plan.project.archives}<n> that it makes if there are any")
    return f"{'; '.join(said)}. What it cannot do safely stops it, with nothing changed, and is named."


_GUARD = "pg_catalog.count(nullif("
_GUARD_NOTE = (
    "`(SELECT pg_catalog.count(nullif(...)::...) >= 0)` is always true: it reads the tenant before any row is looked "
    "at, so a malformed setting is an error even where only shared rows would be seen."
)


def _policies(operation: Operation) -> tuple[Policy, ...]:
    match operation:
        case Create(Table() as table):
            return table.policies
        case Create(Policy() as policy):
            return (policy,)
        case _:
            return ()


def _labelled(label: str, text: str) -> Iterator[str]:
    lines = textwrap.wrap(text, _WIDTH - _LABEL, break_long_words=False, break_on_hyphens=False) or [""]
    for number, line in enumerate(lines):
        yield f"{label if number == 0 else '':<{_LABEL}}{line}"


def _needs(plan: PhasePlan) -> str:
    project = plan.project
    parts = [f"PostgreSQL {project.postgres} or later"]
    if plan.phase.number > 1:
        earlier = ", ".join(phase.name for phase in project.phases[: plan.phase.number - 1])
        parts.append(f"the phases before it from the same build ({earlier})")
    else:
        parts.append("CREATE on the database and the schema")
    parts.append("the owner of the tables that it changes")
    for table in empty_tables(plan):
        parts.append(f"no row in {table.name} (no value for its new {', '.join(table.columns)})")
    for rule in row_rules(plan):
        if rule.constant:
            parts.append(f"one row at most in {rule.table} (all rows get the same in {', '.join(rule.key)})")
        else:
            parts.append(f"no row in {rule.table} that {rule.name} refuses")
    for operation in plan.forward:
        if isinstance(operation, MoveArray) and checks_of_new_rows(operation.move, plan.after):
            move = operation.move
            parts.append(f"in {move.table}.{move.column} no element that a check of {move.reference} refuses")
    return "; ".join(parts) + "."


def _summary(operations: Iterable[Operation]) -> str:
    counts: Counter[str] = Counter()
    for operation in operations:
        match operation:
            case Create(subject, table) | Drop(subject, table):
                verb = "creates" if isinstance(operation, Create) else "drops"
                kind = "table" if isinstance(subject, Table) else _kind(subject)
                phrase = f"{verb} {_COUNT} {kind}{_PLURAL}" + (f" on {table}" if table is not None else "")
            case Alter(name, what):
                phrase = f"changes the {what} of {name}"
            case MoveArray(move, back):
                phrase = (
                    f"gives {move.table}.{move.column} its name back and takes its rows out of {move.junction}"
                    if back
                    else f"moves {move.table}.{move.column} into {move.junction}"
                )
            case SeedRows(seed, remove):
                verb, preposition = ("removes", "from") if remove else ("inserts", "into")
                phrase = f"{verb} {len(seed.rows)} seed rows {preposition} {seed.table}"
        counts[phrase] += 1
    said = [phrase.replace(_COUNT, str(n)).replace(_PLURAL, _plural(phrase, n)) for phrase, n in counts.items()]
    return "; ".join(said) + "." if said else "nothing."


def _plural(phrase: str, count: int) -> str:
    if count == 1:
        return ""
    return "es" if phrase.split(_PLURAL, maxsplit=1)[0].endswith("index") else "s"


def _kind(subject: object) -> str:
    words = {"PrimaryKey": "primary key", "Check": "check constraint", "Unique": "unique constraint"}
    words |= {"ForeignKey": "foreign key", "Exclude": "exclusion constraint", "Policy": "policy"}
    return words.get(type(subject).__name__, type(subject).__name__.lower())


def _locks(plan: PhasePlan, operations: tuple[Operation, ...]) -> str:
    found = file_locks(plan, operations)
    if not found:
        return "nothing that was there before."
    groups: dict[tuple[str, str], list[str]] = {}
    for lock in found:
        groups.setdefault((lock.mode, lock.reason), []).append(str(lock.table))
    said = [f"{mode} on {', '.join(tables)} ({reason}; {BLOCKS[mode]})" for (mode, reason), tables in groups.items()]
    wait = f"Waits at most {plan.project.lock_timeout_ms} ms for "
    wait += (
        "it and holds it until COMMIT." if len(found) == 1 else "each, while it holds none, and keeps all until COMMIT."
    )
    return "; ".join(said) + ". " + wait


def _lock_count(operations: Iterable[Operation]) -> int:
    count = 0
    for operation in operations:
        if isinstance(operation, Create | Drop) and isinstance(operation.subject, Table):
            table = operation.subject
            # A table, its indexes, its toast table with index, and the targets of its foreign keys.
            count += 3 + len(table.indexes) + len(table.constraints)
    return count
