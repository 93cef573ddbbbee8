"""Facts about one column: in, the column and its table; out, what it carries when read and written, and when it must.

A type that is not handled is refused, never `unknown` or `any`: such a type would agree with everything.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING
from typing import Literal as OneOfWords

from schemagen.emit.facts.database_only import DatabaseOnly
from schemagen.emit.facts.digits import as_carried, is_left_out
from schemagen.emit.facts.limits import judged_by_database, left_out
from schemagen.emit.facts.types import Types, without_json_null
from schemagen.emit.facts.wire import Wire
from schemagen.model.columns import Column
from schemagen.model.constraints import Check
from schemagen.model.expressions import BigInteger, JsonValue, Literal
from schemagen.records import dataclass, replace

if TYPE_CHECKING:
    from schemagen.emit.facts.ids import Id

Presence = OneOfWords["required", "optional", "absent"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnFacts:
    """One column on the wire.

    `read` is what a row has, `written` what an insert or update takes; `nullable` holds for both. `insert` says
    whether an insert must, may or must not give it; an update may give exactly what an insert may.
    `default` is the literal default that PostgreSQL takes when an insert leaves the column out.
    `database_only` are the constraints on this column that the types do not hold, `left_out` says which values of its
    type they refuse although PostgreSQL has them. `ids` are the primary keys whose values the column has, as far as
    they have types of their own.
    """

    name: str
    read: Wire
    written: Wire
    nullable: bool
    insert: Presence
    default: Literal | None
    comment: str | None
    database_only: tuple[DatabaseOnly, ...]
    left_out: tuple[str, ...]
    ids: tuple[Id, ...] = ()


def column_facts(
    column: Column, checks: list[Check], keys: list[DatabaseOnly], in_primary_key: bool, types: Types
) -> ColumnFacts:
    """Everything both emitters need to know of a column; `checks` are those whose short form is about it, `keys` the
    other constraints of this column alone.

    Raises UnsupportedType.
    """
    written = types.resolve(column.type, "write")
    read = types.resolve(column.type, "read")
    if column.collation is not None and column.collation.schema != "pg_catalog":
        written, read = written.with_own_collation(), read.with_own_collation()
    for check in checks:
        written, read = written.narrowed(check), read.narrowed(check)
    not_null = not column.nullable or column.identity is not None or in_primary_key or written.not_null
    nullable = not not_null
    default = column.default or written.default
    if isinstance(default, Literal):
        default = replace(default, value=as_carried(written.wire, default.value))
    generated = column.generated is not None or (column.identity is not None and column.identity.always)
    optional = nullable or default is not None or column.identity is not None
    what = judged_by_database(written.wire)
    judged = (DatabaseOnly("form of a text", "", what),) if what else ()
    about = (column.name,)
    return ColumnFacts(
        name=column.name,
        read=without_json_null(read.wire, nullable),
        written=without_json_null(written.wire, nullable),
        nullable=nullable,
        insert="absent" if generated else "optional" if optional else "required",
        default=default
        if isinstance(default, Literal) and not generated and _sendable(written.wire, default)
        else None,
        comment=column.comment,
        database_only=tuple(replace(item, columns=about) for item in (*judged, *written.database_only, *keys)),
        left_out=tuple(dict.fromkeys((*left_out(read.wire), *left_out(written.wire)))),
    )


def _sendable(wire: Wire, default: Literal) -> bool:
    """Whether the types have the value."""
    return _is_exact(default.value) and not is_left_out(wire, default.value)


def _is_exact(value: JsonValue) -> bool:
    """Whether JavaScript has this very value: a whole number beyond 2^53 or a NaN would become another one."""
    if isinstance(value, Mapping):
        return all(map(_is_exact, value.values()))
    if isinstance(value, list):
        return all(map(_is_exact, value))
    if isinstance(value, int):
        return isinstance(value, BigInteger) or abs(value) < 2**53
    return not isinstance(value, Decimal) or (value.is_finite() and abs(value) < Decimal("1e308"))
