"""What could not be tried of the access matrix, and why: in, rows and cells one by one; out, notes about them."""

from __future__ import annotations

from collections.abc import Iterator

from schemagen.access.matrix import Attempt
from schemagen.model.names import QualifiedName
from schemagen.records import dataclass, field


@dataclass(slots=True)
class _Cells:
    """Cells of one attempt at a table that have come to nothing for everybody; `reason` is that of the first."""

    reason: str
    labels: dict[str, None] = field(default_factory=dict)
    sessions: dict[str, None] = field(default_factory=dict)


@dataclass(slots=True)
class Untried:
    """Rows that could not be made, and cells that the server refuses to everybody.

    `sessions` are the names of all that are tried.
    """

    sessions: tuple[str, ...]
    rows: dict[QualifiedName, tuple[dict[str, None], str]] = field(default_factory=dict)
    """By table the labels of its rows that are not there, and why the first is not."""
    lacking: dict[QualifiedName, str] = field(default_factory=dict)
    """Tables of which new rows are not tried, with the tables that lack rows to which they may refer."""
    cells: dict[tuple[QualifiedName, Attempt], _Cells] = field(default_factory=dict)

    def row(self, table: QualifiedName, label: str, reason: str) -> None:
        """A row that could not be made; `label` is empty for one that is only there to be linked to."""
        labels, _ = self.rows.setdefault(table, ({}, reason))
        labels[label or "rows to link to"] = None

    def cell(self, table: QualifiedName, attempt: Attempt, label: str, session: str, reason: str) -> None:
        """A cell that the server refuses to everybody."""
        cells = self.cells.setdefault((table, attempt), _Cells(reason))
        cells.labels[label] = None
        cells.sessions[session] = None

    @property
    def tables(self) -> set[QualifiedName]:
        """The tables at which something could not be tried."""
        return {*self.rows, *self.lacking, *(table for table, _ in self.cells)}

    def notes(self) -> Iterator[str]:
        """One for each table and what is not tried there."""
        for table, (labels, reason) in self.rows.items():
            yield f"access to {table} is not tried on every row: {', '.join(labels)} cannot be there: {_line(reason)}"
        for table, targets in self.lacking.items():
            yield f"new rows of {table} are not tried: they may refer to {targets}"
        for (table, attempt), cells in self.cells.items():
            sessions = "" if len(cells.sessions) == len(self.sessions) else f" ({', '.join(cells.sessions)})"
            yield (
                f"access to {table}: {attempt} is not tried on {', '.join(cells.labels)}{sessions}: "
                f"the server refuses it to everybody: {_line(cells.reason)}"
            )


def _line(reason: str) -> str:
    """Messages of other people's functions may have many lines."""
    return " ".join(reason.split())
