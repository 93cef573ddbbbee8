"""Tables are there before: `refuse` stops, `keep` takes exactly these tables, and every rollback leaves them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from acceptance.deployment import Database, Deployment
from acceptance.facts import OWNER
from acceptance.specification import build_files
from acceptance.unchanged import state

KEPT = ("skills", "kpis", "therapeutic_areas", "role_skills")
"""Reference tables that a move and the seed fill, one of them with a function of its own, and a junction of a move."""
ROWS = """
INSERT INTO skills (name) VALUES ('Own 1'), ('Own 2'), ('Own 3');
INSERT INTO kpis (name) VALUES ('Own figure');
INSERT INTO role_skills (role_id, skill_id, importance_rank)
SELECT org_roles.id, skills.id, 7 FROM org_roles CROSS JOIN skills ORDER BY unique_id, skills.name LIMIT 4;
"""
OF_OTHERS = """
CREATE VIEW skills_of_others AS SELECT id, name FROM skills;
CREATE TABLE notes_of_others (skill_id uuid REFERENCES skills (id), link_id uuid REFERENCES role_skills (id));
INSERT INTO notes_of_others SELECT skill_id, id FROM role_skills;
GRANT SELECT ON notes_of_others TO pharma_owner;
"""


@pytest.fixture(scope="module")
def keeping() -> dict[str, str]:
    """The files of the same specification, with `keep` at four tables."""
    return build_files({f"\n  {name}:\n": f"\n  {name}:\n    if_exists: keep\n" for name in KEPT})


@contextmanager
def there_before(deployment: Deployment, files: dict[str, str], *, others: bool = True) -> Iterator[Database]:
    """A database in which somebody has made four of the tables, with rows, and nothing else of the migrations."""
    with deployment.database(2) as database:
        names = "SELECT DISTINCT object FROM schemagen_pharma_roles.definitions WHERE kind = 'constraint'"
        tables = [name for (name,) in database.rows(names) if name not in KEPT]
        assert len(tables) == 18
        database.execute(f"DROP TABLE {', '.join(tables)}; DROP SCHEMA schemagen_pharma_roles CASCADE")
        database.execute(ROWS)
        if others:
            database.execute(OF_OTHERS)
        database.files = files
        yield database


@pytest.mark.slow
def test_refuse_changes_nothing_and_names_them(deployment: Deployment, files: dict[str, str]) -> None:
    with there_before(deployment, files) as database:
        was = state(database)
        text = database.run(1).errors[0].text
        for name in ("table public.skills", "table public.kpis", "index public.skills_category_idx"):
            assert f"{name} is there already" in text
        assert state(database) == was


@pytest.mark.parametrize("prefix", [*(pytest.param(prefix, marks=pytest.mark.slow) for prefix in (1, 2, 3, 4)), 5])
def test_kept_tables_survive_every_prefix(deployment: Deployment, keeping: dict[str, str], prefix: int) -> None:
    """With others' views and keys on them, and with rows of the move and the seed that come and go."""
    with there_before(deployment, keeping) as database:
        dump, rows = database.dump(), database.contents()
        for _ in range(2):
            for phase in range(1, prefix + 1):
                result = database.run(phase)
                assert not result.errors, result.errors[0].text
                said = "\n".join(notice.text for notice in result.notices)
                for name in KEPT:
                    of_phase = 2 if name == "role_skills" else 1
                    kept = f"table public.{name} was there already and is kept" in said
                    assert kept == (phase == of_phase)
                now = database.contents()
                assert all(set(rows[name]) <= set(now[name]) for name in KEPT)
            recorded = database.rows("SELECT table_name, phase FROM schemagen_pharma_roles.kept_tables ORDER BY 2, 1")
            links = [("public.role_skills", 2)] if prefix > 1 else []
            assert recorded == [*((f"public.{name}", 1) for name in ("kpis", "skills", "therapeutic_areas")), *links]
            for phase in range(prefix, 0, -1):
                database.undo(phase)
                assert set(rows["skills"]) <= set(database.contents()["skills"])
            assert database.dump() == dump
            assert database.contents() == rows


def test_rows_that_people_add_meanwhile_stay_in_place(deployment: Deployment, keeping: dict[str, str]) -> None:
    with there_before(deployment, keeping) as database:
        database.apply(1, 2)
        database.execute("INSERT INTO skills (name) VALUES ('Since'); INSERT INTO systems (name) VALUES ('Since')")
        database.undo(2, 1)
        assert database.value("SELECT count(*) FROM skills WHERE name = 'Since'") == 1
        # What the phase had made itself goes into the archive as ever, and of what it kept nothing does.
        kept = database.rows("SELECT table_name FROM schemagen_pharma_roles_archive_1.contents")
        assert kept == [("public.systems",)]


@pytest.mark.slow
def test_tables_that_are_not_there_are_made(deployment: Deployment, keeping: dict[str, str]) -> None:
    with deployment.database(0, files=keeping) as database:
        dump = database.dump()
        database.apply(1, 2, 3, 4, 5)
        assert database.value("SELECT count(*) FROM schemagen_pharma_roles.kept_tables") == 0
        made = database.dump()
        database.undo(5, 4, 3, 2, 1)
        assert database.dump() == dump
    with deployment.database(5) as database:
        # But for the bookkeeping it is what the specification gives without the key.
        ours = [block for block in database.dump().split("\n\n\n") if "schemagen_pharma_roles" not in block]
        theirs = [block for block in made.split("\n\n\n") if "schemagen_pharma_roles" not in block]
        assert [b for b in theirs if "\\connect" not in b and "DATABASE" not in b] == [
            b for b in ours if "\\connect" not in b and "DATABASE" not in b
        ]


SCOPE = "skills_tenant_id_name_key"
DIFFERENCES = {
    "ALTER TABLE skills DROP proficiency_levels": "without column proficiency_levels: text[]",
    "ALTER TABLE skills ADD shared boolean": "with column shared that it should not have: boolean",
    "ALTER TABLE skills ALTER category TYPE varchar(90)": "with column category character varying(90) instead of",
    "ALTER TABLE skills ALTER category SET DEFAULT 'x'": "with DEFAULT of column category that it should not have",
    "ALTER TABLE skills ALTER is_pharma_specific SET DEFAULT true": "with DEFAULT of column is_pharma_specific (true)",
    "ALTER TABLE skills ALTER created_at DROP NOT NULL": "instead of timestamp with time zone NOT NULL",
    'ALTER TABLE skills ALTER skill_type TYPE varchar(50) COLLATE "C"': 'COLLATE pg_catalog."C" instead of',
    "ALTER TABLE skills DROP CONSTRAINT skills_tenant_id_fkey": "without constraint skills_tenant_id_fkey: FOREIGN KEY",
    f"ALTER TABLE skills DROP CONSTRAINT {SCOPE}, ADD CONSTRAINT {SCOPE} UNIQUE (tenant_id, name)":
        f"with constraint {SCOPE} UNIQUE (tenant_id, name) instead of UNIQUE NULLS NOT DISTINCT (tenant_id, name)",
    "ALTER TABLE skills DROP CONSTRAINT skills_skill_type_check": "without constraint skills_skill_type_check: CHECK",
    "ALTER TABLE skills DROP CONSTRAINT skills_pkey CASCADE": "without constraint skills_pkey: PRIMARY KEY (id)",
    "ALTER TABLE skills ADD CONSTRAINT named CHECK (name <> '')": "with constraint named that it should not have",
    "DROP INDEX skills_category_idx": "without index skills_category_idx: CREATE INDEX skills_category_idx ON public.",
    "CREATE UNIQUE INDEX only_one ON skills (name)": "with index only_one that it should not have",
    "CREATE TRIGGER meddles BEFORE INSERT ON skills FOR EACH ROW EXECUTE FUNCTION update_updated_at_column()":
        "with trigger meddles that it should not have",
    "ALTER TABLE skills DISABLE TRIGGER ALL": "with trigger update_skills_updated_at",
    "CREATE RULE hides AS ON DELETE TO skills DO INSTEAD NOTHING": "with rule hides that it should not have",
    "ALTER TABLE skills DISABLE ROW LEVEL SECURITY": "with row level security off",
    "ALTER POLICY skills_authenticated_select ON skills USING (true)": "with policy skills_authenticated_select",
    "ALTER POLICY skills_authenticated_insert ON skills TO anon": "with policy skills_authenticated_insert",
    "CREATE POLICY all_of_it ON skills USING (true)": "with policy all_of_it that it should not have",
    "GRANT SELECT ON skills TO anon": "with privileges of anon that it should not have: select",
    "GRANT UPDATE (name) ON skills TO PUBLIC": "with privileges of PUBLIC on column name that it should not have",
    "GRANT SELECT ON skills TO authenticated WITH GRANT OPTION": "select with grant option",
    "REVOKE INSERT ON skills FROM service_role": "with privileges of service_role",
    f"REVOKE DELETE ON skills FROM {OWNER}": "with privileges of its owner",
    "ALTER TABLE skills OWNER TO somebody_else": f"with its owner somebody_else instead of {OWNER}",
    "COMMENT ON TABLE skills IS 'Something else.'": "with comment Something else. instead of Skills that",
    "CREATE TABLE more_skills () INHERITS (skills)": "with its kind table, parent of public.more_skills instead of",
}  # fmt: skip
"""What is done to a table that is there, and what the file says of it."""
ALWAYS = ("CREATE POLICY all_of_it", "ALTER TABLE skills OWNER", "ALTER TABLE skills DROP CONSTRAINT skills_pkey")
"""By itself in every run: what would leak, and what would break later phases."""


def _refused(database: Database, statements: str) -> str:
    database.execute(statements)
    was = state(database)
    text = "\n".join(error.text for error in database.run(1).errors)
    assert state(database) == was
    assert "cannot start, nothing was changed" in text
    return text


def test_every_difference_is_named_at_once(deployment: Deployment, keeping: dict[str, str]) -> None:
    # The first two change who may do the rest, the others take away what the rest is about.
    apart = ("ALTER TABLE skills OWNER", "CREATE TABLE more_skills", "ALTER TABLE skills DROP CONSTRAINT skills_pkey")
    chosen = {do: say for do, say in DIFFERENCES.items() if not do.startswith(apart)}
    with there_before(deployment, keeping) as database:
        text = _refused(database, "; ".join(chosen) + "; ALTER TABLE kpis DROP COLUMN updated_at CASCADE")
        lines = text.split("\n")
        for said in chosen.values():
            assert any(
                line.startswith("- table public.skills is there already, but ") and said in line for line in lines
            )
        assert any("table public.kpis is there already, but without column updated_at" in line for line in lines)


@pytest.mark.parametrize(
    ("done", "said"),
    [
        pytest.param(done, said, marks=() if done.startswith(ALWAYS) else pytest.mark.slow, id=done[:50])
        for done, said in DIFFERENCES.items()
    ],
)
def test_each_difference_alone_is_refused(
    deployment: Deployment, keeping: dict[str, str], done: str, said: str
) -> None:
    with there_before(deployment, keeping, others=False) as database:
        text = _refused(database, done)
        assert all("table public.skills is there already, but " in line for line in text.split("\n")[1:]), text
        assert said in text


def test_what_is_written_otherwise_and_means_the_same_is_kept(deployment: Deployment, keeping: dict[str, str]) -> None:
    """So are settings of storage, statistics and publications, and columns that were dropped in between."""
    with there_before(deployment, keeping) as database:
        database.execute(
            """
            ALTER TABLE skills ALTER is_pharma_specific SET DEFAULT 'f'::text::boolean, ADD gone integer;
            ALTER TABLE skills DROP gone, SET (fillfactor = 70), ALTER name SET STATISTICS 500;
            CREATE STATISTICS of_both ON category, skill_type FROM skills;
            CREATE PUBLICATION of_skills FOR TABLE skills
            """
        )
        dump = database.dump()
        database.apply(1)
        database.undo(1)
        assert database.dump() == dump


def test_a_table_without_one_that_it_needs_is_refused(deployment: Deployment, keeping: dict[str, str]) -> None:
    with there_before(deployment, keeping, others=False) as database:
        database.execute("DROP TABLE skills CASCADE")
        database.apply(1)
        was = state(database)
        text = database.run(2).errors[0].text
        assert "table public.role_skills is there already, but without constraint role_skills_skill_id_fkey" in text
        assert state(database) == was


def test_a_view_of_that_name_is_in_the_way(deployment: Deployment, keeping: dict[str, str]) -> None:
    with deployment.database(0, files=keeping) as database:
        database.execute("CREATE VIEW skills AS SELECT 1 AS id")
        was = state(database)
        assert "view public.skills is there already" in database.run(1).errors[0].text
        assert state(database) == was


def test_what_belongs_to_a_table_is_in_the_way_without_it(deployment: Deployment, keeping: dict[str, str]) -> None:
    with deployment.database(0, files=keeping) as database:
        database.execute("CREATE TABLE other (a integer); CREATE INDEX skills_category_idx ON other (a)")
        assert "index public.skills_category_idx is there already" in database.run(1).errors[0].text
