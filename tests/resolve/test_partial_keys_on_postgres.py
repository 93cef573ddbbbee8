"""Partial indexes against the server's own NULLS NOT DISTINCT: rows in, the same ones refused by both out."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator

import psycopg
import pytest
from psycopg import sql

from resolve.small_specs import HEADER, project_of
from schemagen.prove.server import ScratchServer
from schemagen.prove.statements import schema_statements
from scratch import scratch_database, scratch_server

SPEC = (
    HEADER
    + """
tables:
  one:
    columns: {a: {type: integer, unique: {nulls_distinct: false}}, b: integer, c: integer, d: integer}
  two:
    columns: {a: integer, b: {type: integer, nullable: false, default: 7}, c: integer, d: integer}
    unique: [{columns: [a, b, c], nulls_distinct: false}]
  three:
    columns: {a: integer, b: integer, c: integer, d: integer}
    unique: [{columns: [d, b, c], nulls_distinct: false}]
  expression:
    columns: {a: integer, b: integer, c: integer, d: integer}
    indexes:
      - columns: [{sql: a + c}, {column: b, descending: true}]
        unique: true
        nulls_distinct: false
        where: d > 1 OR d IS NULL
"""
)
TABLES = ("one", "two", "three", "expression")


@pytest.fixture(scope="module")
def server() -> Iterator[ScratchServer]:
    with scratch_server(None) as running:
        yield running


def accepted(server: ScratchServer, text: str, table: str, rows: list[tuple[int | None, ...]]) -> list[int]:
    """The numbers of the rows that can be inserted, one after the other."""
    found = []
    with scratch_database(server, "keys") as connection:
        for statement in schema_statements(project_of(text).after):
            connection.execute(statement.encode())
        insert = sql.SQL("INSERT INTO {} (a, b, c, d) VALUES (%s, %s, %s, %s)").format(sql.Identifier(table))
        for number, row in enumerate(rows):
            try:
                connection.execute(insert, row)
            except psycopg.errors.IntegrityError:
                continue
            found.append(number)
    return found


@pytest.mark.parametrize("table", TABLES)
def test_the_same_rows_are_refused(server: ScratchServer, table: str) -> None:
    rows = list(itertools.product((None, 1, 2), repeat=4)) * 2
    random.Random(table).shuffle(rows)
    by_words = accepted(server, SPEC, table, rows)
    by_indexes = accepted(server, SPEC.replace("postgres: 15", "postgres: 14"), table, rows)
    assert by_indexes == by_words
    assert 0 < len(by_words) < len(rows)
