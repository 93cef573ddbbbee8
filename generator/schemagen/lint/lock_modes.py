"""Lock modes in, what they are called, how strong they are and whom they block out."""

from __future__ import annotations

from enum import IntEnum

from schemagen.model.names import QualifiedName
from schemagen.plan.hazards import ACCESS_EXCLUSIVE, BLOCKS, SHARE, SHARE_ROW_EXCLUSIVE
from schemagen.records import dataclass

__all__ = ["ACCESS_EXCLUSIVE", "EXCLUSIVE", "SHARE", "SHARE_ROW_EXCLUSIVE", "Cost", "TableLock", "blocks", "stronger"]

EXCLUSIVE = "EXCLUSIVE"
_STRENGTH = {SHARE: 1, SHARE_ROW_EXCLUSIVE: 2, EXCLUSIVE: 3, ACCESS_EXCLUSIVE: 4}


class Cost(IntEnum):
    """How long a statement holds its lock at least, in the order of badness."""

    BRIEF = 0
    """A change of the catalog."""
    SCAN = 1
    """The table is read to its end."""
    BUILD = 2
    """The table is read and an index is built."""
    REWRITE = 3
    """The table and all its indexes are written anew."""


@dataclass(frozen=True, slots=True)
class TableLock:
    """A lock that one part of a statement takes on a table; `action` says what for, in the third person."""

    table: QualifiedName
    mode: str
    action: str
    cost: Cost = Cost.BRIEF


def blocks(mode: str) -> str:
    """Whom a lock keeps waiting until the transaction ends."""
    return "writers wait, readers do not" if mode == EXCLUSIVE else BLOCKS[mode]


def stronger(first: str, second: str) -> str:
    """The mode of the two that blocks more."""
    return first if _STRENGTH[first] >= _STRENGTH[second] else second
