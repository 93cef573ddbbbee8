"""What pydantic says about a document comes in; one diagnostic for each mistake, at its place, goes out."""

from __future__ import annotations

import re
import types
import typing
from collections.abc import Callable, Mapping
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from schemagen.diagnostics import Diagnostic, did_you_mean
from schemagen.spec.models.language import Part
from schemagen.spec.places import Loc, written
from schemagen.spec.source import Document


def diagnostics_of(error: ValidationError, root: type[Part], document: Document) -> list[Diagnostic]:
    """The diagnostics for everything that is wrong in a document that should be a `root`."""
    return [_diagnostic(details, root, document) for details in error.errors(include_url=False)]


def _diagnostic(details: ErrorDetails, root: type[Part], document: Document) -> Diagnostic:
    kind, loc, given = details["type"], details["loc"], details["input"]
    context: Mapping[str, Any] = details.get("ctx", {})
    if not loc:
        what = "is empty" if document.value is None else "must be a mapping"
        hint = "begin with the lines `schemagen: 1` and `name: my_schema`; the guide has a whole one to start from"
        return Diagnostic("wrong-value", f"the specification {what}", document.position(()), hint)
    if kind == "extra_forbidden":
        return _unknown_key(loc, given, root, document)
    if kind == "missing":
        inside = _subject(loc[:-1])
        place = document.position(loc[:-1], key=len(loc) > 1)
        message = f"{inside or 'the specification'} has no '{loc[-1]}'"
        return Diagnostic("missing-key", message, place, _described(loc, root))
    at_key = loc[-1:] == ("[key]",)
    place = document.position(written(document.value, loc), key=at_key)
    subject = f"the name '{loc[-2]}'" if at_key else _subject(loc) or "the specification"
    if kind == "literal_error":
        allowed = context["expected"]
        words = re.findall(r"'([^']*)'", allowed)
        hint = did_you_mean(given, words) if isinstance(given, str) else ""
        some = "one of " if len(words) > 2 else ""
        return Diagnostic("wrong-value", f"{subject} must be {some}{allowed}", place, hint)
    if given is None and kind != "wrong":
        return Diagnostic("wrong-value", f"{subject} has no value", place, "give it one or remove the key")
    words_of = _MESSAGES.get(kind)
    text = words_of(context) if words_of else details["msg"][:1].lower() + details["msg"][1:]
    return Diagnostic("wrong-value", f"{subject} {text}", place, _advice(kind, given))


def _unknown_key(loc: Loc, given: object, root: type[Part], document: Document) -> Diagnostic:
    key = str(loc[-1])
    inside = _subject(loc[:-1])
    model = _model_at(root, loc[:-1])
    known = [field.alias or name for name, field in model.model_fields.items()] if model else []
    place = document.position(loc, key=True)
    where = f" in {inside}" if inside else ""
    if given is None and re.fullmatch(r"[^(]*\)(\[\])*", key):
        message = f"a comma inside {{ }} or [ ] ends a value, so '{key}' became a key{where}"
        return Diagnostic("unknown-key", message, place, 'put the value in quotes: "numeric(12,2)"')
    hint = did_you_mean(key, known) or f"known keys: {', '.join(known)}"
    return Diagnostic("unknown-key", f"unknown key '{key}'{where}", place, hint)


def _subject(loc: Loc) -> str:
    """The name of a place for a sentence: `'index'`, `item 2 of 'unique'`."""
    items: list[int] = []
    for step in reversed(loc):
        if isinstance(step, str):
            return "".join(f"item {number} of " for number in items) + f"'{step}'"
        items.append(step + 1)
    return ""


_MESSAGES: dict[str, Callable[[Mapping[str, Any]], str]] = {
    "wrong": lambda context: str(context["text"]),
    "string_type": lambda context: "must be text",
    "int_type": lambda context: "must be a whole number",
    "bool_type": lambda context: "must be true or false",
    "list_type": lambda context: "must be a list",
    "dict_type": lambda context: "must be a mapping of names",
    "model_type": lambda context: "must be a mapping",
    "string_too_long": lambda context: f"must be at most {context['max_length']} characters long",
    "too_short": lambda context: f"must have at least {_entries(context['min_length'])}",
    "too_long": lambda context: f"must have at most {_entries(context['max_length'])}",
    "greater_than_equal": lambda context: f"must be at least {context['ge']}",
    "less_than_equal": lambda context: f"must be at most {context['le']}",
}


def _entries(number: int) -> str:
    return "1 entry" if number == 1 else f"{number} entries"


_YAML_1_1 = {"yes": "true", "on": "true", "no": "false", "off": "false"}


def _advice(kind: str, given: object) -> str:
    if kind == "string_type" and not isinstance(given, list | dict):
        return "put it in quotes"
    if kind == "bool_type" and isinstance(given, str) and given.lower() in _YAML_1_1:
        return f"write {_YAML_1_1[given.lower()]}"
    if kind == "list_type" and isinstance(given, str):
        return f"write [{given}]"
    return ""


def _described(loc: Loc, root: type[Part]) -> str:
    """What a missing key is for, from the description of its field."""
    model = _model_at(root, loc[:-1])
    if model is not None:
        for name, field in model.model_fields.items():
            if loc[-1] in (name, field.alias) and field.description:
                return f"add it: {field.description[:1].lower()}{field.description[1:].rstrip('.')}"
    return ""


def _model_at(root: type[BaseModel], loc: Loc) -> type[BaseModel] | None:
    """The model that a place of the document is checked against."""
    current: Any = root
    for step in loc:
        model = _model_in(current)
        if model is not None:
            field = next((f for n, f in model.model_fields.items() if step in (n, f.alias)), None)
            if field is None:
                return None
            current = field.annotation
        else:
            inner = _inner_of(current)
            if inner is None:
                return None
            current = inner
    return _model_in(current)


def _choices(annotation: Any) -> list[Any]:
    """The types that an annotation allows, without what only decorates them."""
    origin = typing.get_origin(annotation)
    if origin is typing.Annotated:
        return _choices(typing.get_args(annotation)[0])
    if origin in (typing.Union, types.UnionType):
        return [choice for argument in typing.get_args(annotation) for choice in _choices(argument)]
    return [annotation]


def _model_in(annotation: Any) -> type[BaseModel] | None:
    for choice in _choices(annotation):
        if isinstance(choice, type) and not typing.get_args(choice) and issubclass(choice, BaseModel):
            return choice
    return None


def _inner_of(annotation: Any) -> Any:
    """What a list or a mapping holds."""
    for choice in _choices(annotation):
        arguments = typing.get_args(choice)
        if typing.get_origin(choice) in (list, dict) and arguments:
            return arguments[-1]
    return None
