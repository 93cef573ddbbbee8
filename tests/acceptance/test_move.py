"""Phase 4 by the checklist's corrected queries: what the junction holds is written down by hand for each role."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from acceptance.deployment import Database, Deployment
from acceptance.facts import TENANT_A, TENANT_B

LONG = "x" * 10000
LONGER = "x" * 9999 + "y"
ACCENTED = "é" * 10000

# By role: the names that it is linked to, and whose they are. GCP is shared since the shared role has it too.
SKILLS = {
    "A-NULL": set(),
    "A-EMPTY": set(),
    "A-TWICE": {("GCP", None)},
    "A-CASE": {("GCP", None), ("Vendor oversight", TENANT_A)},
    "A-BLANK": {("ÉTHIQUE", TENANT_A)},
    "A-ODD": {('a"b', TENANT_A), ("c, d", TENANT_A), ("NULL", TENANT_A)},
    "B-SAME": {("GCP", None), ("Vendor Oversight", TENANT_B)},
    "S-SHARED": {("GCP", None), ("Shared only", None)},
}
CERTIFICATIONS = {
    "A-NULL": set(),
    "A-EMPTY": set(),
    "A-TWICE": {("RAC", TENANT_A), ("pmp", None)},
    "A-CASE": {("RAC", TENANT_A), ("CCRA", TENANT_A)},
    "A-BLANK": set(),
    "A-ODD": {("pmp", None), ("CCRP", TENANT_A), ("RAC", TENANT_A), ("it's", TENANT_A)},
    "B-SAME": {("RAC", TENANT_B)},
    "S-SHARED": {("Shared certificate", None), ("pmp", None)},
}


@pytest.fixture(scope="module")
def moved(deployment: Deployment) -> Iterator[Database]:
    with deployment.database(4) as database:
        yield database


def linked(database: Database, role: str, junction: str, link: str, reference: str) -> list[tuple[str, str | None]]:
    return database.rows(
        f"SELECT ref.name, ref.tenant_id::text FROM org_roles AS r JOIN {junction} AS j ON j.role_id = r.id "
        f"JOIN {reference} AS ref ON ref.id = j.{link} WHERE r.unique_id = '{role}'"
    )


@pytest.mark.parametrize("role", SKILLS)
def test_each_role_has_its_skills(moved: Database, role: str) -> None:
    found = linked(moved, role, "role_skills", "skill_id", "skills")
    assert len(found) == len(SKILLS[role])
    assert set(found) == SKILLS[role]


@pytest.mark.parametrize("role", CERTIFICATIONS)
def test_each_role_has_its_certifications(moved: Database, role: str) -> None:
    found = linked(moved, role, "role_certifications", "certification_id", "certifications")
    assert len(found) == len(CERTIFICATIONS[role])
    assert set(found) == CERTIFICATIONS[role]


def test_long_names_are_shortened_unique_and_whole_in_the_description(moved: Database) -> None:
    found = moved.rows(
        "SELECT s.name, s.description FROM org_roles AS r JOIN role_skills AS j ON j.role_id = r.id "
        "JOIN skills AS s ON s.id = j.skill_id WHERE r.unique_id = 'A-LONG'"
    )
    assert len(found) == 3
    assert sorted(description or name for name, description in found) == sorted([LONG, LONGER, "x" * 255])
    assert len({name for name, _ in found}) == 3
    assert all(len(name) <= 255 and name.startswith("x" * 200) for name, _ in found)
    ((name, description),) = moved.rows(
        "SELECT c.name, c.description FROM org_roles AS r JOIN role_certifications AS j ON j.role_id = r.id "
        "JOIN certifications AS c ON c.id = j.certification_id WHERE r.unique_id = 'A-LONG'"
    )
    assert description == ACCENTED
    assert name == "é" * 255


@pytest.mark.parametrize(
    ("junction", "array"), [("role_skills", "required_skills"), ("role_certifications", "required_certifications")]
)
def test_the_junction_holds_as_many_as_there_are_distinct_names(moved: Database, junction: str, array: str) -> None:
    """The checklist compares with the array's length; the corrected query with its distinct, non-blank names."""
    trimmed = "btrim(e, E' \\t\\n\\u00a0\\u2003')"
    different = moved.rows(
        "SELECT unique_id, links, names FROM org_roles AS r "
        f"CROSS JOIN LATERAL (SELECT count(*) AS links FROM {junction} WHERE role_id = r.id) AS linked "
        f"CROSS JOIN LATERAL (SELECT count(DISTINCT lower({trimmed})) AS names "
        f"FROM unnest(r.{array}_deprecated) AS e WHERE {trimmed} <> '') AS named WHERE links <> names"
    )
    assert different == []
    assert moved.value(f"SELECT count(*) FROM {junction} WHERE role_id NOT IN (SELECT id FROM org_roles)") == 0
    total = sum(map(len, (SKILLS if junction == "role_skills" else CERTIFICATIONS).values()))
    long = 3 if junction == "role_skills" else 1
    assert moved.value(f"SELECT count(*) FROM {junction}") == total + long == (14 if junction == "role_skills" else 12)


def test_both_columns_are_renamed(moved: Database) -> None:
    found = moved.rows(
        "SELECT column_name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = 'org_roles' "
        "AND column_name LIKE 'required%' ORDER BY 1"
    )
    assert found == [("required_certifications_deprecated",), ("required_skills_deprecated",)]


def test_nothing_new_is_shared_but_what_a_shared_role_has(moved: Database) -> None:
    assert moved.rows("SELECT name FROM skills WHERE tenant_id IS NULL ORDER BY name") == [("GCP",), ("Shared only",)]
    shared = moved.rows('SELECT name FROM certifications WHERE tenant_id IS NULL ORDER BY name COLLATE "C"')
    assert shared == [("Shared certificate",), ("pmp",)]


def test_names_match_rows_that_are_there_already(deployment: Deployment) -> None:
    """Shared before own, exact before folded, issuer null first, then the smallest; what was ambiguous is said."""
    with deployment.database(3) as database:
        database.execute(
            f"""
            INSERT INTO skills (name, tenant_id) VALUES ('gcp', '{TENANT_A}'), ('Gcp', NULL), ('gCP', NULL);
            INSERT INTO skills (name, tenant_id) VALUES ('VENDOR OVERSIGHT', '{TENANT_A}');
            INSERT INTO certifications (name, issuing_organization, tenant_id) VALUES
              ('RAC', 'RAPS', NULL), ('RAC', NULL, NULL), ('CCRA', 'SOCRA', NULL), ('CCRA', 'ACRP', NULL);
            """
        )
        result = database.run(4)
        assert not result.errors
        own = {"A-TWICE": {("Gcp", None)}, "A-CASE": {("Gcp", None), ("VENDOR OVERSIGHT", TENANT_A)}}
        for role, expected in own.items():
            # 'gcp' and 'GCP' of one role both mean the shared row; the row of the tenant is never asked.
            found = set(linked(database, role, "role_skills", "skill_id", "skills"))
            assert found == expected, role
        issuers = database.rows(
            "SELECT r.unique_id, c.name, c.issuing_organization FROM org_roles AS r JOIN role_certifications AS j "
            "ON j.role_id = r.id JOIN certifications AS c ON c.id = j.certification_id WHERE c.tenant_id IS NULL "
            "AND r.unique_id IN ('A-TWICE', 'A-CASE') AND c.name <> 'pmp' ORDER BY 1, 2"
        )
        assert issuers == [("A-CASE", "CCRA", "ACRP"), ("A-CASE", "RAC", None), ("A-TWICE", "RAC", None)]
        notices = "\n".join(f"{notice.text} {notice.detail}" for notice in result.notices)
        assert "GCP" in notices, notices
        assert "CCRA" in notices, notices
        database.undo(4)
        assert database.value("SELECT count(*) FROM role_skills") == 0
        assert database.value("SELECT count(*) FROM skills") == 4
        assert database.value("SELECT count(*) FROM certifications") == 4
