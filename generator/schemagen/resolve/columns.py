"""Columns: in, what a specification says about one; out, the column in full with its short checks, or errors."""

from __future__ import annotations

from schemagen.model.columns import SEQUENCE_LIMITS, Column, DataType, Identity
from schemagen.model.expressions import Default, Expression, Literal
from schemagen.model.names import QualifiedName
from schemagen.model.schema import type_below
from schemagen.model.types import is_collatable
from schemagen.records import dataclass, field
from schemagen.render.sql import data_type
from schemagen.resolve.checks import ShortForm, Subject, short_forms
from schemagen.resolve.context import Context, Loc
from schemagen.resolve.expressions import check_expression
from schemagen.resolve.types import Types
from schemagen.resolve.values import check_short, check_value, shown
from schemagen.spec.models.columns import CheckedPart, ColumnModel, IdentityModel, NewColumnModel


@dataclass(frozen=True, slots=True)
class ResolvedColumn:
    """A column with what its table still has to name: the checks, and what the model asks for beside them."""

    column: Column
    shorts: tuple[ShortForm, ...]
    model: ColumnModel
    loc: Loc


@dataclass(slots=True)
class Columns:
    """Resolves columns; one that many tables take from the conventions is resolved once."""

    context: Context
    types: Types
    _shared: dict[int, ResolvedColumn | None] = field(default_factory=dict)

    def shared(self, name: str, model: ColumnModel, loc: Loc) -> ResolvedColumn | None:
        """A column of the conventions, which stay alive as long as this object."""
        if id(model) not in self._shared:
            self._shared[id(model)] = self.resolve(name, model, loc)
        return self._shared[id(model)]

    def resolve(self, name: str, model: ColumnModel, loc: Loc, *, managed: bool = True) -> ResolvedColumn | None:
        """The column of that name, or None where its type is none. Other mistakes are reported and left out."""
        type_ = self.types.resolve(model.type, (*loc, "type"))
        if type_ is None:
            return None
        shorts: tuple[ShortForm, ...] = ()
        if model.one_of or model.range or model.length or model.pattern or model.array_elements:
            shorts = tuple(short_forms(self.context, self.types, Subject(name, type_), model, loc))
        self._check_combination(model, type_, loc)
        default = resolve_default(self.context, self.types, model, type_, shorts, loc)
        column = Column(
            name=name,
            type=type_,
            nullable=model.nullable and not model.primary_key and model.identity is None,
            default=default,
            generated=None if model.generated is None else Expression(model.generated.sql),
            identity=self._identity(model.identity, type_, (*loc, "identity")),
            collation=resolve_collation(self.context, self.types, model.collation, type_, (*loc, "collation")),
            comment=model.comment,
            managed=managed,
            if_exists=model.if_exists if isinstance(model, NewColumnModel) else "refuse",
            lost_on_rollback=isinstance(model, NewColumnModel) and model.lost_on_rollback == "known",
            origin=self.context.locate(loc, key=True),
        )
        return ResolvedColumn(column, shorts, model, loc)

    def _check_combination(self, model: ColumnModel, type_: DataType, loc: Loc) -> None:
        error = self.context.error
        given = model.model_fields_set
        if model.generated is not None:
            for other in ("default", "identity"):
                if other in given:
                    error(
                        "generated-column",
                        f"a generated column has no {other}",
                        (*loc, other),
                        f"remove {other}",
                        key=True,
                    )
        elif model.identity is not None and "default" in given:
            error("identity-column", "an identity column has no default", (*loc, "default"), "remove default", key=True)
        if model.primary_key and "nullable" in given and model.nullable:
            error("primary-key", "a primary key cannot be null", (*loc, "nullable"), "remove nullable")
        if model.identity is not None and "nullable" in given and model.nullable:
            error("identity-column", "an identity column cannot be null", (*loc, "nullable"), "remove nullable")
        if not model.nullable and "default" in given and model.default is None:
            error("default-type", "null is no default of a column that is not nullable", (*loc, "default"))
        if type_.dimensions and model.primary_key:
            self.context.warning("array-key", "the primary key is an array", (*loc, "type"))

    def _identity(self, model: IdentityModel | None, type_: DataType, loc: Loc) -> Identity | None:
        if model is None:
            return None
        limits = SEQUENCE_LIMITS.get(type_.name) if not type_.is_array and type_.schema is None else None
        if limits is None:
            message = f"an identity column must be smallint, integer or bigint, not {data_type(type_)}"
            self.context.error("identity-column", message, loc)
            return None
        lowest, highest = limits
        for key in ("start", "minimum", "maximum"):
            number = getattr(model, key)
            if number is not None and not lowest <= number <= highest:
                self.context.error("identity-column", f"{key} does not fit into {data_type(type_)}", (*loc, key))
                return None
        if model.increment == 0:
            self.context.error("identity-column", "increment must not be zero", (*loc, "increment"))
        descending = (model.increment or 1) < 0
        minimum = model.minimum if model.minimum is not None else (lowest if descending else 1)
        maximum = model.maximum if model.maximum is not None else (-1 if descending else highest)
        if minimum >= maximum:
            self.context.error("identity-column", f"minimum {minimum} must be less than maximum {maximum}", loc)
        elif model.start is not None and not minimum <= model.start <= maximum:
            self.context.error("identity-column", f"start must lie between {minimum} and {maximum}", (*loc, "start"))
        return Identity.of(
            type_,
            always=model.generated == "always",
            start=model.start,
            increment=model.increment,
            minimum=model.minimum,
            maximum=model.maximum,
            cache=model.cache,
            cycle=model.cycle,
        )


def resolve_default(
    context: Context, types: Types, model: CheckedPart, type_: DataType, shorts: tuple[ShortForm, ...], loc: Loc
) -> Default | None:
    """The default of a column or domain; None where there is none, or where it is wrong."""
    given = model.default
    if given is None:
        return None
    at = (*loc, "default")
    if isinstance(given, dict) and list(given) == ["sql"] and isinstance(given["sql"], str):
        check_expression(context, given["sql"], (*at, "sql"), "the default", columns=())
        return Expression(given["sql"])
    problem = check_value(given, type_, types.enums, types.domains)
    if problem is not None:
        help_ = _meant_as_sql(given)
        context.error("default-type", f"the default {shown(given)} {problem}", at, help_)
        return None
    for form in shorts:
        if refusal := check_short(given, form.short):
            context.error("default-check", f"the default {shown(given)} {refusal}, as a check of the column says", at)
    below = type_below(type_, types.domains)
    return Literal(given, below=below if below != type_ else None)


def _meant_as_sql(given: object) -> str:
    """Advice where a text looks like an expression that was meant as one."""
    if isinstance(given, str) and (given.endswith(")") or given.lower().startswith("current_")):
        return f"for an SQL expression write {{sql: {given}}}"
    return ""


def resolve_collation(
    context: Context, types: Types, text: str | None, type_: DataType, loc: Loc
) -> QualifiedName | None:
    """The collation, in pg_catalog unless a schema is named."""
    if text is None:
        return None
    base = types.base(type_)
    if not is_collatable(base) and base.name != "citext":
        context.error("collation", f"the type {data_type(type_)} has no collation", loc, "remove collation")
        return None
    schema, dot, name = text.rpartition(".")
    return QualifiedName(schema, name) if dot else QualifiedName("pg_catalog", text)
