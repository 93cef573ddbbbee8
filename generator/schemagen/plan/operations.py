"""What a migration does, as data: in, model objects; out, operations that each know their reverse.

There are five: an object is created, dropped or altered, an array column is moved into a junction table, rows are
seeded. The reverse of a plan is each operation reversed, in reverse order; nobody writes a rollback by hand.
"""

from __future__ import annotations

from schemagen.model.columns import Column
from schemagen.model.constraints import Check, Exclude, ForeignKey, Index, PrimaryKey, Unique
from schemagen.model.names import QualifiedName
from schemagen.model.project import ArrayMove, Seed
from schemagen.model.schema import Domain, Enum, Extension, Function, Grant, Policy, RowSecurity, Table, Trigger, View
from schemagen.records import dataclass

Part = Column | PrimaryKey | Unique | Check | ForeignKey | Exclude | Index | Trigger | Policy
"""What belongs to one table."""

Whole = Table | Enum | Domain | Function | View | Extension
"""What stands by itself."""

Property = RowSecurity | tuple[Grant, ...] | str | None
"""What a table has exactly one of: row security, grants, comment."""

_WORDS: dict[type, str] = {
    Table: "table", Enum: "enum", Domain: "domain", Function: "function", View: "view", Extension: "extension",
    Column: "column", PrimaryKey: "primary key", Unique: "unique constraint", Check: "check constraint",
    ForeignKey: "foreign key", Exclude: "exclusion constraint", Index: "index", Trigger: "trigger", Policy: "policy",
}  # fmt: skip


def describe(subject: Whole | Part, table: QualifiedName | None) -> str:
    """The object in words for people: `index skills_name_idx on public.skills`."""
    on = f" on {table}" if table is not None else ""
    return f"{_WORDS[type(subject)]} {subject.name}{on}"


@dataclass(frozen=True, slots=True)
class Create:
    """An object comes into being, with all that belongs to it; `table` is set for a part of an existing table."""

    subject: Whole | Part
    table: QualifiedName | None = None

    @property
    def summary(self) -> str:
        return f"create {describe(self.subject, self.table)}"

    def reverse(self) -> Drop:
        return Drop(self.subject, self.table)


@dataclass(frozen=True, slots=True)
class Drop:
    """An object goes, with all that belongs to it; it carries the whole object, so that it can come back."""

    subject: Whole | Part
    table: QualifiedName | None = None

    @property
    def summary(self) -> str:
        return f"drop {describe(self.subject, self.table)}"

    def reverse(self) -> Create:
        return Create(self.subject, self.table)


@dataclass(frozen=True, slots=True)
class Alter:
    """An object that stands before and after changes. `what` names the property of a table ('comment', 'grants',
    'row security', 'kind of relation') or is empty where `before` and `after` are two states of one object."""

    name: QualifiedName
    what: str
    before: Whole | Part | Property
    after: Whole | Part | Property

    @property
    def summary(self) -> str:
        return f"alter {self.name}: {self.what} from {self.before!r} to {self.after!r}"

    def reverse(self) -> Alter:
        return Alter(self.name, self.what, self.after, self.before)


@dataclass(frozen=True, slots=True)
class MoveArray:
    """The elements of an array column become rows of a junction table; `back` brings the array back."""

    move: ArrayMove
    back: bool = False

    @property
    def summary(self) -> str:
        way = "bring back" if self.back else "move"
        return f"{way} {self.move.table}.{self.move.column} and {self.move.junction}"

    def reverse(self) -> MoveArray:
        return MoveArray(self.move, not self.back)


@dataclass(frozen=True, slots=True)
class SeedRows:
    """Rows that are missing are inserted; `remove` takes away exactly those that it brought and nobody uses."""

    seed: Seed
    remove: bool = False

    @property
    def summary(self) -> str:
        return f"{'remove' if self.remove else 'insert'} seed rows of {self.seed.table}"

    def reverse(self) -> SeedRows:
        return SeedRows(self.seed, not self.remove)


Operation = Create | Drop | Alter | MoveArray | SeedRows


def reverse_all(operations: tuple[Operation, ...]) -> tuple[Operation, ...]:
    """The plan that undoes a plan."""
    return tuple(operation.reverse() for operation in reversed(operations))
