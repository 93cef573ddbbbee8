"""Parse trees that are decoded in parts: the same as decoding them as a whole, however deep they are."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pglast import parser

from schemagen.lint.engine import lint_files
from schemagen.lint.source import source_files
from schemagen.lint.tree import decode, statements

ROOT = Path(__file__).parents[2]
TEXTS = [
    "",
    "-- nothing\n;;",
    "SELECT 1",
    'SELECT \'ä\', \'{"stmt":{"SelectStmt":\'; -- and "stmt_len":1},\nSELECT 2;',
    "CREATE SCHEMA s CREATE TABLE t (c int); EXPLAIN SELECT 1::int::text; SELECT (SELECT '1'::int)::text::int;",
    *(path.read_text(encoding="utf-8") for path in sorted((ROOT / "out" / "migrations").glob("*.sql"))),
]


def _nodes(item: object, tag: str) -> list[object]:
    found: list[object] = []
    for key, value in item.items() if isinstance(item, dict) else enumerate(item) if isinstance(item, list) else ():
        found += [value] if key == tag else []
        found += _nodes(value, tag)
    return found


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_parts_are_those_of_the_whole(text: str) -> None:
    written = parser.parse_sql_json(text)
    whole = json.loads(written)["stmts"]
    parts = list(statements(written))
    assert [{tree.tag: tree.fields()} for tree, _, _ in parts] == [raw["stmt"] for raw in whole]
    places = [(raw.get("stmt_location", 0), raw.get("stmt_len", 0)) for raw in whole]
    assert [(place, length) for _, place, length in parts] == places
    for tag in ("TypeCast", "SelectStmt", "CreateStmt"):
        for tree, _, _ in parts:
            by_text = sorted(json.dumps(node) for node in tree.nodes(tag))
            assert by_text == sorted(json.dumps(node) for node in _nodes(tree.fields(), tag))


def test_deep_trees_are_decoded_like_flat_ones() -> None:
    text = '{"a":' * 5000 + '[1,-2.5,true,null,"x\\"]}\\u00e4"]' + "}" * 5000 + "tail"
    value, end = decode(text, 0)
    assert text[end:] == "tail"
    for _ in range(5000):
        value = value["a"]
    assert value == [1, -2.5, True, None, 'x"]}ä']


DEEP = {
    "a union": "INSERT INTO public.t " + " UNION ALL ".join(["SELECT {}"] * 5000) + ";",
    "a condition": "DELETE FROM public.t WHERE {} = a AND " + " AND ".join(["a = 1"] * 5000),
    "a sum": "SELECT {}, " + "+".join(["1"] * 3000),
    "casts": "SELECT {}" + "::text::int" * 3000,
    "blocks": "DO $$ BEGIN " + "IF true THEN " * 300 + "PERFORM {};" + " END IF;" * 300 + " END $$;",
}  # fmt: skip
CAST = "current_setting('app.tenant')::uuid"


@pytest.mark.parametrize("name", DEEP)
def test_no_depth_hides_anything(name: str) -> None:
    def rules(sql: str) -> list[str]:
        return [finding.rule for finding in lint_files(source_files({"1_a.sql": sql}), target_major=15, baseline=None)]

    assert set(rules(DEEP[name].replace("{}", "1"))) <= {"drop-without-rollback"}
    assert "tenant-setting-cast-without-nullif" in rules(DEEP[name].replace("{}", CAST))


def test_what_is_too_deep_for_the_parser_is_said_and_hides_no_other() -> None:
    sql = "SELECT 1;\nSELECT 1" + "+1" * 50000 + f";\nSELECT {CAST};"
    found = lint_files(source_files({"1_a.sql": sql}), target_major=15, baseline=None)
    assert [(finding.rule, finding.position.line, finding.position.column) for finding in found] == [
        ("syntax-error", 2, 1),
        ("tenant-setting-cast-without-nullif", 3, 37),
    ]
    assert "nested too deeply" in found[0].message and "flatter" in found[0].help
