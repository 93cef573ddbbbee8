"""The command `schemagen`: the arguments of a process in, one command run and an exit code out.

Exit codes: 0 done; 1 the command found something wrong in what it was given; 2 the call itself is wrong, or
a file cannot be read or written; 70 a bug in schemagen; 130 interrupted, 143 terminated, 129 hung up.
A command returns its code as an integer, or nothing for 0. With `--format json` each of these ends with one document on
standard output.
"""

from __future__ import annotations

import contextlib
import errno
import gc
import os
import signal
import sys
import threading
from collections.abc import Sequence
from types import FrameType
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from schemagen.cli.invocation import Invocation

FOUND_SOMETHING = 1
WRONG_CALL = 2
BUG = 70


class Interrupted(KeyboardInterrupt):
    """A signal asked the process to end; it unwinds like Ctrl-C, so that everything cleans up on its way."""

    def __init__(self, number: int) -> None:
        self.number = number
        super().__init__(number)


def entry() -> NoReturn:
    """What the console script calls: `main`, and then the end of the process without taking it apart piece by piece.

    Looking for garbage among the modules and models of one command, and freeing them one by one at the end, costs a
    fifth of a cold build. Everything that must be tidied up is tidied up when `main` returns.
    """
    gc.disable()
    code = main()
    for stream in (sys.stdout, sys.stderr):
        # Output that nobody reads any more was dealt with in `main`.
        with contextlib.suppress(OSError, ValueError):
            stream.flush()
    os._exit(code)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `schemagen` with the given arguments, by default those of the process; returns the exit code."""
    given = sys.argv[1:] if arguments is None else arguments
    # A plugin of pydantic's that happens to be installed has no say in what a specification means, and looking for
    # one reads the metadata of every installed package.
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
    try:
        _handle_signals()
        _never_fail_to_print()
        return _run(given)
    except KeyboardInterrupt as interrupt:
        return _interrupted(interrupt, _invocation(given))


def _run(arguments: Sequence[str]) -> int:
    import click

    from schemagen.cli.command_folder import schemagen
    from schemagen.cli.failure import of_click, report

    invocation = _invocation(arguments)
    try:
        result = schemagen.main(arguments, prog_name="schemagen", standalone_mode=False, obj=invocation)
        sys.stdout.flush()
        return result if isinstance(result, int) else 0
    except click.Abort as abort:
        return _interrupted(abort.__cause__, invocation)
    except click.ClickException as error:
        return report(of_click(error), invocation)
    except OSError as error:
        return _os_error(error, invocation)
    except Exception as error:
        return _unexpected(error, invocation)


def _invocation(arguments: Sequence[str]) -> Invocation:
    from schemagen.cli.invocation import Invocation, format_at_first_sight

    return Invocation(format=format_at_first_sight(arguments))


def _handle_signals() -> None:
    """Let SIGTERM and SIGHUP end the process as Ctrl-C does, unless whoever started it had them ignored."""
    if threading.current_thread() is not threading.main_thread():
        return
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _raise_interrupted)


def _raise_interrupted(number: int, frame: FrameType | None) -> NoReturn:
    raise Interrupted(number)


def _never_fail_to_print() -> None:
    """Show what the terminal's encoding lacks as an escape: a name in a message must not end the command."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def _interrupted(cause: BaseException | None, invocation: Invocation) -> int:
    from schemagen.cli.failure import Failure, report

    number = cause.number if isinstance(cause, Interrupted) else signal.SIGINT
    word = "interrupted" if number == signal.SIGINT else "terminated"
    message = f"the command was {word}"
    return report(Failure(128 + number, word, message, f"schemagen: {word}"), invocation)


def _os_error(error: OSError, invocation: Invocation) -> int:
    from schemagen.cli.failure import Failure, report

    if error.errno == errno.EPIPE:
        # Whoever read our output has left. Python would complain again when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FOUND_SOMETHING
    named = (error.filename, error.filename2)
    names = [os.fsdecode(name) for name in named if isinstance(name, (str, bytes))]
    _traceback_if(invocation.debug, error)
    message = f"{' -> '.join(names)}{': ' if names else ''}{error.strerror or error}"
    return report(Failure(WRONG_CALL, "input-output", message, f"schemagen: {message}"), invocation)


def _unexpected(error: Exception, invocation: Invocation) -> int:
    from schemagen.diagnostics import SpecificationError

    if isinstance(error, SpecificationError):
        from schemagen.cli.printing import print_diagnostics

        _traceback_if(invocation.debug, error)
        print_diagnostics(error.diagnostics, format=invocation.format)
        return FOUND_SOMETHING

    from schemagen import __version__
    from schemagen.cli.failure import Failure, report

    _traceback_if(invocation.debug, error)
    message = f"this is a bug in schemagen, not in your specification: {type(error).__name__}: {error}"
    help = "Run it again as `schemagen --debug …` (or with SCHEMAGEN_DEBUG=1) and report the traceback."
    text = f"schemagen {__version__}: {message}" + ("" if invocation.debug else f"\n{help}")
    return report(Failure(BUG, "bug", message, text, help), invocation)


def _traceback_if(debug: bool, error: BaseException) -> None:
    if debug:
        import traceback

        traceback.print_exception(error)
