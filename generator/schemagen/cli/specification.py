"""Finding and reading a specification from the command line: in, an argument; out, its path and its texts."""

from __future__ import annotations

from pathlib import Path

import click

SUFFIXES = (".yaml", ".yml", ".json")


def find_specification(given: str | None) -> str:
    """The path that was given, or the one specification in spec/. Raises click.UsageError where there is no one."""
    if given is not None:
        return given
    folder = Path("spec")
    found = sorted(
        path
        for path in (folder.iterdir() if folder.is_dir() else ())
        if path.suffix in SUFFIXES and path.is_file() and not path.name.endswith(".schema.json")
    )
    if len(found) == 1:
        return found[0].as_posix()
    if not found:
        raise click.UsageError("there is no specification in spec/; name one: schemagen build spec/my_schema.yaml")
    names = ", ".join(path.as_posix() for path in found)
    raise click.UsageError(f"there are several specifications in spec/ ({names}); name one of them")


def read_file(path: str) -> bytes:
    """The content of a file. Raises OSError, which the frame of the command turns into a message and exit code 2."""
    return Path(path).read_bytes()
