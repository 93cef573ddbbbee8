"""The first real input: what it resolves to, counted by hand from the facts about it."""

from __future__ import annotations

from pathlib import Path

import pytest

from schemagen.model.constraints import Check, ForeignKey, Index, OneOf, Range, Unique
from schemagen.model.expressions import Expression, Literal
from schemagen.model.names import QualifiedName
from schemagen.model.project import Project
from schemagen.model.schema import Table
from schemagen.resolve.specification import resolve
from schemagen.spec.load import load

SPEC = Path(__file__).parents[2] / "spec" / "pharma_roles.yaml"


@pytest.fixture(scope="module")
def project() -> Project:
    loaded, found = load("pharma_roles.yaml", lambda path: (SPEC.parent / path).read_bytes())
    assert loaded is not None, found
    resolved, found = resolve(loaded)
    assert resolved is not None, found
    return resolved


def table(project: Project, name: str) -> Table:
    return project.after.tables[QualifiedName("public", name)]


REFERENCE = [
    "skills", "certifications", "competencies", "kpis", "training_programs", "regulatory_requirements", "systems",
    "deliverables", "therapeutic_areas", "stakeholder_types", "career_paths",
]  # fmt: skip


def test_header(project: Project) -> None:
    assert project.bookkeeping == "schemagen_pharma_roles"
    assert (project.lock_timeout_ms, project.statement_timeout_ms) == (5_000, 900_000)
    assert project.search_path == ("public",)
    assert [(phase.number, phase.version, phase.name) for phase in project.phases] == [
        (1, 20251122000001, "reference_tables"),
        (2, 20251122000002, "junction_tables"),
        (3, 20251122000003, "extend_org_roles"),
        (4, 20251122000004, "migrate_array_data"),
        (5, 20251122000005, "seed_core_data"),
    ]


def test_eleven_reference_and_eleven_junction_tables(project: Project) -> None:
    new = list(project.after.managed_tables())
    assert [t.name.name for t in new if t.kind == "reference"] == REFERENCE
    assert len([t for t in new if t.kind == "junction"]) == 11
    assert len(project.before.tables) == 14
    assert len(new) == 22


def test_reference_tables_have_what_all_have(project: Project) -> None:
    for name in REFERENCE:
        reference = table(project, name)
        names = [column.name for column in reference.columns]
        assert names[:3] == ["id", "name", "description"]
        assert names[-4:] == ["tenant_id", "created_at", "updated_at", "search_vector"]
        assert [trigger.name for trigger in reference.triggers] == [f"update_{name}_updated_at"]
        assert len(reference.uniques) == 1
        assert reference.uniques[0].columns[:2] == ("tenant_id", "name")
        assert reference.uniques[0].nulls_not_distinct
        assert [index.method for index in reference.indexes].count("gin") == 1
        assert reference.comment is not None
        assert reference.row_security == "forced"


def test_counts_of_the_checklist(project: Project) -> None:
    references = [table(project, name) for name in REFERENCE]
    junctions = [t for t in project.after.managed_tables() if t.kind == "junction"]
    assert sum(len(t.triggers) for t in references) == 11
    assert sum(len(t.uniques) for t in junctions) == 11
    assert sum(len(t.foreign_keys) for t in junctions) == 23
    # Its eleven GIN indexes, and those that the facts list beside search.
    assert sum(len(t.indexes) for t in references) == 11 + (3 + 2 + 2 + 3 + 3 + 3 + 3 + 3 + 1 + 1 + 1)


def test_every_foreign_key_has_an_index_and_none_is_redundant(project: Project) -> None:
    for new in project.after.managed_tables():
        leading = [key.columns for key in new.uniques]
        if new.primary_key is not None:
            leading.append(new.primary_key.columns)
        leading += [index.leading_columns for index in new.indexes if index.method == "btree"]
        for key in new.foreign_keys:
            assert [k for k in leading if k[: len(key.columns)] == key.columns], (new.name, key.columns)
        for index in new.indexes:
            same = [k for k in leading if k[: len(index.leading_columns)] == index.leading_columns]
            assert index.method == "gin" or len(same) == 1, index.name


def test_a_junction_in_full(project: Project) -> None:
    junction = table(project, "role_certifications")
    assert [column.name for column in junction.columns] == [
        "id", "role_id", "certification_id", "is_required", "must_have_before_hire", "can_obtain_after_hire_months",
        "priority", "created_at",
    ]  # fmt: skip
    assert junction.links == ("role_id", "certification_id")
    assert not junction.column("role_id").nullable
    assert junction.uniques == (Unique(name="role_certifications_pair_key", columns=("role_id", "certification_id")),)
    assert junction.checks == (
        Check(
            name="role_certifications_priority_check",
            expression="priority BETWEEN 0 AND 100",
            short=Range("priority", 0, 100),
        ),
    )
    assert junction.foreign_keys[0] == ForeignKey(
        name="role_certifications_role_id_fkey",
        columns=("role_id",),
        target=QualifiedName("public", "org_roles"),
        target_columns=("id",),
        on_delete="cascade",
    )
    assert [index.name for index in junction.indexes] == [
        "role_certifications_is_required_idx",
        "role_certifications_certification_id_idx",
    ]


def test_fifteen_new_columns_on_org_roles(project: Project) -> None:
    before, after = project.before.tables[QualifiedName("public", "org_roles")], table(project, "org_roles")
    assert [column for column in after.columns if not column.managed] == list(before.columns)
    new = [column for column in after.columns if column.managed]
    assert len(new) == 15
    assert after.column("salary_currency").default == Literal("USD")
    assert after.column("metadata").default == Literal({})
    assert after.column("metadata").if_exists == "refuse"
    added: list[Index] = [index for index in after.indexes if index not in before.indexes]
    assert [index.name for index in added] == [
        "org_roles_role_type_idx",
        "org_roles_regulatory_oversight_idx",
        "org_roles_gxp_critical_idx",
    ]
    names = [check.name for check in after.checks if check not in before.checks]
    assert names == [
        "org_roles_role_type_check",
        "org_roles_travel_requirement_pct_check",
        "org_roles_succession_planning_priority_check",
    ]
    assert after.policies == before.policies


def test_short_forms_mean_what_they_say(project: Project) -> None:
    kpis = table(project, "kpis")
    operator = next(check for check in kpis.checks if check.name == "kpis_target_operator_check")
    assert operator.expression == "target_operator IN ('>=', '<=', '=', '>', '<')"
    assert operator.short == OneOf("target_operator", (">=", "<=", "=", ">", "<"))
    assert kpis.column("created_at").default == Expression("now()")
    search = table(project, "certifications").column("search_vector")
    assert search.generated == Expression(
        "to_tsvector('english'::regconfig, "
        "coalesce(name, '') || ' ' || coalesce(abbreviation, '') || ' ' || coalesce(description, ''))"
    )
