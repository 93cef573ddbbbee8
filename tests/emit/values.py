"""Values per column of the fixture `every_type`: what PostgreSQL 15 takes, what it refuses, where Zod is stricter.

`taken` and `refused` were tried on PostgreSQL 15.18 by json_populate_record; `stricter` are values that it takes and
Zod refuses by choice (another spelling of the same value, or one that no column of a sane application holds).
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Values:
    """Values for one column; `read` are forms that only come back, `written` forms that are only sent."""

    column: str
    taken: list[object]
    refused: list[object]
    stricter: list[object] = field(default_factory=list)
    read: list[object] = field(default_factory=list)
    written: list[object] = field(default_factory=list)


_ID = "0f8fad5b-d9cb-469f-a165-70867728950e"

VALUES = [
    Values("text", ["", "a", "😀" * 300, "\n"], [], stricter=[1, True]),
    Values("varchar", ["", "x" * 1000], [], stricter=[1]),
    Values("varchar5", ["", "abcde", "😀😀😀😀😀"], ["abcdef", "😀😀😀😀😀😀"], stricter=["abcde "]),
    Values("char3", ["", "a", "abc", "😀😀😀"], ["abcd"], stricter=["abc "]),
    Values("bool", [True, False], ["maybe", 2], stricter=["true", "yes"]),
    Values("int2", [-32768, 0, 32767], [-32769, 32768, "x"], stricter=["1"]),
    Values("int4", [-2147483648, 0, 2147483647], [-2147483649, 2147483648, 1.5]),
    Values("int8", [0, -9007199254740991, 9007199254740991], [1.5, 1e19], stricter=[9007199254740993, "1"]),
    Values("numeric", [0, -1.5, 1e300, 123456.789], ["x"], stricter=["NaN", "1"]),
    Values("numeric52", [0, 999.99, -999.99, 999.994, 1e-9, -999.9949], [999.995, -999.995, 1000, 1e6]),
    Values("numeric3", [999, 999.4, -999.49], [999.5, -999.5, 1000]),
    Values("numeric_coarse", [99000, 99499, -99499.9, 1], [99500, -99500, 100000]),
    Values("numeric_fine", [0.00999, -0.00999, 0.009994], [0.009995, -0.009995, 0.01]),
    Values("float4", [0, 1.5, 3.4e38, -3.4e38, 1e-45, 0.1], [1e39, -1e39, 1e-46], stricter=["NaN"]),
    Values("float8", [0, 1.5, 1.7e308, 5e-324], ["x"], stricter=["NaN", "Infinity"]),
    Values(
        "uuid",
        [_ID, _ID.upper(), "00000000-0000-0000-0000-000000000001", "ffffffff-ffff-ffff-ffff-ffffffffffff"],
        ["", _ID[:-1], _ID + "0", "g" + _ID[1:]],
        stricter=["{" + _ID + "}", _ID.replace("-", "")],
    ),
    Values(
        "date", ["2024-02-29", "0001-01-01", "9999-12-31"], ["2023-02-29", "0000-01-01", "2024-13-01", ""],
        stricter=["infinity", "0044-03-15 BC", "10000-01-01", "20240229", "Feb 29 2024"],
    ),
    Values(
        "timestamp",
        ["2024-02-29T12:34:56", "2024-02-29T12:34:56.123456", "0001-01-01T00:00:00"],
        ["2023-02-29T00:00:00", "0000-01-01T00:00:00", "2024-01-01T25:00:00", "x"],
        stricter=["infinity", "2024-02-29 12:34:56", "2024-02-29T12:34:56+02:00"],
        written=["2024-02-29T12:34:56Z"],
    ),
    Values(
        "timestamptz",
        ["2024-02-29T12:34:56+00:00", "2024-02-29T12:34:56.123456Z", "2024-02-29T12:34:56-15:59",
         "2024-02-29T12:34:56+00"],
        ["2024-02-29T12:34:56+16:00", "2023-02-29T00:00:00Z", "0000-01-01T00:00:00Z", "x"],
        stricter=["infinity", "2024-02-29T12:34:56", "2024-02-29 12:34:56+00:00"],
    ),
    Values(
        "time", ["00:00:00", "12:34:56.5", "23:59:59.999999", "24:00:00"], ["24:00:01", "25:00:00", "12:60:00", ""],
        stricter=["12:34", "1:02:03"],
    ),
    Values(
        "timetz", ["12:34:56+02", "24:00:00-15:59", "12:34:56.5+05:30", "12:34:56+05:21:10"],
        ["12:34:56+16", "25:00:00+00"], stricter=["12:34:56", "12:34:56Z"],
    ),
    Values("json", [{}, [], "", 0, False, {"a": [None, {"b": None}]}], [None]),
    Values("jsonb", [{}, [], "", 0, False, {"a": [None, {"b": None}]}], [None]),
    Values("bytea", ["\\x", "\\xdeadBEEF"], ["\\xabc", "\\xzz"], stricter=["plain"]),
    Values("level", ["junior", 'l"ead'], ["Junior", "", "x"]),
    Values("odd", ["__proto__", "constructor", "", "1"], ["toString", "2"], stricter=[1]),
    Values("code", ["A/1", "ABCDEF/9"], ["A1", "a/1", "A/1 ", "ABCDEFG/1"]),
    Values("citext", ["a", "A", ""], []),
    Values("score", [0, 10, 10.04, -0.04], [10.05, -0.05, 11, None]),
    Values("fine", [1, 0.95, 10.04], [0.94, 0, 10.05, None]),
    Values("number", [1, 0], [None, 1.5]),
]  # fmt: skip

CHECKED = [
    Values("short", ["ab", "abc", "😀😀", None], ["a", "abcd", "😀"]),
    Values("tagged", [["a"], ["a", None]], [[], ["a", "b", "c"], None]),
    Values("slug", ["a/b"], ["", "A", "a b", "a\n", "a" * 21, None]),
    Values("grade", [1, 3, None], [0, 4, "x"], stricter=["1"]),
    Values("step", [0.5, 1, None], [0.6, 0, 2], stricter=[0.52]),
    Values("flag", [True], [False, None]),
    Values("positive", [0.005, 1, 999.99, None], [0.0049, 0, -1, 999.995]),
    Values("ratio", [0.1, 1, 0.5, 1.00000001, None], [0.0999, 1.0001]),
    Values("wide", [0.11, 1e300, None], [0.1, 0, -1]),
    Values("day", ["2000-01-01", "2099-12-31", None], ["1999-12-31", "2100-01-01"]),
    Values("padded", ["a", "abc", None], ["b", "abcd"], stricter=["a "]),
    Values("nothing_refused", ["a", "anything", None], []),
    Values("level", ["low", None], ["high", "x"]),
    Values("small", [-32768, 99, None], [100, 101, -32769]),
    Values("both", ["bb", "ccc", None], ["a", "dd"]),
    Values("large", [0, 9007199254740991, None], [-1], stricter=[9007199254740993]),
]
"""The same for the table of the fixture `lengths_and_lists`."""

SHAPES: list[tuple[str, object, bool]] = [
    ("SkillsInsert", {"name": "GCP"}, True),
    ("SkillsInsert", {}, False),
    ("SkillsInsert", {"name": None}, False),
    ("SkillsInsert", {"name": "GCP", "skill_type": "Hard"}, True),
    ("SkillsInsert", {"name": "GCP", "skill_type": None}, True),
    ("SkillsInsert", {"name": "GCP", "skill_type": "hard"}, False),
    ("SkillsInsert", {"name": "GCP", "is_pharma_specific": None}, True),
    # NOT NULL with a default: may be left out, but an explicit null is an error of PostgreSQL (23502).
    ("SkillsInsert", {"name": "GCP", "created_at": None}, False),
    ("SkillsInsert", {"name": "GCP", "id": None}, False),
    ("SkillsInsert", {"name": "GCP", "search_vector": "'a'"}, False),
    ("SkillsInsert", {"name": "GCP", "unknown": 1}, False),
    ("SkillsInsert", {"name": "x" * 256}, False),
    ("SkillsUpdate", {}, True),
    ("SkillsUpdate", {"name": None}, False),
    ("SkillsUpdate", {"search_vector": None}, False),
    ("SkillsUpdate", {"description": None}, True),
    ("RoleSkillsInsert", {"role_id": _ID, "skill_id": _ID, "weight": 1, "priority": 100}, True),
    ("RoleSkillsInsert", {"role_id": _ID, "skill_id": _ID, "weight": 1.005}, False),
    ("RoleSkillsInsert", {"role_id": _ID, "skill_id": _ID, "priority": 101}, False),
    ("RoleSkillsInsert", {"role_id": _ID}, False),
    ("OrgRolesInsert", {"role_name": "x", "metadata": {"a": [1, None]}}, True),
    ("OrgRolesInsert", {"role_name": "x", "salary_currency": "EURO"}, False),
    ("TherapeuticAreasRow", {"id": _ID, "parent_area_id": None}, True),
    ("TherapeuticAreasRow", {"id": _ID}, False),
    # A column that a client does not know yet must not break it.
    ("TherapeuticAreasRow", {"id": _ID, "parent_area_id": None, "newer": 1}, True),
]
"""Types of the first input, objects, and whether they are of the type."""

_ROW = {"Ünïcode": "x", 'a"b': None, "a b": None, "constructor": "c", "toString": 1, "1": None, "class": None,
        "new\nline": None, "kind": "*/", "Kind": "a"}  # fmt: skip
INHERITED: list[tuple[str, object, bool]] = [
    ("OrderInsert", {"Ünïcode": "x"}, True),
    ("OrderInsert", _ROW, True),
    ("OrderRow", _ROW, True),
    ("OrderInsert", {"Ünïcode": "x", "constructor": 5}, False),
    ("OrderRow", {key: value for key, value in _ROW.items() if key != "constructor"}, False),
]
"""The same for the table `order` of the fixture `hostile`, whose names every object inherits."""
