"""Hand-made projects for the tests of the TypeScript and Zod emitters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Literal as OneOfWords

from schemagen.diagnostics import Position
from schemagen.model.columns import Column, DataType, Identity
from schemagen.model.constraints import (
    Check,
    Constraint,
    ForeignKey,
    Length,
    OneOf,
    Pattern,
    PrimaryKey,
    Range,
    ShortCheck,
    Unique,
)
from schemagen.model.expressions import Expression, JsonValue, Literal
from schemagen.model.names import QualifiedName
from schemagen.model.project import Project, TypeSettings
from schemagen.model.schema import Domain, Enum, Extension, Schema, Table
from schemagen.records import replace

HOSTILE = "ends here */ -- '; drop table x; \\ \" `${1}`\nsecond line\r\n@ts-expect-error \u2028 \u202e"


def public(name: str) -> QualifiedName:
    return QualifiedName("public", name)


def of(type_name: str, *modifiers: int, dimensions: int = 0, schema: str | None = None) -> DataType:
    return DataType(type_name, schema, tuple(map(str, modifiers)), dimensions)


def varchar(length: int) -> DataType:
    return of("character varying", length)


TEXT, UUID, BOOLEAN, INTEGER, JSONB = of("text"), of("uuid"), of("boolean"), of("integer"), of("jsonb")
TIMESTAMP, TIMESTAMPTZ = of("timestamp without time zone"), of("timestamp with time zone")
TEXTS = of("text", dimensions=1)
FALSE, NOW = Literal(False), Expression("now()")


def column(
    name: str,
    data_type: DataType,
    *,
    null: bool = True,
    default: JsonValue | Expression = None,
    generated: str | None = None,
    comment: str | None = None,
    managed: bool = True,
    identity: Identity | None = None,
    collation: QualifiedName | None = None,
    line: int = 1,
) -> Column:
    given = default if isinstance(default, Expression) else None if default is None else Literal(default)
    return Column(
        name=name,
        type=data_type,
        nullable=null,
        default=given,
        generated=None if generated is None else Expression(generated),
        comment=comment,
        managed=managed,
        identity=identity,
        collation=collation,
        origin=Position("spec.yaml", line, 3),
    )


def check(short: ShortCheck | None, expression: str = "…", name: str | None = None) -> Check:
    stem = "raw" if short is None else f"{short.column}_{type(short).__name__.lower()}"
    return Check(name=name or f"{stem}_check", expression=expression, short=short)


def table(
    name: str | QualifiedName,
    columns: Sequence[Column],
    *constraints: Constraint,
    managed: bool = True,
    comment: str | None = None,
) -> Table:
    qualified = name if isinstance(name, QualifiedName) else public(name)
    return Table(
        name=qualified, columns=tuple(columns), constraints=constraints, managed=managed, comment=comment,
        origin=Position("spec.yaml", 1, 1),
    )  # fmt: skip


def project(
    tables: Sequence[Table],
    enums: Sequence[Enum] = (),
    domains: Sequence[Domain] = (),
    extensions: Mapping[str, Extension] | None = None,
) -> Project:
    after = Schema(
        tables={item.name: item for item in tables},
        enums={item.name: item for item in enums},
        domains={item.name: item for item in domains},
        extensions=extensions or {},
    )
    return Project(
        name="fixture", version="1.0.0", description="", postgres=15, schema="public", search_path=("public",),
        bookkeeping="schemagen", lock_timeout_ms=5000, statement_timeout_ms=60000, phases=(), before=Schema(),
        after=after, source="spec/fixture.yaml",
    )  # fmt: skip


def one_table(columns: Sequence[Column], *constraints: Constraint, **more: object) -> Project:
    """A project of one table `things`."""
    return replace(project([table("things", columns, *constraints)]), **more)


def primary_key(*columns: str) -> PrimaryKey:
    return PrimaryKey(name="pkey", columns=columns)


def pharma() -> Project:
    """Tables as the first input has them: a reference table, a junction table, an extended table."""
    skills = table(
        "skills",
        [
            column("id", UUID, null=False, default=Expression("gen_random_uuid()")),
            column("name", varchar(255), null=False, comment="What the skill is called."),
            column("description", TEXT),
            column("skill_type", varchar(50)),
            column("proficiency_levels", TEXTS),
            column("levels", JSONB),
            column("is_pharma_specific", BOOLEAN, default=False),
            column("tenant_id", UUID),
            column("created_at", TIMESTAMPTZ, null=False, default=NOW),
            column("search_vector", of("tsvector"), generated="to_tsvector('english', name)"),
        ],
        primary_key("id"),
        check(OneOf("skill_type", ("Hard", "Soft", "Technical", "Domain"))),
        ForeignKey(name="tenant_fk", columns=("tenant_id",), target=public("tenants"), target_columns=("id",)),
        comment="Skills that a role can need.",
    )
    areas = table(
        "therapeutic_areas",
        [
            column("id", UUID, null=False, default=Expression("gen_random_uuid()")),
            column("parent_area_id", UUID, comment="The area that this one is a part of."),
        ],
        primary_key("id"),
        ForeignKey(name="areas_parent_fkey", columns=("parent_area_id",), target=public("therapeutic_areas"),
                   target_columns=("id",)),
    )  # fmt: skip
    role_skills = table(
        "role_skills",
        [
            column("id", UUID, null=False, default=Expression("gen_random_uuid()")),
            column("role_id", UUID, null=False),
            column("skill_id", UUID, null=False),
            column("is_required", BOOLEAN, default=True),
            column("importance_rank", INTEGER),
            column("weight", of("numeric", 3, 2)),
            column("target_value", of("numeric", 12, 2)),
            column("priority", INTEGER),
        ],
        primary_key("id"),
        Unique(name="role_skills_key", columns=("role_id", "skill_id")),
        ForeignKey(name="role_fk", columns=("role_id",), target=public("org_roles"), target_columns=("id",)),
        ForeignKey(name="skill_fk", columns=("skill_id",), target=public("skills"), target_columns=("id",)),
        check(Range("weight", 0, 1)),
        check(Range("priority", 0, 100)),
        check(None, "importance_rank > 0 OR NOT is_required", "rank_of_required"),
    )
    org_roles = table(
        "org_roles",
        [
            column("id", UUID, null=False, default=Expression("uuid_generate_v4()"), managed=False),
            column("role_name", varchar(255), null=False, managed=False),
            column("required_skills_deprecated", TEXTS, managed=False),
            column("created_at", TIMESTAMP, default=NOW, managed=False),
            column("salary_currency", varchar(3), default="USD"),
            column("metadata", JSONB, default={}),
        ],
        primary_key("id"),
        managed=False,
    )
    tenants = table("tenants", [column("id", UUID, null=False, managed=False)], primary_key("id"), managed=False)
    return project([tenants, skills, areas, role_skills, org_roles])


def every_type() -> Project:
    """A table with a column of every handled type, bare, and the same as arrays; enums, domains and identities."""
    level = Enum(name=public("skill_level"), values=("junior", "senior", 'l"ead'), comment="How far.\nIn order.")
    odd = Enum(name=public("odd"), values=("__proto__", "constructor", "", "1"))
    score = Domain(
        name=public("score"), type=of("numeric", 4, 1), nullable=False, default=Literal(Decimal("1.5")),
        checks=(check(Range("value", 0, 10)), check(None, "value <> 5", "not_five")),
    )  # fmt: skip
    slashed = check(Pattern("value", "^[A-Z]+/\\d$", "^[A-Z]+/[0-9]$"))
    code = Domain(name=public("code"), type=varchar(8), checks=(slashed,))
    score_type, from_one = of("score", schema="public"), check(Range("value", 1, 20))
    fine_score = Domain(name=public("fine_score"), type=score_type, checks=(from_one,))
    simple = [
        ("text", TEXT), ("varchar", of("character varying")), ("varchar5", varchar(5)), ("char3", of("character", 3)),
        ("bool", BOOLEAN), ("int2", of("smallint")), ("int4", INTEGER), ("int8", of("bigint")),
        ("numeric", of("numeric")), ("numeric52", of("numeric", 5, 2)), ("numeric3", of("numeric", 3)),
        ("numeric_coarse", of("numeric", 2, -3)), ("numeric_fine", of("numeric", 3, 5)), ("float4", of("real")),
        ("float8", of("double precision")), ("uuid", UUID), ("date", of("date")), ("timestamp", TIMESTAMP),
        ("timestamptz", TIMESTAMPTZ), ("time", of("time without time zone")), ("timetz", of("time with time zone")),
        ("json", of("json")), ("jsonb", JSONB), ("bytea", of("bytea")), ("level", of("skill_level", schema="public")),
        ("odd", of("odd", schema="public")), ("code", of("code", schema="public")),
        ("citext", of("citext", schema="extensions")),
    ]  # fmt: skip
    columns = [
        column("id", of("bigint"), identity=Identity.of(of("bigint"), always=True)),
        column("number", INTEGER, identity=Identity.of(INTEGER, always=False)),
        *(column(name, data_type, null=False) for name, data_type in simple),
        column("score", of("score", schema="public")),
        column("fine", of("fine_score", schema="public")),
        column("search", of("tsvector"), generated="to_tsvector('simple', text)"),
    ]
    arrays = [column(name, DataType(t.name, t.schema, t.modifiers, 1)) for name, t in simple]
    arrays.append(column("grid", of("integer", dimensions=2), null=False))
    arrays.append(column("scores", of("score", dimensions=1, schema="public")))
    return project(
        [table("every_type", columns, primary_key("id")), table("arrays", arrays)],
        enums=[level, odd],
        domains=[score, code, fine_score],
        extensions={"citext": Extension(name="citext", schema="extensions")},
    )


def hostile() -> Project:
    """Names and comments that try to leave their place, and names that would come out the same."""
    order = table(
        "order",
        [
            column("Ünïcode", TEXT, null=False, comment=HOSTILE),
            column('a"b', TEXT, default='*/ "; \\ \u2028 </script> ${x}'),
            column("a b", TEXT),
            column("constructor", TEXT),
            column("toString", INTEGER, null=False, default=1),
            column("1", TEXT),
            column("class", TEXT),
            column("new\nline", TEXT, comment="*/"),
            column("kind", TEXT),
            column("Kind", TEXT),
        ],
        check(OneOf("kind", ("'", '"', "\\", "*/", "\n", "${x}", "__proto__"))),
        check(OneOf("Kind", ("a", "b"))),
        check(None, "length(\"a b\") > 0 */ or '\n' = 'x'", 'a"b */'),
        comment=HOSTILE,
    )
    same = [table(name, [column("x", TEXT)]) for name in ("a_b", 'a"b', "a b", "A b", "日本", "2fa", "!", "ab2")]
    other = table(QualifiedName("Other schema", "order"), [column("x", TEXT), column("y", of("json", schema="public"))])
    empty = table("nothing", [column("x", INTEGER, generated="1")])
    enums = [Enum(name=public("json"), values=("a",)), Enum(name=public("order_row"), values=("*/", "b"))]
    return project([order, *same, other, empty], enums=enums)


def lengths_and_lists() -> Project:
    """Checks in their short forms on every kind of type, readable and unreadable."""
    columns = [
        column("short", TEXT), column("tagged", TEXTS, null=False), column("slug", varchar(20), null=False),
        column("grade", INTEGER), column("step", of("numeric", 2, 1)), column("flag", BOOLEAN, null=False),
        column("positive", of("numeric", 5, 2)), column("ratio", of("real")), column("wide", of("double precision")),
        column("day", of("date")), column("moment", TIMESTAMPTZ), column("padded", of("character", 3)),
        column("own_collation", TEXT, collation=public("nocase")), column("nothing_refused", TEXT),
        column("level", of("level", schema="public")), column("small", of("smallint")),
        column("grid", of("text", dimensions=2)), column("both", TEXT), column("large", of("bigint")),
    ]  # fmt: skip
    checks = [
        check(Length("short", 2, 3)), check(Length("tagged", 1, 2)), check(Pattern("slug", "^[a-z/]+$", "^[a-z/]+$")),
        check(OneOf("grade", (1, 2, 3))), check(OneOf("step", (Decimal("0.5"), Decimal("1.0")))),
        check(OneOf("flag", (True,))), check(Range("positive", 0, None, exclusive_minimum=True)),
        check(Range("ratio", Decimal("0.1"), 1)), check(Range("wide", Decimal("0.1"), None, exclusive_minimum=True)),
        check(Range("day", "2000-01-01", "2099-12-31")),
        check(Range("moment", "2000-01-01", None), "moment >= '2000-01-01'"),
        check(OneOf("padded", ("a", "abc"))), check(OneOf("own_collation", ("a",))),
        check(OneOf("nothing_refused", ("a", None))), check(OneOf("level", ("low",))),
        check(Range("small", None, 100, exclusive_maximum=True)), check(Length("grid", 1, None)),
        check(OneOf("both", ("a", "bb", "ccc"))), check(Length("both", 2, None)),
        check(Range("large", 0, 10**18)),
    ]  # fmt: skip
    level = Enum(name=public("level"), values=("low", "high"))
    return project([table("checked", columns, *checks)], enums=[level])


def digits(int8: OneOfWords["string", "bigint"]) -> Project:
    """Whole numbers of 64 bits and decimals where a client has all their digits."""
    columns = [
        column("id", of("bigint"), null=False, default=2**60),
        column("listed", of("bigint"), default=2**53),
        column("between", of("bigint"), null=False),
        column("many", of("bigint", dimensions=1), default=[1, 2**60]),
        column("plain", INTEGER, default=1),
        column("share", of("numeric", 5, 2), null=False, default=Decimal("0.50")),
        column("shares", of("numeric", dimensions=1)),
    ]
    checks = [check(OneOf("listed", (1, 2**53))), check(OneOf("plain", (1, 2))), check(Range("between", -5, 2**60)),
              check(Range("share", 0, 1))]  # fmt: skip
    made = project([table("digits", columns, *checks)])
    return replace(made, types=TypeSettings(int8=int8, numeric="string", special_numbers=True))


def _referring(column_name: str, target: QualifiedName | str, target_column: str = "id") -> ForeignKey:
    table_ = public(target) if isinstance(target, str) else target
    return ForeignKey(
        name=f"{column_name}_{table_.name}", columns=(column_name,), target=table_, target_columns=(target_column,)
    )


def branded_ids() -> Project:
    """Keys of every kind and what refers to them, with a type for the ids of each table."""
    own, away = column("id", UUID, null=False), QualifiedName("auth", "users")
    currencies = [column("code", varchar(3), null=False, default="EUR"), column("symbol", TEXT, null=False)]
    prices = [
        column("amount", of("numeric", 8, 2)),
        column("currency", varchar(3), null=False, default="EUR"),
        column("second", varchar(3)),
        column("listed", varchar(3)),
        column("symbol", TEXT),
        column("book", UUID),
        column("constructor", of("bigint")),
        column("of_both", UUID, null=False),
        column("level", of("level", schema="public")),
    ]
    lines = ForeignKey(
        name="line", columns=("tenant", "book", "line"), target=public("lines"),
        target_columns=("tenant", "book", "number"),
    )  # fmt: skip
    made = project(
        [
            table(away, [column("id", UUID, null=False, managed=False)], primary_key("id"), managed=False),
            table("currencies", currencies, primary_key("code"), Unique(name="symbols", columns=("symbol",))),
            table("books", [own, column("parent", UUID)], primary_key("id"), _referring("parent", "books")),
            table("profiles", [own, column("owner", UUID, null=False)], primary_key("id"), _referring("id", away),
                  _referring("owner", "profiles")),
            table("numbers", [column("id", of("bigint"), identity=Identity.of(of("bigint"), always=True))],
                  primary_key("id")),
            table("lines", [column("tenant", UUID, null=False), column("book", UUID, null=False),
                            column("number", INTEGER, null=False)],
                  primary_key("tenant", "book", "number"), _referring("book", "books"), _referring("tenant", away)),
            table("notes", [column("tenant", UUID), column("book", UUID), column("line", INTEGER)], lines),
            table("circle", [own, column("next", UUID)], primary_key("id"), _referring("id", "round")),
            table("round", [own], primary_key("id"), _referring("id", "circle")),
            table("levels", [column("level", of("level", schema="public"), null=False)], primary_key("level")),
            table("prices", prices, _referring("currency", "currencies", "code"),
                  _referring("second", "currencies", "code"), _referring("listed", "currencies", "code"),
                  _referring("symbol", "currencies", "symbol"), _referring("book", "books"),
                  _referring("constructor", "numbers"), _referring("of_both", "books"), _referring("of_both", away),
                  _referring("level", "levels", "level"),
                  check(OneOf("listed", ("EUR",))), check(Length("second", 3, 3))),
        ],
        enums=[Enum(name=public("level"), values=("low",)), Enum(name=public("books_id"), values=("taken",))],
    )  # fmt: skip
    return replace(made, types=TypeSettings(branded_ids=True))


def _junction(name: str | QualifiedName, first: str, second: str, *more: Constraint, null: bool = False) -> Table:
    """A junction table whose links are called after the tables that they refer to; a number at the end is no part."""
    links = (f"{first}_id", f"{second}_id")
    made = table(
        name,
        [column(links[0], UUID, null=False), column(links[1], UUID, null=null), column("since", of("date"))],
        _referring(links[0], first.rstrip("12")),
        _referring(links[1], second.rstrip("12")),
        *more,
    )
    return replace(made, kind="junction", links=links)


def joined_rows() -> Project:
    """Junction tables of every shape, and some whose rows cannot be embedded."""
    ids = [column("id", UUID, null=False), column("name", TEXT)]
    away, grown = QualifiedName("auth", "people"), [*ids, column("likes", TEXT)]
    made = project(
        [
            table("people", ids, primary_key("id")),
            table("clubs", ids, primary_key("id")),
            table("a b", ids, primary_key("id")),
            table("fans", grown, primary_key("id")),
            table("untouched", ids, primary_key("id"), managed=False),
            table(away, ids, primary_key("id")),
            _junction("members", "people", "clubs"),
            _junction("founders", "people", "clubs", null=True),
            _junction("chairs", "people", "clubs", Unique(name="one_chair", columns=("people_id",))),
            _junction("friends", "people1", "people2"),
            _junction("constructor", "clubs", "a b"),
            _junction("likes", "fans", "clubs"),
            _junction("unread", "untouched", "clubs"),
            _junction(QualifiedName("auth", "guests"), "people", "clubs"),
        ]
    )
    tables = {
        name: replace(item, columns=tuple(replace(c, managed=False) for c in item.columns))
        if name == public("untouched") else item
        for name, item in made.after.tables.items()
    }  # fmt: skip
    return replace(made, after=replace(made.after, tables=tables), types=TypeSettings(joined_rows=True))


def rows_with_checks() -> Project:
    """Checks in SQL of every form that is read, over columns of every kind that it is read of, and some of none."""
    columns = [
        column("a", INTEGER), column("b", INTEGER, default=5), column("share", of("numeric", 5, 2), null=False),
        column("whole", of("numeric", 6, -1)), column("any", of("numeric")), column("ratio", of("real")),
        column("wide", of("double precision")), column("starts", TIMESTAMPTZ, default=NOW), column("ends", TIMESTAMPTZ),
        column("opens", of("time without time zone")), column("day", of("date")), column("id", UUID, null=False),
        column("other", UUID), column("flag", BOOLEAN, default=False), column("level", of("level", schema="public")),
        column("state", TEXT, default="open"), column("Name */", varchar(9)), column("json", JSONB),
    ]  # fmt: skip
    conditions = [
        "a <= b", "num_nonnulls(a, b) = 1", "num_nulls(starts, a, level) < 3", "share < whole", "share >= 0.125",
        '"any" = 1e21 OR any_of.wide > ratio', "ends > starts", "opens <> '12:00'", "opens >= opens", "id <> other",
        "day BETWEEN '2000-01-01' AND '2099-12-31'", "NOT flag OR level IN ('low', 'high')", "(a > 3) IS NOT TRUE",
        "flag IS UNKNOWN OR flag", "state <> 'closed' OR ends IS NOT NULL", 'length("Name */") > 2',
        "a + b < 5", "state = any (array['open', 'closed'])", "id > '00000000-0000-0000-0000-00000000000A'",
    ]  # fmt: skip
    checks = [
        Check(name=f"check {at} */ \u2028", expression=text, comment='Said "so" */' if at == 3 else None)
        for at, text in enumerate(conditions)
    ]
    level = Enum(name=public("level"), values=("low", "high"))
    return project([table("any_of", columns, *checks, check(OneOf("state", ("open", "closed"))))], enums=[level])


def probed_types() -> Project:
    """A table with a column of every type that the conformance tests try."""
    # They use this module themselves.
    from conformance import compare, probes

    return compare.project([probe.type for probe in (*probes.PROBES, *probes.VECTORS)])


def any_days() -> Project:
    """The types that hold days of all years, and numbers that are none, where a specification wants that."""
    from conformance import compare, probes

    types = [*(probe.type for probe in probes.ANY_DAY), "real", "numeric", "numeric(5,2)[]"]
    return compare.project(types, TypeSettings(special_dates=True, special_numbers=True))


ALL = {
    "pharma": pharma,
    "every_type": every_type,
    "hostile": hostile,
    "lengths_and_lists": lengths_and_lists,
    "digits_as_texts": lambda: digits("string"),
    "digits_as_bigints": lambda: digits("bigint"),
    "branded_ids": branded_ids,
    "rows_with_checks": rows_with_checks,
    "joined_rows": joined_rows,
}

WIDE = {"probed_types": probed_types, "any_days": any_days}
"""Tables with a column of each type that is tried; TypeScript 5.9 takes ten seconds for them."""
