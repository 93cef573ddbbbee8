"""What is known while a specification is drawn: the choices so far in, names, kinds and tables to point to out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, TypeVar

from hypothesis import strategies as st

from property.column_kinds import COMMON, RARE, Kind
from property.words import fresh_names, texts

T = TypeVar("T")
Mapping = dict[str, Any]


@dataclass(slots=True)
class Target:
    """A table that is there for others: `keys` are the columns of each key with their kinds.

    `section` is the part of the specification that makes it, `linkable` whether every role that reads rows by
    their tenant may read this table too, `tenant` whether it has the tenant column.
    """

    name: str
    section: str
    columns: dict[str, Kind]
    keys: list[tuple[tuple[str, ...], tuple[Kind, ...]]]
    linkable: bool
    tenant: bool
    primary: bool
    """Whether the first of the keys is the primary key."""
    seedable: bool = False
    natural_key: tuple[str, ...] | None = None
    """The columns that tell seed rows apart, the first of them a text."""

    @property
    def single(self) -> Kind | None:
        """The type of its primary key where that is one column."""
        return self.keys[0][1][0] if self.primary and len(self.keys[0][0]) == 1 else None


@dataclass(slots=True)
class Sketch:
    """One specification on its way. `spec` is what it has so far, `files` the rows of seed files by path, each with
    the columns that are their natural key. `rare` is whether it may have types and extensions that few have."""

    draw: st.DrawFn
    rare: bool
    spec: Mapping = field(default_factory=dict)
    files: dict[str, tuple[list[Mapping], tuple[str, ...]]] = field(default_factory=dict)
    roles: dict[str, str] = field(default_factory=dict)
    """The parts of `reader`, `service` and `nobody`, each with the name of the role."""
    tenant: Mapping | None = None
    user: Mapping | None = None
    touch: bool = False
    trigger_functions: list[str] = field(default_factory=list)
    kinds: list[Kind] = field(default_factory=list)
    """Enums, domains and arrays of them."""
    old_kinds: list[Kind] = field(default_factory=list)
    """Those of them that are there before."""
    targets: list[Target] = field(default_factory=list)
    other_schema: str | None = None
    """A schema beside that of the specification, in which some of its tables live."""
    relations: set[str] = field(default_factory=set)
    """Names of tables, views and types, which share a namespace."""

    def chance(self, percent: int) -> bool:
        """True in so many of a hundred cases, and false in the simplest one."""
        return self.draw(st.integers(0, 99)) >= 100 - percent

    def pick(self, choices: list[T] | tuple[T, ...]) -> T:
        """One of them; the first in the simplest case."""
        return self.draw(st.sampled_from(choices))

    def some(self, choices: list[T] | tuple[T, ...], most: int, least: int = 0) -> list[T]:
        """Some of them, each at most once, in any order."""
        if not choices:
            return []
        numbers = st.lists(st.integers(0, len(choices) - 1), unique=True, min_size=least, max_size=most)
        return [choices[number] for number in self.draw(numbers)]

    def count(self, least: int, most: int) -> int:
        """A number between the two."""
        return self.draw(st.integers(least, most))

    def text(self) -> str:
        """A text for people."""
        return self.draw(texts())

    def name(self, taken: set[str]) -> str:
        """A name that is not taken yet."""
        name = self.draw(fresh_names(taken))
        taken.add(name)
        return name

    def relation(self) -> str:
        """A name of a table or view that is not taken yet, now and then in another schema than that of the rest."""
        name = self.name(self.relations)
        return f"{self.other_schema}.{name}" if self.other_schema and self.chance(20) else name

    def kind(self, *, old: bool = False) -> Kind:
        """Any type of a column; with `old` one that is there before."""
        own = self.old_kinds if old else self.kinds
        return self.pick([*COMMON, *RARE, *own] if self.rare else [*COMMON, *own])

    def comment(self, item: Mapping, percent: int = 25) -> None:
        """Gives the item a comment now and then."""
        if self.chance(percent):
            item["comment"] = self.text()
