"""What people made between forward and rollback is in an archive, row for row, and comes back with a new run."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest

from acceptance.archives import (
    DROPPED,
    LINKS_DELETED,
    LINKS_SINCE,
    MADE_ROWS,
    ORIGINALS,
    VALUES,
    archives,
    columns,
    contents,
    nothing_but_rows,
    restore,
    rows,
    said,
)
from acceptance.deployment import Database, Deployment, must_succeed
from acceptance.facts import BOOKKEEPING, JUNCTION_TABLES, LINKS, NEW_COLUMNS, NEW_TABLES, REFERENCE_TABLES, TENANT_A
from acceptance.specification import build_files
from acceptance.unchanged import state

ROLE = "(SELECT id FROM org_roles WHERE unique_id = 'A-TWICE')"
OTHER_ROLE = "(SELECT id FROM org_roles WHERE unique_id = 'A-NULL')"
FIRST = f"{BOOKKEEPING}_archive_1"
TEXTS = {"role_type": "'Clinical'", "salary_currency": "'EUR'", "metadata": "'{\"a\": 1}'"}
VALUE = {
    column: TEXTS.get(column) or {"boolean": "true", "integer": "5"}.get(kind, "'theirs'")
    for column, (kind, *_) in NEW_COLUMNS.items()
}
"""For each new column a value that is not its default."""


def all_rows(database: Database, *tables: str) -> dict[str, set[str]]:
    """The rows of tables as texts."""
    return {table: {text for (text,) in database.rows(f"SELECT t::text FROM {table} AS t")} for table in tables}


def shape(database: Database) -> str:
    """The dump without archives."""
    parts = database.dump().split("\n--\n-- Name: ")
    return "\n--\n-- Name: ".join(part for part in parts if "_archive_" not in part)


def some_slow(names: Iterable[str]) -> list[Any]:
    """Every sixth of them in each run, the others in long ones: a file does the same for all."""
    return [pytest.param(name, marks=[pytest.mark.slow] if n % 6 else []) for n, name in enumerate(names)]


@pytest.mark.parametrize("table", some_slow(REFERENCE_TABLES))
def test_rows_of_reference_tables(deployment: Deployment, table: str) -> None:
    with deployment.database(0) as database:
        before = shape(database)
        database.apply(1)
        database.execute(f"INSERT INTO {table} (name, tenant_id) VALUES ('theirs', '{TENANT_A}'), ('all', NULL)")
        theirs = all_rows(database, table)
        result = database.run(1, back=True)
        must_succeed(result)
        (kept,) = contents(database)
        assert kept == (FIRST, 1, f"public.{table}", DROPPED, table, 2, 0, False)
        assert [row[:2] for row in rows(database, kept, "name, tenant_id::text")] == [
            ("all", None),
            ("theirs", TENANT_A),
        ]
        assert f"schema {FIRST}: 2 of public.{table}" in said(result)
        assert shape(database) == before
        nothing_but_rows(database)
        # It says so, and leaves it where it is unless asked.
        result = database.run(1)
        assert f"archive {FIRST} keeps what the rollback of this phase set aside: 2 of public.{table}" in said(result)
        assert all_rows(database, table) == {table: set()}
        database.undo(1)
        assert archives(database) == [FIRST]
        assert "2 of 2 rows" in said(restore(database, 1))
        assert all_rows(database, table) == theirs
        assert contents(database) == [(*kept[:6], 2, True)]
        # Once is enough.
        assert "archive" not in said(restore(database, 2))
        database.undo(2, 1)
        assert [kept.archive for kept in contents(database)] == [FIRST, f"{BOOKKEEPING}_archive_2"]


@pytest.mark.parametrize("table", some_slow(JUNCTION_TABLES))
def test_rows_of_junction_tables(deployment: Deployment, table: str) -> None:
    first, second, target = LINKS[table]
    with deployment.database(2) as database:
        if target != "org_roles":
            database.execute(f"INSERT INTO {target} (name) VALUES ('theirs')")
        other = OTHER_ROLE if target == "org_roles" else f"(SELECT id FROM {target})"
        database.execute(f"INSERT INTO {table} ({first}, {second}) VALUES ({ROLE}, {other})")
        theirs = all_rows(database, table, target)
        database.undo(2)
        (kept,) = contents(database)
        assert kept == (FIRST, 2, f"public.{table}", DROPPED, table, 1, 0, False)
        nothing_but_rows(database)
        restore(database, 2)
        assert all_rows(database, table, target) == theirs


@pytest.mark.parametrize("column", some_slow(NEW_COLUMNS))
def test_values_of_new_columns(deployment: Deployment, column: str) -> None:
    with deployment.database(3) as database:
        nulls = NEW_COLUMNS[column][2] is not None
        database.execute(
            f"UPDATE org_roles SET {column} = {VALUE[column]} WHERE unique_id = 'A-NULL';"
            + (f"UPDATE org_roles SET {column} = NULL WHERE unique_id = 'S-SHARED'" if nulls else "")
        )
        theirs = all_rows(database, "org_roles")
        database.undo(3)
        (kept,) = contents(database)
        assert kept == (FIRST, 3, "public.org_roles", VALUES, "org_roles", 2 if nulls else 1, 0, False)
        assert {changed for (changed,) in rows(database, kept, "changed_columns::text")} == {f"{{{column}}}"}
        nothing_but_rows(database)
        restore(database, 3)
        assert all_rows(database, "org_roles") == theirs


def test_nothing_to_keep_makes_no_archive(deployment: Deployment) -> None:
    with deployment.database(5) as database:
        database.undo(5, 4, 3, 2, 1)
        assert archives(database) == []


def test_links_added_changed_and_deleted_since_the_move(deployment: Deployment) -> None:
    """They go, with the rows that they refer to; the arrays come back as they were, all of it with the next move."""
    arrays = "SELECT unique_id, required_skills::text, required_certifications::text FROM org_roles ORDER BY 1"
    with deployment.database(3) as database:
        original = database.rows(arrays)
        before = all_rows(database, "role_skills", "skills", "role_certifications", "certifications")
        database.apply(4)
        database.execute(
            f"""
            UPDATE role_skills SET required_proficiency = 'Expert' WHERE role_id = {ROLE};
            INSERT INTO role_skills (role_id, skill_id)
            SELECT {OTHER_ROLE}, id FROM skills WHERE name = 'Vendor oversight';
            UPDATE skills SET category = 'theirs' WHERE name = 'GCP';
            UPDATE role_certifications SET priority = 3;
            DELETE FROM role_certifications WHERE role_id = {ROLE};
            """
        )
        touched = {
            "role_skills": f"role_id IN ({ROLE}, {OTHER_ROLE})",
            "skills": "name IN ('Vendor oversight', 'GCP')",
            "role_certifications": "true",
        }
        theirs = {
            t: database.rows(f"SELECT t::text FROM {t} AS t WHERE {where} ORDER BY 1") for t, where in touched.items()
        }
        deleted = database.value(
            f"SELECT cardinality(required_certifications_deprecated) FROM org_roles WHERE id = {ROLE}"
        )
        assert deleted >= 1
        result = database.run(4, back=True)
        must_succeed(result)
        assert database.rows(arrays) == original
        assert all_rows(database, *before) == before
        kept = {(k.table, k.kind): k.rows for k in contents(database)}
        assert kept[("public.role_skills", LINKS_SINCE)] == len(theirs["role_skills"])
        assert kept[("public.role_certifications", LINKS_SINCE)] == len(theirs["role_certifications"])
        assert kept[("public.role_certifications", LINKS_DELETED)] >= 1
        assert kept[("public.skills", MADE_ROWS)] >= 2
        nothing_but_rows(database)
        restore(database, 4)
        now = {
            t: database.rows(f"SELECT t::text FROM {t} AS t WHERE {where} ORDER BY 1") for t, where in touched.items()
        }
        assert now == theirs
        assert {kept.done for kept in contents(database)} == {True}
        # And once more the same way.
        database.undo(4)
        assert database.rows(arrays) == original
        assert all_rows(database, *before) == before
        assert len(archives(database)) == 2


def test_a_row_of_the_move_that_others_use_stays(deployment: Deployment) -> None:
    with deployment.database(4) as database:
        database.execute(
            "CREATE TABLE uses (skill uuid REFERENCES skills ON DELETE CASCADE);"
            "ALTER TABLE uses OWNER TO pharma_owner;"
            "INSERT INTO uses SELECT id FROM skills WHERE name = 'Vendor oversight'"
        )
        result = database.run(4, back=True)
        must_succeed(result)
        assert "Vendor oversight (public.uses refers to it)" in said(result)
        assert database.rows("SELECT name FROM skills") == [("Vendor oversight",)]
        assert database.value("SELECT count(*) FROM uses") == 1
        assert archives(database) == []


def test_the_whole_way_down_and_up(deployment: Deployment) -> None:
    """User rows, changed values and new links of the forward run are found after the full rollback, and come back."""
    with deployment.database(5) as database:
        for column, value in VALUE.items():
            database.execute(f"UPDATE org_roles SET {column} = {value} WHERE unique_id IN ('A-NULL', 'S-SHARED')")
        for table in REFERENCE_TABLES:
            database.execute(f"INSERT INTO {table} (name, tenant_id, description) VALUES ('theirs', '{TENANT_A}', 'ü')")
        for table in JUNCTION_TABLES:
            first, second, target = LINKS[table]
            other = OTHER_ROLE if target == "org_roles" else f"(SELECT id FROM {target} WHERE name = 'theirs')"
            database.execute(f"INSERT INTO {table} ({first}, {second}) VALUES ({ROLE}, {other})")
        system = database.value("SELECT min(name) FROM systems WHERE name <> 'theirs'")
        database.execute(
            f"""
            INSERT INTO role_systems (role_id, system_id) SELECT {OTHER_ROLE}, id FROM systems WHERE name = '{system}';
            UPDATE role_skills SET required_proficiency = 'Expert' WHERE role_id = {ROLE};
            UPDATE kpis SET target_value = 42 WHERE id = (SELECT id FROM kpis ORDER BY name LIMIT 1);
            """
        )
        theirs = {table: {f"SELECT t::text FROM {table} AS t WHERE name = 'theirs'"} for table in REFERENCE_TABLES}
        theirs |= {table: {f"SELECT t::text FROM {table} AS t"} for table in JUNCTION_TABLES}
        for moved in ("role_skills", "role_certifications"):
            second, target = LINKS[moved][1:]
            named = f"(SELECT id FROM {target} WHERE name = 'theirs')"
            theirs[moved] = {f"SELECT t::text FROM {moved} AS t WHERE {second} = {named}"}
        theirs["role_skills"].add(f"SELECT t::text FROM role_skills AS t WHERE role_id = {ROLE}")
        theirs["systems"].add(f"SELECT t::text FROM systems AS t WHERE name = '{system}'")
        theirs["kpis"].add("SELECT t::text FROM kpis AS t WHERE target_value = 42")
        theirs["org_roles"] = {"SELECT t::text FROM org_roles AS t"}
        assert theirs.keys() == {*NEW_TABLES, "org_roles"}
        found = {query: sorted(database.rows(query)) for queries in theirs.values() for query in queries}
        assert [query for query, texts in found.items() if not texts] == []
        database.undo(5, 4, 3, 2, 1)
        nothing_but_rows(database)
        assert {kept.phase for kept in contents(database)} == {4, 3, 2, 1}
        counted = {kept.table: kept.rows for kept in contents(database) if kept.kind == DROPPED}
        assert counted["public.systems"] == 2
        assert counted["public.role_systems"] == 2
        assert counted["public.kpis"] == 2
        assert counted["public.career_paths"] == 1
        for phase in (1, 2, 3, 4, 5):
            restore(database, phase)
        assert {query: sorted(database.rows(query)) for query in found} == found
        assert {kept.done for kept in contents(database)} == {True}


def test_conflicts_are_named_and_stay(deployment: Deployment) -> None:
    """What cannot come back stays in the archive, with the reason; the rest comes back."""
    with deployment.database(2) as database:
        database.execute(
            f"INSERT INTO skills (name, tenant_id) VALUES ('theirs', '{TENANT_A}'), ('taken', NULL);"
            f"INSERT INTO role_skills (role_id, skill_id) SELECT {ROLE}, id FROM skills"
        )
        database.undo(2, 1)
        restore(database, 1, FIRST.replace("_1", "_2"))
        taken = database.value("SELECT id FROM skills WHERE name = 'taken'")
        database.execute("DELETE FROM skills WHERE name = 'taken'")
        result = restore(database, 2)
        assert "1 of 2 rows of public.role_skills (rows of a dropped table) are back, 1 stay in the archive" in said(
            result
        )
        assert f"Key (skill_id)=({taken}) is not present" in said(result)
        assert database.value("SELECT count(*) FROM role_skills") == 1
        (kept, *_) = contents(database)
        assert (kept.rows, kept.restored, kept.done) == (2, 1, False)
        assert len(rows(database, kept, "id", "restored_at IS NULL")) == 1


def test_an_archive_that_is_not_there_is_refused(deployment: Deployment) -> None:
    with deployment.database(0) as database:
        was = state(database)
        result = restore(database, 1, "schemagen_pharma_roles_archive_7", succeeds=False)
        assert "names 'schemagen_pharma_roles_archive_7', which is no archive" in result.errors[0].text
        assert state(database) == was


def test_columns_that_people_added_are_kept_too(deployment: Deployment) -> None:
    with deployment.database(1) as database:
        database.execute(
            "CREATE TYPE mood AS ENUM ('good', 'bad'); CREATE DOMAIN short AS varchar(5) CHECK (VALUE <> '');"
            "ALTER TABLE skills ADD note text, ADD moods mood[], ADD short short, ADD number serial;"
            "ALTER TABLE skills OWNER TO pharma_owner;"
            "CREATE INDEX note_of_skills ON skills (note); CREATE STATISTICS of_skills ON name, note FROM skills;"
            "GRANT SELECT (note) ON skills TO PUBLIC;"
            "INSERT INTO skills (name, note, moods, short) VALUES ('theirs', 'x', '{good,bad}', 'y')"
        )
        database.undo(1)
        (kept,) = contents(database)
        assert rows(database, kept, "name, note, moods, short, number") == [("theirs", "x", ["good", "bad"], "y", 1)]
        nothing_but_rows(database)
        result = restore(database, 1)
        assert "the table has no column note, whose values stay in the archive" in said(result)
        assert database.rows("SELECT name FROM skills") == [("theirs",)]
        assert not contents(database)[0].done


@pytest.mark.parametrize(
    ("in_the_way", "names"),
    [
        (
            "CREATE TABLE others (skill uuid REFERENCES skills)",
            "others_skill_fkey on table others refers to table skills",
        ),
        ("CREATE VIEW theirs AS SELECT name FROM skills", "view theirs reads table public.skills"),
        ("CREATE TABLE part () INHERITS (skills)", "table part inherits from table skills"),
        ("CREATE FUNCTION f(skills) RETURNS text LANGUAGE sql AS 'SELECT $1.name'", "function f(skills) uses table"),
        ("CREATE TABLE others (skill skills)", "column skill of table others uses table public.skills"),
    ],
)
def test_what_is_built_on_a_table_stops_the_rollback(deployment: Deployment, in_the_way: str, names: str) -> None:
    with deployment.database(1) as database:
        database.execute(f"INSERT INTO skills (name) VALUES ('theirs'); {in_the_way}")
        was = state(database)
        for stop_on_error in (True, False):
            result = database.run(1, back=True, stop_on_error=stop_on_error)
            assert names in result.errors[0].text
            assert state(database) == was


def test_a_rollback_that_may_make_no_schema_changes_nothing(deployment: Deployment) -> None:
    with deployment.database(1) as database:
        database.execute(f"REVOKE CREATE ON DATABASE {database.name} FROM pharma_owner")
        database.execute("INSERT INTO skills (name) VALUES ('theirs')")
        was = state(database)
        (error, *_) = database.run(1, back=True).errors
        assert f"must be kept in a schema {FIRST}, and role pharma_owner may not create one" in error.text
        assert state(database) == was


def test_nobody_else_may_look_into_an_archive(deployment: Deployment) -> None:
    """Also where default privileges give everything to everybody."""
    with deployment.database(5, granted=True) as database:
        database.execute(
            "INSERT INTO skills (name) VALUES ('theirs'); UPDATE org_roles SET role_type = 'Clinical';"
            f"INSERT INTO role_skills (role_id, skill_id) SELECT {OTHER_ROLE}, id FROM skills WHERE name = 'theirs'"
        )
        database.undo(5, 4, 3, 2, 1)
        assert len(archives(database)) == 3
        nothing_but_rows(database)


@pytest.fixture(scope="module")
def rebuilding() -> dict[str, str]:
    """The files of the same specification, with arrays that are rebuilt from the junction rows."""
    return build_files(
        {
            "to: role_skills": "to: role_skills\n    rollback: rebuilt_arrays",
            "to: role_certifications": "to: role_certifications\n    rollback: rebuilt_arrays",
        }
    )


def test_arrays_are_rebuilt_from_the_junction_where_the_specification_says_so(
    deployment: Deployment, rebuilding: dict[str, str]
) -> None:
    arrays = "SELECT unique_id, required_skills::text, required_certifications::text FROM org_roles ORDER BY 1"
    with deployment.database(3, files=rebuilding) as database:
        original = database.rows(arrays)
        database.apply(4)
        database.execute(
            f"""
            INSERT INTO skills (name, tenant_id, description) VALUES ('Added since', '{TENANT_A}', 'no name');
            INSERT INTO role_skills (role_id, skill_id)
            SELECT {OTHER_ROLE}, id FROM skills WHERE name IN ('Vendor oversight', 'Added since')
            UNION ALL SELECT {OTHER_ROLE}, id FROM skills WHERE description LIKE '%xy' AND length(description) = 10000
            UNION ALL SELECT {ROLE}, id FROM skills WHERE name = 'Added since';
            UPDATE role_skills SET required_proficiency = 'Expert' WHERE role_id = {ROLE};
            DELETE FROM role_skills USING org_roles AS r WHERE role_id = r.id AND unique_id = 'A-CASE'
                AND skill_id IN (SELECT id FROM skills WHERE lower(name) = 'gcp');
            DELETE FROM role_certifications USING org_roles AS r WHERE role_id = r.id AND unique_id = 'A-ODD';
            """
        )
        links = all_rows(database, "role_skills", "role_certifications")
        pairs = (
            "SELECT unique_id, name FROM org_roles AS r "
            "JOIN role_skills ON role_id = r.id JOIN skills AS s ON skill_id = s.id"
        )
        paired = sorted(database.rows(pairs))
        database.undo(4)
        expected = {row[0]: row for row in original}
        long = "x" * 9999 + "y"
        expected["A-NULL"] = ("A-NULL", f'{{"Added since","Vendor oversight",{long}}}', None)
        expected["A-TWICE"] = ("A-TWICE", '{GCP,GCP,"Added since"}', "{RAC,PMP,RAC}")
        expected["A-CASE"] = ("A-CASE", '{"Vendor oversight"}', expected["A-CASE"][2])
        expected["A-ODD"] = ("A-ODD", expected["A-ODD"][1], "{}")
        assert database.rows(arrays) == [expected[row[0]] for row in original]
        kept = {(k.kind, k.table): k for k in contents(database)}
        assert {kind for kind, _ in kept} == {ORIGINALS, LINKS_SINCE, MADE_ROWS}
        nothing_but_rows(database)
        found = {}
        for k in contents(database):
            if k.kind == ORIGINALS:
                column = next(
                    c for c in ("required_skills", "required_certifications") if c in str(columns(database, k))
                )
                found |= {(key, column): text for key, text in rows(database, k, f"id, {column}::text")}
        names = dict(database.rows("SELECT id, unique_id FROM org_roles"))
        place = {"required_skills": 1, "required_certifications": 2}
        assert {(names[key], column) for key, column in found} == {
            ("A-NULL", "required_skills"),
            ("A-TWICE", "required_skills"),
            ("A-CASE", "required_skills"),
            ("A-ODD", "required_certifications"),
        }
        by_name = {row[0]: row for row in original}
        assert all(text == by_name[names[key]][place[column]] for (key, column), text in found.items())
        restore(database, 4)
        assert sorted(database.rows(pairs)) == paired
        theirs = f"SELECT t::text FROM role_skills AS t WHERE role_id IN ({ROLE}, {OTHER_ROLE})"
        assert {text for (text,) in database.rows(theirs)} <= links["role_skills"]
        # With nothing done since, the arrays of before come back byte for byte.
        database.undo(4)
        assert database.rows(arrays) == [expected[row[0]] for row in original]
