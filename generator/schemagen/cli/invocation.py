"""The options that all commands share in, what holds for one run out: output format and tracebacks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

import click

_Function = TypeVar("_Function", bound=Callable[..., object])


class OutputFormat(StrEnum):
    """For whom a command prints: `text` for people, `json` for programs."""

    TEXT = "text"
    JSON = "json"


@dataclass(slots=True)
class Invocation:
    """The settings of one run; click hands the object from the group to every command as `ctx.obj`."""

    debug: bool = False
    format: OutputFormat = OutputFormat.TEXT


def format_option(function: _Function) -> _Function:
    """Decorator: give a command `--format text|json`, as the argument `format` of type `OutputFormat`.

    The choice is also noted in the invocation: an error that ends the command is printed the same way.
    """

    def note(ctx: click.Context, parameter: click.Parameter, value: str) -> OutputFormat:
        chosen = OutputFormat(value)
        ctx.find_root().ensure_object(Invocation).format = chosen
        return chosen

    option = click.option(
        "--format",
        type=click.Choice([format.value for format in OutputFormat]),
        default=OutputFormat.TEXT.value,
        show_default=True,
        callback=note,
        help="Print for people, or one JSON document for programs.",
    )
    return option(function)
