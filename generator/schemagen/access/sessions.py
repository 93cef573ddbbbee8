"""Where a session says who it is: in, the sources of tenant and user; out, sessions with the settings they make.

The tenant is given in each way that its source knows, and left out in each way too: a setting that was never made, an
empty one, claims that are empty, without the claim, with a null.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Literal

from schemagen.model.access import Access, SessionValue
from schemagen.model.columns import DataType
from schemagen.model.schema import Schema, type_below
from schemagen.records import dataclass

State = Literal["given", "absent", "malformed"]
CLAIMS = "request.jwt.claims"
STAND_IN = "schemagen.session_{who}"
"""The setting that a function reads while it stands in for one that says who a session is."""

_NUMBER = 20_000


@dataclass(frozen=True, slots=True)
class Session:
    """What a session has set: pairs of a setting and its text.

    `state` is what that says about tenant and user; `malformed` are those of the two that cannot be read then, the
    other one being given.
    """

    name: str
    state: State
    settings: tuple[tuple[str, str], ...] = ()
    malformed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Identity:
    """The values of a source: that of the session, that of somebody else, and one that is none of its type."""

    own: str
    foreign: str
    malformed: str | None


def identity(schema: Schema, type_: DataType, who: str) -> Identity | None:
    """Values of the type; None where this module knows none."""
    from schemagen.model.sample_values import sample_value

    if type_.name in {"smallint", "integer", "bigint"}:
        number = {"smallint": 32_000, "integer": 2_000_000_000, "bigint": 2_000_000_000}[type_.name]
        return Identity(str(number), str(number + 1), f"not a {who}")
    below = type_below(type_, schema.domains)
    values = [sample_value(schema, type_, (), who, _NUMBER + step) for step in (1, 2)]
    if values[0] is not None and values[0] == values[1]:
        # What tells them apart is their last digit, which a short type has no room for.
        values = [value[: len(value) - 1] + str(number) for number, value in enumerate(filter(None, values), 1)]
    if values[0] is None or values[1] is None or values[0] == values[1]:
        return None
    text = below.schema is None and below.name in {"text", "character varying", "character", "name", "citext"}
    return Identity(values[0], values[1], None if text else f"not a {who}")


def sessions(access: Access, who: Mapping[str, Identity]) -> tuple[Session, ...]:
    """Every session that is to be tried, those that set nothing first.

    `who` has the values of 'tenant' and 'user', as far as the project has such sources. A setting that was once made
    reads as empty for the rest of a connection: only before that can there be a session that never made it.
    """
    sources = {"tenant": access.tenant, "user": access.user}
    present = {name: source for name, source in sources.items() if source is not None and name in who}
    subject = "tenant" if "tenant" in present else "user"
    if not present:
        return (Session("any", "given"),)
    found = [Session(f"no {subject}", "absent")]
    own: dict[str, str | None] = {name: who[name].own for name in present}
    empty: dict[str, str | None] = dict.fromkeys(present, "")
    found.append(Session(f"empty {subject}", "absent", _settings(present, empty)))
    if any(source.claim for source in present.values()):
        others = _settings({name: source for name, source in present.items() if not source.claim}, empty)
        found.append(Session("empty claims", "absent", (*others, (CLAIMS, ""))))
        found.append(Session("no claim", "absent", (*others, (CLAIMS, "{}"))))
        found.append(Session("null claim", "absent", _settings(present, dict.fromkeys(present))))
        claimed = frozenset(name for name, source in present.items() if source.claim)
        others = _settings({name: source for name, source in present.items() if name not in claimed}, own)
        found.append(Session("malformed claims", "malformed", (*others, (CLAIMS, "{")), claimed))
    wrong = {name: value for name in present if (value := who[name].malformed) is not None}
    if wrong:
        settings = _settings(present, own | wrong)
        found.append(Session(f"malformed {subject}", "malformed", settings, frozenset(wrong)))
    found.append(Session(f"as {subject}", "given", _settings(present, own)))
    return tuple(found)


def _settings(sources: Mapping[str, SessionValue], values: Mapping[str, str | None]) -> tuple[tuple[str, str], ...]:
    claims: dict[str, object] = {}
    found: list[tuple[str, str]] = []
    for who, source in sources.items():
        value = values[who]
        if source.claim:
            _put(claims, source.claim, value)
        else:
            found.append((source.setting or STAND_IN.format(who=who), value or ""))
    if any(source.claim for source in sources.values()):
        found.append((CLAIMS, json.dumps(claims, ensure_ascii=False)))
    return tuple(dict(found).items())


def _put(claims: dict[str, object], path: tuple[str, ...], value: str | None) -> None:
    for name in path[:-1]:
        inner = claims.setdefault(name, {})
        assert isinstance(inner, dict)
        claims = inner
    claims[path[-1]] = value


def stand_ins(access: Access) -> Iterator[tuple[str, SessionValue]]:
    """The sources that are functions, each with the setting that its stand-in reads."""
    for who, source in (("tenant", access.tenant), ("user", access.user)):
        if source is not None and source.function is not None:
            yield STAND_IN.format(who=who), source
