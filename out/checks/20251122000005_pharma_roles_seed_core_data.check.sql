-- pharma_roles 2.0.0, checks of phase 5 of 5: Core seed data
-- Made by schemagen from pharma_roles.yaml. Do not edit: change the specification and build again.
--
-- Does     reads and changes nothing. Each check is one query that returns the rows that are wrong, none when
--          all is well; each figure is there to be written down.
-- Run      as a role that sees every row (a superuser, or one with BYPASSRLS) and may read the bookkeeping:
--          psql -X -v ON_ERROR_STOP=1 -f 20251122000005_pharma_roles_seed_core_data.check.sql
--          or: schemagen check --database-url URL

BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY;
SET LOCAL client_encoding = 'UTF8';
-- Statements mean what they say, whatever old habits a database or a role keeps.
SET LOCAL standard_conforming_strings = on;
SET LOCAL transform_null_equals = off;
-- Values and definitions are read, written down and compared as text, which must be the same whoever runs this.
SET LOCAL DateStyle = 'ISO, YMD';
SET LOCAL IntervalStyle = 'postgres';
SET LOCAL TimeZone = 'UTC';
SET LOCAL extra_float_digits = 1;
SET LOCAL bytea_output = 'hex';
SET LOCAL xmlbinary = 'base64';
SET LOCAL xmloption = content;
SET LOCAL array_nulls = on;
SET LOCAL quote_all_identifiers = off;
SET LOCAL search_path = pg_catalog, pg_temp;
-- A role that policies bind gets an error instead of fewer rows.
SET LOCAL row_security = off;

-- check applied: phase 5 (seed_core_data) is applied, from the build of these files
-- Expect: no rows; a row shows the first letters of both hashes
SELECT format('phase %s (%s)', wanted.number, wanted.name) AS applied, left(wanted.build, 12) AS expected,
       coalesce(left(done.build, 12), '(not applied)') AS found
FROM (VALUES (5, 'seed_core_data', 'e01e3bef5871794d25be9584eb7645d27d05b6c354cee666348f9ca7b8d3220c')) AS wanted (number, name, build)
LEFT JOIN schemagen_pharma_roles.phases AS done ON done.number = wanted.number
WHERE done.build IS DISTINCT FROM wanted.build;

-- check references: every row of 12 foreign keys has its target
-- Expect: no rows; each row is one thing that is wrong
SELECT 'public.skills' AS "references", 'tenant_id refers to a row of public.tenants' AS expected, jsonb_build_object('id', child.id)::text AS found
FROM public.skills AS child
WHERE child.tenant_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM public.tenants AS parent WHERE parent.id = child.tenant_id)
UNION ALL
SELECT 'public.certifications' AS "references", 'tenant_id refers to a row of public.tenants' AS expected, jsonb_build_object('id', child.id)::text AS found
FROM public.certifications AS child
WHERE child.tenant_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM public.tenants AS parent WHERE parent.id = child.tenant_id)
UNION ALL
SELECT 'public.competencies' AS "references", 'tenant_id refers to a row of public.tenants' AS expected, jsonb_build_object('id', child.id)::text AS found
FROM public.competencies AS child
WHERE child.tenant_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM public.tenants AS parent WHERE parent.id = child.tenant_id)
UNION ALL
SELECT 'public.kpis' AS "references", 'tenant_id refers to a row of public.tenants' AS expected, jsonb_build_object('id', child.id)::text AS found
FROM public.kpis AS child
WHERE child.tenant_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM public.tenants AS parent WHERE parent.id = child.tenant_id)
UNION ALL
SELECT 'public.training_programs' AS "references", 'tenant_id refers to a row of public.tenants' AS expected, jsonb_build_object('id', child.id)::text AS found
FROM public.training_programs AS child
WHERE child.tenant_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM public.tenants AS parent WHERE parent.id = child.tenant_id)
UNION ALL
SELECT 'public.regulatory_requirements' AS "references", 'tenant_id refers to a row of public.tenants' AS expected, jsonb_build_object('id', child.id)::text AS found
FROM public.regulatory_requirements AS child
WHERE child.tenant_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM public.tenants AS parent WHERE parent.id = child.tenant_id)
UNION ALL
SELECT 'public.systems' AS "references", 'tenant_id refers to a row of public.tenants' AS expected, jsonb_build_object('id', child.id)::text AS found
FROM public.systems AS child
WHERE child.tenant_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM public.tenants AS parent WHERE parent.id = child.tenant_id)
UNION ALL
SELECT 'public.deliverables' AS "references", 'tenant_id refers to a row of public.tenants' AS expected, jsonb_build_object('id', child.id)::text AS found
FROM public.deliverables AS child
WHERE child.tenant_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM public.tenants AS parent WHERE parent.id = child.tenant_id)
UNION ALL
SELECT 'public.therapeutic_areas' AS "references", 'parent_area_id refers to a row of public.therapeutic_areas' AS expected, jsonb_build_object('id', child.id)::text AS found
FROM public.therapeutic_areas AS child
WHERE child.parent_area_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM public.therapeutic_areas AS parent WHERE parent.id = child.parent_area_id)
UNION ALL
SELECT 'public.therapeutic_areas' AS "references", 'tenant_id refers to a row of public.tenants' AS expected, jsonb_build_object('id', child.id)::text AS found
FROM public.therapeutic_areas AS child
WHERE child.tenant_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM public.tenants AS parent WHERE parent.id = child.tenant_id)
UNION ALL
SELECT 'public.stakeholder_types' AS "references", 'tenant_id refers to a row of public.tenants' AS expected, jsonb_build_object('id', child.id)::text AS found
FROM public.stakeholder_types AS child
WHERE child.tenant_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM public.tenants AS parent WHERE parent.id = child.tenant_id)
UNION ALL
SELECT 'public.career_paths' AS "references", 'tenant_id refers to a row of public.tenants' AS expected, jsonb_build_object('id', child.id)::text AS found
FROM public.career_paths AS child
WHERE child.tenant_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM public.tenants AS parent WHERE parent.id = child.tenant_id)
ORDER BY 1, 2, 3;

-- check duplicates: no key of 11 natural keys stands twice
-- Expect: no rows; each row is one thing that is wrong
SELECT 'public.skills' AS duplicates, 'one row for each (tenant_id, name)' AS expected, format('%s rows with %s', count(*), jsonb_build_object('tenant_id', t.tenant_id, 'name', t.name)::text) AS found
FROM public.skills AS t
GROUP BY t.tenant_id, t.name HAVING count(*) > 1
UNION ALL
SELECT 'public.certifications' AS duplicates, 'one row for each (tenant_id, name, issuing_organization)' AS expected, format('%s rows with %s', count(*), jsonb_build_object('tenant_id', t.tenant_id, 'name', t.name, 'issuing_organization', t.issuing_organization)::text) AS found
FROM public.certifications AS t
GROUP BY t.tenant_id, t.name, t.issuing_organization HAVING count(*) > 1
UNION ALL
SELECT 'public.competencies' AS duplicates, 'one row for each (tenant_id, name)' AS expected, format('%s rows with %s', count(*), jsonb_build_object('tenant_id', t.tenant_id, 'name', t.name)::text) AS found
FROM public.competencies AS t
GROUP BY t.tenant_id, t.name HAVING count(*) > 1
UNION ALL
SELECT 'public.kpis' AS duplicates, 'one row for each (tenant_id, name, category)' AS expected, format('%s rows with %s', count(*), jsonb_build_object('tenant_id', t.tenant_id, 'name', t.name, 'category', t.category)::text) AS found
FROM public.kpis AS t
GROUP BY t.tenant_id, t.name, t.category HAVING count(*) > 1
UNION ALL
SELECT 'public.training_programs' AS duplicates, 'one row for each (tenant_id, name)' AS expected, format('%s rows with %s', count(*), jsonb_build_object('tenant_id', t.tenant_id, 'name', t.name)::text) AS found
FROM public.training_programs AS t
GROUP BY t.tenant_id, t.name HAVING count(*) > 1
UNION ALL
SELECT 'public.regulatory_requirements' AS duplicates, 'one row for each (tenant_id, name)' AS expected, format('%s rows with %s', count(*), jsonb_build_object('tenant_id', t.tenant_id, 'name', t.name)::text) AS found
FROM public.regulatory_requirements AS t
GROUP BY t.tenant_id, t.name HAVING count(*) > 1
UNION ALL
SELECT 'public.systems' AS duplicates, 'one row for each (tenant_id, name)' AS expected, format('%s rows with %s', count(*), jsonb_build_object('tenant_id', t.tenant_id, 'name', t.name)::text) AS found
FROM public.systems AS t
GROUP BY t.tenant_id, t.name HAVING count(*) > 1
UNION ALL
SELECT 'public.deliverables' AS duplicates, 'one row for each (tenant_id, name)' AS expected, format('%s rows with %s', count(*), jsonb_build_object('tenant_id', t.tenant_id, 'name', t.name)::text) AS found
FROM public.deliverables AS t
GROUP BY t.tenant_id, t.name HAVING count(*) > 1
UNION ALL
SELECT 'public.therapeutic_areas' AS duplicates, 'one row for each (tenant_id, name)' AS expected, format('%s rows with %s', count(*), jsonb_build_object('tenant_id', t.tenant_id, 'name', t.name)::text) AS found
FROM public.therapeutic_areas AS t
GROUP BY t.tenant_id, t.name HAVING count(*) > 1
UNION ALL
SELECT 'public.stakeholder_types' AS duplicates, 'one row for each (tenant_id, name)' AS expected, format('%s rows with %s', count(*), jsonb_build_object('tenant_id', t.tenant_id, 'name', t.name)::text) AS found
FROM public.stakeholder_types AS t
GROUP BY t.tenant_id, t.name HAVING count(*) > 1
UNION ALL
SELECT 'public.career_paths' AS duplicates, 'one row for each (tenant_id, name)' AS expected, format('%s rows with %s', count(*), jsonb_build_object('tenant_id', t.tenant_id, 'name', t.name)::text) AS found
FROM public.career_paths AS t
GROUP BY t.tenant_id, t.name HAVING count(*) > 1
ORDER BY 1, 2, 3;

-- check seeded_1: 239 seed rows of public.skills by natural key (name)
-- Expect: no rows; each row is one thing that is wrong
SELECT 'public.skills' AS seeded_1, jsonb_build_object('name', wanted.name)::text AS expected, '(missing)' AS found
FROM (VALUES
    (('Clinical Trial Design')::varchar(255)),
    (('Clinical Trial Protocol Development')::varchar(255)),
    (('Clinical Trial Feasibility Assessment')::varchar(255)),
    (('First-in-Human Study Design')::varchar(255)),
    (('Adaptive Trial Methodology')::varchar(255)),
    (('Master Protocol Design')::varchar(255)),
    (('Dose Finding and Optimization')::varchar(255)),
    (('Endpoint Selection')::varchar(255)),
    (('Estimand Framework Application')::varchar(255)),
    (('Informed Consent Process')::varchar(255)),
    (('Medical Monitoring')::varchar(255)),
    (('Decentralized Trial Elements')::varchar(255)),
    (('Pediatric Drug Development')::varchar(255)),
    (('Patient-Reported Outcome Measurement')::varchar(255)),
    (('Clinical Trial Management')::varchar(255)),
    (('Clinical Trial Monitoring')::varchar(255)),
    (('Risk-Based Quality Management')::varchar(255)),
    (('Site Selection and Qualification')::varchar(255)),
    (('Study Start-Up')::varchar(255)),
    (('Source Data Verification')::varchar(255)),
    (('Patient Recruitment and Retention')::varchar(255)),
    (('Investigator Site Management')::varchar(255)),
    (('Trial Master File Management')::varchar(255)),
    (('Clinical Supply Management')::varchar(255)),
    (('CRO Oversight')::varchar(255)),
    (('Clinical Trial Budgeting')::varchar(255)),
    (('Protocol Deviation Management')::varchar(255)),
    (('Randomization and Trial Supply Management')::varchar(255)),
    (('Diversity and Inclusion in Clinical Research')::varchar(255)),
    (('Clinical Data Management')::varchar(255)),
    (('Electronic Data Capture Build')::varchar(255)),
    (('Medical Coding with MedDRA')::varchar(255)),
    (('Drug Coding with WHODrug')::varchar(255)),
    (('CDISC SDTM Mapping')::varchar(255)),
    (('CDASH Case Report Form Design')::varchar(255)),
    (('Define-XML Authoring')::varchar(255)),
    (('External Data Reconciliation')::varchar(255)),
    (('Query Management')::varchar(255)),
    (('Central Statistical Monitoring')::varchar(255)),
    (('Reference Data Governance')::varchar(255)),
    (('Statistical Analysis Planning')::varchar(255)),
    (('Sample Size Calculation')::varchar(255)),
    (('Survival Analysis')::varchar(255)),
    (('Bayesian Statistics')::varchar(255)),
    (('Mixed Models for Repeated Measures')::varchar(255)),
    (('Multiplicity Adjustment')::varchar(255)),
    (('Causal Inference')::varchar(255)),
    (('Meta-Analysis')::varchar(255)),
    (('CDISC ADaM Programming')::varchar(255)),
    (('SAS Programming')::varchar(255)),
    (('R Programming')::varchar(255)),
    (('Python Programming')::varchar(255)),
    (('Tables Listings and Figures Production')::varchar(255)),
    (('Interim Analysis and Data Monitoring Committee Support')::varchar(255)),
    (('Pharmacokinetic Analysis')::varchar(255)),
    (('Population PK/PD Modeling')::varchar(255)),
    (('Physiologically Based Pharmacokinetic Modeling')::varchar(255)),
    (('Drug-Drug Interaction Assessment')::varchar(255)),
    (('Bioequivalence Study Design')::varchar(255)),
    (('Immunogenicity Assessment')::varchar(255)),
    (('Biomarker Strategy')::varchar(255)),
    (('Regulatory Strategy')::varchar(255)),
    (('IND Application Preparation')::varchar(255)),
    (('EU Clinical Trial Application via CTIS')::varchar(255)),
    (('NDA and BLA Submission Management')::varchar(255)),
    (('EU Marketing Authorisation Procedures')::varchar(255)),
    (('eCTD Publishing')::varchar(255)),
    (('CMC Regulatory Affairs')::varchar(255)),
    (('Labeling Development')::varchar(255)),
    (('Health Authority Interaction')::varchar(255)),
    (('Regulatory Intelligence')::varchar(255)),
    (('Orphan Drug Designation')::varchar(255)),
    (('Expedited Program Application')::varchar(255)),
    (('Post-Approval Change Management')::varchar(255)),
    (('Advertising and Promotion Review')::varchar(255)),
    (('Medical Device Regulatory Pathways')::varchar(255)),
    (('Regulatory Information Management')::varchar(255)),
    (('Adverse Event Case Processing')::varchar(255)),
    (('Signal Detection and Management')::varchar(255)),
    (('Causality Assessment')::varchar(255)),
    (('Aggregate Safety Reporting')::varchar(255)),
    (('Risk Management Planning')::varchar(255)),
    (('Benefit-Risk Assessment')::varchar(255)),
    (('Safety Database Configuration')::varchar(255)),
    (('Literature Surveillance')::varchar(255)),
    (('Pharmacovigilance System Oversight')::varchar(255)),
    (('Pregnancy and Lactation Safety Follow-Up')::varchar(255)),
    (('Expedited Safety Reporting')::varchar(255)),
    (('Good Clinical Practice')::varchar(255)),
    (('Good Manufacturing Practice')::varchar(255)),
    (('Good Laboratory Practice')::varchar(255)),
    (('Good Distribution Practice')::varchar(255)),
    (('Good Documentation Practice')::varchar(255)),
    (('ALCOA+ Data Integrity')::varchar(255)),
    (('CAPA Management')::varchar(255)),
    (('Root Cause Analysis')::varchar(255)),
    (('Deviation Investigation')::varchar(255)),
    (('Change Control')::varchar(255)),
    (('GxP Auditing')::varchar(255)),
    (('Inspection Readiness')::varchar(255)),
    (('Quality Risk Management')::varchar(255)),
    (('Supplier Qualification')::varchar(255)),
    (('Batch Record Review')::varchar(255)),
    (('EU Batch Certification')::varchar(255)),
    (('SOP Authoring')::varchar(255)),
    (('Product Complaint Handling')::varchar(255)),
    (('Computer System Validation')::varchar(255)),
    (('Computer Software Assurance')::varchar(255)),
    (('21 CFR Part 11 Compliance')::varchar(255)),
    (('EU GMP Annex 11 Compliance')::varchar(255)),
    (('Process Validation')::varchar(255)),
    (('Cleaning Validation')::varchar(255)),
    (('Equipment Qualification')::varchar(255)),
    (('Analytical Method Validation')::varchar(255)),
    (('Sterilization Validation')::varchar(255)),
    (('User Requirements Specification')::varchar(255)),
    (('Audit Trail Review')::varchar(255)),
    (('Aseptic Processing')::varchar(255)),
    (('Solid Dose Manufacturing')::varchar(255)),
    (('Upstream Bioprocessing')::varchar(255)),
    (('Downstream Purification')::varchar(255)),
    (('Lyophilization')::varchar(255)),
    (('Cell and Gene Therapy Manufacturing')::varchar(255)),
    (('Drug Substance Synthesis Scale-Up')::varchar(255)),
    (('Technology Transfer')::varchar(255)),
    (('Packaging and Serialization')::varchar(255)),
    (('Process Analytical Technology')::varchar(255)),
    (('Quality by Design')::varchar(255)),
    (('Lean Manufacturing')::varchar(255)),
    (('Contamination Control Strategy')::varchar(255)),
    (('Manufacturing Execution System Use')::varchar(255)),
    (('High-Performance Liquid Chromatography')::varchar(255)),
    (('Mass Spectrometry')::varchar(255)),
    (('Dissolution Testing')::varchar(255)),
    (('Stability Study Management')::varchar(255)),
    (('Environmental Monitoring')::varchar(255)),
    (('Endotoxin Testing')::varchar(255)),
    (('Ligand Binding Assays')::varchar(255)),
    (('Cell-Based Potency Assays')::varchar(255)),
    (('Flow Cytometry')::varchar(255)),
    (('Nitrosamine and Genotoxic Impurity Assessment')::varchar(255)),
    (('Out-of-Specification Investigation')::varchar(255)),
    (('Phlebotomy and Specimen Handling')::varchar(255)),
    (('Infectious Substance Shipping')::varchar(255)),
    (('Target Identification and Validation')::varchar(255)),
    (('Medicinal Chemistry')::varchar(255)),
    (('Antibody Engineering')::varchar(255)),
    (('High-Throughput Screening')::varchar(255)),
    (('ADME Profiling')::varchar(255)),
    (('In Vivo Pharmacology')::varchar(255)),
    (('Toxicology Study Interpretation')::varchar(255)),
    (('Computational Chemistry')::varchar(255)),
    (('Bioinformatics')::varchar(255)),
    (('Gene Editing')::varchar(255)),
    (('Formulation Development')::varchar(255)),
    (('Laboratory Animal Handling')::varchar(255)),
    (('Scientific Exchange')::varchar(255)),
    (('Key Opinion Leader Engagement')::varchar(255)),
    (('Medical Information Response')::varchar(255)),
    (('Medical Affairs Strategic Planning')::varchar(255)),
    (('Publication Planning')::varchar(255)),
    (('Advisory Board Conduct')::varchar(255)),
    (('Investigator-Initiated Study Support')::varchar(255)),
    (('Medical Review of Promotional Materials')::varchar(255)),
    (('Medical Insight Generation')::varchar(255)),
    (('Critical Appraisal of Literature')::varchar(255)),
    (('Health Economic Modeling')::varchar(255)),
    (('Budget Impact Analysis')::varchar(255)),
    (('HTA Dossier Development')::varchar(255)),
    (('Real-World Evidence Generation')::varchar(255)),
    (('Network Meta-Analysis')::varchar(255)),
    (('Pricing and Reimbursement Strategy')::varchar(255)),
    (('Payer Value Communication')::varchar(255)),
    (('US Government Pricing')::varchar(255)),
    (('Health Utility Measurement')::varchar(255)),
    (('Pharmaceutical Brand Management')::varchar(255)),
    (('Product Launch Planning')::varchar(255)),
    (('Pharmaceutical Sales')::varchar(255)),
    (('Key Account Management')::varchar(255)),
    (('Sales Forecasting')::varchar(255)),
    (('Market Research')::varchar(255)),
    (('Omnichannel Engagement')::varchar(255)),
    (('Competitive Intelligence')::varchar(255)),
    (('Territory Management')::varchar(255)),
    (('Patient Support Program Management')::varchar(255)),
    (('Clinical Study Report Writing')::varchar(255)),
    (('Investigator Brochure Writing')::varchar(255)),
    (('CTD Summary Writing')::varchar(255)),
    (('Plain Language Summary Writing')::varchar(255)),
    (('Manuscript Preparation')::varchar(255)),
    (('Safety Narrative Writing')::varchar(255)),
    (('Document Anonymization for Disclosure')::varchar(255)),
    (('Cold Chain Management')::varchar(255)),
    (('Demand and Supply Planning')::varchar(255)),
    (('Pharmaceutical Import and Export Compliance')::varchar(255)),
    (('Strategic Sourcing')::varchar(255)),
    (('Drug Shortage Prevention')::varchar(255)),
    (('Recall Management')::varchar(255)),
    (('Healthcare Compliance')::varchar(255)),
    (('Transparency Reporting')::varchar(255)),
    (('Data Privacy')::varchar(255)),
    (('Clinical Trial Agreement Negotiation')::varchar(255)),
    (('Pharmaceutical Intellectual Property')::varchar(255)),
    (('Anti-Bribery and Corruption')::varchar(255)),
    (('Trial Registration and Results Disclosure')::varchar(255)),
    (('Controlled Substance Handling')::varchar(255)),
    (('SQL and Relational Databases')::varchar(255)),
    (('Machine Learning')::varchar(255)),
    (('Natural Language Processing')::varchar(255)),
    (('Generative AI Use in Regulated Work')::varchar(255)),
    (('Data Visualization')::varchar(255)),
    (('Cloud Infrastructure Operation')::varchar(255)),
    (('Cybersecurity Risk Management')::varchar(255)),
    (('HL7 FHIR Integration')::varchar(255)),
    (('Business Process Analysis')::varchar(255)),
    (('Digital Health Technology Evaluation')::varchar(255)),
    (('Project Planning and Scheduling')::varchar(255)),
    (('Project Risk Management')::varchar(255)),
    (('Portfolio Prioritization')::varchar(255)),
    (('Drug Development Program Leadership')::varchar(255)),
    (('Vendor Contract Management')::varchar(255)),
    (('Financial Forecasting and Budget Control')::varchar(255)),
    (('Due Diligence and Licensing Evaluation')::varchar(255)),
    (('Agile Delivery')::varchar(255)),
    (('Change Management')::varchar(255)),
    (('Cross-Functional Collaboration')::varchar(255)),
    (('Stakeholder Management')::varchar(255)),
    (('Scientific Presentation')::varchar(255)),
    (('Negotiation')::varchar(255)),
    (('Coaching and Mentoring')::varchar(255)),
    (('Conflict Resolution')::varchar(255)),
    (('Critical Thinking')::varchar(255)),
    (('Decision Making under Uncertainty')::varchar(255)),
    (('Written Communication')::varchar(255)),
    (('Active Listening')::varchar(255)),
    (('Cultural Awareness')::varchar(255)),
    (('Time Management and Prioritization')::varchar(255)),
    (('Team Leadership')::varchar(255)),
    (('Empathy with Patients and Caregivers')::varchar(255))
) AS wanted (name)
WHERE NOT EXISTS (SELECT FROM public.skills AS t WHERE t.tenant_id IS NULL AND t.name = wanted.name);

-- check seeded_2: 65 seed rows of public.certifications by natural key (name, issuing_organization)
-- Expect: no rows; each row is one thing that is wrong
SELECT 'public.certifications' AS seeded_2, jsonb_build_object('name', wanted.name, 'issuing_organization', wanted.issuing_organization)::text AS expected, '(missing)' AS found
FROM (VALUES
    (('Regulatory Affairs Certification - Drugs')::varchar(255), ('Regulatory Affairs Professionals Society')::varchar(255)),
    (('Regulatory Affairs Certification - Devices')::varchar(255), ('Regulatory Affairs Professionals Society')::varchar(255)),
    (('Certified Clinical Research Associate')::varchar(255), ('Association of Clinical Research Professionals')::varchar(255)),
    (('Certified Clinical Research Coordinator')::varchar(255), ('Association of Clinical Research Professionals')::varchar(255)),
    (('Certified Principal Investigator')::varchar(255), ('Association of Clinical Research Professionals')::varchar(255)),
    (('ACRP Certified Professional')::varchar(255), ('Association of Clinical Research Professionals')::varchar(255)),
    (('ACRP Project Management Subspecialty')::varchar(255), ('Association of Clinical Research Professionals')::varchar(255)),
    (('Certified Clinical Research Professional')::varchar(255), ('Society of Clinical Research Associates')::varchar(255)),
    (('Certified IRB Professional')::varchar(255), ('Public Responsibility in Medicine and Research')::varchar(255)),
    (('Good Clinical Practice Training')::varchar(255), ('CITI Program')::varchar(255)),
    (('Human Subjects Research Training')::varchar(255), ('CITI Program')::varchar(255)),
    (('Certified Clinical Data Manager')::varchar(255), ('Society for Clinical Data Management')::varchar(255)),
    (('Accredited Professional Statistician')::varchar(255), ('American Statistical Association')::varchar(255)),
    (('Board Certified Medical Affairs Specialist')::varchar(255), ('Accreditation Council for Medical Affairs')::varchar(255)),
    (('Medical Writer Certified')::varchar(255), ('Medical Writing Certification Commission')::varchar(255)),
    (('Certified Medical Publication Professional')::varchar(255), ('International Society for Medical Publication Professionals')::varchar(255)),
    (('Editor in the Life Sciences')::varchar(255), ('Board of Editors in the Life Sciences')::varchar(255)),
    (('Certified Quality Engineer')::varchar(255), ('American Society for Quality')::varchar(255)),
    (('Certified Quality Auditor')::varchar(255), ('American Society for Quality')::varchar(255)),
    (('Certified Pharmaceutical GMP Professional')::varchar(255), ('American Society for Quality')::varchar(255)),
    (('Certified Manager of Quality/Organizational Excellence')::varchar(255), ('American Society for Quality')::varchar(255)),
    (('Certified Medical Device Auditor')::varchar(255), ('American Society for Quality')::varchar(255)),
    (('Certified Supplier Quality Professional')::varchar(255), ('American Society for Quality')::varchar(255)),
    (('Certified Software Quality Engineer')::varchar(255), ('American Society for Quality')::varchar(255)),
    (('Certified Calibration Technician')::varchar(255), ('American Society for Quality')::varchar(255)),
    (('Certified Six Sigma Black Belt')::varchar(255), ('American Society for Quality')::varchar(255)),
    (('Certified Six Sigma Green Belt')::varchar(255), ('American Society for Quality')::varchar(255)),
    (('Registered Quality Assurance Professional in GLP')::varchar(255), ('Society of Quality Assurance')::varchar(255)),
    (('Registered Quality Assurance Professional in GCP')::varchar(255), ('Society of Quality Assurance')::varchar(255)),
    (('ISO 13485 Lead Auditor')::varchar(255), ('BSI Training Academy')::varchar(255)),
    (('Qualified Person Eligibility')::varchar(255), ('Royal Society of Biology, Royal Pharmaceutical Society and Royal Society of Chemistry')::varchar(255)),
    (('Project Management Professional')::varchar(255), ('Project Management Institute')::varchar(255)),
    (('Certified Associate in Project Management')::varchar(255), ('Project Management Institute')::varchar(255)),
    (('Program Management Professional')::varchar(255), ('Project Management Institute')::varchar(255)),
    (('PMI Risk Management Professional')::varchar(255), ('Project Management Institute')::varchar(255)),
    (('PRINCE2 Practitioner')::varchar(255), ('PeopleCert')::varchar(255)),
    (('Certified ScrumMaster')::varchar(255), ('Scrum Alliance')::varchar(255)),
    (('Prosci Certified Change Practitioner')::varchar(255), ('Prosci')::varchar(255)),
    (('Certified in Planning and Inventory Management')::varchar(255), ('Association for Supply Chain Management')::varchar(255)),
    (('Certified Supply Chain Professional')::varchar(255), ('Association for Supply Chain Management')::varchar(255)),
    (('Pharmacist License')::varchar(255), ('State Boards of Pharmacy')::varchar(255)),
    (('Physician License')::varchar(255), ('State Medical Boards')::varchar(255)),
    (('Registered Nurse License')::varchar(255), ('State Boards of Nursing')::varchar(255)),
    (('Licence to Practise Medicine')::varchar(255), ('General Medical Council')::varchar(255)),
    (('Pharmacist Registration')::varchar(255), ('General Pharmaceutical Council')::varchar(255)),
    (('Board Certified Pharmacotherapy Specialist')::varchar(255), ('Board of Pharmacy Specialties')::varchar(255)),
    (('Board Certified Oncology Pharmacist')::varchar(255), ('Board of Pharmacy Specialties')::varchar(255)),
    (('Board Certified Infectious Diseases Pharmacist')::varchar(255), ('Board of Pharmacy Specialties')::varchar(255)),
    (('Board Certified Sterile Compounding Pharmacist')::varchar(255), ('Board of Pharmacy Specialties')::varchar(255)),
    (('Certified Pharmacy Technician')::varchar(255), ('Pharmacy Technician Certification Board')::varchar(255)),
    (('Oncology Certified Nurse')::varchar(255), ('Oncology Nursing Certification Corporation')::varchar(255)),
    (('Medical Laboratory Scientist')::varchar(255), ('American Society for Clinical Pathology Board of Certification')::varchar(255)),
    (('Diploma in Pharmaceutical Medicine')::varchar(255), ('Faculty of Pharmaceutical Medicine')::varchar(255)),
    (('Diplomate of the American Board of Toxicology')::varchar(255), ('American Board of Toxicology')::varchar(255)),
    (('European Registered Toxicologist')::varchar(255), ('EUROTOX')::varchar(255)),
    (('Laboratory Animal Technologist')::varchar(255), ('American Association for Laboratory Animal Science')::varchar(255)),
    (('Certified Industrial Hygienist')::varchar(255), ('Board for Global EHS Credentialing')::varchar(255)),
    (('Dangerous Goods by Air - Infectious Substances')::varchar(255), ('International Air Transport Association')::varchar(255)),
    (('Certified in Healthcare Compliance')::varchar(255), ('Compliance Certification Board')::varchar(255)),
    (('Certified Compliance and Ethics Professional')::varchar(255), ('Compliance Certification Board')::varchar(255)),
    (('Certified Information Privacy Professional/Europe')::varchar(255), ('International Association of Privacy Professionals')::varchar(255)),
    (('Certified Professional in Healthcare Quality')::varchar(255), ('National Association for Healthcare Quality')::varchar(255)),
    (('Certified Information Systems Auditor')::varchar(255), ('ISACA')::varchar(255)),
    (('Certified Information Systems Security Professional')::varchar(255), ('ISC2')::varchar(255)),
    (('ITIL 4 Foundation')::varchar(255), ('PeopleCert')::varchar(255))
) AS wanted (name, issuing_organization)
WHERE NOT EXISTS (SELECT FROM public.certifications AS t WHERE t.tenant_id IS NULL AND t.name = wanted.name AND t.issuing_organization IS NOT DISTINCT FROM wanted.issuing_organization);

-- check seeded_3: 32 seed rows of public.competencies by natural key (name)
-- Expect: no rows; each row is one thing that is wrong
SELECT 'public.competencies' AS seeded_3, jsonb_build_object('name', wanted.name)::text AS expected, '(missing)' AS found
FROM (VALUES
    (('Leading Teams')::varchar(255)),
    (('Developing People')::varchar(255)),
    (('Leading Change')::varchar(255)),
    (('Ethical Leadership')::varchar(255)),
    (('Matrix Team Leadership')::varchar(255)),
    (('Scientific Rigor')::varchar(255)),
    (('Regulatory Acumen')::varchar(255)),
    (('GxP Quality Mindset')::varchar(255)),
    (('Data Literacy')::varchar(255)),
    (('Digital Fluency')::varchar(255)),
    (('Benefit-Risk Judgement')::varchar(255)),
    (('Therapeutic Area Expertise')::varchar(255)),
    (('Clear Communication')::varchar(255)),
    (('Collaboration across Functions')::varchar(255)),
    (('Influencing without Authority')::varchar(255)),
    (('Patient Centricity')::varchar(255)),
    (('Building External Relationships')::varchar(255)),
    (('Cultural Agility')::varchar(255)),
    (('Strategic Thinking')::varchar(255)),
    (('Commercial Acumen')::varchar(255)),
    (('Portfolio Decision Making')::varchar(255)),
    (('Innovation')::varchar(255)),
    (('Evidence Strategy')::varchar(255)),
    (('Operational Excellence')::varchar(255)),
    (('Planning and Execution')::varchar(255)),
    (('Problem Solving')::varchar(255)),
    (('Risk Management')::varchar(255)),
    (('Inspection and Audit Conduct')::varchar(255)),
    (('Vendor and Alliance Management')::varchar(255)),
    (('Financial Stewardship')::varchar(255)),
    (('Crisis Response')::varchar(255)),
    (('Adaptability')::varchar(255))
) AS wanted (name)
WHERE NOT EXISTS (SELECT FROM public.competencies AS t WHERE t.tenant_id IS NULL AND t.name = wanted.name);

-- check seeded_4: 70 seed rows of public.kpis by natural key (name, category)
-- Expect: no rows; each row is one thing that is wrong
SELECT 'public.kpis' AS seeded_4, jsonb_build_object('name', wanted.name, 'category', wanted.category)::text AS expected, '(missing)' AS found
FROM (VALUES
    (('Site Activation Cycle Time')::varchar(255), ('Clinical Operations')::varchar(100)),
    (('Enrolment against Plan')::varchar(255), ('Clinical Operations')::varchar(100)),
    (('Screen Failure Rate')::varchar(255), ('Clinical Operations')::varchar(100)),
    (('Participant Dropout Rate')::varchar(255), ('Clinical Operations')::varchar(100)),
    (('Non-Enrolling Site Rate')::varchar(255), ('Clinical Operations')::varchar(100)),
    (('Important Protocol Deviation Rate')::varchar(255), ('Clinical Operations')::varchar(100)),
    (('Monitoring Report Timeliness')::varchar(255), ('Clinical Operations')::varchar(100)),
    (('First Participant In to Last Participant In')::varchar(255), ('Clinical Operations')::varchar(100)),
    (('TMF Completeness')::varchar(255), ('Clinical Operations')::varchar(100)),
    (('TMF Timeliness')::varchar(255), ('Clinical Operations')::varchar(100)),
    (('Query Resolution Time')::varchar(255), ('Data Management')::varchar(100)),
    (('Data Entry Timeliness')::varchar(255), ('Data Management')::varchar(100)),
    (('Database Lock Cycle Time')::varchar(255), ('Data Management')::varchar(100)),
    (('Post-Lock Database Changes')::varchar(255), ('Data Management')::varchar(100)),
    (('Time from Lock to Topline Results')::varchar(255), ('Biometrics')::varchar(100)),
    (('Double Programming Discrepancy Rate')::varchar(255), ('Biometrics')::varchar(100)),
    (('CDISC Conformance Rejections')::varchar(255), ('Biometrics')::varchar(100)),
    (('First-Cycle Approval Rate')::varchar(255), ('Regulatory Affairs')::varchar(100)),
    (('On-Time Submission Rate')::varchar(255), ('Regulatory Affairs')::varchar(100)),
    (('Health Authority Question Response Timeliness')::varchar(255), ('Regulatory Affairs')::varchar(100)),
    (('Overdue Post-Marketing Commitments')::varchar(255), ('Regulatory Affairs')::varchar(100)),
    (('Refuse-to-File Actions')::varchar(255), ('Regulatory Affairs')::varchar(100)),
    (('eCTD Technical Validation Pass Rate')::varchar(255), ('Regulatory Affairs')::varchar(100)),
    (('Labelling Change Implementation Time')::varchar(255), ('Regulatory Affairs')::varchar(100)),
    (('Expedited ICSR Submission Compliance')::varchar(255), ('Pharmacovigilance')::varchar(100)),
    (('Aggregate Report Submission Compliance')::varchar(255), ('Pharmacovigilance')::varchar(100)),
    (('Case Processing Quality')::varchar(255), ('Pharmacovigilance')::varchar(100)),
    (('Signal Validation Cycle Time')::varchar(255), ('Pharmacovigilance')::varchar(100)),
    (('Safety Case Backlog')::varchar(255), ('Pharmacovigilance')::varchar(100)),
    (('Effectiveness of Risk Minimisation')::varchar(255), ('Pharmacovigilance')::varchar(100)),
    (('CAPA On-Time Closure Rate')::varchar(255), ('Quality Assurance')::varchar(100)),
    (('CAPA Effectiveness Rate')::varchar(255), ('Quality Assurance')::varchar(100)),
    (('Repeat Deviation Rate')::varchar(255), ('Quality Assurance')::varchar(100)),
    (('Deviation Closure Time')::varchar(255), ('Quality Assurance')::varchar(100)),
    (('Critical Inspection Findings')::varchar(255), ('Quality Assurance')::varchar(100)),
    (('Inspection Response Timeliness')::varchar(255), ('Quality Assurance')::varchar(100)),
    (('Audit Schedule Adherence')::varchar(255), ('Quality Assurance')::varchar(100)),
    (('GxP Training Compliance')::varchar(255), ('Quality Assurance')::varchar(100)),
    (('Overdue SOP Periodic Reviews')::varchar(255), ('Quality Assurance')::varchar(100)),
    (('Batch Right First Time')::varchar(255), ('Manufacturing')::varchar(100)),
    (('Lot Acceptance Rate')::varchar(255), ('Manufacturing')::varchar(100)),
    (('Overall Equipment Effectiveness')::varchar(255), ('Manufacturing')::varchar(100)),
    (('Batch Release Cycle Time')::varchar(255), ('Manufacturing')::varchar(100)),
    (('Media Fill Contamination')::varchar(255), ('Manufacturing')::varchar(100)),
    (('Process Capability of Critical Quality Attributes')::varchar(255), ('Manufacturing')::varchar(100)),
    (('Invalidated OOS Rate')::varchar(255), ('Quality Control')::varchar(100)),
    (('Laboratory Turnaround Time')::varchar(255), ('Quality Control')::varchar(100)),
    (('Stability Pull Adherence')::varchar(255), ('Quality Control')::varchar(100)),
    (('On Time In Full')::varchar(255), ('Supply Chain')::varchar(100)),
    (('Product Stock-Outs')::varchar(255), ('Supply Chain')::varchar(100)),
    (('Cold Chain Excursion Rate')::varchar(255), ('Supply Chain')::varchar(100)),
    (('Forecast Accuracy')::varchar(255), ('Supply Chain')::varchar(100)),
    (('Recall Effectiveness')::varchar(255), ('Supply Chain')::varchar(100)),
    (('Medical Information Response Time')::varchar(255), ('Medical Affairs')::varchar(100)),
    (('KOL Engagement Plan Completion')::varchar(255), ('Medical Affairs')::varchar(100)),
    (('Publication Plan Adherence')::varchar(255), ('Medical Affairs')::varchar(100)),
    (('Trial Results Posting Compliance')::varchar(255), ('Medical Affairs')::varchar(100)),
    (('Quality of Field Medical Insights')::varchar(255), ('Medical Affairs')::varchar(100)),
    (('Reimbursement Decision Success Rate')::varchar(255), ('Market Access')::varchar(100)),
    (('Time from Approval to Reimbursement')::varchar(255), ('Market Access')::varchar(100)),
    (('Net Sales against Budget')::varchar(255), ('Commercial')::varchar(100)),
    (('New Patient Starts')::varchar(255), ('Commercial')::varchar(100)),
    (('Prescription Adherence')::varchar(255), ('Commercial')::varchar(100)),
    (('Promotional Material Compliance')::varchar(255), ('Commercial')::varchar(100)),
    (('Phase Transition Success Rate')::varchar(255), ('Research and Development Portfolio')::varchar(100)),
    (('Milestone On-Time Delivery')::varchar(255), ('Research and Development Portfolio')::varchar(100)),
    (('Development Budget Variance')::varchar(255), ('Research and Development Portfolio')::varchar(100)),
    (('Regretted Attrition')::varchar(255), ('People and Compliance')::varchar(100)),
    (('Transparency Report Timeliness')::varchar(255), ('People and Compliance')::varchar(100)),
    (('Privacy Breach Notification Compliance')::varchar(255), ('People and Compliance')::varchar(100))
) AS wanted (name, category)
WHERE NOT EXISTS (SELECT FROM public.kpis AS t WHERE t.tenant_id IS NULL AND t.name = wanted.name AND t.category IS NOT DISTINCT FROM wanted.category);

-- check seeded_5: 36 seed rows of public.training_programs by natural key (name)
-- Expect: no rows; each row is one thing that is wrong
SELECT 'public.training_programs' AS seeded_5, jsonb_build_object('name', wanted.name)::text AS expected, '(missing)' AS found
FROM (VALUES
    (('New Employee GxP Orientation')::varchar(255)),
    (('Clinical Research Associate Onboarding')::varchar(255)),
    (('Medical Science Liaison Onboarding')::varchar(255)),
    (('Sales Representative Initial Product Training')::varchar(255)),
    (('Aseptic Gowning Qualification')::varchar(255)),
    (('ICH E6(R3) Good Clinical Practice')::varchar(255)),
    (('Good Manufacturing Practice Annual Refresher')::varchar(255)),
    (('Good Laboratory Practice Principles')::varchar(255)),
    (('Pharmacovigilance Awareness for All Staff')::varchar(255)),
    (('Data Integrity and ALCOA+')::varchar(255)),
    (('Part 11 and Annex 11 for System Users')::varchar(255)),
    (('Healthcare Compliance and Anti-Kickback')::varchar(255)),
    (('Anti-Bribery and Anti-Corruption')::varchar(255)),
    (('Privacy and GDPR in Clinical Research')::varchar(255)),
    (('IATA Infectious Substances Shipping')::varchar(255)),
    (('Bloodborne Pathogens')::varchar(255)),
    (('Promotional Review for Reviewers and Originators')::varchar(255)),
    (('GAMP 5 Risk-Based Computer System Validation')::varchar(255)),
    (('MedDRA Coding')::varchar(255)),
    (('WHODrug Coding')::varchar(255)),
    (('CDISC SDTM Theory and Application')::varchar(255)),
    (('EDC Study Builder Certification Course')::varchar(255)),
    (('eCTD Submission Preparation')::varchar(255)),
    (('Safety Database User Training')::varchar(255)),
    (('HPLC Operation and Chromatography Data Integrity')::varchar(255)),
    (('Root Cause Analysis and CAPA Writing')::varchar(255)),
    (('Lead Auditor Training in GxP Audits')::varchar(255)),
    (('Population PK Modeling Workshop')::varchar(255)),
    (('First-Line Manager Development')::varchar(255)),
    (('Leading Drug Development Teams')::varchar(255)),
    (('Executive Coaching for Senior Leaders')::varchar(255)),
    (('Inspection Host and Back Room Leadership')::varchar(255)),
    (('Continuing Medical Education for Physicians')::varchar(255)),
    (('Pharmacy Continuing Education')::varchar(255)),
    (('Regulatory Affairs Recertification Credits')::varchar(255)),
    (('Annual Therapeutic Area Update')::varchar(255))
) AS wanted (name)
WHERE NOT EXISTS (SELECT FROM public.training_programs AS t WHERE t.tenant_id IS NULL AND t.name = wanted.name);

-- check seeded_6: 61 seed rows of public.regulatory_requirements by natural key (name)
-- Expect: no rows; each row is one thing that is wrong
SELECT 'public.regulatory_requirements' AS seeded_6, jsonb_build_object('name', wanted.name)::text AS expected, '(missing)' AS found
FROM (VALUES
    (('Electronic Records and Electronic Signatures')::varchar(255)),
    (('Protection of Human Subjects')::varchar(255)),
    (('Financial Disclosure by Clinical Investigators')::varchar(255)),
    (('Institutional Review Board Review')::varchar(255)),
    (('Investigational New Drug Application')::varchar(255)),
    (('IND Safety Reporting')::varchar(255)),
    (('IND Annual Report')::varchar(255)),
    (('Clinical Trial Registration and Results Submission')::varchar(255)),
    (('Federal Policy for Protection of Human Research Subjects')::varchar(255)),
    (('Investigational Device Exemptions')::varchar(255)),
    (('Good Laboratory Practice for Nonclinical Studies')::varchar(255)),
    (('Current Good Manufacturing Practice in General')::varchar(255)),
    (('Current Good Manufacturing Practice for Finished Pharmaceuticals')::varchar(255)),
    (('CGMP Personnel Training')::varchar(255)),
    (('Annual Product Review')::varchar(255)),
    (('Quality Management System Regulation for Devices')::varchar(255)),
    (('Biological Products General Requirements')::varchar(255)),
    (('Donor Eligibility and Good Tissue Practice')::varchar(255)),
    (('Drug Supply Chain Security')::varchar(255)),
    (('Controlled Substance Registration and Records')::varchar(255)),
    (('Postmarketing Reporting of Adverse Drug Experiences')::varchar(255)),
    (('NDA Field Alert and Annual Reports')::varchar(255)),
    (('New Drug Application Content and Format')::varchar(255)),
    (('Prescription Drug Advertising')::varchar(255)),
    (('Risk Evaluation and Mitigation Strategies')::varchar(255)),
    (('Open Payments Reporting')::varchar(255)),
    (('Protected Health Information Privacy and Security')::varchar(255)),
    (('Bloodborne Pathogens Exposure Control')::varchar(255)),
    (('EU Clinical Trial Authorisation')::varchar(255)),
    (('SUSAR Reporting in the EU')::varchar(255)),
    (('GMP for Investigational Medicinal Products')::varchar(255)),
    (('Manufacture of Sterile Medicinal Products')::varchar(255)),
    (('Computerised Systems in GMP')::varchar(255)),
    (('Batch Certification by a Qualified Person')::varchar(255)),
    (('Good Distribution Practice of Medicinal Products')::varchar(255)),
    (('Safety Features on Medicinal Products')::varchar(255)),
    (('Pharmacovigilance System and QPPV')::varchar(255)),
    (('Pharmacovigilance System Master File')::varchar(255)),
    (('Pharmacovigilance Inspections')::varchar(255)),
    (('Pharmacovigilance Audits')::varchar(255)),
    (('Risk Management Plan')::varchar(255)),
    (('Individual Case Safety Report Submission')::varchar(255)),
    (('Periodic Safety Update Report')::varchar(255)),
    (('Post-Authorisation Safety Studies')::varchar(255)),
    (('Signal Management')::varchar(255)),
    (('Community Code on Medicinal Products')::varchar(255)),
    (('Paediatric Investigation Plan')::varchar(255)),
    (('Medical Device Conformity Assessment')::varchar(255)),
    (('Personal Data Protection')::varchar(255)),
    (('Joint Clinical Assessment')::varchar(255)),
    (('Good Clinical Practice ICH E6(R3)')::varchar(255)),
    (('Good Clinical Practice Training of Trial Staff')::varchar(255)),
    (('Development Safety Update Report')::varchar(255)),
    (('Good Manufacturing Practice for Active Ingredients')::varchar(255)),
    (('OECD Principles of Good Laboratory Practice')::varchar(255)),
    (('Human Medicines Regulations')::varchar(255)),
    (('UK Clinical Trials Regulations')::varchar(255)),
    (('Canadian Clinical Trial Applications')::varchar(255)),
    (('Japanese Good Clinical Practice')::varchar(255)),
    (('Chinese Good Clinical Practice')::varchar(255)),
    (('New Drugs and Clinical Trials Rules')::varchar(255))
) AS wanted (name)
WHERE NOT EXISTS (SELECT FROM public.regulatory_requirements AS t WHERE t.tenant_id IS NULL AND t.name = wanted.name);

-- check seeded_7: 64 seed rows of public.systems by natural key (name)
-- Expect: no rows; each row is one thing that is wrong
SELECT 'public.systems' AS seeded_7, jsonb_build_object('name', wanted.name)::text AS expected, '(missing)' AS found
FROM (VALUES
    (('Veeva CTMS')::varchar(255)),
    (('Medidata CTMS')::varchar(255)),
    (('Oracle Siebel CTMS')::varchar(255)),
    (('OnCore CTMS')::varchar(255)),
    (('Veeva eTMF')::varchar(255)),
    (('Trial Interactive eTMF')::varchar(255)),
    (('eTMF Connect')::varchar(255)),
    (('Florence eBinders')::varchar(255)),
    (('Medidata Rave EDC')::varchar(255)),
    (('Veeva EDC')::varchar(255)),
    (('Oracle Clinical One')::varchar(255)),
    (('REDCap')::varchar(255)),
    (('Castor EDC')::varchar(255)),
    (('OpenClinica')::varchar(255)),
    (('Signant SmartSignals eCOA')::varchar(255)),
    (('Suvoda IRT')::varchar(255)),
    (('4G Clinical Prancer RTSM')::varchar(255)),
    (('CluePoints')::varchar(255)),
    (('elluminate')::varchar(255)),
    (('Pinnacle 21 Enterprise')::varchar(255)),
    (('Oracle Argus Safety')::varchar(255)),
    (('LifeSphere Safety')::varchar(255)),
    (('Veeva Safety')::varchar(255)),
    (('EudraVigilance')::varchar(255)),
    (('VigiBase')::varchar(255)),
    (('Oracle Empirica Signal')::varchar(255)),
    (('LabWare LIMS')::varchar(255)),
    (('LabVantage LIMS')::varchar(255)),
    (('SampleManager LIMS')::varchar(255)),
    (('STARLIMS')::varchar(255)),
    (('Empower Chromatography Data System')::varchar(255)),
    (('Chromeleon Chromatography Data System')::varchar(255)),
    (('Benchling')::varchar(255)),
    (('TrackWise Digital')::varchar(255)),
    (('MasterControl Quality Excellence')::varchar(255)),
    (('Veeva QMS')::varchar(255)),
    (('ETQ Reliance')::varchar(255)),
    (('Kneat Gx')::varchar(255)),
    (('Veeva QualityDocs')::varchar(255)),
    (('OpenText Documentum')::varchar(255)),
    (('Microsoft SharePoint')::varchar(255)),
    (('Veeva PromoMats')::varchar(255)),
    (('Veeva RIM')::varchar(255)),
    (('docuBridge')::varchar(255)),
    (('Clinical Trials Information System')::varchar(255)),
    (('ClinicalTrials.gov Protocol Registration and Results System')::varchar(255)),
    (('FDA Electronic Submissions Gateway')::varchar(255)),
    (('SAS 9.4')::varchar(255)),
    (('Phoenix WinNonlin')::varchar(255)),
    (('NONMEM')::varchar(255)),
    (('JMP Clinical')::varchar(255)),
    (('Spotfire')::varchar(255)),
    (('Tableau')::varchar(255)),
    (('PAS-X MES')::varchar(255)),
    (('DeltaV')::varchar(255)),
    (('AVEVA PI System')::varchar(255)),
    (('SAP S/4HANA')::varchar(255)),
    (('TraceLink')::varchar(255)),
    (('Veeva CRM')::varchar(255)),
    (('IQVIA OCE')::varchar(255)),
    (('Cornerstone Learning')::varchar(255)),
    (('Epic EHR')::varchar(255)),
    (('Oracle Health Millennium')::varchar(255)),
    (('OncoEMR')::varchar(255))
) AS wanted (name)
WHERE NOT EXISTS (SELECT FROM public.systems AS t WHERE t.tenant_id IS NULL AND t.name = wanted.name);

-- check seeded_8: 64 seed rows of public.deliverables by natural key (name)
-- Expect: no rows; each row is one thing that is wrong
SELECT 'public.deliverables' AS seeded_8, jsonb_build_object('name', wanted.name)::text AS expected, '(missing)' AS found
FROM (VALUES
    (('Clinical Study Protocol')::varchar(255)),
    (('Protocol Synopsis')::varchar(255)),
    (('Protocol Amendment')::varchar(255)),
    (('Investigator''s Brochure')::varchar(255)),
    (('Informed Consent Form')::varchar(255)),
    (('Clinical Development Plan')::varchar(255)),
    (('Clinical Study Report')::varchar(255)),
    (('Target Product Profile')::varchar(255)),
    (('Lay Summary of Trial Results')::varchar(255)),
    (('Monitoring Plan')::varchar(255)),
    (('Site Monitoring Visit Report')::varchar(255)),
    (('Clinical Operations Risk Register')::varchar(255)),
    (('Recruitment and Retention Plan')::varchar(255)),
    (('Trial Master File Plan')::varchar(255)),
    (('Clinical Trial Agreement')::varchar(255)),
    (('Study Status Report')::varchar(255)),
    (('Data Management Plan')::varchar(255)),
    (('Annotated Case Report Form')::varchar(255)),
    (('Statistical Analysis Plan')::varchar(255)),
    (('Tables Listings and Figures Package')::varchar(255)),
    (('Data Monitoring Committee Report')::varchar(255)),
    (('Population PK Report')::varchar(255)),
    (('Investigational New Drug Application')::varchar(255)),
    (('New Drug Application')::varchar(255)),
    (('Biologics License Application')::varchar(255)),
    (('Marketing Authorisation Application')::varchar(255)),
    (('EU Clinical Trial Application Dossier')::varchar(255)),
    (('Investigational Medicinal Product Dossier')::varchar(255)),
    (('Clinical Overview')::varchar(255)),
    (('Agency Briefing Document')::varchar(255)),
    (('Company Core Data Sheet')::varchar(255)),
    (('Post-Approval Variation')::varchar(255)),
    (('Orphan Designation Application')::varchar(255)),
    (('Regulatory Strategy Document')::varchar(255)),
    (('Individual Case Safety Report')::varchar(255)),
    (('Development Safety Update Report')::varchar(255)),
    (('Periodic Benefit-Risk Evaluation Report')::varchar(255)),
    (('EU Risk Management Plan')::varchar(255)),
    (('Signal Evaluation Report')::varchar(255)),
    (('Safety Management Plan')::varchar(255)),
    (('Master Batch Record')::varchar(255)),
    (('Validation Master Plan')::varchar(255)),
    (('Validation Summary Report')::varchar(255)),
    (('Audit Report')::varchar(255)),
    (('CAPA Plan')::varchar(255)),
    (('Inspection Response Letter')::varchar(255)),
    (('Standard Operating Procedure')::varchar(255)),
    (('Annual Product Quality Review')::varchar(255)),
    (('Stability Report')::varchar(255)),
    (('Technology Transfer Plan')::varchar(255)),
    (('Quality Agreement')::varchar(255)),
    (('Medical Affairs Plan')::varchar(255)),
    (('Publication Manuscript')::varchar(255)),
    (('Congress Poster')::varchar(255)),
    (('Standard Medical Response Letter')::varchar(255)),
    (('Field Medical Slide Deck')::varchar(255)),
    (('Global Value Dossier')::varchar(255)),
    (('HTA Submission')::varchar(255)),
    (('Cost-Effectiveness Model')::varchar(255)),
    (('Launch Readiness Plan')::varchar(255)),
    (('Promotional Piece')::varchar(255)),
    (('Brand Plan')::varchar(255)),
    (('Integrated Development Timeline')::varchar(255)),
    (('Governance Decision Paper')::varchar(255))
) AS wanted (name)
WHERE NOT EXISTS (SELECT FROM public.deliverables AS t WHERE t.tenant_id IS NULL AND t.name = wanted.name);

-- check seeded_9: 39 seed rows of public.therapeutic_areas by natural key (name)
-- Expect: no rows; each row is one thing that is wrong
SELECT 'public.therapeutic_areas' AS seeded_9, jsonb_build_object('name', wanted.name)::text AS expected, '(missing)' AS found
FROM (VALUES
    (('Oncology')::varchar(255)),
    (('Lung Oncology')::varchar(255)),
    (('Breast Oncology')::varchar(255)),
    (('Genitourinary Oncology')::varchar(255)),
    (('Gastrointestinal Oncology')::varchar(255)),
    (('Haematological Oncology')::varchar(255)),
    (('Haematology')::varchar(255)),
    (('Cardiovascular')::varchar(255)),
    (('Thrombosis and Anticoagulation')::varchar(255)),
    (('Pulmonary Hypertension')::varchar(255)),
    (('Endocrinology and Metabolism')::varchar(255)),
    (('Diabetes')::varchar(255)),
    (('Obesity')::varchar(255)),
    (('Lipid Disorders')::varchar(255)),
    (('Nephrology')::varchar(255)),
    (('Neurology')::varchar(255)),
    (('Neurodegenerative Diseases')::varchar(255)),
    (('Multiple Sclerosis')::varchar(255)),
    (('Psychiatry')::varchar(255)),
    (('Pain Medicine')::varchar(255)),
    (('Immunology')::varchar(255)),
    (('Rheumatology')::varchar(255)),
    (('Dermatology')::varchar(255)),
    (('Gastroenterology')::varchar(255)),
    (('Hepatology')::varchar(255)),
    (('Allergy')::varchar(255)),
    (('Respiratory')::varchar(255)),
    (('Cystic Fibrosis')::varchar(255)),
    (('Infectious Diseases')::varchar(255)),
    (('HIV')::varchar(255)),
    (('Viral Hepatitis')::varchar(255)),
    (('Vaccines')::varchar(255)),
    (('Ophthalmology')::varchar(255)),
    (('Women''s Health')::varchar(255)),
    (('Urology')::varchar(255)),
    (('Musculoskeletal and Bone Health')::varchar(255)),
    (('Rare Genetic Diseases')::varchar(255)),
    (('Lysosomal Storage Disorders')::varchar(255)),
    (('Critical Care and Anaesthesia')::varchar(255))
) AS wanted (name)
WHERE NOT EXISTS (SELECT FROM public.therapeutic_areas AS t WHERE t.tenant_id IS NULL AND t.name = wanted.name);

-- check seeded_10: 34 seed rows of public.stakeholder_types by natural key (name)
-- Expect: no rows; each row is one thing that is wrong
SELECT 'public.stakeholder_types' AS seeded_10, jsonb_build_object('name', wanted.name)::text AS expected, '(missing)' AS found
FROM (VALUES
    (('Executive Leadership Team')::varchar(255)),
    (('Product Development Team')::varchar(255)),
    (('Quality Assurance Unit')::varchar(255)),
    (('Legal and Compliance Department')::varchar(255)),
    (('Country Affiliate')::varchar(255)),
    (('Manufacturing Site Management')::varchar(255)),
    (('Contract Research Organization')::varchar(255)),
    (('Contract Development and Manufacturing Organization')::varchar(255)),
    (('Central Laboratory')::varchar(255)),
    (('Technology Vendor')::varchar(255)),
    (('Licensing Partner')::varchar(255)),
    (('Professional Society')::varchar(255)),
    (('Industry Association')::varchar(255)),
    (('US Food and Drug Administration')::varchar(255)),
    (('European Medicines Agency')::varchar(255)),
    (('National Competent Authority')::varchar(255)),
    (('Notified Body')::varchar(255)),
    (('GxP Inspector')::varchar(255)),
    (('Principal Investigator')::varchar(255)),
    (('Clinical Research Coordinator')::varchar(255)),
    (('Ethics Committee or Institutional Review Board')::varchar(255)),
    (('Independent Data Monitoring Committee')::varchar(255)),
    (('Key Opinion Leader')::varchar(255)),
    (('Prescribing Healthcare Professional')::varchar(255)),
    (('Hospital Pharmacist')::varchar(255)),
    (('Health Technology Assessment Body')::varchar(255)),
    (('Payer')::varchar(255)),
    (('Pharmacy Benefit Manager')::varchar(255)),
    (('Wholesale Distributor')::varchar(255)),
    (('Specialty Pharmacy')::varchar(255)),
    (('Clinical Trial Participant')::varchar(255)),
    (('Patient Advocacy Organization')::varchar(255)),
    (('Caregiver')::varchar(255)),
    (('Patient Expert Advisor')::varchar(255))
) AS wanted (name)
WHERE NOT EXISTS (SELECT FROM public.stakeholder_types AS t WHERE t.tenant_id IS NULL AND t.name = wanted.name);

-- check seeded_11: 27 seed rows of public.career_paths by natural key (name)
-- Expect: no rows; each row is one thing that is wrong
SELECT 'public.career_paths' AS seeded_11, jsonb_build_object('name', wanted.name)::text AS expected, '(missing)' AS found
FROM (VALUES
    (('Clinical Operations Leadership Path')::varchar(255)),
    (('Clinical Research Site Path')::varchar(255)),
    (('Clinical Development Physician Path')::varchar(255)),
    (('Clinical Data Management Path')::varchar(255)),
    (('Clinical Quality Oversight Path')::varchar(255)),
    (('Biostatistics Expert Path')::varchar(255)),
    (('Statistical Programming Path')::varchar(255)),
    (('Pharmacometrics Path')::varchar(255)),
    (('Regulatory Affairs Leadership Path')::varchar(255)),
    (('Regulatory CMC Specialist Path')::varchar(255)),
    (('Pharmacovigilance Operations Path')::varchar(255)),
    (('Safety Physician to QPPV Path')::varchar(255)),
    (('Quality Assurance Leadership Path')::varchar(255)),
    (('Qualified Person Path')::varchar(255)),
    (('Manufacturing Operations Path')::varchar(255)),
    (('Process Development Scientist Path')::varchar(255)),
    (('Validation and Automation Engineer Path')::varchar(255)),
    (('Supply Chain Path')::varchar(255)),
    (('Medical Affairs Field Path')::varchar(255)),
    (('Medical Writing Path')::varchar(255)),
    (('Health Economics and Outcomes Research Path')::varchar(255)),
    (('Commercial Leadership Path')::varchar(255)),
    (('Market Access Path')::varchar(255)),
    (('Research Scientist Dual Ladder')::varchar(255)),
    (('Research Management Path')::varchar(255)),
    (('Bench to Clinic Transition')::varchar(255)),
    (('Project to Portfolio Leadership Path')::varchar(255))
) AS wanted (name)
WHERE NOT EXISTS (SELECT FROM public.career_paths AS t WHERE t.tenant_id IS NULL AND t.name = wanted.name);

-- check searched_1: full-text search finds each row of public.skills by its own words
-- Expect: no rows; each row is one thing that is wrong
SELECT 'public.skills' AS searched_1, format('found by %L', t.name) AS expected, '(not found)' AS found
FROM public.skills AS t
WHERE t.name::text ~ '^[[:alnum:] ]+$' AND numnode(plainto_tsquery('english', t.name::text)) > 0
  AND (t.search_vector @@ plainto_tsquery('english', t.name::text)) IS NOT TRUE
ORDER BY 2;

-- check searched_2: full-text search finds each row of public.certifications by its own words
-- Expect: no rows; each row is one thing that is wrong
SELECT 'public.certifications' AS searched_2, format('found by %L', t.name) AS expected, '(not found)' AS found
FROM public.certifications AS t
WHERE t.name::text ~ '^[[:alnum:] ]+$' AND numnode(plainto_tsquery('english', t.name::text)) > 0
  AND (t.search_vector @@ plainto_tsquery('english', t.name::text)) IS NOT TRUE
ORDER BY 2;

-- check searched_3: full-text search finds each row of public.competencies by its own words
-- Expect: no rows; each row is one thing that is wrong
SELECT 'public.competencies' AS searched_3, format('found by %L', t.name) AS expected, '(not found)' AS found
FROM public.competencies AS t
WHERE t.name::text ~ '^[[:alnum:] ]+$' AND numnode(plainto_tsquery('english', t.name::text)) > 0
  AND (t.search_vector @@ plainto_tsquery('english', t.name::text)) IS NOT TRUE
ORDER BY 2;

-- check searched_4: full-text search finds each row of public.kpis by its own words
-- Expect: no rows; each row is one thing that is wrong
SELECT 'public.kpis' AS searched_4, format('found by %L', t.name) AS expected, '(not found)' AS found
FROM public.kpis AS t
WHERE t.name::text ~ '^[[:alnum:] ]+$' AND numnode(plainto_tsquery('english', t.name::text)) > 0
  AND (t.search_vector @@ plainto_tsquery('english', t.name::text)) IS NOT TRUE
ORDER BY 2;

-- check searched_5: full-text search finds each row of public.training_programs by its own words
-- Expect: no rows; each row is one thing that is wrong
SELECT 'public.training_programs' AS searched_5, format('found by %L', t.name) AS expected, '(not found)' AS found
FROM public.training_programs AS t
WHERE t.name::text ~ '^[[:alnum:] ]+$' AND numnode(plainto_tsquery('english', t.name::text)) > 0
  AND (t.search_vector @@ plainto_tsquery('english', t.name::text)) IS NOT TRUE
ORDER BY 2;

-- check searched_6: full-text search finds each row of public.regulatory_requirements by its own words
-- Expect: no rows; each row is one thing that is wrong
SELECT 'public.regulatory_requirements' AS searched_6, format('found by %L', t.name) AS expected, '(not found)' AS found
FROM public.regulatory_requirements AS t
WHERE t.name::text ~ '^[[:alnum:] ]+$' AND numnode(plainto_tsquery('english', t.name::text)) > 0
  AND (t.search_vector @@ plainto_tsquery('english', t.name::text)) IS NOT TRUE
ORDER BY 2;

-- check searched_7: full-text search finds each row of public.systems by its own words
-- Expect: no rows; each row is one thing that is wrong
SELECT 'public.systems' AS searched_7, format('found by %L', t.name) AS expected, '(not found)' AS found
FROM public.systems AS t
WHERE t.name::text ~ '^[[:alnum:] ]+$' AND numnode(plainto_tsquery('english', t.name::text)) > 0
  AND (t.search_vector @@ plainto_tsquery('english', t.name::text)) IS NOT TRUE
ORDER BY 2;

-- check searched_8: full-text search finds each row of public.deliverables by its own words
-- Expect: no rows; each row is one thing that is wrong
SELECT 'public.deliverables' AS searched_8, format('found by %L', t.name) AS expected, '(not found)' AS found
FROM public.deliverables AS t
WHERE t.name::text ~ '^[[:alnum:] ]+$' AND numnode(plainto_tsquery('english', t.name::text)) > 0
  AND (t.search_vector @@ plainto_tsquery('english', t.name::text)) IS NOT TRUE
ORDER BY 2;

-- check searched_9: full-text search finds each row of public.therapeutic_areas by its own words
-- Expect: no rows; each row is one thing that is wrong
SELECT 'public.therapeutic_areas' AS searched_9, format('found by %L', t.name) AS expected, '(not found)' AS found
FROM public.therapeutic_areas AS t
WHERE t.name::text ~ '^[[:alnum:] ]+$' AND numnode(plainto_tsquery('english', t.name::text)) > 0
  AND (t.search_vector @@ plainto_tsquery('english', t.name::text)) IS NOT TRUE
ORDER BY 2;

-- check searched_10: full-text search finds each row of public.stakeholder_types by its own words
-- Expect: no rows; each row is one thing that is wrong
SELECT 'public.stakeholder_types' AS searched_10, format('found by %L', t.name) AS expected, '(not found)' AS found
FROM public.stakeholder_types AS t
WHERE t.name::text ~ '^[[:alnum:] ]+$' AND numnode(plainto_tsquery('english', t.name::text)) > 0
  AND (t.search_vector @@ plainto_tsquery('english', t.name::text)) IS NOT TRUE
ORDER BY 2;

-- check searched_11: full-text search finds each row of public.career_paths by its own words
-- Expect: no rows; each row is one thing that is wrong
SELECT 'public.career_paths' AS searched_11, format('found by %L', t.name) AS expected, '(not found)' AS found
FROM public.career_paths AS t
WHERE t.name::text ~ '^[[:alnum:] ]+$' AND numnode(plainto_tsquery('english', t.name::text)) > 0
  AND (t.search_vector @@ plainto_tsquery('english', t.name::text)) IS NOT TRUE
ORDER BY 2;

ROLLBACK;
