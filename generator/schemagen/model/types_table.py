"""The types that PostgreSQL 14 to 18 takes from users: names, other spellings, modifiers and their limits.

Source: pg_type of the servers and the grammar's GenericType, Numeric, Character, Bit and ConstDatetime rules.
"""

from __future__ import annotations

RANGES = {
    "int4range": "integer",
    "int8range": "bigint",
    "numrange": "numeric",
    "tsrange": "timestamp without time zone",
    "tstzrange": "timestamp with time zone",
    "daterange": "date",
}
"""Range types with the type of their bounds."""

MULTIRANGES = {name.replace("range", "multirange"): name for name in RANGES}
"""Multirange types with their range type."""

NUMBERS = frozenset({"smallint", "integer", "bigint", "numeric", "real", "double precision"})
TEXTS = frozenset({"text", "character varying", "character", "bpchar", "name"})
MOMENTS = frozenset({"date", "timestamp with time zone", "timestamp without time zone"})
TIMES = frozenset({"time with time zone", "time without time zone"})

BUILT_IN = frozenset(
    {
        *NUMBERS, *TEXTS, *MOMENTS, *TIMES, *RANGES, *MULTIRANGES,
        "boolean", "bytea", "uuid", "json", "jsonb", "jsonpath", "xml", "money", "interval", "bit", "bit varying",
        "point", "line", "lseg", "box", "path", "polygon", "circle", "inet", "cidr", "macaddr", "macaddr8",
        "tsvector", "tsquery", "oid", "xid", "xid8", "cid", "tid", "pg_lsn", "pg_snapshot", "txid_snapshot",
        "refcursor",
        "regclass", "regproc", "regprocedure", "regoper", "regoperator", "regtype", "regrole", "regnamespace",
        "regconfig", "regdictionary", "regcollation", "aclitem",
    }
)  # fmt: skip
"""Built-in types by the names that format_type() gives them."""

SPELLINGS = {
    "int": "integer", "int2": "smallint", "int4": "integer", "int8": "bigint", "bool": "boolean",
    "decimal": "numeric", "dec": "numeric", "float4": "real", "float8": "double precision",
    "varchar": "character varying", "char varying": "character varying", "char": "character",
    "national character": "character", "national char": "character", "nchar": "character",
    "national character varying": "character varying", "national char varying": "character varying",
    "nchar varying": "character varying", "varbit": "bit varying",
    "timestamptz": "timestamp with time zone", "timestamp": "timestamp without time zone",
    "timetz": "time with time zone", "time": "time without time zone",
}  # fmt: skip
"""Other spellings of built-in types that PostgreSQL knows."""

SERIALS = {
    "smallserial": "smallint", "serial2": "smallint", "serial": "integer", "serial4": "integer",
    "bigserial": "bigint", "serial8": "bigint",
}  # fmt: skip
"""Words that look like types and are shorthand for a sequence."""

PSEUDO = frozenset(
    {
        "any", "anyelement", "anyarray", "anynonarray", "anyenum", "anyrange", "anymultirange", "anycompatible",
        "anycompatiblearray", "anycompatiblenonarray", "anycompatiblerange", "anycompatiblemultirange", "cstring",
        "internal", "language_handler", "fdw_handler", "index_am_handler", "table_am_handler", "tsm_handler", "record",
        "trigger", "event_trigger", "void", "unknown", "pg_ddl_command",
    }
)  # fmt: skip
"""Types of arguments and results that no column can have."""

CATALOG = {"int2vector": "smallint[]", "oidvector": "oid[]"}
"""Types that only the system catalogs use, with what columns of users have instead: arrays that are none to
pg_type, begin at 0 and have no operator for most things."""

FOREIGN_SPELLINGS = {
    "string": "text", "datetime": "timestamptz", "datetime2": "timestamp", "tinyint": "smallint",
    "mediumint": "integer", "blob": "bytea", "binary": "bytea", "varbinary": "bytea", "clob": "text",
    "longtext": "text", "mediumtext": "text", "nvarchar": "varchar", "number": "numeric", "double": "double precision",
    "guid": "uuid", "uniqueidentifier": "uuid", "object": "jsonb", "array": "text[]", "bigtext": "text",
    "integer unsigned": "bigint", "year": "smallint", "long": "bigint", "short": "smallint",
}  # fmt: skip
"""Names of types in other systems, with what comes nearest in PostgreSQL."""

EXTENSION_TYPES = {
    "citext": "citext", "hstore": "hstore", "ltree": "ltree", "lquery": "ltree", "ltxtquery": "ltree",
    "vector": "vector", "halfvec": "vector", "sparsevec": "vector", "cube": "cube", "seg": "seg",
    "geometry": "postgis", "geography": "postgis", "box2d": "postgis", "box3d": "postgis",
    "isbn": "isn", "isbn13": "isn", "issn": "isn", "issn13": "isn", "ean13": "isn", "ismn": "isn", "ismn13": "isn",
    "upc": "isn", "intset": "intarray", "query_int": "intarray",
}  # fmt: skip
"""Types of common extensions, with the extension."""

MODIFIED_EXTENSION_TYPES = frozenset({"vector", "halfvec", "sparsevec", "geometry", "geography"})

INTERVAL_FIELDS = frozenset(
    {
        "year", "month", "day", "hour", "minute", "second", "year to month", "day to hour", "day to minute",
        "day to second", "hour to minute", "hour to second", "minute to second",
    }
)  # fmt: skip

MAX_CHARACTERS = 10_485_760
MAX_BITS = 83_886_080
MAX_PRECISION = 1000
MIN_SCALE, MAX_SCALE = -1000, 1000
MAX_FRACTION = 6
MAX_DIMENSIONS = 6

COMMON = frozenset(
    {"text", "varchar", "integer", "bigint", "numeric", "boolean", "timestamptz", "timestamp", "date", "time", "uuid"}
    | {"jsonb", "json", "bytea", "smallint", "real", "interval", "tsvector", "inet"}
)
"""What a message offers where nothing is near."""
