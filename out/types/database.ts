// Types of the database pharma_roles, version 2.0.0.
// Made by schemagen from pharma_roles.yaml. Do not edit: the next build writes this file again.
//
// Values are as PostgREST sends them in JSON. Row is what a select returns; Insert and Update are what may be sent.
// A property that may be null and one that may be left out are not the same: a column with a default may be left
// out, and is null only where the database lets it be. Elements of an array may be null in PostgreSQL.

/** Any JSON value. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** The values of org_roles.seniority_level. */
export const ORG_ROLES_SENIORITY_LEVEL_VALUES = ["Executive", "Senior", "Mid", "Junior", "Entry"] as const;

/** The values of org_roles.role_type. */
export const ORG_ROLES_ROLE_TYPE_VALUES = [
  "Clinical",
  "Research",
  "Regulatory",
  "Commercial",
  "Operations",
  "Support",
  "Leadership",
] as const;

/** The values of skills.skill_type. */
export const SKILLS_SKILL_TYPE_VALUES = ["Hard", "Soft", "Technical", "Domain"] as const;

/** The values of certifications.certification_type. */
export const CERTIFICATIONS_CERTIFICATION_TYPE_VALUES = ["License", "Certification", "Credential", "Training"] as const;

/** The values of competencies.competency_type. */
export const COMPETENCIES_COMPETENCY_TYPE_VALUES = ["Leadership", "Technical", "Interpersonal", "Strategic", "Operational"] as const;

/** The values of kpis.measurement_type. */
export const KPIS_MEASUREMENT_TYPE_VALUES = ["Quantitative", "Qualitative", "Boolean", "Percentage"] as const;

/** The values of kpis.target_operator. */
export const KPIS_TARGET_OPERATOR_VALUES = [">=", "<=", "=", ">", "<"] as const;

/** The values of training_programs.program_type. */
export const TRAINING_PROGRAMS_PROGRAM_TYPE_VALUES = ["Onboarding", "Compliance", "Technical", "Leadership", "Continuing Education"] as const;

/** The values of regulatory_requirements.requirement_type. */
export const REGULATORY_REQUIREMENTS_REQUIREMENT_TYPE_VALUES = ["Training", "Certification", "Documentation", "Audit", "Reporting"] as const;

/** The values of systems.system_type. */
export const SYSTEMS_SYSTEM_TYPE_VALUES = [
  "EHR",
  "CTMS",
  "LIMS",
  "eTMF",
  "Safety DB",
  "QMS",
  "Document Management",
  "Analytics",
  "Other",
] as const;

/** The values of deliverables.deliverable_type. */
export const DELIVERABLES_DELIVERABLE_TYPE_VALUES = [
  "Report",
  "Document",
  "Presentation",
  "Analysis",
  "Filing",
  "Protocol",
  "Plan",
  "Other",
] as const;

/** The values of stakeholder_types.stakeholder_category. */
export const STAKEHOLDER_TYPES_STAKEHOLDER_CATEGORY_VALUES = ["Internal", "External", "Regulatory", "Clinical", "Commercial", "Patient"] as const;

/** The values of career_paths.path_type. */
export const CAREER_PATHS_PATH_TYPE_VALUES = ["Technical", "Management", "Hybrid", "Specialist"] as const;

/** The values of role_skills.required_proficiency. */
export const ROLE_SKILLS_REQUIRED_PROFICIENCY_VALUES = ["Basic", "Intermediate", "Advanced", "Expert"] as const;

/** The values of role_training_programs.timing. */
export const ROLE_TRAINING_PROGRAMS_TIMING_VALUES = [
  "Pre-hire",
  "Onboarding",
  "First 30 Days",
  "First 90 Days",
  "Ongoing",
  "Annual",
] as const;

/** The values of role_regulatory_requirements.compliance_criticality. */
export const ROLE_REGULATORY_REQUIREMENTS_COMPLIANCE_CRITICALITY_VALUES = ["Low", "Medium", "High", "Critical"] as const;

/** The values of role_systems.access_level. */
export const ROLE_SYSTEMS_ACCESS_LEVEL_VALUES = ["View", "Edit", "Admin", "Power User"] as const;

/** The values of role_systems.usage_frequency. */
export const ROLE_SYSTEMS_USAGE_FREQUENCY_VALUES = ["Daily", "Weekly", "Monthly", "Occasionally", "Rarely"] as const;

/** The values of role_therapeutic_areas.expertise_level. */
export const ROLE_THERAPEUTIC_AREAS_EXPERTISE_LEVEL_VALUES = ["Awareness", "Working Knowledge", "Proficient", "Expert"] as const;

/** The values of role_stakeholder_interactions.interaction_frequency. */
export const ROLE_STAKEHOLDER_INTERACTIONS_INTERACTION_FREQUENCY_VALUES = ["Daily", "Weekly", "Monthly", "Quarterly", "Ad-hoc", "Rarely"] as const;

/** The values of role_stakeholder_interactions.influence_level. */
export const ROLE_STAKEHOLDER_INTERACTIONS_INFLUENCE_LEVEL_VALUES = ["Informational", "Collaborative", "Decision-Making", "Leadership"] as const;

/** A row of org_roles. */
export type OrgRolesRow = {
  id: string;
  unique_id: string;
  role_name: string;
  role_title: string | null;
  description: string | null;
  seniority_level: "Executive" | "Senior" | "Mid" | "Junior" | "Entry" | null;
  reports_to_role_id: string | null;
  function_area: string | null;
  department_name: string | null;
  required_skills_deprecated: (string | null)[] | null;
  required_certifications_deprecated: (string | null)[] | null;
  years_experience_min: number | null;
  years_experience_max: number | null;
  migration_ready: boolean | null;
  is_active: boolean | null;
  function_id: string | null;
  department_id: string | null;
  tenant_id: string | null;
  created_at: string | null;
  updated_at: string | null;
  created_by: string | null;
  updated_by: string | null;
  search_vector: string | null;
  role_type: 
    | "Clinical"
    | "Research"
    | "Regulatory"
    | "Commercial"
    | "Operations"
    | "Support"
    | "Leadership"
    | null;
  regulatory_oversight: boolean | null;
  gxp_critical: boolean | null;
  patient_facing: boolean | null;
  safety_critical: boolean | null;
  travel_requirement_pct: number | null;
  remote_eligible: boolean | null;
  oncall_required: boolean | null;
  salary_band_min: number | null;
  salary_band_max: number | null;
  salary_currency: string | null;
  job_family: string | null;
  career_level: string | null;
  succession_planning_priority: number | null;
  metadata: Json | null;
};

/** A new row of org_roles. */
export type OrgRolesInsert = {
  /** Enforced by the database only: org_roles_pkey: PRIMARY KEY (id) */
  id?: string | undefined;
  /** Enforced by the database only: org_roles_unique_id_key: UNIQUE (unique_id) */
  unique_id: string;
  role_name: string;
  role_title?: string | null | undefined;
  description?: string | null | undefined;
  seniority_level?: "Executive" | "Senior" | "Mid" | "Junior" | "Entry" | null | undefined;
  /** Enforced by the database only: org_roles_reports_to_role_id_fkey: REFERENCES org_roles (id) */
  reports_to_role_id?: string | null | undefined;
  function_area?: string | null | undefined;
  department_name?: string | null | undefined;
  required_skills_deprecated?: (string | null)[] | null | undefined;
  required_certifications_deprecated?: (string | null)[] | null | undefined;
  years_experience_min?: number | null | undefined;
  years_experience_max?: number | null | undefined;
  migration_ready?: boolean | null | undefined;
  is_active?: boolean | null | undefined;
  /** Enforced by the database only: org_roles_function_id_fkey: REFERENCES org_functions (id) */
  function_id?: string | null | undefined;
  /** Enforced by the database only: org_roles_department_id_fkey: REFERENCES org_departments (id) */
  department_id?: string | null | undefined;
  /** Enforced by the database only: org_roles_tenant_id_fkey: REFERENCES tenants (id) */
  tenant_id?: string | null | undefined;
  created_at?: string | null | undefined;
  updated_at?: string | null | undefined;
  created_by?: string | null | undefined;
  updated_by?: string | null | undefined;
  role_type?: 
    | "Clinical"
    | "Research"
    | "Regulatory"
    | "Commercial"
    | "Operations"
    | "Support"
    | "Leadership"
    | null
    | undefined;
  regulatory_oversight?: boolean | null | undefined;
  gxp_critical?: boolean | null | undefined;
  patient_facing?: boolean | null | undefined;
  safety_critical?: boolean | null | undefined;
  travel_requirement_pct?: number | null | undefined;
  remote_eligible?: boolean | null | undefined;
  oncall_required?: boolean | null | undefined;
  salary_band_min?: number | null | undefined;
  salary_band_max?: number | null | undefined;
  salary_currency?: string | null | undefined;
  job_family?: string | null | undefined;
  career_level?: string | null | undefined;
  succession_planning_priority?: number | null | undefined;
  metadata?: Json | null | undefined;
};

/** Changes to a row of org_roles. */
export type OrgRolesUpdate = {
  /** Enforced by the database only: org_roles_pkey: PRIMARY KEY (id) */
  id?: string | undefined;
  /** Enforced by the database only: org_roles_unique_id_key: UNIQUE (unique_id) */
  unique_id?: string | undefined;
  role_name?: string | undefined;
  role_title?: string | null | undefined;
  description?: string | null | undefined;
  seniority_level?: "Executive" | "Senior" | "Mid" | "Junior" | "Entry" | null | undefined;
  /** Enforced by the database only: org_roles_reports_to_role_id_fkey: REFERENCES org_roles (id) */
  reports_to_role_id?: string | null | undefined;
  function_area?: string | null | undefined;
  department_name?: string | null | undefined;
  required_skills_deprecated?: (string | null)[] | null | undefined;
  required_certifications_deprecated?: (string | null)[] | null | undefined;
  years_experience_min?: number | null | undefined;
  years_experience_max?: number | null | undefined;
  migration_ready?: boolean | null | undefined;
  is_active?: boolean | null | undefined;
  /** Enforced by the database only: org_roles_function_id_fkey: REFERENCES org_functions (id) */
  function_id?: string | null | undefined;
  /** Enforced by the database only: org_roles_department_id_fkey: REFERENCES org_departments (id) */
  department_id?: string | null | undefined;
  /** Enforced by the database only: org_roles_tenant_id_fkey: REFERENCES tenants (id) */
  tenant_id?: string | null | undefined;
  created_at?: string | null | undefined;
  updated_at?: string | null | undefined;
  created_by?: string | null | undefined;
  updated_by?: string | null | undefined;
  role_type?: 
    | "Clinical"
    | "Research"
    | "Regulatory"
    | "Commercial"
    | "Operations"
    | "Support"
    | "Leadership"
    | null
    | undefined;
  regulatory_oversight?: boolean | null | undefined;
  gxp_critical?: boolean | null | undefined;
  patient_facing?: boolean | null | undefined;
  safety_critical?: boolean | null | undefined;
  travel_requirement_pct?: number | null | undefined;
  remote_eligible?: boolean | null | undefined;
  oncall_required?: boolean | null | undefined;
  salary_band_min?: number | null | undefined;
  salary_band_max?: number | null | undefined;
  salary_currency?: string | null | undefined;
  job_family?: string | null | undefined;
  career_level?: string | null | undefined;
  succession_planning_priority?: number | null | undefined;
  metadata?: Json | null | undefined;
};

/** Skills that a role can require. */
export type SkillsRow = {
  id: string;
  name: string;
  description: string | null;
  category: string | null;
  skill_type: "Hard" | "Soft" | "Technical" | "Domain" | null;
  proficiency_levels: (string | null)[] | null;
  is_pharma_specific: boolean | null;
  is_certification_required: boolean | null;
  /** Null means shared by all tenants. */
  tenant_id: string | null;
  created_at: string;
  updated_at: string;
  search_vector: string | null;
};

/**
 * A new row of skills.
 * Enforced by the database only: skills_tenant_id_name_key: UNIQUE NULLS NOT DISTINCT (tenant_id, name)
 */
export type SkillsInsert = {
  /** Enforced by the database only: skills_pkey: PRIMARY KEY (id) */
  id?: string | undefined;
  name: string;
  description?: string | null | undefined;
  category?: string | null | undefined;
  skill_type?: "Hard" | "Soft" | "Technical" | "Domain" | null | undefined;
  proficiency_levels?: (string | null)[] | null | undefined;
  is_pharma_specific?: boolean | null | undefined;
  is_certification_required?: boolean | null | undefined;
  /**
   * Null means shared by all tenants.
   * Enforced by the database only: skills_tenant_id_fkey: REFERENCES tenants (id)
   */
  tenant_id?: string | null | undefined;
  created_at?: string | undefined;
  updated_at?: string | undefined;
};

/**
 * Changes to a row of skills.
 * Enforced by the database only: skills_tenant_id_name_key: UNIQUE NULLS NOT DISTINCT (tenant_id, name)
 */
export type SkillsUpdate = {
  /** Enforced by the database only: skills_pkey: PRIMARY KEY (id) */
  id?: string | undefined;
  name?: string | undefined;
  description?: string | null | undefined;
  category?: string | null | undefined;
  skill_type?: "Hard" | "Soft" | "Technical" | "Domain" | null | undefined;
  proficiency_levels?: (string | null)[] | null | undefined;
  is_pharma_specific?: boolean | null | undefined;
  is_certification_required?: boolean | null | undefined;
  /**
   * Null means shared by all tenants.
   * Enforced by the database only: skills_tenant_id_fkey: REFERENCES tenants (id)
   */
  tenant_id?: string | null | undefined;
  created_at?: string | undefined;
  updated_at?: string | undefined;
};

/** Licences, certifications, credentials and trainings that somebody outside issues. */
export type CertificationsRow = {
  id: string;
  name: string;
  description: string | null;
  abbreviation: string | null;
  issuing_organization: string | null;
  certification_type: "License" | "Certification" | "Credential" | "Training" | null;
  is_regulatory_required: boolean | null;
  requires_renewal: boolean | null;
  renewal_period_months: number | null;
  prerequisites: (string | null)[] | null;
  geographic_scope: string | null;
  /** Null means shared by all tenants. */
  tenant_id: string | null;
  created_at: string;
  updated_at: string;
  search_vector: string | null;
};

/**
 * A new row of certifications.
 * Enforced by the database only: certifications_tenant_id_name_issuing_organization_key: UNIQUE NULLS NOT DISTINCT (tenant_id, name, issuing_organization)
 */
export type CertificationsInsert = {
  /** Enforced by the database only: certifications_pkey: PRIMARY KEY (id) */
  id?: string | undefined;
  name: string;
  description?: string | null | undefined;
  abbreviation?: string | null | undefined;
  issuing_organization?: string | null | undefined;
  certification_type?: "License" | "Certification" | "Credential" | "Training" | null | undefined;
  is_regulatory_required?: boolean | null | undefined;
  requires_renewal?: boolean | null | undefined;
  renewal_period_months?: number | null | undefined;
  prerequisites?: (string | null)[] | null | undefined;
  geographic_scope?: string | null | undefined;
  /**
   * Null means shared by all tenants.
   * Enforced by the database only: certifications_tenant_id_fkey: REFERENCES tenants (id)
   */
  tenant_id?: string | null | undefined;
  created_at?: string | undefined;
  updated_at?: string | undefined;
};

/**
 * Changes to a row of certifications.
 * Enforced by the database only: certifications_tenant_id_name_issuing_organization_key: UNIQUE NULLS NOT DISTINCT (tenant_id, name, issuing_organization)
 */
export type CertificationsUpdate = {
  /** Enforced by the database only: certifications_pkey: PRIMARY KEY (id) */
  id?: string | undefined;
  name?: string | undefined;
  description?: string | null | undefined;
  abbreviation?: string | null | undefined;
  issuing_organization?: string | null | undefined;
  certification_type?: "License" | "Certification" | "Credential" | "Training" | null | undefined;
  is_regulatory_required?: boolean | null | undefined;
  requires_renewal?: boolean | null | undefined;
  renewal_period_months?: number | null | undefined;
  prerequisites?: (string | null)[] | null | undefined;
  geographic_scope?: string | null | undefined;
  /**
   * Null means shared by all tenants.
   * Enforced by the database only: certifications_tenant_id_fkey: REFERENCES tenants (id)
   */
  tenant_id?: string | null | undefined;
  created_at?: string | undefined;
  updated_at?: string | undefined;
};

/** What people in a role can be relied on to do, and at which level. */
export type CompetenciesRow = {
  id: string;
  name: string;
  description: string | null;
  competency_type: "Leadership" | "Technical" | "Interpersonal" | "Strategic" | "Operational" | null;
  category: string | null;
  behavioral_indicators: (string | null)[] | null;
  /** A list of objects: level, description and indicators. */
  proficiency_levels: Json | null;
  is_pharma_specific: boolean | null;
  /** Null means shared by all tenants. */
  tenant_id: string | null;
  created_at: string;
  updated_at: string;
  search_vector: string | null;
};

/**
 * A new row of competencies.
 * Enforced by the database only: competencies_tenant_id_name_key: UNIQUE NULLS NOT DISTINCT (tenant_id, name)
 */
export type CompetenciesInsert = {
  /** Enforced by the database only: competencies_pkey: PRIMARY KEY (id) */
  id?: string | undefined;
  name: string;
  description?: string | null | undefined;
  competency_type?: 
    | "Leadership"
    | "Technical"
    | "Interpersonal"
    | "Strategic"
    | "Operational"
    | null
    | undefined;
  category?: string | null | undefined;
  behavioral_indicators?: (string | null)[] | null | undefined;
  /** A list of objects: level, description and indicators. */
  proficiency_levels?: Json | null | undefined;
  is_pharma_specific?: boolean | null | undefined;
  /**
   * Null means shared by all tenants.
   * Enforced by the database only: competencies_tenant_id_fkey: REFERENCES tenants (id)
   */
  tenant_id?: string | null | undefined;
  created_at?: string | undefined;
  updated_at?: string | undefined;
};

/**
 * Changes to a row of competencies.
 * Enforced by the database only: competencies_tenant_id_name_key: UNIQUE NULLS NOT DISTINCT (tenant_id, name)
 */
export type CompetenciesUpdate = {
  /** Enforced by the database only: competencies_pkey: PRIMARY KEY (id) */
  id?: string | undefined;
  name?: string | undefined;
  description?: string | null | undefined;
  competency_type?: 
    | "Leadership"
    | "Technical"
    | "Interpersonal"
    | "Strategic"
    | "Operational"
    | null
    | undefined;
  category?: string | null | undefined;
  behavioral_indicators?: (string | null)[] | null | undefined;
  /** A list of objects: level, description and indicators. */
  proficiency_levels?: Json | null | undefined;
  is_pharma_specific?: boolean | null | undefined;
  /**
   * Null means shared by all tenants.
   * Enforced by the database only: competencies_tenant_id_fkey: REFERENCES tenants (id)
   */
  tenant_id?: string | null | undefined;
  created_at?: string | undefined;
  updated_at?: string | undefined;
};

/** Key performance indicators that a role is measured by. */
export type KpisRow = {
  id: string;
  name: string;
  description: string | null;
  category: string | null;
  measurement_type: "Quantitative" | "Qualitative" | "Boolean" | "Percentage" | null;
  unit_of_measure: string | null;
  target_value: number | null;
  target_operator: ">=" | "<=" | "=" | ">" | "<" | null;
  calculation_method: string | null;
  measurement_frequency: string | null;
  is_regulatory: boolean | null;
  /** Null means shared by all tenants. */
  tenant_id: string | null;
  created_at: string;
  updated_at: string;
  search_vector: string | null;
};

/**
 * A new row of kpis.
 * Enforced by the database only: kpis_tenant_id_name_category_key: UNIQUE NULLS NOT DISTINCT (tenant_id, name, category)
 */
export type KpisInsert = {
  /** Enforced by the database only: kpis_pkey: PRIMARY KEY (id) */
  id?: string | undefined;
  name: string;
  description?: string | null | undefined;
  category?: string | null | undefined;
  measurement_type?: "Quantitative" | "Qualitative" | "Boolean" | "Percentage" | null | undefined;
  unit_of_measure?: string | null | undefined;
  target_value?: number | null | undefined;
  target_operator?: ">=" | "<=" | "=" | ">" | "<" | null | undefined;
  calculation_method?: string | null | undefined;
  measurement_frequency?: string | null | undefined;
  is_regulatory?: boolean | null | undefined;
  /**
   * Null means shared by all tenants.
   * Enforced by the database only: kpis_tenant_id_fkey: REFERENCES tenants (id)
   */
  tenant_id?: string | null | undefined;
  created_at?: string | undefined;
  updated_at?: string | undefined;
};

/**
 * Changes to a row of kpis.
 * Enforced by the database only: kpis_tenant_id_name_category_key: UNIQUE NULLS NOT DISTINCT (tenant_id, name, category)
 */
export type KpisUpdate = {
  /** Enforced by the database only: kpis_pkey: PRIMARY KEY (id) */
  id?: string | undefined;
  name?: string | undefined;
  description?: string | null | undefined;
  category?: string | null | undefined;
  measurement_type?: "Quantitative" | "Qualitative" | "Boolean" | "Percentage" | null | undefined;
  unit_of_measure?: string | null | undefined;
  target_value?: number | null | undefined;
  target_operator?: ">=" | "<=" | "=" | ">" | "<" | null | undefined;
  calculation_method?: string | null | undefined;
  measurement_frequency?: string | null | undefined;
  is_regulatory?: boolean | null | undefined;
  /**
   * Null means shared by all tenants.
   * Enforced by the database only: kpis_tenant_id_fkey: REFERENCES tenants (id)
   */
  tenant_id?: string | null | undefined;
  created_at?: string | undefined;
  updated_at?: string | undefined;
};

/** Trainings that a role must or may take. */
export type TrainingProgramsRow = {
  id: string;
  name: string;
  description: string | null;
  program_type: "Onboarding" | "Compliance" | "Technical" | "Leadership" | "Continuing Education" | null;
  duration_hours: number | null;
  delivery_method: string | null;
  is_mandatory: boolean | null;
  is_gxp_training: boolean | null;
  recertification_required: boolean | null;
  recertification_period_months: number | null;
  prerequisites: (string | null)[] | null;
  learning_objectives: (string | null)[] | null;
  provider: string | null;
  cost_per_participant: number | null;
  /** Null means shared by all tenants. */
  tenant_id: string | null;
  created_at: string;
  updated_at: string;
  search_vector: string | null;
};

/**
 * A new row of training_programs.
 * Enforced by the database only: training_programs_tenant_id_name_key: UNIQUE NULLS NOT DISTINCT (tenant_id, name)
 */
export type TrainingProgramsInsert = {
  /** Enforced by the database only: training_programs_pkey: PRIMARY KEY (id) */
  id?: string | undefined;
  name: string;
  description?: string | null | undefined;
  program_type?: 
    | "Onboarding"
    | "Compliance"
    | "Technical"
    | "Leadership"
    | "Continuing Education"
    | null
    | undefined;
  duration_hours?: number | null | undefined;
  delivery_method?: string | null | undefined;
  is_mandatory?: boolean | null | undefined;
  is_gxp_training?: boolean | null | undefined;
  recertification_required?: boolean | null | undefined;
  recertification_period_months?: number | null | undefined;
  prerequisites?: (string | null)[] | null | undefined;
  learning_objectives?: (string | null)[] | null | undefined;
  provider?: string | null | undefined;
  cost_per_participant?: number | null | undefined;
  /**
   * Null means shared by all tenants.
   * Enforced by the database only: training_programs_tenant_id_fkey: REFERENCES tenants (id)
   */
  tenant_id?: string | null | undefined;
  created_at?: string | undefined;
  updated_at?: string | undefined;
};

/**
 * Changes to a row of training_programs.
 * Enforced by the database only: training_programs_tenant_id_name_key: UNIQUE NULLS NOT DISTINCT (tenant_id, name)
 */
export type TrainingProgramsUpdate = {
  /** Enforced by the database only: training_programs_pkey: PRIMARY KEY (id) */
  id?: string | undefined;
  name?: string | undefined;
  description?: string | null | undefined;
  program_type?: 
    | "Onboarding"
    | "Compliance"
    | "Technical"
    | "Leadership"
    | "Continuing Education"
    | null
    | undefined;
  duration_hours?: number | null | undefined;
  delivery_method?: string | null | undefined;
  is_mandatory?: boolean | null | undefined;
  is_gxp_training?: boolean | null | undefined;
  recertification_required?: boolean | null | undefined;
  recertification_period_months?: number | null | undefined;
  prerequisites?: (string | null)[] | null | undefined;
  learning_objectives?: (string | null)[] | null | undefined;
  provider?: string | null | undefined;
  cost_per_participant?: number | null | undefined;
  /**
   * Null means shared by all tenants.
   * Enforced by the database only: training_programs_tenant_id_fkey: REFERENCES tenants (id)
   */
  tenant_id?: string | null | undefined;
  created_at?: string | undefined;
  updated_at?: string | undefined;
};

/** What laws, regulations and guidelines ask of a role. */
export type RegulatoryRequirementsRow = {
  id: string;
  name: string;
  description: string | null;
  requirement_type: "Training" | "Certification" | "Documentation" | "Audit" | "Reporting" | null;
  regulatory_body: string | null;
  regulation_reference: string | null;
  jurisdiction: string | null;
  frequency: string | null;
  documentation_required: (string | null)[] | null;
  consequences_of_non_compliance: string | null;
  /** Null means shared by all tenants. */
  tenant_id: string | null;
  created_at: string;
  updated_at: string;
  search_vector: string | null;
};

/**
 * A new row of regulatory_requirements.
 * Enforced by the database only: regulatory_requirements_tenant_id_name_key: UNIQUE NULLS NOT DISTINCT (tenant_id, name)
 */
export type RegulatoryRequirementsInsert = {
  /** Enforced by the database only: regulatory_requirements_pkey: PRIMARY KEY (id) */
  id?: string | undefined;
  name: string;
  description?: string | null | undefined;
  requirement_type?: 
    | "Training"
    | "Certification"
    | "Documentation"
    | "Audit"
    | "Reporting"
    | null
    | undefined;
  regulatory_body?: string | null | undefined;
  regulation_reference?: string | null | undefined;
  jurisdiction?: string | null | undefined;
  frequency?: string | null | undefined;
  documentation_required?: (string | null)[] | null | undefined;
  consequences_of_non_compliance?: string | null | undefined;
  /**
   * Null means shared by all tenants.
   * Enforced by the database only: regulatory_requirements_tenant_id_fkey: REFERENCES tenants (id)
   */
  tenant_id?: string | null | undefined;
  created_at?: string | undefined;
  updated_at?: string | undefined;
};

/**
 * Changes to a row of regulatory_requirements.
 * Enforced by the database only: regulatory_requirements_tenant_id_name_key: UNIQUE NULLS NOT DISTINCT (tenant_id, name)
 */
export type RegulatoryRequirementsUpdate = {
  /** Enforced by the database only: regulatory_requirements_pkey: PRIMARY KEY (id) */
  id?: string | undefined;
  name?: string | undefined;
  description?: string | null | undefined;
  requirement_type?: 
    | "Training"
    | "Certification"
    | "Documentation"
    | "Audit"
    | "Reporting"
    | null
    | undefined;
  regulatory_body?: string | null | undefined;
  regulation_reference?: string | null | undefined;
  jurisdiction?: string | null | undefined;
  frequency?: string | null | undefined;
  documentation_required?: (string | null)[] | null | undefined;
  consequences_of_non_compliance?: string | null | undefined;
  /**
   * Null means shared by all tenants.
   * Enforced by the database only: regulatory_requirements_tenant_id_fkey: REFERENCES tenants (id)
   */
  tenant_id?: string | null | undefined;
  created_at?: string | undefined;
  updated_at?: string | undefined;
};

/** Computerised systems that a role works with. */
export type SystemsRow = {
  id: string;
  name: string;
  description: string | null;
  system_type: 
    | "EHR"
    | "CTMS"
    | "LIMS"
    | "eTMF"
    | "Safety DB"
    | "QMS"
    | "Document Management"
    | "Analytics"
    | "Other"
    | null;
  vendor: string | null;
  is_validated_system: boolean | null;
  is_gxp_system: boolean | null;
  requires_training: boolean | null;
  typical_users: (string | null)[] | null;
  integration_points: (string | null)[] | null;
  /** Null means shared by all tenants. */
  tenant_id: string | null;
  created_at: string;
  updated_at: string;
  search_vector: string | null;
};

/**
 * A new row of systems.
 * Enforced by the database only: systems_tenant_id_name_key: UNIQUE NULLS NOT DISTINCT (tenant_id, name)
 */
export type SystemsInsert = {
  /** Enforced by the database only: systems_pkey: PRIMARY KEY (id) */
  id?: string | undefined;
  name: string;
  description?: string | null | undefined;
  system_type?: 
    | "EHR"
    | "CTMS"
    | "LIMS"
    | "eTMF"
    | "Safety DB"
    | "QMS"
    | "Document Management"
    | "Analytics"
    | "Other"
    | null
    | undefined;
  vendor?: string | null | undefined;
  is_validated_system?: boolean | null | undefined;
  is_gxp_system?: boolean | null | undefined;
  requires_training?: boolean | null | undefined;
  typical_users?: (string | null)[] | null | undefined;
  integration_points?: (string | null)[] | null | undefined;
  /**
   * Null means shared by all tenants.
   * Enforced by the database only: systems_tenant_id_fkey: REFERENCES tenants (id)
   */
  tenant_id?: string | null | undefined;
  created_at?: string | undefined;
  updated_at?: string | undefined;
};

/**
 * Changes to a row of systems.
 * Enforced by the database only: systems_tenant_id_name_key: UNIQUE NULLS NOT DISTINCT (tenant_id, name)
 */
export type SystemsUpdate = {
  /** Enforced by the database only: systems_pkey: PRIMARY KEY (id) */
  id?: string | undefined;
  name?: string | undefined;
  description?: string | null | undefined;
  system_type?: 
    | "EHR"
    | "CTMS"
    | "LIMS"
    | "eTMF"
    | "Safety DB"
    | "QMS"
    | "Document Management"
    | "Analytics"
    | "Other"
    | null
    | undefined;
  vendor?: string | null | undefined;
  is_validated_system?: boolean | null | undefined;
  is_gxp_system?: boolean | null | undefined;
  requires_training?: boolean | null | undefined;
  typical_users?: (string | null)[] | null | undefined;
  integration_points?: (string | null)[] | null | undefined;
  /**
   * Null means shared by all tenants.
   * Enforced by the database only: systems_tenant_id_fkey: REFERENCES tenants (id)
   */
  tenant_id?: string | null | undefined;
  created_at?: string | undefined;
  updated_at?: string | undefined;
};

/** Reports, documents and filings that a role produces. */
export type DeliverablesRow = {
  id: string;
  name: string;
  description: string | null;
  deliverable_type: 
    | "Report"
    | "Document"
    | "Presentation"
    | "Analysis"
    | "Filing"
    | "Protocol"
    | "Plan"
    | "Other"
    | null;
  category: string | null;
  typical_frequency: string | null;
  is_regulatory_submission: boolean | null;
  is_controlled_document: boolean | null;
  template_available: boolean | null;
  approval_required: boolean | null;
  typical_reviewers: (string | null)[] | null;
  /** Null means shared by all tenants. */
  tenant_id: string | null;
  created_at: string;
  updated_at: string;
  search_vector: string | null;
};

/**
 * A new row of deliverables.
 * Enforced by the database only: deliverables_tenant_id_name_key: UNIQUE NULLS NOT DISTINCT (tenant_id, name)
 */
export type DeliverablesInsert = {
  /** Enforced by the database only: deliverables_pkey: PRIMARY KEY (id) */
  id?: string | undefined;
  name: string;
  description?: string | null | undefined;
  deliverable_type?: 
    | "Report"
    | "Document"
    | "Presentation"
    | "Analysis"
    | "Filing"
    | "Protocol"
    | "Plan"
    | "Other"
    | null
    | undefined;
  category?: string | null | undefined;
  typical_frequency?: string | null | undefined;
  is_regulatory_submission?: boolean | null | undefined;
  is_controlled_document?: boolean | null | undefined;
  template_available?: boolean | null | undefined;
  approval_required?: boolean | null | undefined;
  typical_reviewers?: (string | null)[] | null | undefined;
  /**
   * Null means shared by all tenants.
   * Enforced by the database only: deliverables_tenant_id_fkey: REFERENCES tenants (id)
   */
  tenant_id?: string | null | undefined;
  created_at?: string | undefined;
  updated_at?: string | undefined;
};

/**
 * Changes to a row of deliverables.
 * Enforced by the database only: deliverables_tenant_id_name_key: UNIQUE NULLS NOT DISTINCT (tenant_id, name)
 */
export type DeliverablesUpdate = {
  /** Enforced by the database only: deliverables_pkey: PRIMARY KEY (id) */
  id?: string | undefined;
  name?: string | undefined;
  description?: string | null | undefined;
  deliverable_type?: 
    | "Report"
    | "Document"
    | "Presentation"
    | "Analysis"
    | "Filing"
    | "Protocol"
    | "Plan"
    | "Other"
    | null
    | undefined;
  category?: string | null | undefined;
  typical_frequency?: string | null | undefined;
  is_regulatory_submission?: boolean | null | undefined;
  is_controlled_document?: boolean | null | undefined;
  template_available?: boolean | null | undefined;
  approval_required?: boolean | null | undefined;
  typical_reviewers?: (string | null)[] | null | undefined;
  /**
   * Null means shared by all tenants.
   * Enforced by the database only: deliverables_tenant_id_fkey: REFERENCES tenants (id)
   */
  tenant_id?: string | null | undefined;
  created_at?: string | undefined;
  updated_at?: string | undefined;
};

/** Fields of medicine, from the area down to the indication group. */
export type TherapeuticAreasRow = {
  id: string;
  name: string;
  description: string | null;
  parent_area_id: string | null;
  icd_codes: (string | null)[] | null;
  key_indications: (string | null)[] | null;
  key_drugs: (string | null)[] | null;
  regulatory_considerations: string | null;
  /** Null means shared by all tenants. */
  tenant_id: string | null;
  created_at: string;
  updated_at: string;
  search_vector: string | null;
};

/**
 * A new row of therapeutic_areas.
 * Enforced by the database only: therapeutic_areas_tenant_id_name_key: UNIQUE NULLS NOT DISTINCT (tenant_id, name)
 */
export type TherapeuticAreasInsert = {
  /** Enforced by the database only: therapeutic_areas_pkey: PRIMARY KEY (id) */
  id?: string | undefined;
  name: string;
  description?: string | null | undefined;
  /** Enforced by the database only: therapeutic_areas_parent_area_id_fkey: REFERENCES therapeutic_areas (id) */
  parent_area_id?: string | null | undefined;
  icd_codes?: (string | null)[] | null | undefined;
  key_indications?: (string | null)[] | null | undefined;
  key_drugs?: (string | null)[] | null | undefined;
  regulatory_considerations?: string | null | undefined;
  /**
   * Null means shared by all tenants.
   * Enforced by the database only: therapeutic_areas_tenant_id_fkey: REFERENCES tenants (id)
   */
  tenant_id?: string | null | undefined;
  created_at?: string | undefined;
  updated_at?: string | undefined;
};

/**
 * Changes to a row of therapeutic_areas.
 * Enforced by the database only: therapeutic_areas_tenant_id_name_key: UNIQUE NULLS NOT DISTINCT (tenant_id, name)
 */
export type TherapeuticAreasUpdate = {
  /** Enforced by the database only: therapeutic_areas_pkey: PRIMARY KEY (id) */
  id?: string | undefined;
  name?: string | undefined;
  description?: string | null | undefined;
  /** Enforced by the database only: therapeutic_areas_parent_area_id_fkey: REFERENCES therapeutic_areas (id) */
  parent_area_id?: string | null | undefined;
  icd_codes?: (string | null)[] | null | undefined;
  key_indications?: (string | null)[] | null | undefined;
  key_drugs?: (string | null)[] | null | undefined;
  regulatory_considerations?: string | null | undefined;
  /**
   * Null means shared by all tenants.
   * Enforced by the database only: therapeutic_areas_tenant_id_fkey: REFERENCES tenants (id)
   */
  tenant_id?: string | null | undefined;
  created_at?: string | undefined;
  updated_at?: string | undefined;
};

/** Kinds of people and bodies that a role deals with. */
export type StakeholderTypesRow = {
  id: string;
  name: string;
  description: string | null;
  stakeholder_category: 
    | "Internal"
    | "External"
    | "Regulatory"
    | "Clinical"
    | "Commercial"
    | "Patient"
    | null;
  interaction_frequency: string | null;
  typical_interaction_purpose: string | null;
  /** Null means shared by all tenants. */
  tenant_id: string | null;
  created_at: string;
  updated_at: string;
  search_vector: string | null;
};

/**
 * A new row of stakeholder_types.
 * Enforced by the database only: stakeholder_types_tenant_id_name_key: UNIQUE NULLS NOT DISTINCT (tenant_id, name)
 */
export type StakeholderTypesInsert = {
  /** Enforced by the database only: stakeholder_types_pkey: PRIMARY KEY (id) */
  id?: string | undefined;
  name: string;
  description?: string | null | undefined;
  stakeholder_category?: 
    | "Internal"
    | "External"
    | "Regulatory"
    | "Clinical"
    | "Commercial"
    | "Patient"
    | null
    | undefined;
  interaction_frequency?: string | null | undefined;
  typical_interaction_purpose?: string | null | undefined;
  /**
   * Null means shared by all tenants.
   * Enforced by the database only: stakeholder_types_tenant_id_fkey: REFERENCES tenants (id)
   */
  tenant_id?: string | null | undefined;
  created_at?: string | undefined;
  updated_at?: string | undefined;
};

/**
 * Changes to a row of stakeholder_types.
 * Enforced by the database only: stakeholder_types_tenant_id_name_key: UNIQUE NULLS NOT DISTINCT (tenant_id, name)
 */
export type StakeholderTypesUpdate = {
  /** Enforced by the database only: stakeholder_types_pkey: PRIMARY KEY (id) */
  id?: string | undefined;
  name?: string | undefined;
  description?: string | null | undefined;
  stakeholder_category?: 
    | "Internal"
    | "External"
    | "Regulatory"
    | "Clinical"
    | "Commercial"
    | "Patient"
    | null
    | undefined;
  interaction_frequency?: string | null | undefined;
  typical_interaction_purpose?: string | null | undefined;
  /**
   * Null means shared by all tenants.
   * Enforced by the database only: stakeholder_types_tenant_id_fkey: REFERENCES tenants (id)
   */
  tenant_id?: string | null | undefined;
  created_at?: string | undefined;
  updated_at?: string | undefined;
};

/** Ways from one role to the next. */
export type CareerPathsRow = {
  id: string;
  name: string;
  description: string | null;
  path_type: "Technical" | "Management" | "Hybrid" | "Specialist" | null;
  typical_duration_years: number | null;
  /** Null means shared by all tenants. */
  tenant_id: string | null;
  created_at: string;
  updated_at: string;
  search_vector: string | null;
};

/**
 * A new row of career_paths.
 * Enforced by the database only: career_paths_tenant_id_name_key: UNIQUE NULLS NOT DISTINCT (tenant_id, name)
 */
export type CareerPathsInsert = {
  /** Enforced by the database only: career_paths_pkey: PRIMARY KEY (id) */
  id?: string | undefined;
  name: string;
  description?: string | null | undefined;
  path_type?: "Technical" | "Management" | "Hybrid" | "Specialist" | null | undefined;
  typical_duration_years?: number | null | undefined;
  /**
   * Null means shared by all tenants.
   * Enforced by the database only: career_paths_tenant_id_fkey: REFERENCES tenants (id)
   */
  tenant_id?: string | null | undefined;
  created_at?: string | undefined;
  updated_at?: string | undefined;
};

/**
 * Changes to a row of career_paths.
 * Enforced by the database only: career_paths_tenant_id_name_key: UNIQUE NULLS NOT DISTINCT (tenant_id, name)
 */
export type CareerPathsUpdate = {
  /** Enforced by the database only: career_paths_pkey: PRIMARY KEY (id) */
  id?: string | undefined;
  name?: string | undefined;
  description?: string | null | undefined;
  path_type?: "Technical" | "Management" | "Hybrid" | "Specialist" | null | undefined;
  typical_duration_years?: number | null | undefined;
  /**
   * Null means shared by all tenants.
   * Enforced by the database only: career_paths_tenant_id_fkey: REFERENCES tenants (id)
   */
  tenant_id?: string | null | undefined;
  created_at?: string | undefined;
  updated_at?: string | undefined;
};

/** Which skills a role requires, and how well. */
export type RoleSkillsRow = {
  id: string;
  role_id: string;
  skill_id: string;
  required_proficiency: "Basic" | "Intermediate" | "Advanced" | "Expert" | null;
  is_required: boolean | null;
  importance_rank: number | null;
  can_train_on_job: boolean | null;
  typical_time_to_proficiency_months: number | null;
  created_at: string;
};

/**
 * A new row of role_skills.
 * Enforced by the database only: role_skills_pair_key: UNIQUE (role_id, skill_id)
 */
export type RoleSkillsInsert = {
  /** Enforced by the database only: role_skills_pkey: PRIMARY KEY (id) */
  id?: string | undefined;
  /** Enforced by the database only: role_skills_role_id_fkey: REFERENCES org_roles (id) */
  role_id: string;
  /** Enforced by the database only: role_skills_skill_id_fkey: REFERENCES skills (id) */
  skill_id: string;
  required_proficiency?: "Basic" | "Intermediate" | "Advanced" | "Expert" | null | undefined;
  is_required?: boolean | null | undefined;
  importance_rank?: number | null | undefined;
  can_train_on_job?: boolean | null | undefined;
  typical_time_to_proficiency_months?: number | null | undefined;
  created_at?: string | undefined;
};

/**
 * Changes to a row of role_skills.
 * Enforced by the database only: role_skills_pair_key: UNIQUE (role_id, skill_id)
 */
export type RoleSkillsUpdate = {
  /** Enforced by the database only: role_skills_pkey: PRIMARY KEY (id) */
  id?: string | undefined;
  /** Enforced by the database only: role_skills_role_id_fkey: REFERENCES org_roles (id) */
  role_id?: string | undefined;
  /** Enforced by the database only: role_skills_skill_id_fkey: REFERENCES skills (id) */
  skill_id?: string | undefined;
  required_proficiency?: "Basic" | "Intermediate" | "Advanced" | "Expert" | null | undefined;
  is_required?: boolean | null | undefined;
  importance_rank?: number | null | undefined;
  can_train_on_job?: boolean | null | undefined;
  typical_time_to_proficiency_months?: number | null | undefined;
  created_at?: string | undefined;
};

/** Which certifications a role requires, and when. */
export type RoleCertificationsRow = {
  id: string;
  role_id: string;
  certification_id: string;
  is_required: boolean | null;
  must_have_before_hire: boolean | null;
  can_obtain_after_hire_months: number | null;
  priority: number | null;
  created_at: string;
};

/**
 * A new row of role_certifications.
 * Enforced by the database only: role_certifications_pair_key: UNIQUE (role_id, certification_id)
 */
export type RoleCertificationsInsert = {
  /** Enforced by the database only: role_certifications_pkey: PRIMARY KEY (id) */
  id?: string | undefined;
  /** Enforced by the database only: role_certifications_role_id_fkey: REFERENCES org_roles (id) */
  role_id: string;
  /** Enforced by the database only: role_certifications_certification_id_fkey: REFERENCES certifications (id) */
  certification_id: string;
  is_required?: boolean | null | undefined;
  must_have_before_hire?: boolean | null | undefined;
  can_obtain_after_hire_months?: number | null | undefined;
  priority?: number | null | undefined;
  created_at?: string | undefined;
};

/**
 * Changes to a row of role_certifications.
 * Enforced by the database only: role_certifications_pair_key: UNIQUE (role_id, certification_id)
 */
export type RoleCertificationsUpdate = {
  /** Enforced by the database only: role_certifications_pkey: PRIMARY KEY (id) */
  id?: string | undefined;
  /** Enforced by the database only: role_certifications_role_id_fkey: REFERENCES org_roles (id) */
  role_id?: string | undefined;
  /** Enforced by the database only: role_certifications_certification_id_fkey: REFERENCES certifications (id) */
  certification_id?: string | undefined;
  is_required?: boolean | null | undefined;
  must_have_before_hire?: boolean | null | undefined;
  can_obtain_after_hire_months?: number | null | undefined;
  priority?: number | null | undefined;
  created_at?: string | undefined;
};

/** Which competencies a role requires, and at which level. */
export type RoleCompetenciesRow = {
  id: string;
  role_id: string;
  competency_id: string;
  required_level: string | null;
  weight: number | null;
  is_core: boolean | null;
  created_at: string;
};

/**
 * A new row of role_competencies.
 * Enforced by the database only: role_competencies_pair_key: UNIQUE (role_id, competency_id)
 */
export type RoleCompetenciesInsert = {
  /** Enforced by the database only: role_competencies_pkey: PRIMARY KEY (id) */
  id?: string | undefined;
  /** Enforced by the database only: role_competencies_role_id_fkey: REFERENCES org_roles (id) */
  role_id: string;
  /** Enforced by the database only: role_competencies_competency_id_fkey: REFERENCES competencies (id) */
  competency_id: string;
  required_level?: string | null | undefined;
  weight?: number | null | undefined;
  is_core?: boolean | null | undefined;
  created_at?: string | undefined;
};

/**
 * Changes to a row of role_competencies.
 * Enforced by the database only: role_competencies_pair_key: UNIQUE (role_id, competency_id)
 */
export type RoleCompetenciesUpdate = {
  /** Enforced by the database only: role_competencies_pkey: PRIMARY KEY (id) */
  id?: string | undefined;
  /** Enforced by the database only: role_competencies_role_id_fkey: REFERENCES org_roles (id) */
  role_id?: string | undefined;
  /** Enforced by the database only: role_competencies_competency_id_fkey: REFERENCES competencies (id) */
  competency_id?: string | undefined;
  required_level?: string | null | undefined;
  weight?: number | null | undefined;
  is_core?: boolean | null | undefined;
  created_at?: string | undefined;
};

/** Which indicators a role is measured by. */
export type RoleKpisRow = {
  id: string;
  role_id: string;
  kpi_id: string;
  target_value: number | null;
  weight: number | null;
  is_primary: boolean | null;
  measurement_frequency: string | null;
  created_at: string;
};

/**
 * A new row of role_kpis.
 * Enforced by the database only: role_kpis_pair_key: UNIQUE (role_id, kpi_id)
 */
export type RoleKpisInsert = {
  /** Enforced by the database only: role_kpis_pkey: PRIMARY KEY (id) */
  id?: string | undefined;
  /** Enforced by the database only: role_kpis_role_id_fkey: REFERENCES org_roles (id) */
  role_id: string;
  /** Enforced by the database only: role_kpis_kpi_id_fkey: REFERENCES kpis (id) */
  kpi_id: string;
  target_value?: number | null | undefined;
  weight?: number | null | undefined;
  is_primary?: boolean | null | undefined;
  measurement_frequency?: string | null | undefined;
  created_at?: string | undefined;
};

/**
 * Changes to a row of role_kpis.
 * Enforced by the database only: role_kpis_pair_key: UNIQUE (role_id, kpi_id)
 */
export type RoleKpisUpdate = {
  /** Enforced by the database only: role_kpis_pkey: PRIMARY KEY (id) */
  id?: string | undefined;
  /** Enforced by the database only: role_kpis_role_id_fkey: REFERENCES org_roles (id) */
  role_id?: string | undefined;
  /** Enforced by the database only: role_kpis_kpi_id_fkey: REFERENCES kpis (id) */
  kpi_id?: string | undefined;
  target_value?: number | null | undefined;
  weight?: number | null | undefined;
  is_primary?: boolean | null | undefined;
  measurement_frequency?: string | null | undefined;
  created_at?: string | undefined;
};

/** Which trainings a role takes, and when. */
export type RoleTrainingProgramsRow = {
  id: string;
  role_id: string;
  training_program_id: string;
  is_required: boolean | null;
  timing: "Pre-hire" | "Onboarding" | "First 30 Days" | "First 90 Days" | "Ongoing" | "Annual" | null;
  priority: number | null;
  created_at: string;
};

/**
 * A new row of role_training_programs.
 * Enforced by the database only: role_training_programs_pair_key: UNIQUE (role_id, training_program_id)
 */
export type RoleTrainingProgramsInsert = {
  /** Enforced by the database only: role_training_programs_pkey: PRIMARY KEY (id) */
  id?: string | undefined;
  /** Enforced by the database only: role_training_programs_role_id_fkey: REFERENCES org_roles (id) */
  role_id: string;
  /** Enforced by the database only: role_training_programs_training_program_id_fkey: REFERENCES training_programs (id) */
  training_program_id: string;
  is_required?: boolean | null | undefined;
  timing?: 
    | "Pre-hire"
    | "Onboarding"
    | "First 30 Days"
    | "First 90 Days"
    | "Ongoing"
    | "Annual"
    | null
    | undefined;
  priority?: number | null | undefined;
  created_at?: string | undefined;
};

/**
 * Changes to a row of role_training_programs.
 * Enforced by the database only: role_training_programs_pair_key: UNIQUE (role_id, training_program_id)
 */
export type RoleTrainingProgramsUpdate = {
  /** Enforced by the database only: role_training_programs_pkey: PRIMARY KEY (id) */
  id?: string | undefined;
  /** Enforced by the database only: role_training_programs_role_id_fkey: REFERENCES org_roles (id) */
  role_id?: string | undefined;
  /** Enforced by the database only: role_training_programs_training_program_id_fkey: REFERENCES training_programs (id) */
  training_program_id?: string | undefined;
  is_required?: boolean | null | undefined;
  timing?: 
    | "Pre-hire"
    | "Onboarding"
    | "First 30 Days"
    | "First 90 Days"
    | "Ongoing"
    | "Annual"
    | null
    | undefined;
  priority?: number | null | undefined;
  created_at?: string | undefined;
};

/** Which regulatory requirements bind a role. */
export type RoleRegulatoryRequirementsRow = {
  id: string;
  role_id: string;
  regulatory_requirement_id: string;
  compliance_criticality: "Low" | "Medium" | "High" | "Critical" | null;
  audit_frequency: string | null;
  responsible_for_compliance: boolean | null;
  created_at: string;
};

/**
 * A new row of role_regulatory_requirements.
 * Enforced by the database only: role_regulatory_requirements_pair_key: UNIQUE (role_id, regulatory_requirement_id)
 */
export type RoleRegulatoryRequirementsInsert = {
  /** Enforced by the database only: role_regulatory_requirements_pkey: PRIMARY KEY (id) */
  id?: string | undefined;
  /** Enforced by the database only: role_regulatory_requirements_role_id_fkey: REFERENCES org_roles (id) */
  role_id: string;
  /** Enforced by the database only: role_regulatory_requirements_regulatory_requirement_id_fkey: REFERENCES regulatory_requirements (id) */
  regulatory_requirement_id: string;
  compliance_criticality?: "Low" | "Medium" | "High" | "Critical" | null | undefined;
  audit_frequency?: string | null | undefined;
  responsible_for_compliance?: boolean | null | undefined;
  created_at?: string | undefined;
};

/**
 * Changes to a row of role_regulatory_requirements.
 * Enforced by the database only: role_regulatory_requirements_pair_key: UNIQUE (role_id, regulatory_requirement_id)
 */
export type RoleRegulatoryRequirementsUpdate = {
  /** Enforced by the database only: role_regulatory_requirements_pkey: PRIMARY KEY (id) */
  id?: string | undefined;
  /** Enforced by the database only: role_regulatory_requirements_role_id_fkey: REFERENCES org_roles (id) */
  role_id?: string | undefined;
  /** Enforced by the database only: role_regulatory_requirements_regulatory_requirement_id_fkey: REFERENCES regulatory_requirements (id) */
  regulatory_requirement_id?: string | undefined;
  compliance_criticality?: "Low" | "Medium" | "High" | "Critical" | null | undefined;
  audit_frequency?: string | null | undefined;
  responsible_for_compliance?: boolean | null | undefined;
  created_at?: string | undefined;
};

/** Which systems a role works with, and what it may do there. */
export type RoleSystemsRow = {
  id: string;
  role_id: string;
  system_id: string;
  access_level: "View" | "Edit" | "Admin" | "Power User" | null;
  usage_frequency: "Daily" | "Weekly" | "Monthly" | "Occasionally" | "Rarely" | null;
  is_primary_system: boolean | null;
  training_required_hours: number | null;
  created_at: string;
};

/**
 * A new row of role_systems.
 * Enforced by the database only: role_systems_pair_key: UNIQUE (role_id, system_id)
 */
export type RoleSystemsInsert = {
  /** Enforced by the database only: role_systems_pkey: PRIMARY KEY (id) */
  id?: string | undefined;
  /** Enforced by the database only: role_systems_role_id_fkey: REFERENCES org_roles (id) */
  role_id: string;
  /** Enforced by the database only: role_systems_system_id_fkey: REFERENCES systems (id) */
  system_id: string;
  access_level?: "View" | "Edit" | "Admin" | "Power User" | null | undefined;
  usage_frequency?: "Daily" | "Weekly" | "Monthly" | "Occasionally" | "Rarely" | null | undefined;
  is_primary_system?: boolean | null | undefined;
  training_required_hours?: number | null | undefined;
  created_at?: string | undefined;
};

/**
 * Changes to a row of role_systems.
 * Enforced by the database only: role_systems_pair_key: UNIQUE (role_id, system_id)
 */
export type RoleSystemsUpdate = {
  /** Enforced by the database only: role_systems_pkey: PRIMARY KEY (id) */
  id?: string | undefined;
  /** Enforced by the database only: role_systems_role_id_fkey: REFERENCES org_roles (id) */
  role_id?: string | undefined;
  /** Enforced by the database only: role_systems_system_id_fkey: REFERENCES systems (id) */
  system_id?: string | undefined;
  access_level?: "View" | "Edit" | "Admin" | "Power User" | null | undefined;
  usage_frequency?: "Daily" | "Weekly" | "Monthly" | "Occasionally" | "Rarely" | null | undefined;
  is_primary_system?: boolean | null | undefined;
  training_required_hours?: number | null | undefined;
  created_at?: string | undefined;
};

/** Which deliverables a role produces. */
export type RoleDeliverablesRow = {
  id: string;
  role_id: string;
  deliverable_id: string;
  is_primary_owner: boolean | null;
  typical_frequency: string | null;
  estimated_hours_per_occurrence: number | null;
  created_at: string;
};

/**
 * A new row of role_deliverables.
 * Enforced by the database only: role_deliverables_pair_key: UNIQUE (role_id, deliverable_id)
 */
export type RoleDeliverablesInsert = {
  /** Enforced by the database only: role_deliverables_pkey: PRIMARY KEY (id) */
  id?: string | undefined;
  /** Enforced by the database only: role_deliverables_role_id_fkey: REFERENCES org_roles (id) */
  role_id: string;
  /** Enforced by the database only: role_deliverables_deliverable_id_fkey: REFERENCES deliverables (id) */
  deliverable_id: string;
  is_primary_owner?: boolean | null | undefined;
  typical_frequency?: string | null | undefined;
  estimated_hours_per_occurrence?: number | null | undefined;
  created_at?: string | undefined;
};

/**
 * Changes to a row of role_deliverables.
 * Enforced by the database only: role_deliverables_pair_key: UNIQUE (role_id, deliverable_id)
 */
export type RoleDeliverablesUpdate = {
  /** Enforced by the database only: role_deliverables_pkey: PRIMARY KEY (id) */
  id?: string | undefined;
  /** Enforced by the database only: role_deliverables_role_id_fkey: REFERENCES org_roles (id) */
  role_id?: string | undefined;
  /** Enforced by the database only: role_deliverables_deliverable_id_fkey: REFERENCES deliverables (id) */
  deliverable_id?: string | undefined;
  is_primary_owner?: boolean | null | undefined;
  typical_frequency?: string | null | undefined;
  estimated_hours_per_occurrence?: number | null | undefined;
  created_at?: string | undefined;
};

/** Which therapeutic areas a role works in. */
export type RoleTherapeuticAreasRow = {
  id: string;
  role_id: string;
  therapeutic_area_id: string;
  expertise_level: "Awareness" | "Working Knowledge" | "Proficient" | "Expert" | null;
  is_primary_focus: boolean | null;
  created_at: string;
};

/**
 * A new row of role_therapeutic_areas.
 * Enforced by the database only: role_therapeutic_areas_pair_key: UNIQUE (role_id, therapeutic_area_id)
 */
export type RoleTherapeuticAreasInsert = {
  /** Enforced by the database only: role_therapeutic_areas_pkey: PRIMARY KEY (id) */
  id?: string | undefined;
  /** Enforced by the database only: role_therapeutic_areas_role_id_fkey: REFERENCES org_roles (id) */
  role_id: string;
  /** Enforced by the database only: role_therapeutic_areas_therapeutic_area_id_fkey: REFERENCES therapeutic_areas (id) */
  therapeutic_area_id: string;
  expertise_level?: "Awareness" | "Working Knowledge" | "Proficient" | "Expert" | null | undefined;
  is_primary_focus?: boolean | null | undefined;
  created_at?: string | undefined;
};

/**
 * Changes to a row of role_therapeutic_areas.
 * Enforced by the database only: role_therapeutic_areas_pair_key: UNIQUE (role_id, therapeutic_area_id)
 */
export type RoleTherapeuticAreasUpdate = {
  /** Enforced by the database only: role_therapeutic_areas_pkey: PRIMARY KEY (id) */
  id?: string | undefined;
  /** Enforced by the database only: role_therapeutic_areas_role_id_fkey: REFERENCES org_roles (id) */
  role_id?: string | undefined;
  /** Enforced by the database only: role_therapeutic_areas_therapeutic_area_id_fkey: REFERENCES therapeutic_areas (id) */
  therapeutic_area_id?: string | undefined;
  expertise_level?: "Awareness" | "Working Knowledge" | "Proficient" | "Expert" | null | undefined;
  is_primary_focus?: boolean | null | undefined;
  created_at?: string | undefined;
};

/** Whom a role deals with, how often and with which influence. */
export type RoleStakeholderInteractionsRow = {
  id: string;
  role_id: string;
  stakeholder_type_id: string;
  interaction_frequency: "Daily" | "Weekly" | "Monthly" | "Quarterly" | "Ad-hoc" | "Rarely" | null;
  interaction_type: string | null;
  influence_level: "Informational" | "Collaborative" | "Decision-Making" | "Leadership" | null;
  created_at: string;
};

/**
 * A new row of role_stakeholder_interactions.
 * Enforced by the database only: role_stakeholder_interactions_pair_key: UNIQUE (role_id, stakeholder_type_id)
 */
export type RoleStakeholderInteractionsInsert = {
  /** Enforced by the database only: role_stakeholder_interactions_pkey: PRIMARY KEY (id) */
  id?: string | undefined;
  /** Enforced by the database only: role_stakeholder_interactions_role_id_fkey: REFERENCES org_roles (id) */
  role_id: string;
  /** Enforced by the database only: role_stakeholder_interactions_stakeholder_type_id_fkey: REFERENCES stakeholder_types (id) */
  stakeholder_type_id: string;
  interaction_frequency?: 
    | "Daily"
    | "Weekly"
    | "Monthly"
    | "Quarterly"
    | "Ad-hoc"
    | "Rarely"
    | null
    | undefined;
  interaction_type?: string | null | undefined;
  influence_level?: "Informational" | "Collaborative" | "Decision-Making" | "Leadership" | null | undefined;
  created_at?: string | undefined;
};

/**
 * Changes to a row of role_stakeholder_interactions.
 * Enforced by the database only: role_stakeholder_interactions_pair_key: UNIQUE (role_id, stakeholder_type_id)
 */
export type RoleStakeholderInteractionsUpdate = {
  /** Enforced by the database only: role_stakeholder_interactions_pkey: PRIMARY KEY (id) */
  id?: string | undefined;
  /** Enforced by the database only: role_stakeholder_interactions_role_id_fkey: REFERENCES org_roles (id) */
  role_id?: string | undefined;
  /** Enforced by the database only: role_stakeholder_interactions_stakeholder_type_id_fkey: REFERENCES stakeholder_types (id) */
  stakeholder_type_id?: string | undefined;
  interaction_frequency?: 
    | "Daily"
    | "Weekly"
    | "Monthly"
    | "Quarterly"
    | "Ad-hoc"
    | "Rarely"
    | null
    | undefined;
  interaction_type?: string | null | undefined;
  influence_level?: "Informational" | "Collaborative" | "Decision-Making" | "Leadership" | null | undefined;
  created_at?: string | undefined;
};

/** Which role can follow on which. */
export type RoleCareerPathsRow = {
  id: string;
  from_role_id: string;
  to_role_id: string;
  career_path_id: string | null;
  typical_years_in_role: number | null;
  transition_probability: number | null;
  required_skills_gap_id: string | null;
  created_at: string;
};

/**
 * A new row of role_career_paths.
 * Enforced by the database only: role_career_paths_pair_key: UNIQUE (from_role_id, to_role_id)
 */
export type RoleCareerPathsInsert = {
  /** Enforced by the database only: role_career_paths_pkey: PRIMARY KEY (id) */
  id?: string | undefined;
  /** Enforced by the database only: role_career_paths_from_role_id_fkey: REFERENCES org_roles (id) */
  from_role_id: string;
  /** Enforced by the database only: role_career_paths_to_role_id_fkey: REFERENCES org_roles (id) */
  to_role_id: string;
  /** Enforced by the database only: role_career_paths_career_path_id_fkey: REFERENCES career_paths (id) */
  career_path_id?: string | null | undefined;
  typical_years_in_role?: number | null | undefined;
  transition_probability?: number | null | undefined;
  required_skills_gap_id?: string | null | undefined;
  created_at?: string | undefined;
};

/**
 * Changes to a row of role_career_paths.
 * Enforced by the database only: role_career_paths_pair_key: UNIQUE (from_role_id, to_role_id)
 */
export type RoleCareerPathsUpdate = {
  /** Enforced by the database only: role_career_paths_pkey: PRIMARY KEY (id) */
  id?: string | undefined;
  /** Enforced by the database only: role_career_paths_from_role_id_fkey: REFERENCES org_roles (id) */
  from_role_id?: string | undefined;
  /** Enforced by the database only: role_career_paths_to_role_id_fkey: REFERENCES org_roles (id) */
  to_role_id?: string | undefined;
  /** Enforced by the database only: role_career_paths_career_path_id_fkey: REFERENCES career_paths (id) */
  career_path_id?: string | null | undefined;
  typical_years_in_role?: number | null | undefined;
  transition_probability?: number | null | undefined;
  required_skills_gap_id?: string | null | undefined;
  created_at?: string | undefined;
};

/** All of it in the form that supabase-js takes: `createClient<Database>(...)`. */
export type Database = {
  public: {
    Tables: {
      org_roles: {
        Row: OrgRolesRow;
        Insert: OrgRolesInsert;
        Update: OrgRolesUpdate;
        Relationships: [
          {
            foreignKeyName: "org_roles_reports_to_role_id_fkey";
            columns: ["reports_to_role_id"];
            isOneToOne: false;
            referencedRelation: "org_roles";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "org_roles_function_id_fkey";
            columns: ["function_id"];
            isOneToOne: false;
            referencedRelation: "org_functions";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "org_roles_department_id_fkey";
            columns: ["department_id"];
            isOneToOne: false;
            referencedRelation: "org_departments";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "org_roles_tenant_id_fkey";
            columns: ["tenant_id"];
            isOneToOne: false;
            referencedRelation: "tenants";
            referencedColumns: ["id"];
          },
        ];
      };
      skills: {
        Row: SkillsRow;
        Insert: SkillsInsert;
        Update: SkillsUpdate;
        Relationships: [
          {
            foreignKeyName: "skills_tenant_id_fkey";
            columns: ["tenant_id"];
            isOneToOne: false;
            referencedRelation: "tenants";
            referencedColumns: ["id"];
          },
        ];
      };
      certifications: {
        Row: CertificationsRow;
        Insert: CertificationsInsert;
        Update: CertificationsUpdate;
        Relationships: [
          {
            foreignKeyName: "certifications_tenant_id_fkey";
            columns: ["tenant_id"];
            isOneToOne: false;
            referencedRelation: "tenants";
            referencedColumns: ["id"];
          },
        ];
      };
      competencies: {
        Row: CompetenciesRow;
        Insert: CompetenciesInsert;
        Update: CompetenciesUpdate;
        Relationships: [
          {
            foreignKeyName: "competencies_tenant_id_fkey";
            columns: ["tenant_id"];
            isOneToOne: false;
            referencedRelation: "tenants";
            referencedColumns: ["id"];
          },
        ];
      };
      kpis: {
        Row: KpisRow;
        Insert: KpisInsert;
        Update: KpisUpdate;
        Relationships: [
          {
            foreignKeyName: "kpis_tenant_id_fkey";
            columns: ["tenant_id"];
            isOneToOne: false;
            referencedRelation: "tenants";
            referencedColumns: ["id"];
          },
        ];
      };
      training_programs: {
        Row: TrainingProgramsRow;
        Insert: TrainingProgramsInsert;
        Update: TrainingProgramsUpdate;
        Relationships: [
          {
            foreignKeyName: "training_programs_tenant_id_fkey";
            columns: ["tenant_id"];
            isOneToOne: false;
            referencedRelation: "tenants";
            referencedColumns: ["id"];
          },
        ];
      };
      regulatory_requirements: {
        Row: RegulatoryRequirementsRow;
        Insert: RegulatoryRequirementsInsert;
        Update: RegulatoryRequirementsUpdate;
        Relationships: [
          {
            foreignKeyName: "regulatory_requirements_tenant_id_fkey";
            columns: ["tenant_id"];
            isOneToOne: false;
            referencedRelation: "tenants";
            referencedColumns: ["id"];
          },
        ];
      };
      systems: {
        Row: SystemsRow;
        Insert: SystemsInsert;
        Update: SystemsUpdate;
        Relationships: [
          {
            foreignKeyName: "systems_tenant_id_fkey";
            columns: ["tenant_id"];
            isOneToOne: false;
            referencedRelation: "tenants";
            referencedColumns: ["id"];
          },
        ];
      };
      deliverables: {
        Row: DeliverablesRow;
        Insert: DeliverablesInsert;
        Update: DeliverablesUpdate;
        Relationships: [
          {
            foreignKeyName: "deliverables_tenant_id_fkey";
            columns: ["tenant_id"];
            isOneToOne: false;
            referencedRelation: "tenants";
            referencedColumns: ["id"];
          },
        ];
      };
      therapeutic_areas: {
        Row: TherapeuticAreasRow;
        Insert: TherapeuticAreasInsert;
        Update: TherapeuticAreasUpdate;
        Relationships: [
          {
            foreignKeyName: "therapeutic_areas_parent_area_id_fkey";
            columns: ["parent_area_id"];
            isOneToOne: false;
            referencedRelation: "therapeutic_areas";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "therapeutic_areas_tenant_id_fkey";
            columns: ["tenant_id"];
            isOneToOne: false;
            referencedRelation: "tenants";
            referencedColumns: ["id"];
          },
        ];
      };
      stakeholder_types: {
        Row: StakeholderTypesRow;
        Insert: StakeholderTypesInsert;
        Update: StakeholderTypesUpdate;
        Relationships: [
          {
            foreignKeyName: "stakeholder_types_tenant_id_fkey";
            columns: ["tenant_id"];
            isOneToOne: false;
            referencedRelation: "tenants";
            referencedColumns: ["id"];
          },
        ];
      };
      career_paths: {
        Row: CareerPathsRow;
        Insert: CareerPathsInsert;
        Update: CareerPathsUpdate;
        Relationships: [
          {
            foreignKeyName: "career_paths_tenant_id_fkey";
            columns: ["tenant_id"];
            isOneToOne: false;
            referencedRelation: "tenants";
            referencedColumns: ["id"];
          },
        ];
      };
      role_skills: {
        Row: RoleSkillsRow;
        Insert: RoleSkillsInsert;
        Update: RoleSkillsUpdate;
        Relationships: [
          {
            foreignKeyName: "role_skills_role_id_fkey";
            columns: ["role_id"];
            isOneToOne: false;
            referencedRelation: "org_roles";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "role_skills_skill_id_fkey";
            columns: ["skill_id"];
            isOneToOne: false;
            referencedRelation: "skills";
            referencedColumns: ["id"];
          },
        ];
      };
      role_certifications: {
        Row: RoleCertificationsRow;
        Insert: RoleCertificationsInsert;
        Update: RoleCertificationsUpdate;
        Relationships: [
          {
            foreignKeyName: "role_certifications_role_id_fkey";
            columns: ["role_id"];
            isOneToOne: false;
            referencedRelation: "org_roles";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "role_certifications_certification_id_fkey";
            columns: ["certification_id"];
            isOneToOne: false;
            referencedRelation: "certifications";
            referencedColumns: ["id"];
          },
        ];
      };
      role_competencies: {
        Row: RoleCompetenciesRow;
        Insert: RoleCompetenciesInsert;
        Update: RoleCompetenciesUpdate;
        Relationships: [
          {
            foreignKeyName: "role_competencies_role_id_fkey";
            columns: ["role_id"];
            isOneToOne: false;
            referencedRelation: "org_roles";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "role_competencies_competency_id_fkey";
            columns: ["competency_id"];
            isOneToOne: false;
            referencedRelation: "competencies";
            referencedColumns: ["id"];
          },
        ];
      };
      role_kpis: {
        Row: RoleKpisRow;
        Insert: RoleKpisInsert;
        Update: RoleKpisUpdate;
        Relationships: [
          {
            foreignKeyName: "role_kpis_role_id_fkey";
            columns: ["role_id"];
            isOneToOne: false;
            referencedRelation: "org_roles";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "role_kpis_kpi_id_fkey";
            columns: ["kpi_id"];
            isOneToOne: false;
            referencedRelation: "kpis";
            referencedColumns: ["id"];
          },
        ];
      };
      role_training_programs: {
        Row: RoleTrainingProgramsRow;
        Insert: RoleTrainingProgramsInsert;
        Update: RoleTrainingProgramsUpdate;
        Relationships: [
          {
            foreignKeyName: "role_training_programs_role_id_fkey";
            columns: ["role_id"];
            isOneToOne: false;
            referencedRelation: "org_roles";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "role_training_programs_training_program_id_fkey";
            columns: ["training_program_id"];
            isOneToOne: false;
            referencedRelation: "training_programs";
            referencedColumns: ["id"];
          },
        ];
      };
      role_regulatory_requirements: {
        Row: RoleRegulatoryRequirementsRow;
        Insert: RoleRegulatoryRequirementsInsert;
        Update: RoleRegulatoryRequirementsUpdate;
        Relationships: [
          {
            foreignKeyName: "role_regulatory_requirements_role_id_fkey";
            columns: ["role_id"];
            isOneToOne: false;
            referencedRelation: "org_roles";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "role_regulatory_requirements_regulatory_requirement_id_fkey";
            columns: ["regulatory_requirement_id"];
            isOneToOne: false;
            referencedRelation: "regulatory_requirements";
            referencedColumns: ["id"];
          },
        ];
      };
      role_systems: {
        Row: RoleSystemsRow;
        Insert: RoleSystemsInsert;
        Update: RoleSystemsUpdate;
        Relationships: [
          {
            foreignKeyName: "role_systems_role_id_fkey";
            columns: ["role_id"];
            isOneToOne: false;
            referencedRelation: "org_roles";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "role_systems_system_id_fkey";
            columns: ["system_id"];
            isOneToOne: false;
            referencedRelation: "systems";
            referencedColumns: ["id"];
          },
        ];
      };
      role_deliverables: {
        Row: RoleDeliverablesRow;
        Insert: RoleDeliverablesInsert;
        Update: RoleDeliverablesUpdate;
        Relationships: [
          {
            foreignKeyName: "role_deliverables_role_id_fkey";
            columns: ["role_id"];
            isOneToOne: false;
            referencedRelation: "org_roles";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "role_deliverables_deliverable_id_fkey";
            columns: ["deliverable_id"];
            isOneToOne: false;
            referencedRelation: "deliverables";
            referencedColumns: ["id"];
          },
        ];
      };
      role_therapeutic_areas: {
        Row: RoleTherapeuticAreasRow;
        Insert: RoleTherapeuticAreasInsert;
        Update: RoleTherapeuticAreasUpdate;
        Relationships: [
          {
            foreignKeyName: "role_therapeutic_areas_role_id_fkey";
            columns: ["role_id"];
            isOneToOne: false;
            referencedRelation: "org_roles";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "role_therapeutic_areas_therapeutic_area_id_fkey";
            columns: ["therapeutic_area_id"];
            isOneToOne: false;
            referencedRelation: "therapeutic_areas";
            referencedColumns: ["id"];
          },
        ];
      };
      role_stakeholder_interactions: {
        Row: RoleStakeholderInteractionsRow;
        Insert: RoleStakeholderInteractionsInsert;
        Update: RoleStakeholderInteractionsUpdate;
        Relationships: [
          {
            foreignKeyName: "role_stakeholder_interactions_role_id_fkey";
            columns: ["role_id"];
            isOneToOne: false;
            referencedRelation: "org_roles";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "role_stakeholder_interactions_stakeholder_type_id_fkey";
            columns: ["stakeholder_type_id"];
            isOneToOne: false;
            referencedRelation: "stakeholder_types";
            referencedColumns: ["id"];
          },
        ];
      };
      role_career_paths: {
        Row: RoleCareerPathsRow;
        Insert: RoleCareerPathsInsert;
        Update: RoleCareerPathsUpdate;
        Relationships: [
          {
            foreignKeyName: "role_career_paths_from_role_id_fkey";
            columns: ["from_role_id"];
            isOneToOne: false;
            referencedRelation: "org_roles";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "role_career_paths_to_role_id_fkey";
            columns: ["to_role_id"];
            isOneToOne: false;
            referencedRelation: "org_roles";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "role_career_paths_career_path_id_fkey";
            columns: ["career_path_id"];
            isOneToOne: false;
            referencedRelation: "career_paths";
            referencedColumns: ["id"];
          },
        ];
      };
    };
    Views: { [_ in never]: never };
    Functions: {
      /** The keys of therapeutic_areas that the session's tenant may link to: its own and the shared ones. */
      therapeutic_areas_visible_id: {
        Args: never;
        Returns: (string | null)[];
      };
    };
    Enums: { [_ in never]: never };
    CompositeTypes: { [_ in never]: never };
  };
};
