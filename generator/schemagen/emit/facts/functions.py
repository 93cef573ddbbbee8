"""Facts about functions that clients call: in, the schema; out, arguments and result on the wire, or a refusal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from schemagen.emit.facts.named_types import NamedTypes
from schemagen.emit.facts.shapes import Property
from schemagen.emit.facts.types import Types, UnsupportedType, without_json_null
from schemagen.emit.facts.wire import Wire
from schemagen.model.names import QualifiedName
from schemagen.model.project import Project
from schemagen.model.schema import Function, Schema
from schemagen.records import dataclass
from schemagen.syntax.signatures import NamedType, Parameter, signature


@dataclass(frozen=True, slots=True)
class Result:
    """What a call returns: rows of a table, an object of members, or one value; nothing where all are None.

    `many` is whether it returns a list of them.
    """

    table: QualifiedName | None = None
    members: tuple[Property, ...] | None = None
    value: Wire | None = None
    many: bool = False
    nullable: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class FunctionFacts:
    """A function that PostgREST can call: its arguments by name, and its result."""

    name: QualifiedName
    arguments: tuple[Property, ...]
    result: Result
    comment: str | None

    def wires(self) -> list[Wire]:
        """What arguments and result carry."""
        members = self.result.members or ()
        found = [item.wire for item in (*self.arguments, *members)]
        return [*found, self.result.value] if self.result.value is not None else found


def typed(
    functions: Iterable[Function], project: Project, types: Types, described: Mapping[QualifiedName, object]
) -> tuple[tuple[FunctionFacts, ...], list[str]]:
    """The facts of the functions that have types, and the others in words."""
    reader = _Functions(project.after, types, project.schema, described)
    found: list[FunctionFacts] = []
    untyped: list[str] = []
    for function in functions:
        try:
            found.append(reader.facts(function))
        except UnsupportedType as unsupported:
            untyped.append(f"function {function.name}, which has {unsupported}")
    return tuple(found), untyped


class _Functions:
    """The facts of functions; `described` are the tables that have types."""

    def __init__(
        self, schema: Schema, types: Types, default_schema: str, described: Mapping[QualifiedName, object]
    ) -> None:
        self._schema = schema
        self._types = types
        self._default_schema = default_schema
        self._named = NamedTypes(schema, default_schema)
        self._described = described

    def facts(self, function: Function) -> FunctionFacts:
        """The facts of one function. Raises UnsupportedType with what has no type."""
        head = signature(function.arguments, function.returns)
        taken = [item for item in head.parameters if item.mode in ("in", "inout", "variadic")]
        given = [item for item in head.parameters if item.mode in ("out", "inout", "table")]
        return FunctionFacts(
            name=function.name,
            arguments=tuple(self._argument(item) for item in taken),
            result=self._result(head.result, given),
            comment=function.comment,
        )

    def _argument(self, item: Parameter) -> Property:
        if item.name is None:
            raise UnsupportedType("an argument without a name, which PostgREST cannot be given")
        resolved = self._types.resolve(self._named.data_type(item.type), "write")
        wire = without_json_null(resolved.wire, not resolved.not_null)
        return Property(
            name=item.name, wire=wire, nullable=not resolved.not_null, optional=item.optional, notes=()
        )  # fmt: skip

    def _result(self, result: NamedType, given: list[Parameter]) -> Result:
        if len(given) == 1 and given[0].mode != "table":
            return self._value(given[0].type, result.setof)
        if given:
            members = tuple(self._member(item) for item in given)
            return Result(members=members, many=result.setof)
        if result.name == "void":
            return Result()
        table = self._table(result)
        if table is not None:
            return Result(table=table, many=result.setof)
        return self._value(result, result.setof)

    def _value(self, named: NamedType, many: bool) -> Result:
        resolved = self._types.resolve(self._named.data_type(named), "read")
        nullable = not resolved.not_null
        return Result(value=without_json_null(resolved.wire, nullable), many=many, nullable=nullable)

    def _member(self, item: Parameter) -> Property:
        value = self._value(item.type, False)
        if item.name is None or value.value is None:
            raise UnsupportedType("a result without a name")
        return Property(name=item.name, wire=value.value, nullable=value.nullable, optional=False, notes=())

    def _table(self, named: NamedType) -> QualifiedName | None:
        name = QualifiedName(named.schema or self._default_schema, named.name)
        if named.dimensions or name not in self._schema.tables:
            return None
        if name not in self._described:
            raise UnsupportedType(f"rows of {name}, which the migrations do not change")
        return name
