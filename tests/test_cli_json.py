"""`--format json`: whatever happens and however the command ends, standard output is one JSON document."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import click
import pytest

from schemagen.cli.command_folder import schemagen
from schemagen.cli.invocation import format_option
from schemagen.cli.main import main
from schemagen.diagnostics import Diagnostic, Position, SpecificationError

SPEC = """\
schemagen: 1
name: shop
version: 1.0.0
description: A shop
postgres: 15
migrations: {first_version: 1}
existing: {roles: [seller]}
tables:
  goods:
    columns: {id: {type: uuid, primary_key: true}}
    access: {roles: {seller: all}}
"""

FORMATS = [["--format", "json"], ["--format=json"]]


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one specification, where `schemagen build` would work."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr("schemagen.cli.main._handle_signals", lambda: None)
    monkeypatch.setattr("schemagen.cli.main._never_fail_to_print", lambda: None)
    (tmp_path / "spec").mkdir()
    (tmp_path / "spec" / "shop.yaml").write_text(SPEC, encoding="utf-8")
    return tmp_path


def answer(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, dict[str, Any]]:
    """The exit code of a call and its document; nothing else may be said."""
    capsys.readouterr()
    code = main(arguments)
    printed = capsys.readouterr()
    # Only the line break after a ^C.
    assert printed.err.strip() == ""
    document = json.loads(printed.out)
    assert document["ok"] is (code == 0)
    assert isinstance(document["diagnostics"], list)
    if code not in (0, 1):
        assert document["error"]["code"] and document["error"]["message"]
        assert isinstance(document["error"]["help"], str)
    return code, document


WRONG = {
    "unknown option": ["build", "--colour"],
    "unknown option of the group": ["--colour", "build"],
    "unknown command": ["biuld"],
    "no command": [],
    "unknown choice": ["build", "--only", "rust"],
    "too many arguments": ["build", "a.yaml", "b.yaml"],
    "a folder as specification": ["build", "spec"],
    "types of a folder": ["types", "spec"],
    "no such specification": ["build", "nothing.yaml"],
    "no such specification to type": ["types", "nothing.yaml"],
    "no such specification to prove": ["prove", "nothing.yaml"],
    "nothing to lint": ["lint"],
    "no such file to lint": ["lint", "nothing.sql"],
    "no such rule": ["lint", "--explain", "no-such-rule"],
    "nothing built to prove": ["prove"],
    "engine and address": ["prove", "--pg-bin", "spec", "--database-url", "postgresql:///x"],
    "no such engine": ["prove", "--pg-bin", "nowhere"],
    "no such shell": ["completion", "tcsh"],
    "no shell": ["completion"],
    "check of no schema": ["schema", "--check"],
    "schema to a folder": ["schema", "-o", "spec"],
    "schema to no folder": ["schema", "-o", "nowhere/schema.json"],
    "no value": ["prove", "--database-url"],
}


@pytest.mark.parametrize("name", WRONG)
@pytest.mark.parametrize("format", FORMATS, ids=" ".join)
def test_a_wrong_call(name: str, format: list[str], place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    # The wrong word stands before `--format` as people write it, and so is met before that is read.
    command, *rest = WRONG[name] or [""]
    calls = [[*WRONG[name], *format]] if name != "no value" else []
    if command and not command.startswith("-"):
        calls.append([command, *format, *rest])
    for call in calls:
        code, document = answer(capsys, *call)
        assert code == 2
        assert document["error"]["code"] in {"wrong-call", "unreadable-file", "no-migrations", "input-output"}


def test_a_wrong_format_is_told_to_people(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["build", "--format", "jsno"], ["build", "--colour", "--", "--format", "json"]):
        assert main(arguments) == 2
        printed = capsys.readouterr()
        assert printed.out == "" and "Usage: schemagen" in printed.err


def test_several_specifications_and_none(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (place / "spec" / "other.yaml").write_text(SPEC, encoding="utf-8")
    for command in ("build", "types", "prove"):
        code, document = answer(capsys, command, "--format", "json")
        assert code == 2 and "spec/other.yaml, spec/shop.yaml" in document["error"]["message"]
    for path in (place / "spec").iterdir():
        path.unlink()
    for command in ("build", "types", "prove"):
        code, document = answer(capsys, command, "--format", "json")
        assert code == 2 and "no specification" in document["error"]["message"]


def test_files_in_the_way(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert answer(capsys, "build", "--format", "json")[0] == 0
    [edited] = (place / "out" / "migrations").glob("*_schema.sql")
    edited.write_text("SELECT 1;\n", encoding="utf-8")
    code, document = answer(capsys, "build", "--format", "json")
    assert (code, document["error"]["code"]) == (2, "output-conflict")
    assert [conflict["path"] for conflict in document["conflicts"]] == [f"migrations/{edited.name}"]
    code, document = answer(capsys, "build", "--check", "--format", "json")
    assert (code, document["ok"]) == (1, False)
    (place / "out" / ".schemagen-manifest.json").write_text("<<<<<<<", encoding="utf-8")
    for arguments in (["build"], ["build", "--check"], ["types"]):
        code, document = answer(capsys, *arguments, "--format", "json")
        assert (code, document["error"]["code"]) == (2, "output-conflict")


def test_server_that_does_not_start(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert answer(capsys, "build", "--format", "json")[0] == 0
    for arguments in (["--pg-bin", "spec"], ["--database-url", f"host={place} dbname=x"]):
        code, document = answer(capsys, "prove", *arguments, "--format", "json")
        assert (code, document["error"]["code"]) == (2, "no-server")
    [file] = (place / "out" / "migrations").glob("*_schema.sql")
    file.write_bytes(b"\xff")
    code, document = answer(capsys, "prove", "--format", "json")
    assert (code, document["error"]["code"]) == (2, "not-utf-8")


def test_what_ends_well(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    calls = [
        ["build"], ["build", "--check"], ["types"], ["types", "--explain"], ["lint"], ["lint", "--list-rules"],
        ["lint", "--explain", "syntax-error"], ["schema"], ["schema", "-o", "s.json"],
        ["schema", "-o", "s.json", "--check"], ["completion", "zsh"],
    ]  # fmt: skip
    for call in calls:
        assert answer(capsys, *call, "--format", "json")[0] == 0, call
    (place / "s.json").write_text("{}", encoding="utf-8")
    assert answer(capsys, "schema", "-o", "s.json", "--check", "--format", "json")[0] == 1
    (place / "spec" / "shop.yaml").write_text(SPEC.replace("uuid", "uiud"), encoding="utf-8")
    for command in (["build"], ["types"], ["types", "--explain"], ["prove"]):
        code, document = answer(capsys, *command, "--format", "json")
        assert code == 1 and document["diagnostics"][0]["code"] == "unknown-type"


@pytest.mark.parametrize(
    ("raised", "code", "name"),
    [
        (KeyError("roles"), 70, "bug"),
        (SystemError(), 70, "bug"),
        (RecursionError("deep"), 70, "bug"),
        (MemoryError(), 70, "bug"),
        (OSError(28, "No space left on device", "out/x"), 2, "input-output"),
        (click.UsageError("so not"), 2, "wrong-call"),
        (KeyboardInterrupt(), 130, "interrupted"),
        (SpecificationError([Diagnostic("a-code", "no", Position("s.yaml", 1, 1))]), 1, None),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_a_command_raises(
    raised: BaseException,
    code: int,
    name: str | None,
    place: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("SCHEMAGEN_DEBUG", raising=False)

    @click.command()
    @format_option
    def command(format: object) -> None:
        raise raised

    monkeypatch.setattr(schemagen, "list_commands", lambda ctx: ["probe"])
    monkeypatch.setattr(schemagen, "get_command", lambda ctx, name: command)
    got, document = answer(capsys, "probe", "--format", "json")
    assert got == code
    assert document.get("error", {}).get("code") == name


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
@pytest.mark.parametrize(("name", "code", "word"), [("SIGINT", 130, "interrupted"), ("SIGTERM", 143, "terminated")])
def test_a_proof_that_is_ended(name: str, code: int, word: str, place: Path) -> None:
    assert main(["build"]) == 0
    command = [sys.executable, "-m", "schemagen", "prove", "--format", "json"]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: signal.signal(getattr(signal, name), signal.SIG_DFL),  # noqa: PLW1509 - no threads here
    ) as process:
        # Any moment will do, and no moment is the same on two machines.
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(timeout=1)
        process.send_signal(getattr(signal, name))
        output, error = process.communicate(timeout=60)
    assert (process.returncode, error.strip()) == (code, "")
    document = json.loads(output)
    assert (document["ok"], document["error"]["code"]) == (False, word)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
@pytest.mark.parametrize("format", ["text", "json"])
def test_output_that_cannot_be_written_is_no_traceback(format: str, place: Path) -> None:
    command = [sys.executable, "-m", "schemagen", "build", "--format", format]
    with Path("/dev/full").open("w") as full:
        run = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False, text=True)
    assert run.returncode == 2
    assert run.stderr == "schemagen: No space left on device\n"
