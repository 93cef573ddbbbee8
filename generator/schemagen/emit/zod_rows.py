"""Checks of rows in TypeScript: in, tests over columns; out, expressions that answer as SQL does, and what they call.

Every expression is true, false, null, or undefined where it needs a column that is not known. A check refuses a row
only where it is false, so that what is not known never refuses one that the database takes.
"""

from __future__ import annotations

from decimal import Decimal

from schemagen.emit.facts.row_checks import Against, Between, IsTruth, Joined, Not, Operand, Reading, Test
from schemagen.render.typescript import Code, key, number, string, value
from schemagen.syntax import conditions as sql
from schemagen.syntax.conditions import Sign

_SIGNS: dict[Sign, str] = {"=": "===", "<>": "!==", "<": "<", "<=": "<=", ">": ">", ">=": ">="}
_TRUTHS = {"true": "true", "false": "false", "unknown": "null"}


class RowTests:
    """Prints tests of a row that is called `row`; `rules` are the functions that they call."""

    def __init__(self) -> None:
        self.rules: set[str] = set()

    def expression(self, test: Test) -> Code:
        """The test as an expression."""
        match test:
            case Joined():
                parts = ", ".join(map(self.expression, test.parts))
                return Code(f"{self._rule('allOf' if test.word == 'and' else 'anyOf')}({parts})")
            case Not():
                return Code(f"{self._rule('negated')}({self.expression(test.of)})")
            case IsTruth():
                return Code(f"{self._rule('isTruth')}({self.expression(test.of)}, {_TRUTHS[test.truth]})")
            case sql.IsNull():
                return self._is_null(test.of)
            case sql.Holds():
                return _column(test.of)
            case Against():
                return self._against(test)
            case Between():
                one, other = (self._read(side.reading, name) for side, name in ((test.left, "a"), (test.right, "b")))
                types = f"a: {test.left.reading.carried}, b: {test.right.reading.carried}"
                holds = f"({types}) => {one} {_SIGNS[test.sign]} {other}"
                sides = f"{self._value(test.left)}, {self._value(test.right)}"
                return Code(f"{self._rule('compared')}({sides}, {holds})")

    def _against(self, test: Against) -> Code:
        reading = test.left.reading
        read = self._read(reading, "a")
        holds = " || ".join(f"{read} {_SIGNS[test.sign]} {_constant(item, reading)}" for item in test.constants)
        return Code(f"{self._rule('tested')}({self._value(test.left)}, (a: {reading.carried}) => {holds})")

    def _value(self, operand: Operand) -> str:
        match operand.value:
            case sql.Column() as column:
                return _column(column)
            case sql.Length(of=column):
                return _column(column)
            case sql.Nulls(of=columns, counted=counted):
                rule = self._rule("nullsAmong" if counted == "null" else "valuesAmong")
                return f"{rule}({', '.join(map(self._is_null, columns))})"

    def _is_null(self, column: sql.Column) -> Code:
        return Code(f"{self._rule('isNull')}({_column(column)})")

    def _read(self, reading: Reading, name: str) -> str:
        match reading.how:
            case "plain":
                return name
            case "folded":
                return f"{name}.toLowerCase()"
            case "real":
                return f"Math.fround({name})"
            case "length":
                return f"[...{name}].length"
            case "moment":
                return f"{self._rule('momentOf')}({name})"
            case "units":
                more = reading.common - reading.scale
                return f"{self._rule('inUnits')}({name}, {reading.scale})" + (
                    f' * BigInt("1{"0" * more}")' if more else ""
                )

    def _rule(self, name: str) -> str:
        self.rules.add(name)
        return name


def _column(column: sql.Column) -> Code:
    name = key(column.name)
    return Code(f"row[{string(column.name)}]" if name.startswith('"') else f"row.{name}")


def _constant(item: str | int | Decimal | bool, reading: Reading) -> Code:
    if reading.how == "units":
        return Code(f'BigInt("{item}")')
    return number(item) if isinstance(item, Decimal) else value(item)
