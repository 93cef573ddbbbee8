"""What people made since is theirs: a rollback that would lose it stops and names it, or leaves it and says so."""

from __future__ import annotations

import pytest

from acceptance.deployment import Database, Deployment
from acceptance.facts import JUNCTION_TABLES, LINKS, NEW_COLUMNS, REFERENCE_TABLES, TENANT_A
from acceptance.unchanged import state

ROLE = "(SELECT id FROM org_roles WHERE unique_id = 'A-TWICE')"
OTHER_ROLE = "(SELECT id FROM org_roles WHERE unique_id = 'A-NULL')"


def refuses(database: Database, phase: int, *names: str) -> None:
    """The rollback changes nothing and its first error names what people would lose."""
    was = state(database)
    for stop_on_error in (True, False):
        result = database.run(phase, back=True, stop_on_error=stop_on_error)
        assert result.errors, f"the rollback of phase {phase} went through"
        for name in names:
            assert name in f"{result.errors[0].text}\n{result.errors[0].detail}"
        assert state(database) == was


@pytest.mark.parametrize("table", REFERENCE_TABLES)
def test_rows_in_reference_tables(deployment: Deployment, table: str) -> None:
    with deployment.database(1) as database:
        database.execute(f"INSERT INTO {table} (name, tenant_id) VALUES ('theirs', '{TENANT_A}')")
        refuses(database, 1, f"public.{table}", "1 ")
        database.execute(f"DELETE FROM {table}")
        database.undo(1)


@pytest.mark.parametrize("table", JUNCTION_TABLES)
def test_rows_in_junction_tables(deployment: Deployment, table: str) -> None:
    first, second, target = LINKS[table]
    with deployment.database(2) as database:
        if target == "org_roles":
            values = f"{ROLE}, {OTHER_ROLE}"
        else:
            database.execute(f"INSERT INTO {target} (name) VALUES ('theirs')")
            values = f"{ROLE}, (SELECT id FROM {target})"
        database.execute(f"INSERT INTO {table} ({first}, {second}) VALUES ({values})")
        refuses(database, 2, f"public.{table}", "1 ")


@pytest.mark.parametrize("column", NEW_COLUMNS)
def test_values_in_new_columns(deployment: Deployment, column: str) -> None:
    theirs = {"role_type": "'Clinical'", "salary_currency": "'EUR'", "metadata": "'{\"a\": 1}'"}
    kind = NEW_COLUMNS[column][0]
    value = theirs.get(column) or {"boolean": "true", "integer": "5"}.get(kind, "'theirs'")
    with deployment.database(3) as database:
        for changed in (value, *(["NULL"] if NEW_COLUMNS[column][2] else [])):
            database.execute(f"UPDATE org_roles SET {column} = {changed} WHERE unique_id = 'A-NULL'")
            refuses(database, 3, column, "1 ")
        database.execute(f"UPDATE org_roles SET {column} = DEFAULT")
        database.undo(3)


@pytest.mark.parametrize(
    "theirs",
    [
        f"INSERT INTO role_skills (role_id, skill_id) SELECT {OTHER_ROLE}, id FROM skills LIMIT 1",
        f"UPDATE role_skills SET required_proficiency = 'Expert' WHERE role_id = {ROLE}",
        f"UPDATE role_skills SET is_required = false WHERE role_id = {ROLE}",
        "INSERT INTO role_certifications (role_id, certification_id) "
        f"SELECT {OTHER_ROLE}, id FROM certifications LIMIT 1",
        "UPDATE role_certifications SET priority = 3",
    ],
)
def test_links_made_or_changed_after_the_move(deployment: Deployment, theirs: str) -> None:
    table = "role_skills" if "role_skills" in theirs else "role_certifications"
    with deployment.database(4) as database:
        database.execute(theirs)
        refuses(database, 4, table)


def test_links_that_were_there_before_the_move_stay(deployment: Deployment) -> None:
    with deployment.database(3) as database:
        database.execute(
            f"INSERT INTO skills (name, tenant_id) VALUES ('GCP', NULL), ('Theirs', '{TENANT_A}');"
            f"INSERT INTO role_skills (role_id, skill_id, required_proficiency, importance_rank) "
            f"SELECT {ROLE}, id, 'Basic', 7 FROM skills"
        )
        theirs = "SELECT s::text FROM role_skills AS s WHERE importance_rank = 7 ORDER BY 1"
        before, contents = database.rows(theirs), database.contents()
        assert len(before) == 2
        database.apply(4)
        assert database.rows(theirs) == before
        database.undo(4)
        assert database.contents() == contents


def test_a_new_name_that_people_changed_or_use_is_not_lost(deployment: Deployment) -> None:
    with deployment.database(4) as database:
        database.execute("UPDATE skills SET category = 'theirs' WHERE name = 'Vendor oversight'")
        result = database.run(4, back=True)
        said = "\n".join(message.text for message in (*result.errors, *result.notices))
        assert "Vendor oversight" in said
        assert database.rows("SELECT category FROM skills WHERE name = 'Vendor oversight'") == [("theirs",)]


def test_seed_rows_that_people_changed_or_use_stay(deployment: Deployment) -> None:
    with deployment.database(5) as database:
        database.execute(
            "UPDATE kpis SET target_value = 42 WHERE id = (SELECT id FROM kpis ORDER BY name LIMIT 1);"
            f"INSERT INTO role_systems (role_id, system_id) SELECT {ROLE}, id FROM systems ORDER BY name LIMIT 1;"
            f"INSERT INTO systems (name, tenant_id) VALUES ('Theirs', '{TENANT_A}')"
        )
        changed = database.rows("SELECT name, target_value FROM kpis WHERE target_value = 42")
        used = database.rows("SELECT name FROM systems JOIN role_systems ON system_id = systems.id")
        result = database.run(5, back=True)
        assert not result.errors
        assert database.rows("SELECT name, target_value FROM kpis") == changed
        assert sorted(database.rows("SELECT name FROM systems")) == sorted([*used, ("Theirs",)])
        notices = "\n".join(notice.text for notice in result.notices)
        for ((name, *_),) in (changed, used):
            assert name in notices
        database.undo(4, 3)
        refuses(database, 2, "public.role_systems")
        database.execute("DELETE FROM role_systems")
        database.undo(2)
        refuses(database, 1, "public.kpis", "public.systems")


def test_the_seed_never_changes_a_row_that_people_made(deployment: Deployment) -> None:
    with deployment.database(4) as database:
        database.execute(
            f"""
            INSERT INTO systems (name, vendor) VALUES ('Veeva Vault eTMF', 'Theirs');
            INSERT INTO competencies (name, tenant_id) VALUES ('Scientific Judgement', '{TENANT_A}');
            """
        )
        theirs = database.rows("SELECT s::text FROM systems AS s UNION ALL SELECT c::text FROM competencies AS c")
        database.apply(5)
        everything = database.rows("SELECT s::text FROM systems AS s UNION ALL SELECT c::text FROM competencies AS c")
        assert set(theirs) < set(everything)
        database.undo(5)
        assert (
            database.rows("SELECT s::text FROM systems AS s UNION ALL SELECT c::text FROM competencies AS c") == theirs
        )


def test_the_seed_completes_a_bare_row_of_the_move_and_puts_it_back(deployment: Deployment) -> None:
    """Without regard to case, as the move matched; a row that people made is not touched and said."""
    names = "('clinical trial design', 'first-in-human study design', 'adaptive trial methodology')"
    with deployment.database(3) as database:
        database.execute(
            "UPDATE org_roles SET required_skills = ARRAY['Clinical Trial Design', 'first-in-human study design'] "
            "WHERE unique_id = 'S-SHARED'"
        )
        database.apply(4)
        database.execute("INSERT INTO skills (name) VALUES ('adaptive TRIAL methodology')")
        whole = f"SELECT s::text FROM skills AS s WHERE lower(name) IN {names}"
        before = sorted(database.rows(whole))
        assert len(before) == 3
        result = database.run(5)
        assert not result.errors
        assert set(database.rows(f"SELECT name, category FROM skills WHERE lower(name) IN {names}")) == {
            ("Clinical Trial Design", "Clinical Development"),
            ("First-in-Human Study Design", "Clinical Development"),
            ("Adaptive Trial Methodology", "Clinical Development"),
            ("adaptive TRIAL methodology", None),
        }
        assert "'adaptive TRIAL methodology'" in "\n".join(notice.text for notice in result.notices)
        database.undo(5)
        assert sorted(database.rows(whole)) == before
        database.execute("DELETE FROM skills WHERE name = 'adaptive TRIAL methodology'")
        database.undo(4, 3, 2, 1)
