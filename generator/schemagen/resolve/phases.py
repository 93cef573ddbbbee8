"""Phases: in, the files that a specification asks for; out, phases in which every object has its place, or errors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from schemagen.diagnostics import Diagnostic, Position
from schemagen.model.columns import DataType
from schemagen.model.project import Phase, PhaseContent
from schemagen.model.schema import Schema, TableKind
from schemagen.model.types_table import EXTENSION_TYPES
from schemagen.records import dataclass
from schemagen.resolve.context import Context, Loc
from schemagen.spec.models.header import MigrationsModel, PhaseModel
from schemagen.spec.models.specification import Specification

_SECTIONS: tuple[tuple[str, PhaseContent], ...] = (
    ("extensions", "extensions"),
    ("enums", "types"),
    ("domains", "types"),
    ("functions", "functions"),
    ("reference_tables", "reference_tables"),
    ("junction_tables", "junction_tables"),
    ("tables", "tables"),
    ("new_columns", "columns"),
    ("views", "views"),
    ("moves", "moves"),
)
"""The sections of a specification with the kind of content that each makes."""

_TABLES: dict[TableKind, PhaseContent] = {
    "reference": "reference_tables",
    "junction": "junction_tables",
    "table": "tables",
}

_SCHEMA: tuple[PhaseContent, ...] = (
    "extensions", "types", "functions", "reference_tables", "junction_tables", "tables", "columns", "views",
)  # fmt: skip

_DEFAULT: tuple[tuple[str, str, tuple[PhaseContent, ...]], ...] = (
    ("schema", "Schema", _SCHEMA),
    ("move_data", "Moves of data", ("moves",)),
    ("seed_data", "Rows", ("seed",)),
)
"""The phases of a specification that names none; one without contents is left out."""


def resolve_phases(context: Context, specification: Specification) -> tuple[Phase, ...]:
    """The phases in their order. Reports kinds of objects that no phase or several hold, and phases of nothing."""
    contents = dict(_contents(specification))
    migrations = specification.migrations
    if migrations.phases is None:
        default = _default_phases(migrations, contents)
        _check_digits(context, len(default))
        return default
    at: Loc = ("migrations", "phases")
    held: dict[str, int] = {}
    for number, model in enumerate(migrations.phases):
        for other in migrations.phases[:number]:
            if other.name == model.name:
                context.error("duplicate-name", f"two phases are called '{model.name}'", (*at, number, "name"))
        for place, content in enumerate(model.holds):
            if content in held:
                first = migrations.phases[held[content]].name
                message = f"'{content}' is held already, by the phase '{first}'"
                context.error("duplicate-phase", message, (*at, number, "holds", place))
            else:
                held[content] = number
        if {"moves", "seed"} <= {content for content in model.holds if content in contents}:
            # A seed may complete rows that a move made; the bookkeeping tells the two apart by their phases.
            message = f"the phase '{model.name}' holds both 'moves' and 'seed'"
            context.error("moves-with-seed", message, (*at, number, "holds"), "give each a phase of its own")
        if not any(content in contents for content in model.holds):
            message = (
                f"the phase '{model.name}' would be empty: the specification has no {' and no '.join(model.holds)}"
            )
            context.error("empty-phase", message, (*at, number), "remove the phase")
    for content, loc in contents.items():
        if content not in held:
            message = f"no phase holds '{content}'"
            context.error("no-phase", message, loc, f"add {content} to the holds of a phase", key=True)
    _check_digits(context, len(migrations.phases))
    return tuple(
        _phase(context, migrations, number, model, (*at, number)) for number, model in enumerate(migrations.phases)
    )


def _contents(specification: Specification) -> Iterator[tuple[PhaseContent, Loc]]:
    """Each kind of content that the specification has, with the loc of its first object."""
    for name, table in specification.new_columns.items():
        for trigger, model in table.triggers.items():
            if model.body is not None:
                yield "functions", ("new_columns", name, "triggers", trigger, "body")
    for section, content in reversed(_SECTIONS):
        objects = getattr(specification, section)
        if objects:
            yield content, (section, 0 if isinstance(objects, list) else next(iter(objects)))
    for section in ("reference_tables", "junction_tables", "tables"):
        for name, table in getattr(specification, section).items():
            if table.seed is not None:
                yield "seed", (section, name, "seed")
                return


def _check_digits(context: Context, phases: int) -> None:
    """The names of the files sort as texts in the order in which they run."""
    first = context.loaded.specification.migrations.first_version
    last = first + phases - 1
    if len(str(first)) < len(str(last)):
        message = f"the numbers of the files go from {first} to {last}, and names sort {last} before {first}"
        help_ = f"begin with a number of {len(str(last))} digits"
        context.error("versions-out-of-order", message, ("migrations", "first_version"), help_)


def _phase(context: Context, migrations: MigrationsModel, number: int, model: PhaseModel, loc: Loc) -> Phase:
    return Phase(
        number=number + 1,
        name=model.name,
        version=migrations.first_version + number,
        holds=tuple(model.holds),
        title=model.title or model.name.replace("_", " ").capitalize(),
        origin=context.locate((*loc, "name")),
    )


def _default_phases(migrations: MigrationsModel, contents: Mapping[PhaseContent, Loc]) -> tuple[Phase, ...]:
    found: list[Phase] = []
    for name, title, holds in _DEFAULT:
        if any(content in contents for content in holds):
            version = migrations.first_version + len(found)
            found.append(Phase(number=len(found) + 1, name=name, version=version, holds=holds, title=title))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Need:
    """One object that another one cannot do without: what each is, in words, and which kind of content makes it."""

    user: str
    made: PhaseContent
    needed: str
    used: PhaseContent
    place: Position


def check_order(context: Context, phases: tuple[Phase, ...], before: Schema, after: Schema) -> None:
    """Reports objects that need others which a later phase makes."""
    numbers = {content: phase for phase in reversed(phases) for content in phase.holds}
    for need in _needs(before, after):
        mine, theirs = numbers.get(need.made), numbers.get(need.used)
        if mine is None or theirs is None or mine.number >= theirs.number:
            continue
        message = (
            f"{need.user} is made in phase {mine.number} ({mine.name}) and needs {need.needed} "
            f"of phase {theirs.number} ({theirs.name})"
        )
        help_ = f"let '{need.used}' be held by that phase or one before it"
        context.diagnostics.append(Diagnostic("phase-order", message, need.place, help_))


def check_existing(context: Context, before: Schema, after: Schema) -> None:
    """Reports what is there before and needs something that the specification makes."""
    for user, needed, place in _older(before, after):
        message = f"{user} is there already and needs {needed}, which this specification makes"
        help_ = "what it needs must stand under existing too"
        context.diagnostics.append(Diagnostic("existing-needs-new", message, place, help_))


def _older(before: Schema, after: Schema) -> Iterator[tuple[str, str, Position]]:
    for domain in before.domains.values():
        for needed, _content in type_needs(after, domain.type):
            yield f"the domain '{domain.name.name}'", needed, domain.origin
    for table in before.tables.values():
        for column in table.columns:
            for needed, _content in type_needs(after, column.type):
                yield f"the column '{column.name}'", needed, column.origin
        for key in table.foreign_keys:
            if after.tables[key.target].managed:
                yield f"the foreign key '{key.name}'", f"the table '{key.target.name}'", key.origin
        for trigger in table.triggers:
            function = after.functions.get(trigger.function)
            if function is not None and function.managed:
                yield f"the trigger '{trigger.name}'", f"the function '{function.name.name}'", trigger.origin


def _needs(before: Schema, after: Schema) -> Iterator[_Need]:
    """What the new parts of all tables need of what is new itself."""
    for table in after.tables.values():
        made = _TABLES[table.kind] if table.managed else "columns"
        old = before.tables.get(table.name)
        old_keys = {constraint.name for constraint in old.constraints} if old is not None else set()
        for key in table.foreign_keys:
            target = after.tables[key.target]
            if target.managed and key.name not in old_keys:
                used = _TABLES[target.kind]
                user, needed = f"the foreign key '{key.name}'", f"the table '{target.name.name}'"
                yield _Need(user, made, needed, used, key.origin)
        for column in table.columns:
            if column.managed and column.type.schema is not None:
                for needed, used in type_needs(after, column.type):
                    yield _Need(f"the column '{column.name}'", made, needed, used, column.origin)
        old_triggers = {trigger.name for trigger in old.triggers} if old is not None else set()
        for trigger in table.triggers:
            function = after.functions.get(trigger.function)
            made_here = function is None or not function.managed or function.serves is not None
            if function is not None and not made_here and trigger.name not in old_triggers:
                user, needed = f"the trigger '{trigger.name}'", f"the function '{function.name.name}'"
                yield _Need(user, made, needed, "functions", trigger.origin)


def type_needs(after: Schema, type_: DataType) -> Iterator[tuple[str, PhaseContent]]:
    """What a type comes from that the specification makes: in words, and the kind of content that makes it."""
    name = type_.qualified_name
    if name is None:
        return
    declared = after.enums.get(name) or after.domains.get(name)
    if declared is not None:
        if declared.managed:
            yield f"the type '{name.name}'", "types"
        return
    extension = after.extensions.get(EXTENSION_TYPES.get(name.name, ""))
    if extension is not None and extension.managed:
        yield f"the extension '{extension.name}'", "extensions"
