"""Something runs that could not be looked at: it is not known to be safe.

EXECUTE of a statement that is put together at run time, a body in a language other than SQL and PL/pgSQL, a body
that cannot be judged without the database. What such code creates, drops or locks is missing in all other findings.

    EXECUTE format('DROP TABLE %I', name);       -- what is dropped, nobody can say
    EXECUTE 'DROP TABLE public.old_rows';        -- a constant is looked at like any statement
"""

from schemagen.diagnostics import Severity
from schemagen.lint.bodies import body_owner
from schemagen.lint.rule import Context, Rule

rule = Rule(__name__, Severity.INFO)


@rule.after_file
def _unseen(context: Context) -> None:
    for unseen in context.file.unseen:
        owner = body_owner(unseen.statement)
        rule.report_offset(
            context,
            f"in {owner}: {unseen.what}",
            file=context.file,
            offset=unseen.offset,
            statement=unseen.statement,
            object=owner,
            help="read it yourself, or try it on a scratch database",
        )
