"""SQL of an array move: in, the move and the schema it runs in; out, the text of the forward or the rollback file.

The first move of a file brings what all of them need (locks, a check that nothing is hidden, functions), the last one
takes it away again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from schemagen.emit.judged_checks import JudgedCheck, judged_checks
from schemagen.emit.sql_data import (
    DataFacts,
    closing,
    generated_columns,
    identity_columns,
    lock_ignores,
    names_in_order,
    opening,
)
from schemagen.model.columns import Column, DataType
from schemagen.model.constraints import ForeignKey, PrimaryKey, Unique
from schemagen.model.expressions import Default, Expression
from schemagen.model.names import QualifiedName
from schemagen.model.project import ArrayMove, Project
from schemagen.model.schema import Schema, Table
from schemagen.records import dataclass
from schemagen.render.environment import macro
from schemagen.syntax.references import expression_columns

_LIMITED_TYPES = ("character varying", "character")
_OWN_VALUE = re.compile(r"uuid|nextval|lastval|random|clock_timestamp|timeofday|_wal_|_xact_|_size\b", re.IGNORECASE)
"""Defaults that differ from row to row. What any other default gave is the same in all rows of one statement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveFacts:
    """What move.sql.j2 prints. Names of working tables lie in the schema of the bookkeeping.

    What a row of the junction has in common with all that the move makes is compared as a record (`common_columns`)
    or, where not every type's JSON can be read back into it, as JSON (`common_written`).
    `checks` are those that the rows which the move makes are held against, `judged_first` and `judged_last` whether no
    move before or after this one has any. `constraints` and `indexes` are the names of those that are taken down and
    built again; none where they stay.
    """

    move: ArrayMove
    title: str
    origin: str
    phase: int
    bookkeeping: str
    found: QualifiedName
    names: QualifiedName
    texts: QualifiedName
    known: QualifiedName
    best: QualifiedName
    new: QualifiedName
    taken: QualifiedName
    refused: QualifiedName
    links: QualifiedName
    proof: QualifiedName
    moved: QualifiedName
    deleted: QualifiedName
    arrays: QualifiedName
    returned: QualifiedName
    source_key: str
    reference_key: str
    reference_type: DataType
    reference_identity: tuple[Column, ...]
    reference_generated: tuple[str, ...]
    source_tenant: str | None
    reference_tenant: str | None
    tenant_type: DataType | None
    limit: int | None
    overflow_default: Default | None
    overflow_type: DataType | None
    checks: tuple[JudgedCheck, ...]
    judged_first: bool
    judged_last: bool
    parts: QualifiedName
    constraints: tuple[str, ...]
    indexes: tuple[str, ...]
    own_columns: tuple[str, ...]
    common_columns: tuple[Column, ...]
    common_written: tuple[str, ...]
    junction_columns: tuple[str, ...]
    junction_identity: tuple[str, ...]
    other_links: tuple[ForeignKey, ...]
    """More foreign keys of the junction to the reference table; a link that is kept needs these rows too."""
    links_of_others: tuple[tuple[ForeignKey, tuple[str, ...]], ...]
    """Foreign keys of the junction to links that an earlier move made, which is undone later, with what tells those
    apart; a link that is kept needs these links too."""
    others_may_need: bool
    """Whether links that a later move made may refer to those of this one."""
    removes_rows: bool


def move_sql(move: ArrayMove, schema_before: Schema, project: Project, *, back: bool) -> str:
    """The section of a migration file that moves one array column, or brings it back.

    `schema_before` is the schema as it stands before the move in both directions. The text needs the bookkeeping
    tables and FORCE lifted on what `forced_tables` names. Moves go in the order of `project.moves`, back in reverse.
    """
    facts = move_facts(move, schema_before, project)
    data = _data_facts(schema_before, project, back=back)
    order = project.moves[::-1] if back else project.moves
    parts = [macro("sql/move.sql.j2", "back" if back else "forward")(facts)]
    if move is order[0] or move == order[0]:
        parts.insert(0, opening(data))
    if move is order[-1] or move == order[-1]:
        parts.append(closing(data))
    return "\n\n".join(part.strip("\n") for part in parts) + "\n"


def move_facts(move: ArrayMove, schema: Schema, project: Project) -> MoveFacts:
    """What the template needs to know about one move. Raises KeyError for a link without a foreign key."""
    table, junction, reference = (schema.tables[name] for name in (move.table, move.junction, move.reference))
    source_key = _link_target(junction, move.role_link)
    reference_key = _link_target(junction, move.reference_link)
    reference_tenant = _existing(reference, move.tenant_column)
    place = project.moves.index(move)
    made_by = [other.reference for other in project.moves]
    overflow = None if move.overflow_column is None else reference.column(move.overflow_column)
    constraints = tuple(_taken_down(move, junction)) if move.indexes == "build" else ()
    own, common = _columns(move, junction)

    def work(what: str) -> QualifiedName:
        return QualifiedName(project.bookkeeping, f"move_{place + 1}_{what}")

    return MoveFacts(
        move=move,
        title=f"{move.table}.{move.column} and {move.junction}, whose rows name rows of {move.reference}",
        origin=f"{move.table}.{move.column}",
        phase=project.phase_holding("moves").number,
        bookkeeping=project.bookkeeping,
        found=work("found"),
        names=work("names"),
        texts=work("texts"),
        known=work("known"),
        best=work("best"),
        new=work("new"),
        taken=work("taken"),
        refused=work("refused"),
        links=work("links"),
        proof=work("proof"),
        moved=work("moved"),
        deleted=work("deleted"),
        arrays=work("arrays"),
        returned=work("returned"),
        source_key=source_key,
        reference_key=reference_key,
        reference_type=reference.column(reference_key).type,
        reference_identity=identity_columns(reference, move.key),
        reference_generated=generated_columns(reference),
        source_tenant=None if reference_tenant is None else _existing(table, move.tenant_column),
        reference_tenant=reference_tenant,
        tenant_type=None if reference_tenant is None else reference.column(reference_tenant).type,
        limit=_limit(reference.column(move.name_column).type),
        overflow_default=None if overflow is None else overflow.default,
        overflow_type=None if overflow is None else overflow.type,
        checks=checks_of_new_rows(move, schema),
        judged_first=not any(checks_of_new_rows(other, schema) for other in project.moves[:place]),
        judged_last=not any(checks_of_new_rows(other, schema) for other in project.moves[place + 1 :]),
        parts=work("parts"),
        constraints=constraints,
        indexes=tuple(index.name for index in junction.indexes) if constraints else (),
        own_columns=own,
        common_columns=tuple(column for column in common if column.type.schema is None),
        common_written=tuple(column.name for column in common if column.type.schema is not None),
        junction_columns=tuple(column.name for column in junction.columns),
        junction_identity=_identity(junction, move),
        other_links=tuple(
            key
            for key in junction.foreign_keys
            if key.target == move.reference and key.columns != (move.reference_link,)
        ),
        links_of_others=tuple(
            (key, _identity(schema.tables[earlier.junction], earlier))
            for earlier in {m.junction: m for m in project.moves[:place] if m.junction != move.junction}.values()
            for key in junction.foreign_keys
            if key.target == earlier.junction
        ),
        others_may_need=any(
            key.target == move.junction
            for later in project.moves[place + 1 :]
            if later.junction != move.junction
            for key in schema.tables[later.junction].foreign_keys
        ),
        # Rows of one reference table that several moves made go with the move that is undone last.
        removes_rows=move.reference not in made_by[:place],
    )


def _identity(junction: Table, move: ArrayMove) -> tuple[str, ...]:
    return tuple(column.name for column in identity_columns(junction, (move.role_link, move.reference_link)))


def checks_of_new_rows(move: ArrayMove, schema: Schema) -> tuple[JudgedCheck, ...]:
    """The checks that what stands in an array may not meet once it is a row of the reference table.

    None where a trigger may make another row of it first.
    """
    reference = schema.tables[move.reference]
    if any(t.timing == "before" and "insert" in t.events and t.for_each_row for t in reference.triggers):
        return ()
    written = {move.name_column, move.overflow_column}
    given = {*written, move.tenant_column}
    checks = (check for check in reference.checks if expression_columns(check.expression) & written)
    return tuple(judged_checks(reference, checks, {name for name in given if name is not None}, schema.domains))


def _data_facts(schema: Schema, project: Project, *, back: bool) -> DataFacts:
    tables = names_in_order(schema, (n for m in project.moves for n in (m.table, m.junction, m.reference)))
    return DataFacts(
        bookkeeping=project.bookkeeping,
        locked=tables,
        mode="access exclusive",
        read=tables,
        ignored=lock_ignores(schema, tables, "who writes an array waits or is refused, never overtaken"),
        back=back,
        completes=False,
        archives=back,
    )


def _link_target(junction: Table, link: str) -> str:
    for key in junction.foreign_keys:
        if key.columns == (link,):
            return key.target_columns[0]
    raise KeyError(link)


def _existing(table: Table, column: str | None) -> str | None:
    return column if any(c.name == column for c in table.columns) else None


def _limit(type_: DataType) -> int | None:
    if type_.schema is not None or type_.name not in _LIMITED_TYPES:
        return None
    if type_.modifiers:
        return int(type_.modifiers[0])
    return 1 if type_.name == "character" else None


def _taken_down(move: ArrayMove, junction: Table) -> Iterator[str]:
    """Primary key, unique constraints and the foreign keys to the two linked tables, which are locked anyhow."""
    for constraint in junction.constraints:
        match constraint:
            case PrimaryKey() | Unique():
                yield constraint.name
            case ForeignKey(target=target) if target in (move.table, move.reference):
                yield constraint.name
            case _:
                pass


def _columns(move: ArrayMove, junction: Table) -> tuple[tuple[str, ...], tuple[Column, ...]]:
    """Columns whose value is a row's own, and those that are the same in all rows that one statement makes."""
    key = junction.primary_key.columns if junction.primary_key is not None else ()
    own = {move.role_link, move.reference_link, *key}
    own |= {column.name for column in junction.columns if column.name not in own and _is_own(column)}
    common = tuple(column for column in junction.columns if column.name not in own)
    return tuple(column.name for column in junction.columns if column.name in own), common


def _is_own(column: Column) -> bool:
    if column.generated is not None or column.identity is not None:
        return True
    return isinstance(column.default, Expression) and _OWN_VALUE.search(column.default.sql) is not None
