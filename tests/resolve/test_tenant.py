"""Where a session has its tenant: settings, claims and functions, and what can be none."""

from __future__ import annotations

import pytest

from resolve.small_specs import FULL as HEAD
from resolve.small_specs import project_of, run
from schemagen.resolve.tenant import guard, scalar, with_qualified_types

FULL = HEAD + "tables:\n  notes: {columns: {id: {type: bigint, primary_key: true}}}\n"
TENANT_OF = "{returns: uuid, language: sql, volatility: stable, body: SELECT NULL::uuid}"
DECLARED = f"  functions: {{tenant_of: {TENANT_OF}, auth.Tenant: {TENANT_OF}}}\n"
SETTING = "type: uuid, from: {setting: app.tenant}"
CLAIMS = "nullif(nullif(current_setting('request.jwt.claims', true), '')::jsonb"


@pytest.mark.parametrize(
    ("source", "expression", "qualified"),
    [
        (
            SETTING,
            "nullif(current_setting('app.tenant', true), '')::uuid",
            "nullif(current_setting('app.tenant', true), '')::pg_catalog.uuid",
        ),
        (
            "type: bigint, from: {setting: app.tenant}",
            "nullif(current_setting('app.tenant', true), '')::bigint",
            "nullif(current_setting('app.tenant', true), '')::bigint",
        ),
        (
            "type: varchar(5), from: {setting: app.tenant}",
            "nullif(current_setting('app.tenant', true), '')::varchar",
            "nullif(current_setting('app.tenant', true), '')::varchar",
        ),
        (
            "type: text, from: {setting: app.tenant}",
            "nullif(current_setting('app.tenant', true), '')",
            "nullif(current_setting('app.tenant', true), '')",
        ),
        (
            'type: uuid, from: {claim: "it\'s::jsonb"}',
            f"{CLAIMS} ->> 'it''s::jsonb', '')::uuid",
            f"{CLAIMS.replace('::jsonb', '::pg_catalog.jsonb')} ->> 'it''s::jsonb', '')::pg_catalog.uuid",
        ),
        (
            "type: uuid, from: {claim: [app_metadata, tenant]}",
            f"{CLAIMS} #>> ARRAY['app_metadata', 'tenant'], '')::uuid",
            f"{CLAIMS.replace('::jsonb', '::pg_catalog.jsonb')} #>> ARRAY['app_metadata', 'tenant'], '')"
            "::pg_catalog.uuid",
        ),
        ("type: uuid, from: {function: tenant_of}", "public.tenant_of()", "public.tenant_of()"),
        ("type: uuid, from: {function: auth.Tenant}", 'auth."Tenant"()', 'auth."Tenant"()'),
    ],
)
def test_each_source_is_one_expression(source: str, expression: str, qualified: str) -> None:
    tenant = project_of(
        FULL.replace(SETTING, source).replace("  tables:\n    ten", f"{DECLARED}  tables:\n    ten")
    ).tenant
    assert tenant is not None
    assert tenant.expression == expression
    assert with_qualified_types(tenant) == qualified


@pytest.mark.parametrize("name", ["tenant", "app.", ".tenant", "app.tenant id", "app.1", "app..tenant", "äpp.tenant"])
def test_a_setting_that_postgresql_would_refuse(name: str) -> None:
    project, found = run(FULL.replace("setting: app.tenant", f"setting: '{name}'"))
    assert project is None
    assert [f.code for f in found] == ["bad-setting-name"]
    assert found[0].position.line > 1 and "app.current_tenant_id" in found[0].help


def test_a_type_that_says_nobody() -> None:
    _project, found = run(FULL.replace(SETTING, "type: 'uuid[]', from: {setting: app.tenant}"))
    assert "bad-source-type" in [f.code for f in found]


@pytest.mark.parametrize("source", ["{}", "{setting: a.b, claim: c}", "{setting: a.b, function: c}"])
def test_exactly_one_source(source: str) -> None:
    project, found = run(FULL.replace("{setting: app.tenant}", source))
    assert project is None
    assert "exactly one of setting, claim and function" in found[0].message


def test_the_tenant_is_read_once_and_always() -> None:
    assert scalar("x()") == "(SELECT x())"
    assert guard("x()") == "(SELECT pg_catalog.count(x()) >= 0)"


def test_a_function_that_nobody_declares() -> None:
    _project, found = run(FULL.replace("setting: app.tenant", "function: tenant_of"))
    assert [f.code for f in found] == ["unknown-function"]
    assert "existing.functions" in found[0].help
