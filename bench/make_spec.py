"""A number of tables in; out, in a folder, a specification of them in YAML and the same tables for drizzle-kit.

Every table has 15 columns: a key, the tenant and a time from the conventions, and twelve of its own from a list of
shapes that each table enters at another place. The number of tables decides everything: no chance, no clock.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

SPECIFICATION = "bench.yaml"
DRIZZLE_SCHEMA = "schema.ts"
OWN_COLUMNS = 12

_STEMS = (
    "account", "asset", "batch", "budget", "campaign", "carrier", "catalog", "claim", "contract", "customer", "device",
    "document", "employee", "invoice", "journal", "lease", "location", "machine", "measure", "order", "parcel",
    "patient", "payment", "policy", "product", "project", "quota", "report", "route", "sample", "sensor", "shipment",
    "shop", "supplier", "survey", "task", "ticket", "tool", "vehicle", "warehouse",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shape:
    """One column in both languages. `{name}`, `{table}` and `{target}` (a table to point to) are replaced in each."""

    name: str
    yaml: str
    drizzle: str
    extras: str = ""


_SHAPES = (
    Shape("code", "{type: varchar(40), nullable: false, unique: true}",
          'varchar("{name}", { length: 40 }).notNull()',
          'unique("{table}_{name}_key").on(t.tenant_id, t.{name}).nullsNotDistinct()'),
    Shape("title", "{type: varchar(255), nullable: false}", 'varchar("{name}", { length: 255 }).notNull()'),
    Shape("notes", "text", 'text("{name}")'),
    Shape("status", "{type: varchar(20), one_of: [draft, active, paused, closed], default: draft, index: true}",
          'varchar("{name}", { length: 20 }).default("draft")',
          'check("{table}_{name}_check", sql`${t.{name}} in (\'draft\', \'active\', \'paused\', \'closed\')`), '
          'index("{table}_{name}_idx").on(t.{name})'),
    Shape("amount", '"numeric(12,2)"', 'numeric("{name}", { precision: 12, scale: 2 })'),
    Shape("percent", "{type: integer, range: [0, 100]}", 'integer("{name}")',
          'check("{table}_{name}_check", sql`${t.{name}} between 0 and 100`)'),
    Shape("is_enabled", "{type: boolean, nullable: false, default: true}", 'boolean("{name}").notNull().default(true)'),
    Shape("due_on", "date", 'date("{name}")'),
    Shape("details", "{type: jsonb, default: {}}", 'jsonb("{name}").default({})'),
    Shape("labels", "text[]", 'text("{name}").array()'),
    Shape("parent_id", "{type: uuid, references: {table: {target}, on_delete: set null}}",
          'uuid("{name}").references((): AnyPgColumn => {target}.id, { onDelete: "set null" })',
          'index("{table}_{name}_idx").on(t.{name})'),
    Shape("changed_at", "{type: timestamptz, nullable: false, default: {sql: now()}}",
          'timestamp("{name}", { withTimezone: true }).notNull().defaultNow()'),
    Shape("quantity", "bigint", 'bigint("{name}", { mode: "number" })'),
    Shape("rating", "{type: smallint, range: [1, 5]}", 'smallint("{name}")',
          'check("{table}_{name}_check", sql`${t.{name}} between 1 and 5`)'),
    Shape("reading", "double precision", 'doublePrecision("{name}")'),
    Shape("region", "{type: varchar(80), index: true, comment: \"Where it is.\"}", 'varchar("{name}", { length: 80 })',
          'index("{table}_{name}_idx").on(t.{name})'),
)  # fmt: skip

_HEADER = """\
schemagen: 1
name: bench
version: 1.0.0
description: Many tables of fifteen columns
postgres: 15
migrations: {first_version: 20260101000001}
conventions:
  tenant: {column: tenant_id, type: uuid, from: {setting: app.current_tenant_id}}
  tables:
    columns:
      id: {type: uuid, primary_key: true, default: {sql: gen_random_uuid()}}
    columns_after:
      tenant_id: {type: uuid, nullable: false, references: {table: tenants, on_delete: cascade}}
      created_at: {type: timestamptz, nullable: false, default: {sql: now()}}
    unique: {per_tenant: true, nulls_distinct: false}
    access:
      force: true
      roles:
        authenticated: {read: tenant, write: tenant}
        service_role: {read: all, write: all}
        anon: none
existing:
  roles: [anon, authenticated, service_role]
  tables:
    tenants:
      columns:
        id: {type: uuid, primary_key: true, default: {sql: gen_random_uuid()}}
        name: {type: text, nullable: false}
tables:
"""

_DRIZZLE_HEADER = """\
import { sql } from "drizzle-orm";
import {
  bigint, boolean, check, date, doublePrecision, index, integer, jsonb, numeric, pgPolicy, pgRole, pgTable, smallint,
  text, timestamp, unique, uuid, varchar, type AnyPgColumn,
} from "drizzle-orm/pg-core";

const authenticated = pgRole("authenticated").existing();
const service_role = pgRole("service_role").existing();
const own = sql`tenant_id = (select nullif(current_setting('app.current_tenant_id', true), '')::uuid)`;
const all = sql`true`;

export const tenants = pgTable("tenants", {
  id: uuid("id").primaryKey().defaultRandom(),
  name: text("name").notNull(),
});

"""

_DRIZZLE_POLICIES = """\
  pgPolicy("{table}_authenticated_select", { for: "select", to: authenticated, using: own }),
  pgPolicy("{table}_authenticated_insert", { for: "insert", to: authenticated, withCheck: own }),
  pgPolicy("{table}_authenticated_update", { for: "update", to: authenticated, using: own, withCheck: own }),
  pgPolicy("{table}_authenticated_delete", { for: "delete", to: authenticated, using: own }),
  pgPolicy("{table}_service_role_all", { for: "all", to: service_role, using: all, withCheck: all }),
"""


def table_name(number: int) -> str:
    """The name of a table, counting from 0: no two are alike."""
    stem = _STEMS[number % len(_STEMS)]
    return f"{stem}_{number:04d}"


def specification(tables: int) -> str:
    """The specification in YAML."""
    lines = [_HEADER]
    for number in range(tables):
        lines.append(f"  {table_name(number)}:\n    comment: Table {number} of the benchmark.\n    columns:\n")
        lines.extend(f"      {name}: {_filled(shape.yaml, number, name)}\n" for name, shape in _columns(number))
    return "".join(lines)


def drizzle_schema(tables: int, *, policies: bool = True) -> str:
    """The same tables for drizzle-kit, as far as it can say it; without `policies` row level security is left out."""
    parts = [_DRIZZLE_HEADER]
    for number in range(tables):
        table = table_name(number)
        columns = list(_columns(number))
        extras = [_filled(shape.extras, number, name) for name, shape in columns if shape.extras]
        parts.append(f'export const {table} = pgTable("{table}", {{\n  id: uuid("id").primaryKey().defaultRandom(),\n')
        parts.extend(f"  {name}: {_filled(shape.drizzle, number, name)},\n" for name, shape in columns)
        parts.append(
            '  tenant_id: uuid("tenant_id").notNull().references(() => tenants.id, { onDelete: "cascade" }),\n'
        )
        parts.append('  created_at: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),\n')
        parts.append(f'}}, (t) => [\n  index("{table}_tenant_id_idx").on(t.tenant_id),\n')
        parts.extend(f"  {extra},\n" for extra in extras)
        parts.append(_DRIZZLE_POLICIES.replace("{table}", table) if policies else "")
        parts.append("]);\n\n")
    return "".join(parts)


def make(folder: Path, tables: int, *, policies: bool = True) -> None:
    """Write both into a folder, which is made."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / SPECIFICATION).write_text(specification(tables), encoding="utf-8")
    (folder / DRIZZLE_SCHEMA).write_text(drizzle_schema(tables, policies=policies), encoding="utf-8")


def _columns(number: int) -> list[tuple[str, Shape]]:
    """The own columns of a table: twelve shapes from its place on, so that tables differ."""
    chosen = [_SHAPES[(number * 5 + step) % len(_SHAPES)] for step in range(OWN_COLUMNS)]
    return [(shape.name, shape) for shape in chosen]


def _filled(text: str, number: int, name: str) -> str:
    # The first tables point to themselves, the others to one that stands before them.
    target = table_name(number // 2)
    return text.replace("{name}", name).replace("{table}", table_name(number)).replace("{target}", target)
