"""A database that is not as expected stops a file with its first error, which names what is wrong; nothing changes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest

from acceptance.deployment import Database, Deployment
from acceptance.facts import BOOKKEEPING, OWNER, PHASES, STEMS
from acceptance.specification import build_files
from acceptance.unchanged import state


@dataclass(frozen=True, slots=True)
class Obstacle:
    """What is done, as superuser, to a database that `level` phases were applied to, and what then fails with what.

    `undo` takes back what is not the database's but the server's.
    """

    phase: int
    level: int
    sabotage: str
    names: str
    back: bool = False
    undo: str = ""


def before(phase: int, sabotage: str, names: str) -> Obstacle:
    """In the way of a phase whose predecessors are applied."""
    return Obstacle(phase, phase - 1, sabotage, names)


def without_role(phase: int, role: str) -> Obstacle:
    """A role is the server's, so it comes back afterwards."""
    undo = f"ALTER ROLE hidden RENAME TO {role}"
    return Obstacle(phase, phase - 1, f"ALTER ROLE {role} RENAME TO hidden", rf"\b{role}\b", undo=undo)


MISSING = {
    "role": without_role(1, "authenticated"),
    "role for service": without_role(1, "service_role"),
    "role of phase 2": without_role(2, "service_role"),
    "extension": before(1, 'DROP EXTENSION "uuid-ossp" CASCADE', "uuid-ossp"),
    "function": before(1, "DROP FUNCTION update_updated_at_column() CASCADE", "update_updated_at_column"),
    "right to the function": before(
        1,
        "ALTER FUNCTION update_updated_at_column() OWNER TO somebody_else;"
        "REVOKE ALL ON FUNCTION update_updated_at_column() FROM PUBLIC",
        "update_updated_at_column",
    ),
    "table": before(1, "ALTER TABLE tenants RENAME TO customers", r"\btenants\b"),
    "table that is a view": before(
        1, "ALTER TABLE tenants RENAME TO customers; CREATE VIEW tenants AS SELECT * FROM customers", r"\btenants\b"
    ),
    "column": before(1, "ALTER TABLE tenants RENAME id TO key", r"\bid\b.*\btenants\b"),
    "type of a column": before(
        1, "ALTER TABLE tenants DROP id CASCADE; ALTER TABLE tenants ADD id text UNIQUE", r"\bid\b.*text.*uuid"
    ),
    "key": before(1, "ALTER TABLE tenants DROP CONSTRAINT tenants_pkey CASCADE", r"tenants.*\bid\b"),
    "right to the database": before(1, "REVOKE CREATE ON DATABASE {database} FROM pharma_owner", "CREATE ON DATABASE"),
    "right to the schema": before(1, "REVOKE CREATE ON SCHEMA public FROM pharma_owner, PUBLIC", r"schema public\b"),
    "right to reference": before(1, "ALTER TABLE tenants OWNER TO somebody_else", r"reference.*\btenants\b"),
    "right to the schema of phase 2": before(
        2, "REVOKE CREATE ON SCHEMA public FROM pharma_owner, PUBLIC", r"schema public\b"
    ),
    "table of phase 2": before(2, "ALTER TABLE org_roles RENAME TO roles", r"\borg_roles\b"),
    "table of phase 1": before(2, "DROP TABLE kpis", r"\bkpis\b"),
    "right to reference a role": before(2, "ALTER TABLE org_roles OWNER TO somebody_else", r"\borg_roles\b"),
    "table of phase 3": before(3, "ALTER TABLE org_roles RENAME TO roles", r"\borg_roles\b"),
    "ownership": before(3, "ALTER TABLE org_roles OWNER TO somebody_else", rf"{OWNER}.*own.*\borg_roles\b"),
    "ownership in phase 4": before(4, "ALTER TABLE org_roles OWNER TO somebody_else", rf"{OWNER}.*own.*\borg_roles\b"),
    "array": before(4, "ALTER TABLE org_roles RENAME required_skills TO skills", r"\brequired_skills\b.*missing"),
    "type of the array": before(
        4,
        "DROP VIEW active_roles; ALTER TABLE org_roles ALTER required_skills TYPE varchar(10000)[]",
        r"\brequired_skills\b.*character varying\(10000\)\[\].*text\[\]",
    ),
    "array that is none": before(
        4,
        "ALTER TABLE org_roles ALTER required_certifications TYPE jsonb USING to_jsonb(required_certifications)",
        r"\brequired_certifications\b.*jsonb.*text\[\]",
    ),
    "tenant of the role": before(4, "ALTER TABLE org_roles RENAME tenant_id TO tenant", r"\btenant_id\b.*missing"),
    "junction": before(4, "DROP TABLE role_skills", r"\brole_skills\b"),
    "reference table": before(4, "DROP TABLE certifications CASCADE", r"\bcertifications\b"),
    "constraint of the junction": before(
        4, "ALTER TABLE role_skills DROP CONSTRAINT role_skills_skill_id_fkey", "role_skills_skill_id_fkey"
    ),
    "seeded table": before(5, "DROP TABLE systems CASCADE", r"\bsystems\b"),
    "seeded column": before(5, "ALTER TABLE kpis DROP category CASCADE", r"\bcategory\b"),
    "ownership of a seeded table": before(5, "ALTER TABLE kpis OWNER TO somebody_else", r"\bkpis\b"),
}

THERE_ALREADY = {
    "table": before(1, "CREATE TABLE skills (id int)", r"table.*\bskills\b"),
    "view": before(1, "CREATE VIEW kpis AS SELECT 1 AS one", r"view.*\bkpis\b"),
    "sequence": before(1, "CREATE SEQUENCE systems", r"sequence.*\bsystems\b"),
    "type": before(1, "CREATE TYPE deliverables AS ENUM ('x')", r"type.*\bdeliverables\b"),
    "index": before(1, "CREATE INDEX skills_category_idx ON tenants (name)", r"index.*skills_category_idx"),
    "two": before(1, "CREATE TABLE skills (); CREATE TABLE career_paths ()", r"(?s)career_paths.*\n.*\bskills\b"),
    "schema": before(1, f"CREATE SCHEMA {BOOKKEEPING}", rf"schema.*{BOOKKEEPING}"),
    "junction": before(2, "CREATE TABLE role_kpis (id int)", r"table.*\brole_kpis\b"),
    "unique index": before(2, "CREATE INDEX role_skills_pkey ON tenants (name)", r"index.*role_skills_pkey"),
    "column": before(3, "ALTER TABLE org_roles ADD job_family text", r"column job_family.*org_roles"),
    "column of any type": before(3, "ALTER TABLE org_roles ADD metadata text", r"column metadata.*org_roles"),
    "index of phase 3": before(3, "CREATE INDEX org_roles_role_type_idx ON goals (id)", "org_roles_role_type_idx"),
    "constraint": before(
        3,
        "ALTER TABLE org_roles ADD CONSTRAINT org_roles_travel_requirement_pct_check CHECK (true)",
        "org_roles_travel_requirement_pct_check",
    ),
    "renamed column": before(
        4, "ALTER TABLE org_roles ADD required_skills_deprecated text[]", "column required_skills_deprecated"
    ),
    "FORCE in phase 3": before(3, "ALTER TABLE org_roles FORCE ROW LEVEL SECURITY", "org_roles.*FORCE"),
    "FORCE in phase 4": before(4, "ALTER TABLE org_roles FORCE ROW LEVEL SECURITY", "org_roles.*FORCE"),
}

OTHER_BUILD = f"UPDATE {BOOKKEEPING}.phases SET build = repeat('0', 64) WHERE number = "
ORDER = {
    f"phase {phase} before {phase - 1}": Obstacle(phase, phase - 2, "", rf"phase {phase - 1} \({PHASES[phase - 1]}\)")
    for phase in (2, 3, 4, 5)
}
ORDER |= {f"phase {phase} first": Obstacle(phase, 0, "", r"phase 1 \(reference_tables\)") for phase in (3, 4, 5)}
ORDER |= {
    f"phase {phase} twice": Obstacle(phase, phase, "", rf"phase {phase} \({PHASES[phase]}\).*already")
    for phase in (1, 2, 3, 4)
}
ORDER |= {
    f"phase {phase} before a later one": Obstacle(phase, 5, "", rf"phase {phase} \({PHASES[phase]}\).*already")
    for phase in (1, 2, 3, 4)
}
ORDER |= {
    f"phase {phase} on another build": before(phase, f"{OTHER_BUILD}{phase - 1}", rf"phase {phase - 1} .*another build")
    for phase in (2, 3, 4, 5)
}
ORDER["another build of the seed"] = Obstacle(5, 5, f"{OTHER_BUILD}5", r"phase 5 \(seed_core_data\)")
ORDER |= {
    f"rollback of {phase} twice": Obstacle(phase, phase - 1, "", "not been applied", back=True) for phase in PHASES
}
ORDER |= {
    f"rollback of {phase} too early": Obstacle(
        phase, phase + 1, "", rf"phase {phase + 1} \({PHASES[phase + 1]}\) is still applied", back=True
    )
    for phase in (1, 2, 3, 4)
}
ORDER |= {
    f"rollback of another build of {phase}": Obstacle(phase, phase, f"{OTHER_BUILD}{phase}", "another build", back=True)
    for phase in PHASES
}


@contextmanager
def with_obstacle(deployment: Deployment, obstacle: Obstacle) -> Iterator[Database]:
    with deployment.database(obstacle.level) as database:
        database.execute(obstacle.sabotage.format(database=database.name))
        try:
            yield database
        finally:
            database.execute(obstacle.undo)


def check_obstacle(deployment: Deployment, obstacle: Obstacle) -> None:
    with with_obstacle(deployment, obstacle) as database:
        was = state(database)
        for stop_on_error in (True, False):
            result = database.run(obstacle.phase, back=obstacle.back, stop_on_error=stop_on_error)
            assert result.exit_status == (3 if stop_on_error else 0)
            assert result.errors, "it ran"
            first = f"{result.errors[0].text}\n{result.errors[0].detail}"
            assert re.search(obstacle.names, first), first
            assert [row for answer in result.results for row in answer.rows] == []
            assert state(database) == was


@pytest.mark.parametrize("what", MISSING)
def test_what_is_missing_is_named(deployment: Deployment, what: str) -> None:
    check_obstacle(deployment, MISSING[what])


@pytest.mark.parametrize("what", THERE_ALREADY)
def test_what_is_in_the_way_is_named(deployment: Deployment, what: str) -> None:
    check_obstacle(deployment, THERE_ALREADY[what])


@pytest.mark.parametrize("what", ORDER)
def test_phases_come_in_order_once_and_from_one_build(deployment: Deployment, what: str) -> None:
    check_obstacle(deployment, ORDER[what])


def test_everything_that_is_wrong_is_named_at_once(deployment: Deployment) -> None:
    with deployment.database(0) as database:
        database.execute(
            "ALTER TABLE tenants RENAME TO customers; DROP FUNCTION update_updated_at_column() CASCADE;"
            "CREATE TABLE skills (); CREATE VIEW kpis AS SELECT 1 AS one"
        )
        (error, *_) = database.run(1).errors
        for name in ("tenants", "update_updated_at_column", "skills", "kpis"):
            assert re.search(rf"^- .*\b{name}\b", error.text, re.MULTILINE), error.text


GONE = {
    1: ("DROP TABLE kpis CASCADE; ALTER TABLE skills RENAME TO abilities; DROP INDEX systems_system_type_idx",
        ["table public.kpis is missing", "table public.skills is missing"]),
    3: ("DROP INDEX org_roles_role_type_idx; ALTER TABLE org_roles DROP job_family;"
        "ALTER TABLE org_roles RENAME metadata TO more;"
        "ALTER TABLE org_roles DROP CONSTRAINT org_roles_role_type_check",
        ["column job_family of table public.org_roles is missing",
         "column metadata of table public.org_roles is missing",
         "constraint org_roles_role_type_check of table public.org_roles is missing",
         "index org_roles_role_type_idx of table public.org_roles is missing"]),
    4: ("ALTER TABLE org_roles RENAME required_skills_deprecated TO old;"
        "ALTER TABLE org_roles ADD required_skills text[]; DROP TABLE role_certifications;"
        "ALTER TABLE skills RENAME name TO label",
        ["table public.role_certifications is missing",
         "column name of table public.skills is missing",
         "column required_skills_deprecated of table public.org_roles is missing",
         "column required_skills of table public.org_roles is there again, and the moved array needs its name back: "
         "rename it first"]),
    5: ("ALTER TABLE skills RENAME name TO label; ALTER TABLE kpis RENAME TO figures",
        ["table public.kpis is missing", "column name of table public.skills is missing"]),
}  # fmt: skip
"""By phase: what somebody did to what it had made, and what its rollback must say, all of it and nothing else."""


@pytest.mark.parametrize("phase", GONE)
def test_a_rollback_names_all_that_is_missing(deployment: Deployment, phase: int) -> None:
    sabotage, lines = GONE[phase]
    with deployment.database(phase) as database:
        database.execute(sabotage)
        was = state(database)
        for stop_on_error in (True, False):
            (error, *_) = database.run(phase, back=True, stop_on_error=stop_on_error).errors
            head, *said = error.text.split("\n- ")
            assert head.endswith("cannot start, nothing was changed:")
            assert sorted(said) == sorted(lines)
            assert "as it was; then run the file again" in (error.hint or "")
            assert state(database) == was


def test_another_version_of_the_specification_is_another_build(deployment: Deployment, files: dict[str, str]) -> None:
    other = build_files({"version: 2.0.0": "version: 2.0.1"})
    assert set(other) == set(files)
    with deployment.database(1, files=other) as database:
        ours = Database(database.server, files, database.name)
        for phase, back in ((2, False), (1, True)):
            assert "another build" in ours.run(phase, back=back).errors[0].text
        database.undo(1)


def test_the_next_phase_says_which_one_is_missing(deployment: Deployment) -> None:
    """As people run them without ON_ERROR_STOP: one fails, and all that follow say so."""
    with deployment.database(0) as database:
        database.apply(1)
        database.execute("CREATE TABLE role_kpis ()")
        failed = {phase: database.run(phase, stop_on_error=False).errors[0] for phase in (2, 3, 4, 5)}
        assert "role_kpis" in failed[2].text
        for phase in (3, 4, 5):
            assert f"phase 2 ({PHASES[2]}) has not been applied" in failed[phase].text
            assert f"{STEMS[2]}.sql" in f"{failed[phase].text} {failed[phase].hint}"
        database.execute("DROP TABLE role_kpis")
        database.apply(2, 3, 4, 5)
