"""What people made stays theirs where a rollback has no need to take it away; test_archives.py is about the rest."""

from __future__ import annotations

from acceptance.archives import contents
from acceptance.deployment import Deployment
from acceptance.facts import TENANT_A

ROLE = "(SELECT id FROM org_roles WHERE unique_id = 'A-TWICE')"


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
        database.undo(4, 3, 2, 1)
        kept = {kept.table: kept.rows for kept in contents(database)}
        assert kept == {"public.role_systems": 1, "public.kpis": 1, "public.systems": 2}


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
