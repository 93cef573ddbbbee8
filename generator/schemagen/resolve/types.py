"""Types of the specification: in, a type as somebody wrote it; out, the type in full, or an error at its place."""

from __future__ import annotations

from schemagen.model.columns import DataType
from schemagen.model.names import QualifiedName
from schemagen.model.schema import Domain, Enum, Extension
from schemagen.model.types import TypeProblem, TypeReference, parse_type, unknown_type_help
from schemagen.model.types_table import EXTENSION_TYPES, MODIFIED_EXTENSION_TYPES, TEXTS
from schemagen.records import dataclass, field
from schemagen.resolve.context import Context, Loc

FREE_SCALE = 15
"""The major from which the scale of a numeric may be negative, or larger than its precision."""


@dataclass(slots=True)
class Types:
    """What type names can mean: built-in types, and the enums, domains and extensions of the specification."""

    context: Context
    enums: dict[QualifiedName, Enum] = field(default_factory=dict)
    domains: dict[QualifiedName, Domain] = field(default_factory=dict)
    extensions: dict[str, Extension] = field(default_factory=dict)
    refused: set[QualifiedName] = field(default_factory=set)
    """Types that are declared and wrong; their use is no second mistake."""
    _cache: dict[str, DataType] = field(default_factory=dict)

    def resolve(self, text: str, loc: Loc) -> DataType | None:
        """The type that `text` means; None after an error at `loc`."""
        known = self._cache.get(text)
        if known is not None:
            return known
        parsed = parse_type(text)
        if isinstance(parsed, TypeProblem):
            exact = self._declared(QualifiedName(self.context.schema, text))
            if exact is None:
                self.context.error(parsed.code, f"the type '{text}' {parsed.message}", loc, parsed.help)
                return None
            found: DataType | None = DataType(exact.name, exact.schema)
        elif isinstance(parsed, DataType):
            found = None if self._is_ambiguous(text, loc) else parsed
        else:
            found = self._referenced(parsed, text, loc)
        if found is None or not self._is_old_enough(found, text, loc):
            return None
        self._cache[text] = found
        return found

    def _is_ambiguous(self, text: str, loc: Loc) -> bool:
        """Whether the name of a built-in type is that of a declared one too; an error where it is."""
        own = QualifiedName(self.context.schema, _name_in(text))
        if own in self.refused:
            return True
        if self._declared(own) is None:
            return False
        message = f"'{own.name}' is a type of PostgreSQL and one of this specification"
        help_ = f"write '{own.schema}.{own.name}' or 'pg_catalog.{own.name}', or better choose another name"
        self.context.error("ambiguous-type", message, loc, help_)
        return True

    def _is_old_enough(self, type_: DataType, text: str, loc: Loc) -> bool:
        """Whether the version that the migrations are for has the type; an error where it has not."""
        target = self.context.postgres
        if type_.name != "numeric" or type_.schema is not None or not type_.modifiers or target >= FREE_SCALE:
            return True
        precision, scale = map(int, type_.modifiers)
        if 0 <= scale <= precision:
            return True
        message = f"the type '{text}' has a scale of {scale}, and PostgreSQL {target} takes only 0 to {precision}"
        self.context.error("postgres-version", message, loc, f"choose another scale, or write postgres: {FREE_SCALE}")
        return False

    def base(self, type_: DataType) -> DataType:
        """The type under a domain (of domains); any other type itself."""
        while (name := type_.qualified_name) is not None and not type_.is_array and name in self.domains:
            type_ = self.domains[name].type
        return type_

    def is_text(self, type_: DataType) -> bool:
        """Whether values are texts with a number of characters: text, varchar, char, name, citext."""
        base = self.base(type_)
        if base.is_array:
            return False
        return base.name in TEXTS if base.schema is None else base.name == "citext"

    def _declared(self, name: QualifiedName) -> QualifiedName | None:
        return name if name in self.enums or name in self.domains else None

    def _referenced(self, reference: TypeReference, text: str, loc: Loc) -> DataType | None:
        schema = reference.schema or self.context.schema
        # Names in a specification are raw, so an exact spelling wins over PostgreSQL's folding.
        written = _name_in(text)
        candidates = [QualifiedName(schema, reference.name)]
        if '"' not in written:
            candidates.append(QualifiedName(schema, written.rpartition(".")[2]))
        for name in candidates:
            if name in self.refused:
                return None
            if self._declared(name):
                if reference.modifiers:
                    self.context.error("type-modifier", f"the type '{name.name}' takes no modifiers", loc)
                    return None
                return DataType(name.name, name.schema, (), reference.dimensions)
        extension = EXTENSION_TYPES.get(reference.name)
        if extension in self.extensions:
            lives_in = self.extensions[extension].schema or self.context.schema
            if reference.schema in (None, lives_in):
                return self._of_extension(reference, lives_in, text, loc)
            help_ = f"the extension {extension} is in the schema {lives_in}"
        elif extension is not None:
            help_ = f"it belongs to the extension {extension}: declare that under extensions, or existing.extensions"
        else:
            own = tuple(name.name for name in (*self.enums, *self.domains))
            help_ = unknown_type_help(reference.name, own)
            if not help_:
                help_ = "declare it under enums or domains, or use a type of PostgreSQL"
        self.context.error("unknown-type", f"unknown type '{text}'", loc, help_)
        return None

    def _of_extension(self, reference: TypeReference, schema: str, text: str, loc: Loc) -> DataType | None:
        if reference.modifiers and reference.name not in MODIFIED_EXTENSION_TYPES:
            self.context.error("type-modifier", f"the type '{text}' has modifiers, and it takes none", loc)
            return None
        return DataType(reference.name, schema, reference.modifiers, reference.dimensions)


def _name_in(text: str) -> str:
    """A type as written without its modifiers and dimensions."""
    return text.split("[", maxsplit=1)[0].split("(", maxsplit=1)[0].strip()
