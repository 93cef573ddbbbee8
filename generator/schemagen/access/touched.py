"""The column that an UPDATE writes when access is tried: in, a table; out, one that no constraint ties, and a value."""

from __future__ import annotations

from collections.abc import Iterable

from schemagen.access.column_values import key_columns
from schemagen.access.dimensions import dimensions
from schemagen.model.columns import Column, DataType
from schemagen.model.constraints import Exclude, ForeignKey, IndexElement, PrimaryKey, Unique
from schemagen.model.project import Project
from schemagen.model.sample_values import sample_value
from schemagen.model.schema import Table, type_below


def touched(project: Project, table: Table) -> tuple[str, str | None] | None:
    """A column that can be given the same value in every row, and that value; else one that keeps what it has."""
    tied = set(key_columns(table))
    for constraint in table.constraints:
        if isinstance(constraint, PrimaryKey | Unique | ForeignKey):
            tied |= set(constraint.columns)
        elif isinstance(constraint, Exclude):
            tied |= _named(table, [element for element, _ in constraint.elements], constraint.where)
    for index in table.indexes:
        if index.unique:
            tied |= _named(table, index.elements, index.where)
    tied |= {dimension.columns[0] for dimension in dimensions(project, table)}
    allowed = [set(rule.columns) for rules in project.access.tables[table.name].roles.values()
               for verb, rule in rules.items() if verb == "update" and rule.columns]  # fmt: skip
    free = [column for column in table.columns if column.name not in tied and _is_writable(column)]
    # A server that was built without XML takes no value of it.
    free = [column for column in free if type_below(column.type, project.after.domains).name != "xml"]
    free = [column for column in free if not _is_judged_in_sql(project, column.type)]
    free.sort(key=lambda column: (not all(column.name in names for names in allowed), _bother(table, column)))
    computed = _computed(table)
    for column in free:
        if column.name in computed:
            # What is computed of a value may have no result; of the one that the row has it has one.
            return column.name, None
        shorts = [c.short for c in table.checks if c.short is not None and c.short.column == column.name]
        value = sample_value(project.after, column.type, shorts, f"{table.name.name} {column.name}", 1)
        if value is not None:
            return column.name, value
    return next(((column.name, None) for column in table.columns if _is_writable(column)), None)


def _is_judged_in_sql(project: Project, type_: DataType) -> bool:
    """Whether a domain of the type, or of its elements, has a condition in SQL: no value is known to meet it."""
    if type_.is_array:
        return _is_judged_in_sql(project, type_.element)
    domain = project.after.domains.get(type_.qualified_name) if type_.qualified_name is not None else None
    if domain is None:
        return False
    return any(check.short is None for check in domain.checks) or _is_judged_in_sql(project, domain.type)


def _named(table: Table, elements: Iterable[IndexElement], where: str | None) -> set[str]:
    """The columns that an index or an exclusion looks at, in its conditions and expressions too."""
    elements = list(elements)
    said = " ".join([where or "", *(element.expression or "" for element in elements)])
    return {element.column for element in elements if element.column is not None} | {
        column.name for column in table.columns if column.name in said
    }


def _computed(table: Table) -> set[str]:
    """The columns that generated columns and indexes compute something of."""
    found: set[str] = set()
    for column in table.columns:
        if column.generated is not None:
            found |= _named(table, (), column.generated.sql)
    for index in table.indexes:
        if index.where is not None or any(element.expression is not None for element in index.elements):
            found |= _named(table, index.elements, index.where)
    return found


def _is_writable(column: Column) -> bool:
    return column.generated is None and column.identity is None


def _bother(table: Table, column: Column) -> int:
    """How likely a check or a trigger has something to say about the value of a column."""
    plain = column.type.name in {"text", "character varying", "boolean"} and not column.type.is_array
    said = any(column.name in check.expression for check in table.checks)
    return 4 * (column.name in _computed(table)) + 2 * said + (not plain)
