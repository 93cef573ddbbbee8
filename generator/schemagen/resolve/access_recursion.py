"""Links in a circle: in, the links of all tables; out, links with functions, and the functions and owner policies.

The function runs with the rights of the table's owner and gives the keys of the rows that are the tenant's or shared.
Under FORCE the owner is bound by policies too, so the owner gets one of its own. It opens only under the search path
that the function sets for its own duration (an ordinary owner can attach no setting of its own making to a function),
and even then shows no row that the session's tenant may not link to: whoever sets that path by hand gains nothing.

Only a setting or a claim says the same tenant in there. A function of the specification would run with the owner's
rights and under the function's search path too: one that asks current_user would answer for the owner. The tenant
cannot come in as an argument either, since whoever may execute the function could ask for another's.
"""

from __future__ import annotations

from collections.abc import Mapping

from schemagen.diagnostics import Diagnostic
from schemagen.model.circles import circles
from schemagen.model.names import QualifiedName
from schemagen.model.project import TenantSource
from schemagen.model.schema import Function, Grant, Policy, Table
from schemagen.records import dataclass, replace
from schemagen.render.sql import data_type, qualified, string
from schemagen.resolve.access_links import Link, of_tenant
from schemagen.resolve.names import Names
from schemagen.resolve.tenant import column_of, guard, scalar, with_qualified_types

SEARCH_PATH = "pg_catalog"
"""The search path while a function reads links. Nobody can put an object into that schema; what PostgreSQL looks up in
the temporary schema before it, types and tables, is written with its schema in the body."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What answers for one column of a table on a circle."""

    table: QualifiedName
    function: Function
    policy: Policy


def break_circles(
    links: Mapping[QualifiedName, tuple[Link, ...]],
    tables: Mapping[QualifiedName, Table],
    tenant: TenantSource | None,
    names: Names,
    junctions: frozenset[QualifiedName],
) -> tuple[dict[QualifiedName, tuple[Link, ...]], dict[QualifiedName, Answer], list[Diagnostic]]:
    """The links with a function where the target lies on the same circle, and the functions by name.

    `links` has the tables whose policies follow links, `junctions` those of them whose first link decides who may
    write. A circle through a table without a tenant, by a foreign key of several columns or by a link that decides
    has no function that could answer and is an error at the foreign key; so is any where a function says the tenant.
    """
    graph = {table: frozenset(link.target for link in found) for table, found in links.items()}
    circle = circles(graph)
    answers: dict[QualifiedName, Answer] = {}
    found: list[Diagnostic] = []
    result: dict[QualifiedName, tuple[Link, ...]] = {}
    for table, own in links.items():
        changed: list[Link] = []
        for number, link in enumerate(own):
            if table in circle and circle.get(link.target) == circle[table]:
                decides = number == 0 and table in junctions
                if tenant is None or link.tenant_column is None or len(link.columns) > 1 or decides:
                    found.append(_unanswerable(table, link))
                    changed.append(link)
                    continue
                if tenant.by_function:
                    found.append(_asked_as_owner(table, link))
                    changed.append(link)
                    continue
                target = tables[link.target]
                name = QualifiedName(target.name.schema, f"{target.name.name}_visible_{link.target_columns[0]}")
                if name not in answers:
                    answers[name] = _answer(name, target, link, tenant, names)
                changed.append(replace(link, function=name))
            else:
                changed.append(link)
        result[table] = tuple(changed)
    return result, answers, found


def with_roles(function: Function, roles: frozenset[str]) -> Function:
    """The function with EXECUTE for the roles whose policies ask it."""
    grants = tuple(Grant(role=role, privileges=("execute",)) for role in sorted(roles))
    return replace(function, grants=grants)


def _unanswerable(table: QualifiedName, link: Link) -> Diagnostic:
    if len(link.columns) > 1:
        reason = "by a foreign key of several columns"
    elif link.tenant_column is None:
        reason = f"through '{link.target.name}', which has no tenant column"
    else:
        reason = "by its first link, which decides who may write"
    help_ = "say the rows of one of the tables in the circle by a condition, such as read: {sql: ...}"
    message = f"the access of '{table.name}' follows its links in a circle {reason}: its policies would never end"
    return Diagnostic("circular-access", message, link.origin, help_)


def _asked_as_owner(table: QualifiedName, link: Link) -> Diagnostic:
    message = (
        f"the access of '{table.name}' follows its links in a circle, which only a function with the owner's rights "
        "can read, and in there the function that says the tenant would answer for the owner"
    )
    help_ = (
        "take the tenant from a setting or a claim, or say the rows of one of the tables in the circle by a condition, "
        "such as read: {sql: ...}"
    )
    return Diagnostic("circular-access", message, link.origin, help_)


def _answer(name: QualifiedName, target: Table, link: Link, tenant: TenantSource, names: Names) -> Answer:
    key = link.target_columns[0]
    assert link.tenant_column is not None  # The caller has refused links without.
    condition = of_tenant(tenant, column_of(target.name.name, link.tenant_column), shared=link.tenant_nullable)
    safe = replace(tenant, expression=with_qualified_types(tenant))
    own_rows = of_tenant(safe, column_of(target.name.name, link.tenant_column), shared=link.tenant_nullable)
    body = (
        f"\n  SELECT {column_of(target.name.name, key)}\n  FROM {qualified(target.name)}\n"
        f"  WHERE {guard(safe.expression)}\n    AND {own_rows}\n"
    )
    function = Function(
        name=name,
        arguments="",
        returns=f"SETOF {data_type(target.column(key).type)}",
        language="sql",
        body=body,
        volatility="stable",
        security_definer=True,
        parallel="safe",
        settings=(("search_path", SEARCH_PATH),),
        comment=f"The keys of {target.name.name} that the session's tenant may link to: its own and the shared ones.",
        serves=target.name,
        origin=link.origin,
    )
    path = scalar("current_setting('search_path')")
    policy = Policy(
        name=names.make("policy", table=target.name.name, role="owner", verb="links"),
        command="select",
        roles=(),
        using=f"{path} = {string(SEARCH_PATH)}\n    AND {guard(tenant.expression)}\n    AND {condition}",
        owner=True,
        comment=f"Lets {name.name}() read while policies follow links in a circle.",
        origin=link.origin,
    )
    return Answer(target.name, function, policy)
