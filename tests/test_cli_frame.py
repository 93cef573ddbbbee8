"""The frame of the command line: version, help, suggestions, completion, signals, errors, exit codes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO, cast

import click
import pytest
from click.testing import CliRunner

from schemagen import __version__
from schemagen.cli import command_folder, printing
from schemagen.cli.colour import wants_colour
from schemagen.cli.command_folder import schemagen
from schemagen.cli.invocation import Invocation, OutputFormat, format_option
from schemagen.cli.main import main
from schemagen.diagnostics import Diagnostic, Position, Severity, SpecificationError

HEAVY = {"pydantic", "jinja2", "yaml", "pglast", "psycopg", "importlib.metadata", "rich", "black"}
PROBLEM = Diagnostic("unknown-key", "unknown key 'nmae'", Position("s.yaml", 2, 3, 7), "did you mean 'name'?")


@pytest.fixture
def probe(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, click.Command]]:
    """A place for commands that exist in one test only."""
    commands: dict[str, click.Command] = {}
    real_list, real_get = schemagen.list_commands, schemagen.get_command
    monkeypatch.setattr(schemagen, "list_commands", lambda ctx: sorted([*real_list(ctx), *commands]))
    monkeypatch.setattr(schemagen, "get_command", lambda ctx, name: commands.get(name) or real_get(ctx, name))
    # A test process handles its own signals and streams.
    monkeypatch.setattr("schemagen.cli.main._handle_signals", lambda: None)
    monkeypatch.setattr("schemagen.cli.main._never_fail_to_print", lambda: None)
    yield commands


def _raising(error: BaseException) -> click.Command:
    @click.command()
    @format_option
    def command(format: OutputFormat) -> None:
        raise error

    return command


def _run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "schemagen", *arguments],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **environment},
        encoding="utf-8",
    )


def test_version() -> None:
    run = _run("--version")
    assert (run.returncode, run.stdout, run.stderr) == (0, f"schemagen {__version__}\n", "")


@pytest.mark.parametrize("arguments", [["--version"], ["completion", "bash"], ["--help"]])
def test_light_commands_import_nothing_heavy(arguments: list[str]) -> None:
    program = (
        "import sys; from schemagen.cli.main import main; code = main(sys.argv[1:]);"
        "print('\\n'.join(sys.modules), file=sys.stderr); sys.exit(code)"
    )
    command = [sys.executable, "-c", program, *arguments]
    run = subprocess.run(command, capture_output=True, check=False, encoding="utf-8")
    assert run.returncode == 0
    modules = set(run.stderr.split())
    assert "schemagen.cli.main" in modules
    assert modules & HEAVY == set()


def test_help_lists_every_file_of_the_folder_with_the_summary_of_the_command() -> None:
    run = CliRunner().invoke(schemagen, ["--help"])
    folder = Path(command_folder.__file__).parent / "commands"
    names = {file.stem.replace("_", "-") for file in folder.glob("*.py")} - {"--init--"}
    assert "completion" in names
    with click.Context(schemagen) as ctx:
        assert set(schemagen.list_commands(ctx)) == names
        for name in names:
            command = schemagen.get_command(ctx, name)
            assert command is not None
            assert command.name == name
            text = command_folder.summary(name)
            assert text == command.get_short_help_str(limit=90)
            assert text
            assert f"  {name} " in run.output
            assert text in " ".join(run.output.split())


def test_help_of_every_command_shows_examples_and_the_format(capsys: pytest.CaptureFixture[str]) -> None:
    with click.Context(schemagen) as ctx:
        for name in schemagen.list_commands(ctx):
            assert main([name, "--help"]) == 0
            shown = capsys.readouterr().out
            assert f"schemagen {name} " in shown.split("Options:")[0].split("\n", 1)[1], name
            assert "--format [text|json]" in shown


def test_no_arguments_show_the_help_and_are_a_wrong_call(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "Commands:" in capsys.readouterr().err


def test_unknown_command_is_answered_with_a_suggestion(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completoin"]) == 2
    error = capsys.readouterr().err
    assert "No such command 'completoin'" in error
    assert "'completion'" in error


@pytest.mark.parametrize(
    "arguments", [["--colour"], ["completion", "tcsh"], ["completion"], ["./completion"], ["__init__"]]
)
def test_wrong_call(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    assert "Usage: schemagen" in capsys.readouterr().err


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_script(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", shell]) == 0
    script = capsys.readouterr().out
    assert f"_SCHEMAGEN_COMPLETE={shell}_complete" in script


def test_completion_answers_commands_options_and_choices() -> None:
    def complete(words: str, position: str) -> list[str]:
        run = _run(_SCHEMAGEN_COMPLETE="bash_complete", COMP_WORDS=words, COMP_CWORD=position)
        assert run.returncode == 0
        return run.stdout.split()

    assert complete("schemagen compl", "1") == ["plain,completion"]
    assert "plain,--debug" in complete("schemagen --", "1")
    assert complete("schemagen completion z", "2") == ["plain,zsh"]


def test_bash_accepts_the_completion_script() -> None:
    script = _run("completion", "bash").stdout
    check = subprocess.run(["bash", "-n"], input=script, text=True, capture_output=True, check=False)
    assert (check.returncode, check.stderr) == (0, "")


def test_code_that_a_command_returns_is_the_exit_code(probe: dict[str, click.Command]) -> None:
    probe["one"] = click.Command("one", callback=lambda: 1)
    probe["nothing"] = click.Command("nothing", callback=lambda: None)
    assert main(["one"]) == 1
    assert main(["nothing"]) == 0


def test_input_or_output_error_names_the_path(
    probe: dict[str, click.Command], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    missing = tmp_path / "missing.yaml"
    probe["read"] = click.Command("read", callback=missing.read_text)
    assert main(["read"]) == 2
    assert capsys.readouterr().err == f"schemagen: {missing}: No such file or directory\n"


def test_unexpected_error_is_called_a_bug(
    probe: dict[str, click.Command], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SCHEMAGEN_DEBUG", raising=False)
    probe["broken"] = _raising(KeyError("roles"))
    assert main(["broken"]) == 70
    error = capsys.readouterr().err
    assert f"schemagen {__version__}: this is a bug in schemagen" in error
    assert "KeyError: 'roles'" in error
    assert "Traceback" not in error


@pytest.mark.parametrize("way", ["option", "environment"])
def test_traceback_where_asked_for(
    way: str,
    probe: dict[str, click.Command],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    probe["broken"] = _raising(KeyError("roles"))
    if way == "environment":
        monkeypatch.setenv("SCHEMAGEN_DEBUG", "1")
    assert main(["--debug", "broken"] if way == "option" else ["broken"]) == 70
    assert "Traceback (most recent call last)" in capsys.readouterr().err


def test_problem_of_the_specification_is_printed_at_its_place(
    probe: dict[str, click.Command],
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    Path("s.yaml").write_text("table:\n  nmae: roles\n", encoding="utf-8")
    probe["load"] = _raising(SpecificationError([PROBLEM]))
    assert main(["load"]) == 1
    assert capsys.readouterr().err == (
        "s.yaml:2:3: error[unknown-key]: unknown key 'nmae'\n"
        "  2 |   nmae: roles\n"
        "    |   ^^^^\n"
        "  help: did you mean 'name'?\n"
        "\n"
        "1 error\n"
    )


def test_problem_of_the_specification_as_json(
    probe: dict[str, click.Command], capsys: pytest.CaptureFixture[str]
) -> None:
    probe["load"] = _raising(SpecificationError([PROBLEM]))
    assert main(["load", "--format", "json"]) == 1
    printed = capsys.readouterr()
    assert printed.err == ""
    document = json.loads(printed.out)
    assert document["ok"] is False
    assert document["diagnostics"][0]["code"] == "unknown-key"
    assert document["diagnostics"][0]["line"] == 2


@pytest.mark.parametrize(
    ("environment", "terminal", "expected"),
    [
        ({}, True, True),
        ({}, False, False),
        ({"TERM": "dumb"}, True, False),
        ({"NO_COLOR": "1"}, True, False),
        ({"NO_COLOR": ""}, True, True),
        ({"FORCE_COLOR": "1"}, False, True),
        ({"FORCE_COLOR": "0"}, True, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False, False),
    ],
)
def test_colour(environment: dict[str, str], terminal: bool, expected: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    class Stream:
        def isatty(self) -> bool:
            return terminal

    for name in ("NO_COLOR", "FORCE_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert wants_colour(cast("TextIO", Stream())) is expected


def test_count_of_diagnostics() -> None:
    warning = Diagnostic("w", "w", Position("a", 1, 1), severity=Severity.WARNING)
    assert printing.count([PROBLEM, PROBLEM, warning]) == "2 errors, 1 warning"
    assert printing.count([]) == ""


def test_colour_reaches_what_commands_echo(probe: dict[str, click.Command], monkeypatch: pytest.MonkeyPatch) -> None:
    probe["say"] = click.Command("say", callback=lambda: click.echo(click.style("word", bold=True)))
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.delenv("NO_COLOR", raising=False)
    coloured = CliRunner().invoke(schemagen, ["say"], obj=Invocation())
    monkeypatch.setenv("NO_COLOR", "1")
    plain = CliRunner().invoke(schemagen, ["say"], obj=Invocation())
    assert coloured.output == "\x1b[1mword\x1b[0m\n"
    assert plain.output == "word\n"
