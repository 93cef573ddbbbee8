"""Every folder under `specifications` is built without a word and proven: one for each mistake that was found so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from schemagen.build import build
from schemagen.diagnostics import Severity, format_diagnostic
from schemagen.prove.run import prove
from schemagen.prove.server import ScratchServer
from scratch import scratch_server

FOLDERS = sorted(path.parent for path in Path(__file__).parent.glob("specifications/*/schema.yaml"))


@pytest.fixture(scope="module")
def server() -> Iterator[ScratchServer]:
    with scratch_server(None) as running:
        yield running


LONG = (
    "computed_defaults_of_kept_columns",
    "domains_over_arrays",
    "domains_without_null",
    "keys_that_hold_across_tenants",
    "scalars_as_json_of_domains",
    "seeds_beside_tables_that_use_them",
    "texts_that_settings_change",
    "access_to_what_columns_are_computed_of",
    "existing_tables_with_force",
    "junctions_that_refer_twice",
    "links_of_tenants_in_a_circle",
    "links_that_refer_to_links",
    "moves_into_checked_names",
    "triggers_that_refuse_rows",
)


@pytest.mark.parametrize("name", LONG)
def test_long_specification_is_built_whole(name: str) -> None:
    folder = next(f for f in FOLDERS if f.name == name)
    built = build("schema.yaml", lambda path: (folder / path).read_bytes())
    assert [format_diagnostic(d, built.sources) for d in built.diagnostics if d.severity is not Severity.INFO] == []
    assert {path.split("/")[0] for path in built.files} >= {"docs", "migrations", "types"}


@pytest.mark.parametrize(
    "folder",
    [pytest.param(f, marks=[pytest.mark.slow] if f.name in LONG else []) for f in FOLDERS],
    ids=lambda folder: folder.name,
)
def test_specification_is_proven(server: ScratchServer, folder: Path) -> None:
    built = build("schema.yaml", lambda path: (folder / path).read_bytes(), only=frozenset({"migrations"}))
    said = [format_diagnostic(d, built.sources) for d in built.diagnostics if d.severity is not Severity.INFO]
    assert said == []
    assert built.project is not None
    report = prove(built.project, built.files, server, progress=lambda step: None)
    assert [f"{d.object}: {d.expected} / {d.actual}" for d in report.differences] == []
    assert report.ok
