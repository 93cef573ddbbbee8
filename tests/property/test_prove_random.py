"""Random specifications over the whole language build without a finding and are proven on a real PostgreSQL."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from property.specifications import Drawn, specifications
from schemagen.build import build
from schemagen.diagnostics import Severity, format_diagnostic
from schemagen.prove.run import prove
from schemagen.prove.server import ScratchServer
from scratch import scratch_server

SERVER = os.environ.get("SCHEMAGEN_TEST_SERVER")
"""The bin folder of another server than the embedded one."""

EXAMPLES = 4 if settings().max_examples <= 50 else settings().max_examples // 8
"""Six in `make test`, more than a hundred in `make test-all`."""

OBSTACLES: Any = os.environ.get("SCHEMAGEN_OBSTACLES", "all")
"""What is put in the way of the files; `none` is twice as fast where only the files themselves are looked for."""


@pytest.fixture(scope="module")
def server() -> Iterator[ScratchServer]:
    with scratch_server(Path(SERVER) if SERVER else None) as running:
        yield running


# A smaller example would be nice to have and cost a hundred proofs; the one that fails is printed as a whole.
@settings(
    max_examples=EXAMPLES,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
)
@given(specifications())
def test_random_specifications_are_proven(server: ScratchServer, drawn: Drawn) -> None:
    built = build(drawn.path, drawn.read)
    found = [d for d in built.diagnostics if d.severity is not Severity.INFO]
    said = [format_diagnostic(d, built.sources) for d in found]
    assert said == [], drawn.files[drawn.path]
    assert built.project is not None
    migrations = {path: text for path, text in built.files.items() if path.startswith("migrations/")}
    assert len(migrations) == 2 * len(built.project.phases)
    report = prove(built.project, migrations, server, progress=lambda step: None, obstacles=OBSTACLES)
    differs = [f"{d.object}: expected {d.expected}, found {d.actual}" for d in report.differences]
    assert differs == [], drawn.files[drawn.path]
    assert report.ok
