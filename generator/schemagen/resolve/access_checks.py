"""Rules against tables: in, the rules of one table; out, what cannot be meant or would not work, at its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from schemagen.diagnostics import Diagnostic, Position, Severity, did_you_mean
from schemagen.model.names import QualifiedName
from schemagen.model.schema import Policy, Table
from schemagen.resolve.access_rules import VERBS, RoleRules, Rule, Verb

if TYPE_CHECKING:
    from schemagen.resolve.access_policies import Ground
    from schemagen.resolve.context import Context, Loc, Locate

TENANT_WORDS = frozenset({"tenant", "tenant_and_shared"})
LINK_WORDS = TENANT_WORDS | {"linked"}


def check_sources(context: Context) -> Iterator[Diagnostic]:
    """An error for a function of the tenant or the user that the specification does not declare."""
    specification, conventions = context.loaded.specification, context.conventions
    known = [*specification.existing.functions, *specification.functions]
    for key, model in (("tenant", conventions.tenant), ("user", conventions.user)):
        text = model.source.function if model is not None else None
        if text is not None and context.name(text) not in {context.name(name) for name in known}:
            place = context.locate(("conventions", key, "from", "function"))
            help_ = did_you_mean(text, known) or "declare it under existing.functions or functions"
            yield Diagnostic("unknown-function", f"there is no function '{text}'", place, help_)


def check_execute(context: Context, rules: Mapping[QualifiedName, RoleRules]) -> Iterator[Diagnostic]:
    """An error for each role whose policies ask a function that it may not execute: each of its statements would fail.

    Of a function that is there already, nothing is known where `execute` is left out: the migration asks the database.
    """
    specification, conventions = context.loaded.specification, context.conventions
    for key, model in (("tenant", conventions.tenant), ("user", conventions.user)):
        said = model.source.function if model is not None else None
        if said is None:
            continue
        asking = {
            role: None
            for of_table in rules.values()
            for role, verbs in of_table.items()
            if any(rule.word in LINK_WORDS if key == "tenant" else rule.owner for rule in verbs.values())
        }
        for start, functions in (("existing", specification.existing.functions), ("", specification.functions)):
            for text, function in functions.items():
                if context.name(text) != context.name(said) or (start and "execute" not in function.model_fields_set):
                    continue
                for role in [role for role in asking if role in context.roles and role not in function.execute]:
                    loc = (*((start,) if start else ()), "functions", text)
                    given = "execute" in function.model_fields_set
                    place = context.locate((*loc, "execute") if given else loc, key=not given)
                    message = f"the policies of '{role}' ask '{text}' for the {key}, which that role may not execute"
                    yield Diagnostic("function-not-executable", message, place, f"put {role} under execute")


def check_role(role: str, roles: tuple[str, ...], at: Loc, locate: Locate) -> Iterator[Diagnostic]:
    """An error for a database role that the specification does not declare."""
    if role in roles:
        return
    if role.lower() == "public":
        message, help_ = "access for everybody (PUBLIC) cannot be given", "name the roles"
    else:
        message = f"the role '{role}' is not among the roles under existing"
        help_ = did_you_mean(role, roles) or "declare it in existing.roles"
    yield Diagnostic("unknown-role", message, locate(at, key=True), help_)


def check_rule(ground: Ground, rule: Rule, verb: Verb, locate: Locate) -> Iterator[Diagnostic]:
    """Errors of one rule: words that do not fit the table, unknown columns, sources that no convention names."""
    table = ground.table
    names = [column.name for column in table.columns]
    for number, column in enumerate(rule.columns):
        place = locate((*rule.at, "columns", number))
        if column not in names:
            yield _unknown_column(table, column, names, place)
    if rule.columns and verb == "delete":
        message, help_ = "a row is deleted as a whole, not by columns", "remove columns here"
        if rule.at[-1] == "write":
            message = f"write is to delete too, and {message}"
            help_ = "say insert and update with their columns, and delete without where rows may be deleted"
        yield Diagnostic("columns-of-delete", message, locate((*rule.at, "columns")), help_)
    if rule.owner is not None:
        if rule.owner not in names:
            yield _unknown_column(table, rule.owner, names, locate((*rule.at, "owner")))
        if ground.user is None:
            message = "no convention says where a session has its user"
            help_ = "add conventions.user, such as {type: uuid, from: {claim: sub}}"
            yield Diagnostic("no-user-source", message, locate(rule.at), help_)
    if rule.word in LINK_WORDS:
        yield from _check_tenant_word(ground, rule, verb, locate)


def _check_tenant_word(ground: Ground, rule: Rule, verb: Verb, locate: Locate) -> Iterator[Diagnostic]:
    table, tenant, place = ground.table, ground.tenant, locate(rule.at)
    if tenant is None:
        message = f"'{rule.word}' needs to know the tenant of a session, and no convention says where it is"
        help_ = "add conventions.tenant, such as {column: tenant_id, type: uuid, from: {setting: app.tenant_id}}"
        yield Diagnostic("no-tenant-source", message, place, help_)
        return
    column = next((column for column in table.columns if column.name == tenant.column), None)
    if rule.word in TENANT_WORDS:
        if column is None:
            message = f"'{rule.word}' needs a column '{tenant.column}', which '{table.name.name}' does not have"
            yield Diagnostic("no-tenant-column", message, place, "add the column, or say linked, all or none")
        elif (column.type.name, column.type.schema) != (tenant.type.name, tenant.type.schema):
            message = f"'{tenant.column}' of '{table.name.name}' has another type than conventions.tenant says"
            yield Diagnostic("tenant-type", message, column.origin, "give both the same type")
        if rule.word == "tenant_and_shared" and verb != "select":
            message = "a shared row belongs to all tenants: one of them must not write it"
            yield Diagnostic("shared-rows-writable", message, place, "say tenant here")
    elif column is not None:
        message = f"'{table.name.name}' has a tenant of its own: linked would leave it unread"
        help_ = "say tenant_and_shared to read and tenant to write; they follow the links too"
        yield Diagnostic("linked-with-tenant", message, place, help_)
    elif not ground.links:
        message = f"'{table.name.name}' links to no table with a tenant, so there is nothing to follow"
        yield Diagnostic("nothing-linked", message, place, "say all, none, {owner: ...} or {sql: ...}")
    elif verb != "select" and _first_link_is_open(ground):
        message = f"the first link of '{table.name.name}' decides who may write, and leads to a table without a tenant"
        help_ = "put the link to a table with a tenant first, or say {sql: ...}"
        yield Diagnostic("first-link-without-tenant", message, place, help_)


def _first_link_is_open(ground: Ground) -> bool:
    table, first = ground.table, ground.links[0]
    return first.tenant_column is None or (bool(table.links) and table.links[0] != first.columns[0])


def _never_given(ground: Ground, rule: Rule) -> str | None:
    """The column that says whose a new row is, where the role may not give it and nothing else does."""
    tenant = ground.tenant.column if ground.tenant is not None and rule.word in TENANT_WORDS else None
    name = rule.owner or tenant
    column = next((column for column in ground.table.columns if column.name == name), None)
    if column is None or column.name in rule.columns or ground.table.triggers:
        return None
    return None if column.default is not None or column.generated or column.identity else column.name


def check_use(ground: Ground, rules: RoleRules, locate: Locate) -> Iterator[Diagnostic]:
    """Warnings about rules that look like more or less than they are."""
    table = ground.table
    for verbs in rules.values():
        changing = next((verbs[verb] for verb in ("update", "delete") if verb in verbs), None)
        inserting = verbs.get("insert")
        if inserting is not None and inserting.columns and (missing := _never_given(ground, inserting)):
            message = f"nobody may give '{missing}' in a new row, and without it none passes the policy"
            help_ = f"put {missing} among the columns, or give it a default"
            yield Diagnostic(
                "insert-without-owner", message, locate((*inserting.at, "columns")), help_, Severity.WARNING
            )
        if changing is not None and "select" not in verbs:
            message = f"a role that may not read '{table.name.name}' cannot say which rows it updates or deletes"
            help_ = "give it read for those rows too"
            yield Diagnostic("write-without-read", message, locate(changing.at), help_, Severity.WARNING)


def check_full_policies(
    table: Table, policies: Iterable[Policy], rules: RoleRules, roles: tuple[str, ...], at: Loc, locate: Locate
) -> Iterator[Diagnostic]:
    """Errors and warnings about policies that are written out in full, beside what the rules of the table say.

    `at` is the loc of the mapping in which they stand.
    """
    for policy in policies:
        place = locate((*at, policy.name), key=True)
        for number, role in enumerate(policy.roles):
            if role not in roles:
                yield from check_role(role, roles, (*at, policy.name, "roles", number), locate)
                continue
            verbs = rules.get(role, {})
            needed = VERBS if policy.command == "all" else (policy.command,)
            used = [verb for verb in needed if verb in verbs]
            if not used:
                message = f"'{role}' has no privilege on '{table.name.name}' that the policy '{policy.name}' is about"
                help_ = f"give it access too, such as {role}: {{read: all}}; a policy alone opens nothing"
                yield Diagnostic("policy-without-privilege", message, place, help_)
            elif policy.permissive and any(not verbs[verb].is_all for verb in used):
                message = f"'{policy.name}' shows '{role}' rows beyond what access says: permissive policies add up"
                help_ = "write permissive: false if it shall take rows away"
                yield Diagnostic("policy-widens-access", message, place, help_, Severity.WARNING)


def _unknown_column(table: Table, column: str, names: list[str], place: Position) -> Diagnostic:
    message = f"'{table.name.name}' has no column '{column}'"
    help_ = did_you_mean(column, names) or f"its columns are {', '.join(names)}"
    return Diagnostic("unknown-column", message, place, help_)
