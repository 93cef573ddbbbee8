"""Columns of views: names, types and nulls as PostgreSQL has them, tried on rows; what is not certain is left out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from emit import node
from schemagen.build import build, load_project
from schemagen.emit.facts.builtin import Target
from schemagen.emit.facts.tables import ProjectFacts, project_facts
from schemagen.emit.facts.types import Types
from schemagen.emit.facts.wire import Formatted, OneOfList, Wire, innermost
from schemagen.model.columns import DataType
from schemagen.model.project import TypeSettings
from schemagen.model.types import TypeReference, parse_type
from schemagen.prove.psql import run_file
from schemagen.prove.server import ScratchServer
from scratch import scratch_database, scratch_server

VIEWS = {
    "plain": ("SELECT id, title, state FROM tasks", {"state"}),
    "star": ("SELECT * FROM tasks t WHERE t.state IS NOT NULL", {"state", "due", "owner_id", "notes"}),
    "left_join": ("SELECT t.title, p.*, p.name AS again FROM tasks t LEFT JOIN people p ON p.id = t.owner_id",
                  {"id", "name", "again", "mail"}),
    "right_join": ("SELECT t.title, p.name FROM tasks t RIGHT JOIN people p ON p.id = t.owner_id", {"title"}),
    "full_join": ("SELECT t.title, p.name FROM tasks t FULL JOIN people p ON p.id = t.owner_id", {"title",
        "name"}),
    "nested": ("SELECT a.title, p.name, b.id"
              " FROM (tasks a JOIN tasks b ON a.id = b.id) LEFT JOIN people p ON true", {"name"}),
    "using_id": ("SELECT id, t.title, p.name FROM tasks t LEFT JOIN people p USING (id)", {"name"}),
    "right_using": ("SELECT id, t.title, p.name FROM tasks t RIGHT JOIN people p USING (id)", {"title"}),
    "counted": ("SELECT owner_id, count(*), max(due) AS last, min(title), bool_or(due IS NULL)"
              " FROM tasks GROUP BY owner_id",
                {"owner_id", "last", "min", "bool_or"}),
    "nothing_counted": ("SELECT count(*) AS n, max(title) FROM tasks WHERE false", {"max"}),
    "rolled_up": ("SELECT title, count(*) FROM tasks GROUP BY ROLLUP (title)", {"title", "count"}),
    "casts": ("SELECT id::text, due::timestamptz, title::varchar(2) AS short, NULL::state AS none,"
              " '1'::numeric(5,2) AS one,"
              " ARRAY[1]::int[] AS list FROM tasks", {"due", "none", "list"}),
    "constants": ("SELECT 'x' AS kind, 1 AS one, 0 AS zero, 1.5 AS more, 9999999999 AS large, true AS yes,"
              " false AS no, NULL AS none",
                  {"none"}),
    "coalesced": ("SELECT coalesce(notes, title), coalesce(notes, 'none') AS said, coalesce(owner_id,"
              " NULL) AS who FROM tasks",
                  {"who"}),
    "tests": ("SELECT due IS NULL AS undated, due < '2024-01-01' AS old, title LIKE 'a%' AS a,"
              " state IN ('open') AS open,"
              " EXISTS (SELECT 1 FROM people) AS anybody, NOT (due IS NULL) AS dated,"
              " due IS DISTINCT FROM '2024-01-01' AS other FROM tasks", {"old", "a", "open"}),
    "cases": ("SELECT CASE WHEN due IS NULL THEN 'none' ELSE 'some' END AS word,"
              " CASE WHEN due IS NULL THEN title END,"
              " CASE WHEN true THEN title ELSE notes END AS text FROM tasks", {"case", "text"}),
    "sub_queries": ("SELECT s.n, s.title, (SELECT name FROM people WHERE id = t.owner_id), t.id"
                    " FROM tasks t, LATERAL (SELECT count(*) AS n, t.title) s", {"name"}),
    "common": ("WITH late AS (SELECT title, due FROM tasks), two(a, b) AS (SELECT * FROM late) SELECT a, b"
              " FROM two", {"b"}),
    "united": ("SELECT title FROM tasks UNION ALL SELECT notes FROM tasks", {"title"}),
    "of_a_view": ('SELECT p.title, l.name AS "a name" FROM plain p JOIN left_join l ON l.title = p.title',
        {"a name"}),
    "functions": ("SELECT lower(title), upper(notes) AS loud, char_length(title) AS n, now(), current_date,"
              " row_number() OVER ()"
                  " FROM tasks", {"loud"}),
    "null_if": ("SELECT nullif(title, 'a') AS x, title SIMILAR TO 'a' AS y, id = ANY (ARRAY[id]) AS z FROM tasks",
                {"x", "y", "z"}),
    "aliased": ("SELECT a, b FROM tasks AS t(a, b)", set()),
    "prices": ("SELECT price, settings, tags FROM goods", {"price", "tags"}),
}  # fmt: skip
"""Queries with the columns that may be null."""

REFUSED = {
    "summed": ("SELECT sum(price) FROM goods", "the function sum as its column 'sum'"),
    "added": ("SELECT price + 1 AS more FROM goods", "the operator + as its column 'more'"),
    "own": ("SELECT own(title) FROM tasks", "the function own as its column 'own'"),
    "mixed": ("SELECT CASE WHEN true THEN 1 ELSE 1.5 END AS x", "values of several types as its column 'x'"),
    "recursive": ("WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM r) SELECT n FROM r",
        "WITH RECURSIVE"),
    "made": ("SELECT g FROM generate_series(1, 2) AS g", "a function in FROM"),
    "natural": ("SELECT t.title FROM tasks t NATURAL JOIN people p", "NATURAL JOIN"),
    "catalog": ("SELECT relname FROM pg_class", "columns of 'pg_class', which the specification does not have"),
    "difference": ("SELECT due - due AS days FROM tasks", "the operator - as its column 'days'"),
    "listed": ("VALUES (1)", "VALUES"),
}  # fmt: skip

_SPEC = """\
schemagen: 1
name: views
version: 1.0.0
description: Views
postgres: 15
migrations: {first_version: 1}
enums: {state: [open, done]}
domains: {price: {type: "numeric(8,2)", range: [0, null]}}
functions: {own: {arguments: x text, returns: text, body: SELECT x}}
tables:
  people: {columns: {id: {type: uuid, primary_key: true}, name: {type: text, nullable: false}, mail: text}}
  tasks:
    columns:
      id: {type: uuid, primary_key: true}
      title: {type: text, nullable: false}
      state: state
      due: date
      owner_id: {type: uuid, references: people}
      notes: text
  goods:
    columns:
      id: {type: uuid, primary_key: true}
      price: price
      settings: {type: jsonb, nullable: false}
      tags: text[]
views:
"""


def _specification() -> str:
    all_views = {name: query for name, (query, _) in (*VIEWS.items(), *REFUSED.items())}
    return _SPEC + "".join(f"  {name}: {{query: {json.dumps(query)}}}\n" for name, query in all_views.items())


@pytest.fixture(scope="module")
def facts() -> ProjectFacts:
    project, diagnostics, _ = load_project("views.yaml", {"views.yaml": _specification()}.__getitem__)
    assert project is not None, [diagnostic.message for diagnostic in diagnostics]
    return project_facts(project)


@pytest.fixture(scope="module")
def server() -> Iterator[ScratchServer]:
    with scratch_server(None) as running:
        yield running


def test_which_columns_may_be_null(facts: ProjectFacts) -> None:
    found = {view.name.name: {item.name for item in view.shape.properties if item.nullable} for view in facts.views}
    assert {name: found.get(name) for name in VIEWS} == {name: nullable for name, (_, nullable) in VIEWS.items()}


def test_what_is_not_certain_is_left_out_with_the_reason(facts: ProjectFacts) -> None:
    said = dict(text.split(", which has ", 1) for text in facts.untyped if text.startswith("view "))
    assert said.keys() == {f"view public.{name}" for name in REFUSED}
    for name, (_, reason) in REFUSED.items():
        assert reason in said[f"view public.{name}"]


_ROWS = """
INSERT INTO people VALUES ('00000000-0000-0000-0000-000000000001', 'Ann', NULL),
        ('00000000-0000-0000-0000-000000000002', 'Bo', 'b');
INSERT INTO tasks (id, title, state, due, owner_id, notes) VALUES
  ('00000000-0000-0000-0000-000000000001', 'a', 'open', '2024-02-29', '00000000-0000-0000-0000-000000000001',
        'n'),
  ('00000000-0000-0000-0000-000000000003', 'b', NULL, NULL, NULL, NULL);
INSERT INTO goods VALUES ('00000000-0000-0000-0000-000000000001', 1.5, '{"a": 1}', '{a,NULL}'),
  ('00000000-0000-0000-0000-000000000002', NULL, '[]', NULL);
"""

_TRY = """
import { readFileSync } from "node:fs";
import * as schemas from "./types/zod.js";
const tries = JSON.parse(readFileSync(0, "utf8"));
console.log(JSON.stringify(tries.map(([schema,
        rows]) => rows.map((row) => schemas[schema].safeParse(row).error?.message ?? ""))));
"""


def test_types_and_rows_are_those_of_postgresql(facts: ProjectFacts, server: ScratchServer, tmp_path: Path) -> None:
    text = _specification()
    built = build("views.yaml", {"views.yaml": text}.__getitem__)
    project, _, _ = load_project("views.yaml", {"views.yaml": text}.__getitem__)
    assert built.files and project is not None
    types = Types(project.after, Target(15, TypeSettings()))
    with scratch_database(server, "views") as connection:
        for path in sorted(path for path in built.files if path.startswith("migrations/") and "rollback" not in path):
            result = run_file(server.conninfo("views"), built.files[path], True)
            assert not result.errors, (path, result.errors)
        connection.execute(_ROWS.encode())
        tries: list[tuple[str, list[object]]] = []
        for view in facts.views:
            query = """SELECT attname, format_type(atttypid, NULL) FROM pg_attribute
                       WHERE attrelid = %s::regclass AND attnum > 0 ORDER BY attnum"""
            columns = connection.execute(query, [f'public."{view.name.name}"']).fetchall()
            assert [name for name, _ in columns] == [item.name for item in view.shape.properties], view.name
            for (name, type_name), item in zip(columns, view.shape.properties, strict=True):
                expected = types.resolve(_data_type(type_name), "read").wire
                assert _kind(item.wire) in (_kind(expected), "OneOfList"), (view.name, name, type_name, item.wire)
            select = f'SELECT row_to_json(v) FROM public."{view.name.name}" AS v'
            rows = connection.execute(select.encode()).fetchall()
            tries.append((f"{view.stem}RowSchema", [row for (row,) in rows]))
    node.write(tmp_path, {**built.files, "try.mts": _TRY})
    said = node.run_typescript(tmp_path / "try.mts", tries)
    assert [(name, errors) for (name, _), errors in zip(tries, said, strict=True) if any(errors)] == []
    assert all(rows for _, rows in tries)


def _data_type(text: str) -> DataType:
    parsed = parse_type(text)
    if isinstance(parsed, TypeReference):
        return DataType(parsed.name, parsed.schema or "public", (), parsed.dimensions)
    assert isinstance(parsed, DataType)
    return parsed


def _kind(wire: Wire) -> str:
    part = innermost(wire)
    name = part.name if isinstance(part, Formatted) else type(part).__name__
    return "OneOfList" if isinstance(part, OneOfList) else name + "[]" * (part is not wire)
