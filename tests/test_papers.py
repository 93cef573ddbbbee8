"""Checks, runbook, papers and diagram of any specification: names with every mark in them, parts that are not there."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

from acceptance.runbook_page import items
from schemagen.build import build
from schemagen.live.check_file import read_check_file
from schemagen.live.run_checks import run_checks
from schemagen.model.project import Project
from schemagen.prove import engine
from schemagen.prove.baseline import BASELINES, OWNER, create_database, create_roles, drop_database, make_baseline
from schemagen.prove.psql import run_file
from schemagen.prove.samples import insert_samples
from schemagen.prove.server import ScratchServer
from schemagen.prove.statements import schema_names
from schemagen.render import markdown, svg

ROOT = Path(__file__).parent.parent

SMALL = """
schemagen: 1
name: small
version: 1.0.0
description: "One phase, no tenant, no move, no seed | `a` <b>\\n# c"
postgres: 15
migrations: {first_version: 1}
existing:
  roles: [reader]
  tables:
    "old | `one`": {columns: {id: {type: integer, primary_key: true}}}
tables:
  'things "all" <b>&| `x`':
    comment: "A | pipe, a `tick`, <i>HTML</i> and\\nanother line"
    columns:
      id: {type: uuid, primary_key: true}
      "a | `b` <c>": {type: text, one_of: {values: ["|", "`", "<"], name: "check | `it`"}}
      old: {type: integer, references: "old | `one`"}
      round: {type: uuid, references: round}
    access: {roles: {reader: {read: all}}}
  round:
    columns:
      id: {type: uuid, primary_key: true}
      back: {type: uuid, references: 'things "all" <b>&| `x`'}
"""

COLUMNS_ONLY = """
schemagen: 1
name: columns_only
version: 1.0.0
description: New columns on a table that was there, and nothing else
postgres: 15
migrations: {first_version: 1}
existing:
  roles: [reader]
  tables:
    people:
      columns:
        id: {type: integer, primary_key: true}
        name: {type: text, nullable: false}
new_columns:
  people: {columns: {age: {type: integer, range: [0, 150]}, tall: {type: boolean, default: false, index: true}}}
"""


def read(path: str) -> str | bytes:
    texts = {"small.yaml": SMALL, "columns_only.yaml": COLUMNS_ONLY}
    return texts[path] if path in texts else (ROOT / path).read_bytes()


ONLY = frozenset({"migrations", "checks", "docs"})

SPECIFICATIONS = (
    "small.yaml",
    "columns_only.yaml",
    "examples/library/library.yaml",
    "examples/clinic/clinic.yaml",
    "spec/pharma_roles.yaml",
)


@dataclass(frozen=True)
class Made:
    project: Project
    files: dict[str, str]

    def file(self, ending: str) -> str:
        (path,) = [path for path in self.files if path.endswith(ending)]
        return self.files[path]


@pytest.fixture(scope="module", params=SPECIFICATIONS)
def made(request: pytest.FixtureRequest) -> Made:
    found = build(request.param, read, only=ONLY, lint=False)
    assert found.project is not None and found.files, [d.message for d in found.diagnostics]
    return Made(found.project, found.files)


@pytest.fixture(scope="module")
def server() -> Iterator[ScratchServer]:
    with ScratchServer.start(engine.find(None, frozenset({"uuid-ossp", "citext"}), 15)) as running:
        yield running


def test_all_are_made(made: Made) -> None:
    docs = {path for path in made.files if path.startswith("docs/")}
    assert {"docs/runbook.md", "docs/schema_mapping.md", "docs/quick_reference.md", "docs/diagram.md"} <= docs
    assert "docs/diagram.svg" in docs
    assert len([p for p in made.files if p.startswith("checks/")]) == len(made.project.phases) + 1


def test_checks_and_runbook_say_what_a_server_says(made: Made, server: ScratchServer) -> None:
    """Phase by phase: every check passes, every query of the runbook has the answer that stands below it."""
    page = [item for item in items(made.file("docs/runbook.md")) if item.query is not None]
    project, database = made.project, f"papers_{made.project.name}"
    with psycopg.connect(server.conninfo(), autocommit=True) as admin:
        create_roles(admin, project)
        create_database(admin, database)
        try:
            with psycopg.connect(server.conninfo(database), autocommit=True) as connection:
                make_baseline(connection, project, BASELINES[0])
                insert_samples(connection, project)
                for schema in schema_names(project.after):
                    # Whoever works with a table may use its schema; that is no part of a specification.
                    connection.execute(sql.SQL("GRANT USAGE ON SCHEMA {} TO PUBLIC").format(sql.Identifier(schema)))
                compare(server, database, [item for item in page if item.section.startswith("Before")])
                check(connection, made, "_before.check.sql")
                for phase in project.phases:
                    stem = f"{phase.version}_{project.name}_{phase.name}"
                    run(server, database, made.file(f"{stem}.sql"), OWNER)
                    check(connection, made, f"{stem}.check.sql")
                    verify = f"Phase {phase.number}: verify"
                    compare(server, database, [item for item in page if verify in item.section])
                compare(server, database, [item for item in page if item.section.startswith("Afterwards")])
                for phase in reversed(project.phases):
                    stem = f"{phase.version}_{project.name}_{phase.name}"
                    run(server, database, made.file(f"{stem}.rollback.sql"), OWNER)
                    gone = f"Phase {phase.number}: rollback"
                    compare(server, database, [item for item in page if gone in item.section])
        finally:
            drop_database(admin, database)


def run(server: ScratchServer, database: str, text: str, user: str) -> list[tuple[str, ...]]:
    result = run_file(server.conninfo(database, user), text, stop_on_error=True)
    assert not result.errors, result.errors
    rows = [row for each in result.results for row in each.rows]
    return [tuple("" if cell is None else str(cell) for cell in row) for row in rows]


def check(connection: psycopg.Connection[tuple[object, ...]], made: Made, ending: str) -> None:
    found = run_checks(connection, [read_check_file(ending, made.file(ending))], 5, lambda result: None)
    assert [(r.check.name, r.rows, r.problem) for r in found if r.outcome not in ("pass", "figure")] == []


def compare(server: ScratchServer, database: str, found: list[object]) -> None:
    for item in found:
        query, expected = item.query, item.expected  # type: ignore[attr-defined]  # an item of the page
        rows = run(server, database, query, OWNER if "INSERT" in query else "postgres")
        if expected is not None and "Seed rows have come in" not in item.title:  # type: ignore[attr-defined]  # same
            assert sorted(rows) == sorted(expected), query


def test_tables_of_markdown_hold_together(made: Made) -> None:
    """Every row of a table has as many cells as its head; no HTML of a specification is HTML on the page."""
    for path, text in made.files.items():
        if not path.endswith(".md"):
            continue
        cells = 0
        fence = ""
        for number, line in enumerate(text.split("\n"), 1):
            opened = re.match(r" *(`{3,})", line)
            if opened and not fence:
                fence = opened[1]
            elif opened and fence and line.strip() == fence:
                fence = ""
            if fence:
                continue
            if line.strip().startswith("|"):
                now = len(re.findall(r"(?<!\\)\|", line))
                assert not cells or now == cells, f"{path}:{number}"
                cells = now
            else:
                cells = 0
            outside = re.sub(r"(`+)(?!`).*?(?<!`)\1(?!`)", "", line)
            assert not re.search(r"(?<!\\)<(?!br>)[a-zA-Z/]", outside), f"{path}:{number}: {line}"
        assert not fence, path


def test_the_picture_is_well_formed_and_nothing_overlaps(made: Made) -> None:
    root = ElementTree.fromstring(made.file("docs/diagram.svg"))
    space = "{http://www.w3.org/2000/svg}"
    frames = [
        tuple(float(rect.attrib[key]) for key in ("x", "y", "width", "height"))
        for rect in root.iter(f"{space}rect")
        if rect.attrib.get("class") == "frame"
    ]
    assert len(frames) == len(made.project.after.tables)
    for number, (x, y, width, height) in enumerate(frames):
        assert x >= 0 and y >= 0
        assert x + width <= float(root.attrib["width"]) and y + height <= float(root.attrib["height"])
        for x2, y2, width2, height2 in frames[:number]:
            assert x + width <= x2 or x2 + width2 <= x or y + height <= y2 or y2 + height2 <= y
    labels = {text.text for text in root.iter(f"{space}text") if text.attrib.get("class") == "name"}
    assert {name.name for name in made.project.after.tables} <= {
        str(label).rsplit(".", 1)[-1] for label in labels
    } | labels


def test_the_same_specification_gives_the_same_bytes(made: Made) -> None:
    path = next(p for p in SPECIFICATIONS if Path(p).stem == made.project.name or made.project.name in p)
    again = build(path, read, only=ONLY, lint=False)
    assert again.files == made.files


@pytest.mark.parametrize(
    ("raw", "shown"),
    [("a|b", "`a|b`"), ("`", "`` ` ``"), ("a``b", "```a``b```"), ("x\ny", "`x y`"), ("", "` `"), (" a", "`  a `")],
)
def test_code_spans(raw: str, shown: str) -> None:
    assert markdown.span(raw) == shown


def test_other_filters() -> None:
    assert markdown.text("a_b *c* <d> & [e](f) | `g`\n# h") == ("a_b \\*c\\* \\<d\\> \\& \\[e\\](f) \\| \\`g\\` \\# h")
    assert markdown.block("a\n````\nb", "sql") == "`````sql\na\n````\nb\n`````"
    assert markdown.code("a|b") == "`a\\|b`"
    assert markdown.shell_word("a'b") == "'a'\"'\"'b'"
    assert markdown.mermaid_word("Größe") == "Gr__e"
    assert markdown.mermaid_text('a"b<c>') == "a#34;b#60;c#62;"
    assert svg.xml("<a & \"b\" 'c'>\x00") == "&lt;a &amp; &quot;b&quot; &#39;c&#39;&gt; "
    for wrong in ("M 0 0 <", 'M"'):
        with pytest.raises(ValueError, match="no path"):
            svg.path(wrong)
