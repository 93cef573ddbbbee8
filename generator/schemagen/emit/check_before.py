"""Checks before the first phase: in, the plan of every phase; out, what must be there, what must not, and figures."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from schemagen.emit.check import NO_ROWS, Check, counted
from schemagen.emit.check_rows import move_fact
from schemagen.emit.preflight import preflight
from schemagen.emit.preflight_facts import Preflight
from schemagen.model.names import QualifiedName
from schemagen.model.project import Project
from schemagen.plan.phases import PhasePlan
from schemagen.render.environment import macro
from schemagen.render.sql_clauses import format_type

_TEMPLATE = "checks/before.sql.j2"


def before_checks(plans: Sequence[PhasePlan]) -> Iterator[Check]:
    """The checks of all preflights together, and the sizes and counts that a snapshot is compared with later."""
    project = plans[0].project
    facts = [preflight(plan, "", ()) for plan in plans]
    yield _check("server", f"the server is PostgreSQL {project.postgres} or later", project.postgres)
    names = tuple(dict.fromkeys(name for fact in facts for name in fact.roles))
    if names:
        yield _check("roles", f"{counted(len(names), 'role')}: {', '.join(names)}", names)
    names = tuple(dict.fromkeys(name for fact in facts for name in fact.extensions))
    if names:
        yield _check("extensions", f"{counted(len(names), 'extension')}: {', '.join(names)}", names)
    names = tuple(dict.fromkeys(name for fact in facts for name in fact.functions))
    if names:
        yield _check("functions", f"{counted(len(names), 'function')}: {', '.join(names)}", names)
    tables = existing_tables(facts, project)
    if tables:
        title = f"{counted(len(tables), 'table')}: {', '.join(name.name for name in tables)}"
        yield _check("tables", title, [tuple(name) for name in tables])
    columns = dict.fromkeys(
        (*c.table, c.name, format_type(c.type)) for fact in facts for c in fact.columns if c.table in tables
    )
    if columns:
        yield _check("columns", f"{counted(len(columns), 'column')} that the files name, with their types", [*columns])
    kept = {(column.table, column.name) for fact in facts for column in fact.kept_columns}
    tables_without = [table for fact in facts for table in fact.empty_tables]
    # A column that is there already needs no value.
    empty = [table.name for table in tables_without if any((table.name, name) not in kept for name in table.columns)]
    if empty:
        title = f"no row in {counted(len(empty), 'table')} that get columns without a value for it"
        yield _check("empty", title, empty)
    relations = [tuple(name) for fact in facts for name in fact.new_relations]
    added = [(*c.table, c.name) for fact in facts for c in fact.new_columns]
    title = f"none of {counted(len(relations), 'new relation')} and {counted(len(added), 'new column')} is there yet"
    yield _check("in_the_way", title, project.bookkeeping, relations, added)
    optional = tuple(name for fact in facts for name in fact.may_be_kept)
    if optional:
        yield Check(
            name="kept",
            title="tables that may be there already",
            expects="those that are there are kept if they are exactly what the files would make; else the file that "
            "would make them stops and names what differs",
            kind="figure",
            sql=macro(_TEMPLATE, "kept")([tuple(name) for name in optional]).strip("\n"),
        )
    yield from figures(project, tables)


def figures(project: Project, tables: Sequence[QualifiedName]) -> Iterator[Check]:
    """Sizes of the tables that were there before, and what the moves will find."""
    if tables:
        yield Check(
            name="sizes",
            title="rows and size of the tables that the files change or refer to",
            expects="write them down; rows are the same after each phase and after each rollback",
            kind="figure",
            sql=macro("checks/rows.sql.j2", "sizes")(tables).strip("\n"),
        )
    if project.moves:
        moves = [move_fact(move, project.after) for move in project.moves]
        yield Check(
            name="arrays",
            title="what the moves will find",
            expects="links_expected counts each name once in a row, compared as the move does it: so many links there "
            "are afterwards, beside any that people made before. Elements counts duplicates, blanks and nulls too",
            kind="figure",
            sql=macro("checks/rows.sql.j2", "arrays")(moves).strip("\n"),
        )


def existing_tables(facts: Sequence[Preflight], project: Project) -> tuple[QualifiedName, ...]:
    """The tables that were there before and that the files name, each once; not what an earlier phase makes."""
    return tuple(dict.fromkeys(name for fact in facts for name in fact.tables if name in project.before.tables))


def _check(name: str, title: str, *arguments: object) -> Check:
    query: Callable[..., str] = macro(_TEMPLATE, name)
    return Check(name=name, title=title, expects=NO_ROWS, sql=query(*arguments).strip("\n"))
