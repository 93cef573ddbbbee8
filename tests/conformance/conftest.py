"""The server of the package, once for all tests of this folder that run in one process."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from schemagen.prove.server import ScratchServer
from scratch import scratch_server


@pytest.fixture(scope="session")
def embedded() -> Iterator[ScratchServer]:
    with scratch_server(None) as server:
        yield server
