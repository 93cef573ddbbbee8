"""The value of a document comes in; the model of what is right about it and what is wrong with the rest goes out.

A mistake in one place must not hide those in others, so what does not keep to the language is taken out, and the
rest is checked further. Findings that could be due to what was taken out are then left unsaid (see `is_doubtful`).
"""

from __future__ import annotations

import copy
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from schemagen.diagnostics import Diagnostic
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
        for details in problems.errors(include_url=False, include_context=False):
            names |= _take_out(value, details["type"], details["loc"])
        try:
            return Validated(Specification.model_validate(value), found, frozenset(names))
        except ValidationError as error:
            problems = error
    return Validated(None, found, frozenset(names))


def _take_out(value: dict[str, Any], kind: str, loc: Loc) -> set[str]:
    """Removes what an error is about and returns the names on the way to it."""
    if kind == "missing":
        if len(loc) == 1:
            value[str(loc[0])] = _STAND_INS[str(loc[0])]
            return {str(loc[0])}
        loc = loc[:-1]
    # The keys of the mappings that lead there; a list goes as a whole, so that no other item changes its place.
    keys: list[str] = []
    current: Any = value
    for step in loc:
        if not isinstance(current, dict) or step not in current:
            break
        keys.append(str(step))
        current = current[step]
    holder = value
    for key in keys[:-1]:
        holder = holder[key]
    if keys and kind != "extra_forbidden" and keys == [keys[0]] and keys[0] in _STAND_INS:
        value[keys[0]] = _STAND_INS[keys[0]]
    elif keys:
        holder.pop(keys[-1], None)
    return set(keys)


def is_doubtful(diagnostic: Diagnostic, taken_out: Iterable[str]) -> bool:
    """Whether a finding about the rest names something that was taken out in part: it may be a consequence."""
    return any(f"'{name}'" in diagnostic.message for name in taken_out)
