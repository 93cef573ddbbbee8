// Zod schemas of the database pharma_roles, version 2.0.0.
// Made by schemagen from pharma_roles.yaml. Do not edit: the next build writes this file again.
//
// Needs Zod 4.5 or later, which counts the characters of a text as PostgreSQL does. Row schemas let keys pass that
// they do not know, so that a new column breaks no client; Insert and Update refuse them, as the database does. No
// schema fills in a default: that would write it on every update. The values stand in the ..._DEFAULTS constants.
import * as z from "zod";
import type {
  Json,
  OrgRolesRow,
  OrgRolesInsert,
  OrgRolesUpdate,
  SkillsRow,
  SkillsInsert,
  SkillsUpdate,
  CertificationsRow,
  CertificationsInsert,
  CertificationsUpdate,
  CompetenciesRow,
  CompetenciesInsert,
  CompetenciesUpdate,
  KpisRow,
  KpisInsert,
  KpisUpdate,
  TrainingProgramsRow,
  TrainingProgramsInsert,
  TrainingProgramsUpdate,
  RegulatoryRequirementsRow,
  RegulatoryRequirementsInsert,
  RegulatoryRequirementsUpdate,
  SystemsRow,
  SystemsInsert,
  SystemsUpdate,
  DeliverablesRow,
  DeliverablesInsert,
  DeliverablesUpdate,
  TherapeuticAreasRow,
  TherapeuticAreasInsert,
  TherapeuticAreasUpdate,
  StakeholderTypesRow,
  StakeholderTypesInsert,
  StakeholderTypesUpdate,
  CareerPathsRow,
  CareerPathsInsert,
  CareerPathsUpdate,
  RoleSkillsRow,
  RoleSkillsInsert,
  RoleSkillsUpdate,
  RoleCertificationsRow,
  RoleCertificationsInsert,
  RoleCertificationsUpdate,
  RoleCompetenciesRow,
  RoleCompetenciesInsert,
  RoleCompetenciesUpdate,
  RoleKpisRow,
  RoleKpisInsert,
  RoleKpisUpdate,
  RoleTrainingProgramsRow,
  RoleTrainingProgramsInsert,
  RoleTrainingProgramsUpdate,
  RoleRegulatoryRequirementsRow,
  RoleRegulatoryRequirementsInsert,
  RoleRegulatoryRequirementsUpdate,
  RoleSystemsRow,
  RoleSystemsInsert,
  RoleSystemsUpdate,
  RoleDeliverablesRow,
  RoleDeliverablesInsert,
  RoleDeliverablesUpdate,
  RoleTherapeuticAreasRow,
  RoleTherapeuticAreasInsert,
  RoleTherapeuticAreasUpdate,
  RoleStakeholderInteractionsRow,
  RoleStakeholderInteractionsInsert,
  RoleStakeholderInteractionsUpdate,
  RoleCareerPathsRow,
  RoleCareerPathsInsert,
  RoleCareerPathsUpdate,
} from "./database.js";

/** Whether a text has at most so many bytes in UTF-8. */
const isOfBytes = (text: string, most: number): boolean => {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes <= most;
};

/** Whether PostgreSQL can hold each text and key of a JSON value: it has no U+0000 and no half of a surrogate pair. */
const isStorable = (value: Json): boolean => {
  if (typeof value === "string") return !/[\0\p{Cs}]/u.test(value);
  if (value === null || typeof value !== "object") return true;
  return Array.isArray(value)
    ? value.every(isStorable)
    : Object.entries(value).every(([key, member]) => isStorable(key) && isStorable(member));
};

/** Whether no lexeme of a text has more than 2046 bytes in UTF-8. */
const lexemesFit = (text: string): boolean =>
  (text.match(/'(?:[^']|'')*'/gu) ?? []).every((quoted) =>
    isOfBytes(quoted.slice(1, -1).replace(/(['\\])\1/gu, "$1"), 2046),
  );

/** Any JSON value. */
const json = /*@__PURE__*/ z.json().refine(isStorable, "must not have a character that PostgreSQL cannot hold");

/** Text that PostgreSQL can hold. */
const text = /*@__PURE__*/ z.string().regex(/^[^\0\p{Cs}]*$/u, "must not have a character that PostgreSQL cannot hold");

/** Text like 2024-02-29T12:34:56.5 */
const timestampRead = /*@__PURE__*/ z.string().regex(/^(?:(?:(?:\d\d(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)-02-29|(?:000[1-9]|00[1-9]\d|0[1-9]\d\d|[1-9]\d{3})-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2[0-8])))T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,6})?)$/u, "must be written like 2024-02-29T12:34:56.5");

/** Text like 2024-02-29T12:34:56.5 */
const timestampWritten = /*@__PURE__*/ z.string().regex(/^(?:(?:(?:\d\d(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)-02-29|(?:000[1-9]|00[1-9]\d|0[1-9]\d\d|[1-9]\d{3})-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2[0-8])))T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,6})?Z?)$/u, "must be written like 2024-02-29T12:34:56.5");

/** Text like 2024-02-29T12:34:56.5+00:00 */
const timestamptz = /*@__PURE__*/ z.string().regex(/^(?:(?:(?:\d\d(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)-02-29|(?:000[1-9]|00[1-9]\d|0[1-9]\d\d|[1-9]\d{3})-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2[0-8])))T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,6})?(?:Z|[+-](?:0\d|1[0-5])(?::[0-5]\d){0,2}))$/u, "must be written like 2024-02-29T12:34:56.5+00:00");

/** Text like 'cat':1 'fat':2A */
const tsvector = /*@__PURE__*/ z.string().regex(/^(?:(?:'(?:[^'\\\0\p{Cs}]|''|\\\\)+'(?::(?:[1-9]\d{0,3}|1[0-5]\d{3}|16[0-2]\d{2}|163[0-7]\d|1638[0-2]|16383)[A-D]?(?:,(?:[1-9]\d{0,3}|1[0-5]\d{3}|16[0-2]\d{2}|163[0-7]\d|1638[0-2]|16383)[A-D]?)*)?(?: '(?:[^'\\\0\p{Cs}]|''|\\\\)+'(?::(?:[1-9]\d{0,3}|1[0-5]\d{3}|16[0-2]\d{2}|163[0-7]\d|1638[0-2]|16383)[A-D]?(?:,(?:[1-9]\d{0,3}|1[0-5]\d{3}|16[0-2]\d{2}|163[0-7]\d|1638[0-2]|16383)[A-D]?)*)?)*)?)$/u, { error: "must be written like 'cat':1 'fat':2A", abort: true }).refine(lexemesFit, "must be written like 'cat':1 'fat':2A");

/** Text like 123e4567-e89b-12d3-a456-426614174000 */
const uuid = /*@__PURE__*/ z.string().regex(/^[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$/u, "must be written like 123e4567-e89b-12d3-a456-426614174000");

/** A row of org_roles. */
export const OrgRolesRowSchema = /*@__PURE__*/ z.object({
  id: uuid,
  unique_id: /*@__PURE__*/ text.max(50),
  role_name: /*@__PURE__*/ text.max(255),
  role_title: /*@__PURE__*/ text.max(255).nullable(),
  description: /*@__PURE__*/ text.nullable(),
  seniority_level: /*@__PURE__*/ z.enum(["Executive", "Senior", "Mid", "Junior", "Entry"]).nullable(),
  reports_to_role_id: /*@__PURE__*/ uuid.nullable(),
  function_area: /*@__PURE__*/ text.max(255).nullable(),
  department_name: /*@__PURE__*/ text.max(255).nullable(),
  required_skills_deprecated: /*@__PURE__*/ z.array(/*@__PURE__*/ text.nullable()).nullable(),
  required_certifications_deprecated: /*@__PURE__*/ z.array(/*@__PURE__*/ text.nullable()).nullable(),
  years_experience_min: /*@__PURE__*/ z.int32().nullable(),
  years_experience_max: /*@__PURE__*/ z.int32().nullable(),
  migration_ready: /*@__PURE__*/ z.boolean().nullable(),
  is_active: /*@__PURE__*/ z.boolean().nullable(),
  function_id: /*@__PURE__*/ uuid.nullable(),
  department_id: /*@__PURE__*/ uuid.nullable(),
  tenant_id: /*@__PURE__*/ uuid.nullable(),
  created_at: /*@__PURE__*/ timestampRead.nullable(),
  updated_at: /*@__PURE__*/ timestampRead.nullable(),
  created_by: /*@__PURE__*/ text.max(255).nullable(),
  updated_by: /*@__PURE__*/ text.max(255).nullable(),
  search_vector: /*@__PURE__*/ tsvector.nullable(),
  role_type: /*@__PURE__*/ z.enum(["Clinical", "Research", "Regulatory", "Commercial", "Operations", "Support", "Leadership"]).nullable(),
  regulatory_oversight: /*@__PURE__*/ z.boolean().nullable(),
  gxp_critical: /*@__PURE__*/ z.boolean().nullable(),
  patient_facing: /*@__PURE__*/ z.boolean().nullable(),
  safety_critical: /*@__PURE__*/ z.boolean().nullable(),
  travel_requirement_pct: /*@__PURE__*/ z.int32().min(0).max(100).nullable(),
  remote_eligible: /*@__PURE__*/ z.boolean().nullable(),
  oncall_required: /*@__PURE__*/ z.boolean().nullable(),
  salary_band_min: /*@__PURE__*/ z.int32().nullable(),
  salary_band_max: /*@__PURE__*/ z.int32().nullable(),
  salary_currency: /*@__PURE__*/ text.max(3).nullable(),
  job_family: /*@__PURE__*/ text.max(100).nullable(),
  career_level: /*@__PURE__*/ text.max(50).nullable(),
  succession_planning_priority: /*@__PURE__*/ z.int32().min(0).max(100).nullable(),
  metadata: /*@__PURE__*/ json.nullable(),
});

/** A new row of org_roles. */
export const OrgRolesInsertSchema = /*@__PURE__*/ z.strictObject({
  id: /*@__PURE__*/ uuid.optional(),
  unique_id: /*@__PURE__*/ text.max(50),
  role_name: /*@__PURE__*/ text.max(255),
  role_title: /*@__PURE__*/ text.max(255).nullable().optional(),
  description: /*@__PURE__*/ text.nullable().optional(),
  seniority_level: /*@__PURE__*/ z.enum(["Executive", "Senior", "Mid", "Junior", "Entry"]).nullable().optional(),
  reports_to_role_id: /*@__PURE__*/ uuid.nullable().optional(),
  function_area: /*@__PURE__*/ text.max(255).nullable().optional(),
  department_name: /*@__PURE__*/ text.max(255).nullable().optional(),
  required_skills_deprecated: /*@__PURE__*/ z.array(/*@__PURE__*/ text.nullable()).nullable().optional(),
  required_certifications_deprecated: /*@__PURE__*/ z.array(/*@__PURE__*/ text.nullable()).nullable().optional(),
  years_experience_min: /*@__PURE__*/ z.int32().nullable().optional(),
  years_experience_max: /*@__PURE__*/ z.int32().nullable().optional(),
  migration_ready: /*@__PURE__*/ z.boolean().nullable().optional(),
  is_active: /*@__PURE__*/ z.boolean().nullable().optional(),
  function_id: /*@__PURE__*/ uuid.nullable().optional(),
  department_id: /*@__PURE__*/ uuid.nullable().optional(),
  tenant_id: /*@__PURE__*/ uuid.nullable().optional(),
  created_at: /*@__PURE__*/ timestampWritten.nullable().optional(),
  updated_at: /*@__PURE__*/ timestampWritten.nullable().optional(),
  created_by: /*@__PURE__*/ text.max(255).nullable().optional(),
  updated_by: /*@__PURE__*/ text.max(255).nullable().optional(),
  role_type: /*@__PURE__*/ z.enum(["Clinical", "Research", "Regulatory", "Commercial", "Operations", "Support", "Leadership"]).nullable().optional(),
  regulatory_oversight: /*@__PURE__*/ z.boolean().nullable().optional(),
  gxp_critical: /*@__PURE__*/ z.boolean().nullable().optional(),
  patient_facing: /*@__PURE__*/ z.boolean().nullable().optional(),
  safety_critical: /*@__PURE__*/ z.boolean().nullable().optional(),
  travel_requirement_pct: /*@__PURE__*/ z.int32().min(0).max(100).nullable().optional(),
  remote_eligible: /*@__PURE__*/ z.boolean().nullable().optional(),
  oncall_required: /*@__PURE__*/ z.boolean().nullable().optional(),
  salary_band_min: /*@__PURE__*/ z.int32().nullable().optional(),
  salary_band_max: /*@__PURE__*/ z.int32().nullable().optional(),
  salary_currency: /*@__PURE__*/ text.max(3).nullable().optional(),
  job_family: /*@__PURE__*/ text.max(100).nullable().optional(),
  career_level: /*@__PURE__*/ text.max(50).nullable().optional(),
  succession_planning_priority: /*@__PURE__*/ z.int32().min(0).max(100).nullable().optional(),
  metadata: /*@__PURE__*/ json.nullable().optional(),
});

/** Changes to a row of org_roles. */
export const OrgRolesUpdateSchema = /*@__PURE__*/ z.strictObject({
  id: /*@__PURE__*/ uuid.optional(),
  unique_id: /*@__PURE__*/ text.max(50).optional(),
  role_name: /*@__PURE__*/ text.max(255).optional(),
  role_title: /*@__PURE__*/ text.max(255).nullable().optional(),
  description: /*@__PURE__*/ text.nullable().optional(),
  seniority_level: /*@__PURE__*/ z.enum(["Executive", "Senior", "Mid", "Junior", "Entry"]).nullable().optional(),
  reports_to_role_id: /*@__PURE__*/ uuid.nullable().optional(),
  function_area: /*@__PURE__*/ text.max(255).nullable().optional(),
  department_name: /*@__PURE__*/ text.max(255).nullable().optional(),
  required_skills_deprecated: /*@__PURE__*/ z.array(/*@__PURE__*/ text.nullable()).nullable().optional(),
  required_certifications_deprecated: /*@__PURE__*/ z.array(/*@__PURE__*/ text.nullable()).nullable().optional(),
  years_experience_min: /*@__PURE__*/ z.int32().nullable().optional(),
  years_experience_max: /*@__PURE__*/ z.int32().nullable().optional(),
  migration_ready: /*@__PURE__*/ z.boolean().nullable().optional(),
  is_active: /*@__PURE__*/ z.boolean().nullable().optional(),
  function_id: /*@__PURE__*/ uuid.nullable().optional(),
  department_id: /*@__PURE__*/ uuid.nullable().optional(),
  tenant_id: /*@__PURE__*/ uuid.nullable().optional(),
  created_at: /*@__PURE__*/ timestampWritten.nullable().optional(),
  updated_at: /*@__PURE__*/ timestampWritten.nullable().optional(),
  created_by: /*@__PURE__*/ text.max(255).nullable().optional(),
  updated_by: /*@__PURE__*/ text.max(255).nullable().optional(),
  role_type: /*@__PURE__*/ z.enum(["Clinical", "Research", "Regulatory", "Commercial", "Operations", "Support", "Leadership"]).nullable().optional(),
  regulatory_oversight: /*@__PURE__*/ z.boolean().nullable().optional(),
  gxp_critical: /*@__PURE__*/ z.boolean().nullable().optional(),
  patient_facing: /*@__PURE__*/ z.boolean().nullable().optional(),
  safety_critical: /*@__PURE__*/ z.boolean().nullable().optional(),
  travel_requirement_pct: /*@__PURE__*/ z.int32().min(0).max(100).nullable().optional(),
  remote_eligible: /*@__PURE__*/ z.boolean().nullable().optional(),
  oncall_required: /*@__PURE__*/ z.boolean().nullable().optional(),
  salary_band_min: /*@__PURE__*/ z.int32().nullable().optional(),
  salary_band_max: /*@__PURE__*/ z.int32().nullable().optional(),
  salary_currency: /*@__PURE__*/ text.max(3).nullable().optional(),
  job_family: /*@__PURE__*/ text.max(100).nullable().optional(),
  career_level: /*@__PURE__*/ text.max(50).nullable().optional(),
  succession_planning_priority: /*@__PURE__*/ z.int32().min(0).max(100).nullable().optional(),
  metadata: /*@__PURE__*/ json.nullable().optional(),
});

/** What org_roles gets where an insert leaves a column out, as far as it is a value. */
export const ORG_ROLES_DEFAULTS = {
  migration_ready: false,
  is_active: true,
  regulatory_oversight: false,
  gxp_critical: false,
  patient_facing: false,
  safety_critical: false,
  remote_eligible: false,
  oncall_required: false,
  salary_currency: "USD",
  metadata: {},
} satisfies OrgRolesUpdate;

/** Skills that a role can require. */
export const SkillsRowSchema = /*@__PURE__*/ z.object({
  id: uuid,
  name: /*@__PURE__*/ text.max(255),
  description: /*@__PURE__*/ text.nullable(),
  category: /*@__PURE__*/ text.max(100).nullable(),
  skill_type: /*@__PURE__*/ z.enum(["Hard", "Soft", "Technical", "Domain"]).nullable(),
  proficiency_levels: /*@__PURE__*/ z.array(/*@__PURE__*/ text.nullable()).nullable(),
  is_pharma_specific: /*@__PURE__*/ z.boolean().nullable(),
  is_certification_required: /*@__PURE__*/ z.boolean().nullable(),
  tenant_id: /*@__PURE__*/ uuid.nullable(),
  created_at: timestamptz,
  updated_at: timestamptz,
  search_vector: /*@__PURE__*/ tsvector.nullable(),
});

/**
 * A new row of skills.
 * Enforced by the database only: skills_tenant_id_name_key: UNIQUE NULLS NOT DISTINCT (tenant_id, name)
 */
export const SkillsInsertSchema = /*@__PURE__*/ z.strictObject({
  id: /*@__PURE__*/ uuid.optional(),
  name: /*@__PURE__*/ text.max(255),
  description: /*@__PURE__*/ text.nullable().optional(),
  category: /*@__PURE__*/ text.max(100).nullable().optional(),
  skill_type: /*@__PURE__*/ z.enum(["Hard", "Soft", "Technical", "Domain"]).nullable().optional(),
  proficiency_levels: /*@__PURE__*/ z.array(/*@__PURE__*/ text.nullable()).nullable().optional(),
  is_pharma_specific: /*@__PURE__*/ z.boolean().nullable().optional(),
  is_certification_required: /*@__PURE__*/ z.boolean().nullable().optional(),
  tenant_id: /*@__PURE__*/ uuid.nullable().optional(),
  created_at: /*@__PURE__*/ timestamptz.optional(),
  updated_at: /*@__PURE__*/ timestamptz.optional(),
});

/**
 * Changes to a row of skills.
 * Enforced by the database only: skills_tenant_id_name_key: UNIQUE NULLS NOT DISTINCT (tenant_id, name)
 */
export const SkillsUpdateSchema = /*@__PURE__*/ z.strictObject({
  id: /*@__PURE__*/ uuid.optional(),
  name: /*@__PURE__*/ text.max(255).optional(),
  description: /*@__PURE__*/ text.nullable().optional(),
  category: /*@__PURE__*/ text.max(100).nullable().optional(),
  skill_type: /*@__PURE__*/ z.enum(["Hard", "Soft", "Technical", "Domain"]).nullable().optional(),
  proficiency_levels: /*@__PURE__*/ z.array(/*@__PURE__*/ text.nullable()).nullable().optional(),
  is_pharma_specific: /*@__PURE__*/ z.boolean().nullable().optional(),
  is_certification_required: /*@__PURE__*/ z.boolean().nullable().optional(),
  tenant_id: /*@__PURE__*/ uuid.nullable().optional(),
  created_at: /*@__PURE__*/ timestamptz.optional(),
  updated_at: /*@__PURE__*/ timestamptz.optional(),
});

/** What skills gets where an insert leaves a column out, as far as it is a value. */
export const SKILLS_DEFAULTS = {
  is_pharma_specific: false,
  is_certification_required: false,
} satisfies SkillsUpdate;

/** Licences, certifications, credentials and trainings that somebody outside issues. */
export const CertificationsRowSchema = /*@__PURE__*/ z.object({
  id: uuid,
  name: /*@__PURE__*/ text.max(255),
  description: /*@__PURE__*/ text.nullable(),
  abbreviation: /*@__PURE__*/ text.max(50).nullable(),
  issuing_organization: /*@__PURE__*/ text.max(255).nullable(),
  certification_type: /*@__PURE__*/ z.enum(["License", "Certification", "Credential", "Training"]).nullable(),
  is_regulatory_required: /*@__PURE__*/ z.boolean().nullable(),
  requires_renewal: /*@__PURE__*/ z.boolean().nullable(),
  renewal_period_months: /*@__PURE__*/ z.int32().nullable(),
  prerequisites: /*@__PURE__*/ z.array(/*@__PURE__*/ text.nullable()).nullable(),
  geographic_scope: /*@__PURE__*/ text.max(50).nullable(),
  tenant_id: /*@__PURE__*/ uuid.nullable(),
  created_at: timestamptz,
  updated_at: timestamptz,
  search_vector: /*@__PURE__*/ tsvector.nullable(),
});

/**
 * A new row of certifications.
 * Enforced by the database only: certifications_tenant_id_name_issuing_organization_key: UNIQUE NULLS NOT DISTINCT (tenant_id, name, issuing_organization)
 */
export const CertificationsInsertSchema = /*@__PURE__*/ z.strictObject({
  id: /*@__PURE__*/ uuid.optional(),
  name: /*@__PURE__*/ text.max(255),
  description: /*@__PURE__*/ text.nullable().optional(),
  abbreviation: /*@__PURE__*/ text.max(50).nullable().optional(),
  issuing_organization: /*@__PURE__*/ text.max(255).nullable().optional(),
  certification_type: /*@__PURE__*/ z.enum(["License", "Certification", "Credential", "Training"]).nullable().optional(),
  is_regulatory_required: /*@__PURE__*/ z.boolean().nullable().optional(),
  requires_renewal: /*@__PURE__*/ z.boolean().nullable().optional(),
  renewal_period_months: /*@__PURE__*/ z.int32().nullable().optional(),
  prerequisites: /*@__PURE__*/ z.array(/*@__PURE__*/ text.nullable()).nullable().optional(),
  geographic_scope: /*@__PURE__*/ text.max(50).nullable().optional(),
  tenant_id: /*@__PURE__*/ uuid.nullable().optional(),
  created_at: /*@__PURE__*/ timestamptz.optional(),
  updated_at: /*@__PURE__*/ timestamptz.optional(),
});

/**
 * Changes to a row of certifications.
 * Enforced by the database only: certifications_tenant_id_name_issuing_organization_key: UNIQUE NULLS NOT DISTINCT (tenant_id, name, issuing_organization)
 */
export const CertificationsUpdateSchema = /*@__PURE__*/ z.strictObject({
  id: /*@__PURE__*/ uuid.optional(),
  name: /*@__PURE__*/ text.max(255).optional(),
  description: /*@__PURE__*/ text.nullable().optional(),
  abbreviation: /*@__PURE__*/ text.max(50).nullable().optional(),
  issuing_organization: /*@__PURE__*/ text.max(255).nullable().optional(),
  certification_type: /*@__PURE__*/ z.enum(["License", "Certification", "Credential", "Training"]).nullable().optional(),
  is_regulatory_required: /*@__PURE__*/ z.boolean().nullable().optional(),
  requires_renewal: /*@__PURE__*/ z.boolean().nullable().optional(),
  renewal_period_months: /*@__PURE__*/ z.int32().nullable().optional(),
  prerequisites: /*@__PURE__*/ z.array(/*@__PURE__*/ text.nullable()).nullable().optional(),
  geographic_scope: /*@__PURE__*/ text.max(50).nullable().optional(),
  tenant_id: /*@__PURE__*/ uuid.nullable().optional(),
  created_at: /*@__PURE__*/ timestamptz.optional(),
  updated_at: /*@__PURE__*/ timestamptz.optional(),
});

/** What certifications gets where an insert leaves a column out, as far as it is a value. */
export const CERTIFICATIONS_DEFAULTS = {
  is_regulatory_required: false,
  requires_renewal: false,
} satisfies CertificationsUpdate;

/** What people in a role can be relied on to do, and at which level. */
export const CompetenciesRowSchema = /*@__PURE__*/ z.object({
  id: uuid,
  name: /*@__PURE__*/ text.max(255),
  description: /*@__PURE__*/ text.nullable(),
  competency_type: /*@__PURE__*/ z.enum(["Leadership", "Technical", "Interpersonal", "Strategic", "Operational"]).nullable(),
  category: /*@__PURE__*/ text.max(100).nullable(),
  behavioral_indicators: /*@__PURE__*/ z.array(/*@__PURE__*/ text.nullable()).nullable(),
  proficiency_levels: /*@__PURE__*/ json.nullable(),
  is_pharma_specific: /*@__PURE__*/ z.boolean().nullable(),
  tenant_id: /*@__PURE__*/ uuid.nullable(),
  created_at: timestamptz,
  updated_at: timestamptz,
  search_vector: /*@__PURE__*/ tsvector.nullable(),
});

/**
 * A new row of competencies.
 * Enforced by the database only: competencies_tenant_id_name_key: UNIQUE NULLS NOT DISTINCT (tenant_id, name)
 */
export const CompetenciesInsertSchema = /*@__PURE__*/ z.strictObject({
  id: /*@__PURE__*/ uuid.optional(),
  name: /*@__PURE__*/ text.max(255),
  description: /*@__PURE__*/ text.nullable().optional(),
  competency_type: /*@__PURE__*/ z.enum(["Leadership", "Technical", "Interpersonal", "Strategic", "Operational"]).nullable().optional(),
  category: /*@__PURE__*/ text.max(100).nullable().optional(),
  behavioral_indicators: /*@__PURE__*/ z.array(/*@__PURE__*/ text.nullable()).nullable().optional(),
  proficiency_levels: /*@__PURE__*/ json.nullable().optional(),
  is_pharma_specific: /*@__PURE__*/ z.boolean().nullable().optional(),
  tenant_id: /*@__PURE__*/ uuid.nullable().optional(),
  created_at: /*@__PURE__*/ timestamptz.optional(),
  updated_at: /*@__PURE__*/ timestamptz.optional(),
});

/**
 * Changes to a row of competencies.
 * Enforced by the database only: competencies_tenant_id_name_key: UNIQUE NULLS NOT DISTINCT (tenant_id, name)
 */
export const CompetenciesUpdateSchema = /*@__PURE__*/ z.strictObject({
  id: /*@__PURE__*/ uuid.optional(),
  name: /*@__PURE__*/ text.max(255).optional(),
  description: /*@__PURE__*/ text.nullable().optional(),
  competency_type: /*@__PURE__*/ z.enum(["Leadership", "Technical", "Interpersonal", "Strategic", "Operational"]).nullable().optional(),
  category: /*@__PURE__*/ text.max(100).nullable().optional(),
  behavioral_indicators: /*@__PURE__*/ z.array(/*@__PURE__*/ text.nullable()).nullable().optional(),
  proficiency_levels: /*@__PURE__*/ json.nullable().optional(),
  is_pharma_specific: /*@__PURE__*/ z.boolean().nullable().optional(),
  tenant_id: /*@__PURE__*/ uuid.nullable().optional(),
  created_at: /*@__PURE__*/ timestamptz.optional(),
  updated_at: /*@__PURE__*/ timestamptz.optional(),
});

/** What competencies gets where an insert leaves a column out, as far as it is a value. */
export const COMPETENCIES_DEFAULTS = {
  is_pharma_specific: false,
} satisfies CompetenciesUpdate;

/** Key performance indicators that a role is measured by. */
export const KpisRowSchema = /*@__PURE__*/ z.object({
  id: uuid,
  name: /*@__PURE__*/ text.max(255),
  description: /*@__PURE__*/ text.nullable(),
  category: /*@__PURE__*/ text.max(100).nullable(),
  measurement_type: /*@__PURE__*/ z.enum(["Quantitative", "Qualitative", "Boolean", "Percentage"]).nullable(),
  unit_of_measure: /*@__PURE__*/ text.max(50).nullable(),
  target_value: /*@__PURE__*/ z.number().gt(-9999999999.995).lt(9999999999.995).nullable(),
  target_operator: /*@__PURE__*/ z.enum([">=", "<=", "=", ">", "<"]).nullable(),
  calculation_method: /*@__PURE__*/ text.nullable(),
  measurement_frequency: /*@__PURE__*/ text.max(50).nullable(),
  is_regulatory: /*@__PURE__*/ z.boolean().nullable(),
  tenant_id: /*@__PURE__*/ uuid.nullable(),
  created_at: timestamptz,
  updated_at: timestamptz,
  search_vector: /*@__PURE__*/ tsvector.nullable(),
});

/**
 * A new row of kpis.
 * Enforced by the database only: kpis_tenant_id_name_category_key: UNIQUE NULLS NOT DISTINCT (tenant_id, name, category)
 */
export const KpisInsertSchema = /*@__PURE__*/ z.strictObject({
  id: /*@__PURE__*/ uuid.optional(),
  name: /*@__PURE__*/ text.max(255),
  description: /*@__PURE__*/ text.nullable().optional(),
  category: /*@__PURE__*/ text.max(100).nullable().optional(),
  measurement_type: /*@__PURE__*/ z.enum(["Quantitative", "Qualitative", "Boolean", "Percentage"]).nullable().optional(),
  unit_of_measure: /*@__PURE__*/ text.max(50).nullable().optional(),
  target_value: /*@__PURE__*/ z.number().gt(-9999999999.995).lt(9999999999.995).nullable().optional(),
  target_operator: /*@__PURE__*/ z.enum([">=", "<=", "=", ">", "<"]).nullable().optional(),
  calculation_method: /*@__PURE__*/ text.nullable().optional(),
  measurement_frequency: /*@__PURE__*/ text.max(50).nullable().optional(),
  is_regulatory: /*@__PURE__*/ z.boolean().nullable().optional(),
  tenant_id: /*@__PURE__*/ uuid.nullable().optional(),
  created_at: /*@__PURE__*/ timestamptz.optional(),
  updated_at: /*@__PURE__*/ timestamptz.optional(),
});

/**
 * Changes to a row of kpis.
 * Enforced by the database only: kpis_tenant_id_name_category_key: UNIQUE NULLS NOT DISTINCT (tenant_id, name, category)
 */
export const KpisUpdateSchema = /*@__PURE__*/ z.strictObject({
  id: /*@__PURE__*/ uuid.optional(),
  name: /*@__PURE__*/ text.max(255).optional(),
  description: /*@__PURE__*/ text.nullable().optional(),
  category: /*@__PURE__*/ text.max(100).nullable().optional(),
  measurement_type: /*@__PURE__*/ z.enum(["Quantitative", "Qualitative", "Boolean", "Percentage"]).nullable().optional(),
  unit_of_measure: /*@__PURE__*/ text.max(50).nullable().optional(),
  target_value: /*@__PURE__*/ z.number().gt(-9999999999.995).lt(9999999999.995).nullable().optional(),
  target_operator: /*@__PURE__*/ z.enum([">=", "<=", "=", ">", "<"]).nullable().optional(),
  calculation_method: /*@__PURE__*/ text.nullable().optional(),
  measurement_frequency: /*@__PURE__*/ text.max(50).nullable().optional(),
  is_regulatory: /*@__PURE__*/ z.boolean().nullable().optional(),
  tenant_id: /*@__PURE__*/ uuid.nullable().optional(),
  created_at: /*@__PURE__*/ timestamptz.optional(),
  updated_at: /*@__PURE__*/ timestamptz.optional(),
});

/** What kpis gets where an insert leaves a column out, as far as it is a value. */
export const KPIS_DEFAULTS = {
  is_regulatory: false,
} satisfies KpisUpdate;

/** Trainings that a role must or may take. */
export const TrainingProgramsRowSchema = /*@__PURE__*/ z.object({
  id: uuid,
  name: /*@__PURE__*/ text.max(255),
  description: /*@__PURE__*/ text.nullable(),
  program_type: /*@__PURE__*/ z.enum(["Onboarding", "Compliance", "Technical", "Leadership", "Continuing Education"]).nullable(),
  duration_hours: /*@__PURE__*/ z.number().gt(-9999.995).lt(9999.995).nullable(),
  delivery_method: /*@__PURE__*/ text.max(50).nullable(),
  is_mandatory: /*@__PURE__*/ z.boolean().nullable(),
  is_gxp_training: /*@__PURE__*/ z.boolean().nullable(),
  recertification_required: /*@__PURE__*/ z.boolean().nullable(),
  recertification_period_months: /*@__PURE__*/ z.int32().nullable(),
  prerequisites: /*@__PURE__*/ z.array(/*@__PURE__*/ text.nullable()).nullable(),
  learning_objectives: /*@__PURE__*/ z.array(/*@__PURE__*/ text.nullable()).nullable(),
  provider: /*@__PURE__*/ text.max(255).nullable(),
  cost_per_participant: /*@__PURE__*/ z.number().gt(-99999999.995).lt(99999999.995).nullable(),
  tenant_id: /*@__PURE__*/ uuid.nullable(),
  created_at: timestamptz,
  updated_at: timestamptz,
  search_vector: /*@__PURE__*/ tsvector.nullable(),
});

/**
 * A new row of training_programs.
 * Enforced by the database only: training_programs_tenant_id_name_key: UNIQUE NULLS NOT DISTINCT (tenant_id, name)
 */
export const TrainingProgramsInsertSchema = /*@__PURE__*/ z.strictObject({
  id: /*@__PURE__*/ uuid.optional(),
  name: /*@__PURE__*/ text.max(255),
  description: /*@__PURE__*/ text.nullable().optional(),
  program_type: /*@__PURE__*/ z.enum(["Onboarding", "Compliance", "Technical", "Leadership", "Continuing Education"]).nullable().optional(),
  duration_hours: /*@__PURE__*/ z.number().gt(-9999.995).lt(9999.995).nullable().optional(),
  delivery_method: /*@__PURE__*/ text.max(50).nullable().optional(),
  is_mandatory: /*@__PURE__*/ z.boolean().nullable().optional(),
  is_gxp_training: /*@__PURE__*/ z.boolean().nullable().optional(),
  recertification_required: /*@__PURE__*/ z.boolean().nullable().optional(),
  recertification_period_months: /*@__PURE__*/ z.int32().nullable().optional(),
  prerequisites: /*@__PURE__*/ z.array(/*@__PURE__*/ text.nullable()).nullable().optional(),
  learning_objectives: /*@__PURE__*/ z.array(/*@__PURE__*/ text.nullable()).nullable().optional(),
  provider: /*@__PURE__*/ text.max(255).nullable().optional(),
  cost_per_participant: /*@__PURE__*/ z.number().gt(-99999999.995).lt(99999999.995).nullable().optional(),
  tenant_id: /*@__PURE__*/ uuid.nullable().optional(),
  created_at: /*@__PURE__*/ timestamptz.optional(),
  updated_at: /*@__PURE__*/ timestamptz.optional(),
});

/**
 * Changes to a row of training_programs.
 * Enforced by the database only: training_programs_tenant_id_name_key: UNIQUE NULLS NOT DISTINCT (tenant_id, name)
 */
export const TrainingProgramsUpdateSchema = /*@__PURE__*/ z.strictObject({
  id: /*@__PURE__*/ uuid.optional(),
  name: /*@__PURE__*/ text.max(255).optional(),
  description: /*@__PURE__*/ text.nullable().optional(),
  program_type: /*@__PURE__*/ z.enum(["Onboarding", "Compliance", "Technical", "Leadership", "Continuing Education"]).nullable().optional(),
  duration_hours: /*@__PURE__*/ z.number().gt(-9999.995).lt(9999.995).nullable().optional(),
  delivery_method: /*@__PURE__*/ text.max(50).nullable().optional(),
  is_mandatory: /*@__PURE__*/ z.boolean().nullable().optional(),
  is_gxp_training: /*@__PURE__*/ z.boolean().nullable().optional(),
  recertification_required: /*@__PURE__*/ z.boolean().nullable().optional(),
  recertification_period_months: /*@__PURE__*/ z.int32().nullable().optional(),
  prerequisites: /*@__PURE__*/ z.array(/*@__PURE__*/ text.nullable()).nullable().optional(),
  learning_objectives: /*@__PURE__*/ z.array(/*@__PURE__*/ text.nullable()).nullable().optional(),
  provider: /*@__PURE__*/ text.max(255).nullable().optional(),
  cost_per_participant: /*@__PURE__*/ z.number().gt(-99999999.995).lt(99999999.995).nullable().optional(),
  tenant_id: /*@__PURE__*/ uuid.nullable().optional(),
  created_at: /*@__PURE__*/ timestamptz.optional(),
  updated_at: /*@__PURE__*/ timestamptz.optional(),
});

/** What training_programs gets where an insert leaves a column out, as far as it is a value. */
export const TRAINING_PROGRAMS_DEFAULTS = {
  is_mandatory: false,
  is_gxp_training: false,
  recertification_required: false,
} satisfies TrainingProgramsUpdate;

/** What laws, regulations and guidelines ask of a role. */
export const RegulatoryRequirementsRowSchema = /*@__PURE__*/ z.object({
  id: uuid,
  name: /*@__PURE__*/ text.max(255),
  description: /*@__PURE__*/ text.nullable(),
  requirement_type: /*@__PURE__*/ z.enum(["Training", "Certification", "Documentation", "Audit", "Reporting"]).nullable(),
  regulatory_body: /*@__PURE__*/ text.max(100).nullable(),
  regulation_reference: /*@__PURE__*/ text.max(255).nullable(),
  jurisdiction: /*@__PURE__*/ text.max(50).nullable(),
  frequency: /*@__PURE__*/ text.max(50).nullable(),
  documentation_required: /*@__PURE__*/ z.array(/*@__PURE__*/ text.nullable()).nullable(),
  consequences_of_non_compliance: /*@__PURE__*/ text.nullable(),
  tenant_id: /*@__PURE__*/ uuid.nullable(),
  created_at: timestamptz,
  updated_at: timestamptz,
  search_vector: /*@__PURE__*/ tsvector.nullable(),
});

/**
 * A new row of regulatory_requirements.
 * Enforced by the database only: regulatory_requirements_tenant_id_name_key: UNIQUE NULLS NOT DISTINCT (tenant_id, name)
 */
export const RegulatoryRequirementsInsertSchema = /*@__PURE__*/ z.strictObject({
  id: /*@__PURE__*/ uuid.optional(),
  name: /*@__PURE__*/ text.max(255),
  description: /*@__PURE__*/ text.nullable().optional(),
  requirement_type: /*@__PURE__*/ z.enum(["Training", "Certification", "Documentation", "Audit", "Reporting"]).nullable().optional(),
  regulatory_body: /*@__PURE__*/ text.max(100).nullable().optional(),
  regulation_reference: /*@__PURE__*/ text.max(255).nullable().optional(),
  jurisdiction: /*@__PURE__*/ text.max(50).nullable().optional(),
  frequency: /*@__PURE__*/ text.max(50).nullable().optional(),
  documentation_required: /*@__PURE__*/ z.array(/*@__PURE__*/ text.nullable()).nullable().optional(),
  consequences_of_non_compliance: /*@__PURE__*/ text.nullable().optional(),
  tenant_id: /*@__PURE__*/ uuid.nullable().optional(),
  created_at: /*@__PURE__*/ timestamptz.optional(),
  updated_at: /*@__PURE__*/ timestamptz.optional(),
});

/**
 * Changes to a row of regulatory_requirements.
 * Enforced by the database only: regulatory_requirements_tenant_id_name_key: UNIQUE NULLS NOT DISTINCT (tenant_id, name)
 */
export const RegulatoryRequirementsUpdateSchema = /*@__PURE__*/ z.strictObject({
  id: /*@__PURE__*/ uuid.optional(),
  name: /*@__PURE__*/ text.max(255).optional(),
  description: /*@__PURE__*/ text.nullable().optional(),
  requirement_type: /*@__PURE__*/ z.enum(["Training", "Certification", "Documentation", "Audit", "Reporting"]).nullable().optional(),
  regulatory_body: /*@__PURE__*/ text.max(100).nullable().optional(),
  regulation_reference: /*@__PURE__*/ text.max(255).nullable().optional(),
  jurisdiction: /*@__PURE__*/ text.max(50).nullable().optional(),
  frequency: /*@__PURE__*/ text.max(50).nullable().optional(),
  documentation_required: /*@__PURE__*/ z.array(/*@__PURE__*/ text.nullable()).nullable().optional(),
  consequences_of_non_compliance: /*@__PURE__*/ text.nullable().optional(),
  tenant_id: /*@__PURE__*/ uuid.nullable().optional(),
  created_at: /*@__PURE__*/ timestamptz.optional(),
  updated_at: /*@__PURE__*/ timestamptz.optional(),
});

/** Computerised systems that a role works with. */
export const SystemsRowSchema = /*@__PURE__*/ z.object({
  id: uuid,
  name: /*@__PURE__*/ text.max(255),
  description: /*@__PURE__*/ text.nullable(),
  system_type: /*@__PURE__*/ z.enum(["EHR", "CTMS", "LIMS", "eTMF", "Safety DB", "QMS", "Document Management", "Analytics", "Other"]).nullable(),
  vendor: /*@__PURE__*/ text.max(255).nullable(),
  is_validated_system: /*@__PURE__*/ z.boolean().nullable(),
  is_gxp_system: /*@__PURE__*/ z.boolean().nullable(),
  requires_training: /*@__PURE__*/ z.boolean().nullable(),
  typical_users: /*@__PURE__*/ z.array(/*@__PURE__*/ text.nullable()).nullable(),
  integration_points: /*@__PURE__*/ z.array(/*@__PURE__*/ text.nullable()).nullable(),
  tenant_id: /*@__PURE__*/ uuid.nullable(),
  created_at: timestamptz,
  updated_at: timestamptz,
  search_vector: /*@__PURE__*/ tsvector.nullable(),
});

/**
 * A new row of systems.
 * Enforced by the database only: systems_tenant_id_name_key: UNIQUE NULLS NOT DISTINCT (tenant_id, name)
 */
export const SystemsInsertSchema = /*@__PURE__*/ z.strictObject({
  id: /*@__PURE__*/ uuid.optional(),
  name: /*@__PURE__*/ text.max(255),
  description: /*@__PURE__*/ text.nullable().optional(),
  system_type: /*@__PURE__*/ z.enum(["EHR", "CTMS", "LIMS", "eTMF", "Safety DB", "QMS", "Document Management", "Analytics", "Other"]).nullable().optional(),
  vendor: /*@__PURE__*/ text.max(255).nullable().optional(),
  is_validated_system: /*@__PURE__*/ z.boolean().nullable().optional(),
  is_gxp_system: /*@__PURE__*/ z.boolean().nullable().optional(),
  requires_training: /*@__PURE__*/ z.boolean().nullable().optional(),
  typical_users: /*@__PURE__*/ z.array(/*@__PURE__*/ text.nullable()).nullable().optional(),
  integration_points: /*@__PURE__*/ z.array(/*@__PURE__*/ text.nullable()).nullable().optional(),
  tenant_id: /*@__PURE__*/ uuid.nullable().optional(),
  created_at: /*@__PURE__*/ timestamptz.optional(),
  updated_at: /*@__PURE__*/ timestamptz.optional(),
});

/**
 * Changes to a row of systems.
 * Enforced by the database only: systems_tenant_id_name_key: UNIQUE NULLS NOT DISTINCT (tenant_id, name)
 */
export const SystemsUpdateSchema = /*@__PURE__*/ z.strictObject({
  id: /*@__PURE__*/ uuid.optional(),
  name: /*@__PURE__*/ text.max(255).optional(),
  description: /*@__PURE__*/ text.nullable().optional(),
  system_type: /*@__PURE__*/ z.enum(["EHR", "CTMS", "LIMS", "eTMF", "Safety DB", "QMS", "Document Management", "Analytics", "Other"]).nullable().optional(),
  vendor: /*@__PURE__*/ text.max(255).nullable().optional(),
  is_validated_system: /*@__PURE__*/ z.boolean().nullable().optional(),
  is_gxp_system: /*@__PURE__*/ z.boolean().nullable().optional(),
  requires_training: /*@__PURE__*/ z.boolean().nullable().optional(),
  typical_users: /*@__PURE__*/ z.array(/*@__PURE__*/ text.nullable()).nullable().optional(),
  integration_points: /*@__PURE__*/ z.array(/*@__PURE__*/ text.nullable()).nullable().optional(),
  tenant_id: /*@__PURE__*/ uuid.nullable().optional(),
  created_at: /*@__PURE__*/ timestamptz.optional(),
  updated_at: /*@__PURE__*/ timestamptz.optional(),
});

/** What systems gets where an insert leaves a column out, as far as it is a value. */
export const SYSTEMS_DEFAULTS = {
  is_validated_system: false,
  is_gxp_system: false,
  requires_training: false,
} satisfies SystemsUpdate;

/** Reports, documents and filings that a role produces. */
export const DeliverablesRowSchema = /*@__PURE__*/ z.object({
  id: uuid,
  name: /*@__PURE__*/ text.max(255),
  description: /*@__PURE__*/ text.nullable(),
  deliverable_type: /*@__PURE__*/ z.enum(["Report", "Document", "Presentation", "Analysis", "Filing", "Protocol", "Plan", "Other"]).nullable(),
  category: /*@__PURE__*/ text.max(100).nullable(),
  typical_frequency: /*@__PURE__*/ text.max(50).nullable(),
  is_regulatory_submission: /*@__PURE__*/ z.boolean().nullable(),
  is_controlled_document: /*@__PURE__*/ z.boolean().nullable(),
  template_available: /*@__PURE__*/ z.boolean().nullable(),
  approval_required: /*@__PURE__*/ z.boolean().nullable(),
  typical_reviewers: /*@__PURE__*/ z.array(/*@__PURE__*/ text.nullable()).nullable(),
  tenant_id: /*@__PURE__*/ uuid.nullable(),
  created_at: timestamptz,
  updated_at: timestamptz,
  search_vector: /*@__PURE__*/ tsvector.nullable(),
});

/**
 * A new row of deliverables.
 * Enforced by the database only: deliverables_tenant_id_name_key: UNIQUE NULLS NOT DISTINCT (tenant_id, name)
 */
export const DeliverablesInsertSchema = /*@__PURE__*/ z.strictObject({
  id: /*@__PURE__*/ uuid.optional(),
  name: /*@__PURE__*/ text.max(255),
  description: /*@__PURE__*/ text.nullable().optional(),
  deliverable_type: /*@__PURE__*/ z.enum(["Report", "Document", "Presentation", "Analysis", "Filing", "Protocol", "Plan", "Other"]).nullable().optional(),
  category: /*@__PURE__*/ text.max(100).nullable().optional(),
  typical_frequency: /*@__PURE__*/ text.max(50).nullable().optional(),
  is_regulatory_submission: /*@__PURE__*/ z.boolean().nullable().optional(),
  is_controlled_document: /*@__PURE__*/ z.boolean().nullable().optional(),
  template_available: /*@__PURE__*/ z.boolean().nullable().optional(),
  approval_required: /*@__PURE__*/ z.boolean().nullable().optional(),
  typical_reviewers: /*@__PURE__*/ z.array(/*@__PURE__*/ text.nullable()).nullable().optional(),
  tenant_id: /*@__PURE__*/ uuid.nullable().optional(),
  created_at: /*@__PURE__*/ timestamptz.optional(),
  updated_at: /*@__PURE__*/ timestamptz.optional(),
});

/**
 * Changes to a row of deliverables.
 * Enforced by the database only: deliverables_tenant_id_name_key: UNIQUE NULLS NOT DISTINCT (tenant_id, name)
 */
export const DeliverablesUpdateSchema = /*@__PURE__*/ z.strictObject({
  id: /*@__PURE__*/ uuid.optional(),
  name: /*@__PURE__*/ text.max(255).optional(),
  description: /*@__PURE__*/ text.nullable().optional(),
  deliverable_type: /*@__PURE__*/ z.enum(["Report", "Document", "Presentation", "Analysis", "Filing", "Protocol", "Plan", "Other"]).nullable().optional(),
  category: /*@__PURE__*/ text.max(100).nullable().optional(),
  typical_frequency: /*@__PURE__*/ text.max(50).nullable().optional(),
  is_regulatory_submission: /*@__PURE__*/ z.boolean().nullable().optional(),
  is_controlled_document: /*@__PURE__*/ z.boolean().nullable().optional(),
  template_available: /*@__PURE__*/ z.boolean().nullable().optional(),
  approval_required: /*@__PURE__*/ z.boolean().nullable().optional(),
  typical_reviewers: /*@__PURE__*/ z.array(/*@__PURE__*/ text.nullable()).nullable().optional(),
  tenant_id: /*@__PURE__*/ uuid.nullable().optional(),
  created_at: /*@__PURE__*/ timestamptz.optional(),
  updated_at: /*@__PURE__*/ timestamptz.optional(),
});

/** What deliverables gets where an insert leaves a column out, as far as it is a value. */
export const DELIVERABLES_DEFAULTS = {
  is_regulatory_submission: false,
  is_controlled_document: false,
  template_available: false,
  approval_required: false,
} satisfies DeliverablesUpdate;

/** Fields of medicine, from the area down to the indication group. */
export const TherapeuticAreasRowSchema = /*@__PURE__*/ z.object({
  id: uuid,
  name: /*@__PURE__*/ text.max(255),
  description: /*@__PURE__*/ text.nullable(),
  parent_area_id: /*@__PURE__*/ uuid.nullable(),
  icd_codes: /*@__PURE__*/ z.array(/*@__PURE__*/ text.nullable()).nullable(),
  key_indications: /*@__PURE__*/ z.array(/*@__PURE__*/ text.nullable()).nullable(),
  key_drugs: /*@__PURE__*/ z.array(/*@__PURE__*/ text.nullable()).nullable(),
  regulatory_considerations: /*@__PURE__*/ text.nullable(),
  tenant_id: /*@__PURE__*/ uuid.nullable(),
  created_at: timestamptz,
  updated_at: timestamptz,
  search_vector: /*@__PURE__*/ tsvector.nullable(),
});

/**
 * A new row of therapeutic_areas.
 * Enforced by the database only: therapeutic_areas_tenant_id_name_key: UNIQUE NULLS NOT DISTINCT (tenant_id, name)
 */
export const TherapeuticAreasInsertSchema = /*@__PURE__*/ z.strictObject({
  id: /*@__PURE__*/ uuid.optional(),
  name: /*@__PURE__*/ text.max(255),
  description: /*@__PURE__*/ text.nullable().optional(),
  parent_area_id: /*@__PURE__*/ uuid.nullable().optional(),
  icd_codes: /*@__PURE__*/ z.array(/*@__PURE__*/ text.nullable()).nullable().optional(),
  key_indications: /*@__PURE__*/ z.array(/*@__PURE__*/ text.nullable()).nullable().optional(),
  key_drugs: /*@__PURE__*/ z.array(/*@__PURE__*/ text.nullable()).nullable().optional(),
  regulatory_considerations: /*@__PURE__*/ text.nullable().optional(),
  tenant_id: /*@__PURE__*/ uuid.nullable().optional(),
  created_at: /*@__PURE__*/ timestamptz.optional(),
  updated_at: /*@__PURE__*/ timestamptz.optional(),
});

/**
 * Changes to a row of therapeutic_areas.
 * Enforced by the database only: therapeutic_areas_tenant_id_name_key: UNIQUE NULLS NOT DISTINCT (tenant_id, name)
 */
export const TherapeuticAreasUpdateSchema = /*@__PURE__*/ z.strictObject({
  id: /*@__PURE__*/ uuid.optional(),
  name: /*@__PURE__*/ text.max(255).optional(),
  description: /*@__PURE__*/ text.nullable().optional(),
  parent_area_id: /*@__PURE__*/ uuid.nullable().optional(),
  icd_codes: /*@__PURE__*/ z.array(/*@__PURE__*/ text.nullable()).nullable().optional(),
  key_indications: /*@__PURE__*/ z.array(/*@__PURE__*/ text.nullable()).nullable().optional(),
  key_drugs: /*@__PURE__*/ z.array(/*@__PURE__*/ text.nullable()).nullable().optional(),
  regulatory_considerations: /*@__PURE__*/ text.nullable().optional(),
  tenant_id: /*@__PURE__*/ uuid.nullable().optional(),
  created_at: /*@__PURE__*/ timestamptz.optional(),
  updated_at: /*@__PURE__*/ timestamptz.optional(),
});

/** Kinds of people and bodies that a role deals with. */
export const StakeholderTypesRowSchema = /*@__PURE__*/ z.object({
  id: uuid,
  name: /*@__PURE__*/ text.max(255),
  description: /*@__PURE__*/ text.nullable(),
  stakeholder_category: /*@__PURE__*/ z.enum(["Internal", "External", "Regulatory", "Clinical", "Commercial", "Patient"]).nullable(),
  interaction_frequency: /*@__PURE__*/ text.max(50).nullable(),
  typical_interaction_purpose: /*@__PURE__*/ text.nullable(),
  tenant_id: /*@__PURE__*/ uuid.nullable(),
  created_at: timestamptz,
  updated_at: timestamptz,
  search_vector: /*@__PURE__*/ tsvector.nullable(),
});

/**
 * A new row of stakeholder_types.
 * Enforced by the database only: stakeholder_types_tenant_id_name_key: UNIQUE NULLS NOT DISTINCT (tenant_id, name)
 */
export const StakeholderTypesInsertSchema = /*@__PURE__*/ z.strictObject({
  id: /*@__PURE__*/ uuid.optional(),
  name: /*@__PURE__*/ text.max(255),
  description: /*@__PURE__*/ text.nullable().optional(),
  stakeholder_category: /*@__PURE__*/ z.enum(["Internal", "External", "Regulatory", "Clinical", "Commercial", "Patient"]).nullable().optional(),
  interaction_frequency: /*@__PURE__*/ text.max(50).nullable().optional(),
  typical_interaction_purpose: /*@__PURE__*/ text.nullable().optional(),
  tenant_id: /*@__PURE__*/ uuid.nullable().optional(),
  created_at: /*@__PURE__*/ timestamptz.optional(),
  updated_at: /*@__PURE__*/ timestamptz.optional(),
});

/**
 * Changes to a row of stakeholder_types.
 * Enforced by the database only: stakeholder_types_tenant_id_name_key: UNIQUE NULLS NOT DISTINCT (tenant_id, name)
 */
export const StakeholderTypesUpdateSchema = /*@__PURE__*/ z.strictObject({
  id: /*@__PURE__*/ uuid.optional(),
  name: /*@__PURE__*/ text.max(255).optional(),
  description: /*@__PURE__*/ text.nullable().optional(),
  stakeholder_category: /*@__PURE__*/ z.enum(["Internal", "External", "Regulatory", "Clinical", "Commercial", "Patient"]).nullable().optional(),
  interaction_frequency: /*@__PURE__*/ text.max(50).nullable().optional(),
  typical_interaction_purpose: /*@__PURE__*/ text.nullable().optional(),
  tenant_id: /*@__PURE__*/ uuid.nullable().optional(),
  created_at: /*@__PURE__*/ timestamptz.optional(),
  updated_at: /*@__PURE__*/ timestamptz.optional(),
});

/** Ways from one role to the next. */
export const CareerPathsRowSchema = /*@__PURE__*/ z.object({
  id: uuid,
  name: /*@__PURE__*/ text.max(255),
  description: /*@__PURE__*/ text.nullable(),
  path_type: /*@__PURE__*/ z.enum(["Technical", "Management", "Hybrid", "Specialist"]).nullable(),
  typical_duration_years: /*@__PURE__*/ z.int32().nullable(),
  tenant_id: /*@__PURE__*/ uuid.nullable(),
  created_at: timestamptz,
  updated_at: timestamptz,
  search_vector: /*@__PURE__*/ tsvector.nullable(),
});

/**
 * A new row of career_paths.
 * Enforced by the database only: career_paths_tenant_id_name_key: UNIQUE NULLS NOT DISTINCT (tenant_id, name)
 */
export const CareerPathsInsertSchema = /*@__PURE__*/ z.strictObject({
  id: /*@__PURE__*/ uuid.optional(),
  name: /*@__PURE__*/ text.max(255),
  description: /*@__PURE__*/ text.nullable().optional(),
  path_type: /*@__PURE__*/ z.enum(["Technical", "Management", "Hybrid", "Specialist"]).nullable().optional(),
  typical_duration_years: /*@__PURE__*/ z.int32().nullable().optional(),
  tenant_id: /*@__PURE__*/ uuid.nullable().optional(),
  created_at: /*@__PURE__*/ timestamptz.optional(),
  updated_at: /*@__PURE__*/ timestamptz.optional(),
});

/**
 * Changes to a row of career_paths.
 * Enforced by the database only: career_paths_tenant_id_name_key: UNIQUE NULLS NOT DISTINCT (tenant_id, name)
 */
export const CareerPathsUpdateSchema = /*@__PURE__*/ z.strictObject({
  id: /*@__PURE__*/ uuid.optional(),
  name: /*@__PURE__*/ text.max(255).optional(),
  description: /*@__PURE__*/ text.nullable().optional(),
  path_type: /*@__PURE__*/ z.enum(["Technical", "Management", "Hybrid", "Specialist"]).nullable().optional(),
  typical_duration_years: /*@__PURE__*/ z.int32().nullable().optional(),
  tenant_id: /*@__PURE__*/ uuid.nullable().optional(),
  created_at: /*@__PURE__*/ timestamptz.optional(),
  updated_at: /*@__PURE__*/ timestamptz.optional(),
});

/** Which skills a role requires, and how well. */
export const RoleSkillsRowSchema = /*@__PURE__*/ z.object({
  id: uuid,
  role_id: uuid,
  skill_id: uuid,
  required_proficiency: /*@__PURE__*/ z.enum(["Basic", "Intermediate", "Advanced", "Expert"]).nullable(),
  is_required: /*@__PURE__*/ z.boolean().nullable(),
  importance_rank: /*@__PURE__*/ z.int32().nullable(),
  can_train_on_job: /*@__PURE__*/ z.boolean().nullable(),
  typical_time_to_proficiency_months: /*@__PURE__*/ z.int32().nullable(),
  created_at: timestamptz,
});

/**
 * A new row of role_skills.
 * Enforced by the database only: role_skills_pair_key: UNIQUE (role_id, skill_id)
 */
export const RoleSkillsInsertSchema = /*@__PURE__*/ z.strictObject({
  id: /*@__PURE__*/ uuid.optional(),
  role_id: uuid,
  skill_id: uuid,
  required_proficiency: /*@__PURE__*/ z.enum(["Basic", "Intermediate", "Advanced", "Expert"]).nullable().optional(),
  is_required: /*@__PURE__*/ z.boolean().nullable().optional(),
  importance_rank: /*@__PURE__*/ z.int32().nullable().optional(),
  can_train_on_job: /*@__PURE__*/ z.boolean().nullable().optional(),
  typical_time_to_proficiency_months: /*@__PURE__*/ z.int32().nullable().optional(),
  created_at: /*@__PURE__*/ timestamptz.optional(),
});

/**
 * Changes to a row of role_skills.
 * Enforced by the database only: role_skills_pair_key: UNIQUE (role_id, skill_id)
 */
export const RoleSkillsUpdateSchema = /*@__PURE__*/ z.strictObject({
  id: /*@__PURE__*/ uuid.optional(),
  role_id: /*@__PURE__*/ uuid.optional(),
  skill_id: /*@__PURE__*/ uuid.optional(),
  required_proficiency: /*@__PURE__*/ z.enum(["Basic", "Intermediate", "Advanced", "Expert"]).nullable().optional(),
  is_required: /*@__PURE__*/ z.boolean().nullable().optional(),
  importance_rank: /*@__PURE__*/ z.int32().nullable().optional(),
  can_train_on_job: /*@__PURE__*/ z.boolean().nullable().optional(),
  typical_time_to_proficiency_months: /*@__PURE__*/ z.int32().nullable().optional(),
  created_at: /*@__PURE__*/ timestamptz.optional(),
});

/** What role_skills gets where an insert leaves a column out, as far as it is a value. */
export const ROLE_SKILLS_DEFAULTS = {
  is_required: true,
  can_train_on_job: false,
} satisfies RoleSkillsUpdate;

/** Which certifications a role requires, and when. */
export const RoleCertificationsRowSchema = /*@__PURE__*/ z.object({
  id: uuid,
  role_id: uuid,
  certification_id: uuid,
  is_required: /*@__PURE__*/ z.boolean().nullable(),
  must_have_before_hire: /*@__PURE__*/ z.boolean().nullable(),
  can_obtain_after_hire_months: /*@__PURE__*/ z.int32().nullable(),
  priority: /*@__PURE__*/ z.int32().min(0).max(100).nullable(),
  created_at: timestamptz,
});

/**
 * A new row of role_certifications.
 * Enforced by the database only: role_certifications_pair_key: UNIQUE (role_id, certification_id)
 */
export const RoleCertificationsInsertSchema = /*@__PURE__*/ z.strictObject({
  id: /*@__PURE__*/ uuid.optional(),
  role_id: uuid,
  certification_id: uuid,
  is_required: /*@__PURE__*/ z.boolean().nullable().optional(),
  must_have_before_hire: /*@__PURE__*/ z.boolean().nullable().optional(),
  can_obtain_after_hire_months: /*@__PURE__*/ z.int32().nullable().optional(),
  priority: /*@__PURE__*/ z.int32().min(0).max(100).nullable().optional(),
  created_at: /*@__PURE__*/ timestamptz.optional(),
});

/**
 * Changes to a row of role_certifications.
 * Enforced by the database only: role_certifications_pair_key: UNIQUE (role_id, certification_id)
 */
export const RoleCertificationsUpdateSchema = /*@__PURE__*/ z.strictObject({
  id: /*@__PURE__*/ uuid.optional(),
  role_id: /*@__PURE__*/ uuid.optional(),
  certification_id: /*@__PURE__*/ uuid.optional(),
  is_required: /*@__PURE__*/ z.boolean().nullable().optional(),
  must_have_before_hire: /*@__PURE__*/ z.boolean().nullable().optional(),
  can_obtain_after_hire_months: /*@__PURE__*/ z.int32().nullable().optional(),
  priority: /*@__PURE__*/ z.int32().min(0).max(100).nullable().optional(),
  created_at: /*@__PURE__*/ timestamptz.optional(),
});

/** What role_certifications gets where an insert leaves a column out, as far as it is a value. */
export const ROLE_CERTIFICATIONS_DEFAULTS = {
  is_required: true,
  must_have_before_hire: false,
} satisfies RoleCertificationsUpdate;

/** Which competencies a role requires, and at which level. */
export const RoleCompetenciesRowSchema = /*@__PURE__*/ z.object({
  id: uuid,
  role_id: uuid,
  competency_id: uuid,
  required_level: /*@__PURE__*/ text.max(50).nullable(),
  weight: /*@__PURE__*/ z.number().gt(-0.005).lt(1.005).nullable(),
  is_core: /*@__PURE__*/ z.boolean().nullable(),
  created_at: timestamptz,
});

/**
 * A new row of role_competencies.
 * Enforced by the database only: role_competencies_pair_key: UNIQUE (role_id, competency_id)
 */
export const RoleCompetenciesInsertSchema = /*@__PURE__*/ z.strictObject({
  id: /*@__PURE__*/ uuid.optional(),
  role_id: uuid,
  competency_id: uuid,
  required_level: /*@__PURE__*/ text.max(50).nullable().optional(),
  weight: /*@__PURE__*/ z.number().gt(-0.005).lt(1.005).nullable().optional(),
  is_core: /*@__PURE__*/ z.boolean().nullable().optional(),
  created_at: /*@__PURE__*/ timestamptz.optional(),
});

/**
 * Changes to a row of role_competencies.
 * Enforced by the database only: role_competencies_pair_key: UNIQUE (role_id, competency_id)
 */
export const RoleCompetenciesUpdateSchema = /*@__PURE__*/ z.strictObject({
  id: /*@__PURE__*/ uuid.optional(),
  role_id: /*@__PURE__*/ uuid.optional(),
  competency_id: /*@__PURE__*/ uuid.optional(),
  required_level: /*@__PURE__*/ text.max(50).nullable().optional(),
  weight: /*@__PURE__*/ z.number().gt(-0.005).lt(1.005).nullable().optional(),
  is_core: /*@__PURE__*/ z.boolean().nullable().optional(),
  created_at: /*@__PURE__*/ timestamptz.optional(),
});

/** What role_competencies gets where an insert leaves a column out, as far as it is a value. */
export const ROLE_COMPETENCIES_DEFAULTS = {
  is_core: false,
} satisfies RoleCompetenciesUpdate;

/** Which indicators a role is measured by. */
export const RoleKpisRowSchema = /*@__PURE__*/ z.object({
  id: uuid,
  role_id: uuid,
  kpi_id: uuid,
  target_value: /*@__PURE__*/ z.number().gt(-9999999999.995).lt(9999999999.995).nullable(),
  weight: /*@__PURE__*/ z.number().gt(-0.005).lt(1.005).nullable(),
  is_primary: /*@__PURE__*/ z.boolean().nullable(),
  measurement_frequency: /*@__PURE__*/ text.max(50).nullable(),
  created_at: timestamptz,
});

/**
 * A new row of role_kpis.
 * Enforced by the database only: role_kpis_pair_key: UNIQUE (role_id, kpi_id)
 */
export const RoleKpisInsertSchema = /*@__PURE__*/ z.strictObject({
  id: /*@__PURE__*/ uuid.optional(),
  role_id: uuid,
  kpi_id: uuid,
  target_value: /*@__PURE__*/ z.number().gt(-9999999999.995).lt(9999999999.995).nullable().optional(),
  weight: /*@__PURE__*/ z.number().gt(-0.005).lt(1.005).nullable().optional(),
  is_primary: /*@__PURE__*/ z.boolean().nullable().optional(),
  measurement_frequency: /*@__PURE__*/ text.max(50).nullable().optional(),
  created_at: /*@__PURE__*/ timestamptz.optional(),
});

/**
 * Changes to a row of role_kpis.
 * Enforced by the database only: role_kpis_pair_key: UNIQUE (role_id, kpi_id)
 */
export const RoleKpisUpdateSchema = /*@__PURE__*/ z.strictObject({
  id: /*@__PURE__*/ uuid.optional(),
  role_id: /*@__PURE__*/ uuid.optional(),
  kpi_id: /*@__PURE__*/ uuid.optional(),
  target_value: /*@__PURE__*/ z.number().gt(-9999999999.995).lt(9999999999.995).nullable().optional(),
  weight: /*@__PURE__*/ z.number().gt(-0.005).lt(1.005).nullable().optional(),
  is_primary: /*@__PURE__*/ z.boolean().nullable().optional(),
  measurement_frequency: /*@__PURE__*/ text.max(50).nullable().optional(),
  created_at: /*@__PURE__*/ timestamptz.optional(),
});

/** What role_kpis gets where an insert leaves a column out, as far as it is a value. */
export const ROLE_KPIS_DEFAULTS = {
  is_primary: false,
} satisfies RoleKpisUpdate;

/** Which trainings a role takes, and when. */
export const RoleTrainingProgramsRowSchema = /*@__PURE__*/ z.object({
  id: uuid,
  role_id: uuid,
  training_program_id: uuid,
  is_required: /*@__PURE__*/ z.boolean().nullable(),
  timing: /*@__PURE__*/ z.enum(["Pre-hire", "Onboarding", "First 30 Days", "First 90 Days", "Ongoing", "Annual"]).nullable(),
  priority: /*@__PURE__*/ z.int32().min(0).max(100).nullable(),
  created_at: timestamptz,
});

/**
 * A new row of role_training_programs.
 * Enforced by the database only: role_training_programs_pair_key: UNIQUE (role_id, training_program_id)
 */
export const RoleTrainingProgramsInsertSchema = /*@__PURE__*/ z.strictObject({
  id: /*@__PURE__*/ uuid.optional(),
  role_id: uuid,
  training_program_id: uuid,
  is_required: /*@__PURE__*/ z.boolean().nullable().optional(),
  timing: /*@__PURE__*/ z.enum(["Pre-hire", "Onboarding", "First 30 Days", "First 90 Days", "Ongoing", "Annual"]).nullable().optional(),
  priority: /*@__PURE__*/ z.int32().min(0).max(100).nullable().optional(),
  created_at: /*@__PURE__*/ timestamptz.optional(),
});

/**
 * Changes to a row of role_training_programs.
 * Enforced by the database only: role_training_programs_pair_key: UNIQUE (role_id, training_program_id)
 */
export const RoleTrainingProgramsUpdateSchema = /*@__PURE__*/ z.strictObject({
  id: /*@__PURE__*/ uuid.optional(),
  role_id: /*@__PURE__*/ uuid.optional(),
  training_program_id: /*@__PURE__*/ uuid.optional(),
  is_required: /*@__PURE__*/ z.boolean().nullable().optional(),
  timing: /*@__PURE__*/ z.enum(["Pre-hire", "Onboarding", "First 30 Days", "First 90 Days", "Ongoing", "Annual"]).nullable().optional(),
  priority: /*@__PURE__*/ z.int32().min(0).max(100).nullable().optional(),
  created_at: /*@__PURE__*/ timestamptz.optional(),
});

/** What role_training_programs gets where an insert leaves a column out, as far as it is a value. */
export const ROLE_TRAINING_PROGRAMS_DEFAULTS = {
  is_required: true,
} satisfies RoleTrainingProgramsUpdate;

/** Which regulatory requirements bind a role. */
export const RoleRegulatoryRequirementsRowSchema = /*@__PURE__*/ z.object({
  id: uuid,
  role_id: uuid,
  regulatory_requirement_id: uuid,
  compliance_criticality: /*@__PURE__*/ z.enum(["Low", "Medium", "High", "Critical"]).nullable(),
  audit_frequency: /*@__PURE__*/ text.max(50).nullable(),
  responsible_for_compliance: /*@__PURE__*/ z.boolean().nullable(),
  created_at: timestamptz,
});

/**
 * A new row of role_regulatory_requirements.
 * Enforced by the database only: role_regulatory_requirements_pair_key: UNIQUE (role_id, regulatory_requirement_id)
 */
export const RoleRegulatoryRequirementsInsertSchema = /*@__PURE__*/ z.strictObject({
  id: /*@__PURE__*/ uuid.optional(),
  role_id: uuid,
  regulatory_requirement_id: uuid,
  compliance_criticality: /*@__PURE__*/ z.enum(["Low", "Medium", "High", "Critical"]).nullable().optional(),
  audit_frequency: /*@__PURE__*/ text.max(50).nullable().optional(),
  responsible_for_compliance: /*@__PURE__*/ z.boolean().nullable().optional(),
  created_at: /*@__PURE__*/ timestamptz.optional(),
});

/**
 * Changes to a row of role_regulatory_requirements.
 * Enforced by the database only: role_regulatory_requirements_pair_key: UNIQUE (role_id, regulatory_requirement_id)
 */
export const RoleRegulatoryRequirementsUpdateSchema = /*@__PURE__*/ z.strictObject({
  id: /*@__PURE__*/ uuid.optional(),
  role_id: /*@__PURE__*/ uuid.optional(),
  regulatory_requirement_id: /*@__PURE__*/ uuid.optional(),
  compliance_criticality: /*@__PURE__*/ z.enum(["Low", "Medium", "High", "Critical"]).nullable().optional(),
  audit_frequency: /*@__PURE__*/ text.max(50).nullable().optional(),
  responsible_for_compliance: /*@__PURE__*/ z.boolean().nullable().optional(),
  created_at: /*@__PURE__*/ timestamptz.optional(),
});

/** What role_regulatory_requirements gets where an insert leaves a column out, as far as it is a value. */
export const ROLE_REGULATORY_REQUIREMENTS_DEFAULTS = {
  responsible_for_compliance: false,
} satisfies RoleRegulatoryRequirementsUpdate;

/** Which systems a role works with, and what it may do there. */
export const RoleSystemsRowSchema = /*@__PURE__*/ z.object({
  id: uuid,
  role_id: uuid,
  system_id: uuid,
  access_level: /*@__PURE__*/ z.enum(["View", "Edit", "Admin", "Power User"]).nullable(),
  usage_frequency: /*@__PURE__*/ z.enum(["Daily", "Weekly", "Monthly", "Occasionally", "Rarely"]).nullable(),
  is_primary_system: /*@__PURE__*/ z.boolean().nullable(),
  training_required_hours: /*@__PURE__*/ z.number().gt(-9999.995).lt(9999.995).nullable(),
  created_at: timestamptz,
});

/**
 * A new row of role_systems.
 * Enforced by the database only: role_systems_pair_key: UNIQUE (role_id, system_id)
 */
export const RoleSystemsInsertSchema = /*@__PURE__*/ z.strictObject({
  id: /*@__PURE__*/ uuid.optional(),
  role_id: uuid,
  system_id: uuid,
  access_level: /*@__PURE__*/ z.enum(["View", "Edit", "Admin", "Power User"]).nullable().optional(),
  usage_frequency: /*@__PURE__*/ z.enum(["Daily", "Weekly", "Monthly", "Occasionally", "Rarely"]).nullable().optional(),
  is_primary_system: /*@__PURE__*/ z.boolean().nullable().optional(),
  training_required_hours: /*@__PURE__*/ z.number().gt(-9999.995).lt(9999.995).nullable().optional(),
  created_at: /*@__PURE__*/ timestamptz.optional(),
});

/**
 * Changes to a row of role_systems.
 * Enforced by the database only: role_systems_pair_key: UNIQUE (role_id, system_id)
 */
export const RoleSystemsUpdateSchema = /*@__PURE__*/ z.strictObject({
  id: /*@__PURE__*/ uuid.optional(),
  role_id: /*@__PURE__*/ uuid.optional(),
  system_id: /*@__PURE__*/ uuid.optional(),
  access_level: /*@__PURE__*/ z.enum(["View", "Edit", "Admin", "Power User"]).nullable().optional(),
  usage_frequency: /*@__PURE__*/ z.enum(["Daily", "Weekly", "Monthly", "Occasionally", "Rarely"]).nullable().optional(),
  is_primary_system: /*@__PURE__*/ z.boolean().nullable().optional(),
  training_required_hours: /*@__PURE__*/ z.number().gt(-9999.995).lt(9999.995).nullable().optional(),
  created_at: /*@__PURE__*/ timestamptz.optional(),
});

/** What role_systems gets where an insert leaves a column out, as far as it is a value. */
export const ROLE_SYSTEMS_DEFAULTS = {
  is_primary_system: false,
} satisfies RoleSystemsUpdate;

/** Which deliverables a role produces. */
export const RoleDeliverablesRowSchema = /*@__PURE__*/ z.object({
  id: uuid,
  role_id: uuid,
  deliverable_id: uuid,
  is_primary_owner: /*@__PURE__*/ z.boolean().nullable(),
  typical_frequency: /*@__PURE__*/ text.max(50).nullable(),
  estimated_hours_per_occurrence: /*@__PURE__*/ z.number().gt(-9999.995).lt(9999.995).nullable(),
  created_at: timestamptz,
});

/**
 * A new row of role_deliverables.
 * Enforced by the database only: role_deliverables_pair_key: UNIQUE (role_id, deliverable_id)
 */
export const RoleDeliverablesInsertSchema = /*@__PURE__*/ z.strictObject({
  id: /*@__PURE__*/ uuid.optional(),
  role_id: uuid,
  deliverable_id: uuid,
  is_primary_owner: /*@__PURE__*/ z.boolean().nullable().optional(),
  typical_frequency: /*@__PURE__*/ text.max(50).nullable().optional(),
  estimated_hours_per_occurrence: /*@__PURE__*/ z.number().gt(-9999.995).lt(9999.995).nullable().optional(),
  created_at: /*@__PURE__*/ timestamptz.optional(),
});

/**
 * Changes to a row of role_deliverables.
 * Enforced by the database only: role_deliverables_pair_key: UNIQUE (role_id, deliverable_id)
 */
export const RoleDeliverablesUpdateSchema = /*@__PURE__*/ z.strictObject({
  id: /*@__PURE__*/ uuid.optional(),
  role_id: /*@__PURE__*/ uuid.optional(),
  deliverable_id: /*@__PURE__*/ uuid.optional(),
  is_primary_owner: /*@__PURE__*/ z.boolean().nullable().optional(),
  typical_frequency: /*@__PURE__*/ text.max(50).nullable().optional(),
  estimated_hours_per_occurrence: /*@__PURE__*/ z.number().gt(-9999.995).lt(9999.995).nullable().optional(),
  created_at: /*@__PURE__*/ timestamptz.optional(),
});

/** What role_deliverables gets where an insert leaves a column out, as far as it is a value. */
export const ROLE_DELIVERABLES_DEFAULTS = {
  is_primary_owner: false,
} satisfies RoleDeliverablesUpdate;

/** Which therapeutic areas a role works in. */
export const RoleTherapeuticAreasRowSchema = /*@__PURE__*/ z.object({
  id: uuid,
  role_id: uuid,
  therapeutic_area_id: uuid,
  expertise_level: /*@__PURE__*/ z.enum(["Awareness", "Working Knowledge", "Proficient", "Expert"]).nullable(),
  is_primary_focus: /*@__PURE__*/ z.boolean().nullable(),
  created_at: timestamptz,
});

/**
 * A new row of role_therapeutic_areas.
 * Enforced by the database only: role_therapeutic_areas_pair_key: UNIQUE (role_id, therapeutic_area_id)
 */
export const RoleTherapeuticAreasInsertSchema = /*@__PURE__*/ z.strictObject({
  id: /*@__PURE__*/ uuid.optional(),
  role_id: uuid,
  therapeutic_area_id: uuid,
  expertise_level: /*@__PURE__*/ z.enum(["Awareness", "Working Knowledge", "Proficient", "Expert"]).nullable().optional(),
  is_primary_focus: /*@__PURE__*/ z.boolean().nullable().optional(),
  created_at: /*@__PURE__*/ timestamptz.optional(),
});

/**
 * Changes to a row of role_therapeutic_areas.
 * Enforced by the database only: role_therapeutic_areas_pair_key: UNIQUE (role_id, therapeutic_area_id)
 */
export const RoleTherapeuticAreasUpdateSchema = /*@__PURE__*/ z.strictObject({
  id: /*@__PURE__*/ uuid.optional(),
  role_id: /*@__PURE__*/ uuid.optional(),
  therapeutic_area_id: /*@__PURE__*/ uuid.optional(),
  expertise_level: /*@__PURE__*/ z.enum(["Awareness", "Working Knowledge", "Proficient", "Expert"]).nullable().optional(),
  is_primary_focus: /*@__PURE__*/ z.boolean().nullable().optional(),
  created_at: /*@__PURE__*/ timestamptz.optional(),
});

/** What role_therapeutic_areas gets where an insert leaves a column out, as far as it is a value. */
export const ROLE_THERAPEUTIC_AREAS_DEFAULTS = {
  is_primary_focus: false,
} satisfies RoleTherapeuticAreasUpdate;

/** Whom a role deals with, how often and with which influence. */
export const RoleStakeholderInteractionsRowSchema = /*@__PURE__*/ z.object({
  id: uuid,
  role_id: uuid,
  stakeholder_type_id: uuid,
  interaction_frequency: /*@__PURE__*/ z.enum(["Daily", "Weekly", "Monthly", "Quarterly", "Ad-hoc", "Rarely"]).nullable(),
  interaction_type: /*@__PURE__*/ text.max(50).nullable(),
  influence_level: /*@__PURE__*/ z.enum(["Informational", "Collaborative", "Decision-Making", "Leadership"]).nullable(),
  created_at: timestamptz,
});

/**
 * A new row of role_stakeholder_interactions.
 * Enforced by the database only: role_stakeholder_interactions_pair_key: UNIQUE (role_id, stakeholder_type_id)
 */
export const RoleStakeholderInteractionsInsertSchema = /*@__PURE__*/ z.strictObject({
  id: /*@__PURE__*/ uuid.optional(),
  role_id: uuid,
  stakeholder_type_id: uuid,
  interaction_frequency: /*@__PURE__*/ z.enum(["Daily", "Weekly", "Monthly", "Quarterly", "Ad-hoc", "Rarely"]).nullable().optional(),
  interaction_type: /*@__PURE__*/ text.max(50).nullable().optional(),
  influence_level: /*@__PURE__*/ z.enum(["Informational", "Collaborative", "Decision-Making", "Leadership"]).nullable().optional(),
  created_at: /*@__PURE__*/ timestamptz.optional(),
});

/**
 * Changes to a row of role_stakeholder_interactions.
 * Enforced by the database only: role_stakeholder_interactions_pair_key: UNIQUE (role_id, stakeholder_type_id)
 */
export const RoleStakeholderInteractionsUpdateSchema = /*@__PURE__*/ z.strictObject({
  id: /*@__PURE__*/ uuid.optional(),
  role_id: /*@__PURE__*/ uuid.optional(),
  stakeholder_type_id: /*@__PURE__*/ uuid.optional(),
  interaction_frequency: /*@__PURE__*/ z.enum(["Daily", "Weekly", "Monthly", "Quarterly", "Ad-hoc", "Rarely"]).nullable().optional(),
  interaction_type: /*@__PURE__*/ text.max(50).nullable().optional(),
  influence_level: /*@__PURE__*/ z.enum(["Informational", "Collaborative", "Decision-Making", "Leadership"]).nullable().optional(),
  created_at: /*@__PURE__*/ timestamptz.optional(),
});

/** Which role can follow on which. */
export const RoleCareerPathsRowSchema = /*@__PURE__*/ z.object({
  id: uuid,
  from_role_id: uuid,
  to_role_id: uuid,
  career_path_id: /*@__PURE__*/ uuid.nullable(),
  typical_years_in_role: /*@__PURE__*/ z.int32().nullable(),
  transition_probability: /*@__PURE__*/ z.number().gt(-0.005).lt(1.005).nullable(),
  required_skills_gap_id: /*@__PURE__*/ uuid.nullable(),
  created_at: timestamptz,
});

/**
 * A new row of role_career_paths.
 * Enforced by the database only: role_career_paths_pair_key: UNIQUE (from_role_id, to_role_id)
 */
export const RoleCareerPathsInsertSchema = /*@__PURE__*/ z.strictObject({
  id: /*@__PURE__*/ uuid.optional(),
  from_role_id: uuid,
  to_role_id: uuid,
  career_path_id: /*@__PURE__*/ uuid.nullable().optional(),
  typical_years_in_role: /*@__PURE__*/ z.int32().nullable().optional(),
  transition_probability: /*@__PURE__*/ z.number().gt(-0.005).lt(1.005).nullable().optional(),
  required_skills_gap_id: /*@__PURE__*/ uuid.nullable().optional(),
  created_at: /*@__PURE__*/ timestamptz.optional(),
});

/**
 * Changes to a row of role_career_paths.
 * Enforced by the database only: role_career_paths_pair_key: UNIQUE (from_role_id, to_role_id)
 */
export const RoleCareerPathsUpdateSchema = /*@__PURE__*/ z.strictObject({
  id: /*@__PURE__*/ uuid.optional(),
  from_role_id: /*@__PURE__*/ uuid.optional(),
  to_role_id: /*@__PURE__*/ uuid.optional(),
  career_path_id: /*@__PURE__*/ uuid.nullable().optional(),
  typical_years_in_role: /*@__PURE__*/ z.int32().nullable().optional(),
  transition_probability: /*@__PURE__*/ z.number().gt(-0.005).lt(1.005).nullable().optional(),
  required_skills_gap_id: /*@__PURE__*/ uuid.nullable().optional(),
  created_at: /*@__PURE__*/ timestamptz.optional(),
});

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Expect<T extends true> = T;

/** Does not compile unless what each schema infers is the same type as the one that is imported. */
export type SchemasAgreeWithTypes = [
  Expect<Equal<z.infer<typeof OrgRolesRowSchema>, OrgRolesRow>>,
  Expect<Equal<z.input<typeof OrgRolesInsertSchema>, OrgRolesInsert>>,
  Expect<Equal<z.input<typeof OrgRolesUpdateSchema>, OrgRolesUpdate>>,
  Expect<Equal<z.infer<typeof SkillsRowSchema>, SkillsRow>>,
  Expect<Equal<z.input<typeof SkillsInsertSchema>, SkillsInsert>>,
  Expect<Equal<z.input<typeof SkillsUpdateSchema>, SkillsUpdate>>,
  Expect<Equal<z.infer<typeof CertificationsRowSchema>, CertificationsRow>>,
  Expect<Equal<z.input<typeof CertificationsInsertSchema>, CertificationsInsert>>,
  Expect<Equal<z.input<typeof CertificationsUpdateSchema>, CertificationsUpdate>>,
  Expect<Equal<z.infer<typeof CompetenciesRowSchema>, CompetenciesRow>>,
  Expect<Equal<z.input<typeof CompetenciesInsertSchema>, CompetenciesInsert>>,
  Expect<Equal<z.input<typeof CompetenciesUpdateSchema>, CompetenciesUpdate>>,
  Expect<Equal<z.infer<typeof KpisRowSchema>, KpisRow>>,
  Expect<Equal<z.input<typeof KpisInsertSchema>, KpisInsert>>,
  Expect<Equal<z.input<typeof KpisUpdateSchema>, KpisUpdate>>,
  Expect<Equal<z.infer<typeof TrainingProgramsRowSchema>, TrainingProgramsRow>>,
  Expect<Equal<z.input<typeof TrainingProgramsInsertSchema>, TrainingProgramsInsert>>,
  Expect<Equal<z.input<typeof TrainingProgramsUpdateSchema>, TrainingProgramsUpdate>>,
  Expect<Equal<z.infer<typeof RegulatoryRequirementsRowSchema>, RegulatoryRequirementsRow>>,
  Expect<Equal<z.input<typeof RegulatoryRequirementsInsertSchema>, RegulatoryRequirementsInsert>>,
  Expect<Equal<z.input<typeof RegulatoryRequirementsUpdateSchema>, RegulatoryRequirementsUpdate>>,
  Expect<Equal<z.infer<typeof SystemsRowSchema>, SystemsRow>>,
  Expect<Equal<z.input<typeof SystemsInsertSchema>, SystemsInsert>>,
  Expect<Equal<z.input<typeof SystemsUpdateSchema>, SystemsUpdate>>,
  Expect<Equal<z.infer<typeof DeliverablesRowSchema>, DeliverablesRow>>,
  Expect<Equal<z.input<typeof DeliverablesInsertSchema>, DeliverablesInsert>>,
  Expect<Equal<z.input<typeof DeliverablesUpdateSchema>, DeliverablesUpdate>>,
  Expect<Equal<z.infer<typeof TherapeuticAreasRowSchema>, TherapeuticAreasRow>>,
  Expect<Equal<z.input<typeof TherapeuticAreasInsertSchema>, TherapeuticAreasInsert>>,
  Expect<Equal<z.input<typeof TherapeuticAreasUpdateSchema>, TherapeuticAreasUpdate>>,
  Expect<Equal<z.infer<typeof StakeholderTypesRowSchema>, StakeholderTypesRow>>,
  Expect<Equal<z.input<typeof StakeholderTypesInsertSchema>, StakeholderTypesInsert>>,
  Expect<Equal<z.input<typeof StakeholderTypesUpdateSchema>, StakeholderTypesUpdate>>,
  Expect<Equal<z.infer<typeof CareerPathsRowSchema>, CareerPathsRow>>,
  Expect<Equal<z.input<typeof CareerPathsInsertSchema>, CareerPathsInsert>>,
  Expect<Equal<z.input<typeof CareerPathsUpdateSchema>, CareerPathsUpdate>>,
  Expect<Equal<z.infer<typeof RoleSkillsRowSchema>, RoleSkillsRow>>,
  Expect<Equal<z.input<typeof RoleSkillsInsertSchema>, RoleSkillsInsert>>,
  Expect<Equal<z.input<typeof RoleSkillsUpdateSchema>, RoleSkillsUpdate>>,
  Expect<Equal<z.infer<typeof RoleCertificationsRowSchema>, RoleCertificationsRow>>,
  Expect<Equal<z.input<typeof RoleCertificationsInsertSchema>, RoleCertificationsInsert>>,
  Expect<Equal<z.input<typeof RoleCertificationsUpdateSchema>, RoleCertificationsUpdate>>,
  Expect<Equal<z.infer<typeof RoleCompetenciesRowSchema>, RoleCompetenciesRow>>,
  Expect<Equal<z.input<typeof RoleCompetenciesInsertSchema>, RoleCompetenciesInsert>>,
  Expect<Equal<z.input<typeof RoleCompetenciesUpdateSchema>, RoleCompetenciesUpdate>>,
  Expect<Equal<z.infer<typeof RoleKpisRowSchema>, RoleKpisRow>>,
  Expect<Equal<z.input<typeof RoleKpisInsertSchema>, RoleKpisInsert>>,
  Expect<Equal<z.input<typeof RoleKpisUpdateSchema>, RoleKpisUpdate>>,
  Expect<Equal<z.infer<typeof RoleTrainingProgramsRowSchema>, RoleTrainingProgramsRow>>,
  Expect<Equal<z.input<typeof RoleTrainingProgramsInsertSchema>, RoleTrainingProgramsInsert>>,
  Expect<Equal<z.input<typeof RoleTrainingProgramsUpdateSchema>, RoleTrainingProgramsUpdate>>,
  Expect<Equal<z.infer<typeof RoleRegulatoryRequirementsRowSchema>, RoleRegulatoryRequirementsRow>>,
  Expect<Equal<z.input<typeof RoleRegulatoryRequirementsInsertSchema>, RoleRegulatoryRequirementsInsert>>,
  Expect<Equal<z.input<typeof RoleRegulatoryRequirementsUpdateSchema>, RoleRegulatoryRequirementsUpdate>>,
  Expect<Equal<z.infer<typeof RoleSystemsRowSchema>, RoleSystemsRow>>,
  Expect<Equal<z.input<typeof RoleSystemsInsertSchema>, RoleSystemsInsert>>,
  Expect<Equal<z.input<typeof RoleSystemsUpdateSchema>, RoleSystemsUpdate>>,
  Expect<Equal<z.infer<typeof RoleDeliverablesRowSchema>, RoleDeliverablesRow>>,
  Expect<Equal<z.input<typeof RoleDeliverablesInsertSchema>, RoleDeliverablesInsert>>,
  Expect<Equal<z.input<typeof RoleDeliverablesUpdateSchema>, RoleDeliverablesUpdate>>,
  Expect<Equal<z.infer<typeof RoleTherapeuticAreasRowSchema>, RoleTherapeuticAreasRow>>,
  Expect<Equal<z.input<typeof RoleTherapeuticAreasInsertSchema>, RoleTherapeuticAreasInsert>>,
  Expect<Equal<z.input<typeof RoleTherapeuticAreasUpdateSchema>, RoleTherapeuticAreasUpdate>>,
  Expect<Equal<z.infer<typeof RoleStakeholderInteractionsRowSchema>, RoleStakeholderInteractionsRow>>,
  Expect<Equal<z.input<typeof RoleStakeholderInteractionsInsertSchema>, RoleStakeholderInteractionsInsert>>,
  Expect<Equal<z.input<typeof RoleStakeholderInteractionsUpdateSchema>, RoleStakeholderInteractionsUpdate>>,
  Expect<Equal<z.infer<typeof RoleCareerPathsRowSchema>, RoleCareerPathsRow>>,
  Expect<Equal<z.input<typeof RoleCareerPathsInsertSchema>, RoleCareerPathsInsert>>,
  Expect<Equal<z.input<typeof RoleCareerPathsUpdateSchema>, RoleCareerPathsUpdate>>,
];
