"""Indexes of a table: in, what columns and the table ask for and its foreign keys; out, indexes in the draft.

Every foreign key gets an index unless a primary key, a unique constraint or another full index begins with its
columns, because deletes on the referenced table would read the whole table otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from schemagen.model.constraints import Index, IndexElement
from schemagen.resolve.constraints import index_element, known_columns
from schemagen.resolve.context import Context, Loc
from schemagen.resolve.drafts import Draft
from schemagen.resolve.expressions import check_expression
from schemagen.resolve.names import next_free
from schemagen.resolve.partial_keys import NULLS_NOT_DISTINCT, add_split_index
from schemagen.resolve.types import Types
from schemagen.spec.models.columns import ColumnIndexModel
from schemagen.spec.models.constraints import IndexElementModel, IndexModel

_ORDERED = "btree"
_KNOWN_METHODS = {"btree", "hash", "gin", "gist", "spgist", "brin"}
_UNIQUE_METHODS = frozenset({"btree"})


def add_column_indexes(context: Context, types: Types, draft: Draft, names: Iterable[str]) -> None:
    """The indexes that columns ask for."""
    for name in names:
        resolved = draft.columns[name]
        asked = resolved.model.index
        if asked is not None:
            _add(context, types, draft, _as_index(name, asked), (*resolved.loc, "index"))


def _as_index(column: str, asked: ColumnIndexModel) -> IndexModel:
    element = IndexElementModel.model_construct(
        column=column, operator_class=asked.operator_class, descending=asked.descending, nulls=asked.nulls
    )
    return IndexModel.model_construct(
        columns=[element],
        method=asked.method,
        include=asked.include,
        where=asked.where,
        name=asked.name,
        comment=asked.comment,
    )


def add_table_indexes(context: Context, types: Types, draft: Draft, models: Sequence[IndexModel], loc: Loc) -> None:
    """The indexes that stand on the table."""
    for number, model in enumerate(models):
        _add(context, types, draft, model, (*loc, number))


def _add(context: Context, types: Types, draft: Draft, model: IndexModel, loc: Loc) -> None:
    elements: list[IndexElement] = []
    for number, element in enumerate(model.columns):
        made = index_element(context, types, draft, element, (*loc, "columns", number))
        if made is None:
            return
        elements.append(made)
    if not known_columns(context, draft, model.include, (*loc, "include")) or not _fits(context, model, loc):
        return
    if model.where is not None and not check_expression(
        context,
        model.where,
        (*loc, "where"),
        "the condition",
        columns=draft.usable,
        table=draft.name.name,
        immutable=True,
    ):
        return
    columns = [element.column or "expr" for element in elements]
    index = Index(
        name=model.name or _free_name(draft, columns),
        elements=tuple(elements),
        method=model.method,
        unique=model.unique,
        nulls_not_distinct=model.unique and not model.nulls_distinct,
        include=tuple(model.include),
        where=model.where,
        comment=model.comment,
        origin=context.locate(loc, key=True),
    )
    # What exists already is as it is; only what is to be made can still be left out.
    # A partial index, or one that begins with an expression, has no leading columns and serves what no key does.
    whole = bool(index.leading_columns) and index.where is None
    judged = draft.names is context.names and whole and not model.unique and not model.include and _is_plain(index)
    covered_by = _covering(draft, index.leading_columns, _order(index)) if judged else None
    if covered_by is not None:
        message = f"'{covered_by}' begins with the same columns, so this index costs writes and serves nothing"
        context.warning("redundant-index", message, loc, "remove it", key=True)
    if context.postgres < NULLS_NOT_DISTINCT and index.nulls_not_distinct:
        add_split_index(context, draft, index, named=model.name is not None)
    else:
        draft.indexes.append(index)


def _fits(context: Context, model: IndexModel, loc: Loc) -> bool:
    if (
        model.method not in _KNOWN_METHODS
        and not context.loaded.specification.extensions
        and (not context.loaded.specification.existing.extensions)
    ):
        from schemagen.diagnostics import did_you_mean

        help_ = did_you_mean(model.method, _KNOWN_METHODS) or f"one of {', '.join(sorted(_KNOWN_METHODS))}"
        context.error("index-method", f"unknown access method '{model.method}'", (*loc, "method"), help_)
        return False
    if model.unique and model.method not in _UNIQUE_METHODS:
        context.error("index-method", f"a {model.method} index cannot be unique", (*loc, "unique"))
        return False
    if not model.nulls_distinct and not model.unique:
        context.error("index-method", "nulls_distinct concerns unique indexes only", (*loc, "nulls_distinct"))
        return False
    if model.method in {"hash", "brin", "gin"} and model.include:
        context.error("index-method", f"a {model.method} index cannot include columns", (*loc, "include"))
        return False
    ordered = any(element.descending or element.nulls for element in model.columns)
    if ordered and model.method != _ORDERED:
        context.error("index-method", f"a {model.method} index has no order", loc, "remove descending and nulls")
        return False
    if model.method == "hash" and len(model.columns) > 1:
        context.error("index-method", "a hash index has one key", (*loc, "columns"))
        return False
    return True


def add_foreign_key_indexes(draft: Draft, first: int = 0) -> None:
    """An index for each foreign key of the draft, from the one at `first` on, that has none."""
    for foreign_key in draft.foreign_keys[first:]:
        if _covering(draft, foreign_key.columns) is None:
            draft.indexes.append(
                Index(
                    name=_free_name(draft, foreign_key.columns),
                    elements=tuple(IndexElement(column=column) for column in foreign_key.columns),
                    origin=foreign_key.origin,
                )
            )


def _is_plain(index: Index) -> bool:
    return index.method == _ORDERED and all(
        e.column is not None and e.collation is None and e.operator_class is None for e in index.elements
    )


_Order: TypeAlias = "tuple[tuple[bool, bool], ...]"
"""Of each column whether it descends and whether nulls stand first."""


def _order(index: Index) -> _Order:
    return tuple(
        (element.descending, element.descending if element.nulls_first is None else element.nulls_first)
        for element in index.elements
    )


def _covering(draft: Draft, columns: Sequence[str], order: _Order | None = None) -> str | None:
    """The name of a full index whose first columns are these; None without one.

    With an order they have to stand in this one, or in just the reverse, in which an index can be read too.
    """
    keys: list[tuple[str, tuple[str, ...], _Order]] = []
    if draft.primary_key is not None:
        keys.append((draft.primary_key.name, draft.primary_key.columns, ()))
    keys += [(unique.name, unique.columns, ()) for unique in draft.uniques]
    keys += [(index.name, index.leading_columns, _order(index)) for index in draft.indexes if _is_plain(index)]
    wanted = tuple(columns)
    for name, leading, own in keys:
        begin = leading[: len(wanted)]
        if order is None and set(begin) == set(wanted):
            return name
        forwards = own[: len(wanted)] or ((False, False),) * len(wanted)
        backwards = tuple((not descends, not nulls_first) for descends, nulls_first in forwards)
        if begin == wanted and order in (forwards, backwards):
            return name
    return None


def _free_name(draft: Draft, columns: Sequence[str]) -> str:
    name = draft.names.make("index", columns=columns, table=draft.name.name)
    return next_free(name, (index.name for index in draft.indexes))
