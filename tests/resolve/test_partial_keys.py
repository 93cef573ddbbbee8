"""Keys in which nulls are equal for PostgreSQL 14: small specifications in, the partial indexes that keep them out."""

from __future__ import annotations

import pytest

from resolve.small_specs import FULL, HEADER, project_of, run
from schemagen.emit.facts.tables import project_facts
from schemagen.model.constraints import Index, Unique
from schemagen.model.names import QualifiedName
from schemagen.model.project import Project
from schemagen.model.schema import Table
from schemagen.records import replace


def for_14(text: str) -> str:
    return text.replace("postgres: 15", "postgres: 14")


def indexes(table: Table) -> dict[str, tuple[tuple[str | None, ...], str | None]]:
    """The unique indexes by name: the columns, or the expressions, of their keys and their condition."""
    return {
        index.name: (tuple(element.column or element.expression for element in index.elements), index.where)
        for index in table.indexes
        if index.unique
    }


def table(project: Project, name: str) -> Table:
    return project.after.tables[QualifiedName("public", name)]


def books(columns: str, rest: str = "", header: str = HEADER) -> Table:
    text = f"{header}\ntables:\n  books:\n    columns:\n      id: {{type: uuid, primary_key: true}}\n{columns}\n{rest}"
    return table(project_of(for_14(text)), "books")


SKILLS = FULL + "\nreference_tables:\n  skills:\n    unique: [[name]]\n"


def test_per_tenant_with_shared_rows() -> None:
    skills = table(project_of(for_14(SKILLS)), "skills")
    assert skills.uniques == ()
    assert indexes(skills) == {
        "skills_tenant_id_name_key": (("tenant_id", "name"), "tenant_id IS NOT NULL"),
        "skills_name_key": (("name",), "tenant_id IS NULL"),
    }
    assert skills.natural_keys == table(project_of(SKILLS), "skills").uniques


def test_nothing_changes_for_newer_versions() -> None:
    skills = table(project_of(SKILLS), "skills")
    assert skills.uniques == (
        Unique(name="skills_tenant_id_name_key", columns=("tenant_id", "name"), nulls_not_distinct=True),
    )
    assert indexes(skills) == {}


def test_a_partial_index_is_none_for_a_foreign_key() -> None:
    assert "skills_tenant_id_idx" not in {index.name for index in table(project_of(SKILLS), "skills").indexes}
    skills = table(project_of(for_14(SKILLS)), "skills")
    (own,) = [index for index in skills.indexes if index.name == "skills_tenant_id_idx"]
    assert (own.where, own.leading_columns) == (None, ("tenant_id",))


def test_every_subset_of_three_columns() -> None:
    found = books(
        "      a: integer\n      b: {type: integer, nullable: false}\n      c: integer\n      d: integer",
        "    unique: [{columns: [a, b, c, d], nulls_distinct: false, comment: One of each.}]",
    )
    assert indexes(found) == {
        "books_a_b_c_d_key": (("a", "b", "c", "d"), "a IS NOT NULL AND c IS NOT NULL AND d IS NOT NULL"),
        "books_b_c_d_key": (("b", "c", "d"), "a IS NULL AND c IS NOT NULL AND d IS NOT NULL"),
        "books_a_b_d_key": (("a", "b", "d"), "a IS NOT NULL AND c IS NULL AND d IS NOT NULL"),
        "books_a_b_c_key": (("a", "b", "c"), "a IS NOT NULL AND c IS NOT NULL AND d IS NULL"),
        "books_b_d_key": (("b", "d"), "a IS NULL AND c IS NULL AND d IS NOT NULL"),
        "books_b_c_key": (("b", "c"), "a IS NULL AND c IS NOT NULL AND d IS NULL"),
        "books_a_b_key": (("a", "b"), "a IS NOT NULL AND c IS NULL AND d IS NULL"),
        "books_b_key": (("b",), "a IS NULL AND c IS NULL AND d IS NULL"),
    }
    assert {index.comment for index in found.indexes} == {"One of each."}


def test_one_row_of_nulls_alone() -> None:
    found = books('      "Code": {type: text, unique: {nulls_distinct: false}}')
    assert indexes(found) == {
        "books_Code_key": (("Code",), '"Code" IS NOT NULL'),
        "books_Code_key1": (('"Code" IS NULL',), '"Code" IS NULL'),
    }


def test_names_that_are_given_or_taken() -> None:
    found = books(
        "      a: integer\n      b: {type: integer, nullable: false, unique: true}\n      c: integer",
        "    unique:\n      - {columns: [a, b], nulls_distinct: false}\n"
        "      - {columns: [b, c], nulls_distinct: false, name: once}",
    )
    assert [unique.name for unique in found.uniques] == ["books_b_key"]
    assert list(indexes(found)) == ["books_a_b_key", "books_b_key1", "once", "once1"]
    assert [key.columns for key in found.natural_keys] == [("b",), ("a", "b"), ("b", "c")]


@pytest.mark.parametrize("key", ["[b]", "[id, b]"])
def test_columns_that_cannot_be_null_keep_a_constraint(key: str) -> None:
    found = books(
        "      b: {type: integer, nullable: false}", f"    unique: [{{columns: {key}, nulls_distinct: false}}]"
    )
    (unique,) = found.uniques
    assert not unique.nulls_not_distinct
    assert found.indexes == ()


def test_indexes_on_columns_and_expressions() -> None:
    found = books(
        "      a: text\n      b: {type: text, nullable: false}",
        "    indexes:\n"
        "      - {columns: [b, {column: a, descending: true}], unique: true, nulls_distinct: false,"
        " where: b > 'x' OR a = 'y', include: [id]}\n"
        "      - {columns: [b], unique: true, nulls_distinct: false, name: by_b}\n"
        "      - {columns: [{sql: lower(a)}], unique: true, nulls_distinct: false, name: by_a}",
    )
    assert indexes(found) == {
        "books_b_a_idx": (("b", "a"), "(b > 'x' OR a = 'y') AND a IS NOT NULL"),
        "books_b_idx": (("b",), "(b > 'x' OR a = 'y') AND a IS NULL"),
        "by_b": (("b",), None),
        "by_a": (("lower(a)",), "(lower(a)) IS NOT NULL"),
        "by_a1": (("(lower(a)) IS NULL",), "(lower(a)) IS NULL"),
    }
    first, second = found.indexes[:2]
    assert first.elements[1].descending
    assert first.include == second.include == ("id",)
    assert not any(index.nulls_not_distinct for index in found.indexes)


def test_a_new_column_of_an_existing_table() -> None:
    text = FULL + "\nnew_columns:\n  people:\n    visible_to_all_tenants: known\n    columns: {badge: integer}\n"
    text += "    unique: [{columns: [badge, tenant_id], nulls_distinct: false}]\n"
    people = table(project_of(for_14(text)), "people")
    assert list(indexes(people)) == [
        "people_badge_tenant_id_key", "people_tenant_id_key", "people_badge_key", "people_badge_tenant_id_key1"
    ]  # fmt: skip
    before = project_of(for_14(text)).before.tables[people.name]
    assert before.indexes == ()


def test_a_name_that_is_too_long_says_where_it_comes_from() -> None:
    column = "a" * 55
    text = f"{HEADER}\ntables:\n  books:\n    columns: {{{column}: text, b: {{type: text, nullable: false}}}}\n"
    text += f"    unique: [{{columns: [{column}, b], nulls_distinct: false}}]\n"
    project, found = run(for_14(text))
    assert project is None
    (said,) = found
    assert said.code == "name-too-long"
    assert "conventions.names.unique" in said.help and "name:" in said.help


SEEDED = (
    FULL.replace("moves, seed]", "moves]\n    - {name: rows, title: Rows, holds: [seed]}")
    + """
reference_tables:
  skills:
    columns: {area: text}
    unique: [[name, area]]
    seed: skills.yaml
junction_tables:
  people_skills: {links: {person_id: people, skill_id: skills}}
moves:
  - {from: people.tags, to: people_skills}
"""
)
ROWS = {"skills.yaml": "- {name: a}\n- {name: a, area: x}\n"}


def test_seeds_and_moves_find_the_same_key() -> None:
    new, old = project_of(SEEDED, ROWS), project_of(for_14(SEEDED), ROWS)
    assert [replace(seed, origin=new.seeds[0].origin) for seed in old.seeds] == list(new.seeds)
    assert old.seeds[0].key == ("name", "area")
    assert [move.key for move in old.moves] == [move.key for move in new.moves] == [("name", "area")]


def test_seed_rows_that_partial_indexes_would_refuse() -> None:
    # Equal keys whose nulls are equal are the same twice, whichever version keeps them.
    seeded, _, _ = SEEDED.partition("moves:")
    text = seeded.replace("unique: [[name, area]]", "unique: [[name], {columns: [area], per_tenant: false}]")
    rows = {"skills.yaml": "- {name: a, area: null}\n- {name: b, area: null}\n"}
    for version in (text, for_14(text)):
        project, found = run(version, rows)
        assert project is None
        assert [finding.code for finding in found] == ["duplicate-row"]


def test_only_constraints_make_one_to_one() -> None:
    """PostgREST looks for primary keys and unique constraints; partial indexes are nothing to it."""
    text = HEADER + "\ntables:\n  books: {columns: {id: {type: uuid, primary_key: true}}}\n  covers:\n    columns:\n"
    text += "      book_id: {type: uuid, references: books, unique: {nulls_distinct: false}}\n"
    found = []
    for version in (text, for_14(text)):
        (facts,) = [t for t in project_facts(project_of(version)).tables if t.name.name == "covers"]
        found.append(facts.relationships[0].one_to_one)
    assert found == [True, False]


def test_the_index_of_a_key_is_no_index_of_a_lookup() -> None:
    text = HEADER + "\ntables:\n  books: {columns: {id: {type: uuid, primary_key: true}}}\n  covers:\n    columns:\n"
    text += "      book_id: {type: uuid, references: books, unique: {nulls_distinct: false}}\n"
    full = [index for index in table(project_of(for_14(text)), "covers").indexes if index.where is None]
    assert [index.name for index in full] == ["covers_book_id_idx"]
    assert isinstance(full[0], Index)
