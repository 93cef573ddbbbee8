"""Small specifications through the front door: text in, the project or the findings out."""

from __future__ import annotations

from collections.abc import Mapping

from schemagen.diagnostics import Diagnostic
from schemagen.model.project import Project
from schemagen.resolve.specification import resolve
from schemagen.spec.load import load

HEADER = """
schemagen: 1
name: sample
version: "1"
description: A small specification
postgres: 15
migrations:
  first_version: 1
  phases:
    - name: everything
      title: Everything
      holds: [types, functions, reference_tables, junction_tables, tables, columns, views, moves, seed]
"""
CONVENTIONS = """
conventions:
  tenant: {column: tenant_id, type: uuid, from: {setting: app.tenant}}
  user: {type: bigint, from: {claim: sub}}
  reference_tables:
    columns:
      id: {type: uuid, primary_key: true, default: {sql: gen_random_uuid()}}
      name: {type: varchar(10), nullable: false}
      description: text
    columns_after:
      tenant_id: {type: uuid, references: {table: tenants, on_delete: cascade}}
    unique: {per_tenant: true, nulls_distinct: false}
    access:
      force: true
      roles: {authenticated: {read: tenant_and_shared, write: tenant}, service_role: all, anon: none}
  junction_tables:
    columns:
      id: {type: uuid, primary_key: true, default: {sql: gen_random_uuid()}}
    links: {on_delete: cascade}
    access:
      force: true
      roles: {authenticated: {read: linked, write: linked}, service_role: all, anon: none}
"""
EXISTING = """
existing:
  roles: [anon, authenticated, service_role]
  tables:
    tenants: {columns: {id: {type: uuid, primary_key: true}}}
    people:
      columns:
        id: {type: uuid, primary_key: true}
        tags: text[]
        tenant_id: {type: uuid, references: tenants}
      row_security: enabled
      policies:
        people_read: {command: select, roles: [authenticated], using: "true"}
        people_service: {command: all, roles: [service_role], using: "true", check: "true"}
      grants: {authenticated: [select], service_role: [select, insert, update, delete]}
"""
FULL = HEADER + CONVENTIONS + EXISTING


def run(text: str, seeds: Mapping[str, str] | None = None) -> tuple[Project | None, list[Diagnostic]]:
    """What the text, with its seed files, resolves to, and everything that was found."""
    files = {"spec.yaml": text, **(seeds or {})}
    loaded, found = load("spec.yaml", lambda path: files[path])
    if loaded is None:
        return None, found
    project, more = resolve(loaded)
    return project, [*found, *more]


def project_of(text: str, seeds: Mapping[str, str] | None = None) -> Project:
    """The project of a text without errors."""
    project, found = run(text, seeds)
    assert project is not None, found
    return project


def codes_at(text: str, found: list[Diagnostic]) -> list[tuple[str, str]]:
    """The code of each finding with the text that its place points to, up to the end of the line."""
    lines = text.split("\n")
    return [(f.code, lines[f.position.line - 1][f.position.column - 1 :]) for f in found]


def marked(text: str) -> tuple[str, int, int]:
    """The text without its mark `⟦`, and the line and column where that stood."""
    before, mark, after = text.partition("⟦")
    assert mark, "the text has no mark"
    return before + after, before.count("\n") + 1, len(before) - before.rfind("\n")
