"""A foreign key is checked while FORCE ROW LEVEL SECURITY binds one of its tables: the check cannot be trusted.

PostgreSQL checks existing rows by a query, which under FORCE sees what the policies let the owner see. Measured on
PostgreSQL 15 with an ordinary owner: with FORCE on both sides an orphan was accepted and the key marked as valid,
with FORCE on the referenced table alone good rows were refused.

    ALTER TABLE public.loans NO FORCE ROW LEVEL SECURITY;
    ALTER TABLE public.books NO FORCE ROW LEVEL SECURITY;
    ALTER TABLE public.loans ADD FOREIGN KEY (book_id) REFERENCES public.books (id);
    ALTER TABLE public.books FORCE ROW LEVEL SECURITY;
    ALTER TABLE public.loans FORCE ROW LEVEL SECURITY;

All in one transaction, so that no other session finds the tables open. NOT VALID, and a key in CREATE TABLE, check
no rows and are not reported.
"""

from schemagen.diagnostics import Severity
from schemagen.lint.database import Relation
from schemagen.lint.nodes import Node
from schemagen.lint.rule import Context, Rule
from schemagen.lint.tables import resolve_range
from schemagen.model.names import QualifiedName

rule = Rule(__name__, Severity.ERROR)


@rule.on("AlterTableStmt")
def _checks_rows(context: Context, fields: Node) -> None:
    if fields.get("objtype") != "OBJECT_TABLE" or not context.statement.executed:
        return
    source = resolve_range(fields["relation"], context.database, context.session)
    # One statement may lift FORCE or set it before the key is checked: PostgreSQL checks keys last of all.
    changes = {item["AlterTableCmd"].get("subtype") for item in fields.get("cmds", ())}
    for item in fields.get("cmds", ()):
        command = item["AlterTableCmd"]
        for target, where in _checked_keys(context, command, source):
            forced = [name for name in dict.fromkeys((source, target)) if _forced(context, name, source, changes)]
            if forced:
                tables = " and ".join(str(name) for name in forced)
                rule.report(
                    context,
                    f"a foreign key from {source} to {target} is checked while FORCE ROW LEVEL SECURITY binds "
                    f"{tables}: rows that the policies hide from the owner are not seen",
                    object=str(source),
                    at=where,
                    help=f"ALTER TABLE {forced[0]} NO FORCE ROW LEVEL SECURITY before it, in the same transaction",
                )


def _checked_keys(context: Context, command: Node, source: QualifiedName) -> list[tuple[QualifiedName, Node | None]]:
    """The tables that foreign keys point to whose rows the command checks, each with the node that says so."""
    subtype = command.get("subtype")
    if subtype == "AT_ValidateConstraint":
        keys = context.database.foreign_keys(source)
        return [(key.target, None) for key in keys if key.name == command.get("name") and key.target is not None]
    found = []
    if subtype == "AT_AddConstraint":
        found = [command["def"]["Constraint"]]
    elif subtype == "AT_AddColumn":
        constraints = [item["Constraint"] for item in command["def"]["ColumnDef"].get("constraints", ())]
        # Without a default every value is null, and nothing is checked.
        if any(constraint["contype"] == "CONSTR_DEFAULT" for constraint in constraints):
            found = constraints
    return [
        (resolve_range(node["pktable"], context.database, context.session), node)
        for node in found
        if node["contype"] == "CONSTR_FOREIGN" and not node.get("skip_validation")
    ]


def _forced(context: Context, name: QualifiedName, source: QualifiedName, changes: set[str | None]) -> bool:
    relation: Relation | None = context.database.relations.get(name)
    forced = relation is not None and relation.forced is True
    if name == source:
        if "AT_NoForceRowSecurity" in changes:
            return False
        return forced or "AT_ForceRowSecurity" in changes
    return forced
