"""Triggers: in, the touch convention and triggers written out; out, triggers in the draft and their functions."""

from __future__ import annotations

from collections.abc import Mapping

from schemagen.diagnostics import did_you_mean
from schemagen.model.names import QualifiedName
from schemagen.model.schema import Function, Trigger
from schemagen.resolve.constraints import known_columns
from schemagen.resolve.context import Context, Loc
from schemagen.resolve.drafts import Draft
from schemagen.resolve.expressions import check_expression
from schemagen.resolve.functions import check_body
from schemagen.resolve.names import fill
from schemagen.spec.models.tables import TriggerModel

_ORDER = ("insert", "update", "delete", "truncate")


def add_touch(
    context: Context, draft: Draft, functions: Mapping[QualifiedName, Function], loc: Loc, own_loc: Loc | None
) -> None:
    """The trigger that keeps the time of the last change. `loc` is where the table was told to have it."""
    model = context.conventions.touch
    if model is None:
        context.error("touch", "touch needs conventions.touch with column and function", loc, key=True)
        return
    table = draft.name.name
    if not draft.has(model.column):
        help_ = f"give it the column '{model.column}', or write touch: false"
        place = own_loc if own_loc is not None else draft.loc
        context.error("touch", f"'{table}' has no column '{model.column}' for touch to keep", place, help_, key=True)
        return
    function = context.name(model.function)
    if not _is_trigger_function(context, functions, function, model.function, ("conventions", "touch", "function")):
        return
    draft.triggers.append(
        Trigger(
            name=fill(model.trigger, {"table": table}),
            timing="before",
            events=("update",),
            function=function,
            origin=context.locate(loc, key=True),
        )
    )


def add_triggers(
    context: Context,
    draft: Draft,
    models: Mapping[str, TriggerModel],
    functions: dict[QualifiedName, Function],
    loc: Loc,
    *,
    managed: bool,
) -> None:
    """The triggers that stand on the table. The body of a new one becomes a function, which is added to `functions`."""
    for name, model in models.items():
        at = (*loc, name)
        function = _function(context, draft, name, model, functions, at, managed=managed)
        if function is None or not _fits(context, draft, model, at):
            continue
        draft.triggers.append(
            Trigger(
                name=name,
                timing=model.timing,
                events=tuple(event for event in _ORDER if event in model.events),
                function=function,
                arguments=tuple(model.arguments),
                update_of=tuple(model.columns),
                for_each_row=model.for_each == "row",
                when=model.when,
                comment=model.comment,
                origin=context.locate(at, key=True),
            )
        )


def _function(
    context: Context,
    draft: Draft,
    name: str,
    model: TriggerModel,
    functions: dict[QualifiedName, Function],
    loc: Loc,
    *,
    managed: bool,
) -> QualifiedName | None:
    if (model.function is None) == (model.body is None):
        context.error("trigger", f"the trigger '{name}' needs either function or body", loc, key=True)
        return None
    if model.function is not None:
        for key in ("security_definer", "settings"):
            if key in model.model_fields_set:
                help_ = "say it where the function is declared"
                context.error(
                    "trigger", f"{key} is about a body, and this trigger names a function", (*loc, key), help_
                )
        function = context.name(model.function)
        good = _is_trigger_function(context, functions, function, model.function, (*loc, "function"))
        return function if good else None
    if not managed:
        context.error("trigger", "a trigger that exists already names its function", (*loc, "body"), key=True)
        return None
    made = Function(
        name=QualifiedName(
            draft.name.schema, draft.names.make("trigger_function", table=draft.name.name, trigger=name)
        ),
        arguments="",
        returns="trigger",
        language="plpgsql",
        body=model.body or "",
        security_definer=model.security_definer,
        settings=tuple(model.settings.items()),
        # A function for an existing table stands with the others; one for a new table goes where that table goes.
        serves=draft.name if draft.managed else None,
        origin=context.locate((*loc, "body"), key=True),
    )
    if made.name in functions:
        message = f"the function of this trigger would be called '{made.name.name}', and there is one already"
        context.error("duplicate-name", message, (*loc, "body"), "name the trigger differently", key=True)
        return None
    if not check_body(context, made, (*loc, "body")):
        return None
    functions[made.name] = made
    return made.name


def _is_trigger_function(
    context: Context, functions: Mapping[QualifiedName, Function], name: QualifiedName, text: str, loc: Loc
) -> bool:
    function = functions.get(name)
    if function is None:
        known = [other.name if other.schema == context.schema else str(other) for other in functions]
        help_ = did_you_mean(text, known) or "declare it under functions, or under existing.functions"
        context.error("unknown-function", f"there is no function '{text}'", loc, help_)
        return False
    if function.returns.strip().lower() != "trigger" or function.arguments.strip():
        message = f"'{text}' is no trigger function: it must take no arguments and return trigger"
        context.error("trigger-function", message, loc)
        return False
    return True


def _fits(context: Context, draft: Draft, model: TriggerModel, loc: Loc) -> bool:
    good = True
    if len(set(model.events)) < len(model.events):
        context.error("trigger", "an event stands here twice", (*loc, "events"))
        good = False
    if "truncate" in model.events and model.for_each == "row":
        context.error("trigger", "truncate fires for statements only", (*loc, "events"), "add for_each: statement")
        good = False
    if model.columns:
        if "update" not in model.events:
            context.error("trigger", "columns concern updates only", (*loc, "columns"))
            good = False
        good = known_columns(context, draft, model.columns, (*loc, "columns")) and good
    if model.when is not None:
        rows = ["new"] * (model.events != ["delete"]) + ["old"] * ("insert" not in model.events)
        row_level = model.for_each == "row"
        parsed = check_expression(
            context,
            model.when,
            (*loc, "when"),
            "the condition",
            columns=draft.usable if row_level else (),
            table="new",
            rows=rows if row_level else (),
        )
        good = parsed is not None and good
    return good
