"""A SECURITY DEFINER function has no search_path of its own: whoever calls it chooses what its names mean.

The function runs with its owner's rights and the caller's search_path: with a table or function of the same name in
a schema that comes earlier, the caller runs his own code as the owner (CVE-2018-1058).

    CREATE FUNCTION app.grade() … SECURITY DEFINER …
    CREATE FUNCTION app.grade() … SECURITY DEFINER SET search_path = pg_catalog, pg_temp …

pg_temp belongs at the end: where it is not named, PostgreSQL looks for tables there first. A path in one pair of
quotes, SET search_path = 'app, pg_temp', is a single name that no schema has. Judged at the end of each
file, so that a later ALTER FUNCTION counts, in both directions; of a function that no file makes, ALTER FUNCTION ..
SECURITY DEFINER without a SET search_path is a warning.
"""

from schemagen.diagnostics import Severity
from schemagen.lint.database import Function
from schemagen.lint.rule import Context, Rule
from schemagen.lint.session import split_path

rule = Rule(__name__, Severity.ERROR)


@rule.after_file
def _open_functions(context: Context) -> None:
    for functions in context.database.functions.values():
        for function in functions:
            places = (function.made_at, function.changed_at)
            here = [place for place in places if place is not None and place.statement.file is context.file]
            if not function.security_definer or not here:
                continue
            problem, severity = _problem(function)
            if problem:
                rule.report(
                    context,
                    f"SECURITY DEFINER function {function.name} {problem}",
                    object=str(function.name),
                    at=here[0],
                    help="SET search_path = pg_catalog, pg_temp at the function; name all else with its schema",
                    severity=severity,
                )


# Nobody else can put a table into these; what the body takes from elsewhere, it must name with its schema.
_TRUSTED = frozenset({"pg_catalog", "information_schema"})


def _problem(function: Function) -> tuple[str, Severity]:
    if not function.known:
        return "may have no search_path of its own: no file says so", Severity.WARNING
    if function.search_path is None:
        return "has no search_path of its own: its caller decides what its names mean", Severity.ERROR
    schemas = split_path(function.search_path)
    combined = next((schema for schema in schemas if "," in schema), None)
    if combined is not None:
        return f'has one schema named "{combined}" in its search_path: the text is one name', Severity.ERROR
    if not set(schemas) <= _TRUSTED and schemas[-1] != "pg_temp":
        return "has a search_path that does not end in pg_temp: tables are looked for there first", Severity.WARNING
    return "", Severity.ERROR
