"""The quoting filters of SQL, tried on PostgreSQL's own parser."""

from __future__ import annotations

from decimal import Decimal

import pglast
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pglast import keywords

from schemagen.model.columns import DataType
from schemagen.render import sql
from schemagen.render.sql_keywords import QUOTED_KEYWORDS

TEXTS = st.text(st.characters(exclude_characters="\0", exclude_categories=("Cs",)), min_size=1, max_size=60)


def target(text: str) -> pglast.ast.Node:
    """The one expression of SELECT `text`."""
    (statement,) = pglast.parse_sql(f"SELECT {text}")
    (found,) = statement.stmt.targetList
    return found.val


def test_keywords_are_those_of_the_parser() -> None:
    parser = set(keywords.RESERVED_KEYWORDS) | set(keywords.TYPE_FUNC_NAME_KEYWORDS) | set(keywords.COL_NAME_KEYWORDS)
    assert parser == QUOTED_KEYWORDS


@pytest.mark.parametrize(
    ("name", "quoted"),
    [("skills", "skills"), ("order", '"order"'), ("Skills", '"Skills"'), ('a"b', '"a""b"'), ("1a", '"1a"')],
)
def test_identifier(name: str, quoted: str) -> None:
    assert sql.identifier(name) == quoted


@given(TEXTS.filter(lambda text: len(text.encode()) < 64))
def test_identifier_reads_back(name: str) -> None:
    node = target(sql.identifier(name))
    assert [field.sval for field in node.fields] == [name]


@given(TEXTS)
def test_string_reads_back(text: str) -> None:
    assert target(sql.string(text)).val.sval == text


@given(TEXTS)
def test_string_reads_back_with_old_backslashes(text: str) -> None:
    """With standard_conforming_strings off a backslash in '...' would be an escape; so there is none."""
    quoted = sql.string(text)
    assert quoted.startswith("E'") or "\\" not in quoted


@given(TEXTS)
def test_dollar_quoted_reads_back(text: str) -> None:
    assert target(sql.dollar_quoted(text)).val.sval == text


@given(TEXTS)
def test_comment_line_stays_a_comment(text: str) -> None:
    assert pglast.parse_sql(f"SELECT 1 -- {sql.comment_line(text)}\n, 2")[0].stmt.targetList[1].val.val.ival == 2


@pytest.mark.parametrize(
    ("value", "type_", "expected"),
    [
        (None, DataType("text"), "NULL"),
        (True, DataType("boolean"), "true"),
        (3, DataType("integer"), "3"),
        (Decimal("0.10"), DataType("numeric"), "0.10"),
        (Decimal("1E+3"), DataType("numeric"), "1000"),
        ("it's", DataType("text"), "'it''s'"),
        ("a\\b", DataType("text"), r"E'a\\b'"),
        (["a", None], DataType("text", dimensions=1), "ARRAY['a', NULL]::text[]"),
        ([[1, 2], [3, 4]], DataType("integer", dimensions=2), "ARRAY[ARRAY[1, 2], ARRAY[3, 4]]::integer[][]"),
        ([], DataType("integer", dimensions=1), "ARRAY[]::integer[]"),
        ([[1]], DataType("jsonb", dimensions=1), "ARRAY['[1]'::jsonb]::jsonb[]"),
        ({"a": Decimal("1.50")}, DataType("jsonb"), """'{"a": 1.50}'::jsonb"""),
        ([1], DataType("jsonb"), "'[1]'::jsonb"),
    ],
)
def test_value(value: object, type_: DataType, expected: str) -> None:
    assert sql.value(value, type_) == expected


@given(st.lists(TEXTS, max_size=12), st.sampled_from([0, 4, 12]))
def test_a_list_reads_the_same_on_several_lines(texts: list[str], indent: int) -> None:
    written = sql.strings(texts, indent)
    assert [element.val.sval for element in target(f"ARRAY[{written}]").elements or ()] == texts
    if all(text.isprintable() for text in texts):
        longest = max((len(sql.string(text)) for text in texts), default=0)
        assert not indent or all(len(line) <= max(119, indent + longest + 1) for line in written.split("\n"))
