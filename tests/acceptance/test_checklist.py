"""The users' execution checklist, phase by phase: each number by its corrected query, over the named tables only."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

import pytest

from acceptance.deployment import Database, Deployment
from acceptance.facts import INDEXES, JUNCTION_TABLES, LINKS, NEW_COLUMNS, REFERENCE_TABLES, SEED_AT_LEAST
from acceptance.specification import ROOT

FIELD_TERMS = ("ICH E6(R3)", "21 CFR Part 11", "GxP", "eTMF", "MedDRA", "RAC", "PMP", "Phase II", "Phase I to IV")
BOOLEANS = [name for name, (kind, _, _) in NEW_COLUMNS.items() if kind == "boolean"]


def listed(names: Sequence[str]) -> str:
    return "(" + ", ".join(f"'{name}'" for name in names) + ")"


REFERENCES, JUNCTIONS = listed(REFERENCE_TABLES), listed(JUNCTION_TABLES)
TABLES = "SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public' AND table_name IN "
COLUMNS = (
    "SELECT count(*) FROM information_schema.columns WHERE table_schema = 'public' AND table_name = 'org_roles' "
    f"AND column_name IN {listed(list(NEW_COLUMNS))}"
)


@pytest.fixture(scope="module")
def done(deployment: Deployment) -> Iterator[Database]:
    """All five phases applied; the tests only look."""
    with deployment.database(5) as database:
        yield database


def indexes_by_table(database: Database, tables: str) -> dict[str, int]:
    where = f"schemaname = 'public' AND tablename IN {tables}"
    return dict(database.rows(f"SELECT tablename, count(*) FROM pg_indexes WHERE {where} GROUP BY 1"))


def test_phase_1_makes_eleven_tables(done: Database) -> None:
    assert done.value(TABLES + REFERENCES) == 11


def test_phase_1_makes_the_indexes_of_the_facts(done: Database) -> None:
    assert indexes_by_table(done, REFERENCES) == {name: len(INDEXES[name]) for name in REFERENCE_TABLES}
    assert sum(len(INDEXES[name]) for name in REFERENCE_TABLES) == 58 >= 30


def test_phase_1_makes_eleven_triggers(done: Database) -> None:
    found = done.rows(
        "SELECT event_object_table, trigger_name, action_timing, event_manipulation, action_statement "
        f"FROM information_schema.triggers WHERE trigger_schema = 'public' AND event_object_table IN {REFERENCES}"
    )
    assert len(found) == 11
    function = "EXECUTE FUNCTION update_updated_at_column()"
    assert set(found) == {(t, f"update_{t}_updated_at", "BEFORE", "UPDATE", function) for t in REFERENCE_TABLES}


def test_phase_1_makes_policies_on_every_table(done: Database) -> None:
    where = f"schemaname = 'public' AND tablename IN {REFERENCES}"
    found = dict(done.rows(f"SELECT tablename, count(*) FROM pg_policies WHERE {where} GROUP BY 1"))
    assert set(found) == set(REFERENCE_TABLES)
    # Four verbs for authenticated and one policy for service_role; whatever helps a policy beside them.
    assert all(number >= 5 for number in found.values())
    assert sum(found.values()) >= 55 >= 11


def test_phase_1_sets_updated_at(deployment: Deployment) -> None:
    with deployment.database(1) as database:
        for table in REFERENCE_TABLES:
            database.execute(f"INSERT INTO {table} (name, updated_at) VALUES ('x', '2000-01-01')")
            database.execute(f"UPDATE {table} SET name = 'y'")
            assert database.value(f"SELECT updated_at > now() - interval '1 hour' FROM {table}") is True


def test_phase_2_makes_eleven_tables(done: Database) -> None:
    assert done.value(TABLES + JUNCTIONS) == 11


def test_phase_2_makes_the_foreign_keys(done: Database) -> None:
    """By the catalog: the checklist joins on names alone, which repeat where two tables share a constraint name."""
    found = done.rows(
        "SELECT conrelid::regclass::text, attname, confrelid::regclass::text, confdeltype::text, convalidated "
        "FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1] "
        f"WHERE contype = 'f' AND cardinality(conkey) = 1 AND conrelid::regclass::text IN {JUNCTIONS}"
    )
    expected = {("role_career_paths", "career_path_id", "career_paths", "n", True)}
    for table, (first, second, target) in LINKS.items():
        expected |= {(table, first, "org_roles", "c", True), (table, second, target, "c", True)}
    assert len(found) == 23 >= 22
    assert set(found) == expected


def test_phase_2_makes_eleven_unique_constraints(done: Database) -> None:
    found = done.rows(
        "SELECT conrelid::regclass::text, (SELECT array_agg(attname::text ORDER BY attname) FROM pg_attribute "
        "WHERE attrelid = conrelid AND attnum = ANY (conkey)) FROM pg_constraint "
        f"WHERE contype = 'u' AND conrelid::regclass::text IN {JUNCTIONS} ORDER BY 1"
    )
    assert found == sorted((table, sorted([first, second])) for table, (first, second, _) in LINKS.items())
    assert len(found) == 11


def test_phase_2_makes_the_indexes_of_the_facts(done: Database) -> None:
    assert indexes_by_table(done, JUNCTIONS) == {name: len(INDEXES[name]) for name in JUNCTION_TABLES}
    assert sum(len(INDEXES[name]) for name in JUNCTION_TABLES) == 43 >= 22


def test_every_foreign_key_has_an_index_that_begins_with_it(done: Database) -> None:
    without = done.rows(
        "SELECT conrelid::regclass::text, conname FROM pg_constraint AS fk WHERE contype = 'f' "
        f"AND conrelid::regclass::text IN {listed(REFERENCE_TABLES + JUNCTION_TABLES)} AND NOT EXISTS "
        "(SELECT FROM pg_index WHERE indrelid = conrelid AND indkey[0] = conkey[1] AND indpred IS NULL AND indisvalid)"
    )
    assert without == []


def test_phase_3_makes_fifteen_columns_in_order(done: Database) -> None:
    assert done.value(COLUMNS) == 15
    found = done.rows(
        "SELECT column_name, data_type, character_maximum_length, is_nullable, column_default "
        "FROM information_schema.columns "
        f"WHERE table_schema = 'public' AND table_name = 'org_roles' AND column_name IN {listed(list(NEW_COLUMNS))} "
        "ORDER BY ordinal_position"
    )
    assert found == [(name, kind, length, "YES", default) for name, (kind, length, default) in NEW_COLUMNS.items()]


def test_phase_3_makes_three_check_constraints_named_after_the_table(deployment: Deployment) -> None:
    query = "SELECT conname FROM pg_constraint WHERE contype = 'c' AND conrelid = 'org_roles'::regclass"
    with deployment.database(2) as before, deployment.database(3) as after:
        new = {name for (name,) in after.rows(query)} - {name for (name,) in before.rows(query)}
        assert len(new) == 3
        for column in ("role_type", "travel_requirement_pct", "succession_planning_priority"):
            assert sum(name.startswith(f"org_roles_{column}") for name in new) == 1


@pytest.mark.parametrize(
    ("column", "good", "bad"),
    [
        ("role_type", ["'Clinical'", "'Leadership'", "NULL"], ["'clinical'", "''"]),
        ("travel_requirement_pct", ["0", "100", "NULL"], ["-1", "101"]),
        ("succession_planning_priority", ["0", "100", "NULL"], ["-1", "101"]),
    ],
)
def test_phase_3_checks_the_new_values(deployment: Deployment, column: str, good: list[str], bad: list[str]) -> None:
    with deployment.database(3) as database:
        for value in good:
            database.execute(f"UPDATE org_roles SET {column} = {value}")
        for value in bad:
            with pytest.raises(Exception, match=f"org_roles_{column}"):
                database.execute(f"UPDATE org_roles SET {column} = {value}")


def test_phase_3_makes_three_indexes(deployment: Deployment) -> None:
    query = (
        "SELECT indexrelid::regclass::text, (SELECT attname::text FROM pg_attribute WHERE attrelid = indrelid AND "
        "attnum = indkey[0]), indnatts FROM pg_index WHERE indrelid = 'org_roles'::regclass"
    )
    with deployment.database(2) as before, deployment.database(3) as after:
        new = set(after.rows(query)) - set(before.rows(query))
        assert sorted((column, width) for _, column, width in new) == [
            ("gxp_critical", 1),
            ("regulatory_oversight", 1),
            ("role_type", 1),
        ]
        assert all(name.startswith("org_roles_") for name, _, _ in new)


def test_phase_3_takes_a_role_with_the_new_columns(deployment: Deployment) -> None:
    with deployment.database(3) as database, database.connect() as connection:
        made: list[tuple[Any, ...]] = connection.execute(
            "INSERT INTO org_roles (unique_id, role_name, role_type, gxp_critical, regulatory_oversight) "
            "VALUES ('TEST-001', 'Test Role', 'Clinical', true, true) "
            "RETURNING id, salary_currency, metadata, patient_facing"
        ).fetchall()
        assert len(made) == 1
        assert made[0][0] is not None
        assert made[0][1:] == ("USD", {}, False)
        assert connection.execute("DELETE FROM org_roles WHERE unique_id = 'TEST-001'").rowcount == 1


def test_phase_3_gives_old_rows_the_defaults(done: Database) -> None:
    wrong = " OR ".join(f"{name} IS DISTINCT FROM false" for name in BOOLEANS)
    wrong += " OR metadata IS DISTINCT FROM '{}' OR salary_currency IS DISTINCT FROM 'USD'"
    assert done.value(f"SELECT count(*) FROM org_roles WHERE {wrong}") == 0


def test_types_have_the_columns_of_the_database_when_all_is_done(done: Database) -> None:
    """Arrays that moved included, which bear another name since."""
    schemas = json.loads((ROOT / "out/types/schema.json").read_text(encoding="utf-8"))["$defs"]
    tables = listed(["org_roles", *REFERENCE_TABLES, *JUNCTION_TABLES])
    query = "SELECT table_name, array_agg(column_name::text ORDER BY ordinal_position) FROM information_schema.columns"
    names = dict(done.rows(f"{query} WHERE table_schema = 'public' AND table_name IN {tables} GROUP BY 1"))
    assert len(names) == 1 + len(REFERENCE_TABLES) + len(JUNCTION_TABLES)
    for table, columns in names.items():
        stem = "".join(word.capitalize() for word in table.split("_"))
        assert list(schemas[f"{stem}Row"]["properties"]) == columns, table
        assert set(schemas[f"{stem}Update"]["properties"]) <= set(columns), table


def test_phase_5_seeds_at_least_what_the_facts_name(done: Database) -> None:
    for table, number in SEED_AT_LEAST.items():
        assert done.value(f"SELECT count(*) FROM {table} WHERE tenant_id IS NULL") >= number, table


def test_phase_5_is_true_to_the_field(done: Database) -> None:
    assert done.value("SELECT count(*) FROM skills WHERE is_pharma_specific") >= 10
    assert done.value("SELECT count(*) FROM training_programs WHERE is_gxp_training") >= 10
    assert done.value("SELECT count(DISTINCT regulatory_body) FROM regulatory_requirements") >= 5
    everything = " UNION ALL ".join(f"SELECT r::text FROM {table} AS r" for table in SEED_AT_LEAST)
    for term in FIELD_TERMS:
        assert done.value(f"SELECT count(*) FROM ({everything}) AS t (text) WHERE strpos(text, '{term}') > 0") > 0, term
    assert done.value("SELECT count(*) FROM therapeutic_areas WHERE cardinality(icd_codes) > 0") >= 20
    # No filler: no two names, and no two descriptions, that differ in their digits alone.
    for table in SEED_AT_LEAST:
        for column in ("name", "description"):
            without_digits = f"regexp_replace({column}, '[0-9]+', '', 'g')"
            seeded = f"FROM {table} WHERE tenant_id IS NULL"
            alike = f"SELECT {without_digits} {seeded} GROUP BY 1 HAVING count(DISTINCT {column}) > 1"
            assert done.rows(alike) == [], table


def test_phase_5_is_found_by_search(done: Database) -> None:
    found = done.rows("SELECT name FROM skills WHERE search_vector @@ to_tsquery('clinical & trial') LIMIT 5")
    assert len(found) == 5


def test_search_uses_the_gin_index(deployment: Deployment) -> None:
    with deployment.database(5) as database, database.connect() as connection:
        connection.execute(
            "INSERT INTO skills (name, description) "
            "SELECT 'skill ' || n, md5(n::text) FROM generate_series(1, 20000) AS n"
        )
        connection.execute("ANALYZE skills")
        query = "SELECT name, description FROM skills WHERE search_vector @@ to_tsquery('clinical & trial')"
        plan = "\n".join(line for (line,) in connection.execute(f"EXPLAIN {query}".encode()).fetchall())
        ((gin,),) = connection.execute(
            "SELECT indexname FROM pg_indexes WHERE tablename = 'skills' AND indexdef LIKE '%USING gin%'"
        ).fetchall()
        assert f"Bitmap Index Scan on {gin}" in plan, plan


@pytest.mark.parametrize("table", REFERENCE_TABLES)
def test_every_reference_table_is_searched_by_an_index(done: Database, table: str) -> None:
    with done.connect() as connection:
        connection.execute("SET enable_seqscan = off")
        query = f"EXPLAIN SELECT name FROM {table} WHERE search_vector @@ to_tsquery('trial')"
        plan = "\n".join(line for (line,) in connection.execute(query.encode()).fetchall())
    assert "Bitmap Index Scan" in plan, plan
    also = {"certifications": "abbreviation", "regulatory_requirements": "regulation_reference"}
    searched = also.get(table, "description")
    done_query = (
        f"SELECT count(*) FROM {table} WHERE {searched} IS NOT NULL AND to_tsvector('english', {searched}) <> '' "
        f"AND NOT search_vector @@ phraseto_tsquery('english', {searched})"
    )
    # Each text that is searched over is found by its own words.
    assert done.value(done_query) == 0


def test_row_level_security_is_on_everywhere(done: Database) -> None:
    names = listed(REFERENCE_TABLES + JUNCTION_TABLES)
    found = done.rows(
        f"SELECT relname FROM pg_class WHERE relname IN {names} AND relnamespace = 'public'::regnamespace "
        "AND relrowsecurity AND relforcerowsecurity"
    )
    assert len(found) == 22


def test_nothing_is_orphaned_and_no_pair_stands_twice(done: Database) -> None:
    for table, (first, second, target) in LINKS.items():
        orphans = (
            f"SELECT count(*) FROM {table} AS j WHERE NOT EXISTS (SELECT FROM org_roles AS r WHERE r.id = j.{first}) "
            f"OR NOT EXISTS (SELECT FROM {target} AS t WHERE t.id = j.{second})"
        )
        assert done.value(orphans) == 0
        assert done.rows(f"SELECT {first}, {second} FROM {table} GROUP BY 1, 2 HAVING count(*) > 1") == []


def check_zero_after_each_rollback(deployment: Deployment) -> None:
    with deployment.database(5) as database:
        seeded = sum(int(database.value(f"SELECT count(*) FROM {table}")) for table in REFERENCE_TABLES)
        assert seeded >= 535
        database.undo(5)
        # What the array move made stays: new names of this baseline's rows; everything else is gone.
        for table in REFERENCE_TABLES:
            if table not in ("skills", "certifications"):
                assert database.value(f"SELECT count(*) FROM {table}") == 0, table
        database.undo(4)
        names = "('required_skills', 'required_certifications')"
        back = "SELECT count(*) FROM information_schema.columns WHERE table_name = 'org_roles' AND column_name IN "
        assert database.value(back + names) == 2
        for table in (*REFERENCE_TABLES, *JUNCTION_TABLES):
            assert database.value(f"SELECT count(*) FROM {table}") == 0, table
        database.undo(3)
        assert database.value(COLUMNS) == 0
        database.undo(2)
        assert database.value(TABLES + JUNCTIONS) == 0
        assert database.value(TABLES + "('role_goals', 'role_challenges', 'role_motivations', 'role_notes')") == 4
        database.undo(1)
        assert database.value(TABLES + REFERENCES) == 0
        assert database.value("SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'schemagen%'") == 0


def test_each_rollback_gives_zero(deployment: Deployment) -> None:
    check_zero_after_each_rollback(deployment)


def test_each_rollback_gives_zero_on_newer_servers(newer: Deployment) -> None:
    check_zero_after_each_rollback(newer)
