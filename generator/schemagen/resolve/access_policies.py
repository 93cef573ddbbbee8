"""Rules become policies: in, which rows a role may reach by which verb; out, row level security policies.

A role has at most one permissive policy for each command, always names its role, and never leaves the tenant unread.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from schemagen.diagnostics import Position
from schemagen.model.project import TenantSource
from schemagen.model.schema import Policy, Table
from schemagen.records import dataclass
from schemagen.render.sql import identifier
from schemagen.resolve.access_links import Link, of_tenant, seen
from schemagen.resolve.access_rules import VERBS, Rule, Verb
from schemagen.resolve.names import Names
from schemagen.resolve.tenant import guard, scalar

if TYPE_CHECKING:
    from schemagen.resolve.context import Locate
    from schemagen.spec.models.access import PolicyModel

_AND = "\n    AND "


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What the conditions of one table are made of."""

    table: Table
    links: tuple[Link, ...]
    tenant: TenantSource | None
    user: str | None


def condition(ground: Ground, rule: Rule, verb: Verb) -> str:
    """The SQL condition of a rule; the rule has been checked against the table before."""
    table, tenant = ground.table, ground.tenant
    if rule.sql is not None:
        return rule.sql
    if rule.owner is not None:
        assert ground.user is not None  # A rule about an owner without a user convention has been refused.
        return f"{identifier(rule.owner)} = {scalar(ground.user)}"
    if rule.word == "all":
        return "true"
    assert tenant is not None  # So has a rule about tenants without a tenant convention.
    parts = [guard(tenant.expression)]
    links = ground.links
    if rule.word == "linked" and verb != "select" and links:
        parts.append(seen(table.name, links[0], tenant, own=True))
        links = links[1:]
    elif rule.word in {"tenant", "tenant_and_shared"}:
        shared = rule.word == "tenant_and_shared" and table.column(tenant.column).nullable
        parts.append(of_tenant(tenant, identifier(tenant.column), shared=shared))
    parts += [seen(table.name, link, tenant) for link in links]
    return _AND.join(parts)


def role_policies(
    ground: Ground, role: str, rules: Mapping[Verb, Rule], names: Names, locate: Locate
) -> tuple[Policy, ...]:
    """The policies of one role: one for everything where all verbs reach the same rows, else one for each verb."""
    table = ground.table.name.name
    conditions = {verb: condition(ground, rules[verb], verb) for verb in VERBS if verb in rules}
    if len(conditions) == len(VERBS) and len(set(conditions.values())) == 1:
        same = conditions["select"]
        name = names.make("policy", table=table, role=role, verb="all")
        return (
            Policy(name=name, command="all", roles=(role,), using=same, check=same, origin=locate(rules["select"].at)),
        )
    return tuple(
        Policy(
            name=names.make("policy", table=table, role=role, verb=verb),
            command=verb,
            roles=(role,),
            using=None if verb == "insert" else sql,
            check=sql if verb in {"insert", "update"} else None,
            origin=locate(rules[verb].at),
        )
        for verb, sql in conditions.items()
    )


def full_policy(name: str, model: PolicyModel, origin: Position) -> Policy:
    """A policy that the specification writes out in full."""
    return Policy(
        name=name,
        command=model.command,
        roles=tuple(dict.fromkeys(model.roles)),
        using=model.using,
        check=model.check,
        permissive=model.permissive,
        comment=model.comment,
        origin=origin,
    )
