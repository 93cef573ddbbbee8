"""Rules become privileges: in, which role may do what; out, grants, and what policies need that a role lacks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from schemagen.diagnostics import Diagnostic, Position
from schemagen.model.names import QualifiedName
from schemagen.model.schema import Grant, Table
from schemagen.resolve.access_links import Link
from schemagen.resolve.access_rules import VERBS, RoleRules

if TYPE_CHECKING:
    from schemagen.resolve.context import Locate


def table_grants(rules: RoleRules) -> tuple[Grant, ...]:
    """Exactly what the rules say, nothing for anybody else: by role, then columns; never TRUNCATE and its like."""
    grants: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for role, verbs in rules.items():
        for verb in VERBS:
            if verb in verbs:
                grants.setdefault((role, tuple(sorted(set(verbs[verb].columns)))), []).append(verb)
    return tuple(
        Grant(role=role, privileges=tuple(privileges), columns=columns)
        for (role, columns), privileges in sorted(grants.items())
    )


def check_linked_privileges(
    table: QualifiedName,
    rules: RoleRules,
    links: tuple[Link, ...],
    words: frozenset[str],
    tables: Mapping[QualifiedName, Table],
    locate: Locate,
) -> Iterator[Diagnostic]:
    """Errors for roles that cannot read what their policies ask: PostgreSQL would refuse every statement of theirs.

    `tables` have their grants; `words` are the rules that follow links.
    """
    for role, verbs in rules.items():
        rule = next((verbs[verb] for verb in VERBS if verb in verbs and verbs[verb].word in words), None)
        if rule is None:
            continue
        for link in links:
            if link.function is None:
                yield from _check_link(role, table, link, tables[link.target], locate(rule.at))


def _check_link(role: str, table: QualifiedName, link: Link, target: Table, place: Position) -> Iterator[Diagnostic]:
    name = target.name.name
    needed = [*link.target_columns, *([link.tenant_column] if link.tenant_column else [])]
    if target.grants is None:
        message = f"whether '{role}' may read '{name}', to which '{table.name}' links, is not known"
        help_ = f"declare the grants of {name} under existing, such as {role}: [select]"
        yield Diagnostic("linked-table-unknown", message, place, help_)
        return
    missing = [column for column in needed if not may_read(role, column, target.grants)]
    if missing:
        message = f"'{role}' may not read {', '.join(missing)} of '{name}', to which '{table.name}' links"
        help_ = (
            f"give '{role}' read on '{name}', or other rows under access of '{table.name}'; PostgreSQL would refuse "
            "every statement (42501)"
        )
        yield Diagnostic("linked-table-unreadable", message, place, help_)
    elif not target.managed and target.row_security != "off" and not _sees(role, target):
        message = (
            f"no policy shows '{role}' any row of '{name}', to which '{table.name}' links: it would see none of these"
        )
        help_ = f"declare the policy of '{name}' that does, under existing"
        yield Diagnostic("linked-table-hidden", message, place, help_)


def may_read(role: str, column: str, grants: tuple[Grant, ...]) -> bool:
    """Whether one of the grants lets the role, or everybody, select the column."""
    return any(
        grant.role in {role, "public"}
        and "select" in grant.privileges
        and (not grant.columns or column in grant.columns)
        for grant in grants
    )


def _sees(role: str, table: Table) -> bool:
    return any(
        policy.permissive and policy.command in {"select", "all"} and (not policy.roles or role in policy.roles)
        for policy in table.policies
    )
