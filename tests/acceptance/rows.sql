-- What stands in the baseline: tenants A and B, and a role for every kind of array that the facts list.

INSERT INTO public.tenants (id, name) VALUES
  ('aaaaaaaa-0000-4000-8000-000000000000', 'A'),
  ('bbbbbbbb-0000-4000-8000-000000000000', 'B');

INSERT INTO public.org_roles (unique_id, role_name, tenant_id, required_skills, required_certifications) VALUES
  ('A-NULL', 'No arrays', 'aaaaaaaa-0000-4000-8000-000000000000', NULL, NULL),
  ('A-EMPTY', 'Empty arrays', 'aaaaaaaa-0000-4000-8000-000000000000', '{}', '{}'),
  ('A-TWICE', 'Duplicates', 'aaaaaaaa-0000-4000-8000-000000000000', ARRAY['GCP', 'GCP'], ARRAY['RAC', 'PMP', 'RAC']),
  ('A-CASE', 'Case and space', 'aaaaaaaa-0000-4000-8000-000000000000',
    ARRAY['gcp', ' GCP ', E'Gcp\t', E'\u00a0GCP\u2003', 'Vendor oversight'], ARRAY['rac ', 'CCRA']),
  ('A-BLANK', 'Blank and null elements', 'aaaaaaaa-0000-4000-8000-000000000000',
    ARRAY['', '   ', NULL, 'Éthique', 'ÉTHIQUE', E'\n'], ARRAY[NULL]::text[]),
  ('A-LONG', 'Too long', 'aaaaaaaa-0000-4000-8000-000000000000',
    ARRAY[repeat('x', 10000), repeat('x', 9999) || 'y', repeat('x', 255)], ARRAY[repeat('é', 10000)]),
  ('A-ODD', 'Odd letters and bounds', 'aaaaaaaa-0000-4000-8000-000000000000',
    '[0:2]={"a\"b","c, d","NULL"}', ARRAY[ARRAY['PMP', 'CCRP'], ARRAY['RAC', E'it''s']]),
  ('B-SAME', 'The other tenant', 'bbbbbbbb-0000-4000-8000-000000000000', ARRAY['GCP', 'Vendor Oversight'], ARRAY['RAC']),
  ('S-SHARED', 'Belongs to nobody', NULL, ARRAY['GCP', 'Shared only'], ARRAY['Shared certificate', 'pmp']);

INSERT INTO public.role_notes SELECT id, 'a note' FROM public.org_roles WHERE unique_id = 'A-TWICE';
INSERT INTO public.goals VALUES ('11111111-0000-4000-8000-000000000000');
