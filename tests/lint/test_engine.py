"""The linter as a whole: the baseline, the order of files, what it never does."""

from __future__ import annotations

import gc

from hypothesis import given
from hypothesis import strategies as st

from schemagen.diagnostics import Severity
from schemagen.lint.build import lint_build
from schemagen.lint.engine import lint_files
from schemagen.lint.source import SourceFile, source_files
from schemagen.model.columns import Column, DataType
from schemagen.model.constraints import Check, ForeignKey, Index, IndexElement, PrimaryKey
from schemagen.model.names import QualifiedName
from schemagen.model.schema import Function, Policy, Schema, Table

ORDERS, CUSTOMERS = QualifiedName("public", "orders"), QualifiedName("public", "customers")


def _baseline() -> Schema:
    text = DataType("text")
    customers = Table(
        name=CUSTOMERS,
        managed=False,
        columns=(Column(name="id", type=text, nullable=False),),
        constraints=(PrimaryKey(name="customers_pkey", columns=("id",)),),
        row_security="forced",
    )
    orders = Table(
        name=ORDERS,
        managed=False,
        columns=(Column(name="id", type=text), Column(name="customer", type=text), Column(name="Note", type=text)),
        constraints=(
            ForeignKey(name="to_customer", columns=("customer",), target=CUSTOMERS, target_columns=("id",)),
            Check(name="note_check", expression="\"Note\" <> ''"),
        ),
        indexes=(Index(name="note_idx", elements=(IndexElement(column="Note"),)),),
        policies=(Policy(name="old", command="all", roles=(), using="true"),),
        row_security="enabled",
    )
    touch = Function(
        name=QualifiedName("public", "touch"), arguments="", returns="trigger", language="sql", body="", managed=False,
        security_definer=True,
    )  # fmt: skip
    return Schema(tables={CUSTOMERS: customers, ORDERS: orders}, functions={touch.name: touch})


def _rules(files: dict[str, str]) -> list[tuple[str, str, str]]:
    found = lint_build(files, _baseline(), 15)
    return [(f.rule, f.object, f"{f.position.path}:{f.position.line}") for f in found if f.severity != Severity.INFO]


def test_nothing_is_said_about_what_the_baseline_alone_holds() -> None:
    assert _rules({"migrations/1_a.sql": "SELECT 1;", "migrations/1_a.rollback.sql": "SELECT 1;"}) == []


def test_baseline_knows_foreign_keys_indexes_and_force() -> None:
    found = _rules(
        {
            "1_a.sql": "ALTER TABLE orders VALIDATE CONSTRAINT to_customer;\nALTER TABLE orders DROP COLUMN customer;",
            "1_a.rollback.sql": (
                "ALTER TABLE orders ADD COLUMN customer text;\n"
                "ALTER TABLE orders ADD CONSTRAINT to_customer FOREIGN KEY (customer) REFERENCES customers (id);"
            ),
        }
    )
    assert [row for row in found if row[0] == "foreign-key-under-force"] == [
        ("foreign-key-under-force", "public.orders", "1_a.rollback.sql:2"),
        ("foreign-key-under-force", "public.orders", "1_a.sql:1"),
    ]
    assert [row[1:] for row in found if row[0] == "lock-on-existing-table"] == [
        ("public.orders", "1_a.rollback.sql:1"),
        ("public.customers", "1_a.rollback.sql:2"),
        ("public.orders", "1_a.rollback.sql:2"),
        ("public.customers", "1_a.sql:2"),
        ("public.orders", "1_a.sql:2"),
    ]
    assert not [row for row in found if row[0] == "drop-without-rollback"]


def test_what_goes_with_a_column_of_the_baseline_has_to_come_back() -> None:
    found = lint_build(
        {
            "1_a.sql": 'ALTER TABLE orders DROP COLUMN "Note";',
            "1_a.rollback.sql": 'ALTER TABLE orders ADD COLUMN "Note" text;',
        },
        _baseline(),
        15,
    )
    messages = [finding.message for finding in found if finding.rule == "drop-without-rollback"]
    assert [message.split(",")[0] for message in messages] == [
        "constraint note_check on public.orders is dropped",
        "index note_idx on public.orders is dropped",
    ]


def test_dropping_the_last_policy_of_the_baseline_is_seen() -> None:
    sql = "ALTER TABLE orders ENABLE ROW LEVEL SECURITY;\nDROP POLICY old ON orders;"
    assert ("row-security-without-policy", "public.orders", "1_a.sql:1") in _rules({"1_a.sql": sql})


def test_rollbacks_run_from_the_last_phase_to_the_first_after_all_migrations() -> None:
    files = {
        "1_a.sql": "CREATE TABLE t (a int, b int);",
        "1_a.rollback.sql": "DROP TABLE t;",
        "2_b.sql": "CREATE INDEX i ON t (a);",
        "2_b.rollback.sql": "DROP INDEX i;",
        "3_c.sql": "DROP INDEX i;",
        "3_c.rollback.sql": "CREATE INDEX i ON t (a);",
    }
    assert _rules(files) == []
    phases = [(file.path, file.direction, file.phase) for file in source_files(dict(reversed(files.items())))]
    assert phases == [
        ("1_a.sql", "forward", 1), ("2_b.sql", "forward", 2), ("3_c.sql", "forward", 3),
        ("1_a.rollback.sql", "rollback", 1), ("2_b.rollback.sql", "rollback", 2), ("3_c.rollback.sql", "rollback", 3),
    ]  # fmt: skip


def test_only_sql_of_a_build_is_read() -> None:
    assert lint_build({"types.ts": "export const x = 1", "manifest.json": "{"}, _baseline(), 15) == []


def test_finding_knows_its_phase_and_becomes_a_diagnostic() -> None:
    files = source_files({"1_a.sql": "SELECT 1;", "2_b.sql": "LOCK TABLE t;"})
    (finding,) = lint_files(files, target_major=15, baseline=None)
    assert (finding.phase, finding.lock, finding.object) == (2, "ACCESS EXCLUSIVE", "public.t")
    diagnostic = finding.as_diagnostic()
    assert (diagnostic.code, str(diagnostic.position)) == ("lock-on-existing-table", "2_b.sql:1:1")
    assert "-- schemagen: ignore lock-on-existing-table on public.t: WHY" in diagnostic.help
    assert {**diagnostic.as_dict(), "object": "public.t", "lock": "ACCESS EXCLUSIVE", "phase": 2} == finding.as_dict()


def test_garbage_collection_is_left_as_it_was() -> None:
    assert gc.isenabled()
    lint_files([SourceFile("x.sql", "SELECT 1")], target_major=15, baseline=None)
    assert gc.isenabled()


_PIECES = (
    "CREATE TABLE t (a int PRIMARY KEY, b int REFERENCES t)", "DROP TABLE IF EXISTS t, s.t CASCADE", "ALTER TABLE t",
    " RENAME TO u", " DROP COLUMN b", " ENABLE ROW LEVEL SECURITY", "CREATE INDEX ON t (a)", "DO $$ BEGIN ", " END $$",
    "EXECUTE format('x')", "SET search_path = a, b", "BEGIN", "COMMIT", "ROLLBACK", "'", '"', "$$", "/*", "*/", "--",
    "\n", ";", ";", " ", "é", "𝕏", "\0", "\ufeff", "\r\n", "\\d", "::uuid", "current_setting('a.b')", "SELECT ", "(",
    ")", "RESET ALL", "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$", "CREATE SCHEMA x CREATE TABLE y (a int)",
    "-- schemagen: ignore unused-ignore on x: y\n", "COPY t FROM STDIN", "DROP FUNCTION f", "DROP TYPE a.b",
    "CREATE VIEW v AS SELECT 1", "ALTER TABLE v SET SCHEMA s", "ALTER POLICY p ON t RENAME TO q", "\ud800",
)  # fmt: skip


@given(st.lists(st.sampled_from(_PIECES), max_size=30).map("".join))
def test_no_text_makes_it_stumble(text: str) -> None:
    forward = SourceFile("1_x.sql", text, "forward", 1)
    found = lint_files([forward, SourceFile("1_x.rollback.sql", text, "rollback", 1)], target_major=15, baseline=None)
    lines = text.split("\n")
    for finding in found:
        assert 1 <= finding.position.line <= len(lines)
        assert 1 <= finding.position.column <= len(lines[finding.position.line - 1]) + 1
