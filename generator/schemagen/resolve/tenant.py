"""Where a session has its tenant and its user: in, the conventions; out, SQL expressions that are null when absent.

A setting or claim that is absent or empty is null; one that is malformed is an error of the cast, so that it can
never be taken for 'no tenant'. A cast that would cut or round it, and so make one of two, is never written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from schemagen.diagnostics import Diagnostic
from schemagen.model.access import SessionValue
from schemagen.model.columns import DataType
from schemagen.model.names import QualifiedName
from schemagen.model.project import TenantSource
from schemagen.model.schema import Domain, type_below
from schemagen.records import replace
from schemagen.render.sql import data_type, identifier, qualified, string, strings

if TYPE_CHECKING:
    from schemagen.resolve.context import Loc, Locate
    from schemagen.spec.models.access import SourceModel, TenantModel, UserModel

Domains = Mapping[QualifiedName, Domain]
TypeOf = Callable[[str, "Loc"], DataType | None]
"""From the text of a type and its loc to the type; None where it is none, which has been reported."""

_CLAIMS = "nullif(nullif(current_setting('request.jwt.claims', true), '')::jsonb"
# The grammar of setting names that PostgreSQL 15 and later enforce.
_SETTING = re.compile(r"[A-Za-z_][A-Za-z0-9_$]*(?:\.[A-Za-z_][A-Za-z0-9_$]*)+\Z", re.ASCII)


def resolve_tenant(
    model: TenantModel | None, locate: Locate, type_of: TypeOf, domains: Domains, schema: str
) -> tuple[TenantSource | None, list[Diagnostic]]:
    """The tenant's column, type and expression; None without a convention or where it is wrong.

    `schema` is where a function lives whose name has no schema.
    """
    if model is None:
        return None, []
    type_, read_as, expression, found = _source(model.type, model.source, locate, type_of, domains, schema, "tenant")
    if type_ is None or expression is None:
        return None, found
    by_function = model.source.function is not None
    return TenantSource(
        column=model.column, type=type_, expression=expression, read_as=read_as, by_function=by_function
    ), found


def resolve_user(
    model: UserModel | None, locate: Locate, type_of: TypeOf, domains: Domains, schema: str
) -> tuple[str | None, list[Diagnostic]]:
    """The SQL expression of the session's user; None without a convention or where it is wrong."""
    if model is None:
        return None, []
    _type, _read_as, expression, found = _source(model.type, model.source, locate, type_of, domains, schema, "user")
    return expression, found


def session_value(model: TenantModel | UserModel | None, type_of: TypeOf, schema: str, key: str) -> SessionValue | None:
    """Where a session says it, as meant; the source has been checked before. `key` is that of the convention."""
    type_ = type_of(model.type, ("conventions", key, "type")) if model is not None else None
    if model is None or type_ is None:
        return None
    source = model.source
    return SessionValue(
        type=type_,
        setting=source.setting,
        claim=tuple(source.claim or ()),
        function=_function(source.function, schema) if source.function is not None else None,
    )


def check_sources(tenant: SessionValue | None, user: SessionValue | None, locate: Locate) -> Iterator[Diagnostic]:
    """Whether a session can say both. Where both are one value, that has one type; a claim holds no other one."""
    if tenant is None or user is None:
        return
    loc: Loc = ("conventions", "user")
    if replace(tenant, type=user.type) == user and tenant.type != user.type:
        message = f"what says the tenant says the user too, so that both have one type, not {data_type(user.type)}"
        help_ = f"write type: {data_type(tenant.type)}, or take the user from somewhere else"
        yield Diagnostic("user-source", message, locate((*loc, "type")), help_)
    shorter, longer = sorted((tenant.claim, user.claim), key=len)
    if shorter and len(shorter) < len(longer) and longer[: len(shorter)] == shorter:
        message = f"the claim {'.'.join(longer)} would have to lie in {'.'.join(shorter)}, which is a value itself"
        yield Diagnostic(
            "user-source", message, locate((*loc, "from", "claim")), "take one of the two from another claim"
        )


def _function(text: str, schema: str) -> QualifiedName:
    # Without a schema the function would be looked up in the search path of whoever asks.
    first, dot, rest = text.partition(".")
    return QualifiedName(first, rest) if dot else QualifiedName(schema, first)


def _source(
    type_text: str, source: SourceModel, locate: Locate, type_of: TypeOf, domains: Domains, schema: str, key: str
) -> tuple[DataType | None, DataType | None, str | None, list[Diagnostic]]:
    """The type, that to which the text is cast, and the expression; None where something is wrong."""
    found: list[Diagnostic] = []
    loc: Loc = ("conventions", key)
    type_ = type_of(type_text, (*loc, "type"))
    if type_ is None:
        return None, None, None, found
    below = type_below(type_, domains)
    place, help_ = locate((*loc, "type")), "use a type such as uuid, text or bigint"
    if below.is_array or (below.schema is None and below.name in {"json", "jsonb", "xml"}):
        message = f"the type {type_text} cannot say who somebody is"
        found.append(Diagnostic("bad-source-type", message, place, help_))
        return None, None, None, found
    if source.function is not None:
        return type_, None, f"{qualified(_function(source.function, schema))}()", found
    if below.schema is None and below.name in _INEXACT:
        message = f"different texts are one value of the type {type_text}, so that one {key} could pass for another"
        found.append(Diagnostic("bad-source-type", message, place, help_))
        return None, None, None, found
    read_as = _read_as(type_, domains)
    if source.setting is not None:
        if not _SETTING.match(source.setting):
            message = f"the setting '{source.setting}' is no name that PostgreSQL accepts for a setting of your own"
            help_ = "put a dot between two words of letters, digits and underscores, such as app.current_tenant_id"
            found.append(Diagnostic("bad-setting-name", message, locate((*loc, "from", "setting")), help_))
            return type_, None, None, found
        text = f"current_setting({string(source.setting)}, true)"
        return type_, read_as, _cast(f"nullif({text}, '')", read_as), found
    assert source.claim is not None  # The model has seen to it that one of the three is there.
    path = f"->> {string(source.claim[0])}" if len(source.claim) == 1 else f"#>> ARRAY[{strings(source.claim)}]"
    return type_, read_as, _cast(f"{_CLAIMS} {path}, '')", read_as), found


_INEXACT = frozenset(
    {"bit", "real", "double precision", "money", "date", "interval", "oid"}
    | {"time without time zone", "time with time zone", "timestamp without time zone", "timestamp with time zone"}
    | {"point", "line", "lseg", "box", "path", "polygon", "circle", "tsvector", "tsquery"}
)
"""Types that cut, round or leave out something of a text without a word, or whose `=` takes two values for one."""

# What reads a text in full that these types would cut. The columns are compared as they are, by an index too.
_IN_FULL = {"character": DataType("bpchar"), "name": DataType("text")}


def _read_as(type_: DataType, domains: Domains) -> DataType | None:
    """The type to which the text of a session can be cast and stays whole; None where it is text already.

    A cast cuts to the length of a type, or of the type below a domain, without a word: that would make one tenant of
    two. So it goes to the type without its length, and around a domain that has one.
    """
    custom = type_.qualified_name
    below = type_below(type_, domains)
    if custom in domains and not _has_length(type_, domains):
        return DataType(type_.name, type_.schema)
    bare = DataType(below.name, below.schema)
    whole = _IN_FULL.get(bare.name, bare) if bare.schema is None else bare
    return None if whole == DataType("text") else whole


def _has_length(type_: DataType, domains: Domains) -> bool:
    """Whether a cast to the domain, or to one below it, cuts or rounds."""
    below = type_below(type_, domains)
    while (custom := type_.qualified_name) is not None and custom in domains:
        type_ = domains[custom].type
        if type_.modifiers:
            return True
    return below.schema is None and below.name in _IN_FULL


def _cast(sql: str, read_as: DataType | None) -> str:
    return sql if read_as is None else f"{sql}::{data_type(read_as)}"


# Types whose names are keywords of the grammar: no type of another schema can take their place.
_KEYWORD_TYPES = frozenset(
    {
        "smallint",
        "integer",
        "bigint",
        "numeric",
        "real",
        "double precision",
        "boolean",
        "character",
        "character varying",
    }
    | {"bit", "bit varying", "interval", "time without time zone", "time with time zone"}
    | {"timestamp without time zone", "timestamp with time zone"}
)


def with_qualified_types(tenant: TenantSource) -> str:
    """The expression with the schema before each type, for functions that run with their owner's rights.

    PostgreSQL looks up types in the temporary schema first, whatever the search path says: anybody who may make
    temporary objects could put a domain named uuid there, and its check would run with the rights of the owner.
    """
    expression, type_ = tenant.expression, tenant.read_as
    # Only the first is ours: a claim may be named anything.
    if expression.startswith(_CLAIMS):
        expression = expression.replace("::jsonb", "::pg_catalog.jsonb", 1)
    if type_ is not None and type_.schema is None and type_.name not in _KEYWORD_TYPES:
        expression = f"{expression.removesuffix(f'::{data_type(type_)}')}::pg_catalog.{identifier(type_.name)}"
    return expression


def scalar(expression: str) -> str:
    """The expression as a sub-select, which PostgreSQL evaluates once per statement instead of once per row."""
    return f"(SELECT {expression})"


def guard(expression: str) -> str:
    """A condition that is always true and always evaluates the expression, so that a malformed one is an error.

    Without it PostgreSQL need not look at the tenant at all: with a partial index WHERE tenant_id IS NULL it sees that
    the index alone implies `tenant_id = ... OR tenant_id IS NULL`, drops the condition and shows the shared rows.
    An aggregate is what no planner folds away; without its schema it would be a cast where a type is called `count`.
    """
    return f"(SELECT pg_catalog.count({expression}) >= 0)"


def column_of(table: str, column: str) -> str:
    """A column with its table or alias before it, quoted where needed."""
    return f"{identifier(table)}.{identifier(column)}"
