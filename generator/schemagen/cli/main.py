"""The command `schemagen`: the arguments of a process in, one command run and an exit code out.

Exit codes: 0 done; 1 the command found something wrong in what it was given; 2 the call itself is wrong, or
a file cannot be read or written; 70 a bug in schemagen; 130 interrupted, 143 terminated, 129 hung up.
A command returns its code as an integer, or nothing for 0.
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
    try:
        _handle_signals()
        _never_fail_to_print()
        return _run(arguments)
    except KeyboardInterrupt as interrupt:
        return _interrupted(interrupt)


def _run(arguments: Sequence[str] | None) -> int:
    import click

    from schemagen.cli.command_folder import schemagen
    from schemagen.cli.invocation import Invocation

    invocation = Invocation()
    try:
        result = schemagen.main(arguments, prog_name="schemagen", standalone_mode=False, obj=invocation)
        sys.stdout.flush()
        return result if isinstance(result, int) else 0
    except click.Abort as abort:
        return _interrupted(abort.__cause__)
    except click.ClickException as error:
        error.show()
        return WRONG_CALL
    except OSError as error:
        return _os_error(error, invocation)
    except Exception as error:
        return _unexpected(error, invocation)


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


def _interrupted(cause: BaseException | None) -> int:
    number = cause.number if isinstance(cause, Interrupted) else signal.SIGINT
    word = "interrupted" if number == signal.SIGINT else "terminated"
    _say(f"schemagen: {word}")
    return 128 + number


def _os_error(error: OSError, invocation: Invocation) -> int:
    if error.errno == errno.EPIPE:
        # Whoever read our output has left. Python would complain again when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FOUND_SOMETHING
    named = (error.filename, error.filename2)
    names = [os.fsdecode(name) for name in named if isinstance(name, (str, bytes))]
    _traceback_if(invocation.debug, error)
    _say(f"schemagen: {' -> '.join(names)}{': ' if names else ''}{error.strerror or error}")
    return WRONG_CALL


def _unexpected(error: Exception, invocation: Invocation) -> int:
    from schemagen.diagnostics import SpecificationError

    if isinstance(error, SpecificationError):
        from schemagen.cli.printing import print_diagnostics

        _traceback_if(invocation.debug, error)
        print_diagnostics(error.diagnostics, format=invocation.format)
        return FOUND_SOMETHING

    from schemagen import __version__

    _traceback_if(invocation.debug, error)
    kind = type(error).__name__
    _say(f"schemagen {__version__}: this is a bug in schemagen, not in your specification: {kind}: {error}")
    if not invocation.debug:
        _say("Run it again as `schemagen --debug …` (or with SCHEMAGEN_DEBUG=1) and report the traceback.")
    return BUG


def _traceback_if(debug: bool, error: BaseException) -> None:
    if debug:
        import traceback

        traceback.print_exception(error)


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")
