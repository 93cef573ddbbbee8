"""The options that all commands share in, what holds for one run out: output format and tracebacks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import TypeVar

import click

from schemagen.records import dataclass

_Function = TypeVar("_Function", bound=Callable[..., object])


class OutputFormat(StrEnum):
    """For whom a command prints: `text` for people, `json` for programs."""

    TEXT = "text"
    JSON = "json"


@dataclass(slots=True)
class Invocation:
    """The settings of one run; click hands the object from the group to every command as `ctx.obj`.

    `format` is what the arguments ask for at first sight, until the command itself has read them. `answered` says
    that the one document of `--format json` is printed, or begun.
    """

    debug: bool = False
    format: OutputFormat = OutputFormat.TEXT
    answered: bool = False


def format_at_first_sight(arguments: Sequence[str]) -> OutputFormat:
    """The format that arguments ask for, right or wrong: an error in them must be told in it too."""
    chosen = OutputFormat.TEXT
    for before, word in zip(("", *arguments), arguments, strict=False):
        if word == "--":
            break
        value = word if before == "--format" else word.removeprefix("--format=") if "=" in word else ""
        if value in [format.value for format in OutputFormat]:
            chosen = OutputFormat(value)
    return chosen


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
