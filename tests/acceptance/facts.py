"""What the facts about the first input say, written down by hand: names, numbers and files."""

from __future__ import annotations

TENANT_A = "aaaaaaaa-0000-4000-8000-000000000000"
TENANT_B = "bbbbbbbb-0000-4000-8000-000000000000"
TENANT_WITHOUT_ROWS = "cccccccc-0000-4000-8000-000000000000"
OWNER = "pharma_owner"

BOOKKEEPING = "schemagen_pharma_roles"

STEMS = {
    1: "20251122000001_pharma_roles_reference_tables",
    2: "20251122000002_pharma_roles_junction_tables",
    3: "20251122000003_pharma_roles_extend_org_roles",
    4: "20251122000004_pharma_roles_migrate_array_data",
    5: "20251122000005_pharma_roles_seed_core_data",
}
PHASES = {
    1: "reference_tables",
    2: "junction_tables",
    3: "extend_org_roles",
    4: "migrate_array_data",
    5: "seed_core_data",
}

REFERENCE_TABLES = (
    "skills",
    "certifications",
    "competencies",
    "kpis",
    "training_programs",
    "regulatory_requirements",
    "systems",
    "deliverables",
    "therapeutic_areas",
    "stakeholder_types",
    "career_paths",
)

LINKS = {
    "role_skills": ("role_id", "skill_id", "skills"),
    "role_certifications": ("role_id", "certification_id", "certifications"),
    "role_competencies": ("role_id", "competency_id", "competencies"),
    "role_kpis": ("role_id", "kpi_id", "kpis"),
    "role_training_programs": ("role_id", "training_program_id", "training_programs"),
    "role_regulatory_requirements": ("role_id", "regulatory_requirement_id", "regulatory_requirements"),
    "role_systems": ("role_id", "system_id", "systems"),
    "role_deliverables": ("role_id", "deliverable_id", "deliverables"),
    "role_therapeutic_areas": ("role_id", "therapeutic_area_id", "therapeutic_areas"),
    "role_stakeholder_interactions": ("role_id", "stakeholder_type_id", "stakeholder_types"),
    "role_career_paths": ("from_role_id", "to_role_id", "org_roles"),
}
"""The two links of each junction table, and the table that the second one refers to."""

JUNCTION_TABLES = tuple(LINKS)
NEW_TABLES = REFERENCE_TABLES + JUNCTION_TABLES

NEW_COLUMNS = {
    "role_type": ("character varying", 50, None),
    "regulatory_oversight": ("boolean", None, "false"),
    "gxp_critical": ("boolean", None, "false"),
    "patient_facing": ("boolean", None, "false"),
    "safety_critical": ("boolean", None, "false"),
    "travel_requirement_pct": ("integer", None, None),
    "remote_eligible": ("boolean", None, "false"),
    "oncall_required": ("boolean", None, "false"),
    "salary_band_min": ("integer", None, None),
    "salary_band_max": ("integer", None, None),
    "salary_currency": ("character varying", 3, "'USD'::character varying"),
    "job_family": ("character varying", 100, None),
    "career_level": ("character varying", 50, None),
    "succession_planning_priority": ("integer", None, None),
    "metadata": ("jsonb", None, "'{}'::jsonb"),
}
"""The fifteen columns in the order of the facts: type, length and default as information_schema shows them."""

SEED_AT_LEAST = {
    "skills": 200,
    "certifications": 50,
    "competencies": 30,
    "kpis": 50,
    "training_programs": 25,
    "regulatory_requirements": 40,
    "systems": 30,
    "deliverables": 40,
    "therapeutic_areas": 30,
    "stakeholder_types": 25,
    "career_paths": 15,
}

INDEXES = {
    # Primary key, unique constraint that begins with the tenant, search, and those of the facts.
    "skills": ("pkey", "unique", "search", "category", "skill_type", "is_pharma_specific"),
    "certifications": ("pkey", "unique", "search", "certification_type", "is_regulatory_required"),
    "competencies": ("pkey", "unique", "search", "competency_type", "category"),
    "kpis": ("pkey", "unique", "search", "category", "measurement_type", "is_regulatory"),
    "training_programs": ("pkey", "unique", "search", "program_type", "is_mandatory", "is_gxp_training"),
    "regulatory_requirements": ("pkey", "unique", "search", "requirement_type", "regulatory_body", "jurisdiction"),
    "systems": ("pkey", "unique", "search", "system_type", "is_validated_system", "is_gxp_system"),
    "deliverables": ("pkey", "unique", "search", "deliverable_type", "category", "is_regulatory_submission"),
    "therapeutic_areas": ("pkey", "unique", "search", "parent_area_id"),
    "stakeholder_types": ("pkey", "unique", "search", "stakeholder_category"),
    "career_paths": ("pkey", "unique", "search", "path_type"),
    # Primary key, unique pair that begins with the first link, the second link, and those of the facts.
    "role_skills": ("pkey", "unique", "skill_id", "is_required"),
    "role_certifications": ("pkey", "unique", "certification_id", "is_required"),
    "role_competencies": ("pkey", "unique", "competency_id", "is_core"),
    "role_kpis": ("pkey", "unique", "kpi_id", "is_primary"),
    "role_training_programs": ("pkey", "unique", "training_program_id", "is_required"),
    "role_regulatory_requirements": ("pkey", "unique", "regulatory_requirement_id", "compliance_criticality"),
    "role_systems": ("pkey", "unique", "system_id", "is_primary_system"),
    "role_deliverables": ("pkey", "unique", "deliverable_id", "is_primary_owner"),
    "role_therapeutic_areas": ("pkey", "unique", "therapeutic_area_id", "is_primary_focus"),
    "role_stakeholder_interactions": ("pkey", "unique", "stakeholder_type_id"),
    "role_career_paths": ("pkey", "unique", "to_role_id", "career_path_id"),
}
"""What stands behind each index of a table; their number is that of the table's indexes."""
