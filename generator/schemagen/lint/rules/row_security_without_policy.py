"""Row level security is enabled on a table that has no policy: nobody but its owner sees or changes a row.

    ALTER TABLE public.notes ENABLE ROW LEVEL SECURITY;
    -- missing: a CREATE POLICY for the roles that use the table

SELECT and UPDATE find no rows, without an error; INSERT fails. Judged after the last file, for tables that the files
make or that the baseline describes. Where that is meant, an ignore comment can say so.
"""

from schemagen.diagnostics import Severity
from schemagen.lint.rule import Context, Rule

rule = Rule(__name__, Severity.WARNING)


@rule.after_set
def _closed_tables(context: Context) -> None:
    for relation in context.database.relations.values():
        place = relation.row_security_at
        if not relation.row_security or relation.policies or place is None:
            continue
        # Of a table that nobody described, policies may be there that nobody sees here.
        if not relation.known:
            continue
        rule.report(
            context,
            f"{relation.name} has row level security and no policy: everybody but the owner sees no row of it",
            object=str(relation.name),
            at=place,
            help="create a policy for each role that uses the table",
        )
