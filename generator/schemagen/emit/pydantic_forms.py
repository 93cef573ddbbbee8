"""What a column carries as a Python type: in, facts; out, an expression of Python, and the named ones it refers to.

A type that datamodel-code-generator would make less exact than it is, or name by itself, is one of these.
"""

from __future__ import annotations

import re

from schemagen.emit.facts.digits import as_text, limits_of
from schemagen.emit.facts.doubles import LARGEST_FLOAT32, SMALLEST_FLOAT32, Side, of_digits, of_float32
from schemagen.emit.facts.names import Identifiers
from schemagen.emit.facts.patterns import DATE
from schemagen.emit.facts.portable import SURROGATES, portable
from schemagen.emit.facts.wire import (
    Array,
    Boolean,
    Bound,
    Date,
    EnumValue,
    Float,
    Formatted,
    Integer,
    Json,
    Numeric,
    OneOfList,
    Rule,
    Text,
    TextMap,
    Vector,
    Wire,
)
from schemagen.model.names import QualifiedName
from schemagen.records import dataclass, replace
from schemagen.render.python import Code, identifier, regex, string, value, values

NO_NUL = r"^[^\u0000]*$"
"""Texts without U+0000; halves of surrogate pairs are refused by pydantic itself."""
_CHARACTER = "must not have a character that PostgreSQL cannot hold"
_FLOAT32 = "must be a number that 32 bits hold"
_TEXT = Text()
_DAY = Formatted("date", "2024-02-29", DATE)
_MOST_DIMENSIONS = 16000
"""Of a vector."""
_NEEDED_RULES = {
    "is_moment": ("day_number",), "are_moments": ("is_moment", "day_number"),
    "ranges_in_order": ("day_number",),
}  # fmt: skip
"""Rules that call other rules, with these."""


@dataclass(frozen=True, slots=True)
class NamedForm:
    """A type with a name: `type` is Python, `doc` what it is in words."""

    name: str
    type: Code
    doc: str


class Forms:
    """The named types of one file, whose names are those that are still free."""

    def __init__(self, enums: dict[QualifiedName, str], names: Identifiers) -> None:
        self._enums = enums
        self._names = names
        self._known: dict[Wire, str] = {}
        self.named: dict[str, NamedForm] = {}
        self.rules: set[str] = set()
        """The rules that are used."""

    def name_of(self, wire: Wire, wanted: str) -> str:
        """The name under which a type is written down, the wanted one where nothing better is known."""
        if isinstance(wire, (Integer, Numeric)) and wire.carried == "string":
            wire = as_text(wire)
        if isinstance(wire, Text):
            # What they say of PostgreSQL's ways to compare makes no other type.
            wire = replace(wire, inexact=False, padded=False)
        if wire not in self._known:
            better = _own_name(wire)
            # What it refers to stands before it.
            type_, doc = self._expression(wire), _in_words(wire)
            name = self._known[wire] = self._names.claim(better or wanted)
            self.named[name] = NamedForm(name, type_, doc)
        return self._known[wire]

    def expression(self, wire: Wire, nullable: bool = False) -> Code:
        """The type of a value."""
        shared = not isinstance(wire, (Text, TextMap)) and _own_name(wire) is not None
        type_ = identifier(self.name_of(wire, "")) if shared else self._expression(wire)
        return Code(f"{type_} | None") if nullable and not isinstance(wire, Json) else type_

    def _expression(self, wire: Wire) -> Code:
        match wire:
            case Text():
                return self._text(wire)
            case Formatted():
                message = f"must be written like {wire.example}"
                pattern, longest = _without_long_labels(_whole(wire.pattern))
                checks = [self._rule(rule, message) for rule in wire.rules]
                if longest is not None:
                    fits = f'lambda text: all(len(label) <= {longest} for label in text.split("."))'
                    checks.append(_check(fits, message))
                return _annotated("str", _field(**_lengths(wire), pattern=pattern), *checks)
            case Date():
                bounds = [("<", wire.minimum), (">", wire.maximum)]
                checks = [
                    _check(f"lambda text: not text {sign} {string(bound)}", f"must not be {sign} {bound}")
                    for sign, bound in bounds
                    if bound is not None
                ]
                return _annotated("str", _field(pattern=_whole(_DAY.pattern)), *checks)
            case Boolean():
                return Code("bool")
            case Integer(carried="string") | Numeric(carried="string"):
                return self.expression(as_text(wire))
            case Integer():
                minimum, maximum = limits_of(wire)
                return _annotated("int", _field(ge=value(minimum), le=value(maximum)))
            case Numeric():
                bounds_ = _bounds(of_digits(wire.lower, "lower"), of_digits(wire.upper, "upper"))
                return _or_special(_annotated("float", _field(**bounds_)), wire.special)
            case Float(bits=64):
                return _or_special(_annotated("float", _field(**_bounds(wire.lower, wire.upper))), wire.special)
            case Float():
                lower, upper = of_float32(wire.lower, "lower"), of_float32(wire.upper, "upper")
                checks = [
                    _check(f"lambda number: abs(number) < {value(LARGEST_FLOAT32)}", _FLOAT32),
                    _check(f"lambda number: number == 0 or abs(number) > {value(SMALLEST_FLOAT32)}", _FLOAT32),
                ]
                return _or_special(_annotated("float", _field(**_bounds(lower, upper)), *checks), wire.special)
            case Json():
                storable = self._rule(Rule("isStorable"), _CHARACTER)
                present = [] if wire.null else [_check("lambda json: json is not None", "must not be null")]
                return _annotated("JsonValue", storable, *present)
            case TextMap():
                text = self.name_of(_TEXT, "")
                return Code(f"dict[{text}, {text} | None]")
            case Vector():
                least, most = wire.dimensions or 1, wire.dimensions or _MOST_DIMENSIONS
                number = _annotated("float", _check(f"lambda number: abs(number) < {value(LARGEST_FLOAT32)}", _FLOAT32))
                numbers = _annotated(f"list[{number}]", _field(min_length=Code(str(least)), max_length=Code(str(most))))
                return Code(f"{self.expression(wire.text)} | {numbers}")
            case OneOfList():
                return _one_of(wire)
            case EnumValue():
                return identifier(self._enums[wire.name])
            case Array():
                return self._array(wire)

    def _text(self, wire: Text) -> Code:
        if not wire.patterns and wire.bytes is None:
            return _annotated("str", _field(**_lengths(wire), pattern=NO_NUL))
        # The pattern of a Field takes the place of another one.
        checks = [
            _check(f"re.compile({regex(portable(pattern, end=_END))}).search", f"must match {pattern}")
            for pattern in wire.patterns
        ]
        if wire.bytes is not None:
            checks.append(self._rule(Rule("isOfBytes", wire.bytes), f"must have at most {wire.bytes} bytes"))
        return _annotated("str", _field(**_lengths(wire), pattern=NO_NUL), *checks)

    def _array(self, wire: Array) -> Code:
        checks = []
        if wire.sent_dimensions is not None:
            message = f"must be an array of {wire.sent_dimensions} dimensions"
            checks = [self._rule(Rule("isOfDimensions", wire.sent_dimensions), message)]
        return _annotated(f"list[{self.expression(wire.element, wire.nullable)}]", _field(**_lengths(wire)), *checks)

    def _rule(self, rule: Rule, message: str) -> Code:
        name = re.sub("([A-Z])", lambda letter: f"_{letter[0].lower()}", rule.name)
        self.rules.update((name, *_NEEDED_RULES.get(name, ())))
        function = identifier(f"_{name}")
        return _check(
            function if rule.argument is None else f"lambda value: {function}(value, {value(rule.argument)})", message
        )


_END = r"\Z"
"""The end of a text in Python, whose `$` is also before a line break there."""


def _own_name(wire: Wire) -> str | None:
    """The name of what many columns share."""
    match wire:
        case Text() if wire == _TEXT:
            return "Text"
        case Formatted(minimum=None, maximum=None):
            return wire.name[:1].upper() + wire.name[1:]
        case Date(minimum=None, maximum=None):
            return "Day"
        case Json():
            return "AnyJson" if wire.null else "AnyJsonNotNull"
        case Float(bits=32, lower=None, upper=None, special=()):
            return "Real"
        case Integer(minimum=None, maximum=None):
            return f"Int{wire.bits}"
        case TextMap():
            return "TextMap"
    return None


def _in_words(wire: Wire) -> str:
    match wire:
        case Text() if wire == _TEXT:
            return "Text that PostgreSQL can hold."
        case Formatted():
            return f"Text like {wire.example}" if wire.example else "Text that PostgreSQL can hold."
        case Date():
            return f"Text like {_DAY.example}"
        case Json():
            return f"Any JSON value{'' if wire.null else ' but null'} that PostgreSQL can hold."
        case Float(bits=32):
            return "A number that 32 bits hold."
        case TextMap():
            return "Texts by their keys."
        case Vector():
            return "A vector as its text, or as its numbers."
        case OneOfList():
            return "One of a list."
        case Array():
            return f"An array of {wire.sent_dimensions or 1} dimensions."
        case Integer():
            return "A whole number."
        case Numeric(special=()) | Float(special=()):
            return "A number."
        case Numeric() | Float():
            return "A number, or a text for what JSON has no number for."
    return "Text as the specification asks for it."


def _annotated(type_: str, *parts: Code) -> Code:
    given = [part for part in parts if part]
    return Code(f"Annotated[{', '.join([type_, *given])}]" if given else type_)


def _field(*, pattern: str | None = None, **settings: Code) -> Code:
    """A call of Field with what is given; empty where nothing is."""
    given = [f"{name}={setting}" for name, setting in settings.items()]
    if pattern is not None:
        given.append(f"pattern={regex(pattern)}")
    return Code(f"Field({', '.join(given)})" if given else "")


def _check(function: str, message: str) -> Code:
    return Code(f"_check({function}, {string(message)})")


def _whole(pattern: str) -> str:
    """The pattern for a whole text in the syntax of Rust, which knows no halves of surrogate pairs."""
    spelled = portable(pattern).replace(SURROGATES, "")
    return f"^(?:{spelled})$" if "|" in spelled else f"^{spelled}$"


def _without_long_labels(pattern: str) -> tuple[str, int | None]:
    """The pattern without a count of letters that would need too much memory in Rust, and that count, if any."""
    found = re.search(r"\{1,(\d{3,})\}", pattern)
    return (pattern, None) if found is None else (pattern.replace(found[0], "+"), int(found[1]))


def _lengths(wire: Text | Formatted | Array) -> dict[str, Code]:
    given = {"min_length": wire.minimum or None, "max_length": wire.maximum}
    return {name: Code(str(length)) for name, length in given.items() if length is not None}


def _bounds(lower: Bound | None, upper: Bound | None) -> dict[str, Code]:
    return _bound(lower, "lower") | _bound(upper, "upper")


def _bound(bound: Bound | None, side: Side) -> dict[str, Code]:
    if bound is None:
        return {}
    name = ("g" if side == "lower" else "l") + ("e" if bound.inclusive else "t")
    return {name: value(bound.value)}


def _or_special(finite: Code, special: tuple[str, ...]) -> Code:
    """A number, or one of the texts that JSON has for what is none."""
    return Code(f"{finite} | Literal[{values(special)}]") if special else finite


def _one_of(wire: OneOfList) -> Code:
    """Texts as a Literal; of a number or a boolean it would take 1, 1.0 and true for one another."""
    if all(isinstance(item, str) for item in wire.values):
        return Code(f"Literal[{values(wire.values)}]")
    kind = "bool" if all(isinstance(item, bool) for item in wire.values) else "int | float"
    listed = values(wire.values)
    comma = "," if len(wire.values) == 1 else ""
    return _annotated(kind, _check(f"lambda value: value in ({listed}{comma})", f"must be one of {listed}"))
