"""The example of clinics, in a schema that is not the usual one: it builds, is proven on a server and type-checks."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from emit import node
from schemagen.build import Build, build
from schemagen.diagnostics import format_diagnostic
from schemagen.prove.run import prove
from scratch import scratch_server

CLINIC = Path(__file__).resolve().parents[1] / "examples" / "clinic"

_USES = """
import type { Database } from "./database.js";

type Tables = Database["Clinic Data"]["Tables"];
export const visit: Tables["visits"]["Insert"] = {
  clinic_id: 1, patient_id: "2f0b1e6c-6a3d-4a53-9a34-6d5f0a6c2c11", doctor_id: "2f0b1e6c-6a3d-4a53-9a34-6d5f0a6c2c11",
  room: 7, begins: "2027-01-01T08:00:00Z", state: "it's off", fee: 12.5,
};
export const allergen: Tables["allergens"]["Insert"] = { name: "Pollen", kind: "other's" };
// @ts-expect-error - a generated column cannot be given
export const wrong1: Tables["visits"]["Update"] = { vat: 1 };
// @ts-expect-error - no such state
export const wrong2: Tables["visits"]["Update"] = { state: "its off" };
"""


@cache
def clinic() -> Build:
    """What the specification gives."""
    return build("clinic.yaml", lambda path: (CLINIC / path).read_bytes())


def test_it_builds_without_a_word() -> None:
    built = clinic()
    assert [format_diagnostic(diagnostic, built.sources) for diagnostic in built.diagnostics] == []
    # Two files and a check for each of four phases, a check before them, three of types, six papers and two of tests.
    assert len(built.files) == 24


@pytest.mark.slow
def test_it_is_proven() -> None:
    built = clinic()
    assert built.project is not None
    # An index names an operator class of an extension that lives in another schema than the tables.
    assert built.project.search_path == ("Clinic Data", "public")
    files = {path: text for path, text in built.files.items() if path.startswith("migrations/")}
    with scratch_server(None) as server:
        report = prove(built.project, files, server, progress=lambda step: None)
    assert [f"{d.object}: {d.expected} / {d.actual}" for d in report.differences] == []


@pytest.mark.parametrize("compiler", ["7", pytest.param("5.9", marks=pytest.mark.slow)])
def test_it_type_checks(tmp_path: Path, compiler: str) -> None:
    types = {path: text for path, text in clinic().files.items() if path.endswith(".ts")}
    node.write(tmp_path, {**types, "types/uses.ts": _USES})
    assert node.compile_with(tmp_path, compiler) == ""
