"""What makes a row somebody's: in, a table with its intent; out, its tenant column, owner columns and links.

Derived from columns and foreign keys alone, apart from what resolve makes policies of.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from schemagen.model.constraints import ForeignKey
from schemagen.model.names import QualifiedName
from schemagen.model.project import Project
from schemagen.model.schema import Table
from schemagen.records import dataclass

Kind = Literal["own", "shared", "foreign", "none"]
"""Of the session's tenant or user, of no tenant, of another one; `none` is a link or an owner that is null."""

FOLLOWING = frozenset({"tenant", "tenant_and_shared", "linked"})
"""Rules under which a row that links to another tenant's is nobody's."""


class NoSuchRow(Exception):
    """A row of these kinds cannot be: what it would have to say contradicts itself, or no value is known to fit."""


@dataclass(frozen=True, slots=True)
class Dimension:
    """One of the things that a row is somebody's by, with the kinds that it can be of."""

    what: Literal["tenant", "user", "link"]
    columns: tuple[str, ...]
    kinds: tuple[Kind, ...]
    key: ForeignKey | None = None


def dimensions(project: Project, table: Table) -> tuple[Dimension, ...]:
    """The tenant column, then owner columns, then links, the one that decides who may write first."""
    return (*_tenant(project, table), *_owners(project, table), *_links(project, table))


def follows_links(project: Project, table: QualifiedName) -> bool:
    """Whether a rule of the table says that its rows follow their links, having no tenant of their own."""
    return "linked" in _words(project, table)


def _words(project: Project, table: QualifiedName) -> frozenset[str]:
    access = project.access.tables.get(table)
    if access is None:
        return frozenset()
    return frozenset(rule.rows for rules in access.roles.values() for rule in rules.values())


def tenant_column(project: Project, table: Table) -> str | None:
    """The column that says whose a row is, where the table has it."""
    if project.tenant is None or not any(column.name == project.tenant.column for column in table.columns):
        return None
    return project.tenant.column


def _tenant(project: Project, table: Table) -> Iterator[Dimension]:
    name = tenant_column(project, table)
    if name is not None:
        kinds: tuple[Kind, ...] = ("own", "shared", "foreign") if table.column(name).nullable else ("own", "foreign")
        yield Dimension("tenant", (name,), kinds)


def _owners(project: Project, table: Table) -> Iterator[Dimension]:
    access = project.access.tables.get(table.name)
    if access is None:
        return
    found = {rule.owner for rules in access.roles.values() for rule in rules.values() if rule.owner is not None}
    for name in sorted(found):
        kinds: tuple[Kind, ...] = ("own", "foreign", "none") if table.column(name).nullable else ("own", "foreign")
        yield Dimension("user", (name,), kinds)


def _links(project: Project, table: Table) -> Iterator[Dimension]:
    if not _words(project, table.name) & FOLLOWING:
        return
    found: dict[tuple[tuple[str, ...], QualifiedName], Dimension] = {}
    for key in table.foreign_keys:
        target = project.after.tables.get(key.target)
        if target is None or (carries_tenant(project, key) and not follows_links(project, table.name)):
            continue
        if tenant_column(project, target) is None and not follows_links(project, key.target):
            continue
        kinds: list[Kind] = ["own", "shared", "foreign"] if can_be_shared(project, target) else ["own", "foreign"]
        if any(table.column(name).nullable for name in key.columns):
            kinds.append("none")
        found.setdefault((key.columns, key.target), Dimension("link", key.columns, tuple(kinds), key))
    order = [*table.links, *(column.name for column in table.columns)]
    yield from sorted(found.values(), key=lambda link: order.index(link.columns[0]))


def carries_tenant(project: Project, key: ForeignKey) -> bool:
    """Whether the foreign key itself makes both rows the same tenant's."""
    tenant = project.tenant.column if project.tenant is not None else None
    return any(here == there == tenant for here, there in zip(key.columns, key.target_columns, strict=True))


def can_be_shared(project: Project, table: Table) -> bool:
    """Whether a row can belong to no tenant: its own column may be null, or all that it links to can be shared."""
    name = tenant_column(project, table)
    if name is not None:
        return table.column(name).nullable
    return all("shared" in dimension.kinds for dimension in _links(project, table))


def quiet_kind(dimension: Dimension, kind: Kind, own: Sequence[Dimension]) -> Kind:
    """The kind of one dimension in a row that is of one kind as a whole."""
    if dimension.what == "link" and "none" in dimension.kinds and dimension is not own[0]:
        return "none"
    if kind in dimension.kinds:
        return kind
    if dimension.what == "user" and kind == "shared":
        return "none" if "none" in dimension.kinds else "foreign"
    raise NoSuchRow(f"no row is {kind}")
