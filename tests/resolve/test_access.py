"""Access as intent: what it becomes, and what is refused at its place."""

from __future__ import annotations

import pytest

from resolve.small_specs import CONVENTIONS, EXISTING, FULL, HEADER, marked, project_of, run
from schemagen.diagnostics import Severity
from schemagen.model.names import QualifiedName
from schemagen.model.schema import Grant, Table


def table(text: str, name: str) -> Table:
    return project_of(text).after.tables[QualifiedName("public", name)]


def said(item: Table) -> dict[str, tuple[str, ...]]:
    return {policy.name: (policy.command, *policy.roles) for policy in item.policies}


def test_conventions_become_grants_row_security_and_policies() -> None:
    item = table(FULL + "reference_tables:\n  skills: {}\n", "skills")
    assert item.row_security == "forced"
    assert item.grants == tuple(
        Grant(role=role, privileges=("select", "insert", "update", "delete"))
        for role in ("authenticated", "service_role")
    )
    assert said(item) == {
        "skills_authenticated_select": ("select", "authenticated"),
        "skills_authenticated_insert": ("insert", "authenticated"),
        "skills_authenticated_update": ("update", "authenticated"),
        "skills_authenticated_delete": ("delete", "authenticated"),
        "skills_service_role_all": ("all", "service_role"),
    }
    select, insert, update, delete, service = item.policies
    tenant = "(SELECT nullif(current_setting('app.tenant', true), '')::uuid)"
    guard = "(SELECT pg_catalog.count(nullif(current_setting('app.tenant', true), '')::uuid) >= 0)"
    assert select.using == f"{guard}\n    AND (tenant_id = {tenant} OR tenant_id IS NULL)"
    assert insert.check == update.using == update.check == delete.using == f"{guard}\n    AND tenant_id = {tenant}"
    assert (select.check, insert.using, delete.check) == (None, None, None)
    assert (service.using, service.check) == ("true", "true")


def test_what_the_table_says_wins_verb_by_verb() -> None:
    text = FULL + (
        "reference_tables:\n  skills:\n    access:\n      force: false\n      roles:\n"
        "        authenticated: {write: none, insert: {rows: tenant, columns: [name, tenant_id]}}\n"
        "        service_role: none\n        anon: {read: {sql: tenant_id IS NULL, columns: [name]}}\n"
    )
    item = table(text, "skills")
    assert item.row_security == "enabled"
    assert item.grants == (
        Grant(role="anon", privileges=("select",), columns=("name",)),
        Grant(role="authenticated", privileges=("select",)),
        Grant(role="authenticated", privileges=("insert",), columns=("name", "tenant_id")),
    )
    assert list(said(item)) == ["skills_authenticated_select", "skills_authenticated_insert", "skills_anon_select"]


def test_service_only() -> None:
    item = table(FULL + "reference_tables:\n  skills: {access: service_only}\n", "skills")
    assert said(item) == {"skills_service_role_all": ("all", "service_role")}
    assert [grant.role for grant in item.grants or ()] == ["service_role"]


def test_without_access_nobody_but_the_owner_has_any() -> None:
    item = table(FULL + "tables:\n  notes: {columns: {id: {type: bigint, primary_key: true}}}\n", "notes")
    assert (item.row_security, item.policies, item.grants) == ("off", (), ())


def test_policies_in_full_stand_beside_the_others() -> None:
    text = FULL + (
        "reference_tables:\n  skills:\n    policies:\n"
        "      only_short: {command: all, roles: [authenticated], using: length(name) < 5, permissive: false}\n"
    )
    item = table(text, "skills")
    last = item.policies[-1]
    assert (last.name, last.permissive, last.using) == ("only_short", False, "length(name) < 5")
    assert len(item.policies) == 6


def test_one_owner_rule_for_all_verbs_is_one_policy() -> None:
    text = FULL + (
        "tables:\n  notes:\n    columns: {id: {type: bigint, primary_key: true}, author: bigint}\n"
        "    access: {roles: {authenticated: {read: {owner: author}, write: {owner: author}}}}\n"
    )
    (policy,) = table(text, "notes").policies
    user = "nullif(nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub', '')::bigint"
    assert (policy.command, policy.using, policy.check) == ("all", f"author = (SELECT {user})", policy.using)


def test_a_table_that_links_to_itself_gets_a_function_and_a_policy_for_its_owner() -> None:
    text = FULL + ("reference_tables:\n  areas: {columns: {parent_id: {type: uuid, references: areas, index: true}}}\n")
    project = project_of(text)
    function = project.after.functions[QualifiedName("public", "areas_visible_id")]
    assert function.returns == "SETOF uuid"
    assert (function.security_definer, function.volatility, function.parallel) == (True, "stable", "safe")
    assert function.settings == (("search_path", "pg_catalog"),)
    assert function.grants == (Grant(role="authenticated", privileges=("execute",)),)
    # Types are looked up in the temporary schema first, so none may stand without its schema.
    assert "::uuid" not in function.body and "::pg_catalog.uuid" in function.body
    policies = {p.name: p for p in project.after.tables[QualifiedName("public", "areas")].policies}
    owner = policies["areas_owner_links"]
    assert (owner.owner, owner.roles, owner.command) == (True, (), "select")
    reading = policies["areas_authenticated_select"].using or ""
    assert "(parent_id IS NULL OR parent_id IN (SELECT public.areas_visible_id()))" in reading


def test_without_force_the_owner_needs_no_policy() -> None:
    text = FULL.replace("force: true", "force: false") + (
        "reference_tables:\n  areas: {columns: {parent_id: {type: uuid, references: areas}}}\n"
    )
    assert not any(policy.owner for policy in table(text, "areas").policies)


def test_names_of_every_kind_are_quoted() -> None:
    text = FULL + (
        'reference_tables:\n  "order": {}\n  linked: {}\njunction_tables:\n'
        '  \'a"b\': {links: {Ünïcode: "order", other: linked}}\n  linked_row: {links: {one: people, two: linked}}\n'
    )
    using = table(text, 'a"b').policies[0].using or ""
    assert 'linked.id = "a""b"."Ünïcode"' in using and 'public."order" AS linked' in using
    assert "public.linked AS linked" in (table(text, "linked_row").policies[0].using or "")


SKILLS = "reference_tables:\n  skills: "
KEY = "id: {type: bigint, primary_key: true}"
LINKED = f"tables:\n  notes:\n    columns: {{{KEY}, person: {{type: uuid, references: people}}}}\n"
TWO = (
    "reference_tables:\n  skills: {}\njunction_tables:\n  person_skills: {links: {person_id: people, skill_id: skills}"
)

REFUSED = [
    (SKILLS + "{access: {roles: {⟦authentcated: {read: all}}}}\n", "unknown-role", "did you mean 'authenticated'?"),
    (SKILLS + "{access: {roles: {⟦public: {read: all}}}}\n", "unknown-role", "name the roles"),
    (SKILLS + "{access: {roles: {anon: {write: ⟦tenant_and_shared}}}}\n", "shared-rows-writable", "say tenant"),
    (SKILLS + "{access: {roles: {anon: {read: ⟦linked}}}}\n", "linked-with-tenant", "tenant_and_shared"),
    (SKILLS + "{access: {roles: {anon: {read: {rows: all, columns: [⟦nme]}}}}}\n", "unknown-column", "'name'"),
    (SKILLS + "{access: {roles: {anon: {read: {owner: ⟦nme}}}}}\n", "unknown-column", "'name'"),
    (
        SKILLS + "{access: {roles: {anon: {read: all, delete: {rows: tenant, columns: ⟦[name]}}}}}\n",
        "columns-of-delete",
        "remove columns",
    ),
    (LINKED + "    access: {roles: {authenticated: {read: ⟦tenant}}}\n", "no-tenant-column", "linked"),
    (
        "tables:\n  notes:\n    columns: {id: {type: bigint, primary_key: true}}\n"
        "    access: {roles: {authenticated: {read: ⟦linked}}}\n",
        "nothing-linked",
        "owner",
    ),
    (LINKED + "    access: {roles: {anon: {read: ⟦linked}}}\n", "linked-table-unreadable", "give 'anon' read"),
    (
        "tables:\n  notes:\n    columns: {id: {type: bigint, primary_key: true}, ⟦tenant_id: bigint}\n"
        "    access: {roles: {authenticated: {read: tenant}}}\n",
        "tenant-type",
        "same type",
    ),
    (TWO + ", policies: {⟦mine: {command: select, roles: anon, using: 'true'}}}\n", "policy-without-privilege", "anon"),
    (
        TWO + ", policies: {mine: {command: select, roles: [⟦anno], using: 'true'}}}\n",
        "unknown-role",
        "did you mean 'anon'?",
    ),
    (
        TWO + ", policies: {⟦person_skills_service_role_all: {command: all, roles: service_role, using: 'true'}}}\n",
        "duplicate-name",
        "",
    ),
    (SKILLS + "{access: {roles: {anon: {read: {sql: ⟦length(name) <}}}}}\n", "sql-syntax", ""),
    (SKILLS + "{access: {roles: {anon: {read: {sql: ⟦nme = 'x'}}}}}\n", "unknown-column", "did you mean 'name'?"),
    (
        SKILLS + "{access: {roles: {anon: {read: {sql: ⟦id IN (SELECT id FROM skills)}}}}}\n",
        "circular-access",
        "security definer",
    ),
    (
        TWO + ", policies: {mine: {command: select, roles: service_role, using: ⟦idd > 1}}}\n",
        "unknown-column",
        "did you mean 'id'?",
    ),
    (
        "new_columns:\n  ⟦people: {columns: {salary: integer, bonus: integer}}\n",
        "visible-to-all-tenants",
        "visible_to_all_tenants: known",
    ),
    (
        "junction_tables:\n  pairs:\n    links: {one: people, two: people}\n"
        "    columns: {pair_id: {type: uuid, ⟦references: pairs}}\n",
        "circular-access",
        "read: {sql: ...}",
    ),
]


@pytest.mark.parametrize(("text", "code", "help_"), REFUSED)
def test_what_cannot_be_meant_is_refused_at_its_place(text: str, code: str, help_: str) -> None:
    whole, line, column = marked(FULL + text)
    project, found = run(whole)
    assert project is None
    places = [(f.code, f.position.line, f.position.column) for f in found if f.severity is Severity.ERROR]
    assert places == [(code, line, column)]
    assert help_ in next(f.help for f in found if f.code == code)


def test_sources_that_no_convention_names() -> None:
    bare = HEADER + EXISTING
    text = (
        bare + "tables:\n  notes:\n    columns: {id: {type: bigint, primary_key: true}, author: bigint}\n    access:\n"
    )
    text += "      roles: {authenticated: {read: tenant, write: {owner: author}}, service_role: {read: linked}}\n"
    _project, found = run(text)
    # `write` is three verbs, and says the same thing once.
    assert sorted(f.code for f in found) == ["no-tenant-source", "no-tenant-source", "no-user-source"]


def test_a_preset_without_service_roles() -> None:
    text = FULL.replace("service_role: all, ", "") + "reference_tables:\n  skills: {access: service_only}\n"
    _project, found = run(text)
    assert [f.code for f in found] == ["no-service-role"]


def test_links_need_to_know_what_may_be_read() -> None:
    text = FULL.replace("      grants: {authenticated: [select], service_role: [select, insert, update, delete]}\n", "")
    _project, found = run(text + TWO + "}\n")
    assert [f.code for f in found] == ["linked-table-unknown"]
    hidden = FULL.replace(
        "people_read: {command: select, roles: [authenticated]", "people_read: {command: select, roles: [anon]"
    )
    _project, found = run(hidden + TWO + "}\n")
    assert [f.code for f in found] == ["linked-table-hidden"]


def test_warnings_do_not_stop() -> None:
    text = FULL + TWO + ", policies: {more: {command: select, roles: authenticated, using: 'true'}}}\n"
    project, found = run(text)
    assert project is not None
    assert [(f.code, f.severity) for f in found] == [("policy-widens-access", Severity.WARNING)]
    text = FULL + SKILLS + "{access: {roles: {anon: {write: tenant}}}}\n"
    assert [f.code for f in run(text)[1]] == ["write-without-read"]


@pytest.mark.parametrize(
    ("change", "to", "codes"),
    [
        ('using: "true"}', "using: tenant_id IS NOT NULL}", ["visible-to-all-tenants"]),
        ('using: "true"}', "using: tenant_id = (SELECT auth_tenant())}", []),
        ("row_security: enabled\n", "row_security: 'off'\n", ["visible-to-all-tenants"]),
        ("grants: {authenticated: [select]", "grants: {authenticated: [insert]", []),
    ],
)
def test_new_columns_that_everybody_would_see(change: str, to: str, codes: list[str]) -> None:
    text = FULL.replace(change, to) + "new_columns:\n  people: {columns: {salary: integer}}\n"
    assert [f.code for f in run(text)[1]] == codes
    known = text.replace("{columns: {salary", "{visible_to_all_tenants: known, columns: {salary")
    assert run(known)[1] == []


def test_two_access_keys_of_one_table_are_both_read() -> None:
    """A change of the convention reaches every table that says nothing itself."""
    text = (HEADER + CONVENTIONS + EXISTING).replace("read: tenant_and_shared", "read: tenant")
    using = table(text + "reference_tables:\n  skills: {}\n", "skills").policies[0].using or ""
    assert "IS NULL" not in using
