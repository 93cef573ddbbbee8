"""The baseline holds rows for every kind of array that real tables have, and they are the same every time."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import psycopg
import pytest

from prove import library
from schemagen.build import load_project
from schemagen.catalog.fingerprint import row_fingerprint
from schemagen.model.columns import Column, DataType
from schemagen.model.constraints import Check, Length, OneOf, Range
from schemagen.model.project import Project
from schemagen.model.schema import Enum, Table
from schemagen.prove.baseline import BASELINES, create_roles, make_baseline
from schemagen.prove.samples import insert_samples
from schemagen.prove.server import ScratchServer
from schemagen.records import replace
from scratch import scratch_database, scratch_server


@pytest.fixture(scope="module")
def server() -> Iterator[ScratchServer]:
    with scratch_server(None) as running:
        yield running


def filled(server: ScratchServer, name: str, project: Project, rows: int = 0) -> Iterator[psycopg.Connection[Any]]:
    with scratch_database(server, name) as connection:
        create_roles(connection, project)
        make_baseline(connection, project, BASELINES[0])
        notes = insert_samples(connection, project, rows)
        connection.execute("CREATE TABLE public.sample_notes (note text)")
        for note in notes:
            connection.execute("INSERT INTO public.sample_notes VALUES (%s)", [note])
        yield connection


@pytest.fixture(scope="module")
def database(server: ScratchServer) -> Iterator[psycopg.Connection[Any]]:
    yield from filled(server, "samples", library.PROJECT)


KINDS = [
    "genres IS NULL",
    "genres = '{}'",
    "cardinality(genres) > cardinality(ARRAY(SELECT DISTINCT unnest(genres)))",
    "EXISTS (SELECT FROM unnest(genres) AS e WHERE e <> btrim(e))",
    "EXISTS (SELECT FROM unnest(genres) AS e WHERE e LIKE U&'\\00A0%')",
    "EXISTS (SELECT FROM unnest(genres) AS a, unnest(genres) AS b WHERE a <> b AND lower(a) = lower(b))",
    "'' = ANY (genres)",
    "EXISTS (SELECT FROM unnest(genres) AS e WHERE e IS NULL)",
    "EXISTS (SELECT FROM unnest(genres) AS e WHERE length(e) = 10000)",
    "'GCP' = ANY (genres)",
    "array_ndims(genres) = 2",
    "array_lower(genres, 1) = 5",
]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_for_two_tenants_and_for_all(database: psycopg.Connection[Any], kind: str) -> None:
    rows = database.execute(f"SELECT DISTINCT branch_id FROM members WHERE {kind}".encode()).fetchall()
    assert len(rows) == 3
    assert (None,) in rows


def test_values_at_their_edges(server: ScratchServer) -> None:
    """The greatest number that a check takes, the longest text, each value of a list, null wherever it is allowed."""
    grade = Enum(name=library.name("grade"), values=("a", "b", "c", "d", "e"))
    edgy = Table(
        name=library.name("edgy"),
        managed=False,
        columns=(
            Column(name="id", type=DataType("integer"), nullable=False),
            Column(name="size", type=DataType("numeric", None, ("6", "2"))),
            Column(name="title", type=DataType("character varying", None, ("40",)), nullable=False),
            Column(name="body", type=DataType("text")),
            Column(name="state", type=DataType("text")),
            Column(name="grade", type=DataType("grade", "public")),
        ),
        constraints=(
            Check(
                name="a", expression="size between 0.25 and 12.5", short=Range("size", Decimal("0.25"), Decimal("12.5"))
            ),
            Check(name="b", expression="length(body) <= 7", short=Length("body", None, 7)),
            Check(name="c", expression="state in ('x', 'y', 'z', 'w')", short=OneOf("state", ("x", "y", "z", "w"))),
        ),
    )
    schema = replace(library.BEFORE, tables={**library.BEFORE.tables, edgy.name: edgy}, enums={grade.name: grade})
    for connection in filled(server, "edges", replace(library.PROJECT, before=schema)):
        assert connection.execute("SELECT note FROM sample_notes").fetchall() == []
        row = connection.execute(
            "SELECT min(size), max(size), max(length(title)), max(length(body)), count(DISTINCT state), "
            "count(DISTINCT grade), bool_or(octet_length(title) > length(title)), "
            "bool_or(num_nulls(size, body, state, grade) = 4) FROM edgy"
        ).fetchone()
        assert row == (Decimal("0.25"), Decimal("12.5"), 40, 7, 4, 5, True, True)


def test_as_many_rows_as_are_asked_for(server: ScratchServer) -> None:
    for connection in filled(server, "many", library.PROJECT, rows=200):
        assert connection.execute("SELECT note FROM sample_notes").fetchall() == []
        rows = row_fingerprint(connection, library.BEFORE.tables)
        assert {len(texts) for texts in rows.values()} == {200}


def test_no_table_is_empty(database: psycopg.Connection[Any]) -> None:
    assert database.execute("SELECT note FROM sample_notes").fetchall() == []
    rows = row_fingerprint(database, library.BEFORE.tables)
    assert all(len(texts) >= 3 for texts in rows.values())


def test_the_same_rows_every_time(server: ScratchServer, database: psycopg.Connection[Any]) -> None:
    for again in filled(server, "again", library.PROJECT):
        assert row_fingerprint(again, library.BEFORE.tables) == row_fingerprint(database, library.BEFORE.tables)


def test_table_that_takes_no_row_is_said(server: ScratchServer) -> None:
    never = Table(
        name=library.name("never"),
        managed=False,
        columns=(Column(name="id", type=DataType("integer"), nullable=False),),
        constraints=(Check(name="never_check", expression="id < 0 and id > 0"),),
    )
    before = replace(library.BEFORE, tables={**library.BEFORE.tables, never.name: never})
    project = replace(library.PROJECT, before=before)
    for connection in filled(server, "never", project):
        notes = connection.execute("SELECT note FROM sample_notes").fetchall()
        assert len(notes) == 1 and "public.never has no sample row" in notes[0][0]


BARE = """
schemagen: 1
name: bare
version: 1.0.0
description: A tenant column that refers to nothing
postgres: 15
migrations: {first_version: 1}
conventions: {tenant: {column: tenant_id, type: uuid, from: {setting: app.tenant}}}
existing:
  tables:
    posts: {columns: {id: {type: integer, primary_key: true}, tenant_id: uuid, tags: "text[]"}}
    notes: {columns: {id: {type: integer, primary_key: true}, tenant_id: {type: uuid, nullable: false}}}
reference_tables:
  tags:
    columns:
      id: {type: integer, primary_key: true, identity: always}
      name: text
      tenant_id: uuid
    unique: [{columns: [name], per_tenant: true, nulls_distinct: false}]
junction_tables:
  post_tags:
    columns: {id: {type: integer, primary_key: true, identity: always}}
    links: {post_id: posts, tag_id: tags}
moves: [{from: posts.tags, to: post_tags}]
"""


def test_a_tenant_column_that_refers_to_nothing_has_few_tenants(server: ScratchServer) -> None:
    project, diagnostics, _ = load_project("bare.yaml", lambda path: BARE)
    assert project is not None, diagnostics
    with scratch_database(server, "bare") as connection:
        make_baseline(connection, project, BASELINES[0])
        assert insert_samples(connection, project) == []
        tenants = "SELECT count(DISTINCT tenant_id), count(*) FILTER (WHERE tenant_id IS NULL) > 10 FROM posts"
        assert connection.execute(tenants).fetchall() == [(2, True)]
        both = "SELECT count(DISTINCT tenant_id) FROM notes WHERE tenant_id IN (SELECT tenant_id FROM posts)"
        assert connection.execute(both).fetchall() == [(2,)]
        # Each array belongs to one of each.
        shared = "SELECT count(*) FROM (SELECT FROM posts WHERE tags <> '{}' GROUP BY tags HAVING count(*) >= 3) AS a"
        assert connection.execute(shared).fetchall()[0][0] > 10
