"""Which columns a row must give, and what: in, a table; out, columns and values as texts that fit their types."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from schemagen.access.dimensions import NoSuchRow
from schemagen.model.columns import Column
from schemagen.model.constraints import Pattern, Range, ShortCheck
from schemagen.model.project import Project
from schemagen.model.sample_values import sample_value
from schemagen.model.schema import Table, first_value

_FIRST = 20_001
_FIRST_KEY = 2_000_000_000
_FIRST_SMALL = 32_000
_WHOLE_NUMBERS = frozenset({"smallint", "integer", "bigint"})
_TEXTS = frozenset({"text", "character varying", "character", "citext"})


def key_columns(table: Table) -> tuple[str, ...]:
    """The columns that tell rows apart: the primary key, else those of the first unique constraint without nulls."""
    if table.primary_key is not None:
        return table.primary_key.columns
    required = {column.name for column in table.columns if not column.nullable}
    return next((key.columns for key in table.uniques if required.issuperset(key.columns)), ())


def value_of(project: Project, table: Table, column: Column, number: int) -> str:
    """A value that fits type and short checks, another one for each number. Raises NoSuchRow."""
    own: list[ShortCheck] = [c.short for c in table.checks if c.short is not None and c.short.column == column.name]
    type_ = column.type
    while (custom := type_.qualified_name) is not None and custom in project.after.domains:
        domain = project.after.domains[custom]
        own += [check.short for check in domain.checks if check.short is not None]
        type_ = domain.type
    if type_.name in _WHOLE_NUMBERS and not type_.is_array:
        whole = _whole_number(type_.name, own, number)
        if whole is not None:
            return whole
    if type_.name in _TEXTS and not type_.is_array and not own:
        # Digits pass more checks than words do, such as one for capital letters.
        limit = int(type_.modifiers[0]) if type_.modifiers else len(str(_FIRST))
        return str(_FIRST + number) if limit >= len(str(_FIRST)) else str(number)[-limit:]
    value = sample_value(project.after, type_, own, f"{table.name.name} {column.name}", _FIRST + number)
    if value is None:
        raise NoSuchRow(f"no value is known for '{table.name.name}.{column.name}'")
    return _another(value, own, number) if type_.name in _TEXTS else value


def _whole_number(type_: str, shorts: Sequence[ShortCheck], number: int) -> str | None:
    """A number as far up as it may be; None where it has to be one of a list."""
    if any(not isinstance(short, Range) for short in shorts):
        return None
    bounds = [short.maximum for short in shorts if isinstance(short, Range) and isinstance(short.maximum, int)]
    lowest = [short.minimum for short in shorts if isinstance(short, Range) and isinstance(short.minimum, int)]
    found = min([*bounds, _FIRST_KEY if type_ != "smallint" else _FIRST_SMALL]) - number
    return str(found) if found > max([*lowest, -1]) else None


def _another(value: str, shorts: Sequence[ShortCheck], number: int) -> str:
    """The text with other digits or letters at its end, where the patterns that it has to match take those too."""
    patterns = [short.postgres for short in shorts if isinstance(short, Pattern)]
    if not patterns:
        return value
    for alphabet in ("0123456789", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz"):
        places = [place for place, character in enumerate(value) if character in alphabet][-3:]
        other, rest = list(value), number
        for place in reversed(places):
            rest, digit = divmod(rest, len(alphabet))
            other[place] = alphabet[digit]
        if rest == 0 and all(re.search(pattern, "".join(other)) for pattern in patterns):
            return "".join(other)
    return value


def needed(project: Project, table: Table) -> Iterator[Column]:
    """What a row must give: a key by which it is found again, and what has no default and is not null."""
    must_differ = _must_differ(table)
    for column in table.columns:
        if column.generated is None and (column.name in must_differ or _has_no_value(project, column)):
            yield column


def repeating(project: Project, table: Table) -> Iterator[Column]:
    """What rows may leave out and has a default, which would be the same in a key."""
    keys = [key.columns for key in table.uniques]
    elements = [index.elements for index in table.indexes if index.unique and not index.where]
    keys += [tuple(element.column or "" for element in of_index) for of_index in elements]
    named = {name for key in keys for name in key}
    for column in table.columns:
        if column.name in named and first_value(column, project.after.domains) is not None:
            yield column


def _must_differ(table: Table) -> frozenset[str]:
    """The primary key, and the columns in a key for which two nulls are the same."""
    keys = [key.columns for key in table.uniques if key.nulls_not_distinct]
    indexes = [
        index.elements for index in table.indexes if index.unique and index.nulls_not_distinct and not index.where
    ]
    keys += [tuple(element.column or "" for element in elements) for elements in indexes]
    numbered = {column.name for column in table.columns if column.identity is not None}
    linked = {name for key in table.foreign_keys for name in key.columns}
    return frozenset(key_columns(table)) | ({name for key in keys for name in key} - numbered - linked)


def _has_no_value(project: Project, column: Column) -> bool:
    """Whether the column is not null and gets no value by itself."""
    if column.default is not None or column.identity is not None:
        return False
    custom = column.type.qualified_name
    if custom is not None and custom in project.after.domains and not column.type.is_array:
        domain = project.after.domains[custom]
        return (not column.nullable or not domain.nullable) and domain.default is None
    return not column.nullable
