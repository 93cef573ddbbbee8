"""Cases that go in at the front door: in, the folder of a case; out, what a person would read about its schema.

A case is a folder with `schema.yaml` (or `schema.json`) and files beside it. `stderr.txt` is what must be said about
it, to the letter; without that file nothing may be said.
"""

from __future__ import annotations

from pathlib import Path

from schemagen.diagnostics import format_diagnostic, sort_diagnostics
from schemagen.model.project import Project
from schemagen.resolve.specification import resolve
from schemagen.spec.load import load_with_sources

CASES = Path(__file__).parent / "cases"


def case_folders() -> list[Path]:
    """All cases, by name."""
    return sorted(path for path in CASES.iterdir() if path.is_dir() and path.name != "__pycache__")


def run(folder: Path) -> tuple[Project | None, str]:
    """The project of a case, and everything that is said about it, as `schemagen build` prints it."""
    schema = "schema.json" if (folder / "schema.json").exists() else "schema.yaml"
    loaded, diagnostics, sources = load_with_sources(schema, lambda path: (folder / path).read_bytes())
    project = None
    if loaded is not None:
        project, found = resolve(loaded)
        diagnostics = sort_diagnostics([*diagnostics, *found])
    text = "".join(format_diagnostic(diagnostic, sources) + "\n" for diagnostic in diagnostics)
    return project, text


def expected(folder: Path) -> str:
    """What must be said."""
    path = folder / "stderr.txt"
    return path.read_text(encoding="utf-8") if path.exists() else ""


def accept(folder: Path) -> bool:
    """Makes what is said now the expectation; whether that changed anything."""
    _project, said = run(folder)
    if said == expected(folder):
        return False
    path = folder / "stderr.txt"
    if said:
        path.write_text(said, encoding="utf-8")
    else:
        path.unlink()
    return True
