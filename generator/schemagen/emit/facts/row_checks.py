"""Checks of rows: in, a table's conditions in SQL; out, each that JavaScript can judge as PostgreSQL does, whole.

A check is read only where its comparisons are certain: of whole numbers and decimals by their digits, of binary numbers
by their bits, of moments by microseconds, of texts by equality alone, since order is a matter of collations.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from schemagen.emit.facts.columns import ColumnFacts
from schemagen.emit.facts.shapes import OBJECT_MEMBERS
from schemagen.emit.facts.wire import Boolean, Date, EnumValue, Float, Formatted, Integer, Numeric, OneOfList, Text
from schemagen.model.columns import DataType
from schemagen.model.constraints import Check
from schemagen.model.schema import Domain, Schema, Table, type_below
from schemagen.records import dataclass
from schemagen.syntax import conditions as sql
from schemagen.syntax.conditions import Sign, Unread

_SAFE_DIGITS = 15
_ISO_DATE = re.compile(r"(?!0000)\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])\Z", re.ASCII)
_UUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\Z", re.ASCII)


@dataclass(frozen=True, slots=True)
class Reading:
    """How a value is made comparable; `carried` is what a client has for it.

    plain: as it is; folded: in small letters; moment: in microseconds; real: in 32 bits; length: its characters;
    units: rounded to `scale` digits after the point, in units of the last of `common` digits.
    """

    how: Literal["plain", "folded", "moment", "real", "length", "units"]
    carried: Literal["string", "number", "boolean"]
    scale: int = 0
    common: int = 0


@dataclass(frozen=True, slots=True)
class Operand:
    value: sql.Value
    reading: Reading


@dataclass(frozen=True, slots=True)
class Against:
    """Whether a value compares so with one of the constants, which are in the form of its reading."""

    left: Operand
    sign: Sign
    constants: tuple[str | int | Decimal | bool, ...]


@dataclass(frozen=True, slots=True)
class Between:
    """Whether two values compare so."""

    left: Operand
    sign: Sign
    right: Operand


@dataclass(frozen=True, slots=True)
class IsTruth:
    of: Test
    truth: Literal["true", "false", "unknown"]


@dataclass(frozen=True, slots=True)
class Not:
    of: Test


@dataclass(frozen=True, slots=True)
class Joined:
    word: Literal["and", "or"]
    parts: tuple[Test, ...]


Test = Against | Between | sql.IsNull | sql.Holds | IsTruth | Not | Joined


@dataclass(frozen=True, slots=True, kw_only=True)
class RowCheck:
    """A check of a table as a test of rows that are sent.

    `columns` are those that it uses, as they stand in it. Of those that an insert may leave out, `absent` has the ones
    whose value is known then, with None where that is null, and `unknown` has the others.
    """

    name: str
    about: str
    message: str
    columns: tuple[str, ...]
    absent: tuple[ColumnFacts, ...]
    unknown: tuple[str, ...]
    test: Test


def row_checks(table: Table, columns: tuple[ColumnFacts, ...], schema: Schema) -> tuple[RowCheck, ...]:
    """The checks of a table that are conditions in SQL, as far as they can be judged whole."""
    written = [check for check in table.checks if check.short is None]
    if not written:
        return ()
    reader = _Reader(table, {column.name: column for column in columns}, schema)
    return tuple(found for check in written if (found := reader.check(check)) is not None)


@dataclass(frozen=True, slots=True)
class _Kind:
    """What values of a column are among each other: only those of one `group` are compared.

    A number of group `number` has `scale` digits after the point, None where its type keeps all; `rounds` says that
    PostgreSQL makes them so many.
    """

    group: str
    reading: Reading
    ordered: bool = True
    scale: int | None = None
    rounds: bool = False


_TEXT = Reading("plain", "string")
_NUMBER = Reading("plain", "number")


class _Reader:
    """Reads the checks of one table."""

    def __init__(self, table: Table, columns: dict[str, ColumnFacts], schema: Schema) -> None:
        self._table = table
        self._columns = columns
        self._schema = schema
        self._own_functions = frozenset(name.name for name in schema.functions)

    def check(self, check: Check) -> RowCheck | None:
        """The check, or None where a part of it cannot be judged."""
        try:
            tree = sql.condition(check.expression, self._table.name.name, self._own_functions)
            test = self._test(tree)
        except Unread:
            return None
        used = tuple(dict.fromkeys(_columns(tree)))
        optional = [self._columns[name] for name in used if self._columns[name].insert == "optional"]
        known = tuple(column for column in optional if self._is_known(column))
        return RowCheck(
            name=check.name,
            about=check.expression,
            message=check.comment or f"must hold: {check.expression}",
            columns=used,
            absent=known,
            unknown=tuple(column.name for column in optional if column not in known),
            test=test,
        )

    def _is_known(self, facts: ColumnFacts) -> bool:
        """Whether it is known what the column gets where an insert leaves it out."""
        column = self._table.column(facts.name)
        given, type_ = column.default, column.type
        while given is None and (domain := self._domain(type_)) is not None:
            given, type_ = domain.default, domain.type
        return facts.default is not None or (given is None and column.identity is None)

    def _domain(self, type_: DataType) -> Domain | None:
        name = type_.qualified_name
        return None if name is None or type_.is_array else self._schema.domains.get(name)

    def _test(self, tree: sql.Condition) -> Test:
        match tree:
            case sql.Joined():
                return Joined(tree.word, tuple(map(self._test, tree.parts)))
            case sql.Not():
                return Not(self._test(tree.of))
            case sql.IsTruth():
                return IsTruth(self._test(tree.of), tree.truth)
            case sql.IsNull():
                self._facts(tree.of)
                return tree
            case sql.Holds():
                if self._kind(tree.of).group != "boolean":
                    raise Unread(tree.of.name)
                return tree
            case sql.Listed():
                return self._against(tree.of, "=", tree.values)
            case sql.Compared():
                if isinstance(tree.right, sql.Column | sql.Length | sql.Nulls):
                    return self._between(tree.left, tree.sign, tree.right)
                return self._against(tree.left, tree.sign, (tree.right,))

    def _facts(self, column: sql.Column) -> ColumnFacts:
        """What is known of a column that may be sent."""
        facts = self._columns.get(column.name)
        if facts is None or facts.insert == "absent" or column.name in OBJECT_MEMBERS:
            raise Unread(column.name)
        return facts

    def _kind(self, value: sql.Value) -> _Kind:
        if isinstance(value, sql.Nulls):
            for column in value.of:
                self._facts(column)
            return _Kind("number", _NUMBER, scale=0)
        column = value.of if isinstance(value, sql.Length) else value
        found = self._of_type(
            self._facts(column), type_below(self._table.column(column.name).type, self._schema.domains)
        )
        if found is None or (isinstance(value, sql.Length) and found.group != "text"):
            raise Unread(column.name)
        return _Kind("number", Reading("length", "string"), scale=0) if isinstance(value, sql.Length) else found

    def _of_type(self, facts: ColumnFacts, type_: DataType) -> _Kind | None:
        wire = facts.written
        if type_.is_array:
            return None
        if type_.schema is not None:
            is_enum = type_.qualified_name in self._schema.enums and isinstance(wire, EnumValue | OneOfList)
            return _Kind(str(type_.qualified_name), _TEXT, ordered=False) if is_enum else None
        listed = wire.kind if isinstance(wire, OneOfList) else ""
        match type_.name, wire:
            case "boolean", _ if isinstance(wire, Boolean) or listed == "boolean":
                return _Kind("boolean", Reading("plain", "boolean"), ordered=False)
            case (("smallint" | "integer" | "bigint"), (Integer(carried="number") | OneOfList(kind="number"))):
                return _Kind("number", _NUMBER, scale=0)
            case "numeric", (Numeric(special=(), carried="number") | OneOfList(kind="number")):
                return _Kind("number", _NUMBER, scale=_scale(type_), rounds=bool(type_.modifiers))
            case (("real" | "double precision"), Float(special=())):
                return _Kind("float", Reading("real", "number") if wire.bits == 32 else _NUMBER)
            case (
                ("text" | "character varying" | "name"),
                (Text(inexact=False, padded=False) | OneOfList(kind="text")),
            ):
                return _Kind("text", _TEXT, ordered=False)
            case "uuid", Formatted():
                return _Kind("uuid", Reading("folded", "string"))
            case "date", Date():
                return _Kind("date", _TEXT)
            case name, Formatted(name="timestampWritten" | "timestamptz" | "time") if not type_.modifiers:
                return _Kind(name, Reading("moment", "string"))
            case _:
                return None

    def _between(self, left: sql.Value, sign: Sign, right: sql.Value) -> Between:
        one, other = self._kind(left), self._kind(right)
        numbers = {one.group, other.group} <= {"number", "float"}
        if one.group != other.group and not numbers:
            raise Unread(sign)
        if sign not in ("=", "<>") and not (one.ordered and other.ordered):
            raise Unread(sign)
        readings = (one.reading, other.reading)
        if one.rounds or other.rounds:
            readings = self._in_units(one, other)
        return Between(Operand(left, readings[0]), sign, Operand(right, readings[1]))

    def _in_units(self, one: _Kind, other: _Kind) -> tuple[Reading, Reading]:
        """Decimals of a scale, which PostgreSQL rounds before it compares them."""
        if one.scale is None or other.scale is None or "length" in (one.reading.how, other.reading.how):
            raise Unread("numbers of several kinds")
        common = max(one.scale, other.scale)
        return Reading("units", "number", one.scale, common), Reading("units", "number", other.scale, common)

    def _against(self, left: sql.Value, sign: Sign, constants: tuple[sql.Constant, ...]) -> Against:
        kind = self._kind(left)
        reading = kind.reading
        if sign not in ("=", "<>") and not kind.ordered:
            raise Unread(sign)
        match kind.group:
            case "number" | "float":
                found = [Decimal(item) for item in constants if isinstance(item, int | Decimal) and not _is_bool(item)]
                finite = all(item.is_finite() and abs(item) < Decimal("1e300") for item in found)
                if len(found) != len(constants) or not finite:
                    raise Unread(sign)
                if kind.group == "number" and any(
                    len(item.normalize().as_tuple().digits) > _SAFE_DIGITS for item in found
                ):
                    raise Unread(sign)
                if kind.rounds and kind.scale is not None:
                    digits = max(-int(item.normalize().as_tuple().exponent) for item in found)
                    reading = Reading("units", "number", kind.scale, max(kind.scale, digits, 0))
                    return Against(
                        Operand(left, reading), sign, tuple(int(item.scaleb(reading.common)) for item in found)
                    )  # fmt: skip
                return Against(Operand(left, reading), sign, tuple(found))
            case "boolean":
                fits = all(map(_is_bool, constants))
            case "date":
                fits = all(isinstance(item, str) and _ISO_DATE.match(item) for item in constants)
            case "uuid":
                fits = all(isinstance(item, str) and _UUID.match(item) for item in constants)
                constants = tuple(item.lower() if isinstance(item, str) else item for item in constants)
            case "time" | "timestamp without time zone" | "timestamp with time zone" | "time without time zone":
                fits = False
            case _:
                fits = all(isinstance(item, str) for item in constants)
        if not fits or not constants:
            raise Unread(sign)
        return Against(Operand(left, reading), sign, constants)


def _is_bool(value: object) -> bool:
    return isinstance(value, bool)


def _scale(type_: DataType) -> int | None:
    """Digits after the point; None where the type keeps all."""
    if not type_.modifiers:
        return None
    return int(type_.modifiers[1]) if len(type_.modifiers) > 1 else 0


def _columns(tree: sql.Condition) -> Iterator[str]:
    """The columns of a condition in its order."""
    match tree:
        case sql.Joined():
            for part in tree.parts:
                yield from _columns(part)
        case sql.Not() | sql.IsTruth():
            yield from _columns(tree.of)
        case sql.IsNull() | sql.Holds():
            yield tree.of.name
        case sql.Listed():
            yield from _columns_of_value(tree.of)
        case sql.Compared():
            yield from _columns_of_value(tree.left)
            if isinstance(tree.right, sql.Column | sql.Length | sql.Nulls):
                yield from _columns_of_value(tree.right)


def _columns_of_value(value: sql.Value) -> Iterator[str]:
    match value:
        case sql.Column():
            yield value.name
        case sql.Length():
            yield value.of.name
        case sql.Nulls():
            yield from (column.name for column in value.of)
