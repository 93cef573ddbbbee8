"""Rules become the intent of the model: in, what the specification says in words; out, who may do what, without SQL.

Where only SQL says it (a condition, a policy written out in full) the rows are not guessed but 'unknown'.
"""

from __future__ import annotations

from collections.abc import Iterable

from schemagen.model.access import AccessRule, AccessVerb, RoleAccess, RowSet, TableAccess
from schemagen.model.schema import Grant, Policy, Table
from schemagen.resolve.access_rules import VERBS, RoleRules, Rule

_ROWS: dict[str, RowSet] = {
    "all": "all",
    "tenant": "tenant",
    "tenant_and_shared": "tenant_and_shared",
    "linked": "linked",
}


def table_intent(rules: RoleRules, policies: Iterable[Policy], roles: tuple[str, ...]) -> TableAccess:
    """The intent of a table that the migrations make; `policies` are those written out in full."""
    full = tuple(policies)
    return TableAccess(
        roles={
            role: {verb: _rule(rule, role, verb, full) for verb, rule in rules.get(role, {}).items()} for role in roles
        }
    )


def _rule(rule: Rule, role: str, verb: AccessVerb, policies: tuple[Policy, ...]) -> AccessRule:
    if rule.owner is not None:
        rows: RowSet = "owner"
    else:
        rows = _ROWS[rule.word] if rule.word is not None else "unknown"
    others = [policy for policy in policies if role in policy.roles and policy.command in {"all", verb}]
    # A permissive policy adds nothing to all rows; any other changes which rows are meant.
    if any(not policy.permissive or rows != "all" for policy in others):
        rows = "unknown"
    return AccessRule(
        rows=rows, owner=rule.owner if rows == "owner" else None, columns=tuple(sorted(set(rule.columns)))
    )


def existing_intent(table: Table, roles: tuple[str, ...]) -> TableAccess:
    """What the grants and policies that an existing table is declared with let each role do.

    They are facts, not wishes: a policy `true` shows every row, no policy none, and any other is 'unknown'.
    """
    return TableAccess(roles={role: _declared(table, role) for role in roles})


def _declared(table: Table, role: str) -> RoleAccess:
    found: dict[AccessVerb, AccessRule] = {}
    for verb in VERBS:
        if table.grants is None:
            found[verb] = AccessRule(rows="unknown")
            continue
        grants = [grant for grant in table.grants if grant.role in {role, "public"} and verb in grant.privileges]
        if grants:
            found[verb] = AccessRule(rows=_shown(table, role, verb), columns=_columns(grants))
    return found


def _columns(grants: Iterable[Grant]) -> tuple[str, ...]:
    lists = [grant.columns for grant in grants]
    return () if () in lists else tuple(sorted({column for columns in lists for column in columns}))


def _shown(table: Table, role: str, verb: AccessVerb) -> RowSet:
    if table.row_security == "off":
        return "all"
    about = [p for p in table.policies if p.command in {"all", verb} and (not p.roles or role in p.roles)]
    if any(not policy.permissive for policy in about):
        return "unknown"
    if any(_is_open(policy, verb) for policy in about):
        return "all"
    return "unknown" if about else "none"


def _is_open(policy: Policy, verb: AccessVerb) -> bool:
    """Whether the policy lets every row through; what is not written for new rows is what is written for old ones."""
    using = policy.using if verb != "insert" else "true"
    check = policy.check if policy.check is not None else policy.using
    conditions = [using] + ([check] if verb in {"insert", "update"} else [])
    return all((condition or "").strip().lower() == "true" for condition in conditions)
