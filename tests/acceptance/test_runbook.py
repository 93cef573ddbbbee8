"""The runbook of the first input: each of its queries gives the answer that stands below it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from acceptance.checklist import counterparts, words
from acceptance.deployment import Database, Deployment
from acceptance.facts import LINKS, NEW_COLUMNS, OWNER, REFERENCE_TABLES, SEED_AT_LEAST, STEMS
from acceptance.runbook_page import Item, items

ROOT = Path(__file__).parents[2]
RUNBOOK = (ROOT / "out" / "docs" / "runbook.md").read_text(encoding="utf-8")
ITEMS = items(RUNBOOK)
PHASES = (1, 2, 3, 4, 5)


def under(*parts: str) -> list[Item]:
    found = [item for item in ITEMS if item.query is not None and all(part in item.section for part in parts)]
    assert found, parts
    return found


def answer(database: Database, item: Item) -> list[tuple[str, ...]]:
    """The rows of all results of an item's block, as psql shows them; trial rows go in as the owner of the table."""
    query = item.query or ""
    result = database.run_text(query, user=OWNER if "INSERT" in query else "postgres")
    assert not result.errors, (item.line, result.errors)
    assert not result.left_transaction_open, item.line
    rows = [row for each in result.results for row in each.rows]
    return [tuple("" if cell is None else str(cell) for cell in row) for row in rows]


def compare(database: Database, found: list[Item]) -> None:
    for item in found:
        assert (item.expected is None) == item.noted, f"runbook.md:{item.line} {item.title}"
        rows = answer(database, item)
        if item.expected is not None:
            assert sorted(rows) == sorted(item.expected), f"runbook.md:{item.line} {item.title}"


def test_the_page_is_understood() -> None:
    assert len(ITEMS) > 150
    assert len([item for item in ITEMS if item.query]) == RUNBOOK.count("```sql")
    assert all(item.expected is not None or item.noted for item in ITEMS if item.query)


def test_before(deployment: Deployment) -> None:
    with deployment.database(0) as database:
        compare(database, under("Before"))


@pytest.mark.parametrize("phase", PHASES)
def test_queries_of_a_phase(deployment: Deployment, phase: int) -> None:
    with deployment.database(phase) as database:
        compare(database, under(f"Phase {phase}: verify"))


@pytest.mark.parametrize("phase", PHASES)
def test_queries_after_a_rollback(deployment: Deployment, phase: int) -> None:
    with deployment.database(phase) as database:
        database.undo(phase)
        compare(database, under(f"Phase {phase}: rollback"))


@pytest.mark.parametrize("phase", PHASES)
def test_an_answer_differs_where_the_phase_was_not_run(deployment: Deployment, phase: int) -> None:
    """Queries whose answer is the same without the phase would prove nothing."""
    with deployment.database(phase - 1) as database:
        for item in under(f"Phase {phase}: verify"):
            if not item.expected or "orphans" in (item.query or ""):
                continue
            result = database.run_text(item.query or "")
            rows = [tuple(map(str, row)) for each in result.results for row in each.rows]
            same = not result.errors and sorted(rows) == sorted(item.expected)
            assert not same or item.title == "Foreign keys have an index", f"runbook.md:{item.line} {item.title}"


def test_the_snapshot_before_the_move(deployment: Deployment) -> None:
    with deployment.database(3) as database:
        compare(database, under("Phase 4: snapshot"))


def test_afterwards(deployment: Deployment) -> None:
    with deployment.database(5) as database:
        compare(database, under("Afterwards"))


def test_links_are_as_many_as_the_snapshot_says(deployment: Deployment) -> None:
    with deployment.database(0) as database:
        (arrays,) = [item for item in under("Before") if item.title == "What the moves will find"]
        expected = {row[0].rsplit("_", 1)[-1]: row[3] for row in answer(database, arrays)}
    with deployment.database(4) as database:
        for name, links in expected.items():
            (item,) = [item for item in under("Phase 4: verify") if item.title == f"Links of role_{name}"]
            assert answer(database, item) == [(links, links)]
            assert int(links) > 0


def test_the_isolation_query_sees_a_hole(deployment: Deployment) -> None:
    with deployment.database(5) as database:
        database.execute("CREATE POLICY hole ON skills FOR SELECT TO authenticated USING (true)")
        database.execute(
            "INSERT INTO tenants (id, name) VALUES ('dddddddd-0000-4000-8000-000000000000', 'd');"
            "INSERT INTO skills (name, tenant_id) VALUES ('x', 'dddddddd-0000-4000-8000-000000000000')"
        )
        (item,) = [item for item in under("Security") if item.title.startswith("Without a tenant")]
        assert ("skills", "0") in (item.expected or [])
        assert ("skills", "0") not in answer(database, item)


@pytest.mark.parametrize("phase", PHASES)
def test_commands_name_files_that_are_there(phase: int) -> None:
    section = [item for item in ITEMS if item.section.startswith(f"Phase {phase}:")]
    commands = [text for item in section for language, text in item.blocks if language == "sh" and "psql" in text]
    assert [command.split(" -f ")[1].strip() for command in commands] == [
        f"out/migrations/{STEMS[phase]}.sql",
        f"out/checks/{STEMS[phase]}.check.sql",
        f"out/migrations/{STEMS[phase]}.rollback.sql",
    ]
    assert all(command.startswith('psql -X -v ON_ERROR_STOP=1 -d "$DATABASE" -f ') for command in commands)


def test_every_file_is_there() -> None:
    for path in re.findall(r"out/[\w./]+\.sql", RUNBOOK):
        assert (ROOT / path).is_file(), path
    for target in re.findall(r"\]\(([\w./]+\.md)\)", RUNBOOK):
        assert (ROOT / "out" / "docs" / target).is_file(), target


def test_numbers_are_those_of_the_facts() -> None:
    """Written down by hand in the facts: eleven and eleven tables, 58 indexes, fifteen columns, three indexes."""

    def expected(section: str, title: str) -> list[tuple[str, ...]]:
        (item,) = [item for item in under(section) if item.title == title]
        assert item.expected is not None
        return item.expected

    assert expected("Phase 1: verify", "Tables are there") == [("11",)]
    assert expected("Phase 1: verify", "Indexes are there and valid") == [("58",)]
    assert expected("Phase 1: verify", "Triggers are there and enabled") == [("11", "11")]
    assert expected("Phase 2: verify", "Tables are there") == [("11",)]
    kinds = {kind: number for kind, number, _ in expected("Phase 2: verify", "Constraints are there and validated")}
    # Two links each, and the career path of role_career_paths; one unique pair each.
    assert kinds["foreign key"] == str(2 * len(LINKS) + 1)
    assert kinds["unique"] == "11"
    columns = expected("Phase 3: verify", "New columns of org_roles are there")
    assert [name for name, _, _ in columns] == list(NEW_COLUMNS)
    assert len(expected("Phase 3: verify", "New indexes of org_roles are there and valid")) == 3
    rows = {table.removeprefix("public."): int(n) for table, n in expected("Phase 5: verify", "Seed rows have come in")}
    assert set(rows) == set(REFERENCE_TABLES)
    assert all(rows[table] >= least for table, least in SEED_AT_LEAST.items())


@pytest.mark.parametrize(("section", "item", "place", "title"), counterparts())
def test_every_item_of_the_checklist_has_its_counterpart(section: str, item: str, place: str, title: str) -> None:
    found = [each for each in ITEMS if each.title == title and place in each.section]
    assert found, f"{section}: {item}"


def test_no_item_of_the_checklist_was_left_out() -> None:
    """The checklist has 159 boxes to tick."""
    assert len(counterparts()) == 159


@pytest.mark.parametrize(("said", "wanted"), words())
def test_what_the_checklist_says_besides_is_said(said: str, wanted: str) -> None:
    assert wanted in RUNBOOK.replace("\\_", "_"), said
