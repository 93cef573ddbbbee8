"""The database as the statements read so far would leave it: tables and what belongs to them, types, functions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from schemagen.lint.nodes import Node
from schemagen.lint.parse import Statement
from schemagen.model.names import QualifiedName
from schemagen.records import dataclass, field

TEMPORARY = "pg_temp"


class Place(NamedTuple):
    """Where something was said: the statement, and the byte in its file, None for where the statement begins."""

    statement: Statement
    byte: int | None = None

    @property
    def offset(self) -> int:
        """The byte in the statement's file."""
        return self.statement.start if self.byte is None else self.byte


def place_of(statement: Statement, node: Node | None) -> Place:
    """Where a node stands in a statement."""
    return Place(statement, statement.byte(node))


class Key(NamedTuple):
    """One object, for comparing what two files made and dropped. `part` is empty for what stands by itself."""

    kind: str
    owner: QualifiedName
    part: str = ""

    def __str__(self) -> str:
        if self.kind == "column":
            return f"column {self.owner}.{self.part}"
        if self.kind in ("schema", "extension"):
            return f"{self.kind} {self.owner.name}"
        return f"{self.kind} {self.part} on {self.owner}" if self.part else f"{self.kind} {self.owner}"


@dataclass(slots=True)
class Constraint:
    """A constraint; `made_at` is None where it was there before. `kind` is as in 'foreign key'.

    `columns` are its key columns in order, `uses` all columns without which it cannot stand.
    """

    name: str
    kind: str
    columns: tuple[str, ...]
    made_at: Place | None
    target: QualifiedName | None = None
    validated: bool = True
    uses: frozenset[str] = frozenset()
    not_null: str | None = None
    """The column that a CHECK is about when it says only that the column is not null."""


@dataclass(slots=True)
class Index:
    """An index; `columns` are the leading keys that are plain columns, none for a partial index; `uses` are all."""

    name: str
    columns: tuple[str, ...]
    made_at: Place | None
    uses: frozenset[str] = frozenset()


@dataclass(slots=True)
class Relation:
    """A table, view, materialized view or sequence. A flag is None where nobody has said whether it is set.

    `made_at` is None for a relation that these files did not make; `known` says whether a file or the baseline
    says what it consists of.
    """

    name: QualifiedName
    kind: str
    made_at: Place | None
    known: bool
    columns: dict[str, Place | None] = field(default_factory=dict)
    constraints: dict[str, Constraint] = field(default_factory=dict)
    indexes: dict[str, Index] = field(default_factory=dict)
    policies: dict[str, Place | None] = field(default_factory=dict)
    triggers: dict[str, Place | None] = field(default_factory=dict)
    row_security: bool | None = None
    row_security_at: Place | None = None
    forced: bool | None = None
    partition_of: QualifiedName | None = None
    default_partition: bool = False

    @property
    def temporary(self) -> bool:
        return self.name.schema == TEMPORARY

    @property
    def existed_before(self) -> bool:
        """Whether somebody may be using it while the files run."""
        return self.made_at is None and not self.temporary

    def all_keys(self) -> Iterator[Key]:
        """The relation and all that goes with it when it is dropped."""
        yield Key(self.kind, self.name)
        for kind, names in (
            ("column", self.columns),
            ("constraint", self.constraints),
            ("index", self.indexes),
            ("policy", self.policies),
            ("trigger", self.triggers),
        ):
            for name in names:
                yield Key(kind, self.name, name)


@dataclass(slots=True)
class Function:
    """A function or procedure; `search_path` is None without a SET search_path, or where nobody has said (not `known`).

    `arguments` are the types that a caller gives, None where they are not known; `changed_at` is the last ALTER.
    """

    name: QualifiedName
    made_at: Place | None
    security_definer: bool = False
    search_path: str | None = None
    known: bool = True
    arguments: tuple[str, ...] | None = None
    changed_at: Place | None = None


@dataclass(slots=True)
class Journal:
    """What one file made and dropped on balance, each with its place."""

    created: dict[Key, Place] = field(default_factory=dict)
    dropped: dict[Key, Place] = field(default_factory=dict)

    def create(self, key: Key, place: Place) -> None:
        if self.dropped.pop(key, None) is None:
            self.created[key] = place

    def drop(self, key: Key, place: Place) -> None:
        if self.created.pop(key, None) is None:
            self.dropped[key] = place


@dataclass(slots=True)
class Database:
    """All of it. `complete` says whether a table that is not here is missing, or only not known."""

    relations: dict[QualifiedName, Relation] = field(default_factory=dict)
    functions: dict[QualifiedName, list[Function]] = field(default_factory=dict)
    checked_domains: set[QualifiedName] = field(default_factory=set)
    index_tables: dict[QualifiedName, QualifiedName] = field(default_factory=dict)
    referenced_by: dict[QualifiedName, dict[QualifiedName, None]] = field(default_factory=dict)
    """Tables that have had a foreign key to a table; those that have one no longer are not taken out."""
    journal: Journal = field(default_factory=Journal)

    def relation(self, name: QualifiedName, kind: str = "table") -> Relation:
        """The relation of that name, noted as one that stood before when nobody has mentioned it yet."""
        found = self.relations.get(name)
        if found is None:
            found = Relation(name, kind, None, known=False)
            self.relations[name] = found
        return found

    def may_be_in_use(self, name: QualifiedName) -> bool:
        """Whether a relation stood before the files; one that nobody has mentioned did."""
        relation = self.relations.get(name)
        return relation is None or relation.existed_before

    def add_relation(self, relation: Relation) -> None:
        self.relations[relation.name] = relation
        if relation.made_at is not None and not relation.temporary:
            self.journal.create(Key(relation.kind, relation.name), relation.made_at)

    def drop_relation(self, name: QualifiedName, kind: str, place: Place) -> None:
        """The relation goes, with all that belongs to it."""
        relation = self.relations.pop(name, None) or Relation(name, kind, None, known=False)
        if relation.temporary:
            return
        for key in relation.all_keys():
            self.journal.drop(key, place)
        for index in relation.indexes:
            self.index_tables.pop(QualifiedName(name.schema, index), None)

    def add_column(self, relation: Relation, column: str, place: Place | None) -> None:
        relation.columns[column] = place
        self._made(relation, "column", column, place)

    def add_constraint(self, relation: Relation, constraint: Constraint) -> None:
        relation.constraints[constraint.name] = constraint
        if constraint.target is not None:
            self.referenced_by.setdefault(constraint.target, {})[relation.name] = None
        self._made(relation, "constraint", constraint.name, constraint.made_at)

    def add_index(self, relation: Relation, index: Index) -> None:
        relation.indexes[index.name] = index
        self.index_tables[QualifiedName(relation.name.schema, index.name)] = relation.name
        self._made(relation, "index", index.name, index.made_at)

    def add_policy(self, relation: Relation, policy: str, place: Place | None) -> None:
        relation.policies[policy] = place
        self._made(relation, "policy", policy, place)

    def add_trigger(self, relation: Relation, trigger: str, place: Place | None) -> None:
        relation.triggers[trigger] = place
        self._made(relation, "trigger", trigger, place)

    def add_function(self, function: Function) -> None:
        self.functions.setdefault(function.name, []).append(function)
        if function.made_at is not None:
            self.journal.create(Key("function", function.name), function.made_at)

    def drop_part(self, relation: Relation, kind: str, name: str, place: Place) -> None:
        """A column, constraint, index, policy or trigger goes, whether or not it was known.

        With a column go the constraints and indexes that use it, as PostgreSQL does it without being asked.
        """
        match kind:
            case "column":
                relation.columns.pop(name, None)
                for constraint in [c for c in relation.constraints.values() if name in c.uses]:
                    self.drop_part(relation, "constraint", constraint.name, place)
                for index in [i for i in relation.indexes.values() if name in i.uses]:
                    self.drop_part(relation, "index", index.name, place)
            case "constraint":
                relation.constraints.pop(name, None)
            case "index":
                relation.indexes.pop(name, None)
                self.index_tables.pop(QualifiedName(relation.name.schema, name), None)
            case "policy":
                relation.policies.pop(name, None)
            case "trigger":
                relation.triggers.pop(name, None)
        if not relation.temporary:
            self.journal.drop(Key(kind, relation.name, name), place)

    def foreign_keys(self, name: QualifiedName) -> Iterator[Constraint]:
        """The foreign keys that a relation has, as far as they are known."""
        relation = self.relations.get(name)
        if relation is not None:
            yield from (c for c in relation.constraints.values() if c.kind == "foreign key")

    def referencing(self, target: QualifiedName) -> list[QualifiedName]:
        """Other tables that have a foreign key to a table now."""
        return [
            name
            for name in self.referenced_by.get(target, ())
            if name != target and any(key.target == target for key in self.foreign_keys(name))
        ]

    def _made(self, relation: Relation, kind: str, name: str, place: Place | None) -> None:
        if place is not None and not relation.temporary:
            self.journal.create(Key(kind, relation.name, name), place)
