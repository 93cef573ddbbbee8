"""Extensions, enums and domains: in, what a specification says about them; out, the objects and the types they make."""

from __future__ import annotations

from collections.abc import Mapping

from schemagen.model.columns import DataType
from schemagen.model.constraints import Check
from schemagen.model.expressions import Default, Expression, Literal
from schemagen.model.names import QualifiedName, too_long
from schemagen.model.schema import Domain, Enum, Extension, type_below
from schemagen.resolve.checks import Subject, short_forms
from schemagen.resolve.columns import resolve_collation, resolve_default
from schemagen.resolve.context import Context, Loc
from schemagen.resolve.expressions import check_expression
from schemagen.resolve.names import next_free
from schemagen.resolve.types import Types
from schemagen.spec.models.objects import DomainModel, EnumModel, ExtensionModel


def add_extensions(
    context: Context, types: Types, models: Mapping[str, ExtensionModel], loc: Loc, *, managed: bool
) -> None:
    """The extensions, each under its name in `types`."""
    for name, model in models.items():
        at = (*loc, name)
        if name in types.extensions:
            other = types.extensions[name].origin
            context.error("duplicate-name", f"the extension '{name}' is declared already, at {other}", at, key=True)
            continue
        types.extensions[name] = Extension(
            name=name,
            schema=model.db_schema,
            managed=managed,
            comment=model.comment,
            origin=context.locate(at, key=True),
        )


def add_enums(context: Context, types: Types, models: Mapping[str, EnumModel], loc: Loc, *, managed: bool) -> None:
    """The enumerated types."""
    for text, model in models.items():
        at = (*loc, text)
        name = context.name(text)
        if _taken(context, types, name, at):
            continue
        for number, value in enumerate(model.values):
            place = (*at, "values", number)
            if value in model.values[:number]:
                context.error("duplicate-value", f"'{value}' stands here twice", place, "remove one of the two")
            elif too_long(value) or not value:
                context.error("enum-value", "a value of an enum must have 1 to 63 bytes", place)
        types.enums[name] = Enum(
            name=name,
            values=tuple(model.values),
            managed=managed,
            comment=model.comment,
            origin=context.locate(at, key=True),
        )


def add_domains(context: Context, types: Types, models: Mapping[str, DomainModel], loc: Loc, *, managed: bool) -> None:
    """The domains, in an order in which each comes after those that it is made of."""
    waiting = {context.name(text): (text, model) for text, model in models.items()}
    for name, (text, _model) in list(waiting.items()):
        if _taken(context, types, name, (*loc, text)):
            del waiting[name]
    # A domain over another one of these has to wait for it; those that never get ready are in a circle or wrong.
    types.refused.update(waiting)
    while waiting:
        ready = [name for name, (_t, model) in waiting.items() if not _over(context, model, waiting, name)]
        if not ready:
            for text, _model in waiting.values():
                context.error("domain-circle", f"the domain '{text}' is made of itself", (*loc, text), key=True)
            return
        for name in ready:
            text, model = waiting.pop(name)
            domain = _domain(context, types, name, model, (*loc, text), managed=managed)
            if domain is not None:
                types.refused.discard(name)
                types.domains[name] = domain


def _taken(context: Context, types: Types, name: QualifiedName, loc: Loc) -> bool:
    other = types.enums.get(name) or types.domains.get(name)
    if other is not None:
        context.error("duplicate-name", f"the type '{name.name}' is declared already, at {other.origin}", loc, key=True)
    return other is not None


def _over(
    context: Context, model: DomainModel, waiting: Mapping[QualifiedName, tuple[str, DomainModel]], name: QualifiedName
) -> bool:
    written = model.type.split("[")[0].strip().replace('"', "")
    other = context.name(written) if written.count(".") < 2 else name
    return other in waiting


def _domain(
    context: Context, types: Types, name: QualifiedName, model: DomainModel, loc: Loc, *, managed: bool
) -> Domain | None:
    type_ = types.resolve(model.type, (*loc, "type"))
    if type_ is None:
        return None
    forms = short_forms(context, types, Subject("value", type_), model, loc)
    checks: list[Check] = []

    def free_name() -> str:
        return next_free(context.names.make("domain_check", domain=name.name), (check.name for check in checks))

    for form in forms:
        origin = context.locate(form.loc, key=True)
        checks.append(
            Check(
                name=form.name or free_name(),
                expression=form.expression,
                short=form.short,
                comment=form.comment,
                origin=origin,
            )
        )
    for number, check in enumerate(model.check):
        at = (*loc, "check", number)
        if check_expression(context, check.sql, (*at, "sql"), "the check", columns=("value",), table=name.name):
            checks.append(
                Check(
                    name=check.name or free_name(),
                    expression=check.sql,
                    comment=check.comment,
                    origin=context.locate(at),
                )
            )
    default = resolve_default(context, types, model, type_, tuple(forms), loc)
    return Domain(
        name=name,
        type=type_,
        nullable=model.nullable,
        default=default if default is not None else _inherited_default(types, model, type_),
        checks=tuple(checks),
        collation=resolve_collation(context, types, model.collation, type_, (*loc, "collation")),
        managed=managed,
        comment=model.comment,
        origin=context.locate(loc, key=True),
    )


def _inherited_default(types: Types, model: DomainModel, type_: DataType) -> Default | None:
    """The default of the domain below, which PostgreSQL copies, unless null was written to have none."""
    name = type_.qualified_name
    below = types.domains.get(name) if name is not None and not type_.is_array else None
    if below is None or below.default is None:
        return None
    if "default" in model.model_fields_set:
        return Expression("NULL") if model.default is None else None
    if isinstance(below.default, Expression):
        return below.default
    return Literal(below.default.value, below=type_below(type_, types.domains))
