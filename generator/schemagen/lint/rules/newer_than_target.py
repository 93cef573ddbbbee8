"""The statement needs a newer PostgreSQL than the one that the files are for: there it is a syntax error.

The parser accepts the language of the newest version. Known are NULLS NOT DISTINCT, MERGE, SET NULL with columns,
security_invoker and SET ACCESS METHOD (15), JSON_TABLE, MERGE with RETURNING and SET EXPRESSION (17), virtual
generated columns, NOT ENFORCED, WITHOUT OVERLAPS, PERIOD, named not-null constraints and RETURNING WITH (18).

    CREATE UNIQUE INDEX ON public.skills (tenant_id, name) NULLS NOT DISTINCT;     -- refused by 14
"""

from collections.abc import Iterator

from schemagen.diagnostics import Severity
from schemagen.lint.nodes import Node, options
from schemagen.lint.rule import Context, Rule

rule = Rule(__name__, Severity.ERROR)


def _report(context: Context, needs: int, what: str, fields: Node) -> None:
    if needs > context.target_major:
        rule.report(
            context,
            f"{what} needs PostgreSQL {needs}, and the files are for {context.target_major}",
            object=what,
            at=fields,
            help=f"write it without, or raise the target version to {needs}",
        )


@rule.on("CreateStmt", "AlterTableStmt")
def _constraints(context: Context, fields: Node) -> None:
    # Looked up where they can stand: searching every statement for them would cost more than all else here.
    commands = (item["AlterTableCmd"] for item in fields.get("cmds", ()))
    elements = [*fields.get("tableElts", ()), *(command.get("def", {}) for command in commands)]
    for element in elements:
        for item in (element, *element.get("ColumnDef", {}).get("constraints", ())):
            constraint = item.get("Constraint", {})
            if not _NEWER.isdisjoint(constraint) or constraint.get("contype") in _NEWER_KINDS:
                for needs, what in _needed_by_constraint(constraint):
                    _report(context, needs, what, constraint)


# Most constraints have none of these fields; that of a table has its columns as keys, NOT NULL of a column has not.
_NEWER = frozenset({
    "nulls_not_distinct", "fk_del_set_cols", "generated_kind", "without_overlaps", "fk_with_period", "keys",
})  # fmt: skip
_NEWER_KINDS = frozenset({"CONSTR_ATTR_ENFORCED", "CONSTR_ATTR_NOT_ENFORCED"})


def _needed_by_constraint(fields: Node) -> Iterator[tuple[int, str]]:
    if fields.get("nulls_not_distinct"):
        yield 15, "NULLS NOT DISTINCT"
    if "fk_del_set_cols" in fields:
        yield 15, "ON DELETE SET NULL or SET DEFAULT with columns"
    if fields.get("generated_kind") == "v":
        yield 18, "a virtual generated column"
    if fields["contype"] in ("CONSTR_ATTR_ENFORCED", "CONSTR_ATTR_NOT_ENFORCED"):
        yield 18, "ENFORCED"
    if fields.get("without_overlaps"):
        yield 18, "WITHOUT OVERLAPS"
    if fields.get("fk_with_period"):
        yield 18, "PERIOD"
    if fields["contype"] == "CONSTR_NOTNULL" and "keys" in fields:
        yield 18, "a not-null constraint of the table"


@rule.on("IndexStmt")
def _indexes(context: Context, fields: Node) -> None:
    if fields.get("nulls_not_distinct"):
        _report(context, 15, "NULLS NOT DISTINCT", {})


@rule.on("ViewStmt")
def _views(context: Context, fields: Node) -> None:
    if "security_invoker" in options(fields):
        _report(context, 15, "security_invoker", {})


@rule.on("AlterTableStmt")
def _alterations(context: Context, fields: Node) -> None:
    for item in fields.get("cmds", ()):
        command = item["AlterTableCmd"]
        match command.get("subtype"):
            case "AT_SetAccessMethod":
                _report(context, 15, "SET ACCESS METHOD", {})
            case "AT_SetExpression":
                _report(context, 17, "SET EXPRESSION", {})


@rule.on("MergeStmt")
def _merges(context: Context, fields: Node) -> None:
    needs, what = (17, "MERGE with RETURNING") if "returningClause" in fields else (15, "MERGE")
    _report(context, needs, what, fields)


@rule.on("JsonTable")
def _json_tables(context: Context, fields: Node) -> None:
    _report(context, 17, "JSON_TABLE", fields)


@rule.on("ReturningOption")
def _returning_options(context: Context, fields: Node) -> None:
    _report(context, 18, "RETURNING WITH", fields)
