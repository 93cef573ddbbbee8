"""Seed rows: in, the seed files and the tables that they belong to; out, rows in the order of their insertion."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING

from schemagen.diagnostics import Diagnostic, did_you_mean
from schemagen.model.names import QualifiedName
from schemagen.model.project import Seed
from schemagen.model.schema import Domain, Enum, Table
from schemagen.resolve.seed_keys import duplicates, natural_key, why_not_a_key
from schemagen.resolve.seed_order import in_order, parents_first
from schemagen.resolve.seed_references import SeededTable, dangling, missing
from schemagen.resolve.seed_values import RowReader

if TYPE_CHECKING:
    from schemagen.resolve.context import Context, Loc
    from schemagen.spec.models.data import SeedModel

KINDS = ("tables", "reference_tables", "junction_tables")


def resolve_seeds(
    context: Context,
    tables: Mapping[QualifiedName, Table],
    enums: Mapping[QualifiedName, Enum],
    domains: Mapping[QualifiedName, Domain],
    filled: Collection[QualifiedName],
) -> tuple[tuple[Seed, ...], list[Diagnostic]]:
    """The seeds of all tables, those that others refer to first, otherwise in the order of the specification.

    Rows keep the order of their file, except that a row which others of the same table refer to comes before them.
    Every row is checked as PostgreSQL would on INSERT, as far as that can be known without a server; each error
    stands at its value. Tables in `filled` get rows from moves too. Findings are returned.
    """
    found: list[Diagnostic] = []
    seeded: dict[QualifiedName, SeededTable] = {}
    for name, model, at in _asked(context):
        table = tables.get(name)
        loaded = context.loaded.seeds.get(_file(model))
        if table is None or loaded is None:
            continue  # Both have been reported where they were looked for.
        columns, problems = _key(context, table, model, at)
        found += problems
        reader = RowReader(context, table, tables, enums, domains, loaded.document)
        rows = reader.rows(columns or ())
        found += reader.found
        if columns is None:
            continue
        own = SeededTable(
            table=table,
            key=columns,
            rows=rows,
            numbers=reader.numbers,
            document=loaded.document,
            path=loaded.path,
            source=loaded.name,
            at=at,
        )
        found += duplicates(own, context.tenant.column if context.tenant else None)
        seeded[name] = own
    for own in seeded.values():
        found += dangling(own, seeded)
        found += missing(own, seeded, filled)
    seeds: list[Seed] = []
    ordered, problems = in_order(seeded)
    found += problems
    for own in ordered:
        rows, problems = parents_first(own)
        found += problems
        tenant = context.tenant
        has_tenant = tenant is not None and any(c.name == tenant.column for c in own.table.columns)
        seeds.append(
            Seed(
                table=own.table.name,
                key=own.key,
                tenant_column=tenant.column if tenant is not None and has_tenant else None,
                rows=tuple(rows),
                source=own.source,
                origin=context.locate(own.at),
            )
        )
    return tuple(seeds), found


def _asked(context: Context) -> Iterator[tuple[QualifiedName, SeedModel | str, Loc]]:
    specification = context.loaded.specification
    for kind in KINDS:
        for text, model in getattr(specification, kind).items():
            if model.seed is not None:
                yield context.name(text), model.seed, (kind, text, "seed")


def _file(model: SeedModel | str) -> str:
    return model if isinstance(model, str) else model.file


def _key(
    context: Context, table: Table, model: SeedModel | str, at: Loc
) -> tuple[tuple[str, ...] | None, list[Diagnostic]]:
    """The natural key of a table's seed rows, None where there is none."""
    tenant = context.tenant.column if context.tenant else None
    asked = None if isinstance(model, str) else model.key
    if asked is not None:
        names = [column.name for column in table.columns]
        unknown = [column for column in asked if column not in names]
        if unknown:
            message = f"'{table.name.name}' has no column '{unknown[0]}'"
            place = context.locate((*at, "key", asked.index(unknown[0])))
            return None, [Diagnostic("unknown-column", message, place, did_you_mean(unknown[0], names))]
    key = natural_key(table, tenant, tuple(asked) if asked else None)
    if key is not None:
        return key, []
    why = why_not_a_key(table, tuple(asked) if asked else None, tenant)
    also = f": {why}" if why is not None else ""
    if asked is not None:
        message = f"no unique constraint of '{table.name.name}' has exactly the columns {', '.join(asked)}{also}"
        help_ = "name the columns of one, without the tenant column"
        return None, [Diagnostic("no-natural-key", message, context.locate((*at, "key")), help_)]
    message = f"'{table.name.name}' has no unique constraint that could tell its seed rows from others{also}"
    help_ = "add one over the columns that identify a row, such as unique: [[name]]"
    return None, [Diagnostic("no-natural-key", message, context.locate(at), help_)]
