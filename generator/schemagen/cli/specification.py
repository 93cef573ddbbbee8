"""Finding and reading a specification from the command line: in, an argument; out, path and texts, or why not."""

from __future__ import annotations

import errno
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import click

from schemagen.cli.invocation import OutputFormat
from schemagen.cli.printing import print_diagnostics
from schemagen.diagnostics import Diagnostic
from schemagen.spec.load import OutsideFolder

SUFFIXES = (".yaml", ".yml", ".json")


def find_specification(given: str | None) -> str:
    """The path that was given, or the one specification in spec/. Raises click.UsageError where there is no one."""
    if given is not None:
        return given
    folder = Path("spec")
    context = click.get_current_context(silent=True)
    call = context.command_path if context is not None else "schemagen build"
    found = sorted(
        path
        for path in (folder.iterdir() if folder.is_dir() else ())
        if path.suffix in SUFFIXES and path.is_file() and not path.name.endswith(".schema.json")
    )
    if len(found) == 1:
        return found[0].as_posix()
    if not found:
        raise click.UsageError(
            f"there is no specification in {folder.resolve()}: go to the folder that has spec/, or name one, as in "
            f"`{call} my_schema.yaml`"
        )
    names = ", ".join(path.as_posix() for path in found)
    raise click.UsageError(
        f"there are several specifications in spec/ ({names}): name one of them, as in `{call} {found[0].as_posix()}`"
    )


def reader(spec: str) -> Callable[[str], bytes]:
    """What reads the specification `spec` and the files that it names, which must lie below its folder.

    That is for the real places: a symbolic link that leads out of the folder is no way around it.
    """
    folder = Path(spec).parent.resolve()

    def read(path: str) -> bytes:
        if path != spec:
            real = Path(path).resolve()
            if not real.is_relative_to(folder):
                raise OutsideFolder
            if real.exists() and not real.is_dir() and not real.is_file():
                raise OSError(errno.EINVAL, "it is no regular file")
        return Path(path).read_bytes()

    return read


def refuse_specification(
    diagnostics: Sequence[Diagnostic],
    sources: Mapping[str, str],
    format: OutputFormat,
    result: Mapping[str, object] | None = None,
) -> int:
    """Print why nothing can be made of a specification; the exit code.

    A file that cannot be read is no finding about the specification.
    """
    facts: dict[str, object] = {}
    unreadable = all(diagnostic.code == "unreadable-file" for diagnostic in diagnostics)
    if unreadable:
        first = diagnostics[0]
        facts["error"] = {"code": first.code, "message": first.message, "help": first.help}
    print_diagnostics(diagnostics, sources, format=format, result={**facts, **(result or {})})
    return 2 if unreadable else 1
