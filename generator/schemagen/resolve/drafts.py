"""Tables while they are put together: in, what belongs to a table piece by piece; out, the finished table."""

from __future__ import annotations

from collections.abc import Collection

from schemagen.model.columns import IfExists
from schemagen.model.constraints import Check, Constraint, Exclude, ForeignKey, Index, PrimaryKey, Unique
from schemagen.model.names import QualifiedName
from schemagen.model.schema import Grant, Policy, RowSecurity, Table, TableKind, Trigger
from schemagen.records import dataclass, field, replace
from schemagen.resolve.columns import ResolvedColumn
from schemagen.resolve.context import Context, Loc
from schemagen.resolve.names import Names, next_free


@dataclass(slots=True)
class Draft:
    """One table on its way. `loc` is where it stands; `names` are the conventions that its parts are named by."""

    name: QualifiedName
    loc: Loc
    kind: TableKind
    names: Names
    managed: bool = True
    columns: dict[str, ResolvedColumn] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    """Columns that are declared and wrong; naming them is no second mistake."""
    primary_key: PrimaryKey | None = None
    uniques: list[Unique] = field(default_factory=list)
    natural_keys: list[Unique] = field(default_factory=list)
    """Everything that is said to be unique, also what partial indexes keep instead of a constraint."""
    split_keys: list[tuple[str, ...]] = field(default_factory=list)
    """The columns of keys that partial indexes keep: unique together, and nothing that a foreign key can point to."""
    checks: list[Check] = field(default_factory=list)
    excludes: list[Exclude] = field(default_factory=list)
    foreign_keys: list[ForeignKey] = field(default_factory=list)
    indexes: list[Index] = field(default_factory=list)
    triggers: list[Trigger] = field(default_factory=list)
    row_security: RowSecurity = "off"
    policies: tuple[Policy, ...] = ()
    grants: tuple[Grant, ...] | None = ()
    comment: str | None = None
    links: tuple[str, ...] = ()
    if_exists: IfExists = "refuse"

    @property
    def usable(self) -> Collection[str] | None:
        """The columns that an expression may name; None where nothing can be said, as there are none."""
        if not self.broken:
            return self.columns or None
        return {*self.columns, *self.broken}

    def has(self, column: str) -> bool:
        """Whether the column is there, or was declared and refused."""
        return column in self.columns or column in self.broken

    def table(self, context: Context) -> Table:
        """The finished table."""
        keys: list[Constraint] = [] if self.primary_key is None else [self.primary_key]
        keys += [*self.uniques, *self.checks, *self.excludes, *self.foreign_keys]
        in_key = set(self.primary_key.columns) if self.primary_key is not None else set()
        columns = [resolved.column for resolved in self.columns.values()]
        if any(column.nullable and column.name in in_key for column in columns):
            columns = [replace(c, nullable=False) if c.name in in_key else c for c in columns]
        return Table(
            name=self.name,
            kind=self.kind,
            managed=self.managed,
            columns=tuple(columns),
            constraints=tuple(keys),
            indexes=tuple(self.indexes),
            triggers=tuple(self.triggers),
            row_security=self.row_security,
            policies=self.policies,
            grants=self.grants,
            comment=self.comment,
            links=self.links,
            natural_keys=tuple(self.natural_keys),
            if_exists=self.if_exists,
            origin=context.locate(self.loc, key=True),
        )

    def check_name(self, columns: tuple[str, ...]) -> str:
        """The name of the next check: of its column where it concerns one, numbered from the second on."""
        if len(columns) == 1:
            name = self.names.make("check", table=self.name.name, column=columns[0])
        else:
            name = self.names.make("table_check", table=self.name.name)
        return next_free(name, (check.name for check in self.checks))
