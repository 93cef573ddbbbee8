"""The queries of the fingerprint about all that is no relation: the database, schemas, types, functions and others.

Each gives two texts, what the object is called and its definition, for the schemas in the parameter `schemas`.
"""

from __future__ import annotations

from schemagen.catalog.fingerprint_relations import acl
from schemagen.catalog.session import not_of_extension

_IN_SCHEMAS = "n.nspname = ANY (%(schemas)s)"
_NOT_BUILT_IN = "oid >= 16384"
"""Objects that initdb makes have smaller oids (FirstNormalObjectId); those that have no schema are told apart so."""

_DATABASE = f"""
SELECT 'database', json_build_object(
         'owner', d.datdba::regrole, 'privileges', {acl("d.datacl", "d", "d.datdba")},
         'connections', d.datconnlimit, 'template', d.datistemplate,
         'settings', (SELECT array_agg(format('%%s: %%s', CASE WHEN s.setrole = 0 THEN 'everybody'
                                                               ELSE s.setrole::regrole::text END, s.setconfig)
                             ORDER BY s.setrole::regrole::text)
                      FROM pg_db_role_setting AS s WHERE s.setdatabase = d.oid),
         'comment', shobj_description(d.oid, 'pg_database'))::text
FROM pg_database AS d
WHERE d.datname = current_database()
"""

_SCHEMAS = f"""
SELECT format('schema %%I', n.nspname),
       json_build_object('owner', n.nspowner::regrole, 'privileges', {acl("n.nspacl", "n", "n.nspowner")})::text
FROM pg_namespace AS n
WHERE {_IN_SCHEMAS}
"""

_EXTENSIONS = """
SELECT format('extension %%I', e.extname),
       json_build_object('version', e.extversion, 'schema', e.extnamespace::regnamespace,
                         'owner', e.extowner::regrole)::text
FROM pg_extension AS e
"""

# A table, and an element of an array, have types of their own that say nothing new.
_TYPES = f"""
SELECT format('type %%I.%%I', n.nspname, t.typname),
       json_build_object(
         'kind', t.typtype, 'owner', t.typowner::regrole, 'privileges', {acl("t.typacl", "T", "t.typowner")},
         'labels', CASE WHEN t.typtype = 'e' THEN
           ARRAY(SELECT e.enumlabel FROM pg_enum AS e WHERE e.enumtypid = t.oid ORDER BY e.enumsortorder) END,
         'base', CASE WHEN t.typtype = 'd' THEN format_type(t.typbasetype, t.typtypmod) END,
         'not null', t.typnotnull, 'default', coalesce(pg_get_expr(t.typdefaultbin, 0), t.typdefault),
         'collation', nullif(t.typcollation, 0)::regcollation, 'dimensions', t.typndims,
         'checks', (SELECT array_agg(format('%%I %%s', k.conname, pg_get_constraintdef(k.oid))
                                     ORDER BY k.conname)
                    FROM pg_constraint AS k WHERE k.contypid = t.oid),
         'range', (SELECT format('%%s %%s %%s', r.rngsubtype::regtype, r.rngsubopc, r.rngsubdiff) FROM pg_range AS r
                   WHERE r.rngtypid = t.oid),
         'base type', CASE WHEN t.typtype = 'b' THEN
           format('%%s %%s %%s %%s', t.typinput, t.typoutput, t.typlen, t.typstorage) END)::text
FROM pg_type AS t
JOIN pg_namespace AS n ON n.oid = t.typnamespace
LEFT JOIN pg_class AS c ON c.oid = t.typrelid
WHERE (t.typrelid = 0 OR c.relkind = 'c')
  AND NOT EXISTS (SELECT FROM pg_type AS e WHERE e.typarray = t.oid)
  AND {_IN_SCHEMAS} AND {not_of_extension("pg_type", "t.oid")}
""".replace("r.rngsubopc", "(SELECT o.opcname FROM pg_opclass AS o WHERE o.oid = r.rngsubopc)")

_FUNCTIONS = f"""
SELECT format('%%s %%I.%%I(%%s)', CASE p.prokind WHEN 'p' THEN 'procedure' WHEN 'a' THEN 'aggregate'
                                  ELSE 'function' END,
              n.nspname, p.proname, pg_get_function_identity_arguments(p.oid)),
       json_build_object(
         'owner', p.proowner::regrole, 'privileges', {acl("p.proacl", "f", "p.proowner")},
         'definition', CASE WHEN p.prokind <> 'a' THEN pg_get_functiondef(p.oid) END,
         'aggregate', (SELECT to_jsonb(g) - 'aggfnoid' - 'aggtranstype' - 'aggmtranstype' - 'aggsortop'
                              || jsonb_build_object('state', g.aggtranstype::regtype,
                                                    'moving state', g.aggmtranstype::regtype,
                                                    'sort operator', g.aggsortop::regoperator)
                       FROM pg_aggregate AS g WHERE g.aggfnoid = p.oid))::text
FROM pg_proc AS p
JOIN pg_namespace AS n ON n.oid = p.pronamespace
WHERE {_IN_SCHEMAS} AND {not_of_extension("pg_proc", "p.oid")}
"""

_OPERATORS = f"""
SELECT format('operator %%s', o.oid::regoperator),
       json_build_object('owner', o.oprowner::regrole, 'function', o.oprcode, 'restrict', o.oprrest,
                         'join', o.oprjoin, 'commutator', o.oprcom::regoperator, 'negator', o.oprnegate::regoperator,
                         'hashes', o.oprcanhash, 'merges', o.oprcanmerge)::text
FROM pg_operator AS o
JOIN pg_namespace AS n ON n.oid = o.oprnamespace
WHERE {_IN_SCHEMAS} AND {not_of_extension("pg_operator", "o.oid")}
"""

_COLLATIONS = f"""
SELECT format('collation %%s', c.oid::regcollation),
       (to_jsonb(c) - 'oid' - 'collnamespace' - 'collowner'
        || jsonb_build_object('owner', c.collowner::regrole))::text
FROM pg_collation AS c
JOIN pg_namespace AS n ON n.oid = c.collnamespace
WHERE {_IN_SCHEMAS} AND {not_of_extension("pg_collation", "c.oid")}
"""

_TEXT_SEARCH = f"""
SELECT format('text search configuration %%s', c.oid::regconfig),
       json_build_object('owner', c.cfgowner::regrole, 'mappings', (
         SELECT array_agg(format('%%s %%s %%s', m.maptokentype, m.mapseqno, m.mapdict::regdictionary)
                          ORDER BY m.maptokentype, m.mapseqno)
         FROM pg_ts_config_map AS m WHERE m.mapcfg = c.oid))::text
FROM pg_ts_config AS c
JOIN pg_namespace AS n ON n.oid = c.cfgnamespace
WHERE {_IN_SCHEMAS} AND {not_of_extension("pg_ts_config", "c.oid")}
UNION ALL
SELECT format('text search dictionary %%s', c.oid::regdictionary),
       json_build_object('owner', c.dictowner::regrole, 'options', c.dictinitoption)::text
FROM pg_ts_dict AS c
JOIN pg_namespace AS n ON n.oid = c.dictnamespace
WHERE {_IN_SCHEMAS} AND {not_of_extension("pg_ts_dict", "c.oid")}
"""

_DEFAULT_PRIVILEGES = """
SELECT format('default privileges of %%s in %%s for %%s', d.defaclrole::regrole,
              coalesce(n.nspname, 'every schema'), d.defaclobjtype),
       (SELECT string_agg(entry, ' ' ORDER BY entry COLLATE "C") FROM (
          SELECT format('%%s=%%s%%s/%%s', CASE WHEN x.grantee = 0 THEN 'PUBLIC' ELSE x.grantee::regrole::text END,
                        lower(x.privilege_type), CASE WHEN x.is_grantable THEN '*' ELSE '' END,
                        x.grantor::regrole) AS entry
          FROM aclexplode(d.defaclacl) AS x) AS entries)
FROM pg_default_acl AS d
LEFT JOIN pg_namespace AS n ON n.oid = d.defaclnamespace
"""

# pg_identify_object() names what has no other place here, each in its own way: casts, operator classes and
# families, languages, foreign servers, publications, event triggers, transforms, access methods, conversions.
_OTHERS = f"""
SELECT format('%%s %%s', i.type, i.identity), o.definition
FROM (
  SELECT 'pg_event_trigger'::regclass AS catalog, oid,
         (to_jsonb(x) - 'oid' - 'evtowner' - 'evtfoid'
          || jsonb_build_object('owner', x.evtowner::regrole, 'function', x.evtfoid::regprocedure))::text
           AS definition
  FROM pg_event_trigger AS x
  UNION ALL
  SELECT 'pg_publication'::regclass, oid,
         (to_jsonb(x) - 'oid' - 'pubowner' || jsonb_build_object('owner', x.pubowner::regrole, 'tables',
            (SELECT jsonb_agg(to_jsonb(t) ORDER BY t.schemaname, t.tablename) FROM pg_publication_tables AS t
             WHERE t.pubname = x.pubname)))::text
  FROM pg_publication AS x
  UNION ALL
  SELECT 'pg_cast'::regclass, oid, json_build_object('function', x.castfunc::regprocedure,
         'context', x.castcontext, 'method', x.castmethod)::text
  FROM pg_cast AS x WHERE x.{_NOT_BUILT_IN}
  UNION ALL
  SELECT 'pg_opclass'::regclass, oid, json_build_object('owner', x.opcowner::regrole,
         'type', x.opcintype::regtype, 'default', x.opcdefault)::text
  FROM pg_opclass AS x WHERE x.{_NOT_BUILT_IN}
  UNION ALL
  SELECT 'pg_opfamily'::regclass, oid, json_build_object('owner', x.opfowner::regrole)::text
  FROM pg_opfamily AS x WHERE x.{_NOT_BUILT_IN}
  UNION ALL
  SELECT 'pg_language'::regclass, oid, json_build_object('owner', x.lanowner::regrole,
         'privileges', {acl("x.lanacl", "l", "x.lanowner")}, 'trusted', x.lanpltrusted)::text
  FROM pg_language AS x
  UNION ALL
  SELECT 'pg_foreign_server'::regclass, oid, json_build_object('owner', x.srvowner::regrole,
         'privileges', {acl("x.srvacl", "S", "x.srvowner")}, 'options', x.srvoptions)::text
  FROM pg_foreign_server AS x
  UNION ALL
  SELECT 'pg_foreign_data_wrapper'::regclass, oid, json_build_object('owner', x.fdwowner::regrole,
         'privileges', {acl("x.fdwacl", "F", "x.fdwowner")}, 'options', x.fdwoptions)::text
  FROM pg_foreign_data_wrapper AS x
  UNION ALL
  SELECT 'pg_conversion'::regclass, oid, json_build_object('owner', x.conowner::regrole,
         'function', x.conproc)::text
  FROM pg_conversion AS x WHERE x.{_NOT_BUILT_IN}
  UNION ALL
  SELECT 'pg_am'::regclass, oid, json_build_object('handler', x.amhandler)::text
  FROM pg_am AS x WHERE x.{_NOT_BUILT_IN}
  UNION ALL
  SELECT 'pg_transform'::regclass, oid, json_build_object('from', x.trffromsql, 'to', x.trftosql)::text
  FROM pg_transform AS x WHERE x.{_NOT_BUILT_IN}
) AS o
CROSS JOIN pg_identify_object(o.catalog, o.oid, 0) AS i
WHERE NOT EXISTS (SELECT FROM pg_depend AS member WHERE member.classid = o.catalog AND member.objid = o.oid
                  AND member.deptype = 'e')
"""

# The comments that initdb makes stand on built-in objects; the schema public is the one of them that people use.
_COMMENTS = """
SELECT format('comment on %%s %%s', i.type, i.identity), d.description
FROM pg_description AS d
CROSS JOIN pg_identify_object(d.classoid, d.objoid, d.objsubid) AS i
WHERE (d.objoid >= 16384 OR d.classoid = 'pg_namespace'::regclass)
  AND (i.schema IS NULL OR i.schema = ANY (%(schemas)s))
  AND (d.classoid <> 'pg_namespace'::regclass OR i.name = ANY (%(schemas)s))
  AND NOT EXISTS (SELECT FROM pg_depend AS member WHERE member.classid = d.classoid
                  AND member.objid = d.objoid AND member.deptype = 'e')
UNION ALL
SELECT format('security label %%s of %%s', l.provider, i.type || ' ' || i.identity), l.label
FROM pg_seclabel AS l
CROSS JOIN pg_identify_object(l.classoid, l.objoid, l.objsubid) AS i
"""

OBJECT_QUERIES = (
    _DATABASE,
    _SCHEMAS,
    _EXTENSIONS,
    _TYPES,
    _FUNCTIONS,
    _OPERATORS,
    _COLLATIONS,
    _TEXT_SEARCH,
    _DEFAULT_PRIVILEGES,
    _OTHERS,
    _COMMENTS,
)
