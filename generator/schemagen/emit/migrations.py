"""Migration files: in, the plan of every phase; out, forward and rollback SQL as {path: text}.

Each file carries the hash of its own text and of the phases before it, so that a database knows which build it has.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence

from schemagen.emit.definitions import Name, definition_names, record_sql
from schemagen.emit.force import force_hazards, forced_tables
from schemagen.emit.header import header_lines
from schemagen.emit.kept_tables import comparison_sql, force_kept_sql, forget_sql, keeps_tables
from schemagen.emit.locks import take_locks
from schemagen.emit.preflight import phase_title, preflight
from schemagen.emit.preflight_facts import EarlierPhase, Preflight
from schemagen.emit.statements import (
    CONSTRAINT_KINDS,
    comment_of,
    expected_privileges,
    new_objects,
    new_sequences,
    sections,
)
from schemagen.model.columns import Column
from schemagen.model.constraints import ForeignKey
from schemagen.model.names import QualifiedName
from schemagen.model.project import Phase, Project
from schemagen.model.schema import Function, Table
from schemagen.plan.losses import Loss, keeps, loss
from schemagen.plan.operations import Create, Drop, MoveArray, Operation, SeedRows
from schemagen.plan.phases import PhasePlan
from schemagen.records import dataclass
from schemagen.render.environment import macro, render

_UNKNOWN_BUILD = "0" * 64
"""Stands for a file's own hash while the hash is being made; no text can contain its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What the frame of a file prints besides its sections."""

    title: str
    lines: tuple[str, ...]
    lock_timeout: str
    statement_timeout: str
    search_path: tuple[str, ...]
    functions: bool
    bookkeeping: str
    direction: str
    number: int
    phase: str
    build: str
    drops_bookkeeping: bool
    result: str


@dataclass(frozen=True, slots=True)
class Migrations:
    """Texts by path relative to out/, and by the number of each phase the hash of its forward file."""

    files: dict[str, str]
    builds: dict[int, str]


def emit(plans: Iterable[PhasePlan]) -> dict[str, str]:
    """`migrations/<version>_<name>_<phase>.sql` and `.rollback.sql` for each phase, in order."""
    return emit_with_builds(plans).files


def emit_with_builds(plans: Iterable[PhasePlan]) -> Migrations:
    """The files of `emit` with the hashes that a database will remember."""
    files: dict[str, str] = {}
    earlier: list[EarlierPhase] = []
    recorded: list[Name] = []
    for plan in plans:
        stem = file_stem(plan.project, plan.phase)
        unknown = preflight(plan, _UNKNOWN_BUILD, earlier)
        parts = _forward_parts(plan, unknown.creates_bookkeeping, recorded)
        recorded += definition_names(plan.forward)
        draft = _forward(plan, unknown, parts)
        build = hashlib.sha256(draft.encode()).hexdigest()
        facts = preflight(plan, build, earlier)
        # Data may hold as many zeros as the place of the hash does; then the file is put together once more instead.
        once = draft.count("0" * 64) == 1 and draft.count(_UNKNOWN_BUILD) == 1
        files[f"migrations/{stem}.sql"] = draft.replace(_UNKNOWN_BUILD, build) if once else _forward(plan, facts, parts)
        files[f"migrations/{stem}.rollback.sql"] = _back(plan, facts)
        earlier.append(EarlierPhase(plan.phase.number, plan.phase.name, f"{stem}.sql", build))
    return Migrations(files, {phase.number: phase.build for phase in earlier})


def file_stem(project: Project, phase: Phase) -> str:
    """`20251122000001_pharma_roles_reference_tables`."""
    return f"{phase.version}_{project.name}_{phase.name}"


def _forward(plan: PhasePlan, facts: Preflight, parts: list[str]) -> str:
    result = f"{phase_title(plan.phase, plan.project.name)}: applied"
    return _file(plan, facts, "forward", plan.forward, macro("sql/preflight.sql.j2", "forward")(facts), parts, result)


def _forward_parts(plan: PhasePlan, creates_bookkeeping: bool, recorded: Sequence[Name]) -> list[str]:
    """What the file does after its preflight; nothing in it knows the hash of the file.

    `recorded` is what the phases before write down about their objects.
    """
    bookkeeping = plan.project.bookkeeping
    forced = forced_tables(plan.forward, plan.after)
    standing = [name for name in forced if name in plan.before.tables]
    made = frozenset(forced) - frozenset(standing)
    parts = take_locks(plan, plan.forward)
    if creates_bookkeeping:
        parts.append(macro("sql/bookkeeping.sql.j2", "create")(bookkeeping, keeps_tables(plan.project)))
    parts += comparison_sql(plan, phase_title(plan.phase, plan.project.name), CONSTRAINT_KINDS)
    if keeps(plan.back):
        parts.append(macro("sql/restore.sql.j2", "announce")(bookkeeping, plan.phase.number))
    parts += _force("lift", plan, standing)
    parts += force_kept_sql("lift", plan)
    seeding = next((n for n, operation in enumerate(plan.forward) if isinstance(operation, SeedRows)), None)
    earlier, later = plan.forward[:seeding], plan.forward[seeding:] if seeding is not None else ()
    parts += sections(plan, earlier, forced_later=made)
    seeded = {operation.seed.table for operation in later if isinstance(operation, SeedRows)}
    back = tuple(_restored_tables(earlier))
    if seeded & set(back):
        parts.append(macro("sql/restore.sql.j2", "bring_back")(bookkeeping, plan.phase.number, back, True))
    parts += sections(plan, later, forced_later=made)
    parts += _references(plan)
    # What moves bring back they bring back themselves, before they look.
    restored = tuple(_restored_tables(plan.forward))
    if restored:
        parts.append(macro("sql/restore.sql.j2", "bring_back")(bookkeeping, plan.phase.number, restored))
    parts += _force("restore", plan, forced)
    parts += _assertions(plan)
    record = record_sql(plan, recorded)
    return [*parts, record] if record else parts


def _back(plan: PhasePlan, facts: Preflight) -> str:
    forced = forced_tables(plan.back, plan.after)
    going = {table.name for table in facts.dropped_tables}
    # Rows that the file brought go first; only then can what is left be somebody's.
    data = tuple(o for o in plan.back if isinstance(o, MoveArray | SeedRows))
    rest = tuple(o for o in plan.back if not isinstance(o, MoveArray | SeedRows))
    parts = take_locks(plan, plan.back)
    parts += _force("lift", plan, forced)
    parts += sections(plan, data)
    if facts.dropped_tables or facts.dropped_columns or facts.dropped_extensions:
        parts.append(macro("sql/in_the_way.sql.j2", "in_the_way")(facts).strip("\n"))
    values = macro("sql/archive.sql.j2", "values")
    bookkeeping, number = plan.project.bookkeeping, plan.phase.number
    parts += [values(bookkeeping, number, dropped).strip("\n") for dropped in facts.dropped_values if dropped.key]
    if facts.dropped_tables:
        parts.append(macro("sql/archive.sql.j2", "quiet")())
    parts += sections(plan, rest)
    if keeps(plan.back):
        parts.append(macro("sql/archive.sql.j2", "say")(bookkeeping))
    parts += _force("restore", plan, [name for name in forced if name not in going])
    parts += force_kept_sql("restore", plan)
    if facts.creates_bookkeeping:
        parts.append(macro("sql/bookkeeping.sql.j2", "drop")(plan.project.bookkeeping, keeps_tables(plan.project)))
    else:
        parts += forget_sql(plan)
    result = f"{phase_title(plan.phase, plan.project.name)}: undone"
    return _file(plan, facts, "back", plan.back, macro("sql/preflight_back.sql.j2", "back")(facts), parts, result)


def _file(
    plan: PhasePlan,
    facts: Preflight,
    direction: str,
    operations: tuple[Operation, ...],
    preflight_sql: str,
    parts: list[str],
    result: str,
) -> str:
    project = plan.project
    header = Header(
        title=f"{project.name} {project.version}, phase {plan.phase.number} of {len(project.phases)}: "
        f"{plan.phase.title}",
        lines=tuple(header_lines(plan, direction, operations, file_stem(project, plan.phase))),
        lock_timeout=f"{project.lock_timeout_ms}ms",
        statement_timeout=f"{project.statement_timeout_ms}ms",
        search_path=project.search_path,
        functions=any(isinstance(o, Create) and isinstance(o.subject, Function) for o in operations),
        bookkeeping=project.bookkeeping,
        direction=direction,
        number=plan.phase.number,
        phase=plan.phase.name,
        build=facts.build,
        drops_bookkeeping=facts.creates_bookkeeping,
        result=result,
    )
    text = render("sql/migration.sql.j2", header=header, preflight=preflight_sql, sections=parts)
    # One blank line between blocks, none doubled, and no space at the end of a line outside of quoted text.
    return text.rstrip("\n") + "\n"


def _restored_tables(operations: Iterable[Operation]) -> Iterator[QualifiedName]:
    """Tables that an earlier rollback may have kept rows or values of, each once, in the order in which rows fit."""
    found: dict[QualifiedName, None] = {}
    for operation in operations:
        match operation:
            case Create(Table() as table):
                found[table.name] = None
            case Create(Column() as column, QualifiedName() as name) if loss(Drop(column, name)) is Loss.BY_ARCHIVE:
                found[name] = None
            case _:
                pass
    yield from found


def _force(way: str, plan: PhasePlan, tables: Sequence[QualifiedName]) -> list[str]:
    """FORCE off in the first statements, or on again after the last."""
    said = {hazard.object: comment_of(hazard) for hazard in force_hazards(tables, plan.before)}
    return [macro("sql/force.sql.j2", way)([(name, said.get(name)) for name in tables]).strip("\n")] if tables else []


def _references(plan: PhasePlan) -> list[str]:
    """Foreign keys added to tables that stand already are looked at once more while the owner sees every row."""
    added = [
        (operation.table, operation.subject)
        for operation in plan.forward
        if isinstance(operation, Create) and isinstance(operation.subject, ForeignKey) and operation.table is not None
    ]
    return [macro("sql/force.sql.j2", "assert_references")(added).strip("\n")] if added else []


def _assertions(plan: PhasePlan) -> Iterator[str]:
    objects = [(k, name, expected_privileges(grants)) for k, name, grants in new_objects(plan.forward)]
    sequences = list(new_sequences(plan.forward))
    if objects or sequences:
        yield macro("sql/force.sql.j2", "assert_privileges")(plan.project.bookkeeping, objects, sequences).strip("\n")
