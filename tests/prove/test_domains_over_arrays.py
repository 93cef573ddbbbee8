"""A list as default or seed value of a domain is an array or JSON, as the type below the domain says."""

from __future__ import annotations

from pathlib import Path

from schemagen.build import build
from schemagen.prove.run import prove
from scratch import scratch_server

FOLDER = Path(__file__).parent / "domains_over_arrays"


def test_lists_of_domains_are_proven() -> None:
    built = build("schema.yaml", lambda path: (FOLDER / path).read_bytes(), only=frozenset({"migrations"}))
    assert built.project is not None
    assert [str(d.message) for d in built.diagnostics] == []
    with scratch_server(None) as server:
        report = prove(built.project, built.files, server, progress=lambda step: None)
    assert report.ok, report.differences
