"""One seed file: in, a document and the table that it is for; out, its rows, and an error at each wrong value."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, cast

from schemagen.diagnostics import Diagnostic, did_you_mean
from schemagen.model.columns import Column
from schemagen.model.constraints import ForeignKey, OneOf
from schemagen.model.expressions import JsonValue
from schemagen.model.names import QualifiedName
from schemagen.model.project import RowReference, SeedRow, SeedValue
from schemagen.model.schema import Domain, Enum, Table, domain_without_null, first_value, type_below
from schemagen.resolve.values import check_short, check_value, shown

if TYPE_CHECKING:
    from schemagen.resolve.context import Context
    from schemagen.spec.source import Document

_JSON = frozenset({"json", "jsonb"})
Check = Callable[[JsonValue], "str | None"]


class RowReader:
    """Reads and checks the rows of one table. `found` has what is wrong with them."""

    def __init__(
        self,
        context: Context,
        table: Table,
        tables: Mapping[QualifiedName, Table],
        enums: Mapping[QualifiedName, Enum],
        domains: Mapping[QualifiedName, Domain],
        document: Document,
    ) -> None:
        self.found: list[Diagnostic] = []
        self.numbers: list[int] = []
        """For each row that was read, which item of the list it is."""
        self._table = table
        self._tables = tables
        self._domains = domains
        self._document = document
        self._columns = {column.name: column for column in table.columns}
        self._checks = {column.name: _checker(table, column, enums, domains) for column in table.columns}
        self._json = {column.name for column in table.columns if _is_json(column, domains)}
        self._keys = {key.columns[0]: key for key in table.foreign_keys if len(key.columns) == 1}
        self._tenant = context.tenant.column if context.tenant else None
        self._refused = {column.name: reason for column in table.columns if (reason := self._reason(column))}

    def rows(self, key: tuple[str, ...]) -> list[SeedRow]:
        """The rows in the order of the file; what is wrong in a row is left out of it."""
        content = self._document.value
        if not isinstance(content, list):
            message = f"the seed file of '{self._table.name.name}' must be a list of rows"
            help_ = "write each row as a mapping from columns to values, after a dash"
            self._error("not-a-list", message, (), help_)
            return []
        if not content:
            message = f"the seed file of '{self._table.name.name}' has no rows"
            self._error("no-rows", message, (), "write rows into it, or leave out the seed of the table")
            return []
        required = [
            column.name
            for column in self._table.columns
            if (not column.nullable or self._domain_without_null(column))
            and (first_value(column, self._domains) is None and column.generated is None and column.identity is None)
        ]
        rows: list[SeedRow] = []
        for number, item in enumerate(content):
            if not isinstance(item, dict):
                self._error("not-a-row", "a row must be a mapping from columns to values", (number,))
                continue
            given = cast("dict[str, JsonValue]", item)
            for column in required:
                if column not in given:
                    message = f"the row has no '{column}', which must not be null and has no default"
                    self._error("missing-value", message, (number,), f"add {column}")
            for column in key:
                known = self._columns.get(column)
                if column not in given and known is not None and first_value(known, self._domains) is not None:
                    message = f"the row has no '{column}', which tells it from other rows"
                    self._error("missing-value", message, (number,), f"add {column}, null if it has none")
            values: list[tuple[str, SeedValue]] = []
            for name, value in given.items():
                checked = self._value(number, name, value)
                if checked is not _WRONG:
                    values.append((name, cast("SeedValue", checked)))
            self.numbers.append(number)
            rows.append(SeedRow(values=tuple(values), origin=self._document.position((number,))))
        return rows

    def _domain_without_null(self, column: Column) -> Domain | None:
        """The domain of a column, or the one that it is made from, that takes no null."""
        return domain_without_null(column.type, self._domains)

    def _reason(self, column: Column) -> str:
        """Why a column must not be given at all; empty where it may."""
        if column.generated is not None:
            return "is generated from other columns"
        if column.identity is not None:
            return "is an identity column: the database numbers it"
        return "is the tenant, and seed rows are shared by all tenants" if column.name == self._tenant else ""

    def _value(self, number: int, name: str, value: JsonValue) -> object:
        column = self._columns.get(name)
        if column is None:
            message = f"'{self._table.name.name}' has no column '{name}'"
            self._error("unknown-column", message, (number, name), did_you_mean(name, self._columns), key=True)
            return _WRONG
        if name in self._refused:
            self._error("refused-column", f"'{name}' {self._refused[name]}", (number, name), "remove it", key=True)
            return _WRONG
        if value is None:
            domain = self._domain_without_null(column)
            if column.nullable and domain is None:
                return None
            why = "" if domain is None or not column.nullable else f": its domain '{domain.name.name}' takes no null"
            self._error("null-value", f"'{name}' must not be null{why}", (number, name))
            return _WRONG
        if isinstance(value, dict) and name not in self._json:
            return self._reference(number, column, value)
        problem = self._checks[name](value)
        if problem is not None:
            self._error("wrong-value", f"'{name}' {problem}", (number, name), self._hint(value, name))
            return _WRONG
        return value

    def _reference(self, number: int, column: Column, value: dict[str, JsonValue]) -> object:
        key: ForeignKey | None = self._keys.get(column.name)
        at = (number, column.name)
        if key is None:
            message = f"'{column.name}' refers to no other table, so it cannot be given by the key of a row there"
            self._error("wrong-value", message, at, f"write a value of its type, not {shown(value)}")
            return _WRONG
        target = self._tables.get(key.target)
        known = [other.name for other in target.columns] if target is not None else []
        wrong = False
        for part, content in value.items():
            if part not in known:
                message = f"'{key.target.name}' has no column '{part}'"
                self._error("unknown-column", message, (*at, part), did_you_mean(part, known), key=True)
                wrong = True
            elif isinstance(content, dict | list):
                self._error("wrong-value", f"'{part}' must be a plain value", (*at, part))
                wrong = True
        return _WRONG if wrong else RowReference(key.target, key.target_columns[0], tuple(value.items()))

    def _hint(self, value: JsonValue, name: str) -> str:
        if not isinstance(value, str):
            return ""
        return did_you_mean(value, self._words.get(name, ()))

    @property
    def _words(self) -> Mapping[str, tuple[str, ...]]:
        shorts = [check.short for check in self._table.checks if isinstance(check.short, OneOf)]
        return {short.column: tuple(v for v in short.values if isinstance(v, str)) for short in shorts}

    def _error(self, code: str, message: str, at: tuple[str | int, ...], help_: str = "", *, key: bool = False) -> None:
        self.found.append(Diagnostic(code, message, self._document.position(at, key=key), help_))


_WRONG = object()
"""Stands for a value that was refused; null is a value."""


def _is_json(column: Column, domains: Mapping[QualifiedName, Domain]) -> bool:
    below = type_below(column.type, domains)
    return below.schema is None and below.name in _JSON


def _checker(
    table: Table, column: Column, enums: Mapping[QualifiedName, Enum], domains: Mapping[QualifiedName, Domain]
) -> Check:
    """The check of one column's values: its type, then the short checks of the table that are about it."""
    shorts = [c.short for c in table.checks if c.short is not None and c.short.column == column.name]

    def check(value: JsonValue) -> str | None:
        problem = check_value(value, column.type, enums, domains)
        if problem is not None:
            return _complete(problem, value)
        for short in shorts:
            problem = check_short(value, short)
            if problem is not None:
                return _complete(problem, value)
        return None

    return check


def _complete(problem: str, value: JsonValue) -> str:
    """The problem with the value that has it, where it does not say so itself."""
    if ", not " in problem or problem.startswith("holds "):
        return problem
    return f"{problem}, not {shown(value)}" if problem.startswith("must ") else f"is {shown(value)}, which {problem}"
