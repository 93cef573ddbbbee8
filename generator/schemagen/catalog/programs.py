"""Functions, views and extensions of a live database in, those of the model out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal as OneOf

from schemagen.catalog.session import Connection, Row, fetch, not_of_extension
from schemagen.model.names import QualifiedName
from schemagen.model.schema import Extension, Function, Grant, View

_FUNCTIONS = f"""
SELECT p.oid, n.nspname::text, p.proname::text, pg_get_function_arguments(p.oid),
       pg_get_function_result(p.oid), l.lanname::text, coalesce(pg_get_function_sqlbody(p.oid), p.prosrc),
       p.provolatile::text, p.proisstrict, p.prosecdef, p.proparallel::text, p.proconfig, d.description
FROM pg_proc AS p
JOIN pg_namespace AS n ON n.oid = p.pronamespace
JOIN pg_language AS l ON l.oid = p.prolang
LEFT JOIN pg_description AS d ON d.classoid = 'pg_proc'::regclass AND d.objoid = p.oid
WHERE p.prokind = 'f' AND n.nspname = ANY (%(schemas)s) AND {not_of_extension("pg_proc", "p.oid")}
ORDER BY n.nspname, p.proname, 4 DESC
"""

_VOLATILITY: dict[str, OneOf["volatile", "stable", "immutable"]] = {
    "v": "volatile",
    "s": "stable",
    "i": "immutable",
}
_PARALLEL: dict[str, OneOf["unsafe", "restricted", "safe"]] = {"u": "unsafe", "r": "restricted", "s": "safe"}


def read_functions(
    connection: Connection, schemas: Sequence[str], grants: Mapping[int, tuple[Grant, ...]]
) -> dict[QualifiedName, Function]:
    """Every function of the schemas, by name.

    The model knows one function of a name: of several the one stands here whose arguments sort first. The
    fingerprint tells all of them apart.
    """
    functions: dict[QualifiedName, Function] = {}
    for row in fetch(connection, _FUNCTIONS, schemas):
        function = _function(row, grants)
        functions[function.name] = function
    return functions


def _function(row: Row, grants: Mapping[int, tuple[Grant, ...]]) -> Function:
    (oid, schema, name, arguments, returns, language, body, volatility, strict, definer, parallel, settings,
     comment) = row  # fmt: skip
    pairs = [setting.partition("=") for setting in settings or ()]
    return Function(
        name=QualifiedName(schema, name),
        arguments=arguments,
        returns=returns,
        language=language,
        body=body,
        volatility=_VOLATILITY[volatility],
        strict=strict,
        security_definer=definer,
        parallel=_PARALLEL[parallel],
        settings=tuple((setting, value) for setting, _, value in pairs),
        grants=grants.get(oid, ()),
        comment=comment,
    )


_VIEWS = f"""
SELECT c.oid, n.nspname::text, c.relname::text, pg_get_viewdef(c.oid), c.reloptions, d.description
FROM pg_class AS c
JOIN pg_namespace AS n ON n.oid = c.relnamespace
LEFT JOIN pg_description AS d ON d.classoid = 'pg_class'::regclass AND d.objoid = c.oid AND d.objsubid = 0
WHERE c.relkind = 'v' AND n.nspname = ANY (%(schemas)s) AND {not_of_extension("pg_class", "c.oid")}
ORDER BY n.nspname, c.relname
"""
_TRUE = frozenset({"true", "on", "yes", "1"})


def read_views(
    connection: Connection, schemas: Sequence[str], grants: Mapping[int, tuple[Grant, ...]]
) -> dict[QualifiedName, View]:
    """Every view of the schemas, by name; the query is printed without its final semicolon."""
    views: dict[QualifiedName, View] = {}
    for oid, schema, view_name, query, options, comment in fetch(connection, _VIEWS, schemas):
        name = QualifiedName(schema, view_name)
        settings = (option.partition("=") for option in options or ())
        on = {option for option, _, value in settings if value.lower() in _TRUE}
        views[name] = View(
            name=name,
            query=query.strip().removesuffix(";"),
            security_invoker="security_invoker" in on,
            security_barrier="security_barrier" in on,
            grants=grants.get(oid, ()),
            comment=comment,
        )
    return views


EVERYWHERE = "plpgsql"
"""The extension that every database has from the start."""

_EXTENSIONS = """
SELECT e.extname::text, n.nspname::text, d.description
FROM pg_extension AS e
JOIN pg_namespace AS n ON n.oid = e.extnamespace
LEFT JOIN pg_description AS d ON d.classoid = 'pg_extension'::regclass AND d.objoid = e.oid
ORDER BY e.extname
"""


def read_extensions(connection: Connection) -> dict[str, Extension]:
    """Every extension of the database, whatever its schema, but the one that is always there."""
    rows = connection.execute(_EXTENSIONS).fetchall()
    return {
        name: Extension(name=name, schema=schema, comment=comment)
        for name, schema, comment in rows
        if name != EVERYWHERE
    }
