"""The runbook: in, the plan of every phase; out, the execution checklist with commands, queries and exact answers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from schemagen.emit.check import Check, counted
from schemagen.emit.check_before import existing_tables, figures
from schemagen.emit.check_rows import MoveFact, SearchFact, natural_keys, searches
from schemagen.emit.checks import before_path, phase_path
from schemagen.emit.header import header_lines
from schemagen.emit.kept_tables import keepable
from schemagen.emit.migrations import file_stem
from schemagen.emit.preflight import preflight
from schemagen.emit.runbook_queries import (
    Query,
    added_to,
    bound_roles,
    gone_queries,
    numbers_in_words,
    object_queries,
    phase_moves,
    row_security_query,
    sql,
    value,
)
from schemagen.emit.trial import trial_query
from schemagen.model.columns import Column, DataType
from schemagen.model.names import QualifiedName
from schemagen.model.project import Project, Seed
from schemagen.model.schema import Table
from schemagen.plan.hazards import ACCESS_EXCLUSIVE, locks
from schemagen.plan.operations import MoveArray, SeedRows
from schemagen.plan.phases import PhasePlan
from schemagen.records import dataclass
from schemagen.render.environment import macro, render

_SAMPLED = 100
_LABEL = re.compile(r"([A-Z]\w+) +")


@dataclass(frozen=True, slots=True, kw_only=True)
class PhasePage:
    """One phase of the runbook. The texts of `forward` and `back` are those of the files' headers, by label."""

    number: int
    title: str
    file: str
    rollback: str
    checks: str
    risk: str
    makes: str
    forward: dict[str, str]
    back: dict[str, str]
    snapshot: tuple[Query, ...]
    backups: tuple[QualifiedName, ...]
    queries: tuple[Query, ...]
    gone: tuple[Query, ...]
    seeds: tuple[Seed, ...]
    moves: tuple[MoveFact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Runbook:
    """What runbook.md.j2 prints."""

    project: Project
    before: str
    snapshot: tuple[Query, ...]
    arrays: tuple[Query, ...]
    phases: tuple[PhasePage, ...]
    seeds: tuple[Seed, ...]
    added: tuple[tuple[QualifiedName, tuple[Column, ...]], ...]
    junctions: tuple[Table, ...]
    integrity: tuple[Query, ...]
    performance: tuple[Query, ...]
    security: tuple[Query, ...]


def emit(plans: Sequence[PhasePlan]) -> dict[str, str]:
    """`docs/runbook.md`; nothing for a project without phases."""
    if not plans:
        return {}
    text = render("docs/runbook.md.j2", book=runbook(plans))
    return {"docs/runbook.md": re.sub(r"\n{3,}", "\n\n", text).strip("\n") + "\n"}


def runbook(plans: Sequence[PhasePlan]) -> Runbook:
    """The facts of the runbook."""
    project, last = plans[0].project, plans[-1]
    existing = existing_tables([preflight(plan, "", ()) for plan in plans], project)
    noted = [_figure(check) for check in figures(project, existing)]
    made = tuple(table.name for table in last.after.managed_tables())
    tables = [table for table in last.after.managed_tables() if table.foreign_keys]
    junctions = tuple(table for table in tables if table.kind == "junction")
    return Runbook(
        project=project,
        before=before_path(project),
        snapshot=tuple(noted[:1]),
        arrays=tuple(noted[1:]),
        phases=tuple(_page(plan) for plan in plans),
        seeds=project.seeds,
        added=tuple(_added_columns(plans)),
        junctions=junctions,
        integrity=tuple(_integrity(made, tables)),
        performance=tuple(_performance(plans, made)),
        security=tuple(_security(project, last)),
    )


def _page(plan: PhasePlan) -> PhasePage:
    stem = file_stem(plan.project, plan.phase)
    moves = phase_moves(plan)
    return PhasePage(
        number=plan.phase.number,
        title=plan.phase.title,
        file=f"{stem}.sql",
        rollback=f"{stem}.rollback.sql",
        checks=phase_path(plan.project, plan.phase).rsplit("/", 1)[-1],
        risk=_risk(plan),
        makes=numbers_in_words(plan),
        forward=_labels(header_lines(plan, "forward", plan.forward, stem)),
        back=_labels(header_lines(plan, "back", plan.back, stem)),
        snapshot=tuple(_move_snapshot(moves)),
        backups=tuple(dict.fromkeys(move.table for move in moves)),
        queries=(*object_queries(plan), *_trials(plan), *_move_queries(plan, moves), *_seed_queries(plan)),
        gone=(*gone_queries(plan), *_junction_rows(moves), *_seeds_gone(plan)),
        seeds=tuple(operation.seed for operation in plan.forward if isinstance(operation, SeedRows)),
        moves=tuple(moves),
    )


def _labels(lines: Iterable[str]) -> dict[str, str]:
    """The header of a file as label and text, its lines joined again."""
    found: dict[str, str] = {}
    label = ""
    for line in lines:
        head = _LABEL.match(line)
        if head and len(head[0]) >= 9:
            label = head[1] if head[1] not in found else label
            found[label] = f"{found[label]} {line[9:]}" if label in found else line[9:]
        elif label and line.startswith(" " * 9):
            found[label] += f" {line[9:]}"
    return found


def _risk(plan: PhasePlan) -> str:
    if any(isinstance(operation, MoveArray) for operation in plan.forward):
        return "medium: data is transformed"
    strongest = {lock.mode for lock in locks(plan.forward, plan.before)}
    if ACCESS_EXCLUSIVE in strongest:
        return "low to medium: tables that are in use are locked against everybody for as long as the file runs"
    if any(isinstance(operation, SeedRows) for operation in plan.forward):
        return "low: rows are added, none of people's is changed"
    if keepable(plan.forward):
        return "low: new objects only, and tables that are kept as they are where they are there already"
    return "low: new objects only"


def _figure(check: Check) -> Query:
    return Query(title=check.title[:1].upper() + check.title[1:], sql=check.sql, rows=None, note=check.expects)


def _trials(plan: PhasePlan) -> Iterator[Query]:
    for name in added_to(plan):
        query = trial_query(plan, name)
        if query is not None:
            yield query


def _move_snapshot(moves: Sequence[MoveFact]) -> Iterator[Query]:
    for name in dict.fromkeys(move.table for move in moves):
        own = [move for move in moves if move.table == name]
        yield Query(
            title=f"Sample of the arrays of {name.name}",
            sql=sql("sample_arrays", name, own[0].source_key, [move.before for move in own]),
            rows=None,
            note="look whether the data is what you think it is",
        )


def _move_queries(plan: PhasePlan, moves: Sequence[MoveFact]) -> Iterator[Query]:
    for name in dict.fromkeys(move.table for move in moves):
        arrays = sorted(move.array for move in moves if move.table == name)
        yield Query(
            title=f"Arrays of {name.name} are kept under their new names",
            sql=sql("arrays_of", name, arrays),
            columns=("name",),
            rows=tuple((each,) for each in arrays),
        )
    for number, move in enumerate(moves, 1):
        yield Query(
            title=f"Links of {move.junction.name}",
            sql=macro("checks/rows.sql.j2", "moved_counts")(move).strip("\n"),
            rows=None,
            note="`names` and `linked` are the same number, and the `links_expected` of the snapshot",
        )
        yield Query(
            title=f"No name of {move.before} is lost",
            sql=macro("checks/rows.sql.j2", "moved")(f"moved_{number}", move).strip("\n"),
            why="An array counts duplicates, blanks and spellings of one name; links count each name once. So the "
            "names are compared, each once, and never the length of the array.",
        )
        yield Query(
            title=f"Spot check of {move.junction.name}",
            sql=sql("sample_links", move),
            rows=None,
            note="look whether the names belong to the rows",
        )
    if moves:
        tables = [plan.after.tables[name] for name in dict.fromkeys(move.junction for move in moves)]
        yield _orphans("No link without its rows", tables)


def _orphans(title: str, tables: Sequence[Table]) -> Query:
    return Query(
        title=title,
        sql=sql("orphans", tables),
        columns=("name", "orphans"),
        rows=tuple((table.name.name, "0") for table in tables),
        why="With NOT EXISTS, since NOT IN finds nothing as soon as the list holds a null; every foreign key of the "
        "table is looked at, and a row is counted once.",
    )


def _junction_rows(moves: Sequence[MoveFact]) -> Iterator[Query]:
    names = list(dict.fromkeys(move.junction for move in moves))
    if names:
        yield Query(
            title="Junction rows are gone",
            sql=sql("row_counts", names),
            rows=None,
            note="the links that were there before the phase: none, unless people made some",
        )


def _seed_queries(plan: PhasePlan) -> Iterator[Query]:
    seeds = [operation.seed for operation in plan.forward if isinstance(operation, SeedRows)]
    if not seeds:
        return
    counts = sorted((_quoted(seed.table), str(len(seed.rows))) for seed in seeds)
    yield Query(
        title="Seed rows have come in",
        sql=sql("seeded_rows", plan.project.bookkeeping, plan.phase.number),
        columns=("table_name", "rows"),
        rows=tuple(counts),
        why="Counted where the phase wrote them down: a table may hold rows of people and of the moves as well. Where "
        "rows of the seed were there already the number is smaller, and the file has said so.",
    )
    yield Query(title="Sample of the seed rows", sql=sql("samples", [_sample(s, plan) for s in seeds]), rows=None,
                note="look whether the rows are true to the field")  # fmt: skip
    for fact in list(_word_searches(plan))[:1]:
        why = "The other tables are searched in the checks, each row by its own words."
        yield value(f"Full-text search of {fact.table.name} finds", sql("search", fact), "found", "t", why)


@dataclass(frozen=True, slots=True)
class _Sample:
    table: QualifiedName
    columns: tuple[str, ...]


def _sample(seed: Seed, plan: PhasePlan) -> _Sample:
    """The natural key of a seed and the columns that say yes or no."""
    table = plan.after.tables[seed.table]
    flags = [c.name for c in table.columns if c.type == DataType("boolean") and c.name not in seed.key]
    return _Sample(seed.table, (*seed.key, *flags))


def _seeds_gone(plan: PhasePlan) -> Iterator[Query]:
    names = [operation.seed.table for operation in plan.forward if isinstance(operation, SeedRows)]
    if names:
        yield Query(
            title="Seed rows are gone",
            sql=sql("row_counts", names),
            rows=None,
            note="the rows that were there before the phase, and seed rows that people changed or use, which the "
            "rollback has named",
        )


def _quoted(name: QualifiedName) -> str:
    return macro("sql/names.sql.j2", "heading")(name).strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class WordSearch:
    """Two words of a seed row, and the row that they must find."""

    table: QualifiedName
    search: str
    text: str
    language: str
    words: str
    row: str


_WORDS = re.compile(r"[A-Za-z]{4,}(?: [A-Za-z]{4,})+\Z")


def _word_searches(plan: PhasePlan) -> Iterator[WordSearch]:
    """For each table that is seeded and searched, a search for two words of a row whose name is plain words."""
    for fact in searches(plan):
        seed = next(o.seed for o in plan.forward if isinstance(o, SeedRows) and o.seed.table == fact.table)
        names = [str(dict(row.values).get(fact.text)) for row in seed.rows]
        plain = [name for name in names if _WORDS.match(name) and names.count(name) == 1]
        if plain:
            yield _word_search(fact, plain[0])


def _word_search(fact: SearchFact, row: str) -> WordSearch:
    different = list(dict.fromkeys(row.split(" ")))
    longest = sorted(different, key=len, reverse=True)[:2]
    words = " & ".join(word for word in different if word in longest)
    return WordSearch(
        table=fact.table, search=fact.search, text=fact.text, language=fact.language, words=words, row=row
    )


def _added_columns(plans: Iterable[PhasePlan]) -> Iterator[tuple[QualifiedName, tuple[Column, ...]]]:
    for plan in plans:
        for name in added_to(plan):
            old = {column.name for column in plan.before.tables[name].columns} if name in plan.before.tables else set()
            columns = tuple(c for c in plan.after.tables[name].columns if c.name not in old)
            if columns:
                yield name, columns


def _integrity(made: Sequence[QualifiedName], tables: Sequence[Table]) -> Iterator[Query]:
    if made:
        yield value(
            "Foreign keys are validated",
            sql("not_validated", made),
            "not_validated",
            0,
            "A list of constraints shows those that were never validated too.",
        )
    junctions = [table for table in tables if table.kind == "junction"] or list(tables)
    if junctions:
        yield _orphans("No orphans", junctions)
        keys = [key for table in junctions for key in natural_keys(table)]
        if keys:
            yield Query(
                title="No key twice",
                sql=sql("duplicates", keys),
                columns=("name", "twice"),
                rows=tuple((key.table.name, "0") for key in keys),
            )


def _performance(plans: Sequence[PhasePlan], made: Sequence[QualifiedName]) -> Iterator[Query]:
    if made:
        yield Query(
            title="Index usage",
            sql=sql("index_usage", made),
            rows=None,
            note="keep it as the baseline for monitoring",
            why="pg_stat_user_indexes names them relname and indexrelname.",
        )
    moves = [move for plan in plans for move in phase_moves(plan)]
    for name in dict.fromkeys(move.table for move in moves):
        own = [move for move in moves if move.table == name]
        yield Query(
            title=f"Profile query of {name.name}",
            sql=sql("profile", own, _SAMPLED),
            rows=None,
            note="the execution time, and compare it with what was agreed: ______ ms",
            why="The rows are chosen before anything is aggregated, and in a fixed order; joining two junctions first "
            "and then taking DISTINCT multiplies them.",
        )
    for plan in plans:
        for fact in list(_word_searches(plan))[:1]:
            yield Query(
                title=f"Full-text search of {fact.table.name}",
                sql=sql("explain_search", fact),
                rows=None,
                note=f"the execution time: ______ ms. On a large table the plan names the index of {fact.search}; "
                "on a small one reading it whole is faster, and right",
            )


def _security(project: Project, last: PhasePlan) -> Iterator[Query]:
    made = list(last.after.managed_tables())
    if made:
        yield row_security_query(made)
    if project.tenant is not None:
        for role, tables in bound_roles(project, last.after).items():
            yield Query(
                title=f"Without a tenant {role} sees no row of one",
                sql=sql("isolation", role, project.tenant.column, tables),
                columns=("name", "rows_of_tenants"),
                rows=tuple((name.name, "0") for name in tables),
                why="As the role itself, in a transaction that is rolled back: a superuser, or whoever has BYPASSRLS, "
                "sees every row whatever the policies are, and SET without LOCAL stays for the rest of the session. "
                "The role that runs it must be allowed to take the other one.",
            )


def total_seed_rows(seeds: Iterable[Seed]) -> str:
    """`640 seed rows in 11 tables`."""
    found = list(seeds)
    return f"{counted(sum(len(seed.rows) for seed in found), 'seed row')} in {counted(len(found), 'table')}"
