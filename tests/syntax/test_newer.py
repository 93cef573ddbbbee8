"""What PostgreSQL 14 has no syntax for is found in SQL, and nothing else is."""

from __future__ import annotations

import pytest

from schemagen.syntax.newer import newer_in_expression, newer_in_function, newer_in_query

OLD = [
    "merge > 1",
    "'MERGE INTO t' = merge",
    "price::numeric(5,5) > 0",
    "price::decimal(5) > dec(5, 2)",
    "numeric(2, 5) > 1",
    "(x).security_invoker IS NULL -- NULLS NOT DISTINCT\n",
]


@pytest.mark.parametrize("sql", OLD)
def test_old_expressions_pass(sql: str) -> None:
    assert newer_in_expression(sql) is None
    assert newer_in_query(f"SELECT {sql}") is None


@pytest.mark.parametrize(
    ("sql", "what", "offset"),
    [
        ("price::numeric(2,5) > 0", "numeric(2,5)", 7),
        ("price > CAST(x AS Decimal ( 3 , -1 ))", "numeric(3,-1)", 18),
        ("x::pg_catalog.numeric(2, 5)::text <> ''", "numeric(2,5)", 14),
    ],
)
def test_newer_expressions(sql: str, what: str, offset: int) -> None:
    found = newer_in_expression(sql)
    assert found is not None
    assert (found.what, found.offset) == (what, offset)
    assert newer_in_query(f"SELECT a FROM t WHERE {sql}") is not None


def function(language: str, body: str) -> str | None:
    sql = f"CREATE FUNCTION f(a integer) RETURNS void LANGUAGE {language} AS $body${body}$body$"
    found = newer_in_function(sql, language, body)
    if found is None:
        return None
    assert found.offset is not None
    return f"{found.what} at {body[found.offset :].split(maxsplit=1)[0]}"


MERGE = "MERGE INTO t USING s ON t.id = s.id WHEN MATCHED THEN DELETE"


def test_bodies() -> None:
    assert function("sql", f"SELECT 1; {MERGE}; SELECT 2") == "MERGE at MERGE"
    inner = f"DECLARE x integer; BEGIN x := 1; IF a > 1 THEN {MERGE}; END IF; END"
    assert function("plpgsql", inner) == "MERGE at MERGE"
    assert function("sql", "CREATE TABLE t (a integer, UNIQUE NULLS NOT DISTINCT (a))") == "NULLS NOT DISTINCT at NULLS"
    view = "CREATE VIEW v WITH ( security_invoker ) AS SELECT 1"
    assert function("sql", view) == "security_invoker at security_invoker"
    foreign = "CREATE TABLE t (a integer, FOREIGN KEY (a) REFERENCES s ON DELETE SET NULL (a))"
    assert function("sql", foreign) == "ON DELETE SET with columns at SET"
    assert function("plpgsql", "BEGIN UPDATE t SET merge = 1; PERFORM 'nulls not distinct'; END") is None
    assert function("sql", "SELECT merge FROM t") is None
    assert function("plperl", MERGE) is None
