"""Types by the names that SQL has for them: in, a name and the schema; out, the type, or a refusal."""

from __future__ import annotations

from schemagen.emit.facts.types import UnsupportedType
from schemagen.model.columns import DataType
from schemagen.model.names import QualifiedName
from schemagen.model.schema import Schema
from schemagen.model.types import parse_type
from schemagen.model.types_table import EXTENSION_TYPES
from schemagen.syntax.signatures import NamedType


class NamedTypes:
    """What names of types mean in a database; those without a schema are PostgreSQL's or in the default schema."""

    def __init__(self, schema: Schema, default_schema: str) -> None:
        self._schema = schema
        self._default_schema = default_schema

    def data_type(self, named: NamedType) -> DataType:
        """The type that a name means. Raises UnsupportedType."""
        if named.schema in (None, "pg_catalog") and named.name != "char":
            parsed = parse_type(named.name) if named.name.isidentifier() else None
            if isinstance(parsed, DataType):
                # Without modifiers, which a signature does not keep, bits are of any length.
                name = "bit varying" if parsed.name == "bit" else parsed.name
                return DataType(name, dimensions=named.dimensions)
        schemas = [named.schema] if named.schema is not None else [self._default_schema]
        extension = self._schema.extensions.get(EXTENSION_TYPES.get(named.name, ""))
        if extension is not None:
            schemas.append(extension.schema or self._default_schema)
        for schema in schemas:
            name_ = QualifiedName(schema, named.name)
            if name_ in self._schema.enums or name_ in self._schema.domains:
                return DataType(named.name, schema, (), named.dimensions)
        if extension is not None:
            return DataType(named.name, schemas[-1], (), named.dimensions)
        raise UnsupportedType(f"the type {named.name or 'of another column'}")
