"""Keys in which nulls are equal, for PostgreSQL 14: in, a unique constraint or index; out, partial unique indexes.

PostgreSQL 15 says NULLS NOT DISTINCT. Before, the same takes one index for each set of columns that are null in a
row: over the other columns, of the rows where just these are null. `(tenant_id, name)` with a tenant that can be null
becomes `(tenant_id, name) WHERE tenant_id IS NOT NULL` and `(name) WHERE tenant_id IS NULL`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from schemagen.diagnostics import Diagnostic
from schemagen.model.constraints import Index, IndexElement
from schemagen.records import replace
from schemagen.render.sql import identifier
from schemagen.resolve.context import Context
from schemagen.resolve.drafts import Draft
from schemagen.resolve.names import next_free

NULLS_NOT_DISTINCT = 15
"""The major of PostgreSQL that has the words itself."""

_MOST_NULLABLE = 3
"""Columns that can be null in one key: each more doubles the indexes that every write has to look into."""


def split_uniques(context: Context, draft: Draft) -> None:
    """Replaces the unique constraints of the draft that PostgreSQL 14 cannot make by indexes that say the same.

    They stay among the natural keys. One over columns that cannot be null becomes an ordinary constraint.
    """
    if context.postgres >= NULLS_NOT_DISTINCT:
        return
    asked = [unique for unique in draft.uniques if unique.nulls_not_distinct]
    draft.uniques[:] = [replace(unique, nulls_not_distinct=False) for unique in draft.uniques if unique not in asked]
    for unique in asked:
        index = Index(
            name=unique.name,
            elements=tuple(IndexElement(column=column) for column in unique.columns),
            unique=True,
            comment=unique.comment,
            origin=unique.origin,
        )
        if not any(_can_be_null(draft, element) for element in index.elements):
            draft.uniques.append(replace(unique, nulls_not_distinct=False))
            continue
        by_convention = unique.name == draft.names.make("unique", columns=unique.columns, table=draft.name.name)
        _split(context, draft, index, "unique" if by_convention else None)


def add_split_index(context: Context, draft: Draft, index: Index, *, named: bool) -> None:
    """Adds a unique index in which nulls are equal as indexes that PostgreSQL 14 can make."""
    index = replace(index, nulls_not_distinct=False)
    if any(_can_be_null(draft, element) for element in index.elements):
        _split(context, draft, index, None if named else "index")
    else:
        draft.indexes.append(index)


def _can_be_null(draft: Draft, element: IndexElement) -> bool:
    """Whether the key can be null, as far as that can be told: an expression always can."""
    if element.column is None:
        return True
    in_primary_key = draft.primary_key is not None and element.column in draft.primary_key.columns
    return draft.columns[element.column].column.nullable and not in_primary_key


def _split(context: Context, draft: Draft, index: Index, convention: str | None) -> None:
    """Adds the partial indexes that say what `index` would; errors where the table exists, or they were too many.

    `convention` is what names the index, None where its author did.
    """
    nullable = [number for number, element in enumerate(index.elements) if _can_be_null(draft, element)]
    if draft.names is not context.names:
        message = f"PostgreSQL {context.postgres} has no keys in which nulls are equal, so no existing table has one"
        help_ = "say under indexes which unique indexes the table has"
        context.diagnostics.append(Diagnostic("postgres-version", message, index.origin, help_))
        return
    if len(nullable) > _MOST_NULLABLE:
        message = (
            f"nulls are equal here in {len(nullable)} columns that can be null, for which PostgreSQL "
            f"{context.postgres} would need {2 ** len(nullable)} partial indexes"
        )
        help_ = f"leave at most {_MOST_NULLABLE} of them nullable, or write postgres: {NULLS_NOT_DISTINCT}"
        context.diagnostics.append(Diagnostic("postgres-version", message, index.origin, help_))
        return
    columns = tuple(element.column for element in index.elements if element.column is not None)
    if index.where is None and len(columns) == len(index.elements):
        draft.split_keys.append(columns)
    for nulls in _subsets(nullable):
        elements = tuple(element for number, element in enumerate(index.elements) if number not in nulls)
        conditions = [] if index.where is None else [f"({index.where})"]
        for number in nullable:
            verb = "IS NULL" if number in nulls else "IS NOT NULL"
            conditions.append(f"{_sql(index.elements[number])} {verb}")
        # Where nothing is left to tell rows apart there can be one such row: the key is the same for all of them.
        alone = IndexElement(expression=f"{_sql(index.elements[0])} IS NULL")
        name = index.name if not nulls else _name(draft, index, elements or index.elements, convention)
        part = replace(index, name=name, elements=elements or (alone,), where=" AND ".join(conditions))
        draft.indexes.append(part)


def _subsets(numbers: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """The empty one first, then those of one, of two, and so on."""
    for size in range(len(numbers) + 1):
        yield from combinations(numbers, size)


def _sql(element: IndexElement) -> str:
    return identifier(element.column) if element.column is not None else f"({element.expression})"


def _name(draft: Draft, whole: Index, elements: Sequence[IndexElement], convention: str | None) -> str:
    """A name by the convention from the columns that are left; one from the author's name gets a number."""
    name = whole.name
    if convention is not None:
        columns = [element.column or "expr" for element in elements]
        name = draft.names.make(convention, columns=columns, table=draft.name.name)
    taken = [whole.name] if draft.primary_key is None else [whole.name, draft.primary_key.name]
    for things in (draft.uniques, draft.natural_keys, draft.excludes, draft.indexes):
        taken += [thing.name for thing in things]
    return next_free(name, taken)
