"""The short forms of checks: in, what stands on a column or domain; out, conditions in SQL, or errors."""

from __future__ import annotations

from decimal import Decimal

from schemagen.diagnostics import Diagnostic
from schemagen.model.columns import DataType
from schemagen.model.constraints import Elements, Length, OneOf, Pattern, Range, ShortCheck
from schemagen.model.types_table import MOMENTS, NUMBERS, TIMES
from schemagen.records import dataclass
from schemagen.render.sql import data_type, identifier, string, value
from schemagen.resolve.context import Context, Loc
from schemagen.resolve.expressions import point_into
from schemagen.resolve.patterns import PatternProblem, translate
from schemagen.resolve.types import Types
from schemagen.resolve.values import check_short, check_value, shown
from schemagen.spec.models.columns import (
    CheckedPart,
    ElementsModel,
    LengthModel,
    OneOfModel,
    PatternModel,
    RangeModel,
)

_Model = OneOfModel | RangeModel | LengthModel | PatternModel | ElementsModel


@dataclass(frozen=True, slots=True)
class ShortForm:
    """A check that still has no name, unless its author gave it one. `loc` is where it stands."""

    short: ShortCheck
    expression: str
    name: str | None
    comment: str | None
    loc: Loc


@dataclass(frozen=True, slots=True)
class Subject:
    """What the checks are about. In a domain the column is called `value`, as in PostgreSQL."""

    column: str
    type: DataType


def short_forms(context: Context, types: Types, subject: Subject, model: CheckedPart, loc: Loc) -> list[ShortForm]:
    """The short checks of a column or domain in a fixed order; what is wrong is reported and left out."""
    found: list[ShortForm] = []

    def keep(made: tuple[ShortCheck, str] | None, given: _Model, at: Loc) -> None:
        if made is not None:
            found.append(ShortForm(made[0], made[1], given.name, given.comment, at))

    if model.one_of is not None:
        keep(_one_of(context, types, subject, model.one_of, at := (*loc, "one_of")), model.one_of, at)
    if model.range is not None:
        keep(_range(context, types, subject, model.range, at := (*loc, "range")), model.range, at)
    if model.length is not None:
        keep(_length(context, types, subject, model.length, at := (*loc, "length")), model.length, at)
    if model.pattern is not None:
        keep(_pattern(context, types, subject, model.pattern, at := (*loc, "pattern")), model.pattern, at)
    if model.array_elements is not None:
        keep(_elements(context, types, subject, at := (*loc, "array_elements")), model.array_elements, at)
    _agree(context, found)
    return found


def _one_of(
    context: Context, types: Types, subject: Subject, model: OneOfModel, loc: Loc
) -> tuple[ShortCheck, str] | None:
    base = types.base(subject.type)
    if subject.type.is_array or base.name in {"json", "jsonb", "xml", "point", "boolean"}:
        context.error("check-type", f"one_of cannot be said of the type {data_type(subject.type)}", loc)
        return None
    good = True
    seen: list[object] = []
    for number, item in enumerate(model.values):
        at = (*loc, "values", number)
        if item is None:
            context.error("check-value", "one_of must not hold null", at, "a nullable column takes null anyway")
            good = False
        elif problem := check_value(item, subject.type, types.enums, types.domains):
            context.error("check-value", f"{shown(item)} {problem}", at)
            good = False
        elif item in seen:
            context.error("duplicate-value", f"{shown(item)} stands here twice", at, "remove one of the two")
            good = False
        seen.append(item)
    if not good:
        return None
    values = ", ".join(value(item, base) for item in model.values)
    return OneOf(subject.column, tuple(model.values)), f"{identifier(subject.column)} IN ({values})"


_RANGED = NUMBERS | MOMENTS | TIMES | {"interval", "money", "oid"}


def _range(
    context: Context, types: Types, subject: Subject, model: RangeModel, loc: Loc
) -> tuple[ShortCheck, str] | None:
    base = types.base(subject.type)
    if subject.type.is_array or base.schema is not None or base.name not in _RANGED:
        context.error(
            "check-type",
            f"range cannot be said of the type {data_type(subject.type)}",
            loc,
            "use length for a text or an array, or an SQL condition under check",
        )
        return None
    bounds = [bound for bound in (model.min, model.max) if bound is not None]
    if not bounds:
        context.error("check-value", "a range needs at least one bound", loc)
        return None
    for bound in bounds:
        if problem := check_value(bound, base, types.enums, types.domains):
            context.error("check-value", f"the bound {shown(bound)} {problem}", loc)
            return None
    short = Range(subject.column, model.min, model.max, model.exclusive_min, model.exclusive_max)
    numbers = [Decimal(bound) for bound in bounds if isinstance(bound, int | Decimal)]
    exclusive = model.exclusive_min or model.exclusive_max
    if len(numbers) == 2 and (numbers[0] > numbers[1] or (numbers[0] == numbers[1] and exclusive)):
        context.error("check-value", "no value lies in this range", loc, "write the smaller bound first")
        return None
    name = identifier(subject.column)
    if len(bounds) == 2 and not exclusive:
        return short, f"{name} BETWEEN {value(model.min, base)} AND {value(model.max, base)}"
    parts = []
    if model.min is not None:
        parts.append(f"{name} {'>' if model.exclusive_min else '>='} {value(model.min, base)}")
    if model.max is not None:
        parts.append(f"{name} {'<' if model.exclusive_max else '<='} {value(model.max, base)}")
    return short, " AND ".join(parts)


def _length(
    context: Context, types: Types, subject: Subject, model: LengthModel, loc: Loc
) -> tuple[ShortCheck, str] | None:
    if subject.type.is_array or types.base(subject.type).is_array:
        counted = f"cardinality({identifier(subject.column)})"
    elif types.is_text(subject.type):
        counted = f"char_length({identifier(subject.column)})"
    else:
        context.error("check-type", f"length cannot be said of the type {data_type(subject.type)}", loc)
        return None
    low, high = model.min, model.max
    if low is None and high is None:
        context.error("check-value", "a length needs at least one bound", loc)
        return None
    if low is not None and high is not None and low > high:
        context.error("check-value", "no length lies between these bounds", loc, "write the smaller bound first")
        return None
    room = _room(types.base(subject.type))
    if room is not None and low is not None and low > room:
        context.error("check-value", f"{data_type(types.base(subject.type))} has no room for {low} characters", loc)
        return None
    short = Length(subject.column, low, high)
    if low == high:
        return short, f"{counted} = {low}"
    if low is not None and high is not None:
        return short, f"{counted} BETWEEN {low} AND {high}"
    return short, f"{counted} >= {low}" if low is not None else f"{counted} <= {high}"


def _room(type_: DataType) -> int | None:
    """How many characters fit into the type; None where there is no limit."""
    if type_.name in {"character varying", "character"} and type_.modifiers and not type_.is_array:
        return int(type_.modifiers[0])
    return None


def _pattern(
    context: Context, types: Types, subject: Subject, model: PatternModel, loc: Loc
) -> tuple[ShortCheck, str] | None:
    if not types.is_text(subject.type):
        context.error("check-type", f"pattern cannot be said of the type {data_type(subject.type)}", loc)
        return None
    translated = translate(model.regex)
    if isinstance(translated, PatternProblem):
        place = point_into(context, model.regex, translated.offset, (*loc, "regex"))
        help_ = "use the portable part of ECMAScript's expressions with the u flag, or an SQL condition under check"
        context.diagnostics.append(Diagnostic("pattern", f"the pattern {translated.message}", place, help_))
        return None
    expression = f"{identifier(subject.column)} ~ {string(translated)}"
    return Pattern(subject.column, model.regex, translated), expression


def _elements(context: Context, types: Types, subject: Subject, loc: Loc) -> tuple[ShortCheck, str] | None:
    type_ = subject.type if subject.type.is_array else types.base(subject.type)
    if not type_.is_array:
        message = f"array_elements cannot be said of the type {data_type(subject.type)}, which is no array"
        context.error("check-type", message, loc, "remove array_elements", key=True)
        return None
    name = identifier(subject.column)
    # An empty array has no dimension, so that the second half is null for it and passes.
    expression = f"num_nulls(VARIADIC {name}) = 0 AND array_ndims({name}) = {type_.dimensions}"
    return Elements(subject.column, type_.dimensions), expression


def _agree(context: Context, forms: list[ShortForm]) -> None:
    """Reports values of one_of that another check of the same column refuses."""
    for form in forms:
        if not isinstance(form.short, OneOf):
            continue
        for other in forms:
            if other is form:
                continue
            for item in form.short.values:
                if problem := check_short(item, other.short):
                    context.error(
                        "check-value", f"{shown(item)} {problem}, as another check of the column says", form.loc
                    )
