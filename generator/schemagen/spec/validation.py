"""The value of a document comes in; the model of what is right about it and what is wrong with the rest goes out.

A mistake in one place must not hide those in others, so what does not keep to the language is taken out, and the
rest is checked further. Findings that could be due to what was taken out are then left unsaid (see `is_doubtful`).
"""

from __future__ import annotations

import copy
from typing import Any

from pydantic import ValidationError

from schemagen.diagnostics import Diagnostic
from schemagen.records import dataclass
from schemagen.spec.models.specification import Specification
from schemagen.spec.places import Loc
from schemagen.spec.problems import diagnostics_of
from schemagen.spec.source import Document

_MOST_ROUNDS = 20
# What stands in for a part of the header that is missing; nothing is ever made from such a specification.
_STAND_INS: dict[str, Any] = {
    "schemagen": 1,
    "name": "unnamed",
    "version": "0",
    "description": "unnamed",
    "postgres": 15,
    "migrations": {"first_version": 1},
}


@dataclass(frozen=True, slots=True)
class Validated:
    """`specification` is None where nothing could be made of the document; `taken_out` are names on the way to what
    does not keep to the language, and empty when everything does."""

    specification: Specification | None
    diagnostics: list[Diagnostic]
    taken_out: frozenset[str]


def validate(document: Document) -> Validated:
    """Checks a document against the language."""
    try:
        return Validated(Specification.model_validate(document.value), [], frozenset())
    except ValidationError as error:
        found = diagnostics_of(error, Specification, document)
        problems = error
    names: set[str] = set()
    value = copy.deepcopy(document.value)
    for _round in range(_MOST_ROUNDS):
        if not isinstance(value, dict):
            break
        # All paths are looked up before the first part goes, for one may lie inside another.
        details = problems.errors(include_url=False, include_context=False, include_input=False)
        paths = [_path(value, error["type"], error["loc"]) for error in details]
        for path in paths:
            names |= _take_out(value, path)
        try:
            return Validated(Specification.model_validate(value), found, frozenset(names))
        except ValidationError as error:
            problems = error
    return Validated(None, found, frozenset(names))


def _path(value: dict[str, Any], kind: str, loc: Loc) -> list[str]:
    """The keys that lead to what an error is about; a list counts as a whole, so that no item changes its place."""
    if kind == "missing" and len(loc) > 1:
        loc = loc[:-1]
    keys: list[str] = []
    current: Any = value
    for step in loc:
        if kind == "missing" and len(loc) == 1:
            return [str(step)]
        if not isinstance(current, dict) or step not in current:
            break
        keys.append(str(step))
        current = current[step]
    return keys


def _take_out(value: dict[str, Any], path: list[str]) -> set[str]:
    """Removes what a path leads to, if it is still there, and returns the names on the way to it."""
    if len(path) == 1 and path[0] in _STAND_INS:
        value[path[0]] = _STAND_INS[path[0]]
        return set(path)
    holder: Any = value
    for key in path[:-1]:
        holder = holder.get(key)
        if not isinstance(holder, dict):
            return set(path)
    if not path:
        return set()
    holder.pop(path[-1], None)
    section = len(path) == 1 or (path[0] == "existing" and len(path) == 2) or path[0] == "conventions"
    return {*path, SECTION} if section else set(path)


SECTION = ""
"""Stands among the names that were taken out when a whole section went, with names that nobody knows."""
# What may be said because a section is missing.
_CONSEQUENCES = frozenset(
    {
        "no-phase",
        "empty-phase",
        "foreign-key-target",
        "nothing-linked",
        "no-tenant-source",
        "touch",
        "search",
        "per-tenant",
    }
)


def is_doubtful(diagnostic: Diagnostic, taken_out: frozenset[str]) -> bool:
    """Whether a finding about the rest may be a consequence of what was taken out: it names some of that."""
    if SECTION in taken_out and (diagnostic.code.startswith("unknown-") or diagnostic.code in _CONSEQUENCES):
        return True
    return any(f"'{name}'" in diagnostic.message for name in taken_out)
