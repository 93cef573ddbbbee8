"""`schemagen check` on the first input: it passes on a migrated database, and fails on one that somebody changed."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
import pytest

from acceptance.deployment import Database, Deployment
from acceptance.facts import BOOKKEEPING, OWNER, STEMS
from schemagen.cli.main import main
from schemagen.live.check_file import read_check_file
from schemagen.live.run_checks import run_checks

ROOT = Path(__file__).parents[2]
FILES = [
    read_check_file(path.name, path.read_text(encoding="utf-8"))
    for path in sorted((ROOT / "out" / "checks").glob("2*.check.sql"))
]


@pytest.fixture(autouse=True)
def _in_the_project(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


@dataclass(frozen=True)
class Result:
    exit_code: int
    stdout: str
    stderr: str

    @property
    def output(self) -> str:
        return self.stdout + self.stderr


def run(*arguments: str) -> Result:
    """The command as a process would run it."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = main(arguments)
    return Result(code, out.getvalue(), err.getvalue())


def check(database: Database, *arguments: str, user: str = "postgres") -> Result:
    return run("check", "--database-url", database.conninfo(user), *arguments)


def outcomes(database: Database, *arguments: str, user: str = "postgres") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(check(database, *arguments, "--format", "json", user=user).stdout)[
        "checks"
    ]
    return found


def failing(database: Database, *arguments: str) -> set[str]:
    return {found["check"] for found in outcomes(database, *arguments) if found["outcome"] == "fail"}


@pytest.fixture
def done(deployment: Deployment) -> Iterator[Database]:
    """All five phases applied."""
    with deployment.database(5) as database:
        yield database


@pytest.mark.parametrize("granted", [False, True])
def test_a_migrated_database_passes(deployment: Deployment, granted: bool) -> None:
    with deployment.database(5, granted=granted) as database:
        result = check(database)
        assert result.exit_code == 0, result.output
        assert "fail" not in result.stdout.split("checks:")[0]
        found = outcomes(database)
        assert {f["outcome"] for f in found} == {"pass"}
        assert {Path(f["file"]).name for f in found} == {f"{stem}.check.sql" for stem in STEMS.values()}


@pytest.mark.parametrize("level", [0, 1, 2, 3, 4])
def test_every_level_passes(deployment: Deployment, level: int) -> None:
    with deployment.database(level) as database:
        found = outcomes(database)
        assert {f["outcome"] for f in found} <= {"pass", "figure"}
        assert len({f["file"] for f in found}) == max(level, 1)


def test_what_is_counted_is_what_the_facts_say(done: Database) -> None:
    said = {(Path(f["file"]).name.split("_")[0][-1], f["check"]): f["title"] for f in outcomes(done)}
    assert said["1", "tables"].startswith("11 tables: skills, certifications, ")
    assert said["1", "indexes"].startswith("58 indexes ")
    assert said["1", "triggers"].startswith("11 triggers ")
    assert said["2", "tables"].startswith("11 tables: role_skills, ")
    assert said["3", "columns"] == "15 columns added to org_roles"
    assert said["3", "indexes"].startswith("3 indexes added to org_roles")
    assert said["4", "renamed"].startswith("2 array columns renamed")


CHANGES = {
    "an index dropped": ("DROP INDEX skills_category_idx", {"indexes", "definitions"}),
    "an index added": ("CREATE INDEX mine ON skills (description)", {"indexes", "definitions"}),
    "an index that is not valid": (
        "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'skills_category_idx'::regclass",
        {"indexes"},
    ),
    "another index of the same name": (
        "DROP INDEX skills_category_idx; CREATE INDEX skills_category_idx ON skills (name)",
        {"definitions"},
    ),
    "a policy widened": (
        'ALTER POLICY {policy} ON skills USING (true)',
        {"definitions"},
    ),
    "a policy for another role": ("ALTER POLICY {policy} ON skills TO anon", {"policies"}),
    "a policy for one role more": ("ALTER POLICY {policy} ON skills TO authenticated, anon", {"policies"}),
    "a policy too many": ("CREATE POLICY wide ON skills USING (true)", {"policies", "definitions"}),
    "a policy dropped": ("DROP POLICY {policy} ON skills", {"policies", "definitions"}),
    "a policy of an existing table changed": ("ALTER TABLE role_skills NO FORCE ROW LEVEL SECURITY", {"row_security"}),
    "row security off": ("ALTER TABLE skills DISABLE ROW LEVEL SECURITY", {"row_security"}),
    "a grant too many": ("GRANT TRUNCATE ON skills TO anon", {"privileges"}),
    "a grant of a column too many": ("GRANT SELECT (role_id) ON role_skills TO anon", {"privileges"}),
    "a grant to everybody": ("GRANT SELECT ON skills TO PUBLIC", {"privileges"}),
    "a grant too few": ("REVOKE DELETE ON skills FROM service_role", {"privileges"}),
    "a function for everybody": (
        "GRANT EXECUTE ON FUNCTION therapeutic_areas_visible_id TO PUBLIC",
        {"privileges"},
    ),
    "a grant on the bookkeeping": (f"GRANT USAGE ON SCHEMA {BOOKKEEPING} TO authenticated", {"bookkeeping"}),
    "a trigger disabled": ("ALTER TABLE skills DISABLE TRIGGER update_skills_updated_at", {"triggers"}),
    "a trigger of a foreign key disabled": ("ALTER TABLE role_kpis DISABLE TRIGGER ALL", {"triggers"}),
    "a trigger dropped": ("DROP TRIGGER update_skills_updated_at ON skills", {"triggers", "definitions"}),
    "a default changed": ("ALTER TABLE skills ALTER is_pharma_specific SET DEFAULT true", {"definitions"}),
    "a default dropped": (
        "ALTER TABLE org_roles ALTER gxp_critical DROP DEFAULT",
        {"columns", "definitions"},
    ),
    "a column that may be null": ("ALTER TABLE skills ALTER name DROP NOT NULL", {"columns"}),
    "a column of another type": ("ALTER TABLE role_skills ALTER importance_rank TYPE bigint", {"columns"}),
    "a column dropped": ("ALTER TABLE kpis DROP COLUMN unit_of_measure", {"columns"}),
    "a column added": ("ALTER TABLE kpis ADD COLUMN mine integer", {"columns"}),
    "a constraint not validated": (
        "ALTER TABLE role_skills DROP CONSTRAINT role_skills_role_id_fkey; ALTER TABLE role_skills ADD CONSTRAINT "
        "role_skills_role_id_fkey FOREIGN KEY (role_id) REFERENCES org_roles (id) ON DELETE CASCADE NOT VALID",
        {"constraints", "definitions"},
    ),
    "a foreign key that does something else": (
        "ALTER TABLE role_skills DROP CONSTRAINT role_skills_role_id_fkey; ALTER TABLE role_skills ADD CONSTRAINT "
        "role_skills_role_id_fkey FOREIGN KEY (role_id) REFERENCES org_roles (id) ON DELETE RESTRICT",
        {"definitions"},
    ),
    "a check widened": (
        "ALTER TABLE org_roles DROP CONSTRAINT org_roles_role_type_check; "
        "ALTER TABLE org_roles ADD CONSTRAINT org_roles_role_type_check CHECK (true)",
        {"definitions"},
    ),
    "a function changed": (
        "ALTER FUNCTION therapeutic_areas_visible_id SECURITY INVOKER",
        {"definitions"},
    ),
    "a row of a junction orphaned": (
        "SET LOCAL session_replication_role = replica; "
        "DELETE FROM org_roles WHERE id = (SELECT role_id FROM role_skills ORDER BY 1 LIMIT 1)",
        {"references"},
    ),
    "a name of an array lost": (
        "DELETE FROM role_skills WHERE id = (SELECT id FROM role_skills ORDER BY role_id, skill_id LIMIT 1)",
        {"moved_1"},
    ),
    "an array column gone": (
        "ALTER TABLE org_roles RENAME COLUMN required_skills_deprecated TO gone",
        {"renamed", "moved_1"},
    ),
    "a row twice": (
        "ALTER TABLE role_skills DROP CONSTRAINT {pair}; INSERT INTO role_skills (role_id, skill_id) "
        "SELECT role_id, skill_id FROM role_skills LIMIT 1",
        {"constraints", "indexes", "definitions", "duplicates"},
    ),
    "a seed row deleted": (
        "DELETE FROM stakeholder_types WHERE id = (SELECT id FROM stakeholder_types ORDER BY name LIMIT 1)",
        {"seeded_10"},
    ),
    "a search that finds nothing": (
        "ALTER TABLE kpis DROP COLUMN search_vector; ALTER TABLE kpis ADD COLUMN search_vector tsvector",
        {"columns", "indexes", "definitions", "searched_4"},
    ),
    "a table gone": ("DROP TABLE role_kpis", {
        "tables", "columns", "constraints", "indexes", "row_security", "policies", "privileges", "definitions",
        "references", "duplicates",
    }),
    "another build": (f"UPDATE {BOOKKEEPING}.phases SET build = 'x' WHERE number = 3", {"applied"}),
}  # fmt: skip
"""What somebody does to a migrated database, and the checks that must fail then, no others."""


@pytest.fixture(scope="module")
def migrated(deployment: Deployment) -> Iterator[psycopg.Connection[Any]]:
    """A session in a migrated database that the tests leave as it is."""
    with deployment.database(5) as database, database.connect() as connection:
        yield connection


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_found(migrated: psycopg.Connection[Any], change: str) -> None:
    """The change is made in a transaction, in which the checks look and which they roll back at their end."""
    statements, expected = CHANGES[change]
    names = migrated.execute(
        "SELECT (SELECT quote_ident(min(polname::text)) FROM pg_policy WHERE polrelid = 'skills'::regclass "
        "AND polcmd = 'r'), (SELECT quote_ident(conname) FROM pg_constraint WHERE conrelid = 'role_skills'::regclass "
        "AND contype = 'u')"
    ).fetchone()
    assert names is not None
    try:
        # The level that the checks ask for: another one could not be set any more.
        migrated.execute("BEGIN ISOLATION LEVEL REPEATABLE READ; SET LOCAL allow_system_table_mods = on")
        migrated.execute(statements.replace("{policy}", names[0]).replace("{pair}", names[1]).encode())
        found = run_checks(migrated, FILES, 3, lambda result: None)
    finally:
        migrated.execute("ROLLBACK")
    assert {result.check.name for result in found if result.outcome != "pass"} == expected


@pytest.mark.parametrize("change", ["an index dropped", "a policy widened", "a name of an array lost"])
def test_the_command_finds_it(done: Database, change: str) -> None:
    statements, expected = CHANGES[change]
    policy = done.value("SELECT min(polname::text) FROM pg_policy WHERE polrelid = 'skills'::regclass AND polcmd = 'r'")
    done.execute(statements.replace("{policy}", policy))
    result = check(done)
    assert result.exit_code == 1
    assert failing(done) == expected


def test_the_rows_that_are_wrong_are_shown_and_counted(done: Database) -> None:
    done.execute("DELETE FROM stakeholder_types")
    (found,) = [f for f in outcomes(done, "--phase", "5", "--limit", "3") if f["outcome"] == "fail"]
    assert found["check"] == "seeded_10"
    assert found["count"] >= 25
    assert len(found["rows"]) == 3
    assert found["rows"][0]["found"] == "(missing)"
    text = check(done, "--phase", "5", "--limit", "3").stdout
    assert f"and {found['count'] - 3} more" in text


def test_the_owner_is_told_what_he_does_not_see(done: Database) -> None:
    """FORCE hides rows from the owner: nothing may pass because nothing was seen."""
    result = check(done, user=OWNER)
    assert result.exit_code == 2
    found = outcomes(done, user=OWNER)
    stopped = {f["check"] for f in found if f["outcome"] == "not run"}
    assert {"references", "duplicates", "moved_1", "seeded_1"} <= stopped
    assert all("row-level security" in f["problem"] for f in found if f["outcome"] == "not run")
    assert {f["outcome"] for f in found} == {"pass", "not run"}


def test_before_the_first_phase(deployment: Deployment) -> None:
    with deployment.database(0) as database:
        figures = {f["check"]: f["rows"] for f in outcomes(database) if f["outcome"] == "figure"}
        sizes = {row["sizes"]: row["rows"] for row in figures["sizes"]}
        assert sizes["public.org_roles"] == str(database.value("SELECT count(*) FROM org_roles"))
        arrays = {row["arrays"]: row for row in figures["arrays"]}
        database.execute("DROP FUNCTION update_updated_at_column CASCADE; CREATE TABLE skills (id integer)")
        assert failing(database) == {"functions", "in_the_way"}
    with deployment.database(4) as database:
        for table, row in (("role_skills", "skills"), ("role_certifications", "certifications")):
            links = arrays[f"public.org_roles.required_{row}"]["links_expected"]
            assert links == str(database.value(f"SELECT count(*) FROM {table}"))
        assert "in_the_way" in failing(database, "--phase", "0")


def test_nothing_is_changed(done: Database) -> None:
    before = done.dump(), done.contents()
    check(done)
    assert (done.dump(), done.contents()) == before


def test_psql_runs_the_files(done: Database) -> None:
    for phase, stem in STEMS.items():
        text = (ROOT / "out" / "checks" / f"{stem}.check.sql").read_text(encoding="utf-8")
        result = done.run_text(text, user="postgres")
        assert not result.errors, (phase, result.errors)
        assert not result.left_transaction_open
        assert [answer for answer in result.results if answer.rows] == []


@pytest.mark.parametrize("arguments", [("--phase", "6"), ("--phase", "-1"), ("--out", "nowhere"), ("--limit", "0")])
def test_wrong_calls(done: Database, arguments: tuple[str, ...]) -> None:
    result = check(done, *arguments)
    assert result.exit_code == 2
    assert "Traceback" not in result.output


def test_files_that_hold_something_else_are_not_run(done: Database, tmp_path: Path) -> None:
    folder = tmp_path / "checks"
    folder.mkdir()
    for stem in STEMS.values():
        (folder / f"{stem}.check.sql").write_text("BEGIN; SELECT 1; ROLLBACK;")
    result = check(done, "--out", str(tmp_path))
    assert result.exit_code == 2
    assert "check.sql:1: this is no check" in result.output


def test_no_check_can_write(done: Database, tmp_path: Path) -> None:
    folder = tmp_path / "checks"
    folder.mkdir()
    text = "-- check harm: tries to write\nSELECT nextval('s') AS harm, '' AS expected, '' AS found;"
    (folder / f"{STEMS[1]}.check.sql").write_text(text)
    done.execute("CREATE SEQUENCE s")
    result = check(done, "--out", str(tmp_path), "--phase", "1")
    assert result.exit_code == 2
    assert "read-only" in result.output


def test_status(done: Database) -> None:
    result = run("status", "--database-url", done.conninfo("postgres"))
    assert result.exit_code == 0, result.output
    assert result.stdout.count("that of out/") == 5
    assert result.stdout.count(f"by {OWNER}") == 5
    assert "no archives" in result.stdout
    done.execute(
        f"CREATE SCHEMA {BOOKKEEPING}_archive_2; CREATE TABLE {BOOKKEEPING}_archive_2.skills AS SELECT 1 AS id;"
        f"CREATE SCHEMA {BOOKKEEPING}_archive_10; CREATE SCHEMA {BOOKKEEPING}_archive_old;"
        f"UPDATE {BOOKKEEPING}.phases SET build = 'x' WHERE number = 3;"
        f"DELETE FROM {BOOKKEEPING}.phases WHERE number = 5"
    )
    result = run("status", "--database-url", done.conninfo("postgres"), "--format", "json")
    assert result.exit_code == 1
    facts = json.loads(result.stdout)
    assert [(p["number"], p["state"], p["build_of_out"]) for p in facts["phases"]] == [
        (1, "applied", True),
        (2, "applied", True),
        (3, "applied", False),
        (4, "applied", True),
        (5, "not applied", None),
    ]
    assert [(a["schema"], a["rows"]) for a in facts["archives"]] == [
        (f"{BOOKKEEPING}_archive_2", 1),
        (f"{BOOKKEEPING}_archive_10", 0),
    ]


def test_status_of_an_untouched_database(deployment: Deployment) -> None:
    with deployment.database(0) as database:
        result = run("status", "--database-url", database.conninfo("postgres"))
        assert result.exit_code == 0
        assert result.stdout.count("not applied") == 5


def test_a_database_that_does_not_answer() -> None:
    for command in ("check", "status"):
        result = run(command, "--database-url", "postgresql://127.0.0.1:1/nowhere")
        assert result.exit_code == 2
        assert "no connection" in result.output
