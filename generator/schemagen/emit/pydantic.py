"""The pydantic emitter: in, a project; out, `types/models.py` with a model for each type, for pydantic 2.14.

datamodel-code-generator makes the models from a JSON Schema of their keys. What it would make less exact than it is,
a type of `pydantic_forms.py` says. It is loaded here and nowhere else: that takes as long as a whole build.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from unicodedata import normalize

from schemagen.emit.facts.digits import as_text
from schemagen.emit.facts.names import Identifiers, pascal_case
from schemagen.emit.facts.portable import SURROGATES
from schemagen.emit.facts.shapes import Property, Shape
from schemagen.emit.facts.tables import ProjectFacts, project_facts
from schemagen.emit.facts.wire import Array, Boolean, EnumValue, Float, Integer, Numeric, OneOfList, Text, Wire
from schemagen.emit.json_schema import Schema, Schemas
from schemagen.emit.pydantic_forms import Forms
from schemagen.model.names import QualifiedName
from schemagen.model.project import Project
from schemagen.render.environment import render
from schemagen.render.python import comment_line

_FORMS = "schemagen_forms"
"""The module that the types of ours seem to be in, until they are put in its place."""

_NAMES = {
    "AfterValidator": "pydantic", "Annotated": "typing", "Any": "typing", "BaseModel": "pydantic",
    "Callable": "collections.abc", "ConfigDict": "pydantic", "Decimal": "decimal", "Field": "pydantic",
    "JsonValue": "pydantic", "Literal": "typing", "TypeVar": "typing", "ip_network": "ipaddress", "math": "", "re": "",
}  # fmt: skip
"""What the types of ours may use, and the module of each."""
_TAKEN = frozenset(_NAMES) | {
    "False", "MISSING", "Model", "None", "True", "TypeAliasType", "ValueError", "_T", "_check",
}  # fmt: skip
"""What names of types cannot be: words of Python, and what the file uses."""


def emit(project: Project) -> dict[str, str]:
    """`{"types/models.py": text}`. Raises SpecificationError for columns without an exact type."""
    facts = project_facts(project)
    names = Identifiers()
    names.reserve(_TAKEN)
    shapes = [(names.claim(_public(stem + shape.suffix)), shape) for stem, shape in _shapes(facts)]
    enums = {enum.name: names.claim(_public(enum.identifier)) for enum in facts.enums}
    forms = Forms(enums, names)
    models = _Models(facts, forms, enums)
    document = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$defs": {
            **{
                enums[enum.name]: {"description": enum.comment, "enum": list(enum.values)} if enum.comment
                else {"enum": list(enum.values)}
                for enum in facts.enums
            },
            **{name: models.shape(name.removesuffix(shape.suffix), shape) for name, shape in shapes},
            **{name: {"type": "string"} for name in forms.named},
        },
    }  # fmt: skip
    named = list(forms.named.values())
    checks = any("_check(" in form.type for form in named)

    def block(by_name: bool) -> str:
        return render(
            "pydantic/models.py.j2", checks=checks, rules=sorted(forms.rules), forms=named, by_name=by_name
        )  # fmt: skip

    text = _generated(document, list(forms.named), _imports(block(True)), _header(project), _aliases(shapes))
    keys = _keys_by_field(text)
    _look_for_all(text, keys, {name: [item.name for item in shape.properties] for name, shape in shapes}, enums)
    # Where the field of one key has the name of another key, a value by that name would be taken for both.
    by_name = all(
        field == key or field not in fields.values() for fields in keys.values() for field, key in fields.items()
    )
    return {"types/models.py": _with_forms(text, block(by_name))}


def _public(name: str) -> str:
    """A name as Python reads it, to which some letters are the same, that does not look private."""
    read = normalize("NFKC", name)
    return f"T{read}" if read.startswith("_") else read


def _aliases(shapes: list[tuple[str, Shape]]) -> dict[str, str]:
    """Names of fields for keys that Python would read as other ones: to it `ª` is `a`."""
    keys = dict.fromkeys(item.name for _, shape in shapes for item in shape.properties)
    taken = {key for key in keys if normalize("NFKC", key) == key}
    aliases: dict[str, str] = {}
    for key in keys:
        name = normalize("NFKC", key)
        if key in taken or not name.isidentifier():
            continue
        while name in taken:
            name += "_"
        taken.add(name)
        aliases[key] = name
    return aliases


def _shapes(facts: ProjectFacts) -> Iterator[tuple[str, Shape]]:
    for table in facts.tables:
        for shape in table.shapes:
            yield table.stem, shape
    for view in facts.views:
        yield view.stem, view.shape


class _Models:
    """The JSON Schema of models, in which only keys, lengths and bounds are said."""

    def __init__(self, facts: ProjectFacts, forms: Forms, enums: dict[QualifiedName, str]) -> None:
        self._schemas = Schemas(facts)
        self._forms = forms
        self._enums = enums

    def shape(self, stem: str, shape: Shape) -> Schema:
        """The schema of one model."""
        required = [item.name for item in shape.properties if not item.optional]
        return {
            "type": "object",
            "description": shape.about,
            "properties": {item.name: self._property(item, stem) for item in shape.properties},
            **({"required": required} if required else {}),
            **({"additionalProperties": False} if shape.strict else {}),
        }

    def _property(self, item: Property, stem: str) -> Schema:
        notes = "\n".join(item.notes)
        schema = self._value(item.wire, item.nullable, _public(stem + pascal_case(item.name)))
        return {**schema, "description": notes} if notes else schema

    def _value(self, wire: Wire, nullable: bool, wanted: str) -> Schema:
        match wire:
            case Text(patterns=(), bytes=None):
                schema = self._schemas.value(wire, nullable)
                return {**schema, "pattern": schema["pattern"].replace(SURROGATES, "")}
            case Integer(carried="string") | Numeric(carried="string"):
                wire = as_text(wire)
            case Boolean() | Integer() | Numeric(special=()) | Float(bits=64, special=()):
                return self._schemas.value(wire, nullable)
            case OneOfList(values=values) if all(isinstance(value, str) for value in values):
                return self._schemas.value(wire, nullable)
            case EnumValue():
                return _or_null(_reference(self._enums[wire.name]), nullable)
            case Array(sent_dimensions=None):
                element = self._element(wire.element, wire.nullable, f"{wanted}Element")
                return {**self._schemas.value(wire, nullable), "items": element}
        return _or_null(_reference(self._forms.name_of(wire, wanted)), nullable)

    def _element(self, wire: Wire, nullable: bool, wanted: str) -> Schema:
        """The schema of an element: datamodel-code-generator would give a name to one that has bounds."""
        if isinstance(wire, (Boolean, EnumValue)) or (isinstance(wire, Array) and wire.sent_dimensions is None):
            return self._value(wire, nullable, wanted)
        return _or_null(_reference(self._forms.name_of(wire, wanted)), nullable)


def _reference(name: str) -> Schema:
    """A reference as datamodel-code-generator reads it, with letters as they are."""
    return {"$ref": f"#/$defs/{name}"}


def _or_null(schema: Schema, nullable: bool) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]} if nullable else schema


def _header(project: Project) -> str:
    source = f" from {comment_line(project.source)}" if project.source else ""
    lines = (
        f"Models of the database {comment_line(project.name)}, version {comment_line(project.version)}.",
        f"Made by schemagen{source}. Do not edit: the next build writes this file again.",
        "",
        "Needs pydantic 2.14 or later. Values are as PostgREST sends them in JSON. A key that is MISSING is left out:",
        "a column with a default may be left out, and is None only where the database lets it be null.",
    )
    return "\n".join(f"# {line}".rstrip() for line in lines)


def _imports(block: str) -> list[str]:
    """What the types of ours need, as datamodel-code-generator wants it."""
    used = (name for name in _NAMES if re.search(rf"\b{name}\b", block))
    return [f"{_NAMES[name]}.{name}" if _NAMES[name] else name for name in used]


def _generated(document: Schema, forms: list[str], imports: list[str], header: str, aliases: dict[str, str]) -> str:
    """What datamodel-code-generator makes, by settings that leave nothing to those of the caller."""
    from datamodel_code_generator import generate
    from datamodel_code_generator.enums import DataModelType, InputFileType, TargetPydanticVersion
    from datamodel_code_generator.format import Formatter, PythonVersion
    from datamodel_code_generator.parser import LiteralType

    text = generate(
        json.dumps(document),
        input_file_type=InputFileType.JsonSchema,
        schema_version="2020-12",
        output_model_type=DataModelType.PydanticV2BaseModel,
        target_python_version=PythonVersion.PY_311,
        target_pydantic_version=TargetPydanticVersion.V2_14,
        base_class=f"{_FORMS}.Model",
        type_overrides={name: f"{_FORMS}.{name}" for name in forms},
        additional_imports=imports,
        aliases=aliases,
        custom_file_header=header,
        disable_timestamp=True,
        formatters=[Formatter.BUILTIN],
        builtin_format_line_length=120,
        use_double_quotes=True,
        use_annotated=True,
        use_standard_collections=True,
        use_union_operator=True,
        use_schema_description=True,
        use_missing_sentinel=True,
        use_type_alias=True,
        use_type_alias_type=True,
        enum_field_as_literal=LiteralType.All,
        strict_nullable=True,
        skip_root_model=True,
        custom_class_name_generator=str,
    )
    assert isinstance(text, str)
    return text


def _keys_by_field(text: str) -> dict[str, dict[str, str]]:
    """By the name of each model its fields with the keys that they are for."""
    found: dict[str, dict[str, str]] = {}
    for model in ast.parse(text).body:
        if isinstance(model, ast.ClassDef):
            fields = found[model.name] = {}
            for line in model.body:
                if isinstance(line, ast.AnnAssign) and isinstance(line.target, ast.Name):
                    fields[line.target.id] = _alias(line) or line.target.id
    return found


def _alias(field: ast.AnnAssign) -> str | None:
    for part in ast.walk(field.annotation):
        if isinstance(part, ast.keyword) and part.arg == "alias":
            return str(ast.literal_eval(part.value))
    return None


def _look_for_all(
    text: str, made: dict[str, dict[str, str]], wanted: dict[str, list[str]], enums: dict[QualifiedName, str]
) -> None:
    """Raise RuntimeError unless the text has each model with its keys, and each enum, under its own name."""
    aliases = {target.id for part in ast.parse(text).body if isinstance(part, ast.Assign) for target in part.targets
               if isinstance(target, ast.Name)}  # fmt: skip
    keys = {name: sorted(fields.values()) for name, fields in made.items()}
    expected = {name: sorted(names) for name, names in wanted.items()}
    differing = [name for name in keys.keys() | expected.keys() if keys.get(name) != expected.get(name)]
    differing += aliases ^ set(enums.values())
    if differing:
        raise RuntimeError(f"datamodel-code-generator made other models than it was asked for: {sorted(differing)}")


def _with_forms(text: str, block: str) -> str:
    """The text with our types instead of the import of them, after all imports."""
    imports = [part for part in ast.parse(text).body if isinstance(part, (ast.Import, ast.ImportFrom))]
    lines = text.splitlines(keepends=True)
    (ours,) = (part for part in imports if isinstance(part, ast.ImportFrom) and part.module == _FORMS)
    end = imports[-1].end_lineno
    head = "".join([*lines[: ours.lineno - 1], *lines[ours.end_lineno : end]])
    return f"{head}\n{block.strip()}\n\n\n{''.join(lines[end:]).strip()}\n"
