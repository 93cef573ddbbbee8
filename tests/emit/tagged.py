"""A small specification with a move and a seed in, its files and databases to run them on out."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import psycopg

from schemagen.build import load_project
from schemagen.emit.migrations import emit
from schemagen.model.project import Project
from schemagen.plan.phases import plan
from schemagen.prove.baseline import BASELINES, OWNER, create_roles, make_baseline
from schemagen.prove.psql import PsqlResult, run_file
from schemagen.prove.server import ScratchServer
from scratch import scratch_database

LIMIT = 20
"""How many characters the name of a tag may have."""

SPACES = "\t\n\x0b\x0c\r \x85\xa0\u1680\u2000\u2001\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
"""White space of Unicode, of every kind."""

SPECIFICATION = """
schemagen: 1
name: tagging
version: 1.0.0
description: Tags of posts
postgres: 15
schema: public
migrations:
  first_version: 1
  phases:
    - {name: reference, holds: [reference_tables], title: Reference}
    - {name: junction, holds: [junction_tables], title: Junction}
    - {name: moves, holds: [moves], title: Moves}
    - {name: seed, holds: [seed], title: Seed}
conventions:
  tenant: {column: tenant_id, type: uuid, from: {setting: app.tenant}}
  touch: {column: updated_at, function: touch, trigger: "touch_{table}"}
  reference_tables:
    columns:
      id: {type: uuid, primary_key: true, default: {sql: gen_random_uuid()}}
      name: {type: varchar(20), nullable: false}
    columns_after:
      description: text
      tenant_id: {type: uuid, references: {table: tenants, on_delete: cascade}}
      updated_at: {type: timestamptz, nullable: false, default: {sql: now()}}
    touch: true
    search: {column: search_vector, columns: [name, description], language: english}
    unique: {per_tenant: true, nulls_distinct: false}
    access: {force: true, roles: {member: {read: tenant_and_shared, write: tenant}}}
  junction_tables:
    columns:
      id: {type: uuid, primary_key: true, default: {sql: gen_random_uuid()}}
    columns_after:
      created_at: {type: timestamptz, nullable: false, default: {sql: now()}}
    links: {on_delete: cascade}
    access: {force: true, roles: {member: {read: linked, write: linked}}}
existing:
  roles: [member]
  functions:
    touch: {returns: trigger, language: plpgsql, body: "BEGIN NEW.updated_at = clock_timestamp(); RETURN NEW; END;"}
  tables:
    tenants: {columns: {id: {type: uuid, primary_key: true}}}
    posts:
      columns:
        id: {type: uuid, primary_key: true, default: {sql: gen_random_uuid()}}
        tags: text[]
        labels: varchar(60)[]
        tenant_id: {type: uuid, references: {table: tenants, on_delete: cascade}}
      row_security: enabled
      policies: {posts_read: {command: select, roles: [member], using: "true"}}
      grants: {member: [select]}
reference_tables:
  tags:
    columns:
      issuer: varchar(20)
      level: {type: integer, default: 1}
      parent_id: {type: uuid, references: {table: tags, on_delete: set null}}
    unique: [[name, issuer]]
    seed: tags.yaml
junction_tables:
  post_tags:
    links: {post_id: posts, tag_id: tags}
    columns:
      weight: {type: integer, default: 5, index: true}
      note: text
moves:
  - {from: posts.tags, to: post_tags%(move)s}
"""

SEED = """
- {name: Science, level: 3}
- {name: Biology, level: 2, parent_id: {name: Science}, description: "Life, studied"}
- {name: Botany, parent_id: {name: Biology}}
- {name: PMP, issuer: PMI, level: 4}
- {name: Twice, issuer: A}
- {name: Twice, issuer: B}
"""

MORE = "- {scope: top, up: {table: One}}\n- {scope: 'it''s', up: {table: 'x % $1'}}\n"
"""Seed rows of a second table, for specifications that have one."""


@cache
def project(move: str = "", seed: str = SEED, text: str = SPECIFICATION) -> Project:
    """The project, with more keys for its move where wanted, or another one."""
    texts = {"tagging.yaml": text.replace("%(move)s", move), "tags.yaml": seed, "more.yaml": MORE}
    resolved, diagnostics, _ = load_project("tagging.yaml", lambda path: texts[path.split("/")[-1]])
    assert resolved is not None, diagnostics
    assert not [d for d in diagnostics if d.severity.value == "error"], diagnostics
    return resolved


@cache
def files(move: str = "", seed: str = SEED, text: str = SPECIFICATION) -> tuple[tuple[str, str], ...]:
    """Forward and rollback text of each phase."""
    texts = list(emit(plan(project(move, seed, text))).values())
    return tuple(itertools.pairwise(texts))[::2]


@dataclass
class Database:
    """A database with the baseline: `admin` is a superuser, files run as the ordinary owner."""

    server: ScratchServer
    name: str
    admin: psycopg.Connection[Any]
    files: tuple[tuple[str, str], ...]
    applied: int = 0
    tenants: tuple[str, ...] = field(default=("", ""))

    def up(self, to: int) -> PsqlResult:
        """Apply phases up to this one; the last result. Fails where a file before the last one fails."""
        assert self.applied < to
        while True:
            result = self.forward(self.applied + 1)
            if self.applied >= to or result.errors:
                return result

    def forward(self, number: int, restore: str = "") -> PsqlResult:
        """Apply this phase; `restore` names what is to come back from archives."""
        setting = f"SET schemagen.restore = '{restore}';\n" if restore else ""
        result = run_file(self.conninfo, setting + self.files[number - 1][0], True)
        if not result.errors:
            self.applied = max(self.applied, number)
        return result

    def down(self) -> PsqlResult:
        """Undo the last phase."""
        result = run_file(self.conninfo, self.files[self.applied - 1][1], True)
        if not result.errors:
            self.applied -= 1
        return result

    @property
    def conninfo(self) -> str:
        return self.server.conninfo(self.name, OWNER)

    def rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        return self.admin.execute(query.encode(), values or None).fetchall()

    def run(self, statement: str, *values: object) -> None:
        self.admin.execute(statement.encode(), values or None)

    def one(self, query: str, *values: object) -> Any:
        (row,) = self.rows(query, *values)
        return row[0]

    def post(self, tags: list[str | None] | None, tenant: str | None = None) -> str:
        return str(self.one("INSERT INTO posts (tags, tenant_id) VALUES (%s, %s) RETURNING id", tags, tenant))

    def tag(self, name: str, tenant: str | None = None, **more: object) -> str:
        columns = {"name": name, "tenant_id": tenant, **more}
        marks = ", ".join(["%s"] * len(columns))
        query = f"INSERT INTO tags ({', '.join(columns)}) VALUES ({marks}) RETURNING id"
        return str(self.one(query, *columns.values()))

    def tags_of(self, post: str) -> list[tuple[str, str | None]]:
        """Name and tenant of the tags that a post is linked with, sorted by code point."""
        query = """SELECT name, tags.tenant_id::text FROM post_tags JOIN tags ON tags.id = tag_id
                   WHERE post_id = %s ORDER BY name COLLATE "C", 2"""
        return [(name, tenant) for name, tenant in self.rows(query, post)]

    def everything(self) -> Mapping[str, object]:
        """All rows and the definitions that a move takes down and builds again."""
        found: dict[str, object] = {}
        for table in ("tenants", "posts", "tags", "post_tags"):
            query = f"SELECT to_jsonb(t)::text FROM {table} AS t ORDER BY 1"
            found[table] = self.rows(query)
        found["indexes"] = self.rows("SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1")
        found["constraints"] = self.rows(
            """SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid), convalidated FROM pg_constraint
               WHERE connamespace = 'public'::regnamespace ORDER BY 1, 2"""
        )
        found["forced"] = self.rows("SELECT relname FROM pg_class WHERE relforcerowsecurity ORDER BY 1")
        return found


_NUMBERS = itertools.count()


@contextmanager
def tagged_database(
    server: ScratchServer, move: str = "", seed: str = SEED, text: str = SPECIFICATION
) -> Iterator[Database]:
    """A database with the baseline, two tenants and the first two phases."""
    of = project(move, seed, text)
    name = f"tagged_{next(_NUMBERS)}"
    with scratch_database(server, name) as admin:
        create_roles(admin, of)
        admin.execute(f'GRANT CREATE ON DATABASE "{name}" TO {OWNER}'.encode())
        make_baseline(admin, of, BASELINES[0])
        tenants = tuple(f"00000000-0000-0000-0000-00000000000{number}" for number in (0, 1))
        for tenant in tenants:
            admin.execute("INSERT INTO tenants (id) VALUES (%s)", [tenant])
        database = Database(server, name, admin, files(move, seed, text), tenants=tenants)
        assert not database.up(2).errors
        yield database


def said(result: PsqlResult) -> str:
    """All messages of a file, one a line."""
    return "\n".join(message.text for message in (*result.notices, *result.errors))
