"""Access as intent: in, what a table and the conventions say about roles; out, one rule for each role and verb."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Literal, get_args

from schemagen.records import dataclass

if TYPE_CHECKING:
    from schemagen.resolve.context import AccessRequest, Loc
    from schemagen.spec.models.access import AccessModel, RoleAccessModel, RowsModel

Verb = Literal["select", "insert", "update", "delete"]
VERBS: tuple[Verb, ...] = get_args(Verb)


@dataclass(frozen=True, slots=True)
class Rule:
    """Which rows a role may reach by one verb: a word, the owner column or an SQL condition; and which columns."""

    word: str | None
    owner: str | None
    sql: str | None
    columns: tuple[str, ...]
    at: Loc

    @property
    def is_all(self) -> bool:
        """Whether every row may be reached."""
        return self.word == "all"


RoleRules = Mapping[str, Mapping[Verb, Rule]]
"""The rules of a table: roles in the order of the conventions, then those that only the table names. A verb that is
absent, or a role without verbs, may do nothing."""


def merged_rules(request: AccessRequest) -> RoleRules:
    """The rules of one table: its own win over those of the convention, verb by verb."""
    convention: dict[str, Mapping[Verb, Rule]] = dict(_said(request.convention, request.convention_at))
    if request.own is not None and request.own.preset == "service_only":
        convention = service_rules(convention)
    merged: dict[str, dict[Verb, Rule]] = {role: dict(rules) for role, rules in convention.items()}
    for role, rules in _said(request.own, request.own_at):
        merged[role] = {**merged.get(role, {}), **rules}
    return {
        role: {verb: rules[verb] for verb in VERBS if verb in rules and rules[verb].word != "none"}
        for role, rules in merged.items()
    }


def is_forced(request: AccessRequest) -> bool:
    """Whether the policies bind the owner too: what the table says, else what the convention says, else not."""
    for model in (request.own, request.convention):
        if model is not None and model.force is not None:
            return model.force
    return False


def service_rules(said: Mapping[str, Mapping[Verb, Rule]]) -> dict[str, Mapping[Verb, Rule]]:
    """The rules of those roles that may read and write every row and every column."""
    return {role: rules for role, rules in said.items() if is_service(rules)}


def is_service(rules: Mapping[Verb, Rule]) -> bool:
    """Whether a role with these rules may do everything with every row."""
    return all(verb in rules and rules[verb].is_all and not rules[verb].columns for verb in VERBS)


def _said(model: AccessModel | None, at: Loc) -> Iterator[tuple[str, dict[Verb, Rule]]]:
    if model is None:
        return
    for role, access in model.roles.items():
        yield role, _verbs(access, (*at, "roles", role))


def convention_rules(model: AccessModel | None, at: Loc) -> dict[str, dict[Verb, Rule]]:
    """What an `access` block says by itself, role by role."""
    return dict(_said(model, at))


def _verbs(access: RoleAccessModel, at: Loc) -> dict[Verb, Rule]:
    rules: dict[Verb, Rule] = {}
    if access.read is not None:
        rules["select"] = _rule(access.read, (*at, "read"))
    writes: tuple[tuple[Verb, RowsModel | None], ...] = (
        ("insert", access.insert),
        ("update", access.update),
        ("delete", access.delete),
    )
    for verb, own in writes:
        if own is not None:
            rules[verb] = _rule(own, (*at, verb))
        elif access.write is not None:
            rules[verb] = _rule(access.write, (*at, "write"))
    return rules


def _rule(model: RowsModel, at: Loc) -> Rule:
    return Rule(model.rows, model.owner, model.sql, tuple(model.columns or ()), at)
