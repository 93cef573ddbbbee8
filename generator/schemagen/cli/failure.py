"""What ended a command comes in; one message on standard error, or one JSON document on standard output, goes out."""

from __future__ import annotations

import sys
from collections.abc import Mapping

import click

from schemagen.cli.invocation import Invocation, OutputFormat
from schemagen.records import dataclass, field


class CommandError(click.ClickException):
    """A command cannot do what it was asked to, and no line of the specification is to blame.

    `code` is a kebab-case name that stays the same between versions, `help` says what to do or is empty, and `facts`
    are further keys of the JSON document. `text` is what people read where that is more than message and help.
    """

    exit_code = 2

    def __init__(
        self, code: str, message: str, help: str = "", *, text: str = "", facts: Mapping[str, object] | None = None
    ) -> None:
        super().__init__(message)
        self.code, self.help, self.text, self.facts = code, help, text, facts or {}


@dataclass(frozen=True, slots=True)
class Failure:
    """How a command ended: the exit code, what programs read, and in `text` what people read."""

    exit_code: int
    code: str
    message: str
    text: str
    help: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)


def of_click(error: click.ClickException) -> Failure:
    """The failure that an error of click stands for."""
    message = error.format_message()
    if isinstance(error, CommandError):
        text = error.text or f"schemagen: {message}" + (f"\n  help: {error.help}" if error.help else "")
        return Failure(error.exit_code, error.code, message, text, error.help, error.facts)
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context is None:
        return Failure(error.exit_code, "wrong-call", message, f"Error: {message}")
    help = f"see {context.command_path} --help"
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        return Failure(error.exit_code, "wrong-call", "no command is named", message, help)
    hint = f"Try '{context.command_path} --help' for help."
    return Failure(error.exit_code, "wrong-call", message, f"{context.get_usage()}\n{hint}\n\nError: {message}", help)


def report(failure: Failure, invocation: Invocation) -> int:
    """Say why a command ended, in the format that was asked for; returns the exit code.

    What cannot be written on standard output, or comes when the one document is already there, is said on standard
    error.
    """
    if invocation.format is OutputFormat.JSON and not invocation.answered:
        from schemagen.cli.printing import print_json

        error = {"code": failure.code, "message": failure.message, "help": failure.help}
        try:
            print_json({"ok": False, "error": error, **failure.facts, "diagnostics": []}, invocation)
            sys.stdout.flush()
            return failure.exit_code
        except OSError:
            # The disk is full, or nobody reads any more.
            pass
    sys.stderr.write(f"{failure.text}\n")
    return failure.exit_code
