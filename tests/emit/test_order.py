"""The order of operations comes from what expressions refer to, and not from words that look alike."""

from __future__ import annotations

import pytest

from schemagen.build import build
from schemagen.diagnostics import Severity
from schemagen.syntax.references import expression_references, query_references, signature_references

_HEAD = """
schemagen: 1
name: library
version: "1"
description: x
postgres: 15
migrations: {first_version: 1}
existing: {roles: [reader], tables: {shelves: {columns: {id: {type: uuid, primary_key: true}}}}}
"""


def forward(text: str) -> str:
    """The one forward file of a specification that nothing is said about."""
    built = build("x.yaml", lambda path: _HEAD + text, only=frozenset({"migrations"}))
    said = [d for d in built.diagnostics if d.severity is not Severity.INFO]
    assert said == []
    (found,) = (text for path, text in built.files.items() if not path.endswith(".rollback.sql"))
    return found


def test_columns_called_like_tables_make_no_circle() -> None:
    sql = forward("""
tables:
  books:
    columns: {id: {type: uuid, primary_key: true}, loans: integer, other: {type: text, default: loans}}
    check: ["loans > 0", "other <> 'loans'"]
    indexes: [{columns: [{sql: "abs(loans)"}], where: "loans is not null"}]
  loans:
    columns: {id: {type: uuid, primary_key: true}, books: {type: uuid, references: books}}
    check: ["books is not null"]
    access: {roles: {reader: {read: {sql: "books is not null"}}}}
""")
    assert "ALTER TABLE public.loans\n" not in sql and "ALTER TABLE public.books\n" not in sql
    assert sql.index("CREATE TABLE public.books") < sql.index("CREATE TABLE public.loans")


def test_a_circle_that_is_one_is_closed_at_the_end_and_no_other_key_waits() -> None:
    sql = forward("""
tables:
  books:
    columns:
      id: {type: uuid, primary_key: true}
      loan: {type: uuid, references: loans, index: true}
      shelf: {type: uuid, references: shelves}
  loans:
    columns: {id: {type: uuid, primary_key: true}, book: {type: uuid, references: books, index: true}}
""")
    assert sql.count("ADD CONSTRAINT") == 2
    assert "CONSTRAINT books_shelf_fkey FOREIGN KEY (shelf) REFERENCES public.shelves (id)" in sql
    assert "ADD CONSTRAINT books_shelf_fkey" not in sql


def test_what_an_expression_needs_comes_first() -> None:
    sql = forward("""
tables:
  a:
    columns: {id: {type: uuid, primary_key: true}}
    access: {roles: {reader: {read: {sql: "exists (with q as (select 1) select from z join q on true)"}}}}
  b:
    columns: {id: {type: regclass, primary_key: true, default: {sql: "'public.z'::regclass"}}}
  z:
    columns: {id: {type: uuid, primary_key: true}}
    access: {roles: {reader: {read: all}}}
""")
    assert sql.index("CREATE TABLE public.z") < sql.index("CREATE TABLE public.a") < sql.index("CREATE TABLE public.b")


@pytest.mark.parametrize(
    ("sql", "names"),
    [
        ("books > 'loans' and x.books is null", []),
        ("s.f(books, 1::s.mood) = any(array['x'::mood])", ["function s.f", "type s.mood", "type mood"]),
        ("""'s."Bo""ok"'::regclass""", ["type regclass", 'relation s.Bo"ok']),
        ("to_regclass(x) is null or exists (select from s.books as loans where loans.id = 1)",
         ["function to_regclass", "relation s.books"]),
        (" || ".join(["a"] * 200), []),
    ],
)  # fmt: skip
def test_references_of_expressions(sql: str, names: list[str]) -> None:
    found = [f"{r.kind} {r.schema + '.' if r.schema else ''}{r.name}" for r in expression_references(sql)]
    assert [name for name in sorted(found) if "pg_catalog" not in name] == sorted(names)


def test_common_table_expressions_hide_relations_only_where_they_are_seen() -> None:
    def relations(sql: str) -> set[str]:
        return {r.name for r in query_references(sql) if r.kind == "relation"}

    assert relations("with books as (select 1) select from books") == set()
    assert relations("with books as (select from books) select from books") == {"books"}
    assert relations("with recursive books as (select from books) select from books") == set()
    assert relations("with a as (select from b), b as (select 1) select from a, b, c") == {"b", "c"}
    assert relations("with books as (select 1) select from s.books") == {"books"}
    assert relations("select from (with books as (select 1) select from books) as x, books") == {"books"}


def test_references_of_signatures() -> None:
    found = signature_references("a mood, b s.t[], c public.books.id%TYPE DEFAULT f(1)", "SETOF books")
    wanted = {
        ("type", None, "mood"), ("type", "s", "t"), ("relation", "public", "books"), ("function", None, "f"),
        ("type", None, "books"),
    }  # fmt: skip
    assert {r for r in found if r.schema != "pg_catalog"} == wanted
