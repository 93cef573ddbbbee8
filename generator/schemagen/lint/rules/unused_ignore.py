"""An ignore comment is of no use: there is nothing to ignore, it is in the wrong place, or it is misspelled.

    -- schemagen: ignore RULE on OBJECT: REASON

It belongs directly above its statement, on a line of its own, with no blank line between; several may stand one above
the other. RULE is the name of a rule and OBJECT the name that its finding gives, for a table `schema.name` without
quotes. A comment that outlived its finding would hide the next one.
"""

from schemagen.diagnostics import Severity, did_you_mean
from schemagen.lint.rule import Context, Ignore, Rule

rule = Rule(__name__, Severity.WARNING)


@rule.after_ignores
def _unused(context: Context) -> None:
    for ignore in context.ignores:
        if not ignore.used:
            message, help = _problem(ignore, context.rules)
            rule.report_offset(
                context,
                message,
                file=ignore.file,
                offset=ignore.offset,
                statement=None,
                object=ignore.comment.object,
                help=help,
            )


def _problem(ignore: Ignore, rules: tuple[str, ...]) -> tuple[str, str]:
    comment = ignore.comment
    if not comment.rule:
        return "this ignore comment cannot be read", "write it as `-- schemagen: ignore RULE on OBJECT: REASON`"
    if comment.rule not in rules:
        close = did_you_mean(comment.rule, rules)
        return f"there is no rule {comment.rule}", close or "see schemagen lint --list-rules"
    if ignore.statement is None:
        return "this ignore comment does not stand directly above a statement", "put it right above its statement"
    return f"{comment.rule} has no finding on {comment.object} in the statement below", "remove the comment"
