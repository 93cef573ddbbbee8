"""Functions: in, what a specification says about them; out, functions whose bodies parse."""

from __future__ import annotations

from schemagen.diagnostics import Diagnostic, did_you_mean
from schemagen.model.names import QualifiedName
from schemagen.model.schema import Function, Grant
from schemagen.render.sql import dollar_quoted, identifier, qualified
from schemagen.resolve.context import Context, Loc
from schemagen.resolve.expressions import point_into, refuse_newer
from schemagen.spec.models.objects import FunctionModel
from schemagen.syntax import newer
from schemagen.syntax.expressions import parse_function


def resolve_function(
    context: Context, name: QualifiedName, model: FunctionModel, loc: Loc, *, managed: bool
) -> Function | None:
    """The function; None where its body or its head does not parse."""
    function = Function(
        name=name,
        arguments=model.arguments.strip(),
        returns=model.returns.strip(),
        language=model.language,
        body=model.body,
        volatility=model.volatility,
        strict=model.strict,
        security_definer=model.security_definer,
        parallel=model.parallel,
        settings=tuple(model.settings.items()),
        grants=role_grants(context, model.execute, "execute", (*loc, "execute")),
        managed=managed,
        comment=model.comment,
        origin=context.locate(loc, key=True),
    )
    if not check_body(context, function, (*loc, "body")):
        return None
    if managed and function.security_definer and not any(name == "search_path" for name, _value in function.settings):
        context.error(
            "security-definer",
            f"'{name.name}' runs with the rights of its owner and looks names up where its caller says",
            (*loc, "security_definer"),
            'add settings: {search_path: ""} and write schemas before the names in its body',
            key=True,
        )
    return function


def check_body(context: Context, function: Function, loc: Loc) -> bool:
    """Whether the function parses as a whole; an error at the body where it does not."""
    sql = (
        f"CREATE FUNCTION {qualified(function.name)}({function.arguments}) RETURNS {function.returns} "
        f"LANGUAGE {identifier(function.language)} AS {dollar_quoted(function.body)}"
    )
    problem = parse_function(sql, function.language, function.body)
    if problem is None:
        if context.postgres >= newer.NEEDED:
            return True
        found = newer.newer_in_function(sql, function.language, function.body)
        # What is not in the body is in the arguments or the result beside it.
        at = loc[:-1] if found is not None and found.offset is None else loc
        return not refuse_newer(context, function.body, found, at, f"'{function.name.name}'")
    place = point_into(context, function.body, problem.offset, loc)
    context.diagnostics.append(Diagnostic("sql-syntax", f"'{function.name.name}': {problem.message}", place))
    return False


def role_grants(context: Context, roles: list[str], privilege: str, loc: Loc) -> tuple[Grant, ...]:
    """The privilege for each of the roles; a role that is not declared is reported."""
    for number, role in enumerate(roles):
        check_role(context, role, (*loc, number))
    return tuple(Grant(role=role, privileges=(privilege,)) for role in dict.fromkeys(roles))


def check_role(context: Context, role: str, loc: Loc) -> None:
    """Reports a database role that the specification does not declare."""
    if role not in context.roles:
        help_ = did_you_mean(role, context.roles) or "declare it under existing.roles"
        context.error("unknown-role", f"there is no database role '{role}'", loc, help_)
