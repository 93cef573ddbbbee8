"""A setting is cast to another type without nullif: on a pooled connection the cast fails sooner or later.

After any transaction that did SET LOCAL on it, a setting of your own reads '' instead of null for the rest of the
connection, and '' is neither a uuid nor a number nor JSON: error 22P02, measured on PostgreSQL 15.

    tenant_id = current_setting('app.tenant_id', true)::uuid
    tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid

Also found through coalesce, trim, split_part, a sub-select, and nullif with another text than ''; settings of
PostgreSQL itself (without a dot in the name) are never empty and not reported.
"""

from schemagen.diagnostics import Severity
from schemagen.lint.nodes import TEXT_TYPES, Node, constant, strings, type_name, unwrap
from schemagen.lint.rule import Context, Rule

rule = Rule(__name__, Severity.ERROR)

# What hands '' on as ''.
_TRANSPARENT = frozenset({
    "lower", "upper", "trim", "btrim", "ltrim", "rtrim", "concat", "replace", "split_part", "substr", "substring",
    "left", "right",
})  # fmt: skip


@rule.on("TypeCast", having="current_setting")
def _casts(context: Context, fields: Node) -> None:
    target = type_name(fields.get("typeName", {}))
    if target in TEXT_TYPES:
        return
    setting = _setting(fields.get("arg", {}))
    if setting is not None:
        rule.report(
            context,
            f"setting {setting or 'that is named at run time'} is cast to {target}, which fails when it is empty, as "
            "it is after a SET LOCAL of an earlier transaction",
            object=setting,
            at=fields,
            help=f"nullif(current_setting('{setting or '…'}', true), '')::{target}",
        )


def _setting(wrapped: Node) -> str | None:
    """The setting whose value an expression is, '' where its name is not a constant, None for anything else."""
    tag, fields = unwrap(wrapped)
    inner: list[Node] = []
    match tag:
        case "FuncCall":
            function = strings(fields.get("funcname"))[-1]
            arguments: list[Node] = fields.get("args", [])
            if function == "current_setting" and arguments:
                name = constant(arguments[0])
                return (name if "." in name else None) if name is not None else ""
            inner = arguments if function in _TRANSPARENT else []
        case "CoalesceExpr":
            inner = fields.get("args", [])
        case "TypeCast":
            inner = [fields["arg"]] if type_name(fields["typeName"]) in TEXT_TYPES else []
        case "SubLink":
            targets = fields.get("subselect", {}).get("SelectStmt", {}).get("targetList", [])
            inner = [targets[0]["ResTarget"]["val"]] if len(targets) == 1 else []
        case "CollateClause":
            inner = [fields["arg"]]
        case "A_Expr":
            # nullif with another text than '' lets '' through.
            lets_through = fields.get("kind") == "AEXPR_NULLIF" and constant(fields["rexpr"]) not in ("", None)
            inner = [fields["lexpr"]] if lets_through else []
    return next((found for item in inner if (found := _setting(item)) is not None), None)
