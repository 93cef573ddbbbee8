"""The Zod emitter: in, a project; out, `types/zod.ts` with Zod 4 schemas and the proof that they equal the types.

Every rule is one that was measured on Zod 4.6.7 and PostgreSQL 15. A call is marked PURE so that a
bundler drops the schemas that an application does not use.
"""

from __future__ import annotations

from schemagen.emit.facts.digits import as_text
from schemagen.emit.facts.doubles import Side, of_digits
from schemagen.emit.facts.patterns import DATE, UNSTORABLE
from schemagen.emit.facts.shapes import Property, Shape
from schemagen.emit.facts.tables import EnumFacts, TableFacts, project_facts
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
from schemagen.model.expressions import BigInteger
from schemagen.model.names import QualifiedName
from schemagen.model.project import Project
from schemagen.render.environment import render
from schemagen.render.typescript import Code, array, identifier, number, regex, string, value

_PURE = "/*@__PURE__*/ "
_CHARACTER = "must not have a character that PostgreSQL cannot hold"
_FLOAT32 = "must be a number that 32 bits hold"
_NEEDED_RULES = {
    "lexemesFit": ("isOfBytes",), "isMoment": ("dayNumber",), "areMoments": ("isMoment", "dayNumber"),
    "rangesInOrder": ("dayNumber",),
}  # fmt: skip
"""Rules that call other rules, with these."""
_MOST_DIMENSIONS = 16000
"""Of a vector."""
_SMALLEST, _LARGEST = -(2**53 - 1), 2**53 - 1

_TEXT = Formatted("text", "", f"[^{UNSTORABLE}]*")
_DAY = Formatted("date", "2024-02-29", DATE)


def emit(project: Project) -> dict[str, str]:
    """`{"types/zod.ts": text}`. Raises SpecificationError for columns without an exact type."""
    facts = project_facts(project)
    schemas = _Schemas(facts.enum_identifiers())
    tables = [_TableView(table, schemas) for table in facts.tables]
    views = [_ShapeView(view.stem, view.shape, schemas) for view in facts.views]
    text = render(
        "zod/zod.ts.j2",
        project=project,
        enums=[_EnumView(enum) for enum in facts.enums],
        tables=tables,
        views=views,
        named=[_NamedView(name, *about) for name, about in sorted(schemas.named.items())],
        rules=sorted(schemas.rules),
        json=not schemas.rules.isdisjoint({"isStorable", "isOfDimensions"}),
        inherited=any(item.inherited for table in facts.tables for shape in table.shapes for item in shape.properties),
    )
    return {"types/zod.ts": text}


class _EnumView:
    """The schema of an enum as the template prints it."""

    def __init__(self, enum: EnumFacts) -> None:
        self.identifier = enum.identifier
        self.doc = enum.comment or f"One of the labels of the enum {enum.name.name}."
        self.schema = Code(_PURE + _list(OneOfList.of(enum.values)))


class _NamedView:
    """A schema that columns share, as the template prints it."""

    def __init__(self, name: str, doc: str, schema: Code) -> None:
        self.name, self.doc, self.schema = name, doc, schema


def _form(form: Formatted) -> tuple[str, Code]:
    """What a form of text is, in words, and its schema."""
    message = f"must be written like {form.example}" if form.example else _CHARACTER
    # The rules look only at what the pattern took.
    settings = f"{{ error: {string(message)}, abort: true }}" if form.rules else string(message)
    calls = "".join(f".refine({_rule(rule)}, {string(message)})" for rule in form.rules)
    # A choice must be one part between the anchors.
    pattern = f"^(?:{form.pattern})$" if "|" in form.pattern else f"^{form.pattern}$"
    doc = f"Text like {form.example}" if form.example else "Text that PostgreSQL can hold."
    return doc, Code(f"{_PURE}z.string().regex({regex(pattern)}, {settings}){calls}")


def _rule(rule: Rule) -> str:
    """The function that judges a value by the rule."""
    name = identifier(rule.name)
    return name if rule.argument is None else f"(value) => {name}(value, {value(rule.argument)})"


class _TableView:
    """A table as the template prints it."""

    def __init__(self, table: TableFacts, schemas: _Schemas) -> None:
        self.stem = table.stem
        self.shapes = [_ShapeView(table.stem, shape, schemas) for shape in table.shapes]
        self.defaults_constant = table.defaults_constant
        self.defaults_doc = f"What {table.name.name} gets where an insert leaves a column out, as far as it is a value."
        self.defaults = [(column.name, column.default.value) for column in table.columns if column.default is not None]
        given = {name for name, _ in self.defaults}
        *_, update = table.shapes
        # TypeScript would compare the inherited member of the constant with the type of the column.
        self.not_in_defaults = [item.name for item in update.properties if item.inherited and item.name not in given]


class _ShapeView:
    """One schema as the template prints it."""

    def __init__(self, stem: str, shape: Shape, schemas: _Schemas) -> None:
        self.identifier = stem + shape.suffix
        self.strict = shape.strict
        self.doc = shape.about
        self.properties = [(item.name, schemas.of(item, self.identifier)) for item in shape.properties]


class _Schemas:
    """The schemas of properties, each kind printed once."""

    def __init__(self, enums: dict[QualifiedName, str]) -> None:
        self._enums = enums
        self._known: dict[tuple[Wire, bool, bool], Code] = {}
        self.named: dict[str, tuple[str, Code]] = {}
        """What columns share, by name: what it is in words, and its schema."""
        self.rules: set[str] = set()
        """The rules that are used."""

    def of(self, item: Property, type_name: str) -> Code:
        """The schema of one key of the type with this name."""
        kind = (item.wire, item.nullable, item.optional)
        schema = self._known.get(kind)
        if schema is None:
            schema = self._present(item.wire, item.nullable)
            schema = self._known[kind] = _called(schema, ".optional()") if item.optional else schema
        if item.inherited:
            # Zod reads the inherited member of an absent key, so that is turned into undefined first.
            clean = f"{_PURE}z.transform(unlessInherited<{type_name}[{string(item.name)}]>)"
            return Code(f"{_PURE}z.pipe({clean}, {schema}).optional()")
        return schema

    def _present(self, wire: Wire, nullable: bool) -> Code:
        """The schema of a value that is there, on one line."""
        expression = self._expression(wire)
        # A bare name is no call that a bundler would have to keep.
        schema = Code(expression if expression.isidentifier() else _PURE + expression)
        return _called(schema, ".nullable()") if nullable else schema

    def _expression(self, wire: Wire) -> str:
        match wire:
            case Text():
                patterns = "".join(f".regex({regex(pattern)})" for pattern in wire.patterns)
                limit = "" if wire.bytes is None else f".refine({self._rule(Rule('isOfBytes', wire.bytes))})"
                return f"{self._form(_TEXT)}{_lengths(wire)}{patterns}{limit}"
            case Formatted():
                return self._form(wire) + _lengths(wire)
            case Date():
                return self._form(_DAY) + _date_bounds(wire)
            case Boolean():
                return "z.boolean()"
            case Integer(carried="string") | Numeric(carried="string"):
                return self._form(as_text(wire))
            case Integer():
                return _integer(wire)
            case Numeric():
                finite = f"z.number(){_numeric_bound(wire.lower, 'lower')}{_numeric_bound(wire.upper, 'upper')}"
                return _or_special(finite, wire.special)
            case Float(bits=64):
                finite = f"z.number(){_float_bound(wire.lower, 'lower')}{_float_bound(wire.upper, 'upper')}"
                return _or_special(finite, wire.special)
            case Float():
                return _or_special(self._real(wire), wire.special)
            case Json():
                return self._json(wire)
            case TextMap():
                text = self._form(_TEXT)
                return f"z.record({text}, {_PURE}{text}.nullable())"
            case Vector():
                least, most = wire.dimensions or 1, wire.dimensions or _MOST_DIMENSIONS
                number_ = f"{_PURE}z.number().refine({self._rule(Rule('isFloat32'))}, {string(_FLOAT32)})"
                numbers = f"{_PURE}z.array({number_}){_lengths(Array(Float(32), False, least, most))}"
                return f"z.union([{self._form(wire.text)}, {numbers}])"
            case OneOfList():
                return _list(wire)
            case EnumValue():
                return f"{identifier(self._enums[wire.name])}Schema"
            case Array():
                shape = ""
                if wire.sent_dimensions is not None:
                    rule = self._rule(Rule("isOfDimensions", wire.sent_dimensions))
                    shape = f".refine({rule}, {string(f'must be an array of {wire.sent_dimensions} dimensions')})"
                return f"z.array({self._present(wire.element, wire.nullable)}){_lengths(wire)}{shape}"

    def _form(self, form: Formatted) -> str:
        """The name under which the form is printed, with the functions that it needs."""
        for rule in form.rules:
            self._rule(rule)
        if form.name not in self.named:
            self.named[form.name] = _form(form)
        return identifier(form.name)

    def _json(self, wire: Json) -> str:
        name = "json" if wire.null else "jsonNotNull"
        if name not in self.named:
            kinds = "z.json()" if wire.null else _json_not_null()
            schema = Code(f"{_PURE}{kinds}.refine({self._rule(Rule('isStorable'))}, {string(_CHARACTER)})")
            self.named[name] = (f"Any JSON value{'' if wire.null else ' but null'}.", schema)
        return identifier(name)

    def _real(self, wire: Float) -> str:
        """A real is rounded to 32 bits first; what would vanish there (1e-46) is an error in PostgreSQL."""
        conditions = [
            f"Math.fround(x) {operator}{'=' if bound.inclusive else ''} {number(bound.value)}"
            for bound, operator in ((wire.lower, ">"), (wire.upper, "<"))
            if bound is not None
        ]
        within = f".refine((x) => {' && '.join(conditions)})" if conditions else ""
        if "real" not in self.named:
            checks = [self._rule(Rule(name)) for name in ("isFloat32", "isNotVanishing")]
            rules = "".join(f".refine({check}, {string(_FLOAT32)})" for check in checks)
            self.named["real"] = ("A number that 32 bits hold.", Code(f"{_PURE}z.number(){rules}"))
        return f"real{within}"

    def _rule(self, rule: Rule) -> str:
        self.rules.update((rule.name, *_NEEDED_RULES.get(rule.name, ())))
        return _rule(rule)


def _called(schema: Code, call: str) -> Code:
    """The schema with a method called on it; the first call of a chain carries the mark for all of it."""
    return Code(schema + call if schema.startswith(_PURE) else _PURE + schema + call)


def _json_not_null() -> str:
    """The union that z.json() is, without null."""
    json = f"{_PURE}z.json()"
    members = [f"{_PURE}z.{kind}()" for kind in ("string", "number", "boolean")]
    members += [f"{_PURE}z.array({json})", f"{_PURE}z.record({_PURE}z.string(), {json})"]
    return f"z.union([{', '.join(members)}])"


def _lengths(wire: Text | Formatted | Array) -> str:
    if wire.minimum is not None and wire.minimum == wire.maximum:
        return f".length({number(wire.minimum)})"
    minimum = "" if not wire.minimum else f".min({number(wire.minimum)})"
    return minimum + ("" if wire.maximum is None else f".max({number(wire.maximum)})")


def _list(wire: OneOfList) -> str:
    """A z.enum for texts; a z.literal for the rest, and where a text would be no member of z.enum's object."""
    values = array(wire.values)
    texts = all(isinstance(value, str) and value != "__proto__" for value in wire.values)
    return f"z.enum({values})" if texts else f"z.literal({values})"


def _or_special(finite: str, special: tuple[str, ...]) -> str:
    """A number, or one of the texts that JSON has for what is none."""
    if not special:
        return finite
    number_ = finite if finite.isidentifier() else _PURE + finite
    return f"z.union([{number_}, {_PURE}z.enum({array(special)})])"


def _integer(wire: Integer) -> str:
    if wire.carried == "bigint":
        least = "" if wire.minimum is None else f".min({value(BigInteger(wire.minimum))})"
        return f"z.int64(){least}" + ("" if wire.maximum is None else f".max({value(BigInteger(wire.maximum))})")
    match wire.bits:
        case 16:
            minimum = -32768 if wire.minimum is None else max(wire.minimum, -32768)
            maximum = 32767 if wire.maximum is None else min(wire.maximum, 32767)
            return f"z.int().min({number(minimum)}).max({number(maximum)})"
        case 32:
            start, smallest, largest = "z.int32()", -(2**31), 2**31 - 1
        case 64:
            start, smallest, largest = "z.int()", _SMALLEST, _LARGEST
    lower = "" if wire.minimum is None or wire.minimum <= smallest else f".min({number(wire.minimum)})"
    upper = "" if wire.maximum is None or wire.maximum >= largest else f".max({number(wire.maximum)})"
    return start + lower + upper


def _numeric_bound(bound: Bound | None, side: Side) -> str:
    """`.gt(x)` and its like, exact although x is a double."""
    return _float_bound(of_digits(bound, side), side)


def _float_bound(bound: Bound | None, side: Side) -> str:
    """PostgreSQL turns the bound into a double before it compares, as JavaScript does."""
    method = "gt" if side == "lower" else "lt"
    return "" if bound is None else f".{method}{'e' if bound.inclusive else ''}({number(bound.value)})"


def _date_bounds(wire: Date) -> str:
    lower = "" if wire.minimum is None else f".refine((s) => s >= {string(wire.minimum)})"
    return lower + ("" if wire.maximum is None else f".refine((s) => s <= {string(wire.maximum)})")
