"""What an operation may lose of what people made: in, an operation; out, its class.

A class belongs to what is executed, so that of a rollback is the class of its operations, which are the forward ones
reversed.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import assert_never

from schemagen.model.columns import Column
from schemagen.model.schema import Table
from schemagen.plan.operations import Alter, Create, Drop, MoveArray, Operation, SeedRows


class Loss(Enum):
    """What becomes of rows and values that people made."""

    LOSSLESS = "lossless"
    """They stay where they are."""
    BY_ARCHIVE = "lossless by archive"
    """They would go, and are kept in an archive in the same transaction."""
    LOSSY = "lossy"
    """Nothing keeps them; the specification has said that this is known."""


def loss(operation: Operation) -> Loss:
    """The class of an operation, for every operation there is."""
    match operation:
        case Create() | Alter():
            return Loss.LOSSLESS
        case Drop(Table()):
            return Loss.BY_ARCHIVE
        case Drop(Column() as column):
            if column.lost_on_rollback:
                return Loss.LOSSY
            # What a generated column holds follows from other columns.
            return Loss.LOSSLESS if column.generated is not None else Loss.BY_ARCHIVE
        case Drop():
            # Objects hold no rows; a rollback refuses to drop an extension that holds rows of people.
            return Loss.LOSSLESS
        case MoveArray(_, back):
            return Loss.BY_ARCHIVE if back else Loss.LOSSLESS
        case SeedRows():
            # Rows that people changed, or that others refer to, stay.
            return Loss.LOSSLESS
        case _:
            assert_never(operation)


def keeps(operations: Iterable[Operation]) -> bool:
    """Whether some of the operations keep what people made in an archive."""
    return any(loss(operation) is Loss.BY_ARCHIVE for operation in operations)
