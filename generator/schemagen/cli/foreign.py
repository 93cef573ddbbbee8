"""Files in the output folder that no build wrote: in, where to look; out, a warning about each by its name."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path

from schemagen.diagnostics import Diagnostic, Position, Severity

MIGRATIONS = "migrations"
CODE = "foreign-file"


def beside_a_build(out: str, made: Collection[str] = ()) -> list[Diagnostic]:
    """What lies among the migrations in the folder `out` that neither the last build wrote nor this one makes."""
    from schemagen.output import foreign_files, read_owned

    root = Path(out)
    found = foreign_files(root, MIGRATIONS, {*read_owned(root), *made})
    message = "schemagen did not write this file, which whoever runs the whole folder would run too"
    help = f"move it out of {(root / MIGRATIONS).as_posix()}, or look at it with `schemagen lint`"
    return [_warning(root / path, message, help) for path in found]


def beside_a_proof(out: str, run: Collection[str]) -> list[Diagnostic]:
    """What lies among the migrations and is none of the files, by name, that a proof runs."""
    from schemagen.output import foreign_files

    root = Path(out)
    found = foreign_files(root, MIGRATIONS, {f"{MIGRATIONS}/{name}" for name in run})
    message = "this file belongs to no phase of the specification: it is not run, and nothing is proven about it"
    help = "move it away, or build again where an older build left it"
    return [_warning(root / path, message, help) for path in found]


def among_linted(files: Iterable[Path]) -> list[Diagnostic]:
    """Which of the files lie in an output folder and were not written by its build."""
    from schemagen.output import MANIFEST, OutputConflict, owning_folder, read_owned

    owned: dict[Path, Collection[str]] = {}
    found: list[Diagnostic] = []
    for file in files:
        root = owning_folder(file, MANIFEST)
        if root is None:
            continue
        if root not in owned:
            try:
                owned[root] = read_owned(root)
            except OutputConflict as conflict:
                owned[root] = {file.relative_to(root).as_posix()}
                [broken] = conflict.conflicts
                found.append(
                    _warning(root / MANIFEST, f"{broken.message}, so nothing says whose files these are", broken.help)
                )
                continue
        if file.relative_to(root).as_posix() not in owned[root]:
            message = "schemagen did not write this file; it is linted as SQL of your own"
            found.append(_warning(file, message, "", Severity.INFO))
    return found


def _warning(path: Path, message: str, help: str, severity: Severity = Severity.WARNING) -> Diagnostic:
    return Diagnostic(CODE, message, Position(path.as_posix(), 1, 1), help, severity)
