"""Keys and checks of a table: in, what columns and the table ask for; out, constraints with names in the draft."""

from __future__ import annotations

from collections.abc import Sequence

from schemagen.diagnostics import did_you_mean
from schemagen.model.constraints import Check, Exclude, IndexElement, PrimaryKey, Unique
from schemagen.resolve.context import Context, Loc
from schemagen.resolve.drafts import Draft
from schemagen.resolve.expressions import check_expression, used_columns
from schemagen.resolve.names import next_free
from schemagen.resolve.types import Types
from schemagen.spec.models.columns import ColumnUniqueModel
from schemagen.spec.models.constraints import ExcludeModel, IndexElementModel, PrimaryKeyModel, UniqueModel
from schemagen.spec.models.conventions import UniqueConventionModel

PLAIN_UNIQUE = UniqueConventionModel()


def known_columns(context: Context, draft: Draft, columns: Sequence[str], loc: Loc) -> bool:
    """Whether the table has all these columns, each once; an error at the first of each that it has not."""
    good = True
    for number, column in enumerate(columns):
        if not draft.has(column):
            message = f"'{draft.name.name}' has no column '{column}'"
            context.error("unknown-column", message, (*loc, number), did_you_mean(column, draft.columns))
            good = False
        elif column in columns[:number]:
            context.error("duplicate-column", f"the column '{column}' stands here twice", (*loc, number))
            good = False
        elif column in draft.broken:
            good = False
    return good


def add_primary_key(context: Context, draft: Draft, model: PrimaryKeyModel | None, loc: Loc) -> None:
    """The primary key, from the one column that says so or from the table; not both, and not several."""
    marked = [name for name, column in draft.columns.items() if column.model.primary_key]
    if model is None:
        if len(marked) > 1:
            context.error(
                "primary-key",
                f"'{draft.name.name}' has two primary keys, {marked[0]} and {marked[1]}",
                (*draft.columns[marked[1]].loc, "primary_key"),
                "name both columns under primary_key of the table instead",
            )
        if marked:
            name = draft.names.make("primary_key", table=draft.name.name)
            origin = context.locate((*draft.columns[marked[0]].loc, "primary_key"), key=True)
            draft.primary_key = PrimaryKey(name=name, columns=(marked[0],), origin=origin)
        return
    if marked and [*marked] != model.columns:
        place = (*draft.columns[marked[0]].loc, "primary_key")
        help_ = "say it in one of the two places only"
        context.error(
            "primary-key", f"the table has a primary key beside that of '{marked[0]}'", place, help_, key=True
        )
        return
    if known_columns(context, draft, model.columns, (*loc, "columns")):
        name = model.name or draft.names.make("primary_key", table=draft.name.name)
        draft.primary_key = PrimaryKey(
            name=name, columns=tuple(model.columns), comment=model.comment, origin=context.locate(loc)
        )


def add_unique(
    context: Context,
    draft: Draft,
    columns: Sequence[str],
    model: UniqueModel | ColumnUniqueModel,
    convention: UniqueConventionModel,
    loc: Loc,
    columns_loc: Loc | None = None,
) -> None:
    """A unique constraint; per tenant where it or the conventions say so and the table has the tenant column."""
    if columns_loc is not None and not known_columns(context, draft, columns, columns_loc):
        return
    tenant = context.conventions.tenant.column if context.conventions.tenant is not None else None
    per_tenant = convention.per_tenant if model.per_tenant is None else model.per_tenant
    if per_tenant and (tenant is None or tenant not in draft.columns):
        if model.per_tenant:
            what = f"'{draft.name.name}' has no column '{tenant}'" if tenant else "there is no conventions.tenant"
            context.error("per-tenant", f"this cannot be unique per tenant: {what}", (*loc, "per_tenant"))
        per_tenant = False
    key = tuple(columns)
    if per_tenant and tenant is not None and tenant not in key:
        key = (tenant, *key)
    # PostgreSQL silently makes one of two constraints that say the same about the same columns.
    there: list[PrimaryKey | Unique] = [] if draft.primary_key is None else [draft.primary_key]
    there += draft.natural_keys
    for same in (constraint for constraint in there if constraint.columns == key):
        message = f"'{same.name}' says already that {', '.join(key)} of '{draft.name.name}' are unique"
        context.error("duplicate-constraint", message, loc, "remove one of the two", key=True)
        return
    distinct = convention.nulls_distinct if model.nulls_distinct is None else model.nulls_distinct
    nullable = any(draft.columns[column].column.nullable for column in key)
    name = model.name or draft.names.make("unique", columns=key, table=draft.name.name)
    unique = Unique(
        name=name,
        columns=key,
        # Where no column can be null the words would change nothing but the reading.
        nulls_not_distinct=not distinct and nullable,
        comment=model.comment,
        origin=context.locate(loc),
    )
    draft.uniques.append(unique)
    draft.natural_keys.append(unique)


def add_checks(context: Context, draft: Draft, names: Sequence[str]) -> None:
    """The checks of these columns: short forms first, then conditions in SQL."""
    table = draft.name.name
    for name in names:
        resolved = draft.columns[name]
        for form in resolved.shorts:
            draft.checks.append(
                Check(
                    name=form.name or draft.check_name((name,)),
                    expression=form.expression,
                    short=form.short,
                    comment=form.comment,
                    origin=context.locate(form.loc, key=True),
                )
            )
        for number, model in enumerate(resolved.model.check):
            loc = (*resolved.loc, "check", number)
            if check_expression(context, model.sql, (*loc, "sql"), "the check", columns=draft.usable, table=table):
                draft.checks.append(
                    Check(
                        name=model.name or draft.check_name((name,)),
                        expression=model.sql,
                        comment=model.comment,
                        origin=context.locate(loc),
                    )
                )
        generated = resolved.model.generated
        if generated is not None:
            at = (*resolved.loc, "generated", "sql")
            parsed = check_expression(
                context, generated.sql, at, "the generated column", columns=draft.usable, table=table, immutable=True
            )
            for used in used_columns(parsed, draft.columns) if parsed is not None else ():
                if used == name or draft.columns[used].column.generated is not None:
                    message = f"a generated column cannot use '{used}', which is generated itself"
                    context.error("generated-column", message, at)


def add_table_checks(context: Context, draft: Draft, models: Sequence[object], loc: Loc) -> None:
    """The check constraints that stand on the table."""
    from schemagen.spec.models.columns import CheckModel

    for number, model in enumerate(models):
        assert isinstance(model, CheckModel)
        at = (*loc, number)
        parsed = check_expression(
            context, model.sql, (*at, "sql"), "the check", columns=draft.usable, table=draft.name.name
        )
        if parsed is not None:
            name = model.name or draft.check_name(used_columns(parsed, draft.columns))
            draft.checks.append(
                Check(name=name, expression=model.sql, comment=model.comment, origin=context.locate(at))
            )


def add_exclude(context: Context, types: Types, draft: Draft, model: ExcludeModel, loc: Loc) -> None:
    """An exclusion constraint."""
    elements: list[tuple[IndexElement, str]] = []
    for number, element in enumerate(model.elements):
        made = index_element(context, types, draft, element, (*loc, "elements", number))
        if made is None:
            return
        elements.append((made, element.operator))
    where_at = (*loc, "where")
    if model.where is not None and not check_expression(
        context, model.where, where_at, "the condition", columns=draft.usable, table=draft.name.name, immutable=True
    ):
        return
    columns = [element.column or "expr" for element, _operator in elements]
    name = model.name or next_free(
        draft.names.make("exclude", columns=columns, table=draft.name.name), (e.name for e in draft.excludes)
    )
    draft.excludes.append(
        Exclude(
            name=name,
            method=model.method,
            elements=tuple(elements),
            where=model.where,
            comment=model.comment,
            origin=context.locate(loc),
        )
    )


def index_element(
    context: Context, types: Types, draft: Draft, model: IndexElementModel, loc: Loc
) -> IndexElement | None:
    """One key of an index or of an exclusion constraint; None after an error."""
    if (model.column is None) == (model.sql is None):
        context.error("index-element", "a key must be either a column or sql", loc)
        return None
    if model.column is not None:
        at = (*loc, "column")
        if not draft.has(model.column):
            message = f"'{draft.name.name}' has no column '{model.column}'"
            context.error("unknown-column", message, at, did_you_mean(model.column, draft.columns))
        if model.column not in draft.columns:
            return None
    elif model.sql is not None and not check_expression(
        context, model.sql, (*loc, "sql"), "the key", columns=draft.usable, table=draft.name.name, immutable=True
    ):
        return None
    collation = None
    if model.collation is not None:
        from schemagen.model.names import QualifiedName

        schema, dot, name = model.collation.rpartition(".")
        collation = QualifiedName(schema if dot else "pg_catalog", name)
    return IndexElement(
        column=model.column,
        expression=model.sql,
        collation=collation,
        operator_class=model.operator_class,
        descending=model.descending,
        nulls_first=None if model.nulls is None else model.nulls == "first",
    )
