"""A break in any SQL template is found: the example of a library is built with it, and then the proof or lint fails."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from property.mutating import Mutant, in_place, mutants
from schemagen.build import Build, build
from schemagen.diagnostics import Severity
from schemagen.prove.baseline import BASELINES
from schemagen.prove.report import ProofStep
from schemagen.prove.run import prove
from schemagen.prove.server import ScratchServer
from schemagen.render.environment import templates_folder
from scratch import scratch_server

LIBRARY = Path(__file__).resolve().parents[2] / "examples" / "library"
TEMPLATES = sorted(f"sql/{path.name}" for path in (templates_folder() / "sql").glob("*.j2"))

BREAKS = (
    ("sql/archive.sql.j2", r"IF held = 0 THEN", "IF held = 1 THEN"),
    ("sql/bookkeeping.sql.j2", r"'REVOKE ALL ON %s %s FROM %s'", "'GRANT ALL ON %s %s TO %s'"),
    ("sql/bookkeeping.sql.j2", r"DROP SCHEMA .*;", ""),
    ("sql/data.sql.j2", r"\(changed_go OR NOT changed\) AND used_by IS NULL", "changed AND used_by IS NULL"),
    ("sql/first_values.sql.j2", r"DELETE FROM .*;", ""),
    ("sql/definitions.sql.j2", r"WHERE found\.definition IS NOT NULL", "WHERE found.kind <> 'policy'"),
    ("sql/force.sql.j2", r" FORCE ROW LEVEL SECURITY;\n\{% endfor %\}\n\{%- endmacro %\}\n\n\{% macro assert", None),
    (
        "sql/keep.sql.j2",
        r"DROP COLUMN \{\{ column.name \| ident \}\}",
        "ALTER COLUMN {{ column.name | ident }} DROP DEFAULT",
    ),
    ("sql/keep_tables.sql.j2", r"IF NOT \{\{ is_kept", "IF {{ is_kept"),
    ("sql/locks.sql.j2", r"\{\{ lock\.table \| qualified \| string \}\}", "'nowhere.nothing'"),
    ("sql/migration.sql.j2", r"\bCOMMIT;", "ROLLBACK;"),
    ("sql/move.sql.j2", r"RENAME COLUMN", "DROP COLUMN"),
    ("sql/move_checks.sql.j2", r"WHERE NOT checks\.met", "WHERE false"),
    ("sql/move_parts.sql.j2", r"EXECUTE statement;", "NULL;"),
    ("sql/move_names.sql.j2", r"SELECT \{\{ facts\.phase \| number \}\}", "SELECT 99"),
    ("sql/names.sql.j2", r"\{\{ name \| qualified \| comment_line \}\}", "{{ name | qualified }}\nx"),
    ("sql/in_the_way.sql.j2", r"IF problems IS NOT NULL THEN", "IF problems IS NULL THEN"),
    ("sql/objects.sql.j2", r"\{%- if not column\.nullable %\} NOT NULL\{% endif %\}", ""),
    ("sql/objects.sql.j2", r"ON DELETE", "ON UPDATE"),
    ("sql/objects.sql.j2", r"WITH CHECK \(\{\{ policy\.check \| sql \}\}\)", "WITH CHECK (true)"),
    ("sql/objects.sql.j2", r"DROP TRIGGER .*;", ""),
    ("sql/objects.sql.j2", r"COMMENT ON VIEW .*;", ""),
    (
        "sql/preflight.sql.j2",
        r"WHERE NOT EXISTS (?=\(SELECT FROM pg_roles)",
        "WHERE EXISTS ",
    ),
    ("sql/preflight_rows.sql.j2", r"WHERE alike > 1", "WHERE alike > 5"),
    (
        "sql/preflight_back.sql.j2",
        r"WHERE NOT EXISTS (?=\(SELECT FROM \{\{ facts\.bookkeeping)",
        "WHERE EXISTS ",
    ),
    ("sql/restore.sql.j2", r"DROP FUNCTION .*wanted_archives\(\);", ""),
    ("sql/settings.sql.j2", r"SET LOCAL DateStyle = 'ISO, YMD';", None),
    ("sql/seed.sql.j2", r"\.made_rows \(phase, table_name, row_key, content\)\n", None),
)
"""A template, what is replaced at its first place, and by what; None takes the whole line away."""


def library(*, lint: bool) -> Build:
    """The example as the templates of the moment give it."""
    made = frozenset({"migrations", "checks"})
    return build("library.yaml", lambda path: (LIBRARY / path).read_bytes(), only=made, lint=lint)


@pytest.fixture(scope="module")
def server() -> Iterator[ScratchServer]:
    with scratch_server(None) as running:
        yield running


@pytest.fixture(scope="module")
def whole() -> Build:
    """The example with nothing broken. tests/test_library.py proves it, with as much put in the files' way."""
    return library(lint=False)


class _Found(Exception):
    """The proof has found something, and need not go on."""


def _stop(step: ProofStep) -> None:
    if step.differences:
        raise _Found


def found_by(mutant: Mutant, whole: Build, server: ScratchServer) -> str:
    """Who finds the break: nobody has to where no file changes, and otherwise `nobody` is what must not be."""
    try:
        with in_place(mutant):
            broken = library(lint=False)
    except Exception as error:
        return f"rendering: {error}"
    assert broken.project is not None
    if broken.files == whole.files:
        return "no file changes"
    for baseline in reversed(BASELINES):
        try:
            prove(broken.project, broken.files, server, progress=_stop, baselines=[baseline])
        except _Found:
            return "the proof"
    with in_place(mutant):
        found = library(lint=True).diagnostics
    judged = any(d.severity is not Severity.INFO for d in found)
    return "lint" if judged else "nobody"


def test_every_template_is_broken_somewhere() -> None:
    assert sorted({template for template, _old, _new in BREAKS}) == TEMPLATES


def _cases() -> Iterator[object]:
    """The first break of every third template in every run, the others in long ones."""
    seen: set[str] = set()
    for number, each in enumerate(BREAKS, 1):
        marks = [pytest.mark.slow] if each[0] in seen or TEMPLATES.index(each[0]) % 3 else []
        seen.add(each[0])
        yield pytest.param(*each, id=f"{each[0]}-{number}", marks=marks)


@pytest.mark.parametrize(("template", "old", "new"), tuple(_cases()))
def test_break_is_found(whole: Build, server: ScratchServer, template: str, old: str, new: str | None) -> None:
    text = (templates_folder() / template).read_text(encoding="utf-8")
    match = re.search(old, text)
    assert match is not None, f"{template} has no {old} any more: break something else"
    if new is None:
        begin, end = text.rfind("\n", 0, match.start()) + 1, text.find("\n", match.start()) + 1
        broken = text[:begin] + text[end:]
    else:
        broken = text[: match.start()] + new + text[match.end() :]
    mutant = Mutant(template, "", text.count("\n", 0, match.start()) + 1, f"{old} becomes {new}", broken)
    assert found_by(mutant, whole, server) in {"the proof", "lint"}


_MESSAGES = re.compile(r"RAISE|HINT|DETAIL|ANALYZE|array_agg|string_agg|format\('")
"""What only speaks, or only makes it faster, or guards against a database that the proof does not have."""
_TRIES = 8


def _by_macro() -> dict[str, list[Mutant]]:
    """Some breaks of each macro, the same every time, by the name of template and macro."""
    groups: dict[str, list[Mutant]] = {}
    for template in TEMPLATES:
        lines = (templates_folder() / template).read_text(encoding="utf-8").split("\n")
        for mutant in mutants(template):
            if not _MESSAGES.search(lines[mutant.line - 1]):
                groups.setdefault(f"{template}-{mutant.macro}", []).append(mutant)
    chance = random.Random(15)
    return {name: chance.sample(group, min(_TRIES, len(group))) for name, group in groups.items()}


@pytest.mark.slow
@pytest.mark.parametrize("breaks", _by_macro().values(), ids=_by_macro())
def test_every_macro_matters(whole: Build, server: ScratchServer, breaks: list[Mutant]) -> None:
    """Of the breaks of one macro that change a file, the proof or lint finds one."""
    missed: list[str] = []
    for mutant in breaks:
        finder = found_by(mutant, whole, server)
        if finder in {"the proof", "lint"}:
            return
        if finder == "nobody":
            missed.append(str(mutant))
    if not missed:
        pytest.skip("the example has nothing that this macro is for")
    pytest.fail("nobody finds:\n" + "\n".join(missed))
