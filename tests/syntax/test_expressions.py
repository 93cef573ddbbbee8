"""SQL inside a specification: exactly one expression passes, and nothing that could end its place and go on."""

from __future__ import annotations

import pytest
from pglast import parser

from schemagen.syntax.expressions import (
    ColumnUse,
    ExpressionError,
    ParsedExpression,
    parse_expression,
    parse_function,
    parse_query,
)

GOOD = [
    "1", "-1", "'x'", "'it''s'", "'--'", "now()", "a", "a > 0 AND b", "(a, b) = (1, 2)", "x IN ('a', 'b')", "a::text[]",
    "CASE WHEN a THEN 1 END", "CURRENT_TIMESTAMP", '"order" <> \'a\'', "a /* c */ + 1", "ARRAY[1, 2]", "$$a)$$",
    "E'\\')'", "(SELECT 1)", "EXISTS (SELECT 1 FROM t WHERE t.x = 1)", "a -- why\n > 1", "(a).b",
    "interval '1 day'", "a IS NULL", "jsonb_build_object('a', 1) ->> 'a'", "a ~ '^[a-z]+$'", "NOT (a OR b)",
]  # fmt: skip
BAD = [
    "", " ", ";", "1;", "1; DROP TABLE t", "1 FROM t", "1 -- x", "1 --", "a, b", "1 AS x", "x y", "*", "ALL a",
    "DISTINCT a", "1) FROM t WHERE (true", "1), (2", "1) UNION SELECT (2", "1).a || (2", "(1", "1)", "'x", '"x',
    "$$x", "/* x", "1 +", "SELECT 1", "a GROUP BY a", "a ORDER BY 1", "a LIMIT 1", "1 INTO t", "$1",
    "true) WITH CHECK (true", "1 UNION SELECT 2", "DROP TABLE t", "a WINDOW w AS ()", "1 FOR UPDATE", "VALUES (1)",
    "a HAVING b", "'a' 'b' c", "1 WHERE true",
]  # fmt: skip


@pytest.mark.parametrize("sql", GOOD)
def test_one_expression_passes(sql: str) -> None:
    assert isinstance(parse_expression(sql), ParsedExpression)


@pytest.mark.parametrize("sql", BAD)
def test_anything_else_is_refused(sql: str) -> None:
    error = parse_expression(sql)
    assert isinstance(error, ExpressionError)
    assert error.offset is None or 0 <= error.offset <= len(sql)


CONTEXTS = [
    "ALTER TABLE t ADD CHECK ({})",
    "ALTER TABLE t ALTER c SET DEFAULT ({})",
    "CREATE INDEX ON t (({})) WHERE {}",
    "CREATE POLICY p ON t USING ({}) WITH CHECK ({})",
]


@pytest.mark.parametrize("sql", GOOD)
def test_what_passes_fills_its_place_and_no_more(sql: str) -> None:
    for context in CONTEXTS:
        statement = context.replace("{}", sql + "\n")
        assert len(parser.split(statement)) == 1
        parser.parse_sql_json(statement)


def test_columns_are_named_with_their_places() -> None:
    parsed = parse_expression('"Ü" > é AND t.b IS NULL OR f(c)')
    assert isinstance(parsed, ParsedExpression)
    assert parsed.columns == (
        ColumnUse(("Ü",), 0),
        ColumnUse(("é",), 6),
        ColumnUse(("t", "b"), 12),
        ColumnUse(("c",), 29),
    )
    assert parsed.functions == ("f",)


def test_columns_of_a_sub_query_are_its_own() -> None:
    parsed = parse_expression("a = (SELECT max(b) FROM t)")
    assert isinstance(parsed, ParsedExpression)
    assert [use.path for use in parsed.columns] == [("a",)]
    assert parsed.subquery


@pytest.mark.parametrize("sql", ["SELECT 1", "VALUES (1)", "WITH a AS (SELECT 1) TABLE a", "SELECT 1 UNION SELECT 2"])
def test_one_query_passes(sql: str) -> None:
    assert parse_query(sql) is None


@pytest.mark.parametrize(
    "sql",
    ["", "SELECT 1;", "SELECT 1; SELECT 2", "DELETE FROM t", "SELECT 1 INTO t", "SELEC", "SELECT 1 -- x", "SELECT (1"],
)
def test_other_statements_are_no_query(sql: str) -> None:
    assert isinstance(parse_query(sql), ExpressionError)


@pytest.mark.parametrize(
    ("language", "body", "good"),
    [
        ("sql", "SELECT 1", True),
        ("sql", "SELECT 1; SELECT 2;", True),
        ("sql", "SELEC 1", False),
        ("sql", "", False),
        ("plpgsql", "BEGIN RETURN NEW; END;", True),
        ("plpgsql", "BEGIN RETURN NEW END;", False),
        ("plpgsql", "BEGIN x := (SELECT 1; END;", False),
        ("plpython3u", "return 1 +", True),
    ],
)
def test_function_bodies(language: str, body: str, good: bool) -> None:
    sql = f"CREATE FUNCTION f() RETURNS trigger LANGUAGE {language} AS $body${body}$body$"
    assert (parse_function(sql, language, body) is None) is good
