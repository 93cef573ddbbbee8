"""The queries of the fingerprint about relations: tables, columns, constraints, indexes, triggers, policies, rules.

Each gives two texts, what the object is called and its definition, for the schemas in the parameter `schemas`.
"""

from __future__ import annotations

from schemagen.catalog.session import not_of_extension


def acl(column: str, kind: str, owner: str) -> str:
    """SQL for an access control list as one text that does not depend on the order of grants.

    A list that was never touched and the default written out are the same, as they are for pg_dump. The `kind`
    is that of acldefault().
    """
    return f"""(
    SELECT string_agg(entry, ' ' ORDER BY entry COLLATE "C") FROM (
      SELECT format('%%s=%%s%%s/%%s', CASE WHEN x.grantee = 0 THEN 'PUBLIC' ELSE x.grantee::regrole::text END,
                    lower(x.privilege_type), CASE WHEN x.is_grantable THEN '*' ELSE '' END,
                    x.grantor::regrole) AS entry
      FROM aclexplode(coalesce({column}, acldefault('{kind}', {owner}))) AS x) AS entries)"""


_IN_SCHEMAS = "n.nspname = ANY (%(schemas)s)"
_NAME = "format('%%I.%%I', n.nspname, c.relname)"

_RELATIONS = f"""
SELECT format('%%s %%s', CASE c.relkind
           WHEN 'r' THEN 'table' WHEN 'p' THEN 'partitioned table' WHEN 'v' THEN 'view' WHEN 'S' THEN 'sequence'
           WHEN 'm' THEN 'materialized view' WHEN 'f' THEN 'foreign table' WHEN 'c' THEN 'composite type'
         END, {_NAME}),
       json_build_object(
         'owner', c.relowner::regrole, 'privileges', {acl("c.relacl", "{KIND}", "c.relowner")},
         'persistence', c.relpersistence, 'options', c.reloptions, 'toast options', toast.reloptions,
         'replica identity', c.relreplident, 'row security', c.relrowsecurity, 'forced', c.relforcerowsecurity,
         'tablespace', nullif(c.reltablespace, 0)::regclass::text, 'access method', am.amname,
         'of type', nullif(c.reloftype, 0)::regtype,
         'inherits', ARRAY(SELECT i.inhparent::regclass::text FROM pg_inherits AS i WHERE i.inhrelid = c.oid
                           ORDER BY i.inhseqno),
         'partition key', CASE WHEN c.relkind = 'p' THEN pg_get_partkeydef(c.oid) END,
         'partition bound', pg_get_expr(c.relpartbound, c.oid),
         'query', CASE WHEN c.relkind IN ('v', 'm') THEN pg_get_viewdef(c.oid) END,
         'populated', c.relispopulated,
         'server', (SELECT format('%%I %%s', s.srvname, f.ftoptions) FROM pg_foreign_table AS f
                    JOIN pg_foreign_server AS s ON s.oid = f.ftserver WHERE f.ftrelid = c.oid),
         'sequence', (SELECT format('%%s start %%s increment %%s minimum %%s maximum %%s cache %%s cycle %%s',
                                    s.seqtypid::regtype, s.seqstart, s.seqincrement, s.seqmin, s.seqmax,
                                    s.seqcache, s.seqcycle)
                      FROM pg_sequence AS s WHERE s.seqrelid = c.oid),
         'owned by', (SELECT format('%%s %%s.%%I', d.deptype, d.refobjid::regclass, a.attname) FROM pg_depend AS d
                      JOIN pg_attribute AS a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
                      WHERE c.relkind = 'S' AND d.classid = 'pg_class'::regclass AND d.objid = c.oid
                        AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i')))::text
FROM pg_class AS c
JOIN pg_namespace AS n ON n.oid = c.relnamespace
LEFT JOIN pg_class AS toast ON toast.oid = c.reltoastrelid
LEFT JOIN pg_am AS am ON am.oid = c.relam
WHERE c.relkind NOT IN ('i', 'I', 't') AND {_IN_SCHEMAS} AND {not_of_extension("pg_class", "c.oid")}
""".replace("'{KIND}'", "CASE c.relkind WHEN 'S' THEN 's' ELSE 'r' END::\"char\"").replace(
    "nullif(c.reltablespace, 0)::regclass::text",
    "(SELECT s.spcname FROM pg_tablespace AS s WHERE s.oid = c.reltablespace)",
)

# Dropped columns leave gaps in attnum, so the place is counted among those that stand.
_COLUMNS = f"""
SELECT format('column %%s.%%I', {_NAME}, a.attname),
       json_build_object(
         'place', row_number() OVER (PARTITION BY a.attrelid ORDER BY a.attnum),
         'type', format_type(a.atttypid, a.atttypmod), 'dimensions', a.attndims, 'not null', a.attnotnull,
         'default', pg_get_expr(def.adbin, def.adrelid), 'generated', a.attgenerated, 'identity', a.attidentity,
         'collation', nullif(a.attcollation, 0)::regcollation, 'storage', a.attstorage,
         'compression', a.attcompression,
         'statistics', nullif(a.attstattarget, -1), 'options', a.attoptions, 'foreign options', a.attfdwoptions,
         'privileges', {acl("a.attacl", "c", "c.relowner")},
         'local', a.attislocal, 'inherited', a.attinhcount)::text
FROM pg_attribute AS a
JOIN pg_class AS c ON c.oid = a.attrelid
JOIN pg_namespace AS n ON n.oid = c.relnamespace
LEFT JOIN pg_attrdef AS def ON def.adrelid = a.attrelid AND def.adnum = a.attnum
WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'c') AND {_IN_SCHEMAS}
  AND {not_of_extension("pg_class", "c.oid")}
"""

# A foreign key that was added without a check of the rows says NOT VALID in its definition. Whether its internal
# triggers fire is said by no definition.
_CONSTRAINTS = f"""
SELECT format('constraint %%I on %%s', k.conname, {_NAME}),
       json_build_object(
         'definition', pg_get_constraintdef(k.oid), 'type', k.contype, 'validated', k.convalidated,
         'deferrable', k.condeferrable, 'deferred', k.condeferred, 'local', k.conislocal,
         'inherited', k.coninhcount, 'no inherit', k.connoinherit, 'index', nullif(k.conindid, 0)::regclass,
         'triggers', (SELECT string_agg(g.tgenabled::text, '' ORDER BY g.tgrelid::regclass::text, g.tgtype)
                      FROM pg_trigger AS g WHERE g.tgconstraint = k.oid AND g.tgisinternal))::text
FROM pg_constraint AS k
JOIN pg_class AS c ON c.oid = k.conrelid
JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE k.contype <> 't' AND {_IN_SCHEMAS}
"""

_INDEXES = f"""
SELECT format('index %%s', {_NAME}),
       json_build_object(
         'definition', pg_get_indexdef(i.indexrelid), 'owner', c.relowner::regrole, 'valid', i.indisvalid,
         'ready', i.indisready, 'immediate', i.indimmediate, 'primary', i.indisprimary,
         'replica identity', i.indisreplident, 'clustered', i.indisclustered, 'options', c.reloptions,
         'tablespace', (SELECT s.spcname FROM pg_tablespace AS s WHERE s.oid = c.reltablespace),
         'statistics', (SELECT array_agg(nullif(a.attstattarget, -1) ORDER BY a.attnum) FROM pg_attribute AS a
                        WHERE a.attrelid = c.oid),
         'inherits', (SELECT h.inhparent::regclass FROM pg_inherits AS h WHERE h.inhrelid = c.oid))::text
FROM pg_index AS i
JOIN pg_class AS c ON c.oid = i.indexrelid
JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE {_IN_SCHEMAS} AND {not_of_extension("pg_class", "i.indrelid")}
"""

_TRIGGERS = f"""
SELECT format('trigger %%I on %%s', g.tgname, {_NAME}),
       json_build_object('definition', pg_get_triggerdef(g.oid), 'enabled', g.tgenabled,
                         'copied', g.tgparentid <> 0)::text
FROM pg_trigger AS g
JOIN pg_class AS c ON c.oid = g.tgrelid
JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE NOT g.tgisinternal AND {_IN_SCHEMAS}
"""

_POLICIES = f"""
SELECT format('policy %%I on %%s', p.polname, {_NAME}),
       json_build_object(
         'command', p.polcmd, 'permissive', p.polpermissive,
         'roles', ARRAY(SELECT CASE WHEN r = 0 THEN 'PUBLIC' ELSE r::regrole::text END AS role
                        FROM unnest(p.polroles) AS r ORDER BY 1),
         'using', pg_get_expr(p.polqual, p.polrelid), 'check', pg_get_expr(p.polwithcheck, p.polrelid))::text
FROM pg_policy AS p
JOIN pg_class AS c ON c.oid = p.polrelid
JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE {_IN_SCHEMAS}
"""

_RULES = f"""
SELECT format('rule %%I on %%s', w.rulename, {_NAME}),
       json_build_object('definition', pg_get_ruledef(w.oid), 'enabled', w.ev_enabled)::text
FROM pg_rewrite AS w
JOIN pg_class AS c ON c.oid = w.ev_class
JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE w.rulename <> '_RETURN' AND {_IN_SCHEMAS}
"""

_STATISTICS = f"""
SELECT format('statistics %%I.%%I', n.nspname, x.stxname),
       json_build_object('definition', pg_get_statisticsobjdef(x.oid), 'owner', x.stxowner::regrole,
                         'target', nullif(x.stxstattarget, -1))::text
FROM pg_statistic_ext AS x
JOIN pg_namespace AS n ON n.oid = x.stxnamespace
WHERE {_IN_SCHEMAS}
"""

RELATION_QUERIES = (
    _RELATIONS,
    _COLUMNS,
    _CONSTRAINTS,
    _INDEXES,
    _TRIGGERS,
    _POLICIES,
    _RULES,
    _STATISTICS,
)

SEQUENCE_STATES = """
SELECT n.nspname::text, c.relname::text
FROM pg_class AS c
JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE c.relkind = 'S' AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
ORDER BY n.nspname, c.relname
"""
