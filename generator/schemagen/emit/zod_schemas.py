"""Schemas of Zod: in, what columns carry; out, an expression for each, and what several of them share.

Every rule is one that was measured on Zod 4.6.7 and PostgreSQL 15.
"""

from __future__ import annotations

from schemagen.emit.facts.columns import ColumnFacts
from schemagen.emit.facts.digits import as_text, limits_of
from schemagen.emit.facts.doubles import of_digits
from schemagen.emit.facts.ids import Id, IdFacts
from schemagen.emit.facts.names import Identifiers
from schemagen.emit.facts.patterns import DATE, UNSTORABLE
from schemagen.emit.facts.row_checks import Test
from schemagen.emit.facts.shapes import Property
from schemagen.emit.facts.tables import ProjectFacts
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
from schemagen.emit.zod_flavours import PURE, Check, Flavour
from schemagen.emit.zod_rows import RowTests
from schemagen.model.expressions import BigInteger
from schemagen.render.typescript import Code, array, identifier, number, regex, string, value

_CHARACTER = "must not have a character that PostgreSQL cannot hold"
_FLOAT32 = "must be a number that 32 bits hold"
_NEEDED_RULES = {
    "lexemesFit": ("isOfBytes",), "isMoment": ("dayNumber",), "areMoments": ("isMoment", "dayNumber"),
    "rangesInOrder": ("dayNumber",), "momentOf": ("dayNumber",),
}  # fmt: skip
"""Rules that call other rules, with these."""
_MOST_DIMENSIONS = 16000
"""Of a vector."""

_TEXT = Formatted("text", "", f"[^{UNSTORABLE}]*")
_DAY = Formatted("date", "2024-02-29", DATE)


def _rule(rule: Rule) -> str:
    """The function that judges a value by the rule."""
    name = identifier(rule.name)
    return name if rule.argument is None else f"(value) => {name}(value, {value(rule.argument)})"


class Schemas:
    """The schemas of properties, each kind printed once."""

    def __init__(self, facts: ProjectFacts, flavour: Flavour) -> None:
        self._enums = facts.enum_identifiers()
        self._ids = {item.id: item for item in facts.ids}
        self._flavour = flavour
        self._names = Identifiers()
        self._known: dict[tuple[Wire, bool, bool, tuple[Id, ...]], tuple[Code, set[str], set[str]]] = {}
        self.named: dict[str, tuple[str, Code]] = {}
        """What columns share, by name: what it is in words, and its schema."""
        self.rules: set[str] = set()
        """The rules that are used."""
        self.used: set[str] = set()
        """What the schemas of properties refer to by its name, until somebody empties it."""
        self.used_ids: set[str] = set()
        """The types of ids that are referred to by their names, until somebody empties it."""
        self.inherited = False
        """Whether a key may be absent whose name every object inherits."""

    def of(self, item: Property, type_name: str) -> Code:
        """The schema of one key of the type with this name."""
        kind = (item.wire, item.nullable, item.optional, item.ids)
        if kind not in self._known:
            before = self.used, self.used_ids
            self.used, self.used_ids = set(), set()
            present = self._present(item.wire, item.nullable, item.ids)
            schema = self._flavour.optional(present) if item.optional else present
            self._known[kind] = schema, self.used, self.used_ids
            self.used, self.used_ids = before
        schema, used, used_ids = self._known[kind]
        self.used |= used
        self.used_ids |= used_ids
        if item.inherited:
            # Zod reads the inherited member of an absent key, so that is turned into undefined first.
            self.inherited = True
            self.used.add("unlessInherited")
            clean = f"{PURE}z.transform(unlessInherited<{self._sent_type(item, type_name)}>)"
            return self._flavour.optional(Code(f"{PURE}z.pipe({clean}, {schema})"))
        return schema

    def claim(self, wanted: str) -> str:
        """The wanted name, or one like it, for a function of a table."""
        return self._names.claim(wanted)

    def rule(self, name: str) -> str:
        """The name of a function that the schema of a row calls."""
        return self._rule(Rule(name))

    def row_test(self, test: Test) -> Code:
        """The expression of a test of a row, with the functions that it calls."""
        printed = RowTests()
        expression = printed.expression(test)
        for name in sorted(printed.rules):
            self.rule(name)
        return expression

    def absent(self, column: ColumnFacts) -> Code:
        """What a column holds that an insert leaves out."""
        return Code("null") if column.default is None else self.default(column)

    def refined(self, checks: list[Check]) -> Code:
        """What follows the schema of an object that has checks."""
        return self._flavour.refined(checks)

    def nullable(self, schema: Code) -> Code:
        """The schema, or null."""
        return self._flavour.nullable(schema)

    @property
    def any_schema(self) -> str:
        """The type that every schema of the package has."""
        return "ZodMiniType" if self._flavour.package == "zod/mini" else "ZodType"

    def id(self, item: IdFacts) -> Code:
        """The schema of an id."""
        return Code(PURE + self._branded(item.wire, (item.id,)))

    def default(self, column: ColumnFacts) -> Code:
        """The value of a literal default, as its type takes it."""
        assert column.default is not None
        plain = value(column.default.value)
        return Code(f"{plain} as {self._id_type(column.ids)}") if column.ids else plain

    def _sent_type(self, item: Property, type_name: str) -> str:
        """The type of what a key that may be absent takes; ids come out of a schema, and what goes in is plain."""
        if not item.ids:
            return f"{type_name}[{string(item.name)}]"
        plain = [self._ids[item.ids[0]].kind, *(["null"] if item.nullable else []), "undefined"]
        return " | ".join(plain)

    def _id_type(self, ids: tuple[Id, ...]) -> str:
        names = [identifier(self._ids[id_].identifier) for id_ in ids]
        self.used_ids.update(names)
        return " & ".join(names)

    def _branded(self, wire: Wire, ids: tuple[Id, ...]) -> str:
        self.used.add("branded")
        plain = Code(self._ids[ids[0]].kind)
        return f"branded<{plain}, {self._id_type(ids)}>({self._present(wire, nullable=False)})"

    def _present(self, wire: Wire, nullable: bool, ids: tuple[Id, ...] = ()) -> Code:
        """The schema of a value that is there, on one line."""
        if len(ids) == 1 and wire == self._ids[ids[0]].wire:
            expression = f"{identifier(self._ids[ids[0]].identifier)}Schema"
            self.used.add(expression)
        else:
            expression = self._branded(wire, ids) if ids else self._expression(wire)
        # A bare name is no call that a bundler would have to keep.
        schema = Code(expression if expression.isidentifier() else PURE + expression)
        return self._flavour.nullable(schema) if nullable else schema

    def _expression(self, wire: Wire) -> str:
        match wire:
            case Text():
                checks = [*_lengths(wire), *(Check("regex", regex(pattern)) for pattern in wire.patterns)]
                if wire.bytes is not None:
                    checks.append(Check("refine", self._rule(Rule("isOfBytes", wire.bytes))))
                return self._flavour.checked(self._form(_TEXT), checks)
            case Formatted():
                return self._flavour.checked(self._form(wire), _lengths(wire))
            case Date():
                return self._flavour.checked(self._form(_DAY), _date_bounds(wire))
            case Boolean():
                return "z.boolean()"
            case Integer(carried="string") | Numeric(carried="string"):
                return self._form(as_text(wire))
            case Integer():
                start, checks = _integer(wire)
                return self._flavour.checked(start, checks)
            case Numeric():
                bounds = [*_bound(of_digits(wire.lower, "lower"), "gt"), *_bound(of_digits(wire.upper, "upper"), "lt")]
                return _or_special(self._flavour.checked("z.number()", bounds), wire.special)
            case Float(bits=64):
                # PostgreSQL turns the bound into a double before it compares, as JavaScript does.
                bounds = [*_bound(wire.lower, "gt"), *_bound(wire.upper, "lt")]
                return _or_special(self._flavour.checked("z.number()", bounds), wire.special)
            case Float():
                return _or_special(self._real(wire), wire.special)
            case Json():
                return self._json(wire)
            case TextMap():
                text = self._form(_TEXT)
                return f"z.record({text}, {self._flavour.nullable(Code(text))})"
            case Vector():
                least, most = wire.dimensions or 1, wire.dimensions or _MOST_DIMENSIONS
                fits = Check("refine", f"{self._rule(Rule('isFloat32'))}, {string(_FLOAT32)}")
                numbers = f"z.array({PURE}{self._flavour.checked('z.number()', [fits])})"
                lengths = _lengths(Array(Float(32), False, least, most))
                return f"z.union([{self._form(wire.text)}, {PURE}{self._flavour.checked(numbers, lengths)}])"
            case OneOfList():
                return one_of(wire)
            case EnumValue():
                schema = f"{identifier(self._enums[wire.name])}Schema"
                self.used.add(schema)
                return schema
            case Array():
                checks = _lengths(wire)
                if wire.sent_dimensions is not None:
                    rule = self._rule(Rule("isOfDimensions", wire.sent_dimensions))
                    message = string(f"must be an array of {wire.sent_dimensions} dimensions")
                    checks.append(Check("refine", f"{rule}, {message}"))
                return self._flavour.checked(f"z.array({self._present(wire.element, wire.nullable)})", checks)

    def _form(self, form: Formatted) -> str:
        """The name under which the form is printed, with the functions that it needs."""
        if form.name not in self.named:
            self.named[form.name] = self._written(form)
        self.used.add(form.name)
        return identifier(form.name)

    def _written(self, form: Formatted) -> tuple[str, Code]:
        """What a form of text is, in words, and its schema."""
        message = f"must be written like {form.example}" if form.example else _CHARACTER
        # The rules look only at what the pattern took.
        settings = f"{{ error: {string(message)}, abort: true }}" if form.rules else string(message)
        # A choice must be one part between the anchors.
        pattern = f"^(?:{form.pattern})$" if "|" in form.pattern else f"^{form.pattern}$"
        checks = [Check("regex", f"{regex(pattern)}, {settings}")]
        checks += [Check("refine", f"{self._need(rule)}, {string(message)}") for rule in form.rules]
        doc = f"Text like {form.example}" if form.example else "Text that PostgreSQL can hold."
        return doc, Code(PURE + self._flavour.checked("z.string()", checks))

    def _json(self, wire: Json) -> str:
        name = "json" if wire.null else "jsonNotNull"
        if name not in self.named:
            kinds = "z.json()" if wire.null else _json_not_null()
            storable = Check("refine", f"{self._need(Rule('isStorable'))}, {string(_CHARACTER)}")
            schema = Code(PURE + self._flavour.checked(kinds, [storable]))
            self.named[name] = (f"Any JSON value{'' if wire.null else ' but null'}.", schema)
        self.used.add(name)
        return identifier(name)

    def _real(self, wire: Float) -> str:
        """A real is rounded to 32 bits first; what would vanish there (1e-46) is an error in PostgreSQL."""
        conditions = [
            f"Math.fround(x) {operator}{'=' if bound.inclusive else ''} {number(bound.value)}"
            for bound, operator in ((wire.lower, ">"), (wire.upper, "<"))
            if bound is not None
        ]
        within = [Check("refine", f"(x) => {' && '.join(conditions)}")] if conditions else []
        if "real" not in self.named:
            rules = [self._need(Rule(name)) for name in ("isFloat32", "isNotVanishing")]
            checks = [Check("refine", f"{rule}, {string(_FLOAT32)}") for rule in rules]
            schema = Code(PURE + self._flavour.checked("z.number()", checks))
            self.named["real"] = ("A number that 32 bits hold.", schema)
        self.used.add("real")
        return self._flavour.checked("real", within)

    def _rule(self, rule: Rule) -> str:
        """A rule in the schema of a property."""
        self.used.add(rule.name)
        return self._need(rule)

    def _need(self, rule: Rule) -> str:
        """A rule in a schema that columns share."""
        self.rules.update((rule.name, *_NEEDED_RULES.get(rule.name, ())))
        return _rule(rule)


def _json_not_null() -> str:
    """The union that z.json() is, without null."""
    json = f"{PURE}z.json()"
    members = [f"{PURE}z.{kind}()" for kind in ("string", "number", "boolean")]
    members += [f"{PURE}z.array({json})", f"{PURE}z.record({PURE}z.string(), {json})"]
    return f"z.union([{', '.join(members)}])"


def _lengths(wire: Text | Formatted | Array) -> list[Check]:
    if wire.minimum is not None and wire.minimum == wire.maximum:
        return [Check("length", number(wire.minimum))]
    minimum = [Check("minLength", number(wire.minimum))] if wire.minimum else []
    return minimum + ([] if wire.maximum is None else [Check("maxLength", number(wire.maximum))])


def one_of(wire: OneOfList) -> str:
    """A z.enum for texts; a z.literal for the rest, and where a text would be no member of z.enum's object."""
    values = array(wire.values)
    texts = all(isinstance(value, str) and value != "__proto__" for value in wire.values)
    return f"z.enum({values})" if texts else f"z.literal({values})"


def _or_special(finite: str, special: tuple[str, ...]) -> str:
    """A number, or one of the texts that JSON has for what is none."""
    if not special:
        return finite
    number_ = finite if finite.isidentifier() else PURE + finite
    return f"z.union([{number_}, {PURE}z.enum({array(special)})])"


def _integer(wire: Integer) -> tuple[str, list[Check]]:
    """The schema of the type, and what checks ask beside it."""
    least, most = limits_of(wire)
    smallest, largest = limits_of(Integer(wire.bits, carried=wire.carried))
    spell = BigInteger if wire.carried == "bigint" else int
    lower, upper = Check("minimum", value(spell(least))), Check("maximum", value(spell(most)))
    if wire.bits == 16:
        return "z.int()", [lower, upper]
    start = "z.int32()" if wire.bits == 32 else "z.int64()" if wire.carried == "bigint" else "z.int()"
    return start, [*([lower] if least > smallest else []), *([upper] if most < largest else [])]


def _bound(bound: Bound | None, name: str) -> list[Check]:
    """`gt(x)` and its like."""
    return [] if bound is None else [Check(f"{name}{'e' if bound.inclusive else ''}", number(bound.value))]


def _date_bounds(wire: Date) -> list[Check]:
    bounds = ((">=", wire.minimum), ("<=", wire.maximum))
    return [Check("refine", f"(s) => s {sign} {string(bound)}") for sign, bound in bounds if bound is not None]
