"""Rules become privileges: in, which role may do what; out, grants, and what policies need that a role lacks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from schemagen.diagnostics import Diagnostic, Position
from schemagen.model.names import QualifiedName
from schemagen.model.schema import Grant, Table
from schemagen.resolve.access_links import Link
from schemagen.resolve.access_rules import VERBS, RoleRules
from schemagen.syntax.references import NotSql, expression_references

if TYPE_CHECKING:
    from schemagen.resolve.context import Context, Locate


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


def check_asked(
    context: Context, role: str, sql: str, tables: Mapping[QualifiedName, Table], place: Position
) -> Iterator[Diagnostic]:
    """An error for each declared table that a condition of the role asks and the role may not read at all.

    A condition that does not parse has its own error, and of a table whose grants are not declared nothing is known.
    """
    path = context.loaded.specification.search_path or [context.schema]
    try:
        references = expression_references(sql)
    except NotSql:
        return
    for kind, schema, name in references:
        asked = [QualifiedName(one, name) for one in ([schema] if schema is not None else path)]
        table = next((tables[one] for one in asked if one in tables), None) if kind == "relation" else None
        if table is None or table.grants is None:
            continue
        if not any(grant.role in {role, "public"} and "select" in grant.privileges for grant in table.grants):
            message = f"'{role}' may not read '{name}', which the condition asks"
            help_ = (
                f"give '{role}' read on '{name}', or ask a function that runs with its owner's rights; PostgreSQL "
                "would refuse every statement (42501)"
            )
            yield Diagnostic("asked-table-unreadable", message, place, help_)


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
