"""Names of TypeScript for names of a database: in, raw names; out, valid identifiers, all different.

A table `org_roles` is `OrgRoles` in types (`OrgRolesRow`) and `ORG_ROLES` in constants: no word is made singular,
because no rule for that is right for every name. Where two names would come out the same, the plainer one keeps it
and the others get a number, in the order of the raw names, so that the order of a specification does not matter.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from schemagen.model.names import QualifiedName

SUFFIXES = ("Row", "Insert", "Update")
"""What follows the PascalCase name of a table in the names of its three types."""

RESERVED = frozenset({
    "Array", "BigInt", "Boolean", "Database", "Date", "Equal", "Exclude", "Expect", "Function", "Json", "Math",
    "Number", "Object", "Record", "RegExp", "SchemasAgreeWithTypes", "String", "Symbol", "Uint8Array",
})  # fmt: skip
"""Names that the files use themselves, or that would hide what every reader takes for granted."""

_PLAIN = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*\Z")


def words(name: str) -> list[str]:
    """The parts of a name between everything that cannot stand in an identifier: `a"b_c` is a, b, c."""
    return "".join(c if ("a" + c).isidentifier() and c != "_" else " " for c in name).split()


def pascal_case(name: str) -> str:
    """`skill_type` as `SkillType`; the rest of each word stays as it is."""
    joined = "".join(word[:1].upper() + word[1:] for word in words(name))
    return joined if joined.isidentifier() else f"_{joined}"


def constant_case(name: str) -> str:
    """`skillType` as `SKILLTYPE`, `skill_type` as `SKILL_TYPE`."""
    joined = "_".join(word.upper() for word in words(name))
    return joined if joined.isidentifier() else f"_{joined}"


class Identifiers:
    """The identifiers of one file, each given once."""

    def __init__(self) -> None:
        self._taken = set(RESERVED)

    def claim(self, wanted: str, *suffixes: str, separator: str = "") -> str:
        """The wanted stem, or the stem and the first number from 2 so that all its names are free.

        `suffixes` are the endings that follow the stem in its names; without any the stem itself is the name.
        """
        stem, number = wanted, 1
        while any(stem + suffix in self._taken for suffix in suffixes or ("",)):
            number += 1
            stem = f"{wanted}{separator}{number}"
        self._taken.update(stem + suffix for suffix in suffixes or ("",))
        return stem

    def reserve(self, names: Iterable[str]) -> None:
        """Names that are given already by another rule."""
        self._taken.update(names)


def plainest_first(names: Iterable[QualifiedName]) -> list[QualifiedName]:
    """Names in the order in which they choose their identifiers."""
    return sorted(names, key=lambda name: (not _PLAIN.match(name.name), name))


def with_schema(name: QualifiedName, default_schema: str, spell: Callable[[str], str]) -> str:
    """A name as `spell` writes it, led by its schema where that is not the project's own."""
    return spell(name.name) if name.schema == default_schema else spell(f"{name.schema}_{name.name}")
