"""What a write of the output folder did, would change, or was stopped by: plain data for whoever reports it."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from schemagen.records import dataclass


class ConflictKind(StrEnum):
    """Why a path stops a write."""

    UNSAFE_PATH = "unsafe-path"
    LINK = "link"
    FOREIGN = "foreign"
    EDITED = "edited"
    MANIFEST = "manifest"
    LOCKED = "locked"


@dataclass(frozen=True, slots=True, order=True)
class Conflict:
    """One path below the output folder (empty for the folder itself) that stops the write."""

    path: str
    kind: ConflictKind
    message: str
    help: str


class OutputConflict(Exception):
    """Nothing was written; carries every conflict that was found, in the order of their paths."""

    def __init__(self, conflicts: Iterable[Conflict]) -> None:
        self.conflicts = tuple(sorted(conflicts))
        super().__init__("; ".join(f"{each.path or 'output'}: {each.message}" for each in self.conflicts))


class Change(StrEnum):
    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Difference:
    """One file that is not what the specification gives; `diff` is a unified diff that ends in a newline."""

    path: str
    change: Change
    diff: str


@dataclass(frozen=True, slots=True)
class OutputResult:
    """What a write did or, with `check`, would do; every list in the order of the paths.

    `overwritten` are files that were edited by hand and written all the same, a part of `written`; `kept` are
    files that were edited by hand and are no longer made: they stay and are not ours any more. `conflicts`
    and `differences` are empty without `check`.
    """

    written: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    overwritten: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    differences: tuple[Difference, ...] = ()
