"""An output folder in, the files in one of its folders that no build wrote out."""

from __future__ import annotations

import os
from collections.abc import Container, Iterator
from pathlib import Path


def foreign_files(root: Path, folder: str, ours: Container[str]) -> list[str]:
    """Every file below `root/folder` that is not among `ours`, as sorted paths relative to `root`.

    A folder that is not there has none; raises OSError for one that cannot be read. Links count as files and are not
    followed. Names with a leading dot, which neither a shell's `*.sql` nor people see, count only where they end in
    `.sql`.
    """
    return sorted(path for path in _files(root, folder) if path not in ours)


def owning_folder(path: Path, marker: str) -> Path | None:
    """The nearest folder above a file that has a file of the name `marker`."""
    return next((folder for folder in path.parents if (folder / marker).is_file()), None)


def _raise_unless_absent(error: OSError) -> None:
    if not isinstance(error, FileNotFoundError):
        raise error


def _files(root: Path, folder: str) -> Iterator[str]:
    for place, folders, names in os.walk(root / folder, onerror=_raise_unless_absent):
        links = [name for name in folders if (Path(place) / name).is_symlink()]
        for name in (*names, *links):
            if not name.startswith(".") or name.endswith(".sql"):
                yield (Path(place) / name).relative_to(root).as_posix()
