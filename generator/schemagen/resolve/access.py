"""Access as intent: in, tables and who may do what with them; out, the tables with grants, row security and policies.

All three come from the same rules, so that they cannot disagree.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from schemagen.diagnostics import Diagnostic
from schemagen.model.names import QualifiedName
from schemagen.model.schema import Function, Policy, Table
from schemagen.records import replace
from schemagen.resolve.access_checks import (
    LINK_WORDS,
    check_execute,
    check_full_policies,
    check_role,
    check_rule,
    check_sources,
    check_use,
)
from schemagen.resolve.access_conditions import check_circle, check_condition
from schemagen.resolve.access_grants import check_asked, check_linked_privileges, table_grants
from schemagen.resolve.access_intent import existing_intent, table_intent
from schemagen.resolve.access_links import Link, find_links
from schemagen.resolve.access_new_columns import check_new_columns
from schemagen.resolve.access_policies import Ground, full_policy, role_policies
from schemagen.resolve.access_recursion import Answer, break_circles, with_roles
from schemagen.resolve.access_rules import RoleRules, is_forced, merged_rules
from schemagen.resolve.context import AccessRequest, AccessResult

if TYPE_CHECKING:
    from schemagen.resolve.context import Context, Loc

Links = dict[QualifiedName, tuple[Link, ...]]
Rules = Mapping[QualifiedName, RoleRules]


def resolve_access(
    context: Context, tables: dict[QualifiedName, Table], requests: list[AccessRequest], user: str | None = None
) -> AccessResult:
    """The tables with row security, policies and grants as asked, in the order in which they came.

    `tables` are all tables with their columns and foreign keys, those that exist already with what they have; only
    new ones are changed. `user` is the SQL expression of the session's user. Findings are returned, not added to the
    context.
    """
    asked = [request for request in requests if request.table in tables and tables[request.table].managed]
    rules = {request.table: merged_rules(request) for request in asked}
    deciding = frozenset(table for table in rules if _has(rules[table], frozenset({"linked"})))
    links, answers, found = break_circles(
        _links(context, tables, rules, deciding), tables, context.tenant, context.names, deciding
    )
    found += check_sources(context)
    found += check_execute(context, rules)
    result = dict(tables)
    for request in asked:
        name = request.table
        ground = Ground(table=tables[name], links=links.get(name, ()), tenant=context.tenant, user=user)
        problems = list(_problems(context, ground, request, rules[name]))
        result[name] = _secured(ground, request, rules[name], with_rules=not problems)
        found += problems
        found += check_use(ground, rules[name], request.locate)
        full = _full_policies(request)
        for policy in full:
            for key, sql in (("using", policy.using), ("check", policy.check)):
                if sql is not None:
                    at = (*request.policies_at, policy.name, key)
                    found += check_circle(context, ground.table, sql, at, f"the {key} of '{policy.name}'")
        found += check_full_policies(
            ground.table, full, rules[name], context.roles, request.policies_at, request.locate
        )
    for request in asked:
        own_links = links.get(request.table, ())
        own_rules = rules[request.table]
        found += check_linked_privileges(request.table, own_rules, own_links, LINK_WORDS, result, request.locate)
        for role, sql, at in _conditions(request, own_rules):
            found += check_asked(context, role, sql, result, request.locate(at))
    functions = _answered(answers, links, rules, result)
    found += check_new_columns(context, result)
    intents = {
        request.table: table_intent(rules[request.table], _full_policies(request), context.roles) for request in asked
    }
    intents |= {name: existing_intent(table, context.roles) for name, table in tables.items() if not table.managed}
    return AccessResult(tables=result, functions=functions, intents=intents, diagnostics=found)


def _has(rules: RoleRules, words: frozenset[str]) -> bool:
    return any(rule.word in words for verbs in rules.values() for rule in verbs.values())


def _links(
    context: Context, tables: Mapping[QualifiedName, Table], rules: Rules, following: frozenset[QualifiedName]
) -> Links:
    """The links of every table whose rules follow them."""
    if context.tenant is None:
        return {}
    column = context.tenant.column
    return {
        name: find_links(tables[name], tables, column, following) for name in rules if _has(rules[name], LINK_WORDS)
    }


def _problems(context: Context, ground: Ground, request: AccessRequest, rules: RoleRules) -> Iterator[Diagnostic]:
    own = request.own
    if own is not None and own.preset == "service_only" and not any(rules.values()):
        message = "no role may read and write every row by the conventions, so nobody would have access"
        help_ = "name the role here, such as roles: {service_role: all}"
        yield Diagnostic("no-service-role", message, request.locate((*request.own_at, "preset")), help_)
    for model, at in ((request.convention, request.convention_at), (own, request.own_at)):
        for role in model.roles if model is not None else ():
            yield from check_role(role, context.roles, (*at, "roles", role), request.locate)
    for verbs in rules.values():
        for verb, rule in verbs.items():
            yield from check_rule(ground, rule, verb, request.locate)
            if rule.sql is not None:
                yield from check_condition(context, ground.table, rule.sql, (*rule.at, "sql"), "the condition")


def _secured(ground: Ground, request: AccessRequest, rules: RoleRules, *, with_rules: bool) -> Table:
    """The table with what the request says: the policies of the rules role by role, then those in full."""
    policies: list[Policy] = []
    if with_rules:
        for role, verbs in rules.items():
            policies += role_policies(ground, role, verbs, request.names, request.locate)
    policies += _full_policies(request)
    secured = bool(policies) or request.own is not None or request.convention is not None
    return replace(
        ground.table,
        row_security=("forced" if is_forced(request) else "enabled") if secured else "off",
        policies=tuple(policies),
        grants=table_grants(rules),
    )


def _full_policies(request: AccessRequest) -> list[Policy]:
    return [
        full_policy(name, model, request.locate((*request.policies_at, name), key=True))
        for name, model in (request.policies or {}).items()
    ]


def _conditions(request: AccessRequest, rules: RoleRules) -> Iterator[tuple[str, str, Loc]]:
    """The conditions in SQL with the role that each is for and their place; those for everybody are left out."""
    for role, verbs in rules.items():
        for rule in verbs.values():
            if rule.sql is not None:
                yield role, rule.sql, (*rule.at, "sql")
    for policy in _full_policies(request):
        for key, sql in (("using", policy.using), ("check", policy.check)):
            for role in policy.roles if sql is not None else ():
                if role != "public":
                    yield role, sql or "", (*request.policies_at, policy.name, key)


def _answered(
    answers: Mapping[QualifiedName, Answer], links: Links, rules: Rules, result: dict[QualifiedName, Table]
) -> dict[QualifiedName, Function]:
    """The functions that answer for tables on a circle; a forced table gets the policy that lets its owner read."""
    functions: dict[QualifiedName, Function] = {}
    for name, answer in answers.items():
        roles = frozenset(
            role
            for table, own in links.items()
            if any(link.function == name for link in own)
            for role, verbs in rules[table].items()
            if any(rule.word in LINK_WORDS for rule in verbs.values())
        )
        functions[name] = with_roles(answer.function, roles)
        table = result[answer.table]
        if table.row_security == "forced":
            result[answer.table] = replace(table, policies=(*table.policies, answer.policy))
    return functions
