"""A loaded specification comes in; the project with everything spelled out, or what is wrong with it, goes out."""

from __future__ import annotations

import gc
from collections.abc import Collection, Mapping
from typing import Any

from schemagen.diagnostics import Diagnostic, has_errors, sort_diagnostics
from schemagen.model.access import Access
from schemagen.model.names import MAX_NAME_BYTES, QualifiedName, too_long
from schemagen.model.project import Project, TypeSettings
from schemagen.model.schema import Function, Schema
from schemagen.records import replace
from schemagen.resolve.access import resolve_access
from schemagen.resolve.context import Context, Loc
from schemagen.resolve.duplicates import check_names
from schemagen.resolve.functions import resolve_function
from schemagen.resolve.kept_tables import check_kept_tables
from schemagen.resolve.moves import resolve_moves
from schemagen.resolve.names import Names
from schemagen.resolve.objects import add_domains, add_enums, add_extensions
from schemagen.resolve.phases import check_existing, check_order, resolve_phases
from schemagen.resolve.seed import resolve_seeds
from schemagen.resolve.tables import Tables
from schemagen.resolve.tenant import check_sources, resolve_tenant, resolve_user, session_value
from schemagen.resolve.types import Types
from schemagen.resolve.view_rights import check_rights
from schemagen.resolve.views import resolve_views
from schemagen.spec.load import LoadedSpec
from schemagen.spec.models.header import milliseconds
from schemagen.spec.validation import is_doubtful

OLDEST, NEWEST = 14, 18
"""The majors of PostgreSQL that migrations can be made for."""


def resolve(loaded: LoadedSpec) -> tuple[Project | None, list[Diagnostic]]:
    """The project that a specification means, and every finding in reading order; None where one is an error."""
    collecting = gc.isenabled()
    # What is built here stays alive: the collector would only walk over it again and again.
    gc.disable()
    try:
        return _resolve(loaded)
    finally:
        if collecting:
            gc.enable()


def _resolve(loaded: LoadedSpec) -> tuple[Project | None, list[Diagnostic]]:
    specification = loaded.specification
    context = Context(
        loaded=loaded,
        locate=loaded.locate,
        names=Names(specification.conventions.names.model_dump()),
        schema=specification.db_schema,
        postgres=specification.postgres,
        roles=tuple(specification.existing.roles),
        conventions=specification.conventions,
    )
    _check_header(context)
    types = _types(context)
    found = context.diagnostics
    tenant, problems = resolve_tenant(
        specification.conventions.tenant, context.locate, types.resolve, types.domains, context.schema
    )
    found += problems
    user, problems = resolve_user(
        specification.conventions.user, context.locate, types.resolve, types.domains, context.schema
    )
    found += problems
    session_tenant, session_user = (
        session_value(model, types.resolve, context.schema, key) if resolved is not None else None
        for model, resolved, key in (
            (specification.conventions.tenant, tenant, "tenant"),
            (specification.conventions.user, user, "user"),
        )
    )
    found += check_sources(session_tenant, session_user, context.locate)
    context = replace(context, tenant=tenant)
    types.context = context
    phases = resolve_phases(context, specification)
    functions = _functions(context)
    tables = Tables(context, types, functions)
    plain = tables.resolve()
    access = resolve_access(context, plain, tables.requests(), user)
    found += access.diagnostics
    functions |= access.functions
    views = resolve_views(context)
    found += check_rights(context, views, access.tables, access.intents)
    after = Schema(
        tables=access.tables,
        enums=types.enums,
        domains=types.domains,
        functions=functions,
        views=views,
        extensions=types.extensions,
        roles=context.roles,
    )
    before = Schema(
        tables=tables.before,
        enums={name: item for name, item in types.enums.items() if not item.managed},
        domains={name: item for name, item in types.domains.items() if not item.managed},
        functions={name: item for name, item in functions.items() if not item.managed},
        views={name: item for name, item in views.items() if not item.managed},
        extensions={name: item for name, item in types.extensions.items() if not item.managed},
        roles=context.roles,
    )
    moves, problems = resolve_moves(context, after.tables, after.views)
    found += problems
    filled = {name for move in moves for name in (move.reference, move.junction)}
    seeds, problems = resolve_seeds(context, after.tables, after.enums, after.domains, filled)
    found += problems
    check_names(context, after)
    check_existing(context, before, after)
    check_kept_tables(context, tables.new, after)
    check_order(context, phases, before, after)
    if broken := tables.broken():
        found[:] = [finding for finding in found if not _is_echo(finding, broken)]
    if loaded.taken_out:
        found[:] = [finding for finding in found if not is_doubtful(finding, loaded.taken_out)]
    if has_errors(found) or not loaded.complete:
        return None, sort_diagnostics(found)
    project = Project(
        name=specification.name,
        version=specification.version,
        description=specification.description,
        postgres=specification.postgres,
        schema=context.schema,
        search_path=_search_path(context, after),
        bookkeeping=_bookkeeping(specification.name),
        lock_timeout_ms=milliseconds(specification.migrations.lock_timeout),
        statement_timeout_ms=milliseconds(specification.migrations.statement_timeout),
        phases=phases,
        before=before,
        after=after,
        moves=moves,
        seeds=seeds,
        tenant=tenant,
        access=Access(
            tables=access.intents,
            tenant=session_tenant,
            user=session_user,
        ),
        types=with_words(TypeSettings(), specification.types.model_dump()),
        source=loaded.path.replace("\\", "/").rpartition("/")[2],
    )
    return project, sort_diagnostics(found)


def with_words(settings: TypeSettings, words: Mapping[str, str]) -> TypeSettings:
    """The settings with what a specification, or a command, says in its words."""
    values: dict[str, Any] = {"include": True, "leave_out": False, "none": ""}
    said = {name: values.get(word, word) for name, word in words.items()}
    return replace(settings, **said)


def _is_echo(finding: Diagnostic, broken: Mapping[str, Collection[str]]) -> bool:
    """Whether a finding only says that a column is missing which is declared and wrong: that is one mistake."""
    match finding.code:
        case "unknown-column":
            said = finding.message
            return any(
                said.startswith(f"'{table}' has no column '{column}'")
                or said.endswith(f"uses '{column}', which is not a column of '{table}'")
                for table, columns in broken.items()
                for column in columns
            )
        case "no-natural-key":
            # The constraint that would be one may have the column in it.
            return any(f"'{table}'" in finding.message for table in broken)
    return False


def _check_schema(context: Context, schema: str, at: Loc, *, key: bool) -> None:
    """Whether the specification may make something in the schema."""
    own = _bookkeeping(context.loaded.specification.name)
    if schema.startswith("pg_"):
        context.error("reserved-name", "names of schemas that begin with pg_ are PostgreSQL's own", at, key=key)
    elif schema == "information_schema":
        context.error("reserved-name", "information_schema is PostgreSQL's own", at, key=key)
    elif schema == own or schema.startswith(f"{own}_archive_"):
        message = f"'{schema}' is a schema in which the migrations keep their books"
        context.error("reserved-name", message, at, "choose another schema", key=key)


def _check_header(context: Context) -> None:
    postgres = context.postgres
    if not OLDEST <= postgres <= NEWEST:
        message = f"PostgreSQL {postgres} is not one of {OLDEST} to {NEWEST}"
        help_ = "write the major version of the server that the migrations are for"
        context.error("postgres-version", message, ("postgres",), help_)
    if too_long(_bookkeeping(context.loaded.specification.name)):
        message = f"the schema that keeps the books would be '{_bookkeeping(context.loaded.specification.name)}'"
        context.error("name-too-long", f"{message}, over {MAX_NAME_BYTES} bytes", ("name",), "choose a shorter name")
    elif too_long(f"{_bookkeeping(context.loaded.specification.name)}_archive_999999"):
        archive = f"{_bookkeeping(context.loaded.specification.name)}_archive_999999"
        message = f"a schema in which a rollback keeps rows could be '{archive}'"
        context.error("name-too-long", f"{message}, over {MAX_NAME_BYTES} bytes", ("name",), "choose a shorter name")
    _check_schema(context, context.schema, ("schema",), key=False)
    path = context.loaded.specification.search_path or ()
    for number, schema in enumerate(path):
        if schema in path[:number]:
            context.error("duplicate-name", f"the schema '{schema}' stands here twice", ("search_path", number))
        elif schema == "$user":
            message = "'$user' is another schema for each role that runs the files"
            context.error("reserved-name", message, ("search_path", number), "name the schema itself")
    for section in ("reference_tables", "junction_tables", "tables", "enums", "domains", "functions", "views"):
        for name in getattr(context.loaded.specification, section):
            if "." in name:
                _check_schema(context, context.name(name).schema, (section, name), key=True)
    seen: set[str] = set()
    for number, role in enumerate(context.roles):
        if role in seen:
            context.error("duplicate-name", f"the role '{role}' stands here twice", ("existing", "roles", number))
        seen.add(role)
        if role in _NO_ROLES:
            message = f"no role can be called '{role}': for PostgreSQL the word means {_NO_ROLES[role]}"
            help_ = "remove it; policies and grants name the roles that they are for"
            context.error("reserved-name", message, ("existing", "roles", number), help_)


_NO_ROLES = {"public": "all roles", "none": "no role"}


def _types(context: Context) -> Types:
    """Extensions, enums and domains, those that exist first."""
    specification = context.loaded.specification
    types = Types(context)
    add_extensions(context, types, specification.existing.extensions, ("existing", "extensions"), managed=False)
    add_extensions(context, types, specification.extensions, ("extensions",), managed=True)
    add_enums(context, types, specification.existing.enums, ("existing", "enums"), managed=False)
    add_enums(context, types, specification.enums, ("enums",), managed=True)
    add_domains(context, types, specification.existing.domains, ("existing", "domains"), managed=False)
    add_domains(context, types, specification.domains, ("domains",), managed=True)
    return types


def _functions(context: Context) -> dict[QualifiedName, Function]:
    specification = context.loaded.specification
    found: dict[QualifiedName, Function] = {}
    for models, start, managed in (
        (specification.existing.functions, ("existing", "functions"), False),
        (specification.functions, ("functions",), True),
    ):
        for text, model in models.items():
            name = context.name(text)
            if name in found:
                message = f"the function '{text}' is declared already, at {found[name].origin}"
                context.error("duplicate-name", message, (*start, text), key=True)
                continue
            function = resolve_function(context, name, model, (*start, text), managed=managed)
            if function is not None:
                found[name] = function
    return found


def _bookkeeping(name: str) -> str:
    return f"schemagen_{name}"


def _search_path(context: Context, after: Schema) -> tuple[str, ...]:
    """Where names in SQL are looked up: the schema, and those where extensions live or are going to."""
    given = context.loaded.specification.search_path
    if given is not None:
        return tuple(given)
    schemas = [context.schema, *(e.schema for e in after.extensions.values() if e.schema is not None)]
    return tuple(dict.fromkeys(schemas))
