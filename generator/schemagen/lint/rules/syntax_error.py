"""PostgreSQL's own parser refuses the text.

Every statement is judged by itself, so that one error hides no other; the bodies of functions in SQL and PL/pgSQL
and of DO are looked into as well. In a body PL/pgSQL's parser names no place: the finding then stands at the token
that it names, where that occurs only once, else at the beginning of the body.

    CREATE TABLE t (id uuid PRIMARY KEY,);       -- refused
    CREATE TABLE t (id uuid PRIMARY KEY);

The parser knows the newest PostgreSQL and no catalog: it accepts what an older server may refuse, and it does not
know whether a table or a type exists.
"""

from schemagen.diagnostics import Severity
from schemagen.lint.rule import Context, Rule

rule = Rule(__name__, Severity.ERROR)


@rule.after_file
def _faults(context: Context) -> None:
    for fault in context.file.faults:
        # Without its statement no ignore comment can reach it: what does not parse cannot be taken on purpose.
        rule.report_offset(
            context,
            fault.message,
            file=context.file,
            offset=fault.offset,
            statement=None,
            help=fault.help,
        )
