"""A specification with tables that may be there already: its files are proven, and files that keep too much are not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from schemagen.build import Build, build
from schemagen.diagnostics import Severity, format_diagnostic
from schemagen.prove.baseline import BASELINES, KEPT
from schemagen.prove.run import prove
from schemagen.prove.server import ScratchServer
from scratch import scratch_server

FOLDER = Path(__file__).parent / "kept_tables"

pytestmark = pytest.mark.slow


@cache
def garden() -> Build:
    return build("garden.yaml", lambda path: (FOLDER / path).read_bytes())


@pytest.fixture(scope="module")
def server() -> Iterator[ScratchServer]:
    with scratch_server(None) as running:
        yield running


def test_the_files_are_proven(server: ScratchServer) -> None:
    built = garden()
    said = [format_diagnostic(d, built.sources) for d in built.diagnostics if d.severity is not Severity.INFO]
    assert said == []
    assert built.project is not None
    report = prove(built.project, built.files, server, progress=lambda step: None)
    assert [f"{d.object}: {d.expected} / {d.actual}" for d in report.differences] == []
    assert {step.baseline for step in report.steps} >= {"plain", "granted", "kept"}


@pytest.mark.parametrize("together", [True, False], ids=["seed in the file that makes its tables", "seed apart"])
def test_tables_without_force_are_locked_with_the_others(server: ScratchServer, together: bool) -> None:
    def read(path: str) -> str:
        text = (FOLDER / path).read_text(encoding="utf-8").replace("force: true", "force: false")
        if together:
            text = text.replace("    - {name: seeded, holds: [seed]}\n", "")
            text = text.replace("holds: [reference_tables, tables]", "holds: [reference_tables, tables, seed]")
        return text

    built = build("garden.yaml", read)
    assert built.project is not None
    report = prove(built.project, built.files, server, progress=lambda step: None)
    assert [f"{d.object}: {d.expected} / {d.actual}" for d in report.differences] == []


# By what is passed over: a text of the forward files, and what it becomes.
BROKEN = {
    "policies": (r"(FROM pg_policy AS p WHERE kind = 'table' AND p\.polrelid = object)", r"\1 AND false"),
    "privileges": (r"entry\.privilege_type = 'MAINTAIN'\)", "true) AND entry.grantee = 0"),
    "columns": (r"AND a\.attnum > 0 AND NOT a\.attisdropped\n    UNION ALL", "AND false\n    UNION ALL"),
    "constraints": (r"AND k\.contype IN \('p', 'u', 'c', 'f', 'x'\)", "AND k.contype = 'p'"),
    "row level security": (r"'row level security', concat_ws\(.*\)\n", "'row level security', 'any'\n"),
    "defaults": (r"AND NOT \(property\.place = 4 AND [^\n]*", "AND property.place <> 4"),
}


@pytest.mark.parametrize("what", BROKEN)
def test_a_comparison_that_passes_something_over_is_found(server: ScratchServer, what: str) -> None:
    built = garden()
    assert built.project is not None
    old, new = BROKEN[what]
    files = {path: re.sub(old, new, text) for path, text in built.files.items()}
    assert files != built.files
    report = prove(built.project, files, server, progress=lambda step: None, baselines=BASELINES[:1], rounds=1)
    assert any("is refused" in d.expected or "a refusal that names" in d.expected for d in report.differences)


def test_a_rollback_that_drops_what_was_there_is_found(server: ScratchServer) -> None:
    built = garden()
    assert built.project is not None
    files = {
        path: re.sub(
            r"IF NOT EXISTS \(SELECT FROM \w+\.kept_tables WHERE table_name = [^\n]*\) THEN", "IF true THEN", text
        )
        if path.endswith(".rollback.sql")
        else text
        for path, text in built.files.items()
    }
    assert files != built.files
    report = prove(built.project, files, server, progress=lambda step: None, baselines=[KEPT], rounds=1)
    assert not report.ok
