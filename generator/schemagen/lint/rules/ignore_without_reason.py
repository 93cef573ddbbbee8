"""An ignore comment does not say why: whoever reads it cannot tell whether it still holds.

-- schemagen: ignore lock-on-existing-table on public.orders
-- schemagen: ignore lock-on-existing-table on public.orders: a change of the catalog, under lock_timeout
"""

from schemagen.diagnostics import Severity
from schemagen.lint.rule import Context, Rule

rule = Rule(__name__, Severity.WARNING)


@rule.after_ignores
def _no_reason(context: Context) -> None:
    for ignore in context.ignores:
        if ignore.comment.rule and not ignore.comment.reason:
            rule.report_offset(
                context,
                f"{ignore.comment.rule} on {ignore.comment.object} is ignored without a reason",
                file=ignore.file,
                offset=ignore.offset,
                statement=None,
                object=ignore.comment.object,
                help="say why after a colon",
            )
