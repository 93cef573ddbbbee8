"""The types of columns with values, expressions and indexes that fit them: nothing in, a table of kinds out."""

from __future__ import annotations

from typing import Any

from schemagen.records import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """A type as a specification writes it.

    `values` are plain values of it, `sql` an expression of that type without columns. `family` says which checks
    and generated columns fit. `indexes` are access methods, each with operator classes beside the default ('').
    `required` is whether the type itself refuses null.
    """

    text: str
    values: tuple[Any, ...] = ()
    sql: str = ""
    family: str = "other"
    indexes: tuple[tuple[str, tuple[str, ...]], ...] = ()
    required: bool = False

    @property
    def ordered(self) -> bool:
        """Whether a btree can be made over it, and so a key."""
        return any(method == "btree" for method, _classes in self.indexes)


_PLAIN = (("btree", ("",)), ("hash", ("",)), ("brin", ("",)))
_TEXT = (("btree", ("", "text_pattern_ops")), ("hash", ("", "text_ops")), ("spgist", ("",)), ("brin", ("",)))
_VARCHAR = (("btree", ("", "varchar_pattern_ops")), ("hash", ("",)), ("brin", ("",)))
_ARRAY = (("btree", ("",)), ("gin", ("", "array_ops")))
_BTREE_HASH = (("btree", ("",)), ("hash", ("",)))
_RANGE = (("btree", ("",)), ("gist", ("",)), ("spgist", ("",)), ("hash", ("",)))
_MULTIRANGE = (("btree", ("",)), ("gist", ("",)))
_GEOMETRIC = (("gist", ("",)),)
_INET = (("btree", ("",)), ("gist", ("inet_ops",)), ("spgist", ("",)))

COMMON = (
    Kind("smallint", (0, -32768, 32767), "1 + 1", "number", _PLAIN),
    Kind("integer", (0, 7, -2147483648), "abs(-3)", "number", _PLAIN),
    Kind("bigint", (1, 9223372036854775807), "2 * 3", "number", _PLAIN),
    Kind("int", (5,), "4", "number", _PLAIN),
    Kind("numeric", (0, 12345678901234567890, -0.5, "NaN"), "1.50", "number", _PLAIN),
    Kind("numeric(8,2)", (0, 1.25, -999999.99), "round(1.234, 2)", "number", _PLAIN),
    Kind("decimal(5)", (12345,), "3", "number", _PLAIN),
    Kind("real", (0.5, -2), "0.5", "number", _PLAIN),
    Kind("double precision", (0.1, 1e100, "Infinity"), "random()", "number", _PLAIN),
    Kind("boolean", (True, False), "not false", "boolean", _BTREE_HASH),
    Kind("text", ("", "it's", "back\\slash", "$$", "%s"), "current_setting('server_version')", "text", _TEXT),
    Kind("varchar(30)", ("", "it's", "ünïcödé"), "upper('abc')", "text", _VARCHAR),
    Kind("varchar", ("null", " x "), "lower('ABC')", "text", _VARCHAR),
    Kind("char(3)", ("abc", "EUR"), "'x'", "text", _PLAIN),
    Kind("uuid", ("2f0b1e6c-6a3d-4a53-9a34-6d5f0a6c2c11",), "gen_random_uuid()", "uuid", _PLAIN),
    Kind("date", ("2024-02-29", "infinity"), "current_date", "date", _PLAIN),
    Kind("timestamp", ("2024-02-29T12:30:00",), "now() at time zone 'utc'", "moment", _PLAIN),
    Kind("timestamp(3)", ("2024-02-29T12:30:00.123",), "localtimestamp(3)", "moment", _PLAIN),
    Kind("timestamptz", ("2024-02-29T12:30:00.5+02",), "now()", "moment", _PLAIN),
    Kind("timestamp(0) with time zone", ("2024-02-29T12:30:00Z",), "now() - interval '1 day'", "moment", _PLAIN),
    Kind("time", ("23:59:59.999999",), "localtime", "time", _PLAIN),
    Kind("timetz", ("12:00:00+02",), "current_time", "time", _PLAIN),
    Kind("json", ({"a": [1, None, "it's"]}, [], "text"), "json_build_object('a', 1)"),
    Kind("jsonb", ({}, {"it's": '"'}, [1, [2]], "$$", 1.5), "jsonb_build_array(1, 2)", "json",
         (("gin", ("", "jsonb_path_ops")), ("btree", ("",)))),
    Kind("bytea", ("\\x", "\\x00ff"), "decode('ff', 'hex')", "other", _BTREE_HASH),
    Kind("text[]", ([], ["a", "it's", 'b"c', "{x}", "null", None]), "array['x', 'y']", "array", _ARRAY),
    Kind("integer[]", ([1, 2, None],), "array[1]", "array", _ARRAY),
    Kind("uuid[]", ([],), "array[gen_random_uuid()]", "array", _ARRAY),
    Kind("varchar(5)[][]", ([["a", "b"], ["c", "d"]],), "", "other", _ARRAY),
    Kind("jsonb[]", ([{"a": 1}, None],), "", "other", (("gin", ("",)),)),
    Kind("tsvector", (), "to_tsvector('simple', 'x')", "other", (("gin", ("",)), ("gist", ("",)))),
)  # fmt: skip
"""Types that most specifications have."""

RARE = (
    Kind("interval", ("1 year 2 months", "04:05:06"), "make_interval(days => 3)", "other", _PLAIN),
    Kind("interval day to second(3)", ("P1DT2H",), "interval '1 day'", "other", _PLAIN),
    Kind("money", (12.5, "3"), "3::money", "other", (("btree", ("",)),)),
    Kind("bit(3)", ("101",), "b'111'", "other", (("btree", ("",)),)),
    Kind("bit varying(5)", ("", "10101"), "b'1'", "other", (("btree", ("",)),)),
    Kind("inet", ("192.0.2.1", "2001:db8::1/32"), "inet '10.0.0.1'", "other", _INET),
    Kind("cidr", ("192.0.2.0/24",), "cidr '10.0.0.0/8'", "other", _INET),
    Kind("macaddr", ("08:00:2b:01:02:03",), "", "other", _PLAIN),
    Kind("macaddr8", ("08:00:2b:01:02:03:04:05",), "", "other", _PLAIN),
    Kind("int4range", ("[1,5)", "empty"), "int4range(1, 5)", "range", _RANGE),
    Kind("int8range", ("[1,5)",), "int8range(1, 5)", "range", _RANGE),
    Kind("numrange", ("(,)",), "numrange(1.5, 2)", "range", _RANGE),
    Kind("daterange", ("[2024-01-01,2024-02-01)",), "daterange(current_date, null)", "range", _RANGE),
    Kind("tsrange", ("empty",), "", "range", _RANGE),
    Kind("tstzrange", (), "tstzrange(now(), null, '[)')", "range", _RANGE),
    Kind("int4multirange", ("{[1,2),[5,6)}",), "int4multirange(int4range(1, 2))", "range", _MULTIRANGE),
    Kind("datemultirange", ("{}",), "", "range", _MULTIRANGE),
    Kind("point", ("(1,2)",), "point(1, 2)", "other", _GEOMETRIC),
    Kind("box", ("(1,2),(0,0)",), "", "other", _GEOMETRIC),
    Kind("polygon", ("((0,0),(1,1),(1,0))",), "", "other", _GEOMETRIC),
    Kind("circle", ("<(0,0),1>",), "", "other", _GEOMETRIC),
    Kind("line", ("{1,2,3}",)),
    Kind("lseg", ("[(0,0),(1,1)]",)),
    Kind("path", ("[(0,0),(1,1)]",)),
    Kind("tsquery", (), "to_tsquery('simple', 'a & b')", "other", (("gist", ("",)), ("btree", ("",)))),
    Kind("xml"),
    Kind("jsonpath", ("$.a",)),
    Kind("name", ("it's",), "current_user", "text", _BTREE_HASH),
    Kind("bpchar", ("x",), "'y'", "text", _BTREE_HASH),
    Kind("oid", (1,), "2", "other", _BTREE_HASH),
    Kind("xid"), Kind("xid8"), Kind("cid"), Kind("tid"), Kind("pg_snapshot"), Kind("txid_snapshot"),
    Kind("pg_lsn", ("0/1",), "pg_current_wal_lsn()", "other", _BTREE_HASH),
    Kind("refcursor"), Kind("aclitem"),
    Kind("regclass", ("pg_class",)), Kind("regproc"), Kind("regprocedure"), Kind("regoper"), Kind("regoperator"),
    Kind("regtype", ("integer",)), Kind("regrole"), Kind("regnamespace", ("pg_catalog",)),
    Kind("regconfig", ("simple",)), Kind("regdictionary"), Kind("regcollation"),
    Kind("tstzrange[]", (), "", "other", (("btree", ("",)),)), Kind("point[]"), Kind("interval(0)[]"),
)  # fmt: skip
"""All other types."""

_KEYS = {"smallint", "integer", "bigint", "text", "varchar(30)", "uuid", "date"}
KEYS = tuple(kind for kind in COMMON if kind.text in _KEYS)
"""Types for keys that other tables point to."""
