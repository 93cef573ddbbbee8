"""A table has policies, but row level security is not enabled: the policies do nothing and every row is open.

    CREATE POLICY own_rows ON public.notes USING (owner = current_user);
    -- missing: ALTER TABLE public.notes ENABLE ROW LEVEL SECURITY;

Judged at the end of each file, since a table must not stand open between two files. Measured on PostgreSQL 15: an
ordinary role saw all rows of such a table.
"""

from schemagen.diagnostics import Severity
from schemagen.lint.rule import Context, Rule

rule = Rule(__name__, Severity.ERROR)


@rule.after_file
def _inert_policies(context: Context) -> None:
    for relation in context.database.relations.values():
        if relation.row_security is not False or not relation.policies:
            continue
        places = [relation.row_security_at, *relation.policies.values()]
        here = [place for place in places if place is not None and place.statement.file is context.file]
        if here:
            names = ", ".join(sorted(relation.policies))
            rule.report(
                context,
                f"row level security of {relation.name} is off, so its policies ({names}) do nothing",
                object=str(relation.name),
                at=here[0],
                help=f"ALTER TABLE {relation.name} ENABLE ROW LEVEL SECURITY in the same file",
            )
