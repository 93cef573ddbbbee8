"""The example of another field, with awkward names: it builds, lints, is proven on a real server and type-checks."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from emit import node
from schemagen.build import Build, build
from schemagen.diagnostics import Severity, format_diagnostic
from schemagen.prove.run import prove
from scratch import scratch_server

LIBRARY = Path(__file__).resolve().parents[1] / "examples" / "library"
PHASES = ("foundations", "lending", "keywords_become_subjects", "rows_and_views")

_USES = """
import { z } from "zod";
import type { Database } from "./database.js";

type Tables = Database["public"]["Tables"];
type Order = Tables["order"];
export const least: Order["Insert"] = { from: "a shop" };
export const kinds: Order["Row"]["where"][] = ["it's", '"quoted"', "back\\\\slash", "semi;colon", null];
export const binding: Tables['a"b']["Insert"] = { name: "cloth", "Ünïcode": "groß", "sold by": "$$" };
export const loan: Tables["loans"]["Insert"] = {
  title_id: 1, copy_number: 2, member_id: "2f0b1e6c-6a3d-4a53-9a34-6d5f0a6c2c11", due_on: "2026-02-01",
  state: "brought 'back'",
};
export const text = z.string();
// @ts-expect-error - a number from a sequence that is always the database's cannot be given
export const wrong1: Order["Insert"] = { from: "a shop", select: 1 };
// @ts-expect-error - the check knows one value less than the enum
export const wrong2: Tables["loans"]["Update"] = { state: 'lost \\\\ "gone"' };
// @ts-expect-error - no such size
export const wrong3: Tables["copies"]["Update"] = { size: "mittel" };
"""


@cache
def library() -> Build:
    """What the specification gives."""
    return build("library.yaml", lambda path: (LIBRARY / path).read_bytes())


def test_it_builds_and_lints_without_a_warning() -> None:
    built = library()
    found = [d for d in built.diagnostics if d.severity is not Severity.INFO]
    said = [format_diagnostic(d, built.sources) for d in found]
    assert said == []
    names = [f"2026010100000{number}_library_{phase}" for number, phase in enumerate(PHASES, 1)]
    migrations = {f"migrations/{name}{end}" for name in names for end in (".sql", ".rollback.sql")}
    assert migrations <= built.files.keys()
    assert any(path.startswith("types/") for path in built.files)


@pytest.mark.slow
def test_it_is_proven() -> None:
    built = library()
    assert built.project is not None
    files = {path: text for path, text in built.files.items() if path.startswith("migrations/")}
    with scratch_server(None) as server:
        report = prove(built.project, files, server, progress=lambda step: None)
    assert [f"{d.object}: {d.expected} / {d.actual}" for d in report.differences] == []
    # What the rows of people would refer to is not there in these two before the migration's own rows.
    untried = "people have put rows and values there since: the server does not let it be so for copies; sequels"
    # The new column of that check is null in each row that is there, so it refuses none of them.
    refused = "rows are there that a new constraint refuses: no row of public.titles was found that"
    assert report.notes == (
        f"20260101000002_library_lending.sql: not tried: {refused} titles_do_not_follow_themselves refuses",
        f"20260101000002_library_lending.rollback.sql: not tried: {untried}",
    )
    assert report.ok


@pytest.mark.parametrize("compiler", ["7", pytest.param("5.9", marks=pytest.mark.slow)])
def test_it_type_checks(tmp_path: Path, compiler: str) -> None:
    types = {path: text for path, text in library().files.items() if path.endswith(".ts")}
    node.write(tmp_path, {**types, "types/uses.ts": _USES})
    assert node.compile_with(tmp_path, compiler) == ""
