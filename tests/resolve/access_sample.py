"""A small schema with every shape of access, made without the parts of resolve that read tables.

`resolved()` gives what access makes of it, `statements()` the SQL that builds it in a database.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from schemagen.diagnostics import Diagnostic
from schemagen.model.columns import Column, DataType
from schemagen.model.constraints import Constraint, ForeignKey, PrimaryKey
from schemagen.model.names import QualifiedName
from schemagen.model.project import TenantSource
from schemagen.model.schema import Function, Grant, Policy, Table
from schemagen.render import sql
from schemagen.resolve.access import resolve_access
from schemagen.resolve.context import AccessRequest, AccessResult, Context
from schemagen.resolve.names import Names
from schemagen.spec.load import load
from schemagen.spec.models.access import AccessModel, PolicyModel

HEADER = """
schemagen: 1
name: sample
version: "1"
description: Access of every shape
postgres: 15
migrations:
  first_version: 1
  phases:
    - {name: all, holds: [reference_tables, junction_tables, tables, columns], title: Everything}
conventions:
  tenant: {column: tenant_id, type: uuid, from: {setting: app.current_tenant_id}}
  reference_tables:
    access:
      force: true
      roles: {authenticated: {read: tenant_and_shared, write: tenant}, service_role: all, anon: none}
  junction_tables:
    access:
      force: true
      roles: {authenticated: {read: linked, write: linked}, service_role: all, anon: none}
existing:
  roles: [anon, authenticated, service_role]
"""
TENANT = TenantSource(
    column="tenant_id",
    type=DataType("uuid"),
    expression="nullif(current_setting('app.current_tenant_id', true), '')::uuid",
    read_as=DataType("uuid"),
)
USER = "nullif(current_setting('app.current_user_id', true), '')::integer"
ROLES = ("anon", "authenticated", "service_role")


def name(text: str) -> QualifiedName:
    return QualifiedName("public", text)


def table(
    text: str,
    keys: Mapping[str, str],
    *,
    tenant: bool = False,
    links: tuple[str, ...] = (),
    nullable: tuple[str, ...] = (),
    more: tuple[Column, ...] = (),
) -> Table:
    """A table with an integer `id`, a `note`, foreign keys (column to table) and, where asked, the tenant column."""
    columns = [Column(name="id", type=DataType("integer"), nullable=False)]
    columns += [Column(name=column, type=DataType("integer"), nullable=column in nullable) for column in keys]
    columns += [*more, Column(name="note", type=DataType("text"))]
    if tenant:
        columns.append(Column(name="tenant_id", type=DataType("uuid")))
    constraints: list[Constraint] = [PrimaryKey(name=f"{text}_pkey", columns=("id",))]
    constraints += [
        ForeignKey(name=f"{text}_{column}_fkey", columns=(column,), target=name(target), target_columns=("id",))
        for column, target in keys.items()
    ]
    return Table(name=name(text), columns=tuple(columns), constraints=tuple(constraints), links=links)


def org_roles(grants: tuple[Grant, ...] | None = None) -> Table:
    """The existing table whose policy shows every role to everybody."""
    made = table("org_roles", {}, tenant=True)
    reading = Policy(name="org_roles_read", command="select", roles=("authenticated",), using="true")
    allowed = grants or tuple(Grant(role=role, privileges=("select",)) for role in ("authenticated", "service_role"))
    return Table(
        name=made.name,
        managed=False,
        columns=made.columns,
        constraints=made.constraints,
        row_security="enabled",
        policies=(reading,),
        grants=allowed,
    )


def sample_tables() -> dict[QualifiedName, Table]:
    made = [
        org_roles(),
        table("skills", {}, tenant=True),
        table("areas", {"parent_id": "areas"}, tenant=True, nullable=("parent_id",)),
        table("left_side", {"right_id": "right_side"}, tenant=True, nullable=("right_id",)),
        table("right_side", {"left_id": "left_side"}, tenant=True, nullable=("left_id",)),
        table("role_skills", {"role_id": "org_roles", "skill_id": "skills"}, links=("role_id", "skill_id")),
        table("role_areas", {"role_id": "org_roles", "area_id": "areas"}, links=("role_id", "area_id")),
        table(
            "role_paths",
            {"from_role_id": "org_roles", "to_role_id": "org_roles", "skill_id": "skills"},
            links=("from_role_id", "to_role_id"),
            nullable=("skill_id",),
        ),
        table("notes", {}, more=(Column(name="author_id", type=DataType("integer")),)),
        table("logs", {}),
    ]
    return {item.name: item for item in made}


REFERENCE = ("skills", "areas", "left_side", "right_side")
JUNCTION = ("role_skills", "role_areas", "role_paths")


def context(text: str = HEADER) -> Context:
    """A run of resolve over a specification of the text alone."""
    loaded, found = load("spec.yaml", lambda path: text)
    assert loaded is not None, found
    return Context(
        loaded=loaded,
        locate=loaded.locate,
        names=Names({"policy": "{table}_{role}_{verb}"}),
        schema="public",
        postgres=15,
        roles=ROLES,
        conventions=loaded.specification.conventions,
        tenant=TENANT,
    )


def request(run: Context, text: str, own: object = None, policies: Mapping[str, object] | None = None) -> AccessRequest:
    """What the specification of `run` says about one table, with what the table says itself."""
    kind = "reference_tables" if text in REFERENCE else "junction_tables" if text in JUNCTION else "tables"
    return AccessRequest(
        table=name(text),
        convention=getattr(run.conventions, kind).access,
        own=None if own is None else AccessModel.model_validate(own),
        policies={key: PolicyModel.model_validate(value) for key, value in (policies or {}).items()},
        convention_at=("conventions", kind, "access"),
        own_at=(kind, text, "access"),
        policies_at=(kind, text, "policies"),
        table_at=(kind, text),
        locate=run.locate,
        names=run.names,
    )


NOTES = {
    "roles": {
        "authenticated": {
            "read": {"owner": "author_id"},
            "insert": {"owner": "author_id", "columns": ["note"]},
            "update": {"owner": "author_id", "columns": ["note"]},
            "delete": {"owner": "author_id"},
        },
        "service_role": "all",
    }
}
LOGS = {"force": True, "roles": {"authenticated": {"read": {"sql": "note <> 'secret'", "columns": ["id", "note"]}}}}
LOGS_POLICY = {"odd": {"command": "select", "roles": "authenticated", "using": "id % 2 = 1", "permissive": False}}


def resolved() -> AccessResult:
    """The whole sample, resolved."""
    run = context()
    requests = [request(run, text) for text in (*REFERENCE, *JUNCTION)]
    requests += [request(run, "notes", NOTES), request(run, "logs", LOGS, LOGS_POLICY)]
    return resolve_access(run, sample_tables(), requests, user=USER)


def findings(found: list[Diagnostic]) -> list[str]:
    return [finding.code for finding in found]


def statements(result: AccessResult) -> Iterator[str]:
    """The SQL that builds the tables and secures them, for the owner to run."""
    yield "CREATE TABLE tenants (id uuid PRIMARY KEY)"
    for item in result.tables.values():
        columns = ", ".join(
            f"{c.name} {sql.data_type(c.type)}{'' if c.nullable else ' NOT NULL'}{' PRIMARY KEY' * (c.name == 'id')}"
            for c in item.columns
        )
        yield f"CREATE TABLE {sql.qualified(item.name)} ({columns})"
    for item in result.tables.values():
        for key in item.foreign_keys:
            target = sql.qualified(key.target)
            yield f"ALTER TABLE {sql.qualified(item.name)} ADD FOREIGN KEY ({key.columns[0]}) REFERENCES {target} (id)"
    for function in result.functions.values():
        yield from _function(function)
    for item in result.tables.values():
        yield from _security(item)


def _function(function: Function) -> Iterator[str]:
    settings = " ".join(f"SET {key} = {sql.string(value)}" for key, value in function.settings)
    assert function.security_definer and function.parallel == "safe" and function.volatility == "stable"
    yield (
        f"CREATE FUNCTION {sql.qualified(function.name)}() RETURNS {function.returns} LANGUAGE {function.language} "
        f"STABLE SECURITY DEFINER PARALLEL SAFE {settings} AS {sql.dollar_quoted(function.body)}"
    )
    yield f"REVOKE ALL ON FUNCTION {sql.qualified(function.name)}() FROM PUBLIC"
    for grant in function.grants:
        yield f"GRANT EXECUTE ON FUNCTION {sql.qualified(function.name)}() TO {grant.role}"


def _security(item: Table) -> Iterator[str]:
    of = sql.qualified(item.name)
    if item.row_security != "off":
        yield f"ALTER TABLE {of} ENABLE ROW LEVEL SECURITY"
    if item.row_security == "forced":
        yield f"ALTER TABLE {of} FORCE ROW LEVEL SECURITY"
    for grant in item.grants or ():
        columns = f" ({', '.join(grant.columns)})" if grant.columns else ""
        privileges = ", ".join(privilege + columns for privilege in grant.privileges)
        yield f"GRANT {privileges} ON {of} TO {grant.role}"
    for policy in item.policies:
        roles = ", ".join([*policy.roles, *(["CURRENT_USER"] if policy.owner else [])])
        using = f" USING ({policy.using})" if policy.using else ""
        check = f" WITH CHECK ({policy.check})" if policy.check else ""
        kind = "PERMISSIVE" if policy.permissive else "RESTRICTIVE"
        head = f"CREATE POLICY {policy.name} ON {of} AS {kind} FOR {policy.command} TO {roles}"
        yield head + using + check
