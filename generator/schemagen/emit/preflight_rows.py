"""Rows that new constraints of existing tables would refuse: in, a phase's plan; out, what its preflight counts.

New columns count with the value that the rows get: a constant default, or null. Constraints over new columns whose
values only PostgreSQL computes, over what the phase itself makes, or by other operators than `=` are left to it.
"""

from __future__ import annotations

from collections.abc import Iterator

from schemagen.emit.judged_checks import JudgedColumn, judged_column
from schemagen.emit.preflight_facts import RowRule
from schemagen.model.columns import Column
from schemagen.model.constraints import Check, Exclude, ForeignKey, Index, IndexElement, Unique
from schemagen.model.names import QualifiedName
from schemagen.model.schema import Table, first_value, is_known_at_first
from schemagen.plan.operations import Create
from schemagen.plan.phases import PhasePlan
from schemagen.syntax.references import expression_columns


def row_rules(plan: PhasePlan) -> Iterator[RowRule]:
    """Each new constraint that rows of an existing table may be in the way of, in the order of the plan."""
    for operation in plan.forward:
        if not isinstance(operation, Create) or operation.table is None:
            continue
        standing = plan.before.tables.get(operation.table)
        if standing is not None and not standing.managed:
            found = _rule(_Place(plan, standing, plan.after.tables[operation.table]), operation.subject)
            if found is not None:
                yield found


class _Place:
    """An existing table before and after the phase."""

    def __init__(self, plan: PhasePlan, before: Table, after: Table) -> None:
        self.plan = plan
        self.before = before
        self.after = after
        self.old = {column.name for column in before.columns}

    def new(self, names: frozenset[str]) -> list[Column]:
        """Of the columns of these names, those that the phase makes."""
        return [column for column in self.after.columns if column.name in names - self.old]

    def is_null(self, column: Column) -> bool:
        """Whether every row has null in a new column; in one that may be there already others may have put more."""
        return column.if_exists == "refuse" and first_value(column, self.plan.after.domains) is None


def _rule(place: _Place, subject: object) -> RowRule | None:
    match subject:
        case Check():
            named = expression_columns(subject.expression)
            says = " ".join(subject.expression.split())
            every = frozenset(column.name for column in place.after.columns)
            if "*" in named or not (named & place.old or any(c.if_exists == "keep" for c in place.new(named & every))):
                return None
            return _made(place, "check", subject.name, named & every, condition=subject.expression, says=says)
        case Unique(columns=columns):
            return _unique(place, subject.name, columns, None, nulls_distinct=not subject.nulls_not_distinct)
        case Index(unique=True, elements=elements) if all(map(_is_plain, elements)):
            columns = tuple(element.column or "" for element in elements)
            nulls_distinct = not subject.nulls_not_distinct
            return _unique(place, subject.name, columns, subject.where, nulls_distinct=nulls_distinct)
        case Exclude(elements=pairs) if all(_is_plain(element) and operator == "=" for element, operator in pairs):
            columns = tuple(element.column or "" for element, _ in pairs)
            return _unique(place, subject.name, columns, subject.where, nulls_distinct=True)
        case ForeignKey():
            target = place.plan.before.tables.get(subject.target)
            columns = subject.columns
            if (
                target is None
                or target.row_security == "forced"
                or any(map(place.is_null, place.new(frozenset(columns))))
            ):
                return None
            refers = subject.target, subject.target_columns
            return _made(place, "foreign key", subject.name, frozenset(columns), key=columns, refers=refers)
        case _:
            return None


def _is_plain(element: IndexElement) -> bool:
    return element.column is not None and element.operator_class is None and element.collation is None


def _unique(
    place: _Place, name: str, columns: tuple[str, ...], where: str | None, *, nulls_distinct: bool
) -> RowRule | None:
    new = place.new(frozenset(columns))
    if nulls_distinct and any(map(place.is_null, new)):
        return None
    every = frozenset(column.name for column in place.after.columns)
    named = frozenset(columns) | ((expression_columns(where) & every) if where is not None else frozenset())
    if where is not None and "*" in expression_columns(where):
        return None
    constant = not named & place.old and all(column.if_exists == "refuse" for column in place.new(named))
    return _made(
        place, "unique", name, named, key=columns, condition=where, nulls_distinct=nulls_distinct, constant=constant
    )


def _made(
    place: _Place,
    kind: str,
    name: str,
    named: frozenset[str],
    *,
    key: tuple[str, ...] = (),
    condition: str | None = None,
    says: str = "",
    nulls_distinct: bool = True,
    constant: bool = False,
    refers: tuple[QualifiedName, tuple[str, ...]] | None = None,
) -> RowRule | None:
    domains = place.plan.after.domains
    if not all(is_known_at_first(column, domains) for column in place.new(named)):
        return None
    defaults: list[JudgedColumn] = [judged_column(column, domains) for column in place.new(named)]
    primary = place.before.primary_key
    row_key = "row_key"
    while row_key in {column.name for column in place.after.columns}:
        row_key += "_"
    return RowRule(
        kind=kind,
        table=place.before.name,
        name=name,
        forced=place.before.row_security == "forced",
        columns=tuple(column.name for column in place.after.columns if column.name in named),
        defaults=tuple(defaults),
        row_key=row_key,
        primary_key=primary.columns if primary is not None else (),
        condition=condition,
        says=says,
        key=key,
        nulls_distinct=nulls_distinct,
        constant=constant,
        target=refers[0] if refers is not None else None,
        target_columns=refers[1] if refers is not None else (),
    )
