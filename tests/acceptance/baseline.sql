-- A Supabase-like database as it is before the first migration, run by a superuser in an empty database.
-- The roles are the server's and exist already: anon, authenticated, service_role, and the owner, an ordinary role.

CREATE SCHEMA extensions;
GRANT USAGE ON SCHEMA extensions TO PUBLIC;
CREATE EXTENSION "uuid-ossp" WITH SCHEMA extensions;
GRANT USAGE, CREATE ON SCHEMA public TO pharma_owner;
GRANT USAGE ON SCHEMA public TO anon, authenticated, service_role;

SET ROLE pharma_owner;

CREATE FUNCTION public.update_updated_at_column() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.updated_at = now();
  RETURN NEW;
END;
$$;

CREATE TABLE public.tenants (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name text NOT NULL,
  created_at timestamptz DEFAULT now()
);

CREATE TABLE public.org_functions (
  id uuid PRIMARY KEY DEFAULT extensions.uuid_generate_v4(),
  unique_id varchar(50) NOT NULL UNIQUE,
  department_name varchar(255) NOT NULL,
  description text,
  migration_ready boolean DEFAULT false,
  created_at timestamp DEFAULT now(),
  updated_at timestamp DEFAULT now(),
  created_by varchar(255),
  updated_by varchar(255),
  search_vector tsvector GENERATED ALWAYS AS
    (to_tsvector('english', coalesce(department_name, '') || ' ' || coalesce(description, ''))) STORED
);

CREATE TABLE public.org_departments (
  id uuid PRIMARY KEY DEFAULT extensions.uuid_generate_v4(),
  unique_id varchar(50) UNIQUE,
  department_id varchar(50),
  department_name varchar(255) NOT NULL,
  department_type varchar(100),
  description text,
  function_area varchar(255),
  compliance_requirements text[],
  critical_systems text[],
  data_classification varchar(50)
    CHECK (data_classification IN ('Public', 'Internal', 'Confidential', 'Restricted')),
  migration_ready boolean DEFAULT false,
  export_format varchar(50),
  function_id uuid REFERENCES public.org_functions (id) ON DELETE SET NULL,
  created_at timestamp DEFAULT now(),
  updated_at timestamp DEFAULT now(),
  created_by varchar(255),
  updated_by varchar(255),
  metadata jsonb DEFAULT '{}',
  search_vector tsvector GENERATED ALWAYS AS
    (to_tsvector('english', coalesce(department_name, '') || ' ' || coalesce(description, ''))) STORED
);

CREATE TABLE public.org_roles (
  id uuid PRIMARY KEY DEFAULT extensions.uuid_generate_v4(),
  unique_id varchar(50) NOT NULL UNIQUE,
  role_name varchar(255) NOT NULL,
  role_title varchar(255),
  description text,
  seniority_level varchar(50) CHECK (seniority_level IN ('Executive', 'Senior', 'Mid', 'Junior', 'Entry')),
  reports_to_role_id uuid REFERENCES public.org_roles (id) ON DELETE SET NULL,
  function_area varchar(255),
  department_name varchar(255),
  required_skills text[],
  required_certifications text[],
  years_experience_min integer,
  years_experience_max integer,
  migration_ready boolean DEFAULT false,
  is_active boolean DEFAULT true,
  function_id uuid REFERENCES public.org_functions (id) ON DELETE SET NULL,
  department_id uuid REFERENCES public.org_departments (id) ON DELETE SET NULL,
  tenant_id uuid REFERENCES public.tenants (id) ON DELETE CASCADE,
  created_at timestamp DEFAULT now(),
  updated_at timestamp DEFAULT now(),
  created_by varchar(255),
  updated_by varchar(255),
  search_vector tsvector GENERATED ALWAYS AS
    (to_tsvector('english', coalesce(role_name, '') || ' ' || coalesce(role_title, '') || ' ' || coalesce(description, '')))
    STORED
);
CREATE INDEX org_roles_tenant_idx ON public.org_roles (tenant_id);
CREATE INDEX org_roles_search_idx ON public.org_roles USING gin (search_vector);
CREATE INDEX org_roles_reports_idx ON public.org_roles (reports_to_role_id);
CREATE TRIGGER update_org_roles_updated_at BEFORE UPDATE ON public.org_roles
  FOR EACH ROW EXECUTE FUNCTION public.update_updated_at_column();
COMMENT ON TABLE public.org_roles IS 'Roles of the organisation.';
COMMENT ON COLUMN public.org_roles.required_skills IS 'Names of skills, as people typed them.';
ALTER TABLE public.org_roles ENABLE ROW LEVEL SECURITY;
CREATE POLICY org_roles_read ON public.org_roles FOR SELECT TO authenticated USING (true);
CREATE POLICY org_roles_service ON public.org_roles TO service_role USING (true) WITH CHECK (true);
REVOKE ALL ON public.org_roles, public.tenants FROM PUBLIC, anon, authenticated, service_role;
GRANT SELECT ON public.org_roles TO authenticated;
GRANT SELECT, INSERT, UPDATE, DELETE ON public.org_roles TO service_role;
GRANT SELECT (id, name) ON public.tenants TO authenticated;

-- What the specification does not speak of must not be touched either.
CREATE VIEW public.active_roles WITH (security_invoker = true) AS
  SELECT id, role_name, required_skills FROM public.org_roles WHERE is_active;
GRANT SELECT ON public.active_roles TO authenticated;
CREATE TABLE public.role_notes (role_id uuid REFERENCES public.org_roles (id) ON DELETE CASCADE, note text);

CREATE TABLE public.org_responsibilities (id uuid PRIMARY KEY);
CREATE TABLE public.goals (id uuid PRIMARY KEY);
CREATE TABLE public.challenges (id uuid PRIMARY KEY);
CREATE TABLE public.motivations (id uuid PRIMARY KEY);
CREATE TABLE public.org_role_responsibilities (id uuid PRIMARY KEY, role_id uuid REFERENCES public.org_roles (id));
CREATE TABLE public.org_department_roles (id uuid PRIMARY KEY);
CREATE TABLE public.org_function_roles (id uuid PRIMARY KEY);
CREATE TABLE public.role_goals (id uuid PRIMARY KEY, role_id uuid REFERENCES public.org_roles (id) ON DELETE CASCADE);
CREATE INDEX role_goals_role_id_idx ON public.role_goals (role_id);
CREATE TABLE public.role_challenges (id uuid PRIMARY KEY);
CREATE TABLE public.role_motivations (id uuid PRIMARY KEY);

RESET ROLE;
