"""Rows that stand for own, shared and foreign ones: in, a project; out, rows of every table that is to be tried.

The values are texts that the types read. The same project gives the same rows; keys lie where real rows hardly are.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress

from schemagen.access.column_values import key_columns, needed, repeating, value_of
from schemagen.access.dimensions import Dimension, Kind, NoSuchRow, carries_tenant, dimensions, quiet_kind
from schemagen.access.sessions import Identity
from schemagen.model.columns import Column
from schemagen.model.constraints import ForeignKey
from schemagen.model.names import QualifiedName
from schemagen.model.project import Project
from schemagen.model.schema import Table
from schemagen.records import dataclass, field, replace

Values = dict[str, str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A row to be made before anything is tried. `label` is empty for one that is only there to be linked to."""

    table: QualifiedName
    label: str
    kinds: tuple[Kind, ...]
    values: Values


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Rows of the same kinds: one that is there, and one that could be inserted. `label` names the kinds.

    `held` says that other rows refer to the first and keep it from being deleted.
    """

    label: str
    kinds: tuple[Kind, ...]
    there: Values
    fresh: Values
    held: bool

    @property
    def is_plain(self) -> bool:
        """Whether everything about the row is of one kind."""
        return len({kind for kind in self.kinds if kind != "none"}) <= 1


@dataclass(frozen=True, slots=True)
class Samples:
    """The rows in the order in which they can be inserted, the cases of each table, and why a table has none."""

    rows: tuple[Sample, ...]
    cases: Mapping[QualifiedName, tuple[Case, ...]]
    missing: Mapping[QualifiedName, str]


def make_samples(project: Project, who: Mapping[str, Identity]) -> Samples:
    """Rows for every table with an intent; `who` has the values of tenant and user."""
    maker = _Maker(project, who)
    cases: dict[QualifiedName, tuple[Case, ...]] = {}
    missing: dict[QualifiedName, str] = {}
    for name in project.access.tables:
        table = project.after.tables[name]
        if not is_tried(table):
            continue
        if not key_columns(table):
            missing[name] = "it has neither a primary key nor a unique constraint of columns that are not null"
            continue
        maker.reason = ""
        made = tuple(maker.cases(table))
        if made:
            cases[name] = made
        else:
            missing[name] = maker.reason or "no row could be thought of"
    return Samples(tuple(maker.rows), maker.with_held(cases), missing)


def is_tried(table: Table) -> bool:
    """Whether the migrations make the table or give it columns; the access to any other is not theirs."""
    return table.managed or any(column.managed for column in table.columns)


@dataclass(slots=True)
class _Maker:
    project: Project
    who: Mapping[str, Identity]
    rows: list[Sample] = field(default_factory=list)
    based: dict[tuple[QualifiedName, Kind, int], Values] = field(default_factory=dict)
    numbers: dict[QualifiedName, int] = field(default_factory=dict)
    begun: set[tuple[QualifiedName, Kind, int]] = field(default_factory=set)
    held: set[int] = field(default_factory=set)
    anchors: dict[tuple[QualifiedName, str], str] = field(default_factory=dict)
    found: dict[QualifiedName, tuple[Dimension, ...]] = field(default_factory=dict)
    columns: dict[QualifiedName, tuple[Column, ...]] = field(default_factory=dict)
    defaults: dict[QualifiedName, tuple[Column, ...]] = field(default_factory=dict)
    reason: str = ""

    def __post_init__(self) -> None:
        for table in self.project.after.tables.values():
            for dimension in self.dimensions(table):
                if dimension.what == "link":
                    continue
                for key in table.foreign_keys:
                    if key.columns == dimension.columns:
                        self.anchors[key.target, key.target_columns[0]] = dimension.what

    def dimensions(self, table: Table) -> tuple[Dimension, ...]:
        if table.name not in self.found:
            self.found[table.name] = dimensions(self.project, table)
        return self.found[table.name]

    def repeating(self, table: Table) -> tuple[Column, ...]:
        """The columns that a row may leave out, but not more than one row."""
        if table.name not in self.defaults:
            self.defaults[table.name] = tuple(repeating(self.project, table))
        return self.defaults[table.name]

    def needed(self, table: Table) -> tuple[Column, ...]:
        """The columns that every row must give."""
        if table.name not in self.columns:
            self.columns[table.name] = tuple(needed(self.project, table))
        return self.columns[table.name]

    def cases(self, table: Table) -> Iterator[Case]:
        """A case for each combination of kinds that can be."""
        own = self.dimensions(table)
        for round_, kinds in self._combinations(table, own):
            label = "/".join(kinds) if kinds else "any"
            anchored = self._anchor_of(table) is not None
            try:
                there = self.base(table, kinds[0] if kinds else "own", 0) if anchored else None
                row = there if there is not None else self._row(table, own, kinds, 2 * round_, keep=True)
                fresh = self._row(table, own, kinds, 2 * round_ + 1, keep=False)
            except NoSuchRow as impossible:
                self.reason = self.reason or str(impossible)
                continue
            if there is None:
                self.rows.append(Sample(table=table.name, label=label, kinds=kinds, values=row))
            else:
                self._name(there, label)
            yield Case(label=label, kinds=kinds, there=row, fresh=fresh, held=False)

    def _name(self, values: Values, label: str) -> None:
        """Give a row that others link to the label of its case."""
        place = next(number for number, sample in enumerate(self.rows) if sample.values is values)
        self.rows[place] = replace(self.rows[place], label=label)

    def with_held(self, cases: Mapping[QualifiedName, tuple[Case, ...]]) -> dict[QualifiedName, tuple[Case, ...]]:
        """The cases, each with whether a row refers to the one that is there."""
        return {
            name: tuple(replace(case, held=id(case.there) in self.held) for case in own) for name, own in cases.items()
        }

    def _combinations(self, table: Table, own: Sequence[Dimension]) -> Iterator[tuple[int, tuple[Kind, ...]]]:
        """Every pair of kinds of the first two dimensions; of each other one every kind beside own ones.

        The number before the kinds differs where the first two repeat, whose pair may be unique.
        """
        if self._anchor_of(table) is not None:
            # The key itself says whose the row is: there is one row for each.
            yield from ((0, kinds) for kinds in self._alike(own))
            return
        first, rest = own[:2], own[2:]
        quiet: tuple[Kind, ...] = tuple("none" if "none" in dimension.kinds else "own" for dimension in rest)
        for kinds in itertools.product(*(dimension.kinds for dimension in first)):
            yield 0, (*kinds, *quiet)
        owned: tuple[Kind, ...] = tuple("own" for _ in first)
        changed = [(number, kind) for number, d in enumerate(rest) for kind in d.kinds if kind != quiet[number]]
        for round_, (number, kind) in enumerate(changed, 1):
            yield round_, (*owned, *quiet[:number], kind, *quiet[number + 1 :])

    def _alike(self, own: Sequence[Dimension]) -> Iterator[tuple[Kind, ...]]:
        wanted: tuple[Kind, ...] = ("own", "foreign")
        for kind in wanted:
            yield tuple("none" if d.what == "link" and "none" in d.kinds else kind for d in own)

    def _anchor_of(self, table: Table) -> str | None:
        """What the key of the table says: 'tenant' or 'user', or None."""
        key = key_columns(table)
        if len(key) != 1:
            return None
        owner = next((d.what for d in self.dimensions(table) if d.what != "link" and d.columns == key), None)
        return self.anchors.get((table.name, key[0]), owner)

    def base(self, table: Table, kind: Kind, number: int) -> Values:
        """A row of one kind for others to link to. Raises NoSuchRow."""
        if self._anchor_of(table) is not None:
            number = 0
        at = (table.name, kind, number)
        if at not in self.based:
            if at in self.begun:
                raise NoSuchRow(f"'{table.name.name}' must link to itself")
            self.begun.add(at)
            try:
                own = self.dimensions(table)
                kinds = tuple(quiet_kind(dimension, kind, own) for dimension in own)
                values = self._row(table, own, kinds, number, keep=True, kind=kind)
                self.rows.append(Sample(table=table.name, label="", kinds=kinds, values=values))
                self.based[at] = values
            finally:
                self.begun.discard(at)
        return self.based[at]

    def _row(
        self,
        table: Table,
        own: Sequence[Dimension],
        kinds: Sequence[Kind],
        spare: int,
        *,
        keep: bool,
        kind: Kind = "own",
    ) -> Values:
        """The columns that a row of these kinds must give. Raises NoSuchRow.

        `keep` is whether it will be there; `spare` says which of the rows of a kind it links to, so that no two rows
        link to the same pair.
        """
        row: Values = {}
        number = self.numbers[table.name] = self.numbers.get(table.name, 0) + 1
        links = [dimension for dimension in own if dimension.what == "link"]
        for dimension, each in zip(own, kinds, strict=True):
            if dimension.what == "link":
                place = links.index(dimension)
                self._link(table, row, dimension, each, spare if place == 0 else (spare + place) % 2, keep)
            else:
                _put(row, dimension.columns[0], self._identity(dimension.what, each))
        anchor = self._anchor_of(table)
        if anchor is not None:
            _put(row, key_columns(table)[0], self._identity(anchor, kinds[0] if kinds else kind))
        for key in table.foreign_keys:
            if not any(dimension.key is key for dimension in links):
                own_kind = kinds[0] if own and own[0].what == "tenant" and carries_tenant(self.project, key) else kind
                self._other_link(table, row, key, own_kind, spare % 2, keep)
        for column in self.needed(table):
            if column.name not in row:
                row[column.name] = value_of(self.project, table, column, number)
        for column in self.repeating(table):
            if column.name not in row:
                # All rows but the first would bring the same into a key.
                with suppress(NoSuchRow):
                    row[column.name] = value_of(self.project, table, column, number)
        return {column.name: row[column.name] for column in table.columns if column.name in row}

    def _identity(self, what: str, kind: Kind) -> str | None:
        if what not in self.who:
            raise NoSuchRow(f"no {what} is known")
        return {"own": self.who[what].own, "foreign": self.who[what].foreign}.get(kind)

    def _link(self, table: Table, row: Values, link: Dimension, kind: Kind, number: int, keep: bool) -> None:
        key = link.key
        assert key is not None  # Links are made of foreign keys.
        if kind == "none":
            for name in key.columns:
                if table.column(name).nullable and name not in row:
                    row[name] = None
            if all(row.get(name) is not None for name in key.columns):
                raise NoSuchRow("the link cannot be null")
            return
        target = self.base(self.project.after.tables[key.target], kind, number)
        self._point(row, key, target, keep)

    def _other_link(self, table: Table, row: Values, key: ForeignKey, kind: Kind, number: int, keep: bool) -> None:
        """A foreign key that says nothing about whose the row is: null where it may be, else to a row that is there."""
        target = self.project.after.tables.get(key.target)
        if all(name in row for name in key.columns):
            for name, other in zip(key.columns, key.target_columns, strict=True):
                anchor = self.anchors.get((key.target, other))
                if anchor is not None and target is not None and row[name] is not None:
                    kept = self.base(target, "own" if row[name] == self.who[anchor].own else "foreign", 0)
                    self._hold(key, kept, keep)
            return
        free = [name for name in key.columns if name not in row and table.column(name).nullable]
        if free:
            row.update(dict.fromkeys(free))
        elif target is None:
            raise NoSuchRow(f"'{key.target}' is not declared")
        else:
            self._point(row, key, self.base(target, kind, number), keep)

    def _point(self, row: Values, key: ForeignKey, target: Values, keep: bool) -> None:
        for name, other in zip(key.columns, key.target_columns, strict=True):
            if other not in target:
                raise NoSuchRow(f"'{key.target.name}.{other}' is filled by the server")
            _put(row, name, target[other])
        self._hold(key, target, keep)

    def _hold(self, key: ForeignKey, target: Values, keep: bool) -> None:
        """Remember that a row which will be there keeps another one from being deleted."""
        if keep and key.on_delete in {"restrict", "no action"} and not key.initially_deferred:
            self.held.add(id(target))


def _put(row: Values, name: str, value: str | None) -> None:
    if name in row and row[name] != value:
        raise NoSuchRow(f"'{name}' would have to be two things")
    row[name] = value
