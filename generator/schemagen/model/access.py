"""Who may do what with which rows, as meant: in, what resolve understood; out, rules to compute a verdict from.

This is the intent, not what became of it: no SQL, no policy and no grant stands here, so that a proof can compare what
a database does with what was wanted.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal as OneOf

from schemagen.model.columns import DataType
from schemagen.model.names import QualifiedName
from schemagen.records import dataclass, field

AccessVerb = OneOf["select", "insert", "update", "delete"]
RowSet = OneOf["all", "none", "tenant", "tenant_and_shared", "linked", "owner", "unknown"]
"""`none`: the privilege is there and no policy lets any row through; `unknown`: a condition or a policy written out in
full decides, so nobody has said in words which rows are meant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessRule:
    """Which rows a role may reach by one verb. `columns` empty means the privilege on the whole table; `owner` is the
    column that holds the user, for the rows of an owner."""

    rows: RowSet
    owner: str | None = None
    columns: tuple[str, ...] = ()


RoleAccess = Mapping[AccessVerb, AccessRule]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableAccess:
    """What every role that the specification declares may do with one table; a verb that is absent is not allowed."""

    roles: Mapping[str, RoleAccess]


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionValue:
    """Where a session says who it is: by exactly one of a setting, a claim in request.jwt.claims and a function."""

    type: DataType
    setting: str | None = None
    claim: tuple[str, ...] = ()
    function: QualifiedName | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """The access of a project: what is meant for tables that the migrations make, what is declared of existing ones."""

    tables: Mapping[QualifiedName, TableAccess] = field(default_factory=dict)
    tenant: SessionValue | None = None
    user: SessionValue | None = None
