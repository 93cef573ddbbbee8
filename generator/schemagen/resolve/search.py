"""Full-text search in one line: in, columns, language and weights; out, a generated column and its index."""

from __future__ import annotations

from schemagen.diagnostics import did_you_mean
from schemagen.model.columns import Column, DataType, TextSearch
from schemagen.model.constraints import Index, IndexElement
from schemagen.model.expressions import Expression
from schemagen.render.sql import identifier, string
from schemagen.resolve.columns import ResolvedColumn
from schemagen.resolve.context import Context, Loc
from schemagen.resolve.drafts import Draft
from schemagen.resolve.types import Types
from schemagen.spec.models.columns import ColumnModel
from schemagen.spec.models.tables import SearchModel

_COLUMN = "search_vector"
_MODEL = ColumnModel(type="tsvector")


def add_search(
    context: Context,
    types: Types,
    draft: Draft,
    own: SearchModel | None,
    loc: Loc,
    convention: SearchModel | None,
    convention_loc: Loc,
) -> None:
    """The search column at the end of the table. What the table leaves open comes from the convention.

    A table that exists already has the index only where the specification names it.
    """

    def place(key: str) -> Loc:
        return (*loc, key) if own is not None and getattr(own, key) is not None else (*convention_loc, key)

    columns = (own and own.columns) or (convention and convention.columns)
    language = (own and own.language) or (convention and convention.language)
    for key, given in (("columns", columns), ("language", language)):
        if not given:
            context.error("search", f"full-text search of '{draft.name.name}' needs {key}", loc, f"add {key}")
    if not columns or not language:
        return
    weights = own.weights if own is not None and own.weights is not None else (convention and convention.weights) or {}
    good = True
    for number, name in enumerate(columns):
        at = (*place("columns"), number)
        if not draft.has(name):
            message = f"'{draft.name.name}' has no column '{name}' to search"
            help_ = did_you_mean(name, draft.columns) or "give the table search.columns of its own, or search: false"
            context.error("unknown-column", message, at, help_)
            good = False
        elif name in draft.columns and not types.is_text(draft.columns[name].column.type):
            context.error("search", f"'{name}' is no text, so it cannot be searched", at, "leave it out")
            good = False
        elif name in draft.columns and draft.columns[name].column.generated is not None:
            context.error("search", f"'{name}' is generated, and a generated column cannot use another", at)
            good = False
        elif name in columns[:number]:
            context.error("duplicate-column", f"the column '{name}' stands here twice", at)
            good = False
    for name in weights:
        if name not in columns:
            at = (*place("weights"), name)
            context.error(
                "search", f"'{name}' has a weight and is not searched", at, did_you_mean(name, columns), key=True
            )
            good = False
    name = (own and own.column) or (convention and convention.column) or _COLUMN
    if draft.has(name):
        at = place("column") if own is not None and own.column is not None else (*draft.loc, "columns", name)
        context.error("duplicate-column", f"'{draft.name.name}' has a column '{name}', as its search has", at, key=True)
        good = False
    if not good or any(column in draft.broken for column in columns):
        return
    search = TextSearch(tuple((column, weights.get(column)) for column in columns), language)
    origin = context.locate(loc if own is not None else convention_loc, key=True)
    column = Column(
        name=name,
        type=DataType("tsvector"),
        generated=Expression(search_expression(search)),
        managed=draft.managed,
        search=search,
        origin=origin,
    )
    draft.columns[name] = ResolvedColumn(column, (), _MODEL, loc)
    index_name = (own and own.index) or (convention and convention.index)
    if index_name is None and not draft.managed:
        return
    draft.indexes.append(
        Index(
            name=index_name or draft.names.make("index", columns=(name,), table=draft.name.name),
            elements=(IndexElement(column=name),),
            method="gin",
            origin=origin,
        )
    )


def search_expression(search: TextSearch) -> str:
    """The SQL of the vector: immutable, because the configuration is named and cast.

    Without weights all columns make one vector; with weights each column (or run of columns of the same weight) makes
    its own.
    """
    schema, dot, name = search.language.rpartition(".")
    configuration = f"{identifier(schema)}.{identifier(name)}" if dot else identifier(name)
    language = f"{string(configuration)}::regconfig"
    if not any(weight for _column, weight in search.columns):
        return _vector(language, [column for column, _weight in search.columns])
    runs: list[tuple[str | None, list[str]]] = []
    for column, weight in search.columns:
        if runs and runs[-1][0] == weight:
            runs[-1][1].append(column)
        else:
            runs.append((weight, [column]))
    return " || ".join(
        f"setweight({_vector(language, columns)}, {string(weight)})" if weight else _vector(language, columns)
        for weight, columns in runs
    )


def _vector(language: str, columns: list[str]) -> str:
    texts = " || ' ' || ".join(f"coalesce({identifier(column)}, '')" for column in columns)
    return f"to_tsvector({language}, {texts})"
