"""The JSON Schema emitter: in, a project; out, `types/schema.json`, a schema of 2020-12 for each type and form.

One document, so that a form of text or an enum is written once and a validator that has read it knows all tables.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from schemagen.emit.facts.bounds import tighter_lower, tighter_upper
from schemagen.emit.facts.digits import as_text, limits_of
from schemagen.emit.facts.doubles import LARGEST_FLOAT32, SMALLEST_FLOAT32, Side, of_digits, of_float32
from schemagen.emit.facts.joined import JoinedFacts
from schemagen.emit.facts.patterns import DATE, UNSTORABLE, not_after, not_before
from schemagen.emit.facts.portable import portable
from schemagen.emit.facts.rules import in_words, not_in_json_schema
from schemagen.emit.facts.shapes import Property, Shape
from schemagen.emit.facts.tables import ProjectFacts, project_facts
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
    Text,
    TextMap,
    Vector,
    Wire,
)
from schemagen.model.expressions import BigInteger, Scalar
from schemagen.model.names import QualifiedName
from schemagen.model.project import Project
from schemagen.render.json_text import document

Schema = dict[str, Any]
"""A schema as plain values of JSON."""

_TEXT = Formatted("text", "", f"[^{UNSTORABLE}]*")
_DAY = Formatted("date", "2024-02-29", DATE)
_MOST_DIMENSIONS = 16000
"""Of a vector."""
_OF_FLOAT32 = (Bound(LARGEST_FLOAT32.copy_negate(), False), Bound(LARGEST_FLOAT32, False))
"""What 32 bits hold."""

_ABOUT = (
    "Values as PostgREST sends them in JSON. ...Row is what a select returns, ...Insert and ...Update are what may be "
    "sent: refer to them, as in schema.json#/$defs/{example}. Lengths count characters, and patterns "
    "are regular expressions of ECMAScript with the u flag. What a schema cannot state is in a description or $comment."
)  # fmt: skip


def emit(project: Project) -> dict[str, str]:
    """`{"types/schema.json": text}`. Raises SpecificationError for columns without an exact type."""
    facts = project_facts(project)
    schemas = Schemas(facts)
    shapes = {name: schemas.shape(shape, read_only) for name, shape, read_only in _shapes(facts)}
    source = f" from {project.source}" if project.source else ""
    whole = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$comment": f"Made by schemagen{source}. Do not edit: the next build writes this file again.",
        "title": f"{project.name} {project.version}",
        "description": _ABOUT.format(example=next(iter(shapes), "TableInsert")),
        "$defs": {**shapes, **schemas.joined(), **schemas.enums(), **dict(sorted(schemas.named.items()))},
    }
    return {"types/schema.json": document(whole)}


def _shapes(facts: ProjectFacts) -> Iterable[tuple[str, Shape, frozenset[str]]]:
    """Each shape with the name of its type and the names of the columns that nobody can send."""
    for table in facts.tables:
        computed = frozenset(column.name for column in table.columns if column.insert == "absent")
        for shape in table.shapes:
            yield table.stem + shape.suffix, shape, computed
    for view in facts.views:
        yield view.stem + view.shape.suffix, view.shape, frozenset(item.name for item in view.shape.properties)


class Schemas:
    """The schemas of properties; what columns share is in `named`."""

    def __init__(self, facts: ProjectFacts) -> None:
        self._facts = facts
        self._enums = facts.enum_identifiers()
        self._known: dict[tuple[Wire, bool], Schema] = {}
        self.named: dict[str, Schema] = {}

    def enums(self) -> dict[str, Schema]:
        """The schema of each enum by the name of its type."""
        return {
            enum.identifier: {
                "description": enum.comment or f"One of the labels of the enum {enum.name.name}.",
                "enum": list(enum.values),
            }
            for enum in self._facts.enums
        }

    def joined(self) -> dict[str, Schema]:
        """The schema of each kind of joined rows by the name of its type."""
        stems = self._facts.stems()
        return {item.identifier: _joined(item, stems) for item in self._facts.joined}

    def shape(self, shape: Shape, read_only: frozenset[str]) -> Schema:
        """The schema of an object."""
        properties = {item.name: self._property(item, item.name in read_only) for item in shape.properties}
        required = [item.name for item in shape.properties if not item.optional]
        return {
            "description": shape.about,
            "type": "object",
            "properties": properties,
            **({"required": required} if required else {}),
            **({"additionalProperties": False} if shape.strict else {}),
            **_comment(shape.checks),
        }

    def _property(self, item: Property, read_only: bool) -> Schema:
        notes = "\n".join(item.notes)
        if not notes and not read_only:
            return self.value(item.wire, item.nullable)
        return {
            **({"description": notes} if notes else {}),
            **({"readOnly": True} if read_only else {}),
            **self.value(item.wire, item.nullable),
        }

    def value(self, wire: Wire, nullable: bool) -> Schema:
        """The schema of a value that is there, the same for each column of a kind; nobody may change it."""
        kind = (wire, nullable)
        if kind not in self._known:
            self._known[kind] = self._made(wire, nullable)
        return self._known[kind]

    def _made(self, wire: Wire, nullable: bool) -> Schema:
        if isinstance(wire, Json):
            return self._json(null=wire.null)
        schema = self._present(wire)
        if not nullable:
            return schema
        if "enum" in schema:
            return {**schema, "enum": [*schema["enum"], None]}
        if "type" in schema:
            # No other keyword here says anything of null.
            return {**schema, "type": [schema["type"], "null"]}
        choices = schema["anyOf"] if set(schema) == {"anyOf"} else [schema]
        return {"anyOf": [*choices, {"type": "null"}]}

    def _present(self, wire: Wire) -> Schema:
        match wire:
            case Text():
                return self._text(wire)
            case Formatted():
                lengths = _lengths(wire, "Length")
                return {"type": "string", "pattern": _whole(wire.pattern), **lengths} if lengths else self._form(wire)
            case Date():
                bounds = (wire.minimum and not_before(wire.minimum), wire.maximum and not_after(wire.maximum))
                patterns = [{"type": "string", "pattern": portable(f"^{bound}$")} for bound in bounds if bound]
                return {**self._form(_DAY), **({"allOf": patterns} if patterns else {})}
            case Boolean():
                return {"type": "boolean"}
            case Integer(carried="string") | Numeric(carried="string"):
                return self._form(as_text(wire))
            case Integer():
                minimum, maximum = limits_of(wire)
                return {"type": "integer", "minimum": minimum, "maximum": maximum}
            case Numeric():
                lower, upper = of_digits(wire.lower, "lower"), of_digits(wire.upper, "upper")
                return _or_special({"type": "number", **_bounds(lower, upper)}, wire.special)
            case Float(bits=64):
                return _or_special({"type": "number", **_bounds(wire.lower, wire.upper)}, wire.special)
            case Float():
                return _or_special(_real(wire), wire.special)
            case Json():
                return self._json(null=wire.null)
            case TextMap():
                text = self._form(_TEXT)
                return {
                    "type": "object",
                    "propertyNames": text,
                    "additionalProperties": {"anyOf": [text, {"type": "null"}]},
                }
            case Vector():
                least, most = wire.dimensions or 1, wire.dimensions or _MOST_DIMENSIONS
                number = {"type": "number", **_bounds(*_OF_FLOAT32)}
                numbers = {"type": "array", "items": number, "minItems": least, "maxItems": most}
                return {"anyOf": [self._form(wire.text), numbers]}
            case OneOfList():
                return {"enum": [_value(value) for value in wire.values]}
            case EnumValue():
                return reference(self._enums[wire.name])
            case Array():
                return self._array(wire)

    def _text(self, wire: Text) -> Schema:
        words = not_in_json_schema(wire)
        more = [{"pattern": portable(pattern)} for pattern in wire.patterns]
        # A character has at least one byte.
        least = Text(wire.minimum, min(wire.maximum or wire.bytes, wire.bytes)) if wire.bytes is not None else wire
        return {
            "type": "string",
            **_lengths(least, "Length"),
            "pattern": _whole(_TEXT.pattern),
            **({"allOf": more} if more else {}),
            **_comment(words),
        }

    def _form(self, form: Formatted) -> Schema:
        """A reference to the form, which is written down."""
        if form.name not in self.named:
            about = f"Text like {form.example}" if form.example else "Text that PostgreSQL can hold."
            self.named[form.name] = {
                "description": about,
                "type": "string",
                "pattern": _whole(form.pattern),
                **_comment(in_words(form.rules)),
            }
        return reference(form.name)

    def _json(self, *, null: bool) -> Schema:
        text, json = self._form(_TEXT), reference("json")
        self.named["json"] = {
            "description": "Any JSON value that PostgreSQL can hold.",
            "anyOf": [
                *({"type": kind} for kind in ("null", "boolean", "number")),
                text,
                {"type": "array", "items": json},
                {"type": "object", "propertyNames": text, "additionalProperties": json},
            ],
        }
        return json if null else {**json, "not": {"type": "null"}}

    def _array(self, wire: Array) -> Schema:
        element = self.value(wire.element, wire.nullable)
        schema = {"type": "array", "items": element, **_lengths(wire, "Items")}
        if wire.sent_dimensions is None:
            return schema
        if isinstance(wire.element, Json):
            # Its dimensions are as deep as its first elements go.
            refused = "array" if wire.element.null else ["array", "null"]
            schema["prefixItems"] = [{**element, "not": {"type": refused}}]
        elif isinstance(wire.element, Array):
            inner = Array(wire.element.element, wire.element.nullable, sent_dimensions=wire.sent_dimensions - 1)
            schema["items"] = self.value(inner, wire.nullable)
        return {**schema, **_comment(not_in_json_schema(wire)[:1] if wire.sent_dimensions > 1 else ())}


def _joined(item: JoinedFacts, stems: dict[QualifiedName, str]) -> Schema:
    row, link, target = (reference(f"{stems[name]}Row") for name in (item.table, item.junction, item.target))
    inner = {"anyOf": [target, {"type": "null"}]} if item.nullable else target
    linked = _both(link, item.target.name, inner)
    held = {"type": "array", "items": linked} if item.many else {"anyOf": [linked, {"type": "null"}]}
    return {"description": item.about, **_both(row, item.junction.name, held)}


def _both(row: Schema, name: str, schema: Schema) -> Schema:
    """The schema of a row that has one more property."""
    return {"allOf": [row, {"type": "object", "properties": {name: schema}, "required": [name]}]}


def reference(name: str) -> Schema:
    """A reference to a schema of the document."""
    # Within a pointer in a URI, letters beyond ASCII are the percent-encoded bytes of their UTF-8.
    letters = "".join(c if c.isascii() else "".join(f"%{byte:02X}" for byte in c.encode()) for c in name)
    return {"$ref": f"#/$defs/{letters}"}


def _whole(pattern: str) -> str:
    """The pattern for a whole text; a choice must be one part between the anchors."""
    spelled = portable(pattern)
    return f"^(?:{spelled})$" if "|" in spelled else f"^{spelled}$"


def _comment(words: tuple[str, ...]) -> Schema:
    """What the schema cannot state."""
    return {"$comment": f"Not stated here: {'; '.join(words)}."} if words else {}


def _lengths(wire: Text | Formatted | Array, what: str) -> Schema:
    minimum = {f"min{what}": wire.minimum} if wire.minimum else {}
    return minimum | ({} if wire.maximum is None else {f"max{what}": wire.maximum})


def _bounds(lower: Bound | None, upper: Bound | None) -> Schema:
    return _bound(lower, "lower") | _bound(upper, "upper")


def _bound(bound: Bound | None, side: Side) -> Schema:
    if bound is None:
        return {}
    name = "minimum" if side == "lower" else "maximum"
    return {name if bound.inclusive else f"exclusive{name.title()}": _number(bound.value)}


def _real(wire: Float) -> Schema:
    """A real is rounded to 32 bits first; what would vanish there is an error in PostgreSQL."""
    lower = tighter_lower(_OF_FLOAT32[0], of_float32(wire.lower, "lower"))
    upper = tighter_upper(_OF_FLOAT32[1], of_float32(wire.upper, "upper"))
    return {
        "type": "number",
        **_bounds(lower, upper),
        "anyOf": [
            {"const": 0},
            {"exclusiveMinimum": _number(SMALLEST_FLOAT32)},
            {"exclusiveMaximum": -_number(SMALLEST_FLOAT32)},
        ],
    }


def _or_special(finite: Schema, special: tuple[str, ...]) -> Schema:
    """A number, or one of the texts that JSON has for what is none."""
    return {"anyOf": [finite, {"enum": list(special)}]} if special else finite


def _value(content: Scalar) -> object:
    if isinstance(content, BigInteger):
        return int(content)
    return _number(content) if isinstance(content, (int, Decimal)) and not isinstance(content, bool) else content


def _number(content: int | Decimal) -> int | float:
    """The double nearest to the number, which is what it becomes where it is read; whole ones without a fraction."""
    nearest = float(content)
    return int(nearest) if nearest == int(nearest) and abs(nearest) < 1e21 else nearest
